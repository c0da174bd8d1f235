"""Wrong roads are recognised by name, and never where the answer is right."""

import pytest

from agnesi.maths import read
from agnesi.maths.mistakes import RULES, mutants, named


@pytest.mark.parametrize(
    ("answer", "key", "rule"),
    [
        ("-5", "5", "opposite-sign"),
        ("x^2+9", "(x+3)^2", "power-of-sum"),
        ("x+3", "sqrt(x^2+9)", None),
        ("sqrt(x)+sqrt(9)", "sqrt(x+9)", "function-of-sum"),
        ("x^2+2", "x^2-2", "lost-sign"),
        ("cos(x^2)", "2x cos(x^2)", "inner-derivative"),
        ("[[1,3],[2,4]]", "[[1,2],[3,4]]", "transposed"),
        ("(2,1)", "(1,2)", "swapped-entries"),
        ("b/a", "a/b", "turned-over"),
        ("x<=2", "x<2", "open-or-closed"),
        ("x>2", "x<2", "other-side"),
        ("log_2(x)", "ln(x)", "wrong-base"),
        ("sin(x)", "cos(x)", "sine-for-cosine"),
        ("10", "5", "twice-or-half"),
        ("x+1", "1+x", None),
    ],
)
def test_a_wrong_road_has_a_name(answer, key, rule):
    found = named(read(answer), read(key))
    assert (found.name if found else None) == rule


def test_what_a_rule_makes_is_never_the_key():
    for key in ("(x+1)^2", "2 sin(x) cos(x)", "0", "x/2"):
        assert all(wrong != read(key) for _, wrong in mutants(read(key)))


def test_every_rule_has_a_sentence():
    assert all(rule.message.endswith((".", "?")) and len({one.name for one in RULES}) == len(RULES) for rule in RULES)
