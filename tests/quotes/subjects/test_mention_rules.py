"""Which organizations the rules take the words of a content for."""

from __future__ import annotations

from collections.abc import Sequence

from extract.quotes.article_index import ArticleIndex
from extract.quotes.speakers.antecedents import antecedents_of
from extract.quotes.subjects.description_fit import DescriptionFits
from extract.quotes.subjects.mention_rules import BodyMention, MentionRules
from extract.quotes.subjects.references import references_in
from extract.quotes.subjects.speaker_ties import SpeakerTies
from tests.marked_texts import make_index, span_of
from tests.quotes.subjects.speakers import resolved

PEOPLE = ("Ada Brunn", "Jan Holt")
ORGANIZATIONS = ("Norvik Bank", "Norvik", "Halvorsen Foods", "Harbour Council", "European Grid Agency", "EGA")


def index_of(text: str) -> ArticleIndex:
    return make_index(text, people=PEOPLE, organizations=ORGANIZATIONS)


def find(text: str, source: str, *content: str) -> list[BodyMention]:
    index = index_of(text)
    antecedents = antecedents_of(index)
    spans = [span_of(text, words) for words in content]
    speaker = resolved(index, antecedents, source, spans)
    rules = MentionRules(index, antecedents.organizations, antecedents.groups)
    references = references_in(text, spans, DescriptionFits(index).nouns)
    found = rules.find(spans, references, speaker, SpeakerTies(index, speaker)) + rules.together(spans)
    return sorted(found, key=lambda mention: mention[0])


def names(found: Sequence[BodyMention]) -> list[tuple[str, str]]:
    """Each organization once, with the way of its first mention."""
    first: dict[str, str] = {}
    for _, name, how in found:
        first.setdefault(name.canonical, how)
    return list(first.items())


def test_what_the_content_names_it_is_about() -> None:
    text = "Ada Brunn said that Norvik Bank would sue Halvorsen Foods."
    found = find(text, "Ada Brunn", "Norvik Bank would sue Halvorsen Foods")
    assert names(found) == [("Norvik Bank", "named"), ("Halvorsen Foods", "named")]


def test_what_stands_outside_the_content_does_not_count() -> None:
    assert find("Norvik Bank grew. Ada Brunn said it rained.", "Ada Brunn", "it rained") == []


def test_a_short_form_counts_under_the_fullest_name() -> None:
    text = "The European Grid Agency met. Ada Brunn said the EGA was broke."
    assert names(find(text, "Ada Brunn", "the EGA was broke")) == [("European Grid Agency", "alias")]


def test_all_mentions_of_an_organization_count() -> None:
    text = "Ada Brunn said Norvik would sell what Norvik Bank had."
    found = find(text, "Ada Brunn", "Norvik would sell what Norvik Bank had")
    assert [(span.of(text), how) for span, _, how in found] == [("Norvik", "alias"), ("Norvik Bank", "named")]
    assert len({name.number for _, name, _ in found}) == 1


def test_all_contents_of_a_quote_count_in_reading_order() -> None:
    text = "“Halvorsen Foods lost,” Ada Brunn said. “Norvik Bank won.”"
    found = find(text, "Ada Brunn", "Halvorsen Foods lost", "Norvik Bank won")
    assert [name.canonical for _, name, _ in found] == ["Halvorsen Foods", "Norvik Bank"]


def test_the_bank_is_the_one_bank_named_before() -> None:
    text = "Norvik Bank grew. Ada Brunn said the bank was safe."
    [(span, name, how)] = find(text, "Ada Brunn", "the bank was safe")
    assert (span.of(text), name.canonical, how) == ("the bank", "Norvik Bank", "description")


def test_the_company_of_a_chief_executive_is_the_one_in_the_title() -> None:
    text = "Norvik Bank grew. Halvorsen Foods chief executive Ada Brunn said the company was safe."
    found = find(text, "Halvorsen Foods chief executive Ada Brunn", "the company was safe")
    assert names(found) == [("Halvorsen Foods", "description")]


def test_the_company_of_an_analyst_is_the_one_just_named() -> None:
    text = "Halvorsen Foods fell. Norvik Bank analyst Ada Brunn said the company was safe."
    found = find(text, "Norvik Bank analyst Ada Brunn", "the company was safe")
    assert names(found) == [("Halvorsen Foods", "description")]


