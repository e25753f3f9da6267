"""Local engine: worker processes on this machine.

One thread in this process hands out chunks and takes back outcomes. An article that crashes its worker or
exceeds a limit is tried once more alone, and is then a failure; the other articles of its chunk are tried
alone too, and lose nothing.
"""

from __future__ import annotations

import logging
import time
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing.connection import wait

import psutil

from extract.article import Article, Failure
from extract.errors import InputError, ModelError
from extract.runs.engines import Engine, Load
from extract.runs.engines.chunks import chunks
from extract.runs.engines.limits import Limits
from extract.runs.engines.worker import Worker
from extract.runs.extractor import Outcome

logger = logging.getLogger(__name__)

_CHUNKS_AHEAD_PER_WORKER = 16  # chunks for each worker that may wait for an earlier one
_POLL_SECONDS = 0.2  # between two looks at the limits
_FULL_SHARE = 0.8  # of the memory limit: a worker that holds more at rest is replaced
_MAX_LOADING_SECONDS = 600.0  # that a worker may take to load the model
_MAX_FAILED_STARTS = 3  # workers in a row that end before they are ready


@contextmanager
def local_engine(load: Load, *, workers: int = 1, limits: Limits | None = None) -> Iterator[Engine]:
    """Yield an engine of worker processes, which start when there is work for them.

    workers: 0 for one on each core. Raises, from the engine, what `load` raises as an ExtractError,
    and InputError for a memory limit without room for the model.
    A script that uses this guards what it does with `if __name__ == "__main__":`, as every use of
    `multiprocessing` must.
    """
    pool = _Pool(load, workers or cores(), limits or Limits())
    try:
        yield pool.outcomes
    finally:
        pool.end()


def cores() -> int:
    """Count the cores that this process may use."""
    process = psutil.Process()
    count = len(process.cpu_affinity() or ()) if hasattr(process, "cpu_affinity") else psutil.cpu_count()
    return count or 1


