"""The articles as read, beside the records: what every offset of a record counts in."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from pydantic_core import from_json, to_json

from extract.article import Article
from extract.errors import InputError
from extract.readers.remote import is_url
from extract.writers.folder import ARTICLES, JOURNAL, RUN
from extract.writers.whole import part_of, whole_file

_KEYS = ("id", "path", "title", "published", "publisher", "author", "text")
_MOST = 1 << 20  # bytes of a line that is looked at


class KeptTexts:
    """`articles.jsonl` in the output folder.

    A user's own articles may well stand there under that name: the file is a run's where its run.json lists
    it, or where a run was ended before it wrote one. inputs: of the run, as given; the file is never written
    or removed when it is one of them.
    """

    def __init__(self, folder: Path, inputs: Sequence[str]) -> None:
        self._folder = folder
        self._path = folder / ARTICLES
        self._inputs = inputs
        self._stale = False

    def files(self) -> list[Path]:
        """The file, where a run has written it, and what a killed one leaves behind."""
        return [self._path, part_of(self._path)] if self._ours() else [part_of(self._path)]

    def prepare(self, *, keep: bool, replace: bool) -> None:
        """Raises InputError when the file is to be written and must not be, unless `replace`."""
        given = any(not is_url(one) and Path(one).resolve() == self._path.resolve() for one in self._inputs)
        self._stale = self._listed() and not keep and not given
        if keep and given:
            raise InputError(f"{self._path} is an input and would be overwritten; give another --out")
        if keep and self._path.exists() and not replace and not self._ours():
            raise InputError(
                f"{self._path} was not written by a run; give another --out, or --force to replace it"
            )

    @contextmanager
    def write(self) -> Iterator[Callable[[Article], None]]:
        """Give the function that adds an article."""
        with whole_file(self._path) as part, part.open("wb") as stream:

            def add(article: Article) -> None:
                stream.write(to_json({key: getattr(article, key) for key in _KEYS}) + b"\n")

            yield add

    def remove_stale(self) -> None:
        """Remove what an earlier run left and this one has not written."""
        if self._stale:
            self._path.unlink(missing_ok=True)
        part_of(self._path).unlink(missing_ok=True)

    def _ours(self) -> bool:
        if (self._folder / RUN).exists():
            return self._listed()
        return (self._folder / JOURNAL).exists() and self._looks_ours()

    def _listed(self) -> bool:
        try:
            return ARTICLES in json.loads((self._folder / RUN).read_bytes())["files"]
        except (OSError, ValueError, KeyError, TypeError):
            return False

    def _looks_ours(self) -> bool:
        try:
            with self._path.open("rb") as stream:
                line = stream.readline(_MOST)
            return tuple(from_json(line, allow_partial=True)) == _KEYS
        except (OSError, ValueError, TypeError):
            return False
