"""`python -m app.worker`: a worker process that hears hints through Celery and sweeps by itself."""

import argparse
import logging
import os
import signal
import sys
import warnings

from celery import signals
from celery.exceptions import SecurityWarning, WorkerShutdown

from app.base.alone import end_with_parent
from app.base.broker import WAKE, forget_old_hints, make_broker
from app.settings import Settings, SettingsWrong
from app.web import create_app
from app.worker import KINDS, Sweeper, work_off
from app.worker.tidy import Tidying


def main(arguments: list[str] | None = None):
    options = parse(arguments)
    # Celery's warning to root is about pickled messages; ours are JSON and carry one word.
    warnings.filterwarnings("ignore", category=SecurityWarning)
    logging.basicConfig(level=options.log_level.upper(), format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    try:
        settings = Settings.from_environment(os.environ)
    except SettingsWrong as wrong:
        sys.exit(str(wrong))
    if options.tied:
        end_with_parent()
    work(settings, options.threads, options.log_level)


def parse(arguments):
    parser = argparse.ArgumentParser(prog="mizban work", description=__doc__)
    parser.add_argument("--threads", type=int, default=4, help="jobs done at the same time")
    parser.add_argument("--log-level", default="warning", help="debug, info, warning or error")
    parser.add_argument("--tied", action="store_true", help="stop when standard input closes")
    return parser.parse_args(arguments)


def work(settings: Settings, threads: int, log_level: str):
    app = create_app(settings)
    if settings.embedded:
        forget_old_hints(settings)
    broker = make_broker(settings)

    @broker.task(name=WAKE)
    def wake(kind: str):
        with app.app_context():
            if kind in KINDS:
                work_off(KINDS[kind])

    sweeper = Sweeper(app, list(KINDS.values()))
    tidying = Tidying(app, settings.home / "attachments")
    sweeper.start()
    tidying.start()
    signals.worker_ready.connect(on_ready)
    try:
        broker.Worker(
            pool="threads", concurrency=threads, loglevel=log_level, without_mingle=True, without_gossip=True,
            without_heartbeat=True, quiet=True,
        ).start()
    finally:
        tidying.stop()
        sweeper.stop()


def on_ready(**_):
    # Celery looks for its stop flag only between two waits on the broker, which may be ten seconds apart.
    signal.signal(signal.SIGTERM, leave)
    signal.signal(signal.SIGINT, leave)
    sys.stdout.write("The worker is ready.\n")
    sys.stdout.flush()


def leave(*_):
    raise WorkerShutdown(0)


if __name__ == "__main__":
    main()
