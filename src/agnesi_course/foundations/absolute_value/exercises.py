"""Exercises on the absolute value: bars read, opened and written, sums bounded, and errors that pile up."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from itertools import product

import numpy as np

from agnesi.authoring import Contrast, Given, Guess, Mistake, Open, Pair, Problem, Proof, Rng, Step, exercise, tex
from agnesi.authoring.answers import (
    Choice,
    Code,
    Derivation,
    Interval,
    Number,
    Property,
    Set,
    Tuple,
    Used,
    WithTool,
    Wrote,
)
from agnesi.authoring.claims import CASES, Claim, claimed

reviewer = Guess(
    "reviewer",
    ask="What does the line compute for $x = -3$?",
    options={"nothing": "$0$", "minus": "$-6$", "three": "$3$", "six": "$6$"},
    believes="nothing",
    truth="six",
)

one_piece = Contrast(
    "one-piece",
    ask="Mark on a number line all $x$ that are so far from the place named. Is it one piece, with nothing missing inside?",
    labels=("one piece", "not one piece"),
    pairs=(
        Pair(
            "less than $3$ away from $2$",
            "more than $3$ away from $2$",
            "$-1 < x < 5$ is one piece. Far away means far to the left *or* far to the right: $x < -1$ or $x > 5$.",
        ),
        Pair(
            "at most $3$ away from $-2$",
            "exactly $3$ away from $-2$",
            "$-5 \\le x \\le 1$; exactly $3$ away are only the two ends, $-5$ and $1$.",
        ),
        Pair(
            "exactly $0$ away from $2$",
            "exactly $1$ away from $2$",
            "Only $2$ itself is not away from $2$. The places $1$ and $3$ are two.",
        ),
        Pair(
            "at least $0$ away from $2$",
            "more than $0$ away from $2$",
            "Every number is at least $0$ away; more than $0$ away is all but $2$, a line with a hole.",
        ),
    ),
)

triangle = Proof(
    "triangle",
    claim=r"For all real $a$ and $b$: $\quad |a + b| \le |a| + |b|.$",
    lines=(
        Given("abs(a + b)^2", "compare the squares: they have no bars to open", show="|a + b|^2"),
        Open(
            "a^2 + 2a*b + b^2",
            "a square is the same with bars and without, so the bracket may be multiplied out",
            hint="Bars under a square may go. Then multiply out $(a + b)^2$.",
            show="a^2 + 2ab + b^2",
        ),
        Given(
            "",
            r"this is at most $|a|^2 + 2|a|\,|b| + |b|^2$, because $ab \le |a|\,|b|$: both have the same size, and only $ab$ may be negative",
        ),
        Given(
            "abs(a)^2 + 2*abs(a)*abs(b) + abs(b)^2", "this larger sum is a square", show=r"|a|^2 + 2|a|\,|b| + |b|^2"
        ),
        Open(
            "(abs(a) + abs(b))^2",
            "it is the pattern of a squared sum",
            instead=("$a$ and $b$ have the same sign", "the bars may be left out"),
            show=r"(|a| + |b|)^2",
        ),
        Given(
            "",
            r"so $|a + b|^2 \le (|a| + |b|)^2$, and of two numbers that are not negative the one with the larger square is the larger one",
        ),
    ),
    symbols={"a": "real", "b": "real"},
)


@exercise(
    "read",
    kind="procedure",
    tests=(1,),
    difficulty=0.25,
    seconds=40,
    uses={"real-numbers": 0.4},
    cases=("difference", "minus-outside", "letter", "product", "zero"),
)
def read(rng: Rng) -> Problem:
    """A number with bars in it, or an expression at a negative x."""
    a, b, c = rng.integer(1, 6), rng.integer(7, 14), rng.integer(2, 9)
    match rng.case:
        case "minus-outside":
            start, middle, key = f"|{a} - {b}| - |-{c}|", f"{b - a} - {c}", b - a - c
            naive, wrong = a - b + c, b + a - c
        case "letter":
            return _at_negative(rng)
        case "product":
            start, middle, key = f"-|{a} - {b}|*|-{c}|", f"-{b - a}*{c}", -(b - a) * c
            naive, wrong = (b - a) * c, -(a + b) * c
        case "zero":
            start, middle, key = f"|{b} - {b}| - |{a} - {b}|", f"0 - {b - a}", a - b
            naive, wrong = b - a, 2 * b - (a + b)
        case _:
            start, middle, key = f"|{a} - {b}| + {c}", f"{b - a} + {c}", b - a + c
            naive, wrong = a - b + c, a + b + c
    by_numpy = {
        "minus-outside": np.abs(a - b) - np.abs(-c),
        "product": -np.abs(a - b) * np.abs(-c),
        "zero": np.abs(b - b) - np.abs(a - b),
    }.get(rng.case, np.abs(a - b) + c)
    return Problem(
        ask=f"Compute ${tex(start)}$.",
        answer=Number(key),
        oracle=lambda: Number(int(by_numpy)),
        mistakes=(
            Mistake(
                "bars-ignored",
                Number(naive),
                "A sign is lost. Work out what stands between two bars, make it positive, and only then go on.",
            ),
            Mistake(
                "signs-erased",
                Number(wrong),
                "Bars do not turn a difference into a sum: first calculate inside, then drop the sign of the result.",
            ),
            Mistake("opposite", Number(-key), "The size is right. Which minus stands inside the bars, which outside?"),
        ),
        hints=(
            "Work out what stands between the bars first.",
            "Then each pair of bars gives a number that is not negative; a minus before the bars stays.",
        ),
        solution=(
            Step(start, because="the question"),
            Step(middle, because="inside first, then without sign"),
            Step(str(key), because="calculate"),
        ),
    )


def _at_negative(rng: Rng) -> Problem:
    x, k = rng.integer(-9, -2), rng.integer(2, 5)
    plus = rng.chance(0.5)
    ask, key = (f"|-x| + {k}x", -x + k * x) if plus else (f"{k}|-x| - x", -k * x - x)
    naive = x + k * x if plus else k * x - x
    written = ask.replace("-x", f"-({x})", 1)
    written = written[:-1] + f"*({x})" if plus else written.removesuffix("x") + f"({x})"
    return Problem(
        ask=f"What is ${tex(ask)}$ for $x = {x}$?",
        answer=Number(key),
        oracle=lambda: Number(int(np.abs(-x) + k * x if plus else k * np.abs(-x) - x)),
        mistakes=(
            Mistake(
                "bars-delete-minus", Number(naive), f"You took $|-x|$ for $x$. But $x = {x}$, and no distance is ${x}$."
            ),
            Mistake("lost-sign", Number(-naive), f"Put in ${x}$ for each $x$, in brackets. What is $-({x})$?"),
        ),
        hints=(f"What is $-({x})$, before the bars?", "Now take it without its sign. The other $x$ keeps its sign."),
        solution=(
            Step(written, because=f"put in $x = {x}$"),
            Step(
                f"{-x} + {k}*({x})" if plus else f"{k}*{-x} - ({x})",
                because=f"$-({x}) = {-x}$, and the bars leave it as it is",
            ),
            Step(str(key), because="calculate"),
        ),
    )


@exercise(
    "band",
    kind="procedure",
    tests=(1,),
    difficulty=0.4,
    seconds=60,
    uses={"inequalities": 0.6},
    cases=("less", "equal", "more", "factor-inside", "radius-zero", "negative-radius"),
)
def band(rng: Rng) -> Problem:
    """All x at such a distance: one piece, two pieces, two points, one point, or none."""
    if rng.case == "equal":
        return _two_points(rng)
    a, r = rng.integer(-6, 6, nonzero=True), rng.integer(1, 7)
    sign = rng.choice(("<", "<="))
    shut = sign == "<="
    inside, k = _minus("x", a), 1
    if rng.case == "factor-inside":
        k = rng.integer(2, 4)
        inside = _minus(f"{k}x", k * a)
        r *= k
    if rng.case == "radius-zero":
        r, sign, shut = 0, "<=", True
    elif rng.case == "negative-radius":
        r = -r
    elif rng.case == "more":
        return _outside(a, r, inside, shut)
    s = r // k
    key = "empty" if r < 0 else _piece(a - s, a + s, shut)
    mirror = "reals" if r < 0 else _piece(-a - s, -a + s, shut)
    second = (
        Mistake(
            "as-if-positive", Interval(_piece(a + r, a - r, shut)), "The bound is negative. Can a distance be below it?"
        )
        if r < 0
        else Mistake("empty", Interval("empty"), f"Put $x = {a}$ in: what is the left side then?")
        if r == 0
        else Mistake(
            "one-side",
            Interval(f"(-inf, {a + s}{']' if shut else ')'}"),
            "Test $-100$. There is a bound on the other side too.",
        )
    )
    first = (
        Mistake("everything", Interval(mirror), "Try $x = 0$: the left side is a distance. Is it below the right side?")
        if r < 0
        else Mistake(
            "centre-mirrored",
            Interval(mirror),
            "The place that is 0 away is where the inside of the bars is 0. Which $x$ is that?",
        )
    )
    wide = (
        (
            Mistake(
                "factor-forgotten",
                Interval(_piece(a - r, a + r, shut)),
                f"The inside changes ${k}$ times as fast as $x$: divide the radius too.",
            ),
        )
        if k > 1
        else ()
    )
    middle = (
        (Step("", because=f"a distance is never negative, and ${r}$ is: nothing passes"),)
        if r < 0
        else (
            Step(
                f"{-r} {sign} {inside} {sign} {r}",
                because=f"the inside is at most ${r}$ away from 0"
                if shut
                else f"the inside is less than ${r}$ away from 0",
            ),
            *(
                (Step(f"{k * (a - s)} {sign} {k}x {sign} {k * (a + s)}", because=f"add ${k * a}$ to all three parts"),)
                if k > 1
                else ()
            ),
        )
    )
    return Problem(
        ask=f"Which $x$ pass ${_bars(inside, sign, r)}$? Answer with an interval; `none` is an answer too.",
        given="all $x$ in",
        answer=Interval(key),
        oracle=lambda: Interval(_by_trying(lambda x: _compare(abs(k * (x - a)), sign, r))),
        symbols={"x": "real"},
        mistakes=(first, second, *wide),
        hints=(
            "Read it as a sentence about a distance.",
            "For which $x$ is the inside of the bars 0? How far may $x$ go from there?",
        ),
        solution=(
            Step(f"abs({inside}) {sign} {r}", because="the question", show=_bars(inside, sign, r)),
            *middle,
            Step(
                key,
                because="read off"
                if r < 0
                else f"divide by ${k}$: ${a}$ is in the middle"
                if k > 1
                else f"add ${a}$ to all three parts: it is in the middle",
            ),
        ),
    )


def _outside(a: int, r: int, inside: str, shut: bool) -> Problem:
    sign = ">=" if shut else ">"
    key = f"(-inf, {a - r}{']' if shut else ')'} union {'[' if shut else '('}{a + r}, inf)"
    return Problem(
        ask=f"Which $x$ pass ${_bars(inside, sign, r)}$? Two intervals are joined by the word `union`; `or` between two inequalities will do as well.",
        given="all $x$ in",
        answer=Interval(key),
        oracle=lambda: Interval(_by_trying(lambda x: _compare(abs(x - a), sign, r))),
        symbols={"x": "real"},
        mistakes=(
            Mistake(
                "only-right",
                Interval(f"{'[' if shut else '('}{a + r}, inf)"),
                "Those are far away on the right. What about the left?",
            ),
            Mistake(
                "between",
                Interval(_piece(a - r, a + r, shut)),
                "Those are close. Far away is asked for: test the middle of your interval.",
            ),
            Mistake(
                "centre-mirrored",
                Interval(f"(-inf, {-a - r}{']' if shut else ')'} union {'[' if shut else '('}{-a + r}, inf)"),
                "Which $x$ makes the inside of the bars 0? Distances are measured from there.",
            ),
        ),
        hints=("Read it as a sentence about a distance.", "There are two ways to be far away from a place on a line."),
        solution=(
            Step(f"abs({inside}) {sign} {r}", because="the question", show=_bars(inside, sign, r)),
            Step(
                f"{inside} {'<=' if shut else '<'} {-r} or {inside} {sign} {r}",
                because="far to the left, or far to the right",
            ),
            Step(
                key,
                because=f"add ${a}$ everywhere".replace("add $-", "take away $") if a < 0 else f"add ${a}$ everywhere",
            ),
        ),
    )


def _two_points(rng: Rng) -> Problem:
    a = rng.integer(-6, 6, nonzero=True)
    r = rng.until(lambda: rng.integer(1, 9), lambda one: one != abs(a))
    inside = _minus("x", a)
    return Problem(
        ask=f"Which $x$ solve $|{tex(inside)}| = {r}$? Give all of them.",
        answer=Set([a - r, a + r]),
        oracle=lambda: Set([x for x in range(-40, 41) if abs(x - a) == r]),
        symbols={"x": "real"},
        mistakes=(
            Mistake("only-right", Set([a + r]), "One of them. There is a place on the other side."),
            Mistake(
                "centre-mirrored",
                Set([-a - r, -a + r]),
                "Put one of yours in. Which $x$ makes the inside of the bars 0?",
            ),
            Mistake(
                "signs", Set([a + r, -a - r]), "The two do not lie around 0 but around the place where the inside is 0."
            ),
        ),
        hints=(
            "Read it as a sentence about a distance.",
            "Start where the inside is 0, and go that far in both directions.",
        ),
        solution=(
            Step(f"abs({inside}) = {r}", because="the question", show=f"|{tex(inside)}| = {r}"),
            Step(f"{inside} = {-r} or {inside} = {r}", because=f"two numbers are ${r}$ away from 0"),
            Step(f"x = {a - r} or x = {a + r}", because="solve both"),
        ),
    )


def _minus(what: str, a: int) -> str:
    return what if a == 0 else f"{what} {'-' if a > 0 else '+'} {abs(a)}"


def _bars(inside: str, sign: str, r: int) -> str:
    shown = {"<": "<", "<=": r"\le", ">": ">", ">=": r"\ge"}[sign]
    return f"|{tex(inside)}| {shown} {r}"


def _piece(low: int, high: int, shut: bool) -> str:
    return f"[{low}, {high}]" if shut else f"({low}, {high})"


def _compare(x: Fraction, sign: str, r: int) -> bool:
    return {"<": x < r, "<=": x <= r, ">": x > r, ">=": x >= r}[sign]


def _by_trying(passes: Callable[[Fraction], bool]) -> str:
    """The intervals of all x that pass, found from quarters between -60 and 60; their ends must be whole or half."""
    quarters = [Fraction(n, 4) for n in range(-240, 241)]
    runs: list[list[Fraction]] = []
    for x in quarters:
        if passes(x):
            if runs and runs[-1][-1] == x - Fraction(1, 4):
                runs[-1].append(x)
            else:
                runs.append([x])
    written = []
    for run in runs:
        first, last = run[0], run[-1]
        low = (
            "(-inf"
            if first == quarters[0]
            else f"[{first}"
            if (first * 2).denominator == 1
            else f"({first - Fraction(1, 4)}"
        )
        high = (
            "inf)"
            if last == quarters[-1]
            else f"{last}]"
            if (last * 2).denominator == 1
            else f"{last + Fraction(1, 4)})"
        )
        written.append(f"{low}, {high}")
    return " union ".join(written) or "empty"


@exercise(
    "to-bars",
    kind="procedure",
    tests=(1,),
    difficulty=0.45,
    seconds=50,
    uses={"inequalities": 0.4},
    cases=("whole-centre", "half-centre", "around-zero", "outside"),
)
def to_bars(rng: Rng) -> Problem:
    """From the two ends back to centre and radius."""
    low = rng.integer(-9, 6)
    width = 2 * rng.integer(2, 7) + (1 if rng.case == "half-centre" else 0)
    if rng.case == "around-zero":
        low = -width // 2
    high = low + width
    a, r = Fraction(low + high, 2), Fraction(high - low, 2)
    outside = rng.case == "outside"
    said = f"$x < {low}$ or $x > {high}$" if outside else f"${low} < x < {high}$"
    return Problem(
        ask=f"The numbers with {said} are those with $|x - a| {'>' if outside else '<'} r$. Give $(a, r)$.",
        given="$(a, r) =$",
        answer=Tuple([a, r]),
        symbols={"a": "real", "r": "real"},
        oracle=lambda: Tuple([Fraction(float(np.mean([low, high]))), Fraction(float(np.ptp([low, high]))) / 2]),
        mistakes=(
            Mistake(
                "width-as-radius",
                Tuple([a, high - low]),
                "That is the whole width. From the middle it is not so far to an end.",
            ),
            Mistake(
                "end-as-centre",
                Tuple([high, high - low]),
                "You measured from one end. Both ends must be equally far from $a$.",
            ),
            Mistake(
                "sign-of-centre", Tuple([-a, r]), "Put an end in for $x$: is it as far from your $a$ as the other end?"
            ),
            Mistake("half-width-as-centre", Tuple([r, a]), "The two are exchanged: first the middle, then the radius."),
        ),
        hints=("Which place is equally far from both ends?", "How far is it from there to an end?"),
        solution=(
            Step(f"({low} + {high})/2".replace("+ -", "- "), because="the middle is the mean of the ends"),
            Step("", because=f"so $a = {tex(a)}$, and the radius is half of the width, ${high} - ({low})$"),
            Step(f"({a}, {r})", because="middle and radius"),
        ),
    )


@exercise(
    "unfold",
    kind="derivation",
    tests=(1,),
    difficulty=0.5,
    seconds=80,
    uses={"inequalities": 0.6},
    cases=("less", "more", "minus-inside", "letter"),
)
def unfold(rng: Rng) -> Problem:
    """Bars opened line by line, until x stands alone."""
    k, a, s = rng.integer(2, 5), rng.integer(-5, 5, nonzero=True), rng.integer(1, 6)
    r, m = k * s, -k * a
    symbols = {"x": "real"}
    lines: tuple[str, ...]
    if rng.case == "more":
        start = f"abs({_minus(f'{k}x', -m)}) > {r}"
        lines = (f"{_minus(f'{k}x', -m)} < {-r} or {_minus(f'{k}x', -m)} > {r}", f"x < {a - s} or x > {a + s}")
        lost = f"{_minus(f'{k}x', -m)} > {r}"
        ends = "two statements joined by `or`"
    elif rng.case == "letter":
        start, lines = f"abs(x - {abs(a)}) < c", (f"-c < x - {abs(a)} < c", f"{abs(a)} - c < x < {abs(a)} + c")
        lost, symbols, ends = f"x - {abs(a)} < c", {"x": "real", "c": "positive real"}, "one chain"
    elif rng.case == "minus-inside":
        start = f"abs({-m} - {k}x) < {r}"
        lines = (f"{-r} < {-m} - {k}x < {r}", f"{-r + m} < -{k}x < {r + m}", f"{a - s} < x < {a + s}")
        lost, ends = f"{-m} - {k}x < {r}", "one chain"
    else:
        start = f"abs({_minus(f'{k}x', -m)}) < {r}"
        lines = (f"{-r} < {_minus(f'{k}x', -m)} < {r}", f"{-r - m} < {k}x < {r - m}", f"{a - s} < x < {a + s}")
        lost, ends = f"{_minus(f'{k}x', -m)} < {r}", "one chain"
    return Problem(
        ask=f"Solve ${tex(start)}$ line by line, without bars in the last line"
        + (", for a positive number $c$" if rng.case == "letter" else "")
        + f". It has $x$ alone, in {ends}.",
        answer=Derivation(start, lines),
        oracle=lambda: Derivation(start, (lines[-1],), least=1),
        symbols=symbols,
        mistakes=(
            Mistake(
                "bars-dropped",
                Wrote(lost),
                "You dropped the bars. The inside may also be negative: there is a second side.",
            ),
            Mistake(
                "lost-or",
                Wrote(
                    f"x > {a + s}"
                    if rng.case == "more"
                    else f"x < {abs(a)} + c"
                    if rng.case == "letter"
                    else f"x < {a + s}"
                ),
                "That is one of the two sides. What became of the other?",
            ),
        ),
        hints=(
            "What do the bars say about the inside: between which two numbers, or outside of them?",
            "Then do the same to all parts.",
        ),
        solution=(
            Step(start, because="the start"),
            *(
                Step(line, because=why)
                for line, why in zip(
                    lines,
                    (
                        "say it without bars",
                        *(["the same to all parts"] if len(lines) == 3 else []),
                        "until $x$ stands alone",
                    ),
                    strict=True,
                )
            ),
        ),
    )


CLAIMS = (
    Claim(
        "|{a} + {b}| = |{a}| + |{b}|",
        "sometimes",
        "Try $5$ with $3$, then $5$ with $-3$.",
        lambda a, b: abs(a + b) == abs(a) + abs(b),
    ),
    Claim(
        r"|{a} - {b}| \le |{a}| + |{b}|",
        "always",
        "Write $-{b}$ in the place of ${b}$ in the triangle inequality.",
        lambda a, b: abs(a - b) <= abs(a) + abs(b),
    ),
    Claim(
        "|{a} + {b}| > |{a}| + |{b}|",
        "never",
        "What does the triangle inequality say?",
        lambda a, b: abs(a + b) > abs(a) + abs(b),
    ),
    Claim(
        "|{a} - {b}| = |{b} - {a}|", "always", "Read both sides as distances.", lambda a, b: abs(a - b) == abs(b - a)
    ),
    Claim("|-{a}| = {a}", "sometimes", "Try $2$, then $-2$.", lambda a, b: abs(-a) == a),
    Claim("|{a}| < 0", "never", "Which distance is below 0?", lambda a, b: abs(a) < 0),
    Claim(
        r"|{a} - {b}| \le |{a}| - |{b}|",
        "sometimes",
        "Try $5$ with $3$, then $3$ with $5$.",
        lambda a, b: abs(a - b) <= abs(a) - abs(b),
    ),
    Claim(
        "|{a} - {b}| < |{a}| - |{b}|",
        "never",
        "Write ${a}$ as $({a} - {b}) + {b}$ and use the triangle inequality.",
        lambda a, b: abs(a - b) < abs(a) - abs(b),
    ),
    Claim(
        r"|{a}{b}| = |{a}|\,|{b}|",
        "always",
        "Go through the four combinations of signs.",
        lambda a, b: abs(a * b) == abs(a) * abs(b),
    ),
    Claim(r"{a} \le |{a}|", "always", "Try a positive number, a negative one and zero.", lambda a, b: a <= abs(a)),
    Claim(
        r"|{a} + {b}| \le {s}, \text{{ with }} |{a}| \le {p} \text{{ and }} |{b}| \le {q}",
        "always",
        "Bound the sum by the sum of the bounds.",
        lambda a, b: abs(a + b) <= 5 if abs(a) <= 2 and abs(b) <= 3 else None,
    ),
    Claim(
        r"|{a} - {b}| \le {d}, \text{{ with }} |{a}| \le {p} \text{{ and }} |{b}| \le {q}",
        "sometimes",
        "The two may lie on different sides of 0; they may also be equal.",
        lambda a, b: abs(a - b) <= 1 if abs(a) <= 2 and abs(b) <= 3 else None,
    ),
)


@exercise(
    "always",
    kind="concept",
    tests=(2,),
    difficulty=0.5,
    seconds=45,
    uses={"real-numbers": 0.2},
    cases=CASES,
)
def always(rng: Rng) -> Problem:
    """A claim on all real numbers: true for all of them, for some, or for none."""
    a, b = rng.choice((("a", "b"), ("u", "v"), ("x", "y"), ("s", "t")))
    p, q = rng.integer(2, 4), rng.integer(5, 9)
    return claimed(
        rng,
        CLAIMS,
        list(product(range(-6, 7), repeat=2)),
        ask="For real numbers: is this true always, sometimes or never? $${claim}$$",
        hints=(
            "Try two numbers of the same sign, two of different signs, and a zero.",
            "If all that you try agree, look for the reason in distances.",
        ),
        letters={"a": a, "b": b, "p": p, "q": q, "s": p + q, "d": q - p},
    )


@exercise(
    "equal-when",
    kind="construct",
    tests=(2,),
    difficulty=0.5,
    seconds=60,
    uses={"real-numbers": 0.3},
    cases=("loses-some", "loses-nothing", "loses-all", "difference"),
)
def equal_when(rng: Rng) -> Problem:
    """Two numbers, neither 0, for which the triangle inequality loses exactly so much."""
    n = 2 * rng.integer(1, 9)
    k = rng.integer(3, 40)
    wanted: Callable[[Fraction, Fraction], bool]
    if rng.case == "loses-nothing":
        said, example = f"|a + b| = |a| + |b|$ and $a + b = {-k}", (1 - k, -1)

        def wanted(a: Fraction, b: Fraction) -> bool:
            return abs(a + b) == abs(a) + abs(b) and a + b == -k
    elif rng.case == "loses-all":
        said, example = f"|a + b| = 0$ and $|a| + |b| = {n}", (n // 2, -n // 2)

        def wanted(a: Fraction, b: Fraction) -> bool:
            return a + b == 0 and abs(a) + abs(b) == n
    elif rng.case == "difference":
        said, example = f"|a - b| = |a| + |b|$ and $|a| + |b| = {k}", (1, 1 - k)

        def wanted(a: Fraction, b: Fraction) -> bool:
            return abs(a - b) == abs(a) + abs(b) == k
    else:
        said, example = f"|a + b| = |a| + |b| - {n}", (n, -n // 2)

        def wanted(a: Fraction, b: Fraction) -> bool:
            return abs(a + b) == abs(a) + abs(b) - n

    def good(pair: tuple[Fraction, Fraction]) -> bool:
        return pair[0] != 0 != pair[1] and wanted(*pair)

    def same_sign(pair: tuple[Fraction, Fraction]) -> bool:
        return pair[0] * pair[1] > 0 and not wanted(*pair)

    def mixed_sign(pair: tuple[Fraction, Fraction]) -> bool:
        return pair[0] * pair[1] < 0 and not wanted(*pair)

    return Problem(
        ask=f"Give two numbers $a$ and $b$, neither of them $0$, with ${said}$.",
        given="$(a, b) =$",
        answer=Property(Tuple, good, example=Tuple(example)),
        symbols={"a": "real", "b": "real"},
        oracle=lambda: Property(Tuple, lambda pair: wanted(pair[0], pair[1]), example=Tuple(example)),
        consequence=lambda pair: (
            f"Yours have $|a + b| = {tex(abs(pair[0] + pair[1]))}$, $|a - b| = {tex(abs(pair[0] - pair[1]))}$ and $|a| + |b| = {tex(abs(pair[0]) + abs(pair[1]))}$."
        ),
        mistakes=(
            Mistake(
                "same-sign",
                Property(Tuple, same_sign, example=Tuple((k + 50, k + 60))),
                "Yours have the same sign, so nothing cancels in $a + b$. How much is to cancel here, and how large are the numbers to be?",
            ),
            Mistake(
                "mixed-sign",
                Property(Tuple, mixed_sign, example=Tuple((k + 50, -k - 61))),
                "Yours have different signs, so a part cancels in $a + b$: twice the smaller size. How much is to cancel here, and how large are the numbers to be?",
            ),
            Mistake(
                "a-zero",
                Property(Tuple, lambda pair: pair[0] * pair[1] == 0, example=Tuple((0, k))),
                "Neither of them may be $0$.",
            ),
        ),
        hints=(
            "Do the two have to agree in sign, or to differ?",
            "If they differ, the smaller one is lost twice: once for itself, once from the other.",
        ),
        solution=(
            Step("", because=f"take $a = {example[0]}$ and $b = {example[1]}$, for one"),
            Step(
                "",
                because=f"$|a + b| = {abs(example[0] + example[1])}$, $|a - b| = {abs(example[0] - example[1])}$ and $|a| + |b| = {abs(example[0]) + abs(example[1])}$",
            ),
        ),
    )


SOURCE = """def best_place(people):
    def walk(x):
        return sum(abs(x - p) for p in people)
    return min(people, key=walk)
