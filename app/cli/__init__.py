"""The console: `mizban demo | setup | serve | work | seed | token | service | model | decision | feel`."""

import sys
from importlib import import_module
from importlib.util import find_spec

import click

from app.base import Refusal
from app.settings import SettingsWrong

COMMANDS = {
    "demo": "Everything on this machine, until Ctrl-C.",
    "setup": "Bring the tables and the catalogue up to date.",
    "serve": "Serve the pages and the API.",
    "work": "Do what waits in the background.",
    "seed": "Bring people in from a file.",
    "service": "Take services along, check and publish them.",
    "token": "Tokens for the API.",
    "model": "Check and run BPMN models.",
    "decision": "Check and evaluate DMN tables.",
    "feel": "Evaluate a FEEL expression.",
}


class Console(click.Group):
    """Loads a command when it is asked for: `mizban feel` need not wait for the database's libraries."""

    def list_commands(self, ctx):
        return [name for name in COMMANDS if find_spec(f"app.cli.{name}")]

    def format_commands(self, ctx, formatter):
        with formatter.section("Commands"):
            formatter.write_dl([(name, COMMANDS[name]) for name in self.list_commands(ctx)])

    def get_command(self, ctx, name):
        if name not in self.list_commands(ctx):
            return None
        return getattr(import_module(f"app.cli.{name}"), name)


@click.group(cls=Console, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="mizban")
def console():
    """Mizban: services that run from their diagrams.

    \b
    mizban demo                      everything, with a demo organisation, on http://127.0.0.1:8000
    mizban model check order.bpmn    is this diagram fit to be published?
    mizban COMMAND --help            more about one command, with examples
    """


def main():
    try:
        console(prog_name="mizban")
    except (Refusal, SettingsWrong) as sentence:
        sys.exit(str(sentence))
