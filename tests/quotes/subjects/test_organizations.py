"""Which organizations a content is about."""

from __future__ import annotations

from extract.quotes.quote import Subject
from extract.quotes.speakers.antecedents import antecedents_of
from extract.quotes.subjects.organizations import OrganizationFinder
from tests.marked_texts import make_index, span_of
from tests.quotes.subjects.speakers import resolved

PEOPLE = ("Ada Brunn", "Jan Holt")
ORGANIZATIONS = ("Norvik Bank", "Norvik", "Halvorsen Foods", "Harbour Council")


def find(text: str, source: str, *content: str) -> tuple[Subject, ...]:
    index = make_index(text, people=PEOPLE, organizations=ORGANIZATIONS)
    antecedents = antecedents_of(index)
    spans = [span_of(text, words) for words in content]
    return OrganizationFinder(index, antecedents).find(spans, resolved(index, antecedents, source, spans))


def test_what_the_content_names_it_is_about_each_once_in_the_order_of_mention() -> None:
    text = "Ada Brunn said that Norvik would sue Halvorsen Foods, as Norvik Bank does."
    first, second = find(text, "Ada Brunn", "Norvik would sue Halvorsen Foods, as Norvik Bank does")
    assert (first.name, first.how) == ("Norvik Bank", "alias")
    assert [span.of(text) for span in first.mentions] == ["Norvik", "Norvik Bank"]
    assert (second.name, second.how) == ("Halvorsen Foods", "named")


def test_what_stands_outside_the_content_does_not_count() -> None:
    assert find("Norvik Bank grew. Ada Brunn said rain fell.", "Ada Brunn", "rain fell") == ()


def test_it_is_the_organization_that_speaks() -> None:
    text = "Norvik Bank said it would close nine branches."
    [found] = find(text, "Norvik Bank", "it would close nine branches")
    assert (found.name, found.how, found.mentions) == ("Norvik Bank", "pronoun", (span_of(text, "it"),))


def test_a_description_without_a_rule_stands_for_whom_it_fits() -> None:
    text = (
        "Halvorsen Foods, a brewery in the south, is for sale. Halvorsen Foods has lost money. "
        "Jan Holt left. Ada Brunn of Halvorsen Foods said the brewery would close and its workers would go."
    )
    [found] = find(text, "Ada Brunn of Halvorsen Foods", "the brewery would close and its workers would go")
    assert (found.name, found.how) == ("Halvorsen Foods", "description")
    assert [span.of(text) for span in found.mentions] == ["the brewery"]


def test_organizations_named_together_are_those_of_a_content_about_both() -> None:
    text = "Norvik Bank and Halvorsen Foods will merge. Ada Brunn said the two companies lose money."
    found = find(text, "Ada Brunn", "the two companies lose money")
    assert [(item.name, item.how) for item in found] == [
        ("Norvik Bank", "description"),
        ("Halvorsen Foods", "description"),
    ]


def test_every_organization_that_may_be_meant_is_paired_with_a_quote() -> None:
    text = "Norvik Bank met. Ada Brunn said it would sue Halvorsen Foods. The Harbour Council met."
    index = make_index(text, people=PEOPLE, organizations=ORGANIZATIONS)
    antecedents = antecedents_of(index)
    spans = [span_of(text, "it would sue Halvorsen Foods")]
    speaker = resolved(index, antecedents, "Ada Brunn", spans)
    found = OrganizationFinder(index, antecedents).pairs(spans, speaker)
    assert [name.canonical for name, _ in found] == ["Norvik Bank", "Halvorsen Foods"]
    assert [features["named"] for _, features in found] == [0.0, 1.0]
