"""What `extract merge` has made of records that a new run replaces: it would be taken for theirs."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from extract.errors import InputError
from extract.merge.folder import RUN, TABLE, merged_file
from extract.writers import FORMATS


def merge_files(folder: Path) -> list[Path]:
    """Every file that merging could have written in `folder`."""
    return [folder / name for name in (*(merged_file(name) for name in FORMATS), TABLE, RUN)]


def check_superseded(folder: Path, *, replace: bool) -> None:
    """Raises InputError when the table of merges in `folder` was edited, unless `replace`.

    An edited table is work to keep.
    """
    table = folder / TABLE
    if replace or not table.exists():
        return
    try:
        written = json.loads((folder / RUN).read_bytes())["table_sha256"]
    except (OSError, ValueError, KeyError, TypeError):
        written = None
    if hashlib.sha256(table.read_bytes()).hexdigest() != written:
        raise InputError(
            f"{table} was edited, and new records would need a new one; move it out of {folder}, give "
            "another --out, or --force to remove it"
        )


def remove_superseded(folder: Path) -> None:
    """Remove merged records, their table and `merge.json`."""
    for path in merge_files(folder):
        path.unlink(missing_ok=True)
