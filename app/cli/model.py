"""`mizban model`: check BPMN models, and run them in memory."""

import json
from pathlib import Path

import click

from app.catalog import SENT
from app.cli.counted import counted
from app.cli.decision import read_input
from app.engine import ModelRefused, read_bundle, simulate
from app.engine.check import UNRUNNABLE
from app.engine.check import check as check_bundle
from app.engine.examine import examine
from app.engine.finding import finding
from app.engine.read.child import Child

SIGNS = {"error": "✗", "warning": "!", "info": "·", "repair": "+"}
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
LANGUAGES = click.Choice(["en", "fa", "ar"])
BESIDE = (".dmn", ".form", ".json")


@click.group()
def model():
    """Check and run BPMN models.

    \b
    mizban model check order.bpmn
    mizban model run order.bpmn --input '{"amount": 1200}'
    """


@model.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON.")
@click.option("--language", type=LANGUAGES, default="en", show_default=True, help="Language of the sentences.")
@click.pass_context
def check(context, files, as_json, language):
    """Say of each FILE whether it is fit to publish, and what to mend.

    Forms and tables among the files count as lying beside every model. Ends with 0 when all are fit, 1 when one is
    not, 2 when one cannot be read.

    \b
    mizban model check order.bpmn
    mizban model check workflows/hr/leave.bpmn forms/hr/*.form --language fa
    mizban model check *.bpmn --json
    """
    contents = {path: _contents(path) for path in files}
    beside = {str(path): data for path, data in contents.items() if data is not None and path.suffix in BESIDE}
    with Child() as child:
        reports = [_report(path, data, beside, child) for path, data in contents.items()]
    if as_json:
        click.echo(json.dumps([_plain(report, language) for report in reports], ensure_ascii=False, indent=2))
    else:
        for report in reports:
            _print(report, language)
    context.exit(_exit_code(reports))


def _contents(path):
    try:
        return path.read_bytes()
    except OSError:
        return None


def _report(path, data, beside, child):
    if data is None:
        missing = finding("file-missing", "error", name=path.name, file=str(path))
        return {"file": str(path), "ok": False, "runnable": False, "readable": False, "findings": [missing]}
    return examine(str(path), {str(path): data, **beside}, child, SENT)


def _plain(report, language):
    return {
        "file": report["file"],
        "ok": report["ok"],
        "runnable": report["runnable"],
        "findings": [_row(one, language) for one in report["findings"]],
    }


def _row(one, language):
    return {
        "element": one.element,
        "name": one.name,
        "rule": one.rule,
        "severity": one.severity,
        "message": one.text(language),
        "remedy": one.remedy_text(language),
        "offers": [offer.as_dict(language) for offer in one.offers],
    }


def _exit_code(reports):
    if not all(report["readable"] for report in reports):
        return 2
    return 0 if all(report["ok"] for report in reports) else 1


def _print(report, language):
    told = counted(one.severity for one in report["findings"])
    click.echo(f"{report['file']}: {_verdict(report)} ({told})")
    for one in report["findings"]:
        click.echo(
            f"  {SIGNS[one.severity]} {one.text(language)} [{one.rule}{f' at {one.element}' if one.element else ''}]"
        )
        click.echo(f"    {one.remedy_text(language)}")
        for offer in one.offers:
            click.echo(f"    → {offer.label(language)} [{offer.id}]")


def _verdict(report):
    if report["ok"]:
        return "fit to publish"
    return "runs, but is not fit to publish" if report["runnable"] else "does not run"


@model.command()
@click.argument("file", type=FILE)
@click.option("--process", metavar="ID", help="Which process of the file; without it, its participants run together.")
@click.option("--input", "data", default="{}", metavar="JSON", help="Start data by name; @FILE reads it from a file.")
@click.option(
    "--answers", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="JSON: element id -> values."
)
@click.option("--as-drawn", is_flag=True, help="Accept no offer: run what is drawn, and nothing that is only offered.")
@click.option("--json", "as_json", is_flag=True, help="Print everything as JSON.")
@click.pass_context
def run(context, file, process, data, answers, as_drawn, as_json):
    """Run a model in memory, with a clock that jumps to the next due timer.

    It goes on until only people or the outside are waited for. ANSWERS holds what people and outside calls answer: a
    JSON object of element ids with their values, or lists of values for one visit after the other.

    Whatever `check` offers in order to make the model run is accepted for this run, and told.

    \b
    mizban model run order.bpmn --input '{"amount": 1200}'
    mizban model run order.bpmn --answers answers.json --json
    """
    given = read_input(data)
    said = read_input(f"@{answers}") if answers else {}
    result = played(file, process, given, said, as_drawn)
    if as_json:
        click.echo(json.dumps(result, ensure_ascii=False, indent=2, default=str))
    else:
        _tell(result)
    context.exit(2 if result["outcome"] == "refused" else 1 if result["outcome"] == "failed" else 0)


def played(file: Path, process: str | None, data: dict, answers: dict, as_drawn: bool = False) -> dict:
    """The result of a run, with the model's findings; "refused" where no run is possible.

    Unless `as_drawn`, the normaliser's offers are accepted; each is told as a finding of severity "repair".
    """
    try:
        drawn = read_bundle({str(file): file.read_bytes()})
        bundle = drawn if as_drawn else drawn.accepting()
    except ModelRefused as refused:
        return _refused(refused.findings)
    found = [*check_bundle(drawn), *bundle.repairs, *bundle.accepted]
    if any(one.rule in UNRUNNABLE for one in found):
        return _refused(found)
    result = simulate(bundle, process, data, answers)
    rows = [_row(one, "en") for one in found] + (result["findings"] if result["outcome"] == "refused" else [])
    return {**result, "findings": rows, "accepted": _told(bundle.accepted)}


def _told(accepted):
    return [{"element": one.element, "rule": one.rule, "message": one.message} for one in accepted]


def _refused(findings):
    rows = [_row(one, "en") for one in findings]
    return {"outcome": "refused", "trace": [], "open": [], "data": {}, "incidents": [], "findings": rows}


def _tell(result):
    for one in result.get("accepted", ()):
        click.echo(f"accepted: {one['message']} [{one['rule']} at {one['element']}]")
    click.echo(f"outcome: {result['outcome']}")
    for one in result["trace"]:
        click.echo(f"  {one['at']}  {one['name'] or one['element']}  ({one['kind']} {one['element']})")
    for one in result["open"]:
        click.echo(f"  open: {one['name'] or one['element']}  ({one['kind']} {one['element']})")
    for one in result["incidents"]:
        click.echo(f"  incident at {one['name'] or one['element']}: {one['message']}")
    click.echo(f"data: {json.dumps(result['data'], ensure_ascii=False, default=str)}")
    if result["outcome"] == "refused":
        for one in result["findings"]:
            click.echo(f"  {one['severity']}: {one['message']} {one['remedy']}")
