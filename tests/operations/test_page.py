"""Operations: what cannot go on, seen by the owners of the service, mended with one button."""

from app.cases import Incident


def test_owners_see_the_incident_with_its_element_and_others_see_nothing(visit, play):
    play.open("broken", amount=0)
    page = visit("nadia").get("/operations").text
    assert "Divide" in page and "Try again" in page
    assert visit("maria").get("/operations").status_code == 404


def test_trying_again_with_a_corrected_value_ends_the_incident(visit, play):
    number = play.open("broken", amount=0)
    answer = visit("nadia").post(f"/incidents/{Incident.query.one().id}/retry", data={"values": '{"amount": 4}'})
    assert answer.status_code == 303
    assert play.case(number).state == "fulfilled"


def test_values_that_are_no_object_change_nothing(visit, play):
    number = play.open("broken", amount=0)
    for values in ("[1]", "amount=4", "{"):
        assert (
            visit("nadia").post(f"/incidents/{Incident.query.one().id}/retry", data={"values": values}).status_code
            == 422
        )
    assert play.case(number).state == "failed"


def test_only_owners_mend(visit, play):
    play.open("broken", amount=0)
    assert visit("luca").post(f"/incidents/{Incident.query.one().id}/retry").status_code == 404


def test_requesters_read_that_it_is_being_checked_and_no_trace(visit, play):
    number = play.open("broken", requester="ali", amount=0)
    page = visit("ali").get(f"/requests/{number}").text
    assert "Being checked" in page and "ZeroDivision" not in page


def test_an_administrator_sees_every_service(visit, play):
    play.open("broken", amount=0)
    assert "Divide" in visit("omar").get("/operations").text


def test_why_it_stands_is_said_in_the_readers_language(visit, play):
    play.open("broken", amount=0)
    visitor = visit("nadia")
    assert "The script broke" in visitor.get("/operations").text
    visitor.post("/reader", data={"language": "fa"})
    page = visitor.get("/operations").text
    assert "اسکریپت شکست" in page and "The script broke" not in page
