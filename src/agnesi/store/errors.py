"""What can go wrong with the database, each said in one sentence and the next step, fit to be shown to a learner."""

from __future__ import annotations


class StoreError(Exception):
    """The database cannot do what was asked; the text says why, and what to do next."""


class NotSavedError(StoreError):
    """The write did not reach the disk (full, or read-only): nothing was recorded, nothing may be acknowledged."""


class DamagedError(StoreError):
    """The database, or a backup, is not what was written to it."""


class NewerError(StoreError):
    """The database was written by a newer Agnesi than this one."""
