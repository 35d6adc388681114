"""Dynamic lists: rows that are added and taken away, formulas in rows, limits."""

from tests.forms.desk import NEEDED, choice, codes, form, look, number, post, rows, send, text, view

LINES = form(
    rows(
        "lines",
        text("what", **NEEDED),
        number("pieces"),
        number("price"),
        {"type": "expression", "key": "sum", "expression": "=pieces * price", "computeOn": "change"},
    ),
    {"type": "expression", "key": "total", "expression": "=sum(lines.sum)", "computeOn": "change"},
)
TWO = (
    ("lines.0.what", "Dock"),
    ("lines.0.pieces", "2"),
    ("lines.0.price", "120"),
    ("lines.1.what", "Screen"),
    ("lines.1.pieces", "1"),
    ("lines.1.price", "310"),
)


def test_rows_are_computed_and_summed():
    values = post(LINES, *TWO).values
    assert [row["sum"] for row in values["lines"]] == [240, 310]
    assert values["total"] == 550


def test_a_first_look_shows_as_many_rows_as_drawn():
    assert len(look(form(rows("lines", text("what"), defaultRepetitions=3))).values["lines"]) == 3


def test_adding_a_row_is_no_submission_and_keeps_what_was_typed():
    seen = post(LINES, *TWO, ("_add", "lines"))
    assert [row["what"] for row in seen.values["lines"]] == ["Dock", "Screen", ""]
    assert seen.errors == () and not seen.accepted


def test_removing_a_row_takes_that_row():
    seen = post(LINES, *TWO, ("_remove", "lines.0"))
    assert [row["what"] for row in seen.values["lines"]] == ["Screen"]
    assert view(seen, "lines.0.what").text == "Screen"


def test_the_last_row_may_go():
    drawn = form(rows("lines", text("what", **NEEDED)))
    seen = post(drawn, ("lines", ""), ("lines.0.what", ""), ("_remove", "lines.0"))
    assert seen.values == {"lines": []}
    assert send(drawn, drawn.gather([("lines", "")])).values == {"lines": []}


def test_errors_name_the_row():
    error = post(LINES, ("lines.0.what", "Dock"), ("lines.1.what", "")).errors[0]
    assert (error.path, error.label, error.dom_id) == ("lines.1.what", "Lines 2 · What", "f-lines-1-what")


def test_rows_inside_rows():
    drawn = form(rows("rooms", text("name"), rows("seats", text("who"))))
    seen = post(
        drawn, ("rooms.0.name", "A"), ("rooms.0.seats.0.who", "Sara"), ("rooms.1.name", "B"), ("_add", "rooms.0.seats")
    )
    assert seen.values["rooms"] == [
        {"name": "A", "seats": [{"who": "Sara"}, {"who": ""}]},
        {"name": "B", "seats": [{"who": ""}]},
    ]


def test_in_a_row_this_is_the_row_and_i_its_number():
    drawn = form(
        choice("mode", "all", "first"),
        rows(
            "lines",
            text("what"),
            text("note", conditional={"hide": '=parent.mode = "first" and i > 1 or this.what = "none"'}),
        ),
    )
    raw = {"mode": "first", "lines": [{"what": "a"}, {"what": "b"}]}
    assert send(drawn, raw).values["lines"] == [{"what": "a", "note": ""}, {"what": "b"}]
    assert send(drawn, {"mode": "all", "lines": [{"what": "none"}]}).values["lines"] == [{"what": "none"}]


def test_too_few_and_too_many_rows_are_said():
    drawn = form(rows("lines", text("what"), properties={"min-rows": "1", "max-rows": "2"}))
    assert codes(send(drawn, {"lines": []})) == {"lines": "too_few_rows"}
    assert codes(send(drawn, {"lines": [{}, {}, {}]})) == {"lines": "too_many_rows"}


def test_a_fixed_list_cannot_grow():
    drawn = form(rows("lines", text("what"), allowAddRemove=False))
    assert len(send(drawn, {"lines": [{}, {}, {}]}).values["lines"]) == 1


def test_an_absurd_number_of_rows_is_cut():
    drawn = form(rows("lines", text("what")))
    raw = drawn.gather((f"lines.{row}.what", "x") for row in range(2000))
    assert len(send(drawn, raw).values["lines"]) == 300
