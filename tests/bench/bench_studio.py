"""Bringing models into the studio: from the dropped file to the drawing with its findings, over many models."""

import io
import statistics
import time
from pathlib import Path

from tests.bench import Figure
from tests.support.desk import Desk

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
FOLDERS = ("camunda7", "camunda7-examples", "camunda8", "flowable", "modelers", "spiff", "camunda-modeler", "hostile")
ENDINGS = (".bpmn", ".dmn", ".form", ".xml")
BAR, TYPICAL = 2000, 300
"""Milliseconds: the answer to a drop, and the check of a typical drawing while somebody draws."""


def measure():
    paths = sorted(path for folder in FOLDERS for path in (CORPUS / folder).rglob("*") if path.name.endswith(ENDINGS))
    if not paths:
        print("The corpus folder is not beside the project; nothing to measure.")
        return
    desk = Desk("sqlite")
    try:
        yield from _measure(desk, [path for path in paths if path.is_file()])
    finally:
        desk.close()


def _measure(desk, paths):
    desk.app.config["WTF_CSRF_ENABLED"] = False
    client = desk.take("services").test_client().enter("omar")
    client.get("/studio/new")
    client.post("/studio/drafts", data={"department": "it", "template": "sheet"})  # the first child begins here
    client.post("/studio/my/check", json={"files": {}})
    brought, whole, checks, refused = [], [], [], 0
    for path in paths:
        begin = time.perf_counter()
        files = [(io.BytesIO(path.read_bytes()), path.name)]
        answer = client.post("/studio/drafts", data={"department": "it", "files": files},
                             content_type="multipart/form-data")
        brought.append((time.perf_counter() - begin, path.name))
        assert answer.status_code in (303, 422), (path, answer.status_code)
        if answer.status_code == 422:
            refused += 1
            continue
        url = answer.headers["Location"]
        assert client.get(url).status_code == 200, path
        first = time.perf_counter()
        assert client.post(f"{url}/check", json={"files": {}}).status_code == 200, path
        checks.append(time.perf_counter() - first)
        whole.append((time.perf_counter() - begin, path.name))
    slowest = max(whole)
    print(f"{len(paths)} files: {len(whole)} drafts, {refused} told of in a sentence; the slowest: {slowest[1]}")
    yield Figure("dropped file to the draft, median", 1000 * statistics.median(one for one, _ in brought), "ms")
    yield Figure("dropped file to the draft, slowest", 1000 * max(brought)[0], "ms", BAR)
    yield Figure("dropped file to the page with its findings, slowest", 1000 * slowest[0], "ms", BAR)
    yield Figure("findings of a draft, median", 1000 * statistics.median(checks), "ms", TYPICAL)
    yield Figure("findings of a draft, slowest", 1000 * max(checks), "ms", BAR)
    yield _while_drawing(client)


def _while_drawing(client):
    """The largest shipped service, another text each time, as while somebody draws."""
    client.post("/studio/drafts", data={"department": "it", "service": "equipment", "name": "Drawn"})
    path = "workflows/it/drawn.bpmn"
    text, spent = client.get(f"/studio/drawn/files/{path}").text, []
    for at in range(20):
        begin = time.perf_counter()
        answer = client.post("/studio/drawn/check", json={"files": {path: f"{text}<!-- {at} -->"}})
        spent.append(time.perf_counter() - begin)
        assert answer.json["counts"]["error"] == 0
    return Figure("findings while drawing (equipment), median", 1000 * statistics.median(spent), "ms", TYPICAL)
