"""Answers given in words, and numbers with their thousands parted: what a whole text may be besides mathematics."""

from __future__ import annotations

import re
from fractions import Fraction

from agnesi.maths.tree import Constant, Node, Number, Text

_WORDS: dict[str, Node] = {
    **dict.fromkeys(("none", "nothing"), Text("none")),
    **dict.fromkeys(
        ("no solution", "no solutions", "no real solution", "no real solutions", "has no solution", "no answer"),
        Text("no solution"),
    ),
    **dict.fromkeys(("dne", "does not exist", "d.n.e.", "doesn't exist"), Text("DNE")),
    **dict.fromkeys(("undefined", "not defined"), Constant("undefined")),
    **dict.fromkeys(("empty set", "the empty set", "empty"), Constant("empty")),
    **dict.fromkeys(("all real numbers", "all reals", "the real numbers", "real numbers"), Constant("reals")),
    **dict.fromkeys(("infinity", "infinite"), Constant("infinity")),
    **dict.fromkeys(("minus infinity", "negative infinity"), Text("-infinity")),
    "true": Constant("true"), "false": Constant("false"), "yes": Text("yes"), "no": Text("no"),
    "infinitely many": Text("infinitely many"), "infinitely many solutions": Text("infinitely many"),
    "all": Constant("true"),
}  # fmt: skip
_THOUSANDS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")


def in_words(text: str) -> Node | None:
    """What a text that is words alone stands for ("no solution", "all real numbers"), or None."""
    if not text or not (text[0].isalpha() or text[0] in " 0123456789\\\"'"):
        return None
    plain = text.strip()
    if plain[:1].isdigit():
        if "," in plain and _THOUSANDS.fullmatch(plain):
            digits = plain.replace(",", "")
            return Number(Fraction(digits), digits if "." in digits else "", span=(0, len(text)))
        return None
    if (
        plain.startswith(("\\text{", "\\mathrm{", "\\textrm{", "\\mbox{"))
        and plain.endswith("}")
        and plain.count("{") == 1
    ):
        plain = plain[plain.index("{") + 1 : -1]
    return _WORDS.get(" ".join(plain.strip(" .\"'").lower().split()))
