"""What a cell may show: text, PNG pictures and tracebacks as text, each within bounds; every other kind is dropped."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

MOST_TEXT = 200_000
MOST_PICTURES = 5_000_000
FLOOD = 20_000_000
"""Characters that a run may send before it is stopped, shown or not."""
_PNG = b"\x89PNG\r\n\x1a\n"
_COLOURS = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b\][^\x07]*(?:\x07|\x1b\\)|\x1b")


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of output: text, an error as text, or a picture as base64 of a PNG."""

    kind: Literal["text", "image", "error"]
    data: str


@dataclass(frozen=True, slots=True)
class Output:
    """What a run has shown up to now, in order, and whether it has ended."""

    done: bool
    outputs: tuple[Piece, ...] = ()


@dataclass
class Gathered:
    """The output of one run as it comes, written by the kernels' thread alone; `shown` is replaced, never changed."""

    shown: tuple[Piece, ...] = ()
    done: bool = False
    text: int = 0
    pictures: int = 0
    sent: int = 0
    wipe: bool = False

    def take(self, kind: str, content: Mapping[str, Any]) -> None:
        """Add what a message of the kernel shows; `kind` is its type."""
        if kind == "stream":
            self.add("text", str(content.get("text", "")))
        elif kind == "error":
            self.add("error", "\n".join(map(str, content.get("traceback", ()))) or str(content.get("ename", "Error")))
        elif kind in ("display_data", "execute_result"):
            self._display(content.get("data", {}))
        elif kind == "clear_output":
            if content.get("wait"):
                self.wipe = True
            else:
                self.shown = ()

    def add(self, kind: Literal["text", "error"], text: str) -> None:
        """Add text, joined to text before it, cut where there is too much."""
        self.sent += len(text)
        if self.wipe:
            self.shown, self.wipe = (), False
        if not text or self.text > MOST_TEXT:
            return
        if self.text + len(text) > MOST_TEXT:
            text = text[: MOST_TEXT - self.text] + "\n... (there was more)"
            self.text = MOST_TEXT + 1
        self.text += len(text)
        text = _COLOURS.sub("", text)
        last = self.shown[-1] if self.shown else None
        if kind == "text" and last is not None and last.kind == "text":
            self.shown = (*self.shown[:-1], Piece("text", last.data + text))
        else:
            self.shown = (*self.shown, Piece(kind, text))

    def end(self, sentence: str = "") -> None:
        """Say that the run has ended, and why where it did not end by itself."""
        if sentence:
            self.shown = (*self.shown, Piece("error", sentence))
        self.done = True

    def output(self) -> Output:
        """What there is now."""
        done = self.done
        return Output(done, self.shown)

    def _display(self, data: Mapping[str, Any]) -> None:
        picture = data.get("image/png")
        if isinstance(picture, str) and (clean := _png(picture)):
            self.sent += len(clean)
            self.pictures += len(clean)
            if self.wipe:
                self.shown, self.wipe = (), False
            if self.pictures <= MOST_PICTURES:
                self.shown = (*self.shown, Piece("image", clean))
        elif isinstance(data.get("text/plain"), str):
            self.add("text", data["text/plain"] + "\n")


def _png(text: str) -> str:
    """The picture in plain base64; empty where it is none."""
    try:
        raw = base64.b64decode("".join(text.split()), validate=True)
    except (binascii.Error, ValueError):
        return ""
    return base64.b64encode(raw).decode() if raw.startswith(_PNG) else ""
