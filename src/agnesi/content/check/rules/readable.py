"""Before anything else: the lesson and the exercises of a concept can be opened."""

from __future__ import annotations

import traceback
from collections.abc import Iterator

from agnesi.content.check.fault import Fault
from agnesi.content.check.subject import Subject
from agnesi.content.lesson import LessonError
from agnesi.content.notation import NotationError

RULE = "The concept is written: lesson.md can be read, exercises.py can be imported, figure.js is there."


def faults(subject: Subject) -> Iterator[Fault]:
    """What stands in the way; nothing else is looked at then."""
    concept = subject.concept
    if not concept.written:
        yield subject.fault("is planned and not written: agnesi new makes its folder")
        return
    for name in ("exercises.py", "figure.js"):
        if not (concept.folder / name).is_file():
            yield subject.fault(f"has no {name}")
    try:
        _ = concept.lesson
    except LessonError as error:
        yield subject.fault(str(error))
    try:
        _ = concept.exercises
    except Exception as error:  # an author's module may raise anything
        yield subject.fault(f"exercises.py cannot be imported: {type(error).__name__}: {error}{_line(error)}")
    try:
        _ = subject.course.notation
    except NotationError as error:
        yield subject.fault(f"notation.toml cannot be used: {error}")


def _line(error: Exception) -> str:
    frames = [one for one in traceback.extract_tb(error.__traceback__) if one.filename.endswith("exercises.py")]
    return f" (line {frames[-1].lineno})" if frames else ""
