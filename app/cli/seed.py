"""`mizban seed`: an organisation from a file."""

from pathlib import Path

import click

from app.base import read_clock, transaction
from app.cli.installation import installation
from app.people.organisation import DEMO, PASSWORD, settle


@click.command()
@click.option(
    "--file", "path", type=click.Path(exists=True, dir_okay=False, path_type=Path), default=DEMO,
    help="Sites, departments, cost centres, people, groups, absences in yaml; the demo organisation if left out.",
)
@click.option("--password", default=None, help="For people without one; the demo organisation gets 'demo' in a demo.")
def seed(path, password):
    """Write down the people of a yaml file; those who are known already are brought up to date.

    \b
    mizban seed
    mizban seed --file our-organisation.yaml
    """
    with installation() as app, transaction():
        if password is None and path == DEMO and app.extensions["settings"].demo:
            password = PASSWORD
        click.echo(f"{settle(path, read_clock(), password)} people are known.")
