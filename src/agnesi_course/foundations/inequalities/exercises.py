"""Exercises on inequalities: solve them, find the number that exposes a wrong solution, write intervals, use them."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from agnesi.authoring import Contrast, Given, Guess, Mistake, Open, Pair, Problem, Proof, Rng, Step, exercise, tex
from agnesi.authoring.answers import Choice, Code, Derivation, Interval, Number, Property, Used, WithTool, Wrote

which_pass = Guess(
    "which-pass",
    ask="Which numbers of the list does the filter keep?",
    options={"four": "only $4$", "small": "$1$ and $2$", "three": "$-6$, $-1$ and $4$", "negative": "$-6$ and $-1$"},
    believes="four",
    truth="three",
)

turned_or_not = Contrast(
    "turned-or-not",
    ask="The first statement is turned into the second. Does the sign have to turn round on the way?",
    labels=("it turns", "it stays"),
    pairs=(
        Pair("$-2x < 6$, divided by $-2$", "$2x < 6$, divided by $2$", "$x > -3$ on one side, $x < 3$ on the other."),
        Pair(
            "$x < 5$, multiplied by $-1$",
            "$x < 5$, with $-1$ added",
            "$-x > -5$, but $x - 1 < 4$. A minus sign in sight decides nothing; a negative *factor* does.",
        ),
        Pair(
            "$8 > -4x$, divided by $-4$",
            "$-8 > 4x$, divided by $4$",
            "$-2 < x$, but $-2 > x$. The sign of the divisor decides, not the sign of the other side.",
        ),
        Pair(
            "$3 < 7$, both sides swapped",
            "$3 < 7$, both sides squared",
            "$7 > 3$: swapping the sides turns the sign too. Squares of positive numbers keep their order: $9 < 49$.",
        ),
    ),
)

mirrored = Proof(
    "mirrored",
    claim="If $a < b$ and $c < 0$, then $ca > cb$.",
    lines=(
        Given("a < b", "this is given"),
        Given("b - a > 0", "$-a$ is added to both sides: the whole line moves, and nobody overtakes"),
        Open(
            "c*(b - a) < 0",
            "negative times positive is negative",
            instead=("both sides are divided by $c$", "$b$ is larger than $c$"),
            show="c(b - a) < 0",
        ),
        Open(
            "c*b - c*a < 0",
            "the bracket is multiplied out",
            hint="Write $c(b - a)$ without its bracket.",
            show="cb - ca < 0",
        ),
        Given("c*b < c*a", "$ca$ is added to both sides; read from right to left, that is the claim", show="cb < ca"),
    ),
    symbols={"a": "real", "b": "real", "c": "negative real"},
)

SIGNS = ("<", "<=", ">", ">=")
TURNED = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}
LOOSER = {"<": "<=", "<=": "<", ">": ">=", ">=": ">"}
HOLDS: dict[str, Callable[[Fraction, Fraction], bool]] = {
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
}


@exercise(
    "solve",
    kind="procedure",
    tests=(1, 2),
    difficulty=0.35,
    seconds=70,
    uses={"linear-equations": 0.5},
    cases=("positive-factor", "negative-factor", "both-sides", "chain", "none", "all"),
)
def solve(rng: Rng) -> Problem:
    """A linear inequality, its solutions as an interval: built backwards from a whole end."""
    if rng.case == "chain":
        return _chain(rng)
    if rng.case in ("none", "all"):
        return _without_x(rng)
    r, m, sign = rng.integer(-6, 6), rng.integer(-9, 9, nonzero=True), rng.choice(SIGNS)
    p = rng.integer(2, 6) if rng.case == "positive-factor" else rng.integer(-6, -2)
    q = rng.integer(1, 5) if rng.case == "both-sides" else 0
    k = p - q
    n = k * r + m
    left, right = _line(p, m), _line(q, n)
    end = TURNED[sign] if k < 0 else sign
    return Problem(
        ask=f"Solve ${_shown(left, sign, right)}$. Answer with an interval.",
        given="all $x$ in",
        answer=Interval(_half(end, r)),
        oracle=lambda: Interval(_by_trying(lambda x: HOLDS[sign](p * x + m, q * x + n))),
        symbols={"x": "real"},
        mistakes=(
            Mistake(
                "not-turned" if k < 0 else "turned",
                Interval(_half(TURNED[end], r)),
                "Try the number 100 in the question. Then look at the sign of the factor you divided by.",
            ),
            Mistake(
                "wrong-end",
                Interval(_half(LOOSER[end], r)),
                f"Put the end ${r}$ itself into the question. Does it pass? The bracket has to say the same.",
            ),
            Mistake(
                "lost-sign",
                Interval(_half(end, -r)),
                f"Put ${-r}$ into both sides: they are not equal there, so the end is another number.",
            ),
        ),
        hints=(
            "Get the terms with $x$ to one side and the numbers to the other; that turns nothing.",
            "Then divide. Is the number you divide by positive or negative?",
        ),
        solution=(
            Step(f"{left} {sign} {right}", because="the question"),
            Step(f"{_line(k, 0)} {sign} {k * r}", because="add the same to both sides: the sign stays"),
            Step(
                f"x {end} {r}",
                because=f"divide by ${k}$: "
                + ("negative, so the sign turns" if k < 0 else "positive, so the sign stays"),
            ),
            Step(_half(end, r), because="the same as an interval"),
        ),
    )


def _chain(rng: Rng) -> Problem:
    low = rng.integer(-5, 4)
    high = low + rng.integer(2, 6)
    k, m = rng.integer(-4, -2), rng.integer(-5, 5, nonzero=True)
    left, right = rng.sample(("<", "<="), 2)
    start = f"{k * high + m} {left} {_line(k, m)} {right} {k * low + m}"
    key = _between(low, high, right == "<=", left == "<=")
    return Problem(
        ask=f"Solve ${tex(start)}$. Answer with an interval.",
        given="all $x$ in",
        answer=Interval(key),
        oracle=lambda: Interval(
            _by_trying(
                lambda x: (
                    HOLDS[left](Fraction(k * high + m), k * x + m) and HOLDS[right](k * x + m, Fraction(k * low + m))
                )
            )
        ),
        symbols={"x": "real"},
        mistakes=(
            Mistake(
                "brackets-swapped",
                Interval(_between(low, high, left == "<=", right == "<=")),
                "When the chain turns round, each end takes its own sign along. Which end owns itself now?",
            ),
            Mistake(
                "lost-minus",
                Interval(_between(-high, -low, left == "<=", right == "<=")),
                f"You divided by ${-k}$, so $-x$ stands in the middle. What is $x$?",
            ),
        ),
        hints=(
            "Do to all three parts what you would do to two.",
            "At the last division all signs turn. Then write the smaller number on the left.",
        ),
        solution=(
            Step(start, because="the question"),
            Step(f"{k * high} {left} {_line(k, 0)} {right} {k * low}", because=f"add ${-m}$ to all three parts"),
            Step(f"{high} {TURNED[left]} x {TURNED[right]} {low}", because=f"divide by ${k}$, which turns both signs"),
            Step(key, because="the smaller end first, each end with its own sign"),
        ),
    )


def _without_x(rng: Rng) -> Problem:
    k, m, sign = rng.integer(-5, 5, nonzero=True, avoid=(1, -1)), rng.integer(-8, 8), rng.choice(SIGNS)
    n = rng.until(
        lambda: rng.integer(-8, 8, avoid=(m,)),
        lambda one: HOLDS[sign](Fraction(m), Fraction(one)) == (rng.case == "all"),
    )
    key, other = ("reals", "empty") if rng.case == "all" else ("empty", "reals")
    verdict = "true, whatever $x$ is" if rng.case == "all" else "false, whatever $x$ is"
    return Problem(
        ask=f"Solve ${_shown(_line(k, m), sign, _line(k, n))}$. Answer with an interval; `all` and `none` are answers too.",
        given="all $x$ in",
        answer=Interval(key),
        oracle=lambda: Interval(_by_trying(lambda x: HOLDS[sign](k * x + m, k * x + n))),
        symbols={"x": "real"},
        mistakes=(
            Mistake("other-verdict", Interval(other), "Try a few numbers for $x$ in the question. Which of them pass?"),
            Mistake(
                "nothing-is-zero",
                Interval("[0, 0]"),
                "That $x$ has gone does not say that $x = 0$. Read what is left: is it true or false?",
            ),
        ),
        hints=(f"Take away ${_tex_line(k, 0)}$ on both sides.", "What is left has no $x$. Does it hold or not?"),
        solution=(
            Step(f"{_line(k, m)} {sign} {_line(k, n)}", because="the question"),
            Step(
                "",
                because=f"take ${_tex_line(k, 0)}$ away on both sides: ${_shown(str(m), sign, str(n))}$ is left, which is {verdict}",
            ),
            Step(key, because="so every number passes" if rng.case == "all" else "so no number passes"),
        ),
    )


def _line(k: int, m: int) -> str:
    """`-3x + 7` as typed; without the part whose number is 0."""
    if k == 0:
        return str(m)
    head = {1: "x", -1: "-x"}.get(k, f"{k}x")
    return head if m == 0 else f"{head} {'+' if m > 0 else '-'} {abs(m)}"


def _tex_line(k: int, m: int) -> str:
    return tex(_line(k, m))


def _shown(left: str, sign: str, right: str) -> str:
    return tex(f"{left} {sign} {right}")


def _half(sign: str, end: int) -> str:
    """The interval of all x with `x sign end`."""
    return {"<": f"(-inf, {end})", "<=": f"(-inf, {end}]", ">": f"({end}, inf)", ">=": f"[{end}, inf)"}[sign]


def _between(low: int, high: int, low_in: bool, high_in: bool) -> str:
    return f"{'[' if low_in else '('}{low}, {high}{']' if high_in else ')'}"


def _by_trying(passes: Callable[[Fraction], bool]) -> str:
    """The interval of all x that pass, found from quarters between -60 and 60; its ends must be whole or half."""
    quarters = [Fraction(n, 4) for n in range(-240, 241)]
    found = [x for x in quarters if passes(x)]
    if not found:
        return "empty"
    first, last = found[0], found[-1]
    low_in, high_in = (first * 2).denominator == 1, (last * 2).denominator == 1
    low = "(-inf" if first == quarters[0] else f"[{first}" if low_in else f"({first - Fraction(1, 4)}"
    high = "inf)" if last == quarters[-1] else f"{last}]" if high_in else f"{last + Fraction(1, 4)})"
    return f"{low}, {high}"


@dataclass(frozen=True)
class Wish:
    """Numbers described in everyday words, and which of them are meant."""

    said: str
    meant: Callable[[Fraction, int, int], bool]


WISHES = {
    "one-sided": (
        Wish("at least {a}", lambda x, a, b: x >= a),
        Wish("more than {a}", lambda x, a, b: x > a),
        Wish("no more than {a}", lambda x, a, b: x <= a),
        Wish("below {a}", lambda x, a, b: x < a),
        Wish("not below {a}", lambda x, a, b: x >= a),
    ),
    "mixed-ends": (
        Wish("at least {a}, but below {b}", lambda x, a, b: a <= x < b),
        Wish("above {a}, and at most {b}", lambda x, a, b: a < x <= b),
        Wish("all `x` with `{a} <= x < {b}` in Python", lambda x, a, b: a <= x < b),
    ),
    "same-ends": (
        Wish("from {a} to {b}, both allowed", lambda x, a, b: a <= x <= b),
        Wish("strictly between {a} and {b}", lambda x, a, b: a < x < b),
        Wish("neither below {a} nor above {b}", lambda x, a, b: a <= x <= b),
    ),
    "single": (
        Wish("at least {a} and at the same time at most {a}", lambda x, a, b: x == a),
        Wish("at least {a} and at the same time below {a}", lambda x, a, b: False),
    ),
}


@exercise(
    "ends",
    kind="concept",
    tests=(2,),
    difficulty=0.3,
    seconds=30,
    uses={"real-numbers": 0.2},
    cases=("one-sided", "mixed-ends", "same-ends", "single"),
)
def ends(rng: Rng) -> Problem:
    """Words for a range of numbers; the interval is chosen by what becomes of its ends."""
    a = rng.integer(-9, 9)
    b = a + rng.integer(2, 9)
    wish = rng.choice(WISHES[rng.case])
    offered: dict[str, tuple[str, Callable[[Fraction], bool]]]
    if rng.case == "one-sided":
        offered = {
            "from-in": (rf"$[{a}, \infty)$", lambda x: x >= a),
            "from-out": (rf"$({a}, \infty)$", lambda x: x > a),
            "to-in": (rf"$(-\infty, {a}]$", lambda x: x <= a),
            "to-out": (rf"$(-\infty, {a})$", lambda x: x < a),
        }
    elif rng.case == "single":
        offered = {
            "one": (f"$[{a}, {a}]$", lambda x: x == a),
            "none": (f"$({a}, {a})$", lambda x: False),
            "up": (rf"$[{a}, \infty)$", lambda x: x >= a),
        }
    else:
        offered = {
            "both": (f"$[{a}, {b}]$", lambda x: a <= x <= b),
            "low": (f"$[{a}, {b})$", lambda x: a <= x < b),
            "high": (f"$({a}, {b}]$", lambda x: a < x <= b),
            "neither": (f"$({a}, {b})$", lambda x: a < x < b),
        }
    options = {key: text for key, (text, _) in offered.items()}
    probes = [Fraction(n, 2) for n in range(2 * a - 4, 2 * b + 5)]

    def agrees(holds: Callable[[Fraction], bool]) -> bool:
        return all(holds(x) == wish.meant(x, a, b) for x in probes)

    right = next(key for key, (_, holds) in offered.items() if agrees(holds))
    meant_ends = {one for one in (a, b) if wish.meant(Fraction(one), a, b)}
    by_ends = next(
        key
        for key, (_, holds) in offered.items()
        if {one for one in (a, b) if holds(Fraction(one))} == meant_ends
        and holds(Fraction(a - 1)) == wish.meant(Fraction(a - 1), a, b)
    )
    return Problem(
        ask=f"Which interval holds exactly these numbers: {wish.said.format(a=a, b=b)}?",
        answer=Choice(options, right),
        oracle=lambda: Choice(options, by_ends),
        mistakes=tuple(
            Mistake(f"took-{key}", Choice.pick(key), _difference(holds, lambda x: wish.meant(x, a, b), probes))
            for key, (_, holds) in offered.items()
            if key != right
        ),
        hints=(
            f"Ask of ${a}$ itself: is it one of the numbers?",
            "A square bracket owns its end; a round one stops short of it.",
        ),
        solution=(
            Step(
                "",
                because=f"${a}$ is {'one of them' if wish.meant(Fraction(a), a, b) else 'not one of them'}"
                + (
                    f", ${b}$ is {'' if wish.meant(Fraction(b), a, b) else 'not '}one of them"
                    if rng.case in ("mixed-ends", "same-ends")
                    else ""
                )
                + f": {options[right]}",
            ),
        ),
    )


def _difference(one: Callable[[Fraction], bool], other: Callable[[Fraction], bool], probes: list[Fraction]) -> str:
    """A number that is in one and not in the other, said to the learner."""
    x = next(x for x in probes if one(x) != other(x))
    holds, meant = ("holds", "is not meant") if one(x) else ("does not hold", "is meant")
    return f"Yours {holds} the number ${tex(x)}$, which {meant}."


@exercise(
    "witness",
    kind="construct",
    tests=(1,),
    difficulty=0.45,
    seconds=50,
    uses={"real-numbers": 0.3},
    cases=("not-turned", "turned-too-often", "unknown-sign", "square"),
)
def witness(rng: Rng) -> Problem:
    """A number on which a question and somebody's wrong solution disagree."""
    r, k = rng.integer(2, 6), rng.integer(2, 5)
    s = rng.integer(-6, 6, nonzero=True)
    match rng.case:
        case "not-turned":
            question, claim = f"-{k}x > {-k * s}", f"x > {s}"
            example = Fraction(s - 1)

            def asks(x: Fraction) -> bool:
                return -k * x > -k * s

            def claims(x: Fraction) -> bool:
                return x > s
        case "turned-too-often":
            question, claim = f"x - {r} < {k}", f"x > {r + k}"
            example = Fraction(0)

            def asks(x: Fraction) -> bool:
                return x - r < k

            def claims(x: Fraction) -> bool:
                return x > r + k
        case "unknown-sign":
            question, claim = f"{r * k}/x < {k}", f"x > {r}"
            example = Fraction(-1)

            def asks(x: Fraction) -> bool:
                return x != 0 and Fraction(r * k) / x < k

            def claims(x: Fraction) -> bool:
                return x > r
        case _:
            question, claim = f"x^2 > {(r + k) ** 2}", f"x > {r + k}"
            example = Fraction(-r - k - 1)

            def asks(x: Fraction) -> bool:
                return x * x > (r + k) ** 2

            def claims(x: Fraction) -> bool:
                return x > r + k

    def agrees(passing: bool) -> Callable[[Fraction], bool]:
        return lambda x: asks(x) == passing == claims(x)

    def first(passing: bool) -> Mistake | None:
        found = next((Fraction(n) for n in range(-20, 21) if n and agrees(passing)(Fraction(n))), None)
        if found is None:
            return None
        reply = (
            "Both say yes to your number. Look for one that they judge differently."
            if passing
            else "Both say no to your number. Look for one that they judge differently."
        )
        return Mistake(f"both-{passing}".lower(), Property(Number, agrees(passing), example=Number(found)), reply)

    on_the_end = Mistake(
        "the-end",
        Number(int(claim.split()[-1])),
        "That is the end, where both sides are equal: it passes neither. Go to one side of it.",
    )
    return Problem(
        ask=f"Somebody solves ${tex(question)}$ and claims: these are the numbers with ${tex(claim)}$. Give one number that proves the claim wrong.",
        given="$x =$",
        answer=Property(Number, lambda x: asks(x) != claims(x), example=Number(example)),
        oracle=lambda: Property(
            Number, lambda x: asks(Fraction(x)) is not claims(Fraction(x)), example=Number(example)
        ),
        mistakes=(on_the_end, *(one for one in (first(True), first(False)) if one)),
        hints=(
            "Such a number passes the question and not the claim, or the claim and not the question.",
            "Try a negative number, then zero where it is allowed, then a large one.",
        ),
        solution=(
            Step(
                "",
                because=f"take $x = {tex(example)}$: "
                + ("it passes the question" if asks(example) else "it does not pass the question")
                + ", "
                + ("yet it is one of those claimed" if claims(example) else "yet it is none of those claimed"),
            ),
            Step(str(example), because="one such number is enough; there are many"),
        ),
    )


