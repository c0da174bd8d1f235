"""Words that make a reader feel stupid, or that say nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from agnesi.content import markdown
from agnesi.content.check.fault import Fault
from agnesi.content.check.subject import Subject
from agnesi.content.check.texts import all_texts

RULE = 'No "clearly", "obviously", "simply", "just", "easy to see", "in this lesson" or "imagine".'

BANNED = (
    "clearly",
    "obviously",
    "obvious",
    "simply",
    "just",
    "trivial",
    "trivially",
    "easy to see",
    "in this lesson",
    "imagine",
)
_BANNED = re.compile(rf"\b({'|'.join(BANNED)})\b", re.IGNORECASE)


def faults(subject: Subject) -> Iterator[Fault]:
    """Each of them at its first place in the lesson and in each exercise."""
    seen: set[tuple[str, str]] = set()
    for text in all_texts(subject):
        for found in _BANNED.findall(markdown.words(text.markdown)):
            key = (text.exercise or str(text.line), found.lower())
            if key not in seen:
                seen.add(key)
                yield text.fault(subject, f'says "{found}"')
