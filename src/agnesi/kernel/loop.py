"""The one thread in which kernels are started, spoken to and ended.

At most two at a time, the one idle longest gives way.
"""

from __future__ import annotations

import asyncio
import threading

import zmq.asyncio

from agnesi.kernel.lesson import LessonKernel, Run
from agnesi.kernel.process import sweep

MOST_KERNELS = 2


class Loop:
    """A thread with an event loop, which lives until `stop`; started when the first cell is run."""

    def __init__(self) -> None:
        self._loop = asyncio.SelectorEventLoop()
        self._kernels: dict[str, LessonKernel] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._context = zmq.asyncio.Context()
        sweep()
        self._thread = threading.Thread(target=self._live, name="agnesi-kernels", daemon=True)
        self._thread.start()

    def submit(self, run: Run) -> None:
        """Have `run` run in its lesson's kernel; from any thread."""
        self._loop.call_soon_threadsafe(self._submit, run)

    def stop(self) -> None:
        """End every kernel and the thread."""
        if self._thread.is_alive():
            asyncio.run_coroutine_threadsafe(self._end(), self._loop)
            self._thread.join(timeout=5)

    def _live(self) -> None:
        asyncio.set_event_loop(self._loop)
        try:
            self._loop.run_forever()
        finally:
            self._context.destroy(linger=0)
            self._loop.close()

    async def _end(self) -> None:
        for kernel in self._kernels.values():
            kernel.end("Agnesi was stopped.")
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._loop.stop()

    def _submit(self, run: Run) -> None:
        self._kernels = {lesson: kernel for lesson, kernel in self._kernels.items() if not kernel.finished}
        kernel = self._kernels.get(run.lesson)
        if kernel is None:
            if not self._made_room():
                run.gathered.end("Two lessons are running code; stop one of them, then run this again.")
                return
            kernel = self._kernels[run.lesson] = LessonKernel(run.lesson, self._context)
            task = self._loop.create_task(kernel.serve())
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        kernel.add(run)

    def _made_room(self) -> bool:
        """Whether one more kernel may start, after the one idle longest has ended where that was needed."""
        if len(self._kernels) < MOST_KERNELS:
            return True
        idle = [kernel for kernel in self._kernels.values() if not kernel.busy]
        if not idle:
            return False
        kernel = min(idle, key=lambda each: each.used)
        kernel.end()
        del self._kernels[kernel.lesson]
        return True
