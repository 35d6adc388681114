"""Scripts of a model run at a token: Python in the sandbox, FEEL, or JUEL."""

from app.engine.asking import reckon, refuse_disputed
from app.engine.errors import ErrorThrown, Trouble
from app.engine.expressions import language
from app.engine.sandbox import SANDBOX, SandboxError
from app.engine.token import MISSING

PYTHON = ("", "python", "python3", "text/python", "text/x-python", "application/python")


class ScriptBroken(ErrorThrown):
    """A script's exception: an error without a code of the model, for the error event on the script task itself."""


def run_script(token, script: str, written_in: str | None = None, result: str | None = None) -> None:
    words = (written_in or "").strip().lower()
    if words == "feel" or language(script):
        value = reckon(token, script if language(script) else f"={script}")
        token.write(result or "result", value)
    elif words in PYTHON:
        _python(token, script)
    else:
        raise Trouble("script", "script-language-unknown", words, language=written_in)


def _python(token, script):
    refuse_disputed(token, script)
    before = token.visible()
    try:
        after = SANDBOX.execute(script, before)
    except SandboxError as broken:
        where = f" (line {broken.line})" if broken.line else ""
        if broken.kind:
            raise ScriptBroken(broken.kind, f"{broken.message}{where}") from None
        raise Trouble("script", "script-stopped", broken.message, detail=broken.message) from None
    for name, value in after.items():
        if token.local and name in token.local:
            token.local[name] = value
        else:
            token.write(name, MISSING if value is ... else value)
