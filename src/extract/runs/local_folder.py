"""Output folder on this machine: preparing it, failures, kept articles, and stale files."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from pydantic_core import from_json, to_json

from extract.article import Article, Failure
from extract.errors import InputError
from extract.files import ARTICLES, FAILURES, FORMATS, JOURNAL, JOURNAL_SUFFIXES, PACKAGE, RUN, records_file
from extract.readers.storage.remote import is_url
from extract.record.writers.atomic_file import atomic_path, part_path
from extract.record.writers.json import json_line


def output_files(folder: Path) -> list[Path]:
    """List every file that a run may write in `folder`, with those that a killed run leaves behind."""
    results = _results(folder)
    return [
        *results,
        *map(part_path, results),
        *(folder / f"{JOURNAL}{suffix}" for suffix in JOURNAL_SUFFIXES),
    ]


def _results(folder: Path) -> list[Path]:
    return [folder / name for name in (*map(records_file, FORMATS), FAILURES, PACKAGE, RUN)]


def prepare_folder(folder: Path, *, replace: bool) -> None:
    """Make `folder` and check that files can be written in it.

    Raises InputError when they cannot, or when it holds results that no run has written (there is no
    run.json and no journal beside them), unless `replace`.
    """
    if folder.exists() and not folder.is_dir():
        raise InputError(f"{folder} is a file; give a folder, new or old, with --out")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise InputError(f"{folder} cannot be written: {error.strerror}; give another --out") from error
    foreign = [path.name for path in _results(folder) if path.exists()]
    if foreign and RUN not in foreign and not (folder / JOURNAL).exists() and not replace:
        raise InputError(
            f"{folder} holds {', '.join(foreign)}, but no {RUN} of an earlier run; "
            "give another --out, or --force to replace them"
        )


def remove_run_json(folder: Path) -> None:
    """Remove `run.json`, so that it never stands beside results that are not its own."""
    (folder / RUN).unlink(missing_ok=True)


def remove_stale(folder: Path, written: Sequence[str]) -> None:
    """Remove what an earlier run left in `folder` and this one has not `written`."""
    for path in _results(folder):
        if path.name not in written:
            path.unlink(missing_ok=True)
        part_path(path).unlink(missing_ok=True)


@contextmanager
def write_failures(folder: Path) -> Iterator[Callable[[Failure], None]]:
    """Yield the function that adds a line to `failures.jsonl`; without any there is no such file."""
    lines = 0
    with atomic_path(folder / FAILURES) as part, part.open("w", encoding="utf-8", newline="\n") as stream:

        def add(failure: Failure) -> None:
            nonlocal lines
            lines += 1
            stream.write(json_line(failure))

        yield add
    if not lines:
        (folder / FAILURES).unlink()


_ARTICLE_KEYS = ("id", "path", "title", "published", "publisher", "author", "text")
_MAX_LINE_BYTES = 1 << 20  # of a line that is looked at


class ArticlesFile:
    """`articles.jsonl` in the output folder: the articles as read, in whose text every offset counts.

    A user's own file may have that name: it is a run's where its run.json lists it, or where a run was ended
    before it wrote one. inputs: of the run, as given; the file is never written or removed when it is one of
    them.
    """

    def __init__(self, folder: Path, inputs: Sequence[str]) -> None:
        self._folder = folder
        self._path = folder / ARTICLES
        self._inputs = inputs
        self._stale = False

    def files(self) -> list[Path]:
        """List the file, where a run has written it, and what a killed run leaves behind."""
        return [self._path, part_path(self._path)] if self._ours() else [part_path(self._path)]

    def prepare(self, *, keep: bool, replace: bool) -> None:
        """Raise InputError when the file is to be written and must not be, unless `replace`."""
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
        """Yield the function that adds an article."""
        with atomic_path(self._path) as part, part.open("wb") as stream:

            def add(article: Article) -> None:
                stream.write(to_json({key: getattr(article, key) for key in _ARTICLE_KEYS}) + b"\n")

            yield add

    def remove_stale(self) -> None:
        """Remove what an earlier run left and this one has not written."""
        if self._stale:
            self._path.unlink(missing_ok=True)
        part_path(self._path).unlink(missing_ok=True)

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
                line = stream.readline(_MAX_LINE_BYTES)
            return tuple(from_json(line, allow_partial=True)) == _ARTICLE_KEYS
        except (OSError, ValueError, TypeError):
            return False
