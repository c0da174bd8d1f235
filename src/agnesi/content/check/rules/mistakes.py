"""A named mistake is a reply that a learner gets; it must be reached by its own answer, and never by a right one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace

from agnesi import exercise as grading
from agnesi.content.check.fault import Fault
from agnesi.content.check.subject import Subject
from agnesi.exercise.answers import Code, Used
from agnesi.exercise.problem import Exercise, Mistake, Problem

RULE = "Each mistake is graded wrong, gets its own reply, and is only rarely the right answer by luck."

LOOKED_AT = 60
"""Problems over which luck is counted."""
RARELY = 1 / 3
OTHER_SEEDS = 8
"""Seeds at which code that ran right is tried again."""
WANTED = {"procedure": 2, "transfer": 1}
"""How many mistakes a kind must name."""


def faults(subject: Subject) -> Iterator[Fault]:
    """Missing mistakes; mistakes that are graded otherwise; mistakes that are mostly right or mostly another's."""
    for exercise in subject.exercises:
        yield from _as_written(subject, exercise)
        failed: set[str] = set()
        for seed, problem in subject.drawn(exercise):
            yield from _graded(subject, exercise, seed, problem, failed)


def _as_written(subject: Subject, exercise: Exercise) -> Iterator[Fault]:
    """Too few mistakes, or mistakes that are right too often, before those right by luck are left out."""
    written: list[Problem] = []
    spied = replace(exercise, draw=lambda rng: _kept(written, exercise.draw(rng)))
    for seed in range(LOOKED_AT):
        with suppress(Exception):  # the rule `draws` reports it
            spied.problem(seed)
    least = WANTED.get(exercise.kind, 0)
    names = {mistake.name for problem in written for mistake in problem.mistakes}
    if written and len(names) < least:
        how_many = "two mistakes" if least == 2 else "a mistake"
        yield subject.fault(f"names {len(names)} mistakes; {how_many} or more are wanted", exercise.name)
    yield from _lucky(subject, exercise, [one for one in written if not one.answer.field.options])


def _kept(written: list[Problem], problem: Problem) -> Problem:
    written.append(problem)
    return problem


def _lucky(subject: Subject, exercise: Exercise, problems: list[Problem]) -> Iterator[Fault]:
    """Mistakes that are mostly right, or mostly the same as one before them, in every case of the exercise."""
    seen: dict[str, dict[int, list[str]]] = {}
    for seed, problem in enumerate(problems):
        typed = [mistake.answer.typed() for mistake in problem.mistakes]
        for at, mistake in enumerate(problem.mistakes):
            why = "right" if typed[at] == problem.answer.typed() else "same" if typed[at] in typed[:at] else ""
            seen.setdefault(mistake.name, {}).setdefault(seed % (len(exercise.cases) or 1), []).append(why)
    for name, cases in seen.items():
        for why, sentence in (("right", "is the right answer"), ("same", "is the same as one before it")):
            if all(found.count(why) > RARELY * len(found) for found in cases.values()):
                count = sum(found.count(why) for found in cases.values())
                total = sum(map(len, cases.values()))
                yield subject.fault(f"the mistake {name} {sentence} in {count} of {total} problems", exercise.name)
                break


def _graded(subject: Subject, exercise: Exercise, seed: int, problem: Problem, failed: set[str]) -> Iterator[Fault]:
    for at, mistake in enumerate(problem.mistakes):
        if mistake.name in failed or _excused(problem, at):
            continue
        graded = grading.grade(exercise, seed, mistake.answer.typed(), runner=subject.bench)
        if _open_tool(mistake) or (graded.verdict == "right" and _runs_right(subject, exercise, mistake)):
            continue
        if graded.verdict != "wrong":
            sentence = f"the mistake {mistake.name}, {mistake.answer.typed()!r}, is graded {graded.verdict}"
        elif graded.mistake != mistake.name:
            sentence = f"the mistake {mistake.name} gets the reply of {graded.mistake or 'nobody'}"
        elif not mistake.reply.strip():
            sentence = f"the mistake {mistake.name} has no reply"
        else:
            continue
        failed.add(mistake.name)
        yield subject.fault(sentence, exercise.name, seed)


def _open_tool(mistake: Mistake) -> bool:
    """A wrong tool with whatever came of it has no text of its own."""
    return isinstance(mistake.answer, Used) and mistake.answer.then is None


def _runs_right(subject: Subject, exercise: Exercise, mistake: Mistake) -> bool:
    """Wrong code may give the right values on some inputs; True when at some other seed it does not."""
    if not isinstance(mistake.answer, Code):
        return False
    for seed in range(OTHER_SEEDS):
        problem = subject.draw(exercise, seed)
        for same in problem.mistakes if isinstance(problem, Problem) else ():
            typed = same.answer.typed()
            if (
                same.name == mistake.name
                and grading.grade(exercise, seed, typed, runner=subject.bench).verdict == "wrong"
            ):
                return True
    return False


def _excused(problem: Problem, at: int) -> bool:
    """Right by luck here, or the same as a mistake before it."""
    mistake = problem.mistakes[at]
    return _right(problem, mistake) or any(_same(other, mistake, problem) for other in problem.mistakes[:at])


def _right(problem: Problem, mistake: Mistake) -> bool:
    return _takes(problem.answer, mistake.answer.typed(), problem)


def _same(other: Mistake, mistake: Mistake, problem: Problem) -> bool:
    return _takes(other.answer, mistake.answer.typed(), problem)


def _takes(answer: object, typed: str, problem: Problem) -> bool:
    """True when `answer` would take the text for right; code is compared as text alone."""
    if isinstance(answer, Code):
        return answer.typed() == typed
    try:
        reading = answer.read(typed, problem.symbols)  # type: ignore[attr-defined]
        return bool(answer.judge(reading, problem.symbols, "luck").credit > 0)  # type: ignore[attr-defined]
    except Exception:  # what cannot be read is not the same
        return False
