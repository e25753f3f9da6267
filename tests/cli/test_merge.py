"""`extract merge` on the command line."""

from __future__ import annotations

import csv
import gzip
import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from extract.cli.main import main
from extract.runs.local_folder import output_files
from tests.merge.made import Fields, lines, merges, organization, record, write
from tests.repository import DOCS

NHU = "Nordic Harbour Union"
RECORDS: list[Fields] = [
    record("a.txt", "A. Brunn", title="Harbour Minister", about=["NHU"], words="It is closed."),
    record("b.txt", "Ada Brunn", title="Harbour Minister", about=[organization(NHU, NHU, "NHU")]),
    record("c.txt", "Rob Moen", about=["Norvik Bank"], words="=1+1, he said"),
    record("d.txt", "Robert Moen"),
]
PAGE = DOCS / "merge.md"


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """A folder with records.jsonl."""
    write(tmp_path / "records.jsonl", RECORDS)
    return tmp_path


def extract(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["merge", *map(str, arguments)])


def table(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(path.read_text("utf-8-sig").splitlines()))


def merged(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / "records.merged.jsonl").read_text("utf-8").splitlines()]


def test_table_and_records_are_written_beside_the_originals(out: Path) -> None:
    before = (out / "records.jsonl").read_bytes()
    result = extract(out)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"{out}: 2 of 7 names merged into 2; 1 to check, see {out / 'merges.csv'}\n"
    assert (out / "records.jsonl").read_bytes() == before
    names = {path.name for path in out.iterdir()}
    assert names == {
        "merge.json", "merges.csv", "records.jsonl", "records.merged.csv", "records.merged.jsonl"
    }  # fmt: skip
    assert [fields["speaker"]["name"] for fields in merged(out)] == [
        "Ada Brunn", "Ada Brunn", "Rob Moen", "Robert Moen"
    ]  # fmt: skip
    flat = list(csv.DictReader((out / "records.merged.csv").read_text("utf-8").splitlines()))
    assert [line["organization"] for line in flat] == [NHU, NHU, "Norvik Bank", ""]


def test_each_row_says_what_where_and_why(out: Path) -> None:
    extract(out)
    first, second, third = table(out / "merges.csv")
    assert first == {
        "accept": "yes",
        "kind": "organization",
        "name": "NHU",
        "canonical": NHU,
        "rule": "acronym",
        "evidence": "spelled out in b.txt",
        "only_in": "",
        "articles": "1",
        "records": "1",
        "examples": "a.txt: NHU in “It is closed.”",
        "canonical_examples": f"b.txt: {NHU} in “It is so in b.txt.”",
    }
    assert (second["name"], second["evidence"]) == ("A. Brunn", "both 'Harbour Minister'")
    assert (third["accept"], third["name"], third["canonical"]) == ("", "Rob Moen", "Robert Moen")


def test_lines_without_a_merged_name_stay_byte_for_byte(out: Path) -> None:
    odd = json.dumps(RECORDS[3] | {"of_mine": 1.50}, ensure_ascii=True).replace("}", " }").encode()
    (out / "records.jsonl").write_bytes(lines(RECORDS[:2]).encode() + b"\n" + odd + b"\r\n")
    assert extract(out, "--format", "jsonl").exit_code == 0
    assert (out / "records.merged.jsonl").read_bytes().splitlines()[2] == odd


def test_renamed_records_differ_in_their_names_only(out: Path) -> None:
    extract(out)
    originals = [json.loads(line) for line in (out / "records.jsonl").read_text("utf-8").splitlines()]
    for before, after in zip(originals, merged(out), strict=True):
        assert before["speaker"] | {"name": None} == after["speaker"] | {"name": None}
        assert {key: before[key] for key in before if key not in ("speaker", "organizations")} == {
            key: after[key] for key in after if key not in ("speaker", "organizations")
        }


