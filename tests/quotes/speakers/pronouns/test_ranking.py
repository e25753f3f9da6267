"""How much speaks for a person as the one whom a pronoun means."""

from __future__ import annotations

from extract.quotes.speakers.pronouns.mentions import MentionChains
from extract.quotes.speakers.pronouns.ranking import WEIGHTS, nobody_features
from tests.marked_texts import make_index, span_of

TEXT = "Ada Brunn came. A nurse left. Then she spoke."


def test_an_unnamed_person_just_mentioned_speaks_for_nobody() -> None:
    chains = MentionChains(make_index(TEXT, people=["Ada Brunn"]))
    pronoun = chains.describe(span_of(TEXT, "she"), pronoun=True)
    nurse = chains.describe(span_of(TEXT, "A nurse"), pronoun=False)
    brunn = chains.describe(span_of(TEXT, "Ada Brunn"), pronoun=False)
    assert nobody_features(pronoun, unnamed=nurse, since=brunn)["none_unnamed_last"] == 1.0
    assert nobody_features(pronoun, unnamed=None, since=brunn)["none_unnamed_last"] == 0.0
    assert WEIGHTS["none_unnamed_last"] > 0
