"""Who learns here: one local learner, whose uuid is made with the database and stands in every row of the log."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime

from agnesi.store.models import Learner
from agnesi.store.writing import told, writing


def learner() -> str:
    """The local learner's uuid; made where there is none yet."""
    with told():
        known = Learner.objects.order_by("made").values_list("id", flat=True).first()
    return known or _made()


def _made() -> str:
    with writing():
        known = Learner.objects.order_by("made").values_list("id", flat=True).first()
        if known:
            return known
        fresh = Learner.objects.create(id=str(uuid.uuid4()), made=datetime.now(UTC).isoformat(timespec="milliseconds"))
        return fresh.id
