"""The words of the editors of forms and tables, which speak English only, as they stand there."""

from flask_babel import gettext

from app.ui import localized, reader


def _(text: str) -> str:
    return text  # translated when it is known who reads


# Keep in step with the versions of form-js and dmn-js: a text they show and that is not here stays English.
EDITOR_WORDS = (
    _("Components"), _("Search components"), _("No components found."), _("Input"), _("Selection"), _("Presentation"),
    _("Containers"), _("Action"), _("Build your form"), _("Drag and drop components here to start designing."),
    _("Drag and drop components here."), _("Use the preview window to test your form."), _("General"), _("Condition"),
    _("Layout"), _("Validation"), _("Appearance"), _("Serialization"), _("Constraints"), _("Options source"),
    _("Static options"), _("Dynamic options"), _("Options expression"), _("Custom properties"),
    _("Security attributes"), _("Field label"), _("Field description"), _("Key"), _("Value"), _("Label"),
    _("Default value"), _("Disabled"), _("Read only"), _("Required"), _("Minimum length"), _("Maximum length"),
    _("Minimum"), _("Maximum"), _("Validation pattern"), _("Custom regular expression"), _("Custom error message"),
    _("Prefix"), _("Suffix"), _("Decimal digits"), _("Increment"), _("Output as string"), _("Subtype"),
    _("Date label"), _("Time label"), _("Time format"), _("Time interval"), _("Use 24h"), _("Disallow past dates"),
    _("Columns"), _("Auto"), _("Vertical alignment"), _("Top"), _("Center"), _("Bottom"), _("Hide if"),
    _("Deactivate if"), _("Searchable"), _("Upload multiple files"), _("Supported file formats"), _("Text"),
    _("Expression"), _("Target value"), _("Compute on"), _("Path"), _("Show outline"), _("Group label"),
    _("Repeatable"), _("Default number of items"), _("Allow add/delete items"), _("Disable collapse"),
    _("Alternative text"), _("Image source"), _("Height"), _("Checked"), _("Not checked"), _("Form"), _("Hit policy:"),
    _("And"), _("Annotations"), _("Unique"), _("First"), _("Priority"), _("Any"), _("Collect"),
    _("Rule order"), _("Output order"), _("View DRD"),
    _("<none>"), _("Select"), _("Toggle section"), _("Create a {} element"), _("Create an {} element"), _("Remove {}"),
    _("Remove form field"),
)


def editor_words(figures: bool = False) -> dict[str, str]:
    """English -> the language of the reader; with `figures` also the small numbers that panels count and offer."""
    heads = {"When": gettext("If this holds"), "Then": gettext("It comes to")}
    digits = {str(n): localized(n, reader().language) for n in range(100)} if figures else {}
    return {text: gettext(text) for text in EDITOR_WORDS} | heads | digits
