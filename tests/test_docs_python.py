"""The code of docs/python.md prints what stands below it."""

from __future__ import annotations

import re
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

PAGE = Path(__file__).parent.parent / "docs/python.md"
_CODE = re.compile(r"^```python\n(?P<code>.*?)^```$(?:\n\n```text\n(?P<printed>.*?)^```$)?", re.M | re.S)


@pytest.mark.model
def test_the_page_runs_from_top_to_bottom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {}
    blocks = list(_CODE.finditer(PAGE.read_text("utf-8")))
    assert len(blocks) > 5
    for block in blocks:
        with redirect_stdout(StringIO()) as printed:
            exec(compile(block["code"], str(PAGE), "exec"), names)
        lines = [line.rstrip() for line in printed.getvalue().splitlines()]
        assert lines == (block["printed"] or "").splitlines(), block["code"]
