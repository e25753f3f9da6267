"""What can go wrong, in words that say where and what to do."""

from __future__ import annotations

import re


class ExtractError(Exception):
    """Base of every error that this package raises on purpose."""


class ArticleError(ExtractError):
    """An article that cannot be read or processed; the batch goes on without it."""


class InputError(ExtractError):
    """Nothing can run: a path that is missing, an output that cannot be written, a bad option."""


class ModelError(ExtractError):
    """A model that is missing, damaged or of another kind."""


class TooManyFailuresError(ExtractError):
    """A run was stopped because more articles have failed than the user allows."""

    def __init__(self, failures: int) -> None:
        super().__init__(f"stopped after {failures:,} failures")
        self.failures = failures


# C0 without tab and line feed, DEL, and C1: an article must not drive the terminal.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def printable(text: str) -> str:
    """`text` at equal length without what would drive a terminal."""
    return _CONTROL.sub(lambda match: " " if match[0] in "\r\x0b\x0c\x85" else "\ufffd", text)


def counted(number: int, noun: str) -> str:
    """ "1 record", "1,200 records": `noun` in the singular takes an s."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
