"""`agnesi.Placement`: a placement on a course for a goal, as the library offers it and `study.place` uses it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from agnesi.content.course import Course
from agnesi.learner.placement.session import TYPED_GUESS, Outcome, Session

LEVELS = {1: 0.05, 2: 0.25, 3: 0.5, 4: 0.75, 5: 1.0}
"""Where a self-declared level (1 school to 5 graduate) lies on the scale of difficulty of the whole graph."""


class Placement:
    """What somebody knows of a goal's concepts and of all that they need, from a few questions.

    `goal` is a goal's id, a set of concept ids, or None for the whole graph; `seed` fixes everything left to chance;
    `askable` are the concepts that may be asked, all when None; `level` is what the learner says of themselves, 1 to 5.

    >>> from agnesi import Course, Placement
    >>> placement = Placement(Course.load(), "understand-pca", seed=1)
    >>> concept = placement.next()
    >>> placement.record(concept, "right")
    """

    def __init__(
        self,
        course: Course,
        goal: str | Iterable[str] | None,
        seed: int,
        askable: Collection[str] | None = None,
        *,
        level: int | None = None,
    ) -> None:
        """Raises KeyError where the course has no such goal, ValueError where it is empty."""
        self.course = course
        self._session = Session(
            course.graph,
            course.graph.closure(course.wanted(goal)),
            {concept.id: concept.area for concept in course.concepts},
            seed,
            askable=askable,
            level=None if level is None else LEVELS[level],
        )

    def next(self) -> str | None:
        """The concept to ask now, or None when it would stop: sure enough, thirty questions, or nothing left to ask."""
        return self._session.next()

    def record(self, concept: str, outcome: Outcome, guess: float = TYPED_GUESS) -> None:
        """Take in "right", "wrong" or "unknown"; `guess` is the chance to be right by luck, by the type of answer."""
        self._session.record(concept, outcome, guess)

    def known(self) -> dict[str, float]:
        """{concept: the chance, in [0, 1], that it is known} over the goal's concepts and all that they need."""
        return self._session.known()

    def sureness(self) -> float:
        """The share of these concepts, in [0, 1], that it believes it would now tell rightly known or not."""
        return self._session.sureness()

    @property
    def asked(self) -> int:
        """The number of answers taken in."""
        return self._session.asked

    def replay(self, answers: Sequence[tuple[str, Outcome, float]]) -> None:
        """Take in earlier answers (concept, outcome, guess) in order; concepts that left the course are passed over."""
        self._session.replay(answers)
