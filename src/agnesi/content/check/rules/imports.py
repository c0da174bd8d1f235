"""A concept knows the door of the engine and nothing behind it; no heavy library is loaded for its sake."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator

from agnesi.content.check.fault import Fault
from agnesi.content.check.subject import Subject

RULE = (
    "exercises.py imports agnesi.authoring, NumPy and plain Python; heavier ones in oracles only; no chance, no clock."
)

DOOR = ("agnesi.authoring",)
LATER = frozenset({"scipy", "matplotlib", "sklearn"})
NEVER = frozenset(
    {"random", "secrets", "time", "datetime", "os", "sys", "pathlib", "subprocess", "socket", "urllib", "uuid"}
)


def faults(subject: Subject) -> Iterator[Fault]:
    """Each import that is not allowed where it stands."""
    path = subject.concept.folder / "exercises.py"
    tree = ast.parse(path.read_text("utf-8")) if path.is_file() else ast.Module([], [])
    top = {id(node) for node in tree.body}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            names = (
                [alias.name for alias in node.names]
                if isinstance(node, ast.Import)
                else ["." * node.level + (node.module or "")]
            )
            for name in names:
                if reason := _refused(name, id(node) in top):
                    yield subject.fault(f"exercises.py imports {name}: {reason}")


def _refused(name: str, at_top: bool) -> str:
    package = name.split(".")[0]
    if package == "numpy" or any(name == door or name.startswith(f"{door}.") for door in DOOR):
        return ""
    if package in NEVER:
        return "take all chance from rng, and nothing from the machine"
    if package in LATER:
        return "import it inside the oracle, which only the check calls" if at_top else ""
    return "" if package in sys.stdlib_module_names else "a concept imports agnesi.authoring alone"
