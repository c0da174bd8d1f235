"""Exercises on the dot product: compute it, rearrange it, choose its weights, say what makes sense, program it, use it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import product

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
from agnesi.authoring.answers import Choice, Code, Derivation, Number, Property, Used, Vector, WithTool, Wrote
from agnesi.authoring.claims import CASES, Claim, claimed
from agnesi.authoring.draw import Ints, dot, orthogonal

which_song = Guess(
    "which-song",
    ask="Your taste is $(3, 1)$: you like it loud, and a little sad. A song is scored by multiplying loud with loud, "
    "sad with sad, and adding. What does the song $(1, -3)$ score?",
    options={"list": "$(3, -3)$", "zero": "$0$", "sums": "$-8$", "six": "$6$"},
    believes="list",
    truth="zero",
)

agree_or_not = Contrast(
    "agree-or-not",
    ask="Multiply entry by entry, then add. Where is the result positive?",
    labels=("positive: they agree", "not positive"),
    pairs=(
        Pair(
            "$(3, 1)$ and $(1, 2)$", "$(3, 1)$ and $(1, -3)$", "$3 + 2 = 5$, but $3 - 3 = 0$: neither for nor against."
        ),
        Pair(
            "$(3, 1)$ and $(2, -1)$",
            "$(3, 1)$ and $(-2, 1)$",
            "$6 - 1 = 5$; the song turned round gives $-6 + 1 = -5$.",
        ),
        Pair(
            "$(0, 2)$ and $(5, 1)$",
            "$(0, 2)$ and $(5, 0)$",
            "$0 + 2 = 2$; in the other pair each has what the other lacks.",
        ),
        Pair(
            "$(3)$ and $(2)$", "$(3)$ and $(0)$", "One entry is enough: $6$. A list of zeros agrees with nobody: $0$."
        ),
    ),
)

splits = Proof(
    "splits",
    claim=r"For $a, b, c \in \mathbb{R}^n$: $\quad a \cdot (b + c) = a \cdot b + a \cdot c.$",
    lines=(
        Given("a_1(b_1 + c_1) + a_2(b_2 + c_2)", "the definition, for two entries; those of $b + c$ are $b_i + c_i$"),
        Open(
            "a_1 b_1 + a_1 c_1 + a_2 b_2 + a_2 c_2",
            "each bracket is multiplied out",
            hint="These are numbers. What is $a_1(b_1 + c_1)$ without its bracket?",
        ),
        Open(
            "(a_1 b_1 + a_2 b_2) + (a_1 c_1 + a_2 c_2)",
            "numbers may be added in any order, so those with $b$ come first",
            instead=("$b$ and $c$ have the same entries", "$a$ and $b$ may be swapped"),
        ),
        Given(
            "", r"the brackets are $a \cdot b$ and $a \cdot c$; more entries bring more terms, and nothing else changes"
        ),
    ),
    symbols=dict.fromkeys(("a_1", "a_2", "b_1", "b_2", "c_1", "c_2"), "real"),
)


@exercise(
    "compute",
    kind="procedure",
    tests=(1,),
    difficulty=0.2,
    seconds=40,
    uses={"vectors": 0.5},
    cases=("positive", "signs", "a-zero", "result-zero", "four-entries", "one-entry"),
)
def compute(rng: Rng) -> Problem:
    """Two vectors of small integers; the answer is a number, never a vector."""
    a, b = _two_vectors(rng)
    products = [x * y for x, y in zip(a, b, strict=True)]
    return Problem(
        ask=rf"Let $a = {tex(a)}$ and $b = {tex(b)}$. What is $a \cdot b$?",
        given=r"$a \cdot b =$",
        answer=Number(sum(products)),
        oracle=lambda: Number(int(np.dot(a, b))),
        mistakes=(
            *(
                [Mistake("kept-entries", Vector(products), "The products are right. Now add them.")]
                if len(a) > 1
                else []
            ),
            Mistake(
                "summed-first", Number(sum(a) * sum(b)), "You added each list first. Multiply entry by entry, then add."
            ),
            Mistake("lost-signs", Number(sum(map(abs, products))), "Look at the signs: plus times minus is minus."),
            Mistake(
                "added-pairs",
                Number(sum(a) + sum(b)),
                "You added everything. Each pair is multiplied; only then comes the sum.",
            ),
        ),
        hints=(
            "Pair first with first, second with second.",
            "Multiply within each pair. Then make one number of what you have.",
        ),
        solution=(Step(_entry_by_entry(a, b), because="entry by entry"), Step(typed(sum(products)), because="add up")),
    )


def _two_vectors(rng: Rng) -> tuple[Ints, Ints]:
    a = rng.integers(3, nonzero=True)
    match rng.case:
        case "positive":
            return rng.integers(3, 1, 6), rng.integers(3, 1, 6)
        case "a-zero":
            return tuple(rng.shuffle((0, *a[1:]))), rng.integers(3, nonzero=True)
        case "result-zero":
            return a, rng.until(lambda: orthogonal(rng, a, 6), all)
        case "four-entries":
            return rng.integers(4, -4, 4), rng.integers(4, -4, 4, nonzero=True)
        case "one-entry":
            return rng.integers(1, -9, 9, nonzero=True), rng.integers(1, -9, 9, nonzero=True)
    return a, rng.until(
        lambda: rng.integers(3, nonzero=True), lambda b: any(x * y < 0 for x, y in zip(a, b, strict=True))
    )


@exercise(
    "simplify",
    kind="procedure",
    tests=(1,),
    difficulty=0.45,
    seconds=60,
    uses={"vectors": 0.2, "algebraic-expressions": 0.3},
    cases=("sum", "difference", "multiples", "turned-round", "zero"),
)
def simplify(rng: Rng) -> Problem:
    """A combination of two vectors times a third, from two dot products alone."""
    p, q = rng.integer(-6, 6, nonzero=True, avoid=(1,)), rng.integer(-6, 6, nonzero=True, avoid=(1,))
    if rng.case == "zero":
        q = 0
    k, m = rng.integer(2, 5), rng.integer(-4, 4, nonzero=True)
    if rng.case in ("sum", "difference"):
        k, m = 1, 1 if rng.case == "sum" else -1
    mixed = _combination((k, "a"), (m, "b"))
    asked = rf"c \cdot ({mixed})" if rng.case == "turned-round" else rf"({mixed}) \cdot c"
    apart = _combination((k, r"(a \cdot c)"), (m, r"(b \cdot c)"))
    return Problem(
        ask=rf"Of three vectors you know only $a \cdot c = {p}$ and $b \cdot c = {q}$. What is ${asked}$?",
        answer=Number(k * p + m * q),
        oracle=lambda: Number(int(np.dot(k * np.array((p, 7)) + m * np.array((q, -2)), (1, 0)))),
        mistakes=(
            Mistake(
                "forgot-factors",
                Number(p + (q if m > 0 else -q)),
                "A factor in the bracket multiplies its number too.",
            ),
            Mistake(
                "lost-minus", Number(k * p - m * q), "Look again at the signs: of the factors, and of the two numbers."
            ),
            Mistake(
                "multiplied",
                Number(k * p * m * q),
                "The bracket is a sum, so its dot product with $c$ is a sum as well.",
            ),
        ),
        hints=(
            "The dot product of a sum is a sum of dot products.",
            "Each factor stands in front of its own dot product.",
        ),
        solution=(
            Step("", because=f"split the sum, and take the factors out: ${asked} = {apart}$"),
            Step(f"({k})*({p}) + ({m})*({q})", because="put in what is known"),
            Step(typed(k * p + m * q), because="calculate"),
        ),
    )


@exercise(
    "as-weights",
    kind="procedure",
    tests=(2,),
    difficulty=0.3,
    seconds=45,
    uses={"vectors": 0.3},
    cases=("in-order", "mixed-order", "one-missing", "bare-letters", "constant"),
)
def as_weights(rng: Rng) -> Problem:
    """A weighted sum in letters; give the list of weights that makes it a dot product."""
    w = list(rng.until(lambda: rng.integers(4, -6, 6, nonzero=True), lambda drawn: len(set(drawn)) == 4))
    if rng.case == "one-missing":
        w[rng.integer(0, 3)] = 0
    if rng.case == "bare-letters":
        w[rng.integer(0, 1)], w[rng.integer(2, 3)] = 1, -1
    names = ["", "x_1", "x_2", "x_3"] if rng.case == "constant" else ["x_1", "x_2", "x_3", "x_4"]
    there = [i for i in range(4) if w[i]]
    shown = there if rng.case == "in-order" else rng.until(lambda: rng.shuffle(there), lambda order: order != there)
    features = f"({', '.join(name or '1' for name in names)})"
    return Problem(
        ask=f"A score is $s = {_combination(*((w[i], names[i]) for i in shown))}$, and the features are $x = {features}$. "
        r"For which $w$ is it $w \cdot x$?",
        given="$w =$",
        answer=Vector(w),
        oracle=lambda: Vector([int(sum(w[i] * unit[i] for i in shown)) for unit in np.eye(4, dtype=int)]),
        mistakes=(
            Mistake(
                "as-written",
                Vector(w[i] for i in shown),
                "Read the list $x$ from left to right: each weight stands where its feature stands.",
            ),
            Mistake(
                "left-out",
                Vector(one for one in w if one),
                "A feature that does not appear still has its place in the list.",
            ),
            Mistake(
                "bare-is-zero",
                Vector(0 if abs(one) == 1 and name else one for one, name in zip(w, names, strict=True)),
                "A letter without a number counts once.",
            ),
            *(
                [
                    Mistake(
                        "constant-dropped",
                        Vector((0, *w[1:])),
                        "A number of $s$ stands alone. Which entry of $x$ does it multiply?",
                    )
                ]
                if rng.case == "constant"
                else []
            ),
            Mistake("lost-signs", Vector(map(abs, w)), "A subtracted feature has a negative weight."),
        ),
        hints=(
            "Go through $x$ from left to right and look for each feature in $s$.",
            "A feature that is missing has a weight too. Which one?",
        ),
        solution=(
            Step(
                "",
                because="for each entry of $x$, from left to right, take the number before it in $s$: "
                + (
                    "what stands alone belongs to the entry 1"
                    if rng.case == "constant"
                    else "1 or -1 where only a sign stands, 0 where it is missing"
                ),
            ),
            Step(typed(w), because="write them in this order"),
        ),
    )


@exercise(
    "weights",
    kind="construct",
    tests=(2,),
    difficulty=0.45,
    seconds=60,
    uses={"vectors": 0.3},
    cases=("two-entries", "three-entries", "negative", "score-zero"),
)
def weights(rng: Rng) -> Problem:
    """Any weights without a zero that give the song its score: judged by the property."""
    song, example = _song_and_weights(rng)
    score = dot(example, song)
    return Problem(
        ask=f"A song is $x = {tex(song)}$. Give weights $w$, none of them zero, that score it $w \\cdot x = {score}$.",
        given="$w =$",
        answer=Property(Vector, lambda w: w.dot(song) == score and all(w), example=Vector(example)),
        oracle=lambda: Property(
            Vector, lambda w: sum(int(x) * y for x, y in zip(w, song, strict=True)) == score, Vector(example)
        ),
        consequence=lambda w: f"Yours score it ${tex(w.dot(song))}$.",
        mistakes=(
            Mistake(
                "added-weights",
                Property(Vector, lambda w: sum(w) == score != w.dot(song), example=Vector(_adding_up(score, song))),
                "Your weights add up to the score. Each one multiplies its entry first.",
            ),
            Mistake(
                "a-zero",
                Property(Vector, lambda w: not all(w), example=Vector((0,) * len(song))),
                "None of the weights may be zero: every feature is to have a say.",
            ),
        ),
        hints=(
            "There is one equation for all the weights: choose all but one as you like.",
            "What must the last one make up?",
        ),
        solution=(
            Step(_entry_by_entry(example, song), because=f"take $w = {tex(example)}$, for one, and go entry by entry"),
            Step(typed(score), because="add up"),
        ),
    )


def _song_and_weights(rng: Rng) -> tuple[Ints, Ints]:
    n = 2 if rng.case == "two-entries" else 3
    song = rng.until(lambda: rng.integers(n, 1, 5), lambda drawn: len(set(drawn)) > 1)
    if rng.case == "negative":
        song = (-song[0], *song[1:])
    if rng.case == "score-zero":
        return song, rng.until(lambda: orthogonal(rng, song), all)
    return song, rng.until(lambda: rng.integers(n, nonzero=True), lambda w: dot(w, song) not in (0, *song))


def _adding_up(score: int, song: Ints) -> Ints:
    """Weights that add up to the score and do not score the song so."""
    others = product((1, 2, 3), repeat=len(song) - 1)
    tries = ((score - sum(rest), *rest) for rest in others)
    return next(w for w in tries if dot(w, song) != score)


@dataclass(frozen=True)
class Writing:
    """Something written with dots and brackets, what it is, why, and the road by which the oracle finds that."""

    shown: str
    makes: str
    because: str
    kind: Callable[[str, str, str], str]


def _dot(x: str, y: str) -> str:
    return "number" if x == y == "vector" else "nothing"


def _times(x: str, y: str) -> str:
    return {("number", "number"): "number", ("number", "vector"): "vector", ("vector", "number"): "vector"}.get(
        (x, y), "nothing"
    )


def _plus(x: str, y: str) -> str:
    return x if x == y else "nothing"


WRITINGS = (
    Writing(r"{a} \cdot {b}", "number", "two lists go in, one number comes out", lambda a, b, c: _dot(a, b)),
    Writing(
        r"({a} \cdot {b})\,{c}",
        "vector",
        "the bracket is a number, and it scales the list behind it",
        lambda a, b, c: _times(_dot(a, b), c),
    ),
    Writing(
        r"({a} \cdot {b}) \cdot {c}",
        "nothing",
        "the bracket is a number, and the second dot needs two lists",
        lambda a, b, c: _dot(_dot(a, b), c),
    ),
    Writing(
        r"{a} \cdot ({b} \cdot {c})",
        "nothing",
        "behind the first dot stands a number, not a list",
        lambda a, b, c: _dot(a, _dot(b, c)),
    ),
    Writing(
        r"{a} \cdot {b} + {c}", "nothing", "a number and a list cannot be added", lambda a, b, c: _plus(_dot(a, b), c)
    ),
    Writing(
        r"{a} + ({b} \cdot {c})", "nothing", "a list and a number cannot be added", lambda a, b, c: _plus(a, _dot(b, c))
    ),
    Writing(r"|{a} \cdot {b}|", "number", "the absolute value of a number is a number", lambda a, b, c: _dot(a, b)),
    Writing(
        r"{a} \cdot ({b} + {c})",
        "number",
        "the bracket is a list, so two lists go in",
        lambda a, b, c: _dot(a, _plus(b, c)),
    ),
    Writing(
        r"({a} \cdot {b})({b} \cdot {c})",
        "number",
        "a number times a number",
        lambda a, b, c: _times(_dot(a, b), _dot(b, c)),
    ),
    Writing(
        r"{a} + ({b} \cdot {c})\,{a}",
        "vector",
        "the bracket scales a list, and list plus list is a list",
        lambda a, b, c: _plus(a, _times(_dot(b, c), a)),
    ),
    Writing(
        r"{a} \cdot \bigl(({b} \cdot {c})\,{a}\bigr)",
        "number",
        "the large bracket is a scaled list, so two lists go in",
        lambda a, b, c: _dot(a, _times(_dot(b, c), a)),
    ),
    Writing(
        r"{a} \cdot {b} - {b} \cdot {c}",
        "number",
        "a number minus a number",
        lambda a, b, c: _plus(_dot(a, b), _dot(b, c)),
    ),
    Writing(
        r"({a} \cdot {b})({a} + {c})",
        "vector",
        "a number scales a list",
        lambda a, b, c: _times(_dot(a, b), _plus(a, c)),
    ),
    Writing(
        r"({a} \cdot {a})\,{b} - ({a} \cdot {b})\,{a}",
        "vector",
        "two scaled lists, one less the other",
        lambda a, b, c: _plus(_times(_dot(a, a), b), _times(_dot(a, b), a)),
    ),
)


@exercise(
    "makes-sense",
    kind="concept",
    tests=(1,),
    difficulty=0.35,
    seconds=35,
    uses={"vectors": 0.3},
    cases=("number", "vector", "nothing"),
)
def makes_sense(rng: Rng) -> Problem:
    """Which writings with dots are numbers, which are vectors, and which have no meaning."""
    writing = rng.choice([one for one in WRITINGS if one.makes == rng.case])
    letters = dict(zip("abc", rng.shuffle(rng.choice(("abc", "uvw", "xyz", "pqr"))), strict=True))
    options = {"is-number": "a number", "is-vector": "a vector", "is-nothing": "it has no meaning"}
    return Problem(
        ask=f"${', '.join(sorted(letters.values()))}$ are vectors of one length. What is ${writing.shown.format(**letters)}$?",
        answer=Choice(options, f"is-{writing.makes}", ordered=True),
        oracle=lambda: Choice(options, "is-" + writing.kind("vector", "vector", "vector")),
        mistakes=(
            Mistake(
                "all-numbers",
                Choice.pick("is-number"),
                "Go from the inside out. What goes into the last step: numbers, lists, or one of each?",
            ),
            Mistake(
                "all-lists",
                Choice.pick("is-vector"),
                "A dot product of two lists is one number. Put the word *number* in its place and read again.",
            ),
            Mistake(
                "forbids",
                Choice.pick("is-nothing"),
                "Go from the inside out. A number may stand beside a number, and in front of a list.",
            ),
        ),
        hints=(
            "Put the word *number* in the place of each dot product of two lists.",
            "What does the last step join, and may it?",
        ),
        solution=(Step("", because=writing.because),),
    )


CLAIMS = (
    Claim(
        r"{a} \cdot {b} = {b} \cdot {a}",
        "always",
        "Write both sides with entries.",
        lambda a, b, c, k: dot(a, b) == dot(b, a),
    ),
    Claim(
        r"({k}{a}) \cdot {b} = {a} \cdot ({k}{b})",
        "always",
        "Write both sides with entries.",
        lambda a, b, c, k: dot(_scaled(k, a), b) == dot(a, _scaled(k, b)),
    ),
    Claim(
        r"({k}{a}) \cdot ({k}{b}) = {k}({a} \cdot {b})",
        "sometimes",
        "Try $(1, 0)$ twice, then $(1, 0)$ with $(0, 1)$.",
        lambda a, b, c, k: dot(_scaled(k, a), _scaled(k, b)) == k * dot(a, b),
    ),
    Claim(
        r"{a} \cdot {b} = 0, \text{{ with }} {a} \text{{ and }} {b} \text{{ not zero}}",
        "sometimes",
        "Try $(1, 0)$ with $(0, 1)$, and with itself.",
        lambda a, b, c, k: dot(a, b) == 0 if any(a) and any(b) else None,
    ),
    Claim(r"{a} \cdot {a} < 0", "never", "What sign has each ${a}_i {a}_i$?", lambda a, b, c, k: dot(a, a) < 0),
    Claim(
        r"{a} \cdot {a} = 0, \text{{ with }} {a} \text{{ not zero}}",
        "never",
        "Squares are added. When is such a sum zero?",
        lambda a, b, c, k: dot(a, a) == 0 if any(a) else None,
    ),
    Claim(
        r"{a} \cdot {b} > 0, \text{{ with all entries positive}}",
        "always",
        "What sign has each product?",
        lambda a, b, c, k: dot(a, b) > 0 if min(a + b) > 0 else None,
    ),
    Claim(
        r"{a} \cdot {b} = {a} \cdot {c}, \text{{ with }} {b} \neq {c}",
        "sometimes",
        "Try ${a} = (1, 0)$ with lists that share their first entry, and with lists that do not.",
        lambda a, b, c, k: dot(a, b) == dot(a, c) if b != c else None,
    ),
    Claim(r"{a} \cdot ({b} - {b}) = {k}", "never", "What list is the bracket?", lambda a, b, c, k: dot(a, (0, 0)) == k),
    Claim(
        r"(-{a}) \cdot {b} = {a} \cdot {b}",
        "sometimes",
        "One side is the other with its sign changed. Which number is its own opposite?",
        lambda a, b, c, k: dot(_scaled(-1, a), b) == dot(a, b),
    ),
    Claim(
        r"({a} + {b}) \cdot ({a} - {b}) = {a} \cdot {a} - {b} \cdot {b}",
        "always",
        "Multiply out, and use that the order does not matter.",
        lambda a, b, c, k: dot(_added(a, b), _added(a, _scaled(-1, b))) == dot(a, a) - dot(b, b),
    ),
    Claim(
        r"{a} \cdot {b} > {a} \cdot {a}, \text{{ with }} {b} = {k}{a} \text{{ and }} {a} \text{{ not zero}}",
        "always",
        "Put ${b}$ in and pull the factor out.",
        lambda a, b, c, k: dot(a, _scaled(k, a)) > dot(a, a) if any(a) else None,
    ),
)


def _scaled(k: int, a: Ints) -> Ints:
    return tuple(k * x for x in a)


def _added(a: Ints, b: Ints) -> Ints:
    return tuple(x + y for x, y in zip(a, b, strict=True))


@exercise(
    "always",
    kind="concept",
    tests=(1,),
    difficulty=0.5,
    seconds=50,
    uses={"vectors": 0.2, "algebraic-expressions": 0.2},
    cases=CASES,
)
def always(rng: Rng) -> Problem:
    """A claim on all vectors of the plane: true for all of them, for some, or for none."""
    letters = dict(zip("abc", rng.shuffle(rng.choice(("abc", "uvw", "xyz", "pqr"))), strict=True))
    k = rng.integer(2, 9)
    return claimed(
        rng,
        CLAIMS,
        [(*vectors, k) for vectors in product(product(range(-1, 3), repeat=2), repeat=3)],
        ask="For vectors of the plane: is this true always, sometimes or never? $${claim}$$",
        hints=(
            "Try vectors of zeros and ones first: they are quick.",
            "If all that you try agree, look for the reason in the entries.",
        ),
        letters={**letters, "k": k},
    )


@exercise(
    "expand",
    kind="derivation",
    tests=(1,),
    difficulty=0.55,
    seconds=120,
    uses={"algebraic-expressions": 0.5, "vectors": 0.2},
    cases=("cancels", "square", "factors", "minus"),
)
def expand(rng: Rng) -> Problem:
    """A dot product of two combinations, multiplied out line by line until each pair of letters stands once."""
    u, v = rng.choice((("a", "b"), ("u", "v"), ("x", "y"), ("p", "q")))
    p, q, r, s = _coefficients(rng)
    left, right = _combination((p, u), (q, v)), _combination((r, u), (s, v))
    uu, uv, vu, vv = f"{u}·{u}", f"{u}·{v}", f"{v}·{u}", f"{v}·{v}"
    start = f"({left})·({right})"
    halves = _combination((p, f"{u}·({right})"), (q, f"{v}·({right})"))
    four = _combination((p * r, uu), (p * s, uv), (q * r, vu), (q * s, vv))
    goal = _combination((p * r, uu), (p * s + q * r, uv), (q * s, vv))
    lost = Mistake(
        "no-mixed-terms",
        Wrote(_combination((p * r, uu), (q * s, vv))),
        "Each part of the first bracket meets each part of the second: four dot products, not two.",
    )
    return Problem(
        ask=f"Multiply out, line by line, until each of ${uu}$, ${uv}$ and ${vv}$ stands at most once: ${start}$.".replace(
            "·", r" \cdot "
        ),
        answer=Derivation(start, (halves, four, goal)),
        oracle=lambda: Derivation(start, (_by_probing(p, q, r, s, uu, uv, vv),), least=1),
        symbols={u: "vector n", v: "vector n"},
        mistakes=(
            *([] if p * s + q * r == 0 else [lost]),
            Mistake(
                "mixed-once",
                Wrote(_combination((p * r, uu), (p * s, uv), (q * s, vv))),
                f"${u} \\cdot {v}$ and ${v} \\cdot {u}$ are the same number, and both are there: add them.",
            ),
        ),
        hints=(
            "Split the first bracket only; leave the second one whole.",
            f"In the end, what is ${v} \\cdot {u}$ in terms of ${u} \\cdot {v}$?",
        ),
        solution=(
            Step(start, because="the start"),
            Step(halves, because="split the first bracket"),
            Step(four, because="split the second"),
            Step(goal, because=f"${u} \\cdot {v} = {v} \\cdot {u}$, so the two in the middle go together"),
        ),
    )


def _coefficients(rng: Rng) -> tuple[int, int, int, int]:
    """The factors in (p u + q v) . (r u + s v), none of them zero."""
    k, m = rng.integer(2, 4), rng.integer(2, 5)
    match rng.case:
        case "cancels":
            return rng.choice(((1, k, 1, -k), (k, 1, k, -1), (k, m, k, -m)))
        case "square":
            return rng.choice(((1, k, 1, k), (k, -m, k, -m), (k, 1, k, 1)))
        case "factors":
            return 1, k, m, 1
    return 1, -k, m, -1


def _by_probing(p: int, q: int, r: int, s: int, uu: str, uv: str, vv: str) -> str:
    """The multiplied form, its numbers found by putting in vectors."""

    def at(u: Sequence[int], v: Sequence[int]) -> int:
        a, b = np.array(u), np.array(v)
        return int(np.dot(p * a + q * b, r * a + s * b))

    first, last, both = at((1, 0), (0, 0)), at((0, 0), (1, 0)), at((1, 0), (1, 0))
    return _combination((first, uu), (both - first - last, uv), (last, vv))


SOURCE = """def dot(a, b):
    if len(a) != len(b):
        raise ValueError("the lists have different lengths")
    total = 0
    for x, y in zip(a, b):
        total += x * y
    return total
