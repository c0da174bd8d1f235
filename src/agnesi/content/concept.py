"""One concept: what the plan says of it, and what its folder holds, opened when first asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from agnesi.authoring import Contrast, Guess, Proof
from agnesi.content import declarations, lesson
from agnesi.content.declarations import Declarations
from agnesi.content.front import Front
from agnesi.content.lesson import Lesson
from agnesi.content.plan import Planned
from agnesi.exercise.problem import Exercise

PICTURES = (".svg", ".png", ".jpg", ".webp")
"""Endings of the files of a folder that have an address in the app, beside figure.js."""


@dataclass(frozen=True)
class Concept:
    """A place of the roadmap. `folder` is where it is, or will be, written.

    The lesson and the exercises are read when first asked for and then kept; LessonError, DeclarationError and
    whatever an author's code raises come from there. Of a concept that is not written both are empty.
    """

    planned: Planned
    folder: Path
    written: bool

    @property
    def id(self) -> str:
        """The slug, which never changes."""
        return self.planned.id

    @property
    def title(self) -> str:
        """What it is called."""
        return self.planned.title

    @property
    def area(self) -> str:
        """The id of its area."""
        return self.planned.area

    @property
    def level(self) -> int:
        """1 school, 2 first steps, 3 core, 4 advanced, 5 capstone or graduate."""
        return self.planned.level

    @property
    def wave(self) -> int:
        """1 to 3: the order of writing."""
        return self.planned.wave

    @property
    def prerequisites(self) -> tuple[str, ...]:
        """The concepts it needs directly."""
        return self.planned.prerequisites

    @property
    def outcomes(self) -> tuple[str, ...]:
        """What a learner can do after it: sentences that begin with "You can"."""
        return self.planned.outcomes

    @property
    def ml(self) -> str:
        """Where machine learning uses it, in one sentence."""
        return self.planned.ml

    @cached_property
    def lesson(self) -> Lesson:
        """The lesson in blocks. Raises LessonError with the line that cannot be read."""
        if not self.written:
            return Lesson(Front(), ())
        return lesson.read((self.folder / "lesson.md").read_text("utf-8"))

    @property
    def exercises(self) -> Mapping[str, Exercise]:
        """Exercises by name, in the order of exercises.py."""
        return self._declared.exercises

    @property
    def guesses(self) -> Mapping[str, Guess]:
        """Guesses by name."""
        return self._declared.guesses

    @property
    def contrasts(self) -> Mapping[str, Contrast]:
        """Contrasts by name."""
        return self._declared.contrasts

    @property
    def proofs(self) -> Mapping[str, Proof]:
        """Proofs by name."""
        return self._declared.proofs

    @property
    def figure(self) -> Path | None:
        """The figure module, where there is one."""
        path = self.folder / "figure.js"
        return path if self.written and path.is_file() else None

    def asset(self, name: str) -> Path | None:
        """The file that the app may send under this name: figure.js or a picture of the folder, nothing else."""
        path = self.folder / name
        allowed = name == "figure.js" or path.suffix in PICTURES
        fits = allowed and path.parent == self.folder and path.is_file()
        return path if fits and path.resolve().parent == self.folder.resolve() else None

    @cached_property
    def _declared(self) -> Declarations:
        path = self.folder / "exercises.py"
        return declarations.read(path, self.id) if self.written and path.is_file() else Declarations()