@exercise(
    "first-slip",
    kind="concept",
    tests=(1,),
    difficulty=0.5,
    seconds=60,
    uses={"linear-equations": 0.3},
    cases=("not-turned", "turned-by-adding", "times-a-letter", "end-lost", "no-slip"),
)
def first_slip(rng: Rng) -> Problem:
    """The first line of a solution that does not follow from the line before, or none."""
    letter = rng.choice("xtuy")
    k, r, m = rng.integer(2, 5), rng.integer(1, 6), rng.integer(1, 9)
    s = rng.choice(SIGNS)
    back = TURNED[s]
    if rng.case == "times-a-letter":
        strict = s
        written = [f"{k * r}/x {strict} {k}", f"{k * r} {strict} {k}x", f"{r} {strict} x"]
        wrong, why = 2, "the letter may be negative, and then the sign turns"
    elif rng.case == "not-turned":
        written = [f"{m} - {k}x {s} {m - k * r}", f"-{k}x {s} {-k * r}", f"x {s} {r}"]
        wrong, why = 3, f"the division by ${-k}$ turns the sign"
    elif rng.case == "turned-by-adding":
        written = [f"{k}x - {m} {s} {k * r - m}", f"{k}x {back} {k * r}", f"x {back} {r}"]
        wrong, why = 2, f"adding ${m}$ does not turn the sign"
    elif rng.case == "end-lost":
        written = [f"{m} - {k}x {s} {m - k * r}", f"-{k}x {s} {-k * r}", f"x {LOOSER[back]} {r}"]
        wrong, why = 3, f"whether ${r}$ itself passes has changed"
    else:
        written = [f"{m} - {k}x {s} {m - k * r}", f"-{k}x {s} {-k * r}", f"x {back} {r}"]
        wrong, why = 0, "the sign turned where it was divided by a negative number, and nowhere else"
    shown = [tex(line.replace("x", letter)) for line in written]
    options = {"line-2": "line 2", "line-3": "line 3", "none": "none: all lines are right"}
    right = f"line-{wrong}" if wrong else "none"
    rows = "\n".join(f"{n}. ${line}$" for n, line in enumerate(shown, 1))
    return Problem(
        ask=f"Which line is the first that does not follow from the line above it?\n\n{rows}",
        answer=Choice(options, right, ordered=True),
        oracle=lambda: Choice(options, _slip_by_trying(written)),
        mistakes=(
            Mistake(
                "blames-2",
                Choice.pick("line-2"),
                "Line 2 says the same as line 1: for every number that you try, both hold or both fail.",
            ),
            Mistake(
                "blames-3",
                Choice.pick("line-3"),
                "Line 3 says the same as line 2. Look at the step above, or at whether there is a slip at all.",
            ),
            Mistake(
                "sees-none",
                Choice.pick("none"),
                "There is a slip. Test each line with $0$ where it is allowed, with the end and with $-1$.",
            ),
        ),
        hints=(
            "Try a number in all lines: large, negative, and the end itself.",
            "Say of each step what was done: added, or multiplied, and by a number of which sign?",
        ),
        solution=(Step("", because=f"{options[right]}: {why}"),),
    )


