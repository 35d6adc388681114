"""What a move is judged to be: safe, in need of a mapping or of a person, or impossible; and where the run stands."""

import json
from pathlib import Path

import pytest

from app.engine import Run
from app.engine.words import LANGUAGES
from app.engine.words.moving import WORDS
from tests.engine.drawing import NOW, START, done, ends, flows, opened, person, script
from tests.engine.moving.versions import loops, moved, noted, rules, stands, timer

LINE = START + person("A") + person("B") + ends("e") + flows("s A", "A B", "B e")
FORK = START + '<parallelGateway id="g"/><parallelGateway id="j"/>' + ends("e")
BRANCHES = FORK + person("A") + person("B") + person("C") + flows("s g", "g A", "g B", "A j", "B j", "j C", "C e")


def test_a_run_whose_step_is_still_there_moves_with_the_same_ids():
    run = stands(LINE, "A")
    new = LINE.replace('name="B"', 'name="Look again"') + script("x", "y = 1")
    there = moved(run, new)
    assert (there.verdict.kind, there.verdict.places) == ("safe", ("B",))
    assert [(one.id, one.name) for one in there.run.steps] == [(run.steps[0].id, "Look again")]
    assert done(there.run, "B").finished


def test_a_step_that_is_gone_needs_somebody_who_takes_over_and_offers_the_likeliest():
    run = stands(LINE, "A")
    new = START + person("A") + person("D") + '<userTask id="C" name="B"/>' + ends("e")
    new += flows("s A", "A D", "D C", "C e")
    verdict = moved(run, new).verdict
    assert (verdict.kind, rules(verdict)) == ("mapping", ["gone"])
    assert verdict.candidates["B"][0] == "C"
    assert {"C", "D"} <= set(verdict.candidates["B"])
    there = moved(run, new, {"B": "C"})
    assert there.verdict.kind == "person" and rules(there.verdict) == ["step-skipped"]
    assert [(one.id, one.element) for one in there.run.steps] == [(run.steps[0].id, "C")]
    assert not there.verdict.may_pass() and there.verdict.may_pass(["move-step-skipped"])
    assert there.verdict.may_pass(["move-step-skipped:D"])


def test_nobody_takes_over_from_another_part_of_the_drawing():
    run = stands(LINE, "A")
    inside = '<subProcess id="P"><startEvent id="ps"/>' + person("B") + ends("pe")
    inside += flows("ps B", "B pe") + "</subProcess>"
    new = START + person("A") + inside + person("C") + ends("e") + flows("s A", "A P", "P C", "C e")
    assert rules(moved(run, new).verdict) == ["elsewhere"]
    assert rules(moved(run, new, {"B": "B"}).verdict) == ["target-elsewhere"]
    assert opened(moved(run, new, {"B": "C"}).run) == ["C"]
    assert opened(moved(run, new, {"B": "P"}).run) == ["B"]  # the whole of it, begun anew


def test_another_kind_of_element_takes_over_by_beginning_anew():
    run = stands(LINE, "A")
    new = LINE.replace(person("B"), '<serviceTask id="B" name="B"/>')
    verdict = moved(run, new).verdict
    assert (verdict.kind, rules(verdict)) == ("mapping", ["kind-changed"])
    there = moved(run, new, {"B": "B"})
    assert (there.verdict.kind, noted(there.verdict)) == ("safe", ["begins-anew"])
    assert not there.run.steps and [one.element for one in there.run.calls] == ["B"]
    assert there.run.calls[0].id != run.steps[0].id


def test_a_person_may_be_followed_by_what_runs_by_itself():
    run = stands(LINE, "A")
    new = START + person("A") + script("C", "seen = True") + ends("e") + flows("s A", "A C", "C e")
    there = moved(run, new, {"B": "C"}).run
    assert there.finished and there.data["seen"] is True


