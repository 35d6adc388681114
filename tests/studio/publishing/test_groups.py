"""Points of one kind are told together, with one reason for all of them or one for each."""

from app.studio.publishing import grouped, reasons
from app.studio.publishing.point import ACCEPT, STOPS, Point


def point(rule, name, weight=ACCEPT):
    texts = {"en": f"Nobody is named for “{name}”; it falls to the owner.",
             "fa": f"برای «{name}» کسی نام برده نشده است."}
    return Point(f"{rule}:{name}", weight, texts, {"en": "Name somebody."}, name)


def test_what_is_said_of_several_steps_is_said_once():
    (group,) = grouped([point("nobody", "Check the bill"), point("nobody", "Pay")])
    assert group.text("en") == "Nobody is named for … it falls to the owner."
    assert [words for _, words in group.places("en")] == ["“Check the bill”", "“Pay”"]
    assert group.text("fa") == "برای … کسی نام برده نشده است."
    assert group.remedy("en") == "Name somebody."


def test_one_alone_keeps_its_sentence():
    (group,) = grouped([point("nobody", "Pay")])
    assert group.text("en") == "Nobody is named for “Pay”; it falls to the owner."


def test_what_stops_is_not_mixed_with_what_is_accepted():
    found = grouped([point("nobody", "Pay", STOPS), point("nobody", "Check"), point("other", "Check")])
    assert [(one.kind, len(one.points)) for one in found] == [("nobody", 1), ("nobody", 1), ("other", 1)]


def test_the_nearest_reason_counts():
    typed = {"reason:nobody:Pay": "Ali pays.", "reason:nobody:Check": " ", "reason-of:nobody": "The owner does it.",
             "reason:other:Check": "", "reason:third:x": "", "reason-of:third": "Known."}
    assert reasons(typed) == {"nobody:Pay": "Ali pays.", "nobody:Check": "The owner does it.", "third:x": "Known."}
    assert reasons({**typed, "reason-for-all": "So be it."})["other:Check"] == "So be it."


def test_what_turned_up_meanwhile_is_not_accepted_with_its_kind():
    typed = {"reason:nobody:Pay": "", "reason-of:nobody": "The owner does it.", "reason-for-all": "All of it."}
    assert "nobody:Check" not in reasons(typed)


def test_reasons_of_the_last_time_stand_where_they_were_typed():
    (group,) = grouped([point("nobody", "Check"), point("nobody", "Pay")])
    same = {"reason:nobody:Check": "We know.", "reason:nobody:Pay": "We know."}
    assert (group.reason(same), group.own_reasons(same), group.answered(same)) == ("We know.", {}, True)
    apart = {**same, "reason:nobody:Pay": "Ali pays."}
    assert (group.reason(apart), group.own_reasons(apart)["nobody:Pay"]) == ("", "Ali pays.")
    assert not group.answered({"reason:nobody:Pay": "Ali pays."})


def test_a_name_of_several_words_is_never_cut():
    (group,) = grouped([point("nobody", f"Step for a person {n} (after Check)") for n in (1, 2)])
    assert group.text("en") == "Nobody is named for … it falls to the owner."
    assert [words for _, words in group.places("en")] == [f"“Step for a person {n} (after Check)”" for n in (1, 2)]
