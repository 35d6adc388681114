"""What kinds of things on a drawing are called, for people who never heard of BPMN, and how the unnamed are told apart."""

# Kind of element -> English, Persian, Arabic.
KINDS = {
    "UserTask": ("Step for a person", "گام انسانی", "خطوة لشخص"),
    "ManualTask": ("Step done by hand", "گام دستی", "خطوة يدوية"),
    "Task": ("Step of no kind yet", "گام بی‌نوع", "خطوة بلا نوع بعد"),
    "ServiceTask": ("Outside call", "فراخوانی بیرونی", "استدعاء خارجي"),
    "SendTask": ("Message to the outside", "پیام به بیرون", "رسالة إلى الخارج"),
    "ReceiveTask": ("Waits for a message", "در انتظار پیام", "ينتظر رسالة"),
    "ScriptTask": ("Calculation", "محاسبه", "حساب"),
    "BusinessRuleTask": ("Decision by a table", "تصمیم با جدول", "قرار بجدول"),
    "CallActivity": ("Shared step or service", "گام مشترک یا خدمت", "خطوة مشتركة أو خدمة"),
    "SubProcess": ("Steps inside a step", "گام‌هایی درون یک گام", "خطوات داخل خطوة"),
    "AdHocSubProcess": ("Steps in any order", "گام‌هایی به هر ترتیب", "خطوات بأي ترتيب"),
    "Transaction": ("Steps that hold together", "گام‌های به‌هم‌پیوسته", "خطوات متلازمة"),
    "ExclusiveGateway": ("One way of several", "یک راه از چند راه", "طريق واحد من عدة"),
    "InclusiveGateway": ("One or more ways", "یک یا چند راه", "طريق أو أكثر"),
    "ParallelGateway": ("All ways at once", "همهٔ راه‌ها با هم", "كل الطرق معًا"),
    "EventBasedGateway": ("Whatever happens first", "هر چه نخست رخ دهد", "أيها حدث أولًا"),
    "ComplexGateway": ("Ways by a rule of its own", "راه‌هایی با قاعدهٔ خود", "طرق بقاعدة خاصة"),
    "StartEvent": ("Beginning", "آغاز", "البداية"),
    "StartEvent.Message": ("Begins with a message", "آغاز با پیام", "يبدأ برسالة"),
    "StartEvent.Timer": ("Begins by the clock", "آغاز با ساعت", "يبدأ بالساعة"),
    "StartEvent.Signal": ("Begins with a signal", "آغاز با نشانه", "يبدأ بإشارة"),
    "StartEvent.Conditional": ("Begins on a condition", "آغاز با شرط", "يبدأ بشرط"),
    "StartEvent.Error": ("Begins on an error", "آغاز با خطا", "يبدأ بخطأ"),
    "StartEvent.Escalation": ("Begins on an escalation", "آغاز با ارجاع به بالا", "يبدأ بتصعيد"),
    "EndEvent": ("End", "پایان", "النهاية"),
    "EndEvent.Error": ("End with an error", "پایان با خطا", "نهاية بخطأ"),
    "EndEvent.Message": ("End with a message", "پایان با پیام", "نهاية برسالة"),
    "EndEvent.Terminate": ("End of everything", "پایان همه‌چیز", "نهاية كل شيء"),
    "EndEvent.Signal": ("End with a signal", "پایان با نشانه", "نهاية بإشارة"),
    "EndEvent.Escalation": ("End with an escalation", "پایان با ارجاع به بالا", "نهاية بتصعيد"),
    "EndEvent.Compensate": ("End that undoes steps", "پایانی که گام‌ها را بازمی‌گرداند", "نهاية تتراجع عن خطوات"),
    "EndEvent.Cancel": ("End that cancels", "پایانی که لغو می‌کند", "نهاية تلغي"),
    "IntermediateThrowEvent": ("Something happens", "چیزی رخ می‌دهد", "يحدث شيء"),
    "IntermediateCatchEvent": ("Waits for something", "در انتظار چیزی", "ينتظر شيئًا"),
    "IntermediateCatchEvent.Timer": ("Waits for a time", "در انتظار زمان", "ينتظر وقتًا"),
    "IntermediateCatchEvent.Message": ("Waits for a message", "در انتظار پیام", "ينتظر رسالة"),
    "IntermediateCatchEvent.Signal": ("Waits for a signal", "در انتظار نشانه", "ينتظر إشارة"),
    "IntermediateCatchEvent.Link": ("Comes from elsewhere", "از جای دیگر می‌آید", "يأتي من مكان آخر"),
    "IntermediateCatchEvent.Conditional": ("Waits for a condition", "در انتظار شرط", "ينتظر شرطًا"),
    "BoundaryEvent": ("On the edge of a step", "بر لبهٔ یک گام", "على حافة خطوة"),
    "BoundaryEvent.Timer": ("When time passes at a step", "وقتی زمان گام می‌گذرد", "حين يمضي وقت الخطوة"),
    "BoundaryEvent.Message": ("When a message comes", "وقتی پیامی می‌رسد", "حين تصل رسالة"),
    "BoundaryEvent.Error": ("When a step fails", "وقتی گامی ناکام می‌ماند", "حين تفشل خطوة"),
    "BoundaryEvent.Signal": ("When a signal comes", "وقتی نشانه‌ای می‌رسد", "حين تصل إشارة"),
    "BoundaryEvent.Escalation": ("When a step escalates", "وقتی گامی به بالا ارجاع می‌دهد", "حين تُصعّد خطوة"),
    "BoundaryEvent.Conditional": ("When a condition holds", "وقتی شرطی برقرار است", "حين يتحقق شرط"),
    "BoundaryEvent.Compensate": ("Undoes a step", "گامی را بازمی‌گرداند", "يتراجع عن خطوة"),
    "BoundaryEvent.Cancel": ("When it is cancelled", "وقتی لغو می‌شود", "حين يُلغى"),
    "IntermediateThrowEvent.Message": ("Sends a message", "پیامی می‌فرستد", "يرسل رسالة"),
    "IntermediateThrowEvent.Signal": ("Sends a signal", "نشانه‌ای می‌فرستد", "يرسل إشارة"),
    "IntermediateThrowEvent.Link": ("Goes on elsewhere", "در جای دیگر ادامه می‌یابد", "يستمر في مكان آخر"),
    "IntermediateThrowEvent.Escalation": ("Escalates", "به بالا ارجاع می‌دهد", "يصعّد"),
    "IntermediateThrowEvent.Compensate": ("Undoes steps", "گام‌هایی را بازمی‌گرداند", "يتراجع عن خطوات"),
    "SequenceFlow": ("Arrow", "پیکان", "سهم"),
    "MessageFlow": ("Message", "پیام", "رسالة"),
    "Lane": ("Lane", "مسیر شنا", "مسار"),
    "Participant": ("Pool", "استخر", "حوض"),
    "Process": ("The whole drawing", "همهٔ نمودار", "المخطط كله"),
    "Collaboration": ("The whole drawing", "همهٔ نمودار", "المخطط كله"),
    "TextAnnotation": ("Note", "یادداشت", "ملاحظة"),
    "Group": ("Frame", "قاب", "إطار"),
    "DataObjectReference": ("Document", "سند", "مستند"),
    "DataStoreReference": ("Store of data", "انبار داده", "مخزن بيانات"),
    "Association": ("Line to a note", "خط به یادداشت", "خط إلى ملاحظة"),
    "DataInputAssociation": ("Line from a document", "خط از سند", "خط من مستند"),
    "DataOutputAssociation": ("Line to a document", "خط به سند", "خط إلى مستند"),
    "other": ("Element", "بخش", "عنصر"),
}
# Where an unnamed thing stands: after a step, before one, on the edge of one, from one to another.
PLACES = {
    "": ("{it}", "{it}", "{it}"),
    "after": ("{it} (after {near})", "{it} (پس از {near})", "{it} (بعد {near})"),
    "before": ("{it} (before {near})", "{it} (پیش از {near})", "{it} (قبل {near})"),
    "at": ("{it} (at {near})", "{it} (در {near})", "{it} (عند {near})"),
    "between": ("{it} (from {near} to {far})", "{it} (از {near} به {far})", "{it} (من {near} إلى {far})"),
}
COLUMNS = {"en": 0, "fa": 1, "ar": 2}
DIGITS = {"fa": str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹"), "ar": str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")}


def kind_words(kind: str, language: str) -> str:
    """What a kind is called: "BoundaryEvent.Timer", else "BoundaryEvent", else “Element”."""
    texts = KINDS.get(kind) or KINDS.get(kind.partition(".")[0]) or KINDS["other"]
    return texts[COLUMNS.get(language, 0)]


def place_words(where: str, kind: str, number: int, language: str, **near: str) -> str:
    """“Step for a person 2 (after Check)”; `number` 0 where there is but one."""
    counted = f" {number}".translate(DIGITS.get(language, {})) if number else ""
    return PLACES[where][COLUMNS.get(language, 0)].format(it=kind_words(kind, language) + counted, **near)
