"""What the expressions of a drawing are called, for people who never heard of their names in BPMN."""

COLUMNS = {"en": 0, "fa": 1, "ar": 2}
EXPRESSIONS = {
    "condition": ("condition", "شرط", "الشرط"),
    "conditionExpression": ("condition", "شرط", "الشرط"),
    "timeDate": ("moment", "زمان", "الموعد"),
    "timeDuration": ("duration", "مدت", "المدة"),
    "timeCycle": ("times of repetition", "زمان تکرار", "وقت التكرار"),
    "completionCondition": ("condition for being done", "شرط پایان", "شرط الانتهاء"),
    "activationCondition": ("condition for going on", "شرط ادامه", "شرط المتابعة"),
    "loopCondition": ("condition for repeating", "شرط تکرار", "شرط التكرار"),
    "loopCardinality": ("number of repetitions", "شمار تکرار", "عدد مرات التكرار"),
    "from": ("value that is taken", "مقداری که برداشته می‌شود", "المأخوذ من البيانات"),
    "to": ("place of the value", "جای مقدار", "موضع القيمة"),
    "transformation": ("change of the data", "دگرگونی داده", "تحويل البيانات"),
    "messagePath": ("value taken from the message", "مقدار برگرفته از پیام", "المأخوذ من الرسالة"),
    "dataPath": ("value taken from the data", "مقدار برگرفته از داده", "المأخوذ من البيانات"),
}


def expression_words(kind: str, language: str) -> str:
    """“duration” for timeDuration; a kind that is not known as it stands."""
    return EXPRESSIONS[kind][COLUMNS.get(language, 0)] if kind in EXPRESSIONS else kind