def test_the_same_table_whatever_the_order_of_records(out: Path, tmp_path: Path) -> None:
    extract(out)
    write(tmp_path / "other.jsonl", RECORDS[::-1])
    extract(tmp_path / "other.jsonl", "-o", tmp_path / "other")
    assert (tmp_path / "other/merges.csv").read_bytes() == (out / "merges.csv").read_bytes()


def test_an_edited_table_is_applied_and_nothing_else(out: Path) -> None:
    extract(out)
    rows = table(out / "merges.csv")
    rows[0]["accept"], rows[2]["accept"] = "no", "yes"
    edited = out / "checked.csv"
    with edited.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]), delimiter=";")
        writer.writeheader()
        writer.writerows(rows[::2])
    result = extract(out, "--apply", edited)
    assert (result.exit_code, result.stderr) == (0, f"{out}: 1 of 7 names merged into 1\n")
    assert [fields["speaker"]["name"] for fields in merged(out)] == [
        "A. Brunn", "Ada Brunn", "Robert Moen", "Robert Moen"
    ]  # fmt: skip
    assert merged(out)[0]["organizations"][0]["name"] == "NHU"


def test_a_merge_limited_to_some_articles_is_applied_there(out: Path) -> None:
    rows = "accept,kind,name,canonical,only_in\nyes,person,Robert Moen,Robert Moen (coach),d.txt|x.txt\n"
    (out / "mine.csv").write_text(rows + "yes,person,Rob Moen,Robert Moen,d.txt\n", encoding="utf-8")
    result = extract(out, "--apply", out / "mine.csv")
    assert "names that occur in no record: 1 (lines 3)" in result.stderr
    assert merged(out)[2]["speaker"]["name"] == "Rob Moen"
    assert merged(out)[3]["speaker"]["name"] == "Robert Moen (coach)"


def test_a_bad_table_ends_the_command_with_its_lines(out: Path) -> None:
    (out / "bad.csv").write_text("accept,kind,name,canonical\nmaybe,person,A B,C D\n", encoding="utf-8")
    result = extract(out, "--apply", out / "bad.csv")
    assert result.exit_code == 2
    assert "bad.csv:2: accept is 'maybe'; write yes or no" in result.stderr
    assert not (out / "records.merged.jsonl").exists()


def test_a_dry_run_writes_the_table_only(out: Path) -> None:
    assert extract(out, "--dry-run", "-q").stderr == ""
    assert {path.name for path in out.iterdir()} == {"merge.json", "merges.csv", "records.jsonl"}
    assert extract(out, "--dry-run", "--apply", out / "merges.csv").exit_code == 2


def test_an_edited_table_is_not_overwritten_but_by_force(out: Path) -> None:
    assert extract(out).exit_code == extract(out).exit_code == 0
    edited = out / "merges.csv"
    edited.write_text(edited.read_text("utf-8").replace("yes", "no"), encoding="utf-8")
    result = extract(out)
    assert result.exit_code == 2
    assert f"was edited; use it with --apply {edited}" in result.stderr
    assert extract(out, "--apply", edited).exit_code == 0
    assert extract(out).exit_code == 2
    assert extract(out, "--force").exit_code == 0


def test_files_that_no_merge_has_written_are_not_overwritten_but_by_force(out: Path) -> None:
    (out / "merges.csv").write_text("my list", encoding="utf-8")
    result = extract(out)
    assert result.exit_code == 2
    assert "holds merges.csv, but no merge.json of an earlier merge" in result.stderr
    assert extract(out, "--force").exit_code == 0


def test_formats_of_an_earlier_merge_do_not_stay(out: Path) -> None:
    extract(out, "--format", "all")
    assert json.loads((out / "records.merged.json").read_text("utf-8"))[0]["speaker"]["name"] == "Ada Brunn"
    extract(out, "--format", "csv")
    assert {path.name for path in out.glob("records.*")} == {"records.jsonl", "records.merged.csv"}


