"""Articles to records, whatever breaks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest

from extract.article import Article
from extract.pipeline.annotations import Annotations
from extract.pipeline.front_matter import FrontMatter
from extract.runs.extractor import Extractor
from tests.bare import bare_annotations

MakeArticle = Callable[..., Article]


def test_outcomes_come_in_the_order_of_the_articles(make_article: MakeArticle, extractor: Extractor) -> None:
    texts = ['Long: "one and more".', 'B: "two".', "None."]
    articles = [make_article(text, id=str(at), path=str(at)) for at, text in enumerate(texts)]
    found = extractor(articles)
    assert [outcome.path for outcome in found] == ["0", "1", "2"]
    assert [[record.quote.text for record in outcome.records] for outcome in found] == [
        ["one and more"],
        ["two"],
        [],
    ]


def test_only_the_acts_asked_for_are_kept(make_article: MakeArticle, extractor: Extractor) -> None:
    article = make_article('"We won," and "HOPE for more".')
    assert [record.quote.act for record in extractor([article])[0].records] == ["statement"]
    both = replace(extractor, acts=("statement", "attitude"))
    assert [record.quote.act for record in both([article])[0].records] == ["statement", "attitude"]


@pytest.mark.parametrize(
    ("word", "stage", "kind"),
    [
        ("ANNOTATE", "annotate", "RuntimeError"),
        ("ASSEMBLE", "assemble", "ValueError"),
        ("FLATTEN", "flatten", "ValueError"),
    ],
)
def test_an_article_that_breaks_a_stage_is_the_only_one_lost(
    make_article: MakeArticle, extractor: Extractor, word: str, stage: str, kind: str
) -> None:
    texts = ['"one"', f'"{word}"', '"three"']
    first, broken, last = extractor([make_article(text, id=text) for text in texts])
    assert [outcome.failure is None for outcome in (first, broken, last)] == [True, False, True]
    assert len(first.records) == len(last.records) == 1
    assert broken.failure is not None
    assert (broken.failure.stage, broken.failure.kind) == (stage, kind)
    assert broken.failure.article_id == f'"{word}"'


def test_a_record_has_the_title_and_day_that_its_text_states(
    make_article: MakeArticle, extractor: Extractor
) -> None:
    told = FrontMatter(title="Strike", published="2017-04-06")

    def annotate(articles: Iterable[Article]) -> Iterator[Annotations]:
        return (replace(bare_annotations(article), front_matter=told) for article in articles)

    [outcome] = replace(extractor, annotate=annotate)([make_article('"We won."')])
    [record] = outcome.records
    assert (record.article.title, record.article.published) == ("Strike", "2017-04-06")
    assert record.article.published_from == "text"


def test_every_call_runs_in_a_memory_zone_and_zones_are_not_nested(
    make_article: MakeArticle, extractor: Extractor
) -> None:
    depth: list[int] = [0]

    @contextmanager
    def zone() -> Iterator[None]:
        depth[0] += 1
        assert depth[0] == 1
        yield
        depth[0] -= 1

    def annotate(articles: Iterable[Article]) -> Iterator[Annotations]:
        assert depth[0] == 1
        return extractor.annotate(articles)

    zoned = replace(extractor, memory=zone, annotate=annotate)
    assert [outcome.failure is None for outcome in zoned([make_article('"ANNOTATE"')])] == [False]
    assert depth == [0]
