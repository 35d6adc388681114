"""What stands on the button of an offer, and the findings that only an offer answers; in three languages."""

from app.engine.words.shape import in_three_languages

# Offer -> English, Persian, Arabic.
LABELS = {
    "start-added": ("Draw a start event", "رویداد آغاز را رسم کن", "ارسم حدث البداية"),
    "start-chosen": ("Begin with “{step}”", "از «{step}» آغاز کن", "ابدأ بـ«{step}»"),
    "starts-merged": ("Let all beginnings start together", "همهٔ آغازها با هم شروع شوند", "لتبدأ كل البدايات معًا"),
    "data-object-defined": ("Add an empty data object", "شیء داده‌ای خالی بیفزا", "أضف كائن بيانات فارغًا"),
    "data-association-dropped": ("Remove the loose data arrow", "پیوند دادهٔ رها را بردار", "أزل رابط البيانات السائب"),
    "definition-added": ("Define “{reference}”", "«{reference}» را تعریف کن", "عرّف «{reference}»"),
    "event-definition-dropped": ("Make it a plain event", "رویداد ساده شود", "اجعله حدثًا عاديًا"),
    "timer-given-a-day": ("Wait one day", "یک روز صبر کند", "لينتظر يومًا واحدًا"),
    "timer-times-dropped": ("Keep only {kept}", "تنها {kept} بماند", "أبقِ {kept} فقط"),
    "condition-never": ("Let it never happen", "هرگز رخ ندهد", "لئلا يقع أبدًا"),
    "boundary-never": ("Keep it, but let it never happen", "بماند ولی هرگز رخ ندهد", "أبقه على ألا يقع أبدًا"),
    "catch-passes": ("Pass it without waiting", "بی‌انتظار از آن بگذر", "تجاوزه بلا انتظار"),
    "flow-dropped": ("Remove the arrow", "پیکان را بردار", "أزل السهم"),
    "flow-after-end-dropped": ("Remove the arrow after the end", "پیکان پس از پایان را بردار", "أزل السهم بعد النهاية"),
    "flow-into-start-led-on": (
        "Lead the arrow to the step after the start",
        "پیکان را به گام پس از آغاز برسان",
        "أوصل السهم إلى الخطوة التي تلي البداية",
    ),
    "default-dropped": ("Do without a default way", "بدون راه پیش‌فرض", "بلا طريق افتراضي"),
    "call-without-target-passes": ("Pass it without a call", "بی‌فراخوانی از آن بگذر", "تجاوزه بلا استدعاء"),
    "event-subprocess-never": ("Keep it, but let it never begin", "بماند ولی هرگز آغاز نشود", "أبقها على ألا تبدأ أبدًا"),
    "script-empty-passes": ("Pass it without a script", "بی‌اسکریپت از آن بگذر", "تجاوزها بلا نص برمجي"),
    "second-loop-dropped": ("Keep only multi-instance", "تنها چندنمونه‌ای بماند", "أبقِ تعدد النسخ فقط"),
    "multi-instance-once": ("Do it once", "یک بار انجام شود", "نفّذه مرة واحدة"),
    "loop-once": ("Do it once", "یک بار انجام شود", "نفّذه مرة واحدة"),
    "end-added": ("Draw an end after it", "پس از آن پایان رسم کن", "ارسم نهاية بعده"),
    "expression-leftover": ("Read it as “{rest}”", "«{rest}» خوانده شود", "ليُقرأ «{rest}»"),
    "flow-made-default": ("Make “{flow}” the default way", "«{flow}» پیش‌فرض شود", "اجعل «{flow}» الافتراضي"),
    "person-decides": ("Ask a person each time", "هر بار از یک نفر بپرس", "اسأل شخصًا كل مرة"),
    "name-it": ("Name it", "نام‌گذاری", "سمّها"),
    "set-default": ("Make “{way}” the default way", "«{way}» پیش‌فرض شود", "اجعل «{way}» الافتراضي"),
    "draw-outcome-end": ("Draw it for me", "برایم رسم کن", "ارسمه لي"),
    "drop-condition": ("Remove the condition", "شرط را بردار", "أزل الشرط"),
    "remove-unreached": ("Remove what is never reached", "آنچه به آن نمی‌رسد را بردار", "أزل ما لا يُوصل إليه"),
    "remove-step": ("Remove it", "آن را بردار", "أزله"),
    "join-exclusively": ("Join with an exclusive gateway", "با دروازهٔ انحصاری به هم برسان", "اجمع ببوابة حصرية"),
    "remove-gateway": ("Remove it and keep the way", "آن را بردار و راه را نگه دار", "أزلها وأبقِ الطريق"),
    "make-interrupting": ("Let it interrupt", "قطع‌کننده شود", "اجعله مقاطعًا"),
    "call-instead": ("Call this instead", "به جای آن این را فرا بخوان", "استدعِ هذا بدلًا منه"),
    "do-by-hand": ("Let a person do it", "کسی آن را دستی انجام دهد", "ليقم به شخص"),
    "add-time-limit": ("Add a time limit", "مهلت بگذار", "ضع مهلة"),
}
COLUMNS = {"en": 0, "fa": 1, "ar": 2}


