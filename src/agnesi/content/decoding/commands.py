"""What papers write, by what the scanner does with it: fonts, marks, spaces, other spellings of the same sign."""

from __future__ import annotations

UPRIGHT = frozenset(
    "operatorname mathrm text textrm textit textsf texttt textbf mathsf mathtt mbox textnormal mathop".split()  # noqa: SIM905
)
"""Commands whose argument is a word."""

FONTS = frozenset(
    [
        "mathbf",
        "boldsymbol",
        "bm",
        "bold",
        "pmb",
        "mathit",
        "mathnormal",
        "symbf",
        "mathbin",
        "mathrel",
        "boxed",
        "underbrace",
        "overbrace",
        "ensuremath",
        "underset",
        "overset",
        "stackrel",
    ]
)
"""Commands whose argument is looked at as if they were not there."""

ALPHABETS = {"mathbb": "mathbb", "mathcal": "mathcal", "mathscr": "mathcal", "mathfrak": "mathcal", "mathds": "mathbb",
             "cal": "mathcal"}  # fmt: skip
"""Alphabets in which a letter has a meaning of its own."""

MARKS = {"hat": "hat", "widehat": "hat", "bar": "bar", "overline": "bar", "tilde": "tilde", "widetilde": "tilde",
         "vec": "vec", "dot": "dot", "ddot": "ddot", "underline": "underline", "check": "check"}  # fmt: skip
"""What may stand above a letter."""

SKIPPED_WITH_ARGUMENT = frozenset(
    "hspace vspace phantom label tag color ref eqref cite xrightarrow".split()  # noqa: SIM905
)

IGNORED = frozenset(
    [
        ",",
        ";",
        ":",
        "!",
        "\\",
        "{",
        "}",
        "quad",
        "qquad",
        "displaystyle",
        "textstyle",
        "scriptstyle",
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
        "ldots",
        "cdots",
        "dots",
        "vdots",
        "ddots",
        "dotsc",
        "dotsb",
        "lbrace",
        "rbrace",
        "lbrack",
        "rbrack",
        "lparen",
        "rparen",
        "langle",
        "rangle",
        "lfloor",
        "rfloor",
        "lceil",
        "rceil",
        "pm",
        "mp",
        "colon",
        "equiv",
        "triangleq",
        "coloneqq",
        "doteq",
        "div",
        "lt",
        "gt",
        "hfill",
        "prime",
        "backslash",
        "substack",
        "hline",
        "gets",
        "leftarrow",
        "uparrow",
        "downarrow",
        "space",
        "thinspace",
        "enspace",
        "newline",
        "cr",
        "null",
        "&",
        "%",
        "$",
        "#",
        "_",
        "-",
    ]
)
"""Spaces, brackets and dots, which nobody needs explained. The empty command, a backslash before a space, too."""

ALIASES = {
    "le": "\\leq", "leqslant": "\\leq", "ge": "\\geq", "geqslant": "\\geq", "ne": "\\neq", "rightarrow": "\\to",
    "longrightarrow": "\\to", "intercal": "\\top", "Tr": "\\operatorname{tr}", "Pr": "\\mathbb{P}",
    "vartheta": "\\theta", "E": "\\mathbb{E}", "R": "\\mathbb{R}", "Var": "\\operatorname{Var}", "lg": "\\log",
    "Cov": "\\operatorname{Cov}", "argmax": "\\argmax", "argmin": "\\argmin", "bullet": "\\cdot", "ast": "*",
    "star": "*", "circledast": "*", "Longrightarrow": "\\Rightarrow", "Leftrightarrow": "\\iff", "lnot": "\\neg",
    "wedge": "\\land", "vee": "\\lor", "varnothing": "\\emptyset", "subset": "\\subseteq", "simeq": "\\approx",
    "cong": "\\approx", "smallsetminus": "\\setminus", "bigcup": "\\cup", "bigcap": "\\cap", "iint": "\\int",
    "oint": "\\int", "KL": "\\operatorname{KL}", "softmax": "\\operatorname{softmax}", "tr": "\\operatorname{tr}",
    "sigmoid": "\\operatorname{sigmoid}", "relu": "\\operatorname{ReLU}", "diag": "\\operatorname{diag}",
    "sign": "\\operatorname{sign}", "sgn": "\\operatorname{sign}", "rank": "\\operatorname{rank}", "top": "\\top",
    "dim": "\\operatorname{dim}", "ker": "\\operatorname{ker}", "varrho": "\\rho", "varsigma": "\\sigma",
    "loss": "\\mathcal{L}", "sin": "\\sin", "cos": "\\cos", "indep": "\\perp", "bot": "\\perp",
    "succeq": "\\succeq", "succ": "\\succeq", "preceq": "\\succeq", "gg": "\\ll",
}  # fmt: skip
"""Commands that are another spelling of a sign, by the spelling that the notation has."""

