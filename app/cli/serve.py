"""`mizban serve`: the web server."""

import sys

import click
from gunicorn.app.base import BaseApplication

from app.base.alone import end_with_parent
from app.cli.ready import read_settings, refuse_taken_port
from app.web import create_app


@click.command()
@click.option("--host", envvar="MIZBAN_HOST", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", envvar="PORT", type=int, default=8000, show_default=True, help="Port to listen on.")
@click.option("--workers", type=int, default=None, help="Processes; one with SQLite, else two.")
@click.option("--threads", type=int, default=8, show_default=True, help="Threads of each process.")
@click.option("--tied", is_flag=True, hidden=True, help="Stop when standard input closes.")
def serve(host, port, workers, threads, tied):
    """Serve the pages and the API; `mizban work` must run beside it.

    \b
    mizban serve
    mizban serve --host 0.0.0.0 --port 80 --workers 4
    DATABASE_URL=postgresql://mizban@db/mizban SECRET_KEY=... mizban serve
    """
    settings = read_settings()
    refuse_taken_port(host, port)
    options = {
        "bind": f"[{host}]:{port}" if ":" in host else f"{host}:{port}",
        "workers": workers or (1 if settings.sqlite else 2),
        "threads": threads,
        "tied": tied,
    }
    Server(settings, options).run()


class Server(BaseApplication):
    """gunicorn with our settings instead of its files and arguments."""

    def __init__(self, settings, options):
        self.settings = settings
        self.options = options
        super().__init__()

    def load_config(self):
        given = dict(self.options)
        tied = given.pop("tied")
        ours = {
            "worker_class": "gthread",
            "loglevel": "warning",
            "graceful_timeout": 10,
            "timeout": 60,
            "keepalive": 5,
            # Two servers of one person would quarrel over one socket, and nobody talks to it.
            "control_socket_disable": True,
            "post_worker_init": lambda _: say("The web server is ready."),
        }
        if tied:
            ours["when_ready"] = lambda _: end_with_parent()
        for name, value in (ours | given).items():
            self.cfg.set(name, value)

    def load(self):
        return create_app(self.settings)


def say(line):
    click.echo(line)
    sys.stdout.flush()
