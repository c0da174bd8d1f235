r"""LaTeX as people paste it, taken apart into its signs: forgiving where the reader is strict, since it never judges.

The reader wants a formula that makes sense; a paper's formula may lean on conventions that no grammar knows. Here every
letter, operator and word is found with its subscripts and marks, whatever stands around it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from agnesi.content.decoding.commands import (
    ALIASES,
    ALPHABETS,
    BIG,
    CONNECTIVES,
    FONTS,
    IGNORED,
    MARKS,
    SKIPPED_WITH_ARGUMENT,
    UPRIGHT,
    WORDS,
)

_SINGLE = ("|", "\\vert", "\\lvert", "\\rvert", "\\mid")
_DOUBLE = ("||", "\\|", "\\Vert", "\\lVert", "\\rVert", "\\parallel")
LONGEST = 4_000
"""Characters of one formula that are looked at."""
DEEPEST = 40
"""Braces within braces that are looked into."""

_PLAIN = re.compile(rf"\\(?:{'|'.join(sorted(FONTS | UPRIGHT, key=len, reverse=True))})(?![a-zA-Z])")
_TOKEN = re.compile(r"\\[a-zA-Z]+\*?|\\.|[a-zA-Z]+|\d+(?:\.\d+)?|\|\||\s+|.", re.S)


@dataclass(frozen=True, slots=True)
class Sign:
    r"""One sign: `symbol` in one spelling (`\theta`, `\hat{m}`, `\operatorname{softmax}`), `below` and `above` it.

    `base` is what a mark or an alphabet was put on (`m` of `\hat{m}`), `applied` whether a bracket follows, `given`
    whether that bracket holds a bar; `start` and `end` are places in the text. `inside` are the signs of `below`.
    """

    symbol: str
    start: int
    end: int
    base: str = ""
    below: str = ""
    above: str = ""
    applied: bool = False
    given: bool = False
    inside: tuple[Sign, ...] = ()

    @property
    def whole(self) -> str:
        """The symbol with its subscript, in one spelling: `d_k`, `x_t-1`."""
        return f"{self.symbol}_{self.below}" if self.below else self.symbol


@dataclass(frozen=True, slots=True)
class Scan:
    """The signs of a formula in order, and what else it has: fractions, numbers, brackets that never close."""

    signs: tuple[Sign, ...]
    traits: frozenset[str]
    broken: tuple[tuple[int, int], ...]

    def everything(self) -> list[Sign]:
        """All signs, those in subscripts after the one they belong to."""
        found: list[Sign] = []
        waiting = list(reversed(self.signs))
        while waiting:
            sign = waiting.pop()
            found.append(sign)
            waiting.extend(reversed(sign.inside))
        return found


def scan(tex: str) -> Scan:
    """The signs of `tex`; never raises."""
    scanner = _Scanner(tex[:LONGEST])
    signs = scanner.run(None, 0)
    return Scan(tuple(signs), frozenset(scanner.traits), tuple(scanner.broken))


def plain(tex: str) -> str:
    """A subscript in one spelling: no braces, fonts or spaces."""
    bare = _PLAIN.sub("", tex)
    return re.sub(r"[{}\s]|\\[,;:! ]", "", bare)


class _Scanner:
    """Goes through the tokens once; `at` is the next one."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = [(found[0], found.start()) for found in _TOKEN.finditer(text) if not found[0].isspace()]
        self.at = 0
        self.traits: set[str] = set()
        self.broken: list[tuple[int, int]] = []

    def run(self, closing: str | None, depth: int) -> list[Sign]:
        """The signs up to the token `closing`, which is taken too, or to the end."""
        signs: list[Sign] = []
        opened = self.at
        while self.at < len(self.tokens):
            token, start = self.tokens[self.at]
            self.at += 1
            if token == closing:
                return signs
            if token == "}":
                self.broken.append((start, start + 1))
                continue
            self._take(token, start, signs, depth)
        if closing is not None and opened <= len(self.tokens):
            begun = self.tokens[opened - 1][1]
            self.broken.append((begun, len(self.text)))
        return signs

    def _take(self, token: str, start: int, signs: list[Sign], depth: int) -> None:
        if token == "{":
            signs += self._deeper("}", depth)
        elif token in ("_", "^"):
            self._script(token, signs, depth)
        elif token == "'":
            signs.append(Sign("'", start, start + 1))
        elif token.startswith("\\"):
            self._command(token.removesuffix("*"), start, signs, depth)
        elif token.isdigit() or token.replace(".", "").isdigit():
            self.traits.add(token)
        elif token.isascii() and token.isalpha():
            self._letters(token, start, signs)
        elif token in ("|", "||"):
            self._bar(token, start, signs)
        elif token == "*":
            signs.append(Sign("*", start, start + 1))
        elif token == "!":
            signs.append(Sign("!", start, start + 1))
        elif token in UNICODE:
            signs.append(self._followed(UNICODE[token], start, start + 1))
        elif token not in '()[]+-=/,.;:&<>~$`"@?%#':
            signs.append(Sign(token, start, start + 1))
        elif token in "<>":
            self.traits.add(token)

    def _deeper(self, closing: str, depth: int) -> list[Sign]:
        if depth >= DEEPEST:
            return []
        return self.run(closing, depth + 1)

    def _argument(self, depth: int) -> tuple[str, list[Sign]]:
        """The next group or token: its text, and its signs."""
        if self.at >= len(self.tokens) or depth >= DEEPEST:
            return "", []
        token, start = self.tokens[self.at]
        if token == "{":
            self.at += 1
            signs = self._deeper("}", depth)
            end = self.tokens[self.at - 1][1] if self.at <= len(self.tokens) else len(self.text)
            return self.text[start + 1 : max(end, start + 1)], signs
        signs = []
        if token[0].isalnum() and len(token) > 1:
            self.tokens[self.at : self.at + 1] = [(token[0], start), (token[1:], start + 1)]
            token = token[0]
        self.at += 1
        before = self.at
        self._take(token, start, signs, depth + 1)
        end = self.tokens[self.at - 1][1] + len(self.tokens[self.at - 1][0]) if self.at > before else start + len(token)
        return self.text[start:end], signs

    def _script(self, token: str, signs: list[Sign], depth: int) -> None:
        base = signs[-1] if signs else None
        place = len(signs) - 1
        start = self.tokens[self.at - 1][1]
        text, inside = self._argument(depth)
        spelled = plain(text)
        if token == "_":
            if base is None:
                signs += inside
                return
            signs[place] = _with(base, self, below=spelled, inside=(*base.inside, *inside))
            return
        if base is not None and base.symbol in BIG:
            signs[place] = _with(base, self, inside=(*base.inside, *inside))
        elif spelled in ("T", "\\top", "\\intercal", "\\mathsf{T}", "\\mathrm{T}", "\\prime"):
            signs.append(Sign("'" if spelled == "\\prime" else "\\top", start, start + 1 + len(text)))
        elif spelled in ("-1", "2", "*", "+", "\\star", "\\dagger"):
            self.traits.add(f"^{spelled}")
            if base is not None:
                signs[place] = _with(base, self, above=spelled)
        else:
            self.traits |= {f"^{spelled}"} | ({"^-"} if spelled.startswith("-") else set())
            if base is not None:
                signs[place] = _with(base, self, above=spelled)
            signs += inside

    def _command(self, token: str, start: int, signs: list[Sign], depth: int) -> None:
        name = token[1:]
        if name in ("frac", "dfrac", "tfrac", "cfrac", "nicefrac"):
            self.traits.add("\\frac")
            top_text, top = self._argument(depth)
            bottom_text, bottom = self._argument(depth)
            if re.match(r"\s*(?:\\mathrm\{d\}|d)\b|\s*d[\\a-zA-Z^]", top_text) and plain(bottom_text).startswith("d"):
                top, bottom = _differential(top), _differential(bottom)
            signs += top + bottom
        elif name in ("binom", "dbinom", "tbinom"):
            signs.append(Sign("\\binom", start, start + len(token)))
            signs += self._argument(depth)[1] + self._argument(depth)[1]
        elif name == "sqrt":
            signs.append(Sign("\\sqrt", start, start + len(token)))
            if self._peek() == "[":
                self.at += 1
                signs += self.run("]", depth + 1)
            signs += self._argument(depth)[1]
        elif name in ("begin", "end"):
            environment = self._argument(depth)[0]
            if name == "begin" and "matrix" in environment:
                signs.append(Sign("\\begin{matrix}", start, start + len(token)))
            elif name == "begin" and "cases" in environment:
                signs.append(Sign("\\begin{cases}", start, start + len(token)))
        elif name in SKIPPED_WITH_ARGUMENT:
            self._argument(depth)
        elif name in UPRIGHT:
            self._upright(start, signs, depth)
        elif name in MARKS:
            self._marked(MARKS[name], start, signs, depth)
        elif name in ALPHABETS:
            self._alphabet(ALPHABETS[name], start, signs, depth)
        elif name in FONTS or name in ("left", "right", "middle"):
            if name in ("left", "right", "middle") and self._peek() in (".", "\\{", "\\}"):
                self.at += 1
            elif name in FONTS and self._peek() == "{":
                signs += [self._reach(one) for one in self._argument(depth)[1]]
        elif name == "arg" and self._peek() in ("\\max", "\\min"):
            self.at += 1
            signs.append(self._followed(f"\\arg{self.tokens[self.at - 1][0][1:]}", start, self._end()))
        elif name not in IGNORED:
            if name in ("|", "Vert", "lVert", "rVert", "parallel"):
                self._bar("||", start, signs)
            elif name in ("mid", "vert", "lvert", "rvert"):
                self._bar("|", start, signs)
            else:
                signs.append(self._followed(ALIASES.get(name, f"\\{name}"), start, start + len(token)))

    def _upright(self, start: int, signs: list[Sign], depth: int) -> None:
        text, inside = self._argument(depth)
        word = plain(text).replace("*", "").replace("-", "").replace("\\", "")
        if len(word) == 1:
            signs += [self._reach(one) for one in inside]
        elif word and word.lower() not in CONNECTIVES and " " not in text.strip() and word.isalpha():
            signs.append(self._followed(WORDS.get(word.lower(), f"\\operatorname{{{word}}}"), start, self._end()))

    def _marked(self, mark: str, start: int, signs: list[Sign], depth: int) -> None:
        _, inside = self._argument(depth)
        if len(inside) == 1 and not inside[0].below:
            symbol = f"\\{mark}{{{inside[0].symbol}}}"
            signs.append(self._followed(symbol, start, self._end(), base=inside[0].symbol))
        else:
            signs += [Sign(f"\\{mark}", start, start + len(mark) + 1), *inside]

    def _alphabet(self, alphabet: str, start: int, signs: list[Sign], depth: int) -> None:
        text, inside = self._argument(depth)
        letter = plain(text)
        if len(letter) == 1 or (len(letter) < 4 and letter.isalpha()):
            signs.append(self._followed(f"\\{alphabet}{{{letter}}}", start, self._end(), base=letter))
        else:
            signs += inside

    def _letters(self, token: str, start: int, signs: list[Sign]) -> None:
        """A run of letters: a word that is known as one, else letter by letter."""
        if len(token) > 1 and (token in WORDS or (token.lower() in WORDS and len(token) > 2)):
            signs.append(self._followed(WORDS.get(token, WORDS.get(token.lower(), "")), start, start + len(token)))
            return
        for place, letter in enumerate(token):
            at = start + place
            last = place == len(token) - 1
            differential = letter == "d" and (not last or self._peek().startswith("\\")) and self._integrates(signs)
            signs.append(Sign("d", at, at + 1, above="x") if differential else Sign(letter, at, at + 1))
        signs[-1] = self._reach(signs[-1])

    def _integrates(self, signs: list[Sign]) -> bool:
        return "\\int" in self.traits or any(sign.symbol == "\\int" for sign in signs)

    def _bar(self, token: str, start: int, signs: list[Sign]) -> None:
        kind = "\\|" if token == "||" else "|"
        signs.append(Sign(kind if self._paired(token) else f"{kind} alone", start, start + len(token)))

    def _paired(self, token: str) -> bool:
        """Whether the bracket that the last token stands in holds another bar like it."""
        same = _DOUBLE if token == "||" else _SINGLE
        if self.tokens[self.at - 1][0] == "\\mid":
            return False
        count = 0
        for step in (1, -1):
            level, at = 0, self.at - 1 + step
            while 0 <= at < len(self.tokens) and level >= 0:
                one = self.tokens[at][0]
                level += (one in "([{" and one != "") * step - (one in ")]}" and one != "") * step
                count += level == 0 and one in same
                at += step
        return count > 0

    def _followed(self, symbol: str, start: int, end: int, base: str = "") -> Sign:
        if symbol == "\\int":
            self.traits.add("\\int")
        return self._reach(Sign(symbol, start, end, base))

    def _reach(self, sign: Sign) -> Sign:
        """The sign, told whether a bracket follows it, and whether there is one bar in that bracket."""
        at = self.at
        while at < len(self.tokens) and self.tokens[at][0] in (
            "\\left",
            "\\big",
            "\\Big",
            "\\bigl",
            "\\Bigl",
            "\\!",
            "\\,",
        ):
            at += 1
        if at >= len(self.tokens) or self.tokens[at][0] not in "([":
            return sign
        level, bars = 0, 0
        for token, _ in self.tokens[at:]:
            level += (token in "([") - (token in ")]")
            bars += level == 1 and token in ("|", "\\mid", "\\vert")
            if level == 0:
                break
        return Sign(sign.symbol, sign.start, sign.end, sign.base, sign.below, sign.above, True, bars == 1, sign.inside)

    def _peek(self) -> str:
        return self.tokens[self.at][0] if self.at < len(self.tokens) else ""

    def _end(self) -> int:
        token, start = self.tokens[self.at - 1]
        return start + len(token)


