"""The pace of a run."""

from __future__ import annotations

from extract.article import Failure
from extract.cli.progress import Pace
from extract.runs.extractor import Outcome
from extract.runs.resume import Done

GOOD = Outcome(path="a")
BAD = Outcome(path="b", failure=Failure(path="b", stage="read", kind="ArticleError", message="no text"))


class Clock:
    """Stands still until it is set."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def pace_after(*done: Done, total: int | None, seconds: float) -> Pace:
    clock = Clock()
    pace = Pace(total, clock)
    for one in done:
        pace.add(one)
    clock.now += seconds
    return pace


def test_a_line_says_how_far_how_fast_and_how_long_yet() -> None:
    new = Done(outcome=GOOD, words=400, new=True)
    pace = pace_after(new, new, new, Done(outcome=BAD, words=0, new=True), total=2000, seconds=2)
    assert pace.line() == ("4 of 2,000 articles, 1 failure, 2.0 articles/s, 600 words/s, 0:16:38 left")
    assert pace.as_json() == {
        "articles": 4,
        "total": 2000,
        "failures": 1,
        "articles_per_second": 2.0,
        "words_per_second": 600,
        "seconds_left": 998,
    }


def test_what_was_done_before_says_nothing_of_the_pace() -> None:
    pace = pace_after(*[Done(outcome=GOOD, words=400, new=False)] * 10, total=20, seconds=1)
    assert pace.line() == "10 of 20 articles"
    pace.add(Done(outcome=GOOD, words=400, new=True))
    assert pace.seconds_left == 9


def test_without_a_total_there_is_no_time_left() -> None:
    pace = pace_after(Done(outcome=GOOD, words=100, new=True), total=None, seconds=0.5)
    assert pace.line() == "1 articles, 2.0 articles/s, 200 words/s"
    assert pace.seconds_left is None
