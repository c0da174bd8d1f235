"""Erasing everything: the database and what lies beside it, backups, caches, kernel files, the server's log."""

from __future__ import annotations

import shutil

from django.db import connection

from agnesi.home import settings
from agnesi.store.database import close
from agnesi.store.errors import NotSavedError
from agnesi.store.sqlite.copying import remove as remove_database
from agnesi.store.sqlite.emptying import empty
from agnesi.store.writing import told, writing


def erase() -> None:
    """Erase everything while the app runs and goes on with an empty database. `settings.toml` stays.

    Raises NotSavedError where the disk does not let it; then what is left can be erased by trying again.
    """
    with writing():
        pass  # whoever writes now comes first
    with told():
        connection.ensure_connection()
        empty(connection.connection)
    _remove_the_rest()


def remove() -> None:
    """Erase everything, the database file included, while nothing runs; works with a damaged database too."""
    close()
    try:
        for each in settings().home.glob("agnesi*.sqlite3*"):
            each.unlink(missing_ok=True)
        remove_database(settings().database)
    except OSError as error:
        raise NotSavedError(
            f"{settings().home} could not be erased ({error.strerror}); delete the folder yourself."
        ) from error
    _remove_the_rest()


def _remove_the_rest() -> None:
    place = settings()
    try:
        for folder in (place.backup_folder, place.cache, place.kernel_folder):
            if folder.exists():
                shutil.rmtree(folder)
        for left in place.home.glob("agnesi-damaged-*"):
            left.unlink()
        if place.server_log.exists():
            place.server_log.write_text("")
    except OSError as error:
        raise NotSavedError(
            f"{error.filename} could not be erased ({error.strerror}); try again, or delete it yourself."
        ) from error
