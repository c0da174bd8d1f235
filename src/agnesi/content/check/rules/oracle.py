"""An answer that only its author's formula has reached may be wrong in the same way as the formula."""

from __future__ import annotations

from collections.abc import Iterator

from agnesi.content.check.fault import Fault
from agnesi.content.check.subject import Subject
from agnesi.exercise.answers import Code, Derivation, Property, Words
from agnesi.exercise.problem import Exercise, Problem

RULE = "The answer equals the oracle, which reached it by another road."

WANTED = ("procedure", "transfer")
"""Kinds that must have one, unless the answer is a property, a word, a choice, code, or the learner's own lines."""


def faults(subject: Subject) -> Iterator[Fault]:
    """The first seed of each exercise where the oracle is missing, fails, or differs."""
    failed: set[str] = set()
    for exercise, seed, problem in subject.all_drawn():
        if exercise.name not in failed and (sentence := _fault(exercise, seed, problem)):
            failed.add(exercise.name)
            yield subject.fault(sentence, exercise.name, seed)


def _fault(exercise: Exercise, seed: int, problem: Problem) -> str:
    if problem.oracle is None:
        return "there is no oracle: reach the answer by another road" if _wanted(exercise, problem) else ""
    typed = problem.answer.typed()
    try:
        other = problem.oracle()
        reading = other.read(typed, problem.symbols)
    except Exception as error:  # an author's code may raise anything
        return f"the oracle raises {type(error).__name__}: {error}"
    if other.judge(reading, problem.symbols, exercise.label(seed)).credit == 1:
        return ""
    return f"the answer is {typed!r}, and the oracle says {other.typed()!r}"


def _wanted(exercise: Exercise, problem: Problem) -> bool:
    judged_otherwise = isinstance(problem.answer, Property | Code | Derivation | Words) or problem.answer.field.options
    return exercise.kind in WANTED and not judged_otherwise
