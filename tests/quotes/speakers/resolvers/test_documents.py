"""Speakers behind a document."""

from __future__ import annotations

from extract.quotes.speakers.antecedents import antecedents_of
from extract.quotes.speakers.history import SpeakerHistory
from extract.quotes.speakers.profiles import Profiles
from extract.quotes.speakers.resolution import Resolution
from extract.quotes.speakers.resolvers.documents import DocumentPublisher
from tests.marked_texts import make_index
from tests.quotes.speakers.turns import ORGANIZATIONS, history, query, speaker


def test_its_report_speaks_for_it() -> None:
    found = speaker("Norvik Bank’s report said no.", ("Norvik Bank’s report", "no"), quoted=False)
    assert (found.name, found.kind) == ("Norvik Bank", "organization")


def test_a_report_by_an_organization_speaks_for_it() -> None:
    found = speaker("An audit by Norvik Bank said no.", ("An audit by Norvik Bank", "no"), quoted=False)
    assert (found.name, found.kind) == ("Norvik Bank", "organization")


def test_a_law_does_not_speak_for_who_spoke_last() -> None:
    text = "Norvik Bank said it was safe. The law says that it must be."
    found = speaker(text, ("Norvik Bank", "it was safe"), ("The law", "it must be"), quoted=False)
    assert (found.name, found.kind) == ("law", "document")


def publisher(text: str, source: str, *spoken: tuple[str | None, str]) -> Resolution | None:
    index = make_index(text, organizations=ORGANIZATIONS)
    past: SpeakerHistory = history(index, *spoken)
    organizations = antecedents_of(index).organizations
    return DocumentPublisher(index, organizations, past, Profiles(index, organizations))(query(index, source))


def test_the_report_of_whoever_spoke_last() -> None:
    text = "Norvik Bank said it was safe. The report says no."
    found = publisher(text, "The report", ("Norvik Bank", "it was safe"))
    assert found is not None
    assert found.speaker.name == "Norvik Bank"
    assert publisher(text, "The report") is None


def test_a_letter_that_an_organization_has_only_read_is_not_its_own() -> None:
    assert publisher("A letter seen by Norvik Bank said no.", "A letter seen by Norvik Bank") is None


def test_a_person_is_no_document() -> None:
    assert publisher("An official of Norvik Bank said no.", "An official of Norvik Bank") is None