_OPERATORS = {
    "softmax": "softmax", "relu": "ReLU", "gelu": "GELU", "sigmoid": "sigmoid", "kl": "KL", "var": "Var", "cov": "Cov",
    "tr": "tr", "trace": "tr", "rank": "rank", "span": "span", "diag": "diag", "sign": "sign", "sgn": "sign",
    "layernorm": "LayerNorm", "batchnorm": "LayerNorm", "attention": "Attention",
    "multihead": "MultiHead", "concat": "Concat", "head": "head", "ffn": "FFN", "mlp": "FFN", "clip": "clip",
    "sim": "sim", "elbo": "ELBO", "bias": "Bias", "mse": "MSE", "logit": "logit", "corr": "Corr", "bernoulli": "Bern",
    "bern": "Bern", "binomial": "Bin", "poisson": "Poisson", "uniform": "Unif", "unif": "Unif",
    "dirichlet": "Dir", "dir": "Dir", "categorical": "Cat", "cat": "Cat", "mean": "mean", "std": "std",
    "precision": "precision", "recall": "recall", "softplus": "softplus", "leakyrelu": "ReLU", "logsumexp": "LSE",
    "lse": "LSE", "pe": "PE", "prox": "prox", "conv": "conv", "jsd": "JS", "js": "JS", "null": "null", "ker": "null",
    "dim": "dim", "cosine": "sim", "cross": "CE", "ce": "CE", "bce": "CE", "nll": "NLL", "erf": "erf", "elu": "ReLU",
}  # fmt: skip

_COMMANDS = {
    "exp": "\\exp", "log": "\\log", "ln": "\\ln", "max": "\\max", "min": "\\min", "argmax": "\\argmax",
    "argmin": "\\argmin", "det": "\\det", "lim": "\\lim", "sin": "\\sin", "cos": "\\cos", "tan": "\\tan",
    "tanh": "\\tanh", "sup": "\\sup", "inf": "\\inf", "sum": "\\sum", "prod": "\\prod", "int": "\\int",
    "sqrt": "\\sqrt", "nabla": "\\nabla", "partial": "\\partial", "theta": "\\theta", "alpha": "\\alpha",
    "beta": "\\beta", "gamma": "\\gamma", "delta": "\\delta", "epsilon": "\\epsilon", "lambda": "\\lambda",
    "sigma": "\\sigma", "phi": "\\phi", "psi": "\\psi", "omega": "\\omega", "rho": "\\rho", "tau": "\\tau",
    "eta": "\\eta", "infty": "\\infty", "loss": "\\mathcal{L}", "prob": "\\mathbb{P}",
}  # fmt: skip

WORDS = {**{word: f"\\operatorname{{{name}}}" for word, name in _OPERATORS.items()}, **_COMMANDS}
"""Words, in small letters, that are one sign, with or without a command around them."""

BIG = frozenset(
    "\\sum \\prod \\int \\max \\min \\argmax \\argmin \\lim \\sup \\inf \\cup \\cap \\mathbb{E}".split()  # noqa: SIM905
)
"""Signs with bounds above and below: what stands there is a bound, no power."""

CONNECTIVES = frozenset(
    [
        "if",
        "else",
        "otherwise",
        "where",
        "for",
        "and",
        "or",
        "with",
        "such",
        "that",
        "st",
        "s.t.",
        "subject",
        "to",
        "when",
        "is",
        "in",
        "all",
        "by",
        "as",
        "the",
        "of",
        "w.r.t.",
        "wrt",
        "iid",
        "i.i.d.",
        "let",
        "then",
    ]
)
"""Words between formulas, which are no signs."""
