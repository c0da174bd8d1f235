r"""What tells one kind of formula from another: its signs as they stand, such as `d_k`, `f'`, `p(|`, `^-1`, `<t`."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from agnesi.content.decoding.scan import Scan, plain

MANY = 4
"""As many signs of a derivative stand for two derivatives or more."""

_TEXTUAL = {
    "-step": re.compile(r"-\\(?:eta|alpha|epsilon|gamma|lambda|frac)"),
    "1-y": re.compile(r"1-(?:\\hat)?y"),
    "1-d": re.compile(r"1-d"),
    "\\gets": re.compile(r"\\(?:gets|leftarrow)"),
    "PE": re.compile(r"PE"),
    "TP": re.compile(r"TP"),
    "KL": re.compile(r"KL"),
}


def features(tex: str, found: Scan) -> frozenset[str]:
    """The features of a formula that was scanned."""
    signs = found.everything()
    made = set(found.traits)
    for sign in signs:
        made |= {sign.symbol, sign.whole}
        if sign.above:
            made |= {f"{sign.symbol}^{sign.above}"}
        if sign.applied:
            made.add(f"{sign.symbol}(")
        if sign.given:
            made.add(f"{sign.symbol}(|")
        if sign.below.startswith("<") or "_<" in sign.whole:
            made.add("<t")
    for sign, following in pairwise(signs):
        if following.symbol == "'":
            made.add(f"{sign.symbol}'")
    count = Counter(sign.symbol for sign in signs)
    given = count["| alone"] + sum(sign.given for sign in signs) - min(count["| alone"], sum(s.given for s in signs))
    made |= {"\\partial many"} if count["\\partial"] >= MANY else set()
    made |= {"d many"} if sum(sign.symbol == "d" and sign.above == "x" for sign in signs) >= MANY else set()
    made |= {"d^x"} if any(sign.symbol == "d" and sign.above == "x" for sign in signs) else set()
    made |= {"given many"} if given >= 2 else set()
    bare = plain(tex)
    made |= {name for name, pattern in _TEXTUAL.items() if pattern.search(bare)}
    if "<" in made and re.search(r"_<", bare):
        made.add("<t")
    return frozenset(made)
