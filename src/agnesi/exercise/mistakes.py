"""The mistake behind a wrong answer: one that the author named, or a general one such as a lost sign."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from agnesi import maths
from agnesi.exercise.answer import Reading
from agnesi.exercise.answers.base import MathsAnswer
from agnesi.exercise.answers.code import Code
from agnesi.exercise.answers.property import Property
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


def general(problem: Problem, reading: Reading, seed: str) -> Named | None:
    """A mistake that anybody makes anywhere, where one turns the key into what was typed."""
    answer = problem.answer
    if not isinstance(answer, MathsAnswer) or isinstance(answer, Property) or reading.node is None or reading.mismatch:
        return None
    found = maths.mistakes.recognise(reading.node, answer.typed(), problem.symbols, seed=seed)
    return Named(found.name, found.message) if found else None


def _leads_to(mistake: Mistake, problem: Problem, text: str, seed: str, outcomes: Sequence[Ran] | None) -> bool:
    if isinstance(mistake.answer, Code):
        inputs = problem.answer.inputs if isinstance(problem.answer, Code) else ()
        return outcomes is not None and bool(mistake.answer.judge_outcomes(outcomes, inputs).verdict)
    try:
        reading = mistake.answer.read(text, problem.symbols)
    except ReadingError:
        return False
    return mistake.answer.judge(reading, problem.symbols, seed).credit >= 1
