"""Engines: where the work of a run is done.

An engine is a function from articles to outcomes. It yields one outcome for each article, in the order of
the articles, lazily: it reads only so far ahead as keeps it busy, never all. It raises nothing for an
article, which fails by itself (`Outcome.failure`). It may be called several times, one call after the
other; what it started stays for the next call. A module here makes one kind, as a context manager
that starts and ends what it needs:

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
