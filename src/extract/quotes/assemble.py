"""From the annotations of an article to its quotes: what was said, by whom, about what, and when."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from extract.layout.spans import CharSpan
from extract.pipeline.annotations import Annotations
from extract.quotes.article_index import ArticleIndex
from extract.quotes.confidence import Evidence, Judge, uncalibrated
from extract.quotes.entities.mentions import Cast, cast_of
from extract.quotes.entities.names import Name
from extract.quotes.entities.watchlist import WatchLists
from extract.quotes.passages.act import act_of
from extract.quotes.passages.article_passages import passages_of
from extract.quotes.passages.passage import Passage
from extract.quotes.passages.quote_type import type_of
from extract.quotes.quote import Act, Quote, Subject
from extract.quotes.said.quote_dates import QuoteDates
from extract.quotes.speakers.antecedents import antecedents_of
from extract.quotes.speakers.resolution import Resolution
from extract.quotes.speakers.resolve import SpeakerResolver
from extract.quotes.subjects.organizations import OrganizationFinder
from extract.quotes.subjects.others import ORGANIZATIONS, About, SubjectFinder

_THAT = re.compile(r"\bthat,?\s*[\"“‘'«]?$")  # " reporters that “"
_EXCLAIMED = re.compile(r"[,!?][\"”’»]")  # "“Offside,” she sighed"
_MAX_LEAD_CHARS = 80  # from a cue to a content that "that" opens

# A content with the organizations of its article, and what speaks for each that it is about it.
Pairs = tuple[Sequence[CharSpan], Sequence[tuple[Name, Mapping[str, float]]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The passages of an article, in reading order, with what their speakers and subjects are resolved by."""

    annotations: Annotations
    cast: Cast
    passages: Sequence[Passage]
    index: ArticleIndex


def quotes_in(
    annotations: Annotations,
    *,
    judge: Judge = uncalibrated,
    lists: WatchLists | None = None,
    about: Sequence[About] = ORGANIZATIONS,
) -> list[Quote]:
    """The quotes of an article, in reading order.

    judge: turns evidence into confidence. lists: the user's names and ids. about: what `organizations` of
    a quote holds.
    """
    reading = read_passages(annotations, lists)
    quoter = _Quoter(reading, QuoteDates(annotations, reading.index), judge)
    return [quoter.quote(*resolved) for resolved in _resolved(reading, about)]


def read_passages(annotations: Annotations, lists: WatchLists | None = None) -> Reading:
    """The passages of an article that are quotes, with the names and words around them."""
    cast = cast_of(annotations, lists or WatchLists())
    passages = passages_of(annotations, cast)
    index = _index(annotations, cast, passages)
    return Reading(annotations=annotations, cast=cast, passages=passages, index=index)


def _index(annotations: Annotations, cast: Cast, passages: Sequence[Passage]) -> ArticleIndex:
    contents = {span for passage in passages for span in passage.content}
    return ArticleIndex(
        text=annotations.article.text,
        people=cast.people,
        organizations=cast.organizations,
        places=cast.places,
        quoted=contents | {found.outer for found in annotations.quotations.paired if found.depth == 0},
        sentences=annotations.sentences,
        paragraphs=annotations.layout.body(),
    )


def _resolved(
    reading: Reading, about: Sequence[About]
) -> Iterator[tuple[Passage, Resolution, tuple[Subject, ...]]]:
    """Each passage with its speaker and subjects, in the light of the speakers before it."""
    subjects = SubjectFinder(reading.index, reading.cast.entities, about)
    for passage, speaker, organizations in _spoken(reading):
        found = organizations.find(passage.content, speaker)
        yield passage, speaker, subjects.find(passage.content, found, speaker)


def _spoken(reading: Reading) -> Iterator[tuple[Passage, Resolution, OrganizationFinder]]:
    """Each passage with its speaker, and what finds its organizations until the next passage is asked for."""
    index, antecedents = reading.index, antecedents_of(reading.index)
    annotations = reading.annotations
    title = annotations.front_matter.complete(annotations.article).title
    speakers = SpeakerResolver(index, antecedents)
    organizations = OrganizationFinder(index, antecedents, title)
    for passage in reading.passages:
        whole = CharSpan(passage.content[0].start, passage.content[-1].end)
        kind = type_of(index.text, passage, annotations.quotations)
        speaker = speakers.resolve(passage, whole, kind)
        yield passage, speaker, organizations
        if not passage.nested:
            antecedents.history.add(speaker)


