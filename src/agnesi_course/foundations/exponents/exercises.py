"""Exercises on powers and roots: the laws, what their exponents must mean, and numbers written with powers of ten."""

import math
from collections.abc import Callable, Iterable
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
    typed,
)
from agnesi.authoring.answers import Choice, Code, Derivation, Number, Ordering, Property, Tuple, Used, WithTool, Wrote
from agnesi.authoring.claims import CASES, Claim, claimed

two_phones = Guess(
    "two-phones",
    ask="How many bytes do the two store together?",
    options={"added": "$2^{72}$", "both": "$4^{72}$", "one-more": "$2^{37}$", "two-more": "$2^{38}$"},
    believes="added",
    truth="one-more",
)

powers = Contrast(
    "powers",
    ask="Write out the factors. Which line of each pair is true?",
    labels=("true", "false"),
    pairs=(
        Pair(r"$2^3 \cdot 2^4 = 2^7$", "$2^3 + 2^4 = 2^7$", "Three factors and four more. The sum is $8 + 16 = 24$."),
        Pair("$(2^3)^2 = 2^6$", "$(2^3)^2 = 2^9$", "Twice three factors: $8^2 = 64 = 2^6$."),
        Pair("$(-3)^2 = 9$", "$-3^2 = 9$", "The exponent holds on to what it touches: in the second, to 3 alone."),
        Pair("$5^0 = 1$", "$5^0 = 0$", "No factors: nothing has happened to the 1 that a product starts from."),
        Pair(
            r"$2^{-3} = \frac18$",
            "$2^{-3} = -8$",
            "From $2^0 = 1$ on, one step down divides by 2: a half, a quarter, an eighth.",
        ),
    ),
)

forced = Proof(
    "forced",
    claim=r"For $a \neq 0$: $\quad a^{-n} = \frac{1}{a^n}.$",
    lines=(
        Given("a^(-n)", "what we want to know"),
        Given("(a^(-n)*a^n)/a^n", "multiplied and divided by $a^n$, which is not 0"),
        Open(
            "a^(-n + n)/a^n",
            "exponents of one base add",
            hint="Above the line stand two powers of $a$. Make them one.",
        ),
        Open(
            "1/a^n",
            "the exponent above is 0, and $a^0 = 1$",
            instead=("a minus in the exponent turns the sign", "equal powers subtract to 0"),
        ),
    ),
    symbols={"a": "nonzero real", "n": "natural"},
)


def _wrong(right: Fraction | int, roads: Iterable[tuple[str, Fraction | int, str]]) -> tuple[Mistake, ...]:
    """The wrong roads that end at different wrong numbers."""
    kept: dict[Fraction, Mistake] = {}
    for name, value, reply in roads:
        if value != right:
            kept.setdefault(Fraction(value), Mistake(name, Number(value), reply))
    return tuple(kept.values())


@exercise(
    "laws",
    kind="procedure",
    tests=(1,),
    difficulty=0.3,
    seconds=35,
    uses={"real-numbers": 0.4},
    cases=("product", "quotient", "power-of-power", "to-zero", "negative", "minus-twice"),
)
def laws(rng: Rng) -> Problem:
    """A product, quotient or power of powers as one power: its exponent."""
    shown, counted, right, roads = _powers(rng)
    a = rng.choice(("a", "b", "c", "x", "y"))
    return Problem(
        ask=f"Let ${a} \\neq 0$. Write ${shown.replace('a', a).replace('fr' + a + 'c', 'frac')}$ as ${a}^n$. What is $n$?",
        given="$n =$",
        answer=Number(right),
        oracle=lambda: Number(counted),
        mistakes=_wrong(right, roads),
        hints=(
            "How many factors stand above the line, how many below?",
            "Count: times adds exponents, divided by subtracts, a power of a power multiplies.",
        ),
        solution=(
            Step(
                "",
                because="exponents of one base add in a product, subtract in a quotient, and multiply in a power of a power",
            ),
            Step(counted, because="count the factors"),
            Step(str(right), because="calculate"),
        ),
    )


