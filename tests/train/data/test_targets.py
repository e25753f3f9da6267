"""What the network is to learn of an article, word by word."""

from __future__ import annotations

from extract.pipeline.network.labels import ROLES
from extract.train.data.examples import examples
from tests.train.data.made import (
    ENTITY_TAGS,
    ROLE_TAGS,
    TOKENIZER,
    allowed,
    entity_row,
    example,
    place,
    quote_row,
)


def test_an_entity_allows_its_own_tags_alone() -> None:
    found = example(entity_row((*place("Ada Brunn"), "PERSON")))
    assert allowed(found, 0) == {"B-PERSON"}
    assert allowed(found, 1) == {"I-PERSON"}


def test_an_unlabelled_word_may_carry_what_the_set_does_not_annotate() -> None:
    found = example(entity_row())
    assert "O" in allowed(found, 0)
    assert "B-MISC" in allowed(found, 0)
    assert not {"B-PERSON", "I-ORG", "B-LOC"} & allowed(found, 0)


def test_ignored_words_may_be_anything() -> None:
    found = example(entity_row(ignore=(place("Norvik"),)))
    assert allowed(found, 3) == set(ENTITY_TAGS)


def test_an_article_without_entities_teaches_none() -> None:
    assert example(quote_row()).allowed.all()


def test_roles_are_bio_tags_of_the_words() -> None:
    found = example(quote_row({"source": ["Ada Brunn"], "cue": ["said"], "content": ["no"]}))
    assert [ROLE_TAGS[tag] for tag in found.roles] == [
        "B-source",
        "I-source",
        "O",
        "O",
        "B-cue",
        "B-content",
        "O",
    ]


def test_links_go_to_the_first_word_of_the_cue_and_the_cue_has_none() -> None:
    found = example(quote_row({"source": ["Ada Brunn"], "cue": ["said"], "content": ["no"]}))
    source, cue, content = range(len(ROLES))
    assert found.links.tolist() == [[0, 1, source, 4], [4, 4, cue, -1], [5, 5, content, 4]]


def test_a_second_piece_of_a_cue_belongs_to_the_first() -> None:
    found = example(quote_row({"cue": ["said", "of"], "content": ["no"]}))
    assert sorted(found.links.tolist()) == [[2, 2, 1, -1], [4, 4, 1, 2], [5, 5, 2, 2]]


def test_a_content_without_a_cue_belongs_to_none() -> None:
    assert example(quote_row({"content": ["no"]})).links.tolist() == [[5, 5, 2, -1]]


def test_an_article_without_attributions_teaches_no_roles() -> None:
    assert (example(entity_row()).roles == -1).all()


def test_a_cue_in_another_window_is_none_here() -> None:
    text = "Ada said so.\n\nNo one did."
    row = quote_row({"cue": ["said"], "content": ["No one did"]}, text=text)
    first, second = examples([row], TOKENIZER, [10], None)
    assert len(first.links) == 1
    assert second.links.tolist() == [[0, 2, 2, -1]]
