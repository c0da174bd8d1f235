"""The plan of a course, `plan.yaml`, as values: areas, concepts, goals and labs, before any folder is opened."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml


class PlanError(ValueError):
    """The plan cannot be used; the message says where and what is wanted there."""


@dataclass(frozen=True, slots=True)
class Area:
    """A field of mathematics: one country of the roadmap."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Planned:
    """What the plan says of one concept. `level` is 1 (school) to 5 (graduate); `wave` 1 to 3 orders the writing."""

    id: str
    title: str
    area: str
    level: int
    wave: int
    prerequisites: tuple[str, ...]
    outcomes: tuple[str, ...]
    ml: str


@dataclass(frozen=True, slots=True)
class Goal:
    """Something worth reaching: the concepts to own. Its path is all that they need."""

    id: str
    title: str
    concepts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlannedLab:
    """What the plan says of one lab: the goal it crowns and what it needs."""

    id: str
    title: str
    goal: str
    prerequisites: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """The whole roadmap. `aliases` maps names that concepts once had to those they have.

    `withdrawn` holds exercises found wrong, as `slug/name@edition`.
    """

    areas: tuple[Area, ...]
    concepts: tuple[Planned, ...]
    goals: tuple[Goal, ...]
    labs: tuple[PlannedLab, ...] = ()
    aliases: Mapping[str, str] = field(default_factory=dict)
    withdrawn: frozenset[str] = frozenset()
    title: str = ""
    version: int = 1


def load(path: Path) -> Plan:
    """The plan in the file `path`, parsed once for each state of the file. Raises PlanError with a place."""
    try:
        stamp = path.stat().st_mtime_ns
    except FileNotFoundError:
        raise PlanError(f"{path.parent} holds no plan.yaml, so it is no course") from None
    return _load(path, stamp)


@lru_cache(maxsize=4)
def _load(path: Path, stamp: int) -> Plan:
    try:
        raw = yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)
    except yaml.YAMLError as error:
        raise PlanError(f"{path.name} is not YAML: {' '.join(str(error).split())}") from None
    if not isinstance(raw, dict):
        raise PlanError(f"{path.name} is empty: it wants areas, concepts and goals")
    return Plan(
        areas=tuple(
            Area(_text(one, "id", "an area"), _text(one, "title", "an area")) for one in _list(raw, "areas", "the plan")
        ),
        concepts=tuple(_concept(one) for one in _list(raw, "concepts", "the plan")),
        goals=tuple(_goal(one) for one in _list(raw, "goals", "the plan", needed=False)),
        labs=tuple(_lab(one) for one in _list(raw, "labs", "the plan", needed=False)),
        aliases={str(old): str(new) for old, new in (raw.get("aliases") or {}).items()},
        withdrawn=frozenset(map(str, _list(raw, "withdrawn", "the plan", needed=False))),
        title=str(raw.get("title", "")),
        version=int(raw.get("version", 1)),
    )


def _concept(raw: Any) -> Planned:
    id = _text(raw, "id", "a concept")
    return Planned(
        id=id,
        title=_text(raw, "title", id),
        area=_text(raw, "area", id),
        level=int(raw.get("level", 3)),
        wave=int(raw.get("wave", 3)),
        prerequisites=_texts(raw, "prerequisites", id),
        outcomes=_texts(raw, "outcomes", id),
        ml=str(raw.get("ml", "")),
    )


def _goal(raw: Any) -> Goal:
    id = _text(raw, "id", "a goal")
    return Goal(id, _text(raw, "title", id), _texts(raw, "concepts", id))


def _lab(raw: Any) -> PlannedLab:
    id = _text(raw, "id", "a lab")
    return PlannedLab(id, _text(raw, "title", id), _text(raw, "goal", id), _texts(raw, "prerequisites", id))


def _text(raw: Any, key: str, where: str) -> str:
    if not isinstance(raw, dict) or not isinstance(raw.get(key), str) or not raw[key].strip():
        raise PlanError(f"plan.yaml: {where} has no {key}")
    return str(raw[key]).strip()


def _list(raw: dict[str, Any], key: str, where: str, *, needed: bool = True) -> list[Any]:
    value = raw.get(key)
    if value is None and not needed:
        return []
    if not isinstance(value, list):
        raise PlanError(f"plan.yaml: {where} wants a list called {key}")
    return value


def _texts(raw: dict[str, Any], key: str, where: str) -> tuple[str, ...]:
    values = _list(raw, key, where)
    if not all(isinstance(value, str) for value in values):
        raise PlanError(f"plan.yaml: {key} of {where} wants texts only; put quotes around what YAML reads otherwise")
    return tuple(values)
