"""Chance is ours: the same for ever."""

from collections import Counter
from fractions import Fraction

import pytest

from agnesi.exercise.rng import Rng


def test_golden_values_never_change():
    rng = Rng("dot-product/compute@1", 7)
    assert rng.integers(6) == (0, -3, -1, 2, 0, 3)
    assert rng.integer(-3, 3, nonzero=True, avoid=(1, 2)) == -2
    assert rng.shuffle("abcde") == ["b", "a", "e", "c", "d"]
    assert rng.sample(range(10), 3) == [0, 6, 8]
    assert rng.fraction() == Fraction(9, 4)
    assert rng.chance(0.5) is False
    assert rng.choice("xyz") == "z"


def test_label_and_seed_both_matter_and_the_case_does_not():
    draws = [Rng(*args).integers(20, 0, 10**9) for args in (("a", 1), ("a", 2), ("b", 1), ("a", -1))]
    assert len(set(draws)) == 4
    assert Rng("a", 1, "zero").integers(20, 0, 10**9) == draws[0]


def test_whole_numbers_are_evenly_spread_and_within_bounds():
    counts = Counter(Rng("even", 0).integers(6000, 1, 6))
    assert set(counts) == set(range(1, 7))
    assert all(850 < n < 1150 for n in counts.values())


def test_what_is_excluded_is_never_drawn():
    rng = Rng("avoid", 0)
    drawn = {rng.integer(-2, 2, nonzero=True, avoid=(1,)) for _ in range(200)}
    assert drawn == {-2, -1, 2}
    assert 0 not in rng.integers(200, nonzero=True)


def test_a_fraction_is_never_whole_and_stays_inside():
    rng = Rng("fraction", 0)
    drawn = [rng.fraction(0, 2, (2, 3, 4)) for _ in range(200)]
    assert all(0 < x < 2 and x.denominator in (2, 3, 4) for x in drawn)
    assert {x.denominator for x in drawn} == {2, 3, 4}


def test_shuffling_and_sampling_leave_their_source_alone():
    source = [1, 2, 3, 4]
    rng = Rng("shuffle", 0)
    assert sorted(rng.shuffle(source)) == source == [1, 2, 3, 4]
    assert len(set(rng.sample(source, 3))) == 3
    with pytest.raises(ValueError, match="cannot draw 5 of 4"):
        rng.sample(source, 5)


def test_chance_is_about_as_likely_as_said():
    rng = Rng("chance", 0)
    assert 200 < sum(rng.chance(Fraction(1, 4)) for _ in range(1000)) < 300
    assert not rng.chance(0)
    assert rng.chance(1)


def test_nothing_to_choose_from_is_an_error():
    with pytest.raises(ValueError):
        Rng("a", 0).choice([])
    with pytest.raises(ValueError):
        Rng("a", 0).integer(1, 1, avoid=(1,))
    with pytest.raises(ValueError, match="nothing acceptable"):
        Rng("a", 0).until(lambda: 1, lambda n: n == 2)
