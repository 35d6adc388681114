"""The sentences of the studio's own findings, (what is wrong, how to mend it), in English, Persian and Arabic."""

# ruff: noqa: E501  one sentence, one line, in each of three languages

WORDS: dict[str, dict[str, tuple[str, str]]] = {
    "write-repairs": {
        "en": ("Write it into the drawing", ""),
        "fa": ("نوشتن آن در نمودار", ""),
        "ar": ("اكتبه في المخطط", ""),
    },
    "drawing-missing": {
        "en": ("The service has no drawing.", "Bring a BPMN file, or draw one."),
        "fa": ("این خدمت نموداری ندارد.", "پروندهٔ BPMN بیاورید یا نموداری بکشید."),
        "ar": ("ليس لهذه الخدمة مخطط.", "أحضر ملف BPMN أو ارسم مخططًا."),
    },
    "process-gone": {
        "en": ("The process “{process}” is no longer in the drawing.", "Choose which process of the drawing is the service."),
        "fa": ("فرایند «{process}» دیگر در نمودار نیست.", "مشخص کنید کدام فرایند نمودار همین خدمت است."),
        "ar": ("لم تعد العملية «{process}» في المخطط.", "اختر أي عملية في المخطط هي الخدمة."),
    },
    "form-missing": {
        "en": ("{it} asks for the form “{form}”, which is not here.", "Draw the form, or give the step another one."),
        "fa": ("{it} فرم «{form}» را می‌خواهد که اینجا نیست.", "فرم را بسازید یا فرم دیگری به این گام بدهید."),
        "ar": ("تطلب الخطوة {it} النموذج «{form}» وهو غير موجود هنا.", "أنشئ النموذج أو أعط الخطوة نموذجًا آخر."),
    },
    "decision-missing": {
        "en": ("{it} takes the decision “{decision}”, which is in none of the files: every request would wait there for ever.", "Bring the DMN file that holds it, make the table, or name another decision."),
        "fa": ("{it} تصمیم «{decision}» را می‌گیرد که در هیچ‌یک از پرونده‌ها نیست؛ هر درخواست برای همیشه آنجا می‌ماند.", "پروندهٔ DMN آن را بیاورید، جدول را بسازید یا تصمیم دیگری نام ببرید."),
        "ar": ("تتخذ الخطوة {it} القرار «{decision}» وهو ليس في أي من الملفات، فينتظر كل طلب هناك إلى الأبد.", "أحضر ملف DMN الذي يحويه، أو أنشئ الجدول، أو اذكر قرارًا آخر."),
    },
    "decision-found-later": {
        "en": ("{it} names its decision by an expression, “{decision}”, which is not worked out here: it waits for an answer from outside.", "Name the decision itself."),
        "fa": ("{it} تصمیم خود را با عبارت «{decision}» نام می‌برد که اینجا محاسبه نمی‌شود؛ منتظر پاسخی از بیرون می‌ماند.", "خود تصمیم را نام ببرید."),
        "ar": ("تسمي الخطوة {it} قرارها بعبارة «{decision}» لا تُحسب هنا، فتنتظر جوابًا من الخارج.", "اذكر القرار نفسه."),
    },
    "start-form-missing": {
        "en": ("The form a request begins with, “{path}”, is not here.", "Choose another form, or bring this one."),
        "fa": ("فرمی که درخواست با آن آغاز می‌شود («{path}») اینجا نیست.", "فرم دیگری برگزینید یا همین را بیاورید."),
        "ar": ("النموذج الذي يبدأ به الطلب «{path}» غير موجود.", "اختر نموذجًا آخر أو أحضر هذا النموذج."),
    },
    "called-missing": {
        "en": ("{it} calls “{called}”, which is neither a shared part in these files nor a service.", "Bring the drawing that is called, or choose a service."),
        "fa": ("{it} «{called}» را فرا می‌خواند که نه بخشی از این پرونده‌هاست و نه خدمتی موجود.", "نمودار فراخوانده را بیاورید یا خدمتی برگزینید."),
        "ar": ("تستدعي الخطوة {it} «{called}» وهي ليست جزءًا من هذه الملفات ولا خدمة قائمة.", "أحضر المخطط المستدعى أو اختر خدمة."),
    },
    "called-not-granted": {
        "en": ("{it} calls “{called}”, and {department} does not let this department call it.", "Ask {department} to name your department under “Who may call it”, or call another service."),
        "fa": ("{it} «{called}» را فرا می‌خواند، ولی {department} به این واحد اجازهٔ فراخوانی نداده است.", "از {department} بخواهید واحد شما را در «چه کسانی می‌توانند فرا بخوانند» بیاورد، یا خدمت دیگری را فرا بخوانید."),
        "ar": ("تستدعي الخطوة {it} «{called}»، ولا تسمح {department} لهذه الإدارة باستدعائها.", "اطلب من {department} إضافة إدارتك إلى «من يمكنه استدعاؤها»، أو استدع خدمة أخرى."),
    },
    "call-untold": {
        "en": ("{it} asks for “{called}” and does not tell it: {names}.", "Say at the call where these answers come from; nobody is asked for them later."),
        "fa": ("{it} «{called}» را می‌خواهد و این را به آن نمی‌گوید: {names}.", "همان‌جا بگویید این پاسخ‌ها از کجا می‌آیند؛ بعداً کسی آن‌ها را نمی‌پرسد."),
        "ar": ("تطلب {it} «{called}» ولا تخبرها: {names}.", "حدد عند الاستدعاء مصدر هذه الإجابات؛ فلن يُسأل عنها أحد لاحقًا."),
    },
    "lane-gone": {
        "en": ("People are named for the lane {it}, which is no longer in the drawing.", "Remove the entry, or give the lane its old id."),
        "fa": ("برای مسیر شنای {it} کسانی تعیین شده‌اند ولی این مسیر دیگر در نمودار نیست.", "این مورد را حذف کنید یا شناسهٔ پیشین را به مسیر بازگردانید."),
        "ar": ("حُدد أشخاص للمسار {it} وهو لم يعد في المخطط.", "احذف هذا الإدخال أو أعد للمسار معرّفه السابق."),
    },
    "lane-unbound": {
        "en": ("Nobody is named for the lane {it}: its steps fall to the owner of the service.", "Say which group or person works in this lane."),
        "fa": ("برای مسیر شنای {it} کسی تعیین نشده و گام‌های آن به مالک خدمت می‌رسد.", "بگویید کدام گروه یا شخص در این مسیر کار می‌کند."),
        "ar": ("لم يُحدد أحد للمسار {it}، فتؤول خطواته إلى مالك الخدمة.", "حدد المجموعة أو الشخص الذي يعمل في هذا المسار."),
    },
    "owner-missing": {
        "en": ("Nobody owns the service, so steps for which nobody is found would wait for ever.", "Name a group or a person as the owner."),
        "fa": ("خدمت مالکی ندارد؛ گام‌هایی که کسی برایشان پیدا نشود برای همیشه می‌مانند.", "گروه یا شخصی را مالک کنید."),
        "ar": ("لا مالك للخدمة، فالخطوات التي لا يوجد لها أحد تنتظر إلى الأبد.", "عيّن مجموعة أو شخصًا مالكًا للخدمة."),
    },
    "owner-nobody": {
        "en": ("Nobody answers to the owner “{owner}”: steps for which nobody is found would wait for ever.", "Name an owner who works here, or put people into the group."),
        "fa": ("مالک «{owner}» کسی را در بر ندارد؛ گام‌هایی که کسی برایشان پیدا نشود برای همیشه می‌مانند.", "مالکی شاغل تعیین کنید یا کسانی را به گروه بیفزایید."),
        "ar": ("لا أحد يمثل المالك «{owner}»، فالخطوات التي لا يوجد لها أحد تنتظر إلى الأبد.", "عيّن مالكًا يعمل هنا أو أضف أشخاصًا إلى المجموعة."),
    },
    "nobody-for-anyone": {
        "en": ("Nobody is found for {it} ({said}): every request would wait for {owner}.", "Choose people, a group or a role that exists."),
        "fa": ("برای {it} کسی پیدا نمی‌شود ({said})؛ هر درخواست در انتظار {owner} می‌ماند.", "اشخاص، گروه یا نقشی موجود برگزینید."),
        "ar": ("لا يوجد أحد للخطوة {it} ({said})، فينتظر كل طلب {owner}.", "اختر أشخاصًا أو مجموعة أو دورًا موجودًا."),
    },
    "nobody-for-some": {
        "en": ("For {who} nobody is found for {it}: their requests would wait for {owner}.", "Choose people for them too, or accept that {owner} decides."),
        "fa": ("برای {who} کسی برای {it} پیدا نمی‌شود؛ درخواست‌هایشان در انتظار {owner} می‌ماند.", "برای آنان هم کسی برگزینید یا بپذیرید که {owner} تصمیم بگیرد."),
        "ar": ("لا يوجد لطلبات {who} من يقوم بالخطوة {it}، فتنتظر {owner}.", "اختر أشخاصًا لهم أيضًا، أو اقبل أن يقرر {owner}."),
    },
    "group-empty": {
        "en": ("{it} goes to the group {group}, in which nobody works: it would wait for ever.", "Put people into the group, or choose another."),
        "fa": ("{it} به گروه {group} می‌رسد که کسی در آن کار نمی‌کند و برای همیشه می‌ماند.", "کسانی را به گروه بیفزایید یا گروه دیگری برگزینید."),
        "ar": ("تصل الخطوة {it} إلى المجموعة {group} ولا أحد يعمل فيها، فتنتظر إلى الأبد.", "أضف أشخاصًا إلى المجموعة أو اختر غيرها."),
    },
    "group-empty-for-some": {
        "en": ("For {who}, {it} goes to the group {group}, in which nobody works: it would wait for ever.", "Put people into the group, or choose another."),
        "fa": ("برای {who}، {it} به گروه {group} می‌رسد که کسی در آن کار نمی‌کند و برای همیشه می‌ماند.", "کسانی را به گروه بیفزایید یا گروه دیگری برگزینید."),
        "ar": ("تصل الخطوة {it} لطلبات {who} إلى المجموعة {group} ولا أحد يعمل فيها، فتنتظر إلى الأبد.", "أضف أشخاصًا إلى المجموعة أو اختر غيرها."),
    },
    "approval-without-way-out": {
        "en": ("When nobody answers, the approval {it} waits for ever.", "Draw a timer on its edge, or use the shared approval, which knows what silence means."),
        "fa": ("اگر کسی پاسخ ندهد، تأیید {it} برای همیشه می‌ماند.", "زمان‌سنجی روی لبهٔ آن بکشید یا تأیید مشترک را به کار ببرید که معنای سکوت را می‌داند."),
        "ar": ("إن لم يجب أحد فإن الموافقة {it} تنتظر إلى الأبد.", "ارسم مؤقتًا على حافتها، أو استخدم الموافقة المشتركة التي تعرف معنى عدم الرد."),
    },
    "audience-sampled": {
        "en": ("Who gets the work was checked for {checked} of {kinds} kinds of people.", "People of one department, site, cost centre and manager are one kind. Narrow who may ask to check all of them."),
        "fa": ("گیرندهٔ کار برای {checked} گونه از {kinds} گونهٔ افراد بررسی شد.", "افراد یک بخش، محل، مرکز هزینه و مدیر یک گونه‌اند. برای بررسی همه، دایرهٔ درخواست‌کنندگان را تنگ‌تر کنید."),
        "ar": ("فُحص من يتولى العمل لـ{checked} من {kinds} من فئات الأشخاص.", "من لهم القسم والموقع ومركز التكلفة والمدير نفسه فئة واحدة. ضيّق دائرة من يحق لهم الطلب لتُفحص كلها."),
    },
    "audience-empty": {
        "en": ("Nobody who works here belongs to the audience.", "Widen who may ask."),
        "fa": ("هیچ‌کس از شاغلان در میان درخواست‌کنندگان مجاز نیست.", "دایرهٔ کسانی را که می‌توانند بخواهند گسترده‌تر کنید."),
        "ar": ("لا أحد من العاملين ضمن من يحق لهم الطلب.", "وسّع دائرة من يحق لهم الطلب."),
    },
    "texts-missing": {
        "en": ("The service needs a name and a summary in {language}.", "Write what it is called and one sentence about it."),
        "fa": ("خدمت به زبان {language} نام و خلاصه لازم دارد.", "نام و یک جمله دربارهٔ آن بنویسید."),
        "ar": ("تحتاج الخدمة إلى اسم وملخص باللغة {language}.", "اكتب اسمها وجملة عنها."),
    },
    "name-missing": {
        "en": ("The service needs a name in {language}.", "Write what it is called."),
        "fa": ("خدمت به زبان {language} نام لازم دارد.", "بنویسید خدمت چه نام دارد."),
        "ar": ("تحتاج الخدمة إلى اسم باللغة {language}.", "اكتب اسمها."),
    },
    "summary-missing": {
        "en": ("The service needs a summary in {language}.", "Write one sentence about it."),
        "fa": ("خدمت به زبان {language} خلاصه لازم دارد.", "یک جمله دربارهٔ آن بنویسید."),
        "ar": ("تحتاج الخدمة إلى ملخص باللغة {language}.", "اكتب جملة عنها."),
    },
    "texts-untranslated": {
        "en": ("Missing in {language}: {names}.", "Write it on the sheet of every text."),
        "fa": ("به {language} کم است: {names}.", "در برگهٔ همهٔ متن‌ها بنویسید."),
        "ar": ("ينقص باللغة {language}: {names}.", "اكتبه في صفحة كل النصوص."),
    },
    "kind-unknown": {
        "en": ("“{kind}” is no kind of service.", "Choose one of the kinds."),
        "fa": ("«{kind}» از گونه‌های خدمت نیست.", "یکی از گونه‌ها را برگزینید."),
        "ar": ("«{kind}» ليس من أنواع الخدمات.", "اختر أحد الأنواع."),
    },
    "slug-unusable": {
        "en": ("“{slug}” cannot be the service's short name.", "Use small letters, digits and dashes."),
        "fa": ("«{slug}» نمی‌تواند نام کوتاه خدمت باشد.", "از حروف کوچک لاتین، رقم و خط تیره استفاده کنید."),
        "ar": ("لا يصلح «{slug}» اسمًا قصيرًا للخدمة.", "استخدم حروفًا لاتينية صغيرة وأرقامًا وشرطات."),
    },
    "code-missing": {
        "en": ("The service has no code.", "Give it one, for example IT-07; people name it on the phone."),
        "fa": ("خدمت کدی ندارد.", "کدی مانند IT-07 به آن بدهید تا بتوان از آن نام برد."),
        "ar": ("ليس للخدمة رمز.", "أعطها رمزًا مثل IT-07 ليُذكر عند السؤال عنها."),
    },
    "promise-unreadable": {
        "en": ("The promised time cannot be read.", "Say it in hours or days."),
        "fa": ("زمان وعده‌داده‌شده خوانده نمی‌شود.", "آن را به ساعت یا روز بگویید."),
        "ar": ("لا يمكن قراءة المدة الموعودة.", "حددها بالساعات أو الأيام."),
    },
    "audience-unreadable": {
        "en": ("Who may ask cannot be read: {detail}.", "Choose everyone, employees or managers, or correct the expression."),
        "fa": ("اینکه چه کسی می‌تواند بخواهد خوانده نمی‌شود: {detail}.", "همه، کارکنان یا مدیران را برگزینید یا عبارت را درست کنید."),
        "ar": ("لا يمكن قراءة من يحق له الطلب: {detail}.", "اختر الجميع أو الموظفين أو المديرين، أو صحّح العبارة."),
    },
    "department-unknown": {
        "en": ("There is no department “{department}”.", "Choose the department that offers the service."),
        "fa": ("بخش «{department}» وجود ندارد.", "بخشی را که خدمت را ارائه می‌دهد برگزینید."),
        "ar": ("لا يوجد قسم «{department}».", "اختر القسم الذي يقدم الخدمة."),
    },
    "category-missing": {
        "en": ("The service stands in no category of its department.", "Choose one, so that people find it while looking around."),
        "fa": ("خدمت در هیچ دستهٔ بخش خود نیست.", "دسته‌ای برگزینید تا هنگام گشتن پیدا شود."),
        "ar": ("الخدمة ليست في أي فئة من فئات قسمها.", "اختر فئة ليجدها الناس عند التصفح."),
    },
}
