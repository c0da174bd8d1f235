"""Code is run elsewhere and compared here: a learner's function cannot grade itself."""

from agnesi.exercise.answers import Code
from agnesi.exercise.runner import Ran
from exercise.samples import told

SOURCE = "def double(xs):\n    return [2 * x for x in xs]\n"


def reference(xs):
    if not xs:
        raise ValueError("empty")
    return [2 * x for x in xs]


ANSWER = Code("double", SOURCE, reference, inputs=(([1, 2],), ([0.5],), ([],)))


class Fake:
    """A runner that gives what it was told to, and keeps what it was sent."""

    def __init__(self, *outcomes):
        self.outcomes = outcomes
        self.sent = None

    def call(self, source, function, inputs, seconds):
        self.sent = inputs
        return self.outcomes or None


def test_outputs_that_agree_on_every_input_are_right():
    runner = Fake(Ran([2, 4]), Ran([1.0 + 1e-12]), Ran(error="Traceback ...\nValueError: none"))
    assert told(ANSWER, SOURCE, runner=runner).verdict == "right"
    assert runner.sent == [[[1, 2]], [[0.5]], [[]]]


def test_the_first_failing_input_is_shown_with_both_outputs():
    graded = told(ANSWER, SOURCE, runner=Fake(Ran([2, 4]), Ran([0.5]), Ran(error="ValueError")))
    assert graded.verdict == "wrong"
    assert (
        graded.message
        == "For `double([0.5])` yours gives `[0.5]` of shape (1,), and it should be `[1.0]` of shape (1,)."
    )


def test_errors_are_expected_or_told():
    assert "it should raise ValueError" in told(ANSWER, SOURCE, runner=Fake(Ran([2, 4]), Ran([1]), Ran([]))).message
    assert (
        "stopped with `NameError: x`"
        in told(ANSWER, SOURCE, runner=Fake(Ran(error="NameError: x"), Ran(), Ran())).message
    )


def test_wrong_kinds_are_not_close_to_anything():
    for value in ([[2, 4]], [2], "2, 4", None, [2, True], {"a": 1}, 2):
        assert told(ANSWER, SOURCE, runner=Fake(Ran(value), Ran([1]), Ran(error="ValueError"))).verdict == "wrong"


def test_without_a_kernel_it_is_not_available_and_never_wrong():
    assert told(ANSWER, SOURCE).verdict == "unavailable"
    assert told(ANSWER, SOURCE, runner=Fake()).verdict == "unavailable"


def test_too_few_outcomes_cannot_be_decided():
    assert told(ANSWER, SOURCE, runner=Fake(Ran([2, 4]))).verdict == "undecided"


def test_a_mistake_is_recognised_by_what_its_function_gives():
    keeps = Code("double", "def double(xs):\n    return xs\n", lambda xs: xs)
    graded = told(
        ANSWER, SOURCE, ("kept", keeps, "They are not doubled."), runner=Fake(Ran([1, 2]), Ran([0.5]), Ran([]))
    )
    assert graded.mistake == "kept"


def test_code_that_python_cannot_read_is_unreadable_and_never_run():
    runner = Fake(Ran([2, 4]))
    graded = told(ANSWER, "def double(xs)\n    return", runner=runner)
    assert graded.verdict == "unreadable"
    assert "Line 1" in graded.message
    assert runner.sent is None
    assert told(ANSWER, "(" * 5000, runner=runner).verdict == "unreadable"
    assert told(ANSWER, "x" * 20000, runner=runner).verdict == "unreadable"


def test_arrays_are_sent_as_marked_lists():
    class Array(list):
        shape = (2,)

        def tolist(self):
            return list(self)

    runner = Fake(Ran(3))
    answer = Code("total", "def total(x):\n    return x.sum()", sum, inputs=((Array([1, 2]),),))
    assert told(answer, answer.typed(), runner=runner).verdict == "right"
    assert runner.sent == [[{"array": [1, 2]}]]
