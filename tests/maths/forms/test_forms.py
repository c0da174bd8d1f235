"""Every form says what is missing in a sentence, and nothing when nothing is."""

import pytest

from agnesi.maths import forms, read

HELD = {
    "expanded": ["x^2+2x+1", "5", "x", "-x+1"],
    "factored": ["(x+1)(x-1)", "x^2+1", "3x", "7", "(2x-1)(x+2)", "x(x+1)/2"],
    "single-fraction": ["(x+1)/(x-1)", "x", "3/4", "-x/2"],
    "partial-fractions": ["1/x+1/(x+1)", "x+1/(x-1)", "1/x^2"],
    "completed-square": ["(x+1)^2-4", "3(x-2)^2", "-(x-1)^2+2"],
    "lowest-terms": ["3/4", "x/2", "sqrt(3)/3", "5"],
    "exact": ["1/3", "sqrt(2)", "pi"],
    "evaluated": ["5", "-1/3"],
    "no-negative-exponents": ["1/x", "x^2"],
    "rationalised": ["sqrt(2)/2"],
    "factored-reals": ["(x-sqrt(2))(x+sqrt(2))", "x^2+1"],
    "factored-complex": ["(x-i)(x+i)"],
}
BROKEN = {
    "expanded": ["(x+1)^2", "x(x+1)", "-(x+1)"],
    "factored": ["x^2-1", "2x+2", "x(x^2-1)"],
    "single-fraction": ["1+1/x", "(1/x)/2", "1/(1+1/x)", "x^-1"],
    "partial-fractions": ["1/(x(x+1))", "x^2/(x+1)", "1/x+2/x"],
    "completed-square": ["x^2+2x", "x(x+2)", "(x+1)^2+x"],
    "lowest-terms": ["2/4", "1/sqrt(3)", "1/(1+i)", "6/3"],
    "exact": ["0.333"],
    "evaluated": ["2+3"],
    "no-negative-exponents": ["x^-1"],
    "rationalised": ["1/sqrt(2)"],
    "factored-reals": ["x^2-2"],
    "factored-complex": ["x^2+1"],
}


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, texts in HELD.items() for text in texts])
def test_a_form_that_holds_says_nothing(name, text):
    assert forms.form(name, read(text)) == ""


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, texts in BROKEN.items() for text in texts])
def test_a_form_that_does_not_hold_says_what_to_do(name, text):
    assert forms.form(name, read(text)).endswith(".")


def test_every_form_is_tried_both_ways():
    assert set(HELD) == set(BROKEN) == set(forms.NAMES)


def test_an_unknown_form_is_the_authors_error():
    with pytest.raises(ValueError, match="no form"):
        forms.form("pretty", read("x"))
