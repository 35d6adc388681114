"""The sentences of the gate's own points, (what it is, what to do), in English, Persian and Arabic."""

# ruff: noqa: E501  one sentence, one line, in each of three languages

CONJUNCTIONS = {"en": "{row} And {n} more.", "fa": "{row} و {n} مورد دیگر.", "ar": "{row} و{n} غيرها."}
FAILURES: dict[str, dict[str, str]] = {
    "race": {
        "en": "Something else was published at the same moment. Nothing was changed; publish again.",
        "fa": "هم‌زمان چیز دیگری منتشر شد. چیزی تغییر نکرد؛ دوباره منتشر کنید.",
        "ar": "نُشر شيء آخر في اللحظة نفسها. لم يتغير شيء؛ انشر مرة أخرى.",
    },
    "broken": {
        "en": "The files cannot work: {what}",
        "fa": "پرونده‌ها کار نمی‌کنند: {what}",
        "ar": "الملفات لا تعمل: {what}",
    },
    "stops": {
        "en": "Since it was asked for, something has come in the way: {what}",
        "fa": "از زمان درخواست انتشار مانعی پیش آمده است: {what}",
        "ar": "منذ طلب النشر ظهر ما يمنعه: {what}",
    },
    "accept": {
        "en": "Since it was asked for, something has turned up that nobody has accepted: {what}",
        "fa": "از زمان درخواست انتشار چیزی پیدا شده که کسی نپذیرفته است: {what}",
        "ar": "منذ طلب النشر ظهر ما لم يقبله أحد: {what}",
    },
    "expired": {
        "en": "Nobody looked at it in time.",
        "fa": "کسی در مهلت مقرر آن را بررسی نکرد.",
        "ar": "لم ينظر فيه أحد في الوقت المحدد.",
    },
}

WORDS: dict[str, dict[str, tuple[str, str]]] = {
    "walk-fails": {
        "en": ("The walk “{walk}” does not go where it should.", "Look at it on the tab Try: mend the service, or the walk."),
        "fa": ("پیمایش «{walk}» به جایی که باید نمی‌رسد.", "آن را در زبانهٔ آزمایش ببینید: خدمت یا پیمایش را درست کنید."),
        "ar": ("المسار المجرَّب «{walk}» لا يصل إلى حيث ينبغي.", "انظر إليه في لسان التجربة: أصلح الخدمة أو المسار."),
    },
    "caller-loses-answer": {
        "en": ("“{caller}” gives this service “{key}”, which its form no longer has.", "Keep the question, or tell the owner of “{caller}”."),
        "fa": ("«{caller}» به این خدمت «{key}» می‌دهد ولی فرم آن دیگر چنین پرسشی ندارد.", "پرسش را نگه دارید یا به مالک «{caller}» خبر دهید."),
        "ar": ("تعطي «{caller}» هذه الخدمة «{key}» ولم يعد نموذجها يسأل عنه.", "أبقِ السؤال أو أخبر مالك «{caller}»."),
    },
    "caller-must-answer": {
        "en": ("“{caller}” calls this service without “{key}”, which must be answered now.", "Make the question optional, or tell the owner of “{caller}”."),
        "fa": ("«{caller}» این خدمت را بدون «{key}» فرا می‌خواند که اکنون پاسخ به آن لازم است.", "پرسش را اختیاری کنید یا به مالک «{caller}» خبر دهید."),
        "ar": ("تستدعي «{caller}» هذه الخدمة دون «{key}» الذي صار جوابه لازمًا.", "اجعل السؤال اختياريًا أو أخبر مالك «{caller}»."),
    },
    "caller-loses-result": {
        "en": ("“{caller}” reads “{key}” from the result of this service, which no longer gives it.", "Go on giving it, or tell the owner of “{caller}”."),
        "fa": ("«{caller}» از نتیجهٔ این خدمت «{key}» را می‌خواند که دیگر داده نمی‌شود.", "همچنان آن را بدهید یا به مالک «{caller}» خبر دهید."),
        "ar": ("تقرأ «{caller}» من نتيجة هذه الخدمة «{key}» ولم تعد تعطيه.", "واصل إعطاءه أو أخبر مالك «{caller}»."),
    },
    "nobody-to-review": {
        "en": ("Here a second person looks before anything goes live, and there is none but you.", "The head of the department names another publisher under “Rights” in the studio."),
        "fa": ("اینجا پیش از انتشار نفر دومی بررسی می‌کند و جز شما کسی نیست.", "رئیس بخش در «اختیارها»ی کارگاه منتشرکنندهٔ دیگری تعیین می‌کند."),
        "ar": ("هنا ينظر شخص ثانٍ قبل النشر، ولا أحد غيرك.", "يعيّن رئيس القسم ناشرًا آخر في «الصلاحيات» بالاستوديو."),
    },
}
