"""Runs in a process of its own: the kernel of one lesson's cells, which ends when the server does, however that ends.

Started by file name, it imports nothing of ours. ipykernel does the rest.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys
import threading
import time

PR_SET_PDEATHSIG = 1


def main() -> None:
    """Watch the server, then be a kernel."""
    server = int(os.environ.pop("AGNESI_SERVER"))
    if sys.platform.startswith("linux"):
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.name == "posix":
        threading.Thread(target=_end_with, args=(server,), daemon=True).start()

    from ipykernel.kernelapp import IPKernelApp

    IPKernelApp.launch_instance()


def _end_with(server: int) -> None:
    """End as soon as the server is no longer the parent; a kernel's own children are ended with its group."""
    while os.getppid() == server:
        time.sleep(0.5)
    os.killpg(os.getpgid(0), signal.SIGKILL)


if __name__ == "__main__":
    main()
