"""What speaks for it that a quote is about an organization."""

from __future__ import annotations

from extract.quotes.speakers.antecedents import antecedents_of
from extract.quotes.subjects.organizations import OrganizationFinder
from tests.marked_texts import make_index, span_of
from tests.quotes.subjects.speakers import resolved


def features(text: str, source: str, content: str) -> dict[str, dict[str, float]]:
    names = ("Norvik Bank", "Halvorsen Foods", "Harbour Council")
    index = make_index(text, people=["Ada Brunn"], organizations=names)
    antecedents = antecedents_of(index)
    spans = [span_of(text, content)]
    speaker = resolved(index, antecedents, source, spans)
    found = OrganizationFinder(index, antecedents).pairs(spans, speaker)
    return {name.canonical: dict(values) for name, values in found}


def test_the_speaker_and_its_pronoun() -> None:
    found = features("Norvik Bank said it would sue.", "Norvik Bank", "it would sue")["Norvik Bank"]
    assert (found["speaker"], found["own"], found["by_body"], found["speaker_it"]) == (1, 1, 1, 1)
    assert (found["named"], found["by_pronoun"]) == (0, 1)


def test_prominence_ranks_the_organizations() -> None:
    text = "The Harbour Council met. Norvik Bank grew. Norvik Bank fell. Ada Brunn said it was late."
    found = features(text, "Ada Brunn", "it was late")
    assert (found["Norvik Bank"]["rank"], found["Harbour Council"]["rank"]) == (0, 1)
    assert found["Norvik Bank"]["lead"] == -found["Harbour Council"]["lead"] > 0
    assert found["Norvik Bank"]["last_named"] == 1


def test_a_description_fits_one_better() -> None:
    text = "The Harbour Council met Norvik Bank. Ada Brunn said the council slept."
    found = features(text, "Ada Brunn", "the council slept")
    assert (found["Harbour Council"]["fit"], found["Harbour Council"]["fit_rank"]) == (4, 0)
    assert found["Norvik Bank"]["fit"] < 0
    assert (found["Harbour Council"]["described"], found["Norvik Bank"]["other_referred"]) == (1, 1)


def test_where_nothing_may_refer_to_one_only_what_is_named_is_judged() -> None:
    text = "The Harbour Council met. Ada Brunn said Norvik Bank fell."
    assert list(features(text, "Ada Brunn", "Norvik Bank fell")) == ["Norvik Bank"]


def test_the_official_and_her_own_organization() -> None:
    text = "Halvorsen Foods director Ada Brunn said her company would pay."
    found = features(text, "Halvorsen Foods director Ada Brunn", "her company would pay")
    assert found["Halvorsen Foods"]["own_owned"] == found["Halvorsen Foods"]["official"] == 1
