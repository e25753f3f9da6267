"""The layout of the code: packages have their sentence in the design, tests stand where modules do."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.repository import DOCS, ROOT

CODE = ROOT / "src" / "extract"
TESTS = ROOT / "tests"
# What is tested there is no module of the package.
ELSEWHERE = ("benchmarks", "docs", "samples")
OF_ALL_MODULES = ("test_layout_of_code.py", "test_patterns.py")
MOST_ENTRIES = 16
FREQUENT_VERBS = frozenset(
    """said says told tells added adds wrote writes asked noted announced warned argued insisted claimed
    explained stated declared replied admitted denied reported""".split()
)
# Modules that list verbs for another reason than that they report.
MAY_LIST_VERBS = [
    "quotes/passages/signature.py",  # with what no name begins
    "quotes/passages/transcripts/interview.py",  # phrases for talks with somebody
    "quotes/speakers/pronouns/mentions.py",  # the past tense of any verb
    "timex/tense.py",  # likewise
]


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


def test_the_face_of_the_package_gives_its_modules_the_version_alone() -> None:
    taken = [
        (path.relative_to(CODE).as_posix(), names)
        for path in CODE.rglob("*.py")
        for names in re.findall(r"^ *from extract import (.*)$", path.read_text("utf-8"), flags=re.MULTILINE)
        if names != "__version__"
    ]
    assert taken == []


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


def strings(module: ast.Module) -> Iterator[str]:
    """The strings of a module that are no docstrings, those of an f-string as one."""
    parts = {id(part) for node in ast.walk(module) if isinstance(node, ast.JoinedStr) for part in node.values}
    parts |= {id(node.value) for node in ast.walk(module) if isinstance(node, ast.Expr)}
    for node in ast.walk(module):
        if isinstance(node, ast.JoinedStr):
            yield " ".join(str(part.value) for part in node.values if isinstance(part, ast.Constant))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in parts:
            yield node.value


def lists_verbs(module: ast.Module) -> bool:
    """Whether a string of a module has three or more of the frequent reporting verbs."""
    return any(
        len(FREQUENT_VERBS.intersection(re.findall("[a-z]+", string))) > 2 for string in strings(module)
    )


def test_reporting_verbs_are_listed_in_the_lexicon_alone() -> None:
    paths = [path for path in sorted(CODE.rglob("*.py")) if path.parent.name != "lexicon"]
    listing = [path for path in paths if lists_verbs(ast.parse(path.read_text("utf-8")))]
    assert [path.relative_to(CODE).as_posix() for path in listing] == MAY_LIST_VERBS


def test_a_list_of_verbs_is_seen_in_a_pattern_and_not_in_a_docstring() -> None:
    assert lists_verbs(ast.parse('VERB = re.compile(rf"{START}(?:said|told|warned)\\b")'))
    assert not lists_verbs(ast.parse('"""What was said, told or denied."""'))
