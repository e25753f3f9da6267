"""A format whose library is not installed: an error that says what to install, before anything is written."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from extract.errors import InputError
from tests.record.writers.made import written


@pytest.mark.parametrize("extension", ["parquet", "nested.parquet"])
def test_the_error_names_the_extra(extension: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(InputError, match=r"pip install 'extract-news\[parquet\]'"):
        written(tmp_path, [], extension)
    assert list(tmp_path.iterdir()) == []
