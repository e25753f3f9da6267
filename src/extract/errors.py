"""Errors that the package raises on purpose, and the wording of messages."""

from __future__ import annotations

import re


class ExtractError(Exception):
    """Base of every error that the package raises on purpose."""


class ArticleError(ExtractError):
    """Error of one article that cannot be read or processed; a batch goes on without it."""


class InputError(ExtractError):
    """Error of inputs, outputs or options, by which nothing can run: a missing path, a bad option."""


class ModelError(ExtractError):
    """Error of a model that is missing, damaged or of another kind."""


class TooManyFailuresError(ExtractError):
    """Error of a run stopped because more articles failed than the user allows."""

    def __init__(self, failures: int) -> None:
        super().__init__(f"stopped after {failures:,} failures")
        self.failures = failures


# C0 without tab and line feed, DEL, and C1: an article must not drive the terminal.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def printable(text: str) -> str:
    """Replace control characters, which would drive a terminal; the length stays the same."""
    return _CONTROL.sub(lambda match: " " if match[0] in "\r\x0b\x0c\x85" else "\ufffd", text)


def counted(number: int, noun: str) -> str:
    """Format a count with its noun: 1 article, 1,200 articles."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
