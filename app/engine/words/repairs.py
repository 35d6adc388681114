"""Sentences about what was mended on the way in: what was found, and what the model does now."""

WORDS = {
    "event-type-as-message": {
        "en": (
            "{it} waits for the event type “{reference}”; it is treated as a message of that name.",
            "Nothing to do, as long as the sender uses that name.",
        ),
        "fa": (
            "{it} منتظر رویدادی از نوع «{reference}» است؛ پیامی به همین نام فرض شد.",
            "اگر فرستنده همین نام را به کار ببرد کاری لازم نیست.",
        ),
        "ar": (
            "ينتظر {it} نوع الحدث «{reference}»؛ عُدّ رسالة بهذا الاسم.",
            "لا يلزم شيء ما دام المرسل يستعمل هذا الاسم.",
        ),
    },
    "expression-leftover": {
        "en": (
            "The condition “{text}” of {it} ends with a scrap of markup; it is read as “{rest}”.",
            "Look whether that is what is meant, and save the condition without the scrap.",
        ),
        "fa": (
            "در پایان شرط «{text}» از {it} تکه‌ای از نشانه‌گذاری مانده است؛ به شکل «{rest}» خوانده شد.",
            "ببینید منظور همین است یا نه، و شرط را بدون آن تکه ذخیره کنید.",
        ),
        "ar": (
            "في آخر الشرط «{text}» في {it} بقية من ترميز؛ قُرئ على أنه «{rest}».",
            "تأكّد من أن هذا هو المقصود واحفظ الشرط من غير تلك البقية.",
        ),
    },
    "id-missing": {
        "en": (
            "Elements without an id in {it}: {count}. Each was given one.",
            "Nothing to do; saving the repaired model keeps the ids.",
        ),
        "fa": (
            "{count} عنصر در {it} شناسه نداشت و شناسه گرفت.",
            "کاری لازم نیست؛ با ذخیرهٔ مدل ترمیم‌شده شناسه‌ها می‌مانند.",
        ),
        "ar": ("{count} من عناصر {it} كانت بلا معرّف فمُنحت معرّفًا.", "لا يلزم شيء؛ حفظ النموذج المُصلَح يُبقي المعرّفات."),
    },
    "id-twice": {
        "en": (
            "Two elements have the id {id}; the second, {it}, was renamed.",
            "Check that flows and references lead to the right one of the two.",
        ),
        "fa": ("دو عنصر شناسهٔ {id} دارند؛ دومی، {it}، نام تازه گرفت.", "ببینید مسیرها و ارجاع‌ها به عنصر درست می‌رسند."),
        "ar": (
            "لعنصرين المعرّف نفسه {id}؛ أُعيدت تسمية الثاني {it}.",
            "تأكّد من أن المسارات والإحالات تصل إلى العنصر الصحيح.",
        ),
    },
    "process-in-two-files": {
        "en": (
            "Two files draw a process with the id {id}; only one of them can be run under that name.",
            "Give each process its own id, or leave one of the files out.",
        ),
        "fa": (
            "دو فایل فرایندی با شناسهٔ {id} دارند؛ تنها یکی از آن‌ها به این نام اجرا می‌شود.",
            "به هر فرایند شناسهٔ جدا بدهید یا یکی از فایل‌ها را کنار بگذارید.",
        ),
        "ar": (
            "في ملفين عملية بالمعرّف {id}؛ لا تُنفَّذ بهذا الاسم إلا واحدة.",
            "أعط كل عملية معرّفًا خاصًا أو اترك أحد الملفين.",
        ),
    },
    "id-in-two-files": {
        "en": ("The id {id} is used in two files; in the later file it is now {it}.", "Nothing to do."),
        "fa": ("شناسهٔ {id} در دو فایل به کار رفته است؛ در فایل دوم اکنون {it} است.", "کاری لازم نیست."),
        "ar": ("المعرّف {id} مستعمل في ملفين؛ صار في الملف الثاني {it}.", "لا يلزم شيء."),
    },
    "not-executable": {
        "en": (
            "{it} was not marked as executable and is treated as if it were.",
            "Set “executable” in the modeler when the drawing is meant to run.",
        ),
        "fa": (
            "{it} «اجراپذیر» علامت نخورده بود و اجراپذیر فرض شد.",
            "اگر این نمودار برای اجراست، در مدل‌ساز گزینهٔ executable را روشن کنید.",
        ),
        "ar": ("لم يكن {it} معلَّمًا قابلًا للتنفيذ فعُدّ كذلك.", "فعّل خيار executable في أداة الرسم إن كان الرسم للتنفيذ."),
    },
    "data-object-defined": {
        "en": (
            "{it} shows a data object that is not defined; an empty one was added.",
            "Draw the data object again, or remove it.",
        ),
        "fa": (
            "{it} شیء داده‌ای را نشان می‌دهد که تعریف نشده است؛ یکی خالی افزوده شد.",
            "شیء داده را دوباره رسم یا حذف کنید.",
        ),
        "ar": ("يعرض {it} كائن بيانات غير معرَّف؛ أُضيف كائن فارغ.", "أعد رسم كائن البيانات أو احذفه."),
    },
    "data-association-dropped": {
        "en": (
            "A data association of {it} leads nowhere and was left out.",
            "Connect it to a data object, or delete it.",
        ),
        "fa": ("یکی از پیوندهای دادهٔ {it} به جایی نمی‌رسد و کنار گذاشته شد.", "آن را به یک شیء داده وصل یا حذف کنید."),
        "ar": ("أحد روابط البيانات في {it} لا يصل إلى شيء فتُرك.", "صِله بكائن بيانات أو احذفه."),
    },
    "definition-added": {
        "en": (
            "{it} speaks of “{reference}”, which was nowhere defined; a definition with that name was added.",
            "Choose the message, signal or error in the properties of {it}.",
        ),
        "fa": (
            "{it} از «{reference}» نام می‌برد که جایی تعریف نشده بود؛ تعریفی به همین نام افزوده شد.",
            "پیام، سیگنال یا خطای {it} را در ویژگی‌هایش برگزینید.",
        ),
        "ar": (
            "يذكر {it} «{reference}» ولم يُعرَّف في أي مكان؛ أُضيف تعريف بهذا الاسم.",
            "اختر الرسالة أو الإشارة أو الخطأ في خصائص {it}.",
        ),
    },
    "event-definition-dropped": {
        "en": (
            "{it} refers to an event definition “{reference}” that does not exist; it is treated as a plain event.",
            "Choose again what {it} waits for or throws.",
        ),
        "fa": (
            "{it} به تعریف رویداد «{reference}» اشاره دارد که وجود ندارد؛ رویدادی ساده فرض شد.",
            "دوباره برگزینید که {it} منتظر چیست یا چه می‌فرستد.",
        ),
        "ar": (
            "يشير {it} إلى تعريف حدث «{reference}» غير موجود؛ عُدّ حدثًا عاديًا.",
            "اختر من جديد ما ينتظره {it} أو يرسله.",
        ),
    },
    "timer-given-a-day": {
        "en": (
            "{it} is a timer without a time; it will wait one day.",
            "Enter how long or until when {it} waits, for example P3D or =deadline.",
        ),
        "fa": (
            "{it} زمان‌سنجی بدون زمان است؛ یک روز صبر خواهد کرد.",
            "بنویسید {it} چه مدت یا تا کی صبر کند، مانند P3D یا ‎=deadline.",
        ),
        "ar": ("{it} مؤقِّت بلا وقت؛ سينتظر يومًا واحدًا.", "أدخل مدة انتظار {it} أو موعده، مثل P3D أو ‎=deadline."),
    },
    "timer-times-dropped": {
        "en": ("{it} names more than one time; {kept} is used.", "Leave only one of date, duration and cycle."),
        "fa": ("{it} بیش از یک زمان دارد؛ {kept} به کار می‌رود.", "از تاریخ، مدت و چرخه تنها یکی را بگذارید."),
        "ar": ("في {it} أكثر من وقت؛ يُستعمل {kept}.", "أبقِ واحدًا فقط: التاريخ أو المدة أو الدورة."),
    },
    "condition-never": {
        "en": (
            "{it} waits for a condition that is not written; it will never happen.",
            "Write the condition, for example =stock < 5.",
        ),
        "fa": ("{it} منتظر شرطی است که نوشته نشده؛ هرگز رخ نخواهد داد.", "شرط را بنویسید، مانند ‎=stock < 5."),
        "ar": ("ينتظر {it} شرطًا لم يُكتب؛ لن يقع أبدًا.", "اكتب الشرط، مثل ‎=stock < 5."),
    },
    "boundary-never": {
        "en": (
            "{it} is not attached to an activity, or does not say what it reacts to, so it never happens.",
            "Attach it to an activity of the same process and choose a timer, message, error or the like.",
        ),
        "fa": (
            "{it} به فعالیتی نچسبیده یا نمی‌گوید به چه واکنش نشان دهد؛ پس هرگز رخ نمی‌دهد.",
            "آن را به فعالیتی از همان فرایند بچسبانید و زمان‌سنج، پیام، خطا یا مانند آن را برگزینید.",
        ),
        "ar": (
            "{it} غير ملصق بنشاط أو لا يذكر ما يتفاعل معه، فلا يحدث أبدًا.",
            "ألصقه بنشاط في العملية نفسها واختر مؤقِّتًا أو رسالة أو خطأ أو ما شابه.",
        ),
    },
    "catch-passes": {
        "en": (
            "{it} waits for nothing in particular; the path goes straight on.",
            "Choose what {it} waits for: a message, a time, a signal or a condition.",
        ),
        "fa": (
            "{it} منتظر چیز معینی نیست؛ مسیر بی‌درنگ ادامه می‌یابد.",
            "برگزینید {it} منتظر چیست: پیام، زمان، سیگنال یا شرط.",
        ),
        "ar": ("لا ينتظر {it} شيئًا معيّنًا؛ يمضي المسار مباشرة.", "اختر ما ينتظره {it}: رسالة أو وقتًا أو إشارة أو شرطًا."),
    },
    "flow-dropped": {
        "en": (
            "The arrow {it} from {source} to {target} does not join two steps of the same process and was left out.",
            "Draw it again between two steps, or use a message flow between pools.",
        ),
        "fa": (
            "پیکان {it} از {source} به {target} دو گام از یک فرایند را به هم نمی‌پیوندد و کنار گذاشته شد.",
            "آن را دوباره میان دو گام رسم کنید؛ میان دو استخر از جریان پیام بهره بگیرید.",
        ),
        "ar": (
            "السهم {it} من {source} إلى {target} لا يصل خطوتين من العملية نفسها فتُرك.",
            "ارسمه من جديد بين خطوتين، أو استعمل تدفق رسالة بين المسبحين.",
        ),
    },
    "flow-moved": {
        "en": (
            "The arrow {it} was stored outside the sub-process it belongs to and was moved there.",
            "Nothing to do.",
        ),
        "fa": ("پیکان {it} بیرون از زیرفرایند خود نگهداری شده بود و به آن برده شد.", "کاری لازم نیست."),
        "ar": ("كان السهم {it} محفوظًا خارج عمليته الفرعية فنُقل إليها.", "لا يلزم شيء."),
    },
    "flow-after-end-dropped": {
        "en": (
            "Something is drawn after the end event {it}; nothing follows an end, so the arrow was left out.",
            "Use an intermediate event, or delete the arrow.",
        ),
        "fa": (
            "پس از رویداد پایان {it} چیزی رسم شده است؛ پس از پایان چیزی نمی‌آید و پیکان کنار گذاشته شد.",
            "رویداد میانی به کار ببرید یا پیکان را حذف کنید.",
        ),
        "ar": ("رُسم شيء بعد حدث النهاية {it}؛ لا شيء يلي النهاية فتُرك السهم.", "استعمل حدثًا وسيطًا أو احذف السهم."),
    },
    "flow-into-start-led-on": {
        "en": (
            "An arrow leads back into the start event {it}; it now leads to the step after it.",
            "Draw the arrow to the first step instead.",
        ),
        "fa": ("پیکانی به رویداد آغاز {it} برمی‌گردد؛ اکنون به گام پس از آن می‌رسد.", "پیکان را به نخستین گام رسم کنید."),
        "ar": (
            "يعود سهم إلى حدث البداية {it}؛ صار يصل إلى الخطوة التي تليه.",
            "ارسم السهم إلى الخطوة الأولى بدلًا منه.",
        ),
    },
    "default-dropped": {
        "en": (
            "{it} names the default arrow {flow}, which does not leave it; it has no default now.",
            "Mark one of its own outgoing arrows as default.",
        ),
        "fa": (
            "{it} پیکان پیش‌فرض {flow} را نام می‌برد که از آن بیرون نمی‌رود؛ اکنون پیش‌فرضی ندارد.",
            "یکی از پیکان‌های خروجی خودش را پیش‌فرض کنید.",
        ),
        "ar": ("يسمّي {it} السهم الافتراضي {flow} وهو لا يخرج منه؛ صار بلا افتراضي.", "علّم أحد أسهمه الخارجة افتراضيًا."),
    },
    "call-without-target-passes": {
        "en": (
            "{it} calls another process but does not say which; it is passed over.",
            "Choose the process that {it} calls.",
        ),
        "fa": (
            "{it} فرایند دیگری را فرا می‌خواند ولی نمی‌گوید کدام؛ از آن می‌گذریم.",
            "فرایندی را که {it} فرا می‌خواند برگزینید.",
        ),
        "ar": ("يستدعي {it} عملية أخرى ولا يذكر أيّها؛ يُتجاوز.", "اختر العملية التي يستدعيها {it}."),
    },
    "event-subprocess-never": {
        "en": (
            "The event sub-process {it} has no start event, so it never begins.",
            "Give it one start event that says what it reacts to.",
        ),
        "fa": (
            "زیرفرایند رویدادی {it} رویداد آغاز ندارد و هرگز شروع نمی‌شود.",
            "یک رویداد آغاز به آن بدهید که بگوید به چه واکنش نشان می‌دهد.",
        ),
        "ar": (
            "العملية الفرعية الحدثية {it} بلا حدث بداية فلا تبدأ أبدًا.",
            "أعطها حدث بداية واحدًا يذكر ما تتفاعل معه.",
        ),
    },
    "script-empty-passes": {
        "en": (
            "The script task {it} has no script and does nothing.",
            "Write the script, or make {it} another kind of task.",
        ),
        "fa": ("وظیفهٔ اسکریپت {it} اسکریپتی ندارد و کاری نمی‌کند.", "اسکریپت را بنویسید یا نوع {it} را عوض کنید."),
        "ar": ("مهمة النص البرمجي {it} بلا نص ولا تفعل شيئًا.", "اكتب النص البرمجي أو غيّر نوع {it}."),
    },
    "second-loop-dropped": {
        "en": (
            "{it} is marked both as a loop and as multi-instance; only multi-instance counts.",
            "Keep one of the two markers.",
        ),
        "fa": (
            "{it} هم حلقه و هم چندنمونه‌ای علامت خورده است؛ تنها چندنمونه‌ای به شمار می‌آید.",
            "یکی از دو نشان را نگه دارید.",
        ),
        "ar": ("{it} معلَّم حلقةً ومتعدد النسخ معًا؛ يُعتدّ بتعدد النسخ فقط.", "أبقِ إحدى العلامتين."),
    },
    "multi-instance-once": {
        "en": (
            "{it} is to be done several times but does not say for whom or how often; it is done once.",
            "Enter a list (collection) or a number.",
        ),
        "fa": (
            "{it} باید چند بار انجام شود ولی نمی‌گوید برای که یا چند بار؛ یک بار انجام می‌شود.",
            "فهرست (collection) یا شمار آن را بنویسید.",
        ),
        "ar": ("يجب تنفيذ {it} عدة مرات دون ذكر لمن أو كم مرة؛ يُنفَّذ مرة واحدة.", "أدخل قائمة (collection) أو عددًا."),
    },
    "loop-once": {
        "en": (
            "{it} is marked as a loop without a condition; it is done once.",
            "Write the condition under which it is repeated.",
        ),
        "fa": ("{it} حلقه‌ای بدون شرط است؛ یک بار انجام می‌شود.", "شرط تکرار را بنویسید."),
        "ar": ("{it} حلقة بلا شرط؛ تُنفَّذ مرة واحدة.", "اكتب شرط التكرار."),
    },
    "start-added": {
        "en": ("{it} has no start event; it begins with the steps that nothing leads to.", "Draw a start event."),
        "fa": ("{it} رویداد آغاز ندارد؛ از گام‌هایی که چیزی به آن‌ها نمی‌رسد آغاز می‌شود.", "رویداد آغاز رسم کنید."),
        "ar": ("لا حدث بداية في {it}؛ يبدأ بالخطوات التي لا يصل إليها شيء.", "ارسم حدث بداية."),
    },
    "starts-merged": {
        "en": (
            "The sub-process {it} has {count} start events; all of its beginnings start together.",
            "Leave one start event.",
        ),
        "fa": ("زیرفرایند {it} ‏{count} رویداد آغاز دارد؛ همهٔ آغازهایش با هم شروع می‌شوند.", "یک رویداد آغاز نگه دارید."),
        "ar": ("في العملية الفرعية {it} ‏{count} أحداث بداية؛ تبدأ كلها معًا.", "أبقِ حدث بداية واحدًا."),
    },
    "start-chosen": {
        "en": (
            "{it} has no start event and goes in a circle; it begins with “{step}”.",
            "Draw a start event in front of the step that comes first.",
        ),
        "fa": (
            "{it} رویداد آغاز ندارد و دایره‌وار است؛ از «{step}» آغاز می‌شود.",
            "پیش از نخستین گام رویداد آغاز رسم کنید.",
        ),
        "ar": (
            "لا حدث بداية في {it} وهو يدور في حلقة؛ يبدأ بـ«{step}».",
            "ارسم حدث بداية قبل الخطوة الأولى.",
        ),
    },
    "boundary-moved": {
        "en": ("{it} was stored outside the sub-process of its activity and was moved there.", "Nothing to do."),
        "fa": ("{it} بیرون از زیرفرایند فعالیت خود نگهداری شده بود و به آن برده شد.", "کاری لازم نیست."),
        "ar": ("كان {it} محفوظًا خارج العملية الفرعية لنشاطه فنُقل إليها.", "لا يلزم شيء."),
    },
    "end-added": {
        "en": (
            "The way simply stops after {it}; an end event was added there.",
            "Draw an end event, so that readers see the path is finished.",
        ),
        "fa": (
            "مسیر پس از {it} ناگهان می‌ایستد؛ رویداد پایان به آن افزوده شد.",
            "رویداد پایان رسم کنید تا خواننده ببیند مسیر تمام شده است.",
        ),
        "ar": (
            "يتوقف المسار بعد {it} فجأة؛ أُضيف هناك حدث نهاية.",
            "ارسم حدث نهاية ليرى القارئ أن المسار انتهى.",
        ),
    },
    "flow-made-default": {
        "en": (
            "Of the arrows leaving {it}, only “{flow}” has no condition; it is taken when no other applies.",
            "Mark it as default in the modeler, or give it a condition.",
        ),
        "fa": (
            "از پیکان‌های خروجی {it} تنها «{flow}» شرط ندارد؛ وقتی هیچ‌کدام درست نباشد همان پیموده می‌شود.",
            "در مدل‌ساز آن را پیش‌فرض کنید یا شرطی به آن بدهید.",
        ),
        "ar": (
            "من الأسهم الخارجة من {it} وحده «{flow}» بلا شرط؛ يُسلك حين لا ينطبق غيره.",
            "علّمه افتراضيًا في أداة الرسم أو أعطه شرطًا.",
        ),
    },
    "person-decides": {
        "en": (
            "Nothing says which way to go at {it}; a person is asked to choose: {ways}.",
            "Write a condition on each arrow, for example =amount > 1000, and mark one as default.",
        ),
        "fa": (
            "چیزی نمی‌گوید در {it} از کدام راه باید رفت؛ از یک نفر پرسیده می‌شود: {ways}.",
            "روی هر پیکان شرطی بنویسید، مانند ‎=amount > 1000، و یکی را پیش‌فرض کنید.",
        ),
        "ar": (
            "لا شيء يحدد الطريق عند {it}؛ يُسأل شخص أن يختار: {ways}.",
            "اكتب شرطًا على كل سهم، مثل ‎=amount > 1000، وعلّم أحدها افتراضيًا.",
        ),
    },
}
