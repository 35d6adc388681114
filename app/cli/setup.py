"""`mizban setup`: the database and the catalogue, brought up to date."""

import sys

import click

from app.base import read_clock, transaction
from app.base.schema import prepare_schema
from app.catalog import sync
from app.cli.installation import installation
from app.people.organisation import DEMO, PASSWORD, anybody, settle


@click.command()
@click.option("--demo", is_flag=True, help="Bring the demo organisation in where nobody is known; so in every demo.")
@click.option("--warnings", is_flag=True, help="Show what could be better too, not only what stops a service.")
@click.option("--over-studio", is_flag=True, help="Publish the files also over what was published in the studio.")
@click.option("--strict", is_flag=True, help="Exit with 1 when a service of the catalogue could not be published.")
def setup(demo, warnings, over_studio, strict):
    """Make or update the tables, then publish what is new or changed in catalog/, workflows/ and forms/.

    A service that was published in the studio is kept as it is there, unless --over-studio is given.

    \b
    mizban setup
    mizban setup --warnings
    mizban setup --strict            for a pipeline: a broken service fails it
    MIZBAN_CONTENT=/srv/content mizban setup
    """
    with installation() as app:
        settings = app.extensions["settings"]
        tell("Database", prepare_schema(settings.migrations))
        if demo or settings.demo:
            bring_people()
        report = publish(settings.content, warnings, over_studio)
    if strict and not report.clean:
        sys.exit(1)


def bring_people():
    with transaction():
        if not anybody():
            tell("Demo organisation", f"{settle(DEMO, read_clock(), PASSWORD)} people")


def publish(content, warnings, over_studio=False):
    with transaction():
        report = sync(content, read_clock(), over_studio)
    outcomes = ("new", "changed", "unchanged", "retired", "stopped", "kept")
    counts = {name: len(getattr(report, name)) for name in outcomes}
    tell("Catalogue", ", ".join(f"{count} {name}" for name, count in counts.items() if count) or "empty")
    for slug in report.kept:
        click.echo(f"  {slug} was kept: the studio has it. --over-studio publishes the file.")
    for fault in report.faults:
        if warnings or fault.severity == "error":
            click.echo(f"  {fault}")
    return report


def tell(what, outcome):
    click.echo(f"{what:<30} {outcome}")
    sys.stdout.flush()
