"""One stray quotation mark anywhere changes the quotes of its own paragraph and no others."""

from __future__ import annotations

import json
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.article import Article
from extract.layout.paragraphs import paragraph_spans
from extract.layout.quotation_marks.quotations import find_quotations
from extract.pipeline.load import annotate, load_pipeline
from extract.pipeline.network.attribution import Attribution
from extract.pipeline.network.encoder_text import reduce_text, stray_marks
from extract.quotes.assemble import quotes_in
from extract.quotes.passages.cutter import PassageCutter
from extract.quotes.passages.passage import Passage
from extract.quotes.quote import Quote
from extract.spans import CharSpan
from tests.marked_texts import make_attribution
from tests.repository import SAMPLES

PARAGRAPHS = [
    "The old ferry will sail again in May, harbour master Ilse Moen said on Tuesday. “We have mended her.”",
    "“Nobody asked us,” said Jan Holt, who runs the crews’ club. “It’s the third ‘last summer’ of hers.”",
    '"She leaks," a sailor told The Fjord Post, "and she\'s 12\' too short." The owners call her "safe".',
    "‘I’ve paid my fare,’ Ada Brunn said, ‘and the Moens’ boat won’t do.’ She left in the ’90s.",
    "Holt wrote that the plan was “a joke”, “a shame” and — he added — “not even cheap”.",
    "No date has been set for the first crossing.",
]
TEXT = "\n\n".join(PARAGRAPHS)
SPANS = paragraph_spans(TEXT)
MARKS = ['"', "“", "”", "‘", "’", "'", "«", "»", "„", "``", "''", "「"]


def made(text: str) -> list[Attribution]:
    """Who said what in the article, whatever marks stand in it."""
    return [
        make_attribution(text, "The old ferry will sail again in May", cue="said", source="Ilse Moen"),
        make_attribution(text, "We have mended her"),
        make_attribution(text, "Nobody asked us", "the third ‘last summer’ of hers", cue="said Jan"),
        make_attribution(text, "She leaks", "too short", cue="told The Fjord Post", source="a sailor"),
        make_attribution(text, "paid my fare", "boat won’t do", cue="Brunn said", source="Ada Brunn"),
        make_attribution(text, "the plan was “a joke”, “a shame”", cue="wrote", source="Holt"),
    ]


def moved(span: CharSpan, at: int, by: int) -> CharSpan:
    """Where a span of the article stands when `by` code points are put in at `at`."""
    return CharSpan(span.start + by * (span.start >= at), span.end + by * (span.end > at))


def shifted(item: Attribution, at: int, by: int) -> Attribution:
    return Attribution(
        source=tuple(moved(span, at, by) for span in item.source),
        cue=tuple(moved(span, at, by) for span in item.cue),
        content=tuple(moved(span, at, by) for span in item.content),
        confidence=item.confidence,
        source_confidence=item.source_confidence,
    )


def cut(text: str, attributions: list[Attribution]) -> list[Passage]:
    paragraphs = paragraph_spans(text)
    return PassageCutter(text, paragraphs, find_quotations(text, paragraphs)).cut(attributions)


def signature(passage: Passage, at: int, by: int) -> tuple[object, ...]:
    return (
        tuple(moved(span, at, by) for span in passage.content),
        None if passage.cue is None else moved(passage.cue, at, by),
        None if passage.source is None else moved(passage.source, at, by),
    )


places = st.integers(0, len(TEXT)).filter(lambda at: any(s.start <= at <= s.end for s in SPANS))


@given(places, st.sampled_from(MARKS))
def test_a_stray_mark_changes_the_passages_of_its_paragraph_only(at: int, mark: str) -> None:
    own = next(span for span in SPANS if span.start <= at <= span.end)
    widened = CharSpan(own.start, own.end + len(mark))
    spoilt = TEXT[:at] + mark + TEXT[at:]
    attributions = made(TEXT)
    before = [p for p in cut(TEXT, attributions) if not own.overlaps(p.content[0])]
    again = [shifted(item, at, len(mark)) for item in attributions]
    after = [p for p in cut(spoilt, again) if not widened.overlaps(p.content[0])]
    assert [signature(p, at, len(mark)) for p in before] == [signature(p, at, 0) for p in after]


def read(text: str) -> str:
    """What the encoder reads of it."""
    paragraphs = paragraph_spans(text)
    return reduce_text(text, stray_marks(find_quotations(text, paragraphs), paragraphs)).text


@given(places, st.sampled_from(['"', "“", "”"]))
def test_the_encoder_reads_the_other_paragraphs_as_they_were(at: int, mark: str) -> None:
    spoilt = TEXT[:at] + mark + TEXT[at:]
    number = next(n for n, span in enumerate(SPANS) if span.start <= at <= span.end)
    left = read(spoilt).split("\n\n")
    assert left[:number] + left[number + 1 :] == PARAGRAPHS[:number] + PARAGRAPHS[number + 1 :]


def test_the_encoder_seldom_reads_even_its_own_paragraph_otherwise() -> None:
    same = total = 0
    for mark in '"“”':
        for span in SPANS:
            for at in range(span.start, span.end + 1):
                spoilt = TEXT[:at] + mark + TEXT[at:]
                same += read(spoilt) == TEXT
                total += 1
    assert same / total > 0.9


ARTICLES = [json.loads(line) for line in (SAMPLES / "gold.jsonl").read_text("utf-8").splitlines()]
INSERTIONS = 60
MOST_CHANGED = 0.1  # of the articles: an agency's name or a date that the mark spoils is read everywhere


def _spoilt_samples() -> list[tuple[Article, Article, int, CharSpan]]:
    """Sample articles as they are and with a mark put in, its place, and the paragraph of it."""
    rng = random.Random(0)
    out = []
    for number in range(INSERTIONS):
        sample = ARTICLES[number % len(ARTICLES)]
        text = sample["text"]
        own = rng.choice(paragraph_spans(text))
        at, mark = rng.randint(own.start, own.end), rng.choice('"“”')
        known = {"title": sample["title"], "published": sample["published"], "path": sample["id"]}
        whole = Article(id=sample["id"], text=text, **known)
        out.append((whole, Article(id=str(number), text=text[:at] + mark + text[at:], **known), at, own))
    return out


def _outside(quotes: list[Quote], own: CharSpan, at: int, by: int) -> set[tuple[object, ...]]:
    return {
        (tuple(moved(span, at, by) for span in quote.content), quote.type, quote.act)
        for quote in quotes
        if not any(span.overlaps(own) for span in quote.content)
    }


@pytest.mark.model
def test_the_whole_program_finds_the_same_quotes_in_other_paragraphs() -> None:
    cases = _spoilt_samples()
    whole = {article.id: article for article, _, _, _ in cases}
    nlp = load_pipeline()
    found = {
        found.article.id: quotes_in(found)
        for found in annotate(nlp, [*whole.values(), *(spoilt for _, spoilt, _, _ in cases)])
    }
    changed = 0
    for article, spoilt, at, own in cases:
        before = _outside(found[article.id], own, at, 1)
        after = _outside(found[spoilt.id], CharSpan(own.start, own.end + 1), at, 0)
        changed += before != after
    assert changed <= MOST_CHANGED * len(cases)
