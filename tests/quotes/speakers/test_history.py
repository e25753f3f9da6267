"""Who spoke so far."""

from __future__ import annotations

from tests.marked_texts import make_index, span_of
from tests.quotes.speakers.turns import history

TEXT = "Ada Brunn said no. Jan Holt said yes. A boat sank."
PAST = (("Ada Brunn", "no"), ("Jan Holt", "yes"))


def test_the_latest_quote_comes_first() -> None:
    spoken = history(make_index(TEXT, people=["Ada Brunn", "Jan Holt"]), *PAST)
    assert [quote.speaker.name for quote in spoken.latest()] == ["Jan Holt", "Ada Brunn"]
    assert spoken.last is not None
    assert spoken.last.speaker.name == "Jan Holt"


def test_only_quotes_that_begin_before_a_place_count_there() -> None:
    spoken = history(make_index(TEXT, people=["Ada Brunn", "Jan Holt"]), *PAST)
    at = TEXT.index("yes")
    assert [quote.speaker.name for quote in spoken.latest(before=at)] == ["Ada Brunn"]
    assert [quote.speaker.name for quote in spoken.latest(before=at + 1)] == ["Jan Holt", "Ada Brunn"]


def test_words_stand_in_the_quote_around_them() -> None:
    spoken = history(make_index(TEXT, people=["Ada Brunn", "Jan Holt"]), *PAST)
    word = span_of(TEXT, "no")
    around = spoken.around(word, quotes_back=2)
    assert around is not None
    assert around.speaker.name == "Ada Brunn"
    assert spoken.around(word, quotes_back=1) is None
    assert spoken.around(span_of(TEXT, "boat"), quotes_back=2) is None


def test_nobody_spoke_before_the_first_quote() -> None:
    spoken = history(make_index(TEXT))
    assert spoken.last is None
    assert list(spoken.latest()) == []
