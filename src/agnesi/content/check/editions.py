"""The recorded digests of the course's problems, `editions.json`: read, compared, written by `agnesi check --record`.

A recording made by the version of the program that is still being written may be replaced; one that was released is
kept, and the exercise must raise its edition to change.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from agnesi.content.check.digest import digest
from agnesi.content.check.subject import Subject
from agnesi.content.course import Course
from agnesi.exercise.problem import Exercise, Problem
from agnesi.version import __version__

SEEDS = range(10)


@dataclass(frozen=True, slots=True)
class Entry:
    """What is recorded of one exercise: its edition, the digest of ten problems, the version that recorded it."""

    edition: int
    digest: str
    version: str = __version__


def recorded(course: Course) -> Mapping[str, Entry]:
    """What is recorded, by `slug/name`."""
    path = course.folder / "editions.json"
    if not path.is_file():
        return {}
    return {name: Entry(*entry) for name, entry in json.loads(path.read_text("utf-8")).items()}


def now(subject: Subject, exercise: Exercise) -> Entry:
    """What would be recorded of an exercise as it is."""
    drawn = [subject.draw(exercise, seed) for seed in SEEDS]
    text = " ".join(digest(one) if isinstance(one, Problem) else "-" for one in drawn)
    return Entry(exercise.edition, hashlib.sha256(text.encode()).hexdigest()[:16])


def record(course: Course, subjects: Iterable[Subject]) -> None:
    """Record what is new, raised, or was recorded since the last release; of the rest the check complains."""
    entries = dict(recorded(course))
    for subject in subjects:
        for exercise in subject.exercises:
            name, here = f"{subject.concept.id}/{exercise.name}", now(subject, exercise)
            old = entries.get(name)
            if old is None or here.edition > old.edition or old.version == __version__:
                entries[name] = here
    lines = [f"  {json.dumps(name)}: {json.dumps(_row(entries[name]))}" for name in sorted(entries)]
    (course.folder / "editions.json").write_text("{\n" + ",\n".join(lines) + "\n}\n", "utf-8")


def _row(entry: Entry) -> list[object]:
    return [entry.edition, entry.digest, entry.version]
