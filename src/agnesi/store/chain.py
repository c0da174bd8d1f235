"""The hash chain of the log: how a row is written as bytes, and how it is linked to the row before.

chain(row) = SHA-256(chain(row before) + row), in hexadecimal; the first row follows the empty text, and `row` is the
JSON object of `at body day format id kind learner seq` with sorted keys, no spaces, in UTF-8.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

START = ""
"""What the first row of a learner follows."""


def canonical(value: Any) -> str:
    """`value` as JSON with sorted keys and no spaces; a lone surrogate, which is no character, becomes U+FFFD.

    Raises ValueError for a number that JSON does not have, TypeError for what JSON does not know.
    """
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
    return text.encode("utf-8", "surrogatepass").decode("utf-8", "replace") if _has_surrogate(text) else text


def link(previous: str, row: Mapping[str, Any]) -> str:
    """The chain of `row` (every column but the chain, its body as an object) after the chain `previous`."""
    return hashlib.sha256((previous + canonical(row)).encode()).hexdigest()


def seal(*values: str) -> str:
    """A short hash of a row that is in no chain."""
    return hashlib.sha256(canonical(values).encode()).hexdigest()[:16]


def _has_surrogate(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False
