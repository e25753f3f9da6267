"""Views of several people in one sentence."""

from __future__ import annotations

from extract.quotes.passages.repairs.views import one_for_each_view
from tests.marked_texts import make_attribution
from tests.quotes.passages.repairs.attributions import parts


def test_views_of_two_in_one_sentence_are_two() -> None:
    text = "To Ada Brunn, the pier is “a gem”; to Jan Holt it is “a ruin”."
    item = make_attribution(
        text, "the pier is “a gem”; to Jan Holt it is “a ruin”", cue="To", source="Ada Brunn"
    )
    assert parts(text, *one_for_each_view(text, item)) == [
        (["Ada Brunn"], ["the pier is “a gem”"]),
        (["Jan Holt"], ["it is “a ruin”"]),
    ]


def test_one_view_stays_one() -> None:
    text = "To Ada Brunn, the pier is “a gem”."
    item = make_attribution(text, "the pier is “a gem”", cue="To", source="Ada Brunn")
    assert one_for_each_view(text, item) == [item]
