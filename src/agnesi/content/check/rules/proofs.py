"""A proof with a gap is worse than none: each of its lines is read and judged like the lines of a solution."""

from __future__ import annotations

from collections.abc import Iterator

from agnesi import exercise as grading
from agnesi.authoring import Open, Proof, Step
from agnesi.content.check.fault import Fault
from agnesi.content.check.rules.solution import follow
from agnesi.content.check.subject import Subject

RULE = "Each line of a proof follows, has its reason, and where it is the learner's its own line is graded right."

WRONG_REASONS = 2


def faults(subject: Subject) -> Iterator[Fault]:
    """The first fault of each proof."""
    for proof in subject.concept.proofs.values():
        sentence = next(_sentences(subject, proof), "")
        if sentence:
            yield subject.fault(sentence, proof.name)


def _sentences(subject: Subject, proof: Proof) -> Iterator[str]:
    for at, line in enumerate(proof.lines, 1):
        if not line.because.strip():
            yield f"line {at} of the proof has no reason"
    steps = tuple(Step(line.line, line.because, line.show) for line in proof.lines)
    if sentence := follow(subject, steps, proof.symbols, "the proof"):
        yield sentence
    for at, line in enumerate(proof.lines):
        if isinstance(line, Open):
            yield from _open(proof, at, line)


def _open(proof: Proof, at: int, line: Open) -> Iterator[str]:
    if line.instead and len(line.instead) < WRONG_REASONS:
        yield f"line {at + 1} of the proof offers one wrong reason; two or more are wanted"
    if not line.instead and not line.line.strip():
        yield f"line {at + 1} of the proof is to be typed and is empty; give wrong reasons or a line"
        return
    graded = grading.grade_open(proof, at, "because" if line.instead else line.line)
    if graded.verdict != "right":
        yield f"line {at + 1} of the proof, as its author typed it, is graded {graded.verdict}"
