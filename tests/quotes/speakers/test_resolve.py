"""Speakers, by the surest way that leads to one."""

from __future__ import annotations

from extract.quotes.speakers.antecedents import antecedents_of
from extract.quotes.speakers.resolve import SpeakerResolver
from tests.marked_texts import make_index, span_of
from tests.quotes.speakers.turns import ORGANIZATIONS, PEOPLE, passage, resolve, speaker


def test_what_is_named_is_surer_than_what_is_referred_to() -> None:
    text = "Ada Brunn came with Mira Okonjo. “No,” Brunn said. “Never,” she said. “Ever.”"
    index = make_index(text, people=PEOPLE, quoted=["No", "Never", "Ever"])
    named, pronoun, inherited = resolve(index, [("Brunn", "No"), ("she", "Never"), (None, "Ever")])
    assert 1 >= named.confidence > pronoun.confidence >= inherited.confidence > 0


def test_a_cue_that_goes_on_has_the_subject_of_its_sentence() -> None:
    text = "Ada Brunn rose and said no."
    index = make_index(text, people=PEOPLE)
    resolver = SpeakerResolver(index, antecedents_of(index))
    content = span_of(text, "no")
    found = resolver.resolve(passage(content, cue=span_of(text, "said")), content, "indirect")
    assert found.speaker.name == "Ada Brunn"


def test_a_source_without_words_is_none() -> None:
    text = "“No” – — said."
    assert speaker(text, ("–", "No")).reason == "no_source"


def test_every_source_has_an_answer() -> None:
    index = make_index("A voice from the harbour said no.")
    [found] = resolve(index, [("A voice from the harbour", "no")])
    assert (found.speaker.name, found.speaker.kind) == ("A voice from the harbour", "unknown")


def test_a_name_goes_before_what_the_rest_of_the_source_says() -> None:
    source = "The minister, Ada Brunn of Norvik Bank,"
    text = f"Health Minister Jan Holt came. {source} said no."
    assert speaker(text, (source, "no"), quoted=False).name == "Ada Brunn"


def test_the_type_of_the_quote_stays_with_its_speaker() -> None:
    index = make_index("“No,” Ada Brunn said.", people=PEOPLE, organizations=ORGANIZATIONS)
    [found] = resolve(index, [("Ada Brunn", "No")], quoted=True)
    assert (found.type, found.content) == ("direct", span_of(index.text, "No"))