def _slip_by_trying(lines: list[str]) -> str:
    """The first line whose numbers are not those of the line before, over quarters."""
    quarters = [Fraction(n, 4) for n in range(-240, 241) if n]

    def value(text: str, x: Fraction) -> Fraction:
        total = Fraction(0)
        for term in text.replace("- ", "-").replace("+ ", "").split():
            if "/x" in term:
                total += Fraction(term.removesuffix("/x")) / x
            elif term.endswith("x"):
                total += Fraction({"": "1", "-": "-1"}.get(term[:-1], term[:-1])) * x
            else:
                total += Fraction(term)
        return total

    def passing(line: str) -> list[bool]:
        sign = next(one for one in ("<=", ">=", "<", ">") if one in line)
        left, right = line.split(sign)
        return [HOLDS[sign](value(left, x), value(right, x)) for x in quarters]

    results = [passing(line) for line in lines]
    return next((f"line-{n}" for n in (2, 3) if results[n - 1] != results[n - 2]), "none")


@exercise(
    "both",
    kind="procedure",
    tests=(1, 2),
    difficulty=0.5,
    seconds=80,
    uses={"linear-equations": 0.4},
    cases=("overlap", "inside", "touching", "apart"),
)
def both(rng: Rng) -> Problem:
    """Two inequalities that must hold together, as one interval."""
    low = rng.integer(-4, 3)
    high = low + rng.integer(2, 6)
    k, m, n = rng.integer(2, 4), rng.integer(1, 8), rng.integer(1, 9)
    if rng.case == "inside":
        first, second, key, loose = ">", ">", f"({high}, inf)", f"({low}, inf)"
    elif rng.case == "touching":
        high, first, second, key, loose = low, ">=", "<=", f"[{low}, {low}]", "reals"
    elif rng.case == "apart":
        low, high = high, low
        first, second, key, loose = ">", "<", "empty", f"(-inf, {high}) union ({low}, inf)"
    else:
        first, second = rng.sample((">", ">="), 2)[0], rng.choice(("<", "<="))
        key, loose = _between(low, high, first == ">=", second == "<="), "reals"
    unturned = {"inside": f"({low}, {high})", "touching": f"[{low}, inf)"}.get(rng.case, f"({low}, inf)")
    one = f"{k}x + {m} {first} {k * low + m}"
    other = f"{n} - x {TURNED[second]} {n - high}"
    joined = f"x {first} {low} and x {second} {high}"
    touches = rng.case == "touching"
    shut = f"({low}, inf)" if rng.case == "inside" else _between(low, high, first != ">=", second != "<=")
    return Problem(
        ask=f"Which $x$ pass both, ${tex(one)}$ and ${tex(other)}$? Answer with one interval; `none` is an answer too.",
        given="all $x$ in",
        answer=Interval(key),
        oracle=lambda: Interval(
            _by_trying(
                lambda x: (
                    HOLDS[first](k * x + m, Fraction(k * low + m)) and HOLDS[TURNED[second]](n - x, Fraction(n - high))
                )
            )
        ),
        symbols={"x": "real"},
        mistakes=(
            Mistake("either", Interval(loose), "Those pass at least one of the two. Here a number has to pass both."),
            Mistake(
                "empty-touch" if touches else "ends",
                Interval(
                    "empty"
                    if touches
                    else f"[{high}, inf)"
                    if rng.case == "inside"
                    else shut
                    if rng.case == "overlap"
                    else f"({high}, {low})"
                ),
                f"Put ${low}$ itself into both: does it pass?"
                if touches
                else "Check the ends: put each of them into both questions. Your brackets have to say what comes out."
                if rng.case == "overlap"
                else "Take a number from the middle of yours, and each of its ends: does it pass both questions?"
                if rng.case == "apart"
                else f"Put ${high}$ itself into the second question: does it pass?",
            ),
            Mistake(
                "second-not-turned",
                Interval(_half(TURNED[second], high) if rng.case == "overlap" else unturned),
                "In the second one the factor of $x$ is $-1$. What does that do to its sign?",
            ),
        ),
        hints=(
            "Solve each of them alone, and mark the solutions on one number line.",
            "What do the two markings have in common? Look at the ends last.",
        ),
        solution=(
            Step(f"{one} and {other}", because="both have to hold"),
            Step(joined, because=f"the first divided by ${k}$, the second by $-1$, which turns its sign"),
            Step(key, because="what the two half-lines have in common"),
        ),
    )


