"""How far a run is: a bar, a line a minute, JSON Lines."""

from __future__ import annotations

import io
import json
import sys
import time
from collections.abc import Callable
from typing import Any

import pytest

from extract.article import Failure
from extract.cli import progress
from extract.cli.progress import Pace, run_progress
from extract.runs.extractor import Outcome
from extract.runs.resume import Done

GOOD = Done(outcome=Outcome(path="a"), words=300, new=True)
BAD = Done(
    outcome=Outcome(path="b", failure=Failure(path="b", stage="read", kind="ArticleError", message="“no”")),
    words=0,
    new=True,
)
Said = Callable[..., str]


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Said:
    """`said(visible=..., log_json=...)`: what a run of two says while some intervals go by."""
    monkeypatch.setattr(progress, "_INTERVAL_SECONDS", 0.05)

    def run(*, visible: bool, log_json: bool) -> str:
        with run_progress(Pace(2), visible=visible, log_json=log_json) as count:
            count(GOOD)
            count(BAD)
            time.sleep(0.25)
        return capsys.readouterr().err

    return run


def test_without_a_terminal_there_is_a_line_now_and_then(said: Said) -> None:
    lines = said(visible=True, log_json=False).splitlines()
    assert len(lines) >= 2
    assert "2 of 2 articles, 1 failure" in lines[0]


def test_json_lines_have_progress_and_failures(said: Said) -> None:
    events: list[dict[str, Any]] = [
        json.loads(line) for line in said(visible=True, log_json=True).splitlines()
    ]
    assert {event["event"] for event in events} == {"progress", "failure"}
    [failure] = [event for event in events if event["event"] == "failure"]
    assert (failure["path"], failure["kind"], failure["message"]) == ("b", "ArticleError", "“no”")
    assert events[-1]["articles"] == 2


def test_quiet_says_only_failures_as_json_lines(said: Said) -> None:
    assert said(visible=False, log_json=False) == ""
    assert [json.loads(line)["event"] for line in said(visible=False, log_json=True).splitlines()] == [
        "failure"
    ]


def test_a_terminal_has_a_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "200")
    with run_progress(Pace(2), visible=True, log_json=False) as count:
        count(GOOD)
        count(BAD)
    assert "2 of 2 articles, 1 failure" in terminal.getvalue()
