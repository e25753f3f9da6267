"""Limits of time and memory."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extract.article import Article
from extract.errors import InputError
from extract.runs.engines.limits import Limits, share_of_memory

MakeArticle = Callable[..., Article]


def test_the_time_limit_grows_with_long_articles_only(make_article: MakeArticle) -> None:
    limits = Limits(seconds=10)
    assert limits.seconds_for([make_article("Short.")] * 32) == 10
    assert limits.seconds_for([make_article("x" * 150_000)]) == 30


def test_the_share_of_memory_is_never_less_than_a_worker_needs() -> None:
    assert share_of_memory(1) > share_of_memory(2) >= share_of_memory(10_000) == 1_000_000_000


@pytest.mark.parametrize("limits", [{"seconds": 0}, {"seconds": float("nan")}, {"memory": 0}])
def test_limits_that_nothing_can_keep_are_refused(limits: dict[str, float]) -> None:
    with pytest.raises(InputError, match="limit is"):
        Limits(**limits)  # type: ignore[arg-type]
