"""What can go wrong, in words that say where and what to do."""

from __future__ import annotations


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
