r"""LaTeX, as a maths field emits it and as people paste it from papers, cut into the same tokens as typed text.

Braces become the invisible brackets `{:` and `:}`, and every argument of `^` and of a command stands in them, so that
the grammar need not know that `\\frac12` and `x^2n` take one character. Fonts, sizes and spaces vanish.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass, field
from fractions import Fraction

from agnesi.maths.functions import ALIASES, GREEK, SHORTHANDS
from agnesi.maths.reading import commands
from agnesi.maths.reading.errors import ReadingError
from agnesi.maths.reading.limits import DEPTH
from agnesi.maths.reading.names import CHANCES, CONSTANTS, WORDS, Scope
from agnesi.maths.reading.runs import run_tokens
from agnesi.maths.reading.tokens import Token
from agnesi.maths.reading.typed import beyond_ascii, number_token

_SPACE = re.compile(r"[ \t\r\n\f\v~\u00a0\u2000-\u200a\u202f\u205f\u3000$]+")
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?|\.[0-9]+")
_THOUSANDS = re.compile(r"[0-9]{1,3}(?:(?:\{,\}|\\,|,\\!)[0-9]{3})+(?![0-9])(?:\.[0-9]+)?")
_COMMA_NUMBER = re.compile(r"[0-9]+(?:\{,\}|,)[0-9]+")
_REPEATING = re.compile(r"([0-9]{1,50})\.([0-9]{0,50})\\(?:overline|bar)\{([0-9]{1,50})\}")
_EXPONENT = re.compile(r"\\mathrm\{e\}\{([+-]?[0-9]+)\}")
_LETTERS = re.compile(r"[A-Za-z]+")
_COMMAND = re.compile(r"\\(?:[A-Za-z]+\*?|.)", re.DOTALL)
_INDEX = re.compile(r"\{ *([A-Za-z]+|[0-9]+|[A-Za-z][0-9]+) *\}|([A-Za-z0-9])")
_SIGN = re.compile(r"<=|>=|!=|:=|->|=>|[-+*/=<>|()\[\],;:.!'%@&]")
_SPELLINGS = {":=": "=", "=>": "implies"}
_ESCAPED = {
    "{": "{", "}": "}", "|": "‖", "%": "%", "\\": "newline", ",": "", ";": "", ":": "", "!": "", " ": "", ">": "",
    "(": "", ")": "", "[": "", "]": "", "$": "", "/": "", "\n": "", "_": "_", "&": "and", "#": "",
}  # fmt: skip
_NEGATED = {"=": "!=", "in": "notin", "<": ">=", ">": "<=", "<=": ">", ">=": "<"}


@dataclass(slots=True)
class _Frame:
    """An open brace: its closing token ("" for none), the arguments due after it, whether it is bold."""

    close: str
    due: int = 0
    automatic: bool = False
    bold: bool = False
    start: int = 0


@dataclass(slots=True)
class Scanned:
    """What the scan of a LaTeX text found: tokens, bold letters, words set upright that may be functions."""

    tokens: list[Token] = field(default_factory=list)
    bold: set[str] = field(default_factory=set)
    upright: set[str] = field(default_factory=set)


def tokens_of_latex(text: str, scope: Scope, comma: bool = False) -> Scanned:
    """The tokens of `text`, an "end" last. Raises ReadingError for unknown commands and unbalanced braces."""
    scanner = _Scanner(text, scope, comma)
    scanner.run()
    return scanner.found


class _Scanner:
    def __init__(self, text: str, scope: Scope, comma: bool) -> None:
        self.text = text
        self.scope = scope
        self.comma = comma
        self.found = Scanned()
        self.tokens = self.found.tokens
        self.frames: list[_Frame] = []
        self.lefts: list[str] = []
        self.kinds: list[str] = []
        self.due = 0
        self.bold = 0
        self.at = 0
        self.spaced = False
        self.root_closes: set[int] = set()

    def run(self) -> None:
        text, size = self.text, len(self.text)
        while self.at < size:
            if found := _SPACE.match(text, self.at):
                self.at = found.end()
                self.spaced = True
                continue
            self.step(text[self.at])
            self.spaced = False
        if self.frames and not self.frames[-1].automatic:
            opened = self.frames[-1].start
            raise ReadingError(
                "This { is never closed; a } is missing.", opened, opened + 1, text + "}" * len(self.frames)
            )
        self.close_automatic(force=True)
        while self.tokens and self.tokens[-1].kind in (".", "newline") and len(self.tokens) > 1:
            self.tokens.pop()
        self.tokens.append(Token("end", "", size, size))

    def step(self, char: str) -> None:
        """Reads the next token or argument."""
        if char == "{":
            self.open_brace()
        elif char == "}":
            self.close_brace()
        elif self.due and char not in "^_&":
            self.argument(char)
        else:
            self.one(char)

    # --- braces and arguments ---

    def open_brace(self) -> None:
        text, at = self.text, self.at
        if not self.due:
            if text.startswith("{,}", at):
                self.add(",", ",", at, at + 3)
                self.at = at + 3
                return
            if text.startswith("{}", at):
                self.at = at + 2
                return
        due = max(self.due - 1, 0)
        wanted = self.due > 0
        self.due = 0
        self.at = at + 1
        if len(self.frames) > 2 * DEPTH:
            raise ReadingError(
                f"This is nested too deeply to read: at most {DEPTH} brackets inside one another.", at, at + 1
            )
        called = not wanted and self.tokens and self.tokens[-1].kind == "name" and text.startswith("\\left(", at + 1)
        if called:
            self.frames.append(_Frame("", due, start=at))
            return
        self.add("{:", "{", at, at + 1)
        self.frames.append(_Frame(":}", due, start=at))

    def close_brace(self) -> None:
        at = self.at
        while self.frames and self.frames[-1].automatic:
            self.pop(at)
        if not self.frames:
            raise ReadingError(
                "This } closes a brace that was never opened.", at, at + 1, self.text[:at] + self.text[at + 1 :]
            )
        self.at = at + 1
        self.pop(at)
        self.close_automatic()

    def pop(self, at: int) -> None:
        frame = self.frames.pop()
        if frame.close:
            self.add(frame.close, "}" if frame.close == ":}" else frame.close, at, self.at)
        self.bold -= frame.bold
        self.due = frame.due

    def close_automatic(self, force: bool = False) -> None:
        """Closes the arguments that had no braces of their own, once what they took is complete."""
        while self.frames and self.frames[-1].automatic and (force or self.due == 0):
            self.pop(self.at)

    def argument(self, char: str) -> None:
        """An argument without braces: one character, or one command with arguments of its own."""
        if len(self.frames) > 2 * DEPTH:
            raise ReadingError(
                f"This is nested too deeply to read: at most {DEPTH} brackets inside one another.", self.at, self.at + 1
            )
        self.add("{:", "", self.at, self.at)
        self.frames.append(_Frame(":}", self.due - 1, automatic=True, start=self.at))
        self.due = 0
        if char == "\\":
            self.command()
        elif "0" <= char <= "9":
            self.tokens.append(number_token(char, self.at, self.at + 1))
            self.at += 1
        elif char.isascii() and char.isalpha():
            self.letters(self.at + 1)
        else:
            self.one(char)
        self.close_automatic()

    # --- single tokens ---

    def one(self, char: str) -> None:
        text, at = self.text, self.at
        if char == "\\":
            self.command()
        elif char in "^_":
            self.script(char)
        elif (found := _LETTERS.match(text, at)) is not None:
            self.letters(found.end())
        elif "0" <= char <= "9" or (char == "." and _NUMBER.match(text, at)):
            self.number()
        elif (found := _SIGN.match(text, at)) is not None:
            self.sign(found.group(), found.end())
        else:
            before = len(self.tokens)
            self.at = beyond_ascii(text, at, self.spaced, self.tokens, self.scope)
            if len(self.tokens) == before:
                self.at = max(self.at, at + 1)

    def script(self, char: str) -> None:
        self.add(char, char, self.at, self.at + 1)
        self.at += 1
        self.due = 1
        if char == "_":
            space = _SPACE.match(self.text, self.at)
            found = _INDEX.match(self.text, space.end() if space else self.at)
            if found:
                self.add("run", found.group(1) or found.group(2), found.start(), found.end())
                self.at = found.end()
                self.due = 0
                self.close_automatic()

    def letters(self, end: int) -> None:
        single = end == self.at + 1 and self.frames and self.frames[-1].automatic and self.frames[-1].start == self.at
        if single:
            char = self.text[self.at]
            pieces = [Token("name", self.scope.spelled(char) or char, self.at, end, self.spaced)]
        else:
            pieces, end = run_tokens(self.scope, self.text, self.at, end, self.spaced)
        if self.bold:
            self.found.bold.update(piece.text for piece in pieces if piece.kind == "name")
        self.tokens += pieces
        self.at = end

    def number(self) -> None:
        text, at = self.text, self.at
        if self.comma and (found := _COMMA_NUMBER.match(text, at)):
            digits = found.group().replace("{,}", ".").replace(",", ".")
        elif found := _REPEATING.match(text, at):
            self.repeating(found)
            return
        elif found := _THOUSANDS.match(text, at):
            digits = re.sub(r"[^0-9.]", "", found.group())
        else:
            found = _NUMBER.match(text, at)
            assert found
            digits = found.group()
        end = found.end()
        if raised := _EXPONENT.match(text, end):
            digits, end = f"{digits}e{raised.group(1)}", raised.end()
        self.tokens.append(number_token(digits, at, end, self.spaced))
        self.at = end

    def repeating(self, found: re.Match[str]) -> None:
        r"""Reads 0.1\overline{6}, exactly."""
        whole, fixed, period = found.groups()
        parts = 10 ** len(fixed)
        value = Fraction(int(whole + fixed), parts) + Fraction(int(period), (10 ** len(period) - 1) * parts)
        self.tokens.append(Token("number", str(value), found.start(), found.end(), self.spaced, value))
        self.at = found.end()

    def sign(self, sign: str, end: int) -> None:
        at = self.at
        self.at = end
        if sign == "&" and (not self.kinds or self.kinds[-1] == "lines"):
            return
        self.add(_SPELLINGS.get(sign, sign), sign, at, end)
        if sign == "]" and at in self.root_closes:
            self.due = 1

    def add(self, kind: str, shown: str, start: int, end: int) -> None:
        self.tokens.append(Token(kind, shown, start, end, self.spaced))

    # --- commands ---

    def command(self) -> None:
        text, at = self.text, self.at
        found = _COMMAND.match(text, at)
        if found is None:
            raise ReadingError("A backslash at the end stands for nothing; delete it.", at, at + 1, text[:at])
        name, end = found.group()[1:].rstrip("*") or "*", found.end()
        self.at = end
        if not name[0].isalpha():
            self.escaped(name, at, end)
        elif self.scope.spelled(name) and name not in ("frac", "sqrt", "left", "right", "begin", "end"):
            self.name(self.scope.spelled(name) or name, at, end)
        elif name in commands.FRACTIONS:
            self.add("frac", "\\" + name, at, end)
            self.due = 2
        elif name == "sqrt":
            self.root(at, end)
        elif name in commands.BINOMIALS:
            self.add("binom", "\\" + name, at, end)
            self.due = 2
        elif name in ("left", "mleft", "right", "mright", "middle"):
            self.delimiter(
                name[-4:] if name[-4:] == "left" else name.removeprefix("m") if name != "middle" else name, at
            )
        elif name in commands.SIGNS:
            self.add(commands.SIGNS[name], found.group(), at, end)
        elif name in commands.FONTS:
            self.font(name)
        elif name in commands.UPRIGHT or name == "mathbb":
            self.upright(name, at)
        elif name in commands.MARKS:
            self.add("marked", commands.MARKS[name], at, end)
            self.due = 1
        else:
            self.other_command(name, at, end)

    def other_command(self, name: str, at: int, end: int) -> None:
        if name in commands.SPACES:
            self.spaced = True
            self.due = self.due
        elif name in commands.CONSTANTS:
            self.add("constant", commands.CONSTANTS[name], at, end)
        elif name == "Gamma" and re.compile(r" *(?:\(|\\left\()").match(self.text, end):
            self.function("Gamma", at, end)
        elif name in GREEK:
            self.name(self.greek(name), at, end)
        elif name in commands.CHANCES:
            self.add("chance", commands.CHANCES[name], at, end)
        elif name in ALIASES or name in SHORTHANDS:
            self.function(ALIASES.get(name, name), at, end)
        elif name in ("ell", "hbar"):
            self.name(name, at, end)
        elif name in ("iint", "iiint"):
            for _ in name[:-2]:
                self.add("int", "\\int", at, end)
        elif name in ("begin", "end"):
            self.environment(name, at)
        elif name in ("not", "pmod", "placeholder"):
            self.special(name, at, end)
        elif name in commands.SKIPPED_WITH_ARGUMENT:
            self.raw()
        else:
            near = difflib.get_close_matches(name, commands.KNOWN, 1, 0.7)
            repaired = f"{self.text[:at]}\\{near[0]}{self.text[end:]}" if near else ""
            raise ReadingError(f"I do not know the command \\{name}.", at, end, repaired)

    def escaped(self, char: str, at: int, end: int) -> None:
        kind = _ESCAPED.get(char)
        if kind is None:
            raise ReadingError(f"I do not know the command \\{char}.", at, end, self.text[:at] + self.text[at + 1 :])
        if not kind:
            self.spaced = True
        elif kind == "newline":
            if skipped := re.compile(r" *\[[^\]\\]{0,20}\]").match(self.text, end) if self.kinds else None:
                self.at = skipped.end()
            self.add("newline", "\\\\", at, self.at)
        else:
            self.add(kind, "\\" + char, at, end)

    def special(self, name: str, at: int, end: int) -> None:
        if name == "placeholder":
            self.add("placeholder", "▢", at, end)
            if self.text.startswith("[", self.at) and (close := self.text.find("]", self.at)) > 0:
                self.at = close + 1
            if self.text.startswith("{", self.at):
                self.raw()
        elif name == "pmod":
            self.add("(", "(", at, at)
            self.add("mod", "\\pmod", at, end)
            self.add("{:", "", end, end)
            word = self.raw()
            inner = tokens_of_latex(word, self.scope, self.comma) if "\\" not in word and "{" not in word else None
            if inner is None:
                raise ReadingError("The modulus in \\pmod should be a number or a letter.", at, self.at)
            for one in inner.tokens[:-1]:
                one.start = one.end = end
                self.tokens.append(one)
            self.add(":}", "", self.at, self.at)
            self.add(")", ")", self.at, self.at)
        else:
            before = len(self.tokens)
            if space := _SPACE.match(self.text, self.at):
                self.at = space.end()
            if self.at < len(self.text) and self.text[self.at] not in "{}^_":
                self.one(self.text[self.at])
            last = self.tokens[-1] if len(self.tokens) == before + 1 else None
            if last is None or last.kind not in _NEGATED:
                raise ReadingError("I cannot read this \\not; write \\neq or \\notin.", at, end)
            last.kind = _NEGATED[last.kind]

    def root(self, at: int, end: int) -> None:
        self.add("sqrt", "\\sqrt", at, end)
        self.due = 1
        opened = end
        while opened < len(self.text) and self.text[opened] == " ":
            opened += 1
        if self.text.startswith("[", opened):
            close = self.text.find("]", opened)
            if close < 0:
                raise ReadingError("This [ is never closed; a ] is missing.", opened, opened + 1)
            self.due = 0
            self.root_closes.add(close)
            self.at = opened

    def delimiter(self, side: str, at: int) -> None:
        r"""\\left( and \\right): the bracket, with the side it stands on where the sign alone does not tell."""
        if space := _SPACE.match(self.text, self.at):
            self.at = space.end()
        found = _COMMAND.match(self.text, self.at)
        shown = found.group() if found else self.text[self.at : self.at + 1]
        if not shown:
            raise ReadingError(f"A bracket is missing after \\{side}.", at, self.at, self.text[:at])
        self.at += len(shown)
        kind = commands.SIGNS.get(shown[1:], _ESCAPED.get(shown[1:], "")) if found else shown
        kind = {"<": "⟨", ">": "⟩"}.get(kind, kind) or shown
        if side == "middle":
            self.add("given", shown, at, self.at)
            return
        if side == "left":
            self.lefts.append(kind)
        elif self.lefts:
            opened = self.lefts.pop()
            if kind == ".":
                kind = {"{": "}", "(": ")", "[": "]"}.get(opened, ".")
        if kind == ".":
            return
        if kind in ("|", "‖", "|(", "|)", "‖(", "‖)"):
            kind = kind[0] + ("(" if side == "left" else ")")
        self.add(kind, self.text[at : self.at], at, self.at)

    def font(self, name: str) -> None:
        """The argument of a font: its tokens without the braces."""
        bold = name in commands.BOLD
        if space := _SPACE.match(self.text, self.at):
            self.at = space.end()
        following = self.text[self.at : self.at + 1]
        if bold and self.text.startswith(("{\\cdot}", "{\\times}"), self.at):
            kind = "boldcdot" if self.text[self.at + 2] == "c" else "boldtimes"
            end = self.text.index("}", self.at) + 1
            self.add(kind, self.text[self.at : end], self.at, end)
            self.at = end
        elif name in ("mathcal", "mathscr") and (
            found := re.compile(r"\{? ?([NU]) ?\}?(?= *(?:\(|\\left\())").match(self.text, self.at)
        ):
            self.function({"N": "Normal", "U": "Uniform"}[found.group(1)], self.at, found.end())
            self.at = found.end()
        elif bold and self.text.startswith("{1}", self.at):
            self.name("ones", self.at, self.at + 3)
            self.at += 3
        elif following == "{":
            self.frames.append(_Frame("", self.due, bold=bold, start=self.at))
            if len(self.frames) > 2 * DEPTH:
                raise ReadingError(
                    f"This is nested too deeply to read: at most {DEPTH} brackets inside one another.",
                    self.at,
                    self.at + 1,
                )
            self.due = 0
            self.bold += bold
            self.at += 1
        elif following and following not in "}^_&":
            self.bold += bold
            if following.isascii() and following.isalpha():
                self.letters_single()
            else:
                self.one(following)
            self.bold -= bold

    def letters_single(self) -> None:
        char = self.text[self.at]
        self.name(self.scope.spelled(char) or char, self.at, self.at + 1)
        self.at += 1

    def raw(self) -> str:
        """The text of a command's argument, passed over unread."""
        text = self.text
        if space := _SPACE.match(text, self.at):
            self.at = space.end()
        if not text.startswith("{", self.at):
            self.at = min(self.at + 1, len(text))
            return text[self.at - 1 : self.at]
        depth, start = 0, self.at
        for at in range(start, len(text)):
            depth += (text[at] == "{") - (text[at] == "}")
            if depth == 0:
                self.at = at + 1
                return text[start + 1 : at]
        raise ReadingError("This { is never closed; a } is missing.", start, start + 1, text + "}")

    def upright(self, command: str, at: int) -> None:
        r"""\mathrm{d}, \operatorname{softmax}, \text{if}, \mathbb{E}: a word by its meaning."""
        word = self.raw()
        end = self.at
        plain = re.sub(r"\\[,;:! ]|[~]", " ", word)
        plain = " ".join(plain.split())
        if command == "mathbb":
            kind, shown = commands.BLACKBOARD.get(plain, ("name", plain))
            self.add(kind, shown, at, end)
        elif command == "mathrm" and plain == "d":
            self.add("differential", "d", at, end)
        elif name := self.scope.spelled(plain):
            self.name(name, at, end)
        else:
            self.word(command, plain, at, end)

    def word(self, command: str, plain: str, at: int, end: int) -> None:
        joined = plain.replace(" ", "")
        bare = plain.strip(" ,.;:").lower()
        if joined in ALIASES or joined in SHORTHANDS:
            self.function(ALIASES.get(joined, joined), at, end)
        elif joined in CHANCES:
            self.add("chance", CHANCES[joined], at, end)
        elif bare in commands.OTHERWISE_WORDS:
            self.add("otherwise", plain, at, end)
        elif bare in commands.IF_WORDS:
            self.add("if", plain, at, end)
        elif bare in WORDS:
            self.add(WORDS[bare], plain, at, end)
        elif bare == "such that" or bare == "given that":
            self.add("given", plain, at, end)
        elif joined in CONSTANTS:
            self.add("constant", CONSTANTS[joined], at, end)
        elif len(joined) == 1 and joined.isalpha() and joined.isascii():
            self.name(joined, at, end)
        elif (
            command in ("mathrm", "operatorname", "mathup", "operatornamewithlimits")
            and joined.isascii()
            and joined.isalnum()
        ):
            self.found.upright.add(joined)
            self.name(joined, at, end)
        elif plain.strip():
            self.add("text", plain.strip(), at, end)
        else:
            self.spaced = True

    def environment(self, name: str, at: int) -> None:
        kind = self.raw().strip()
        if name == "end":
            if not self.kinds:
                raise ReadingError(f"This \\end{{{kind}}} ends what was never begun.", at, self.at)
            self.kinds.pop()
            self.add("end-of", f"\\end{{{kind}}}", at, self.at)
            return
        if kind not in commands.ENVIRONMENTS:
            raise ReadingError(f"I do not know the environment {kind or 'without a name'}.", at, self.at)
        self.kinds.append(commands.ENVIRONMENTS[kind])
        if kind in ("array", "alignedat", "alignat") and self.text.startswith("{", self.at):
            self.raw()
        self.add("begin", commands.ENVIRONMENTS[kind], at, self.at)

    def name(self, name: str, at: int, end: int) -> None:
        if self.bold:
            self.found.bold.add(name)
        self.add("name", name, at, end)

    def function(self, name: str, at: int, end: int) -> None:
        r"""A known function; Γ is a letter unless it is called, and \\arg\\max is argmax."""
        if (
            name in ("max", "min")
            and self.tokens
            and self.tokens[-1].text == "arg"
            and self.tokens[-1].kind == "function"
        ):
            at = self.tokens.pop().start
            name = "arg" + name
        self.add("function", name, at, end)

    def greek(self, name: str) -> str:
        """The letter by its name; ϕ and φ are one where only one of them is declared."""
        if self.scope.spelled(name) or self.scope.declared is None:
            return name
        other = name[3:] if name.startswith("var") else "var" + name
        return self.scope.spelled(other) or name
