"""`mizban feel`: what a FEEL expression gives."""

from datetime import UTC, datetime

import click

from app.cli.decision import read_input, show
from app.engine.feel import FeelError, compile_expression, to_json


@click.command()
@click.argument("expression")
@click.option("--input", "data", default="{}", metavar="JSON", help="The variables by name; @FILE reads a file.")
@click.option("--json", "as_json", is_flag=True, help="Print the value as JSON.")
def feel(expression: str, data: str, as_json: bool):
    """Evaluate a FEEL expression; a leading = may be left out.

    \b
    mizban feel 'sum(for x in 1..10 return x)'
    mizban feel '=amount > 1000' --input '{"amount": 1200}' --json
    """
    variables, warnings = read_input(data), []
    try:
        compiled = compile_expression(expression.strip().removeprefix("="), variables)
        value = to_json(compiled.evaluate(variables, now=datetime.now(UTC), warnings=warnings))
    except FeelError as trouble:
        place = "" if trouble.position is None else f" (at character {trouble.position + 1})"
        raise click.ClickException(f"{trouble.message}{place}") from None
    show(value, as_json)
    for warning in dict.fromkeys(warnings):
        click.echo(f"null because: {warning}", err=True)