"""
NO_BARS = """def best_place(people):
    def walk(x):
        return sum(x - p for p in people)
    return min(people, key=walk)
"""
WORST = """def best_place(people):
    def walk(x):
        return sum(abs(x - p) for p in people)
    return max(people, key=walk)
"""


@exercise(
    "best-place",
    kind="code",
    tests=(1,),
    difficulty=0.45,
    seconds=120,
    uses={"real-numbers": 0.2},
    cases=("three", "four", "far-away"),
)
def best_place(rng: Rng) -> Problem:
    """Which of the people's places has the least total walk; the first of them on a tie."""
    n = 4 if rng.case == "four" else 3
    people = list(rng.sample(range(-9, 10), n))
    if rng.case == "far-away":
        people[0] = 60
    draws = [list(rng.integers(size, -12, 12)) for size in (1, 3, 5, 7)]
    inputs = tuple((one,) for one in (people, *draws, [4], [3, 3, 3], [-1, -9, 5], [8, 2], [2, 8]))
    return Problem(
        ask="People stand on a line at the places in the list `people`. Write `best_place(people)`: the place among these from which the total walk "
        f"of all of them is smallest, the first such one on a tie. For `{people}` it is `{_best(people)}`.",
        answer=Code("best_place", SOURCE, reference=_best, inputs=inputs, starter="def best_place(people):\n    "),
        mistakes=(
            Mistake(
                "no-bars",
                Code(
                    "best_place", NO_BARS, reference=lambda p: p[int(np.argmin([sum(x - one for one in p) for x in p]))]
                ),
                "Your differences cancel: a step to the left takes away from a step to the right.",
            ),
            Mistake(
                "farthest",
                Code(
                    "best_place",
                    WORST,
                    reference=lambda p: p[int(np.argmax([sum(abs(x - one) for one in p) for x in p]))],
                ),
                "You give back the place with the *largest* total.",
            ),
        ),
        hints=(
            "First write the total walk to one place `x`.",
            "Then take the place with the smallest total; `min` with a `key` returns the first.",
        ),
        solution=(
            Step(
                "",
                because="the walk of each is a distance, so it has bars; add them up, and take the place with the smallest sum",
            ),
            Step("", because=f"\n```python\n{SOURCE}```\n"),
        ),
    )


