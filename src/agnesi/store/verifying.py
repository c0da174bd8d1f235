"""`agnesi verify`: the whole database checked, and each learner's state compared with a replay of the log."""

from __future__ import annotations

import time
from dataclasses import dataclass

from agnesi.home import settings
from agnesi.learner.fold import refold
from agnesi.learner.state import OutdatedError, State
from agnesi.store.errors import StoreError
from agnesi.store.log import DatabaseLog
from agnesi.store.models import Learner
from agnesi.store.models import State as StateRow
from agnesi.store.sqlite.checking import check
from agnesi.store.sqlite.format import format_of, refuse_newer
from agnesi.store.writing import told


@dataclass(frozen=True, slots=True)
class Verified:
    """What was found: counts, a hash over the whole log, and the faults, each one sentence; none means sound."""

    learners: int
    events: int
    digest: str
    faults: tuple[str, ...]
    seconds: float


def verify() -> Verified:
    """Check structure, chains and seals of the database, and that each kept state equals the replay of its log.

    Damage is told in `faults`; StoreError only where there is no database, or it is a newer one's.
    """
    start, path = time.monotonic(), settings().database
    if not path.exists():
        raise StoreError(f"There is no database at {path}; `agnesi start` makes one.")
    faults: tuple[str, ...]
    try:
        refuse_newer(path, format_of(path))
        found = check(path)
        faults = found.faults or _replayed()
        counts = (found.learners, found.events, found.digest)
    except StoreError as error:
        if not path.exists() or "newer" in str(error):
            raise
        faults, counts = (str(error),), (0, 0, "")
    return Verified(*counts, faults, time.monotonic() - start)


def _replayed() -> tuple[str, ...]:
    """The learners whose kept state differs from the replay of their log."""
    faults = []
    with told():
        for learner in Learner.objects.values_list("id", flat=True):
            row = StateRow.objects.filter(learner=learner).first()
            log = DatabaseLog(learner)
            try:
                kept = State.from_json(row.body) if row else None
            except (OutdatedError, KeyError, TypeError, ValueError):
                continue  # of another version, or damaged: it is made anew on the next visit
            replayed = refold(log.events())
            if kept is not None and kept.seq == replayed.seq and kept.to_json() != replayed.to_json():
                faults.append(
                    f"The state of learner {learner} is not what replaying the log gives; the next visit renews it."
                )
    return tuple(faults)
