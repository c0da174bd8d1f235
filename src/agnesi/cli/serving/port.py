"""The port: the one that was asked for, the last one used, or the next that is free; held from here on."""

from __future__ import annotations

import os
import socket
from pathlib import Path

from agnesi.cli.saying import CannotRunError

FIRST = 8642
TRIED = 100
HOST = "127.0.0.1"


def listening(wanted: int, last_used: Path) -> socket.socket:
    """A socket that listens on loopback, on `wanted` where it is not 0.

    Raises CannotRunError where that port is taken.
    """
    if wanted:
        try:
            return _bound(wanted)
        except OSError as error:
            raise CannotRunError(
                f"Port {wanted} cannot be used ({error.strerror}); choose another with --port, or leave it out."
            ) from error
    last = _last(last_used)
    for port in (last, *range(FIRST, FIRST + TRIED), 0):
        try:
            return _bound(port)
        except OSError:
            continue
    raise CannotRunError("No port is free on 127.0.0.1; name one with --port.")


def remember(last_used: Path, port: int) -> None:
    """Note the port for the next start."""
    last_used.write_text(f"{port}\n", "ascii")


def _last(last_used: Path) -> int:
    try:
        port = int(last_used.read_text("ascii"))
    except (OSError, ValueError):
        return FIRST
    return port if 1024 <= port <= 65535 else FIRST


def _bound(port: int) -> socket.socket:
    made = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if os.name == "posix":  # elsewhere this would let two programs have the same port
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind((HOST, port))
        made.listen(128)
    except OSError:
        made.close()
        raise
    return made
