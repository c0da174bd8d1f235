"""What is believed of learners before the first answer: who knows what, by ability, prerequisites and holes.

A concept is known with probability (1 - hole) · sigmoid(steepness · (ability in its area - difficulty) + ease) when all
its prerequisites are known, and `gap` times as likely for each one that is not. Ability, steepness, holes and gaps
differ from learner to learner, so the law is a mixture over sizes and shapes of what people know; so are slips and
lucky answers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from agnesi.graph import Graph

Array = NDArray[np.float32]
Places = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Texture:
    """How closely what somebody knows keeps to the prerequisites."""

    hole: float
    gap: float
    weight: float


@dataclass(frozen=True, slots=True)
class Mixture:
    """The parts of the law. Difficulty runs from 0 (needs nothing) to 1 (the longest chain); abilities share its scale.

    `temper` is the power that an answer's likelihood is raised to; `doubt` the share of belief that is held back for
    learners of a kind that this law does not know.
    """

    abilities: tuple[float, ...] = tuple(-0.25 + 0.1 * i for i in range(17))
    area_spread: float = 0.15
    steepness: tuple[float, ...] = (10.0, 22.0, 40.0)
    ease: float = 2.0
    textures: tuple[Texture, ...] = (Texture(0.005, 0.02, 0.6), Texture(0.02, 0.1, 0.25), Texture(0.07, 0.4, 0.15))
    slips: tuple[float, ...] = (0.03, 0.08, 0.14, 0.22)
    lucky: tuple[float, ...] = (0.0, 0.05, 0.1, 0.18)
    admits: float = 0.5
    admits_wrongly: float = 0.03
    temper: float = 1.0
    doubt: float = 0.04


@dataclass(frozen=True)
class Law:
    """The mixture on one graph, as tables: concepts in `ids` order, n of them; `needs` are the places of prerequisites.

    `slots[i]` are the concepts that have an i-th prerequisite, and those prerequisites: sums over prerequisites take a
    few whole-row additions. `belongs` (areas, n) marks the concepts of each area; `chances[c, s, a]` is sigmoid(...)
    for concept c, steepness s and ability a; `classes` are groups of concepts of which none is prerequisite of another
    or shares a dependent with it, so that a group can be moved at once.
    """

    mixture: Mixture
    ids: tuple[str, ...]
    area: Places
    areas: int
    belongs: Array
    chances: Array
    needs: tuple[tuple[int, ...], ...]
    slots: tuple[tuple[Places, Places], ...] = field(repr=False)
    classes: tuple[Class, ...] = field(repr=False)

    @property
    def size(self) -> int:
        """The number of concepts."""
        return len(self.ids)


@dataclass(frozen=True)
class Class:
    """Concepts that are moved together: `own` are their places; edge e leads from `own[row[e]]` to the concept `to[e]`.

    `slots[i]` are the rows that have an i-th edge, and those edges.
    """

    own: Places
    row: Places
    to: Places
    slots: tuple[tuple[Places, Places], ...]

    def only(self, moving: NDArray[np.bool_]) -> Class:
        """The same for those of its concepts that are `moving` (a mask over all concepts)."""
        stay = moving[self.own]
        if stay.all():
            return self
        edge_stays = stay[self.row]
        row_at, edge_at = np.cumsum(stay) - 1, np.cumsum(edge_stays) - 1
        slots = [(rows[stay[rows]], edges[stay[rows]]) for rows, edges in self.slots]
        return Class(
            self.own[stay],
            row_at[self.row[edge_stays]],
            self.to[edge_stays],
            tuple((row_at[rows], edge_at[edges]) for rows, edges in slots if len(rows)),
        )


def law(graph: Graph, wanted: Sequence[str], area_of: Mapping[str, str], mixture: Mixture | None = None) -> Law:
    """The law over `wanted`, which is closed under prerequisites; `area_of` maps concepts to their fields."""
    mix = mixture or Mixture()
    ids = tuple(concept for concept in graph.order if concept in set(wanted))
    place = {concept: i for i, concept in enumerate(ids)}
    needs = [[place[need] for need in graph.prerequisites(concept)] for concept in ids]
    depth: list[int] = []
    for parents in needs:
        depth.append(1 + max((depth[p] for p in parents), default=-1))
    longest = max(_longest(graph), 1)
    names = sorted({area_of.get(concept, "") for concept in ids})
    difficulty = np.array(depth, np.float64) / longest
    slopes, abilities = np.array(mix.steepness), np.array(mix.abilities)
    logits = slopes[None, :, None] * (abilities[None, None, :] - difficulty[:, None, None]) + mix.ease
    area = np.array([names.index(area_of.get(concept, "")) for concept in ids], np.intp)
    return Law(
        mix,
        ids,
        area,
        len(names),
        (np.arange(len(names))[:, None] == area).astype(np.float32),
        (1 / (1 + np.exp(-logits))).astype(np.float32),
        tuple(tuple(parents) for parents in needs),
        _slots(needs),
        _classes(needs),
    )


def _longest(graph: Graph) -> int:
    depth: list[int] = []
    for parents in graph.parents:
        depth.append(1 + max((depth[p] for p in parents), default=-1))
    return max(depth, default=0)


def _classes(needs: Sequence[Sequence[int]]) -> tuple[Class, ...]:
    """A colouring of the moral graph, first fit from the most entangled concept on."""
    near: list[set[int]] = [set() for _ in needs]
    children: list[list[int]] = [[] for _ in needs]
    for child, parents in enumerate(needs):
        for parent in parents:
            children[parent].append(child)
            near[parent] |= {child, *parents} - {parent}
            near[child].add(parent)
    colour: dict[int, int] = {}
    for concept in sorted(range(len(needs)), key=lambda c: (-len(near[c]), c)):
        taken = {colour[other] for other in near[concept] if other in colour}
        colour[concept] = next(i for i in range(len(needs) + 1) if i not in taken)
    groups = [sorted(c for c in colour if colour[c] == i) for i in range(max(colour.values(), default=-1) + 1)]
    return tuple(_class(group, children) for group in groups)


def _class(own: Sequence[int], children: Sequence[Sequence[int]]) -> Class:
    pairs = [(row, child) for row, concept in enumerate(own) for child in children[concept]]
    edges: list[list[int]] = [[] for _ in own]
    for edge, (row, _) in enumerate(pairs):
        edges[row].append(edge)
    return Class(
        np.array(own, np.intp),
        np.array([row for row, _ in pairs], np.intp),
        np.array([child for _, child in pairs], np.intp),
        _slots(edges),
    )


def _slots(lists: Sequence[Sequence[int]]) -> tuple[tuple[Places, Places], ...]:
    """For i = 0, 1, ...: which lists have an i-th entry, and what it is."""
    longest = max((len(each) for each in lists), default=0)
    rows = [[row for row, each in enumerate(lists) if len(each) > i] for i in range(longest)]
    return tuple(
        (np.array(having, np.intp), np.array([lists[row][i] for row in having], np.intp))
        for i, having in enumerate(rows)
    )
