"""Transfer is choosing the tool; a question that names it has chosen already."""

from __future__ import annotations

import re
from collections.abc import Iterator

from agnesi.content import markdown
from agnesi.content.check.fault import Fault
from agnesi.content.check.subject import Subject

RULE = "The text of a transfer exercise has no word of the concept's title."

LITTLE = frozenset(
    {"and", "the", "with", "for", "from", "one", "two", "between", "into", "their", "its", "several", "over"}
)


def faults(subject: Subject) -> Iterator[Fault]:
    """Each transfer exercise that names its tool, at the first seed that does."""
    words = [word for word in re.findall(r"[a-z]{3,}", subject.concept.title.lower()) if word not in LITTLE]
    pattern = re.compile(rf"\b({'|'.join(word.rstrip('s') for word in words)})(s|es)?\b", re.IGNORECASE)
    for exercise in subject.exercises:
        if exercise.kind != "transfer" or not words:
            continue
        for seed, problem in subject.drawn(exercise):
            found = pattern.search(markdown.words(problem.ask))
            if found:
                yield subject.fault(f"a transfer exercise says {found[0]!r}, a word of the title", exercise.name, seed)
                break
