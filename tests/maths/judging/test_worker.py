"""The worker decides what is left open, changes nothing else, and is killed when it takes too long."""

import pytest

from agnesi.maths import worker
from agnesi.maths.comparing import compare
from agnesi.maths.verdict import Verdict


@pytest.fixture(scope="module", autouse=True)
def _warm():
    worker.warm()
    yield
    worker.stop()


def test_it_decides_what_in_process_judges_leave_open():
    assert compare("sum_{n=1}^{oo} 1/n^2", "pi^2/6", worker=None).outcome == "undecided"
    assert compare("sum_{n=1}^{oo} 1/n^2", "pi^2/6").outcome == "equal"
    assert compare("sum_{n=1}^{oo} 1/n^2", "2").outcome == "different"


@pytest.mark.parametrize(
    ("answer", "key"),
    [("x+1", "1+x"), ("x", "x+1"), ("sin(x)^2", "1-cos(x)^2"), ("{1,2}", "{2,1}"), ("x>2", "(2,oo)"), ("x", "{1}")],
)
def test_with_and_without_it_the_verdict_is_the_same(answer, key):
    assert compare(answer, key) == compare(answer, key, worker=None)


def test_it_is_asked_only_about_what_is_undecided():
    asked = []

    def nobody(request):
        asked.append(request)
        return Verdict("undecided")

    compare("x+1", "1+x", worker=nobody)
    compare("x", "x+1", worker=nobody)
    assert not asked
    compare("sum_{n=1}^{oo} 1/n^2", "pi^2/6", worker=nobody)
    assert len(asked) == 1


def test_one_that_was_killed_is_replaced():
    worker.warm()
    worker._running.process.kill()
    worker._running.process.wait()
    assert compare("sum_{n=1}^{oo} 1/n^2", "pi^2/6").outcome == "equal"


def test_one_that_does_not_answer_in_time_is_undecided_and_marked(monkeypatch):
    monkeypatch.setattr(worker, "SECONDS", 0.0)
    verdict = compare("sum_{n=1}^{oo} 1/n^3 + sum_{n=1}^{oo} 1/n^5", "2")
    assert verdict.outcome == "undecided"
    assert verdict.timed_out
