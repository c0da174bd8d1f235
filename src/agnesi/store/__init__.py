"""The one file with everything a learner did: the log, its state, notes, bookmarks, preferences; and backups.

The names below are what other rooms use. They are found when first asked for, since this package is a Django app and is
imported before Django's models can be.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from agnesi.store.errors import DamagedError, NewerError, NotSavedError, StoreError

if TYPE_CHECKING:
    from agnesi.store import bookmarks, notes, preferences
    from agnesi.store.backing_up import Backup, backup, backups
    from agnesi.store.database import settle, use_database
    from agnesi.store.erasing import erase, remove
    from agnesi.store.exporting import everything
    from agnesi.store.learners import learner
    from agnesi.store.log import open_log
    from agnesi.store.preparing import prepare
    from agnesi.store.restoring import restore
    from agnesi.store.verifying import Verified, verify
    from agnesi.store.watching import Health, health, watch

__all__ = [
    "Backup",
    "DamagedError",
    "Health",
    "NewerError",
    "NotSavedError",
    "StoreError",
    "Verified",
    "backup",
    "backups",
    "bookmarks",
    "erase",
    "everything",
    "health",
    "learner",
    "notes",
    "open_log",
    "preferences",
    "prepare",
    "remove",
    "restore",
    "settle",
    "use_database",
    "verify",
    "watch",
]

_PLACES = {
    "Backup": "backing_up",
    "backup": "backing_up",
    "backups": "backing_up",
    "settle": "database",
    "use_database": "database",
    "erase": "erasing",
    "remove": "erasing",
    "everything": "exporting",
    "Health": "watching",
    "health": "watching",
    "watch": "watching",
    "learner": "learners",
    "open_log": "log",
    "prepare": "preparing",
    "restore": "restoring",
    "Verified": "verifying",
    "verify": "verifying",
}


def __getattr__(name: str) -> Any:
    if name in ("bookmarks", "notes", "preferences"):
        return importlib.import_module(f"agnesi.store.{name}")
    if name not in _PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"agnesi.store.{_PLACES[name]}"), name)
