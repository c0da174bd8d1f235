"""Mathematics is learned by doing it; the minutes of a lesson are mostly the learner's."""

from __future__ import annotations

from collections.abc import Iterator

from agnesi.authoring import Open
from agnesi.content.blocks import (
    Block,
    CodeBlock,
    ContrastBlock,
    FigureBlock,
    GuessBlock,
    KeepBlock,
    PracticeBlock,
    ProofBlock,
    TrapBlock,
)
from agnesi.content.check.fault import Fault
from agnesi.content.check.rules.length import prose
from agnesi.content.check.subject import Subject

RULE = "At least 60 % of a lesson's minutes are doing, and doing and reading fit into them."

SHARE = 0.6
SLACK = 1.3
WORDS_A_MINUTE = 180
GUESS, PAIR, FIGURE, CELL, CHANGE, LINE, TRAP, KEEP = 20, 15, 90, 45, 60, 45, 15, 15
"""Seconds for what is not an exercise; an exercise says its own."""


def faults(subject: Subject) -> Iterator[Fault]:
    """The lesson where the learner does too little, or its minutes are too few."""
    minutes = subject.lesson.front.minutes
    done = sum(_seconds(subject, block) for block in subject.lesson.blocks) / 60
    read = sum(prose(block) for block in subject.lesson.blocks) / WORDS_A_MINUTE
    if minutes and done < SHARE * minutes:
        yield subject.fault(f"{done:.0f} of {minutes} minutes are doing; at least {SHARE:.0%} are wanted")
    if minutes and done + read > SLACK * minutes:
        yield subject.fault(f"{done:.0f} minutes of doing and {read:.0f} of reading do not fit into {minutes}")


def _seconds(subject: Subject, block: Block) -> float:
    concept = subject.concept
    match block:
        case PracticeBlock(exercise):
            return concept.exercises[exercise].seconds if exercise in concept.exercises else 0
        case ContrastBlock(name):
            return PAIR * len(concept.contrasts[name].pairs) if name in concept.contrasts else 0
        case ProofBlock(name):
            lines = concept.proofs[name].lines if name in concept.proofs else ()
            return LINE * sum(isinstance(line, Open) for line in lines)
        case CodeBlock():
            return CELL + (CHANGE if block.change else 0)
        case KeepBlock():
            return KEEP * len(subject.lesson.front.keep)
        case GuessBlock():
            return GUESS
        case FigureBlock():
            return FIGURE
        case TrapBlock():
            return TRAP
        case _:
            return 0
