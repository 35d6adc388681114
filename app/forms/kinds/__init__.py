"""The kinds of fields, by the type that a schema names."""

from app.forms.kinds.choice import Checkbox, Choice, Choices, Radio, Tags
from app.forms.kinds.dates import DateTime
from app.forms.kinds.files import FilePicker
from app.forms.kinds.kind import Kind, Reading
from app.forms.kinds.money import Money
from app.forms.kinds.number import Expression, NumberField
from app.forms.kinds.pickers import Picker
from app.forms.kinds.shown import Html, Image, Separator, Spacer, Table, Text, Unseen
from app.forms.kinds.text import TextArea, TextField

__all__ = ["KINDS", "Kind", "Reading", "kind_of"]

KINDS: dict[str, Kind] = {
    "textfield": TextField(),
    "textarea": TextArea(),
    "number": NumberField(),
    "datetime": DateTime(),
    "checkbox": Checkbox(),
    "radio": Radio(),
    "select": Choice(),
    "checklist": Choices(),
    "taglist": Tags(),
    "filepicker": FilePicker(),
    "expression": Expression(),
    "money": Money(),
    "person": Picker("person"),
    "groupref": Picker("group"),
    "asset": Picker("asset"),
    "service": Picker("service"),
    "department": Picker("department"),
    "site": Picker("site"),
    "cost_centre": Picker("cost_centre"),
    "text": Text(),
    "html": Html(),
    "table": Table(),
    "image": Image(),
    "separator": Separator(),
    "spacer": Spacer(),
    "button": Unseen(),
}
_UNKNOWN = Unseen()


def kind_of(type_: str) -> Kind:
    return KINDS.get(type_, _UNKNOWN)
