"""docs/bpmn.md says what the tests show."""

from collections import Counter

from tests.engine.constructs.document import CHAPTERS, FILE, shown, written


def test_the_document_is_up_to_date():
    assert FILE.read_text("utf-8") == written(), "docs/bpmn.md is out of date: run `make docs`"


def test_every_chapter_has_its_constructs_and_names_each_once():
    for title, module in CHAPTERS:
        names = Counter(construct.name for construct, _ in shown(module))
        assert names, title
        assert not [name for name, times in names.items() if times > 1], title
