"""Results of `extract merge` in a folder that a new run writes to."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from extract.errors import InputError
from extract.runs.output import check_stale_merge, remove_stale_merge


@pytest.fixture
def merged(tmp_path: Path) -> Path:
    """A folder with merged records and their table."""
    table = b"name,merged\n"
    (tmp_path / "merges.csv").write_bytes(table)
    (tmp_path / "merge.json").write_text(json.dumps({"table_sha256": hashlib.sha256(table).hexdigest()}))
    for name in ("records.merged.jsonl", "records.merged.csv", "notes.txt"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    return tmp_path


def test_merged_records_do_not_outlive_the_records_they_were_made_of(merged: Path) -> None:
    check_stale_merge(merged, replace=False)
    remove_stale_merge(merged)
    assert [path.name for path in merged.iterdir()] == ["notes.txt"]


@pytest.mark.parametrize("of_merge", ["{}", "damaged", None])
def test_a_table_that_a_person_edited_is_not_removed_without_force(
    merged: Path, of_merge: str | None
) -> None:
    if of_merge is None:
        (merged / "merges.csv").write_text("name,merged\nA,B\n", encoding="utf-8")
    else:
        (merged / "merge.json").write_text(of_merge, encoding="utf-8")
    with pytest.raises(InputError, match=r"was edited, .* or --force to remove it"):
        check_stale_merge(merged, replace=False)
    check_stale_merge(merged, replace=True)


def test_a_folder_without_them_is_fine(tmp_path: Path) -> None:
    check_stale_merge(tmp_path, replace=False)
    remove_stale_merge(tmp_path)
