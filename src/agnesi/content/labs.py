"""Labs, each the capstone of a goal: `labs/NAME/lab.md`, with the data and the checks of its steps in `lab.py`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from agnesi.content import lesson
from agnesi.content.front import Front
from agnesi.content.lesson import Lesson
from agnesi.content.plan import PlannedLab


@dataclass(frozen=True)
class Lab:
    """One lab, written or planned."""

    planned: PlannedLab
    folder: Path
    written: bool

    @property
    def id(self) -> str:
        """The slug."""
        return self.planned.id

    @property
    def title(self) -> str:
        """What it is called."""
        return self.planned.title

    @property
    def goal(self) -> str:
        """The goal that it crowns."""
        return self.planned.goal

    @property
    def prerequisites(self) -> tuple[str, ...]:
        """The concepts it builds on."""
        return self.planned.prerequisites

    @cached_property
    def lesson(self) -> Lesson:
        """Its page in blocks, written like a lesson. Raises LessonError with the line that cannot be read."""
        if not self.written:
            return Lesson(Front(), ())
        return lesson.read((self.folder / "lab.md").read_text("utf-8"))

    @cached_property
    def code(self) -> str:
        """The source of lab.py, with which the lab's kernel begins; empty where there is none."""
        path = self.folder / "lab.py"
        return path.read_text("utf-8") if self.written and path.is_file() else ""


def lab(course: Path, planned: PlannedLab) -> Lab:
    """The lab that the plan of the course in this folder speaks of."""
    folder = course / "labs" / planned.id.replace("-", "_")
    return Lab(planned, folder, (folder / "lab.md").is_file())
