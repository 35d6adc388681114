"""The pool of a service bears the service's name, also in other modelers."""

from app.studio.wording.pen import Pen
from app.studio.wording.xml_text import sheet_of


def with_pool_called(name: str, spec: dict, files: dict[str, bytes]) -> dict[str, bytes]:
    """The files with `name` on the pool of the service's own process, where it is drawn with one."""
    path, pen = spec["diagram"], Pen(spec, files)
    pools = (tag for tag in sheet_of(files[path]).tags if tag.name == "participant")
    own = next((tag for tag in pools if tag.get("processRef") == spec.get("process") and tag.get("name")), None)
    if own and name:
        pen.replace(path, own.attributes["name"], name)
    return {**files, **pen.changes()[1]}
