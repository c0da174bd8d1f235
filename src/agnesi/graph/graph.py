"""The graph of prerequisites, immutable: every question about what comes before what is answered here."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence


class CycleError(ValueError):
    """The prerequisites go round in a circle; `concepts` names it, each needing the next, the last the first."""

    def __init__(self, concepts: Sequence[str]) -> None:
        self.concepts = tuple(concepts)
        super().__init__("the prerequisites go round in a circle: " + " needs ".join((*concepts, concepts[0])))


class UnknownConceptError(KeyError):
    """A prerequisite or a goal that is no concept of this graph."""

    def __init__(self, concept: str, needed_by: str = "") -> None:
        self.concept = concept
        super().__init__(
            f"{needed_by} needs {concept}, which is no concept" if needed_by else f"{concept} is no concept"
        )

    def __str__(self) -> str:
        return str(self.args[0])


class Graph:
    """Concepts and their direct prerequisites, free of circles.

    `order` holds every concept after all that it needs, level by level, each in the order of the plan. `index` is the
    place of each concept in `order`; `parents` and `children` are the same edges as places, for arithmetic.
    """

    def __init__(self, prerequisites: Mapping[str, Sequence[str]]) -> None:
        """Raises `CycleError` naming one circle, or `UnknownConceptError` for a prerequisite that is no concept."""
        self._needs = {concept: tuple(dict.fromkeys(needs)) for concept, needs in prerequisites.items()}
        for concept, needs in self._needs.items():
            for need in needs:
                if need not in self._needs:
                    raise UnknownConceptError(need, concept)
        opens: dict[str, list[str]] = {concept: [] for concept in self._needs}
        for concept, needs in self._needs.items():
            for need in needs:
                opens[need].append(concept)
        self._opens = {concept: tuple(later) for concept, later in opens.items()}
        self.order: tuple[str, ...] = _order(self._needs)
        self.index: dict[str, int] = {concept: place for place, concept in enumerate(self.order)}
        self.parents = tuple(tuple(self.index[need] for need in self._needs[concept]) for concept in self.order)
        self.children = tuple(tuple(sorted(self.index[c] for c in self._opens[concept])) for concept in self.order)

    def __contains__(self, concept: object) -> bool:
        return concept in self._needs

    def __len__(self) -> int:
        return len(self.order)

    def prerequisites(self, concept: str) -> tuple[str, ...]:
        """What `concept` needs directly, in the plan's order."""
        return self._needs[concept]

    def dependents(self, concept: str) -> tuple[str, ...]:
        """What needs `concept` directly, in the plan's order."""
        return self._opens[concept]

    def ancestors(self, ids: str | Iterable[str]) -> frozenset[str]:
        """All that the concepts of `ids` need; one of `ids` itself only where another of them needs it."""
        return self._reach(ids, self._needs)

    def descendants(self, ids: str | Iterable[str]) -> frozenset[str]:
        """All that needs one of `ids`, directly or not."""
        return self._reach(ids, self._opens)

    def closure(self, ids: str | Iterable[str]) -> frozenset[str]:
        """The concepts of `ids` and all that they need."""
        names = _names(ids)
        return self.ancestors(names) | frozenset(names)

    def path(self, goal: str | Iterable[str], known: Collection[str] = ()) -> tuple[str, ...]:
        """What is still to be learned for `goal`, each concept just before what first needs it.

        What is known is left out, and so is what only the known needs.
        """
        known = frozenset(known)
        path: dict[str, None] = {}
        stack = [(concept, False) for concept in sorted(_names(goal), key=self._place, reverse=True)]
        while stack:
            concept, ready = stack.pop()
            if ready:
                path.setdefault(concept)
            elif concept not in known and concept not in path:
                stack.append((concept, True))
                needs = sorted(self._needs[concept], key=self.index.__getitem__, reverse=True)
                stack += [(need, False) for need in needs]
        return tuple(path)

    def frontier(self, known: Collection[str]) -> tuple[str, ...]:
        """What can be learned next: concepts not known, all of whose prerequisites are known."""
        known = frozenset(known)
        return tuple(c for c in self.order if c not in known and known.issuperset(self._needs[c]))

    def _place(self, concept: str) -> int:
        try:
            return self.index[concept]
        except KeyError:
            raise UnknownConceptError(concept) from None

    def _reach(self, ids: str | Iterable[str], edges: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
        reached: set[str] = set()
        ahead = list(_names(ids))
        while ahead:
            concept = ahead.pop()
            if concept not in edges:
                raise UnknownConceptError(concept)
            fresh = [near for near in edges[concept] if near not in reached]
            reached.update(fresh)
            ahead += fresh
        return frozenset(reached)


def _names(ids: str | Iterable[str]) -> tuple[str, ...]:
    return (ids,) if isinstance(ids, str) else tuple(ids)


def _order(needs: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Every concept after its prerequisites, level by level, each level in the plan's order."""
    placed: dict[str, None] = {}
    waiting = list(needs)
    while waiting:
        ready = [concept for concept in waiting if all(need in placed for need in needs[concept])]
        if not ready:
            raise CycleError(_circle(needs, waiting))
        placed.update(dict.fromkeys(ready))
        waiting = [concept for concept in waiting if concept not in placed]
    return tuple(placed)


def _circle(needs: Mapping[str, tuple[str, ...]], waiting: Collection[str]) -> list[str]:
    """One circle among concepts that each need another of them: walk back until a place returns."""
    inside = set(waiting)
    walk = [next(iter(waiting))]
    while True:
        before = next(need for need in needs[walk[-1]] if need in inside)
        if before in walk:
            return walk[walk.index(before) :]
        walk.append(before)
