"""The whole of `extract run` with the trained pipeline, on inputs of every kind, bad ones too."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from extract.readers import read_articles
from extract.record.record import Record

pytestmark = pytest.mark.model

TEXT = (
    "OSTERVIK, April 6. /NVA/. Norvik Bank will close nine branches, its chief executive Ada Brunn "
    "said on Thursday.\r\n\r\n“We won’t sell the bank,” she told reporters. “It’s not for sale – at £5 "
    "or any other price.”\r\n"
)


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "extract", "run", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")


def read_records(out: Path) -> list[Record]:
    lines = (out / "records.jsonl").read_text("utf-8").split("\n")[:-1]
    return [Record.model_validate_json(line) for line in lines]


def read_failures(out: Path) -> dict[str, dict[str, Any]]:
    lines = (out / "failures.jsonl").read_text("utf-8").splitlines()
    return {Path(failure["path"]).name: failure for failure in map(json.loads, lines)}


@pytest.fixture(scope="module")
def outcome(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, subprocess.CompletedProcess[str]]:
    """One run over good and bad files; the folder holds `raw` and `out`."""
    folder = tmp_path_factory.mktemp("run")
    raw = folder / "raw"
    raw.mkdir()
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "cp1252"):
        (raw / f"good-{encoding}.txt").write_bytes(TEXT.encode(encoding))
    stray = (
        "The plan, which some call “Harbour, was dropped in May.\r\n\r\nIt had cost the town a year.\r\n\r\n"
        "“Nobody asked us,” said union leader Jan Holt. “We are glad.”\r\n"
    )
    (raw / "stray.txt").write_bytes(stray.encode())
    (raw / "one-word.txt").write_bytes(b"x" * 20_000)
    (raw / "no-letters.txt").write_bytes("“” — … \n\n “".encode())
    (raw / "odd.txt").write_bytes(
        "“Cafe\u0301 👩‍👩‍👧 is\u00a0open,” said\u2028Zoë \u202eBrunn\u202c on Tuesday.".encode()
    )
    (raw / "bad-empty.txt").write_bytes(b"")
    (raw / "bad-nul.txt").write_bytes(b"She said\0 no to the bank.")
    (raw / "bad-binary.txt").write_bytes(bytes(range(256)) * 20)
    (raw / "lines.jsonl").write_text(json.dumps({"id": "x1", "text": TEXT}) + "\n{bad\n", encoding="utf-8")
    done = run(raw, folder / "nowhere", "-o", folder / "out", "--format", "jsonl,json,csv")
    return folder, done


Outcome = tuple[Path, "subprocess.CompletedProcess[str]"]


def test_bad_inputs_are_the_failures_and_the_exit_code_is_1(outcome: Outcome) -> None:
    folder, done = outcome
    assert done.returncode == 1, done.stderr
    failures = read_failures(folder / "out")
    assert sorted(failures) == [
        "bad-binary.txt",
        "bad-empty.txt",
        "bad-nul.txt",
        "lines.jsonl",
        "nowhere",
    ]
    assert failures["lines.jsonl"]["line"] == 2
    assert {failure["stage"] for failure in failures.values()} == {"read"}


def test_every_encoding_gives_the_same_records(outcome: Outcome) -> None:
    folder, _ = outcome
    found = {
        name: [(record.quote.text, record.speaker.name) for record in group]
        for name, group in _by_article(read_records(folder / "out")).items()
        if name.startswith("good-") or name == "x1"
    }
    assert len(found) == 5
    first, *others = found.values()
    assert first
    assert others == [first] * 4


def test_every_text_is_its_slice_of_the_article(outcome: Outcome) -> None:
    folder, _ = outcome
    articles = {item.path + getattr(item, "id", ""): item for item in read_articles([folder / "raw"])}
    for record in read_records(folder / "out"):
        text = getattr(articles[record.article.path + record.article.id], "text")  # noqa: B009
        spans = [*record.quote.spans, record.quote.cue, record.speaker.mention, *record.dates]
        spans += [mention for part in record.organizations for mention in part.mentions]
        for span in spans:
            assert span is None or text[span.start : span.end] == span.text


def test_an_unpaired_mark_does_not_shift_the_quotes_behind_it(outcome: Outcome) -> None:
    folder, _ = outcome
    records = _by_article(read_records(folder / "out"))["stray.txt"]
    [record] = [record for record in records if record.speaker.name == "Jan Holt"]
    assert [span.text.rstrip(",.") for span in record.quote.spans] == ["Nobody asked us", "We are glad"]


def test_no_record_id_is_used_twice(outcome: Outcome) -> None:
    folder, _ = outcome
    ids = [record.record_id for record in read_records(folder / "out")]
    assert len(ids) == len(set(ids))


def test_a_second_run_gives_the_same_bytes(outcome: Outcome) -> None:
    folder, _ = outcome
    again = folder / "again"
    run(folder / "raw", folder / "nowhere", "-o", again, "--format", "jsonl,json,csv")
    for name in ("records.jsonl", "records.json", "records.csv", "failures.jsonl"):
        assert (again / name).read_bytes() == (folder / "out" / name).read_bytes()
    shutil.rmtree(again)


def test_an_article_has_the_same_records_alone_as_among_others(outcome: Outcome, tmp_path: Path) -> None:
    folder, _ = outcome
    run(folder / "raw/odd.txt", folder / "raw/stray.txt", "-o", tmp_path)
    together, alone = _by_article(read_records(folder / "out")), _by_article(read_records(tmp_path))
    for name in ("odd.txt", "stray.txt"):
        assert [_place(record) for record in alone[name]] == [_place(record) for record in together[name]]


@pytest.mark.slow
def test_a_5_mb_single_line_gives_its_records(tmp_path: Path) -> None:
    sentence = (
        "Norvik Bank said on Monday that it would not sell. “We are on time,” Ada Brunn told reporters. "
    )
    path = tmp_path / "big.txt"
    path.write_text(sentence * (5_000_000 // len(sentence) + 1), encoding="utf-8")
    done = run(path, "-o", tmp_path / "out")
    assert done.returncode == 0, done.stderr
    assert len(read_records(tmp_path / "out")) > 50_000


def _by_article(records: list[Record]) -> dict[str, list[Record]]:
    groups: dict[str, list[Record]] = {}
    for record in records:
        groups.setdefault(record.article.id, []).append(record)
    return groups


def _place(record: Record) -> tuple[str, str, str | None]:
    return record.record_id, record.quote.text, record.speaker.name
