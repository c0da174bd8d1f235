"""The mathematics of machine learning, as a library: reading and judging, the course and its graph, the tutor.

    import agnesi
    agnesi.read("2x(x+1)"), agnesi.compare("(x+1)^2", "x^2+2x+1")
    course = agnesi.Course.load()
    placement = agnesi.Placement(course, goal="understand-pca", seed=1)

Nothing is loaded before it is asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from agnesi.version import __version__

if TYPE_CHECKING:
    from agnesi.content.course import Course
    from agnesi.maths import ReadingError, compare, read, show
    from agnesi.study import Placement

__all__ = ["Course", "Placement", "ReadingError", "__version__", "compare", "read", "show"]

_HOMES = {
    "Course": "agnesi.content.course",
    "Placement": "agnesi.study",
    "ReadingError": "agnesi.maths",
    "compare": "agnesi.maths",
    "read": "agnesi.maths",
    "show": "agnesi.maths",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"agnesi has no {name}; it has {', '.join(__all__)}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
