"""Nobody learns by reading for long: prose is short, and never far from something to do."""

from __future__ import annotations

from collections.abc import Iterator

from agnesi.content import markdown
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
from agnesi.content.check.subject import Subject
from agnesi.content.check.texts import block_texts

RULE = "A lesson has at most 900 words of prose, and at most 150 between two things that the learner does."

MOST = 900
BETWEEN = 150
DOING = (GuessBlock, ContrastBlock, PracticeBlock, FigureBlock, CodeBlock, ProofBlock, TrapBlock, KeepBlock)
AFTERWARDS = (ContrastBlock, TrapBlock)
"""Blocks whose text is shown once the learner has done them."""


def faults(subject: Subject) -> Iterator[Fault]:
    """The lesson where it is too long, and each stretch that is."""
    total = sum(prose(block) for block in subject.lesson.blocks)
    if total > MOST:
        yield subject.fault(f"has {total} words of prose; {MOST} is the most: it may be two concepts")
    stretch, since = 0, 0
    for block in subject.lesson.blocks:
        after = prose(block) if isinstance(block, AFTERWARDS) else 0
        stretch += prose(block) - after
        if stretch and not since:
            since = block.line
        if isinstance(block, DOING):
            if stretch > BETWEEN:
                yield subject.fault(
                    f"{stretch} words before the learner does something; {BETWEEN} is the most", line=since
                )
            stretch, since = after, block.line if after else 0


def prose(block: Block) -> int:
    """The words of a block, formulas and code not counted."""
    return sum(len(markdown.words(text).split()) for text in block_texts(block))