def test_a_timer_that_becomes_a_message_begins_to_wait_anew_when_somebody_says_so():
    run = stands(START + timer("t", "P1D") + ends("e") + flows("s t", "t e"))
    inner = '<messageEventDefinition messageRef="m"/>'
    new = START + f'<intermediateCatchEvent id="t">{inner}</intermediateCatchEvent>' + ends("e") + flows("s t", "t e")
    outside = '<message id="m" name="news"/>'
    assert rules(moved(run, new, outside=outside).verdict) == ["event-changed"]
    there = moved(run, new, {"t": "t"}, outside=outside).run
    assert not there.timers and [one.name for one in there.waits] == ["news"]


def test_parallel_branches_move_with_what_already_waits_at_the_join():
    run = stands(BRANCHES, "A")
    there = moved(run, BRANCHES.replace('name="B"', 'name="Other"')).run
    done(there, "B")
    assert opened(there) == ["C"]


def test_a_join_keeps_what_waits_there_when_a_step_is_drawn_before_it():
    run = stands(BRANCHES, "A")
    new = BRANCHES.replace(flows("A j"), person("Check") + flows("A Check", "Check j"))
    there = moved(run, new)
    assert rules(there.verdict) == ["step-skipped"]
    assert opened(done(there.run, "B")) == ["C"]


def test_a_join_that_vanished_while_a_branch_waits_there_keeps_the_run():
    run = stands(BRANCHES, "A")
    new = BRANCHES.replace('<parallelGateway id="j"/>', '<exclusiveGateway id="j"/>')
    verdict = moved(run, new).verdict
    assert (verdict.kind, rules(verdict)) == ("stay", ["join-gone"])


def test_a_way_that_vanished_before_a_join_keeps_the_run():
    run = stands(BRANCHES, "A")
    new = BRANCHES.replace(flows("A j"), flows("A C"))
    assert rules(moved(run, new).verdict) == ["branch-gone"]


def test_a_branch_that_never_began_would_be_waited_for_for_ever():
    run = stands(BRANCHES)
    new = BRANCHES + person("D") + flows("g D", "D j")
    verdict = moved(run, new).verdict
    assert (verdict.kind, rules(verdict)) == ("stay", ["branch-missing"])
    assert "“D”" in verdict.reasons[0].text()
    assert moved(Run.start(run.diagram, {}, now=NOW), BRANCHES).verdict.kind == "safe"


def test_a_branch_that_nobody_named_is_told_by_what_it_is_in_the_language_of_the_reader():
    new = BRANCHES + '<userTask id="D"/>' + flows("g D", "D j")
    (found,) = moved(stands(BRANCHES), new).verdict.reasons
    assert "“Step for a person" in found.text() and "“D”" not in found.text()
    assert "«گام»" in found.text("fa", lambda id: "گام")


def test_branches_put_in_a_row_would_do_work_twice():
    run = stands(BRANCHES)
    new = START + person("A") + person("B") + person("C") + ends("e") + flows("s A", "A B", "B C", "C e")
    verdict = moved(run, new).verdict
    assert (verdict.kind, rules(verdict)) == ("stay", ["twice"])


def test_a_join_that_now_waits_for_fewer_goes_on_with_the_move():
    three = BRANCHES + person("D") + ends("f")
    run = stands(three + flows("g D", "D j"), "A", "B")
    there = moved(run, three + flows("g D", "D f")).run
    assert opened(there) == ["C", "D"]
    assert done(done(there, "C"), "D").finished


def test_a_branch_whose_step_is_gone_cannot_be_put_onto_another_branch():
    run = stands(BRANCHES + person("D") + flows("g D", "D j"), "A")
    verdict = moved(run, BRANCHES, {"D": "B"}).verdict
    assert verdict.kind == "stay" and "twice" in rules(verdict)


def test_an_inclusive_join_that_need_not_wait_any_longer_goes_on_with_the_move():
    old = BRANCHES.replace("parallelGateway", "inclusiveGateway")
    run = stands(old, "A")
    there = moved(run, old.replace(flows("B j"), flows("B e")), {}).run
    assert opened(there) == ["B", "C"]


