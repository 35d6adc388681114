"""A browser as the product's server sees it: prepared WSGI environs, so that no test client's own work is measured."""

import io
import re
from http.cookies import SimpleCookie
from urllib.parse import urlencode

TOKEN = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')


class Visit:
    """Signed in for real: session cookie and CSRF token as a browser would hold and send them."""

    def __init__(self, app, person: str):
        self.app, self.cookies = app, {}
        self.token = TOKEN.search(self.get("/sign-in")[1])[1]
        status, _ = self.post("/sign-in/demo", {"person": person})
        assert status in (302, 303), status
        self.token = TOKEN.search(self.get("/")[1])[1]

    def get(self, url: str) -> tuple[int, str]:
        return self.call(self.environ("GET", url))

    def post(self, url: str, data: dict) -> tuple[int, str]:
        return self.call(self.environ("POST", url, {**data, "csrf_token": self.token}))

    def environ(self, method: str, url: str, data: dict | None = None) -> dict:
        path, _, query = url.partition("?")
        body = urlencode(data or {}).encode()
        return {
            "REQUEST_METHOD": method, "PATH_INFO": path, "QUERY_STRING": query, "SCRIPT_NAME": "",
            "SERVER_NAME": "localhost", "SERVER_PORT": "80", "SERVER_PROTOCOL": "HTTP/1.1", "HTTP_HOST": "localhost",
            "REMOTE_ADDR": "127.0.0.1", "HTTP_USER_AGENT": "bench", "HTTP_ACCEPT_LANGUAGE": "en",
            "HTTP_COOKIE": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
            "CONTENT_TYPE": "application/x-www-form-urlencoded", "CONTENT_LENGTH": str(len(body)),
            "wsgi.input": io.BytesIO(body), "wsgi.errors": io.StringIO(), "wsgi.url_scheme": "http",
            "wsgi.version": (1, 0), "wsgi.multithread": False, "wsgi.multiprocess": False, "wsgi.run_once": False,
        }

    def call(self, environ: dict) -> tuple[int, str]:
        answer = []
        chunks = self.app(environ, lambda status, headers, trouble=None: answer.extend((status, headers)))
        text = b"".join(chunks)
        if hasattr(chunks, "close"):
            chunks.close()
        for name, value in answer[1]:
            if name == "Set-Cookie":
                self.cookies.update({key: morsel.value for key, morsel in SimpleCookie(value).items()})
        return int(answer[0][:3]), text.decode()
