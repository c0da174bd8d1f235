"""What counts as worked out."""

import pytest

from agnesi import maths
from agnesi.maths.forms import form


@pytest.mark.parametrize(
    "text", ["6", "-6", "0.5", "6e3", "3e-4", "19/12", "-19/12", "(-3)/4", "1 1/2", "6*10^3", "3*10^(-4)", "37.5%"]
)
def test_a_number_is_worked_out(text: str) -> None:
    assert form("evaluated", maths.read(text)) == ""


@pytest.mark.parametrize(
    "text", ["2*3", "8 - 5 + 3", "-(2 - 8)", "1/2 + 1/3", "(1/2)/(3/4)", "(3e-4)*(2e7)", "2^3", "1 - 1/2"]
)
def test_a_sum_a_product_and_a_power_are_still_to_do(text: str) -> None:
    assert "Work it out" in form("evaluated", maths.read(text))
