"""The words of a content that may stand for an organization."""

from __future__ import annotations

from extract.quotes.subjects.references import BodyReference, references_in
from tests.marked_texts import span_of


def references(content: str, *nouns: str) -> list[BodyReference]:
    return references_in(content, [span_of(content, content)], frozenset(nouns))


def test_pronouns_by_kind_and_place() -> None:
    text = "that its staff and they feared for us"
    found = [(ref.span.of(text), ref.kind, ref.opens) for ref in references(text)]
    assert found == [("its", "it", True), ("they", "they", False), ("us", "we", False)]


def test_a_description_has_its_noun_and_modifiers() -> None:
    text = "it pleased the big state agency."
    _, found = references(text)
    assert (found.span.of(text), found.kind) == ("the big state agency", "definite")
    assert (found.noun, found.modifiers) == ("agency", ("big", "state"))


def test_a_noun_for_organizations_may_have_a_capital() -> None:
    assert [ref.noun for ref in references("the Council slept")] == ["council"]


def test_a_noun_counts_where_the_article_calls_an_organization_so() -> None:
    assert not references("the brewery closed")
    assert [ref.noun for ref in references("the brewery closed", "brewery")] == ["brewery"]


def test_whose_organization_it_is() -> None:
    text = "her company and our union’s members left"
    assert [(ref.kind, ref.noun) for ref in references(text)] == [
        ("owned", "company"),
        ("we", ""),
        ("our", "union"),
    ]


def test_people_of_an_organization() -> None:
    assert [ref.about_people for ref in references("the company chairman left the firm")] == [True, False]


def test_a_description_does_not_reach_over_marks_and_names() -> None:
    assert not references("the weak, company")
    assert not references("the Norvik company")