def test_votes_are_kept_with_their_counters():
    vote = person("V", loops(condition="nrOfCompletedInstances &gt;= 2"))
    body = START + vote + ends("e") + flows("s V", "V e")
    run = stands(body, "V")
    there = moved(run, body.replace('name="V"', 'name="Vote"')).run
    assert [(one.id, one.loop) for one in there.steps] == [(one.id, one.loop) for one in run.steps]
    assert done(there, "V").finished


@pytest.mark.parametrize("changed", ['name="V" isForCompensation="false"', "sequential"])
def test_a_loop_that_is_repeated_differently_keeps_the_run(changed):
    body = START + person("V", loops()) + ends("e") + flows("s V", "V e")
    new = body.replace('isSequential="false"', 'isSequential="true"') if changed == "sequential" else body
    verdict = moved(stands(body, "V"), new).verdict
    assert rules(verdict) == (["loop-changed"] if changed == "sequential" else [])


def test_a_vote_under_another_rule_needs_a_person_only_when_somebody_has_voted():
    body = START + person("V", loops(condition="nrOfCompletedInstances &gt;= 2")) + ends("e") + flows("s V", "V e")
    new = body.replace("&gt;= 2", "&gt;= 3")
    assert moved(stands(body), new).verdict.kind == "safe"
    there = moved(stands(body, "V"), new)
    assert rules(there.verdict) == ["vote-rule"]
    assert "1" in there.verdict.reasons[0].text("fa") and "3" in there.verdict.reasons[0].text("ar")
    done(there.run, "V")
    assert not there.run.finished


INSIDE = (
    START + '<subProcess id="P" name="Part"><startEvent id="ps"/>' + person("A") + person("B") + ends("pe")
    + flows("ps A", "A B", "B pe") + "</subProcess>" + ends("e") + flows("s P", "P e")
)


def test_inside_a_sub_process_runs_move_with_it_and_stay_when_it_is_gone():
    run = stands(INSIDE, "A", data={"n": 1})
    there = moved(run, INSIDE.replace('"P"', '"Q"').replace("s_P", "s_Q").replace("P_e", "Q_e"), {"P": "Q"})
    assert there.verdict.kind == "safe" and done(there.run, "B").finished
    verdict = moved(run, LINE).verdict
    assert (verdict.kind, "scope-gone" in rules(verdict)) == ("stay", True)
    assert rules(moved(run, INSIDE.replace("subProcess", "transaction")).verdict) == ["scope-gone"]


def test_what_an_ad_hoc_sub_process_has_yet_to_offer_is_taken_from_the_new_version():
    inside = '<adHocSubProcess id="H" ordering="Sequential">' + person("A") + person("B") + person("C")
    body = START + inside + "</adHocSubProcess>" + ends("e") + flows("s H", "H e")
    there = moved(stands(body), body.replace('"C"', '"D"').replace(person("B"), ""), {"C": "D"})
    assert there.verdict.kind == "safe" and opened(there.run) == ["A"]
    assert opened(done(there.run, "A")) == ["D"]
    assert done(there.run, "D").finished


def test_inside_a_called_process_that_is_another_one_now_somebody_says_who_takes_over():
    def calling(called):
        return START + f'<callActivity id="K" calledElement="{called}"/>' + ends("e") + flows("s K", "K e")

    def part(id):
        return f'<process id="{id}"><startEvent id="{id}s"/>{person(id + "A")}<endEvent id="{id}e"/>' + flows(
            f"{id}s {id}A", f"{id}A {id}e") + "</process>"

    run = stands(calling("one"), outside=part("one"))
    outside = part("two")
    verdict = moved(run, calling("two"), outside=outside).verdict
    assert rules(verdict) == ["call-changed"] and verdict.candidates["one"] == ("two",)
    assert rules(moved(run, calling("two"), {"one": "two"}, outside=outside).verdict) == ["gone"]
    there = moved(run, calling("two"), {"one": "two", "oneA": "twoA"}, outside=outside)
    assert there.verdict.kind == "safe" and done(there.run, "twoA").finished


