"""What is said of a character that is no mathematics: lookalikes and invisible ones are named, and repaired."""

from __future__ import annotations

import unicodedata

from agnesi.maths.reading.errors import ReadingError

_LOOKALIKES = dict(
    zip(
        "асеорхуіјѕԁһԛԝАВСЕНІЈКМОРЅТХУαοΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
        "aceopxyijsdhqwABCEHIJKMOPSTXYaoABEZHIKMNOPTYX",
        strict=True,
    )
)
_INVISIBLE = set("\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff\u00ad\u034f\u061c\u180e") | set(
    map(chr, range(0x202A, 0x202F))
)


def unreadable(text: str, at: int) -> ReadingError:
    """The error for the character at `at`, naming it and offering the text without it or with what was meant."""
    char = text[at]
    if char in _INVISIBLE or unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Cn"):
        name = unicodedata.name(char, f"U+{ord(char):04X}").lower()
        cleaned = "".join(c for c in text if c not in _INVISIBLE and c != char)
        return ReadingError(f"There is an invisible character here ({name}); delete it.", at, at + 1, cleaned)
    name = unicodedata.name(char, f"U+{ord(char):04X}")
    if char in _LOOKALIKES:
        letter = _LOOKALIKES[char]
        script = name.split()[0].capitalize()
        repaired = "".join(_LOOKALIKES.get(c, c) for c in text)
        return ReadingError(
            f"This {char} is a {script} letter that looks like {letter}; type the Latin {letter}.", at, at + 1, repaired
        )
    plain = unicodedata.normalize("NFKC", char)
    if plain != char and plain.isascii() and plain.isprintable():
        kind = "full-width" if name.startswith("FULLWIDTH") else "styled"
        repaired = "".join(_ascii(c) for c in text)
        return ReadingError(f"This {char} is a {kind} character; type {plain} instead.", at, at + 1, repaired)
    return ReadingError(
        f"I cannot read {char} ({name.lower()}) here; leave it out or write it in words.",
        at,
        at + 1,
        text[:at] + text[at + 1 :],
    )


def _ascii(char: str) -> str:
    plain = unicodedata.normalize("NFKC", char)
    return plain if plain.isascii() and plain.isprintable() and not char.isascii() else char
