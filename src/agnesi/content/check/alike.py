"""Lesson 100 as alive as lesson 8: what one lesson says, no other says; `agnesi check --alike`."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from agnesi.content import markdown
from agnesi.content.blocks import ExampleBlock, Statement
from agnesi.content.check.fault import Fault
from agnesi.content.check.texts import block_texts
from agnesi.content.concept import Concept
from agnesi.content.course import Course

RULE = "No two lessons share eight words in a row or an opening, nor too many one form, data set, example or order."

RUN = 8
OPENING = 5
EXAMPLES = 3
DATA_SHARE, FORM_SHARE = 0.15, 0.30
ENOUGH = 12
"""Lessons of which a share is spoken."""
NEIGHBOURS, SAME_ORDER = 10, 3
DATA = ("digits", "iris", "wine", "diabetes", "breast_cancer", "mnist")


def faults(course: Course) -> Iterator[Fault]:
    """Everything that two lessons or more share and should not."""
    written = [concept for concept in map(course.concept, course.graph.order) if concept.written]
    yield from _runs(written)
    yield from _openings(written)
    yield from _examples(written)
    yield from _data(written)
    yield from _forms(course, written)
    yield from _orders(written)


def _words(concept: Concept) -> list[list[str]]:
    """The words of each text outside definitions."""
    blocks = [block for block in concept.lesson.blocks if not isinstance(block, Statement)]
    texts = [markdown.words(text) for block in blocks for text in block_texts(block)]
    return [re.findall(r"[a-z0-9']+", text.lower()) for text in texts]


def _runs(written: list[Concept]) -> Iterator[Fault]:
    homes: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for concept in written:
        for words in _words(concept):
            for at in range(len(words) - RUN + 1):
                homes[tuple(words[at : at + RUN])].add(concept.id)
    told: set[tuple[str, ...]] = set()
    for run, where in homes.items():
        if len(where) > 1 and (pair := tuple(sorted(where))) not in told:
            told.add(pair)
            yield Fault(pair[0], f'shares with {", ".join(pair[1:])}: "{" ".join(run)}"')


def _openings(written: list[Concept]) -> Iterator[Fault]:
    first: dict[tuple[str, ...], str] = {}
    for concept in written:
        opening = tuple(next((words for words in _words(concept) if words), [])[:OPENING])
        if opening in first:
            yield Fault(concept.id, f'opens like {first[opening]}: "{" ".join(opening)}"')
        first.setdefault(opening, concept.id)


def _examples(written: list[Concept]) -> Iterator[Fault]:
    homes: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for concept in written:
        for block in concept.lesson.of(ExampleBlock):
            if block.exercise in concept.exercises:
                ask = concept.exercises[block.exercise].problem(block.seed).ask
                numbers = tuple(sorted(re.findall(r"\d+(?:\.\d+)?", ask)))
                if len(numbers) >= 4 and concept.id not in homes[numbers]:
                    homes[numbers].append(concept.id)
    for numbers, where in homes.items():
        if len(where) > EXAMPLES:
            yield Fault(where[-1], f"its example has the numbers of {', '.join(where[:-1])}: {', '.join(numbers)}")


def _data(written: list[Concept]) -> Iterator[Fault]:
    if len(written) < ENOUGH:
        return
    for name in DATA:
        users = [concept.id for concept in written if re.search(rf"\b(load_)?{name}\b", concept.lesson.text)]
        if len(users) > max(2, DATA_SHARE * len(written)):
            yield Fault(users[-1], f"the data set {name} stands in {len(users)} of {len(written)} lessons")


def _forms(course: Course, written: list[Concept]) -> Iterator[Fault]:
    for area in course.areas:
        forms = Counter(concept.lesson.front.form for concept in written if concept.area == area.id)
        for form, count in forms.items():
            if forms.total() >= ENOUGH and count > FORM_SHARE * forms.total():
                yield Fault(area.id, f"the form {form} leads {count} of {forms.total()} lessons")
    told: set[tuple[str, ...]] = set()
    for goal in course.goals:
        path = [course.concept(one) for one in course.path(goal.id)]
        for three in zip(path, path[1:], path[2:], strict=False):
            ids = tuple(one.id for one in three)
            leading = {one.lesson.front.form for one in three if one.written}
            if all(one.written for one in three) and len(leading) == 1 and ids not in told:
                told.add(ids)
                yield Fault(
                    ids[2], f"on the path to {goal.id}, {', '.join(ids)} all have the form {three[0].lesson.front.form}"
                )


def _orders(written: list[Concept]) -> Iterator[Fault]:
    orders = [tuple(type(block).__name__ for block in concept.lesson.blocks) for concept in written]
    for start in range(len(written) - NEIGHBOURS + 1):
        order, count = Counter(orders[start : start + NEIGHBOURS]).most_common(1)[0]
        if count > SAME_ORDER:
            where = [written[at].id for at in range(start, start + NEIGHBOURS) if orders[at] == order]
            yield Fault(where[-1], f"has the same order of blocks as {', '.join(where[:-1])}")
