"""A solution is read line by line by somebody who is stuck: a line that does not follow loses them for good."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress

from agnesi import maths
from agnesi.content.check.fault import Fault
from agnesi.content.check.subject import Subject
from agnesi.exercise.answers import Code, Derivation, Property
from agnesi.exercise.problem import Exercise, Problem, Step
from agnesi.maths import ReadingError, derivation

RULE = "Each line of a solution follows from the line before, and the last is the answer."


def faults(subject: Subject) -> Iterator[Fault]:
    """The first seed of each exercise whose solution has a line that cannot be read or does not follow."""
    failed: set[str] = set()
    for exercise, seed, problem in subject.all_drawn():
        if exercise.name not in failed and (sentence := _fault(subject, exercise, seed, problem)):
            failed.add(exercise.name)
            yield subject.fault(sentence, exercise.name, seed)


def _fault(subject: Subject, exercise: Exercise, seed: int, problem: Problem) -> str:
    if not problem.solution:
        return "there is no solution"
    for at, step in enumerate(problem.solution, 1):
        if not step.because.strip():
            return f"line {at} of the solution has no reason"
    if isinstance(problem.answer, Code):
        return ""
    return follow(subject, problem.solution, problem.symbols, "the solution") or _ending(exercise, seed, problem)


def follow(subject: Subject, steps: Sequence[Step], symbols: Mapping[str, str], what: str) -> str:
    """A sentence on the first line that cannot be read or does not follow; empty where all do.

    Counts the steps and those decided. A line in words ends one chain of lines and begins the next.
    """
    for chain in _chains(steps):
        for at, line in chain:
            try:
                maths.read(line, symbols)
            except ReadingError as error:
                return f"line {at} of {what} cannot be read: {line} ({error})"
        verdicts = derivation.check([line for _, line in chain], symbols)
        for (_, before), (at, line), verdict in zip(chain, chain[1:], verdicts, strict=False):
            subject.lines += 1
            subject.decided += verdict.outcome != "undecided"
            if verdict.outcome == "different":
                return f"line {at} of {what} does not follow: {_joined(before, line)}"
    return ""


def _joined(before: str, line: str) -> str:
    return f"{before} = {line}" if "=" not in before + line else f"{before}, then {line}"


def _chains(steps: Sequence[Step]) -> list[list[tuple[int, str]]]:
    """Runs of typed lines with their numbers from 1."""
    chains: list[list[tuple[int, str]]] = [[]]
    for at, step in enumerate(steps, 1):
        if step.line.strip():
            chains[-1].append((at, step.line))
        elif chains[-1]:
            chains.append([])
    return [chain for chain in chains if chain]


def _ending(exercise: Exercise, seed: int, problem: Problem) -> str:
    """What is wrong with the last line as an answer; a property has many answers, and an option is no line."""
    lines = [step.line for step in problem.solution if step.line.strip()]
    answer = problem.answer
    if not lines or isinstance(answer, Property | Derivation) or answer.field.kind != "maths":
        return ""
    for last in (lines[-1], _values(lines[-1])):
        with suppress(ReadingError):
            reading = answer.read(last, problem.symbols)
            if answer.judge(reading, problem.symbols, exercise.label(seed)).credit == 1:
                return ""
    return f"the last line of the solution, {lines[-1]}, is not the answer {answer.typed()}"


def _values(line: str) -> str:
    """What stands right of each equals sign: `s = 4 and t = 2` says 4, 2."""
    return ", ".join(part.rpartition("=")[2].strip() for part in re.split(r"\band\b|;", line))