@exercise(
    "by-letter",
    kind="derivation",
    tests=(1,),
    difficulty=0.55,
    seconds=80,
    uses={"linear-equations": 0.4, "algebraic-expressions": 0.2},
    cases=("negative", "positive", "minus-positive", "minus-negative"),
)
def by_letter(rng: Rng) -> Problem:
    """Solved for x line by line, where the factor is a letter of which the sign is known."""
    m, n = rng.integer(1, 9), rng.integer(10, 20)
    s = rng.choice(SIGNS)
    minus, negative = rng.case.startswith("minus"), rng.case.endswith("negative")
    sign_of_c = "negative" if negative else "positive"
    start = f"{m} - c*x {s} {n}" if minus else f"c*x + {m} {s} {n}"
    alone = f"-c*x {s} {n - m}" if minus else f"c*x {s} {n - m}"
    flips = minus != negative
    end = TURNED[s] if flips else s
    value = f"-{n - m}/c" if minus else f"{n - m}/c"
    goal = f"x {end} {value}"
    return Problem(
        ask=f"Let $c$ be a {sign_of_c} number. Solve ${tex(start)}$ for $x$, line by line: the last line has $x$ alone on its left side.",
        answer=Derivation(start, (alone, goal)),
        oracle=lambda: Derivation(start, (f"{value} {TURNED[end]} x",), least=1),
        symbols={"x": "real", "c": f"{sign_of_c} real"},
        mistakes=(
            Mistake(
                "wrong-way",
                Wrote(f"x {TURNED[end]} {value}"),
                "What is the sign of the number you divided by? Put a value in for $c$, such as "
                + ("$-2$" if negative else "$2$")
                + ", and test.",
            ),
            Mistake(
                "added-turns",
                Wrote(f"{'-c*x' if minus else 'c*x'} {TURNED[s]} {n - m}"),
                f"Taking ${m}$ away on both sides moves the whole line. It turns nothing.",
            ),
        ),
        hints=(
            "First get the term with $x$ alone; nothing turns.",
            "Is the factor of $x$, with its minus if it has one, positive or negative?",
        ),
        solution=(
            Step(start, because="the start"),
            Step(alone, because=f"take ${m}$ away on both sides"),
            Step(
                goal,
                because=f"divide by ${'-c' if minus else 'c'}$, which is {'negative: the sign turns' if flips else 'positive: the sign stays'}",
            ),
        ),
    )


