"""A course: the plan with its folders, and the graph, goals, notation and labs that belong to it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from importlib import import_module
from importlib.metadata import entry_points
from pathlib import Path

from agnesi.content import labs, notation, plan
from agnesi.content.concept import Concept
from agnesi.content.labs import Lab
from agnesi.content.notation import Notation
from agnesi.content.plan import Area, Goal, Plan, PlanError
from agnesi.graph import CycleError, Graph, UnknownConceptError


@dataclass(frozen=True)
class Course:
    """All concepts in the order of the plan. `folder` holds plan.yaml, notation.toml and one folder an area."""

    plan: Plan
    folder: Path
    concepts: tuple[Concept, ...]
    graph: Graph

    @staticmethod
    def load(path: Path | str | None = None) -> Course:
        """The course in the folder `path`; without it, the one that is installed (entry point `agnesi.courses`).

        Opens no concept. Raises PlanError where the plan cannot be used.
        """
        folder = Path(path).resolve() if path is not None else _installed()
        planned = plan.load(folder / "plan.yaml")
        try:
            graph = Graph({one.id: one.prerequisites for one in planned.concepts})
        except (CycleError, UnknownConceptError) as error:
            raise PlanError(f"plan.yaml: {error}") from None
        return Course(planned, folder, tuple(_concept(folder, one) for one in planned.concepts), graph)

    @property
    def areas(self) -> tuple[Area, ...]:
        """The areas in the order of the plan."""
        return self.plan.areas

    @property
    def goals(self) -> tuple[Goal, ...]:
        """The goals in the order of the plan."""
        return self.plan.goals

    @property
    def withdrawn(self) -> frozenset[str]:
        """Exercises found wrong, as `slug/name@edition`."""
        return self.plan.withdrawn

    @property
    def aliases(self) -> Mapping[str, str]:
        """Names that concepts once had, and those they have."""
        return self.plan.aliases

    @cached_property
    def notation(self) -> Notation:
        """What each symbol means, by area. Raises NotationError where notation.toml cannot be used."""
        return notation.load(self.folder / "notation.toml")

    @cached_property
    def labs(self) -> tuple[Lab, ...]:
        """The labs in the order of the plan, written or not."""
        return tuple(labs.lab(self.folder, one) for one in self.plan.labs)

    def concept(self, id: str) -> Concept:
        """The concept of this slug, or of a name it once had. Raises KeyError."""
        return self._by_id[self.plan.aliases.get(id, id)]

    def __contains__(self, id: object) -> bool:
        return id in self._by_id or id in self.plan.aliases

    def goal(self, id: str) -> Goal:
        """The goal of this id. Raises KeyError."""
        return self._goals[id]

    def area(self, id: str) -> Area:
        """The area of this id. Raises KeyError."""
        return next((area for area in self.areas if area.id == id), None) or _missing(id)

    def wanted(self, goal: str | Iterable[str] | None) -> tuple[str, ...]:
        """The concepts that a goal names: its id, a concept's id, a set of concepts, None for all. Raises KeyError."""
        if goal is None:
            return self.graph.order
        if isinstance(goal, str):
            return self._goals[goal].concepts if goal in self._goals else (self.concept(goal).id,)
        return tuple(self.concept(each).id for each in goal)

    def path(self, goal: str | Iterable[str] | None, known: Collection[str] = ()) -> tuple[str, ...]:
        """The ids still to be learned for a goal, each just before what first needs it. Raises KeyError."""
        return self.graph.path(self.wanted(goal), known)

    def reload(self, id: str) -> Course:
        """A course in which one concept is read anew from its folder, once its author has saved. Raises KeyError."""
        old = self.concept(id)
        fresh = _concept(self.folder, old.planned)
        return replace(self, concepts=tuple(fresh if each is old else each for each in self.concepts))

    @cached_property
    def _by_id(self) -> dict[str, Concept]:
        return {concept.id: concept for concept in self.concepts}

    @cached_property
    def _goals(self) -> dict[str, Goal]:
        return {goal.id: goal for goal in self.goals}


def _concept(root: Path, planned: plan.Planned) -> Concept:
    folder = root / planned.area.replace("-", "_") / planned.id.replace("-", "_")
    return Concept(planned, folder, (folder / "lesson.md").is_file())


def _installed() -> Path:
    names = [entry.value for entry in entry_points(group="agnesi.courses")] or ["agnesi_course"]
    package = import_module(names[0])
    assert package.__file__ is not None
    return Path(package.__file__).parent


def _missing(id: str) -> Area:
    raise KeyError(id)
