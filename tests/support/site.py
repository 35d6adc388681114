"""The web server and the worker's sweeps in threads of the test process, for browsers."""

import threading

from werkzeug.serving import make_server

from app.worker import KINDS, Sweeper


class Open:
    """An application that knows how many of its requests are under way."""

    def __init__(self, app):
        self.app, self.count, self.changed = app, 0, threading.Condition()

    def __call__(self, environ, start):
        self._add(1)
        try:
            return self.app(environ, start)
        finally:
            self._add(-1)

    def _add(self, number):
        with self.changed:
            self.count += number
            self.changed.notify_all()

    def end(self):
        """Returns when the last one is answered."""
        with self.changed:
            self.changed.wait_for(lambda: not self.count)


class Site:
    """Serves a desk's application until `stop`; background work is looked for three times a second."""

    def __init__(self, app):
        self.open = Open(app)
        self.server = make_server("127.0.0.1", 0, self.open, threaded=True)
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        self.sweeper = Sweeper(app, list(KINDS.values()), every=0.3)
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.05,), daemon=True)

    def start(self):
        self.thread.start()
        self.sweeper.start()
        return self

    def stop(self):
        self.sweeper.stop()
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()
        # What a page asked for as it was closed would otherwise come to the database of the next test.
        self.open.end()
