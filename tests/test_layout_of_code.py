"""The layout of the code: packages have their sentence in the design, tests stand where modules do."""

from __future__ import annotations

import re
from pathlib import Path

from tests.repository import DOCS, ROOT

CODE = ROOT / "src" / "extract"
TESTS = ROOT / "tests"
# What is tested there is no module of the package.
ELSEWHERE = ("benchmarks", "docs", "samples")
OF_ALL_MODULES = ("test_layout_of_code.py", "test_patterns.py")
MOST_ENTRIES = 16


def packages() -> list[str]:
    """The packages below `src/extract`, as paths."""
    return sorted(path.parent.relative_to(CODE).as_posix() for path in CODE.rglob("*/__init__.py"))


def tree(page: Path) -> list[str]:
    """The paths of the tree that a page shows below `src/extract/`, those that have a sentence."""
    [block] = re.findall(r"```text\nsrc/extract/\n(.*?)```", page.read_text("utf-8"), flags=re.DOTALL)
    found: list[str] = []
    folders: list[str] = []
    for indent, name in re.findall(r"^( +)(\S+) +\S.*$", block, flags=re.MULTILINE):
        folders[len(indent) // 2 - 1 :] = [name.rstrip("/")]
        found.append("/".join(folders))
    return found


def test_the_design_has_a_sentence_for_every_package() -> None:
    shown = [path for path in tree(DOCS / "design.md") if not path.endswith(".py")]
    assert sorted(shown) == packages()


def test_contributing_has_a_sentence_for_every_package_at_the_top() -> None:
    assert sorted(tree(ROOT / "CONTRIBUTING.md")) == [name for name in packages() if "/" not in name]


def test_few_entries_stand_at_the_top() -> None:
    entries = [
        path.name for path in CODE.iterdir() if not path.name.startswith("__") and path.name != "py.typed"
    ]
    assert len(entries) <= MOST_ENTRIES


def test_every_test_stands_where_its_module_does() -> None:
    for path in TESTS.rglob("test_*.py"):
        folder = path.relative_to(TESTS).parent
        if path.name in OF_ALL_MODULES or folder.parts[:1] in [(name,) for name in ELSEWHERE]:
            continue
        stems = {found.stem for found in (CODE / folder).glob("*.py")} | {(CODE / folder).name}
        stems |= {found.stem for found in (CODE / folder).glob("assets/*")}
        name = path.stem.removeprefix("test_")
        assert any(name == stem or name.startswith(f"{stem}_") for stem in stems), path
