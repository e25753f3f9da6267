"""Patterns of the rules beside their examples: `"the head[ of ]the union"` has the match in brackets."""

from __future__ import annotations

import ast
import importlib
import re
from collections.abc import Iterator

import pytest

from tests.repository import ROOT

SOURCE = ROOT / "src"
_COMMENT = re.compile(r"(?:^|\s)# (?P<words>.*)")
_EXAMPLE = re.compile(
    r'"(?P<before>[^"\[\]]*)\[(?P<match>(?:[^"\[\]]|\[[^\[\]]*\])*)\](?P<behind>[^"\[\]]*)"'
)


def assigned() -> Iterator[tuple[str, str, str]]:
    """Module, name and comment of every pattern that stands at the top of a module."""
    for path in sorted((SOURCE / "extract" / "quotes").rglob("*.py")):
        lines = path.read_text("utf-8").splitlines()
        for node in ast.parse("\n".join(lines)).body:
            if not isinstance(node, ast.Assign) or not isinstance(node.value, ast.Call):
                continue
            if ast.unparse(node.value.func) != "re.compile" or not isinstance(node.targets[0], ast.Name):
                continue
            first = node.lineno - 1
            while lines[first - 1].startswith("# "):
                first -= 1
            comments = [_COMMENT.search(line) for line in lines[first : node.end_lineno]]
            module = ".".join(path.relative_to(SOURCE).with_suffix("").parts)
            yield module, node.targets[0].id, " ".join(found["words"] for found in comments if found)


def examples() -> list[tuple[str, str, str, str, str]]:
    """Module, name, and what stands before the match, is it, and stands behind it."""
    return [
        (module, name, found["before"], found["match"], found["behind"])
        for module, name, comment in assigned()
        for found in _EXAMPLE.finditer(comment)
    ]


@pytest.mark.parametrize(("module", "name", "before", "match", "behind"), examples())
def test_a_pattern_matches_its_example(module: str, name: str, before: str, match: str, behind: str) -> None:
    pattern: re.Pattern[str] = getattr(importlib.import_module(module), name)
    span = (len(before), len(before) + len(match))
    # Some look back from the end of their match, some read on from where they are put.
    texts = (before + match + behind, before + match)
    found = [hit.span() for text in texts for hit in pattern.finditer(text)]
    found += [hit.span() for text in texts if (hit := pattern.match(text, span[0]))]
    found += [hit.span() for hit in [pattern.fullmatch(texts[1], span[0])] if hit]
    assert span in found


def test_most_patterns_have_an_example() -> None:
    assert len({(module, name) for module, name, *_ in examples()}) > 150
