"""The one stream of tokens that typed text and LaTeX are both cut into, and that the grammar reads."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction


@dataclass(slots=True)
class Token:
    r"""A piece of the text from `start` to `end`.

    `kind` is what the grammar looks at: "number", "name" (of a symbol or constant), "function" (a known one, by
    its one name), "run" (letters and digits after an underscore, not yet parted), "text" (words), "end", or the sign
    itself in one spelling, whatever was typed: `-` for every minus, `<=` for every less-or-equal. `{:` and `:}` are
    invisible brackets: LaTeX's braces, and those around a raised ². `spaced` says that white space stands before it.
    """

    kind: str
    text: str
    start: int
    end: int
    spaced: bool = False
    value: Fraction | None = None


# In one spelling, what several characters or commands mean. Both tokenizers use it.
SIGNS: dict[str, str] = {
    "−": "-", "–": "-", "—": "-", "‐": "-", "‑": "-", "﹣": "-", "⁃": "-", "×": "times", "✕": "times", "✖": "times",
    "⨯": "times", "·": "cdot", "⋅": "cdot", "∙": "cdot", "•": "cdot", "∗": "*", "⊙": "odot", "∘": "circ",
    "⊗": "otimes", "÷": "/", "∕": "/", "⁄": "/", "≤": "<=", "⩽": "<=", "≦": "<=", "≥": ">=", "⩾": ">=", "≧": ">=",
    "≠": "!=", "≈": "approx", "∼": "~", "≡": "equiv", "≅": "approx", "∈": "in", "∉": "notin", "⊂": "subset",
    "⊆": "subseteq", "⊥": "perp", "⟂": "perp", "∝": "propto", "∣": "given", "∪": "union", "∩": "intersection",
    "∖": "setminus", "∧": "and", "∨": "or", "¬": "not", "⇒": "implies", "⟹": "implies", "→": "->", "⟶": "->",
    "⇔": "iff", "⟺": "iff", "↔": "iff", "±": "±", "∓": "∓", "∂": "partial", "∇": "nabla", "∑": "sum", "∏": "prod",
    "∫": "int", "∀": "forall", "∃": "exists", "‖": "‖", "∥": "‖", "⟨": "⟨", "⟩": "⟩", "〈": "⟨", "〉": "⟩", "⌊": "⌊",
    "⌋": "⌋", "⌈": "⌈", "⌉": "⌉", "′": "'", "’": "'", "‘": "'", "`": "'", "´": "'", "″": "''", "°": "°",
    "∁": "complement", "†": "dagger", "⊤": "top",
}  # fmt: skip

CONSTANT_SIGNS: dict[str, str] = {
    "∞": "infinity", "∅": "empty", "⌀": "empty", "ℝ": "reals", "ℕ": "naturals", "ℤ": "integers", "ℚ": "rationals",
    "ℂ": "complexes",
}  # fmt: skip

GREEK_SIGNS: dict[str, str] = dict(
    zip(
        "αβγδεζηθικλμνξπρστυφχψωΓΔΘΛΞΠΣΥΦΨΩϵϑϕµ",
        [
            "alpha",
            "beta",
            "gamma",
            "delta",
            "epsilon",
            "zeta",
            "eta",
            "theta",
            "iota",
            "kappa",
            "lambda",
            "mu",
            "nu",
            "xi",
            "pi",
            "rho",
            "sigma",
            "tau",
            "upsilon",
            "phi",
            "chi",
            "psi",
            "omega",
            "Gamma",
            "Delta",
            "Theta",
            "Lambda",
            "Xi",
            "Pi",
            "Sigma",
            "Upsilon",
            "Phi",
            "Psi",
            "Omega",
            "epsilon",
            "vartheta",
            "phi",
            "mu",
        ],
        strict=True,
    )
)

SUPERSCRIPTS = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿⁱᵀᵏᵐ", "0123456789+-()niTkm", strict=True))
SUBSCRIPTS = dict(zip("₀₁₂₃₄₅₆₇₈₉ᵢⱼₖₙₘₜ", "0123456789ijknmt", strict=True))
FRACTIONS = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5), "⅘": (4,
    5), "⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8),
}  # fmt: skip
