"""One file examined as for publishing: can it be read, does it run, and what should its owner know."""

from app.engine.bpmn import children, nodes
from app.engine.check import UNRUNNABLE, check
from app.engine.check.tables import table_findings
from app.engine.compile import compile_bundle
from app.engine.finding import ModelRefused, finding
from app.engine.read.bundle import read_bundle
from app.engine.read.child import Child, ChildFailed


def examine(path: str, files: dict[str, bytes], child: Child, sent: frozenset[str] = frozenset()) -> dict:
    """{"file", "ok" (fit to publish), "runnable" (with all offers accepted), "readable", "findings": [Finding]}.

    `files` holds the file itself first, and whatever it may refer to; `sent` as for `check`. The work is done
    in `child`; a file that hangs or swells there is refused.
    """
    try:
        return child.call("app.engine.examine:examined", (path, files, sent))
    except ChildFailed as failed:
        rule = "reading-takes-too-long" if failed.reason == "time" else "reading-takes-too-much"
        return _report(path, [finding(rule, "error", name=path, file=path)], readable=False)


def examined(work: tuple[str, dict[str, bytes], frozenset[str]]) -> dict:
    path, files, sent = work
    try:
        bundle = read_bundle(files, trusted=True)
    except ModelRefused as refused:
        return _report(path, refused.findings, readable=False)
    if path in bundle.decisions:
        found = list(table_findings(path, bundle.decisions))
        return _report(path, found, runnable=not any(one.rule == "table-unreadable" for one in found))
    if path not in bundle.models:
        return _report(path, (), runnable=path not in bundle.other)
    found = [*check(bundle, sent), *(one.among(bundle.unnamed) for one in bundle.repairs)]
    broken = [one for one in found if one.rule in UNRUNNABLE]
    trouble = [] if broken else _compiled(bundle.accepting(), path)
    return _report(path, [*found, *trouble], runnable=not broken and not trouble)


def _compiled(bundle, path):
    """What keeps the processes of a file from being compiled; the first trouble is enough."""
    processes = [one.get("id") for one in children(bundle.models[path], "process") if nodes(one)]
    try:
        for process in processes:
            compile_bundle(bundle, process)
    except ModelRefused as refused:
        return refused.findings
    return [] if processes else [finding("nothing-to-run", "error", bundle.models[path].get("id"))]


def _report(path, findings, runnable=False, readable=True):
    ok = readable and runnable and not any(one.severity == "error" for one in findings)
    return {"file": path, "ok": ok, "runnable": runnable, "readable": readable, "findings": list(findings)}
