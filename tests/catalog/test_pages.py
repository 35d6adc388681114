"""The catalogue's pages: what stands where, what is found, what is offered when nothing fits."""

import re

import pytest


@pytest.fixture
def filled(read, paper):
    paper.service("cards", id="FC-10", audience="employees", category="doors")
    paper.service("safes", id="FC-11", audience="managers", texts={
        "en": {"name": "Safe <b>", "summary": "For \"papers\" & money.", "price": "12 a month"},
        "fa": {"name": "گاوصندوق", "summary": "برای مدارک."}, "ar": {"name": "خزنة", "summary": "للأوراق."}})
    paper.service("anything", id="FC-12", general=True, order=900, texts={
        language: {"name": "Something else", "summary": "In your own words."} for language in ("en", "fa", "ar")})
    read()


def titles(page):
    return re.findall(r'class="row-title"[^>]*><bdi>([^<]*)', page)


def test_a_stranger_is_asked_to_sign_in(app):
    assert app.test_client().get("/catalogue").headers["Location"] == "/sign-in?next=/catalogue"


def test_one_sees_what_one_may_ask_for(filled, visit):
    page = visit("omar").get("/catalogue").text
    assert titles(page) == ["Key for a room", "Key for a room", "Safe &lt;b&gt;", "Something else"]
    assert "2 working days" in page
    assert "12 a month" in page
    assert 'href="/services/keys"' in page


def test_all_shows_the_others_too_but_leads_nowhere(filled, visit):
    jan = visit("jan")
    assert "Safe" not in jan.get("/catalogue").text
    page = jan.get("/catalogue?show=all").text
    assert "Safe &lt;b&gt;" in page
    assert "/services/safes" not in page
    assert "Managers" in page


def test_an_audience_of_departments_and_sites_is_called_by_their_names(read, paper, visit):
    paper.service(audience='=person.department = "facilities"')
    paper.service("cards", audience='=person.site = "cairo"')
    promise = {"by_priority": {"P1": "PT4H", "P4": "P5D"}}
    paper.service("lamps", promise=promise, audience="=person.external and person.manager")
    read()
    page = visit("omar").get("/catalogue?show=all").text
    assert "</svg>Facilities</span>" in page
    assert "</svg>Cairo</span>" in page
    assert "</svg>Some people</span>" in page
    assert "at most 5 working days, by priority" in page


def test_a_department_that_offers_nothing_is_not_there(filled, visit):
    assert visit("omar").get("/catalogue/facilities").status_code == 200
    assert visit("omar").get("/catalogue/legal").status_code == 404
    assert visit("omar").get("/catalogue/nowhere").status_code == 404


def test_a_search_gives_only_the_rows_while_one_types(filled, visit):
    page = visit("omar").get("/catalogue?q=safe", headers={"HX-Request": "true"}).text
    assert page.lstrip().startswith('<div id="services"')
    assert titles(page) == ["Safe &lt;b&gt;"]


def test_a_search_that_finds_nothing_offers_the_general_request(filled, visit):
    page = visit("omar").get("/catalogue?q=zebra").text
    assert titles(page) == []
    assert 'href="/services/anything"' in page


def test_what_was_typed_stands_in_the_field_and_is_harmless(filled, visit):
    page = visit("omar").get("/catalogue", query_string={"q": '"><script>alert(1)</script>'}).text
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_a_category_narrows_a_department_down(filled, paper, read, visit):
    paper.service("desks", id="FC-13", category="desks", texts={
        language: {"name": "Desk", "summary": "A desk."} for language in ("en", "fa", "ar")})
    read()
    page = visit("omar").get("/catalogue/facilities?category=doors").text
    assert "Desk" not in titles(page)


@pytest.mark.parametrize(("who", "words"), [
    ("sara", ("خدمت", "کلید اتاق", "۲ روز کاری")), ("mona", ("مفتاح غرفة", "يوما عمل")),
])
def test_the_catalogue_speaks_the_readers_language(filled, visit, who, words):
    page = visit(who).get("/catalogue").text
    assert 'dir="rtl"' in page
    assert [word for word in words if word not in page] == []


def test_an_empty_catalogue_says_so(app, visit):
    assert "No services yet" in visit("omar").get("/catalogue?show=all").text


def test_the_page_of_a_service_tells_what_happens_and_what_one_gets(filled, visit):
    page = visit("omar").get("/services/keys").text
    assert "A key" in page
    assert "Decide about the key" in page
    assert "Mend the request" not in page
    assert 'href="/services/keys/drawing"' in page
