"""Speakers that are organizations named by the source."""

from __future__ import annotations

from extract.quotes.speakers.antecedents import antecedents_of
from extract.quotes.speakers.resolvers.organizations import NamedOrganizations, OpeningOrganization
from tests.marked_texts import make_index
from tests.quotes.speakers.turns import ORGANIZATIONS, PEOPLE, query, speaker


def test_an_organization_speaks_under_its_fullest_name() -> None:
    text = "Norvik Bank grew. Norvik said no."
    found = speaker(text, ("Norvik", "no"), quoted=False)
    assert (found.name, found.kind) == ("Norvik Bank", "organization")


def test_two_organizations_are_a_group() -> None:
    source = "Norvik Bank and Halvorsen Foods"
    found = speaker(f"{source} said no.", (source, "no"), quoted=False)
    assert (found.full_name, found.kind) == (source, "group")


def test_an_organization_that_opens_the_source_speaks() -> None:
    text = "The Harbour Council, in a statement signed by its head, Ada Brunn, said it would pay."
    source = "The Harbour Council, in a statement signed by its head, Ada Brunn,"
    assert speaker(text, (source, "it would pay"), quoted=False).name == "Harbour Council"


def test_the_regulator_is_the_body_that_explains_it() -> None:
    index = make_index("The regulator, the Harbour Council, said no.", organizations=ORGANIZATIONS)
    found = NamedOrganizations(index, antecedents_of(index).organizations)(query(index, "The regulator"))
    assert found is not None
    assert (found.speaker.name, found.speaker.kind) == ("Harbour Council", "organization")


def test_a_description_speaks_for_the_body_named_behind_it() -> None:
    source = "A council of the fishermen, the Harbour Council,"
    assert speaker(f"{source} said no.", (source, "no"), quoted=False).name == "Harbour Council"


def test_the_organization_of_a_spokesman_does_not_speak_itself() -> None:
    index = make_index(
        "A Norvik Bank spokesman, Jan Holt, said no.", people=PEOPLE, organizations=ORGANIZATIONS
    )
    asked = query(index, "A Norvik Bank spokesman, Jan Holt,")
    assert OpeningOrganization(index)(asked) is None
    assert NamedOrganizations(index, antecedents_of(index).organizations)(asked) is None