def _best(people: list[int]) -> int:
    """The same from a table of all distances."""
    places = np.array(people)
    return int(places[np.argmin(np.abs(places[:, None] - places[None, :]).sum(axis=0))])


TOOLS = {
    "pile": "the errors may pile up: add their largest sizes",
    "cancel": "the errors cancel: take one from the other",
    "bound": "one condition on an unknown: solve it for the unknown",
}


@exercise(
    "scale",
    kind="transfer",
    tests=(2,),
    difficulty=0.55,
    seconds=80,
    uses={"inequalities": 0.3},
    cases=("flour", "two-parts", "budget", "three-parts", "score", "lift"),
)
def scale(rng: Rng) -> Problem:
    """Between which weights or scores the truth lies when each reading may be off; in a third of the cases a one-sided bound."""
    if rng.case in ("budget", "lift"):
        return _budget(rng)
    e = rng.integer(2, 5)
    first, second, third = rng.integer(200, 400), rng.integer(500, 800), rng.integer(50, 150)
    if rng.case == "flour":
        read, parts = second - first, 2
        text = f"A kitchen scale is off by at most {e} g, up or down, at each weighing. It shows {first} g for a bowl and {second} g for the bowl with flour. Between which weights, in grams, does the flour lie?"
    elif rng.case == "two-parts":
        read, parts = first + second, 2
        text = f"Two planks are laid end to end. The tape is off by at most {e} mm, up or down, each time; it shows {first} mm and {second} mm. Between which lengths, in mm, does the whole lie?"
    elif rng.case == "score":
        read, parts = second - first, 2
        text = f"Two models are scored by the same judge, who is off by at most {e} points, up or down, each time. They get {second} and {first} points. Between which numbers does the true lead of the first lie?"
    else:
        read, parts = first + second + third, 3
        text = f"A computer sums three measurements, {first}, {second} and {third}, each of them off by at most {e}, up or down. Between which numbers does the true sum lie?"
    low, high = read - parts * e, read + parts * e
    return Problem(
        ask=text + " The ends are possible.",
        answer=WithTool(TOOLS, "pile", Interval(f"[{low}, {high}]")),
        oracle=lambda: WithTool(TOOLS, "pile", Interval(_corners(read, parts, e))),
        mistakes=(
            Mistake(
                "one-error",
                Used("pile", Interval(f"[{read - e}, {read + e}]")),
                "You counted one error. Each reading has its own.",
            ),
            Mistake(
                "cancel",
                Used("cancel", sample=f"[{read}, {read}]"),
                "They cancel only if both are off in the same way. Nobody promised that.",
            ),
            Mistake(
                "bound",
                Used("bound", sample=f"[{read}, {read}]"),
                "Nothing is unknown but the errors, and each has two sides.",
            ),
        ),
        hints=(
            "How far off can the result be in the worst case?",
            "One reading too high, the other too low: what becomes of the result?",
        ),
        solution=(
            Step(
                "",
                because=f"the reading is ${read}$, and {parts} errors of size at most ${e}$ add up to at most ${parts * e}$, in either direction",
            ),
            Step(f"[{read} - {parts * e}, {read} + {parts * e}]", because="so far to both sides"),
            Step(f"[{low}, {high}]", because="calculate"),
        ),
    )


