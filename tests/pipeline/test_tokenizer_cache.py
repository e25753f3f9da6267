"""Words that the tokenizer keeps: the tokens stay the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from extract.article import Article
from extract.pipeline.tokenizer_cache import TokenizerCache
from extract.runs.extractor import Extractor

MakeArticle = Callable[..., Article]
TEXT = "Orla Venn said (again): \"We don't, and won't, sell Brask Ltd.\" The U.S.-based firm can't. "


@pytest.fixture
def nlp() -> Language:
    return spacy.blank("en")


def tokens(doc: Doc) -> list[tuple[str, int, str, str]]:
    return [(token.text, token.idx, token.whitespace_, token.norm_) for token in doc]


def test_kept_words_are_cut_as_before(make_article: MakeArticle, nlp: Language) -> None:
    before = tokens(nlp(TEXT))
    other = spacy.blank("en")
    TokenizerCache(other.tokenizer)([make_article(TEXT * 4)])
    with other.memory_zone():
        assert tokens(other(TEXT)) == before


def test_a_word_that_comes_back_is_met_once_and_before_the_zone(make_article: MakeArticle) -> None:
    met: list[str] = []
    keep = TokenizerCache(lambda word: met.append(word) or Doc(spacy.blank("en").vocab))  # type: ignore[func-returns-value]
    keep([make_article("seal ice seal"), make_article("seal ice")])
    keep([make_article("seal ice seal ice seal ice")])
    assert met == ["seal", "ice"]


def test_there_is_a_limit_to_the_words_kept(make_article: MakeArticle, nlp: Language) -> None:
    size = len(nlp.vocab)
    keep = TokenizerCache(nlp.tokenizer, limit=2)
    keep([make_article("north south east west " * 3)])
    assert len(nlp.vocab) == size + 2


def test_what_no_tokenizer_can_read_is_left_alone(make_article: MakeArticle, nlp: Language) -> None:
    TokenizerCache(nlp.tokenizer)([make_article("\ud800 " * 3 + "x" * 5000 + " \x00 \x00 \x00")])


def test_words_are_kept_before_the_memory_zone_begins(
    make_article: MakeArticle, extractor: Extractor
) -> None:
    order: list[str] = []

    @contextmanager
    def zone() -> Iterator[None]:
        order.append("zone")
        yield

    prepared = replace(extractor, memory=zone, prepare=lambda articles: order.append(articles[0].text))
    prepared([make_article("seal")])
    assert order == ["seal", "zone"]
