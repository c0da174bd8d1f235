"""The mistake behind a wrong answer: one that the author named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from agnesi.exercise.answers.code import Code
from agnesi.exercise.answers.derivation import Derivation, Wrote
from agnesi.exercise.problem import Mistake, Problem
from agnesi.exercise.runner import Ran
from agnesi.maths import ReadingError


@dataclass(frozen=True, slots=True)
class Named:
    """A mistake that was recognised, what is said to it, and the concept it blames ("" for the exercise's own)."""

    name: str
    reply: str
    blames: str = ""


def named(problem: Problem, text: str, seed: str, outcomes: Sequence[Ran] | None = None) -> Named | None:
    """The first of the author's mistakes that leads to `text`; `outcomes` are those of a code answer."""
    for mistake in problem.mistakes:
        if _leads_to(mistake, problem, text, seed, outcomes):
            return Named(mistake.name, mistake.reply, mistake.blames)
    return None


def _leads_to(mistake: Mistake, problem: Problem, text: str, seed: str, outcomes: Sequence[Ran] | None) -> bool:
    if isinstance(mistake.answer, Code):
        inputs = problem.answer.inputs if isinstance(problem.answer, Code) else ()
        return outcomes is not None and bool(mistake.answer.judge_outcomes(outcomes, inputs).verdict)
    road = Wrote(mistake.answer.goal) if isinstance(mistake.answer, Derivation) else mistake.answer
    try:
        reading = road.read(text, problem.symbols)
    except ReadingError:
        return False
    return road.judge(reading, problem.symbols, seed).credit >= 1
