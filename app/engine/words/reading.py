"""Sentences about files that cannot be read at all."""

EXPORT = {
    "en": "Open it in the modeler it came from and export it again.",
    "fa": "آن را در نرم‌افزاری که ساخته است باز کنید و دوباره خروجی بگیرید.",
    "ar": "افتحه في الأداة التي أنشأته ثم صدّره من جديد.",
}
SPLIT = {
    "en": "Split the model into smaller ones that call each other.",
    "fa": "مدل را به مدل‌های کوچک‌تری که یکدیگر را فرا می‌خوانند تقسیم کنید.",
    "ar": "قسّم النموذج إلى نماذج أصغر يستدعي بعضها بعضًا.",
}
REPACK = {
    "en": "Pack only the model, its tables and its forms again, without folders above them.",
    "fa": "فقط مدل، جدول‌ها و فرم‌هایش را دوباره فشرده کنید.",
    "ar": "اضغط النموذج وجداوله ونماذجه فقط من جديد.",
}

SENTENCES = {
    "unreadable-xml": (
        EXPORT,
        "The file {file} is not well-formed XML (line {line}): {detail}.",
        "فایل {file} به زبان XML درست نوشته نشده است (سطر {line}): {detail}.",
        "الملف {file} ليس XML سليمًا (السطر {line}): {detail}.",
    ),
    "file-missing": (
        EXPORT,
        "The file {file} does not exist or cannot be opened.",
        "فایل {file} نیست یا باز نمی‌شود.",
        "الملف {file} غير موجود أو تعذّر فتحه.",
    ),
    "file-too-large": (
        SPLIT,
        "The file {file} is larger than {limit} MB.",
        "فایل {file} بزرگ‌تر از {limit} مگابایت است.",
        "الملف {file} أكبر من {limit} ميغابايت.",
    ),
    "doctype": (
        EXPORT,
        "The file {file} begins with a DOCTYPE, which can smuggle in other files or explode; models never need one.",
        "فایل {file} با DOCTYPE آغاز می‌شود که می‌تواند فایل‌های دیگر را وارد کند یا بی‌نهایت بزرگ شود؛ هیچ مدلی به آن نیاز ندارد.",
        "يبدأ الملف {file} بتعريف DOCTYPE الذي قد يُدخل ملفات أخرى أو ينفجر حجمه؛ ولا يحتاج إليه أي نموذج.",
    ),
    "nested-too-deep": (
        SPLIT,
        "The file {file} nests elements more than {limit} levels deep.",
        "فایل {file} بیش از {limit} لایهٔ تودرتو دارد.",
        "في الملف {file} أكثر من {limit} مستوى من التداخل.",
    ),
    "too-many-elements": (
        SPLIT,
        "The file {file} has more than {limit} elements.",
        "فایل {file} بیش از {limit} عنصر دارد.",
        "في الملف {file} أكثر من {limit} عنصر.",
    ),
    "too-many-attributes": (
        EXPORT,
        "The file {file} has an element with more than {limit} attributes.",
        "فایل {file} عنصری با بیش از {limit} ویژگی دارد.",
        "في الملف {file} عنصر له أكثر من {limit} سمة.",
    ),
    "id-too-long": (
        EXPORT,
        "The file {file} uses an id longer than {limit} characters.",
        "فایل {file} شناسه‌ای بلندتر از {limit} نویسه دارد.",
        "في الملف {file} معرّف أطول من {limit} حرفًا.",
    ),
    "broken-zip": (
        REPACK,
        "The archive {file} cannot be opened: {detail}.",
        "فایل فشردهٔ {file} باز نمی‌شود: {detail}.",
        "تعذّر فتح الأرشيف {file}: {detail}.",
    ),
    "zip-too-many-files": (
        REPACK,
        "The archive {file} holds more than {limit} files.",
        "فایل فشردهٔ {file} بیش از {limit} فایل دارد.",
        "في الأرشيف {file} أكثر من {limit} ملف.",
    ),
    "zip-too-large": (
        REPACK,
        "The archive {file} unpacks to more than {limit} MB.",
        "فایل فشردهٔ {file} پس از باز شدن بیش از {limit} مگابایت می‌شود.",
        "يتجاوز الأرشيف {file} بعد فكّه {limit} ميغابايت.",
    ),
    "zip-bomb": (
        REPACK,
        "In the archive {file}, {inside} unpacks to far more than it claims.",
        "در فایل فشردهٔ {file}، ‏{inside} بسیار بزرگ‌تر از آنچه می‌گوید باز می‌شود.",
        "في الأرشيف {file} ينتفخ {inside} إلى أكثر بكثير مما يدّعي.",
    ),
    "zip-path": (
        REPACK,
        "In the archive {file}, {inside} points outside the archive.",
        "در فایل فشردهٔ {file}، ‏{inside} به بیرون از آن اشاره می‌کند.",
        "في الأرشيف {file} يشير {inside} إلى خارج الأرشيف.",
    ),
    "reading-takes-too-long": (
        SPLIT,
        "Reading {file} took too long and was stopped.",
        "خواندن {file} بیش از اندازه طول کشید و متوقف شد.",
        "استغرقت قراءة {file} وقتًا طويلًا فأُوقفت.",
    ),
    "reading-takes-too-much": (
        SPLIT,
        "Reading {file} needed too much memory and was stopped.",
        "خواندن {file} حافظهٔ بیش از اندازه‌ای خواست و متوقف شد.",
        "احتاجت قراءة {file} ذاكرة أكثر من اللازم فأُوقفت.",
    ),
    "no-model": (
        EXPORT,
        "There is no BPMN model, decision table or form in {file}.",
        "در {file} هیچ مدل BPMN، جدول تصمیم یا فرمی نیست.",
        "لا يوجد في {file} نموذج BPMN ولا جدول قرار ولا استمارة.",
    ),
    "unreadable-form": (
        EXPORT,
        "The form {file} is not valid JSON: {detail}.",
        "فرم {file} به زبان JSON درست نوشته نشده است: {detail}.",
        "الاستمارة {file} ليست JSON سليمًا: {detail}.",
    ),
}

WORDS = {
    rule: {"en": (en, remedy["en"]), "fa": (fa, remedy["fa"]), "ar": (ar, remedy["ar"])}
    for rule, (remedy, en, fa, ar) in SENTENCES.items()
}
