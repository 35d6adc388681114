"""Decisions that a step offers as buttons."""

from dataclasses import dataclass

from app.base import pick

NEED_COMMENT = "rejected,sent_back"

WORDS = {
    "approved": {"en": "Approve", "fa": "تأیید", "ar": "موافقة"},
    "rejected": {"en": "Reject", "fa": "رد", "ar": "رفض"},
    "sent_back": {"en": "Send back", "fa": "بازگرداندن", "ar": "إعادة"},
    "accepted": {"en": "Accept", "fa": "پذیرفتن", "ar": "قبول"},
    "reopened": {"en": "Not yet solved", "fa": "هنوز حل نشده", "ar": "لم يُحل بعد"},
    "answered": {"en": "Answer", "fa": "پاسخ", "ar": "إجابة"},
    "done": {"en": "Done", "fa": "انجام شد", "ar": "تم"},
    "cannot": {"en": "Cannot be done", "fa": "شدنی نیست", "ar": "يتعذر التنفيذ"},
    "yes": {"en": "Yes", "fa": "بله", "ar": "نعم"},
    "no": {"en": "No", "fa": "خیر", "ar": "لا"},
}


@dataclass(frozen=True)
class Outcome:
    """One decision button. `key` is submitted as the variable `outcome`; the first of a step is its primary one."""

    key: str
    needs_comment: bool
    names: dict

    def name(self, language: str) -> str:
        return pick(self.names, language, self.key.replace("_", " ").capitalize())


def outcomes_of(properties: dict[str, str], names: dict) -> tuple[Outcome, ...]:
    """The outcomes an element's properties name; `names` may give a text to "outcome:<key>"."""
    with_comment = words(properties.get("comment", NEED_COMMENT))
    return tuple(
        Outcome(key, key in with_comment, {**WORDS.get(key, {}), **names.get(f"outcome:{key}", {})})
        for key in words(properties.get("outcomes", ""))
    )


def built_in_words(key: str) -> dict[str, str]:
    """The names by language that a decision has without the service's doing; empty for a word of its own."""
    return WORDS.get(key, {})


def words(text: str) -> list[str]:
    """The words of a list that is written "approved, rejected"."""
    return [word.strip() for word in text.split(",") if word.strip()]
