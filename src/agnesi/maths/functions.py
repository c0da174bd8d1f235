"""The functions that every question knows undeclared: how each is typed, typeset, said aloud and computed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Function:
    """One known function. `arity` is (fewest, most) arguments, most None for any number.

    `latex` is the command that stands before the arguments; `words` and `numpy` are templates in which {} is the first
    argument, {0}, {1} the arguments by number and {all} all of them with commas between; empty where there is none.
    """

    name: str
    aliases: tuple[str, ...] = ()
    arity: tuple[int, int | None] = (1, 1)
    latex: str = ""
    words: str = ""
    numpy: str = ""


_ANY = (1, None)

_TABLE = (
    Function("sin", (), (1, 1), r"\sin", "sine of {}", "np.sin({})"),
    Function("cos", (), (1, 1), r"\cos", "cosine of {}", "np.cos({})"),
    Function("tan", ("tg",), (1, 1), r"\tan", "tangent of {}", "np.tan({})"),
    Function("cot", ("cotan", "ctg"), (1, 1), r"\cot", "cotangent of {}", "1 / np.tan({})"),
    Function("sec", (), (1, 1), r"\sec", "secant of {}", "1 / np.cos({})"),
    Function("csc", ("cosec",), (1, 1), r"\csc", "cosecant of {}", "1 / np.sin({})"),
    Function("arcsin", ("asin",), (1, 1), r"\arcsin", "arc sine of {}", "np.arcsin({})"),
    Function("arccos", ("acos",), (1, 1), r"\arccos", "arc cosine of {}", "np.arccos({})"),
    Function("arctan", ("atan", "arctg"), (1, 1), r"\arctan", "arc tangent of {}", "np.arctan({})"),
    Function("arccot", ("acot",), (1, 1), r"\operatorname{arccot}", "arc cotangent of {}", "np.arctan(1 / ({}))"),
    Function("arcsec", ("asec",), (1, 1), r"\operatorname{arcsec}", "arc secant of {}", "np.arccos(1 / ({}))"),
    Function("arccsc", ("acsc",), (1, 1), r"\operatorname{arccsc}", "arc cosecant of {}", "np.arcsin(1 / ({}))"),
    Function("sinh", (), (1, 1), r"\sinh", "hyperbolic sine of {}", "np.sinh({})"),
    Function("cosh", (), (1, 1), r"\cosh", "hyperbolic cosine of {}", "np.cosh({})"),
    Function("tanh", (), (1, 1), r"\tanh", "hyperbolic tangent of {}", "np.tanh({})"),
    Function("coth", (), (1, 1), r"\coth", "hyperbolic cotangent of {}", "1 / np.tanh({})"),
    Function("sech", (), (1, 1), r"\operatorname{sech}", "hyperbolic secant of {}", "1 / np.cosh({})"),
    Function("csch", (), (1, 1), r"\operatorname{csch}", "hyperbolic cosecant of {}", "1 / np.sinh({})"),
    Function(
        "arcsinh",
        ("arsinh", "asinh"),
        (1, 1),
        r"\operatorname{arsinh}",
        "inverse hyperbolic sine of {}",
        "np.arcsinh({})",
    ),
    Function(
        "arccosh",
        ("arcosh", "acosh"),
        (1, 1),
        r"\operatorname{arcosh}",
        "inverse hyperbolic cosine of {}",
        "np.arccosh({})",
    ),
    Function(
        "arctanh",
        ("artanh", "atanh"),
        (1, 1),
        r"\operatorname{artanh}",
        "inverse hyperbolic tangent of {}",
        "np.arctanh({})",
    ),
    Function(
        "arctan2", ("atan2",), (2, 2), r"\operatorname{arctan2}", "arc tangent of {0} over {1}", "np.arctan2({all})"
    ),
    Function("exp", (), (1, 1), r"\exp", "exponential of {}", "np.exp({})"),
    Function("ln", (), (1, 1), r"\ln", "natural logarithm of {}", "np.log({})"),
    Function("log", (), (1, 2), r"\log", "logarithm of {}", "np.log({})"),
    Function("sqrt", (), (1, 1), r"\sqrt", "square root of {}", "np.sqrt({})"),
    Function("root", (), (2, 2), r"\sqrt", "root of degree {1} of {0}", "({0}) ** (1 / ({1}))"),
    Function("abs", (), (1, 1), r"\operatorname{abs}", "absolute value of {}", "np.abs({})"),
    Function("norm", (), (1, 2), r"\operatorname{norm}", "norm of {}", "np.linalg.norm({})"),
    Function("sign", ("sgn", "signum"), (1, 1), r"\operatorname{sign}", "sign of {}", "np.sign({})"),
    Function("floor", (), (1, 1), r"\operatorname{floor}", "floor of {}", "np.floor({})"),
    Function("ceil", ("ceiling",), (1, 1), r"\operatorname{ceil}", "ceiling of {}", "np.ceil({})"),
    Function("round", (), (1, 1), r"\operatorname{round}", "{} rounded", "np.round({})"),
    Function("factorial", (), (1, 1), r"\operatorname{factorial}", "{} factorial", "math.factorial({})"),
    Function("binomial", ("binom", "nCr", "comb"), (2, 2), r"\binom", "{0} choose {1}", "math.comb({all})"),
    Function(
        "permutations", ("nPr", "perm"), (2, 2), r"\operatorname{permutations}", "{0} permute {1}", "math.perm({all})"
    ),
    Function("gcd", (), (2, None), r"\gcd", "greatest common divisor of {all}", "np.gcd({all})"),
    Function("lcm", (), (2, None), r"\operatorname{lcm}", "least common multiple of {all}", "np.lcm({all})"),
    Function("mod", (), (2, 2), r"\operatorname{mod}", "{0} modulo {1}", "({0}) % ({1})"),
    Function("max", ("maximum",), _ANY, r"\max", "maximum of {all}", "np.max([{all}])"),
    Function("min", ("minimum",), _ANY, r"\min", "minimum of {all}", "np.min([{all}])"),
    Function("argmax", (), _ANY, r"\operatorname{argmax}", "argument of the maximum of {all}", "np.argmax({all})"),
    Function("argmin", (), _ANY, r"\operatorname{argmin}", "argument of the minimum of {all}", "np.argmin({all})"),
    Function("sup", (), _ANY, r"\sup", "supremum of {all}", "np.max({all})"),
    Function("inf", (), _ANY, r"\inf", "infimum of {all}", "np.min({all})"),
    Function("mean", ("avg", "average"), _ANY, r"\operatorname{mean}", "mean of {all}", "np.mean({all})"),
    Function("median", (), _ANY, r"\operatorname{median}", "median of {all}", "np.median({all})"),
    Function("mode", (), _ANY, r"\operatorname{mode}", "mode of {all}"),
    Function("total", (), _ANY, r"\operatorname{total}", "total of {all}", "np.sum({all})"),
    Function("Re", (), (1, 1), r"\operatorname{Re}", "real part of {}", "np.real({})"),
    Function("Im", (), (1, 1), r"\operatorname{Im}", "imaginary part of {}", "np.imag({})"),
    Function("conj", ("conjugate",), (1, 1), r"\operatorname{conj}", "conjugate of {}", "np.conj({})"),
    Function("arg", (), (1, 1), r"\arg", "argument of {}", "np.angle({})"),
    Function("transpose", (), (1, 1), r"\operatorname{transpose}", "{} transpose", "({}).T"),
    Function("adjoint", (), (1, 1), r"\operatorname{adjoint}", "conjugate transpose of {}", "np.conj({}).T"),
    Function("inverse", ("inv",), (1, 1), r"\operatorname{inverse}", "inverse of {}", "np.linalg.inv({})"),
    Function(
        "pseudoinverse", ("pinv",), (1, 1), r"\operatorname{pseudoinverse}", "pseudoinverse of {}", "np.linalg.pinv({})"
    ),
    Function("det", (), (1, 1), r"\det", "determinant of {}", "np.linalg.det({})"),
    Function("trace", ("tr", "Tr"), (1, 1), r"\operatorname{tr}", "trace of {}", "np.trace({})"),
    Function("rank", ("rk",), (1, 1), r"\operatorname{rank}", "rank of {}", "np.linalg.matrix_rank({})"),
    Function("dim", (), (1, 1), r"\dim", "dimension of {}"),
    Function("diag", (), _ANY, r"\operatorname{diag}", "diagonal matrix of {all}", "np.diag([{all}])"),
    Function("span", (), _ANY, r"\operatorname{span}", "span of {all}"),
    Function("kernel", ("ker", "null", "nul"), (1, 1), r"\ker", "kernel of {}"),
    Function("column_space", ("col", "range"), (1, 1), r"\operatorname{col}", "column space of {}"),
    Function("row_space", ("row",), (1, 1), r"\operatorname{row}", "row space of {}"),
    Function("proj", (), (1, 2), r"\operatorname{proj}", "projection of {all}"),
    Function("dot", (), (2, 2), r"\operatorname{dot}", "{0} dot {1}", "np.dot({all})"),
    Function("cross", (), (2, 2), r"\operatorname{cross}", "{0} cross {1}", "np.cross({all})"),
    Function("hadamard", (), (2, None), r"\operatorname{hadamard}", "entrywise product of {all}", "np.multiply({all})"),
    Function("compose", (), (2, None), r"\operatorname{compose}", "composition of {all}"),
    Function("outer", (), (2, 2), r"\operatorname{outer}", "outer product of {0} and {1}", "np.outer({all})"),
    Function(
        "kronecker", ("kron",), (2, 2), r"\operatorname{kron}", "Kronecker product of {0} and {1}", "np.kron({all})"
    ),
    Function("divergence", ("div",), (1, 1), r"\operatorname{div}", "divergence of {}"),
    Function("curl", ("rot",), (1, 1), r"\operatorname{curl}", "curl of {}"),
    Function("hessian", (), _ANY, r"\operatorname{hessian}", "Hessian of {}"),
    Function("jacobian", (), _ANY, r"\operatorname{jacobian}", "Jacobian of {}"),
    Function("laplacian", (), (1, 1), r"\operatorname{laplacian}", "Laplacian of {}"),
    Function("cardinality", ("card",), (1, 1), r"\operatorname{card}", "number of elements of {}", "len({})"),
    Function("powerset", (), (1, 1), r"\operatorname{powerset}", "power set of {}"),
    Function("indicator", (), (1, 1), r"\operatorname{indicator}", "indicator of {}", "np.where({}, 1, 0)"),
    Function("softmax", (), _ANY, r"\operatorname{softmax}", "softmax of {all}", "softmax({all})"),
    Function(
        "sigmoid", ("logistic", "expit"), (1, 1), r"\operatorname{sigmoid}", "sigmoid of {}", "1 / (1 + np.exp(-({})))"
    ),
    Function("logit", (), (1, 1), r"\operatorname{logit}", "log-odds of {}", "np.log(({0}) / (1 - ({0})))"),
    Function("relu", ("ReLU",), (1, 1), r"\operatorname{relu}", "rectified {}", "np.maximum(0, {})"),
    Function("softplus", (), (1, 1), r"\operatorname{softplus}", "softplus of {}", "np.log1p(np.exp({}))"),
    Function("erf", (), (1, 1), r"\operatorname{erf}", "error function of {}", "math.erf({})"),
    Function("Gamma", (), (1, 1), r"\Gamma", "gamma function of {}", "math.gamma({})"),
    Function("Beta", (), (2, 2), r"\operatorname{Beta}", "beta of {all}"),
    Function("Normal", ("Gaussian",), (1, 3), r"\mathcal{N}", "normal distribution with {all}"),
    Function("Bernoulli", ("Bern", "Ber"), (1, 1), r"\operatorname{Bernoulli}", "Bernoulli distribution with {all}"),
    Function("Binomial", ("Bin",), (2, 2), r"\operatorname{Binomial}", "binomial distribution with {all}"),
    Function("Uniform", ("Unif",), (1, 2), r"\operatorname{Uniform}", "uniform distribution on {all}"),
    Function("Poisson", ("Pois",), (1, 1), r"\operatorname{Poisson}", "Poisson distribution with {all}"),
    Function("Exponential", ("Expo",), (1, 1), r"\operatorname{Exponential}", "exponential distribution with {all}"),
    Function("Geometric", ("Geom",), (1, 1), r"\operatorname{Geometric}", "geometric distribution with {all}"),
    Function("Categorical", ("Cat",), _ANY, r"\operatorname{Categorical}", "categorical distribution with {all}"),
    Function("Dirichlet", ("Dir",), _ANY, r"\operatorname{Dirichlet}", "Dirichlet distribution with {all}"),
)

FUNCTIONS: dict[str, Function] = {one.name: one for one in _TABLE}
"""Every known function by its one name. `log` without a base and `ln` are both natural."""

ALIASES: dict[str, str] = {alias: one.name for one in _TABLE for alias in (one.name, *one.aliases)}
"""What may be typed for each: `asin` is `arcsin`."""

GREEK: tuple[str, ...] = (
    "alpha", "beta", "gamma", "delta", "epsilon", "varepsilon", "zeta", "eta", "theta", "vartheta", "iota", "kappa",
    "lambda", "mu", "nu", "xi", "pi", "rho", "sigma", "tau", "upsilon", "phi", "varphi", "chi", "psi", "omega",
    "Gamma", "Delta", "Theta", "Lambda", "Xi", "Pi", "Sigma", "Upsilon", "Phi", "Psi", "Omega",
)  # fmt: skip
"""The Greek letters by name; in LaTeX each is the command of that name."""

SHORTHANDS: dict[str, tuple[str, int]] = {
    "cbrt": ("root", 3),
    "lg": ("log", 10),
    "log2": ("log", 2),
    "log10": ("log", 10),
}
"""Functions that are others with a fixed second argument."""

INLINE: frozenset[str] = frozenset(
    alias
    for name in [
        "sin",
        "cos",
        "tan",
        "cot",
        "sec",
        "csc",
        "arcsin",
        "arccos",
        "arctan",
        "sinh",
        "cosh",
        "tanh",
        "exp",
        "ln",
        "log",
        "sqrt",
        "floor",
        "ceil",
        "max",
        "min",
        "gcd",
        "lcm",
        "det",
        "sigmoid",
        "softmax",
        "relu",
    ]
    for alias in (name, *FUNCTIONS[name].aliases)
    if len(alias) > 2 or alias == "ln"
)
"""Those recognised inside a run of letters as well, as in `xsinx`; the others only as a word of their own."""