def _powers(rng: Rng) -> tuple[str, str, int, tuple[tuple[str, int | Fraction, str], ...]]:
    """The powers in LaTeX, their exponents as a sum, its value, and the wrong roads."""
    i, j = rng.sample(range(2, 10), 2)
    k, m = rng.integer(2, 4), rng.integer(2, 4)
    multiplied = "Times adds exponents: write out the factors of a small example and count."
    match rng.case:
        case "product":
            return (
                rf"a^{{{i}}} \cdot a^{{{j}}} \cdot a",
                f"{i} + {j} + 1",
                i + j + 1,
                (
                    ("multiplied", i * j, multiplied),
                    ("bare-is-none", i + j, "A letter without an exponent is one factor."),
                ),
            )
        case "quotient":
            i, j = max(i, j), min(i, j)
            return (
                rf"\frac{{a^{{{i}}}}}{{a^{{{j}}}}}",
                f"{i} - {j}",
                i - j,
                (
                    ("divided", Fraction(i, j), "Divided by takes factors away: subtract the exponents."),
                    ("added", i + j, "The factors below the line are taken away, not added."),
                    ("turned-over", j - i, "You subtracted the upper from the lower. Where do more factors stand?"),
                ),
            )
        case "power-of-power":
            return (
                rf"(a^{{{k}}})^{{{m}}} \cdot a^{{{i}}}",
                f"{k} * {m} + {i}",
                k * m + i,
                (
                    ("added", k + m + i, "A power of a power repeats its factors: multiply these two exponents."),
                    ("all-multiplied", k * m * i, multiplied),
                    ("power-of-exponents", k**m + i, "The exponents are multiplied, not raised to each other."),
                ),
            )
        case "to-zero":
            i = rng.integer(1, k * m - 1)
            return (
                rf"\frac{{a^{{{i}}} \cdot a^{{{k * m - i}}}}}{{(a^{{{k}}})^{{{m}}}}}",
                f"{i} + {k * m - i} - {k} * {m}",
                0,
                (
                    ("the-value", 1, "That is the value of the whole. Which exponent gives it?"),
                    ("below-added", k * m - k - m, "Below the line stands a power of a power: multiply its exponents."),
                    ("multiplied", i * (k * m - i) - k * m, multiplied),
                ),
            )
        case "negative":
            i = rng.integer(1, k * m - 1)
            return (
                rf"\frac{{a^{{{i}}}}}{{(a^{{{k}}})^{{{m}}}}}",
                f"{i} - {k} * {m}",
                i - k * m,
                (
                    (
                        "sign-lost",
                        k * m - i,
                        "There are more factors below the line than above: what sign has the exponent?",
                    ),
                    ("below-added", i - k - m, "Below the line stands a power of a power: multiply its exponents."),
                    ("added", i + k * m, "The factors below the line are taken away."),
                ),
            )
    return (
        rf"\frac{{(a^{{-{k}}})^{{{m}}}}}{{a^{{-{i}}}}}",
        f"(-{k}) * {m} - (-{i})",
        i - k * m,
        (
            ("one-minus", -k * m - i, "Subtracting a negative exponent adds."),
            (
                "below-turned",
                k * m - i,
                "Look at the signs: the upper exponent is negative, and a negative one is subtracted.",
            ),
            ("above-added", -k + m + i, "Above the line stands a power of a power: multiply its exponents."),
        ),
    )


Rewriting = tuple[str, Fraction, str, tuple[tuple[str, Fraction | int, str], ...]]


@exercise(
    "rewrite",
    kind="procedure",
    tests=(2,),
    difficulty=0.4,
    seconds=45,
    uses={"real-numbers": 0.3},
    cases=("root", "reciprocal", "both", "nested", "number", "times-root"),
)
def rewrite(rng: Rng) -> Problem:
    """Roots and reciprocals as one exponent, or such a power as a number."""
    if rng.case == "number":
        return _as_number(rng)
    m, n = rng.until(lambda: (rng.integer(2, 9), rng.integer(2, 5)), lambda pair: math.gcd(*pair) == 1)
    k = rng.integer(2, 5)
    half, index = Fraction(m, n), "" if n == 2 else f"[{n}]"
    inner, outer = f"x^{{{m}}}", "" if k == 2 else f"[{k}]"
    table: dict[str, Rewriting] = {
        "root": (rf"\sqrt{index}{{{inner}}}", half, f"{m} * (1/{n})", (
            ("turned-over", 1 / half, "The root goes below the line: it undoes a power."),
            ("multiplied", Fraction(m * n), "A root undoes a power: it divides the exponent."),
        )),
        "reciprocal": (rf"\frac{{1}}{{{inner}}}", Fraction(-m), f"0 - {m}", (
            ("sign-lost", m, "That is what stands below the line. One over it turns the sign of the exponent."),
            ("a-root", Fraction(1, m), "One over a number in the exponent is a root. Here the power itself stands below the line."),
        )),
        "both": (rf"\frac{{1}}{{\sqrt{index}{{{inner}}}}}", -half, f"0 - {m} * (1/{n})", (
            ("sign-lost", half, "That is the root alone. It stands below a line."),
            ("turned-over", -1 / half, "The index of the root goes below the line."),
            ("reciprocal-of-exponent", 1 / half, "One over a power turns the sign of the exponent; it does not turn the exponent over."),
        )),
        "nested": (rf"\sqrt{outer}{{\sqrt{index}{{x}}}}", Fraction(1, k * n), f"(1/{n}) * (1/{k})", (
            ("added-bottoms", Fraction(1, k + n), "A power of a power multiplies its exponents."),
            ("added", Fraction(1, k) + Fraction(1, n), "A power of a power multiplies its exponents."),
            ("no-root", k * n, "Roots make exponents below 1."),
        )),
        "times-root": (rf"x^{{{k}}} \cdot \sqrt{index}{{x}}", k + Fraction(1, n), f"{k} + 1/{n}", (
        ("multiplied", Fraction(k, n), "Times adds exponents."),
        ("no-root", k + n, "The root is a fraction in the exponent."),
    )),
    }  # fmt: skip
    shown, right, line, roads = table[rng.case]
    return Problem(
        ask=f"Let $x > 0$. Write ${shown}$ as $x^p$. What is $p$?",
        given="$p =$",
        answer=Number(right),
        oracle=lambda: Number(Fraction(_measured(shown, m, n, k)).limit_denominator(60)),
        mistakes=_wrong(right, roads),
        hints=(
            r"Which exponent is $\sqrt[n]{x}$, and which is $\frac1x$?",
            "A power of a power multiplies its exponents, and a product adds them.",
        ),
        solution=(
            Step("", because="a root is one over its index in the exponent, one over a power is a minus"),
            Step(line, because="put the exponents together"),
            Step(typed(right), because="calculate"),
        ),
    )