SOURCE = """def solve(a, b):
    if a > 0:
        return (-inf, b / a)
    if a < 0:
        return (b / a, inf)
    return (-inf, inf) if 0 < b else None
"""
STARTER = """from math import inf

def solve(a, b):
    """
ALWAYS_BELOW = """from math import inf

def solve(a, b):
    if a == 0:
        return (-inf, inf) if 0 < b else None
    return (-inf, b / a)
"""
ZERO_IS_ALL = """from math import inf

def solve(a, b):
    if a > 0:
        return (-inf, b / a)
    if a < 0:
        return (b / a, inf)
    return (-inf, inf)
"""


@exercise(
    "ends-in-code",
    kind="code",
    tests=(1, 2),
    difficulty=0.5,
    seconds=120,
    uses={"linear-equations": 0.3},
    cases=("negative", "zero", "positive"),
)
def ends_in_code(rng: Rng) -> Problem:
    """A function that solves a x < b, whatever the sign of a; the factor 0 has two outcomes."""
    b = rng.integer(-12, 12, nonzero=True)
    a = {"negative": rng.integer(-6, -1), "zero": 0, "positive": rng.integer(1, 6)}[rng.case]
    shown = {"negative": f"`({b / a if a else 0:g}, inf)`", "positive": f"`(-inf, {b / a if a else 0:g})`"}.get(
        rng.case, "`(-inf, inf)`" if b > 0 else "`None`"
    )
    inputs = ((a, b), (2, 6), (-2, 6), (-4, -8), (5, 0), (-3, 0), (0, 4), (0, -4), (0, 0), (-1, 7))
    return Problem(
        ask="Write `solve(a, b)`. It returns the two ends, as a pair, of the open interval of all $x$ with $ax < b$, with `inf` and `-inf` "
        f"where there is no end, and `None` where no $x$ passes. For instance `solve({a}, {b})` is {shown}"
        + (", rounded." if a and (b * 1000) % a else "."),
        answer=Code("solve", "from math import inf\n\n" + SOURCE, reference=_ends, inputs=inputs, starter=STARTER),
        mistakes=(
            Mistake(
                "never-turned",
                Code(
                    "solve",
                    ALWAYS_BELOW,
                    reference=lambda a, b: _ends(abs(a), b if a > 0 else -b) if a else _ends(a, b),
                ),
                "Your function never turns the sign. Try `solve(-2, 6)`, and then test whether 0 passes.",
            ),
            Mistake(
                "zero-is-all",
                Code("solve", ZERO_IS_ALL, reference=lambda a, b: _ends(a, b) if a else (float("-inf"), float("inf"))),
                "With the factor 0 the left side is 0. Is that below every $b$?",
            ),
        ),
        hints=(
            "There are three cases for `a`.",
            "With the factor 0 the question is whether 0 is below `b`; `x` has no say.",
        ),
        solution=(
            Step(
                "",
                because="a positive factor keeps the sign, a negative one turns it, and 0 leaves a statement without x",
            ),
            Step("", because=f"\n```python\nfrom math import inf\n\n{SOURCE}```\n"),
        ),
    )


