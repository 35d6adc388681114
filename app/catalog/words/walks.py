"""The sentences of walks that do not go as written, in English, Persian and Arabic."""

# ruff: noqa: E501  one sentence, one line, in each of three languages

JOIN = {"en": ", ", "fa": "، ", "ar": "، "}
NOTHING = {"en": "none", "fa": "هیچ", "ar": "لا شيء"}
NOBODY = {"en": "nobody", "fa": "هیچ‌کس", "ar": "لا أحد"}
GONE = {"en": "a step that is no longer there", "fa": "گامی که دیگر نیست", "ar": "خطوة لم تعد موجودة"}
"""What a step is called that was taken out of the drawing, where nobody knows its name."""

WORDS: dict[str, dict[str, str]] = {
    "en": {
        "at": "step {step}: {sentence}",
        "not-open": "{element} is not open; open are {open}",
        "answers": "the answers cannot be kept: {detail}",
        "unknown-act": "neither step, call, timer, wait, until, message nor signal: {act}",
        "people-differ": "{element} finds {people}, and not {wanted}",
        "people-without-end": "the service asks for people without an end",
        "timers-without-end": "timers fire without an end within {span}",
        "nobody-waits": "nobody waits for the message {message}",
        "not-a-time": "“{text}” is no time span and no moment",
        "incident": "an incident at {element}: {message} {detail}",
        "wrong-end": "it should end at {expected}, but ended at {actual}",
        "waiting": "it should end at {expected}, but ended at {actual}, waiting at {open}",
        "path": "{element} did not complete in its place on the path",
        "nobody": "{who} is nobody of this organisation",
        "unusable": "the drawing cannot be worked with",
    },
    "fa": {
        "at": "گام {step}: {sentence}",
        "not-open": "«{element}» باز نیست؛ اکنون باز است: {open}",
        "answers": "پاسخ‌ها را نمی‌توان نگه داشت: {detail}",
        "unknown-act": "نه گام، نه فراخوان، نه زمان‌سنج، نه انتظار و نه پیام: {act}",
        "people-differ": "«{element}» این افراد را می‌یابد: {people}؛ نه {wanted}",
        "people-without-end": "خدمت بی‌پایان دنبال افراد می‌گردد",
        "timers-without-end": "زمان‌سنج‌ها در بازهٔ {span} بی‌پایان کار می‌کنند",
        "nobody-waits": "کسی منتظر پیام «{message}» نیست",
        "not-a-time": "«{text}» نه بازهٔ زمانی است و نه لحظه",
        "incident": "رخداد خطا در «{element}»: {message} {detail}",
        "wrong-end": "باید در «{expected}» پایان یابد، ولی در «{actual}» پایان یافت",
        "waiting": "باید در «{expected}» پایان یابد، ولی در «{actual}» پایان یافت و منتظر است در: {open}",
        "path": "«{element}» در جای خود در مسیر انجام نشد",
        "nobody": "«{who}» در این سازمان نیست",
        "unusable": "با این نقشه نمی‌توان کار کرد",
    },
    "ar": {
        "at": "الخطوة {step}: {sentence}",
        "not-open": "«{element}» ليست مفتوحة؛ المفتوح الآن: {open}",
        "answers": "لا يمكن حفظ الإجابات: {detail}",
        "unknown-act": "ليس خطوة ولا استدعاء ولا مؤقتًا ولا انتظارًا ولا رسالة: {act}",
        "people-differ": "«{element}» يجد {people}، وليس {wanted}",
        "people-without-end": "تبحث الخدمة عن أشخاص بلا نهاية",
        "timers-without-end": "تعمل المؤقتات بلا نهاية خلال {span}",
        "nobody-waits": "لا أحد ينتظر الرسالة «{message}»",
        "not-a-time": "«{text}» ليس مدة زمنية ولا لحظة",
        "incident": "عطل عند «{element}»: {message} {detail}",
        "wrong-end": "كان يجب أن ينتهي عند «{expected}»، لكنه انتهى عند «{actual}»",
        "waiting": "كان يجب أن ينتهي عند «{expected}»، لكنه انتهى عند «{actual}» وينتظر عند: {open}",
        "path": "«{element}» لم تكتمل في مكانها على المسار",
        "nobody": "«{who}» ليس في هذه المؤسسة",
        "unusable": "لا يمكن العمل بهذا الرسم",
    },
}
