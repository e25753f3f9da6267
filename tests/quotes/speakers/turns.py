"""Quotes in turn, as an article has them, and the speakers whom the rules find for them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from extract.quotes.article_index import ArticleIndex
from extract.quotes.entities.names import Name
from extract.quotes.passages.passage import Passage
from extract.quotes.quote import QuoteType, Speaker
from extract.quotes.speakers.antecedents import antecedents_of
from extract.quotes.speakers.history import SpeakerHistory
from extract.quotes.speakers.query import Query, query_of
from extract.quotes.speakers.resolution import Reference, Resolution
from extract.quotes.speakers.resolve import SpeakerResolver
from extract.spans import CharSpan
from tests.marked_texts import make_index, span_of

Turn = tuple[str | None, str]
PEOPLE = ("Ada Brunn", "Brunn", "Jan Holt", "Holt", "Mira Okonjo", "Okonjo")
ORGANIZATIONS = ("Norvik Bank", "Halvorsen Foods", "Harbour Council", "Norvik")


def passage(content: CharSpan, **fields: Any) -> Passage:
    """A passage with nothing but its content, but for `fields`."""
    fields = {"source": None, "cue": None, "confidence": 0.9, "source_confidence": 0.9} | fields
    return Passage(content=(content,), **fields)


def query(
    index: ArticleIndex,
    source: str | None,
    content: str = "no",
    *,
    kind: QuoteType = "indirect",
    **fields: Any,
) -> Query:
    """The query for the first place of `content`, with the first place of `source`."""
    where = span_of(index.text, content)
    fields["source"] = span_of(index.text, source) if source else None
    return query_of(index, passage(where, **fields), where, kind)


def resolve(index: ArticleIndex, turns: Sequence[Turn], *, quoted: bool = True) -> list[Resolution]:
    """Each (source, content) in turn: the next place of the content, and of the source the nearest to it."""
    antecedents = antecedents_of(index)
    resolver = SpeakerResolver(index, antecedents)
    text, at, out = index.text, 0, list[Resolution]()
    for source, words in turns:
        content = CharSpan(text.index(words, at), text.index(words, at) + len(words))
        at = content.end
        places = [found.start() for found in re.finditer(re.escape(source), text)] if source else []
        nearest = min(places, key=lambda place: abs(place - content.start), default=None)
        span = CharSpan(nearest, nearest + len(source)) if source and nearest is not None else None
        kind: QuoteType = "direct" if quoted else "indirect"
        out.append(resolver.resolve(passage(content, source=span), content, kind))
        antecedents.history.add(out[-1])
    return out


def speaker(text: str, *turns: Turn, places: Sequence[str] = (), quoted: bool = True) -> Speaker:
    """The speaker of the last turn."""
    contents = [content for _, content in turns]
    index = make_index(text, people=PEOPLE, organizations=ORGANIZATIONS, places=places, quoted=contents)
    return resolve(index, turns, quoted=quoted)[-1].speaker


def spoke(index: ArticleIndex, canonical: str | None, content: str) -> Resolution:
    """A quote of someone whom the article names, else of a person without a name."""
    names: Sequence[Name] = (*index.people, *index.organizations)
    name = next((name for name in names if name.canonical == canonical), None)
    return Resolution(
        speaker=Speaker(mention=None, name=canonical, kind=name.kind if name else "person"),
        name=name,
        content=span_of(index.text, content),
        type="direct",
        confidence=0.9,
    )


def history(index: ArticleIndex, *quotes: tuple[str | None, str]) -> SpeakerHistory:
    """The history of some (name, content), in reading order."""
    out = SpeakerHistory()
    for name, content in quotes:
        out.add(spoke(index, name, content))
    return out


def called(reference: Reference | None) -> str | None:
    """The name that is referred to."""
    return None if reference is None else reference.name.canonical
