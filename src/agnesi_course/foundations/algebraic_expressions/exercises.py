"""Exercises on rewriting: brackets opened and made, fractions with letters shortened and joined, and what is the same."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from itertools import product

from agnesi.authoring import (
    Contrast,
    Given,
    Guess,
    Mistake,
    Open,
    Pair,
    Problem,
    Proof,
    Rng,
    Step,
    exercise,
    tex,
)
from agnesi.authoring.answers import (
    Choice,
    Code,
    Derivation,
    Expression,
    Number,
    Property,
    Tuple,
    Used,
    WithTool,
    Wrote,
)
from agnesi.authoring.claims import CASES, Claim, claimed

border = Guess(
    "border",
    ask="How many pixels are new?",
    options={"corner": "100", "ten-thousand": "10 000", "strips": "20 000", "all": "20 100"},
    believes="corner",
    truth="all",
)

same = Contrast(
    "same",
    ask="Where do both sides name the same number, whatever the letter stands for (as long as nothing is divided by 0)?",
    labels=("the same", "not the same"),
    pairs=(
        Pair("$(7 + 0)^2$ and $7^2 + 0^2$", "$(7 + 1)^2$ and $7^2 + 1^2$", "$49 = 49$, but $64$ is not $50$."),
        Pair(
            "$(a + b)(a - b)$ and $a^2 - b^2$",
            "$(a - b)(a - b)$ and $a^2 - b^2$",
            "At $a = 2$, $b = 1$: $3 = 3$, but $1$ is not $3$.",
        ),
        Pair(
            r"$\frac{x(x + 6)}{x}$ and $x + 6$",
            r"$\frac{x + 6}{x}$ and $6$",
            "At $x = 2$: $8 = 8$, but $4$ is not $6$.",
        ),
        Pair(
            "$-(x - 2)^2$ and $-(2 - x)^2$",
            "$-(x - 2)^2$ and $(2 - x)^2$",
            "At $x = 0$: $-4 = -4$, but $-4$ is not $4$.",
        ),
    ),
)

square = Proof(
    "square",
    claim="For all real numbers $a$ and $b$: $(a + b)^2 = a^2 + 2ab + b^2.$",
    lines=(
        Given("(a + b)^2", "the square of a sum"),
        Given("a*(a + b) + b*(a + b)", "it is $(a + b)(a + b)$; the first bracket is opened, the second stays whole"),
        Open(
            "a^2 + a*b + b*a + b^2",
            "the second bracket is opened, twice",
            hint="Open both brackets that are left. How many products are there?",
        ),
        Open(
            "a^2 + 2*a*b + b^2",
            "$ab$ and $ba$ are the same number, so there are two of it",
            instead=("a square goes into a bracket", "the middle terms cancel"),
        ),
    ),
    symbols={"a": "real", "b": "real"},
)


def _poly(*terms: tuple[int, str]) -> str:
    """A sum as typed, without terms that are 0: `2x^2 - 3x + 1`."""
    text = ""
    for factor, letter in terms:
        if factor == 0:
            continue
        size = "" if abs(factor) == 1 and letter else str(abs(factor))
        text += (" - " if factor < 0 else " + ") + size + letter
    if not text:
        return "0"
    return text[3:] if text.startswith(" + ") else "-" + text[3:]


def _quadratic(a: int, b: int, c: int, x: str = "x") -> str:
    return _poly((a, f"{x}^2"), (b, x), (c, ""))


@exercise(
    "expand",
    kind="procedure",
    tests=(1,),
    difficulty=0.3,
    seconds=45,
    uses={"exponents": 0.3, "real-numbers": 0.3},
    cases=("square-of-sum", "square-of-difference", "sum-times-difference", "two-brackets", "minus-before"),
)
def expand(rng: Rng) -> Problem:
    """Brackets opened: a square, a product of two, a minus before a square."""
    k, p = rng.integer(1, 5), rng.integer(2, 9)
    m, q = 1, rng.integer(2, 9)
    wrong: tuple[tuple[str, tuple[int, int, int], str], ...]
    match rng.case:
        case "square-of-sum":
            shown, coefficients = (
                f"({_poly((k, 'x'), (p, ''))})^2",
                (k * k, 2 * k * p, p * p),
            )
            wrong = (
                (
                    "no-strips",
                    (k * k, 0, p * p),
                    "The two strips are missing: each piece of the first bracket meets each of the second.",
                ),
                ("one-strip", (k * k, k * p, p * p), "There are two strips."),
                ("number-not-squared", (k, 2 * k * p, p * p), "Square the number before the letter too.")
                if k > 1
                else ("doubled", (1, 2 * p, 2 * p), "The last term is the number times itself."),
            )
        case "square-of-difference":
            shown, coefficients = f"({_poly((k, 'x'), (-p, ''))})^2", (k * k, -2 * k * p, p * p)
            wrong = (
                ("no-strips", (k * k, 0, p * p), "The middle is missing: each piece meets each."),
                ("squares-subtracted", (k * k, 0, -p * p), "Minus times minus is plus, and the middle is missing."),
                ("one-strip", (k * k, -k * p, p * p), "The mixed product is there twice."),
                ("last-minus", (k * k, -2 * k * p, -p * p), "The last term is minus times minus."),
            )
        case "sum-times-difference":
            shown, coefficients = (
                f"({_poly((k, 'x'), (p, ''))})({_poly((k, 'x'), (-p, ''))})",
                (k * k, 0, -p * p),
            )
            wrong = (
                ("plus", (k * k, 0, p * p), "Plus times minus is minus."),
                ("with-middle", (k * k, -2 * k * p, p * p), "The two mixed products have different signs."),
                ("middle-kept", (k * k, -2 * k * p, -p * p), "The two mixed products have different signs."),
            )
        case "two-brackets":
            k = rng.integer(2, 5)
            shown, coefficients = (
                f"({_poly((k, 'x'), (-p, ''))})({_poly((m, 'x'), (q, ''))})",
                (k, k * q - p, -p * q),
            )
            wrong = (
                ("ends-only", (k, 0, -p * q), "First times first and last times last are two products of four."),
                ("sign", (k, k * q + p, -p * q), "Look at the sign of the product with the negative number."),
                ("last-plus", (k, k * q - p, p * q), "Minus times plus is minus."),
            )
        case _:
            shown, coefficients = f"-({_poly((k, 'x'), (-p, ''))})^2", (-k * k, 2 * k * p, -p * p)
            wrong = (
                (
                    "first-sign-only",
                    (-k * k, -2 * k * p, p * p),
                    "The minus turns every sign of what the square gives.",
                ),
                ("minus-lost", (k * k, -2 * k * p, p * p), "There is a minus before the square."),
                ("no-strips", (-k * k, 0, -p * p), "The middle is missing: each piece meets each."),
            )
    right = _quadratic(*coefficients)
    opened = _opened(rng.case, k, p, q)
    return Problem(
        ask=f"Open the brackets: ${tex(shown)}$.",
        answer=Expression(right, forms=("expanded",)),
        oracle=lambda: Expression(_quadratic(*_by_three_values(rng.case, k, p, q))),
        symbols={"x": "real"},
        mistakes=tuple(
            Mistake(name, Expression(_quadratic(*which)), reply)
            for name, which, reply in wrong
            if which != coefficients
        ),
        hints=(
            "How many products are there, when each piece meets each?",
            "Write all four, with their signs. Then gather those with the same letter.",
        ),
        solution=(
            Step(shown, because="what is asked"),
            Step(opened, because="each piece meets each"),
            Step(right, because="gather"),
        ),
    )


def _opened(case: str, k: int, p: int, q: int) -> str:
    k2, kp = "" if k == 1 else str(k * k), k * p
    return {
        "square-of-sum": f"{k2}x^2 + {kp}x + {kp}x + {p * p}",
        "square-of-difference": f"{k2}x^2 - {kp}x - {kp}x + {p * p}",
        "sum-times-difference": f"{k2}x^2 - {kp}x + {kp}x - {p * p}",
        "two-brackets": f"{k}x^2 + {k * q}x - {p}x - {p * q}",
    }.get(case, f"-({k2}x^2 - {2 * kp}x + {p * p})")


def _by_three_values(case: str, k: int, p: int, q: int) -> tuple[int, int, int]:
    """The coefficients, from the values at 0, 1 and -1."""

    def at(x: int) -> int:
        return {
            "square-of-sum": (k * x + p) ** 2,
            "square-of-difference": (k * x - p) ** 2,
            "sum-times-difference": (k * x + p) * (k * x - p),
            "two-brackets": (k * x - p) * (x + q),
        }.get(case, -((k * x - p) ** 2))

    return (at(1) + at(-1)) // 2 - at(0), (at(1) - at(-1)) // 2, at(0)


def _bracket(p: int, x: str = "x") -> str:
    return f"({_poly((1, x), (p, ''))})"


@exercise(
    "factor",
    kind="procedure",
    tests=(2,),
    difficulty=0.45,
    seconds=50,
    uses={"exponents": 0.2, "real-numbers": 0.3},
    cases=("common-factor", "two-plus", "mixed-signs", "difference-of-squares", "two-minus", "square"),
)
def factor(rng: Rng) -> Problem:
    """A sum as a product: a common factor, or two brackets."""
    p, q = rng.sample(range(1, 10), 2)
    if rng.case == "common-factor":
        return _common(rng)
    p, q = {"mixed-signs": (p, -q), "difference-of-squares": (p, -p), "two-minus": (-p, -q), "square": (p, p)}.get(
        rng.case, (p, q)
    )
    given, right = _quadratic(1, p + q, p * q), f"{_bracket(p)}{_bracket(q)}"
    roads = (
        ("signs-turned", (-p, -q), "The signs are turned: open your brackets and look at the middle term."),
        ("one-sign", (p, -q), "Open your brackets: the last term does not fit."),
        ("other-sign", (-p, q), "Open your brackets: the last term does not fit."),
        (
            "sum-for-product",
            (p + q, 1),
            "The two numbers have to multiply to the last one and add up to the middle one.",
        ),
    )
    wrong = [(name, pair, reply) for name, pair, reply in roads if sorted(pair) != sorted((p, q)) and 0 not in pair]
    kept: dict[tuple[int, ...], Mistake] = {}
    for name, pair, reply in wrong:
        kept.setdefault(
            tuple(sorted(pair)), Mistake(name, Expression(f"{_bracket(pair[0])}{_bracket(pair[1])}"), reply)
        )
    return Problem(
        ask=f"Write as a product: ${tex(given)}$.",
        answer=Expression(right, forms=("factored",)),
        oracle=lambda: Expression(_by_roots(p + q, p * q)),
        symbols={"x": "real"},
        mistakes=tuple(kept.values()),
        hints=(
            "Two brackets with $x$ in front. Which two numbers behind it?",
            "Their product is the last number, their sum the number before $x$.",
        ),
        solution=(
            Step("", because=f"two numbers with product ${p * q}$ and sum ${p + q}$: ${p}$ and ${q}$"),
            Step(given, because="what is asked"),
            Step(right, because="put them into the brackets"),
        ),
    )


def _by_roots(b: int, c: int) -> str:
    """The product, its zeros found by trying whole numbers."""
    zeros = [x for x in range(-12, 13) if x * x + b * x + c == 0]
    return "".join(_bracket(-x) for x in (zeros if len(zeros) == 2 else zeros * 2))


def _common(rng: Rng) -> Problem:
    g = rng.integer(2, 6)
    a, b = rng.choice(((1, -2), (2, -3), (2, 3), (3, -2), (1, 3), (3, 4), (3, -5), (5, -2), (1, -5), (4, -3)))
    given, right = _poly((g * a, "x^2"), (g * b, "x")), f"{g}x({_poly((a, 'x'), (b, ''))})"
    return Problem(
        ask=f"Take out all that the two terms share: ${tex(given)}$.",
        answer=Expression(right, forms=("factored",)),
        oracle=lambda: Expression(f"{g * a}*x*(x + {Fraction(b, a)})"),
        symbols={"x": "real"},
        mistakes=(
            Mistake(
                "one-term-only",
                Expression(f"{g}x({_poly((a, 'x'), (g * b, ''))})"),
                "The second term is divided by the factor too.",
            ),
            Mistake(
                "letter-left",
                Expression(f"{g}x({_poly((a, 'x^2'), (b, ''))})"),
                "Open your bracket: an $x$ too many. What is taken out is no longer inside.",
            ),
            Mistake(
                "sign", Expression(f"{g}x({_poly((a, 'x'), (-b, ''))})"), "Open your bracket and look at the sign."
            ),
        ),
        hints=(
            "Which number divides both? Which letter is in both?",
            "What is left of each term, once that is taken out?",
        ),
        solution=(
            Step(given, because="what is asked"),
            Step(f"{g}x*{a}x + {g}x*({b})", because="each term with the shared factor in front"),
            Step(right, because="take it out"),
        ),
    )


Road = tuple[str, Callable[[Fraction, Fraction], bool], tuple[int | Fraction, int | Fraction], str]


@exercise(
    "middle",
    kind="construct",
    tests=(1, 2),
    difficulty=0.45,
    seconds=45,
    uses={"real-numbers": 0.3},
    cases=("middle-given", "last-given", "no-middle", "both-given"),
)
def middle(rng: Rng) -> Problem:
    """Two numbers for the brackets (x + p)(x + q), from what the product is to look like."""
    p, q = rng.until(
        lambda: (rng.integer(-9, 9, nonzero=True), rng.integer(-9, 9, nonzero=True)),
        lambda d: d[0] != d[1] and d[0] + d[1] != 0 and abs(d[0] * d[1]) > 1,
    )
    s, n = p + q, p * q
    roads: tuple[Road, ...]
    if rng.case == "no-middle":
        k = rng.integer(2, 60)
        p, q = k, -k
        wish = f"has no term with $x$ alone, and for which $p$ is larger than {k - 1}"
        fine: Callable[[Fraction, Fraction], bool] = lambda a, b: a + b == 0 and a > k - 1  # noqa: E731
        roads = (
            (
                "equal",
                lambda a, b: a == b != 0,
                (k, k),
                "Then the two mixed terms are equal, and add up. They should cancel.",
            ),
            (
                "wrong-side",
                lambda a, b: a + b == 0 and a <= k - 1,
                (-k, k),
                f"They cancel. But $p$ is to be larger than {k - 1}.",
            ),
        )
    elif rng.case == "middle-given":
        wish, fine = f"has the middle term ${tex(_poly((s, 'x')))}$", lambda a, b: a + b == s and a * b != 0
        roads = (
            (
                "product",
                lambda a, b: a * b == s != a + b,
                next((d, s // d) for d in (1, -1) if d + s // d != s),
                "Your numbers multiply to that. The middle term is their sum.",
            ),
            (
                "difference",
                lambda a, b: a - b == s != a + b,
                (s + 1, 1),
                "Your numbers have that difference. The middle term is their sum.",
            ),
            ("a-zero", lambda a, b: a + b == s and a * b == 0, (s, 0), "The sum is right, but neither may be 0."),
        )
    elif rng.case == "last-given":
        wish, fine = f"ends in ${'+' if n > 0 else '-'} {abs(n)}$", lambda a, b: a * b == n
        roads = (
            (
                "sum",
                lambda a, b: a + b == n != a * b,
                next((d, n - d) for d in (2, 3, -1, 5) if d * (n - d) != n),
                "Your numbers add up to that. The last term is their product.",
            ),
            ("sign", lambda a, b: a * b == -n, (1, -n), "Look at the sign of the product."),
        )
    else:
        wish, fine = f"is ${tex(_quadratic(1, s, n))}$", lambda a, b: a + b == s and a * b == n
        roads = (
            (
                "sum-only",
                lambda a, b: a + b == s and a * b != n,
                next((d, s - d) for d in range(1, 30) if d * (s - d) != n),
                "The sum is right, the product is not.",
            ),
            (
                "product-only",
                lambda a, b: a * b == n and a + b != s,
                next((d, Fraction(n, d)) for d in (1, -1, 2, -2) if d + Fraction(n, d) != s),
                "The product is right, the sum is not.",
            ),
        )
    return Problem(
        ask=f"Give two numbers $p$ and $q$, neither of them 0, for which $(x + p)(x + q)$, opened, {wish}.",
        given="$p, q =$",
        answer=Property(Tuple, lambda t: fine(*t) and t[0] * t[1] != 0, example=Tuple((p, q))),
        oracle=lambda: Property(Tuple, lambda t: fine(*t), example=Tuple((p, q))),
        symbols={"p": "real", "q": "real"},
        consequence=lambda t: f"Yours give ${tex(f'x^2 + ({t[0] + t[1]})*x + ({t[0] * t[1]})')}$.",
        mistakes=tuple(
            Mistake(name, Property(Tuple, _both(test), example=Tuple(example)), reply)
            for name, test, example, reply in roads
        ),
        hints=("Open $(x + p)(x + q)$ with letters.", "The number before $x$ is $p + q$, the last one is $pq$."),
        solution=(
            Step("", because="$(x + p)(x + q) = x^2 + (p + q)x + pq$: the middle is a sum, the end a product"),
            Step(f"({p}, {q})", because="these fit" if rng.case == "both-given" else "these fit, as many others do"),
        ),
    )


def _both(test: Callable[[Fraction, Fraction], bool]) -> Callable[[tuple[Fraction, Fraction]], bool]:
    return lambda pair: test(*pair)


@exercise(
    "cancel",
    kind="derivation",
    tests=(2, 3),
    difficulty=0.55,
    seconds=100,
    uses={"real-numbers": 0.4, "exponents": 0.2},
    cases=("common-bracket", "square-below", "common-factor", "opposite"),
)
def cancel(rng: Rng) -> Problem:
    """A fraction with letters, shortened line by line: factor first, then cancel factors."""
    x, p, s = rng.choice(("x", "y", "t")), rng.integer(2, 9), rng.choice((1, -1))
    plus, minus = _bracket(s * p, x), _bracket(-s * p, x)
    bare = minus[1:-1]
    match rng.case:
        case "square-below":
            start = f"({_poly((1, x + '^2'), (-p * p, ''))})/({_quadratic(1, 2 * s * p, p * p, x)})"
            lines = (f"({minus}{plus})/({plus}{plus})", f"({bare})/{plus}")
            wrong = f"(-{p * p})/({_poly((2 * s * p, x), (p * p, ''))})"
            other = f"({plus[1:-1]})/{minus}"
        case "common-factor":
            k, m = rng.integer(2, 5), rng.integer(2, 5)
            start = f"({_poly((k, x + '^2'), (k * s * p, x))})/({k * m}{x})"
            lines = (f"({k}{x}{plus})/({k * m}{x})", f"({plus[1:-1]})/{m}")
            wrong = f"({_poly((k, x), (k * s * p, x))})/{k * m}"
            other = f"({_poly((1, x), (k * s * p, ''))})/{m}"
        case "opposite":
            start = f"({_poly((p, ''), (-1, x))})/({_poly((1, x + '^2'), (-p * p, ''))})"
            lines = (f"(-{_bracket(-p, x)})/({_bracket(-p, x)}{_bracket(p, x)})", f"-1/{_bracket(p, x)}")
            wrong, other = f"1/{_bracket(p, x)}", f"1/{_bracket(-p, x)}"
        case _:
            start = f"({_poly((1, x + '^2'), (-p * p, ''))})/({_poly((1, x + '^2'), (s * p, x))})"
            lines = (f"({minus}{plus})/({x}{plus})", f"({bare})/{x}")
            wrong, other = f"(-{p * p})/({_poly((s * p, x))})", f"({plus[1:-1]})/{x}"
    replies = {
        "common-factor": (
            "One $x$ is taken from each term above: what is left of the second?",
            "Each term above is divided by the same number.",
        ),
        "opposite": (
            "The difference above is turned round: a minus is left.",
            "Which bracket cancels, and which is left? Mind the sign.",
        ),
    }.get(
        rng.case,
        (
            "You crossed out terms. Only factors of the whole top and the whole bottom cancel.",
            "Which bracket is in both, above and below? That one goes.",
        ),
    )
    return Problem(
        ask=f"Simplify as far as possible, line by line, where nothing is divided by 0: ${tex(start)}$.",
        answer=Derivation(start, lines),
        oracle=lambda: Derivation(start, lines[1:], least=1),
        symbols={x: "real"},
        mistakes=(
            Mistake("terms-crossed", Wrote(wrong), replies[0]),
            Mistake("wrong-one-left", Wrote(other), replies[1]),
        ),
        hints=("Write top and bottom as products first.", "Which factor stands in both?"),
        solution=(
            Step(start, because="the start"),
            Step(lines[0], because="top and bottom as products"),
            Step(lines[1], because="the shared factor cancels, where it is not 0"),
        ),
    )


@exercise(
    "join",
    kind="procedure",
    tests=(3,),
    difficulty=0.5,
    seconds=60,
    uses={"real-numbers": 0.5},
    cases=("sum", "difference", "shared", "whole"),
)
def join(rng: Rng) -> Problem:
    """Two fractions with letters over one line."""
    a, b, k = rng.integer(1, 9), rng.integer(1, 9), rng.integer(1, 9)
    below = f"(x + {k})"
    roads: tuple[tuple[str, str, str], ...]
    match rng.case:
        case "shared":
            line, wide, right = f"{a}/x + {b}/x^2", f"({a}x)/x^2 + {b}/x^2", f"({_poly((a, 'x'), (b, ''))})/x^2"
            roads = (
                ("tops-and-bottoms", f"{a + b}/(x + x^2)", "Bottoms are not added. Make them equal first."),
                ("not-widened", f"{a + b}/x^2", "The first top has to be multiplied along with its bottom."),
            )
        case "whole":
            c = rng.integer(2, 6)
            line, wide, right = (
                f"{c} - {a}/{below}",
                f"({c}{below})/{below} - {a}/{below}",
                f"({_poly((c, 'x'), (c * k - a, ''))})/{below}",
            )
            roads = (
                (
                    "not-widened",
                    f"({c - a})/{below}",
                    f"The {c} has to be widened too: it is {c} times the bottom over the bottom.",
                ),
                ("half-widened", f"({_poly((c, 'x'), (k - a, ''))})/{below}", f"The {c} multiplies the whole bottom."),
            )
        case _:
            sign = 1 if rng.case == "sum" else -1
            op = "+" if sign > 0 else "-"
            line = f"{a}/x {op} {b}/{below}"
            wide = f"({a}{below})/(x{below}) {op} ({b}x)/(x{below})"
            right = f"({_poly((a + sign * b, 'x'), (a * k, ''))})/(x{below})"
            roads = (
                ("tops-and-bottoms", f"({a + sign * b})/(2x + {k})", "Bottoms are not added. Make them equal first.")
                if sign > 0
                else ("tops-and-bottoms", f"({a - b})/(-{k})", "Bottoms are not subtracted. Make them equal first."),
                (
                    "not-widened",
                    f"({a + sign * b})/(x{below})",
                    "The bottoms are equal now, but each top has to be multiplied along with its bottom.",
                ),
                (
                    "half-widened",
                    f"({_poly((a + sign * b, 'x'), (k, ''))})/(x{below})",
                    f"The {a} multiplies the whole bracket.",
                )
                if a > 1
                else (
                    "same-tops",
                    f"({_poly((1 + sign * b, 'x'))})/(x{below})",
                    "The first top is multiplied by the whole bracket.",
                ),
            )
    return Problem(
        ask=f"Write as one fraction: ${tex(line)}$.",
        answer=Expression(right, forms=("single-fraction",)),
        oracle=lambda: Expression(line),
        symbols={"x": "real"},
        mistakes=tuple(Mistake(name, Expression(wrong), reply) for name, wrong, reply in roads),
        hints=("Which bottom do both divide?", "Multiply each top by what its bottom lacks."),
        solution=(
            Step(line, because="what is asked"),
            Step(wide, because="the same bottom, each top multiplied along"),
            Step(right, because="put the tops over one line and gather"),
        ),
    )


CLAIMS = (
    Claim(
        "$(a - b)^2 = (b - a)^2$",
        "always",
        "The brackets are opposites, and squares forget signs.",
        lambda a, b: (a - b) ** 2 == (b - a) ** 2,
    ),
    Claim(
        "$(a + b)^2 = a^2 + b^2$",
        "sometimes",
        "Try $b = 0$, then $a = b = 1$.",
        lambda a, b: (a + b) ** 2 == a**2 + b**2,
    ),
    Claim(
        "$(a + b)^2 = a^2 + b^2$, where both are positive",
        "never",
        "What is the size of the strips?",
        lambda a, b: (a + b) ** 2 == a**2 + b**2 if min(a, b) > 0 else None,
    ),
    Claim(
        "$(a - b)^2 = a^2 - b^2$",
        "sometimes",
        "Try $b = 0$, then $a = 2$, $b = 1$.",
        lambda a, b: (a - b) ** 2 == a**2 - b**2,
    ),
    Claim(
        "$(a + b)^2 - (a - b)^2 = 4ab$",
        "always",
        "Open both: what is left over?",
        lambda a, b: (a + b) ** 2 - (a - b) ** 2 == 4 * a * b,
    ),
    Claim("$(a + 1)^2 - a^2 = 2a + 1$", "always", "Open the bracket.", lambda a, b: (a + 1) ** 2 - a**2 == 2 * a + 1),
    Claim(
        "$(a + 1)^2 = a^2 + 2a$",
        "never",
        "Open the bracket: what is missing?",
        lambda a, b: (a + 1) ** 2 == a**2 + 2 * a,
    ),
    Claim(
        "$a(b + 1) - b(a + 1) = a - b$",
        "always",
        "Open both brackets; two terms cancel.",
        lambda a, b: a * (b + 1) - b * (a + 1) == a - b,
    ),
    Claim("$(2a)^2 = 2a^2$", "sometimes", "Try $a = 0$, then $a = 1$.", lambda a, b: (2 * a) ** 2 == 2 * a**2),
    Claim("$a^2 + 1 = 0$", "never", "What sign has a square?", lambda a, b: a**2 + 1 == 0),
    Claim(
        r"$\frac{a + b}{a} = 1$, where neither is 0",
        "never",
        r"It is $1 + \frac{b}{a}$.",
        lambda a, b: (a + b) / a == 1 if a and b else None,
    ),
    Claim(
        r"$\frac{a + b}{a} = b$, where $a \neq 0$",
        "sometimes",
        "Try $a = b = 2$, then $a = b = 1$.",
        lambda a, b: (a + b) / a == b if a else None,
    ),
    Claim(
        r"$\frac{a^2 - b^2}{a - b} = a + b$, where $a \neq b$",
        "always",
        "The top is $(a + b)(a - b)$.",
        lambda a, b: (a * a - b * b) / (a - b) == a + b if a != b else None,
    ),
    Claim(
        r"$\frac{a + b}{2} = a + \frac{b}{2}$",
        "sometimes",
        "Try $a = 0$, then $a = 2$.",
        lambda a, b: (a + b) / 2 == a + b / 2,
    ),
    Claim("$(a - b)^2$ is negative", "never", "What sign has a square?", lambda a, b: (a - b) ** 2 < 0),
)


@exercise(
    "equal-when",
    kind="concept",
    tests=(1, 3),
    difficulty=0.45,
    seconds=45,
    uses={"real-numbers": 0.3, "exponents": 0.2},
    cases=CASES,
)
def equal_when(rng: Rng) -> Problem:
    """Whether two expressions agree at every number, at some, at none."""
    return claimed(
        rng,
        CLAIMS,
        list(product(map(Fraction, range(-3, 5)), repeat=2)),
        ask="For real numbers, is this true always, sometimes or never? {claim}.",
        hints=("Try 0, 1, 2 and a negative number.", "If all that you try agree, open the brackets."),
    )


@exercise(
    "frame",
    kind="code",
    tests=(1,),
    difficulty=0.45,
    seconds=140,
    uses={"real-numbers": 0.2},
    cases=("square", "oblong", "no-frame", "one-pixel"),
)
def frame(rng: Rng) -> Problem:
    """How many pixels a frame on all four sides adds."""
    name = rng.choice(("frame", "added_pixels", "padding", "new_pixels"))
    w, h = rng.integer(2, 40) * 10, rng.integer(2, 40) * 10
    h = w if rng.case == "square" else h
    k = {"no-frame": 0, "one-pixel": 1}.get(rng.case, rng.integer(2, 9))

    def source(formula: str) -> str:
        return f"def {name}(w, h, k):\n    if k < 0:\n        raise ValueError('a frame is not thinner than 0')\n    return {formula}\n"

    def guarded(formula: Callable[[int, int, int], int]) -> Callable[[int, int, int], int]:
        def checked(w: int, h: int, k: int) -> int:
            if k < 0:
                raise ValueError("negative")
            return formula(w, h, k)

        return checked

    inputs = ((w, h, k), (1000, 1000, 5), (3, 7, 2), (1, 1, 1), (640, 480, 0), (5, 5, -1))
    return Problem(
        ask=f"A frame, `k` pixels wide on all four sides, is put around an image of `w` times `h` pixels. Write `{name}(w, h, k)`: how many pixels are added. "
        f"`{name}({w}, {h}, {k})` is `{(w + 2 * k) * (h + 2 * k) - w * h}`. Where `k` is negative, raise `ValueError`.",
        answer=Code(
            name,
            source("2 * k * w + 2 * k * h + 4 * k ** 2"),
            reference=guarded(lambda w, h, k: (w + 2 * k) * (h + 2 * k) - w * h),
            inputs=inputs,
            starter=f"def {name}(w, h, k):\n    ",
        ),
        mistakes=(
            Mistake(
                "corners-forgotten",
                Code(name, source("2 * k * (w + h)"), reference=guarded(lambda w, h, k: 2 * k * (w + h))),
                "Those are the four strips. Which part of the frame belongs to none of them?",
            ),
            Mistake(
                "two-sides",
                Code(
                    name,
                    source("(w + k) * (h + k) - w * h"),
                    reference=guarded(lambda w, h, k: (w + k) * (h + k) - w * h),
                ),
                "Width and height grow on both sides: by how much in all?",
            ),
            Mistake(
                "strips-forgotten",
                Code(name, source("(2 * k) ** 2"), reference=guarded(lambda w, h, k: 4 * k * k)),
                "Those are the corners alone. Draw the strips between them.",
            ),
        ),
        hints=("How wide and how high is the framed image?", "New area less old area; or strips and corners."),
        solution=(
            Step("", because="the framed image is `w + 2k` by `h + 2k`; opened, its size is `wh + 2kw + 2kh + 4k**2`"),
            Step("", because="without the image itself, four strips and four corners are left"),
        ),
    )


TOOLS = {
    "open": "multiply the two sides out and see what is left besides the planned area",
    "solve": "ask for which size two areas agree",
    "square-it": "square what a side is off by",
}


@exercise(
    "plate",
    kind="transfer",
    tests=(1,),
    difficulty=0.6,
    seconds=80,
    uses={"real-numbers": 0.3},
    cases=("too-long", "oblong", "agree", "too-short", "one-each", "agree-again"),
)
def plate(rng: Rng) -> Problem:
    """By how much an area is off when the sides are; or which size gives a wanted area."""
    thing = rng.choice(("plate", "window", "chip", "field", "carpet", "sign"))
    a, b = rng.sample(range(4, 31), 2)
    if rng.case.startswith("agree"):
        t = rng.integer(2, 9)
        area = a * (b + t)
        return Problem(
            ask=f"A {thing} is {a} long and was to be {b} wide. It was made wider, and its area is {area}. How much wider than planned is it?",
            answer=WithTool(TOOLS, "solve", Number(t)),
            oracle=lambda: WithTool(TOOLS, "solve", Number(Fraction(area, a) - b)),
            mistakes=(
                Mistake(
                    "whole-width",
                    Used("solve", Number(b + t)),
                    "That is how wide it is. How much more is that than planned?",
                ),
                Mistake(
                    "area-only",
                    Used("solve", Number(area - a * b)),
                    "That is how much area there is more. It is spread over the whole length.",
                ),
                Mistake("opened", Used("open"), "Here the area is known, and a size is asked for."),
                Mistake("squared", Used("square-it"), "Nothing is squared here: only one side has grown."),
            ),
            hints=("How wide is it?", "Area over length."),
            solution=(
                Step(f"{area}/{a} - {b}", because="the width that fits the area, less the planned one"),
                Step(str(t), because="calculate"),
            ),
        )
    sides, s1, s2 = {
        "too-long": (f"A square {thing} was to have sides of {a} cm. Every side came out $t$ cm too long", 1, 1),
        "too-short": (f"A square {thing} was to have sides of {a} cm. Every side came out $t$ cm too short", -1, -1),
        "oblong": (f"A {thing} was to be {a} cm by {b} cm. Both sides came out $t$ cm too long", 1, 1),
    }.get(
        rng.case,
        (
            f"A {thing} was to be {a} cm by {b} cm. The first side came out $t$ cm too long, the second $t$ cm too short",
            1,
            -1,
        ),
    )
    if rng.case in ("too-long", "too-short"):
        b = a
    linear, quadratic = s1 * b + s2 * a, s1 * s2
    right = _poly((linear, "t"), (quadratic, "t^2"))
    roads = (
        ("corner-only", _poly((quadratic, "t^2")), "That is the corner. What about the strips along the sides?"),
        ("strips-only", _poly((linear, "t")), "Those are the strips. Where both changes meet there is a corner too."),
        ("sign-of-corner", _poly((linear, "t"), (-quadratic, "t^2")), "Look at the sign of the last product."),
    )
    return Problem(
        ask=f"{sides}. By how many square centimetres does its area differ from the plan? Write the new area less the planned one, with $t$.",
        answer=WithTool(TOOLS, "open", Expression(right, forms=("expanded",))),
        oracle=lambda: WithTool(TOOLS, "open", Expression(f"({a} + {s1}*t)*({b} + {s2}*t) - {a * b}")),
        symbols={"t": "positive real"},
        mistakes=(
            *(Mistake(name, Used("open", Expression(wrong)), reply) for name, wrong, reply in roads),
            Mistake(
                "squared", Used("square-it"), "That counts the corner alone, and forgets the strips along the sides."
            ),
            Mistake("solved", Used("solve"), "No area is given here that has to be met."),
        ),
        hints=(
            "How long are the sides that came out?",
            "Multiply them, each piece with each. Then take the planned area away.",
        ),
        solution=(
            Step(
                f"({a} + {s1}*t)*({b} + {s2}*t) - {a * b}".replace("+ 1*t", "+ t").replace("+ -1*t", "- t"),
                because="new area less planned area",
            ),
            Step(right, because="opened, the planned area cancels"),
        ),
    )


@dataclass(frozen=True)
class Card:
    """A question to recall: the right option, wrong ones each with a reply, and why."""

    ask: str
    right: str
    wrong: tuple[tuple[str, str], ...]
    because: str


def _recalled(card: Card, hint: str) -> Problem:
    options = {"kept": card.right, **{f"other-{n}": text for n, (text, _) in enumerate(card.wrong, 1)}}
    return Problem(
        ask=card.ask,
        answer=Choice(options, "kept"),
        mistakes=tuple(
            Mistake(f"other-{n}", Choice.pick(f"other-{n}"), reply) for n, (_, reply) in enumerate(card.wrong, 1)
        ),
        hints=(hint,),
        solution=(Step("", because=card.because),),
    )


@exercise("recall-square", kind="recall", keep=(1,), difficulty=0.2, seconds=20)
def recall_square(rng: Rng) -> Problem:
    """The middle term, and where it comes from."""
    p = rng.integer(2, 12)
    cards = (
        Card(
            f"The middle term of $(x + {p})^2$ is",
            f"${2 * p}x$",
            ((f"${p}x$", "There are two strips."), ("there is none", "Try $x = 1$.")),
            "two strips, each the one side by the other",
        ),
        Card(
            f"In the picture of $(a + {p})^2$, what is ${2 * p}a$?",
            "two strips",
            (("two squares", f"Those are $a^2$ and ${p * p}$."), ("a corner", "A corner is a square.")),
            f"each strip is $a$ by ${p}$",
        ),
        Card(
            f"When is $(a + {p})^2 = a^2 + {p * p}$?",
            "only for $a = 0$",
            (("always", "Try $a = 1$."), ("for every positive $a$", "Try $a = 1$.")),
            f"the strips, ${2 * p}a$, have to vanish",
        ),
        Card(
            f"Why has $(x + {p})(x - {p})$ no middle term?",
            "the two mixed products cancel",
            (("a square has none", "It has, as a rule."), ("there are only two products", "There are four.")),
            f"$-{p}x$ and $+{p}x$",
        ),
    )
    return _recalled(rng.choice(cards), "Draw the square and its cuts.")


@exercise("recall-cancel", kind="recall", keep=(2,), difficulty=0.3, seconds=25)
def recall_cancel(rng: Rng) -> Problem:
    """What may be cancelled, and where."""
    k = rng.integer(2, 12)
    cards = (
        Card(
            rf"Which of these is $\frac{{x + {k}}}{{x}}$, for $x \neq 0$?",
            rf"$1 + \frac{{{k}}}{{x}}$",
            ((f"${k}$", "That crosses out a term."), (f"$1 + {k}$", f"The {k} is divided by $x$ too.")),
            "a sum over $x$ is a sum of two fractions",
        ),
        Card(
            rf"Where is $\frac{{x(x - {k})}}{{x - {k}}}$ equal to $x$?",
            rf"for $x \neq {k}$",
            (("everywhere", "When is the bottom 0?"), (r"for $x \neq 0$", "When is the bottom 0?")),
            "at that one number the fraction is not defined",
        ),
        Card(
            rf"What may be cancelled in $\frac{{{k}x + {k}}}{{{k}}}$?",
            f"the {k}, out of the whole top",
            (
                (f"the {k} of the second term alone", "It divides both terms."),
                ("nothing", f"Both terms above have the factor {k}."),
            ),
            f"the top is ${k}(x + 1)$",
        ),
        Card(
            rf"When may a ${k}$ above and below the line be cancelled?",
            "when it is a factor of the whole top and the whole bottom",
            (
                ("whenever it stands in both", "It could be a term."),
                ("never, when there are letters", "Letters stand for numbers."),
            ),
            "cancelling divides all of the top and all of the bottom",
        ),
    )
    return _recalled(rng.choice(cards), "Put in a number, such as 1, and compare.")


@exercise("recall-same", kind="recall", keep=(3,), difficulty=0.3, seconds=25)
def recall_same(rng: Rng) -> Problem:
    """What shows that two expressions are the same, or not."""
    k = rng.integer(2, 12)
    cards = (
        Card(
            f"Two expressions agree at $x = {k}$. Are they the same?",
            "that is not known yet",
            (("yes", f"$x$ and ${k}$ agree there as well."), ("no", "They may agree everywhere.")),
            "one agreement settles nothing",
        ),
        Card(
            f"Two expressions differ at $x = {k}$. Are they the same?",
            "no",
            (
                ("that is not known yet", "The same means: at every number."),
                ("yes, elsewhere", "The same means: at every number."),
            ),
            "one difference settles it",
        ),
        Card(
            f"How do you show that $(x + {k})^2$ is not $x^2 + {k * k}$?",
            "put in one number where they differ",
            (("put in all numbers", "One is enough."), ("put in $x = 0$", "There they agree.")),
            "at $x = 1$, for one",
        ),
        Card(
            f"How do you show that $x(x + {k}) = x^2 + {k}x$ for every $x$?",
            "open the bracket by the law",
            (("put in three numbers", "And the others?"), (f"put in $x = {k}$", "And the others?")),
            "only a law speaks of all numbers",
        ),
    )
    return _recalled(rng.choice(cards), "One number can refute, and cannot prove.")
