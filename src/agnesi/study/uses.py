"""What an exercise exercises besides its own concept, chains included, and how easily it is guessed."""

from __future__ import annotations

from collections.abc import Mapping

from agnesi.content.course import Course
from agnesi.exercise.problem import Exercise, Problem
from agnesi.learner import implicit

TYPED_GUESS = 0.02


def weights(course: Course, exercise: Exercise) -> dict[str, float]:
    """{concept: weight in (0, 1]} that solving `exercise` refreshes; concepts that left the course are left out."""
    used = {concept: weight for concept, weight in exercise.uses.items() if concept in course}
    links = _Links(course)
    return implicit.chained(exercise.concept, links, used)


def guess(problem: Problem) -> float:
    """The chance to answer right without knowing: small where it is typed, one in so many where it is chosen."""
    field = problem.answer.field
    choices = len(field.options)
    if field.kind == "choice" and choices:
        return 1 / choices
    if field.kind == "choices" and choices:
        return max(TYPED_GUESS, float(2.0**-choices))
    return TYPED_GUESS


class _Links(Mapping[str, Mapping[str, float]]):
    """What the exercises of each concept use, on average; opened one by one, as chains reach them."""

    def __init__(self, course: Course) -> None:
        self._course = course

    def __getitem__(self, concept: str) -> Mapping[str, float]:
        place = self._course.concept(concept)
        exercises = list(place.exercises.values()) if place.written else []
        sums: dict[str, float] = {}
        for exercise in exercises:
            for used, weight in exercise.uses.items():
                sums[used] = sums.get(used, 0.0) + weight
        return {used: total / len(exercises) for used, total in sums.items() if used in self._course}

    def __iter__(self):  # type: ignore[no-untyped-def]  # noqa: ANN204
        return iter(self._course.graph.order)

    def __len__(self) -> int:
        return len(self._course.graph)
