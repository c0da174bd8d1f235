"""Which day it is for a learner: the local date, with a night that lasts until four in the morning."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from agnesi.study.ports import Moment

ROLLOVER = timedelta(hours=4)


def day_of(utc: datetime, zone: str, last: date | None = None) -> date:
    """The learner's day at the moment `utc`, which has a time zone; never earlier than `last`, the last known day.

    The local clock decides: at half past three it is still yesterday, whatever the night of a clock change does.
    A `zone` that is unknown here counts as UTC. Raises ValueError when `utc` has no time zone.
    """
    if utc.tzinfo is None:
        raise ValueError("a moment needs its time zone")
    local = utc.astimezone(_zone(zone)).replace(tzinfo=None)
    day = (local - ROLLOVER).date()
    return max(day, last) if last is not None else day


def moment(utc: datetime, zone: str, last: date | None = None, server_zone: str = "") -> Moment:
    """Now, for one request: `zone` is what the browser says, `server_zone` decides where that is no zone known here."""
    chosen = zone if is_zone(zone) else server_zone
    return Moment(utc.astimezone(UTC).isoformat(timespec="milliseconds"), day_of(utc, chosen, last))


def is_zone(name: str) -> bool:
    """Whether `name` is a time zone known here, such as Europe/Rome."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name if is_zone(name) else "UTC")
