"""Which organization a pronoun or a description refers back to."""

from __future__ import annotations

from collections.abc import Sequence

from extract.quotes.speakers.history import SpeakerHistory
from extract.quotes.speakers.organization_antecedents import OrganizationAntecedents
from tests.marked_texts import make_index, span_of
from tests.quotes.speakers.turns import called, history


def organization(
    text: str, mention: str, organizations: Sequence[str], head: str | None = None
) -> str | None:
    index = make_index(text, organizations=organizations)
    return called(OrganizationAntecedents(index, SpeakerHistory()).meant(span_of(text, mention), head))


def test_it_means_the_organization_named_last() -> None:
    text = "Norvik Bank bought Halvorsen Foods last year. It grew."
    assert organization(text, "It", ["Norvik Bank"]) == "Norvik Bank"


def test_a_noun_means_the_organization_that_has_it_in_its_name() -> None:
    text = "Norvik Bank sued Halvorsen Foods. Then the bank won."
    assert organization(text, "the bank", ["Norvik Bank", "Halvorsen Foods"], "bank") == "Norvik Bank"


def test_a_noun_does_not_mean_what_is_plainly_something_else() -> None:
    text = "Norvik bought it. The Ostburg Ministry agreed. Then the bank won."
    assert organization(text, "the bank", ["Norvik", "Ostburg Ministry"], "bank") == "Norvik"


def test_an_organization_far_back_is_not_meant() -> None:
    text = "Norvik Bank grew. " + "It rained. " * 8 + "Then the agency won."
    assert organization(text, "the agency", ["Norvik Bank"], "agency") is None


def test_a_firm_is_no_center() -> None:
    text = "Halvorsen grew. The Center for Digital Play met. Now the firm is rich."
    bodies = ["Halvorsen", "Center for Digital Play"]
    assert organization(text, "the firm", bodies, "firm") == "Halvorsen"


def test_an_organization_that_cannot_be_meant_is_not() -> None:
    text = "Halvorsen grew. Norvik met. Now the company is rich."
    index = make_index(text, organizations=["Halvorsen", "Norvik"])
    apart = [name for name in index.organizations if name.canonical == "Norvik"]
    antecedents = OrganizationAntecedents(index, SpeakerHistory())
    found = antecedents.meant(span_of(text, "the company"), "company", apart=apart)
    assert called(found) == "Halvorsen"


def test_a_description_is_the_organization_that_explains_it() -> None:
    text = "The regulator, the Office for Networks, said so. The union, Norvik said, is ill."
    index = make_index(text, organizations=["Office for Networks", "Norvik"])
    antecedents = OrganizationAntecedents(index, SpeakerHistory())
    apposed = antecedents.apposed(span_of(text, "The regulator"))
    assert apposed is not None
    assert apposed.canonical == "Office for Networks"
    assert antecedents.apposed(span_of(text, "The union")) is None


def test_it_means_the_organization_that_spoke_last_however_far_it_was_named() -> None:
    text = "Norvik Bank grew. " + "It rained. " * 20 + "“Rain,” it said. Later it grew."
    index = make_index(text, organizations=["Norvik Bank"])
    past = history(index, ("Norvik Bank", "Rain"))
    found = OrganizationAntecedents(index, past).meant(span_of(text, "Later it"))
    assert called(found) == "Norvik Bank"
