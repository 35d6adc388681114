"""What to write instead of the Java methods that models call most."""
from app.engine.juel.errors import JuelError
from app.engine.juel.scanner import Token

_INSTEAD = {
    "getVariable": "Name the variable itself.",
    "getVariableLocal": "Name the variable itself.",
    "hasVariable": "Write !empty and the variable's name.",
    "equals": "Compare with ==.",
    "equalsIgnoreCase": 'Use FEEL: =lower case(a) = "b".',
    "isEmpty": "Write empty before the variable.",
    "size": "Use FEEL: =count(list).",
    "length": "Use FEEL: =string length(text).",
    "contains": "Use FEEL: =list contains(list, item) or =contains(text, part).",
    "startsWith": "Use FEEL: =starts with(text, part).",
    "endsWith": "Use FEEL: =ends with(text, part).",
    "toLowerCase": "Use FEEL: =lower case(text).",
    "toUpperCase": "Use FEEL: =upper case(text).",
    "booleanValue": "Name the variable itself.",
    "intValue": "Name the variable itself.",
    "getProcessBusinessKey": "Use the case's number from its data.",
}


def refused_method(method: str, tokens: list[Token], at: int) -> JuelError:
    """The error for `something.method(...)`; a bean's method becomes an outside call."""
    owner = next((token.text for token in tokens if token.kind == "name"), "")
    remedy = _INSTEAD.get(method, "Make it a service task that is answered by a connector, or compute it in a script.")
    return JuelError(f"{owner}.{method}() calls Java, which does not run here.", remedy, at)
