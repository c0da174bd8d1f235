"""A letter that means one thing here and another there, unsaid, is why formulas are not understood."""

from __future__ import annotations

import re
from collections.abc import Iterator

from agnesi import maths
from agnesi.content import markdown
from agnesi.content.check.fault import Fault
from agnesi.content.check.subject import Subject
from agnesi.content.check.texts import lesson_texts
from agnesi.content.notation import GREEK, Meaning, latex
from agnesi.maths import ReadingError

RULE = (
    "Each symbol has a meaning in notation.toml or in the front matter, and no exercise declares it as something else."
)

KINDS = ("matrix", "vector", "number", "integer", "function", "set", "event", "random variable", "sequence")
_ALIKE = {
    "number": {"number", "integer", "real", "natural", "complex"},
    "integer": {"number", "integer", "natural", "real"},
}
_SKIPPED = re.compile(r"\\(?:text|operatorname|mathrm|begin|end|tag|phantom|hspace)\*?\{[^{}]*\}")
_SYMBOL = re.compile(r"\\mathbb\{[A-Za-z]\}|\\mathcal\{[A-Za-z]\}|\\mathbf\{[A-Za-z]\}|\\([A-Za-z]+)|([A-Za-z])")


def faults(subject: Subject) -> Iterator[Fault]:
    """Symbols without a meaning, at their first place; letters that an exercise declares as another kind of thing."""
    known = {latex(name) for name in subject.lesson.front.symbols}
    seen: set[str] = set()
    for text in lesson_texts(subject):
        for tex, _ in markdown.maths(text.markdown):
            for symbol in sorted(symbols(tex)):
                if symbol not in seen and symbol not in known and _meaning(subject, symbol) is None:
                    area = subject.concept.area
                    said = (
                        f"{symbol} has no meaning in {area}: add it to notation.toml, or to symbols in the front matter"
                    )
                    yield text.fault(subject, said)
                seen.add(symbol)
    for name in sorted(known - seen):
        yield subject.fault(f"symbols explains {name}, which stands in no formula of the lesson", line=1)
    yield from _contradictions(subject, known)


def symbols(tex: str) -> set[str]:
    """The letters of a formula: as our reader finds them, or, where it is no formula of ours, one by one."""
    try:
        return {_base(name) for name in maths.symbols_in(maths.read(tex))}
    except (ReadingError, RecursionError):
        pass
    found = set()
    for match in _SYMBOL.finditer(_SKIPPED.sub(" ", tex)):
        command, letter = match.groups()
        if command is None:
            found.add(letter or match[0])
        elif command in GREEK and command not in ("pi", "nabla", "partial"):
            found.add(f"\\{command}")
    return {name for name in found if not name.startswith("\\math")} - {"e", "d"}


def _base(name: str) -> str:
    """A symbol without its index, primes and marks: `x_1`, `x'` and `hat(x)` are kinds of x."""
    name = re.sub(r"^\w+\((.*)\)$", r"\1", name)
    return latex(name.split("_")[0].rstrip("'"))


def _meaning(subject: Subject, symbol: str) -> Meaning | None:
    return subject.course.notation.look_up(symbol, subject.concept.area)


def _contradictions(subject: Subject, known: set[str]) -> Iterator[Fault]:
    for exercise in subject.exercises:
        for seed, problem in subject.drawn(exercise, 1):
            for name, declared in problem.symbols.items():
                meaning = _meaning(subject, _base(name))
                if meaning is None or _base(name) in known or name != name.split("_")[0]:
                    continue
                kinds = {kind for kind in KINDS if kind in meaning.shape}
                sort = next((kind for kind in (*KINDS, "real", "natural") if kind.split()[0] in str(declared)), "")
                if kinds and sort and not any(sort in _ALIKE.get(kind, {kind}) for kind in kinds):
                    yield subject.fault(
                        f"declares {name} as {declared}, and notation.toml calls it {meaning.name} ({meaning.shape})",
                        exercise.name,
                        seed,
                    )
