"""`extract completion`, and what is offered where."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.shell_completion import ShellComplete
from click.testing import CliRunner

from extract.cli.main import main


def offered(*words: str) -> list[str]:
    *before, begun = words
    shell = ShellComplete(main, {}, "extract", "_EXTRACT_COMPLETE")
    return [
        item.value if item.type == "plain" else item.type for item in shell.get_completions(before, begun)
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["re"], ["report"]),
        (["run", "--keep"], ["--keep-text"]),
        (["run", "--engine", ""], ["local", "dask"]),
        (["run", "-f", "x"], ["xlsx"]),
        (["run", "-f", "csv,js"], ["csv,jsonl", "csv,json"]),
        (["run", "--about", "organizations,p"], ["organizations,people", "organizations,places"]),
        (["completion", ""], ["bash", "zsh", "fish"]),
        (["run", "art"], ["file"]),
        (["run", "articles/", "-o", ""], ["file"]),
        (["run", "--people", "min"], ["file"]),
        (["show", "a"], ["file"]),
        (["score", ""], ["file"]),
        (["score", "gold.jsonl", ""], ["file"]),
        (["merge", "-o", ""], ["dir"]),
        (["train", ""], ["file"]),
    ],
)
def test_what_is_offered(words: list[str], expected: list[str]) -> None:
    assert offered(*words) == expected


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_is_one_of_its_shell(shell: str) -> None:
    made = CliRunner().invoke(main, ["completion", shell])
    assert made.exit_code == 0
    assert f"_EXTRACT_COMPLETE={shell}_complete" in made.stdout
    if found := shutil.which(shell):
        subprocess.run([found, "-n"], input=made.stdout, text=True, check=True, capture_output=True)


def test_bash_completes_with_it(tmp_path: Path) -> None:
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("there is no bash")
    program = tmp_path / "extract"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m extract "$@"\n')
    program.chmod(0o755)
    script = (
        "source <(extract completion bash); COMP_WORDS=(extract me); COMP_CWORD=1; "
        '_extract_completion extract; echo "${COMPREPLY[*]}"'
    )
    path = f"{tmp_path}:{os.environ['PATH']}"
    done = subprocess.run(
        [bash, "-c", script], capture_output=True, text=True, env=os.environ | {"PATH": path}
    )
    assert (done.stdout, done.stderr) == ("merge\n", "")


def test_another_shell_is_wrong_usage() -> None:
    done = CliRunner().invoke(main, ["completion", "cmd"])
    assert done.exit_code == 2
    assert "'bash', 'zsh', 'fish'" in done.stderr
