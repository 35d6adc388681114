"""What FEEL, JUEL and the tables say about an expression, in Persian and Arabic: they themselves speak English only.

Each line is a pattern of the English words with what stands in its place; a detail is said piece by piece, and a piece
no pattern knows (Python's own words, a value) stays as it is.
"""

import re
from functools import lru_cache

EXPECTED = (
    (r"Expected a value", "مقداری لازم است", "يلزم هنا مقدار"),
    (r"Expected a name", "نامی لازم است", "يلزم هنا اسم"),
    (r"Expected a type", "نوعی لازم است", "يلزم هنا نوع"),
    (r"Expected the name of an entry and a colon", "نام یک جزء و دونقطه لازم است", "يلزم هنا اسم مدخل ونقطتان"),
    (r"Expected the name of an entry", "نام یک جزء لازم است", "يلزم هنا اسم مدخل"),
    (r"Expected the name of an argument", "نام یک ورودی لازم است", "يلزم هنا اسم معامل"),
    (r"Expected the end of the expression", "عبارت باید اینجا پایان یابد", "يلزم هنا أن ينتهي التعبير"),
    (r"Expected (.+?)(?=, but found)", "{0} لازم است", "يلزم هنا {0}"),
    (r", but found the end\.", "، ولی عبارت پایان یافته است.", "، لكن التعبير انتهى."),
    (r", but found (.+?)\.(?= |$)", "، ولی {0} آمده است.", "، لكن وُجد {0}."),
)
HINTS = (
    (r"Texts stand between double quotation marks\.", "متن میان دو گیومهٔ \" می‌آید.", "تُكتب النصوص بين علامتي \"."),
    (r"Equality is written with one =\.", "برابری با یک = نوشته می‌شود.", "تُكتب المساواة بعلامة = واحدة."),
    (r"Write and\.", "بنویسید and.", "اكتب and."),
    (r"Write or\.", "بنویسید or.", "اكتب or."),
    (r"Write not\(\.\.\.\)\.", "بنویسید not(...).", "اكتب not(...)."),
    (r"Write modulo\(a, b\)\.", "بنویسید modulo(a, b).", "اكتب modulo(a, b)."),
    (r"Write a comma\.", "ویرگول بگذارید.", "اكتب فاصلة."),
)
FEEL = (
    (r"There is no type named (.+?)\.(?= |$)", "نوعی به نام {0} نیست.", "لا يوجد نوع اسمه {0}."),
    (r"This number is too large\.", "این عدد بیش از اندازه بزرگ است.", "هذا العدد أكبر من المسموح."),
    (
        r"A text is opened with a quotation mark but never closed\.",
        "متنی با گیومه باز شده ولی بسته نشده است.",
        "فُتح نص بعلامة اقتباس ولم يُغلق.",
    ),
    (
        r"A name is opened with a backtick but never closed\.",
        "نامی با ` باز شده ولی بسته نشده است.",
        "فُتح اسم بعلامة ` ولم يُغلق.",
    ),
    (r"A comment is opened but never closed\.", "توضیحی باز شده ولی بسته نشده است.", "فُتح تعليق ولم يُغلق."),
    (r"The expression is too long\.", "عبارت بیش از اندازه دراز است.", "التعبير أطول من المسموح."),
    (
        r"The expression is nested too deeply\.",
        "عبارت بیش از اندازه تودرتو است.",
        "التعبير متداخل أكثر من المسموح.",
    ),
)
JUEL = (
    (
        r"The expression cannot be read: the end is not expected here\.",
        "عبارت خوانده نمی‌شود: پیش از پایان چیزی کم است.",
        "تعذّرت قراءة التعبير: ينقصه شيء قبل نهايته.",
    ),
    (
        r"The expression cannot be read: (.+?) is not expected here\.",
        "عبارت خوانده نمی‌شود: {0} اینجا نمی‌آید.",
        "تعذّرت قراءة التعبير: لا مكان هنا لـ{0}.",
    ),
    (
        r"The expression cannot be read here, or does not end\.",
        "عبارت از اینجا خوانده نمی‌شود یا پایان ندارد.",
        "تعذّرت قراءة التعبير من هنا أو لا نهاية له.",
    ),
    (r"Close it with }\.", "آن را با }} ببندید.", "أغلقه بـ}}."),
    (r"(\S+) is missing before this\.", "پیش از این {0} کم است.", "ينقص {0} قبل هذا."),
    (
        r"(\S+) calls Java, which does not run here\.",
        "{0} جاوا را فرا می‌خواند که اینجا اجرا نمی‌شود.",
        "يستدعي {0} لغة جافا وهي لا تعمل هنا.",
    ),
    (r"Name the variable itself\.", "خود متغیر را نام ببرید.", "سمّ المتغير نفسه."),
    (r"Write !empty and the variable's name\.", "بنویسید ‎!empty و نام متغیر.", "اكتب ‎!empty ثم اسم المتغير."),
    (r"Write empty before the variable\.", "پیش از متغیر بنویسید empty.", "اكتب empty قبل المتغير."),
    (r"Compare with ==\.", "با == بسنجید.", "قارن بـ==."),
    (r"Use FEEL: (.+)\.$", "به FEEL بنویسید: ‎{0}.", "اكتبه بلغة FEEL: ‎{0}."),
    (r"Use the case's number from its data\.", "شمارهٔ پرونده را از داده‌هایش بردارید.", "خذ رقم الطلب من بياناته."),
    (r"Use a script task\.", "وظیفهٔ اسکریپت به کار ببرید.", "استعمل مهمة نص برمجي."),
    (
        r"Make it a service task that is answered by a connector, or compute it in a script\.",
        "آن را وظیفهٔ سرویسی کنید که یک رابط پاسخ می‌دهد، یا در اسکریپت حساب کنید.",
        "اجعله مهمة خدمة يجيب عنها موصل، أو احسبه في نص برمجي.",
    ),
)
TABLES = (
    (r"Nothing is written here to decide by\.", "اینجا چیزی برای تصمیم نوشته نشده است.", "لا شيء مكتوب هنا ليُقرَّر به."),
    (
        r"(\S+) does not run here; write the expression in FEEL\.",
        "{0} اینجا اجرا نمی‌شود؛ عبارت را به FEEL بنویسید.",
        "لا تعمل {0} هنا؛ اكتب التعبير بلغة FEEL.",
    ),
    (r"(.+?) cannot be read:", "{0} خوانده نمی‌شود:", "تعذّرت قراءة {0}:"),
    (r"The function has no body\.", "تابع بدنه ندارد.", "ليس للدالة متن."),
    (r"The invocation names nothing to call\.", "فراخوانی نمی‌گوید چه را فرا بخواند.", "لا يسمّي الاستدعاء شيئًا."),
    (r"A (\S+) is not an expression\.", "{0} عبارت نیست.", "{0} ليس تعبيرًا."),
    (r"A conditional needs its if, then and else\.", "شرط به if و then و else نیاز دارد.", "يلزم الشرط if وthen وelse."),
    (r"The part named (\S+) is empty\.", "بخش {0} خالی است.", "الجزء {0} فارغ."),
    (r"The entry is empty\.", "این جزء خالی است.", "المدخل فارغ."),
    (r"The business knowledge has no logic\.", "دانش کسب‌وکار منطقی ندارد.", "ليس للمعرفة منطق."),
    (r"There is no hit policy (.*?)\.(?= |$)", "سیاست انتخاب {0} وجود ندارد.", "لا توجد سياسة اختيار {0}."),
    (r"The input has no expression\.", "ورودی عبارتی ندارد.", "ليس للمدخل تعبير."),
    (
        r"The model imports another one that is not at hand\.",
        "مدل، مدل دیگری را می‌آورد که در دست نیست.",
        "يستورد النموذج نموذجًا آخر غير متاح.",
    ),
    (
        r"The model refers to this, but nothing in it has that id\.",
        "مدل به این ارجاع می‌دهد ولی چیزی با این شناسه ندارد.",
        "يشير النموذج إلى هذا ولا شيء فيه بهذا المعرّف.",
    ),
    (r"(.+?) requires itself, directly or through others\.", "{0} به خودش نیاز دارد.", "يعتمد {0} على نفسه."),
    (r"The (?:file|model|decision) is nested too deeply\.", "فایل بیش از اندازه تودرتو است.", "الملف متداخل أكثر من المسموح."),
    (r"The file holds no DMN definitions\.", "فایل تعریفی از DMN ندارد.", "لا تعريفات DMN في الملف."),
)
PIECES = tuple((re.compile(pattern), fa, ar) for pattern, fa, ar in (*EXPECTED, *HINTS, *JUEL, *FEEL, *TABLES))
LANGUAGES = {"fa": 1, "ar": 2}


@lru_cache(maxsize=1024)
def said(detail: str, language: str) -> str:
    """The detail of a finding in this language, as far as its pieces are known."""
    column = LANGUAGES.get(language)
    if column is None:
        return detail
    for piece in PIECES:
        detail = piece[0].sub(lambda match, words=piece[column]: words.format(*match.groups()), detail)
    return detail