def test_several_runs_are_merged_into_a_folder_of_their_own(out: Path, tmp_path: Path) -> None:
    (tmp_path / "two").mkdir()
    packed = tmp_path / "two/records.jsonl.gz"
    packed.write_bytes(
        gzip.compress(lines([record("e.txt", "José Marín"), record("f.txt", "JOSE MARIN")]).encode())
    )
    result = extract(out, packed.parent)
    assert (result.exit_code, "say with --out" in result.stderr) == (2, True)
    assert extract(out, packed.parent, out / "records.jsonl", "-o", tmp_path / "both").exit_code == 0
    assert len(merged(tmp_path / "both")) == 6


def test_what_holds_no_records_is_an_error_that_says_so(out: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    result = extract(tmp_path / "empty")
    assert result.exit_code == 2
    assert "run `extract run` with --format jsonl, or name a file" in result.stderr
    (out / "records.jsonl").write_text('{"id": "a", "text": "An article."}\n', encoding="utf-8")
    result = extract(out)
    assert result.exit_code == 2
    assert re.search(r"records\.jsonl:1: article 'a': article: field required", result.stderr)
    assert not (out / "merges.csv").exists()


def test_records_without_names_are_no_error(out: Path) -> None:
    write(out / "records.jsonl", [])
    assert extract(out).stderr == f"{out}: 0 names, none merged\n"
    assert table(out / "merges.csv") == []


def test_records_of_another_version_can_be_written_as_json_lines(out: Path) -> None:
    old = [fields | {"schema_version": "0.9"} for fields in RECORDS]
    (out / "records.jsonl").write_text("".join(json.dumps(fields) + "\n" for fields in old), encoding="utf-8")
    result = extract(out)
    assert result.exit_code == 2
    assert "can be written with --format jsonl only" in result.stderr
    assert extract(out, "--format", "jsonl").exit_code == 0


def test_a_name_with_half_a_character_is_said_with_its_line(out: Path) -> None:
    broken = json.loads(json.dumps(RECORDS[0]))
    broken["speaker"]["name"] = "\ud800"
    (out / "records.jsonl").write_text(json.dumps(broken) + "\n", encoding="utf-8")
    result = extract(out)
    assert result.exit_code == 2
    assert re.search(r"records\.jsonl:1: .*correct the line", result.stderr)


def test_merged_records_are_not_merged_into_themselves(out: Path) -> None:
    extract(out)
    result = extract(out / "records.merged.jsonl")
    assert result.exit_code == 2
    assert "is an input and would be overwritten" in result.stderr


def test_a_run_leaves_what_a_merge_wrote(out: Path) -> None:
    extract(out)
    assert {path.name for path in output_files(out)}.isdisjoint({"merges.csv", "records.merged.jsonl"})


def cells(line: str) -> list[str]:
    return [cell.strip().strip("`") for cell in line.strip("|\n").split(" | ")]


def page_table(first: str) -> list[list[str]]:
    """The rows of the table of docs/merge.md whose first column is `first`."""
    found = re.search(
        rf"^\| {first} \|.*\n\|[- |]+\|\n((?:\|.*\n)+)", PAGE.read_text("utf-8"), flags=re.MULTILINE
    )
    assert found
    return [cells(line) for line in found[1].splitlines()]


def test_the_example_of_the_page_is_so() -> None:
    records = []
    for number, (article, speaker, title, affiliation, names) in enumerate(page_table("article")):
        about = [
            organization(*re.split(r" \(as |, ", name.rstrip(")")), how="alias") if "(as" in name else name
            for name in filter(None, names.split("; "))
        ]
        fields = record(
            article,
            speaker or None,
            title=title or None,
            affiliation=affiliation or None,
            about=about,
            number=number,
        )
        records.append(fields)
    found = [
        ["yes" if m.accept else "", m.name, m.canonical, m.rule, m.evidence, "|".join(m.only_in)]
        for m in merges(records)
    ]
    assert found == page_table("accept")
