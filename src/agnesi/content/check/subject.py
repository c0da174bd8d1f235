"""What a rule looks at: one concept, its problems drawn once for all rules, and someone who runs code."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from agnesi.content.check.bench import Bench
from agnesi.content.check.fault import Fault
from agnesi.content.concept import Concept
from agnesi.content.course import Course
from agnesi.content.lesson import Lesson
from agnesi.exercise.problem import Exercise, Problem

VARIETY = 200
"""How many problems variety is counted over."""


@dataclass
class Subject:
    """One concept under check. `seeds` is how many problems of each exercise are answered.

    The lists of lines are filled by the rule that follows solutions: how many steps there were, and how many could be
    decided.
    """

    course: Course
    concept: Concept
    seeds: int
    bench: Bench
    lines: int = 0
    decided: int = 0
    _drawn: dict[tuple[str, int], Problem | Exception] = field(default_factory=dict)

    @property
    def lesson(self) -> Lesson:
        """The lesson, which could be read: rules run only then."""
        return self.concept.lesson

    @property
    def exercises(self) -> tuple[Exercise, ...]:
        """The exercises in the order of the file."""
        return tuple(self.concept.exercises.values())

    @cached_property
    def ancestors(self) -> frozenset[str]:
        """All that the concept needs."""
        return self.course.graph.ancestors([self.concept.id])

    def draw(self, exercise: Exercise, seed: int) -> Problem | Exception:
        """The problem of a seed, or what its author's code raised."""
        key = exercise.name, seed
        if key not in self._drawn:
            try:
                self._drawn[key] = exercise.problem(seed)
            except Exception as error:  # an author's code may raise anything; the rule `draws` reports it
                self._drawn[key] = error
        return self._drawn[key]

    def drawn(self, exercise: Exercise, seeds: int | None = None) -> Iterator[tuple[int, Problem]]:
        """The problems that are answered (or the first `seeds`), with their seeds, and those of worked examples."""
        for seed in [*range(self.seeds if seeds is None else seeds), *self._examples(exercise)]:
            problem = self.draw(exercise, seed)
            if isinstance(problem, Problem):
                yield seed, problem

    def all_drawn(self) -> Iterator[tuple[Exercise, int, Problem]]:
        """Every problem that is answered, of every exercise."""
        return ((exercise, seed, problem) for exercise in self.exercises for seed, problem in self.drawn(exercise))

    def fault(self, sentence: str, exercise: str = "", seed: int | None = None, line: int = 0) -> Fault:
        """A fault of this concept, at one of its exercises and seeds, or at a line of its lesson."""
        place = f"{self.concept.id}/{exercise}" if exercise else self.concept.id
        if seed is not None:
            place += f": seed {seed}"
        if line:
            place += f": line {line}"
        return Fault(place, sentence)

    def _examples(self, exercise: Exercise) -> list[int]:
        from agnesi.content.blocks import ExampleBlock

        return [block.seed for block in self.lesson.of(ExampleBlock) if block.exercise == exercise.name]
