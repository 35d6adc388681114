"""`mizban service check`: what the studio would say, for pipelines."""

import json
from pathlib import Path

import click

from app.base import read_clock, transaction
from app.catalog import Broken, Published, gathered
from app.catalog.folder import Parcel
from app.cli.counted import counted
from app.cli.installation import installation
from app.cli.service.reading import read_parcel
from app.studio.checking import blocking, findings
from app.studio.drafts import DraftUnreadable
from app.studio.drafts.proof import prove
from app.studio.trying import coverage

SIGNS = {"error": "✗", "warning": "!", "info": "·", "repair": "+"}
LANGUAGES = click.Choice(["en", "fa", "ar"])


@click.command()
@click.argument("source", type=click.Path(exists=True, path_type=Path))
@click.argument("slugs", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="Print everything as JSON.")
@click.option("--language", type=LANGUAGES, default="en", show_default=True, help="Language of the sentences.")
@click.pass_context
def check(context, source, slugs, as_json, language):
    """Check the services of SOURCE, a zip or a folder: models, forms, tables, texts, people, and every walk.

    People and groups are those of this installation. Ends with 0 when all are fit to be published, else with 1.

    \b
    mizban service check leave.zip
    mizban service check . leave equipment
    mizban service check ../our-services --json
    """
    files = read_parcel(source)
    slugs = slugs or sorted(Parcel(files).services())
    if not slugs:
        raise click.ClickException(f"{source} holds no service: there is no catalog/DEPARTMENT/SERVICE.yaml.")
    with installation(), transaction(write=False):
        reports = [checked(files, slug, language) for slug in slugs]
    if as_json:
        click.echo(json.dumps(reports, ensure_ascii=False, indent=2))
    else:
        for report in reports:
            _tell(report)
    context.exit(0 if all(report["ok"] for report in reports) else 1)


def checked(files: dict[str, bytes], slug: str, language: str) -> dict:
    """{"service", "ok", "findings": [...], "walks": [{"name", "ok", "troubles"}], "not_walked": [names]}."""
    try:
        _, spec, own = gathered(files, slug)
    except Broken as broken:
        told = [_fault(one) for one in broken.faults]
        return {"service": slug, "ok": False, "findings": told, "walks": [], "not_walked": []}
    found = findings(spec, own, now=read_clock())
    report = {"service": slug, "findings": [one.as_dict(language) for one in found]}
    walks, ways = _walked(spec, own, language)
    ok = not blocking(found) and all(one["ok"] for one in walks)
    return {**report, "ok": ok, "walks": walks, "not_walked": ways}


def _fault(fault) -> dict:
    return {"file": fault.file, "line": fault.line, "element": fault.element, "severity": fault.severity,
            "rule": "", "text": fault.message, "remedy": fault.remedy}


def _walked(spec, files, language) -> tuple[list[dict], list[str]]:
    try:
        prove(spec["diagram"], files)
    except DraftUnreadable:
        return [], []  # its findings say so
    version = Published(0, 0, spec, files)
    seen = coverage(version)
    walks = [{"name": one.name, "ok": one.well, "troubles": one.troubles(language, version)} for one in seen.walks]
    return walks, [way.text(language) for way in seen.missing]


def _tell(report):
    walks = report["walks"]
    passing = sum(one["ok"] for one in walks)
    verdict = "fit to publish" if report["ok"] else "not fit to publish"
    found = counted(one["severity"] for one in report["findings"])
    click.echo(f"{report['service']}: {verdict} ({found}, {passing} of {len(walks)} walks pass)")
    for one in report["findings"]:
        place = ":".join(str(one[key]) for key in ("file", "line", "element") if one.get(key))
        click.echo(f"  {SIGNS[one['severity']]} {one['text']}{f' [{place}]' if place else ''}")
        if one["remedy"]:
            click.echo(f"    {one['remedy']}")
    for one in walks:
        for trouble in one["troubles"]:
            click.echo(f"  ✗ {one['name']}: {trouble}")
    for way in report["not_walked"]:
        click.echo(f"  · Nobody has walked: {way}")