def _measured(shown: str, m: int, n: int, k: int) -> float:
    """The exponent, measured at x = 2."""
    x = 2.0
    if shown.startswith(r"\frac"):
        value = 1 / (x**m) ** (1 / n) if "sqrt" in shown else 1 / x**m
    elif shown.startswith("x"):
        value = x**k * x ** (1 / n)
    else:
        value = (x ** (1 / n)) ** (1 / k) if shown.count("sqrt") == 2 else (x**m) ** (1 / n)
    return round(math.log2(value), 9)


def _as_number(rng: Rng) -> Problem:
    root, n = rng.choice(((2, 3), (3, 3), (2, 4), (2, 5), (4, 3), (3, 4), (5, 3), (3, 2), (5, 2), (7, 2), (10, 3)))
    m = rng.choice([top for top in (1, 2, 3, 4) if math.gcd(top, n) == 1 and root**top < 300])
    minus = rng.chance(Fraction(3, 4))
    base, sign = root**n, "-" if minus else ""
    right = Fraction(1, root**m) if minus else Fraction(root**m)
    return Problem(
        ask=rf"What number is ${base}^{{{sign}{m}/{n}}}$?",
        answer=Number(right, forms=("evaluated",)),
        oracle=lambda: Number(Fraction(base ** (-m / n if minus else m / n)).limit_denominator(1000)),
        mistakes=_wrong(
            right,
            (
                (
                    "negative",
                    -(root**m),
                    "A minus in the exponent means one over; it does not turn the sign of the result."
                    if minus
                    else "A power of a positive number is never negative.",
                ),
                ("multiplied", Fraction(-m if minus else m, n) * base, "You multiplied the base by the exponent."),
                (
                    "minus-lost" if minus else "turned-over",
                    1 / right,
                    "Look at the sign of the exponent: does it say one over, or not?",
                ),
                (
                    "root-only",
                    Fraction(1, root) if minus else root,
                    f"That is {'one over the root' if minus else 'the root'}. What does the top of the exponent add?",
                ),
            ),
        ),
        hints=(
            "The bottom of the exponent is a root. Take it first.",
            "The top is a power, and a minus says one over.",
        ),
        solution=(
            Step(f"{base}^({sign}{m}/{n})", because="what is asked"),
            Step(f"1/{root}^{m}" if minus else f"{root}^{m}", because=f"the root first: ${root}^{n} = {base}$"),
            Step(typed(right), because="calculate"),
        ),
    )


@exercise(
    "tidy",
    kind="derivation",
    tests=(1,),
    difficulty=0.45,
    seconds=100,
    uses={"real-numbers": 0.2},
    cases=("square", "cube", "minus", "below"),
)
def tidy(rng: Rng) -> Problem:
    """A product and quotient of powers, line by line, until one number and one power are left."""
    a = rng.choice(("a", "b", "x", "y"))
    n = 3 if rng.case == "cube" else 2
    k = rng.integer(2, 5 if n == 2 else 3)
    c = rng.choice([d for d in range(1, k**n + 1) if k**n % d == 0 and d < k**n])
    i = rng.integer(3, 6)
    j = rng.integer(1, n * i - 4)
    front = k**n // c
    if rng.case in ("minus", "square"):
        start = f"({k}{a}^{i})^{n}*{a}^(-{j})/({c}{a})" if c > 1 else f"({k}{a}^{i})^{n}*{a}^(-{j})/{a}"
        left = n * i - j - 1
    else:
        start = f"({k}{a}^{i})^{n}/({c}{a}^{j})" if c > 1 else f"({k}{a}^{i})^{n}/{a}^{j}"
        left = n * i - j
    below = start[start.index(")^") :].partition("/")[2]
    between = start[start.index(f")^{n}") + 2 + len(str(n)) : start.index("/", start.index(")^"))]
    opened = f"{k**n}{a}^{n * i}{between}/{below}"
    goal = f"{front}{a}^{left}"
    return Problem(
        ask=f"Let ${a} > 0$. Line by line, write ${tex(start)}$ as a number times one power of ${a}$.",
        answer=Derivation(start, (opened, goal)),
        oracle=lambda: Derivation(start, (goal,), least=1),
        symbols={a: "positive real"},
        mistakes=(
            Mistake(
                "number-left-out",
                Wrote(f"{k}{a}^{n * i}{between}/{below}"),
                f"The power holds on to the whole bracket: the ${k}$ is raised too.",
            ),
            Mistake(
                "exponents-added",
                Wrote(f"{k**n}{a}^{n + i}{between}/{below}"),
                "A power of a power multiplies its exponents.",
            ),
        ),
        hints=("Open the bracket first: every factor in it is raised.", "Then count the letters above and below."),
        solution=(
            Step(start, because="the start"),
            Step(opened, because="every factor in the bracket is raised"),
            Step(goal, because="divide the numbers, add and subtract the exponents"),
        ),
    )


def _same(x: float, y: float) -> bool:
    return math.isclose(x, y, rel_tol=1e-12, abs_tol=1e-12)


