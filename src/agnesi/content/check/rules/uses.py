"""What an exercise uses is refreshed by it in memory; only what the learner has learned before can be."""

from __future__ import annotations

from collections.abc import Iterator

from agnesi.content.check.fault import Fault
from agnesi.content.check.subject import Subject

RULE = "What an exercise uses, or a mistake blames, is an ancestor, with a weight above 0 and at most 1."


def faults(subject: Subject) -> Iterator[Fault]:
    """Concepts used that do not come before this one, weights out of range, blame on strangers."""
    for exercise in subject.exercises:
        for concept, weight in exercise.uses.items():
            if concept not in subject.ancestors:
                yield subject.fault(f"uses {concept}, which is no ancestor of {subject.concept.id}", exercise.name)
            if not 0 < weight <= 1:
                yield subject.fault(f"uses {concept} with weight {weight}; it is above 0 and at most 1", exercise.name)
        blamed = {mistake.blames for _, problem in subject.drawn(exercise) for mistake in problem.mistakes}
        for concept in sorted(blamed - {"", subject.concept.id} - subject.ancestors):
            yield subject.fault(f"blames {concept}, which is no ancestor of {subject.concept.id}", exercise.name)
