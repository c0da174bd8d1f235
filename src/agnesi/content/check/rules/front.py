"""The front matter is what a lesson was planned with; it is complete before the prose is."""

from __future__ import annotations

from collections.abc import Iterator

from agnesi.content.check.fault import Fault
from agnesi.content.check.subject import Subject
from agnesi.content.front import FORMS, Front

RULE = "The front matter is complete and within its limits."

IDEA_WORDS = 20
MINUTES = (10, 30)
KEEP = (3, 5)
CONFUSED = (2, 3)


def faults(subject: Subject) -> Iterator[Fault]:
    """What is missing or out of range."""
    front = subject.lesson.front
    for sentence in (*_sentences(front), *_about_others(subject, front)):
        yield subject.fault(sentence, line=1)


def _sentences(front: Front) -> Iterator[str]:
    if not front.idea:
        yield f"idea is missing: one sentence of at most {IDEA_WORDS} words, without a formula"
    elif len(front.idea.replace(" - ", " ").split()) > IDEA_WORDS or "$" in front.idea:
        yield f"idea has {len(front.idea.split())} words; at most {IDEA_WORDS}, and no formula"
    if not front.believes:
        yield "believes is missing: what a clever reader wrongly thinks on arrival, in their words"
    if not front.surprise:
        yield "surprise is missing: a computed fact that the belief gets wrong"
    if front.form not in FORMS:
        yield f"form is one of {', '.join(FORMS)}" + (f", not {front.form}" if front.form else "")
    if not front.sources:
        yield "sources is empty: name the text that the definitions agree with"
    if not MINUTES[0] <= front.minutes <= MINUTES[1]:
        yield f"minutes is between {MINUTES[0]} and {MINUTES[1]}, not {front.minutes}"
    if not KEEP[0] <= len(front.keep) <= KEEP[1]:
        yield f"keep has {len(front.keep)} sentences; three to five are wanted"
    if not CONFUSED[0] <= len(front.confused_with) <= CONFUSED[1]:
        yield f"confused_with names {len(front.confused_with)} concepts; two or three are wanted"


def _about_others(subject: Subject, front: Front) -> Iterator[str]:
    for concept in front.confused_with:
        if concept not in subject.course or concept == subject.concept.id:
            yield f"confused_with names {concept}, which is no other concept"
    written = [one for one in subject.ancestors if subject.course.concept(one).written]
    if front.returns and front.returns not in subject.ancestors:
        yield f"returns names {front.returns}, which is no ancestor"
    if subject.concept.level >= 2 and written and not front.returns:
        yield "returns is missing: the ancestor whose example comes back, changed in one thing"
