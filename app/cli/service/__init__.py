"""`mizban service`: services as files, for version control and pipelines."""

import click

from app.cli.service.checking import check
from app.cli.service.exporting import export
from app.cli.service.importing import import_services
from app.cli.service.listing import list_services
from app.cli.service.publishing import publish


@click.group()
def service():
    """Take services along, check them, bring them in and publish them.

    \b
    mizban service list
    mizban service export leave --to leave.zip
    mizban service check leave.zip
    mizban service import leave.zip --by leila
    mizban service publish leave --by leila --note "Two days' notice"
    """


for _command in (list_services, export, check, import_services, publish):
    service.add_command(_command)
