"""What the pages say of commands, files and records is so."""

from __future__ import annotations

import importlib
import json
import re
import shlex
import tomllib
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import click
import pytest
from pydantic import BaseModel

from extract.article import Failure
from extract.cli.main import main
from extract.pipeline.load import COMPONENTS, QUOTES
from extract.record import flat, record
from extract.record.choices import ACTS
from tests.docs.page_blocks import blocks, bodies
from tests.docs.page_blocks import commands as console_commands
from tests.repository import ROOT

DOCS = ROOT / "docs"
PAGES = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "benchmarks/README.md",
    *sorted(page for page in DOCS.rglob("*.md") if "_build" not in page.parts),
]
# What needs no looking after: every system has it, or another project says how it is used.
OTHER_PROGRAMS = (".", "cat", "cp", "datasette", "echo", "ls", "mkdir", "cd", "python3", "touch")
NEED_TRAIN = ("scipy", "sklearn", "torch")


def page_id(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def commands(path: Path) -> Iterator[list[str]]:
    """The words of every command: lines of `sh` blocks, and lines behind "$ " of `console` blocks."""
    lines = [line for body in bodies(path, "sh") for line in body.splitlines()]
    consoles = [block for block in blocks(path) if block.language == "console"]
    lines += [command.line for block in consoles for command in console_commands(block)]
    for line in lines:
        if words := shlex.split(line, comments=True):
            yield words


def section(title: str) -> str:
    """What docs/record.md says under the heading `title`."""
    page = (DOCS / "record.md").read_text("utf-8")
    return re.split(r"^#+ .*\n", page[page.index(f"# {title}\n") :], maxsplit=2, flags=re.MULTILINE)[1]


def first_cells(text: str) -> list[str]:
    """The code in the first column of the tables of `text`."""
    return re.findall(r"^\| `(\w+)` \|", text, flags=re.MULTILINE)


def check_options(command: click.Command, words: list[str]) -> None:
    """Fail when `words` hold an option that `command` has not."""
    known = {name for param in command.params for name in (*param.opts, *param.secondary_opts)}
    given = {word.partition("=")[0] for word in words if re.fullmatch(r"-{1,2}[a-z].*", word)}
    assert given <= known | {"--help", "-h"}, f"{command.name} has no {given - known}"


def check_command(words: list[str]) -> None:
    program, *rest = words
    program = program.removeprefix(".venv/bin/")
    match program:
        case "extract":
            assert rest[0] in main.commands
            check_options(main.commands[rest[0]], rest[1:])
        case "make":
            targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), flags=re.MULTILINE)
            assert rest[0] in targets
        case "python":
            script = ROOT / rest[0]
            assert script.is_file()
            try:
                module = importlib.import_module(script.stem)
            except ModuleNotFoundError as error:
                if error.name not in NEED_TRAIN:  # its options are checked where that extra is installed
                    raise
            else:
                check_options(module.main, rest[1:])
        case _:
            assert program in ("pip", "pytest", *OTHER_PROGRAMS)
            assert all((ROOT / word).exists() for word in rest if word.startswith("tests/"))


@pytest.mark.parametrize("path", PAGES, ids=page_id)
def test_commands_on_the_page_exist_with_their_options(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    for words in commands(path):
        check_command(words)


def test_a_command_that_does_not_exist_would_be_found() -> None:
    with pytest.raises(AssertionError):
        check_command(["extract", "run", "articles/", "--no-such-option"])
    with pytest.raises(AssertionError):
        check_command(["make", "coffee"])


@pytest.mark.parametrize("path", PAGES, ids=page_id)
def test_links_between_pages_lead_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", path.read_text("utf-8")):
        assert (path.parent / target).exists(), target


def test_packages_of_the_site_and_of_tables_are_there_where_tests_run() -> None:
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
    assert {*extras["docs"], *extras["parquet"]} <= {*extras["dev"]}


def test_modules_and_components_in_the_design_exist() -> None:
    page = (DOCS / "design.md").read_text("utf-8")
    for name in re.findall(r"`([\w/]+\.py)`", page):
        assert any((folder / name).is_file() for folder in (ROOT / "src/extract", ROOT)), name
    assert re.findall(r"^\| `(extract_\w+)` \|", page, flags=re.MULTILINE) == [*COMPONENTS, QUOTES]


def test_the_example_is_a_record_of_the_article_above_it() -> None:
    [article] = bodies(DOCS / "record.md", "text")
    [example] = bodies(DOCS / "record.md", "json")
    found = record.Record.model_validate_json(example)
    assert json.loads(found.model_dump_json()) == json.loads(example)
    spans: list[Any] = [*found.quote.spans, found.quote.cue, found.speaker.mention, *found.dates]
    spans += [mention for part in found.organizations for mention in part.mentions]
    assert all(article[span.start : span.end] == span.text for span in spans if span is not None)
    assert found.quote.text == " ".join(span.text for span in found.quote.spans)


@pytest.mark.parametrize(
    ("title", "model"),
    [
        ("Record", record.Record),
        ("article", record.ArticlePart),
        ("quote", record.QuotePart),
        ("speaker", record.SpeakerPart),
        ("organizations", record.OrganizationPart),
        ("said", record.SaidPart),
        ("dates", record.DatePart),
        ("confidence", record.ConfidencePart),
        ("provenance", record.Provenance),
        ("Failures", Failure),
    ],
)
def test_fields_on_the_page_are_those_of_the_model(title: str, model: type[BaseModel]) -> None:
    rows = re.findall(r"^\| `(\w+)` \| (.*?) \|", section(title).split("| Reason")[0], flags=re.MULTILINE)
    assert [name for name, _ in rows] == list(model.model_fields)
    for name, value in rows:
        annotation = model.model_fields[name].annotation
        assert ("null" in value) == (type(None) in getattr(annotation, "__args__", ())), name
        choices = re.findall(r"`(\w+)`", value)
        if choices:
            assert tuple(choices) == getattr(annotation, "__args__", None), name


def test_columns_on_the_page_are_those_of_the_flat_form() -> None:
    assert first_cells(section("The flat form")) == [field.name for field in fields(flat.FlatRow)]


def test_the_page_lists_every_flag_and_reason() -> None:
    code = "\n".join(path.read_text("utf-8") for path in sorted((ROOT / "src/extract").rglob("*.py")))
    for name in first_cells(section("flags")) + first_cells(section("speaker").split("| Reason")[1]):
        assert f'"{name}"' in code, name
    for name in re.findall(r'flags\.add\("(\w+)"\)|flags = \("(\w+)"', code):
        assert "".join(name) in first_cells(section("flags"))


def test_the_page_names_the_acts_in_order() -> None:
    assert ", ".join(f"`{act}`" for act in ACTS) in section("quote")
