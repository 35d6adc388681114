"""The static check of a form, before anybody meets it."""

from app.engine.words import LANGUAGES
from app.engine.words.scripts import written_in
from app.forms import formulas
from app.forms.finding import FormFinding, finding
from app.forms.kinds import KINDS, kind_of
from app.forms.patterns import pattern
from app.forms.schema import CONTAINERS, Schema, walk

CHOICES = ("radio", "select", "checklist", "taglist")
LATER = ("iframe", "documentPreview")


def findings(schema: Schema) -> list[FormFinding]:
    """Everything to mend, in the order of the form; rules of the form last."""
    found = _same_keys(schema.parts)
    for part in walk(schema.parts):
        for check in (_type, _key, _label, _formulas, _blocks, _options, _pattern, _translations):
            found += check(part)
    return found + _rules(schema)


def _about(rule, severity, part, **params) -> FormFinding:
    return finding(rule, severity, part.id, str(part.raw.get("label") or part.key or ""), **params)


def _type(part):
    if part.type in KINDS or part.type in CONTAINERS:
        return []
    return [_about("form-unknown-type", "warning" if part.type in LATER else "error", part, type=part.type)]


def _key(part):
    asked = kind_of(part.type).keyed or part.type == "dynamiclist"
    return [_about("form-no-key", "error", part)] if asked and not part.path else []


def _label(part):
    named = part.raw.get("label") or part.raw.get("dateLabel") or part.raw.get("timeLabel")
    return [_about("form-no-label", "warning", part)] if kind_of(part.type).asked and not named else []


def _same_keys(parts, seen=None):
    """Fields that share a key are fine as long as only one is shown: where both can be hidden it is only a hint."""
    found, seen = [], {} if seen is None else seen
    for part in parts:
        if part.type == "group":
            found += _same_keys(part.parts, seen)
            continue
        if part.type == "dynamiclist":
            found += _same_keys(part.parts)
        if part.path and part.path in seen:
            hidden = part.hide() and seen[part.path].hide()
            found.append(_about("form-same-key", "info" if hidden else "error", part, key=part.key))
        elif part.path:
            seen[part.path] = part
    return found


def _formulas(part):
    texts = list(dict.fromkeys(part.formulas() + [(place, text) for place, text in _unmarked(part)]))
    troubles = [(place, text, formulas.trouble_in(text)) for place, text in texts]
    return [_about("form-bad-formula", "error", part, place=place, formula=text, detail=trouble.rstrip("."))
            for place, text, trouble in troubles if trouble]


def _unmarked(part):
    """Formulas that may stand without their equals sign."""
    if part.hide():
        yield "conditional.hide", part.hide()
    if isinstance(part.own("required-if"), str):
        yield "required-if", part.own("required-if")


def _blocks(part):
    """form-js templates know {{#if}} and {{#loop}}; here a text is a text or a formula."""
    texts = [text for text in part.raw.values() if isinstance(text, str)]
    blocks = [place for text in texts for place in formulas.places(text) if place.startswith("#")]
    return [_about("form-block", "warning", part, block="{{" + block + "}}") for block in dict.fromkeys(blocks)]


def _options(part):
    if part.type not in CHOICES or part.raw.get("valuesKey") or part.raw.get("valuesExpression"):
        return []
    values = part.raw.get("values")
    values = [entry.get("value") for entry in values if isinstance(entry, dict)] if isinstance(values, list) else []
    same = {str(value) for value in values if values.count(value) > 1}
    none = [] if values else [_about("form-no-options", "error", part)]
    return none + [_about("form-same-option", "warning", part, value=value) for value in sorted(same)]


def _pattern(part):
    text = part.validate.get("pattern")
    broken = isinstance(text, str) and text and pattern(text) is None
    return [_about("form-bad-pattern", "error", part, pattern=text)] if broken else []


def _translations(part):
    found = []
    for language in LANGUAGES:
        for what in ("label", "description", "text", "content"):
            text = part.raw.get(what)
            wanted = isinstance(text, str) and text.strip() and not formulas.is_formula(text)
            if wanted and written_in(text) != language and not part.properties.get(f"{what}:{language}"):
                params = {"what": what, "language": language, "property": f"{what}:{language}"}
                found.append(_about("form-untranslated", "info", part, **params))
        found += _option_translations(part, language)
    return found


def _option_translations(part, language):
    values = part.raw.get("values") if part.type in CHOICES else None
    for entry in values if isinstance(values, list) else []:
        name = f"option:{entry.get('value')}:{language}" if isinstance(entry, dict) else ""
        written = written_in(str(entry.get("label") or entry.get("value"))) if name else ""
        if name and written != language and not part.properties.get(name):
            params = {"what": f"“{entry.get('label')}”", "language": language, "property": name}
            yield _about("form-untranslated", "info", part, **params)


def _rules(schema: Schema):
    keys = {part.key for part in walk(schema.parts) if part.path}
    found = []
    for number, rule in enumerate(schema.rules, 1):
        trouble, at = formulas.trouble_in(str(rule.get("test") or "")), str(rule.get("at") or "")
        if trouble:
            params = {"place": f"rules {number}", "formula": str(rule.get("test")), "detail": trouble.rstrip(".")}
            found.append(finding("form-bad-formula", "error", "", schema.title("en"), **params))
        if at and at not in keys:
            found.append(finding("form-bad-rule", "error", "", schema.title("en"), at=at))
    return found
