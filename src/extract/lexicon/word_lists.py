"""Reader of the word lists that stand beside this module."""

from __future__ import annotations

from importlib.resources import files


def read_words(name: str) -> frozenset[str]:
    """The words of a list, one a line."""
    return frozenset(read_list(name).split())


def read_list(name: str) -> str:
    """A list as it is written."""
    return files("extract.lexicon").joinpath(name).read_text("utf-8")
