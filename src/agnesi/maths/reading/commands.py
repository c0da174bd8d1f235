"""LaTeX's commands, by what the scanner does with them: signs, symbols, fonts, marks, brackets, environments."""

from __future__ import annotations

from agnesi.maths.functions import ALIASES, GREEK

_SIGNS_BY_KIND: dict[str, str] = {
    "cdot": "cdot bullet cdotp", "times": "times", "*": "ast star", "/": "div", "±": "pm", "∓": "mp", "odot": "odot",
    "otimes": "otimes", "circ": "circ", "<=": "le leq leqslant leqq", ">=": "ge geq geqslant geqq", "<": "lt",
    ">": "gt", "!=": "ne neq", "=": "leftarrow gets coloneqq triangleq eq", "approx": "approx simeq cong", "~": "sim",
    "equiv": "equiv", "in": "in isin", "notin": "notin", "subset": "subset subsetneq", "subseteq": "subseteq",
    "perp": "perp bot", "propto": "propto", "given": "mid", "union": "cup", "intersection": "cap",
    "bigcup": "bigcup", "bigcap": "bigcap", "setminus": "setminus smallsetminus backslash", "and": "land wedge and",
    "or": "lor vee or", "not": "lnot neg", "implies": "implies Rightarrow Longrightarrow",
    "->": "to rightarrow longrightarrow mapsto", "iff": "iff Leftrightarrow Longleftrightarrow",
    "partial": "partial", "nabla": "nabla", "sum": "sum", "prod": "prod", "int": "int smallint oint", "lim": "lim",
    "forall": "forall", "exists": "exists", "'": "prime", "°": "degree", "dagger": "dagger dag",
    "complement": "complement", "top": "top intercal", "...": "dots ldots cdots dotsc dotsb vdots ddots",
    "mod": "bmod mod", "choose": "choose", ":": "colon", "|": "vert", "‖": "Vert parallel", "|(": "lvert",
    "|)": "rvert", "‖(": "lVert", "‖)": "rVert", "⟨": "langle", "⟩": "rangle", "⌊": "lfloor", "⌋": "rfloor",
    "⌈": "lceil", "⌉": "rceil", "{": "lbrace", "}": "rbrace", "[": "lbrack", "]": "rbrack", "(": "lparen",
    ")": "rparen", "differential": "differentialD dd diff rd", "placeholder": "square Box", "newline": "newline cr",
}  # fmt: skip

SIGNS: dict[str, str] = {command: kind for kind, commands in _SIGNS_BY_KIND.items() for command in commands.split()}
"""Commands that are one sign, by the kind of its token."""

CONSTANTS: dict[str, str] = {
    "infty": "infinity", "infin": "infinity", "emptyset": "empty", "varnothing": "empty", "exponentialE": "e",
    "imaginaryI": "i", "imaginaryJ": "i", "R": "reals", "N": "naturals", "Z": "integers", "Q": "rationals",
    "C": "complexes", "reals": "reals", "Reals": "reals", "Complex": "complexes", "natnums": "naturals",
    "True": "true", "False": "false",
}  # fmt: skip

CHANCES: dict[str, str] = {"Pr": "P", "E": "E", "P": "P", "Var": "Var", "Cov": "Cov", "KL": "KL", "Prob": "P"}

BLACKBOARD: dict[str, tuple[str, str]] = {
    "R": ("constant", "reals"), "N": ("constant", "naturals"), "Z": ("constant", "integers"), "Q": ("constant",
    "rationals"), "C": ("constant", "complexes"), "E": ("chance", "E"), "P": ("chance", "P"), "V": ("chance", "Var"),
    "1": ("function", "indicator"), "I": ("function", "indicator"),
}  # fmt: skip

BOLD = frozenset(["mathbf", "boldsymbol", "bm", "bold", "pmb", "mathbfit", "symbf", "textbf"])
FONTS = BOLD | frozenset(
    [
        "mathit",
        "mathsf",
        "mathcal",
        "mathscr",
        "mathfrak",
        "mathtt",
        "mathnormal",
        "mathop",
        "mathbin",
        "mathrel",
        "mathord",
        "mathopen",
        "mathclose",
        "cal",
        "boxed",
        "ensuremath",
    ]
)
"""Commands whose argument is read as if they were not there; what is bold is a vector where nothing was declared."""

UPRIGHT = frozenset(
    [
        "mathrm",
        "operatorname",
        "text",
        "textrm",
        "textit",
        "textsf",
        "mbox",
        "textnormal",
        "operatornamewithlimits",
        "mathup",
    ]
)
"""Commands whose argument is a word: a function, a connective, a name, or words that stand for themselves."""

MARKS: dict[str, str] = {
    "hat": "hat", "widehat": "hat", "bar": "bar", "overline": "bar", "tilde": "tilde", "widetilde": "tilde",
    "vec": "vec", "overrightarrow": "vec", "dot": "dotted", "ddot": "ddotted", "underline": "underline",
}  # fmt: skip

FRACTIONS = frozenset(("frac", "dfrac", "tfrac", "cfrac", "nicefrac", "sfrac"))
BINOMIALS = frozenset(("binom", "dbinom", "tbinom"))

SPACES = frozenset(
    [
        "quad",
        "qquad",
        "thinspace",
        "enspace",
        "medspace",
        "thickspace",
        "negthinspace",
        "displaystyle",
        "textstyle",
        "scriptstyle",
        "scriptscriptstyle",
        "limits",
        "nolimits",
        "big",
        "Big",
        "bigg",
        "Bigg",
        "bigl",
        "Bigl",
        "biggl",
        "Biggl",
        "bigr",
        "Bigr",
        "biggr",
        "Biggr",
        "bigm",
        "Bigm",
        "nonumber",
        "notag",
        "hfill",
        "null",
        "allowbreak",
        "nobreak",
        "left.",
        "relax",
    ]
)
SKIPPED_WITH_ARGUMENT = frozenset(
    ["hspace", "vspace", "phantom", "hphantom", "vphantom", "label", "tag", "color", "textcolor", "style", "class"]
)

ENVIRONMENTS: dict[str, str] = {
    **dict.fromkeys(["matrix", "pmatrix", "bmatrix", "Bmatrix", "smallmatrix"], "matrix"),
    "vmatrix": "vmatrix",
    "Vmatrix": "Vmatrix",
    "array": "array",
    **dict.fromkeys(["cases", "dcases", "rcases"], "cases"),
    **dict.fromkeys(
        [
            "aligned",
            "align",
            "align*",
            "alignedat",
            "alignat",
            "gather",
            "gather*",
            "gathered",
            "split",
            "equation",
            "equation*",
            "eqnarray",
            "eqnarray*",
            "multline",
        ],
        "lines",
    ),
}

KNOWN: frozenset[str] = frozenset(
    {
        *SIGNS,
        *CONSTANTS,
        *CHANCES,
        *FONTS,
        *UPRIGHT,
        *MARKS,
        *FRACTIONS,
        *BINOMIALS,
        *GREEK,
        *ALIASES,
        "sqrt",
        "left",
        "right",
        "begin",
        "end",
    }
)
"""All of them, to find the one that a misspelt command was meant to be."""

IF_WORDS = frozenset(("if", "for", "when", "whenever", "where", "provided", "if and only if", "for all", "with"))
OTHERWISE_WORDS = frozenset(("otherwise", "else", "elsewhere", "or else"))
