"""granian in this very process: one worker of threads on a socket that we hold, WSGI in, its log to a file.

granian starts its worker as a process where Python has a global lock, and as a thread where it has none. One learner
needs one process: one memory, one write lock, and nothing left over when it is killed. So the threaded server is used
with the lock too (its worker is the same; only a check of the build forbids it), and given the socket that the port was
chosen with.
"""

from __future__ import annotations

import logging.config
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

from granian._granian import SocketHolder
from granian.constants import HTTPModes, Interfaces, RuntimeModes
from granian.server import MTServer
from granian.server.common import AbstractServer

THREADS = 8
IDLE_SECONDS = 600
STOP_SECONDS = 3


def serve(application: Callable[..., Any], listening: socket.socket, log: Path, started: Callable[[], None]) -> None:
    """Serve `application` until SIGINT, SIGTERM or SIGHUP; `started` is called when it begins.

    Called in the main thread.
    """
    host, port = listening.getsockname()
    server = _Server(
        target="agnesi",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        http=HTTPModes.http1,
        websockets=False,
        blocking_threads=THREADS,
        blocking_threads_idle_timeout=IDLE_SECONDS,
        runtime_mode=RuntimeModes.mt,
        log_dictconfig=logging_to(log),
        workers_kill_timeout=STOP_SECONDS,
    )
    server.listening = listening
    server.on_startup(started)
    # MTServer's own `serve` warns of a build without the lock, which this is not, and then calls this one.
    AbstractServer.serve(server, target_loader=lambda: application, wrap_loader=False)


def logging_to(log: Path) -> dict[str, Any]:
    """A logging configuration that writes to `log`, which is kept small."""
    kept = {
        "class": "logging.handlers.RotatingFileHandler",
        "filename": str(log),
        "maxBytes": 1_000_000,
        "backupCount": 1,
    }
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
        "handlers": {"file": {"formatter": "line", "encoding": "utf-8", "delay": True, **kept}},
        "root": {"handlers": ["file"], "level": "INFO"},
        "loggers": {"_granian": {"handlers": ["file"], "propagate": False}},
    }


def log_to(log: Path) -> None:
    """Write what happens from now on to `log`."""
    logging.config.dictConfig(logging_to(log))


class _Server(MTServer):
    """The threaded server, on a socket of ours, whatever the build of Python."""

    listening: socket.socket

    def _check_gil(self) -> None:
        """Threads share a global lock here, which is what one learner needs."""

    def _init_shared_socket(self) -> None:
        self.listening.setblocking(False)
        self._shd = _holder(self.listening.detach(), self.backlog)
        self._ssp = None

    def signal_handler_reload(self, *args: Any, **kwargs: Any) -> None:
        """The terminal was closed: stop."""
        self.signal_handler_interrupt()  # type: ignore[no-untyped-call]


def _holder(handle: int, backlog: int) -> Any:
    """What granian's worker wants of a socket that listens already (its type stub says less than it takes)."""
    make: Any = SocketHolder
    return make(handle, False, backlog)
