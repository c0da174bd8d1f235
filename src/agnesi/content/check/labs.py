"""Labs are checked like lessons where they are alike: they can be read, and their cells run, after lab.py."""

from __future__ import annotations

from collections.abc import Iterator

from agnesi.content.blocks import CodeBlock
from agnesi.content.check.bench import Bench
from agnesi.content.check.fault import Fault
from agnesi.content.course import Course
from agnesi.content.labs import Lab
from agnesi.content.lesson import LessonError

RULE = "Each written lab can be read, and its cells print what it says, lab.py run first."


def faults(course: Course) -> Iterator[Fault]:
    """The first fault of each lab."""
    for lab in course.labs:
        if lab.written:
            with Bench() as bench:
                yield from (Fault(f"labs/{lab.id}", sentence) for sentence in _sentences(lab, bench))


def _sentences(lab: Lab, bench: Bench) -> Iterator[str]:
    try:
        cells = list(lab.lesson.of(CodeBlock))
    except LessonError as error:
        yield f"lab.md cannot be read: {error}"
        return
    if stopped := bench.cell(lab.code).error:
        yield f"lab.py stops with {stopped}"
        return
    for cell in cells:
        printed = bench.cell(cell.code)
        if printed.error:
            yield f"line {cell.line}: the cell stops with {printed.error}"
            return
        if cell.expected and tuple(map(str.strip, printed.lines)) != tuple(map(str.strip, cell.expected)):
            yield f"line {cell.line}: the cell prints {' / '.join(printed.lines)}"
            return
