"""What a lesson names exists, and what was written is met by the learner."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from agnesi.content.blocks import (
    AnswerBlock,
    ContrastBlock,
    ExampleBlock,
    FigureBlock,
    GuessBlock,
    PracticeBlock,
    ProofBlock,
)
from agnesi.content.check.fault import Fault
from agnesi.content.check.figure_names import figure_names
from agnesi.content.check.subject import Subject

RULE = "Every name in the lesson exists, and every exercise, guess, contrast, proof and figure is placed in it."


def faults(subject: Subject) -> Iterator[Fault]:
    """Names that nothing has, and things that no block names."""
    concept, lesson = subject.concept, subject.lesson
    figures = dict.fromkeys(figure_names(concept.figure))
    exercises: list[ExampleBlock | PracticeBlock] = [*lesson.of(ExampleBlock), *lesson.of(PracticeBlock)]
    yield from _named(subject, "guess", concept.guesses, [(b.name, b.line) for b in lesson.of(GuessBlock)])
    yield from _exist(subject, "guess", concept.guesses, [(b.name, b.line) for b in lesson.of(AnswerBlock)])
    yield from _named(subject, "contrast", concept.contrasts, [(b.name, b.line) for b in lesson.of(ContrastBlock)])
    yield from _named(subject, "proof", concept.proofs, [(b.name, b.line) for b in lesson.of(ProofBlock)])
    yield from _named(subject, "figure", figures, [(b.name, b.line) for b in lesson.of(FigureBlock)])
    yield from _exist(subject, "exercise", concept.exercises, [(b.exercise, b.line) for b in exercises])
    placed = {block.exercise for block in exercises}
    for exercise in subject.exercises:
        if exercise.kind != "recall" and exercise.name not in placed:
            yield subject.fault("is not placed in the lesson", exercise.name)


def _named(subject: Subject, kind: str, there: Mapping[str, object], said: list[tuple[str, int]]) -> Iterator[Fault]:
    yield from _exist(subject, kind, there, said)
    for name in there:
        if name not in {one for one, _ in said}:
            yield subject.fault(f"the {kind} {name} is not placed in the lesson")


def _exist(subject: Subject, kind: str, there: Mapping[str, object], said: list[tuple[str, int]]) -> Iterator[Fault]:
    for name, line in said:
        if name not in there:
            known = ", ".join(there) or "none"
            yield subject.fault(f"there is no {kind} {name}; there is {known}", line=line)