SOME = (-3.0, -1.0, 0.0, 0.5, 1.0, 2.0, 4.0)
CLAIMS = (
    Claim(
        r"$a^m \cdot a^n = a^{m+n}$, where $a \neq 0$ and $m$, $n$ are whole",
        "always",
        "Count factors; the minus was made to keep this.",
        lambda a, b, m, n: _same(a**m * a**n, a ** (m + n)) if a else None,
    ),
    Claim(
        "$(a + b)^2 = a^2 + b^2$",
        "sometimes",
        "Try $b = 0$, then $a = b = 1$.",
        lambda a, b, m, n: _same((a + b) ** 2, a**2 + b**2),
    ),
    Claim(
        "$(ab)^n = a^n b^n$, where $n$ is whole and positive",
        "always",
        "The factors may be put in any order.",
        lambda a, b, m, n: _same((a * b) ** n, a**n * b**n) if n > 0 else None,
    ),
    Claim(
        r"$\sqrt{a^2} = a$", "sometimes", "Try $a = 3$, then $a = -3$.", lambda a, b, m, n: _same(math.sqrt(a * a), a)
    ),
    Claim(
        r"$a^{-2}$ is negative, where $a \neq 0$",
        "never",
        "It is one over a square.",
        lambda a, b, m, n: a**-2 < 0 if a else None,
    ),
    Claim(
        "$a^{-1}$ is less than $a$, where $a > 0$",
        "sometimes",
        r"Try $a = 2$, then $a = \frac12$.",
        lambda a, b, m, n: 1 / a < a if a > 0 else None,
    ),
    Claim(
        "$a^2 + a^3 = a^5$, where $a$ is a whole number from 1 up",
        "never",
        r"For 1 it says $2 = 1$, for 2 it says $12 = 32$. And then?",
        lambda a, b, m, n: _same(a**2 + a**3, a**5) if a >= 1 and a == int(a) else None,
    ),
    Claim(
        "$2^n + 2^n = 2^{n+1}$, where $n$ is whole",
        "always",
        "Twice is one more factor 2.",
        lambda a, b, m, n: _same(2.0**n + 2.0**n, 2.0 ** (n + 1)),
    ),
    Claim(
        "$-a^2 = (-a)^2$",
        "sometimes",
        "Try $a = 1$. Which number is its own opposite?",
        lambda a, b, m, n: _same(-(a**2), (-a) ** 2),
    ),
    Claim(
        r"$a^0 = 0$, where $a \neq 0$",
        "never",
        r"What must $a^0 \cdot a$ be?",
        lambda a, b, m, n: _same(a**0, 0) if a else None,
    ),
    Claim(
        r"$\sqrt{a + b} = \sqrt{a} + \sqrt{b}$, where both are positive",
        "never",
        "Square the right side: something is left over.",
        lambda a, b, m, n: _same(math.sqrt(a + b), math.sqrt(a) + math.sqrt(b)) if min(a, b) > 0 else None,
    ),
    Claim(
        r"$\sqrt{ab} = \sqrt{a} \cdot \sqrt{b}$, where neither is negative",
        "always",
        "Square both sides; neither is negative.",
        lambda a, b, m, n: _same(math.sqrt(a * b), math.sqrt(a) * math.sqrt(b)) if min(a, b) >= 0 else None,
    ),
    Claim(
        "$a^{1/2}$ is half of $a$, where $a > 0$",
        "sometimes",
        "Try $a = 4$, then $a = 9$.",
        lambda a, b, m, n: _same(math.sqrt(a), a / 2) if a > 0 else None,
    ),
    Claim("$(a^2)^3 = a^5$", "sometimes", "Try $a = 1$, then $a = 2$.", lambda a, b, m, n: _same((a**2) ** 3, a**5)),
    Claim(
        "$a^n > a$, where $a > 1$ and $n$ is whole, 2 or more",
        "always",
        "Each further factor is more than 1.",
        lambda a, b, m, n: a**n > a if a > 1 and n >= 2 else None,
    ),
)


@exercise(
    "always",
    kind="concept",
    tests=(1, 2),
    difficulty=0.5,
    seconds=45,
    uses={"real-numbers": 0.3},
    cases=CASES,
)
def always(rng: Rng) -> Problem:
    """A claim about powers: true for all numbers that it speaks of, for some, for none."""
    return claimed(
        rng,
        CLAIMS,
        [(a, b, m, n) for a, b in product(SOME, repeat=2) for m, n in product((-2, 0, 1, 3), repeat=2)],
        ask="The letters stand for real numbers. Is this true always, sometimes or never? {claim}.",
        hints=(
            "Try 0, 1, 2, a half, and a negative number, where they are allowed.",
            "If all that you try agree, look for the reason: count factors.",
        ),
    )


@exercise(
    "make-it",
    kind="construct",
    tests=(1, 2),
    difficulty=0.55,
    seconds=70,
    uses={"real-numbers": 0.3},
    cases=("the-base", "one", "reciprocal", "root"),
)
def make_it(rng: Rng) -> Problem:
    """Two exponents, neither 0, that make a product of powers what is wanted."""
    base = rng.choice((2, 3, 5, 6, 7, 10))
    u, v = rng.sample((2, 3, 4, 5) if base == 2 else (2, 3, 4) if base == 3 else (2, 3), 2)
    goal = {"the-base": Fraction(1), "one": Fraction(0), "reciprocal": Fraction(-1)}.get(rng.case, Fraction(1, 2))
    shown = {"the-base": str(base), "one": "1", "reciprocal": rf"\frac1{{{base}}}"}.get(rng.case, rf"\sqrt{{{base}}}")
    first, second = base**u, base**v
    example = (Fraction(1), (goal - u) / v)

    def made(p: Fraction, q: Fraction) -> Fraction:
        return u * p + v * q

    plain = next((p, goal - p) for p in map(Fraction, range(2, 9)) if p != goal and made(p, goal - p) != goal)
    return Problem(
        ask=f"Give two exponents $p$ and $q$, neither of them 0, with ${first}^p \\cdot {second}^q = {shown}$. Many are right.",
        given="$p, q =$",
        answer=Property(Tuple, lambda t: made(*t) == goal and all(x != 0 for x in t), example=Tuple(example)),
        oracle=lambda: Property(
            Tuple, lambda t: t[0] * u == goal - t[1] * v, example=Tuple((Fraction(-1), (goal + u) / v))
        ),
        symbols={"p": "real", "q": "real"},
        consequence=lambda t: f"Yours make ${base}^{{{tex(made(*t))}}}$.",
        mistakes=(
            Mistake(
                "added-exponents",
                Property(Tuple, lambda t: sum(t) == goal != made(*t), example=Tuple(plain)),
                f"Your exponents add up as if both bases were ${base}$. Write ${first}$ and ${second}$ as powers of ${base}$ first.",
            ),
            Mistake(
                "a-zero",
                Property(
                    Tuple, lambda t: any(x == 0 for x in t) and made(*t) == goal, example=Tuple((Fraction(0), goal / v))
                ),
                "Neither of the two may be 0.",
            ),
        ),
        hints=(
            f"Write ${first}$, ${second}$ and ${shown}$ as powers of ${base}$.",
            "Now the exponents are to add up. Choose one of the two, and see what the other must be.",
        ),
        solution=(
            Step(
                "",
                because=f"${first} = {base}^{u}$ and ${second} = {base}^{v}$, so ${u}p + {v}q$ has to be ${tex(goal)}$; take $p = 1$, for one",
            ),
            Step(f"({typed(example[0])}, {typed(example[1])})", because=f"then ${v}q = {tex(goal - u)}$"),
        ),
    )


