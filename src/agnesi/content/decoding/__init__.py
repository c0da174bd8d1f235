r"""A formula from a paper, explained: each sign with its name, the concepts it needs, and what could not be read.

`decode` never fails as a whole: what it cannot name stands in `unread`. Letters are named by the kind of formula they
stand in (`papers.toml`), then by the area's notation, then by what they mean everywhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from agnesi.content.course import Course
from agnesi.content.decoding import aloud, papers
from agnesi.content.decoding.features import features
from agnesi.content.decoding.papers import Context, Papers
from agnesi.content.decoding.scan import Scan, Sign, scan
from agnesi.content.notation import EVERYWHERE, Meaning, Notation

FALLBACK = "machine-learning"
"""Where letters are looked up when nothing in the formula tells."""


@dataclass(frozen=True, slots=True)
class Named:
    """A sign with what it means; `symbol` is its LaTeX. All but `symbol` and `name` may be empty."""

    symbol: str
    name: str
    read: str = ""
    shape: str = ""
    numpy: str = ""
    home: str = ""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A formula explained. `concepts` are ids, what it is about first; `aloud` is "" where it is not readable."""

    tex: str
    area: str
    symbols: tuple[Named, ...]
    concepts: tuple[str, ...]
    unread: tuple[str, ...]
    aloud: str = ""


def decode(course: Course, tex: str, area: str = "", own: Mapping[str, str] | None = None) -> Decoded:
    """Explain `tex`. With an `area` (a lesson's), its notation alone decides, and `own` meanings come first."""
    bare = _bare(tex)
    found = scan(bare)
    known = papers.load(course.folder / "papers.toml")
    fitting = () if area else _fitting(known, bare, found)
    chosen = area or _area(course, fitting, found)
    explain = _Explainer(course.notation, known, fitting, chosen, own or {})
    named: dict[str, Named] = {}
    unread: list[str] = [bare[start:end].strip() for start, end in found.broken]
    for sign in _primed(_flat(found.signs, explain), fitting):
        meaning = explain(sign)
        if meaning is None:
            unread.append(bare[sign.start : sign.end])
        else:
            named.setdefault(meaning.symbol, meaning)
    spoken, refused = aloud.aloud(bare)
    unread += [part for part in refused if not scan(part).signs]
    homes = [one.home for one in named.values() if one.home]
    concepts = [id for context in fitting for id in context.concepts] + homes
    return Decoded(
        tex,
        chosen,
        tuple(named.values()),
        tuple(dict.fromkeys(course.concept(id).id for id in concepts if id in course)),
        tuple(dict.fromkeys(part for part in unread if part)),
        spoken,
    )


def examples(course: Course) -> list[tuple[str, str]]:
    """Formulas to try, each with its words (or itself, where it cannot be read aloud)."""
    offered = papers.load(course.folder / "papers.toml").examples
    return [(tex, aloud.aloud(tex)[0] or tex) for tex in offered]


def _bare(tex: str) -> str:
    """The formula without the dollars or brackets of display that it was copied with."""
    text = tex.strip()
    for opening, closing in (("$$", "$$"), ("$", "$"), ("\\[", "\\]"), ("\\(", "\\)")):
        if text.startswith(opening) and text.endswith(closing) and len(text) > len(opening) + len(closing):
            return text[len(opening) : -len(closing)].strip()
    return text


def _fitting(known: Papers, tex: str, found: Scan) -> tuple[Context, ...]:
    having = features(tex, found)
    return tuple(context for context in known.contexts if context.fits(having))


def _area(course: Course, fitting: tuple[Context, ...], found: Scan) -> str:
    """The area of the context that says most, else the one that the signs with one meaning alone come from."""
    told = next((context.area for context in fitting if context.area), "")
    votes: Counter[str] = Counter()
    for sign in found.everything():
        meanings = course.notation.all(sign.symbol)
        if len(meanings) == 1 and meanings[0].home in course:
            area = course.concept(meanings[0].home).area
            votes[area] += area not in ("foundations", FALLBACK)
    return told or (votes.most_common(1)[0][0] if votes else FALLBACK)


def _flat(signs: tuple[Sign, ...], explain: _Explainer) -> list[Sign]:
    """All signs in order; what stands in a subscript only where the sign is not known together with it."""
    found = []
    for sign in signs:
        found.append(sign)
        if sign.inside and not explain.whole(sign):
            found += [one for one in _flat(sign.inside, explain) if explain(one) or not _is_word(one)]
    return found


def _is_word(sign: Sign) -> bool:
    """Whether it is a word that the notation may lack: below a letter such a word is a label and says itself."""
    return sign.symbol.startswith("\\operatorname{")


