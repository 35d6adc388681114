"""The web server and the worker's sweeps in threads of the test process, for browsers."""

import threading

from werkzeug.serving import make_server

from app.worker import KINDS, Sweeper


class Site:
    """Serves a desk's application until `stop`; background work is looked for ten times a second."""

    def __init__(self, app):
        self.server = make_server("127.0.0.1", 0, app, threaded=True)
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        self.sweeper = Sweeper(app, list(KINDS.values()), every=0.1)
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
