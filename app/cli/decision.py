"""`mizban decision`: take the decisions of a DMN file, and test them."""

import json
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

import click

from app.engine.dmn import DecisionRefused, Decisions, Score, read_decisions, read_tests


@click.group()
def decision():
    """Take the decisions of a DMN file, and test them.

    \b
    mizban decision run approval.dmn --input '{"amount": 1200}'
    mizban decision run approval.dmn --decision approver --input @case.json --json
    mizban decision test approval-test.xml --json
    """


@decision.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--decision", "wanted", metavar="ID", help="Id or name; without it, every decision of the file.")
@click.option("--input", "data", default="{}", metavar="JSON", help="The inputs by name; @FILE reads them from a file.")
@click.option("--json", "as_json", is_flag=True, help="Print the value as JSON.")
def run(file: Path, wanted: str | None, data: str, as_json: bool):
    """Take a decision with the inputs given."""
    inputs, warnings = read_input(data), []
    try:
        found = _decided(_read(file), wanted, inputs, warnings)
    except DecisionRefused as refusal:
        raise click.ClickException(str(refusal)) from None
    show(found, as_json)
    for warning in dict.fromkeys(warnings):
        click.echo(f"null because: {warning}", err=True)


@decision.command()
@click.argument("tests", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print the scores as JSON.")
@click.pass_context
def test(context: click.Context, tests: tuple[Path, ...], as_json: bool):
    """Run test files in the format of the DMN TCK; each names its model, which lies beside it."""
    scores = [_score(path) for path in tests]
    if as_json:
        show(scores, True)
    else:
        _report(scores)
    context.exit(1 if any(score["failed"] for score in scores) else 0)


def read_input(data: str) -> dict:
    """The JSON object of `--input`, written there or in the file after the @."""
    try:
        text = Path(data[1:]).read_text("utf-8") if data.startswith("@") else data
        found = json.loads(text)
    except (OSError, ValueError) as trouble:
        raise click.BadParameter(f"--input holds no JSON: {trouble}") from None
    if not isinstance(found, dict):
        raise click.BadParameter("--input takes a JSON object, names with their values.")
    return found


def show(value, as_json: bool):
    if as_json or not isinstance(value, str):
        value = json.dumps(value, ensure_ascii=False, indent=2 if isinstance(value, (dict, list)) else None)
    click.echo(value)


def _read(path: Path) -> Decisions:
    """The file with its neighbours, which it may import."""
    xml = path.read_bytes()
    others = [other for other in sorted(path.parent.glob("*.dmn")) if other != path] if b"import" in xml else []
    return read_decisions(xml, [other.read_bytes() for other in others])


def _decided(decisions: Decisions, wanted: str | None, inputs: dict, warnings: list[str]):
    now = datetime.now(UTC)
    if wanted is None and len(decisions.ids) != 1:
        return {
            name: decisions.decide(key, inputs, now, warnings=warnings)
            for key, name in zip(decisions.ids, decisions.names, strict=True)
        }
    return decisions.decide(wanted or decisions.ids[0], inputs, now, warnings=warnings)


def _score(path: Path) -> dict:
    """A file that cannot be read fails as one; a model that cannot be read fails all its cases."""
    try:
        tests = read_tests(path.read_bytes())
    except DecisionRefused as refusal:
        return _told(path, Score.refused([""], str(refusal)))
    try:
        model = _read(path.parent / Path(tests.model).name)
    except (DecisionRefused, OSError) as refusal:
        return _told(path, Score.refused([case.id for case in tests.cases], str(refusal)))
    return _told(path, tests.score(model, datetime.now(UTC)))


def _told(path: Path, score: Score) -> dict:
    failures = [asdict(failure) for failure in score.failures]
    return {"file": str(path), "passed": score.passed, "failed": score.failed, "failures": failures}


def _report(scores: list[dict]):
    for score in scores:
        click.echo(f"{score['file']}: {score['passed']} passed, {score['failed']} failed")
        for failure in score["failures"]:
            told = failure["trouble"] or f"found {json.dumps(failure['found'], ensure_ascii=False)}"
            wanted = json.dumps(failure["expected"], ensure_ascii=False)
            click.echo(f"  {failure['case']} {failure['decision']}: expected {wanted}, {told}")