def _primed(signs: list[Sign], contexts: tuple[Context, ...]) -> list[Sign]:
    """Letters with a prime as one sign where a context says so: `s'` may be the next state, and no derivative."""
    made: list[Sign] = []
    for sign in signs:
        before = made[-1] if made else None
        key = f"{before.symbol}'" if before else ""
        if before and sign.symbol == "'" and any(key in context.symbols for context in contexts):
            made[-1] = replace(before, symbol=key, end=sign.end)
        else:
            made.append(sign)
    return made


@dataclass(frozen=True)
class _Explainer:
    """Finds what a sign means: in the formula's contexts, the lesson's own words, papers, then the notation."""

    notation: Notation
    papers: Papers
    contexts: tuple[Context, ...]
    area: str
    own: Mapping[str, str]

    def __call__(self, sign: Sign) -> Named | None:
        whole = self.whole(sign)
        if whole is not None:
            return whole
        return self._one(sign, _keys(sign)) or self._marked(sign)

    def whole(self, sign: Sign) -> Named | None:
        """What the sign means together with its subscript, where somebody says so."""
        return self._told(sign.whole, sign.symbol) or self._listed(sign.whole) if sign.below else None

    def _one(self, sign: Sign, keys: list[str]) -> Named | None:
        for key in keys:
            if found := self._told(key, key):
                return found
        for key in keys[:-1] if len(keys) > 1 else ():
            if found := self._listed(key):
                return found
        lettered = sign.base if sign.symbol.startswith(("\\mathbb", "\\mathcal")) else ""
        return self._in_notation(sign.symbol) or self._listed(sign.symbol) or self._in_notation(lettered)

    def _told(self, key: str, plain: str) -> Named | None:
        """From the lesson's own symbols, else from a context; how it is spoken comes from the notation."""
        usual = self._meaning(plain)
        for spelling in (key, key.replace("_", "_{", 1) + "}" if "_" in key else key):
            if spelling in self.own:
                return Named(spelling, self.own[spelling], usual.read if usual else "")
        for context in self.contexts:
            if key in context.symbols:
                home = next(iter(context.concepts), "")
                read = (
                    " ".join((usual.read if usual else plain if plain.isalpha() else "", *key.split("_")[1:]))
                    .replace("\\", "")
                    .strip()
                )
                return Named(_spelled(key), context.symbols[key], read, home=home)
        return None

    def _listed(self, key: str) -> Named | None:
        found = self.papers.signs.get(key)
        return _named(found) if found else None

    def _in_notation(self, symbol: str) -> Named | None:
        found = self._meaning(symbol) if symbol else None
        return _named(found) if found else None

    def _meaning(self, symbol: str) -> Meaning | None:
        found = self.notation.look_up(symbol, self.area)
        if found is None or (found.area == EVERYWHERE and self.area != FALLBACK):
            wider = self.notation.look_up(symbol, FALLBACK) if found is None else None
            return found or wider
        return found

    def _marked(self, sign: Sign) -> Named | None:
        r"""A letter under a mark: `\hat{m}` is an estimate, and of what."""
        mark = sign.symbol.split("{", 1)[0]
        over, under = self._meaning(mark) or self.papers.signs.get(mark), self._one(replace(sign, symbol=sign.base), [])
        if not sign.base or over is None:
            return under and replace(under, symbol=sign.symbol)
        name = f"{over.name}; under it: {under.name}" if under else over.name
        return Named(
            sign.symbol, name, f"{under.read if under else sign.base} {over.read}", home=under.home if under else ""
        )


def _keys(sign: Sign) -> list[str]:
    """The spellings under which a sign may be listed, the most telling first; the last is the bare symbol."""
    keys = [f"{sign.symbol}^{sign.above}"] if sign.above else []
    keys += [f"{sign.symbol}(|"] if sign.given else []
    keys += [f"{sign.symbol}("] if sign.applied else []
    return [*keys, sign.symbol]


def _spelled(key: str) -> str:
    """A key as LaTeX that can be set: `x_t-1` is `x_{t-1}`."""
    base, line, below = key.partition("_")
    return f"{base}_{{{below}}}" if line and len(below) > 1 and "{" not in base else key


_SHOWN = {"d^x": "d", "| alone": "|", "\\| alone": "\\|", "\\begin{matrix}": "\\begin{pmatrix}\\end{pmatrix}"}


def _named(found: Meaning) -> Named:
    symbol = _SHOWN.get(found.symbol, found.symbol).removesuffix("(|").removesuffix("(")
    return Named(_spelled(symbol), found.name, found.read, found.shape, found.numpy, found.home)
