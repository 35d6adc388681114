"""What is said about an element, and who has the drawing open."""

HOME = "/studio/leave"


def test_a_comment_stands_until_somebody_settles_it(leave, visit):
    leila, mona = visit("leila"), visit("mona")
    said = leila.post(HOME + "/comments", json={"element": "Check_balance", "text": " Four hours? "}).json
    assert (said["text"], said["by"], said["settled"]) == ("Four hours?", "Leila Haddad", False)
    at = f"{HOME}/comments/{said['id']}/settlement"
    assert mona.post(at).json["settled"] is True
    assert leila.delete(at).json["settled"] is False
    assert '"Four hours?"' in leila.get(HOME).text


def test_nothing_said_is_refused_and_others_do_not_hear(leave, visit):
    leila = visit("leila")
    assert leila.post(HOME + "/comments", json={"element": "Check_balance", "text": " "}).status_code == 422
    assert leila.post(HOME + "/comments/77/settlement").status_code == 404
    assert visit("shirin").post(HOME + "/comments", json={"element": "Record", "text": "Why?"}).status_code == 201
    assert visit("reza").post(HOME + "/comments", json={"element": "Record", "text": "Why?"}).status_code == 404


def test_one_sees_who_else_has_the_drawing_open_and_what_they_saved(leave, visit, clock):
    leila, mona = visit("leila"), visit("mona")
    mona.post(HOME + "/presence")
    told = leila.post(HOME + "/presence").json
    assert [(one["me"]) for one in told["people"]] == [False, True]
    assert (told["revision"], told["by"]) == (1, "")
    drawn = mona.put(HOME + "/files/workflows/hr/leave.bpmn", data=b"<new/>", headers={"X-Seen": "1"})
    assert drawn.json["revision"] == 2
    assert leila.post(HOME + "/presence").json["by"] == "Mona Adel"
    clock.forward(minutes=2)
    assert len(leila.post(HOME + "/presence").json["people"]) == 1