@exercise(
    "sci",
    kind="procedure",
    tests=(3,),
    difficulty=0.4,
    seconds=40,
    uses={"real-numbers": 0.3},
    cases=("product", "compare", "how-many-times", "shift", "quotient"),
)
def sci(rng: Rng) -> Problem:
    """Numbers written with powers of ten: multiplied, divided, compared, written anew."""
    if rng.case == "compare":
        return _compared(rng)
    if rng.case == "shift":
        return _shifted(rng)
    x, y = rng.sample(range(2, 10), 2)
    i, j = rng.integer(2, 6), rng.integer(2, 6)
    if rng.case == "product":
        j = rng.choice([one for one in range(2, 8) if one != i])
        right = x * y * Fraction(10) ** (j - i)
        ask, line = f"What number is `{x}e-{i}` times `{y}e{j}`?", f"({x}*{y}) * 10^({-i} + {j})"
        roads: tuple[tuple[str, Fraction | int, str], ...] = (
            ("exponents-multiplied", x * y * Fraction(10) ** (-i * j), "Times adds the exponents of ten."),
            ("sign-lost", x * y * Fraction(10) ** (i + j), "One of the exponents is negative."),
            ("turned", x * y * Fraction(10) ** (i - j), "Look again which exponent is negative."),
        )
    elif rng.case == "quotient":
        right = x * Fraction(10) ** (i + j)
        ask, line = f"What number is `{x * y}e{i}` divided by `{y}e-{j}`?", f"({x * y}/{y}) * 10^({i} - ({-j}))"
        roads = (
            (
                "exponents-added",
                x * Fraction(10) ** (i - j),
                "Divided by subtracts the exponent, and this one is negative.",
            ),
            ("turned", x * Fraction(10) ** (-i - j), "Dividing by a small number makes it large."),
            ("exponents-multiplied", x * Fraction(10) ** (i * j), "Divided by subtracts exponents."),
        )
    else:
        right = Fraction(x * 10**j)
        ask = f"How many times as large as `{y}e-{i + j}` is `{x * y}e-{i}`?"
        line = f"({x * y}/{y}) * 10^({-i} - ({-i - j}))"
        roads = (
            ("front-only", x, "You compared the numbers in front alone. What do the powers of ten add?"),
            ("turned", 1 / right, "Which of the two is the larger? Look at the exponents."),
            ("exponents-added", Fraction(x) / 10 ** (2 * i + j), "Divided by subtracts exponents."),
        )
    return Problem(
        ask=ask,
        answer=Number(right, forms=("evaluated",)),
        oracle=lambda: Number(line),
        mistakes=_wrong(right, roads),
        hints=(
            "Numbers in front with numbers in front, powers of ten with powers of ten.",
            "Times adds the exponents of ten, divided by subtracts them.",
        ),
        solution=(Step(line, because="front with front, ten with ten"), Step(typed(right), because="calculate")),
    )


def _shifted(rng: Rng) -> Problem:
    digits = rng.choice([n for n in range(11, 100) if n % 10])
    places, i = rng.integer(1, 3), rng.integer(2, 7)
    front = Fraction(digits, 10**places)
    right = -i - places
    return Problem(
        ask=f"`{float(front):g}e-{i}` is ${digits} \\cdot 10^n$. What is $n$?",
        given="$n =$",
        answer=Number(right),
        oracle=lambda: Number(round(math.log10(float(front) * 10.0**-i / digits))),
        mistakes=_wrong(
            right,
            (
                (
                    "other-way",
                    -i + places,
                    "The number in front has become larger. So what has the power of ten to become?",
                ),
                ("kept", -i, "The number in front has changed, so the exponent changes too."),
                ("sign-lost", i + places, "It is a small number: what sign has the exponent?"),
            ),
        ),
        hints=(
            "By which power of ten has the number in front been multiplied?",
            "The other factor has to be divided by it.",
        ),
        solution=(
            Step(
                "", because=f"the number in front is multiplied by $10^{places}$, so the other factor is divided by it"
            ),
            Step(f"{-i} - {places}", because="subtract"),
            Step(str(right), because="calculate"),
        ),
    )


