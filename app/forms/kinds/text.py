"""Text fields of one line and of several."""

from app.forms.checks import check_name, check_text, folds_digits
from app.forms.digits import latin, localised
from app.forms.kinds.kind import Asked, Reading, adorner, limit
from app.forms.patterns import pattern
from app.forms.trouble import Trouble


class TextField(Asked):
    """form-js `textfield`: a string; line breaks become spaces."""

    template = "text"
    empty = ""

    def read(self, part, given, place):
        text = "" if given is None or isinstance(given, (dict, list)) else str(given)
        text = self.settled(text)
        return Reading(latin(text) if folds_digits(part) else text, text)

    def settled(self, text: str) -> str:
        return " ".join(text.splitlines()) if "\n" in text or "\r" in text else text

    def check(self, part, value, place):
        return (
            _pattern(part, value, place)
            or _length(part, value, place)
            or check_text(part, value, place)
        )

    def show(self, part, reading, place):
        checked = check_name(part)
        return {
            "prefix": adorner(part, "prefixAdorner", place),
            "suffix": adorner(part, "suffixAdorner", place),
            "input_type": {"email": "email", "phone": "tel"}.get(checked, "text"),
            "code": folds_digits(part) or checked == "email",
            "longest": limit(part, "maxLength", place),
        }


class TextArea(TextField):
    """form-js `textarea`: a string with lines, each ended by a line feed."""

    template = "textarea"

    def settled(self, text):
        return text.replace("\r\n", "\n").replace("\r", "\n")


def _pattern(part, value, place) -> Trouble | None:
    text = part.validate.get("pattern")
    asked = isinstance(text, str) and text and part.validate.get("validationType") in (None, "", "custom")
    compiled = pattern(text) if asked else None
    if compiled is None or compiled.search(value):
        return None
    own = part.text("patternErrorMessage", place.setting.language)
    own = own or part.validate.get("patternErrorMessage")
    return Trouble("custom", {"message": str(own)}) if own else Trouble("pattern")


def _length(part, value, place) -> Trouble | None:
    length = len(value.strip())
    for name, code in (("minLength", "too_short"), ("maxLength", "too_long")):
        bound = limit(part, name, place)
        if not isinstance(bound, (int, float)) or isinstance(bound, bool):
            continue
        if length < bound if code == "too_short" else length > bound:
            numbers = {"limit": str(int(bound)), "length": str(length)}
            return Trouble(code, {key: localised(text, place.setting.language) for key, text in numbers.items()})
    return None