def pairs_in(annotations: Annotations) -> list[Pairs]:
    """The contents of an article's passages, each with all its organizations and their features."""
    return [
        (passage.content, organizations.pairs(passage.content, speaker))
        for passage, speaker, organizations in _spoken(read_passages(annotations))
    ]


class _Quoter:
    """Puts the quotes of one article together, their names as the user's lists have them."""

    def __init__(self, reading: Reading, dates: QuoteDates, judge: Judge) -> None:
        annotations = reading.annotations
        self._text = annotations.article.text
        self._linked = reading.cast.linked
        self._dates = dates
        self._judge = judge
        self._quotations = annotations.quotations
        chains = annotations.quotations.chains()
        self._unclosed = {q.outer for chain in chains if not chain[-1].closed for q in chain}
        conflict = ("date_conflict",) if annotations.article.published_conflict else ()
        self._of_article = frozenset((*annotations.anchor.flags, *conflict))

    def quote(self, passage: Passage, speaker: Resolution, subjects: tuple[Subject, ...]) -> Quote:
        """The quote of a passage."""
        act = self._act(passage, speaker)
        confidence = self._judge(_evidence(passage, act, speaker))
        flags = self._of_article | self._flags(passage.content)
        flags |= self._linked.flags(speaker.speaker, subjects, passage.content)
        return Quote(
            content=passage.content,
            type=speaker.type,
            act=act,
            cue=passage.cue,
            speaker=self._linked.speaker_of(speaker.speaker),
            organizations=self._linked.organizations_of(subjects),
            said=self._dates.said(passage),
            dates=self._dates.beside(passage),
            quote_confidence=round(confidence.quote, 3),
            speaker_confidence=round(confidence.speaker, 3),
            flags=tuple(sorted(flags)),
        )

    def _act(self, passage: Passage, speaker: Resolution) -> Act:
        cue = passage.cue.of(self._text) if passage.cue else None
        words = " ".join(span.of(self._text) for span in passage.content)
        last = passage.content[-1]
        return act_of(
            cue,
            words,
            quoted=speaker.type != "indirect",
            sourced=passage.source is not None,
            that_clause=passage.cue is not None
            and _is_that_clause(self._text, passage.cue, passage.content[0]),
            exclaimed=_EXCLAIMED.search(self._text, last.end - 1, last.end + 2) is not None,
        )

    def _flags(self, content: Sequence[CharSpan]) -> set[str]:
        """What is doubtful about the quotation marks in and around a content."""
        unpaired = any(self._has_unpaired(span) for span in content)
        over = (found for span in content for found in self._quotations.over(span))
        unclosed = any(found.outer in self._unclosed for found in over)
        return {*["unpaired_mark"] * unpaired, *["unclosed_quotation"] * unclosed}

    def _has_unpaired(self, span: CharSpan) -> bool:
        """Whether a mark without a partner stands in a span or beside it."""
        unpaired = self._quotations.unpaired
        place = bisect_right(unpaired, max(0, span.start - 1), key=lambda mark: mark.end)
        return place < len(unpaired) and unpaired[place].start < span.end + 1


def _is_that_clause(text: str, cue: CharSpan, content: CharSpan) -> bool:
    """Whether "that" leads from a cue to a content, with a few words between them at most."""
    between = text[cue.end : content.start]
    return len(between) <= _MAX_LEAD_CHARS and _THAT.search(between) is not None


def _evidence(passage: Passage, act: Act, speaker: Resolution) -> Evidence:
    return Evidence(
        found=passage.confidence,
        source=None if passage.source is None else passage.source_confidence,
        resolution=speaker.confidence,
        mentioned=speaker.speaker.mention is not None,
        named=speaker.speaker.full_name is not None,
        type=speaker.type,
        act=act,
        length=sum(map(len, passage.content)),
    )
