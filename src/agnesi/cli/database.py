"""For the commands that need the database: settings read, Django made ready."""

from __future__ import annotations

import os
from pathlib import Path

from agnesi import home
from agnesi.cli.saying import CannotRunError


def ready(course: Path | None = None) -> None:
    """Read the settings and make Django ready. Raises SettingError."""
    home.use(home.read(course=course))
    set_up_django()


def existing() -> None:
    """As `ready`, for commands that need a database that is there. Raises CannotRunError where there is none."""
    ready()
    if not home.settings().database.exists():
        raise CannotRunError(f"There is no database in {home.settings().home}; `agnesi start` makes one.")


def set_up_django() -> None:
    """Load Django with the settings of the web room; `agnesi.home.use` has been called before."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "agnesi.web.settings")
    import django

    django.setup()
