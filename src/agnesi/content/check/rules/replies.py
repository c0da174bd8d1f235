"""A reply is read by somebody who is about to try again: it says what was done, and leaves the answer to them."""

from __future__ import annotations

from collections.abc import Iterator

from agnesi.content.check.fault import Fault
from agnesi.content.check.leak import MOST, short, telling
from agnesi.content.check.subject import Subject
from agnesi.exercise.problem import Problem

RULE = "No reply to a wrong answer holds the right one."


def faults(subject: Subject) -> Iterator[Fault]:
    """The first reply of each exercise that tells, and consequences that raise."""
    for exercise in subject.exercises:
        seen, told = 0, []
        for seed, problem in subject.drawn(exercise):
            seen += 1
            try:
                replies = [*(mistake.reply for mistake in problem.mistakes), *consequences(problem)]
            except Exception as error:  # an author's code may raise anything
                yield subject.fault(f"consequence raises {type(error).__name__}: {error}", exercise.name, seed)
                break
            if any(telling(reply, problem) for reply in replies):
                told.append(seed)
                if not short(problem):
                    break
        if told and (len(told) > MOST * seen or not short(_problem(subject.draw(exercise, told[-1])))):
            yield subject.fault("a reply holds the right answer", exercise.name, told[-1])


def consequences(problem: Problem) -> Iterator[str]:
    """What the consequence says of each named mistake. Raises what it raises."""
    if problem.consequence is None:
        return
    for mistake in problem.mistakes:
        try:
            value = problem.answer.read(mistake.answer.typed(), problem.symbols).value
        except Exception:  # what cannot be read as an answer has no consequence
            continue
        if value is not None:
            yield problem.consequence(value)


def _problem(drawn: Problem | Exception) -> Problem:
    assert isinstance(drawn, Problem)
    return drawn
