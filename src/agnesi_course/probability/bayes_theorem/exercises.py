"""Exercises on Bayes' theorem: count heads, turn a probability round, multiply odds, and say why a good test is often wrong."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from agnesi.authoring import Contrast, Given, Guess, Mistake, Open, Pair, Problem, Proof, Rng, Step, exercise, tex
from agnesi.authoring.answers import Choice, Code, Number, Property, Tuple, Used, WithTool


@dataclass(frozen=True)
class Setting:
    """One story: who is counted, what is rare among them, and what the evidence is called."""

    many: str
    one: str
    rare: str
    other: str
    marked: str
    alarm: str
    works: str


SETTINGS = (
    Setting("uploads", "upload", "copied", "original", "flagged", "flag", "A detector flags"),
    Setting("payments", "payment", "fraudulent", "honest", "blocked", "block", "A rule blocks"),
    Setting("messages", "message", "spam", "wanted", "filed as junk", "junk mark", "A filter files as junk"),
    Setting("bearings", "bearing", "cracked", "sound", "rejected", "rejection", "A scanner rejects"),
    Setting(
        "blood samples", "sample", "infected", "healthy", "positive", "positive result", "A test turns positive for"
    ),
    Setting("servers", "server", "failing", "working", "reported", "report", "A monitor reports"),
    Setting("seeds", "seed", "dead", "living", "sorted out", "removal", "A sieve sorts out"),
)


@exercise(
    "heads",
    kind="procedure",
    tests=(1,),
    difficulty=0.2,
    seconds=70,
    uses={"total-probability": 0.5, "conditional-probability": 0.4},
    cases=("rare", "common", "no-false"),
)
def heads(rng: Rng) -> Problem:
    """Two piles to count: the marked ones of each kind, in a population where every count is whole."""
    s = rng.choice(SETTINGS)
    every = {"rare": (100, 125, 200, 250), "common": (4, 5, 10), "no-false": (20, 25, 50)}[rng.case]
    one_in, hit = rng.choice(every), rng.choice((60, 75, 80, 90, 95, 96, 98))
    slip = 0 if rng.case == "no-false" else rng.choice((1, 2, 4, 5, 8, 10))
    rare = 100 * rng.integer(1, 4)
    whole = rare * one_in
    true, false = rare * hit // 100, (whole - rare) * slip // 100
    return Problem(
        ask=f"Of {whole:,} {s.many}, {rare} are {s.rare}. {s.works} {hit} % of the {s.rare} ones and {slip} % of the {s.other} ones. "
        f"How many {s.rare} ones and how many {s.other} ones are {s.marked}? Give the two counts, in this order.",
        answer=Tuple((true, false)),
        oracle=lambda: Tuple((Fraction(hit, 100) * rare, Fraction(slip, 100) * (whole - rare))),
        mistakes=(
            Mistake(
                "rates-of-everything",
                Tuple((Fraction(whole * hit, 100), Fraction(whole * slip, 100))),
                f"Each rate speaks of one kind only: {hit} % of the {s.rare} ones, {slip} % of the {s.other} ones.",
                blames="conditional-probability",
            ),
            Mistake(
                "missed-ones",
                Tuple((rare - true, false)),
                f"The first count is of those that were missed. {hit} % of the {s.rare} ones are {s.marked}.",
            ),
        ),
        hints=(f"First: how many of the {whole:,} are {s.other}?", "Then take each rate of its own pile."),
        solution=(
            Step("", because=f"{whole:,} less {rare} leaves {whole - rare:,} that are {s.other}"),
            Step(f"({hit}/100*{rare}, {slip}/100*{whole - rare})", because="each rate of its own pile"),
            Step(f"({true}, {false})", because="multiply"),
        ),
    )


@exercise(
    "flagged",
    kind="procedure",
    tests=(1,),
    difficulty=0.4,
    seconds=120,
    uses={"total-probability": 0.7, "conditional-probability": 0.5},
    cases=("rare", "common", "no-false", "equal-rates", "not-marked"),
)
def flagged(rng: Rng) -> Problem:
    """The posterior after a mark (or its absence), from a base rate and two rates in percent."""
    s = rng.choice(SETTINGS)
    one_in = rng.choice((100, 125, 200, 250) if rng.case == "rare" else (3, 4, 5, 8, 10, 20))
    hit = rng.choice((60, 70, 75, 80, 90, 95, 96))
    slip = {"no-false": 0, "equal-rates": hit}.get(rng.case, rng.choice((1, 2, 4, 5, 10)))
    prior = Fraction(1, one_in)
    seen = rng.case != "not-marked"
    like = Fraction(hit, 100) if seen else 1 - Fraction(hit, 100)
    other = Fraction(slip, 100) if seen else 1 - Fraction(slip, 100)
    posterior = prior * like / (prior * like + (1 - prior) * other)
    marked = s.marked if seen else f"not {s.marked}"
    top = f"(1/{one_in})*({_typed(like)})"
    rest = f"({one_in - 1}/{one_in})*({_typed(other)})"
    return Problem(
        ask=f"One {s.one} in {one_in} is {s.rare}. {s.works} {hit} % of the {s.rare} ones and {slip} % of the {s.other} ones. "
        f"This {s.one} is {marked}. What is the probability that it is {s.rare}? Give it exactly, as a fraction.",
        answer=Number(posterior),
        oracle=lambda: Number(_by_counting(prior, like, other)),
        mistakes=(
            Mistake(
                "turned-round",
                Number(like),
                f"That is how often {s.rare} ones are {marked}. You hold one that is {marked}, and ask how often those are {s.rare}.",
                blames="conditional-probability",
            ),
            Mistake(
                "no-base-rate",
                Number(like / (like + other)),
                f"You compared the two rates as if {s.rare} and {s.other} ones were equally many. Weigh each rate by how common its side is.",
            ),
            Mistake(
                "no-total",
                Number(prior * like),
                f"That is the probability of being {s.rare} *and* {marked}. Divide it by the probability of being {marked} at all.",
                blames="total-probability",
            ),
            Mistake(
                "other-side",
                Number(1 - posterior),
                f"That is the probability that it is {s.other}.",
            ),
        ),
        hints=(
            f"Take 100 times {one_in} {s.many} and count two piles: {s.rare} and {marked}, {s.other} and {marked}.",
            "The posterior is the first pile over both piles together.",
        ),
        solution=(
            Step(f"({top})/({top} + {rest})", because="Bayes' theorem, the total below the line"),
            Step(
                f"({_typed(prior * like)})/({_typed(prior * like)} + {_typed((1 - prior) * other)})",
                because="multiply along each side",
            ),
            Step(
                f"({_typed(prior * like)})/({_typed(prior * like + (1 - prior) * other)})", because="add the two sides"
            ),
            Step(_typed(posterior), because="divide"),
        ),
    )


@exercise(
    "odds",
    kind="procedure",
    tests=(1,),
    difficulty=0.4,
    seconds=75,
    uses={"conditional-probability": 0.3},
    cases=("for", "even", "against", "useless"),
)
def odds(rng: Rng) -> Problem:
    """Prior odds times a likelihood ratio, and back to a probability."""
    a, b = (1, 1) if rng.case == "even" else (rng.integer(1, 3), rng.integer(4, 60))
    ratio = {
        "for": Fraction(rng.integer(4, 30)),
        "even": Fraction(rng.integer(2, 40)),
        "against": Fraction(1, rng.integer(2, 12)),
        "useless": Fraction(1),
    }[rng.case]
    post = Fraction(a, b) * ratio
    answer = post / (1 + post)
    who = rng.choice(
        (
            "The suspect wrote the note",
            "The sensor is broken",
            "The coin is the two-headed one",
            "The model was trained on leaked data",
            "The page was written by a bot",
        )
    )
    times = f"{tex(ratio)} times as likely" if ratio != 1 else "exactly as likely"
    return Problem(
        ask=f"{who}: the odds for it are ${a} : {b}$. New evidence is ${tex(ratio)}$ times as likely if it is true as if it is not. "
        "What is now the *probability* that it is true?"
        if ratio != 1
        else f"{who}: the odds for it are ${a} : {b}$. New evidence is {times} if it is true as if it is not. What is now the *probability* that it is true?",
        answer=Number(answer),
        oracle=lambda: Number(_by_counting(Fraction(a, a + b), ratio / (1 + ratio), 1 / (1 + ratio))),
        mistakes=(
            Mistake(
                "odds-as-probability",
                Number(post),
                "Those are the new odds, written as a fraction. Odds of $a : b$ are the probability $a / (a + b)$.",
            ),
            Mistake(
                "ratio-times-probability",
                Number(Fraction(a, a + b) * ratio),
                "You multiplied the probability by the ratio. It is the odds that get multiplied; with probabilities you could pass 1.",
            ),
        ),
        hints=(
            "Multiply the first number of the odds by the ratio.",
            "Odds $a : b$ mean: $a$ parts for, $b$ parts against, $a + b$ parts in all.",
        ),
        solution=(
            Step("", because=f"the new odds are ${tex(a * ratio)} : {b}$, the first number times the ratio"),
            Step(f"({_typed(a * ratio)})/({_typed(a * ratio)} + {b})", because="from odds to a probability"),
            Step(_typed(answer), because="divide"),
        ),
    )


@dataclass(frozen=True)
class Claim:
    """A sentence about a test for something rare; `holds` says how often, `why` shows it."""

    text: str
    holds: str
    why: str


CLAIMS = {
    "cause": (
        Claim(
            "For a condition that one person in a thousand has, a test that finds 99 % of the ill and wrongly alarms 1 % of the well is right in most of its alarms.",
            "never",
            "About 1 true alarm meets 10 false ones: of 1,000 people 999 are well, and 1 % of them is 10.",
        ),
        Claim(
            "When a positive result is often wrong, the cause is that the test misses too many of those who are ill.",
            "sometimes",
            "Where half are ill, 1 % of them are found and 5 % of the well are alarmed, it is so. For a rare condition a test that misses nobody is often wrong too, and there the many well are the cause.",
        ),
        Claim(
            "If a test never alarms on the well, a positive result is right.",
            "always",
            "Then the only alarms come from the ill, however rare they are.",
        ),
        Claim(
            "The false alarms outnumber the true ones.",
            "sometimes",
            "For a rare condition yes; where every second person is ill and the test is decent, no.",
        ),
    ),
    "change": (
        Claim(
            "Testing only people among whom the condition is more common, with both rates of the test unchanged, raises the probability that a positive result is right.",
            "always",
            "The prior odds rise and the likelihood ratio stays, so the posterior odds rise.",
        ),
        Claim(
            "Finding 100 % of the ill instead of 99 % makes a positive result for a rare condition right most of the time.",
            "sometimes",
            "It hardly moves the odds: the ratio grows by one part in 99. Only where they stood at the edge already does it tip them.",
        ),
        Claim(
            "Halving the rate of false alarms doubles the odds that a positive result is right.",
            "always",
            "The likelihood ratio has that rate below the line.",
        ),
        Claim(
            "For a test that marks the ill more often than the well, doubling the base rate doubles the probability that a positive result is right.",
            "never",
            "It grows by less. The true alarms double; but all alarms, below the line, grow too, since some who were well and rarely marked are now ill and often marked.",
        ),
    ),
    "evidence": (
        Claim(
            "A test marks 99 % of the ill and 1 % of the well. For a condition so rare that a positive result is probably wrong, the result tells nothing.",
            "never",
            "It multiplies the odds by 99, whatever they were; from one in a thousand to about one in eleven is much.",
        ),
        Claim(
            "A positive result makes the condition more likely than it was before.",
            "sometimes",
            "Only if the ill are marked more often than the well. With equal rates nothing changes.",
        ),
        Claim(
            "If the ill and the well test positive equally often, the probability after a positive result is the base rate.",
            "always",
            "The likelihood ratio is 1.",
        ),
        Claim(
            "A test that is right for 99 % of the ill is right for 99 % of its positive results.",
            "sometimes",
            "The two numbers answer different questions; they agree by luck of the base rate.",
        ),
    ),
}
HOW_OFTEN = {"always": "always", "sometimes": "sometimes, but not always", "never": "never"}


@exercise(
    "why-wrong",
    kind="concept",
    tests=(2,),
    difficulty=0.45,
    seconds=60,
    uses={"conditional-probability": 0.4},
    cases=("cause", "change", "evidence"),
)
def why_wrong(rng: Rng) -> Problem:
    """Always, sometimes or never: what makes a positive result for something rare right or wrong."""
    claim = rng.choice(CLAIMS[rng.case])
    return Problem(
        ask=f"The base rate and both rates of the test lie strictly between 0 and 1, unless the sentence says otherwise. Is this true always, sometimes or never?\n\n> {claim.text}",
        answer=Choice(HOW_OFTEN, claim.holds, ordered=True),
        mistakes=tuple(
            Mistake(f"thought-{key}", Choice.pick(key), reply)
            for key, reply in {
                "always": "Look for base rates or rates of the test where it fails: try extreme ones, 0.001 and 0.999.",
                "sometimes": "Write it with odds: old odds times the likelihood ratio. Does the sentence follow, or is it contradicted, whatever the numbers are?",
                "never": "Look for numbers that make it true: a condition that half of the people have, two equal rates, or hardly any false alarms.",
            }.items()
            if key != claim.holds
        ),
        hints=(
            "Think of 1,000 people and count two piles.",
            "Which of the three numbers does the sentence change: base rate, rate among the ill, rate among the well?",
        ),
        solution=(Step("", because=claim.why),),
    )


@exercise(
    "wanted",
    kind="construct",
    tests=(1, 2),
    difficulty=0.55,
    seconds=120,
    uses={"conditional-probability": 0.3},
    cases=("convincing", "exactly-even", "reassuring"),
)
def wanted(rng: Rng) -> Problem:
    """Any two rates that lift (or lower) a base rate as far as asked."""
    one_in = rng.choice((10, 20, 25, 40, 50, 80, 100, 200))
    what, light, faulty, working = rng.choice(
        (
            ("device", "warning light", "faulty", "working"),
            ("letter", "red stamp", "forged", "genuine"),
            ("patient", "red flag", "ill", "healthy"),
            ("login", "mark", "fraudulent", "honest"),
        )
    )
    prior = Fraction(1, one_in)
    holds: Callable[[Fraction], bool]
    if rng.case == "convincing":
        share = rng.choice((Fraction(1, 2), Fraction(2, 3), Fraction(3, 4)))
        want, holds = f"at least ${tex(share)}$", lambda post: post >= share
        ratio = share / (1 - share) / (prior / (1 - prior))
        example = (Fraction(9, 10), Fraction(9, 10) / ratio / 2)
    elif rng.case == "exactly-even":
        share = Fraction(1, 2)
        want, holds = "exactly $\\frac{1}{2}$", lambda post: post == share
        example = (Fraction(one_in - 1, one_in), prior)
    else:
        share = Fraction(1, one_in * 10)
        want, holds = f"at most ${tex(share)}$", lambda post: post <= share
        example = (Fraction(1, 20), Fraction(9, 10))

    def good(rates: tuple[Fraction, ...]) -> bool:
        return all(0 < r < 1 for r in rates) and holds(_by_counting(prior, rates[0], rates[1]))

    def says(rates: tuple[Fraction, ...]) -> str:
        if not all(0 < r < 1 for r in rates):
            return "Both rates have to lie strictly between 0 and 1."
        return f"With your rates the probability becomes ${tex(_by_counting(prior, rates[0], rates[1]))}$."

    return Problem(
        ask=f"One {what} in {one_in} is {faulty}. Design a {light}: choose the rate $p$ at which {faulty} ones get it and the rate $q$ at which {working} ones do, "
        f"both strictly between 0 and 1, so that a {what} that gets it is {faulty} with probability {want}. Answer $(p, q)$.",
        answer=Property(Tuple, good, example=Tuple(example)),
        consequence=says,
        mistakes=(
            Mistake(
                "exchanged",
                Property(Tuple, lambda r: not good(r) and good(r[::-1]), example=Tuple(example[::-1])),
                f"The other way round: the first rate belongs to the {faulty} ones, the second to the {working} ones.",
            ),
            Mistake(
                "rate-is-not-posterior",
                Property(
                    Tuple,
                    lambda r: not good(r) and r[0] == share and 0 < r[1] < 1,
                    example=Tuple((share, Fraction(1, 2))),
                ),
                f"You made the first rate the probability asked for. That is how often {faulty} ones get the {light}, not how often the {light} means {faulty}.",
            ),
        ),
        hints=(
            "Only the ratio $p / q$ matters. Write the prior odds first.",
            f"The prior odds are $1 : {one_in - 1}$. What must the ratio turn them into?",
        ),
        solution=(
            Step(
                "",
                because=f"their ratio is ${tex(example[0] / example[1])}$: it turns the prior odds $1 : {one_in - 1}$ into ${tex(example[0] / example[1] / (one_in - 1))}$, so the probability becomes ${tex(_by_counting(prior, *example))}$",
            ),
            Step(f"({_typed(example[0])}, {_typed(example[1])})", because="both lie strictly between 0 and 1"),
        ),
        symbols={"p": "real", "q": "real"},
    )


@exercise(
    "posterior",
    kind="code",
    tests=(1,),
    difficulty=0.5,
    seconds=180,
    uses={"total-probability": 0.5},
    cases=("two", "four", "a-zero-prior", "equal-likelihoods"),
)
def posterior(rng: Rng) -> Problem:
    """Write the posterior over several hypotheses as one array expression."""
    name = rng.choice(("posterior", "update", "after", "believe"))
    first, second = rng.choice(("prior", "before", "p")), rng.choice(("like", "rates", "q"))
    size = {"two": 2, "four": 4}.get(rng.case, 3)
    inputs = [_inputs(rng, size, rng.case), *(_inputs(rng, n, "") for n in (2, 3, 5)), _inputs(rng, 4, "a-zero-prior")]

    def source(body: str) -> str:
        return f"import numpy as np\n\n\ndef {name}({first}, {second}):\n    {body}\n"

    return Problem(
        ask=f"Write `{name}({first}, {second})`. The array `{first}` holds the probabilities of hypotheses of which exactly one is true; "
        f"`{second}[i]` is the probability of the evidence under hypothesis $i$, never 0. Return the array of probabilities after the evidence. "
        f"For example `{name}(np.array({inputs[0][0].tolist()}), np.array({inputs[0][1].tolist()}))`.",
        answer=Code(
            name,
            source=source(f"w = {first} * {second}\n    return w / w.sum()"),
            reference=_posterior,
            inputs=inputs,
            starter=source("return ..."),
        ),
        mistakes=(
            Mistake(
                "no-total",
                Code(name, source=source(f"return {first} * {second}"), reference=lambda prior, like: prior * like),
                "These are the products, prior times likelihood. They do not add up to 1 yet.",
                blames="total-probability",
            ),
            Mistake(
                "no-prior",
                Code(
                    name,
                    source=source(f"return {second} / {second}.sum()"),
                    reference=lambda prior, like: like / like.sum(),
                ),
                "You normalised the likelihoods alone. Where did the prior go?",
            ),
        ),
        hints=("Multiply the two arrays entry by entry.", "What must the result add up to?"),
        solution=(
            Step(
                "",
                because="products of prior and likelihood, divided by their sum, which is the total probability of the evidence",
            ),
        ),
    )


@exercise(
    "culprit",
    kind="transfer",
    tests=(1,),
    difficulty=0.6,
    seconds=150,
    uses={"total-probability": 0.6, "conditional-probability": 0.4},
    cases=("who", "whole", "never-breaks"),
)
def culprit(rng: Rng) -> Problem:
    """Three teams ship builds and break some: whose is this one, or how many break at all."""
    place, thing, verb = rng.choice(
        (
            ("Three teams ship", "builds", "broken"),
            ("Three ovens bake", "loaves", "burnt"),
            ("Three printers make", "pages", "smeared"),
            ("Three farms deliver", "crates", "spoilt"),
        )
    )
    shares = rng.choice(((50, 30, 20), (60, 30, 10), (40, 40, 20), (50, 40, 10), (60, 20, 20)))
    rates = rng.sample((1, 2, 3, 4, 5, 6, 8, 10), 3)
    if rng.case == "never-breaks":
        rates[0] = 0
    ask_for = rng.integer(1, 2) if rng.case == "never-breaks" else rng.integer(0, 2)
    mass = [Fraction(s * r, 10000) for s, r in zip(shares, rates, strict=True)]
    total = sum(mass, Fraction(0))
    ordinal = ("first", "second", "third")[ask_for]
    told = f"{place} {shares[0]} %, {shares[1]} % and {shares[2]} % of all {thing}. Of the {thing} of the first, {rates[0]} % are {verb}; of the second, {rates[1]} %; of the third, {rates[2]} %."
    tools = {
        "turn": f"From how often each makes {verb} ones, find where a {verb} one comes from",
        "add": f"From how often each makes {verb} ones, find how often it happens at all",
        "multiply": "Multiply the three rates, as for things that happen together",
    }
    add = " + ".join(f"({s}/100)*({r}/100)" for s, r in zip(shares, rates, strict=True))
    if rng.case == "whole":
        return Problem(
            ask=f"{told} What share of all {thing} is {verb}? Give a fraction or a decimal.",
            answer=WithTool(tools, "add", Number(total)),
            oracle=lambda: WithTool(
                tools, "add", Number(Fraction(sum(s * r for s, r in zip(shares, rates, strict=True)), 10000))
            ),
            mistakes=(
                Mistake(
                    "turned-for-nothing",
                    Used("turn"),
                    "Nothing was found out about a single one here. You are asked about all of them.",
                    blames="total-probability",
                ),
                Mistake(
                    "added-rates",
                    Used("add", Number(Fraction(sum(rates), 100))),
                    f"You added the three rates. Each counts only for its share of the {thing}.",
                    blames="total-probability",
                ),
                Mistake(
                    "plain-mean",
                    Used("add", Number(Fraction(sum(rates), 300))),
                    "That is the plain mean of the rates. The three do not contribute equally much.",
                ),
            ),
            hints=(f"Nothing was observed here: you look at all {thing}.", f"Count 10,000 {thing}."),
            solution=(Step(add, because="each share times its rate, added"), Step(_typed(total), because="add up")),
        )
    return Problem(
        ask=f"{told} One of the {thing} turns out {verb}. What is the probability that it came from the {ordinal}? Give it exactly.",
        answer=WithTool(tools, "turn", Number(mass[ask_for] / total)),
        oracle=lambda: WithTool(
            tools,
            "turn",
            Number(Fraction(shares[ask_for] * rates[ask_for], sum(s * r for s, r in zip(shares, rates, strict=True)))),
        ),
        mistakes=(
            Mistake(
                "rates-alone",
                Used("turn", Number(Fraction(rates[ask_for], sum(rates)))),
                f"You compared the rates alone. Weigh each by its share of the {thing}: the same rate on more {thing} gives more {verb} ones.",
            ),
            Mistake(
                "share-alone",
                Used("turn", Number(Fraction(shares[ask_for], 100))),
                f"That was so before anyone looked. Being {verb} is evidence: use the rates.",
            ),
            Mistake(
                "both-not-divided",
                Used("turn", Number(mass[ask_for])),
                f"That is the share of all {thing} that are {verb} and come from there. You know already that this one is {verb}: divide.",
            ),
        ),
        hints=(
            f"Count 10,000 {thing}: how many {verb} ones does each deliver?",
            f"Among the {verb} ones alone, what part is theirs?",
        ),
        solution=(
            Step(
                f"(({shares[ask_for]}/100)*({rates[ask_for]}/100))/({add})",
                because=f"their {verb} ones, over all {verb} ones",
            ),
            Step(_typed(mass[ask_for] / total), because="divide"),
        ),
    )


@exercise("recall-base-rate", kind="recall", keep=(1,), difficulty=0.3, seconds=20)
def recall_base_rate(rng: Rng) -> Problem:
    """Which of two conditional probabilities a sentence speaks of."""
    text, key, why = rng.choice(
        (
            ("Of the ill, 9 in 10 test positive.", "given-cause", "the pile is the ill"),
            ("Of those who test positive, 1 in 12 is ill.", "given-evidence", "the pile is the positive"),
            ("When it has rained, the lawn is wet.", "given-cause", "you start from the rain"),
            ("The lawn is wet, so it has probably rained.", "given-evidence", "you start from the wet lawn"),
            ("Spam usually says 'winner'.", "given-cause", "the pile is spam"),
            ("A mail that says 'winner' is usually spam.", "given-evidence", "the pile is the mails that say it"),
            ("A broken disk makes this noise in 8 of 10 cases.", "given-cause", "the pile is the broken disks"),
            (
                "This noise means a broken disk in 3 of 10 cases.",
                "given-evidence",
                "the pile is the disks with the noise",
            ),
        )
    )
    options = {
        "given-cause": "$P(\\text{evidence} \\mid \\text{cause})$",
        "given-evidence": "$P(\\text{cause} \\mid \\text{evidence})$",
        "both": "both, they are the same number",
    }
    return Problem(
        ask=f"> {text}\n\nWhich probability is that?",
        answer=Choice(options, key),
        mistakes=(
            Mistake("both", Choice.pick("both"), "They are equal only by luck: the base rate stands between them."),
            Mistake(
                "turned-round",
                Choice.pick("given-evidence" if key == "given-cause" else "given-cause"),
                "Ask which pile you stand in: that one goes behind the bar.",
            ),
        ),
        hints=("Which pile are we looking at?",),
        solution=(Step("", because=why + ", so that stands behind the bar"),),
    )


@exercise("recall-odds", kind="recall", keep=(2,), difficulty=0.3, seconds=25)
def recall_odds(rng: Rng) -> Problem:
    """One multiplication of odds, in the head."""
    a, b, ratio = rng.choice(
        (
            (1, 10, 10),
            (1, 20, 5),
            (1, 99, 99),
            (2, 3, 6),
            (1, 4, 2),
            (3, 5, 10),
            (1, 100, 50),
            (1, 2, 4),
            (1, 9, 3),
            (2, 5, 5),
        )
    )
    post = Fraction(a * ratio, b)
    return Problem(
        ask=f"Odds $1 : {b}$" * (a == 1)
        + f"Odds ${a} : {b}$" * (a != 1)
        + f", and evidence that is {ratio} times as likely if it is true as if it is not. The new odds, as a fraction?",
        answer=Number(post),
        oracle=lambda: Number(
            _by_counting(Fraction(a, a + b), Fraction(ratio, 100), Fraction(1, 100))
            / (1 - _by_counting(Fraction(a, a + b), Fraction(ratio, 100), Fraction(1, 100)))
        ),
        mistakes=(
            Mistake("gave-probability", Number(post / (1 + post)), "That is the probability. The odds were asked for."),
        ),
        hints=("Odds multiply.",),
        solution=(
            Step(f"{a}/{b}*{ratio}", because="old odds times the likelihood ratio"),
            Step(_typed(post), because="multiply"),
        ),
    )


@exercise("recall-rare", kind="recall", keep=(3,), difficulty=0.35, seconds=30)
def recall_rare(rng: Rng) -> Problem:
    """Why a good test for something rare is mostly wrong when it says yes; and when it is not."""
    what = rng.choice(("ill", "broken", "forged", "infected", "stolen", "fake", "leaking", "lost"))
    options = {
        "many": f"because a small part of the many that are not {what} is still more than nearly all of the few that are",
        "misses": f"because the test misses too many that are {what}",
        "chance": "because a test is a matter of chance, and a second one would come out differently",
    }
    when = {
        "common": f"when about half of those tested are {what}",
        "sensitive": f"when the test finds all that are {what}",
        "never": "never, that is how tests are",
    }
    if rng.chance(Fraction(1, 2)):
        return Problem(
            ask=f"One in a thousand is {what}. The test is right for 95 % of those that are and of those that are not. Why is a positive result mostly wrong?",
            answer=Choice(options, "many"),
            mistakes=(
                Mistake(
                    "blames-misses",
                    Choice.pick("misses"),
                    "Missing some makes positives fewer, not wrong. Who else is marked?",
                ),
                Mistake(
                    "blames-chance", Choice.pick("chance"), "It would stay so on average. Count two piles among 1,000."
                ),
            ),
            hints=("Count two piles among 1,000.",),
            solution=(Step("", because="about 50 false alarms come from the 999, and at most 1 true one from the 1"),),
        )
    return Problem(
        ask=f"A test is right for 95 % of those that are {what} and for 95 % of those that are not. When is its positive result mostly right?",
        answer=Choice(when, "common"),
        mistakes=(
            Mistake("sensitivity", Choice.pick("sensitive"), "That hardly moves the odds: a factor of 100/95 at most."),
            Mistake("never", Choice.pick("never"), "The base rate decides. Put in one half."),
        ),
        hints=("Which number besides the two rates enters?",),
        solution=(Step("", because="with even prior odds the ratio 95 to 5 makes it right in 19 of 20"),),
    )


@exercise("recall-total", kind="recall", keep=(4,), difficulty=0.3, seconds=25)
def recall_total(rng: Rng) -> Problem:
    """Normalise three products so that they add up to 1."""
    parts = rng.sample((1, 2, 3, 4, 5, 6), 3)
    k = rng.choice((100, 200, 1000))
    total = sum(parts)
    return Problem(
        ask=f"Three causes have prior times likelihood equal to ${parts[0]}/{k}$, ${parts[1]}/{k}$ and ${parts[2]}/{k}$; there is no fourth. Posterior of the first?",
        answer=Number(Fraction(parts[0], total)),
        oracle=lambda: Number(_by_counting(Fraction(parts[0], total), Fraction(1, 2), Fraction(1, 2))),
        mistakes=(
            Mistake(
                "not-divided", Number(Fraction(parts[0], k)), "The three do not add up to 1 yet. Divide by their total."
            ),
        ),
        hints=("The three posteriors must add up to 1.",),
        solution=(
            Step(f"({parts[0]}/{k})/({parts[0]}/{k} + {parts[1]}/{k} + {parts[2]}/{k})", because="over the total"),
            Step(_typed(Fraction(parts[0], total)), because="the common denominator cancels"),
        ),
    )


FLAGGED = Guess(
    "flagged-upload",
    ask="How likely is it a copy?",
    options={"ninety-six": "96 %", "ninety-two": "about 92 %", "half": "about 50 %", "nine": "about 9 %"},
    believes="ninety-six",
    truth="nine",
)

COPY_OR_NOT = Contrast(
    "copy-or-not",
    ask="Each detector has flagged an upload. Is it at least as likely a copy as not?",
    labels=("at least as likely a copy", "more likely an original"),
    pairs=(
        Pair(
            "1 upload in 25 is a copy; flags 96 % of copies, 4 % of originals",
            "1 upload in 250 is a copy; flags 96 % of copies, 4 % of originals",
            "Only the base rate changed. 1 in 25 gives 96 copies against 96 originals in 2,500 uploads: even. 1 in 250 gives 9.6 against 99.6.",
        ),
        Pair(
            "1 upload in 250 is a copy; flags 96 % of copies, 0 % of originals",
            "1 upload in 250 is a copy; flags 96 % of copies, 2 % of originals",
            "Only the false flags changed. With none, every flag is right. With 2 %, 9.6 true ones meet 49.8 false ones in 2,500.",
        ),
        Pair(
            "half of the uploads are copies; flags 60 % of copies, 50 % of originals",
            "a third of the uploads are copies; flags 60 % of copies, 50 % of originals",
            "Evidence this weak multiplies the odds by 1.2: enough for $1 : 1$, not for $1 : 2$.",
        ),
        Pair(
            "every upload is a copy; flags 1 % of copies",
            "no upload is a copy; flags 99 % of originals",
            "The boundary: a prior of 1 or 0 is moved by no evidence.",
        ),
    ),
)

TWO_ROADS = Proof(
    "two-roads",
    claim="$P(H \\mid E) = P(E \\mid H) P(H) / P(E)$, for $P(H) > 0$ and $P(E) > 0$.",
    lines=(
        Given("P(E and H) = P(H | E) P(E)", because="what conditional probability means, and $P(E) > 0$"),
        Open(
            "P(E and H) = P(E | H) P(H)",
            because="the other road: the same meaning with the roles exchanged, and $P(H) > 0$",
            hint="The same sentence with the roles of $E$ and $H$ exchanged.",
        ),
        Open(
            "P(H | E) P(E) = P(E | H) P(H)",
            because="both are the probability of the same event",
            instead=("$E$ and $H$ are independent", "probabilities add up to 1", "the theorem, which we want to prove"),
        ),
        Given("P(H | E) = P(E | H) P(H)/P(E)", because="divide by $P(E)$, which is not 0"),
    ),
    symbols={"E": "event", "H": "event"},
)


def _by_counting(prior: Fraction, like: Fraction, other: Fraction) -> Fraction:
    """The posterior from heads in a population that is large enough for every count to be whole."""
    people = prior.denominator * like.denominator * other.denominator
    ill = people * prior
    true, false = ill * like, (people - ill) * other
    return true / (true + false)


def _typed(value: Fraction) -> str:
    return f"{value.numerator}/{value.denominator}" if value.denominator != 1 else str(value.numerator)


def _posterior(prior: np.ndarray, like: np.ndarray) -> np.ndarray:
    return np.asarray(prior * like / (prior @ like))


def _inputs(rng: Rng, size: int, case: str) -> tuple[np.ndarray, np.ndarray]:
    """Prior and likelihoods of `size` hypotheses, with the feature of `case`."""
    parts = np.array(rng.integers(size, 1, 9), dtype=float)
    if case == "a-zero-prior":
        parts[0] = 0.0
    like = np.full(size, 0.5) if case == "equal-likelihoods" else np.array(rng.integers(size, 1, 9)) / 10
    prior = np.round(parts / parts.sum(), 3)
    prior[-1] = round(1 - prior[:-1].sum(), 3)
    return prior, like
