"""Multi-instance: votes, collections, counters."""

import pytest

from tests.engine.drawing import NOW, START, again, done, ends, flows, path, person, script, started

TAIL = ends("e") + flows("s u", "u e")


def voting(condition, sequential="false", extra=""):
    inside = f"""<multiInstanceLoopCharacteristics isSequential="{sequential}">
        <extensionElements><zeebe:loopCharacteristics inputCollection="=people" inputElement="person"
        outputCollection="votes" outputElement="=vote"/></extensionElements>
        <completionCondition>{condition}</completionCondition></multiInstanceLoopCharacteristics>{extra}"""
    return START + person("u", inside) + TAIL


PEOPLE = {"people": ["sara", "ali", "mona", "yusuf"]}


def vote(run, *votes):
    for word in votes:
        done(again(run), "u", {"vote": word})
        done(run, "u", {"vote": word})
    return run


def test_each_instance_sees_its_item_and_its_number():
    run = started(voting("=false"), PEOPLE)
    assert [(one.data["person"], one.loop, one.data["loopCounter"]) for one in run.steps] == [
        ("sara", 0, 1),
        ("ali", 1, 2),
        ("mona", 2, 3),
        ("yusuf", 3, 4),
    ]


def test_all_votes_are_collected_in_the_order_of_the_people():
    run = started(voting("=false"), PEOPLE)
    for one in reversed(run.steps):
        run.complete(one.id, {"vote": one.data["person"][0]}, now=NOW)
    assert run.finished and run.data == {**PEOPLE, "votes": ["s", "a", "m", "y"]}


@pytest.mark.parametrize(
    ("condition", "votes"),
    [
        ("=nrOfCompletedInstances &gt;= 2", ["yes", "no"]),
        ("=nrOfCompletedInstances / nrOfInstances &gt;= 0.75", ["yes", "no", "yes"]),
        ("=some v in votes satisfies v = &quot;no&quot;", ["yes", "no"]),
        ("=count(votes[item = &quot;yes&quot;]) = 2", ["yes", "no", "yes"]),
        ("${nrOfCompletedInstances == 1}", ["yes"]),
        ("nrOfActiveInstances == 1", ["a", "b", "c"]),
    ],
)
def test_a_quorum_completes_at_the_right_vote_and_cancels_the_rest(condition, votes):
    """SpiffWorkflow's condition sees only the last child's data and no counters."""
    run = started(voting(condition), PEOPLE)
    vote(run, *votes)
    assert run.finished and run.data["votes"][: len(votes)] == votes
    assert sum(one.state == "cancelled" for one in run.passed) == 4 - len(votes)


def test_in_sequence_one_after_the_other():
    run = started(voting("=vote = &quot;no&quot;", "true"), PEOPLE)
    assert [one.data["person"] for one in run.steps] == ["sara"]
    vote(run, "yes")
    assert [one.data["person"] for one in again(run).steps] == ["ali"]
    vote(run, "no")
    assert run.finished and run.data["votes"] == ["yes", "no", None, None]


def test_camundas_collection_and_element_variable():
    inside = """<multiInstanceLoopCharacteristics camunda:collection="people" camunda:elementVariable="who"/>"""
    run = started(START + person("u", inside) + TAIL, PEOPLE)
    assert [one.data["who"] for one in run.steps] == PEOPLE["people"]
    for one in run.steps:
        run.complete(one.id, {"last": one.data["who"]}, now=NOW)
    assert run.finished and run.data == {**PEOPLE, "last": "yusuf"}


def test_a_bare_number_of_instances_and_none_at_all():
    task = (
        '<scriptTask id="u"><script>n = n + 1</script><multiInstanceLoopCharacteristics isSequential="{}">'
        "<loopCardinality>times</loopCardinality></multiInstanceLoopCharacteristics></scriptTask>"
    )
    run = started(START + task.format("true") + TAIL, {"n": 0, "times": 3})
    assert run.finished and run.data["n"] == 3 and path(run).count("u") == 3
    run = started(START + task.format("false") + TAIL, {"n": 0, "times": 0})
    assert run.finished and run.data["n"] == 0 and path(run).count("u") == 1


def test_a_collection_that_is_no_list_is_an_incident():
    run = started(voting("=false"), {"people": "sara"})
    assert run.incidents[0].element == "u" and "list" in run.incidents[0].message
    run.retry(run.incidents[0].id, now=NOW, values=PEOPLE)
    assert len(run.steps) == 4


def test_sub_processes_may_be_multi_instance_each_with_its_own_variables():
    inner = '<startEvent id="is"/>' + script("mark", "seen = person") + person("look") + ends("ie")
    loop = """<multiInstanceLoopCharacteristics><extensionElements><zeebe:loopCharacteristics inputCollection="=people"
        inputElement="person" outputCollection="all" outputElement="=seen"/></extensionElements>
        </multiInstanceLoopCharacteristics>"""
    sub = f'<subProcess id="u">{loop}{inner}{flows("is mark", "mark look", "look ie")}</subProcess>'
    run = started(START + sub + TAIL, PEOPLE)
    assert [one.data["seen"] for one in run.steps] == PEOPLE["people"]
    for _ in range(4):
        run = again(run)
        done(run, "look")
    assert run.finished and run.data == {**PEOPLE, "all": PEOPLE["people"]}


def test_a_broken_completion_condition_stands_at_the_activity_and_can_be_mended():
    run = started(voting("=limit &lt; nrOfCompletedInstances"), PEOPLE)
    done(run, "u", {"vote": "yes"})
    assert run.incidents[0].element == "u" and len(run.steps) == 3
    run = again(run)
    run.retry(run.incidents[0].id, now=NOW, values={"limit": 1})
    done(run, "u", {"vote": "yes"})
    assert run.finished


def test_a_boundary_event_ends_all_instances():
    timer = (
        '<boundaryEvent id="late" attachedToRef="u"><timerEventDefinition><timeDuration>P1D</timeDuration>'
        "</timerEventDefinition></boundaryEvent>" + person("chase")
    )
    run = started(voting("=false") + timer + flows("late chase", "chase e"), PEOPLE)
    done(run, "u", {"vote": "yes"})
    run.fire(run.timers[0].id, now=NOW)
    assert [one.element for one in run.steps] == ["chase"]
    assert [one.state for one in run.passed if one.element == "u"].count("cancelled") == 4
