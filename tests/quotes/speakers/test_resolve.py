"""Speakers: who is meant by a source."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import pytest

from extract.quotes.article_index import ArticleIndex
from extract.quotes.passages.passage import Passage
from extract.quotes.quote import Speaker
from extract.quotes.speakers.antecedents import Antecedents
from extract.quotes.speakers.resolution import Resolved
from extract.quotes.speakers.resolve import SpeakerResolver
from extract.spans import CharSpan
from tests.scenes import make_index, span_of

Turn = tuple[str | None, str]
PEOPLE = ("Ada Brunn", "Brunn", "Jan Holt", "Holt", "Mira Okonjo", "Okonjo")
ORGANIZATIONS = ("Norvik Bank", "Halvorsen Foods", "Harbour Council", "Norvik")


def passage(content: CharSpan, **fields: Any) -> Passage:
    fields = {"source": None, "cue": None, "confidence": 0.9, "source_confidence": 0.9} | fields
    return Passage(content=(content,), **fields)


def resolve(index: ArticleIndex, turns: Sequence[Turn], *, quoted: bool = True) -> list[Resolved]:
    """Each (source, content) in turn: the next place of the content, and of the source the nearest to it."""
    resolver = SpeakerResolver(index, Antecedents(index))
    text, at, out = index.text, 0, []
    for source, words in turns:
        content = CharSpan(text.index(words, at), text.index(words, at) + len(words))
        at = content.end
        places = [found.start() for found in re.finditer(re.escape(source), text)] if source else []
        nearest = min(places, key=lambda place: abs(place - content.start), default=None)
        span = CharSpan(nearest, nearest + len(source)) if source and nearest is not None else None
        out.append(
            resolver.resolve(passage(content, source=span), content, "direct" if quoted else "indirect")
        )
    return out


def speaker(text: str, *turns: Turn, places: Sequence[str] = (), quoted: bool = True) -> Speaker:
    """The speaker of the last turn."""
    contents = [content for _, content in turns]
    index = make_index(text, people=PEOPLE, organizations=ORGANIZATIONS, places=places, quoted=contents)
    return resolve(index, turns, quoted=quoted)[-1].speaker


def test_a_name_is_its_fullest_form() -> None:
    text = "Ada Brunn came. “No,” Brunn said."
    found = speaker(text, ("Brunn", "No"))
    assert (found.name, found.kind, found.reason) == ("Ada Brunn", "person", None)


def test_mention_is_the_source_as_written() -> None:
    text = "“No,” Finance Minister Ada Brunn said."
    found = speaker(text, ("Finance Minister Ada Brunn", "No"))
    assert found.mention == span_of(text, "Finance Minister Ada Brunn")
    assert found.name == "Ada Brunn"


def test_title_and_affiliation_come_from_beside_the_name() -> None:
    text = "“No,” Norvik Bank chief executive Ada Brunn said."
    found = speaker(text, ("Norvik Bank chief executive Ada Brunn", "No"))
    assert found.title is not None
    assert found.affiliation is not None
    assert found.title.of(text) == "Norvik Bank chief executive"
    assert found.affiliation.of(text) == "Norvik Bank"


def test_a_quotation_without_a_source_tells_its_speakers_title_too() -> None:
    text = "Ada Brunn, head of the Harbour Council, came. “No,” Brunn said.\n\n“Never,” she said.\n\n“Not I.”"
    found = speaker(text, ("Brunn", "No"), ("she", "Never"), (None, "Not I"))
    assert (found.mention, found.name) == (None, "Ada Brunn")
    assert found.title is not None
    assert found.title.of(text) == "head of the Harbour Council"


@pytest.mark.parametrize("source", ["BRUNN", "Brunn"])
def test_a_surname_that_was_not_seen_as_a_name_is_the_one_person_who_has_it(source: str) -> None:
    text = f"Ada Brunn came. “No,” {source} said."
    [found] = resolve(make_index(text, people=["Ada Brunn"]), [(source, "No")])
    assert found.speaker.name == "Ada Brunn"


@pytest.mark.parametrize("source", ["Its president, Ada Brunn,", "The council's president, Ada Brunn,"])
def test_whose_president_someone_is_tells_the_affiliation(source: str) -> None:
    text = f"The Harbour Council opposed the tax. {source} said no."
    found = speaker(text, (source, "no"), quoted=False)
    assert found.affiliation is not None
    assert found.affiliation.of(text) == "Harbour Council"


def test_a_title_given_once_holds_for_later_mentions() -> None:
    text = "Ada Brunn, head of the Harbour Council, came. “No,” Brunn said."
    found = speaker(text, ("Brunn", "No"))
    assert found.title is not None
    assert found.title.of(text) == "head of the Harbour Council"


def test_a_pronoun_is_its_person() -> None:
    text = "Ada Brunn came. “No,” she said."
    found = speaker(text, ("she", "No"))
    assert (found.name, found.kind) == ("Ada Brunn", "person")
    assert found.mention == span_of(text, "she")


def test_a_pronoun_that_fits_nobody_has_a_reason() -> None:
    found = speaker("“No,” he said.", ("he", "No"))
    assert (found.name, found.reason) == (None, "ambiguous_pronoun")


def test_a_pronoun_behind_an_unnamed_speaker_is_that_speaker() -> None:
    text = "Jan Holt came. “No,” a senior official said. “Never,” he added."
    found = speaker(text, ("a senior official", "No"), ("he", "Never"))
    assert (found.name, found.kind) == ("a senior official", "person")


def test_a_spokeswoman_is_no_he() -> None:
    text = "A spokeswoman said it rains. He said no."
    assert speaker(text, ("A spokeswoman", "it rains"), ("He", "no")).reason == "ambiguous_pronoun"


def test_it_behind_a_body_without_a_name_is_that_body() -> None:
    text = "The union said it would strike. It said no."
    found = speaker(text, ("The union", "it would strike"), ("It", "no"))
    assert (found.name, found.kind) == ("union", "organization")


def test_two_names_are_a_group() -> None:
    text = "“No,” Ada Brunn and Jan Holt said."
    found = speaker(text, ("Ada Brunn and Jan Holt", "No"))
    assert (found.name, found.kind) == ("Ada Brunn and Jan Holt", "group")


def test_one_person_named_twice_is_no_group() -> None:
    text = "“No,” Ada Brunn, the Brunn of old, said."
    assert speaker(text, ("Ada Brunn, the Brunn of old", "No")).name == "Ada Brunn"


def test_an_organization_speaks_under_its_fullest_name() -> None:
    text = "Norvik Bank grew. Norvik said no."
    found = speaker(text, ("Norvik", "no"), quoted=False)
    assert (found.name, found.kind) == ("Norvik Bank", "organization")


def test_its_spokesman_is_a_person_without_a_name() -> None:
    found = speaker("A Norvik Bank spokesman said no.", ("A Norvik Bank spokesman", "no"), quoted=False)
    assert (found.kind, found.reason) == ("person", "unnamed_source")
    assert found.name == "A Norvik Bank spokesman"


def test_its_report_speaks_for_it() -> None:
    found = speaker("Norvik Bank’s report said no.", ("Norvik Bank’s report", "no"), quoted=False)
    assert (found.name, found.kind) == ("Norvik Bank", "organization")


def test_a_report_by_an_organization_speaks_for_it() -> None:
    found = speaker("An audit by Norvik Bank said no.", ("An audit by Norvik Bank", "no"), quoted=False)
    assert (found.name, found.kind) == ("Norvik Bank", "organization")


@pytest.mark.parametrize(
    ("source", "name", "kind"),
    [
        ("Astronomers led by Holt of Norvik Bank", "Astronomers led by Holt of Norvik Bank", "group"),
        ("People familiar with the talks", "People familiar with the talks", "group"),
        ("A statement issued by Norvik Bank", "Norvik Bank", "organization"),
        ("New research published in Velden", "New research published in Velden", "document"),
        ("A letter seen by Norvik Bank", "A letter seen by Norvik Bank", "document"),
    ],
)
def test_a_phrase_is_what_stands_before_its_participle(source: str, name: str, kind: str) -> None:
    found = speaker(f"{source} said the sea rose.", (source, "the sea rose"), quoted=False)
    assert (found.name, found.kind) == (name, kind)


def test_he_goes_on_with_whom_a_description_meant() -> None:
    text = (
        "Mayor Jan Holt came to the pier of the old harbour. It rained. Boats lay in mud. The sea was low. "
        "Bo Ek is a survivor of the flood. Ek danced in the rain. Ek gave a drum to the council and sang.\n\n"
        "The mayor said it was cold.\n\nHe also said no."
    )
    index = make_index(text, people=["Jan Holt", "Bo Ek", "Ek"])
    turns = [("The mayor", "it was cold"), ("He", "no.")]
    assert [found.speaker.name for found in resolve(index, turns, quoted=False)] == ["Jan Holt"] * 2


def test_two_organizations_are_a_group() -> None:
    source = "Norvik Bank and Halvorsen Foods"
    found = speaker(f"{source} said no.", (source, "no"), quoted=False)
    assert (found.name, found.kind) == (source, "group")


def test_the_bank_is_the_bank_named_before() -> None:
    text = "Norvik Bank met Halvorsen Foods. The bank said no."
    found = speaker(text, ("The bank", "no"), quoted=False)
    assert (found.name, found.kind) == ("Norvik Bank", "organization")


def test_the_minister_is_the_one_called_so() -> None:
    text = "Finance Minister Ada Brunn met Jan Holt. The minister said no."
    assert speaker(text, ("The minister", "no"), quoted=False).name == "Ada Brunn"


def test_it_is_the_organization_named_before() -> None:
    found = speaker("Norvik Bank grew. It said no.", ("It", "no"), quoted=False)
    assert (found.name, found.kind) == ("Norvik Bank", "organization")


def test_they_are_the_group_that_spoke_last() -> None:
    text = "Two officials said yes. They said no."
    found = speaker(text, ("Two officials", "yes"), ("They", "no"), quoted=False)
    assert (found.name, found.kind) == ("Two officials", "group")


def test_they_without_a_group_have_a_reason() -> None:
    assert speaker("They said no.", ("They", "no"), quoted=False).reason == "ambiguous_pronoun"


@pytest.mark.parametrize("source", ["Some", "One", "I", "Many"])
def test_vague_words_are_unnamed_sources(source: str) -> None:
    found = speaker(f"{source} said no.", (source, "no"), quoted=False)
    assert (found.name, found.reason) == (None, "unnamed_source")


def test_an_unnamed_source_keeps_its_description() -> None:
    text = "A senior Harbour official with knowledge of it said no."
    found = speaker(text, ("A senior Harbour official with knowledge of it", "no"), quoted=False)
    assert found.name == "A senior Harbour official with knowledge of it"
    assert (found.kind, found.reason) == ("person", "unnamed_source")


def test_a_group_loses_its_article() -> None:
    found = speaker("The ministers said no.", ("The ministers", "no"), quoted=False)
    assert (found.name, found.kind) == ("ministers", "group")


def test_a_capital_speaks_as_an_organization() -> None:
    found = speaker("Moscow said no.", ("Moscow", "no"), places=["Moscow"], quoted=False)
    assert (found.name, found.kind) == ("Moscow", "organization")


def test_a_quotation_without_source_has_the_speaker_before_it() -> None:
    text = "“No,” Ada Brunn said. “Never.”"
    found = speaker(text, ("Ada Brunn", "No"), (None, "Never"))
    assert (found.name, found.mention) == ("Ada Brunn", None)


def test_also_in_the_next_paragraph_when_it_stands_in_marks() -> None:
    text = "“No,” Ada Brunn said.\n\n“Never.”"
    assert speaker(text, ("Ada Brunn", "No"), (None, "Never")).name == "Ada Brunn"
    assert speaker(text, ("Ada Brunn", "No"), (None, "Never"), quoted=False).name is None


def test_but_not_two_paragraphs_on() -> None:
    found = speaker("“No,” Ada Brunn said.\n\nIt rained.\n\n“Never.”", ("Ada Brunn", "No"), (None, "Never"))
    assert (found.name, found.kind, found.reason) == (None, "unknown", "no_source")


def test_a_source_without_words_is_none() -> None:
    text = "“No” – — said."
    assert speaker(text, ("–", "No")).reason == "no_source"


def test_what_is_named_is_surer_than_what_is_referred_to() -> None:
    text = "Ada Brunn came with Mira Okonjo. “No,” Brunn said. “Never,” she said. “Ever.”"
    index = make_index(text, people=PEOPLE, quoted=["No", "Never", "Ever"])
    named, pronoun, inherited = resolve(index, [("Brunn", "No"), ("she", "Never"), (None, "Ever")])
    assert 1 >= named.confidence > pronoun.confidence >= inherited.confidence > 0


def test_a_title_before_the_name_in_apposition_is_part_of_the_mention() -> None:
    text = "“No,” the head of the Harbour Council, Ada Brunn, said."
    found = speaker(text, ("the head of the Harbour Council, Ada Brunn", "No"))
    assert found.name == "Ada Brunn"


def test_a_cue_that_goes_on_has_the_subject_of_its_sentence() -> None:
    text = "Ada Brunn rose and said no."
    index = make_index(text, people=PEOPLE)
    resolver = SpeakerResolver(index, Antecedents(index))
    content = span_of(text, "no")
    found = resolver.resolve(passage(content, cue=span_of(text, "said")), content, "indirect")
    assert found.speaker.name == "Ada Brunn"


def test_a_speaker_that_the_layout_tells_needs_no_source() -> None:
    text = "Ada Brunn, head of the Harbour Council, met us.\n\nIt is safe."
    index = make_index(text, people=PEOPLE, organizations=ORGANIZATIONS)
    content = span_of(text, "It is safe")
    resolver = SpeakerResolver(index, Antecedents(index))
    found = resolver.resolve(passage(content, speaker="Ada Brunn"), content, "direct").speaker
    assert (found.name, found.kind, found.mention) == ("Ada Brunn", "person", None)
    assert found.title is not None
    assert found.title.of(text) == "head of the Harbour Council"


def test_a_name_that_no_model_labelled_is_read_from_the_source() -> None:
    text = "“No,” said the deputy head of the harbour board Timo Rask."
    found = speaker(text, ("the deputy head of the harbour board Timo Rask", "No"))
    assert (found.name, found.kind) == ("Timo Rask", "person")
    assert found.title is not None
    assert found.title.of(text) == "the deputy head of the harbour board"


def test_capitals_behind_a_preposition_are_no_unlabelled_name() -> None:
    found = speaker("“No,” said a spokesman for Timo Rask.", ("a spokesman for Timo Rask", "No"))
    assert found.name == "a spokesman for Timo Rask"


def test_an_organization_that_opens_the_source_speaks() -> None:
    text = "The Harbour Council, in a statement signed by its head, Ada Brunn, said it would pay."
    source = "The Harbour Council, in a statement signed by its head, Ada Brunn,"
    assert speaker(text, (source, "it would pay"), quoted=False).name == "Harbour Council"


def test_both_are_the_two_named_together() -> None:
    text = "Mr Jan Holt and Ms Mira Okonjo met. Both said they would pay."
    found = speaker(text, ("Both", "they would pay"), quoted=False)
    assert (found.name, found.kind) == ("Jan Holt and Mira Okonjo", "group")


def test_the_ministry_is_no_bank() -> None:
    text = "Norvik Bank fell. The ministry said it would pay."
    assert speaker(text, ("The ministry", "it would pay"), quoted=False).name == "ministry"


def test_the_judge_is_not_whoever_spoke_last() -> None:
    text = "“No,” said Ada Brunn, a surgeon. The judge told Jan Holt that “it was late”."
    found = speaker(text, ("Ada Brunn, a surgeon", "No"), ("The judge", "it was late"))
    assert (found.name, found.reason) == ("judge", "unnamed_source")


def test_the_official_may_be() -> None:
    text = "“No,” said Ada Brunn, a deputy minister. “It was late,” the official added."
    found = speaker(text, ("Ada Brunn, a deputy minister", "No"), ("the official", "It was late"))
    assert found.name == "Ada Brunn"


def test_a_law_does_not_speak_for_who_spoke_last() -> None:
    text = "Norvik Bank said it was safe. The law says that it must be."
    found = speaker(text, ("Norvik Bank", "it was safe"), ("The law", "it must be"), quoted=False)
    assert (found.name, found.kind) == ("law", "document")


@pytest.mark.parametrize(
    ("behind", "kind"), [("It rained.", "person"), ("NORVIK sells cakes.", "organization")]
)
def test_a_label_that_no_other_mention_makes_an_organization_is_a_person(behind: str, kind: str) -> None:
    text = f"NORVIK: I will not.\n\n{behind}"
    index = make_index(text, organizations=["NORVIK"])
    content = span_of(text, "I will not")
    turn = passage(content, source=span_of(text, "NORVIK"), speaker="NORVIK")
    found = SpeakerResolver(index, Antecedents(index)).resolve(turn, content, "direct")
    assert found.speaker.kind == kind
