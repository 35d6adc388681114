"""A service as files that everybody can read: yaml, diagrams, tables and forms in their three folders, or one zip."""

import io
import zipfile

import yaml

from app.catalog.fault import Broken, Fault
from app.catalog.folder import Parcel, gather
from app.catalog.shape import check_shape
from app.catalog.written import written

EPOCH = (1980, 1, 1, 0, 0, 0)
FRAGMENTS = "catalog/fragments/"


def parcel_of(spec: dict, files: dict[str, bytes]) -> dict[str, bytes]:
    """path -> contents, the yaml first. Gathered again, it gives the same spec and the same files."""
    told = yaml_of(spec, files)
    return {f"catalog/{spec['department']}/{spec['slug']}.yaml": told.encode(), **dict(sorted(files.items()))}


def yaml_of(spec: dict, files: dict[str, bytes]) -> str:
    """The service's yaml; names that the fragments bring along are not repeated."""
    brought = {}
    for path, data in files.items():
        if path.startswith(FRAGMENTS):
            brought.update(yaml.safe_load(data).get("names") or {})
    own = {id: texts for id, texts in spec.get("names", {}).items() if brought.get(id) != texts}
    return written(spec, own)


def zipped(files: dict[str, bytes]) -> bytes:
    """One zip; the same files always give the same bytes."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, data in files.items():
            about = zipfile.ZipInfo(path, EPOCH)
            about.compress_type, about.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            archive.writestr(about, data)
    return whole.getvalue()


def gathered(files: dict[str, bytes], slug: str | None = None, whole=True) -> tuple[str, dict, dict[str, bytes]]:
    """(slug, spec, files) of the one service in a parcel, or of the one that is named.

    Raises Broken where there is none, where there are several and none is named, and where its files are broken. What
    is to become a draft need not be `whole`: texts and order may still be missing, but not the diagram.
    """
    folder = Parcel(files)
    found = folder.services()
    if slug is None and len(found) == 1:
        slug = next(iter(found))
    if slug not in found:
        names = ", ".join(sorted(found)) or "none"
        raise Broken(Fault(slug or "", "catalog/", 0, "", f"One service is wanted; in these files there is: {names}."))
    source = folder.source(found[slug], slug)
    if whole:
        check_shape(source, slug)
    elif not isinstance(source.data.get("diagram"), str):
        raise Broken(source.fault(slug, "“diagram” is missing: the path of the drawing.", "diagram"))
    return (slug, *gather(folder, source, slug))
