"""The sentences about files that were brought, in English, Persian and Arabic."""

# ruff: noqa: E501  one sentence, one line, in each of three languages

WORDS: dict[str, dict[str, str]] = {
    "no-model": {
        "en": "{file} is neither a drawing, a table nor a form; it was left out.",
        "fa": "{file} نه نمودار است، نه جدول و نه فرم؛ کنار گذاشته شد.",
        "ar": "{file} ليس مخططًا ولا جدولًا ولا نموذجًا، فتُرك جانبًا.",
    },
    "empty": {
        "en": "{file} is empty; it was left out.",
        "fa": "{file} خالی است؛ کنار گذاشته شد.",
        "ar": "{file} فارغ، فتُرك جانبًا.",
    },
    "too-large": {
        "en": "{file} is larger than {limit} MB; it was left out. Split the model into smaller ones that call each other.",
        "fa": "{file} بزرگ‌تر از {limit} مگابایت است؛ کنار گذاشته شد. مدل را به چند مدل کوچک‌تر تقسیم کنید.",
        "ar": "{file} أكبر من {limit} ميغابايت، فتُرك جانبًا. قسّم النموذج إلى نماذج أصغر يستدعي بعضها بعضًا.",
    },
    "too-many": {
        "en": "{file} holds more than {limit} files; the rest was left out.",
        "fa": "{file} بیش از {limit} پرونده دارد؛ بقیه کنار گذاشته شد.",
        "ar": "في {file} أكثر من {limit} ملف، فتُرك الباقي جانبًا.",
    },
    "zip-broken": {
        "en": "{file} cannot be opened as a zip. Pack it again.",
        "fa": "{file} به‌عنوان فایل فشرده باز نمی‌شود. دوباره فشرده کنید.",
        "ar": "تعذّر فتح {file} كملف مضغوط. اضغطه من جديد.",
    },
    "zip-locked": {
        "en": "{file} is locked with a password. Pack it again without one.",
        "fa": "{file} رمز دارد. دوباره بدون رمز فشرده کنید.",
        "ar": "{file} محمي بكلمة مرور. اضغطه من جديد بدونها.",
    },
    "zip-bomb": {
        "en": "{file} would grow beyond measure when unpacked; it was left out.",
        "fa": "{file} پس از باز شدن بیش از اندازه بزرگ می‌شود؛ کنار گذاشته شد.",
        "ar": "يتضخم {file} عند فكّه أكثر من المعقول، فتُرك جانبًا.",
    },
    "zip-inside": {
        "en": "{file} is a zip inside a zip; it was left out. Pack its files directly.",
        "fa": "{file} فایل فشرده‌ای درون فایل فشرده است؛ کنار گذاشته شد. پرونده‌هایش را مستقیم فشرده کنید.",
        "ar": "{file} ملف مضغوط داخل آخر، فتُرك جانبًا. اضغط ملفاته مباشرة.",
    },
    "zip-path": {
        "en": "{file} leads out of its folder; it was left out.",
        "fa": "نشانی {file} به بیرون از پوشه می‌رود؛ کنار گذاشته شد.",
        "ar": "يشير {file} إلى خارج مجلده، فتُرك جانبًا.",
    },
    "kept-unreadable": {
        "en": "{file} cannot be read yet. It is kept as it is, with what is wrong in it.",
        "fa": "{file} هنوز خوانده نمی‌شود. همان‌گونه که هست با نشان دادن ایرادش نگه داشته شد.",
        "ar": "لا يمكن قراءة {file} بعد. حُفظ كما هو مع بيان الخطأ فيه.",
    },
    "order-broken": {
        "en": "{file} could not be used: {detail} The drawing and the forms were kept.",
        "fa": "{file} به کار نیامد: {detail} نمودار و فرم‌ها نگه داشته شد.",
        "ar": "تعذّر استخدام {file}: {detail} حُفظ المخطط والنماذج.",
    },
    "several-drawings": {
        "en": "There are several drawings. {file} became the service, the others are its parts.",
        "fa": "چند نمودار هست. {file} خودِ خدمت شد و بقیه بخش‌های آن.",
        "ar": "توجد عدة مخططات. صار {file} هو الخدمة، والباقي أجزاؤها.",
    },
    "no-drawing": {
        "en": "There was no drawing, so you begin with an empty sheet; {file} is beside it.",
        "fa": "نموداری در کار نبود؛ با برگه‌ای خالی آغاز می‌کنید و {file} در کنار آن است.",
        "ar": "لم يكن هناك مخطط، فتبدأ بورقة فارغة وبجانبها {file}.",
    },
    "order-of-others": {
        "en": "{file} is of another department: it is yours now, and its code, category and callers are to be said anew.",
        "fa": "{file} از بخش دیگری است: اکنون از آنِ شماست و کد، دسته و فراخوانندگان آن را باید از نو گفت.",
        "ar": "{file} من إدارة أخرى: صارت الخدمة لك، ويجب تحديد رمزها وفئتها ومن يستدعيها من جديد.",
    },
    "order-again": {
        "en": "{file} is here already: this is a second service, without the code {id} of the first.",
        "fa": "{file} از پیش هست: این خدمت دومی است و کد {id} خدمت نخست را ندارد.",
        "ar": "{file} موجودة من قبل: هذه خدمة ثانية من دون رمز الأولى {id}.",
    },
    "form-named": {
        "en": "Steps named the form by its file, {file}; they now name it by its id.",
        "fa": "گام‌ها فرم را با نام پرونده‌اش {file} می‌خواندند؛ اکنون با شناسه‌اش می‌خوانند.",
        "ar": "كانت الخطوات تسمي النموذج باسم ملفه {file}، والآن تسميه بمعرّفه.",
    },
    "form-unnamed": {
        "en": "{file} had no id by which a step could name it; it is “{id}” now.",
        "fa": "{file} شناسه‌ای نداشت که گامی آن را بخواند؛ اکنون شناسه‌اش «{id}» است.",
        "ar": "لم يكن لنموذج {file} معرّف تسميه به خطوة، ومعرّفه الآن «{id}».",
    },
    "forms-out": {
        "en": "Forms stood inside {file}. Each is a form of its own now, so that it can be edited and translated.",
        "fa": "درون {file} فرم‌هایی بود. اکنون هر یک فرمی جداست تا ویرایش و ترجمه شود.",
        "ar": "كانت داخل {file} نماذج. صار كل منها نموذجًا مستقلًا ليُحرَّر ويُترجم.",
    },
    "laid-out": {
        "en": "{file} had no drawing of its own, or an incomplete one; it was laid out.",
        "fa": "{file} ترسیمی نداشت یا ناقص بود؛ چیده شد.",
        "ar": "لم يكن في {file} رسم أو كان ناقصًا، فرُتّب.",
    },
}
