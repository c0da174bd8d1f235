"""An appeal, "I think my answer is right": the answer is set aside, and the case written down for who can judge it."""

from __future__ import annotations

from agnesi.study.ports import Log, Moment
from agnesi.version import __version__


def appeal(log: Log, now: Moment, *, id: str, answer: str) -> str:
    """Set the answer with the event id `answer` aside; what comes back is the case as text, to be sent by its owner.

    Raises LookupError where this learner gave no such answer.
    """
    given = log.event(answer)
    if given is None or given.kind != "answered":
        raise LookupError("There is no such answer to appeal.")
    body = given.body
    kept = {name: body.get(name) for name in ("exercise", "edition", "seed", "text", "reading", "verdict")}
    event, _ = log.append(id, "appealed", {"answer": answer, **kept, "versions": {"agnesi": __version__}}, now)
    return case(event.body)


def case(body: object) -> str:
    """An appeal as a few lines of text, without anything that names the learner."""
    fields = body if isinstance(body, dict) else dict(body)  # type: ignore[call-overload]
    return "\n".join(
        [
            f"Problem: {fields.get('exercise')}@{fields.get('edition')}:{fields.get('seed')}",
            f"Typed: {fields.get('text')}",
            f"Read as: {fields.get('reading')}",
            f"Told: {fields.get('verdict')}",
            f"Version: {(fields.get('versions') or {}).get('agnesi')}",
        ]
    )