def label_for(rule: str, language: str) -> str:
    """The words on the button in `language`; English where the language is unknown."""
    return LABELS[rule][COLUMNS.get(language, 0)]


WORDS = in_three_languages(
    {
        "outcome-leads-nowhere": (
            "The decision “{outcome}” of {it} leads nowhere: no arrow from “{gateway}” is for it, and the case would stop there.",
            "Draw an arrow for it, or remove the decision.",
            "تصمیم «{outcome}» در {it} به جایی نمی‌رسد: هیچ پیکانی از «{gateway}» برای آن نیست و کار آنجا می‌ایستد.",
            "پیکانی برای آن رسم کنید یا تصمیم را بردارید.",
            "القرار «{outcome}» في {it} لا يصل إلى شيء: لا سهم له من «{gateway}» فيتوقف الطلب هناك.",
            "ارسم سهمًا له أو أزل القرار.",
        ),
        "wait-without-limit": (
            "{it} waits for ever if the answer never comes.",
            "Give the wait a time limit: a timer beside it, and what is to happen then.",
            "اگر پاسخ هرگز نیاید، {it} برای همیشه منتظر می‌ماند.",
            "برای انتظار مهلت بگذارید: زمان‌سنجی در کنار آن و آنچه آنگاه باید بشود.",
            "ينتظر {it} إلى الأبد إن لم يأتِ الرد.",
            "ضع للانتظار مهلة: مؤقِّتًا بجانبه وما يحدث عندها.",
        ),
        "gateway-unnamed": (
            "The decision {it} has no name; reports and timelines show it.",
            "Name it with the question it answers, for example “In stock?”.",
            "تصمیم {it} نام ندارد؛ گزارش‌ها و گاه‌شمار آن را نشان می‌دهند.",
            "پرسشی را که پاسخ می‌دهد نامش کنید، مانند «موجود است؟».",
            "القرار {it} بلا اسم؛ وهو يظهر في التقارير والسجل الزمني.",
            "سمّه بالسؤال الذي يجيب عنه، مثل «أمتوفر؟».",
        ),
        "definition-missing": (
            "{it} speaks of “{reference}”, which is nowhere defined as {what}.",
            "Choose it in the properties of {it}, or let it be defined.",
            "{it} از «{reference}» نام می‌برد که جایی به عنوان {what} تعریف نشده است.",
            "آن را در ویژگی‌های {it} برگزینید یا بگذارید تعریف شود.",
            "يذكر {it} «{reference}» ولم يُعرَّف {what} بهذا الاسم.",
            "اختره في خصائص {it} أو دعه يُعرَّف.",
        ),
        "way-stops": (
            "The way simply stops after {it}.",
            "Draw on, or draw an end event, so that readers see the path is finished.",
            "مسیر پس از {it} ناگهان می‌ایستد.",
            "ادامه دهید یا رویداد پایان رسم کنید تا خواننده ببیند مسیر تمام شده است.",
            "يتوقف المسار بعد {it} فجأة.",
            "أكمل الرسم أو ارسم حدث نهاية ليرى القارئ أن المسار انتهى.",
        ),
        "association-loose": (
            "A data association of {it} leads nowhere.",
            "Connect it to a data object, or delete it.",
            "یکی از پیوندهای دادهٔ {it} به جایی نمی‌رسد.",
            "آن را به یک شیء داده وصل یا حذف کنید.",
            "أحد روابط البيانات في {it} لا يصل إلى شيء.",
            "صِله بكائن بيانات أو احذفه.",
        ),
        "nothing-begins": (
            "{it} has no start event and goes in a circle: nothing says where it begins.",
            "Draw a start event in front of the step that comes first.",
            "{it} رویداد آغاز ندارد و دایره‌وار است: چیزی نمی‌گوید از کجا آغاز می‌شود.",
            "پیش از نخستین گام رویداد آغاز رسم کنید.",
            "لا حدث بداية في {it} وهو يدور في حلقة: لا شيء يقول من أين يبدأ.",
            "ارسم حدث بداية قبل الخطوة الأولى.",
        ),
        "not-usable": (
            "{it} cannot run as it is drawn.",
            "Take what is offered, or draw it anew.",
            "{it} آن‌گونه که رسم شده اجرا نمی‌شود.",
            "پیشنهاد را بپذیرید یا دوباره رسم کنید.",
            "لا يعمل {it} كما رُسم.",
            "اقبل المقترح أو أعد رسمه.",
        ),
    }
)
