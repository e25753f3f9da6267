"""Users' annotated articles, brat files or gold files, to training rows."""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from extract.errors import InputError
from extract.train.data.brat import read_brat
from extract.train.data.brat_rows import brat_row
from extract.train.data.gold import read_gold_rows
from extract.train.data.name_labels import scheme_of
from extract.train.data.problems import Problems
from extract.train.data.row import Row

log = logging.getLogger(__name__)
_GOLD_ENDINGS = (".jsonl", ".jsonl.gz")


def read_annotated(paths: Sequence[Path], *, ignored: Collection[str] = ()) -> list[Row]:
    """Read the annotated articles of files and folders (with their subfolders), sorted by name.

    NAME.ann stands for itself and the NAME.txt beside it; an article without any annotation is left out.
    The kinds of names that occur anywhere in the set count as annotated in every article with names.
    ignored: types of brat annotations to leave out.
    Raises InputError with all that is wrong, file and line by line; also when no article is annotated.
    """
    problems = Problems()
    rows: list[Row] = []
    seen = 0
    for path in dict.fromkeys(_files(paths, problems)):
        if path.suffix == ".ann":
            seen += 1
            file = read_brat(path, problems)
            row = None if file is None else brat_row(file, problems, ignored=ignored)
            rows += [] if row is None else [row]
        else:
            found = read_gold_rows(path, problems)
            seen += len(found)
            rows += found
    problems.check()
    if not rows:
        given = ", ".join(path.as_posix() for path in paths)
        raise InputError(
            f"{given}: no annotated article there ({seen} without annotation);"
            " give .ann files with their .txt, or .jsonl files in the gold's form"
        )
    if seen > len(rows):
        log.info("%d articles without annotation are left out", seen - len(rows))
    meaning = scheme_of(label for row in rows for _, _, label in row.entities or ())
    return [row if row.entities is None else replace(row, scheme=meaning) for row in rows]


def _files(paths: Sequence[Path], problems: Problems) -> Iterator[Path]:
    """Find the annotation files; a text stands for its annotation."""
    for path in paths:
        if path.is_dir():
            inside = [file for file in sorted(path.rglob("*")) if not _is_hidden(file, path)]
            yield from (file for file in inside if file.suffix == ".ann" or _is_gold(file))
        elif not path.exists():
            problems.add(path, None, "no such file or folder; check the path")
        elif path.suffix == ".txt" and not path.with_suffix(".ann").is_file():
            problems.add(path, None, f"{path.with_suffix('.ann').name} with its annotation is not beside it")
        elif path.suffix in (".txt", ".ann"):
            yield path.with_suffix(".ann")
        elif _is_gold(path):
            yield path
        else:
            problems.add(path, None, "no annotated articles; give .ann with .txt, .jsonl or .jsonl.gz")


def _is_gold(path: Path) -> bool:
    return path.name.lower().endswith(_GOLD_ENDINGS)


def _is_hidden(file: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in file.relative_to(folder).parts)
