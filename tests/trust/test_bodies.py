"""Whatever programs send, to the API or to the pages, the answer is in words and never a broken page."""

import json

import pytest

from app.base import keepable, transaction
from app.channels.routes.body import LARGEST
from app.people import Person, Token
from app.web.door import NotText


@pytest.fixture
def send(play, desk):
    with transaction():
        text = Token.create(Person.by_key("sara"), now=play.clock.now)

    def send(body: bytes, **headers):
        return desk.app.test_client().post(
            "/api/v1/services/purchase/cases", data=body, content_type="application/json",
            headers={"Authorization": f"Bearer {text}", **headers})

    return send


def asked(**answers) -> bytes:
    return json.dumps({"answers": {"what": "Lamp", "amount": 4, **answers}}).encode()


ODD = (
    asked(what="a\0b"), asked(what="\ud800"), asked(more={"a\0": 1}), asked(amount=float("nan")),
    asked(amount=float("inf")), b'{"answers": {"amount": 1e999}}', b'{"a":' * 60 + b"1" + b"}" * 60,
    b"[" * 200_000, b"[]", b'"text"', b"null", b"", b"{", b"\xff\xfe", b'{"answers": [1]}', b'{"answers": "x"}',
    b'{"answers": {"what": {"a": [1]}, "amount": [2]}}', b'{"answers": {"amount": ' + b"9" * 5000 + b"}}",
)
NUL = (
    ("/services/purchase/cases", {"what": "Lamp\0", "amount": "4"}),
    ("/services/purchase/draft", {"what": "Lamp\0", "amount": "4"}),
    ("/reader?x=%00", {}),
)


def test_what_cannot_be_kept_or_understood_is_a_problem_in_words(send):
    for body in ODD:
        answer = send(body)
        assert answer.status_code == 422, (body[:60], answer.text)
        assert answer.json["status"] == 422 and answer.json["detail"], body[:60]


def test_texts_that_no_database_keeps_are_refused_in_words(play, visit):
    nadia = visit("nadia")
    for path, data in NUL:
        answer = nadia.post(path, data=data)
        assert (answer.status_code, NotText.__doc__ in answer.text) == (422, True), path
    for path in ("/requests/REQ%00", "/search?q=%00", "/services/a%00"):
        assert nadia.get(path).status_code == 422, path


def test_numbers_that_no_database_keeps_are_wrong_answers(play, visit):
    sara = visit("sara")
    for amount in ("NaN", "Infinity", "-inf", "1e400", "1" * 400):
        answer = sara.post("/services/purchase/cases", data={"what": "Lamp", "amount": amount})
        assert answer.status_code in (303, 422), amount


def test_a_body_that_is_too_large_is_refused_before_it_is_read(send):
    answer = send(asked(what="x" * LARGEST))
    assert (answer.status_code, answer.json["status"]) == (413, 413)


def test_the_same_key_gives_the_first_case_however_long_it_is(send):
    long = "k" * 300
    numbers = [send(asked(), **{"Idempotency-Key": key}).json["number"] for key in (long, long, long + "2", "\xe9")]
    assert [numbers.index(number) for number in numbers] == [0, 0, 2, 3]


def test_plain_data_is_looked_at_to_its_depth():
    assert keepable({"a": ["ب", 1, 1.5, None, True, {"b": ""}]})
    assert not any(map(keepable, ("\0", ["\udfff"], {"\0": 1}, {"a": [float("nan")]})))