"""
KEEPS_LIST = """def dot(a, b):
    if len(a) != len(b):
        raise ValueError("the lists have different lengths")
    return [x * y for x, y in zip(a, b)]
"""
STOPS_EARLY = """def dot(a, b):
    return sum(x * y for x, y in zip(a, b))
"""


@exercise(
    "dot",
    kind="code",
    tests=(1,),
    difficulty=0.4,
    seconds=180,
    uses={"vectors": 0.3, "summation-notation": 0.5},
    cases=("three-entries", "one-entry", "negative", "four-entries"),
)
def dot_in_code(rng: Rng) -> Problem:
    """The function itself, by a loop; unequal lengths raise, empty lists give 0."""
    n = {"one-entry": 1, "four-entries": 4}.get(rng.case, 3)
    low = -6 if rng.case == "negative" else 1
    a, b = rng.integers(n, low, 6, nonzero=True), rng.integers(n, low, 6, nonzero=True)
    return Problem(
        ask=f"Write `dot(a, b)` for two lists of numbers, with a loop and without NumPy: `dot({list(a)}, {list(b)})` is `{dot(a, b)}`. "
        "Two empty lists give 0. Lists of different lengths raise `ValueError`.",
        answer=Code("dot", SOURCE, reference=np.dot, inputs=_inputs(rng, a, b), starter="def dot(a, b):\n    "),
        mistakes=(
            Mistake(
                "kept-entries",
                Code("dot", KEEPS_LIST, reference=_kept),
                "You give back the list of products. Add them up: one number.",
            ),
            Mistake(
                "stops-early",
                Code("dot", STOPS_EARLY, reference=lambda a, b: sum(x * y for x, y in zip(a, b, strict=False))),
                "`zip` stops at the end of the shorter list, and the rest is lost in silence. Compare the lengths first.",
            ),
        ),
        hints=(
            "Begin with a total of 0 and add one product at a time.",
            "Before the loop: are there as many entries in `a` as in `b`?",
        ),
        solution=(
            Step("", because="compare the lengths, and raise where they differ"),
            Step("", because="begin with 0; for each pair of entries add their product; with no entries it stays 0"),
            Step("", because=f"\n```python\n{SOURCE}```\n"),
        ),
    )


def _inputs(rng: Rng, a: Ints, b: Ints) -> tuple[tuple[list[int], list[int]], ...]:
    pairs = [(list(rng.integers(n, -9, 9)), list(rng.integers(n, -9, 9))) for n in (1, 2, 3, 5, 8)]
    return ((list(a), list(b)), *pairs, ([], []), ([1, 2, 3], [4, 5]), ([7], [2, 1]))


def _kept(a: list[int], b: list[int]) -> list[int]:
    return [x * y for x, y in zip(a, b, strict=True)]


TOOLS = {
    "pairs": "multiply in pairs and add it all up: one number",
    "scale": "scale whole lists and add them: a list",
    "keep": "multiply in pairs and keep each result: a list",
}


@exercise(
    "invoice",
    kind="transfer",
    tests=(2,),
    difficulty=0.4,
    seconds=90,
    uses={"vectors": 0.4},
    cases=("rebate", "idle", "plan", "four-machines", "from-table", "plan-of-three"),
)
def invoice(rng: Rng) -> Problem:
    """What training runs cost, or how long each machine is busy: one number, or, in a third of the cases, a list."""
    return _plan(rng) if rng.case.startswith("plan") else _bill(rng)


def _bill(rng: Rng) -> Problem:
    n = 4 if rng.case == "four-machines" else 3
    hours, rates = rng.integers(n, 1, 8), tuple(5 * x for x in rng.integers(n, 3, 12))
    if rng.case == "idle":
        hours = tuple(rng.shuffle((0, *hours[1:])))
    rebate = rng.integer(1, 3)
    paid = tuple(rate - rebate for rate in rates)
    whole, total = dot(hours, rates), dot(hours, paid)
    return Problem(
        ask=f"A training run kept {n} machines busy for {_listed(hours)} hours. An hour costs {_listed(rates)} euros on them, in the same order, "
        f"and this month each hour on any of them is {rebate} euro{'s' if rebate > 1 else ''} cheaper. What does the run cost, in euros?",
        answer=WithTool(TOOLS, "pairs", Number(total)),
        oracle=lambda: WithTool(
            TOOLS, "pairs", Number(sum(h * r for h, r in zip(hours, rates, strict=True)) - rebate * sum(hours))
        ),
        mistakes=(
            Mistake(
                "rebate-once",
                Used("pairs", Number(whole - rebate)),
                "You took the rebate once. It is given for every hour.",
            ),
            Mistake(
                "rebate-per-machine",
                Used("pairs", Number(whole - n * rebate)),
                "You took the rebate once a machine. It is given for every hour.",
            ),
            Mistake("no-rebate", Used("pairs", Number(whole)), "That is the price without the rebate."),
            Mistake(
                "summed-first",
                Used("pairs", Number(sum(hours) * sum(paid))),
                "That charges every hour at the price of all machines together. Each machine has its own price.",
            ),
            Mistake(
                "kept-entries",
                Used("keep", Vector(h * r for h, r in zip(hours, paid, strict=True))),
                "That is what each machine costs. The question is what the run costs.",
            ),
            Mistake(
                "scaled-lists",
                Used("scale"),
                "Nothing is scaled as a whole here: each machine has hours and a price of its own.",
            ),
        ),
        hints=(
            "What does an hour cost on each machine, after the rebate?",
            "Which number belongs to which price, and what becomes of the results?",
        ),
        solution=(
            Step(
                "",
                because=f"after the rebate an hour costs ${tex(paid)}$; hours and prices belong together in pairs, and one sum is asked for",
            ),
            Step(_entry_by_entry(hours, paid), because="hours times price, machine by machine"),
            Step(typed(total), because="add up"),
        ),
    )


def _plan(rng: Rng) -> Problem:
    n = 3 if rng.case == "plan-of-three" else 2
    small, large = rng.until(
        lambda: (rng.integers(n, 0, 4), rng.integers(n, 1, 6)), lambda pair: any(pair[0]) and pair[0] != pair[1]
    )
    s, t = rng.sample(range(2, 7), 2)
    total = tuple(s * x + t * y for x, y in zip(small, large, strict=True))
    swapped = [t * x + s * y for x, y in zip(small, large, strict=True)]
    return Problem(
        ask=f"A small model keeps {n} machines busy for {_listed(small)} hours, a large one for {_listed(large)} hours, in the same order. "
        f"This week {s} small and {t} large ones are trained. For how many hours is each machine busy?",
        answer=WithTool(TOOLS, "scale", Vector(total)),
        oracle=lambda: WithTool(TOOLS, "scale", Vector((s * np.array(small) + t * np.array(large)).tolist())),
        mistakes=(
            Mistake(
                "one-of-each",
                Used("scale", Vector(x + y for x, y in zip(small, large, strict=True))),
                "That is one model of each kind. How many are there?",
            ),
            Mistake(
                "swapped", Used("scale", Vector(swapped)), "Look again which number of models belongs to which list."
            ),
            Mistake(
                "one-number",
                Used("pairs", Number(dot(small, large))),
                "Hours times hours are no hours. And the question asks for every machine.",
            ),
            Mistake(
                "pairs-kept",
                Used("keep", Vector(x * y for x, y in zip(small, large, strict=True))),
                "Hours times hours are no hours. What multiplies the hours of a small model?",
            ),
            Mistake(
                "no-pairs",
                Used("pairs", Number(sum(total))),
                "That is all machines together. The question asks for each of them.",
            ),
        ),
        hints=(
            "How busy are the machines with the small models alone?",
            "The same for the large ones. Then put the two together.",
        ),
        solution=(
            Step(f"{s}*{typed(small)} + {t}*{typed(large)}", because="each model's list, as often as it is trained"),
            Step(typed(total), because="machine by machine"),
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
        hints=("Take two short lists, such as $(3, 1)$ and $(1, 2)$, and do it once.",),
        solution=(Step("", because=card.because),),
    )


@exercise(
    "recall-number",
    kind="recall",
    keep=(1,),
    difficulty=0.2,
    seconds=20,
    cases=("what", "first-step", "last-step", "why-length", "when-not", "how-many", "symbols", "value"),
)
def recall_number(rng: Rng) -> Problem:
    """What the dot product is, in eight questions."""
    n, x, y = rng.integer(4, 9), rng.integer(2, 5), rng.integer(6, 9)
    cards = {
        "what": Card(
            f"What comes out of the dot product of two lists of {n} numbers?",
            "one number",
            (
                (f"a list of {n} numbers", "The products are added up: what is left then?"),
                (f"{n} times {n} numbers", "Only partners meet: first with first, second with second."),
            ),
            "the products are added, so one number is left",
        ),
        "first-step": Card(
            r"What do you do first for $a \cdot b$?",
            "multiply entry by entry",
            (
                ("add up each list", r"Try it on $(1, 0) \cdot (0, 1)$: the sums would give 1."),
                ("add entry by entry", "That is $a + b$, which is a list."),
            ),
            "partners are multiplied; the sum comes last",
        ),
        "last-step": Card(
            "You have multiplied entry by entry. What is left to do?",
            "add the products",
            (
                ("nothing: the list is the result", "The result is a number."),
                ("multiply the products", "They are put together by a sum."),
            ),
            "adding the products makes one number of them",
        ),
        "why-length": Card(
            "Why must the two lists have the same length?",
            "every entry needs a partner to be multiplied with",
            (
                (
                    "otherwise the sum would be too large",
                    "What would the last entry of the longer list be multiplied with?",
                ),
                ("otherwise the result would be negative", "Length says nothing of signs."),
            ),
            "an entry without a partner would be lost",
        ),
        "when-not": Card(
            "Which two have no dot product?",
            f"$(1, {x})$ and $(1, {x}, {y})$",
            (
                (f"$(0, 0)$ and $({x}, {y})$", "Zeros may be multiplied and added like other numbers."),
                (f"$(-{x})$ and $({y})$", "One entry each is enough: each has its partner."),
            ),
            "the lengths 2 and 3 differ: one entry has no partner",
        ),
        "how-many": Card(
            f"How many products are added for two lists of {n} numbers?",
            f"{n}",
            (
                (f"{n * n}", "Only partners meet: first with first, second with second."),
                ("1", "Each pair of partners gives a product."),
            ),
            "one product for each pair of partners",
        ),
        "symbols": Card(
            r"How is $a \cdot b$ written with a sum?",
            r"$\sum_i a_i b_i$",
            (
                (r"$\sum_i a_i \sum_i b_i$", "That adds each list first."),
                (r"$\sum_i (a_i + b_i)$", "Partners are multiplied, not added."),
            ),
            "products of partners, added",
        ),
        "value": Card(
            rf"What is $(1, {x}) \cdot ({y}, 1)$?",
            f"${y + x}$",
            (
                (f"$({y}, {x})$", "The products are right. Now add them."),
                (f"${(1 + x) * (y + 1)}$", "You added each list first."),
            ),
            f"${y} + {x} = {x + y}$",
        ),
    }
    return _recalled(cards[rng.case])


@exercise(
    "recall-weights",
    kind="recall",
    keep=(2,),
    difficulty=0.25,
    seconds=25,
    cases=("read-off", "no-say", "one-more", "when-not", "mean", "price", "constant", "why-negative"),
)
def recall_weights(rng: Rng) -> Problem:
    """A weighted sum is a dot product, in eight questions."""
    k, m, n = rng.integer(2, 5), rng.integer(6, 9), rng.integer(3, 8)
    cards = {
        "read-off": Card(
            rf"${k}x_1 - {m}x_2 + x_3$ is $w \cdot x$ for $x = (x_1, x_2, x_3)$. What is $w$?",
            f"$({k}, -{m}, 1)$",
            (
                (f"$({k}, {m}, 1)$", "The second feature is subtracted."),
                (f"$({k}, -{m}, 0)$", "A letter without a number counts once."),
            ),
            "the numbers before the features, in their order",
        ),
        "no-say": Card(
            "A feature is to have no say in the score. What is its weight?",
            "0",
            (("1", "Then it would be added as it is."), ("$-1$", "Then it would be subtracted.")),
            "zero times anything adds nothing",
        ),
        "one-more": Card(
            f"A feature has the weight {k} and grows by 1. By how much does the score grow?",
            f"by {k}",
            (("by 1", "The weight multiplies the feature."), (f"by {k * k}", "The weight is counted once.")),
            "the weight is what one unit of the feature is worth",
        ),
        "when-not": Card(
            r"Which one is no $w \cdot x$ with fixed weights?",
            f"${k}x_1 + x_1 x_2$",
            (
                (f"${k}x_1 - {m}x_2$", "Its weights can be read off."),
                ("$x_2$", "It counts the first feature 0 times, the second once."),
            ),
            "two features are multiplied with each other: no fixed number stands before them",
        ),
        "mean": Card(
            f"The mean of {n} numbers is $w \\cdot x$. What are the weights?",
            rf"each is $\frac{{1}}{{{n}}}$",
            (("each is 1", "That gives the sum."), (f"each is {n}", f"That gives {n} times the sum.")),
            f"the sum divided by {n} is each number times one over {n}, added",
        ),
        "price": Card(
            f"You buy {n} kinds of screws. What is the bill, with numbers of screws and prices as lists?",
            "the dot product of numbers and prices",
            (
                ("the sum of the numbers times the sum of the prices", "Then every screw would pay every price."),
                ("the list of the numbers plus the list of the prices", "Pieces and euros cannot be added."),
            ),
            "each number times its own price, added",
        ),
        "constant": Card(
            rf"A score is $w \cdot x + {m}$. How is it one dot product?",
            f"give $x$ an entry that is always 1, with the weight {m}",
            (
                (f"add {m} to each weight", "Then what is added would depend on the features."),
                (f"multiply each weight by {m}", "Then the score would be multiplied."),
            ),
            f"the new pair adds {m} times 1, whatever the features are",
        ),
        "why-negative": Card(
            "Why would a weight be negative?",
            "more of that feature is to lower the score",
            (
                ("the feature is less important", "Then the weight would be close to 0."),
                ("the feature is negative", "The weight says what a unit of the feature is worth."),
            ),
            "the weight is what one unit adds, and it may add less than nothing",
        ),
    }
    return _recalled(cards[rng.case])


@exercise(
    "recall-rules",
    kind="recall",
    keep=(3,),
    difficulty=0.3,
    seconds=25,
    cases=("turned-round", "split", "zero", "why-turned", "when-not", "factor", "find-zero", "why-split"),
)
def recall_rules(rng: Rng) -> Problem:
    """Symmetry, sums, and zero without zeros, in eight questions."""
    p, q, k = rng.integer(3, 5), rng.integer(6, 9), rng.integer(2, 4)
    cards = {
        "turned-round": Card(
            rf"$a \cdot b = {p}$. What is $b \cdot a$?",
            f"${p}$",
            (
                (f"$-{p}$", "Nothing is subtracted. What becomes of each product?"),
                ("it cannot be known", "Compare the products, pair by pair."),
            ),
            "each product is the same either way round",
        ),
        "split": Card(
            rf"$a \cdot b = {p}$ and $a \cdot c = {q}$. What is $a \cdot (b + c)$?",
            f"${p + q}$",
            ((f"${p * q}$", "The bracket is a sum."), ("it cannot be known", "Multiply out each $a_i (b_i + c_i)$.")),
            "the dot product of a sum is the sum of the dot products",
        ),
        "zero": Card(
            r"$a \cdot b = 0$. What follows?",
            "nothing about single entries: products may cancel",
            (
                ("$a$ or $b$ is the zero vector", f"Look at $({p}, {q})$ and $({q}, -{p})$."),
                ("all products are zero", f"Look at $({p}, {q})$ and $({q}, -{p})$."),
            ),
            "positive and negative products may add up to zero",
        ),
        "why-turned": Card(
            r"Why is $a \cdot b = b \cdot a$?",
            "because $a_i b_i = b_i a_i$ for numbers",
            (
                ("because sums may be taken in any order", "The order of the terms stays. What changes within each?"),
                ("because $a$ and $b$ have the same length", "That is needed, but it gives no equality yet."),
            ),
            "each term is the same number",
        ),
        "when-not": Card(
            r"When does $a \cdot b = a \cdot c$ not tell you that $b = c$?",
            r"whenever some vector but zero has dot product 0 with $a$",
            (
                ("never: $a$ can be cancelled", f"Take $a = (1, 0)$, $b = (0, {p})$, $c = (0, {q})$."),
                ("only when $a$ is zero", f"Take $a = (1, 0)$, $b = (0, {p})$, $c = (0, {q})$."),
            ),
            r"$a \cdot (b - c) = 0$ is all that is said, and $b - c$ need not be zero",
        ),
        "factor": Card(
            rf"$a \cdot b = {p}$. What is $({k}a) \cdot ({k}b)$?",
            f"${k * k * p}$",
            (
                (f"${k * p}$", "Both lists are scaled."),
                (f"${2 * k * p}$" if k != 2 else f"${3 * k * p}$", "The factors multiply each product."),
            ),
            f"each product has the factor {k} twice",
        ),
        "find-zero": Card(
            "Which two have the dot product 0?",
            f"$({p}, {q})$ and $({q}, -{p})$",
            (
                (f"$({p}, {q})$ and $(-{p}, -{q})$", "Both products are negative."),
                (f"$({p}, {q})$ and $({q}, {p})$", "Both products are positive."),
            ),
            f"${p * q} - {p * q} = 0$",
        ),
        "why-split": Card(
            r"Why is $a \cdot (b + c) = a \cdot b + a \cdot c$?",
            "each $a_i (b_i + c_i)$ can be multiplied out",
            (
                ("$b$ and $c$ have the same entries", "They may be any vectors of that length."),
                ("the dot product is symmetric", "Symmetry swaps the two sides, it splits nothing."),
            ),
            "the rule for numbers, used in each entry, then the terms put in another order",
        ),
    }
    return _recalled(cards[rng.case])


def _entry_by_entry(a: Ints, b: Ints) -> str:
    return " + ".join(f"({x})*({y})" for x, y in zip(a, b, strict=True))


def _combination(*terms: tuple[int, str]) -> str:
    """`2a - b + 3`: terms of factor 0 are left out, factors of 1 not written; a term without a letter is its factor."""
    written = ""
    for factor, name in terms:
        if factor:
            size = "" if abs(factor) == 1 and name else str(abs(factor))
            sign = ("-" if factor < 0 else "") if not written else (" - " if factor < 0 else " + ")
            written += f"{sign}{size}{name}"
    return written or "0"


def _listed(numbers: Ints) -> str:
    words = [str(n) for n in numbers]
    return f"{', '.join(words[:-1])} and {words[-1]}"
