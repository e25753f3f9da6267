"""Worker process: loads the extractor once, then answers one chunk after the other.

Each worker has a pipe of its own and shares no lock: whenever it ends, it harms no other.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection

import psutil

from extract.article import Article
from extract.errors import ExtractError, ModelError
from extract.runs.engines import Load
from extract.runs.extractor import Outcome

# Libraries below the encoder would each start a thread on every core. A user's own settings stay.
_THREAD_VARIABLES = {
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "RAYON_NUM_THREADS": "1",
    "TOKENIZERS_PARALLELISM": "false",
}
_MAX_DYING_SECONDS = 5.0  # from the end of a process's pipe to its own
_CONTEXT = multiprocessing.get_context("spawn")


class Worker:
    """Handle of a worker process.

    ready: it has loaded its extractor. A chunk is sent only to an idle worker, which reads it at once, so
    that sending never waits.
    """

    def __init__(self, load: Load) -> None:
        self.connection, theirs = _CONTEXT.Pipe()
        self.ready = False
        self._process = _CONTEXT.Process(
            target=_work, args=(theirs, load), name="extract worker", daemon=True
        )
        try:
            with interrupts_held(), _one_thread_each():
                self._process.start()
            self._memory = psutil.Process(self._process.pid)
        except (OSError, psutil.Error) as error:
            raise ModelError(
                f"a worker process cannot be started: {error}; give fewer with --jobs"
            ) from error
        theirs.close()

    def send(self, articles: Sequence[Article]) -> None:
        """Send articles; that the worker has died shows when its answer is read."""
        try:
            self.connection.send(articles)
        except OSError:
            return

    def receive(self) -> Sequence[Outcome] | None:
        """Wait for the next answer; None once, when the worker is ready.

        Raises EOFError when the process has ended, ExtractError when there is nothing to load.
        """
        try:
            answer = self.connection.recv()
        except OSError as error:
            raise EOFError(str(error)) from error
        if isinstance(answer, ExtractError):
            raise answer
        if answer is None:
            self.ready = True
        return answer  # type: ignore[no-any-return]

    @property
    def memory(self) -> int:
        """Bytes of memory that the worker holds; 0 when it has ended."""
        try:
            return int(self._memory.memory_info().rss)
        except psutil.Error:
            return 0

    def how_ended(self) -> str:
        """Word how the process ended by itself."""
        self._process.join(timeout=_MAX_DYING_SECONDS)
        code = self._process.exitcode
        if code is None:
            return "gave up its pipe"
        return f"was ended by {signal.Signals(-code).name}" if code < 0 else f"ended with exit code {code}"

    def end(self) -> None:
        """End the process at once, unless it has ended by itself."""
        self._process.kill()
        self._process.join()
        self.connection.close()


@contextmanager
def interrupts_held() -> Iterator[None]:
    """Keep Ctrl-C, which goes to every process of a terminal, from processes started in the block."""
    if sys.platform == "win32":
        yield
    else:
        resource_tracker.ensure_running()  # when it is started by `start`, it lets the signals through again
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            yield
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def _one_thread_each() -> Iterator[None]:
    """Set the numbers of threads in the environment of processes started in the block."""
    added = {name: value for name, value in _THREAD_VARIABLES.items() if name not in os.environ}
    os.environ.update(added)
    try:
        yield
    finally:
        for name in added:
            del os.environ[name]


def _work(connection: Connection, load: Load) -> None:
    """Main function of the process: answer chunks until the pipe closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    try:
        extractor = load()
    except Exception as error:
        connection.send(error if isinstance(error, ExtractError) else ModelError(_in_words(error)))
        return
    connection.send(None)
    try:
        while True:
            connection.send(extractor(connection.recv()))
    except (EOFError, OSError):
        return


def _end_with_parent() -> None:
    """End this process with its parent, however that ended."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _in_words(error: Exception) -> str:
    return f"the model cannot be loaded: {type(error).__name__}: {error}"
