"""`mizban token`: bearer tokens for the API."""

from datetime import timedelta

import click

from app.base import read_clock, transaction
from app.cli.installation import installation
from app.people import Person, Token


@click.group()
def token():
    """Tokens with which a person's programs use the API."""


@token.command()
@click.argument("person")
@click.option("--name", default="", help="What it is for.")
@click.option("--days", type=click.IntRange(min=1), default=None, help="It ends after so many days.")
def create(person, name, days):
    """Create a token for PERSON (key or mail address) and print it; it is shown only now.

    \b
    mizban token create sara
    mizban token create sara --name "monitoring" --days 90
    curl -H "Authorization: Bearer $(mizban token create sara)" http://127.0.0.1:8000/api/v1/services
    """
    now = read_clock()
    with installation(), transaction() as session:
        found = session.query(Person).filter((Person.key == person) | (Person.email == person)).one_or_none()
        if found is None or not found.active:
            raise click.ClickException(f"No active person is known as {person!r}.")
        text = Token.create(found, now=now, name=name, expires_at=now + timedelta(days=days) if days else None)
    click.echo(text)
