"""The way hints travel: Celery over files, Redis or RabbitMQ. Whatever is lost on the way, the sweeps find the rows."""

import logging
import threading
from pathlib import Path
from urllib.parse import urlsplit

from celery import Celery
from kombu.exceptions import OperationalError
from kombu.transport import TRANSPORT_ALIASES

from app.settings import Settings

WAKE = "mizban.wake"
QUEUE = "mizban.hints"
STALE = 5.0  # seconds; an older hint says nothing that a sweep has not seen

TRANSPORT_ALIASES["hintfiles"] = "app.base.hint_files:Transport"
log = logging.getLogger(__name__)


def make_broker(settings: Settings) -> Celery:
    """A Celery application that knows where hints go and come from; workers register what they do on one."""
    broker = Celery("mizban", broker=address(settings), set_as_current=False)
    broker.conf.update(
        task_default_queue=QUEUE,
        task_ignore_result=True,
        task_publish_retry=False,
        broker_connection_timeout=1.0,
        broker_connection_retry_on_startup=True,
        broker_connection_max_retries=None,
        broker_transport_options=transport_options(settings),
        worker_enable_remote_control=False,
        worker_send_task_events=False,
        worker_hijack_root_logger=False,
        worker_redirect_stdouts=False,
        worker_cancel_long_running_tasks_on_connection_loss=False,
    )
    return broker


def address(settings: Settings) -> str:
    # Without a host the transport warns at every connection, though files have none.
    return "hintfiles://localhost//" if settings.embedded else settings.broker_url


def transport_options(settings: Settings) -> dict:
    if settings.embedded:
        folder = str(broker_folder(settings))
        control = str(broker_folder(settings) / "control")
        return {"data_folder_in": folder, "data_folder_out": folder, "control_folder": control, "polling_interval": 0.1}
    if urlsplit(settings.broker_url).scheme.startswith("redis"):
        return {"socket_connect_timeout": 1.0, "socket_timeout": 10.0, "visibility_timeout": 60}
    return {"max_retries": 0, "connect_timeout": 1.0}


def broker_folder(settings: Settings) -> Path:
    folder = settings.home / "broker"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def forget_old_hints(settings: Settings):
    """Hints in files would be read one by one after a long absence, and the first sweep knows better."""
    for message in broker_folder(settings).glob("*.msg"):
        message.unlink(missing_ok=True)


class HintSender:
    """What `on_hint` wants: takes a hint and returns at once; a thread carries it, and nobody waits for a broker."""

    def __init__(self, settings: Settings):
        self.broker = make_broker(settings)
        self.waiting: set[str] = set()
        self.change = threading.Condition()
        self.thread: threading.Thread | None = None

    def __call__(self, kind: str):
        with self.change:
            self.waiting.add(kind)
            self.change.notify()
            if self.thread is None:
                # Only now: a server may have forked since it was made, and threads stay behind in the parent.
                self.thread = threading.Thread(target=self._carry, name="hints", daemon=True)
                self.thread.start()

    def _carry(self):
        while True:
            with self.change:
                self.change.wait_for(lambda: self.waiting)
                kinds, self.waiting = self.waiting, set()
            for kind in kinds:
                self._send(kind)

    def _send(self, kind: str):
        try:
            self.broker.send_task(WAKE, (kind,), expires=STALE, retry=False)
        except (OperationalError, OSError) as trouble:
            log.warning("The broker cannot be reached, the sweeps take over: %s", trouble)
        except Exception:  # noqa: BLE001 each transport fails in its own words, and this thread must outlive them all
            log.exception("The broker failed, the sweeps take over")
