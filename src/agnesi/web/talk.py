"""JSON in and out: what a page's script sends, checked field by field, and what it gets where that is no use."""

from __future__ import annotations

import json
import re
from typing import Any, TypeVar

from django.http import HttpRequest

T = TypeVar("T", str, int, bool)
_KEY = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
LONGEST_TEXT = 20_000


class Refused(Exception):  # noqa: N818 - said to the learner, not raised to us
    """A request that cannot be answered; the text is a sentence for the learner, with a next step."""

    def __init__(self, sentence: str, status: int = 400) -> None:
        super().__init__(sentence)
        self.status = status


class Said:
    """The JSON object that a request carries; each field is asked for with its type."""

    def __init__(self, request: HttpRequest) -> None:
        try:
            values = json.loads(request.body or b"{}")
        except (UnicodeDecodeError, ValueError, RecursionError):
            raise Refused("This request could not be read. Reload the page and try again.") from None
        if not isinstance(values, dict):
            raise Refused("This request could not be read. Reload the page and try again.")
        self.values: dict[str, Any] = values

    def text(self, name: str, default: str | None = None) -> str:
        """The text `name`. Raises Refused where it is missing or too long."""
        value = self.values.get(name, default)
        if not isinstance(value, str):
            raise Refused(f"This request lacks {name}. Reload the page and try again.")
        if len(value) > LONGEST_TEXT:
            raise Refused("This is too long to be an answer: at most 20,000 characters.")
        return value

    def whole(self, name: str, default: int | None = None) -> int:
        """The whole number `name`. Raises Refused where it is missing."""
        value = self.values.get(name, default)
        if isinstance(value, bool) or not isinstance(value, int):
            raise Refused(f"This request lacks {name}. Reload the page and try again.")
        return value

    def yes(self, name: str) -> bool:
        """Whether `name` is true."""
        return self.values.get(name) is True

    def key(self, name: str = "id") -> str:
        """An idempotency key made by the page. Raises Refused where it is none."""
        value = self.text(name)
        if not _KEY.fullmatch(value):
            raise Refused(f"This request lacks a proper {name}. Reload the page and try again.")
        return value


def wants_json(request: HttpRequest) -> bool:
    """Whether the page's script asked, rather than the browser."""
    return "application/json" in request.headers.get("Accept", "") or request.headers.get(
        "Content-Type", ""
    ).startswith("application/json")
