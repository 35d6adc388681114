"""The small words around figures (minutes, days, ago, left) in three languages, with their plurals; pure."""

from babel import Locale

from app.ui.digits import grouped

# unit -> language -> plural category -> words; {n} is the figure. Arabic joins one and two with the word.
_UNITS = {
    "minute": {
        "en": {"other": "{n} min"},
        "fa": {"other": "{n} دقیقه"},
        "ar": {"one": "دقيقة", "two": "دقيقتان", "few": "{n} دقائق", "other": "{n} دقيقة"},
    },
    "hour": {
        "en": {"other": "{n} h"},
        "fa": {"other": "{n} ساعت"},
        "ar": {"one": "ساعة", "two": "ساعتان", "few": "{n} ساعات", "other": "{n} ساعة"},
    },
    "day": {
        "en": {"other": "{n} d"},
        "fa": {"other": "{n} روز"},
        "ar": {"one": "يوم", "two": "يومان", "few": "{n} أيام", "other": "{n} يومًا"},
    },
    "whole_day": {
        "en": {"one": "{n} day", "other": "{n} days"},
        "fa": {"other": "{n} روز"},
        "ar": {"one": "يوم واحد", "two": "يومان", "few": "{n} أيام", "other": "{n} يومًا"},
    },
    "working_day": {
        "en": {"one": "{n} working day", "other": "{n} working days"},
        "fa": {"other": "{n} روز کاری"},
        "ar": {"one": "يوم عمل واحد", "two": "يوما عمل", "few": "{n} أيام عمل", "other": "{n} يوم عمل"},
    },
    "working_hour": {
        "en": {"one": "{n} working hour", "other": "{n} working hours"},
        "fa": {"other": "{n} ساعت کاری"},
        "ar": {"one": "ساعة عمل", "two": "ساعتا عمل", "few": "{n} ساعات عمل", "other": "{n} ساعة عمل"},
    },
}
_PHRASES = {
    "just_now": {"en": "just now", "fa": "همین حالا", "ar": "الآن"},
    "ago": {"en": "{} ago", "fa": "{} پیش", "ar": "قبل {}"},
    "ahead": {"en": "in {}", "fa": "{} دیگر", "ar": "بعد {}"},
    "left": {"en": "{} left", "fa": "{} مانده", "ar": "بقي {}"},
    "over": {"en": "{} over", "fa": "{} گذشته", "ar": "متأخر {}"},
    "less": {"en": "less than a minute", "fa": "کمتر از یک دقیقه", "ar": "أقل من دقيقة"},
    "and": {"en": " ", "fa": " و ", "ar": " و"},
    "today": {"en": "today", "fa": "امروز", "ar": "اليوم"},
    "tomorrow": {"en": "tomorrow", "fa": "فردا", "ar": "غدًا"},
    "yesterday": {"en": "yesterday", "fa": "دیروز", "ar": "أمس"},
    "comma": {"en": ", ", "fa": "، ", "ar": "، "},
}
_SIZES = {
    "en": ("B", "KB", "MB", "GB"),
    "fa": ("بایت", "کیلوبایت", "مگابایت", "گیگابایت"),
    "ar": ("بايت", "كيلوبايت", "ميغابايت", "غيغابايت"),
}


def unit(name: str, n: int, language: str) -> str:
    forms = _UNITS[name][language]
    words = forms.get(Locale(language).plural_form(n), forms["other"])
    return words.format(n=grouped(n, language))


def phrase(name: str, language: str, inner: str = "") -> str:
    return _PHRASES[name][language].format(inner)


def size_words(language: str) -> tuple[str, ...]:
    return _SIZES[language]
