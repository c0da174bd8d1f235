"""LaTeX made into HTML and MathML by KaTeX in a V8 of our own, before any page is sent.

The engine is made on first use and kept; one lock guards it; what it made is kept in memory and on disk. A hostile
formula is cut by limits of length, nesting and time, after which the engine is made anew.
"""

from __future__ import annotations

import atexit
import hashlib
import html
import threading
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from py_mini_racer import JSEvalException, MiniRacer

from agnesi.content.cache import folder
from agnesi.content.shelf import Shelf

LONGEST = 4_000
"""Characters of one formula."""
DEEPEST = 60
"""Braces within braces."""
SECONDS = 1.0
"""For one formula alone, and for every 50 in a batch."""
REMEMBERED = 4_000
"""Formulas kept in memory."""

Formula = tuple[str, bool]
"""LaTeX, and whether it stands on its own line."""

_SCRIPT = """
function make(list) {
  return list.map(([tex, display]) => {
    try {
      return [katex.renderToString(tex, {displayMode: display, output: "htmlAndMathml", strict: "ignore",
                                         trust: false, maxExpand: 300, maxSize: 40}), ""];
    } catch (error) {
      return ["", String(error.message)];
    }
  });
}
"""


@dataclass(frozen=True, slots=True)
class Made:
    """A formula as HTML; `error` is one sentence where it does not compile, and `html` then shows its source."""

    html: str
    error: str = ""


def render(tex: str, display: bool = False) -> str:
    """The HTML of one formula; where it does not compile, its source."""
    return make([(tex, display)])[0].html


def render_many(formulas: Iterable[Formula]) -> list[str]:
    """The HTML of many formulas, in order, in one call."""
    return [made.html for made in make(list(formulas))]


def make(formulas: Sequence[Formula]) -> list[Made]:
    """What became of many formulas, in order, in one call."""
    asked = [(tex.strip(), display) for tex, display in formulas]
    with _lock:
        found = {one: _memory[one] for one in asked if one in _memory}
        missing = [one for one in dict.fromkeys(asked) if one not in found]
        if missing:
            kept = _shelf().get([_key(one) for one in missing])
            found |= {one: Made(kept[_key(one)]) for one in missing if _key(one) in kept}
            fresh = _compile([one for one in missing if one not in found])
            _shelf().put({_key(one): made.html for one, made in fresh.items() if not made.error})
            found |= fresh
            _remember(found)
    return [found[one] for one in asked]


def version() -> str:
    """The version of KaTeX that makes the formulas."""
    with _lock:
        return str(_thread.submit(lambda: _engine().eval("katex.version")).result())


# --- the engine: all below runs under the lock -----------------------------------------------------------------------

_lock = threading.Lock()
_thread = ThreadPoolExecutor(1, thread_name_prefix="agnesi-katex")
"""V8 keeps its own time, which mini-racer refuses in a thread that runs an event loop; this one runs none."""
_memory: OrderedDict[Formula, Made] = OrderedDict()
_running: MiniRacer | None = None


def _compile(formulas: list[Formula]) -> dict[Formula, Made]:
    refused = {one: _source(one, error) for one in formulas if (error := _refusal(one[0]))}
    wanted = [one for one in formulas if one not in refused]
    return refused | _thread.submit(_run, wanted).result()


def _refusal(tex: str) -> str:
    if len(tex) > LONGEST:
        return f"the formula has {len(tex)} characters; {LONGEST} is the most"
    depth = deepest = 0
    for character in tex:
        depth += (character == "{") - (character == "}")
        deepest = max(deepest, depth)
    return f"the formula nests braces {deepest} deep; {DEEPEST} is the most" if deepest > DEEPEST else ""


def _run(formulas: list[Formula]) -> dict[Formula, Made]:
    """All in one call; where that takes too long, each alone, so that one hostile formula costs nobody else theirs."""
    if not formulas:
        return {}
    seconds = SECONDS * (1 + len(formulas) // 50)
    try:
        results: Any = _engine().call("make", formulas, timeout_sec=seconds, max_memory=200_000_000)
    except JSEvalException:
        _stop()
        if len(formulas) == 1:
            return {formulas[0]: _source(formulas[0], "the formula takes too long to set")}
        return {one: made for each in formulas for one, made in _run([each]).items()}
    return {
        one: _source(one, _sentence(error)) if error else Made(str(text))
        for one, (text, error) in zip(formulas, results, strict=True)
    }


def _sentence(error: str) -> str:
    """KaTeX's message without the combining underline with which it marks the place."""
    return error.removeprefix("KaTeX parse error: ").replace("\u0332", "")


def _source(formula: Formula, error: str) -> Made:
    return Made(
        f'<code class="formula-source" title="{html.escape(error)}">{html.escape(formula[0][:LONGEST])}</code>', error
    )


def _engine() -> MiniRacer:
    global _running
    if _running is None:
        engine = MiniRacer()
        engine.eval(_katex()[0])
        if engine.eval("typeof katex") != "object":
            _katex.cache_clear()
            raise FileNotFoundError("KaTeX is incomplete: build the front end again")
        engine.eval(_SCRIPT)
        _running = engine
    return _running


def _stop() -> None:
    global _running
    if _running is not None:
        _running.close()
    _running = None


atexit.register(_stop)  # V8's own threads must have ended before the interpreter takes its memory down


def _remember(made: dict[Formula, Made]) -> None:
    _memory.update(made)
    while len(_memory) > REMEMBERED:
        _memory.popitem(last=False)


def _key(formula: Formula) -> str:
    return hashlib.sha256(f"{_katex()[1]}\0{formula[1]}\0{formula[0]}".encode()).hexdigest()


@cache
def _shelf() -> Shelf:
    return Shelf(folder() / "formulas.sqlite3")


@cache
def _katex() -> tuple[str, str]:
    """KaTeX's script and what tells its version from others: the built one, else the one npm brought to a checkout."""
    package = Path(__file__).parents[1]
    places = (
        package / "web/static/built/katex/katex.min.js",
        package.parents[1] / "frontend/node_modules/katex/dist/katex.min.js",
    )
    for place in places:
        if place.is_file():
            script = place.read_text("utf-8")
            return script, hashlib.sha256((script + _SCRIPT).encode()).hexdigest()
    raise FileNotFoundError(f"KaTeX is missing: build the front end, which puts it at {places[0]}")
