"""Every text of a concept that a learner may read, with its place, for the rules about words and formulas."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from agnesi.content.blocks import Block, CodeBlock, FigureBlock, Prose, Statement, TrapBlock
from agnesi.content.check.fault import Fault
from agnesi.content.check.subject import Subject
from agnesi.exercise.problem import Problem


@dataclass(frozen=True, slots=True)
class Text:
    """Markdown, and where it stands: a line of the lesson, or a seed of an exercise, or something declared."""

    markdown: str
    line: int = 0
    exercise: str = ""
    seed: int | None = None

    def fault(self, subject: Subject, sentence: str) -> Fault:
        """A fault at this place."""
        return subject.fault(sentence, self.exercise, self.seed, self.line)


def all_texts(subject: Subject) -> Iterator[Text]:
    """The texts of the lesson, of what it asks, and of the problems that are answered."""
    yield from lesson_texts(subject)
    yield from declared_texts(subject)
    for exercise, seed, problem in subject.all_drawn():
        yield from (Text(text, exercise=exercise.name, seed=seed) for text in problem_texts(problem))


def lesson_texts(subject: Subject) -> Iterator[Text]:
    """The texts that stand in lesson.md, the front matter's last."""
    for block in subject.lesson.blocks:
        yield from (Text(text, line=block.line) for text in block_texts(block))
    front = subject.lesson.front
    yield from (Text(text, line=1) for text in (front.idea, front.believes, front.surprise, *front.keep))


def block_texts(block: Block) -> tuple[str, ...]:
    """The texts of one block, its title and questions included."""
    match block:
        case Prose(text):
            return (text,)
        case Statement(_, title, text):
            return title, text
        case FigureBlock(_, predict, text):
            return predict, text
        case CodeBlock(predict=predict, change=change):
            return predict, change
        case TrapBlock(belief, text):
            return belief, text
        case _:
            return (str(getattr(block, "text", "")),)


def declared_texts(subject: Subject) -> Iterator[Text]:
    """The texts of guesses, contrasts and proofs."""
    concept = subject.concept
    for guess in concept.guesses.values():
        yield from (Text(text, exercise=guess.name) for text in (guess.ask, *guess.options.values()))
    for contrast in concept.contrasts.values():
        pairs = [text for pair in contrast.pairs for text in (pair.first, pair.second, pair.because)]
        yield from (Text(text, exercise=contrast.name) for text in (contrast.ask, *contrast.labels, *pairs))
    for proof in concept.proofs.values():
        reasons = [text for line in proof.lines for text in (line.because, *getattr(line, "instead", ()))]
        shown = [f"${line.show}$" for line in proof.lines if line.show]
        yield from (Text(text, exercise=proof.name) for text in (proof.claim, *reasons, *shown))


def problem_texts(problem: Problem) -> Iterator[str]:
    """The texts of one problem."""
    yield problem.ask
    yield problem.given
    yield from problem.hints
    yield from (mistake.reply for mistake in problem.mistakes)
    yield from (step.because for step in problem.solution)
    yield from (f"${step.show}$" for step in problem.solution if step.show)
    yield from (text for _, text in problem.answer.field.options)