def _compared(rng: Rng) -> Problem:
    i = rng.integer(3, 7)
    small, low, high = rng.integer(5, 9), rng.integer(2, 3), rng.integer(4, 9)
    items = {"small": (small, -i - 1), "low": (low, -i), "high": (high, -i)}
    shown = {key: f"`{front}e{power}`" for key, (front, power) in items.items()}
    by_front = tuple(sorted(items, key=lambda key: (items[key][0], key)))
    by_size = tuple(sorted(items, key=lambda key: (-items[key][1], items[key][0])))
    roads = [
        ("by-front", by_front, "Compare the exponents of ten first: each step there is a factor 10."),
        ("by-size-of-exponent", by_size, "A more negative exponent makes a smaller number."),
    ]
    return Problem(
        ask=f"Smallest first: {', '.join(rng.shuffle(tuple(shown.values())))}.",
        answer=Ordering(shown),
        oracle=lambda: Ordering(
            {key: shown[key] for key in sorted(items, key=lambda key: items[key][0] * 10.0 ** items[key][1])}
        ),
        mistakes=tuple(
            Mistake(name, Ordering.put(*order), reply)
            for name, order, reply in roads
            if order != ("small", "low", "high")
        ),
        hints=("Which exponent of ten is the smallest?", "Where the exponents agree, the numbers in front decide."),
        solution=(Step("", because="the most negative exponent first; then, among equal ones, the smaller front"),),
    )


@exercise(
    "scaled",
    kind="code",
    tests=(2,),
    difficulty=0.4,
    seconds=120,
    uses={"real-numbers": 0.2},
    cases=("square-root", "cube-root", "fourth-root", "not-whole"),
)
def scaled(rng: Rng) -> Problem:
    """A score divided by a root, where Python's order of operations lies in wait."""
    n = {"cube-root": 3, "fourth-root": 4}.get(rng.case, 2)
    name = rng.choice(("scaled", "tempered", "divided", "calmer"))
    word = {2: "square root", 3: "third root", 4: "fourth root"}[n]
    d = rng.integer(2, 4) ** n if rng.case != "not-whole" else rng.choice((2, 3, 5, 7))
    s = rng.integer(2, 9) * 12

    def source(formula: str) -> str:
        return f"def {name}(s, d):\n    if d <= 0:\n        raise ValueError('d has to be positive')\n    return {formula}\n"

    def guarded(formula: Callable[[float, float], float]) -> Callable[[float, float], float]:
        def checked(s: float, d: float) -> float:
            if d <= 0:
                raise ValueError("not positive")
            return formula(s, d)

        return checked

    inputs = ((s, d), (8, 1), (-12, 16), (0, 5), (10, 2), (7, 0.0625), (3, 0), (3, -4))
    return Problem(
        ask=f"Write `{name}(s, d)`: `s` divided by the {word} of `d`, without importing anything. Where `d` is not positive, raise `ValueError`. "
        f"`{name}({s}, {d})` is about `{s / d ** (1 / n):.4g}`.",
        answer=Code(
            name,
            source(f"s / d ** (1 / {n})"),
            reference=guarded(lambda s, d: s * math.exp(-math.log(d) / n)),
            inputs=inputs,
            starter=f"def {name}(s, d):\n    ",
        ),
        mistakes=(
            Mistake(
                "no-bracket",
                Code(name, source(f"s / d ** 1 / {n}"), reference=guarded(lambda s, d: s / d / n)),
                "The power takes what it touches, the 1 alone, and then you divide once more. Put the exponent into a bracket.",
            ),
            Mistake(
                "times-root",
                Code(name, source(f"s * d ** (1 / {n})"), reference=guarded(lambda s, d: s * d ** (1 / n))),
                "You multiply by the root. One over it has a minus in the exponent, or a division.",
            ),
            Mistake(
                "power",
                Code(name, source(f"s / d ** {n}"), reference=guarded(lambda s, d: s / d**n)),
                "That divides by a power of d. A root has a fraction in the exponent.",
            ),
        ),
        hints=("A root is a power with a fraction for its exponent.", "What does `**` hold on to, without a bracket?"),
        solution=(
            Step("", because="raise where `d` is 0 or less"),
            Step("", because=f"a root is the exponent one over its index, in a bracket: `s / d ** (1 / {n})`"),
        ),
    )


TOOLS = {
    "factors": "the same factor in every round: a part of the rounds takes a part of the factors",
    "straight": "the same amount in every round: a part of the rounds takes a part of the loss",
    "how-often": "ask how many times in a row it has to be cut down",
}
THINGS = (
    ("A training setting", "is multiplied by one fixed factor each round", "rounds"),
    ("The charge of a battery", "is multiplied by one fixed factor each day", "days"),
    ("The dose left in the blood", "is multiplied by one fixed factor each hour", "hours"),
    ("The foam in a glass", "is multiplied by one fixed factor each minute", "minutes"),
)


