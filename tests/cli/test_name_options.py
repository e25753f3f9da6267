"""Watch lists and `--about` on the command line: the worked example of the page, and bad lists."""

from __future__ import annotations

import csv
import json
import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from extract.cli.main import main
from extract.errors import InputError
from extract.quotes.entities.watchlist import read_watch_list
from extract.record.views import RecordView
from extract.runs.extractor import Extractor
from extract.runs.settings import Settings
from extract.score.verdict import organizations_of
from tests.by_hand import Load
from tests.docs.page_blocks import bodies
from tests.docs.test_docs import DOCS
from tests.watch_lists import watch_list

PAGE = DOCS / "watchlists.md"
LIST = "id,name\no1,Norvik Bank\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder, with the files of the page."""
    page = PAGE.read_text("utf-8")
    for name, body in re.findall(r"^`(\S+)`:\n\n```\w+\n(.*?)^```$", page, flags=re.MULTILINE | re.DOTALL):
        (tmp_path / name).write_text(body, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def extract(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


@pytest.mark.model
def test_the_example_of_the_page_gives_the_table_of_the_page(folder: Path) -> None:
    [command] = bodies(PAGE, "console")
    assert extract(*shlex.split(command.removeprefix("$ extract"))).exit_code == 0
    page = PAGE.read_text("utf-8").partition("`out/records.csv` says:")[2]
    header, _, *lines = re.findall(r"^\| (.*) \|$", page, flags=re.MULTILINE)[:7]
    columns = header.split(" | ")
    table = [[cell.strip() for cell in line.split("|")] for line in lines]
    with (folder / "out/records.csv").open(encoding="utf-8", newline="") as stream:
        assert [[row[column] for column in columns] for row in csv.DictReader(stream)] == table


@pytest.mark.model
def test_show_names_ids_and_kinds(folder: Path) -> None:
    lists = ("--organizations", "companies.csv", "--people", "people.csv")
    shown = extract("show", "article.txt", *lists, "--about", "organizations,places").stdout
    assert "4. Jan Holt [p2]" in shown
    assert "about: Northern Defence Union [o19], Germany (place)" in shown


@pytest.mark.parametrize("command", ["run", "show"])
def test_a_bad_list_ends_the_command_before_anything_is_read(folder: Path, command: str) -> None:
    (folder / "bad.csv").write_text("id,name,aliases\no1,Norvik,\no1,Moen,Norvik\n", encoding="utf-8")
    result = extract(command, "no-such-article.txt", "--organizations", "bad.csv")
    assert result.exit_code == 2
    assert result.stderr == (
        "Error: bad.csv:3: 'Norvik' is a name of line 2 too; keep it in one row, or write both more fully\n"
        "bad.csv:3: the id 'o1' is that of line 2; give each entry its own\n"
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--people", "none.csv"], "none.csv: no such file"),
        (
            ["--about", "companies"],
            "'companies' is not one of organizations, people, places, nationalities, all",
        ),
        (["--fuzzy", "90"], "fuzzy needs a list of organizations or people"),
        (["--fuzzy", "101"], "101.0 is not in the range"),
    ],
)
def test_wrong_usage_is_exit_2(folder: Path, arguments: list[str], message: str) -> None:
    result = extract("run", "article.txt", "-o", "out", *arguments)
    assert result.exit_code == 2
    assert message in result.stderr


def test_run_json_has_the_hash_of_the_lists_and_the_ambiguous_names(
    folder: Path, extractor: Extractor, use_extractor: Callable[[Load], None]
) -> None:
    use_extractor(lambda settings: extractor)
    (folder / "list.csv").write_text(LIST, encoding="utf-8")
    (folder / "a.txt").write_text('She said "no".', encoding="utf-8")
    assert (
        extract("run", "a.txt", "-o", "out", "--organizations", "list.csv", "--about", "all").exit_code == 0
    )
    value = json.loads((folder / "out/run.json").read_bytes())
    assert value["settings"]["organizations"] == read_watch_list("list.csv", kind="organization").as_json()
    assert value["settings"]["people"] is None
    assert value["settings"]["about"] == ["organizations", "people", "places", "nationalities"]
    assert value["counts"]["ambiguous_watch_list"] == 0


@pytest.mark.model
def test_ambiguous_names_are_counted(folder: Path) -> None:
    (folder / "halm.csv").write_text("id,name\no1,Halm Ltd\no2,Halm Inc.\n", encoding="utf-8")
    (folder / "a.txt").write_text("“We sold Halm to a rival,” Ada Brunn said on Monday.\n", "utf-8")
    assert extract("run", "a.txt", "-o", "out", "--organizations", "halm.csv").exit_code == 0
    assert json.loads((folder / "out/run.json").read_bytes())["counts"]["ambiguous_watch_list"] == 1
    with (folder / "out/records.csv").open(encoding="utf-8", newline="") as stream:
        [row] = csv.DictReader(stream)
    assert (row["organization"], row["organization_id"], row["flags"]) == ("Halm", "", "ambiguous_watch_list")


def test_settings_refuse_a_list_of_the_other_kind() -> None:
    with pytest.raises(
        InputError, match=r"list\.csv was read as a list of the kind 'person', not 'organization'"
    ):
        Settings(organizations=watch_list("person", "p1: Ada Brunn"))


def test_scores_are_of_organizations_only() -> None:
    record = {
        "article": {"id": "a"},
        "quote": {"spans": [{"start": 0, "end": 5}]},
        "speaker": {},
        "organizations": [{"name": "Ostervik", "kind": "place"}, {"name": "Norvik Bank"}],
    }
    assert organizations_of(RecordView.model_validate(record)) == ("Norvik Bank",)
