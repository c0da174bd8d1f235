"""What a name may mean in one question: its declared symbols, the known functions, Greek letters and constants."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from agnesi.maths.declare import Declaration, Symbols
from agnesi.maths.functions import ALIASES, GREEK, INLINE, SHORTHANDS

CONSTANTS = {
    "pi": "pi", "e": "e", "i": "i", "oo": "infinity", "infty": "infinity", "infinity": "infinity",
    "infin": "infinity", "true": "true", "false": "false", "True": "true", "False": "false", "emptyset": "empty",
    "empty": "empty", "varnothing": "empty", "undefined": "undefined", "reals": "reals", "integers": "integers",
    "naturals": "naturals", "rationals": "rationals",
}  # fmt: skip

SET_LETTERS = {"R": "reals", "N": "naturals", "Z": "integers", "Q": "rationals", "C": "complexes"}

WORDS = {
    "and": "and", "isin": "in", "or": "or", "not": "not", "in": "in", "notin": "notin", "union": "union",
    "cup": "union", "intersect": "intersection", "intersection": "intersection", "cap": "intersection",
    "setminus": "setminus", "without": "setminus", "implies": "implies", "iff": "iff", "subset": "subset",
    "subseteq": "subseteq", "perp": "perp", "approx": "approx", "equiv": "equiv", "propto": "propto",
    "divides": "divides", "mod": "mod", "choose": "choose", "times": "times", "if": "if", "when": "if",
    "otherwise": "otherwise", "else": "otherwise", "sum": "sum", "prod": "prod", "product": "prod", "int": "int",
    "integral": "int", "integrate": "int", "lim": "lim", "limit": "lim", "nabla": "nabla", "grad": "nabla",
    "gradient": "nabla", "del": "nabla", "partial": "partial", "of": "of", "from": "from", "to": "to",
    "given": "given", "forall": "forall", "exists": "exists", "bigcup": "bigcup", "bigcap": "bigcap",
}  # fmt: skip
"""Words with a place of their own in the grammar, when nobody declared them as a name."""

CHANCES = {
    "P": "P", "Pr": "P", "Prob": "P", "E": "E", "Var": "Var", "var": "Var", "Cov": "Cov", "cov": "Cov",
    "Corr": "Corr", "corr": "Corr", "SD": "SD", "Std": "SD", "std": "SD", "sd": "SD", "H": "H", "KL": "KL", "I": "I",
}  # fmt: skip

MARKS = ("hat", "bar", "tilde", "vec", "dotted", "ddotted", "star", "underline")
"""What may stand above a letter: `hat(y)` is one name."""


@dataclass(frozen=True)
class Scope:
    """The names of one question; `declared` is None where nothing was declared and letters are taken as they come."""

    declared: Symbols | None
    open_names: bool = False
    spellings: dict[str, str] = field(default_factory=dict)
    longest: int = 0

    @property
    def inferring(self) -> bool:
        """Whether a name that nobody declared is a real number, rather than a reading error."""
        return self.declared is None or self.open_names

    def declaration(self, name: str) -> Declaration | None:
        """What `name` was declared as, or None."""
        return self.declared.get(name) if self.declared else None

    def spelled(self, name: str) -> str | None:
        """The declared name that `name` is a spelling of (`x1` and `x_{1}` of `x_1`), or None."""
        return self.spellings.get(name) or self.spellings.get(_bare(name))

    def is_function(self, name: str) -> bool:
        """Whether `name` was declared a function, primes aside."""
        found = self.declaration(name.rstrip("'"))
        return found is not None and found.sort == "function"

    def split(self, run: str, followed_by: str = "") -> list[tuple[str, str, int]]:
        """The names in a run of letters as (kind, name, letters taken); kind is "name", "function" or "word".

        The longest match among declared names, known functions and constants comes first; Greek letters are tried where
        that leaves a letter unknown; what remains are single letters.
        """
        whole = self._whole(run, followed_by)
        if whole:
            return [whole]
        pieces, unknown = self._pieces(run, greek=self.declared is None)
        if unknown and self.declared is not None:
            pieces, _ = self._pieces(run, greek=True)
        return pieces

    def _whole(self, run: str, followed_by: str) -> tuple[str, str, int] | None:
        size = len(run)
        if name := self.spelled(run):
            return "name", name, size
        if size == 1:
            return "name", run, 1
        if run in GREEK and not (run == "Gamma" and followed_by == "("):
            return "name", run, size
        if run == "inf" and followed_by not in ("(", "_"):
            return "name", "infinity", size
        if run in ALIASES and run != "mod":
            return "function", ALIASES[run], size
        if run in SHORTHANDS:
            return "function", run, size
        if run in WORDS:
            return "word", WORDS[run], size
        if run in CONSTANTS or run in CHANCES or (run in MARKS and followed_by == "("):
            return "name", run, size
        lower = run.lower()
        if lower in ALIASES and (run.istitle() or run.isupper()):
            return "function", ALIASES[lower], size
        if lower in WORDS and run.isupper():
            return "word", WORDS[lower], size
        return None

    def _pieces(self, run: str, greek: bool) -> tuple[list[tuple[str, str, int]], bool]:
        pieces: list[tuple[str, str, int]] = []
        unknown = False
        at = 0
        while at < len(run):
            for size in range(min(max(self.longest, 10), len(run) - at), 0, -1):
                part = run[at : at + size]
                if name := self.spellings.get(part):
                    pieces.append(("name", name, size))
                elif size > 1 and part in INLINE:
                    pieces.append(("function", ALIASES[part], size))
                elif part == "pi" or (size > 1 and greek and part in GREEK):
                    pieces.append(("name", part, size))
                else:
                    continue
                break
            else:
                size = 1
                unknown = unknown or run[at] not in CONSTANTS
                pieces.append(("name", run[at], 1))
            at += size
        return pieces, unknown

    def list(self) -> str:
        """The declared names in a sentence: "x and y"."""
        names = sorted(self.declared or ())
        if not names:
            return "no letters"
        return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]


def scope_of(symbols: Symbols | None, open_names: bool = False) -> Scope:
    """The scope of a question with these declarations; the same object for the same declarations."""
    if symbols is None:
        return _INFERRED
    return _scope(tuple(symbols.items()), open_names)


@lru_cache(maxsize=512)
def _scope(items: tuple[tuple[str, Declaration], ...], open_names: bool) -> Scope:
    spellings: dict[str, str] = {}
    for name, _ in items:
        for spelling in _spellings(name):
            spellings.setdefault(spelling, name)
    spellings.update((name, name) for name, _ in items)
    longest = max(map(len, spellings), default=0)
    return Scope(dict(items), open_names, spellings, longest)


def _spellings(name: str) -> Iterable[str]:
    yield name
    bare = _bare(name)
    if bare != name and len(bare) > 1:
        yield bare
    for mark in MARKS:
        if name.startswith(mark + "(") and name.endswith(")"):
            inner = name[len(mark) + 1 : -1]
            yield from (inner + mark, f"{inner}_{mark}")


def _bare(name: str) -> str:
    return name.replace("_", "").replace("{", "").replace("}", "")


_INFERRED = Scope(None)
