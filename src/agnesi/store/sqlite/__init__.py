"""All that is true of SQLite alone: how it is opened, its triggers, copying, checking. Imports no Django."""

from agnesi.store.sqlite.opening import connection, opened, uri

__all__ = ["connection", "opened", "uri"]
