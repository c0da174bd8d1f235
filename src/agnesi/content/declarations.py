"""What an exercises.py declares, read by importing the file: exercises, guesses, contrasts and proofs by name."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from hashlib import sha256
from pathlib import Path
from types import ModuleType

from agnesi.authoring import Contrast, Guess, Proof
from agnesi.exercise.problem import Exercise


class DeclarationError(ValueError):
    """Two things of one kind share a name."""


@dataclass(frozen=True, slots=True)
class Declarations:
    """What one concept declares, each kind by name in the order of the file."""

    exercises: Mapping[str, Exercise] = field(default_factory=dict)
    guesses: Mapping[str, Guess] = field(default_factory=dict)
    contrasts: Mapping[str, Contrast] = field(default_factory=dict)
    proofs: Mapping[str, Proof] = field(default_factory=dict)


def read(path: Path, concept: str) -> Declarations:
    """What the file at `path` declares for `concept`; the file is run anew each time.

    Raises DeclarationError for a name that is taken, and whatever the file itself raises.
    """
    found: dict[type, dict[str, object]] = {Exercise: {}, Guess: {}, Contrast: {}, Proof: {}}
    seen: set[int] = set()
    for value in list(vars(_run(path)).values()):
        for kind, names in found.items():
            if not isinstance(value, kind) or id(value) in seen:
                continue
            seen.add(id(value))
            name = str(getattr(value, "name"))  # noqa: B009 - the four kinds share the field and no base
            if name in names:
                raise DeclarationError(f"two of kind {kind.__name__.lower()} are called {name}")
            names[name] = _of(concept, value) if isinstance(value, Exercise) else value
    return Declarations(found[Exercise], found[Guess], found[Contrast], found[Proof])  # type: ignore[arg-type]


def _of(concept: str, exercise: Exercise) -> Exercise:
    """The exercise, knowing whose it is."""
    return replace(exercise, concept=concept) if "concept" in {each.name for each in fields(exercise)} else exercise


def _run(path: Path) -> ModuleType:
    """The module at `path`, named as in its package where it stands in one, else after its place."""
    spec = importlib.util.spec_from_file_location(_module_name(path), path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses and pickling look the module up by its name
    try:
        spec.loader.exec_module(module)
    except BaseException:
        del sys.modules[spec.name]
        raise
    return module


def _module_name(path: Path) -> str:
    for root in path.parents[2:4]:
        package = sys.modules.get(root.name)
        if package is not None and root in {Path(each) for each in getattr(package, "__path__", ())}:
            return ".".join((root.name, *path.relative_to(root).with_suffix("").parts))
    return f"agnesi_pack_{sha256(str(path.resolve()).encode()).hexdigest()[:12]}"
