"""Engines: in-process, local worker processes, Dask.

An engine is a function from articles to outcomes. It yields one outcome for each article, in order and
lazily: it reads only as far ahead as keeps it busy. It raises nothing for an article, which fails by
itself (`Outcome.failure`). It may be called several times, one call after the other; workers stay for the
next call. Each module makes one kind of engine, as a context manager that starts and ends its workers:

    with local_engine(partial(load_extractor, settings), workers=2) as engine:
        for outcome in engine(articles):
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from extract.article import Article
from extract.runs.extractor import Extractor, Outcome

Engine: TypeAlias = Callable[[Iterable[Article]], Iterator[Outcome]]
# How a worker gets its extractor. It travels to other processes, so it is a function of a module, or a
# partial of one.
Load: TypeAlias = Callable[[], Extractor]
