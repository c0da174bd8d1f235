"""The kernel of one lesson: cells are run in it one after another, watched, interrupted, and it is ended when idle.

Everything here happens in the one thread of `loop.py`, which alone touches the sockets.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import queue
import time
from dataclasses import dataclass, field
from typing import Any

import zmq.asyncio
from jupyter_client.asynchronous.client import AsyncKernelClient

from agnesi.home import settings
from agnesi.kernel.outputs import FLOOD, Gathered
from agnesi.kernel.process import KernelProcess, launch

START_SECONDS = 30.0
GRACE_SECONDS = 2.0
TICK_SECONDS = 0.2
GONE = "The kernel was ended, and what its cells had defined is gone; run them again from the top."
_LOG = logging.getLogger("agnesi.kernel")


@dataclass
class Run:
    """One run of one cell. `stop` is set from outside to ask for its end."""

    id: str
    lesson: str
    code: str
    gathered: Gathered = field(default_factory=Gathered)
    stop: bool = False


class LessonKernel:
    """A kernel with the queue of its runs; `finished` once it has ended."""

    def __init__(self, lesson: str, context: zmq.asyncio.Context) -> None:
        self.lesson = lesson
        self.used = time.monotonic()
        self.finished = False
        self._context = context
        self._runs: asyncio.Queue[Run | None] = asyncio.Queue()
        self._current: Run | None = None
        self._process: KernelProcess | None = None
        self._client: AsyncKernelClient | None = None

    @property
    def busy(self) -> bool:
        """Whether a cell runs or waits."""
        return self._current is not None or not self._runs.empty()

    def add(self, run: Run) -> None:
        """Run this after what waits already."""
        self.used = time.monotonic()
        self._runs.put_nowait(run)

    async def serve(self) -> None:
        """Start the kernel, run what comes, and end after the idle time or when the kernel is gone."""
        replies = None
        try:
            client = await self._start()
            replies = asyncio.create_task(_drained(client))
            while self._process is not None and self._process.alive:
                run = await asyncio.wait_for(self._runs.get(), settings().cell_idle_minutes * 60)
                if run is None:
                    return
                await self._run(run)
        except TimeoutError:
            pass  # idle for so long
        except Exception:
            _LOG.exception("the kernel of %s failed", self.lesson)
        finally:
            if replies is not None:
                replies.cancel()
            self.end()

    def end(self, sentence: str = GONE) -> None:
        """End the kernel at once; runs that wait are told so."""
        if self.finished:
            return
        self.finished = True
        if self._client is not None:
            self._client.stop_channels()
            self._client = None
        if self._process is not None:
            self._process.kill()
            self._process = None
        waiting: list[Run | None] = [self._current]
        while not self._runs.empty():
            waiting.append(self._runs.get_nowait())
        for run in waiting:
            if run is not None and not run.gathered.done:
                run.gathered.end(sentence)
        self._current = None
        self._runs.put_nowait(None)

    async def _start(self) -> AsyncKernelClient:
        """Launch the kernel, and wait until it answers and its output reaches us."""
        self._process = launch()
        client = self._client = AsyncKernelClient(context=self._context)
        client.load_connection_info(self._process.connection)
        client.start_channels(shell=True, iopub=True, stdin=False, hb=False, control=False)
        end = time.monotonic() + START_SECONDS
        heard = answered = False
        client.kernel_info()
        while not (heard and answered):
            if time.monotonic() > end or not self._process.alive:
                raise RuntimeError("the kernel does not answer")
            if answered and not heard:
                client.kernel_info()
            with contextlib.suppress(queue.Empty):
                await client.get_shell_msg(timeout=TICK_SECONDS)
                answered = True
            with contextlib.suppress(queue.Empty):
                await client.get_iopub_msg(timeout=0.01)
                heard = True
        return client

    async def _run(self, run: Run) -> None:
        """Run one cell to its end, or to the end that time, memory, flood or the stop button make."""
        self._current = run
        if run.stop:
            run.gathered.end("Stopped before it began.")
        else:
            await self._watched(run)
        self._current = None
        self.used = time.monotonic()

    async def _watched(self, run: Run) -> None:
        client, process = self._client, self._process
        assert client is not None
        assert process is not None
        request = client.execute(run.code, store_history=True, allow_stdin=False)
        begun, last_look, why, killed_at = time.monotonic(), 0.0, "", 0.0
        while True:
            message = await self._message(client)
            if message is not None and message["parent_header"].get("msg_id") == request:
                kind, content = message["msg_type"], message["content"]
                if kind == "status" and content.get("execution_state") == "idle":
                    break
                run.gathered.take(kind, content)
            now = time.monotonic()
            if now - last_look < TICK_SECONDS:
                continue
            last_look = now
            if not process.alive:
                self.end(why or f"The code ended its own process. {GONE}")
                return
            if process.memory_mb > settings().cell_memory_mb:
                self.end(f"Stopped: it took more than {settings().cell_memory_mb} MB. {GONE}")
                return
            if killed_at and now > killed_at:
                self.end(f"{why} {GONE}")
                return
            if not why and (why := _why(run, now - begun)):
                process.interrupt()
                killed_at = now + GRACE_SECONDS
        run.gathered.end(why)

    async def _message(self, client: AsyncKernelClient) -> dict[str, Any] | None:
        try:
            return await client.get_iopub_msg(timeout=TICK_SECONDS)
        except queue.Empty:
            return None


async def _drained(client: AsyncKernelClient) -> None:
    """Read the replies of the other channel, which say nothing that we show, for ever."""
    while True:
        with contextlib.suppress(queue.Empty):
            await client.get_shell_msg(timeout=60)


def _why(run: Run, seconds: float) -> str:
    """Why this run must stop now; empty when it need not."""
    if run.stop:
        return "Stopped."
    if seconds > settings().cell_seconds:
        return f"Stopped after {settings().cell_seconds} seconds."
    if run.gathered.sent > FLOOD:
        return "Stopped: it printed far too much."
    return ""