def threads_each(threads: int, workers: int) -> int:
    """Count the threads of the encoder of each worker; 0 shares the cores out."""
    return threads or max(1, cores() // (workers or cores()))


@dataclass(slots=True, kw_only=True)
class _Chunk:
    """Articles in order, with the outcomes so far by place."""

    articles: Sequence[Article]
    outcomes: dict[int, Outcome] = field(default_factory=dict)

    @property
    def done(self) -> bool:
        return len(self.outcomes) == len(self.articles)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Job:
    """Work for one worker: articles of a chunk, by their places. again: it ended a worker before."""

    chunk: _Chunk
    places: Sequence[int]
    again: bool = False

    @property
    def articles(self) -> list[Article]:
        return [self.chunk.articles[place] for place in self.places]


class _Pool:
    """Pool of workers, their jobs, and the jobs that wait."""

    def __init__(self, load: Load, size: int, limits: Limits) -> None:
        self._load = load
        self._size = size
        self._limits = limits
        self._jobs: dict[Worker, _Job | None] = {}
        self._deadline: dict[Worker, float] = {}
        self._waiting: deque[_Job] = deque()
        self._lost_starts = 0
        self._next_look = 0.0

    def outcomes(self, articles: Iterable[Article]) -> Iterator[Outcome]:
        """Yield the outcome of each article, in order; closing the iterator gives up work under way."""
        source = chunks(articles)
        order: deque[_Chunk] = deque()
        more = True
        try:
            while more or order:
                while (
                    more
                    and len(self._waiting) < self._size
                    and len(order) < _CHUNKS_AHEAD_PER_WORKER * self._size
                ):
                    if (chunk := next(source, None)) is None:
                        more = False
                        break
                    order.append(_Chunk(articles=chunk))
                    self._waiting.append(_Job(chunk=order[-1], places=range(len(chunk))))
                    self._hand_out()
                while order and order[0].done:
                    outcomes = order.popleft().outcomes
                    for place in range(len(outcomes)):
                        yield outcomes[place]
                        self._serve(0)
                if order:
                    self._serve(_POLL_SECONDS)
        finally:
            self._waiting.clear()
            for worker in [worker for worker, job in self._jobs.items() if job is not None]:
                self._end(worker)

    def end(self) -> None:
        """End all workers."""
        for worker in list(self._jobs):
            self._end(worker)

    def _hand_out(self) -> None:
        """Give waiting jobs to idle workers; start a worker for one that finds none."""
        idle = [worker for worker, job in self._jobs.items() if worker.ready and job is None]
        while self._waiting and idle:
            self._give(idle.pop(), self._waiting.popleft())
        starting = sum(not worker.ready for worker in self._jobs)
        while len(self._jobs) < self._size and starting < len(self._waiting):
            worker = Worker(self._load)
            self._jobs[worker] = None
            self._deadline[worker] = time.monotonic() + _MAX_LOADING_SECONDS
            starting += 1

    def _give(self, worker: Worker, job: _Job) -> None:
        articles = job.articles
        self._jobs[worker] = job
        self._deadline[worker] = time.monotonic() + self._limits.seconds_for(articles)
        worker.send(articles)

    def _serve(self, seconds: float) -> None:
        """Wait at most `seconds` for answers of workers, check limits, and hand out jobs."""
        connections = {worker.connection: worker for worker in self._jobs}
        for connection in wait(list(connections), seconds):
            self._take(connections[connection])  # type: ignore[index]
        if time.monotonic() >= self._next_look:
            for worker, job in list(self._jobs.items()):
                if job is not None or not worker.ready:
                    self._watch(worker, job)
            self._next_look = time.monotonic() + _POLL_SECONDS
        self._hand_out()

    def _take(self, worker: Worker) -> None:
        try:
            answer = worker.receive()
        except EOFError:
            self._lose(worker)
            return
        job = self._jobs[worker]
        if answer is None or job is None:
            self._lost_starts = 0
            self._check_room(worker)
            return
        job.chunk.outcomes.update(zip(job.places, answer, strict=True))
        self._jobs[worker] = None
        if self._limits.memory is not None and worker.memory > _FULL_SHARE * self._limits.memory:
            self._end(worker)

    def _check_room(self, worker: Worker) -> None:
        """Raise InputError when a worker that has only just started nearly exceeds its limit."""
        needed = worker.memory
        if self._limits.memory is not None and needed > _FULL_SHARE * self._limits.memory:
            raise InputError(
                f"a worker takes {needed / 1e6:,.0f} MB before its first article; give a --memory-limit of "
                f"{2 * needed / 1e6:,.0f}MB or more"
            )

    def _watch(self, worker: Worker, job: _Job | None) -> None:
        """End a worker that exceeds a limit."""
        late = time.monotonic() > self._deadline[worker]
        if job is None:
            if late:
                self._end(worker)
                self._lose_start(f"loads for more than {_MAX_LOADING_SECONDS:g} seconds")
        elif late:
            self._end(worker)
            seconds = self._limits.seconds_for(job.articles)
            self._try_again(job, "TimeLimit", f"it took more than {seconds:g} seconds; see --time-limit")
        elif self._limits.memory is not None and worker.memory > self._limits.memory:
            self._end(worker)
            limit = f"{self._limits.memory / 1e6:,.0f} MB"
            self._try_again(job, "MemoryLimit", f"it took more memory than {limit}; see --memory-limit")

    def _lose(self, worker: Worker) -> None:
        """Remove a worker that has ended by itself, and retry its job."""
        job = self._jobs[worker]
        how = worker.how_ended()
        self._end(worker)
        if job is not None:
            self._try_again(job, "WorkerDied", f"the worker process {how}")
        elif not worker.ready:
            self._lose_start(how)

    def _lose_start(self, how: str) -> None:
        """Count a failed start; after several in a row, go on with the workers that run.

        Raises ModelError when none does.
        """
        self._lost_starts += 1
        if self._lost_starts < _MAX_FAILED_STARTS:
            return
        self._lost_starts = 0
        self._size = sum(worker.ready for worker in self._jobs)
        if not self._size:
            raise ModelError(
                f"{_MAX_FAILED_STARTS} worker processes in a row did not start: the last one {how}; is there "
                'memory for the model? (A script of your own needs `if __name__ == "__main__":`.)'
            )
        logger.warning("a worker process %s; going on with %d of them", how, self._size)

    def _try_again(self, job: _Job, kind: str, message: str) -> None:
        if not job.again:
            alone = [_Job(chunk=job.chunk, places=(place,), again=True) for place in job.places]
            self._waiting.extendleft(reversed(alone))
            return
        [article], [place] = job.articles, job.places
        failure = Failure(
            path=article.path, article_id=article.id, stage="extract", kind=kind, message=message
        )
        job.chunk.outcomes[place] = Outcome(path=article.path, failure=failure)

    def _end(self, worker: Worker) -> None:
        del self._jobs[worker]
        self._deadline.pop(worker, None)
        worker.end()
