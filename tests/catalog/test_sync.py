"""Files into versions: new, unchanged, changed, broken, gone."""

from sqlalchemy import func, select

from app.base import db
from app.catalog import Category, Service, ServiceVersion, published
from app.events import Event
from app.people import Department

DIAGRAM = "workflows/facilities/keys.bpmn"


def current(slug="keys"):
    return published(db.session.scalar(select(Service.current_version_id).where(Service.slug == slug)))


def test_a_new_service_becomes_its_first_version(read):
    report = read()
    assert (report.new, report.stopped, report.faults) == (["keys"], [], [])
    assert (current().number, current().code, current().owner) == (1, "FC-09", "group:facility-desk")


def test_reading_twice_changes_nothing(read):
    read()
    events = db.session.scalar(select(func.count()).select_from(Event))
    report = read()
    assert (report.new, report.changed, report.unchanged) == ([], [], ["keys"])
    assert db.session.scalar(select(func.count()).select_from(ServiceVersion)) == 1
    assert db.session.scalar(select(func.count()).select_from(Event)) == events


def test_layout_and_comments_of_the_yaml_make_no_new_version(read, paper):
    read()
    paper.change("catalog/facilities/keys.yaml", "id: FC-09", "# the keys\nid:   'FC-09'")
    assert read().unchanged == ["keys"]


def test_any_changed_file_makes_a_new_version(read, paper):
    read()
    paper.change("forms/facilities/keys-decide.form", "Room", "Which room")
    assert read().changed == ["keys"]
    paper.change(DIAGRAM, "Key given", "Key handed over")
    assert read().changed == ["keys"]
    paper.service(audience="managers")
    assert read().changed == ["keys"]
    assert current().number == 4


def test_a_case_keeps_the_version_it_began_with(read, paper):
    read()
    first = current()
    paper.change(DIAGRAM, "Decide about the key", "Judge")
    read()
    assert published(first.id).element_name("Decide", "en") == "Decide about the key"
    assert current().element_name("Decide", "en") == "Judge"


def test_going_back_to_older_files_goes_back_to_their_version(read, paper):
    read()
    first = current().id
    paper.service(order=5)
    read()
    paper.service()
    assert read().changed == ["keys"]
    assert (current().id, current().number) == (first, 1)


def test_a_service_whose_file_vanished_is_retired_and_comes_back(read, paper):
    read()
    paper.remove("catalog/facilities/keys.yaml")
    assert read().retired == ["keys"]
    assert read().retired == []
    paper.service()
    assert read().changed == ["keys"]
    assert db.session.scalar(select(Service.retired_at).where(Service.slug == "keys")) is None


def test_departments_and_categories_come_from_their_file(read, paper):
    read()
    assert db.session.scalar(select(Department).where(Department.key == "facilities")).name("fa") == "ساختمان"
    assert db.session.get(Category, ("facilities", "doors")).name("ar") == "الأبواب"
    paper.yaml("catalog/departments.yaml", {"facilities": {"texts": {"en": "Buildings"}, "categories": {}}})
    read()
    assert db.session.get(Category, ("facilities", "doors")) is None
