"""A formula in words, read by the reader that judges answers; piece by piece where the whole is beyond it."""

from __future__ import annotations

import re

from agnesi import maths
from agnesi.maths.reading.errors import ReadingError

LONGEST = 600
"""Characters of a formula that is read aloud."""

_PARTING = re.compile(r"(\\(?:leq?|geq?|sim|propto|approx|to|gets|leftarrow|quad|qquad)(?![a-zA-Z])|[=<>,])")


def aloud(tex: str) -> tuple[str, tuple[str, ...]]:
    """The words of `tex`, "" where the reader refuses it as a whole; then the parts that it refuses."""
    if len(tex) > LONGEST:
        return "", ()
    spoken = _words(tex)
    if spoken:
        return spoken, ()
    parts = [part.strip() for part in _PARTING.split(tex)[::2]]
    return "", tuple(part for part in parts if part and not _words(part))


def _words(tex: str) -> str:
    try:
        return maths.show(maths.read(tex), "words")
    except (ReadingError, KeyError):
        return ""
