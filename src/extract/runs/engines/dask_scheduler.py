"""Scheduling of chunks on a Dask cluster: how many at once, in which order, and after lost workers."""

from __future__ import annotations

import logging
import pickle
import time
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import count

from distributed import CancelledError, Client, Future, KilledWorker

from extract.article import Article, Failure
from extract.errors import ExtractError, InputError
from extract.runs.engines.chunks import chunks
from extract.runs.engines.dask_worker import outcomes_on_worker
from extract.runs.engines.limits import Limits
from extract.runs.extractor import Outcome

logger = logging.getLogger(__name__)

# Chunks on their way for each thread of the cluster: a very long article at the head holds the others up
# only when so many are done behind it.
_CHUNKS_AHEAD_PER_THREAD = 16
_MIN_CHUNKS_AHEAD = 32
_POLL_SECONDS = 30.0  # between two looks at whether there are workers


@dataclass(slots=True)
class _Sent:
    """Chunk that was sent. outcomes: when they have come back."""

    articles: list[Article]
    future: Future
    outcomes: list[Outcome] | None = None


@dataclass(slots=True, kw_only=True)
class DaskRun:
    """Engine that sends chunks to the workers of `client` and yields their outcomes in order.

    plugin: name of the worker plugin. limits: that it has. patience: seconds without any worker after
    which the run gives up.

    Dask sends a task of a worker that was lost to another one, and gives the task up (`KilledWorker`) when
    it was on more lost workers than the scheduler's `allowed-failures`. It suspects all that waited there
    along with what was at work. So a chunk that is given up is cut into single articles, and an article that
    is given up is tried alone on the whole cluster, when nothing else can be to blame. Then it has failed.
    """

    client: Client
    plugin: str
    limits: Limits
    patience: float
    _pending: deque[_Sent] = field(default_factory=deque)
    _numbers: Iterator[int] = field(default_factory=count)

    def __call__(self, articles: Iterable[Article]) -> Iterator[Outcome]:
        """Yield the outcome of each article, in order. Raises InputError when the cluster is lost."""
        try:
            for chunk in chunks(articles):
                self._pending.append(self._send(chunk))
                while self._pending and (self._full() or self._pending[0].future.done()):
                    yield from self._first()
            while self._pending:
                yield from self._first()
        finally:
            if self.client.status == "running":
                with suppress(OSError):
                    self.client.cancel([sent.future for sent in self._pending], force=True)
            self._pending.clear()

    def _full(self) -> bool:
        return len(self._pending) >= max(_MIN_CHUNKS_AHEAD, _CHUNKS_AHEAD_PER_THREAD * self._threads())

    def _threads(self) -> int:
        """Count the threads of all workers."""
        try:
            return sum(self.client.nthreads().values())
        except OSError as error:
            raise InputError(_CLUSTER_LOST.format(reason=error)) from error

    def _send(self, articles: list[Article], *, priority: int = 0) -> _Sent:
        # One group of tasks, of which Dask keeps back those that no worker has a thread for.
        key = (self.plugin, next(self._numbers))
        payload = pickle.dumps(articles, protocol=pickle.HIGHEST_PROTOCOL)
        return _Sent(
            articles,
            self.client.submit(outcomes_on_worker, self.plugin, payload, key=key, priority=priority),
        )

    def _first(self) -> list[Outcome]:
        """Receive the outcomes of the first chunk; none yet when it has to be cut."""
        sent = self._pending.popleft()
        try:
            return self._received(sent)
        except KilledWorker:
            if len(sent.articles) == 1:
                return [self._alone(sent.articles[0])]
        logger.warning("%d articles lost their workers; trying each by itself", len(sent.articles))
        single = [self._send([article], priority=1) for article in sent.articles]
        self._pending.extendleft(reversed(single))
        return []

    def _alone(self, article: Article) -> Outcome:
        """Make the outcome of an article with no other on the cluster."""
        logger.warning("%s lost its workers; trying it alone", article.id)
        for other in self._pending:
            try:
                other.outcomes = self._received(other)
            except KilledWorker:
                continue  # its turn will come
        started = time.monotonic()
        try:
            [outcome] = self._received(self._send([article]))
        except KilledWorker as error:
            seconds = (time.monotonic() - started) / (error.allowed_failures + 1)
            return Outcome(path=article.path, failure=self._failure(article, seconds))
        return outcome

    def _failure(self, article: Article, seconds: float) -> Failure:
        """Make the failure of an article that ends workers. seconds: from one lost worker to the next."""
        limit = self.limits.seconds_for([article])
        if seconds >= limit:
            kind, message = "TimeLimit", f"it took more than {limit:g} seconds; see --time-limit"
        else:
            kind, message = (
                "WorkerDied",
                "the worker was lost: it crashed, or took more memory than it may",
            )
        return Failure(path=article.path, article_id=article.id, stage="extract", kind=kind, message=message)

    def _received(self, sent: _Sent) -> list[Outcome]:
        """Wait for the outcomes. Raises KilledWorker, and InputError when they will never come."""
        if sent.outcomes is not None:
            return sent.outcomes
        alone_since: float | None = None
        while True:
            try:
                return list(sent.future.result(timeout=_POLL_SECONDS))
            except TimeoutError:
                alone_since = self._without_workers(alone_since)
            except (KilledWorker, ExtractError):
                raise
            except CancelledError as error:
                raise InputError(_CLUSTER_LOST.format(reason="the scheduler is gone")) from error
            except OSError as error:
                raise InputError(_CLUSTER_LOST.format(reason=error)) from error
            except Exception as error:
                raise InputError(
                    f"the Dask cluster cannot run extract: {type(error).__name__}: {error}; "
                    "scheduler and workers need the same Python packages as here"
                ) from error

    def _without_workers(self, since: float | None) -> float | None:
        """Time since which there has been no worker; None when there is one."""
        if self._threads():
            return None
        now = time.monotonic()
        if since is None:
            logger.warning("the Dask cluster has no worker; waiting for one")
            return now
        if now - since >= self.patience:
            raise InputError(_CLUSTER_LOST.format(reason=f"no worker for {self.patience:.0f} s"))
        return since


_CLUSTER_LOST = "the Dask cluster is lost ({reason}); when it is back, repeat the command to resume"
