"""The words of a service in every language: found wherever they stand, and written back there."""

from app.studio.wording import sheet_csv
from app.studio.wording.label import CannotBeWritten, Label
from app.studio.wording.labels import LabelGone, labels, missing, rewritten
from app.studio.wording.writing import changed_since, write, write_aside

__all__ = ["CannotBeWritten", "Label", "LabelGone", "changed_since", "labels", "missing", "rewritten", "sheet_csv",
           "write", "write_aside"]
