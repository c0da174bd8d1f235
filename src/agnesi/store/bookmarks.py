"""The concepts that a learner wants to find again."""

from __future__ import annotations

from datetime import UTC, datetime

from agnesi.store import chain
from agnesi.store.models import Bookmark
from agnesi.store.writing import told, writing


def all(learner: str) -> list[str]:
    """The ids of this learner's bookmarked concepts, the latest first."""
    with told():
        return list(Bookmark.objects.filter(learner=learner).order_by("-at").values_list("concept", flat=True))


def add(learner: str, concept: str) -> None:
    """Bookmark `concept`; once is enough."""
    at = datetime.now(UTC).isoformat(timespec="milliseconds")
    with writing():
        if not Bookmark.objects.filter(learner=learner, concept=concept).exists():
            Bookmark.objects.create(learner=learner, concept=concept, at=at, seal=chain.seal(learner, concept, at))


def remove(learner: str, concept: str) -> None:
    """Forget the bookmark, where there is one."""
    with writing():
        Bookmark.objects.filter(learner=learner, concept=concept).delete()
