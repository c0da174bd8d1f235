"""What a learner wrote beside a concept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from agnesi.store import chain
from agnesi.store.models import Note as Row
from agnesi.store.writing import told, writing


@dataclass(frozen=True, slots=True)
class Note:
    """A text beside a concept; `at` is when it was last changed, UTC in ISO 8601."""

    concept: str
    text: str
    at: str


def all(learner: str) -> list[Note]:
    """Every note of this learner, the latest first."""
    with told():
        return [Note(row.concept, row.text, row.at) for row in Row.objects.filter(learner=learner).order_by("-at")]


def of(learner: str, concept: str) -> Note | None:
    """The note beside one concept."""
    with told():
        row = Row.objects.filter(learner=learner, concept=concept).first()
    return Note(row.concept, row.text, row.at) if row else None


def write(learner: str, concept: str, text: str) -> None:
    """Keep `text` as the note beside `concept`; an empty text removes it."""
    at = datetime.now(UTC).isoformat(timespec="milliseconds")
    with writing():
        kept = Row.objects.filter(learner=learner, concept=concept)
        kept.delete()
        if text:
            Row.objects.create(
                learner=learner, concept=concept, text=text, at=at, seal=chain.seal(learner, concept, text, at)
            )
