"""From a text to what is told the learner: read, judge, look at the form, name the mistake, say what it would mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from agnesi.exercise.answer import Judged, Reading
from agnesi.exercise.answers.base import UNDECIDED
from agnesi.exercise.answers.code import Code
from agnesi.exercise.mistakes import Named, classic, named
from agnesi.exercise.problem import Exercise, Problem
from agnesi.exercise.runner import Ran, Runner
from agnesi.maths import ReadingError
from agnesi.maths.verdict import Verdict

Outcome = Literal["right", "wrong", "form", "undecided", "unreadable", "unavailable"]

UNAVAILABLE = "Code cannot be run here, so this exercise is not available. It does not count."
WRONG = "Not yet. Look at it once more."


@dataclass(frozen=True, slots=True)
class Graded:
    """What came of one answer. `credit` is in [0, 1]: 1 only for "right", between for "form" (the value, not the form).

    `message` is Markdown and never holds the key. `mistake` names the wrong road and `blames` the concept that is
    weak, where known. `reading_tex` says how the text was read; `lines` are a derivation's verdicts, one a step.
    """

    verdict: Outcome
    credit: float
    message: str
    mistake: str = ""
    blames: str = ""
    reading_tex: str = ""
    notes: tuple[str, ...] = ()
    lines: tuple[Verdict, ...] = ()


def grade(exercise: Exercise, seed: int, text: str, *, runner: Runner | None = None) -> Graded:
    """What `text` is worth as an answer to the problem `seed` of `exercise`. `runner` runs code answers."""
    return grade_problem(exercise.problem(seed), text, seed=exercise.label(seed), runner=runner)


def grade_problem(problem: Problem, text: str, *, seed: str = "", runner: Runner | None = None) -> Graded:
    """What `text` is worth as an answer to `problem`; `seed` fixes the sample points of the judge."""
    try:
        reading = echo(problem, text)
    except ReadingError as error:
        return Graded("unreadable", 0.0, error.message)
    outcomes: Sequence[Ran] | None = None
    if isinstance(problem.answer, Code):
        outcomes = problem.answer.run(text, runner) if runner else None
        if outcomes is None:
            return Graded("unavailable", 0.0, UNAVAILABLE)
        judged = problem.answer.judge_outcomes(outcomes)
    else:
        judged = problem.answer.judge(reading, problem.symbols, seed)
    told = _told(judged, reading)
    if told.verdict != "wrong":
        return told
    found = named(problem, text, seed, outcomes) or classic(problem, reading, seed)
    return _with_mistake(told, found) if found else replace(told, message=_explained(problem, judged, reading))


def echo(problem: Problem, text: str) -> Reading:
    """What the box shows while typing: how `text` is read. Raises ReadingError with a place and a sentence."""
    if not text.strip():
        raise ReadingError("Type your answer first.", 0, len(text))
    return problem.answer.read(text, problem.symbols)


def _told(judged: Judged, reading: Reading) -> Graded:
    outcome, credit, message = _outcome(judged)
    return Graded(outcome, credit, message, reading_tex=reading.tex, notes=reading.notes, lines=judged.lines)


def _outcome(judged: Judged) -> tuple[Outcome, float, str]:
    if judged.verdict.outcome == "undecided":
        return "undecided", 0.0, judged.message or UNDECIDED
    if judged.credit >= 1:
        return "right", 1.0, judged.message or _praise(judged.verdict)
    if judged.credit > 0:
        return "form", judged.credit, judged.message
    return "wrong", 0.0, judged.message or WRONG


def _praise(verdict: Verdict) -> str:
    return f"Right, {verdict.condition}." if verdict.condition else "Right."


def _with_mistake(told: Graded, found: Named) -> Graded:
    return replace(told, message=found.reply, mistake=found.name, blames=found.blames)


def _explained(problem: Problem, judged: Judged, reading: Reading) -> str:
    """Why a wrong answer with no name is wrong: what the judge said, and what the answer would mean."""
    return " ".join(part for part in (judged.message, _consequence(problem, reading)) if part) or WRONG


def _consequence(problem: Problem, reading: Reading) -> str:
    if problem.consequence is None or reading.value is None:
        return ""
    try:
        return problem.consequence(reading.value)
    except Exception:  # the author's sentence may fail on odd values; then there is none
        return ""
