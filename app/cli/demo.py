"""`mizban demo`: everything on this machine, until Ctrl-C."""

import os
import subprocess
import sys

import click

from app.cli.ready import read_settings, refuse_taken_port
from app.cli.together import Together


@click.command()
@click.option("--host", envvar="MIZBAN_HOST", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", envvar="PORT", type=int, default=8000, show_default=True, help="Port to listen on.")
def demo(host, port):
    """Web server and worker with a demo organisation; Ctrl-C stops both.

    Data is kept in ./var (MIZBAN_HOME): delete the folder to begin anew. DATABASE_URL and BROKER_URL are used when set.

    \b
    mizban demo
    mizban demo --port 9000
    DATABASE_URL=postgresql:///mizban BROKER_URL=redis://127.0.0.1 mizban demo
    """
    address = f"http://{host}:{port}"
    os.environ["MIZBAN_DEMO"] = "1"
    os.environ.setdefault("BASE_URL", address)
    read_settings()
    refuse_taken_port(host, port)
    run("setup", "--demo")
    together = Together({
        "web": command("serve", "--host", host, "--port", str(port), "--tied"),
        "worker": [sys.executable, "-m", "app.worker", "--tied"],
    })
    sys.exit(together.run(f"Mizban is ready on {address} (Ctrl-C stops it)"))


def run(*arguments):
    """A command in a process of its own, so that this one stays small for as long as the demo runs."""
    done = subprocess.run(command(*arguments))
    if done.returncode:
        sys.exit(1)


def command(*arguments):
    return [sys.executable, "-m", "app.cli", *arguments]
