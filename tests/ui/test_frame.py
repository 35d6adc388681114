from flask import render_template, render_template_string

from app.ui import Reader, errors
from app.ui.loader import RoomLoader
from app.ui.states import look_of


def test_a_page_is_found_in_the_room_that_owns_it(tmp_path):
    page = tmp_path / "cases" / "pages" / "parts" / "steps.html"
    page.parent.mkdir(parents=True)
    page.write_text("steps")
    loader = RoomLoader(tmp_path)
    assert loader.list_templates() == ["cases/parts/steps.html"]
    assert loader.get_source(None, "cases/parts/steps.html")[0] == "steps"


def test_the_page_speaks_the_readers_language_and_direction(plain):
    page = plain.test_client().get("/requests?language=fa&theme=dark").text
    assert '<html lang="fa" dir="rtl" data-theme="dark"' in page
    assert "vazirmatn" in page.split("</head>")[0]


def test_a_stranger_reads_in_the_browsers_language(plain):
    with plain.test_request_context(headers={"Accept-Language": "de, ar;q=0.8"}):
        from app.ui import reader

        assert reader() == Reader(language="ar")


def test_only_the_given_places_are_drawn(plain):
    page = plain.test_client().get("/requests").text
    assert page.count('class="place"') == 1
    assert 'aria-current=page title="Home"' in page


def test_there_is_no_script_and_no_style_inside_a_page(plain):
    for address in ("/requests", "/ui/components"):
        page = plain.test_client().get(address).text
        assert " style=" not in page
        assert page.count("<script") == page.count("<script type=\"module\" src=")
        assert " onclick" not in page


def test_figures_are_not_worked_out_once_for_everybody(plain):
    plain.add_url_rule("/five", "five", lambda: render_template_string("{{ 5 | digits }}"))
    client = plain.test_client()
    assert [client.get(f"/five?language={language}").text for language in ("en", "fa", "ar")] == ["5", "۵", "٥"]


def test_an_unknown_page_says_so_in_words(plain):
    answer = plain.test_client().get("/nowhere")
    assert answer.status_code == 404
    assert "This page is not here" in answer.text
    assert "Nothing was changed" in answer.text


def test_an_answer_to_htmx_is_only_the_sentence(plain):
    answer = plain.test_client().get("/nowhere", headers={"HX-Request": "true"})
    assert "<html" not in answer.text
    assert "This page is not here" in answer.text


def test_a_refusal_can_say_it_in_its_own_words(plain):
    with plain.test_request_context():
        answer = errors.page(409, "Maria has already approved this.")
    assert answer.status_code == 409
    assert "Maria has already approved this." in answer.get_data(as_text=True)


def test_an_unknown_state_still_has_a_look():
    assert look_of("waiting_for_moon").word == "waiting for moon"
    assert look_of("late").glyph == "late"


def test_numbers_and_names_are_isolated(plain):
    with plain.test_request_context():
        page = render_template_string("{{ 'REQ-1405-000012' | bdi }}{{ '<b>' | bdi }}")
    assert page == "<bdi>REQ-1405-000012</bdi><bdi>&lt;b&gt;</bdi>"


def test_every_part_is_shown_on_the_page_of_parts(plain):
    with plain.test_request_context():
        macros = set(plain.jinja_env.get_template("ui/parts.html").module.__dict__) - {"name"}
        source = plain.jinja_env.loader.get_source(plain.jinja_env, "ui/components.html")[0]
        frame = "".join(plain.jinja_env.loader.get_source(plain.jinja_env, f"ui/{name}.html")[0]
                        for name in ("parts", "side", "top"))
        assert render_template("ui/bare.html") == ""
    shown = {name for name in macros if not name.startswith("_") and (f"p.{name}(" in source or f"{name}(" in frame)}
    assert {name for name in macros if not name.startswith("_")} - shown == set()
