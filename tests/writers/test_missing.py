"""A format whose library is not installed: an error that says what to install, before anything is written."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from extract.errors import InputError
from tests.writers.made import written


@pytest.mark.parametrize(
    ("extension", "module", "extra"),
    [
        ("parquet", "pyarrow", "parquet"),
        ("nested.parquet", "pyarrow", "parquet"),
        ("xlsx", "xlsxwriter", "xlsx"),
    ],
)
def test_the_error_names_the_extra(
    extension: str, module: str, extra: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(InputError, match=rf"pip install 'extract-news\[{extra}\]'"):
        written(tmp_path, [], extension)
    assert list(tmp_path.iterdir()) == []