@exercise(
    "half-life",
    kind="transfer",
    tests=(1, 2),
    difficulty=0.6,
    seconds=80,
    uses={"real-numbers": 0.3},
    cases=("half-way", "third", "how-often-halved", "backwards", "quarter", "how-often-cut"),
)
def half_life(rng: Rng) -> Problem:
    """What is left after part of the rounds of an even shrinking; or how many rounds it takes."""
    thing, shrinks, unit = rng.choice(THINGS)
    if rng.case.startswith("how-often"):
        return _how_often(rng, thing, shrinks, unit)
    s = {"third": 3, "quarter": 4}.get(rng.case, 2)
    c = rng.integer(2, {2: 9, 3: 5, 4: 3}[s])
    part = rng.integer(2, 9)
    whole = s * part
    small, large = Fraction(1, c**s), Fraction(1, c)
    if rng.case == "backwards":
        given, asked, right, line = part, whole, small, f"(1/{c})^{s}"
        roads = (
            (
                "straight",
                1 - s * (1 - large),
                "That takes away the same amount each time. The factor stays the same, not the amount.",
            ),
            ("factor-times", s * large, "The factors are multiplied, not added."),
            ("same", large, "More time has passed, so less is left."),
        )
        left = large
    else:
        given, asked, right, line = whole, part, large, f"(1/{c**s})^(1/{s})"
        roads = (
            (
                "straight",
                1 - (1 - small) / s,
                "That takes away the same amount each time. The factor stays the same, not the amount.",
            ),
            ("part-of-factor", small / s, "Less time has passed, so more is left, not less."),
            ("times", small * s, f"{s} such factors are multiplied, not added, to give the whole one."),
        )
        left = small
    kept: dict[Fraction, tuple[str, str]] = {}
    for name, value, reply in roads:
        if value != right:
            kept.setdefault(value, (name, reply))
    return Problem(
        ask=f"{thing} {shrinks}. After {given} {unit} ${tex(left)}$ of it is left. What part of it is left after {asked} {unit}?",
        answer=WithTool(TOOLS, "factors", Number(right)),
        oracle=lambda: WithTool(
            TOOLS, "factors", Number(Fraction(float(left) ** (asked / given)).limit_denominator(2000))
        ),
        mistakes=(
            *(
                Mistake(name, Used("factors", Number(value)), reply)
                for value, (name, reply) in kept.items()
                if name != "straight"
            ),
            Mistake(
                "even-loss",
                Used("straight"),
                "It loses the same *factor* in each round. With the same amount it would be gone at some time.",
            ),
            Mistake("asked-how-often", Used("how-often"), "The time is given. What is asked is how much is left."),
        ),
        hints=(
            f"How many stretches of {min(given, asked)} {unit} are in {max(given, asked)} {unit}?",
            "All those stretches have the same factor, and the factors are multiplied.",
        ),
        solution=(
            Step(
                "",
                because=f"{max(given, asked)} {unit} are {s} stretches of {min(given, asked)}, each with the same factor",
            ),
            Step(
                line,
                because="multiply them"
                if rng.case == "backwards"
                else "the one that gives the whole when it is multiplied by itself so often",
            ),
            Step(typed(right), because="calculate"),
        ),
    )


def _how_often(rng: Rng, thing: str, shrinks: str, unit: str) -> Problem:
    c = 2 if rng.case == "how-often-halved" else rng.choice((3, 4, 5, 10))
    k, stretch = rng.integer(2, 6 if c == 2 else 3), rng.integer(2, 12)
    right = k * stretch
    return Problem(
        ask=f"{thing} {shrinks}, and after {stretch} {unit} $\\frac1{{{c}}}$ of it is left. After how many {unit} is $\\frac{{1}}{{{c**k}}}$ of it left?",
        answer=WithTool(TOOLS, "how-often", Number(right)),
        oracle=lambda: WithTool(TOOLS, "how-often", Number(_by_waiting(c, k, stretch))),
        mistakes=(
            *(
                [
                    Mistake(
                        "one-each",
                        Used("how-often", Number(c ** (k - 1) * stretch)),
                        f"To be cut down again takes another {stretch} {unit}, however little is left.",
                    )
                ]
                if c ** (k - 1) != k
                else []
            ),
            Mistake(
                "times-only",
                Used("how-often", Number(k)),
                f"That is how often it is cut down. Each time takes {stretch} {unit}.",
            ),
            Mistake(
                "even-loss",
                Used("straight"),
                "With the same amount lost each time it would be gone soon. It is the factor that stays.",
            ),
            Mistake("part-of-factors", Used("factors"), "The part that is left is given. What is asked is the time."),
        ),
        hints=(f"What is left after {2 * stretch} {unit}?", "How many such factors make the wanted part?"),
        solution=(
            Step(
                "",
                because=f"$\\frac{{1}}{{{c**k}}}$ is {k} factors of $\\frac1{{{c}}}$, and each takes {stretch} {unit}",
            ),
            Step(f"{k} * {stretch}", because="as often as it is cut down"),
            Step(str(right), because="calculate"),
        ),
    )


def _by_waiting(c: int, k: int, stretch: int) -> int:
    left, time = Fraction(1), 0
    while left > Fraction(1, c**k):
        left, time = left / c, time + stretch
    return time


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


@exercise("recall-laws", kind="recall", keep=(1,), difficulty=0.25, seconds=20)
def recall_laws(rng: Rng) -> Problem:
    """Which operation on exponents goes with which on powers, and where there is none."""
    i, j = rng.sample(range(3, 10), 2)
    cards = (
        Card(
            rf"$a^{{{i}}} \cdot a^{{{j}}}$ is",
            rf"$a^{{{i + j}}}$",
            ((rf"$a^{{{i * j}}}$", "Count the factors."), (rf"$2a^{{{i + j}}}$", "Nothing is doubled.")),
            "factors and more factors: the exponents add",
        ),
        Card(
            rf"$(a^{{{i}}})^{{{j}}}$ is",
            rf"$a^{{{i * j}}}$",
            ((rf"$a^{{{i + j}}}$", "The factors are repeated."), (rf"${j}a^{{{i}}}$", "It is a power, no multiple.")),
            "so many factors, so many times",
        ),
        Card(
            rf"$a^{{{i}}} + a^{{{i}}}$ is",
            rf"$2a^{{{i}}}$",
            (
                (rf"$a^{{{2 * i}}}$", "That is the product."),
                (rf"$2a^{{{2 * i}}}$", "The exponent stays: it is twice the same."),
            ),
            "twice the same",
        ),
        Card(
            rf"When is $a^{{{i}}} + a^{{{j}}} = a^{{{i + j}}}$ a law?",
            "never: sums of powers have no such rule",
            (("always", "Try $a = 1$."), ("when $a$ is positive", "Try $a = 1$.")),
            r"at $a = 1$ it says $2 = 1$",
        ),
    )
    return _recalled(rng.choice(cards), "Write a small one out, factor by factor.")


