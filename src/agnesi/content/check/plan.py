"""The plan in itself: that its prerequisites exist and go in no circle was seen when it was loaded."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from agnesi.content.check.fault import Fault
from agnesi.content.course import Course

RULE = "The plan's names are unique slugs; areas, goals, aliases and labs name what exists; prerequisites are direct."

PLACE = "plan.yaml"
_SLUG = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


def faults(course: Course) -> Iterator[Fault]:
    """Everything in the plan that does not hold."""
    sentences = (*_concepts(course), *_goals(course), *_aliases(course), *_labs(course))
    yield from (Fault(PLACE, sentence) for sentence in sentences)


def _concepts(course: Course) -> Iterator[str]:
    areas = {area.id for area in course.areas}
    names = Counter(concept.id for concept in course.concepts)
    for concept in course.concepts:
        if names[concept.id] > 1:
            yield f"{concept.id} stands {names[concept.id]} times"
        if not _SLUG.fullmatch(concept.id):
            yield f"{concept.id} is no slug: lower-case words with hyphens"
        if concept.area not in areas:
            yield f"{concept.id} is in the area {concept.area}, which does not exist"
        if not concept.outcomes:
            yield f"{concept.id} promises no outcome"
        for outcome in concept.outcomes:
            if not outcome.startswith("You can "):
                yield f'{concept.id}: an outcome begins with "You can": {outcome}'
        for needed in concept.prerequisites:
            others = set(concept.prerequisites) - {needed}
            if needed in course.graph.ancestors(others):
                yield f"{concept.id} needs {needed} already through another prerequisite"


def _goals(course: Course) -> Iterator[str]:
    for goal in course.goals:
        for concept in goal.concepts:
            if concept not in course:
                yield f"the goal {goal.id} names {concept}, which does not exist"


def _aliases(course: Course) -> Iterator[str]:
    present = {concept.id for concept in course.concepts}
    for old, new in course.aliases.items():
        if new not in present:
            yield f"the alias {old} leads to {new}, which does not exist"
        if old in present:
            yield f"the alias {old} is also the name of a concept"


def _labs(course: Course) -> Iterator[str]:
    goals = {goal.id for goal in course.goals}
    for lab in course.labs:
        if lab.goal not in goals:
            yield f"the lab {lab.id} crowns {lab.goal}, which is no goal"
        for concept in lab.prerequisites:
            if concept not in course:
                yield f"the lab {lab.id} needs {concept}, which does not exist"
