"""Practice without end needs problems that differ: in their numbers, and for understanding in what they claim."""

from __future__ import annotations

import re
from collections.abc import Iterator

from agnesi.content.check.digest import question
from agnesi.content.check.fault import Fault
from agnesi.content.check.subject import VARIETY, Subject
from agnesi.exercise.problem import Exercise, Problem

RULE = "200 seeds give at least 50 different problems; 8 different claims for a concept exercise, 8 variants to recall."

LEAST = {"concept": 8, "recall": 8}
OTHERS = 50
CODE = 8
"""A function to write is another problem when its text is; few functions have fifty texts."""

_FORMULA = re.compile(r"\$[^$]*\$")
_NUMBER = re.compile(r"-?\d+(?:[.,/]\d+)*")
_NAME = re.compile(r"(?<![.!?:\n] )(?<!^)\b[A-Z][a-z]+\b")


def faults(subject: Subject) -> Iterator[Fault]:
    """Each exercise with too few different problems."""
    for exercise in subject.exercises:
        least = CODE if exercise.kind == "code" else LEAST.get(exercise.kind, OTHERS)
        found = _count(subject, exercise, least)
        if found < least:
            what = "claims" if exercise.kind == "concept" else "problems"
            yield subject.fault(f"{VARIETY} seeds give {found} different {what}, and {least} are wanted", exercise.name)


def _count(subject: Subject, exercise: Exercise, enough: int) -> int:
    """How many different problems there are, counted until there are enough."""
    seen: set[str] = set()
    for seed in range(VARIETY):
        problem = subject.draw(exercise, seed)
        if isinstance(problem, Problem):
            seen.add(claim(problem) if exercise.kind == "concept" else question(problem))
        if len(seen) >= enough:
            break
    return len(seen)


def claim(problem: Problem) -> str:
    """What a concept exercise asks, numbers and names stripped: its words, the shape of its formulas, its options."""
    options = " | ".join(sorted(text for _, text in problem.answer.field.options))
    text = f"{problem.ask} || {options}"
    formulas = " ".join(re.sub(r"[\d\s.-]+|[a-zA-Z](?![a-zA-Z])", "", formula) for formula in _FORMULA.findall(text))
    words = _NAME.sub("", _NUMBER.sub("", _FORMULA.sub("", text)))
    return " ".join(words.split()) + formulas
