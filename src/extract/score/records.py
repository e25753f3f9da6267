"""Reader of the records to score."""

from __future__ import annotations

from pathlib import Path

from extract.errors import InputError
from extract.files import records_file
from extract.record.views import RecordView, read_views


def read_found(path: Path) -> list[RecordView]:
    """Read the records of a JSON Lines file, plain or gzipped, or of the folder that `extract run` wrote.

    Raises InputError that names file, line and key.
    """
    if path.is_dir():
        path = path / records_file("jsonl")
        if not path.is_file():
            raise InputError(
                f"{path} does not exist; run `extract run` with --format jsonl, or name the file"
            )
    return [record for _, record in read_views(path)]