def _ends(a: float, b: float) -> tuple[float, float] | None:
    """The ends, found by asking on which side of the place of equality the statement holds."""
    inf = float("inf")
    if a == 0:
        return (-inf, inf) if b > 0 else None
    end = b / a
    return (-inf, end) if a * (end - 1) < b else (end, inf)


TOOLS = {
    "range": "write down when it qualifies, and find all such values with both ends",
    "equal": "set two things equal, and find the one value",
    "one-end": "find one bound: everything on one side of it qualifies",
}


@exercise(
    "qualify",
    kind="transfer",
    tests=(1, 2),
    difficulty=0.6,
    seconds=90,
    uses={"linear-equations": 0.4},
    cases=("pace", "break-even", "step", "tariff", "tanks", "reading"),
)
def qualify(rng: Rng) -> Problem:
    """Which readings, step sizes or hours qualify; in a third of the cases one equal value is asked for."""
    match rng.case:
        case "break-even" | "tanks":
            return _equal(rng)
        case "step":
            return _step(rng)
        case "tariff":
            return _tariff(rng)
    return _pace(rng)


def _pace(rng: Rng) -> Problem:
    at_least = rng.case == "reading"
    v = rng.choice((6, 8, 10, 12, 15, 20))
    who = rng.choice(("A runner", "A skater", "A cyclist", "A skier"))
    end = Fraction(60, v)
    bracket = "]" if at_least else ")"
    condition = "at least" if at_least else "more than"
    key = f"(0, {end}{bracket}"
    return Problem(
        ask=f"{who}'s watch shows $p$, the minutes needed for one kilometre. It is never 0 or negative. Which readings $p$ mean {condition} {v} km in an hour? Answer with all of them.",
        given="$p$ in",
        answer=WithTool(TOOLS, "range", Interval(key)),
        oracle=lambda: WithTool(TOOLS, "range", Interval(_pace_by_trying(v, at_least))),
        symbols={"p": "real"},
        mistakes=(
            Mistake(
                "one-end",
                Used("one-end", Interval(f"(-inf, {end}{bracket}")),
                "Those hold negative readings too. What do you know about $p$?",
            ),
            Mistake(
                "more-is-more",
                Used("one-end", Interval(f"({end}, inf)")),
                "Try $p = 60$: one kilometre in the whole hour. Does that qualify?",
            ),
            Mistake(
                "equal", Used("equal", sample="(0, 1)"), "One value is where it begins to qualify. Which readings do?"
            ),
        ),
        hints=(
            "In an hour a reading of $p$ makes $60/p$ kilometres.",
            "$p$ is positive, so both sides may be multiplied by it, and nothing turns.",
        ),
        solution=(
            Step(
                f"60/p {'>=' if at_least else '>'} {v} and p > 0",
                because="the kilometres in an hour, and what is known of $p$",
            ),
            Step(f"60 {'>=' if at_least else '>'} {v}p and p > 0", because="times $p$, which is positive"),
            Step(key, because=f"divided by ${v}$, and above 0"),
        ),
    )


def _pace_by_trying(v: int, at_least: bool) -> str:
    """The largest reading that passes, from a fine grid of sixtieths."""
    grid = [Fraction(n, 60) for n in range(1, 60 * 60 + 1)]
    found = [p for p in grid if (60 / p >= v if at_least else 60 / p > v)]
    return f"(0, {found[-1]}]" if at_least else f"(0, {found[-1] + Fraction(1, 60)})"


def _step(rng: Rng) -> Problem:
    h, goal = rng.integer(2, 40), rng.choice((1, 1, 2, 3))
    end, low = Fraction(goal + 1, goal * h), Fraction(goal - 1, goal * h)
    bound = Fraction(1, goal)
    words = "it get smaller in size" if goal == 1 else f"its size fall below $1/{goal}$ of what it was"
    key = f"({low}, {end})"
    return Problem(
        ask=f"One step of training, of size $s$, multiplies what is wrong with a weight by $1 - {h}s$. For which $s$ does {words}, that is: when does the factor lie "
        f"strictly between ${tex(-bound)}$ and ${tex(bound)}$? Answer with all of them.",
        given="$s$ in",
        answer=WithTool(TOOLS, "range", Interval(key)),
        oracle=lambda: WithTool(TOOLS, "range", Interval(f"({(1 - bound) / h}, {(1 + bound) / h})")),
        symbols={"s": "real"},
        mistakes=(
            Mistake(
                "one-end",
                Used("one-end", sample="(0, 1)"),
                "A bound on one side lets in steps that are far too large, or steps backwards.",
            ),
            Mistake(
                "equal",
                Used("equal", sample="(0, 1)"),
                "One step size makes the factor 0. Others are good enough: which?",
            ),
            Mistake(
                "half-solved",
                Used("range", Interval(f"({low}, {Fraction(1, h)})")),
                "You stopped where the factor is 0. It may be negative, as long as it stays small in size.",
            ),
        ),
        hints=(
            "Two signs, one chain: the factor in the middle.",
            f"Take 1 away in all three parts, then divide by $-{h}$. What happens to the signs?",
        ),
        solution=(
            Step(f"-{bound} < 1 - {h}s < {bound}", because="what is asked for"),
            Step(f"{-bound - 1} < -{h}s < {bound - 1}", because="take 1 away in all three parts"),
            Step(f"{end} > s > {low}", because=f"divide by $-{h}$: both signs turn"),
            Step(key, because="the smaller end first"),
        ),
    )


