"""What is said when a text cannot be read: a sentence a person can act on, the place, perhaps a repaired text."""

from __future__ import annotations


class ReadingError(ValueError):
    """The text cannot be read. `start` and `end` (exclusive) point into the text as typed, in characters.

    `suggestion` is a repaired text that can be read, or empty. Nothing in it comes from an answer key.
    """

    def __init__(self, message: str, start: int = 0, end: int = 0, suggestion: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.start = start
        self.end = max(start, end)
        self.suggestion = suggestion

    def __reduce__(self) -> tuple[type[ReadingError], tuple[str, int, int, str]]:
        """Pickled whole, since it may cross from one process to another."""
        return ReadingError, (self.message, self.start, self.end, self.suggestion)
