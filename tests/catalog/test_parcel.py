"""Services as files one can take along: the starter catalogue is itself made so."""

import io
import zipfile
from pathlib import Path

import pytest
from sqlalchemy import select

from app.base import db
from app.catalog import Broken, Service, gathered, parcel_of, published, yaml_of, zipped
from app.catalog.folder import Folder, Parcel, gather

ROOT = Path(__file__).parents[2]
SERVICES = Folder(ROOT).services()


@pytest.fixture(params=sorted(SERVICES))
def service(request):
    """(slug, spec, files) of each service of the repository."""
    folder = Folder(ROOT)
    return request.param, *gather(folder, folder.source(SERVICES[request.param], request.param), request.param)


def test_the_starter_catalogue_is_what_an_export_gives(service):
    slug, spec, files = service
    for path, data in parcel_of(spec, files).items():
        assert data == (ROOT / path).read_bytes(), path


def test_what_was_taken_along_is_the_same_service_elsewhere(service):
    slug, spec, files = service
    with zipfile.ZipFile(io.BytesIO(zipped(parcel_of(spec, files)))) as archive:
        brought = {path: archive.read(path) for path in archive.namelist()}
    assert gathered(brought) == (slug, spec, files)


def test_the_same_service_is_the_same_zip_byte_for_byte(service):
    slug, spec, files = service
    turned = dict(reversed(files.items()))
    assert zipped(parcel_of(spec, files)) == zipped(parcel_of(dict(reversed(spec.items())), turned))


def test_the_yaml_is_a_fixed_point(service):
    slug, spec, files = service
    again = gathered({**files, f"catalog/x/{slug}.yaml": yaml_of(spec, files).encode()})
    assert yaml_of(again[1], again[2]) == yaml_of(spec, files)


def test_a_parcel_reads_the_same_folders_as_a_disk(service):
    whole = {path.relative_to(ROOT).as_posix(): path.read_bytes()
             for top in ("catalog", "workflows", "forms") for path in (ROOT / top).rglob("*.*")}
    parcel, folder = Parcel(whole), Folder(ROOT)
    assert (parcel.services(), parcel.forms) == (folder.services(), folder.forms)
    assert parcel.fragment_files == folder.fragment_files


@pytest.mark.parametrize(("files", "said"), [
    ({}, "there is: none"),
    ({"catalog/a/x.yaml": b"id: X", "catalog/a/y.yaml": b"id: Y"}, "there is: x, y"),
    ({"catalog/a/x.yaml": b"a: [1"}, "cannot be read"),
    ({"catalog/a/x.yaml": b"id: X"}, "missing"),
])
def test_a_parcel_without_a_service_says_what_it_lacks(files, said):
    with pytest.raises(Broken, match=said):
        gathered(files)
    with pytest.raises(Broken):
        gathered(files, whole=False)


def test_what_a_database_gives_back_is_the_text_it_was_given(shop):
    with shop.app_context():
        for one in db.session.scalars(select(Service).where(Service.current_version_id.is_not(None))):
            version = published(one.current_version_id)
            for path, data in parcel_of(version.spec, version.files).items():
                assert data == (ROOT / path).read_bytes(), path
