"""Concepts that passed and have not changed since: their counts, kept under the hash of folder and engine."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from functools import cache
from pathlib import Path

from agnesi.content.cache import folder
from agnesi.content.check.browser import NoBrowserError, kit_file
from agnesi.content.check.fault import Counts
from agnesi.content.concept import Concept
from agnesi.content.course import Course
from agnesi.content.shelf import Shelf

ROOMS = ("maths", "exercise", "graph", "authoring", "content")


def key(course: Course, concept: Concept, seeds: int, looked: bool) -> str:
    """What a pass depends on: engine, plan around the concept, notation, editions, folder, seeds, browser."""
    written = [one for one in sorted(course.graph.ancestors([concept.id])) if course.concept(one).written]
    known = json.dumps([repr(concept.planned), written, list(course.graph.order), seeds, looked])
    digest = hashlib.sha256(f"{_engine()}{_kit() if looked else ''}{known}".encode())
    for path in (course.folder / "notation.toml", *sorted(concept.folder.iterdir())):
        if path.is_file():
            digest.update(path.name.encode() + path.read_bytes())
    digest.update(_editions(course, concept).encode())
    return digest.hexdigest()


def passed(keys: list[str]) -> dict[str, Counts]:
    """The counts of those that passed before."""
    return {one: Counts(**json.loads(text)) for one, text in _shelf().get(keys).items()}


def keep(passes: dict[str, Counts]) -> None:
    """Remember these passes."""
    _shelf().put({one: json.dumps(asdict(counts)) for one, counts in passes.items()})


def _shelf() -> Shelf:
    return Shelf(folder() / "checks.sqlite3")


def _editions(course: Course, concept: Concept) -> str:
    path = course.folder / "editions.json"
    if not path.is_file():
        return ""
    return "\n".join(line for line in path.read_text("utf-8").splitlines() if f'"{concept.id}/' in line)


@cache
def _engine() -> str:
    root = Path(__file__).parents[2]
    digest = hashlib.sha256()
    for room in ROOMS:
        for path in sorted((root / room).rglob("*.py")) + sorted((root / room).rglob("*.js")):
            digest.update(path.read_bytes())
    return digest.hexdigest()


@cache
def _kit() -> str:
    try:
        return kit_file().name
    except NoBrowserError:
        return ""
