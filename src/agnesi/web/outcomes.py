"""Which of a concept's promises have been proved.

An outcome is, once an exercise that tests it was right at the first try.
"""

from __future__ import annotations

from agnesi.content.concept import Concept
from agnesi.learner.state import State


def proved(concept: Concept, state: State) -> list[int]:
    """The numbers, from 1, of the outcomes that were proved."""
    if not concept.written:
        return []
    right = [one for name, one in concept.exercises.items() if state.practice(f"{concept.id}/{name}").right]
    return sorted({number for exercise in right for number in exercise.tests})


def outcomes(concept: Concept, state: State) -> list[dict[str, str]]:
    """Each outcome's sentence with its state, `proved` or `open`."""
    known = proved(concept, state)
    return [
        {"text": text, "state": "proved" if number in known else "open"}
        for number, text in enumerate(concept.outcomes, 1)
    ]
