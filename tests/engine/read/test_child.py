"""Work in a process that can be killed."""

import resource

import pytest

from app.engine.read.child import Child, ChildFailed, in_child


def test_the_answer_comes_back():
    assert in_child("math:sqrt", 16) == 4


def test_what_it_raised_is_raised_here():
    with pytest.raises(ValueError):
        in_child("math:sqrt", -1)


def test_what_hangs_is_killed_in_time():
    begun = children()
    with pytest.raises(ChildFailed) as failed:
        in_child("builtins:eval", "sum(range(10**15))", seconds=0.5)
    assert failed.value.reason == "time"
    assert children() - begun < 2


def children() -> float:
    """Seconds of processor time of the processes that have ended, which a busy machine does not lengthen."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def test_what_swells_is_stopped():
    with pytest.raises(ChildFailed) as failed:
        in_child("builtins:bytearray", 10**10)
    assert failed.value.reason == "memory"


def test_one_child_does_many_pieces_and_is_replaced_after_a_failure():
    with Child() as child:
        assert child.call("math:sqrt", 4) == 2
        with pytest.raises(ChildFailed):
            child.call("builtins:bytearray", 10**10)
        assert child.call("math:sqrt", 9) == 3


def test_what_is_printed_there_does_not_disturb():
    assert in_child("builtins:print", "hello") is None
