"""One kernel process: its folder, its connection file, its start and its end. The sockets belong to `lesson.py`."""

from __future__ import annotations

import os
import secrets
import shutil
import signal
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from jupyter_client.connect import KernelConnectionInfo, write_connection_file

from agnesi.home import settings
from agnesi.kernel import limits
from agnesi.kernel.environment import environment, python

LONGEST_SOCKET = 90
"""Characters of a path that every system still takes for a socket."""


@dataclass(frozen=True, slots=True)
class KernelProcess:
    """A kernel that runs, and how to reach it; its folder goes with it."""

    popen: subprocess.Popen[bytes]
    folder: Path
    connection: KernelConnectionInfo

    @property
    def alive(self) -> bool:
        """Whether it still runs."""
        return self.popen.poll() is None

    @property
    def memory_mb(self) -> float:
        """What it and its children hold."""
        return limits.memory(self.popen.pid) / 1_000_000

    def interrupt(self) -> None:
        """Ask the running cell to stop; where the system knows no such signal, the kernel is ended."""
        if os.name != "posix":
            self.kill()
        elif self.alive:
            os.kill(self.popen.pid, signal.SIGINT)

    def kill(self) -> None:
        """End it and its children now, and take its folder away."""
        limits.kill(self.popen.pid)
        self.popen.wait()
        shutil.rmtree(self.folder, ignore_errors=True)


def launch() -> KernelProcess:
    """Start a kernel in a folder of its own, that nobody else may enter. Raises OSError."""
    folder = _folder()
    work = folder / "work"
    work.mkdir(mode=0o700)
    local = sys.platform != "win32"
    file, connection = write_connection_file(
        str(folder / "connection.json"),
        ip=str(folder / "k") if local else "127.0.0.1",
        transport="ipc" if local else "tcp",
        key=secrets.token_hex(32).encode(),
    )
    popen = subprocess.Popen(
        [*python("inside_cell.py"), "-f", file, "--HistoryManager.enabled=False", "--InteractiveShell.colors=NoColor"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=work,
        env=_environment(folder),
        start_new_session=True,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    return KernelProcess(popen, folder, connection)


def sweep() -> None:
    """Take away what kernels of a server that was killed have left."""
    shutil.rmtree(settings().kernel_folder, ignore_errors=True)


def _folder() -> Path:
    """A new folder of mode 0700, in the home where its path is short enough for sockets."""
    place = settings().kernel_folder
    if len(os.fsencode(place)) > LONGEST_SOCKET - 20:
        return Path(tempfile.mkdtemp(prefix="agnesi-"))
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder = place / secrets.token_hex(4)
    folder.mkdir(mode=0o700)
    return folder


def _environment(folder: Path) -> dict[str, str]:
    here = Path(__file__).parent
    return environment(
        os.environ,
        AGNESI_SERVER=str(os.getpid()),
        IPYTHONDIR=str(folder / "ipython"),
        JUPYTER_CONFIG_DIR=str(folder / "jupyter"),
        MPLBACKEND="module://matplotlib_inline.backend_inline",
        MPLCONFIGDIR=str(settings().cache / "matplotlib"),
        MATPLOTLIBRC=str(here / "matplotlibrc"),
    )
