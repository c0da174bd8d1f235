"""Problems around one answer, for the tests of grading."""

from agnesi.exercise import Graded, grade_problem
from agnesi.exercise.problem import Mistake, Problem


def problem(answer, *mistakes, symbols=None, consequence=None, label="test/one@1:0"):
    """A problem with this answer and (name, answer, reply) mistakes."""
    made = Problem(
        "?",
        answer,
        solution=(),
        hints=(),
        mistakes=tuple(Mistake(*one) for one in mistakes),
        symbols=symbols or {},
        consequence=consequence,
    )
    return made.seeded(label)


def told(answer, text, *mistakes, runner=None, **more) -> Graded:
    """What is told somebody who types `text` where `answer` is asked for."""
    return grade_problem(problem(answer, *mistakes, **more), text, seed="test", runner=runner)
