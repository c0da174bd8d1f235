from datetime import UTC, date, datetime

import pytest

from agnesi.study import day_of, moment


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def test_the_night_belongs_to_the_day_before_until_four():
    assert day_of(at("2026-03-02T02:59"), "Europe/Rome") == date(2026, 3, 1)
    assert day_of(at("2026-03-02T03:00"), "Europe/Rome") == date(2026, 3, 2)


@pytest.mark.parametrize(
    ("zone", "day"),
    [("Pacific/Kiritimati", date(2026, 3, 2)), ("UTC", date(2026, 3, 1)), ("Pacific/Pago_Pago", date(2026, 3, 1))],
)
def test_every_zone_has_its_own_day(zone, day):
    assert day_of(at("2026-03-01T15:00"), zone) == day
    assert day_of(at("2026-03-01T14:59"), "Pacific/Pago_Pago") == date(2026, 2, 28)


def test_the_night_of_a_clock_change_has_one_rollover():
    spring = [day_of(at(f"2026-03-29T0{hour}:30"), "Europe/Rome") for hour in range(5)]
    assert spring == [date(2026, 3, 28)] * 2 + [date(2026, 3, 29)] * 3
    autumn = [day_of(at(f"2026-10-25T0{hour}:30"), "Europe/Rome") for hour in range(5)]
    assert autumn == [date(2026, 10, 24)] * 3 + [date(2026, 10, 25)] * 2


def test_a_clock_set_back_does_not_bring_back_a_day():
    assert day_of(at("2026-03-01T12:00"), "UTC", last=date(2026, 3, 5)) == date(2026, 3, 5)


def test_an_unknown_zone_of_the_browser_falls_back_to_the_servers():
    assert moment(at("2026-03-01T15:00"), "Moon/Base", server_zone="Pacific/Kiritimati").day == date(2026, 3, 2)
    assert moment(at("2026-03-01T15:00"), "../../etc", server_zone="nonsense").day == date(2026, 3, 1)


def test_a_moment_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="time zone"):
        day_of(datetime(2026, 3, 1), "UTC")