@exercise("recall-why", kind="recall", keep=(2,), difficulty=0.25, seconds=20)
def recall_why(rng: Rng) -> Problem:
    """What zero, minus and fractions mean in an exponent, and why."""
    n = rng.integer(2, 9)
    cards = (
        Card(
            rf"For $a \neq 0$, $a^{{-{n}}}$ is",
            rf"$\frac{{1}}{{a^{{{n}}}}}$",
            (
                (rf"$-a^{{{n}}}$", rf"Times $a^{{{n}}}$ it has to be 1."),
                (rf"$\sqrt[{n}]{{a}}$", "That has a fraction in its exponent."),
            ),
            "the exponents have to add up to 0",
        ),
        Card(
            rf"For $a > 0$, $a^{{1/{n}}}$ is",
            rf"$\sqrt[{n}]{{a}}$",
            (
                (rf"$\frac{{a}}{{{n}}}$", rf"Raised to the power {n} it has to be $a$."),
                (rf"$\frac{{1}}{{a^{{{n}}}}}$", "That has a minus in its exponent."),
            ),
            rf"{n} such factors have to be $a$",
        ),
        Card(
            f"Why is ${n}^0 = 1$?",
            f"because ${n}^0$ times ${n}$ has to be ${n}$",
            (
                (f"because {n} minus {n} is 0", "Then it would be 0."),
                ("it is agreed upon, without a reason", "There is one: which factor changes nothing?"),
            ),
            "exponents add, and only 1 changes nothing as a factor",
        ),
        Card(
            f"Which of these is the value of ${n}^{{-1}}$?",
            rf"$\frac1{{{n}}}$",
            ((f"$-{n}$", "The minus does not turn the sign."), (f"${n - 1}$", "Nothing is subtracted from the base.")),
            "one over",
        ),
    )
    return _recalled(rng.choice(cards), "Ask what keeps the first law true.")


@exercise("recall-positive", kind="recall", keep=(3,), difficulty=0.35, seconds=25)
def recall_positive(rng: Rng) -> Problem:
    """Where the laws for fractional exponents stop."""
    n = rng.integer(2, 12)
    cards = (
        Card(
            rf"What is $\sqrt{{(-{n})^2}}$?",
            f"${n}$",
            ((f"$-{n}$", "A square root is never negative."), ("no number", rf"Under the root stands ${n * n}$.")),
            "first the square, which is positive, then its root",
        ),
        Card(
            "When does $(a^p)^q = a^{pq}$ hold for all fractions $p$, $q$?",
            "when $a$ is positive",
            (
                ("for every $a$", rf"Try the square of $-{n}$, and then its root."),
                ("when $p$ is positive", rf"Try the square of $-{n}$, and then its root."),
            ),
            "fractions in the exponent ask for a positive base",
        ),
        Card(
            rf"Somebody writes $\left((-{n})^2\right)^{{1/2}} = (-{n})^1$. What is wrong?",
            "the law for a power of a power needs a positive base here",
            (
                ("nothing", f"The left side is {n}."),
                ("the exponents should be added", "A power of a power multiplies them."),
            ),
            f"the left side is {n}, the right side ${-n}$",
        ),
        Card(
            r"For which $a$ is $\sqrt{a^2} = a$?",
            r"for $a \geq 0$",
            (("for all $a$", f"Try $a = -{n}$."), ("for none", f"Try $a = {n}$.")),
            "the root of a square is never negative",
        ),
    )
    return _recalled(rng.choice(cards), f"Put in $-{n}$ and do it in two steps.")


@exercise("recall-ten", kind="recall", keep=(4,), difficulty=0.2, seconds=20)
def recall_ten(rng: Rng) -> Problem:
    """A number with an e in it, written out."""
    x, i = rng.integer(2, 9), rng.integer(1, 5)
    minus = rng.chance(Fraction(2, 3))
    right = x * Fraction(10) ** (-i if minus else i)
    return Problem(
        ask=f"Write out `{x}e{'-' if minus else ''}{i}`, without the e.",
        answer=Number(right, forms=("evaluated",)),
        oracle=lambda: Number(f"{x} * 10^({-i if minus else i})"),
        mistakes=_wrong(
            right,
            (
                (
                    "turned",
                    x * Fraction(10) ** (i if minus else -i),
                    "Look at the sign behind the e: is it a large number or a small one?",
                ),
                ("one-place-off", right / 10, "Count again: one place for each step of the exponent."),
                ("multiplied", x * 10 * (-i if minus else i), "The number behind the e is an exponent of ten."),
            ),
        ),
        hints=("The point moves one place for each step of the exponent.",),
        solution=(
            Step(f"{x} * 10^({-i if minus else i})", because="the e marks the exponent of ten"),
            Step(f"{float(right):.{i}f}" if minus else str(right), because="written out"),
        ),
    )
