"""`--help`: headings, and examples that work as they stand."""

from __future__ import annotations

import csv
import gzip
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from extract.cli.main import main
from tests.repository import SAMPLES

_ARTICLE = (
    "OSLO, April 6, 2017. Riksnett will build the line.\n\n“We won,” said Per Holm, who runs Riksnett. “The "
    "board of Norvik Bank agreed on Tuesday.”\n"
)
# These need what no test machine has, or minutes: their arguments are checked, and no more.
_ELSEWHERE = ("s3://", "extract train", "my_news")


def examples(command: str) -> list[str]:
    """The lines of shell below "Example:" or "Examples:" of a command's help."""
    page = CliRunner().invoke(main, [command, "--help"], terminal_width=200).stdout
    [block] = re.findall(r"^  Examples?:\n((?:    .*\n)+)", page, flags=re.MULTILINE)
    return [line.strip() for line in re.sub(r" \\\n *", " ", block).splitlines()]


ALL = [(command, line) for command in main.commands for line in examples(command)]
HERE = [line for _, line in ALL if not any(word in line for word in _ELSEWHERE)]


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the examples name: articles, tables and lists, gold, and a run in `out` with its merges."""
    folder = tmp_path_factory.mktemp("examples")
    for name in ("articles", "archive", "2017/04", "january", "february"):
        (folder / name).mkdir(parents=True)
    for name in ("article.txt", "articles/2017-04-06_line.txt", "archive/vote.txt"):
        (folder / name).write_text(_ARTICLE, encoding="utf-8")
    (folder / "2017/04/line.txt.gz").write_bytes(gzip.compress(_ARTICLE.encode()))
    (folder / "articles.jsonl").write_text(json.dumps({"id": 17, "text": _ARTICLE}) + "\n", "utf-8")
    (folder / "more.jsonl").write_text(json.dumps({"id": "more", "text": _ARTICLE}) + "\n", "utf-8")
    tables: dict[str, list[tuple[str, ...]]] = {
        "export.csv": [("id", "body", "day"), ("7", _ARTICLE, "2017-04-06")],
        "companies.csv": [("id", "name", "aliases"), ("C1", "Norvik Bank", "Norvik")],
        "ministers.csv": [("id", "name"), ("P1", "Per Holm")],
    }
    for name, rows in tables.items():
        with (folder / name).open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
    shutil.copy(SAMPLES / "gold.jsonl", folder)
    for path in (".local/share/bash-completion/completions", ".zfunc", ".config/fish/completions", "bin"):
        (folder / path).mkdir(parents=True)
    program = folder / "bin/extract"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m extract "$@"\n')
    program.chmod(0o755)
    for line in ("extract run articles/ -o out", "extract merge out"):
        shell(line, folder)
    for month in ("january", "february"):
        shutil.copy(folder / "out/records.jsonl", folder / month)
    return folder


@pytest.fixture
def folder(prepared: Path, tmp_path: Path) -> Path:
    """Each example has its own."""
    return shutil.copytree(prepared, tmp_path / "folder")


def shell(line: str, folder: Path) -> None:
    environment = os.environ | {"PATH": f"{folder / 'bin'}:{os.environ['PATH']}", "HOME": str(folder)}
    done = subprocess.run(
        ["sh", "-c", line],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.model
@pytest.mark.parametrize("line", HERE)
def test_an_example_works_as_it_stands(line: str, folder: Path) -> None:
    shell(line, folder)


@pytest.mark.parametrize(("command", "line"), [item for item in ALL if item[1] not in HERE])
def test_an_example_for_other_machines_has_arguments_that_exist(command: str, line: str) -> None:
    program, name, *arguments = shlex.split(line)
    assert program == "extract"
    context = main.commands[name].make_context(name, arguments)
    assert all(value for value in context.params.values() if value in arguments), command


@pytest.mark.parametrize("command", main.commands)
def test_every_command_says_what_it_is_for_in_the_width_of_a_terminal(command: str) -> None:
    [row] = re.findall(
        rf"^  {command} +(.*)$", CliRunner().invoke(main, ["--help"]).stdout, flags=re.MULTILINE
    )
    assert not row.endswith("...")
    assert any(line.startswith(f"extract {command}") for line in examples(command))


@pytest.mark.parametrize("command", main.commands)
def test_every_option_stands_in_the_help_once(command: str) -> None:
    listed = CliRunner().invoke(main, [command, "--help"]).stdout.split("Example")[1]
    for param in main.commands[command].params:
        if isinstance(param, click.Option):
            rows = re.findall(rf"^  (?:-\w, )?{param.opts[-1]}(?![\w-])", listed, flags=re.MULTILINE)
            assert len(rows) == 1, param.opts


def test_options_of_a_run_stand_under_headings() -> None:
    page = CliRunner().invoke(main, ["run", "--help"]).stdout
    headings = re.findall(r"^(\w.*):$", page, flags=re.MULTILINE)
    assert headings == [
        "Input",
        "Output",
        "What is extracted",
        "Names",
        "Workers, limits and the journal",
        "Other options",
    ]
    assert page.index("Output:") < page.index("--keep-text") < page.index("Names:")
