"""Names that docs/api.md publishes, and where they are imported from."""

from __future__ import annotations

import pkgutil
import re
import subprocess
import sys
from contextlib import suppress
from importlib import import_module
from pathlib import Path

import pytest

import extract
from extract import score
from tests.repository import ROOT

API = (ROOT / "docs" / "api.md").read_text("utf-8")


def published() -> dict[str, list[str]]:
    """The names of each module, as docs/api.md has them."""
    names: dict[str, list[str]] = {}
    module = ""
    for directive, value in re.findall(r"^\.\. (currentmodule|auto\w+):: ([\w.]+)", API, re.MULTILINE):
        if directive == "currentmodule":
            module = value
        else:
            names.setdefault(module, []).append(value)
    return names


def test_names_are_published_by_the_package_and_by_scoring_alone() -> None:
    assert published().keys() == {"extract", "extract.score"}


@pytest.mark.parametrize(
    ("module", "name"), [(module, n) for module, names in published().items() for n in names]
)
def test_every_published_name_can_be_imported(module: str, name: str) -> None:
    assert getattr(import_module(module), name).__doc__


def test_the_package_publishes_what_its_page_says_and_nothing_else() -> None:
    assert sorted(published()["extract"]) == sorted(extract._HOMES)
    assert sorted(extract.__all__) == sorted([*extract._HOMES, "__version__"])
    assert set(published()["extract.score"]) <= set(score.__all__)


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        extract.nothing  # noqa: B018


@pytest.mark.model
def test_no_module_takes_the_place_of_a_published_name() -> None:
    """Importing a module sets its name in its package: a package `records` would hide the function."""
    for module in pkgutil.walk_packages(extract.__path__, "extract."):
        if module.name != "extract.__main__":
            with suppress(ModuleNotFoundError):  # of an extra that is not installed
                import_module(module.name)
    assert vars(extract).keys().isdisjoint(extract._HOMES)
    assert extract.records([]) == []
    assert all(callable(getattr(score, name)) for name in score.__all__)


def test_importing_the_package_loads_nothing_heavy() -> None:
    code = "import sys, extract; print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout
    assert {"numpy", "pandas", "pydantic", "spacy", "click"}.isdisjoint(loaded.split())


def test_the_package_is_installed_with_its_types() -> None:
    assert (Path(extract.__file__).parent / "py.typed").is_file()
