"""The articles of a run, read as its settings say."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import BinaryIO

from extract.article import Article
from extract.config import Settings
from extract.failure import Failure
from extract.readers import InputPlan, Skipped, read_plan


def read_inputs(
    plan: InputPlan,
    settings: Settings,
    *,
    stdin: BinaryIO | None = None,
    on_skip: Callable[[Skipped], None] | None = None,
) -> Iterator[Article | Failure]:
    """`read_plan` with those settings that reading has."""
    return read_plan(
        plan,
        published=settings.published,
        date_from_name=settings.date_from_name,
        fields=settings.fields,
        max_article_size=settings.max_article_size,
        stdin=stdin,
        on_skip=on_skip,
    )
