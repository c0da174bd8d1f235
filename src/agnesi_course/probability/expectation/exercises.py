"""Exercises on expected value: tables, functions of a variable, balance by choice, and what the word does not mean."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

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
from agnesi.authoring.answers import Choice, Code, Derivation, Number, Property, Tuple, Used, WithTool
from agnesi.authoring.draw import probabilities

STORIES = (
    "the gain of a bet in euro",
    "the delay of a bus in minutes",
    "the change of a share in cent",
    "the temperature at noon in degrees",
    "the score of a reply",
)
NEVER_NEGATIVE = (
    "the number of points in one throw",
    "the number of typing errors on a page",
    "the height of a wave in decimetres",
)


@exercise(
    "table",
    kind="procedure",
    tests=(1,),
    difficulty=0.25,
    seconds=75,
    uses={"random-variables": 0.5},
    cases=("plain", "negative", "heavy-zero", "constant", "symmetric"),
)
def table(rng: Rng) -> Problem:
    """The expected value from a table of values and probabilities."""
    n = 2 if rng.case == "constant" else 3
    values, weights = _table(rng, n)
    if rng.case == "constant":
        values, weights = (rng.integer(-9, 9), rng.integer(10, 60)), (Fraction(1), Fraction(0))
    mean = _dot(values, weights)
    likely = [v for v, w in zip(values, weights, strict=True) if w == max(weights)]
    story = rng.choice(STORIES if min(values) < 0 else STORIES + NEVER_NEGATIVE)
    products = " + ".join(f"({v})*({typed(w)})" for v, w in zip(values, weights, strict=True))
    worked = " + ".join(f"({typed(v * w)})" for v, w in zip(values, weights, strict=True))
    return Problem(
        ask=f"$X$ is {story}, with\n\n{_markdown(values, weights)}\n\nWhat is $E[X]$?",
        answer=Number(mean),
        oracle=lambda: Number(_mean_of_tickets(values, weights)),
        mistakes=(
            Mistake(
                "plain-mean",
                Number(Fraction(sum(values), len(values))),
                "You took the plain mean of the values. They do not occur equally often: weigh each by its probability.",
            ),
            Mistake(
                "divided-again",
                Number(mean / len(values)),
                "The weights already add up to 1. There is nothing left to divide by.",
            ),
            *(
                Mistake(
                    "most-likely",
                    Number(value),
                    "That is the most probable value. The others pull too, each by value times probability.",
                )
                for value in likely
                if len(likely) == 1
            ),
        ),
        hints=("Each value times its probability.", "Then add. Nothing is divided."),
        solution=(
            Step(products, because="value times probability, for each column"),
            Step(worked, because="multiply"),
            Step(typed(mean), because="add up"),
        ),
    )


@dataclass(frozen=True)
class Bend:
    """A function of X: how it is written in X, how typed for a number, and what it does."""

    name: str
    at: str
    g: Callable[[int], Fraction]


@exercise(
    "of-g",
    kind="procedure",
    tests=(2,),
    difficulty=0.4,
    seconds=90,
    uses={"random-variables": 0.4, "functions": 0.3},
    cases=("square", "size", "reciprocal", "power", "straight"),
)
def of_g(rng: Rng) -> Problem:
    """The expected value of a function of X, without the table of the function."""
    a, b = rng.integer(2, 5), rng.integer(-6, 6, nonzero=True)
    bend = {
        "square": Bend("X^2", "({})^2", lambda x: Fraction(x * x)),
        "size": Bend("|X|", "|{}|", lambda x: Fraction(abs(x))),
        "reciprocal": Bend(f"{12 * a}/X", f"{12 * a}/({{}})", lambda x: Fraction(12 * a, x)),
        "power": Bend("2^X", "2^({})", lambda x: Fraction(2) ** x),
        "straight": Bend(
            f"{a}X + {b}" if b > 0 else f"{a}X - {-b}", f"({a}*({{}}) + ({b}))", lambda x: Fraction(a * x + b)
        ),
    }[rng.case]
    choices = {
        "square": range(-5, 6),
        "size": range(-6, 7),
        "reciprocal": (1, 2, 3, 4, 6, 12),
        "power": range(0, 6),
    }.get(rng.case, range(-4, 9))
    values = tuple(sorted(rng.sample(list(choices), 3)))
    if rng.case in ("square", "size"):
        k = rng.integer(1, 5)
        values = tuple(sorted((-k, k, rng.integer(-6, 6, avoid=(-k, k)))))
    weights = probabilities(rng, 3, rng.choice((4, 5, 6, 8, 10, 12)))
    answer = _dot([bend.g(v) for v in values], weights)
    mean = _dot(values, weights)
    terms = " + ".join(f"{bend.at.format(v)}*({typed(w)})" for v, w in zip(values, weights, strict=True))
    worked = " + ".join(f"({typed(bend.g(v))})*({typed(w)})" for v, w in zip(values, weights, strict=True))
    squared_weights = _dot([bend.g(v) for v in values], [w * w for w in weights])
    wrong = [
        Mistake(
            "changed-weights",
            Number(squared_weights),
            "You changed the weights too. Only the values go through the function; the probabilities stay.",
        ),
        Mistake(
            "plain-mean-of-g",
            Number(sum(map(bend.g, values), Fraction(0)) / 3),
            "You averaged the new values equally. Keep the weights of the table.",
        ),
    ]
    if rng.case in ("square", "size", "straight"):
        inner = {"square": mean * mean, "size": abs(mean), "straight": a * mean + b}[rng.case]
        if inner != answer:
            wrong.insert(
                0,
                Mistake(
                    "g-of-mean",
                    Number(inner),
                    "You put the mean into the function. Put each value in, and then take the mean.",
                    blames="expectation",
                ),
            )
    if rng.case == "reciprocal" and mean:
        wrong.insert(
            0,
            Mistake(
                "g-of-mean",
                Number(12 * a / mean),
                "You divided by the mean. Divide by each value, and then take the mean.",
                blames="expectation",
            ),
        )
    return Problem(
        ask=f"$X$ has the table\n\n{_markdown(values, weights)}\n\nWhat is $E[{tex(bend.name)}]$?",
        answer=Number(answer),
        oracle=lambda: Number(_mean_of_tickets([bend.g(v) for v in values], weights)),
        mistakes=tuple(wrong),
        hints=(
            "Change the values, keep the weights.",
            "Put each value of $X$ into the function, multiply by its probability, add.",
        ),
        solution=(
            Step(terms, because="each value through the function, its weight unchanged"),
            Step(worked, because="calculate the new values"),
            Step(typed(answer), because="multiply and add"),
        ),
    )


@exercise(
    "fair-price",
    kind="procedure",
    tests=(1,),
    difficulty=0.35,
    seconds=90,
    uses={"linear-equations": 0.3, "random-variables": 0.3},
    cases=("price", "prize", "refund"),
)
def fair_price(rng: Rng) -> Problem:
    """The price, or the prize, that makes the mean gain 0."""
    n = rng.choice((4, 5, 8, 10, 20))
    wins = rng.integer(1, n - 2)
    prize = n * rng.integer(1, 9)
    draws, many, one = rng.choice(
        (
            ("A turn of a wheel stops at one of its", "fields", "field"),
            ("You draw one of", "balls", "ball"),
            ("You draw one of", "tickets", "ticket"),
            ("You draw one of", "cards", "card"),
        )
    )
    lucky = f"{draws} {n} {many}, all equally probable; {f'{wins} of them win' if wins > 1 else 'one of them wins'}"
    if rng.case == "price":
        answer = Fraction(wins * prize, n)
        ask = f"{lucky} {prize} euro, the others nothing. At which price per game is the mean gain 0?"
        wrong = (
            Mistake("price-of-a-win", Number(prize), "That price would be fair if you won every time."),
            Mistake("half-of-prize", Number(Fraction(prize, 2)), "Winning and losing are not equally probable."),
        )
        lines = (
            Step(f"{wins}/{n}*{prize}", because="the mean prize: value times probability; losing adds 0"),
            Step(typed(answer), because="that much a game may cost"),
        )
    elif rng.case == "prize":
        price = wins * rng.integer(1, 6)
        answer = Fraction(price * n, wins)
        ask = f"{lucky} a prize, the others nothing. A game costs {price} euro. How many euro must the prize be for a mean gain of 0?"
        wrong = (
            Mistake(
                "odds-instead",
                Number(Fraction(price * (n - wins), wins)),
                "That is the prize on top of the price back. The prize has to pay for the winning games too.",
            ),
            Mistake(
                "price-times-places",
                Number(price * n),
                f"Of every {n} games, how many win? The money is shared among those.",
            ),
        )
        lines = (
            Step(f"{wins}/{n}*p = {price}", because="mean prize equals price"),
            Step(f"p = {typed(answer)}", because="solve"),
        )
    else:
        back = rng.integer(1, 4)
        answer = Fraction(wins * prize + (n - wins) * back, n)
        ask = f"{lucky} {prize} euro, the others {back} euro. At which price per game is the mean gain 0?"
        wrong = (
            Mistake("refund-forgotten", Number(Fraction(wins * prize, n)), "The losing games pay something too."),
            Mistake(
                "refund-always",
                Number(Fraction(wins * prize, n) + back),
                f"Only the games that do not win the {prize} pay {back} euro.",
            ),
        )
        lines = (
            Step(f"{wins}/{n}*{prize} + {n - wins}/{n}*{back}", because="each amount times its probability"),
            Step(typed(answer), because="calculate"),
        )
    return Problem(
        ask=ask,
        answer=Number(answer),
        oracle=lambda: Number(_fair_by_listing(rng.case, n, wins, prize, answer, back if rng.case == "refund" else 0)),
        mistakes=wrong,
        hints=(f"Take {n} games in which each {one} comes up once.", "Money in equals money out."),
        solution=lines,
        symbols={"p": "real"},
    )


@exercise(
    "balance",
    kind="construct",
    tests=(1,),
    difficulty=0.5,
    seconds=100,
    uses={"random-variables": 0.4},
    cases=("middle", "near-the-end", "unequal"),
)
def balance(rng: Rng) -> Problem:
    """Three positive weights on given values with a given mean."""
    low = rng.integer(-6, 4)
    values = (low, low + rng.integer(1, 4), low + rng.integer(5, 9))
    weights = {
        "middle": probabilities(rng, 3, 6),
        "near-the-end": (Fraction(1, 10), Fraction(1, 10), Fraction(4, 5)),
        "unequal": (Fraction(1, 2), Fraction(1, 3), Fraction(1, 6)),
    }[rng.case]
    if rng.case != "near-the-end":
        weights = tuple(rng.shuffle(weights))
    mean = _dot(values, weights)

    def good(p: tuple[Fraction, ...]) -> bool:
        return all(w > 0 for w in p) and sum(p) == 1 and _dot(values, p) == mean

    def says(p: tuple[Fraction, ...]) -> str:
        if any(w <= 0 for w in p):
            return "All three probabilities have to be positive."
        if sum(p) != 1:
            return f"Yours add up to ${tex(sum(p))}$."
        return f"With yours the mean is ${tex(_dot(values, p))}$."

    return Problem(
        ask=f"$X$ takes the values ${values[0]}$, ${values[1]}$ and ${values[2]}$. Give three positive probabilities, in this order, with $E[X] = {tex(mean)}$. Many are right.",
        answer=Property(Tuple, good, example=Tuple(weights)),
        consequence=says,
        mistakes=(
            Mistake(
                "mean-without-sum",
                Property(
                    Tuple, lambda p: sum(p) != 1 and _dot(values, p) == mean, example=Tuple(_off(values, weights))
                ),
                "The weighted sum is right, but your weights do not add up to 1.",
            ),
            Mistake(
                "zero-weight",
                Property(
                    Tuple,
                    lambda p: min(p) == 0 and sum(p) == 1 and _dot(values, p) == mean,
                    example=Tuple(_with_zero(values, mean)),
                ),
                "It balances there, but one of the values never happens: all three are to be positive.",
            ),
        ),
        hints=(
            "Two conditions for three numbers: the sum is 1, the weighted sum is the mean. Choose one freely, small.",
            "Choose a small first weight; then two equations are left for the other two.",
        ),
        solution=(
            Step("", because=f"take the weights {', '.join(f'${tex(w)}$' for w in weights)}; they add up to 1"),
            Step(typed(weights), because=f"and value times weight, added, gives ${tex(mean)}$"),
        ),
    )


@dataclass(frozen=True)
class Claim:
    """A sentence about expected values, how often it holds, and why."""

    text: str
    holds: str
    why: str


CLAIMS = {
    "place": (
        Claim(
            "$E[X]$ is one of the values that $X$ takes.",
            "sometimes",
            "A fair die never shows 3.5; a constant takes its mean.",
        ),
        Claim(
            "$E[X]$ is at least the smallest and at most the largest value that $X$ takes with positive probability.",
            "always",
            "Weights that add up to 1 cannot balance outside the beam.",
        ),
        Claim(
            "$E[X]$ is larger than every value of $X$.",
            "never",
            "Then every pile would lie on one side of the support.",
        ),
        Claim(
            "$E[X]$ is smaller than all values of positive probability but one.",
            "sometimes",
            "One far value can pull it: half at $-100$, the rest at 1 and 2. With three equal piles at 0, 1 and 2 it is not so.",
        ),
    ),
    "sign": (
        Claim(
            "If $E[X] > 0$, then $X$ is positive more often than not.",
            "sometimes",
            "With $-1$ in nine cases of ten and 20 in the tenth the mean is 1.1, and $X$ is mostly negative.",
        ),
        Claim(
            "If $X$ is never negative, then $E[X] \\geq 0$.",
            "always",
            "Every product of value and probability is at least 0.",
        ),
        Claim(
            "If $E[X] = 0$, then $X$ is always 0.",
            "sometimes",
            "It is so for the constant 0, and not for $-1$ and $1$, equally often.",
        ),
        Claim(
            "If $X$ is never negative and $E[X] = 0$, then $X$ is 0 with probability 1.",
            "always",
            "A sum of terms that are at least 0 is 0 only if each is.",
        ),
    ),
    "bend": (
        Claim(
            "$E[X^2] = (E[X])^2$.",
            "sometimes",
            "For a constant yes; for $-1$ and $1$, equally often, the left is 1 and the right 0.",
        ),
        Claim("$E[3X - 2] = 3E[X] - 2$.", "always", "Take 3 and 2 out of the sum; the weights add up to 1."),
        Claim(
            "$E[X^2] < (E[X])^2$.",
            "never",
            "The difference $E[X^2] - (E[X])^2$ is the mean of the squares $(X - E[X])^2$, which are at least 0.",
        ),
        Claim("$E[|X|] \\geq |E[X]|$.", "always", "With all values turned positive nothing cancels any more."),
    ),
    "change": (
        Claim(
            "Moving some probability from one value to a larger value raises $E[X]$.",
            "always",
            "Some sand moves to the right, none to the left.",
        ),
        Claim("Adding a value of probability 0 to the table changes $E[X]$.", "never", "It adds 0 to the sum."),
        Claim("Doubling all probabilities doubles $E[X]$.", "never", "There is no such table: they would add up to 2."),
        Claim(
            "Doubling all values doubles $E[X]$.",
            "always",
            "The 2 is a common factor of all terms; it holds for mean 0 too.",
        ),
    ),
}
HOW_OFTEN = {"always": "always", "sometimes": "sometimes, but not always", "never": "never"}


@exercise(
    "claims", kind="concept", tests=(1, 2), difficulty=0.45, seconds=50, cases=("place", "sign", "bend", "change")
)
def claims(rng: Rng) -> Problem:
    """Always, sometimes or never, for finite tables."""
    claim = rng.choice(CLAIMS[rng.case])
    told = {
        "always": "Look for a table that breaks it: two or three values are enough, far apart, or of different weight.",
        "sometimes": "Try a constant, then $-1$ and $1$ equally often. Do they agree with you?",
        "never": "Try the simplest table there is: a constant, or two equal piles.",
    }
    return Problem(
        ask=f"$X$ takes finitely many values. Is this true always, sometimes or never?\n\n> {claim.text}",
        answer=Choice(HOW_OFTEN, claim.holds, ordered=True),
        mistakes=tuple(
            Mistake(f"thought-{key}", Choice.pick(key), reply) for key, reply in told.items() if key != claim.holds
        ),
        hints=(
            "Think of the seesaw.",
            "Try tables with one value, with two equal piles, with one far value of little weight.",
        ),
        solution=(Step("", because=claim.why),),
    )


@exercise(
    "pull-out",
    kind="derivation",
    tests=(2,),
    difficulty=0.5,
    seconds=150,
    uses={"algebraic-expressions": 0.4},
    cases=("two-values", "with-minus", "both"),
)
def pull_out(rng: Rng) -> Problem:
    """Rewrite E[aX + b] for a variable with two values until E[X] can be read in it."""
    a = rng.integer(2, 9) * (-1 if rng.case == "both" else 1)
    b = rng.integer(2, 9) * (1 if rng.case == "two-values" else -1)
    u, v = rng.sample(("x", "y", "u", "v"), 2)
    low = f"({a}{u} + {b})p + ({a}{v} + {b})(1 - p)".replace("+ -", "- ")
    lines = (
        f"{a}{u}*p + {b}p + {a}{v}(1 - p) + {b}(1 - p)".replace("+ -", "- "),
        f"{a}({u}*p + {v}(1 - p)) + {b}".replace("+ -", "- "),
    )
    return Problem(
        ask=f"$X$ is ${u}$ with probability $p$ and ${v}$ with probability $1 - p$, so $E[X] = {u}p + {v}(1 - p)$. Start from $E[{a}X {'+' if b > 0 else '-'} {abs(b)}]$ as a sum and rewrite it until it stands there as ${a}$ times $E[X]$, and what is added.",
        answer=Derivation(low, lines),
        oracle=lambda: Derivation(low, lines),
        symbols={u: "real", v: "real", "p": "probability real"},
        mistakes=(
            Mistake(
                "added-twice",
                Derivation(low, (lines[0], f"{a}({u}*p + {v}(1 - p)) + {2 * b}".replace("+ -", "- "))),
                "The added number was counted twice. Its two weights, $p$ and $1 - p$, add up to 1.",
            ),
        ),
        hints=("Multiply out both brackets.", "Collect what has the factor, and what has not: $p + (1 - p)$ is 1."),
        solution=(
            Step(low, because="change the values, keep the weights"),
            Step(lines[0], because="multiply out"),
            Step(lines[1], because="the weights add up to 1"),
        ),
    )


@exercise(
    "expect",
    kind="code",
    tests=(1, 2),
    difficulty=0.4,
    seconds=180,
    cases=("square", "general", "one-value", "minus"),
)
def expect(rng: Rng) -> Problem:
    """The expected value of a quadratic function of X from two arrays."""
    name = rng.choice(("expect", "mean_of", "weighed", "average"))
    first, second = rng.choice(("x", "values", "v")), rng.choice(("p", "weights", "w"))
    a = -rng.integer(1, 3) if rng.case == "minus" else rng.integer(1, 4)
    b = 0 if rng.case == "square" else rng.integer(-4, 4, nonzero=True)
    c = rng.integer(-5, 5)

    def reference(values: np.ndarray, weights: np.ndarray) -> float:
        return float(sum((a * x * x + b * x + c) * w for x, w in zip(values, weights, strict=True)))

    def source(body: str) -> str:
        return f"import numpy as np\n\n\ndef {name}({first}, {second}):\n    {body}\n"

    g = f"{a} * {first}**2" + (f" + {b} * {first}" if b else "") + (f" + {c}" if c else "")
    g = g.replace("+ -", "- ")
    tables = [
        ([0.0, 1.0, 3.0], [0.5, 0.25, 0.25]),
        ([-2.0, 2.0], [0.5, 0.5]),
        ([7.0], [1.0]),
        ([1.0, 2.0, 3.0, 10.0], [0.4, 0.3, 0.2, 0.1]),
    ]
    if rng.case == "one-value":
        tables = [([float(rng.integer(2, 9))], [1.0]), *tables]
    square = {1: "X^2", -1: "-X^2"}.get(a, f"{a}X^2")
    formula = square + "".join(
        f" {'+' if number > 0 else '-'} {abs(number) if letter == '' or abs(number) != 1 else ''}{letter}"
        for number, letter in ((b, "X"), (c, ""))
        if number
    )
    return Problem(
        ask=f"`{first}` is an array of values of $X$, `{second}` the array of their probabilities. Write `{name}({first}, {second})`: the number $E[{tex(formula)}]$.",
        answer=Code(
            name,
            source=source(f"return (({g}) * {second}).sum()"),
            reference=reference,
            inputs=[(np.array(x), np.array(p)) for x, p in tables],
            starter=source("return ..."),
        ),
        mistakes=(
            Mistake(
                "g-of-mean",
                Code(
                    name,
                    source=source(f"m = ({first} * {second}).sum()\n    return {g.replace(first, 'm')}"),
                    reference=lambda x, p: a * (x @ p) ** 2 + b * (x @ p) + c,
                ),
                "You put the mean into the function. Put each value in, then weigh.",
            ),
            Mistake(
                "unweighted",
                Code(
                    name,
                    source=source(f"return ({g}).mean()"),
                    reference=lambda x, p: float(np.mean(a * x * x + b * x + c)),
                ),
                "A plain mean: the probabilities are not used.",
            ),
        ),
        hints=("Arrays calculate entry by entry: first the new values.", "Multiply by the weights and add."),
        solution=(Step("", because="new values entry by entry, times the weights, added up"),),
    )


@exercise(
    "invoice",
    kind="transfer",
    tests=(2,),
    difficulty=0.6,
    seconds=150,
    uses={"random-variables": 0.3},
    cases=("mean-of-ratios", "ratio-of-totals", "one-trip"),
)
def invoice(rng: Rng) -> Problem:
    """Mean cost per unit of a random order, against cost per unit in the long run: two different numbers."""
    thing, unit, per = rng.choice(
        (
            ("reply", "tokens", "a thousand tokens"),
            ("parcel", "kilograms", "a kilogram"),
            ("call", "minutes", "a minute"),
            ("trip", "kilometres", "a kilometre"),
            ("wash", "shirts", "a shirt"),
        )
    )
    small, large = rng.choice(((2, 10), (3, 15), (2, 8), (4, 20), (5, 20), (3, 12)))
    rate_small, rate_large = rng.integer(3, 9), rng.integer(1, 2)
    cost_small, cost_large = small * rate_small, large * rate_large
    share = rng.choice((Fraction(1, 2), Fraction(3, 4), Fraction(4, 5), Fraction(2, 3)))
    percent = f"${tex(share)}$"
    told = f"A {thing} is small with probability {percent}: {small} {unit} for {cost_small} cent. Otherwise it is large: {large} {unit} for {cost_large} cent."
    if unit == "tokens":
        told = told.replace(f"{small} {unit}", f"{small},000 {unit}").replace(f"{large} {unit}", f"{large},000 {unit}")
    tools = {
        "each": f"Work out the price of {per} for each kind, then weigh by how often that kind comes",
        "totals": f"Weigh costs and sizes first, then divide all the cost by all the {unit}",
        "one": "Weigh the costs alone, and divide nothing",
    }
    ratios = share * rate_small + (1 - share) * rate_large
    totals = (share * cost_small + (1 - share) * cost_large) / (share * small + (1 - share) * large)
    cost = share * cost_small + (1 - share) * cost_large
    right, answer, question = {
        "mean-of-ratios": (
            "each",
            ratios,
            f"You pick a {thing} at random and note its price per {per.split(' ', 1)[1]}. What do such notes average to, in the long run?",
        ),
        "ratio-of-totals": (
            "totals",
            totals,
            f"At the end of a long year you divide the whole bill by all the {unit}{' (in thousands)' if unit == 'tokens' else ''}. What do you find?",
        ),
        "one-trip": ("one", cost, f"What does a {thing} cost on average?"),
    }[rng.case]
    other = {"each": totals, "totals": ratios, "one": (Fraction(cost_small + cost_large, 2))}[right]
    wrong_tool = {"each": "totals", "totals": "each", "one": "each"}[right]
    by_tool = {
        "each": f"{typed(share)}*{rate_small} + {typed(1 - share)}*{rate_large}",
        "totals": f"({typed(share)}*{cost_small} + {typed(1 - share)}*{cost_large})/({typed(share)}*{small} + {typed(1 - share)}*{large})",
        "one": f"{typed(share)}*{cost_small} + {typed(1 - share)}*{cost_large}",
    }[right]
    return Problem(
        ask=f"{told} {question}",
        answer=WithTool(tools, right, Number(answer)),
        oracle=lambda: WithTool(tools, right, Number(_by_many(share, (cost_small, small), (cost_large, large), right))),
        mistakes=(
            Mistake(
                "other-average",
                Used(wrong_tool),
                f"Nothing is asked here about {per}: the question is what one {thing} costs."
                if right == "one"
                else "Two averages are at hand here, and they differ. What is counted once: each piece, or each unit?",
            ),
            Mistake(
                "other-number",
                Used(right, Number(other)),
                "That is the plain mean of the two costs. Small and large ones do not come equally often."
                if right == "one"
                else "The right choice, but the number belongs to another one. Calculate once more, as you said.",
            ),
        ),
        hints=(
            f"Take {share.denominator} of them, {share.numerator} of them small, and write down what is asked.",
            "What is averaged: the costs themselves, or costs per unit? And does a large one count once, or as often as it has units?",
        ),
        solution=(
            Step(by_tool, because=tools[right][0].lower() + tools[right][1:]),
            Step(typed(answer), because="calculate"),
        ),
    )


@exercise("recall-sum", kind="recall", keep=(1,), difficulty=0.25, seconds=25)
def recall_sum(rng: Rng) -> Problem:
    """A two-line table in the head."""
    n = rng.choice((3, 4, 5, 10))
    k = rng.integer(1, n - 1, avoid=(n // 2,) if n % 2 == 0 else ())
    win, lose = n * rng.integer(2, 6), rng.choice((0, 0, n, -n))
    mean = Fraction(win * k + lose * (n - k), n)
    return Problem(
        ask=f"$X$ is ${win}$ with probability ${tex(Fraction(k, n))}$, otherwise ${lose}$. What is $E[X]$?",
        answer=Number(mean),
        oracle=lambda: Number(_mean_of_tickets((win, lose), (Fraction(k, n), Fraction(n - k, n)))),
        mistakes=(
            Mistake("plain-mean", Number(Fraction(win + lose, 2)), "Weigh the two by their probabilities."),
            Mistake("wrong-weights", Number(Fraction(lose * k + win * (n - k), n)), "The weights are exchanged."),
        ),
        hints=("Value times probability, twice.",),
        solution=(
            Step(
                f"{typed(Fraction(k, n))}*{win} + {typed(Fraction(n - k, n))}*({lose})",
                because="value times probability",
            ),
            Step(typed(mean), because="add"),
        ),
    )


@exercise("recall-not-likely", kind="recall", keep=(2,), difficulty=0.3, seconds=25)
def recall_not_likely(rng: Rng) -> Problem:
    """Why the expected value need not be expected."""
    what, mean = rng.choice(
        (
            ("A die", "3.5"),
            ("A family", "1.6 children"),
            ("A coin worth 1 for heads, 0 for tails", "0.5"),
            ("A lottery ticket that wins 10 once in ten times", "1"),
            ("A step of $-1$ or $1$, equally often,", "0"),
            ("A household", "2.3 people"),
            ("A page", "0.4 errors"),
            ("A dog", "3.98 legs"),
            ("A spin of 0 or 10", "5"),
        )
    )
    options = {
        "balance": "Nothing: it is what averages of many settle on, and need not be a value at all.",
        "wrong": "The mean was rounded wrongly: it has to be one of the values.",
        "likely": "That this value comes up most often.",
    }
    return Problem(
        ask=f"{what} has the mean {mean}. Nobody has ever seen that value. What is wrong?",
        answer=Choice(options, "balance"),
        mistakes=(
            Mistake("must-be-a-value", Choice.pick("wrong"), "Where does a seesaw with sand on 0 and on 1 balance?"),
            Mistake("most-likely", Choice.pick("likely"), "That is the mode. The mean is a balance point."),
        ),
        hints=("Think of the seesaw.",),
        solution=(Step("", because="it is a balance point; there need not be sand on it"),),
    )


@exercise("recall-keep-weights", kind="recall", keep=(3,), difficulty=0.35, seconds=30)
def recall_keep_weights(rng: Rng) -> Problem:
    """The mean of the square of a two-valued variable."""
    k, n = rng.integer(2, 9), rng.choice((2, 4, 5, 10))
    j = rng.integer(1, n - 1)
    p = Fraction(j, n)
    return Problem(
        ask=f"$X$ is ${k}$ with probability ${tex(p)}$, otherwise 0. What is $E[X^2]$?",
        answer=Number(k * k * p),
        oracle=lambda: Number(_mean_of_tickets((k * k, 0), (p, 1 - p))),
        mistakes=(
            Mistake(
                "square-of-mean",
                Number((k * p) ** 2),
                "That is the square of the mean. Square the values, keep the weights.",
            ),
            Mistake("mean-of-x", Number(k * p), "That is $E[X]$."),
        ),
        hints=("Square the values, keep the weights.",),
        solution=(
            Step(f"{k}^2*{typed(p)} + 0^2*{typed(1 - p)}", because="squared values, same weights"),
            Step(typed(k * k * p), because="calculate"),
        ),
    )


@exercise("recall-when-not", kind="recall", keep=(4,), difficulty=0.35, seconds=25)
def recall_when_not(rng: Rng) -> Problem:
    """When the mean may be put into the function."""
    g, ok = rng.choice(
        (
            ("3X + 1", True),
            ("X^2", False),
            ("1/X", False),
            ("2 - X", True),
            ("2^X", False),
            ("X/7", True),
            ("|X|", False),
            ("X^3", False),
            ("5", True),
        )
    )
    options = {"yes": "for every table", "no": "not for every table"}
    return Problem(
        ask=f"Let $X$ take finitely many positive and negative values, none of them 0, and $E[X] \\neq 0$. Is $E[{tex(g)}]$ what you get by putting $E[X]$ in for $X$?",
        answer=Choice(options, "yes" if ok else "no", ordered=True),
        mistakes=(
            Mistake(
                "bent" if ok else "straight",
                Choice.pick("no" if ok else "yes"),
                "The graph of the function decides: is it a straight line?",
            ),
        ),
        hints=("Is its graph a straight line?",),
        solution=(Step("", because="a straight line goes through the sum, a bend does not"),),
    )


DOWNLOAD = Guess(
    "download",
    ask="How long does a download take, on average over many days?",
    options={"eight": "8 s", "ten": "10 s", "twelve": "12.5 s", "twenty-five": "25 s"},
    believes="eight",
    truth="twelve",
)

HEAVIER = Contrast(
    "heavier",
    ask="Does the seesaw balance at 5?",
    labels=("balances at 5", "balances elsewhere"),
    pairs=(
        Pair(
            "half of the sand at 0, half at 10",
            "nine tenths at 0, one tenth at 10",
            "The same two places, other weights: $0.5 \\cdot 10 = 5$, and $0.1 \\cdot 10 = 1$.",
        ),
        Pair(
            "half at 4, half at 6",
            "half at 4, half at 16",
            "The same weights, one place farther out: $2 + 3 = 5$, and $2 + 8 = 10$.",
        ),
        Pair(
            "all of it at 5, none at 1000000",
            "all but a millionth at 5, a millionth at 1000000",
            "No sand, no pull. A millionth of the sand at a million pulls as much as 1, and moves the balance to almost 6.",
        ),
    ),
)

GROUPING = Proof(
    "grouping",
    claim="$E[X^2]$, from the table of $X^2$, is the sum of squared values of $X$ times their own weights.",
    lines=(
        Given(
            "0*b + 1*(a + c)",
            because="the table of $X^2$: it is 0 with probability $b$, and 1 with probability $a + c$",
        ),
        Open(
            "0*b + 1*a + 1*c",
            because="split the group: its values all have the same square",
            instead=("$a$ and $c$ are equal", "the weights add up to 1", "1 is the largest value"),
        ),
        Open(
            "(-1)^2*a + 0^2*b + 1^2*c",
            because="write each square with the value of $X$ that it came from",
            hint="Which value of $X$ does each of the three weights belong to? Write its square.",
        ),
    ),
    symbols={"a": "probability real", "b": "probability real", "c": "probability real"},
)


def _table(rng: Rng, n: int) -> tuple[tuple[int, ...], tuple[Fraction, ...]]:
    """Values in order and their probabilities, with the feature of the case."""
    if rng.case == "symmetric":
        c, k = rng.integer(-5, 9), rng.integer(1, 6)
        side = rng.choice((Fraction(1, 4), Fraction(1, 3), Fraction(1, 5), Fraction(2, 5)))
        return (c - k, c, c + k), (side, 1 - 2 * side, side)
    low = -9 if rng.case == "negative" else 1
    values = sorted(rng.sample(range(low, 13), n))
    if rng.case == "negative" and values[0] >= 0:
        values[0] = -rng.integer(1, 9)
    weights = probabilities(rng, n, rng.choice((4, 5, 6, 8, 10)))
    if rng.case == "heavy-zero":
        values, weights = [0, *values[1:]], (Fraction(7, 10), Fraction(1, 5), Fraction(1, 10))
    return tuple(values), weights


def _markdown(values: tuple[int, ...], weights: tuple[Fraction, ...]) -> str:
    """The table of a random variable."""
    head = "| value | " + " | ".join(f"${v}$" for v in values) + " |"
    rule = "|---|" + "---|" * len(values)
    return "\n".join((head, rule, "| probability | " + " | ".join(f"${tex(w)}$" for w in weights) + " |"))


def _mean_of_tickets(values: Sequence[int | Fraction], weights: tuple[Fraction, ...]) -> Fraction:
    """The plain mean of a drawer of tickets in which each value lies as often as its weight says."""
    whole = int(np.lcm.reduce([w.denominator for w in weights]))
    tickets = [value for value, w in zip(values, weights, strict=True) for _ in range(int(w * whole))]
    return Fraction(sum(tickets)) / len(tickets)


def _fair_by_listing(case: str, n: int, wins: int, prize: int, answer: Fraction, back: int) -> Fraction:
    """The price (or prize) from n games in which each place comes up once."""
    if case == "prize":
        price = answer * wins / n
        return Fraction(sum([price] * n)) / wins
    return Fraction(sum([prize] * wins + [back] * (n - wins)), n)


def _by_many(share: Fraction, small: tuple[int, int], large: tuple[int, int], what: str) -> Fraction:
    """The average asked for, from a list of orders in the right shares."""
    count = share.denominator
    orders = [small] * int(share * count) + [large] * int((1 - share) * count)
    if what == "each":
        return sum((Fraction(cost, size) for cost, size in orders), Fraction(0)) / count
    if what == "totals":
        return Fraction(sum(cost for cost, _ in orders), sum(size for _, size in orders))
    return Fraction(sum(cost for cost, _ in orders), count)


def _dot(values: Sequence[int | Fraction], weights: Sequence[Fraction]) -> Fraction:
    return sum((v * w for v, w in zip(values, weights, strict=True)), Fraction(0))


def _off(values: tuple[int, ...], weights: tuple[Fraction, ...]) -> tuple[Fraction, ...]:
    """Weights with the same weighted sum that do not add up to 1."""
    first, second, third = weights
    a, b, _ = values
    return (first + b, second - a, third) if a != b and b - a != 0 else weights


def _with_zero(values: tuple[int, ...], mean: Fraction) -> tuple[Fraction, ...]:
    """Weights on the two outer values alone."""
    low, _, high = values
    top = (mean - low) / (high - low)
    return 1 - top, Fraction(0), top
