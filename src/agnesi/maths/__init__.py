"""Mathematics: reading, showing and comparing what people write; the names other rooms need, each loaded when used."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from agnesi.maths.comparing import compare as compare
    from agnesi.maths.names import symbols_in as symbols_in
    from agnesi.maths.reading import read as read
    from agnesi.maths.reading import read_with_notes as read_with_notes
    from agnesi.maths.reading.errors import ReadingError as ReadingError
    from agnesi.maths.showing import show as show

_WHERE = {
    "read": "reading",
    "read_with_notes": "reading",
    "ReadingError": "reading.errors",
    "show": "showing",
    "compare": "comparing",
    "symbols_in": "names",
}

__all__ = ["ReadingError", "compare", "read", "read_with_notes", "show", "symbols_in"]


def __getattr__(name: str) -> Any:
    if name not in _WHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_WHERE[name]}"), name)
    globals()[name] = value
    return value
