"""Services as they lie in the folders, ready to be tried before anybody publishes them."""

from pathlib import Path

from app.catalog.folder import Folder, gather
from app.catalog.published import Published
from app.catalog.shape import check_shape


def draft(root: Path, slug: str) -> Published:
    """The service of this slug, compiled straight from its files, without the database. Raises Broken, KeyError."""
    folder = Folder(root)
    source = folder.source(folder.services()[slug], slug)
    check_shape(source, slug)
    return Published(0, 0, *gather(folder, source, slug))
