"""The engine is the first learner: it answers every exercise of a course and says, in sentences, what does not hold.

`run` is the whole check. Each rule is one file of `rules` (about one concept) or of this folder (about the whole
course); its `RULE` is the sentence that it holds a concept to, and docs/rules.md lists them.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from types import ModuleType

from agnesi.content.check import alike as alike_rule
from agnesi.content.check import closed as closed_rule
from agnesi.content.check import kept, labs, plan
from agnesi.content.check.bench import Bench
from agnesi.content.check.browser import Look, NoBrowserError, looking
from agnesi.content.check.editions import record as record_editions
from agnesi.content.check.fault import Counts, Fault, Report
from agnesi.content.check.rules import (
    answer_right,
    code,
    declared,
    doing,
    draws,
    editions,
    figures,
    formulas,
    front,
    hints,
    imports,
    kinds,
    length,
    links,
    mistakes,
    oracle,
    outcomes,
    parts,
    placed,
    proofs,
    readable,
    replies,
    same_problem,
    solution,
    subset,
    symbols,
    transfer_words,
    uses,
    variety,
    words,
)
from agnesi.content.check.subject import Subject
from agnesi.content.concept import Concept
from agnesi.content.course import Course

__all__ = ["CONCEPT_RULES", "COURSE_RULES", "Counts", "Fault", "Report", "rule_name", "run"]

CONCEPT_RULES: tuple[ModuleType, ...] = (
    readable,
    front,
    parts,
    placed,
    length,
    doing,
    words,
    links,
    formulas,
    subset,
    symbols,
    code,
    kinds,
    outcomes,
    declared,
    imports,
    uses,
    draws,
    same_problem,
    variety,
    answer_right,
    oracle,
    solution,
    proofs,
    mistakes,
    hints,
    replies,
    transfer_words,
    editions,
    figures,
)
COURSE_RULES: tuple[ModuleType, ...] = (plan, labs, closed_rule, alike_rule)

Progress = Callable[[int, int, str], None]
"""Told how many concepts are done, of how many, and which comes next."""


def run(
    course: Course,
    concepts: Iterable[str] | None = None,
    seeds: int = 5,
    *,
    alike: bool = False,
    closed: bool = False,
    record: bool = False,
    require_all: bool = False,
    progress: Progress | None = None,
    fresh: bool = False,
) -> Report:
    """Check the concepts of these ids, or every written one and the plan; the faults found, and how much was looked at.

    `seeds` is how many problems of each exercise are answered; variety is always counted over 200. `alike` compares
    lessons with one another, `closed` wants every ancestor written, `record` writes editions.json first,
    `require_all` makes a fault of what had to be skipped, `fresh` looks again at what passed before and has not
    changed. Raises KeyError for an unknown concept.
    """
    began = time.monotonic()
    chosen = (
        [course.concept(one) for one in concepts] if concepts is not None else [c for c in course.concepts if c.written]
    )
    if record:
        _record(course, chosen)
    skipped: list[str] = []
    with ExitStack() as stack:
        look = _browser(stack, chosen, skipped)
        found, counts, unchanged = _all(course, chosen, seeds, look, progress, fresh)
    if concepts is None:
        found += [*_by(plan, plan.faults(course)), *_by(labs, labs.faults(course))]
    if closed:
        found += _by(closed_rule, closed_rule.faults(course))
    if alike:
        found += _by(alike_rule, alike_rule.faults(course))
    if require_all:
        found += [Fault("agnesi check", f"a rule could not run: {one}", "skipped") for one in skipped]
    return Report(len(chosen), counts, tuple(found), tuple(skipped), time.monotonic() - began, unchanged)


def rule_name(rule: ModuleType) -> str:
    """What a rule is called: `same-problem`."""
    return rule.__name__.rsplit(".", 1)[-1].replace("_", "-")


def _browser(stack: ExitStack, concepts: list[Concept], skipped: list[str]) -> Look | None:
    if not any(concept.figure for concept in concepts):
        return None
    try:
        return stack.enter_context(looking())
    except NoBrowserError as error:
        skipped.append(f"figures: {error}")
        return None


def _all(
    course: Course, concepts: list[Concept], seeds: int, look: Look | None, progress: Progress | None, fresh: bool
) -> tuple[list[Fault], Counts, int]:
    keys = {concept.id: kept.key(course, concept, seeds, look is not None) for concept in concepts if concept.written}
    passed = {} if fresh else kept.passed(list(keys.values()))
    found: list[Fault] = []
    counts, unchanged = Counts(), 0
    for at, concept in enumerate(concepts):
        if progress:
            progress(at, len(concepts), concept.id)
        known = passed.get(keys.get(concept.id, ""))
        faults, looked_at = ([], known) if known else _one(course, concept, seeds, look)
        if not faults and not known:
            kept.keep({keys[concept.id]: looked_at})
        unchanged += known is not None
        found += faults
        counts += looked_at
    if progress:
        progress(len(concepts), len(concepts), "")
    return found, counts, unchanged


def _one(course: Course, concept: Concept, seeds: int, look: Look | None) -> tuple[list[Fault], Counts]:
    """The faults of one concept; where it cannot be read, that is the only one."""
    with Bench() as bench:
        subject = Subject(course, concept, seeds, bench)
        unreadable = _by(readable, readable.faults(subject))
        if unreadable:
            return unreadable, Counts()
        found = [
            fault
            for rule in CONCEPT_RULES
            if rule not in (readable, figures)
            for fault in _by(rule, rule.faults(subject))
        ]
        if look is not None:
            found += _by(figures, figures.faults(subject, look))
        answered = sum(1 for _ in subject.all_drawn())
        return found, Counts(len(subject.exercises), answered, subject.lines, subject.decided)


def _by(rule: ModuleType, faults: Iterator[Fault]) -> list[Fault]:
    return [fault.by(rule_name(rule)) for fault in faults]


def _record(course: Course, concepts: list[Concept]) -> None:
    """Record the concepts that can be read."""
    with Bench() as bench:
        subjects = [Subject(course, concept, 1, bench) for concept in concepts if concept.written]
        record_editions(course, [one for one in subjects if not list(readable.faults(one))])
