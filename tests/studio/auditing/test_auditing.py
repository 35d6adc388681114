"""The trail tells what happened, to those who may know it, and leaves nothing without a sentence."""

import ast
import csv
import io
import re
from pathlib import Path

import pytest

from app.studio.auditing import KINDS
from app.studio.auditing.sentences import PREFIXES

APP = Path(__file__).parents[3] / "app"
SAVED = "/studio/leave/words/place"
PLACE = {"seen": 1, "id": "HR-03", "kind": "request", "category": "time-away", "order": "15", "listed": "yes"}


@pytest.fixture
def busy(leave, visit):
    """Leila began a draft and changed it; she named Ali; Omar began another department's draft."""
    visit("leila").put(SAVED, data=PLACE)
    visit("leila").post("/studio/rights/hr", data={"person": "ali", "role": "service_viewer"})
    visit("omar").post("/studio/equipment/draft")


def kinds_recorded() -> set[str]:
    """Every kind of event in the product that belongs to the trail, as far as it is written out."""
    found = set()
    for path in APP.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            first = node.args[0] if isinstance(node, ast.Call) and node.args else None
            said = first.value if isinstance(first, ast.Constant) else None
            name = node.func.attr if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) else (
                node.func.id if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else "")
            if isinstance(said, str) and name == "tell" and "publishing" in str(path):
                said = f"publication.{said}"
            if isinstance(said, str) and re.fullmatch(rf"({'|'.join(PREFIXES)})\.[a-z_]+", said) and name in (
                    "record", "_tell", "tell"):
                found.add(said)
    return found


def test_everything_that_is_recorded_has_its_sentence():
    assert kinds_recorded() >= {"draft.saved", "service.published", "move.begun", "role.granted"}
    assert kinds_recorded() - set(KINDS) == set()


def test_the_trail_of_a_service(busy, visit):
    page = visit("leila").get("/studio/leave/audit").text
    assert "Leila Haddad changed the draft: texts and order" in page
    assert "Leila Haddad began a draft" in page
    assert "Mizban published version 1" in page
    assert "Omar Haddad" not in re.sub(r"<option.*?</option>", "", page)
    assert visit("reza").get("/studio/leave/audit").status_code == 404


def test_auditors_read_everything_and_heads_what_is_theirs(busy, visit):
    whole = visit("shirin").get("/studio/audit").text
    assert "عمر حداد" in whole
    assert "لیلا حداد" in whole
    own = re.sub(r"<option.*?</option>", "", visit("leila").get("/studio/audit").text)
    assert "Leila Haddad gave Ali Rezaei a right in Human resources: Viewer" in own
    assert "Omar Haddad began" not in own
    for key in ("reza", "luca", "mona", "sara"):
        assert visit(key).get("/studio/audit").status_code == 404


def test_it_is_filtered_by_service_person_and_kind(busy, visit):
    def lines(query):
        text = visit("omar").get(f"/studio/audit.csv?{query}").data.decode("utf-8-sig")
        return [(row["kind"], row["service"], row["by"]) for row in csv.DictReader(io.StringIO(text))]

    assert lines("person=omar") == [("draft.opened", "equipment", "omar")]
    assert lines("person=ali") == [("role.granted", "", "leila")]
    assert {kind for kind, *_ in lines("kind=draft")} == {"draft.opened", "draft.saved"}
    assert {service for _, service, _ in lines("service=leave&kind=draft.saved")} == {"leave"}
    assert lines("kind=move") == []


def test_it_comes_page_by_page(leave, visit):
    leila = visit("leila")
    for seen in range(1, 60):
        section = "place" if seen % 2 else "calls"  # two kinds of changes in turn are a line each
        leila.put(f"/studio/leave/words/{section}", data={**PLACE, "seen": seen, "order": str(seen), "calls": "own",
                                                          "calls.departments": []})
        leila.put("/studio/leave/words/calls", data={"seen": seen, "calls": "everyone" if seen % 2 else "own"})
    page = leila.get("/studio/leave/audit").text
    assert page.count('<li class="row') == 50
    older = re.search(r'href="([^"]*before=\d+[^"]*)"', page)[1].replace("&amp;", "&")
    rest = leila.get(older).text
    assert "Leila Haddad began a draft" in rest
    assert "Leila Haddad began a draft" not in page


def test_the_file_is_for_spreadsheets_and_harmless(busy, visit):
    answer = visit("shirin").get("/studio/audit.csv")
    assert answer.data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(answer.data.decode("utf-8-sig"))))
    assert rows[0] == ["at", "kind", "service", "by", "about", "sentence"]
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]
    assert visit("leila").get("/studio/leave/audit.csv").status_code == 200
    assert visit("sara").get("/studio/leave/audit.csv").status_code == 404
