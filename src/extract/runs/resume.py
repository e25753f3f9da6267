"""Resuming: outcomes in the order of reading, from the journal where it has them, else from an engine."""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass

from extract.article import Article, Failure
from extract.runs.engines import Engine
from extract.runs.extractor import Outcome
from extract.runs.fingerprint import Fingerprint
from extract.runs.journal import Journal

# Found in the journal, and waiting for an article in front of them that the engine still has.
_MAX_WAITING_OUTCOMES = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """Outcome that is done, and the words of its article. new: made in this run, not found in the journal."""

    outcome: Outcome
    words: int
    new: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Slot:
    """Slot in the order. found: bytes of the journal, or a failure of reading; None: the engine has it."""

    words: int
    key: bytes = b""
    found: bytes | Failure | None = None


class Resumption:
    """Iterable of outcomes that joins items read, journal and engine; memory stays flat.

    retry_failures: give articles that have failed to the engine again.
    """

    def __init__(
        self,
        items: Iterable[Article | Failure],
        *,
        engine: Engine,
        journal: Journal,
        fingerprint: Fingerprint,
        retry_failures: bool = False,
    ) -> None:
        self._items = iter(items)
        self._engine = engine
        self._journal = journal
        self._fingerprint = fingerprint
        self._retry_failures = retry_failures
        self._slots: deque[_Slot] = deque()
        self._waiting = 0
        self._more = True

    def __iter__(self) -> Generator[Done, None, None]:
        """Yield the outcome of each item, in order; new ones are in the journal before."""
        while self._more:
            for outcome in self._engine(self._to_do()):
                yield from self._found()
                place = self._slots.popleft()
                self._journal.keep(place.key, outcome)
                yield Done(outcome=outcome, words=place.words, new=True)
            yield from self._found()

    def _to_do(self) -> Iterator[Article]:
        """Yield the articles for the engine; stop early when many outcomes wait behind them."""
        for item in self._items:
            place = self._slot(item)
            self._slots.append(place)
            if place.found is None:
                assert isinstance(item, Article)
                yield item
                continue
            self._waiting += 1
            if self._waiting > _MAX_WAITING_OUTCOMES:
                return
        self._more = False

    def _slot(self, item: Article | Failure) -> _Slot:
        if isinstance(item, Failure):
            return _Slot(words=0, found=item)
        key = self._fingerprint.key(item)
        found = self._journal.find(key, failures=not self._retry_failures)
        return _Slot(words=len(item.text.split()), key=key, found=found)

    def _found(self) -> Iterator[Done]:
        """Yield what stands in front of the first article that the engine has."""
        while self._slots and (found := self._slots[0].found) is not None:
            place = self._slots.popleft()
            self._waiting -= 1
            if isinstance(found, Failure):
                yield Done(outcome=Outcome(path=found.path, failure=found), words=0, new=True)
            else:
                yield Done(outcome=self._journal.outcome(found), words=place.words, new=False)