UNDOING = (
    START + script("book", "x = 1") + '<boundaryEvent id="cb" attachedToRef="book"><compensateEventDefinition/>'
    '</boundaryEvent><scriptTask id="unbook" isForCompensation="true" scriptFormat="python"><script>x = 0</script>'
    "</scriptTask>" + person("A") + '<intermediateThrowEvent id="back"><compensateEventDefinition/>'
    '</intermediateThrowEvent>' + ends("e") + '<association id="as" sourceRef="cb" targetRef="unbook"/>'
    + flows("s book", "book A", "A back", "back e")
)


def test_what_has_been_done_can_still_be_undone_after_a_move():
    run = stands(UNDOING)
    there = moved(run, UNDOING.replace('"book"', '"hold"').replace("s_book", "s_hold"), {"book": "hold"}).run
    assert done(there, "A").data["x"] == 0
    without = UNDOING.replace('<association id="as" sourceRef="cb" targetRef="unbook"/>', "")
    assert rules(moved(run, without).verdict) == ["undo-gone"]


def test_a_run_that_stands_broken_moves_to_the_mended_script_and_goes_on():
    body = START + script("c", "x = 1 / 0") + ends("e") + flows("s c", "c e")
    run = stands(body)
    there = moved(run, body.replace("1 / 0", "1 / 2")).run
    assert [one.id for one in there.incidents] == [one.id for one in run.incidents]
    there.retry(there.incidents[0].id, now=NOW)
    assert there.finished and there.data["x"] == 0.5


def test_what_a_new_condition_reads_must_have_been_written():
    old = START + person("A") + ends("e") + flows("s A", "A e")
    gate = '<exclusiveGateway id="g" default="g_f"/>' + ends("f")
    new = START + person("A") + gate + ends("e") + flows("s A", "A g", "g e: =urgent", "g f")
    nothing = frozenset
    there = moved(stands(old), new, written=lambda element: nothing())
    assert rules(there.verdict) == ["data-missing"] and "“urgent”" in there.verdict.reasons[0].text()
    assert moved(stands(old, data={"urgent": True}), new, written=lambda element: nothing()).verdict.kind == "safe"
    assert moved(stands(old), new, written=lambda element: {"urgent"}).verdict.kind == "safe"
    assert moved(stands(old), new).verdict.kind == "safe"  # nobody knows what the form brings


def test_a_finished_run_stays():
    run = stands(LINE, "A", "B")
    assert rules(moved(run, LINE).verdict) == ["ended"]


def test_the_run_that_was_judged_is_as_it_was():
    run = stands(BRANCHES, "A")
    before, passed = run.dump(), run.passed
    moved(run, BRANCHES.replace('name="B"', 'name="Other"'))
    moved(run, BRANCHES + person("D") + flows("g D", "D j"))
    assert (run.dump(), run.passed) == (before, passed)


def test_reasons_are_plain_data_and_speak_with_the_names_they_are_given():
    said = moved(stands(LINE, "A"), LINE.replace(person("B"), "").replace(flows("A B", "B e"), flows("A e"))).verdict
    one = said.reasons[0]
    assert json.loads(json.dumps(one.as_dict())) == one.as_dict()
    assert one.text("fa", lambda id: f"گام {id}").startswith("«گام B»")
    assert all(one.text(language) and one.remedy(language) for language in LANGUAGES)


def test_every_sentence_about_moving_is_said_somewhere():
    app = Path(__file__).parents[3] / "app"
    code = "".join(path.read_text() for room in ("engine/moving", "cases/moving") for path in (app / room).glob("*.py"))
    assert [rule for rule in WORDS if f'"{rule}"' not in code] == []
