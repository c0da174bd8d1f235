"""The parts that make a lesson: a question first, numbers before symbols, help that shrinks, traps, a picture, code."""

from __future__ import annotations

from collections.abc import Iterator

from agnesi.authoring import Open
from agnesi.content import markdown
from agnesi.content.blocks import (
    AnswerBlock,
    CodeBlock,
    ContrastBlock,
    ExampleBlock,
    FigureBlock,
    GuessBlock,
    PracticeBlock,
    ProofBlock,
    Prose,
    Statement,
    TrapBlock,
)
from agnesi.content.check.fault import Fault
from agnesi.content.check.subject import Subject

RULE = "All parts of a lesson are there, and something is done before anything is defined."

QUESTION_WORDS = 60


def faults(subject: Subject) -> Iterator[Fault]:
    """What is missing or out of order."""
    for sentence, line in (
        *_question(subject),
        *_definition(subject),
        *_examples(subject),
        *_why(subject),
        *_seeing(subject),
        *_traps(subject),
    ):
        yield subject.fault(sentence, line=line)


def _question(subject: Subject) -> Iterator[tuple[str, int]]:
    blocks = subject.lesson.blocks
    at = next((at for at, block in enumerate(blocks) if isinstance(block, GuessBlock)), None)
    if at is None:
        yield "there is no guess: begin with a question that is answered before it can be known", 0
        return
    guess = blocks[at]
    if any(not isinstance(block, Prose) for block in blocks[:at]):
        yield "the guess stands too late: only its question comes before it", guess.line
    words = sum(len(markdown.words(block.text).split()) for block in blocks[:at] if isinstance(block, Prose))
    if words > QUESTION_WORDS:
        yield f"the opening question has {words} words; {QUESTION_WORDS} is the most", blocks[0].line
    answers = {block.name: block for block in subject.lesson.of(AnswerBlock)}
    for block in subject.lesson.of(GuessBlock):
        answer = answers.get(block.name)
        if answer is None or answer.line < block.line:
            yield f"the guess {block.name} is not answered below it", block.line
        elif not answer.text.strip():
            yield "the answer does not say why", answer.line


def _definition(subject: Subject) -> Iterator[tuple[str, int]]:
    blocks = subject.lesson.blocks
    if not any(isinstance(block, ContrastBlock) for block in blocks):
        yield "there is no contrast: pairs that differ in one thing, to be sorted", 0
    for block in subject.lesson.of(ContrastBlock):
        contrast = subject.concept.contrasts.get(block.name)
        if contrast is not None and len(contrast.pairs) < 2:
            yield f"the contrast {block.name} has {len(contrast.pairs)} pairs; two or more are wanted", block.line
        if not block.text.strip():
            yield "the contrast does not say what its pairs share", block.line
    first = next((at for at, block in enumerate(blocks) if isinstance(block, Statement)), None)
    if first is None:
        yield "there is no definition and no theorem", 0
        return
    done = PracticeBlock | ContrastBlock | FigureBlock | CodeBlock
    if not any(isinstance(block, done) for block in blocks[:first]):
        yield "something is defined before anything is done but guessing", blocks[first].line


def _examples(subject: Subject) -> Iterator[tuple[str, int]]:
    examples = {block.exercise for block in subject.lesson.of(ExampleBlock)}
    practised = list(subject.lesson.of(PracticeBlock))
    completed = {block.exercise for block in practised if block.given}
    whole = {block.exercise for block in practised if not block.given}
    if not examples & completed & whole:
        yield "no exercise is shown as an example, then practised with :given: lines, then whole", 0
    for block in practised:
        exercise = subject.concept.exercises.get(block.exercise)
        if exercise is None or not block.given:
            continue
        lengths = [len(problem.solution) for _, problem in subject.drawn(exercise)]
        if lengths and max(lengths) <= block.given:
            yield f"{block.given} lines are given of a solution that has {max(lengths)}", block.line


def _why(subject: Subject) -> Iterator[tuple[str, int]]:
    proofs = [subject.concept.proofs.get(block.name) for block in subject.lesson.of(ProofBlock)]
    if not any(isinstance(line, Open) for proof in proofs if proof for line in proof.lines):
        yield "there is no proof or derivation with a line left to the learner", 0


def _seeing(subject: Subject) -> Iterator[tuple[str, int]]:
    figures, cells = list(subject.lesson.of(FigureBlock)), list(subject.lesson.of(CodeBlock))
    if not figures:
        yield "there is no figure", 0
    if not cells:
        yield "there is no code cell", 0
    for figure in figures:
        if not figure.predict:
            yield f"the figure {figure.name} asks for no prediction: say :predict: and a question", figure.line
        if not figure.text.strip():
            yield f"the figure {figure.name} does not say what to notice and what to do", figure.line
    if cells and not any(cell.predict for cell in cells):
        yield "no code cell asks for a prediction: say :predict: and a question", cells[0].line


def _traps(subject: Subject) -> Iterator[tuple[str, int]]:
    traps = len(list(subject.lesson.of(TrapBlock)))
    if not 1 <= traps <= 3:
        yield f"there are {traps} traps; one to three are wanted", 0
