"""What must be so before anything starts: good settings, a folder to write to, a free port. Else: one sentence."""

import errno
import os
import socket

import click

from app.settings import Settings, SettingsWrong


def read_settings() -> Settings:
    """The settings of the environment; the home folder exists afterwards and can be written to."""
    settings = Settings.from_environment(os.environ)
    try:
        settings.home.mkdir(parents=True, exist_ok=True)
        (settings.home / ".writable").touch()
        (settings.home / ".writable").unlink()
    except OSError as trouble:
        raise SettingsWrong(f"The folder {settings.home} cannot be written to ({trouble.strerror}).") from trouble
    return settings


def refuse_taken_port(host: str, port: int):
    """Whether we may listen there, found out by trying."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as trouble:
        if trouble.errno == errno.EADDRINUSE:
            raise click.ClickException(f"Port {port} is taken by another program: choose one with --port.") from trouble
        raise click.ClickException(f"{host}:{port} cannot be listened on ({trouble.strerror}).") from trouble
