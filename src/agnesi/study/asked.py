"""A problem that is being worked on: begun in the log with its first hint, answer or solution, never by a look."""

from __future__ import annotations

from dataclasses import dataclass

from agnesi.content.course import Course
from agnesi.exercise.problem import Exercise
from agnesi.learner.state import Sheet, State
from agnesi.study.ports import Log, Moment
from agnesi.study.problem import UnknownProblemError, named


class ReplacedError(Exception):
    """The exercise has changed since the problem was shown: a fresh one takes its place, and nothing was counted."""


@dataclass(frozen=True, slots=True)
class Open:
    """One problem of an exercise, and what happened with it so far."""

    exercise: Exercise
    seed: int
    sheet: Sheet

    @property
    def name(self) -> str:
        """The exercise as the log names it, "slug/name"."""
        return f"{self.exercise.concept}/{self.exercise.name}"


def opened(course: Course, log: Log, state: State, problem: str, problem_id: str, placement: str = "") -> Open:
    """The problem with this name and id, begun or not.

    Raises UnknownProblemError for a problem that practice never draws or another one of this id, ReplacedError when the
    exercise is of another edition by now.
    """
    exercise, edition, seed = named(course, problem)
    if seed < 0:
        raise UnknownProblemError(f"{problem} is a worked example; it is read, not answered.")
    if edition != exercise.edition:
        raise ReplacedError("This exercise was improved meanwhile. Here is a fresh problem; nothing was counted.")
    name = f"{exercise.concept}/{exercise.name}"
    sheet = state.sheet(problem_id) or _older(log, problem_id)
    if sheet is None:
        sheet = Sheet(problem_id, name, edition, seed, placement)
    elif (sheet.exercise, sheet.edition, sheet.seed) != (name, edition, seed):
        raise UnknownProblemError(f"{problem} is not the problem that was begun under this number.")
    return Open(exercise, seed, sheet)


def begin(log: Log, open: Open, now: Moment) -> None:
    """Have the problem in the log; nothing happens where it is there already."""
    body = {"exercise": open.name, "edition": open.exercise.edition, "seed": open.seed}
    if open.sheet.placement:
        body["placement"] = open.sheet.placement
    log.append(open.sheet.id, "asked", body, now)


def _older(log: Log, problem_id: str) -> Sheet | None:
    """A problem begun long ago: it counts as tried once, so that coming back to it proves nothing new."""
    event = log.event(problem_id)
    if event is None or event.kind != "asked":
        return None
    body = event.body
    return Sheet(event.id, body["exercise"], body["edition"], body["seed"], body.get("placement") or "", tries=1)
