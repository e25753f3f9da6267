"""`extract schema`, and the package that describes a run's files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from extract.cli.main import main
from extract.files import FORMATS
from extract.record.flat import COLUMNS, FLAT_COLUMNS
from extract.record.schemas import data_package
from tests.record.writers.made import hard_records, written


def printed(*options: str) -> Any:
    result = CliRunner().invoke(main, ["schema", *options])
    assert result.exit_code == 0
    return json.loads(result.stdout)


def test_every_record_is_valid_under_the_json_schema(tmp_path: Path) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    schema = printed()
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    lines = written(tmp_path, hard_records(), "jsonl").read_text("utf-8").split("\n")[:-1]
    for line in lines:
        validator.validate(json.loads(line))
    with pytest.raises(jsonschema.ValidationError):
        validator.validate(json.loads(lines[0]) | {"surprise": 1})


def test_the_table_schema_has_the_columns_with_types_values_and_meaning() -> None:
    fields = {field["name"]: field for field in printed("--table")["fields"]}
    assert tuple(fields) == FLAT_COLUMNS
    assert all(field["description"].endswith(".") for field in fields.values())
    assert (fields["start"]["type"], fields["confidence"]["type"]) == ("integer", "number")
    assert (fields["said_start"]["type"], fields["said_date"]["type"]) == ("date", "string")
    assert fields["type"]["constraints"] == {"required": True, "enum": ["direct", "mixed", "indirect"]}
    assert "constraints" not in fields["flags"]


def test_every_column_that_holds_one_of_a_few_values_says_which(tmp_path: Path) -> None:
    assert {column.name for column in COLUMNS if column.values} == {
        "speaker_kind",
        "type",
        "act",
        "organization_kind",
        "organization_how",
        "said_basis",
    }


def test_the_package_is_valid_and_so_are_its_tables(tmp_path: Path) -> None:
    frictionless = pytest.importorskip("frictionless")
    for extension in ("csv", "excel.csv"):
        written(tmp_path, hard_records(), extension)
    package = data_package(["records.csv", "records.excel.csv"])
    (tmp_path / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    report = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert report.valid, report.flatten(["rowNumber", "fieldName", "note"])
    assert [task.stats["rows"] for task in report.tasks] == [27, 27]


def test_every_file_that_a_run_writes_has_a_description() -> None:
    names = [*(f"records.{name}" for name in FORMATS), "failures.jsonl", "articles.jsonl"]
    resources = data_package(names)["resources"]
    assert [resource["path"] for resource in resources] == names
    assert len({resource["name"] for resource in resources}) == len(names)
