"""The standard loop."""

from tests.engine.drawing import START, again, done, ends, flows, person, started


def loop(attributes="", condition="n &lt; 3"):
    inside = f"<loopCondition>{condition}</loopCondition>"
    inside = f"<standardLoopCharacteristics {attributes}>{inside}</standardLoopCharacteristics>"
    return START + person("u", inside) + ends("e") + flows("s u", "u e")


def test_again_while_the_condition_holds_tested_after_each_round():
    run = started(loop(), {"n": 9})
    done(run, "u", {"n": 2})
    run = again(run)
    assert run.steps[0].loop == 1 and run.steps[0].data == {"n": 2, "loopCounter": 1}
    done(run, "u", {"n": 3})
    assert run.finished and run.data == {"n": 3}


def test_tested_before_it_may_not_run_at_all():
    assert started(loop('testBefore="true"'), {"n": 9}).finished


def test_at_most_so_many_rounds():
    run = started(loop('loopMaximum="2"', "true"))
    done(done(run, "u"), "u")
    assert run.finished
