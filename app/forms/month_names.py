"""Names of months and weekdays: calendar, then language. Spelled as CLDR does, with the variants people type."""

# ruff: noqa: E501  one calendar and language, one line

MONTHS = {
    "gregorian": {
        "en": ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
        "fa": ["ژانویه", "فوریه", "مارس", "آوریل", "مه", "ژوئن", "ژوئیه", "اوت", "سپتامبر", "اکتبر", "نوامبر", "دسامبر"],
        "ar": ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"],
    },
    "jalali": {
        "en": ["Farvardin", "Ordibehesht", "Khordad", "Tir", "Mordad", "Shahrivar", "Mehr", "Aban", "Azar", "Dey", "Bahman", "Esfand"],
        "fa": ["فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند"],
        "ar": ["فروردين", "أرديبهشت", "خرداد", "تير", "مرداد", "شهريور", "مهر", "آبان", "آذر", "دي", "بهمن", "إسفند"],
    },
    "hijri": {
        "en": ["Muharram", "Safar", "Rabi I", "Rabi II", "Jumada I", "Jumada II", "Rajab", "Shaban", "Ramadan", "Shawwal", "Dhu al-Qidah", "Dhu al-Hijjah"],
        "fa": ["محرم", "صفر", "ربیع\u200cالاول", "ربیع\u200cالثانی", "جمادی\u200cالاول", "جمادی\u200cالثانی", "رجب", "شعبان", "رمضان", "شوال", "ذیقعده", "ذیحجه"],
        "ar": ["محرم", "صفر", "ربيع الأول", "ربيع الآخر", "جمادى الأولى", "جمادى الآخرة", "رجب", "شعبان", "رمضان", "شوال", "ذو القعدة", "ذو الحجة"],
    },
}

# Monday first, as Python counts
WEEKDAYS = {
    "en": ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
    "fa": ["دوشنبه", "سه\u200cشنبه", "چهارشنبه", "پنجشنبه", "جمعه", "شنبه", "یکشنبه"],
    "ar": ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"],
}

# The day a week starts with where the language is spoken (CLDR: fa_IR, ar_EG, en_GB)
FIRST_WEEKDAY = {"fa": 5, "ar": 5, "en": 0}

OTHER_SPELLINGS = {
    "gregorian": {"می": 5, "ژوییه": 7, "جولای": 7, "آگوست": 8, "ابريل": 4, "اغسطس": 8, "اكتوبر": 10, "sept": 9},
    "jalali": {"امرداد": 5, "اسفندار": 12},
    "hijri": {"رمضان المبارک": 9, "ذی‌القعده": 11, "ذی‌الحجه": 12, "ربیع‌الآخر": 4, "ربيع الثاني": 4, "جمادى الثانية": 6,
              "جمادی‌الآخر": 6, "dhu al-qadah": 11},
}


def months(calendar: str, language: str) -> list[str]:
    names = MONTHS.get(calendar, MONTHS["gregorian"])
    return names.get(language, names["en"])


def weekdays(language: str) -> list[str]:
    return WEEKDAYS.get(language, WEEKDAYS["en"])