def _tariff(rng: Rng) -> Problem:
    cheap = rng.integer(1, 4)
    dear, until = cheap + rng.integer(1, 4), rng.integer(3, 12)
    fixed = rng.integer(2, 9)
    other = fixed + (dear - cheap) * until
    thing = rng.choice(("machine in the cloud", "van", "studio", "boat"))
    key = f"[0, {until})"
    return Problem(
        ask=f"Renting a {thing} for $t \\ge 0$ hours costs ${fixed} + {_times(dear)}$ euros at one place and ${other} + {_times(cheap)}$ at another. "
        "For which $t$ is the first place strictly cheaper? Answer with all of them.",
        given="$t$ in",
        answer=WithTool(TOOLS, "range", Interval(key)),
        oracle=lambda: WithTool(
            TOOLS, "range", Interval(_by_trying(lambda t: t >= 0 and fixed + dear * t < other + cheap * t))
        ),
        symbols={"t": "real"},
        mistakes=(
            Mistake(
                "one-end",
                Used("one-end", Interval(f"(-inf, {until})")),
                "Nobody rents for a negative time: there is a second end.",
            ),
            Mistake(
                "equal",
                Used("equal", sample="[0, 1)"),
                "At one time both cost the same. The question is when the first is cheaper.",
            ),
            Mistake(
                "closed",
                Used("range", Interval(f"[0, {until}]")),
                "At the last of these times both cost the same: not strictly cheaper.",
            ),
        ),
        hints=(
            "Write the two prices with a sign between them.",
            "Collect $t$ on one side. And which times exist at all?",
        ),
        solution=(
            Step(
                f"{fixed} + {_times(dear)} < {other} + {_times(cheap)} and t >= 0",
                because="the first is cheaper, and time is not negative",
            ),
            Step(f"{_times(dear - cheap)} < {other - fixed} and t >= 0", because="collect"),
            Step(
                key,
                because=f"divided by ${dear - cheap}$, which is positive"
                if dear - cheap > 1
                else "both conditions at once",
            ),
        ),
    )


def _times(rate: int) -> str:
    """`3t`, or `t` for the rate 1."""
    return "t" if rate == 1 else f"{rate}t"


def _equal(rng: Rng) -> Problem:
    up, down, when = rng.integer(1, 5), rng.integer(1, 6), rng.integer(2, 9)
    low = rng.integer(3, 20)
    high = low + (up + down) * when
    if rng.case == "tanks":
        ask = f"A tank holds {high} litres and loses {down} an hour; another holds {low} and gains {up} an hour. After how many hours do they hold the same?"
    else:
        ask = (
            f"A model has {high} wrong answers and loses {down} of them each round; another, spoilt by bad data, has {low} and gains {up} each round. "
            "After how many rounds do they have equally many?"
        )
    return Problem(
        ask=ask,
        answer=WithTool(TOOLS, "equal", Number(when)),
        oracle=lambda: WithTool(TOOLS, "equal", Number(next(t for t in range(99) if high - down * t == low + up * t))),
        symbols={"t": "real"},
        mistakes=(
            Mistake("range", Used("range"), "Nothing has to stay on one side here: one moment is asked for."),
            Mistake("one-end", Used("one-end"), "Before and after that moment they differ: no side qualifies."),
            Mistake(
                "subtracted-rates",
                Used("equal", Number(Fraction(high - low, abs(up - down)) if up != down else 0)),
                "One falls while the other rises: how fast does the gap close?",
            ),
        ),
        hints=("How large is the gap at the start?", "By how much does it close each time?"),
        solution=(
            Step(f"{high} - {_times(down)} = {low} + {_times(up)}", because="both hold the same after $t$"),
            Step(f"{high - low} = {up + down}t", because="collect"),
            Step(f"t = {when}", because="divide"),
        ),
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
        hints=("Try it with one small number before you choose.",),
        solution=(Step("", because=card.because),),
    )


@exercise(
    "recall-turn",
    kind="recall",
    keep=(1,),
    difficulty=0.2,
    seconds=20,
    cases=("divide", "add", "why", "when-not", "swap", "zero", "subtract", "order"),
)
def recall_turn(rng: Rng) -> Problem:
    """When the sign turns and when it stays, in eight questions."""
    k, m = rng.integer(2, 5), rng.integer(2, 9)
    cards = {
        "divide": Card(
            f"$-{k}x < {k * m}$. What follows?",
            f"$x > -{m}$",
            (
                (f"$x < -{m}$", "Test it with $0$, which passes the question."),
                (f"$x > {m}$", "Test it with $0$, which passes the question."),
            ),
            f"the division by $-{k}$ turns the sign",
        ),
        "add": Card(
            f"$x - {m} < {k}$. What follows?",
            f"$x < {m + k}$",
            ((f"$x > {m + k}$", "Adding never turns the sign."), (f"$x < {k - m}$", f"Add ${m}$ on both sides.")),
            f"${m}$ is added on both sides, and the sign stays",
        ),
        "why": Card(
            "Why does a negative factor turn the sign?",
            "it mirrors the number line: left becomes right",
            (
                ("negative numbers are smaller", "Also for two negative numbers the factor turns the sign."),
                ("it is a convention", "It can be proved: what sign has $c(b - a)$?"),
            ),
            r"$a$ left of $b$ has its image right of the image of $b$",
        ),
        "when-not": Card(
            "Which step does not turn the sign?",
            f"take ${m}$ away on both sides",
            (
                (f"divide by $-{k}$", "A negative divisor turns it."),
                ("multiply by $-1$", "A negative factor turns it."),
            ),
            "moving the whole line leaves left and right where they are",
        ),
        "swap": Card(
            f"${m} < x$ is written with $x$ first. How?",
            f"$x > {m}$",
            (
                (f"$x < {m}$", "That says the opposite: who is the larger one?"),
                (f"$-x > {m}$", "Nothing was multiplied."),
            ),
            "read from right to left, smaller becomes larger",
        ),
        "zero": Card(
            "$a < b$ is multiplied by $0$ on both sides. What is true of the results?",
            "they are equal",
            (("the sign stays", "Work both sides out."), ("the sign turns", "Work both sides out.")),
            "both are $0$, so neither sign holds",
        ),
        "subtract": Card(
            f"$a < b$. Which is the larger one, $a - {m}$ or $b - {m}$?",
            f"$b - {m}$",
            (
                (f"$a - {m}$", "Both move to the left by the same amount."),
                ("it depends on $a$ and $b$", "Both move by the same amount."),
            ),
            "both move by the same amount",
        ),
        "order": Card(
            f"$a < b$. Which is the larger one, $-{k}a$ or $-{k}b$?",
            f"$-{k}a$",
            (
                (f"$-{k}b$", "Try $a = 1$ and $b = 2$."),
                ("it depends on the signs of $a$ and $b$", "Try some: the sign of the factor decides."),
            ),
            "the factor is negative, so the order is mirrored",
        ),
    }
    return _recalled(cards[rng.case])


