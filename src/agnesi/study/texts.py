"""The course as texts to be found: each concept with its lesson, each symbol with its meanings; and their stamp."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from agnesi.content.concept import Concept
from agnesi.content.course import Course

VERSION = 1
"""Raised when what is made of a course changes."""

_FRONT = re.compile(r"\A---\n.*?\n---\n", re.S)
_HIDDEN = re.compile(r"^:::+\{answer\}.*?^:::+$|^```.*?^```", re.S | re.M)
_MARKS = re.compile(r"^:.*$|\$\$?.*?\$\$?|!?\[|\]\([^)]*\)|[*_#`>|]", re.M)


@dataclass(frozen=True, slots=True)
class Text:
    """`kind` is concept or symbol, `id` a slug or the symbol as LaTeX with its area after a space."""

    kind: str
    id: str
    title: str
    summary: str
    body: str


def stamp(course: Course) -> str:
    """A hash that changes when any text of the course does; reads no text, only when each was written."""
    files = [course.folder / "plan.yaml", course.folder / "notation.toml"]
    files += [one.folder / "lesson.md" for one in course.concepts if one.written]
    facts = [(str(file), file.stat().st_mtime_ns, file.stat().st_size) for file in files if file.is_file()]
    return hashlib.sha256(repr((VERSION, facts)).encode()).hexdigest()


def texts(course: Course) -> Iterator[Text]:
    """Every concept, then every symbol."""
    for concept in course.concepts:
        summary = " ".join((*concept.outcomes, concept.ml))
        yield Text("concept", concept.id, concept.title, summary, _words(concept))
    for symbol, meanings in course.notation.meanings.items():
        for meaning in meanings.values():
            yield Text("symbol", f"{symbol} {meaning.area}", meaning.name, meaning.read, f"{symbol} {meaning.shape}")


def _words(concept: Concept) -> str:
    """The prose of a lesson, without answers, code and formulas."""
    if not concept.written:
        return ""
    text = (concept.folder / "lesson.md").read_text("utf-8")
    return " ".join(_MARKS.sub(" ", _HIDDEN.sub(" ", _FRONT.sub("", text))).split())
