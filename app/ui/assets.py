"""The front-end bundle: hashed names from the manifest, served compressed and for ever."""

import json
import re
from pathlib import Path

from flask import Flask, Response, request
from werkzeug.exceptions import NotFound
from werkzeug.utils import safe_join

DIST = Path(__file__).parent / "static" / "dist"
_YEAR = 365 * 86400
_TYPES = {
    ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml", ".woff2": "font/woff2",
}


_SYMBOL = re.compile(r'<symbol id="([^"]+)"')
SIGNS = ("logo", "ellipsis", "x", "check", "plus", "minus", "undo-2", "redo-2", "eye-off", "log-out", "maximize")


class Bundle:
    """The manifest, read again when a build has replaced it."""

    def __init__(self, folder: Path):
        self.folder = folder
        self._read_at, self._names = 0.0, {}

    def name(self, asset: str) -> str:
        """The hashed name; the plain one while nothing is built, so that a page without its looks still answers."""
        path = self.folder / "manifest.json"
        built_at = path.stat().st_mtime if path.is_file() else 0.0
        if built_at != self._read_at:
            self._read_at, self._names = built_at, json.loads(path.read_text("utf-8")) if built_at else {}
        return self._names.get(asset, asset)


def install(app: Flask):
    bundle = Bundle(DIST)
    prefix = app.config.get("APPLICATION_ROOT", "/").rstrip("/")
    app.add_url_rule("/assets/<path:name>", "asset", send, methods=["GET"])
    app.jinja_env.globals["icon_names"] = lambda: icon_names(bundle)
    app.jinja_env.globals["asset"] = lambda name: f"{prefix}/assets/{bundle.name(name)}"


def icon_names(bundle: Bundle) -> list[str]:
    """The icons a service may bear: those of the bundle that are not signs of the pages themselves."""
    sprite = bundle.folder / bundle.name("icons.svg")
    names = _SYMBOL.findall(sprite.read_text("utf-8")) if sprite.is_file() else []
    signs = ("state-", "chevron", "arrow-", "corner-", "grip-")
    return [name for name in names if name not in SIGNS and not name.startswith(signs)]


def send(name: str) -> Response:
    """The file itself, or its compressed twin; both are small, so they are read whole."""
    packed = safe_join(DIST, f"{name}.gz") if "gzip" in request.headers.get("Accept-Encoding", "") else None
    path = next((Path(one) for one in (packed, safe_join(DIST, name)) if one and Path(one).is_file()), None)
    if path is None:
        raise NotFound
    response = Response(path.read_bytes(), content_type=_TYPES.get(Path(name).suffix, "text/plain; charset=utf-8"))
    response.cache_control.max_age = _YEAR
    response.cache_control.immutable = response.cache_control.public = True
    response.vary.add("Accept-Encoding")
    if path.suffix == ".gz":
        response.content_encoding = "gzip"
    return response