@exercise(
    "recall-sign",
    kind="recall",
    keep=(2,),
    difficulty=0.3,
    seconds=25,
    cases=("what", "cases", "why", "when-not", "negative-part", "square", "zero", "fix"),
)
def recall_sign(rng: Rng) -> Problem:
    """Factors whose sign is unknown, in eight questions."""
    m, k = rng.integer(3, 9), rng.integer(2, 5)
    cards = {
        "what": Card(
            f"You want to multiply ${m}/x < {k}$ by $x$. What do you have to know first?",
            "the sign of $x$",
            (
                ("whether $x$ is whole", "Whole or not does not turn anything."),
                (f"whether $x$ is above ${k}$", "Which property of a factor turns the sign?"),
            ),
            "a negative factor turns the sign, a positive one does not",
        ),
        "cases": Card(
            f"How do you solve ${m}/x < {k}$?",
            "once for $x > 0$, once for $x < 0$",
            (
                ("multiply by $x$, once", "For negative $x$ that would be wrong."),
                (f"solve ${m}/x = {k}$ and take one side of it", "The passing numbers have two pieces."),
            ),
            "each case knows the sign of the factor",
        ),
        "why": Card(
            "Why is multiplying both sides by $x$ dangerous?",
            "for some $x$ it turns the sign, for others not",
            (
                ("$x$ may be very large", "Size does no harm."),
                ("it is forbidden", "It is allowed as soon as the sign of $x$ is known."),
            ),
            "the sign of the factor is not known",
        ),
        "when-not": Card(
            "When may you multiply by $x$ without two cases?",
            "when $x$ is known to be positive, such as a time",
            (
                ("when $x$ stands on one side only", "That says nothing of its sign."),
                ("never", "If its sign is known, one case is left."),
            ),
            "then only one case is left",
        ),
        "negative-part": Card(
            f"Which $x < 0$ pass ${m}/x < {k}$?",
            "all of them",
            (
                ("none of them", "What sign has the left side then?"),
                (f"those below $-{m}$", "What sign has the left side for every negative $x$?"),
            ),
            f"the left side is negative, so it is below ${k}$",
        ),
        "square": Card(
            "Which factor never turns a sign, whatever $x$ is?",
            "$x^2 + 1$",
            (("$x + 1$", "At $x = -2$ it is negative."), ("$x^3$", "At $x = -2$ it is negative.")),
            "it is at least 1",
        ),
        "zero": Card(
            f"Does $x = 0$ pass ${m}/x < {k}$?",
            "no: the left side has no value there",
            (
                ("yes: $0$ is small", "There is a division by $x$."),
                (f"yes, since $0 < {k}$", "There is a division by $x$."),
            ),
            "a division by 0 has no value",
        ),
        "fix": Card(
            f"Somebody turns ${m}/x < {k}$ into ${m} < {k}x$. For which $x$ is that allowed?",
            "for positive $x$",
            (("for every $x$", "Try $x = -1$ in both."), ("for negative $x$", "Try $x = -1$ in both.")),
            "a positive factor keeps the sign",
        ),
    }
    return _recalled(cards[rng.case])


@exercise(
    "recall-ends",
    kind="recall",
    keep=(3,),
    difficulty=0.2,
    seconds=20,
    cases=("closed", "open", "infinity", "why", "when-not", "single", "empty", "read"),
)
def recall_ends(rng: Rng) -> Problem:
    """Brackets and what they own, in eight questions."""
    a = rng.integer(1, 5)
    b = a + rng.integer(2, 5)
    cards = {
        "closed": Card(
            f"Which numbers does $[{a}, {b})$ hold of its two ends?",
            f"${a}$ only",
            ((f"${b}$ only", "The square bracket owns its end."), ("both", "One bracket is round.")),
            f"the square bracket owns ${a}$, the round one does not own ${b}$",
        ),
        "open": Card(
            f"Which is the largest number of $(-\\infty, {b})$?",
            "there is none",
            ((f"${b}$", "The round bracket leaves it out."), (f"${b - 1}$", f"${b - 1}.5$ is larger, and in it.")),
            f"between any of its numbers and ${b}$ lies another",
        ),
        "infinity": Card(
            f"How is $x \\ge {a}$ written?",
            rf"$[{a}, \infty)$",
            (
                (rf"$[{a}, \infty]$", "Infinity is no number that could be owned."),
                (rf"$({a}, \infty)$", f"Is ${a}$ one of them?"),
            ),
            f"${a}$ belongs to it, infinity is no number",
        ),
        "why": Card(
            r"Why is the bracket at $\infty$ always round?",
            r"$\infty$ is no number, so it cannot belong to it",
            (
                (
                    r"$\infty$ is too large to be reached by counting",
                    "How large it is does not matter. Is it a number at all?",
                ),
                ("it is only a custom", "What would a square bracket claim?"),
            ),
            "a square bracket would claim that infinity is one of the numbers",
        ),
        "when-not": Card(
            f"Which of them does not hold ${b}$?",
            f"$[{a}, {b})$",
            (
                (f"$({a}, {b}]$", f"The square bracket stands at ${b}$."),
                (rf"$[{b}, \infty)$", f"It begins with ${b}$."),
            ),
            "a round bracket does not own its end",
        ),
        "single": Card(
            f"What does $[{a}, {a}]$ hold?",
            f"the number ${a}$ and no other",
            (
                ("nothing", f"$x = {a}$ passes ${a} \\le x \\le {a}$."),
                ("all numbers", f"Does ${b}$ pass ${a} \\le x \\le {a}$?"),
            ),
            f"only ${a}$ is at least and at most ${a}$",
        ),
        "empty": Card(
            f"What does $({a}, {a})$ hold?",
            "nothing",
            (
                (f"the number ${a}$", "Round brackets do not own their ends."),
                ("all numbers but one", "Both ends bound it."),
            ),
            f"no number is above and below ${a}$",
        ),
        "read": Card(
            f"Which one says the same as $({a}, {b}]$?",
            f"${a} < x \\le {b}$",
            (
                (f"${a} \\le x < {b}$", "The round bracket stands on the left."),
                (f"${a} < x < {b}$", "One of the brackets is square."),
            ),
            "round is strict, square allows equality",
        ),
    }
    return _recalled(cards[rng.case])
