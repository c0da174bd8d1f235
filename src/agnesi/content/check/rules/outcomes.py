"""The plan promises outcomes; what no exercise tests is only promised."""

from __future__ import annotations

from collections.abc import Iterator

from agnesi.content.check.fault import Fault
from agnesi.content.check.subject import Subject

RULE = "Every outcome that the plan promises is tested by an exercise that says so."


def faults(subject: Subject) -> Iterator[Fault]:
    """Outcomes that nobody tests, and numbers of outcomes that are not there."""
    tested = {number for exercise in subject.exercises for number in exercise.tests}
    outcomes = subject.concept.outcomes
    for number, outcome in enumerate(outcomes, 1):
        if number not in tested:
            yield subject.fault(f"no exercise tests outcome {number}: {outcome}")
    for exercise in subject.exercises:
        for number in exercise.tests:
            if not 1 <= number <= len(outcomes):
                yield subject.fault(f"tests outcome {number}, and the plan has {len(outcomes)}", exercise.name)
        if not exercise.tests and exercise.kind != "recall":
            yield subject.fault("tests no outcome: say tests=(1,)", exercise.name)
