"""`extract score` on the command line."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from extract.cli.main import main
from extract.record.choices import GROUPINGS
from extract.score.gold import GoldArticle
from tests.repository import DOCS
from tests.scored import GOLD, RECORDS, gold_quote, record_fields

Score = Callable[..., Result]


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A folder with gold.jsonl, and records.jsonl of it."""
    for name, rows in (("gold", GOLD), ("records", RECORDS)):
        lines = "".join(row.model_dump_json() + "\n" for row in rows)
        (tmp_path / f"{name}.jsonl").write_text(lines, encoding="utf-8")
    return tmp_path


def extract(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["score", *map(str, arguments)])


def write(path: Path, *rows: dict[str, Any]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_figures_go_to_standard_output(files: Path) -> None:
    result = extract(files / "gold.jsonl", files / "records.jsonl")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "all             0.750  0.600  0.667      3      1       2" in result.stdout
    assert "Errors:" not in result.stdout
    assert "by " not in result.stdout


def test_the_folder_of_a_run_and_compressed_records_do_too(files: Path) -> None:
    plain = extract(files / "gold.jsonl", files / "records.jsonl")
    packed = files / "records.jsonl.gz"
    packed.write_bytes(gzip.compress((files / "records.jsonl").read_bytes()))
    assert extract(files / "gold.jsonl", packed).stdout == plain.stdout
    assert extract(files / "gold.jsonl", files).stdout == plain.stdout


def test_errors_are_listed_all_or_the_first(files: Path) -> None:
    every = extract(files / "gold.jsonl", files, "--errors")
    assert every.exit_code == 0
    assert (
        "8. missed: weather, 10 to 19 (indirect)\n   speaker: (none)\n   Some said [[it rained]]."
        in every.stdout
    )
    assert "... and 7 more" in extract(files / "gold.jsonl", files, "--errors", "1").stdout
    assert extract(files / "gold.jsonl", files, "--errors", "0").stdout == every.stdout


def test_tables_by_what_is_asked(files: Path) -> None:
    result = extract(files / "gold.jsonl", files, "--by", "speaker,kind", "--by", "article")
    assert [line.split()[1] for line in result.stdout.splitlines() if line.startswith("by ")] == [
        "speaker",
        "kind",
        "article",
    ]
    assert extract(files / "gold.jsonl", files, "--by", "all").stdout.count("\nby ") == len(GROUPINGS)


def test_json_goes_to_a_file(files: Path) -> None:
    out = files / "score.json"
    assert extract(files / "gold.jsonl", files, "--json", out).exit_code == 0
    assert json.loads(out.read_text("utf-8"))["quote"]["all"]["tp"] == 3


def test_no_records_at_all_is_no_error(files: Path) -> None:
    (files / "records.jsonl").write_text("", encoding="utf-8")
    result = extract(files / "gold.jsonl", files)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "all             0.000  0.000  0.000      0      0       5" in result.stdout


def test_records_of_other_articles_only_are_pointed_out(files: Path) -> None:
    path = write(files / "other.jsonl", record_fields("It is not", article="elsewhere"))
    result = extract(files / "gold.jsonl", path)
    assert result.exit_code == 0
    assert "no record belongs to an article of the gold; ids must be the same in both" in result.stderr


def test_records_of_another_text_are_pointed_out(files: Path) -> None:
    row = record_fields("It is not")
    row["quote"]["spans"][0]["text"] = "it is not"
    result = extract(files / "gold.jsonl", write(files / "other.jsonl", row))
    assert "articles whose text is not the same in records and gold: 1 (harbour);" in result.stderr


def test_gold_in_doubt_is_warned_of(files: Path) -> None:
    gold = {
        "id": "x",
        "text": "No, some said. No. It rained.",
        "quotes": [gold_quote("It rained"), gold_quote("No")],
    }
    result = extract(write(files / "gold.jsonl", gold), files)
    assert result.exit_code == 0
    assert "quote 2: the content 'No' stands in the text more than once" in result.stderr


@pytest.mark.parametrize(
    ("gold", "records", "message"),
    [
        ("nowhere.jsonl", "records.jsonl", "'nowhere.jsonl' does not exist"),
        ("gold.jsonl", "nowhere.jsonl", "'nowhere.jsonl' does not exist"),
        ("records.jsonl", "records.jsonl", "records.jsonl:1: id: field required"),
        ("gold.jsonl", "gold.jsonl", "gold.jsonl:1: article 'harbour': article: field required"),
        ("gold.jsonl", "table.csv", "table.csv:1: not valid JSON"),
        ("gold.jsonl", "empty", "does not exist; run `extract run` with --format jsonl"),
        ("table.csv", "records.jsonl", "write an article with its quotes a line, as JSON Lines"),
        ("gold.jsonl", "span.jsonl", "quote.spans[0]: the span 5 to 2 ends before it starts"),
        ("gold.jsonl", "broken.gz", "cannot be read: Not a gzipped file"),
    ],
)
def test_a_bad_file_is_exit_2(
    files: Path, monkeypatch: pytest.MonkeyPatch, gold: str, records: str, message: str
) -> None:
    monkeypatch.chdir(files)
    Path("empty").mkdir()
    Path("table.csv").write_text("record_id,article_id\n1,2\n", encoding="utf-8")
    Path("broken.gz").write_bytes(b"{}")
    row = record_fields("It is not")
    row["quote"]["spans"] = [{"start": 5, "end": 2}]
    write(Path("span.jsonl"), row)
    result = extract(gold, records)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--by", "colour"], "'colour' is not one of type, act, speaker"),
        (["--errors", "many"], "'many' is not a valid integer range"),
        (["--json", "no/such/folder.json"], "no/such/folder.json: cannot be written"),
    ],
)
def test_wrong_usage_is_exit_2(
    files: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], message: str
) -> None:
    monkeypatch.chdir(files)
    result = extract("gold.jsonl", "records.jsonl", *arguments)
    assert result.exit_code == 2
    assert message in result.stderr


def test_the_page_shows_what_is_read_and_printed(files: Path) -> None:
    page = (DOCS / "score.md").read_text("utf-8")
    [gold] = re.findall(r"^```json\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    assert len(GoldArticle.model_validate_json(gold).contents) == 2
    printed = extract(files / "gold.jsonl", files, "--errors").stdout
    for block in re.findall(r"^```text\n(.*?)^```$", page, re.MULTILINE | re.DOTALL):
        assert [line for line in block.removesuffix("...\n").splitlines() if line not in printed] == []
