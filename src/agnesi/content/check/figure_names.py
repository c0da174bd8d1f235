"""The names that a figure.js exports, found without running it."""

from __future__ import annotations

import re
from pathlib import Path

_EXPORT = re.compile(r"^export\s+const\s+([A-Za-z_$][\w$]*)", re.MULTILINE)


def figure_names(path: Path | None) -> tuple[str, ...]:
    """The names of the figures in the file, in order of the file."""
    return tuple(_EXPORT.findall(path.read_text("utf-8"))) if path is not None else ()
