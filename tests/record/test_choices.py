"""Values of options: those that the library knows."""

from __future__ import annotations

import subprocess
import sys
from typing import get_args

from extract.quotes.quote import Act
from extract.quotes.subjects.others import About
from extract.readers import Fields
from extract.readers.article.escapes import Escape
from extract.readers.formats.table_columns import COLUMN_ALIASES
from extract.record import choices
from extract.score import figures


def test_choices_are_all_that_the_types_allow() -> None:
    assert get_args(Act) == choices.ACTS
    assert get_args(About) == choices.ABOUT
    assert get_args(Escape) == choices.ESCAPES


def test_every_field_of_an_article_has_an_option() -> None:
    assert Fields().columns() == tuple(choices.FIELD_OPTIONS)
    assert {name: option for name, (option, _, _) in COLUMN_ALIASES.items()} == choices.FIELD_OPTIONS


def test_scores_can_be_grouped_by_every_choice() -> None:
    assert all(figures.grouped([], by) == {} for by in choices.GROUPINGS)


def test_choices_and_files_load_no_other_module_of_the_package() -> None:
    code = (
        "import sys, extract.files, extract.record.choices;"
        "print(*sorted(name for name in sys.modules if name.startswith('extract')))"
    )
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout
    assert loaded.split() == [
        "extract",
        "extract.files",
        "extract.record",
        "extract.record.choices",
    ]
