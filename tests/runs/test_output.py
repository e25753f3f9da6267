"""Runs into a place behind a URL: the same records as in a folder, whatever ends them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from extract.cli.main import main
from extract.errors import InputError
from extract.readers import plan_inputs
from extract.runs.batch import BatchListener, BatchOptions, run_batch
from extract.runs.engines.in_process import in_process
from extract.runs.extractor import Extractor
from extract.runs.fingerprint import Fingerprint
from extract.runs.output import FolderOutput, open_output
from extract.runs.remote_folder import RemoteOutput
from extract.runs.resume import Done
from extract.runs.settings import Settings
from extract.runs.summary import Summary

SETTINGS = Settings(acts=("statement",), formats=("jsonl", "csv"))


class Killed(BaseException):
    """What nothing catches, as nothing catches SIGKILL."""


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """Two hundred, of which one fails."""
    lines = [
        {"id": f"{at:03}", "text": "ANNOTATE" if at == 70 else f'"{at}" and "so on"'} for at in range(200)
    ]
    path = tmp_path / "in.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


@pytest.fixture
def run(articles: Path, extractor: Extractor) -> Callable[..., Summary]:
    """`run(output)` gives the summary; `run(output, end_after=5)` is killed after so many articles."""

    def run(output: Any, *, end_after: int = 10_000, extractor: Extractor = extractor) -> Summary:
        done = 0

        def count(one: Done) -> None:
            nonlocal done
            done += 1
            if done == end_after:
                raise Killed

        return run_batch(
            plan_inputs([articles]),
            output,
            in_process(extractor),
            SETTINGS,
            BatchOptions(fingerprint=Fingerprint(provenance=extractor.provenance, digest=b"the same")),
            BatchListener(on_done=count),
        )

    return run


@pytest.fixture
def url(tmp_path: Path) -> Iterator[str]:
    """A store of objects."""
    fsspec = pytest.importorskip("fsspec")
    yield f"memory://{tmp_path.name}/out"
    fsspec.filesystem("memory").store.clear()


def content(url: str) -> dict[str, bytes]:
    """All files but run.json, which says when the run was."""
    import fsspec

    files, root = fsspec.core.url_to_fs(url)
    found = {path.removeprefix(f"{root}/"): files.cat_file(path) for path in files.find(root)}
    return {name: data for name, data in found.items() if name != "run.json"}


def test_parts_hold_what_a_folder_holds(run: Callable[..., Summary], url: str, tmp_path: Path) -> None:
    run(FolderOutput(tmp_path / "out"))
    summary = run(RemoteOutput(url, journal=tmp_path / "journal.sqlite"))
    assert summary.exit_code == 1
    found = content(url)
    assert sorted(found) == ["csv/part-00000.csv", "failures.jsonl", "jsonl/part-00000.jsonl"]
    assert found["jsonl/part-00000.jsonl"] == (tmp_path / "out/records.jsonl").read_bytes()
    assert found["csv/part-00000.csv"] == (tmp_path / "out/records.csv").read_bytes()
    assert found["failures.jsonl"] == (tmp_path / "out/failures.jsonl").read_bytes()


@pytest.mark.parametrize("after", [1, 60, 199])
def test_a_run_that_was_killed_goes_on_to_the_same_parts(
    run: Callable[..., Summary], url: str, tmp_path: Path, after: int
) -> None:
    small = partial(RemoteOutput, records_per_part=30)
    run(small(f"{url}-whole", journal=tmp_path / "whole.sqlite"))
    with pytest.raises(Killed):
        run(small(url, journal=tmp_path / "journal.sqlite"), end_after=after)
    summary = run(small(url, journal=tmp_path / "journal.sqlite"))
    assert summary.resumed > 0
    assert len(content(url)) > 20
    assert content(url) == content(f"{url}-whole")


def test_a_run_whose_journal_is_lost_does_all_again_to_the_same_parts(
    run: Callable[..., Summary], url: str, tmp_path: Path
) -> None:
    run(RemoteOutput(url, journal=tmp_path / "one.sqlite"))
    before = content(url)
    assert run(RemoteOutput(url, journal=tmp_path / "two.sqlite")).resumed == 0
    assert content(url) == before


def test_fewer_records_leave_no_part_of_the_run_before(
    run: Callable[..., Summary],
    url: str,
    tmp_path: Path,
    extractor: Extractor,
) -> None:
    run(RemoteOutput(url, journal=tmp_path / "one.sqlite", records_per_part=30))
    silent = replace(extractor, quotes_in=lambda annotations: [])
    run(RemoteOutput(url, journal=tmp_path / "two.sqlite"), extractor=silent)
    assert sorted(content(url)) == ["csv/part-00000.csv", "failures.jsonl", "jsonl/part-00000.jsonl"]


def test_a_url_needs_a_journal_and_a_folder_has_one(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"s3://b/out cannot hold the journal; .* with --journal FILE"):
        open_output("s3://b/out", ["in.jsonl"], journal=None)
    with pytest.raises(InputError, match=r"lies in it, as journal.sqlite; leave out --journal"):
        open_output("out", ["in.jsonl"], journal=tmp_path / "journal.sqlite")
    assert isinstance(open_output("out", ["in.jsonl"], journal=None), FolderOutput)


def test_parts_are_not_put_where_the_next_run_would_read_them(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="s3://b/news/out lies in the input s3://b/news/"):
        open_output("s3://b/news/out", ["s3://b/news/"], journal=tmp_path / "journal.sqlite")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--scheduler", "tcp://127.0.0.1:1"], "--scheduler is for the Dask engine; give --engine dask"),
        (["--engine", "dask", "--scheduler", "tcp://127.0.0.1:1", "-j", "2"], "leave out --jobs"),
        (["--engine", "dask", "--scheduler", "nowhere"], "no Dask scheduler answers at nowhere"),
        (["--engine", "dask", "--scheduler", "tcp://127.0.0.1:1"], "no Dask scheduler answers at tcp://127"),
        (["--engine", "dask", "--scheduler", "none.json"], "no Dask scheduler answers at none.json"),
    ],
)
def test_a_cluster_that_is_not_there_ends_the_command(
    articles: Path, tmp_path: Path, options: list[str], message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("distributed", reason="needs the dask extra")
    monkeypatch.setattr("extract.runs.engines.dask._CONNECT_SECONDS", 0.2)
    out = tmp_path / "out"
    result = CliRunner().invoke(main, ["run", str(articles), "-o", str(out), *options])
    assert result.exit_code == 2
    assert message in " ".join(result.stderr.replace("│", " ").split())
    assert not out.exists()
