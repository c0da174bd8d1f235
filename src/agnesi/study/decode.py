"""A formula from a paper for one learner: its signs explained, the concepts it needs, those lacking, the way there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from agnesi.content import decoding
from agnesi.content.course import Course
from agnesi.content.decoding import Decoded
from agnesi.learner.state import State
from agnesi.study.path import Path, path
from agnesi.study.standing import learned


@dataclass(frozen=True, slots=True)
class Understood:
    """`lacking` are the concepts of the formula that are not learned yet; `path` leads to all of them."""

    formula: Decoded
    lacking: tuple[str, ...]
    path: Path


def decode(course: Course, tex: str, state: State | None = None, day: date | None = None) -> Understood:
    """Explain `tex`, and say what this learner (somebody new, where no state is given) lacks for it. Never raises."""
    formula = decoding.decode(course, tex)
    held = learned(course, state or State())
    lacking = tuple(id for id in formula.concepts if id not in held)
    return Understood(formula, lacking, path(course, lacking, state, day))
