"""A condition at a gateway costs next to nothing."""
from time import process_time
from timeit import repeat

from app.engine.feel import compile_expression


def test_a_compiled_condition_over_twenty_keys_takes_at_most_25_microseconds():
    case = {f"key {place}": place for place in range(18)} | {"amount": 1200, "requester": {"site": "tehran"}}
    condition = compile_expression('amount > 1000 and requester.site = "tehran" or key 3 <= 2')
    rounds = 2000
    best = min(repeat(lambda: condition.holds(case), number=rounds, repeat=5, timer=process_time)) / rounds
    assert best <= 25e-6, f"{best * 1e6:.1f} microseconds"
