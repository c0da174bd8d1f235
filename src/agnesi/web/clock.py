"""Now, as one request knows it: UTC, and the learner's own day by the zone that their browser told us."""

from __future__ import annotations

from datetime import UTC, datetime
from urllib.parse import unquote

from django.http import HttpRequest

from agnesi.study import days
from agnesi.study.ports import Moment

ZONE_COOKIE = "agnesi_zone"


def utc_now() -> datetime:
    """The one place of the site that reads the clock."""
    return datetime.now(UTC)


def moment(request: HttpRequest) -> Moment:
    """Now; where the browser told no zone that is known here, the day is this machine's own."""
    now = utc_now()
    zone = unquote(request.COOKIES.get(ZONE_COOKIE, ""))
    if days.is_zone(zone):
        return days.moment(now, zone)
    local = now.astimezone()
    return Moment(now.isoformat(timespec="milliseconds"), (local - days.ROLLOVER).date())
