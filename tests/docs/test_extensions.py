"""How the site joins files of the repository, and how help for a terminal becomes a page."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from types import ModuleType

import click
import pytest

from extract.cli.parameters import SectionOption
from tests.repository import DOCS

EXTENSIONS = DOCS / "_ext"


@pytest.fixture
def included_links(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    return extension("included_links", monkeypatch)


@pytest.fixture
def command_help(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    return extension("command_help", monkeypatch)


def extension(name: str, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    pytest.importorskip("sphinx", reason="the site needs it: pip install -e '.[docs]'")
    monkeypatch.syspath_prepend(str(EXTENSIONS))
    return import_module(name)


def test_a_page_stands_for_the_file_that_it_includes(included_links: ModuleType, tmp_path: Path) -> None:
    page = tmp_path / "docs/project/card.md"
    page.parent.mkdir(parents=True)
    page.write_text("```{include} ../../models/README.md\n```\n", encoding="utf-8")
    assert included_links.including_pages(tmp_path / "docs") == {tmp_path / "models/README.md": page}


def test_links_of_an_included_file_are_told_from_its_page(included_links: ModuleType, tmp_path: Path) -> None:
    text = "[design](../docs/design.md#rules) and [changes](../CHANGELOG.md), ![](a.png), [web](https://x.example/a.md)"
    moved = included_links.relocated(
        text,
        written_in=tmp_path / "models",
        shown_in=tmp_path / "docs/project/card.md",
        pages={tmp_path / "CHANGELOG.md": tmp_path / "docs/project/changelog.md"},
    )
    assert moved == (
        "[design](../design.md#rules) and [changes](changelog.md), ![](../../models/a.png), "
        "[web](https://x.example/a.md)"
    )


def test_code_and_places_on_the_page_stay(included_links: ModuleType, tmp_path: Path) -> None:
    text = "[below](#below)\n\n```text\n[a](b.md)\n```\n"
    page = tmp_path / "docs/project/card.md"
    assert included_links.relocated(text, written_in=tmp_path, shown_in=page, pages={}) == text


def test_help_has_no_markup_but_code(command_help: ModuleType) -> None:
    assert command_help.plain("`extract run` takes 'a*_*.txt', | and \\") == (
        r"``extract run`` takes 'a\*\_\*.txt', \| and \\"
    )


def test_lines_to_be_kept_are_commands_under_their_title(command_help: ModuleType) -> None:
    help_text = "Find quotes.\n\n\b\nExamples:\n  extract run a -o out\n  extract run b \\\n      -o out"
    assert list(command_help.described(help_text)) == [
        "Find quotes.",
        "",
        ".. rubric:: Examples",
        "",
        ".. code-block:: console",
        "",
        "   $ extract run a -o out",
        "   $ extract run b -o out",
        "",
    ]


def test_options_stand_under_the_headings_of_the_help(command_help: ModuleType) -> None:
    command = click.Command(
        "run",
        params=[
            SectionOption(["--list"], section="Input"),
            click.Option(["--quiet"]),
            SectionOption(["--text"], section="Input"),
        ],
    )
    lines = [".. option:: --list", "", ".. option:: --quiet", "", "   Be quiet.", ".. option:: --text"]
    head = ["   :class: section", ""]
    assert command_help.under_headings(command, lines) == [
        *(".. rubric:: Input", *head, ".. option:: --list", "", ".. option:: --text"),
        *(".. rubric:: Other options", *head, ".. option:: --quiet", "", "   Be quiet."),
    ]


def test_options_without_headings_stay_as_they_are(command_help: ModuleType) -> None:
    lines = [".. option:: --quiet", "", "   Be quiet."]
    assert command_help.under_headings(click.Command("a", params=[click.Option(["--quiet"])]), lines) == lines
    assert command_help.under_headings(click.Command("a"), []) == []
