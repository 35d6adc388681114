"""`mizban work`: a worker."""

import os
import sys

import click

LEVELS = click.Choice(["debug", "info", "warning", "error"])


@click.command()
@click.option("--threads", type=int, default=4, show_default=True, help="Jobs done at the same time.")
@click.option("--log-level", type=LEVELS, default="warning", show_default=True, help="What is written down.")
@click.option("--tied", is_flag=True, hidden=True, help="Stop when standard input closes.")
def work(threads, log_level, tied):
    """Do what waits in the background: notices, mails, timers, outside calls. Start as many as you like, anywhere.

    \b
    mizban work
    mizban work --threads 8 --log-level info
    DATABASE_URL=postgresql://mizban@db/mizban BROKER_URL=redis://redis SECRET_KEY=... mizban work
    """
    given = ["--threads", str(threads), "--log-level", log_level, *(["--tied"] if tied else [])]
    # Console and worker stand on the same floor and do not know each other: the worker takes this process over.
    os.execv(sys.executable, [sys.executable, "-m", "app.worker", *given])
