"""Difficulty, seconds and cases steer what a learner gets next; they are said for each exercise."""

from __future__ import annotations

import re
from collections.abc import Iterator

from agnesi.content.check.fault import Fault
from agnesi.content.check.subject import Subject
from agnesi.exercise.problem import KINDS, Exercise

RULE = "Each exercise has a name like a word, a kind, a difficulty in [0, 1], seconds, and three to six cases."

RECALL_SECONDS = 30


def faults(subject: Subject) -> Iterator[Fault]:
    """What is said wrongly, exercise by exercise."""
    for exercise in subject.exercises:
        for sentence in _sentences(exercise):
            yield subject.fault(sentence, exercise.name)


def _sentences(exercise: Exercise) -> Iterator[str]:
    if not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", exercise.name):
        yield "a name is lower-case words with hyphens"
    if exercise.kind not in KINDS:
        yield f"there is no kind {exercise.kind}; there are {', '.join(KINDS)}"
    if not 0 <= exercise.difficulty <= 1:
        yield f"difficulty is between 0 and 1, not {exercise.difficulty}"
    if exercise.edition < 1:
        yield "edition counts from 1"
    if exercise.kind == "recall":
        if not 0 < exercise.seconds <= RECALL_SECONDS:
            yield f"a recall item takes at most {RECALL_SECONDS} seconds, not {exercise.seconds}"
        return
    if not 10 <= exercise.seconds <= 900:
        yield f"seconds is between 10 and 900, not {exercise.seconds}"
    if not 3 <= len(exercise.cases) <= 6:
        yield f"has {len(exercise.cases)} cases; three to six are wanted, each changing one feature"
    if len(set(exercise.cases)) < len(exercise.cases):
        yield "two cases have the same name"
