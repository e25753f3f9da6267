"""What tests share: articles, quotes and an extractor made by hand, so that few of them need the model."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from functools import partial

import pytest
from hypothesis import settings

from extract.article import Article
from extract.runs.extractor import Extractor
from tests.by_hand import Load, extractor_by_hand, use_in_commands

# A busy machine is no error: what must be fast is tested as such. A run of the suite tries the same
# examples each time; HYPOTHESIS_PROFILE=search looks for new ones.
settings.register_profile("extract", deadline=None, derandomize=True)
settings.register_profile("search", deadline=None, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "extract"))

MakeArticle = Callable[..., Article]


@pytest.fixture(scope="session")
def make_article() -> MakeArticle:
    """`make_article("text", id="a.txt", ...)`."""

    def make(text: str, **fields: str | None) -> Article:
        return Article(**{"id": "a.txt", "path": "a.txt", "text": text} | fields)  # type: ignore[arg-type]

    return make


@pytest.fixture
def use_extractor(monkeypatch: pytest.MonkeyPatch) -> Callable[[Load], None]:
    """`use_extractor(load)`: every command works with what `load(settings)` gives, in this process."""
    return partial(use_in_commands, patch=monkeypatch)


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    """Every passage in straight quotation marks is a quote; one with HOPE in it is an attitude.

    The words ANNOTATE, ASSEMBLE and FLATTEN in a text break the stage of that name.
    """
    return extractor_by_hand()


@pytest.fixture(autouse=True)
def _log_level() -> None:
    """Commands set how much the package logs; no test inherits that of another, or of another's fixture."""
    logger = logging.getLogger("extract")
    logger.setLevel(logging.NOTSET)
    logger.handlers.clear()
