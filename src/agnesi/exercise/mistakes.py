"""The mistake behind a wrong answer: one that the author named, or a classic one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from agnesi.exercise.answer import Reading
from agnesi.exercise.answers.base import key_node
from agnesi.exercise.answers.code import Code
from agnesi.exercise.answers.derivation import Derivation, Wrote
from agnesi.exercise.answers.expression import Expression
from agnesi.exercise.answers.matrix import Matrix
from agnesi.exercise.problem import Mistake, Problem
from agnesi.exercise.runner import Ran
from agnesi.maths import ReadingError
from agnesi.maths import mistakes as wrong_roads


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


def classic(problem: Problem, reading: Reading, seed: str) -> Named | None:
    """A mistake that anybody makes (a lost sign, a square split over a sum), where it leads from key to answer."""
    if not isinstance(problem.answer, Expression | Matrix) or reading.node is None:
        return None
    key = key_node(problem.answer.typed(), problem.symbols)
    rule = wrong_roads.named(reading.node, key, problem.symbols, seed=seed)
    return Named(rule.name, rule.message) if rule else None


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
