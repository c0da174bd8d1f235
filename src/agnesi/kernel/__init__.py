"""Learners' code, in processes of its own.

A function called once (`LocalRunner`), and the cells of a lesson (`cells`).
"""

from __future__ import annotations

import importlib
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import agnesi.kernel.cells as cells
    from agnesi.kernel.runner import LocalRunner

__all__ = ["LocalRunner", "cells", "shutdown"]


def shutdown() -> None:
    """End every kernel that this process started."""
    started = sys.modules.get("agnesi.kernel.cells")
    if started is not None:
        started.shutdown()


def __getattr__(name: str) -> Any:
    if name == "LocalRunner":
        return importlib.import_module("agnesi.kernel.runner").LocalRunner
    if name == "cells":
        return importlib.import_module("agnesi.kernel.cells")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
