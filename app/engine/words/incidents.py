"""Why a run stands at an element, in English, Persian and Arabic; `{it}` is the element's name, the rest its params.

`at` and `all` among the params are the ids of the elements whose names `it` and `names` are.
"""

from collections.abc import Callable

from app.engine.words.details import said

WORDS = {
    "stuck": (
        "{it} waits for something that can no longer come; nothing else is open.",
        "{it} منتظر چیزی است که دیگر نمی‌تواند بیاید؛ چیز دیگری باز نیست.",
        "ينتظر {it} شيئًا لم يعد ممكنًا أن يأتي؛ ولا شيء آخر مفتوح.",
    ),
    "no-way-out": (
        "No way out of this element fits the data, and there is no default way.",
        "هیچ راهی از این عنصر با داده‌ها جور نیست و راه پیش‌فرضی هم ندارد.",
        "لا طريق من هذا العنصر يوافق البيانات، ولا طريق افتراضي له.",
    ),
    "call-names-nothing": (
        "This call names no process to call.",
        "این فراخوانی فرایندی را نام نمی‌برد.",
        "لا يسمّي هذا الاستدعاء عملية تُستدعى.",
    ),
    "calls-too-deep": (
        "{it} calls itself too deeply.",
        "{it} بیش از اندازه خود را فرا می‌خواند.",
        "يستدعي {it} نفسه أعمق من المسموح.",
    ),
    "error-uncaught": (
        "The error “{code}” was thrown here and nothing catches it.",
        "خطای «{code}» اینجا رخ داد و چیزی آن را نمی‌گیرد.",
        "وقع هنا الخطأ «{code}» ولا شيء يلتقطه.",
    ),
    "error-came-back": (
        "The error “{code}” came back and nothing catches it.",
        "خطای «{code}» برگشت و چیزی آن را نمی‌گیرد.",
        "عاد الخطأ «{code}» ولا شيء يلتقطه.",
    ),
    "answer-said": ("{detail}", "{detail}", "{detail}"),
    "script-broke": ("The script broke: {detail}", "اسکریپت شکست: {detail}", "تعطّل النص البرمجي: {detail}"),
    "script-stopped": ("The script was stopped: {detail}", "اسکریپت متوقف شد: {detail}", "أُوقف النص البرمجي: {detail}"),
    "script-language-unknown": (
        "Scripts in “{language}” cannot run here; write it in Python or FEEL.",
        "اسکریپت‌های «{language}» اینجا اجرا نمی‌شوند؛ به Python یا FEEL بنویسید.",
        "لا تعمل هنا نصوص «{language}» البرمجية؛ اكتبها بلغة Python أو FEEL.",
    ),
    "value-not-kept": (
        "A value cannot be kept: {detail}",
        "مقداری را نمی‌توان نگه داشت: {detail}",
        "تعذّر حفظ قيمة: {detail}",
    ),
    "expression-undecided": (
        "The expression “{text}” cannot be decided: {detail}",
        "عبارت «{text}» قابل تصمیم نیست: {detail}",
        "تعذّر البت في التعبير «{text}»: {detail}",
    ),
    "decision-refused": (
        "The decision cannot be taken: {detail}",
        "تصمیم گرفته نمی‌شود: {detail}",
        "تعذّر اتخاذ القرار: {detail}",
    ),
    "branches-disagree": (
        "Parallel branches left different values in “{name}”: {values}.",
        "شاخه‌های موازی مقدارهای گوناگونی در «{name}» گذاشته‌اند: {values}.",
        "تركت الفروع المتوازية قيمًا مختلفة في «{name}»: {values}.",
    ),
    "no-variable": (
        "There is no variable “{name}”.",
        "متغیری به نام «{name}» نیست.",
        "لا يوجد متغير اسمه «{name}».",
    ),
    "not-a-list": (
        "“{text}” is not a list, so it is unknown how many instances there are.",
        "«{text}» فهرست نیست؛ پس شمار نمونه‌ها معلوم نیست.",
        "«{text}» ليس قائمة، فلا يُعرف كم نسخة هناك.",
    ),
    "no-number-of-instances": (
        "“{text}” does not give a number of instances.",
        "«{text}» شمار نمونه‌ها را نمی‌دهد.",
        "«{text}» لا يعطي عدد النسخ.",
    ),
    "too-many-instances": (
        "{number} instances at once are too many.",
        "{number} نمونه با هم بیش از اندازه است.",
        "{number} نسخة معًا أكثر من المسموح.",
    ),
    "goes-round": (
        "This diagram goes round without ever waiting: {names}.",
        "این نمودار بی هیچ انتظاری می‌چرخد: {names}.",
        "يدور هذا الرسم من غير أن ينتظر أبدًا: {names}.",
    ),
    "too-much-open": (
        "Too much is open at once in this case.",
        "در این پرونده چیزهای بسیاری با هم باز است.",
        "في هذه الحالة أمور كثيرة مفتوحة معًا.",
    ),
    "timer-unreadable": (
        "The timer's text cannot be understood: {detail}",
        "متن زمان‌سنج فهمیده نمی‌شود: {detail}",
        "تعذّر فهم نص المؤقِّت: {detail}",
    ),
}
COLUMNS = {"en": 0, "fa": 1, "ar": 2}
LISTED = {"en": ", ", "fa": "، ", "ar": "، "}
QUOTED = {"en": "“{}”", "fa": "«{}»", "ar": "«{}»"}


def incident_text(
    rule: str, params: dict, language: str = "en", otherwise: str = "", names: Callable[[str], str] | None = None
) -> str:
    """The sentence of an incident in `language`; `otherwise` for one that was written down without its rule.

    `names` may give what an element is called in that language by its id, "" for unknown.
    """
    if rule not in WORDS:
        return otherwise
    language = language if language in COLUMNS else "en"
    told = {name: said(str(value), language) if name == "detail" else str(value) for name, value in params.items()}
    told["it"] = QUOTED[language].format(_called(told.get("at"), names) or told.get("it", "?"))
    round = [_called(id, names) for id in told.get("all", "").split(", ")]
    if all(round):
        told["names"] = LISTED[language].join(QUOTED[language].format(one) for one in round)
    return WORDS[rule][COLUMNS[language]].format(**told)


def _called(id: str | None, names) -> str:
    return " ".join(names(id).split()) if names and id else ""
