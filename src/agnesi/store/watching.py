"""What the background knows of the database: the whole of it is checked after the start, and backed up once a day."""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from agnesi.home import settings
from agnesi.store.backing_up import backup, backups
from agnesi.store.errors import StoreError
from agnesi.store.sqlite.checking import check

_LOG = logging.getLogger("agnesi.store")
A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Health:
    """`checked`: the whole database was looked at since the start; `faults`: what was found, in sentences."""

    checked: bool = False
    faults: tuple[str, ...] = ()


_health = Health()


def health() -> Health:
    """What is known now."""
    return _health


def watch() -> threading.Thread:
    """Check the whole database in a thread of its own; then, where it is sound and a day has passed, back it up."""
    thread = threading.Thread(target=_look, name="agnesi-health", daemon=True)
    thread.start()
    return thread


def _look() -> None:
    global _health
    found = check(settings().database)
    _health = Health(True, found.faults)
    for fault in found.faults:
        _LOG.error("%s", fault)
    if found.events and not found.faults and _a_day_has_passed():
        try:
            backup()
        except StoreError as error:
            _LOG.error("%s", error)
            _health = Health(True, (str(error),))


def _a_day_has_passed() -> bool:
    last = next(iter(backups()), None)
    return last is None or datetime.now(UTC) - datetime.fromisoformat(last.at) > A_DAY