def test_it_is_the_organization_that_speaks() -> None:
    text = "Norvik Bank said it would close nine branches."
    assert names(find(text, "Norvik Bank", "it would close nine branches")) == [("Norvik Bank", "pronoun")]


def test_it_is_nothing_when_a_person_speaks() -> None:
    assert find("Norvik Bank met. Ada Brunn said it would rain.", "Ada Brunn", "it would rain") == []


def test_a_noun_that_goes_on_is_no_description() -> None:
    text = "The Harbour Council met. Ada Brunn said the council of elders slept."
    assert find(text, "Ada Brunn", "the council of elders slept") == []


def test_a_noun_that_nothing_named_before_has_means_nothing() -> None:
    assert find("Ada Brunn said the committee slept.", "Ada Brunn", "the committee slept") == []


def test_mentions_lie_inside_the_content() -> None:
    text = "Norvik Bank said the bank was safe and Norvik grew, Norvik Bank staff heard."
    content = span_of(text, "the bank was safe and Norvik grew")
    assert all(content.holds(span) for span, _, _ in find(text, "Norvik Bank", content.of(text)))


def test_two_companies_are_those_named_together() -> None:
    text = "Norvik Bank and Halvorsen Foods will merge. Ada Brunn said the two companies lose money."
    found = find(text, "Ada Brunn", "the two companies lose money")
    assert names(found) == [("Norvik Bank", "description"), ("Halvorsen Foods", "description")]


def test_three_companies_are_not_the_two_named_together() -> None:
    text = "Norvik Bank and Halvorsen Foods will merge. Ada Brunn said the three companies lose money."
    assert not find(text, "Ada Brunn", "the three companies lose money")


def test_we_is_whom_the_speaker_speaks_for() -> None:
    text = "“We lose money,” said Ada Brunn, chief executive of Halvorsen Foods."
    assert names(find(text, "Ada Brunn, chief executive of Halvorsen Foods", "We lose money")) == [
        ("Halvorsen Foods", "pronoun")
    ]


def test_we_of_an_analyst_is_not_the_analysts_firm() -> None:
    text = "“We lose money,” said Ada Brunn, an analyst at Norvik Bank."
    assert not find(text, "Ada Brunn, an analyst at Norvik Bank", "We lose money")


def test_an_analysts_company_is_another() -> None:
    text = "Halvorsen Foods fell. Ada Brunn, an analyst at Norvik Bank, said the company was broke."
    assert "Norvik Bank" not in dict(
        names(find(text, "Ada Brunn, an analyst at Norvik Bank,", "the company was broke"))
    )


def test_her_company_is_the_speakers() -> None:
    text = "Ada Brunn, director of Halvorsen Foods, said her company would pay."
    found = find(text, "Ada Brunn, director of Halvorsen Foods,", "her company would pay")
    assert names(found) == [("Halvorsen Foods", "description")]


def test_the_company_of_a_spokesman_without_a_name_is_the_one_he_speaks_for() -> None:
    text = "Norvik Bank grew. A spokesman for Halvorsen Foods said the company would close."
    found = find(text, "A spokesman for Halvorsen Foods", "the company would close")
    assert names(found) == [("Halvorsen Foods", "description")]


def test_the_company_of_analysts_is_not_their_own() -> None:
    text = "Halvorsen Foods grew. Analysts at Norvik Bank said the company was ill."
    found = find(text, "Analysts at Norvik Bank", "the company was ill")
    assert names(found) == [("Halvorsen Foods", "description")]


def test_a_modifier_that_the_article_never_tied_to_an_organization_forbids_the_link() -> None:
    text = "Halvorsen Foods said it would appeal. Ada Brunn said the competition watchdog slept."
    assert find(text, "Ada Brunn", "the competition watchdog slept") == []


def test_a_noun_that_the_article_ties_to_an_organization_is_a_description_of_it() -> None:
    text = "Norvik Bank met Halvorsen Foods, a brewery based in Hull. Ada Brunn said the brewery was broke."
    [(span, name, how)] = find(text, "Ada Brunn", "the brewery was broke")
    assert (span.of(text), name.canonical, how) == ("the brewery", "Halvorsen Foods", "description")
