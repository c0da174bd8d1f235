"""The engine is the first learner: it answers every exercise of a course and says, in sentences, what does not hold.

`run` is the whole check. Each rule is one file of `rules` (about one concept) or of this folder (about the whole
course); its `RULE` is the sentence that it holds a concept to, and docs/rules.md lists them.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from types import ModuleType

from agnesi.content.check import alike as alike_rule
from agnesi.content.check import closed as closed_rule
from agnesi.content.check import kept, labs, plan
from agnesi.content.check.bench import Bench
from agnesi.content.check.browser import NoBrowserError, looking
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
    browser: bool = True,
) -> Report:
    """Check the concepts of these ids, or every written one and the plan; the faults found, and how much was looked at.

    `seeds` is how many problems of each exercise are answered; variety is always counted over 200. `alike` compares
    lessons with one another, `closed` wants every ancestor written, `record` writes editions.json first,
    `require_all` makes a fault of what had to be skipped, `fresh` looks again at what passed before and has not
    changed; without `browser` figures are skipped. Raises KeyError for an unknown concept.
    """
    began = time.monotonic()
    chosen = _chosen(course, concepts)
    if record:
        _record(course, chosen)
    skipped: list[str] = []
    keys = {concept.id: kept.key(course, concept, seeds, browser) for concept in chosen if concept.written}
    passed = {} if fresh else kept.passed(list(keys.values()))
    changed = [concept for concept in chosen if keys.get(concept.id, "") not in passed]
    outcomes = _rules(course, changed, seeds, progress)
    _figures(course, changed, outcomes, skipped, browser)
    if not skipped or not browser:
        kept.keep({keys[one]: counts for one, (faults, counts) in outcomes.items() if not faults})
    found = [fault for faults, _ in outcomes.values() for fault in faults]
    counts = sum([*passed.values(), *(counts for _, counts in outcomes.values())], Counts())
    if concepts is None:
        found += [*_by(plan, plan.faults(course)), *_by(labs, labs.faults(course))]
    if closed:
        found += _by(closed_rule, closed_rule.faults(course))
    if alike:
        found += _by(alike_rule, alike_rule.faults(course))
    if require_all:
        found += [Fault("agnesi check", f"a rule could not run: {one}", "skipped") for one in skipped]
    return Report(len(chosen), counts, tuple(found), tuple(skipped), time.monotonic() - began, len(passed))


def rule_name(rule: ModuleType) -> str:
    """What a rule is called: `same-problem`."""
    return rule.__name__.rsplit(".", 1)[-1].replace("_", "-")


def _chosen(course: Course, concepts: Iterable[str] | None) -> list[Concept]:
    if concepts is None:
        return [concept for concept in course.concepts if concept.written]
    return list({course.concept(one).id: course.concept(one) for one in concepts}.values())


Outcome = tuple[list[Fault], Counts]


def _rules(course: Course, concepts: list[Concept], seeds: int, progress: Progress | None) -> dict[str, Outcome]:
    """What every rule but that of figures says of each concept."""
    outcomes: dict[str, Outcome] = {}
    for at, concept in enumerate(concepts):
        if progress:
            progress(at, len(concepts), concept.id)
        with Bench() as bench:
            outcomes[concept.id] = _one(Subject(course, concept, seeds, bench))
    if progress:
        progress(len(concepts), len(concepts), "figures")
    return outcomes


def _one(subject: Subject) -> Outcome:
    """The faults of one concept; where it cannot be read, that is the only one."""
    unreadable = _by(readable, readable.faults(subject))
    if unreadable:
        return unreadable, Counts()
    rules = [rule for rule in CONCEPT_RULES if rule not in (readable, figures)]
    found = [fault for rule in rules for fault in _by(rule, rule.faults(subject))]
    answered = sum(1 for _ in subject.all_drawn())
    return found, Counts(len(subject.exercises), answered, subject.lines, subject.decided)


def _figures(
    course: Course, concepts: list[Concept], outcomes: dict[str, Outcome], skipped: list[str], browser: bool
) -> None:
    """Add what a browser sees of the figures; it is open only here, since V8 wants no event loop beside it."""
    drawn = [concept for concept in concepts if concept.figure]
    if not browser:
        skipped.append("figures: not asked for")
    if not browser or not drawn:
        return
    try:
        with looking() as look, Bench() as bench:
            for concept in drawn:
                outcomes[concept.id][0].extend(_by(figures, figures.faults(Subject(course, concept, 0, bench), look)))
    except NoBrowserError as error:
        skipped.append(f"figures: {error}")


def _by(rule: ModuleType, faults: Iterator[Fault]) -> list[Fault]:
    return [fault.by(rule_name(rule)) for fault in faults]


def _record(course: Course, concepts: list[Concept]) -> None:
    """Record the concepts that can be read."""
    with Bench() as bench:
        subjects = [Subject(course, concept, 1, bench) for concept in concepts if concept.written]
        record_editions(course, [one for one in subjects if not list(readable.faults(one))])
