"""Which problem a learner gets next of an exercise, and which exercise a problem's name means."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from agnesi.content.course import Course
from agnesi.exercise.problem import Exercise, Problem
from agnesi.learner.state import Sheet, State

DRAWS = 12
"""How often a problem equal to one of the last ones seen is drawn again, before it is taken all the same."""
_LABEL = re.compile(r"(?P<exercise>[^/@:]+/[^/@:]+)@(?P<edition>\d+):(?P<seed>-?\d+)")


class UnknownProblemError(LookupError):
    """A problem of an exercise that the course does not have; the message says so in one sentence."""


@dataclass(frozen=True, slots=True)
class Fresh:
    """A problem for a learner. `id` is that of its `asked` event when it was begun already, else empty.

    `replaced` says that the one left open was of an older edition of the exercise, and that this one took its place.
    """

    exercise: Exercise
    seed: int
    id: str = ""
    tries: int = 0
    hints: int = 0
    replaced: bool = False

    @property
    def name(self) -> str:
        """`slug/name@edition:seed`, as pages and log write it."""
        return self.exercise.label(self.seed)

    @property
    def problem(self) -> Problem:
        """The problem itself."""
        return self.exercise.problem(self.seed)


def problem_for(course: Course, state: State, exercise: str, ahead: int = 0, *, fresh: bool = False) -> Fresh:
    """The learner's next problem of `exercise` ("slug/name"): the one left open, else a fresh one.

    With `fresh` one left open is passed over. `ahead` asks for the problem so many further on, for a page that shows
    the exercise more than once. The cases of an exercise are walked in order first; after a shown solution the same
    case comes once more. Seeds are never negative. Raises UnknownProblemError.
    """
    found = exercise_of(course, exercise)
    open_sheet = None if fresh else _left_open(state, exercise)
    if open_sheet is not None and ahead == 0 and open_sheet.edition == found.edition:
        return Fresh(found, open_sheet.seed, open_sheet.id, open_sheet.tries, open_sheet.hints)
    seed = _draw(found, state, exercise, ahead - (open_sheet is not None and ahead > 0))
    return Fresh(found, seed, replaced=open_sheet is not None and ahead == 0)


def named(course: Course, name: str) -> tuple[Exercise, int, int]:
    """The exercise, edition and seed of a problem's name. Raises UnknownProblemError."""
    match = _LABEL.fullmatch(name)
    if match is None:
        raise UnknownProblemError(f"{name} is no problem; a problem is named slug/name@edition:seed.")
    return exercise_of(course, match["exercise"]), int(match["edition"]), int(match["seed"])


def exercise_of(course: Course, exercise: str) -> Exercise:
    """The exercise called "slug/name". Raises UnknownProblemError."""
    slug, _, name = exercise.partition("/")
    try:
        return course.concept(slug).exercises[name]
    except KeyError:
        raise UnknownProblemError(f"The course has no exercise {exercise}; it may have been renamed.") from None


def _left_open(state: State, exercise: str) -> Sheet | None:
    last = _last_sheet(state, exercise)
    return last if last is not None and not last.done and not last.placement else None


def _last_sheet(state: State, exercise: str) -> Sheet | None:
    return next((sheet for sheet in reversed(state.sheets) if sheet.exercise == exercise), None)


def _draw(exercise: Exercise, state: State, name: str, ahead: int) -> int:
    practice = state.practice(name)
    last = _last_sheet(state, name)
    cases = len(exercise.cases)
    case = None
    if cases and last is not None and last.solved and ahead == 0:
        case = last.seed % cases
    elif practice.walked + ahead < cases:
        case = practice.walked + ahead
    seen = {
        exercise.problem(sheet.seed).ask
        for sheet in state.sheets
        if sheet.exercise == name and sheet.edition == exercise.edition
    }
    for draw in range(DRAWS):
        seed = _seed(f"{state.learner} {name} {practice.asked + ahead} {draw}", cases, case)
        if not seen or exercise.problem(seed).ask not in seen:
            break
    return seed


def _seed(of: str, cases: int, case: int | None) -> int:
    """A number below 2^48, the same for ever; its remainder by the number of cases is `case`, where that is given."""
    number = int.from_bytes(hashlib.sha256(of.encode()).digest()[:6])
    return number if case is None else number - number % cases + case
