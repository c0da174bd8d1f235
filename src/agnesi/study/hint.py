"""Help with a problem: its hints one after another, and its solution, each kept in the log."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from agnesi.content.course import Course
from agnesi.exercise.problem import Step
from agnesi.study.answer import TRIES_BEFORE_SOLUTION
from agnesi.study.asked import begin, opened
from agnesi.study.ports import Log, Moment


class TooEarlyError(Exception):
    """The solution is asked for before a second try."""


@dataclass(frozen=True, slots=True)
class Hint:
    """One hint (Markdown), its number from 1, and whether another follows."""

    text: str
    number: int
    more: bool


@dataclass(frozen=True, slots=True)
class Solution:
    """The lines of a solution, the answer as LaTeX, and the letters of the problem."""

    steps: tuple[Step, ...]
    answer_tex: str
    symbols: Mapping[str, str]


def hint(course: Course, log: Log, now: Moment, *, id: str, problem: str, problem_id: str, hint: int) -> Hint:
    """The hint with number `hint`, from 1; the last one where there are fewer. Raises ValueError where there is none.

    Raises UnknownProblemError and ReplacedError as `answer` does.
    """
    task = opened(course, log, log.state(), problem, problem_id)
    hints = task.exercise.problem(task.seed).hints
    if not hints:
        raise ValueError(f"{problem} has no hint")
    number = min(max(hint, 1), len(hints))
    with log.writing():
        begin(log, task, now)
        log.append(id, "hinted", {"problem": problem_id, "hint": number, "exercise": task.name}, now)
    return Hint(hints[number - 1], number, number < len(hints))


def solution_seen(course: Course, log: Log, now: Moment, *, id: str, problem: str, problem_id: str) -> Solution:
    """The solution, once there were two tries or the answer is right. Raises TooEarlyError before."""
    task = opened(course, log, log.state(), problem, problem_id)
    if not task.sheet.done and task.sheet.tries < TRIES_BEFORE_SOLUTION:
        raise TooEarlyError("Try a second time first; a hint may help.")
    drawn = task.exercise.problem(task.seed)
    with log.writing():
        begin(log, task, now)
        log.append(id, "solution-seen", {"problem": problem_id, "exercise": task.name}, now)
    return Solution(drawn.solution, drawn.answer.tex(drawn.symbols), drawn.symbols)
