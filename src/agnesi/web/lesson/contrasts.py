"""Pairs to sort: shown one after the other with their sides mixed, told only once sorted."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from agnesi.content.blocks import ContrastBlock
from agnesi.content.concept import Concept
from agnesi.exercise.answers.options import mixed, opaque


def shown(concept: Concept, name: str, text: str, everything: bool = False) -> dict[str, Any]:
    """The contrast as its template wants it: the first pair, or all of them sorted where everything is asked for."""
    contrast, label = concept.contrasts[name], f"{concept.id}/{name}"
    told: dict[str, Any] = {"contrast": label, "ask": contrast.ask, "count": len(contrast.pairs), "all": everything}
    if not everything:
        return told | {"pair": pair(concept, name, 1)}
    return told | {"pairs": [told_pair(concept, name, n, "") for n in range(1, len(contrast.pairs) + 1)], "text": text}


def pair(concept: Concept, name: str, number: int) -> dict[str, Any]:
    """Pair `number`, from 1, unsorted: sides and heaps under values that say nothing."""
    contrast, label = concept.contrasts[name], f"{concept.id}/{name}:{number}"
    one = contrast.pairs[number - 1]
    sides = mixed({"first": one.first, "second": one.second}, label)
    first, second = (opaque(label, f"heap {n}") for n in (0, 1))
    return {
        "number": number,
        "sides": [{"value": value, "text": text} for value, text in sides],
        "heaps": [
            {"value": first, "other": second, "label": contrast.labels[0]},
            {"value": second, "other": first, "label": contrast.labels[1]},
        ],
    }


def told_pair(concept: Concept, name: str, number: int, says: str, verdict: str = "noted") -> dict[str, Any]:
    """Pair `number` sorted, with its reason."""
    contrast = concept.contrasts[name]
    one = contrast.pairs[number - 1]
    shown_sides = mixed({"first": one.first, "second": one.second}, f"{concept.id}/{name}:{number}")
    heap = {one.first: contrast.labels[0], one.second: contrast.labels[1]}
    sides = [{"text": text, "label": heap[text]} for _value, text in shown_sides]
    return {"number": number, "sorted": sides, "because": one.because, "says": says, "verdict": verdict}


def sort(concept: Concept, name: str, number: int, side: str, heap: str) -> dict[str, Any]:
    """What becomes of pair `number` when the side `side` is put on the heap `heap`."""
    label = f"{concept.id}/{name}:{number}"
    is_first = side == opaque(label, "first")
    right = heap == opaque(label, "heap 0" if is_first else "heap 1")
    says = _("Right.") if right else _("Not so: it is the other way round.")
    return told_pair(concept, name, number, says, "right" if right else "wrong")


def shared(concept: Concept, name: str) -> str:
    """What the pairs share: the body of the block in the lesson."""
    return next((block.text for block in concept.lesson.of(ContrastBlock) if block.name == name), "")
