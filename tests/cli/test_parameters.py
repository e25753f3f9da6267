"""What commands make of names of files, and of an output that takes nothing more."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from extract.cli.main import main


@pytest.mark.parametrize(
    "arguments",
    [
        ["run", "a.txt", "-o", ""],
        ["run", ""],
        ["dates", ""],
        ["dates", "a.txt", "-o", ""],
        ["show", ""],
        ["score", "", "b"],
        ["merge", ""],
    ],
    ids=" ".join,
)
def test_an_empty_name_is_wrong_usage(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("It rained.", "utf-8")
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 2
    assert "the name is empty" in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


@pytest.mark.parametrize(
    "arguments", [["dates", "a", "-o", "a"], ["score", "a", "b", "--json", "a"]], ids=" ".join
)
def test_no_command_writes_over_its_input(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in "ab":
        (tmp_path / name).write_text("It rained.", "utf-8")
    result = CliRunner().invoke(main, arguments)
    assert (result.exit_code, (tmp_path / "a").read_text("utf-8")) == (2, "It rained.")
    assert "would be overwritten" in result.stderr


FULL = Path("/dev/full")


@pytest.mark.skipif(not FULL.is_char_device(), reason="no full device here")
@pytest.mark.parametrize("command", ["dates", "info"])
def test_a_full_disk_behind_standard_output_is_said(command: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("It rained on Tuesday.", "utf-8")
    arguments = [sys.executable, "-m", "extract", command, *(["a.txt"] if command == "dates" else [])]
    with FULL.open("w") as full:
        done = subprocess.run(arguments, stdout=full, stderr=subprocess.PIPE, cwd=tmp_path, check=False)
    assert done.returncode == 2
    assert done.stderr.decode().strip() == "Error: standard output cannot be written: No space left on device"


@pytest.mark.parametrize(
    ("arguments", "closed", "code", "message"),
    [
        ("dates a.txt", ">&-", 2, "standard output cannot be written"),
        ("dates -", "<&-", 1, "Bad file descriptor"),
    ],
)
def test_a_closed_stream_is_said(
    arguments: str, closed: str, code: int, message: str, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("It rained on Tuesday.", "utf-8")
    command = f"{sys.executable} -m extract {arguments} {closed}"
    done = subprocess.run(["sh", "-c", command], capture_output=True, cwd=tmp_path, check=False)
    assert (done.returncode, b"Traceback" in done.stderr) == (code, False)
    assert message in done.stderr.decode()