def _with(
    sign: Sign, scanner: _Scanner, *, below: str = "", above: str = "", inside: tuple[Sign, ...] | None = None
) -> Sign:
    made = Sign(
        sign.symbol,
        sign.start,
        sign.end,
        sign.base,
        below or sign.below,
        above or sign.above,
        sign.applied,
        sign.given,
        sign.inside if inside is None else inside,
    )
    return scanner._reach(made)


def _differential(signs: list[Sign]) -> list[Sign]:
    """The first `d` of a fraction's part is no letter: it belongs to a derivative."""
    first = signs[0] if signs else None
    return [Sign("d", first.start, first.end, above="x"), *signs[1:]] if first and first.symbol == "d" else signs


UNICODE = {
    "∑": "\\sum", "∏": "\\prod", "∫": "\\int", "∇": "\\nabla", "∂": "\\partial", "√": "\\sqrt", "∞": "\\infty",
    "∈": "\\in", "≤": "\\leq", "≥": "\\geq", "≠": "\\neq", "≈": "\\approx", "∼": "\\sim", "∝": "\\propto",
    "⊤": "\\top", "·": "\\cdot", "×": "\\times", "⊙": "\\odot", "→": "\\to", "∪": "\\cup", "∩": "\\cap",
    "α": "\\alpha", "β": "\\beta", "γ": "\\gamma", "δ": "\\delta", "ε": "\\varepsilon", "η": "\\eta",
    "θ": "\\theta", "κ": "\\kappa", "λ": "\\lambda", "μ": "\\mu", "ν": "\\nu", "ξ": "\\xi", "π": "\\pi",
    "ρ": "\\rho", "σ": "\\sigma", "τ": "\\tau", "φ": "\\phi", "ϕ": "\\phi", "χ": "\\chi", "ψ": "\\psi",
    "ω": "\\omega", "Γ": "\\Gamma", "Δ": "\\Delta", "Θ": "\\Theta", "Λ": "\\Lambda", "Σ": "\\Sigma",
    "Φ": "\\Phi", "Ω": "\\Omega", "ℓ": "\\ell", "ℝ": "\\mathbb{R}", "𝔼": "\\mathbb{E}", "ℒ": "\\mathcal{L}",
}  # fmt: skip
"""Signs that people paste as they see them."""
