"""Forms: form-js schemas, rendered and validated on the server by one function."""

from app.forms.answers import Answer
from app.forms.examination import Examination, FieldError, FieldView
from app.forms.finding import FormBroken, FormFinding
from app.forms.form import Form
from app.forms.place import Lookup, NoLookup, Option

__all__ = [
    "Answer",
    "Examination",
    "FieldError",
    "FieldView",
    "Form",
    "FormBroken",
    "FormFinding",
    "Lookup",
    "NoLookup",
    "Option",
]
