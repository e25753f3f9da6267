"""Article indexes and attributions made by hand: a text, and the words in it that are marked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from extract.layout.paragraphs import paragraph_spans
from extract.layout.spans import CharSpan
from extract.pipeline.network.attribution import Attribution
from extract.quotes.article_index import ArticleIndex
from extract.quotes.entities.names import numbered
from extract.quotes.entities.organizations import cluster_organizations, organization_mentions
from extract.quotes.entities.people import cluster_people, gender_before
from extract.quotes.entities.person_mentions import person_mention, whole_people

_SENTENCE_BREAK = re.compile(r"(?<=[.!?”\"])\s+(?=[A-Z“\"])")


def span_of(text: str, words: str, number: int = 0) -> CharSpan:
    """Where `words` stand in `text`: their first occurrence, or a later one by its number."""
    start = -1
    for _ in range(number + 1):
        start = text.index(words, start + 1)
    return CharSpan(start, start + len(words))


def spans_of(text: str, words: Iterable[str]) -> list[CharSpan]:
    """Every place where one of `words` stands, none overlapping, the longest where several fit."""
    longest_first = sorted(words, key=len, reverse=True)
    if not longest_first:
        return []
    pattern = "|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in longest_first)
    return [CharSpan(*found.span()) for found in re.finditer(pattern, text)]


def sentence_spans(text: str) -> list[CharSpan]:
    """Sentences as a reader would cut these small texts: no abbreviation may stand before a capital."""
    spans = []
    for paragraph in paragraph_spans(text):
        start = paragraph.start
        for found in _SENTENCE_BREAK.finditer(text, paragraph.start, paragraph.end):
            spans.append(CharSpan(start, found.start()))
            start = found.end()
        spans.append(CharSpan(start, paragraph.end))
    return spans


def make_index(
    text: str,
    *,
    people: Sequence[str] = (),
    organizations: Sequence[str] = (),
    places: Sequence[str] = (),
    quoted: Sequence[str] = (),
) -> ArticleIndex:
    """The index of `text` in which every occurrence of the given words is a mention of that kind."""
    persons = [m for span in spans_of(text, people) if (m := person_mention(text, span)) is not None]
    persons = whole_people(text, persons)
    genders = {mention.span: told for mention in persons if (told := gender_before(text, mention))}
    bodies = [m for span in spans_of(text, organizations) for m in organization_mentions(text, span)]
    clustered = cluster_people(persons, genders)
    cast = numbered([*clustered, *cluster_organizations(text, bodies)])
    return ArticleIndex(
        text=text,
        people=cast[: len(clustered)],
        organizations=cast[len(clustered) :],
        places=spans_of(text, places),
        quoted=[span_of(text, words) for words in quoted],
        sentences=sentence_spans(text),
        paragraphs=paragraph_spans(text),
    )


def make_attribution(
    text: str, *content: str, cue: str | None = None, source: str | None = None
) -> Attribution:
    """The attribution of the first occurrences of these words."""
    return Attribution(
        source=() if source is None else (span_of(text, source),),
        cue=() if cue is None else (span_of(text, cue),),
        content=tuple(span_of(text, words) for words in content),
        confidence=0.9,
        source_confidence=0.8 if source is not None else 0.0,
    )