def _corners(read: int, parts: int, e: int) -> str:
    totals = [read + sum(one) for one in product((-e, e), repeat=parts)]
    return f"[{min(totals)}, {max(totals)}]"


def _budget(rng: Rng) -> Problem:
    each, most = rng.integer(3, 12), rng.integer(10, 40)
    fixed = rng.integer(20, 90)
    total = fixed + each * most
    text = (
        f"A lift may carry {total} kg. A trolley of {fixed} kg is in it, and boxes of {each} kg each"
        if rng.case == "lift"
        else f"A training budget is {total} euros. Setting up costs {fixed} euros and each round {each} euros"
    )
    what = "boxes" if rng.case == "lift" else "rounds"
    return Problem(
        ask=f"{text}. What is the largest possible number of {what}?",
        answer=WithTool(TOOLS, "bound", Number(most)),
        oracle=lambda: WithTool(TOOLS, "bound", Number(max(n for n in range(200) if fixed + each * n <= total))),
        mistakes=(
            Mistake(
                "pile", Used("pile"), "Nothing is measured here, and nothing is off: one limit is not to be passed."
            ),
            Mistake(
                "cancel", Used("cancel"), "Nothing is measured here, and nothing is off: one limit is not to be passed."
            ),
            Mistake(
                "fixed-forgotten",
                Used("bound", Number(total // each)),
                f"The {fixed} come first. What is left for the {what}?",
            ),
        ),
        hints=("Write what must not be passed, with the number as a letter.", f"Take away the {fixed} first."),
        solution=(
            Step(f"{fixed} + {each}n <= {total}", because="the limit"),
            Step(f"n <= {most}", because=f"take away ${fixed}$, divide by ${each}$"),
            Step("", because="the largest such number"),
            Step(str(most), because="is the end itself"),
        ),
        symbols={"n": "real"},
    )


@dataclass(frozen=True)
class Card:
    """A question to recall: the right option, wrong ones each with a reply, and why."""

    ask: str
    right: str
    wrong: tuple[tuple[str, str], ...]
    because: str


def _recalled(card: Card) -> Problem:
    options = {"kept": card.right, **{f"other-{n}": text for n, (text, _) in enumerate(card.wrong, 1)}}
    return Problem(
        ask=card.ask,
        answer=Choice(options, "kept"),
        mistakes=tuple(
            Mistake(f"other-{n}", Choice.pick(f"other-{n}"), reply) for n, (_, reply) in enumerate(card.wrong, 1)
        ),
        hints=("Draw a number line and mark the places before you choose.",),
        solution=(Step("", because=card.because),),
    )


@exercise(
    "recall-distance",
    kind="recall",
    keep=(1,),
    difficulty=0.2,
    seconds=20,
    cases=("read", "mirror", "why", "when-not", "zero", "plus", "order", "negative"),
)
def recall_distance(rng: Rng) -> Problem:
    """The bars as a distance, in eight questions."""
    k, m = rng.integer(2, 5), rng.integer(6, 9)
    cards = {
        "read": Card(
            f"What does $|x - {k}|$ measure?",
            f"how far $x$ lies from ${k}$",
            (
                (f"how far $x$ lies from $-{k}$", f"Put $x = {k}$ in."),
                (f"how much $x$ is above ${k}$", "It is never negative."),
            ),
            "a difference without its sign is a distance",
        ),
        "mirror": Card(
            f"What is $|-x|$ for $x = -{k}$?",
            f"${k}$",
            ((f"$-{k}$", "A distance is never negative."), ("$0$", f"How far is it from $0$ to $-(-{k})$?")),
            f"$-(-{k}) = {k}$",
        ),
        "why": Card(
            "Why is $|a - b| = |b - a|$?",
            "the way there is as long as the way back",
            (
                ("because $a - b = b - a$", f"Try ${m} - {k}$ and ${k} - {m}$."),
                ("because bars delete every minus", "The minus between two numbers stays."),
            ),
            "the two differences have the same size and opposite signs",
        ),
        "when-not": Card(
            "When is $|x| = x$ false?",
            "for negative $x$",
            (("for $x = 0$", "Both sides are $0$."), ("never", f"Try $x = -{k}$.")),
            "there $|x| = -x$",
        ),
        "zero": Card(
            f"Which $x$ have $|x - {k}| = 0$?",
            f"$x = {k}$ only",
            (("$x = 0$ only", f"Put $x = 0$ in: ${k}$."), ("none", f"Put $x = {k}$ in.")),
            "only the place itself is not away from itself",
        ),
        "plus": Card(
            f"From which place does $|x + {k}|$ measure?",
            f"from $-{k}$",
            ((f"from ${k}$", f"Put $x = {k}$ in: ${2 * k}$."), ("from $0$", f"Put $x = 0$ in: ${k}$.")),
            f"$x + {k} = x - (-{k})$",
        ),
        "order": Card(
            f"Which is larger, $|-{m}|$ or $|{k}|$?",
            f"$|-{m}|$",
            ((f"$|{k}|$", "Compare the distances from $0$."), ("they are equal", "Compare the distances from $0$.")),
            f"${m}$ is more than ${k}$",
        ),
        "negative": Card(
            "For $x < 0$, how is $|x|$ written without bars?",
            "$-x$",
            (("$x$", "Then it would be negative."), ("it cannot be", "Turn the sign of $x$.")),
            "for negative $x$ the number $-x$ is positive",
        ),
    }
    return _recalled(cards[rng.case])


@exercise(
    "recall-bands",
    kind="recall",
    keep=(2,),
    difficulty=0.25,
    seconds=20,
    cases=("less", "more", "equal", "why", "when-not", "ends", "negative", "centre"),
)
def recall_bands(rng: Rng) -> Problem:
    """Near and far, one piece and two, in eight questions."""
    r, a = rng.integer(1, 4), rng.integer(5, 9)
    cards = {
        "less": Card(
            f"Which $x$ have $|x - {a}| < {r}$?",
            f"${a - r} < x < {a + r}$",
            ((f"$x < {a + r}$", "Test $x = -100$."), (f"$x < {a - r}$ or $x > {a + r}$", f"Test $x = {a}$.")),
            f"those within ${r}$ of ${a}$",
        ),
        "more": Card(
            f"Which $x$ have $|x - {a}| > {r}$?",
            f"$x < {a - r}$ or $x > {a + r}$",
            ((f"${a - r} < x < {a + r}$", f"Test $x = {a}$."), (f"$x > {a + r}$", "Test $x = -100$.")),
            "far to the left, or far to the right",
        ),
        "equal": Card(
            f"How many $x$ have $|x - {a}| = {r}$?",
            "two",
            (("one", "Look to both sides."), ("none", f"Test $x = {a + r}$.")),
            "one on each side",
        ),
        "why": Card(
            f"Why are the $x$ with $|x - {a}| > {r}$ two pieces?",
            "one can be far away on the left or on the right",
            (
                ("because the sign turns", "Nothing was multiplied."),
                ("because ${a}$ is positive".replace("{a}", str(a)), "It is so for every centre."),
            ),
            "a line has two directions",
        ),
        "when-not": Card(
            "Which of them has no solution?",
            f"$|x| < -{r}$",
            ((f"$|x| > -{r}$", "Every distance is above a negative number."), (r"$|x| \le 0$", "Test $x = 0$.")),
            "no distance is negative",
        ),
        "ends": Card(
            rf"Are the ends solutions of $|x - {a}| \le {r}$?",
            "yes, both",
            (("no", f"Put $x = {a + r}$ in."), ("only the right one", f"Put $x = {a - r}$ in.")),
            f"at the ends the distance is ${r}$, which is allowed",
        ),
        "negative": Card(
            f"Which $x$ have $|x - {a}| > -{r}$?",
            "all",
            (("none", f"Test $x = {a}$."), (f"all but ${a}$", f"Test $x = {a}$.")),
            "every distance is above a negative number",
        ),
        "centre": Card(
            f"${a - r} < x < {a + r}$ is $|x - a| < r$ for which $a$?",
            f"${a}$",
            ((f"${2 * a}$", "The middle is half of the sum of the ends."), (f"${r}$", "That is the radius.")),
            "the middle of the two ends",
        ),
    }
    return _recalled(cards[rng.case])


@exercise(
    "recall-sums",
    kind="recall",
    keep=(3,),
    difficulty=0.3,
    seconds=20,
    cases=("say", "equal", "why", "when-not", "bound", "difference", "strict", "loss"),
)
def recall_sums(rng: Rng) -> Problem:
    """The triangle inequality, in eight questions."""
    p, q = rng.integer(2, 4), rng.integer(5, 9)
    cards = {
        "say": Card(
            "Which one is true for all $a$ and $b$?",
            r"$|a + b| \le |a| + |b|$",
            (("$|a + b| = |a| + |b|$", "Try $5$ and $-3$."), (r"$|a + b| \ge |a| + |b|$", "Try $5$ and $-3$.")),
            "a sum can lose by signs that differ, never win",
        ),
        "equal": Card(
            "When is $|a + b| = |a| + |b|$?",
            "when $a$ and $b$ do not have different signs",
            (("always", "Try $5$ and $-3$."), ("only when $a = b$", "Try $5$ and $3$.")),
            "then nothing cancels",
        ),
        "why": Card(
            "Why can $|a + b|$ be smaller than $|a| + |b|$?",
            "different signs cancel inside the bars",
            (("bars make numbers smaller", "They change signs, not sizes."), ("it cannot", "Try $5$ and $-3$.")),
            "in $a + b$ they work against each other, in $|a| + |b|$ not",
        ),
        "when-not": Card(
            rf"$|a| \le {p}$ and $|b| \le {q}$. Which bound on $|a - b|$ can fail?",
            rf"$|a - b| \le {q - p}$",
            (
                (rf"$|a - b| \le {p + q}$", "That one always holds."),
                (rf"$|a - b| \le {p + q + 1}$", "That one is generous, and holds."),
            ),
            f"$a = {p}$ and $b = -{q}$ are ${p + q}$ apart",
        ),
        "bound": Card(
            rf"$|a| \le {p}$ and $|b| \le {q}$. How large can $|a + b|$ be at most?",
            f"${p + q}$",
            ((f"${q - p}$", "They may have the same sign."), (f"${p * q}$", "It is a sum.")),
            "the sum of the bounds, reached when the signs agree",
        ),
        "difference": Card(
            rf"$|a| \le {p}$ and $|b| \le {q}$. How large can $|a - b|$ be at most?",
            f"${p + q}$",
            (
                (f"${q - p}$", "They may lie on different sides of $0$."),
                (f"${q}$", "They may lie on different sides of $0$."),
            ),
            f"$a = {p}$, $b = -{q}$",
        ),
        "strict": Card(
            "For which pair is $|a + b| < |a| + |b|$?",
            f"${q}$ and $-{p}$",
            ((f"${q}$ and ${p}$", "Nothing cancels."), (f"$-{q}$ and $-{p}$", "Nothing cancels.")),
            f"${q - p}$ is less than ${p + q}$",
        ),
        "loss": Card(
            f"$a = {q}$ and $b = -{p}$. By how much is $|a + b|$ smaller than $|a| + |b|$?",
            f"by ${2 * p}$",
            ((f"by ${p}$", f"Compare ${q - p}$ with ${p + q}$."), ("by $0$", "The signs differ.")),
            f"${p + q} - {q - p} = {2 * p}$: twice the smaller size",
        ),
    }
    return _recalled(cards[rng.case])
