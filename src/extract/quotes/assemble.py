"""From an annotated text to its quotes. Nothing after this knows spaCy."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from extract.article import Article
from extract.layout.blocks import Block, Layout
from extract.layout.quotation_marks.quotations import Marks, article_quotations
from extract.pipeline.components.attribution import read_attributions
from extract.pipeline.components.layout import layout_of
from extract.pipeline.components.timex import read_timexes
from extract.pipeline.front_matter import told_by_text
from extract.pipeline.network.attribution import Attribution
from extract.quotes.article_index import ArticleIndex
from extract.quotes.confidence import Evidence, Judge, uncalibrated
from extract.quotes.entities.mentions import Named, names_in
from extract.quotes.entities.watchlist import WatchLists
from extract.quotes.passages.act import act_of
from extract.quotes.passages.cutter import PassageCutter
from extract.quotes.passages.from_layout import with_laid_out
from extract.quotes.passages.nested import with_nested
from extract.quotes.passages.passage import Passage
from extract.quotes.passages.quote_type import quotation_type
from extract.quotes.passages.repairs.dash_attributions import with_inserted
from extract.quotes.quote import Act, Quote, QuoteType, Subject
from extract.quotes.said.date import said_of
from extract.quotes.speakers.antecedents import antecedents_of
from extract.quotes.speakers.resolution import Resolution
from extract.quotes.speakers.resolve import SpeakerResolver
from extract.quotes.subjects.organizations import OrganizationFinder
from extract.quotes.subjects.others import ORGANIZATIONS, About, SubjectFinder
from extract.spans import CharSpan
from extract.timex.anchor import Anchor, find_anchor
from extract.timex.timex import Timex

_CLOSED = frozenset({"furniture", "byline", "dateline"})
_HEADS = frozenset({"heading", "title"})
_THAT = re.compile(r"\bthat,?\s*[\"“‘'«]?$")
_MAX_LEAD_CHARS = 80  # from a cue to a content that "that" opens


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What of an article is resolved, and in the light of what. passages: in reading order."""

    passages: Sequence[Passage]
    named: Named
    index: ArticleIndex
    layout: Layout
    marks: Marks


@dataclass(frozen=True, slots=True, kw_only=True)
class _Times:
    """What dates the quotes of an article. unquoted: those outside the words of others."""

    anchor: Anchor
    all: list[Timex]
    unquoted: list[Timex]


def read_passages(article: Article, doc: Doc, lists: WatchLists | None = None) -> Reading:
    """The passages of an annotated text that are quotes, with the names and words around them."""
    text = article.text
    layout = layout_of(doc)
    marks = article_quotations(text, tuple(block.span for block in layout.blocks))
    attributions = with_inserted(text, _outside_furniture(read_attributions(doc), layout), marks)
    passages = PassageCutter(text, [block.span for block in layout.blocks], marks).cut(attributions)
    named = names_in(text, doc, layout, lists or WatchLists())
    passages = with_laid_out(
        text,
        passages,
        layout,
        marks,
        people=[name.canonical for name in named.people],
        others=[span.of(text) for span in named.places if " " in span.of(text)],
        author=(article.author or "").partition("; ")[0] or None,
    )
    sentences = [CharSpan(sentence.start_char, sentence.end_char) for sentence in doc.sents]
    passages = with_nested(text, passages, marks, sentences)
    quoted = {span for passage in passages for span in passage.content}
    index = ArticleIndex(
        text=text,
        people=named.people,
        organizations=named.organizations,
        places=named.places,
        quoted=quoted | {quotation.outer for quotation in marks.quotations if quotation.depth == 0},
        sentences=sentences,
        paragraphs=layout.body(),
    )
    return Reading(passages=passages, named=named, index=index, layout=layout, marks=marks)


def quotes_in(
    article: Article,
    doc: Doc,
    *,
    judge: Judge = uncalibrated,
    lists: WatchLists | None = None,
    about: Sequence[About] = ORGANIZATIONS,
) -> list[Quote]:
    """The quotes of an article, in reading order.

    judge: turns evidence into confidence. lists: the user's names and ids. about: what `organizations` of
    a quote holds.
    """
    reading = read_passages(article, doc, lists)
    index, marks = reading.index, reading.marks
    subjects = SubjectFinder(index, reading.named.entities, about)
    timexes = read_timexes(doc)
    times = _Times(
        anchor=find_anchor(article.text, reading.layout.dateline, published=article.published),
        all=timexes,
        # What others say happened on a day does not date what is said.
        unquoted=[timex for timex in timexes if not index.is_quoted(timex.span)],
    )
    open_ended = {q.outer for chain in marks.chains() if not chain[-1].closed for q in chain}
    antecedents = antecedents_of(index)
    resolver = SpeakerResolver(index, antecedents)
    finder = OrganizationFinder(index, antecedents.organizations, antecedents.groups)
    quotes: list[Quote] = []
    for passage in reading.passages:
        whole = CharSpan(passage.content[0].start, passage.content[-1].end)
        kind = passage.type or quotation_type(article.text, passage.content, marks)
        speaker = resolver.resolve(passage, whole, kind)
        subject = subjects.find(passage.content, finder.find(passage.content, speaker), speaker)
        if not passage.nested:
            antecedents.history.add(speaker)
        flags = _flags(passage, times.anchor, marks, open_ended)
        if article.published_conflict:
            flags.add("date_conflict")
        quotes.append(_quote(reading, passage, kind, speaker, subject, times, judge, flags))
    return quotes


def told(article: Article, doc: Doc) -> Article:
    """`article` with what its text says of it, where nothing else does."""
    return told_by_text(article, layout_of(doc))


def _quote(
    reading: Reading,
    passage: Passage,
    kind: QuoteType,
    speaker: Resolution,
    subject: Sequence[Subject],
    times: _Times,
    judge: Judge,
    flags: set[str],
) -> Quote:
    """One quote, its names as the user's lists have them."""
    index, listed = reading.index, reading.named.listed
    act = _act(index.text, passage, kind)
    confidence = judge(_evidence(passage, kind, act, speaker))
    is_told = passage.nested or (passage.cue is not None and index.is_quoted(passage.cue))
    return Quote(
        content=passage.content,
        type=kind,
        act=act,
        cue=passage.cue,
        speaker=listed.speaker_of(speaker.speaker),
        organizations=listed.organizations_of(subject),
        said=said_of(
            text=index.text,
            sentences=index.sentences,
            content=passage.content,
            cue=passage.cue,
            source=passage.source,
            timexes=times.all if is_told else times.unquoted,
            anchor=times.anchor,
        ),
        dates=_dates_of(passage, times.all, index),
        quote_confidence=round(confidence.quote, 3),
        speaker_confidence=round(confidence.speaker, 3),
        flags=tuple(sorted(flags | listed.flags(speaker.speaker, subject, passage.content))),
    )


def _outside_furniture(attributions: list[Attribution], layout: Layout) -> list[Attribution]:
    """Attributions without what they take from photo credits, link lists, bylines, datelines and headings.

    A heading or title keeps what it reports itself ("Minister: no progress").
    """
    dateline = [layout.dateline.span] if layout.dateline is not None else []
    outside = [block for block in layout.blocks if block.kind in _CLOSED or block.kind in _HEADS]
    out = []
    for item in attributions:
        at_home = {block.span for part in item.cue + item.source for block in _over(outside, part)}
        content: list[CharSpan] = []
        for span in item.content:
            foreign = [b.span for b in _over(outside, span) if b.kind in _CLOSED or b.span not in at_home]
            content += _without(span, sorted(foreign + [one for one in dateline if one.overlaps(span)]))
        if content:
            out.append(replace(item, content=tuple(content)))
    return out


def _without(span: CharSpan, others: Sequence[CharSpan]) -> list[CharSpan]:
    """What of `span` none of `others` covers; they are in order, and none overlaps another."""
    starts = [span.start, *(other.end for other in others)]
    ends = [*(other.start for other in others), span.end]
    return [CharSpan(start, end) for start, end in zip(starts, ends, strict=True) if start < end]


def _over(blocks: Sequence[Block], span: CharSpan) -> Sequence[Block]:
    first = bisect_right(blocks, span.start, key=lambda block: block.span.end)
    end = bisect_left(blocks, span.end, key=lambda block: block.span.start)
    return blocks[first:end]


def _dates_of(passage: Passage, timexes: list[Timex], index: ArticleIndex) -> tuple[Timex, ...]:
    """The expressions inside the content and in the sentences of the attribution."""
    spans = list(passage.content)
    spans += [index.sentence(part.start) for part in (passage.cue, passage.source) if part is not None]
    found = {}
    for span in spans:
        first = bisect_left(timexes, span.start, key=lambda timex: timex.span.start)
        end = bisect_left(timexes, span.end, key=lambda timex: timex.span.start)
        found.update({t.span: t for t in timexes[first:end] if span.holds(t.span)})
    return tuple(found[span] for span in sorted(found))


def _act(text: str, passage: Passage, kind: QuoteType) -> Act:
    cue = passage.cue.of(text) if passage.cue else None
    return act_of(
        cue,
        " ".join(span.of(text) for span in passage.content),
        quoted=kind != "indirect",
        sourced=passage.source is not None,
        that_clause=passage.cue is not None and _is_that_clause(text, passage.cue, passage.content[0]),
    )


def _is_that_clause(text: str, cue: CharSpan, content: CharSpan) -> bool:
    """Whether "that" leads from a cue to a content, with a few words between them at most."""
    between = text[cue.end : content.start]
    return len(between) <= _MAX_LEAD_CHARS and _THAT.search(between) is not None


def _evidence(passage: Passage, kind: QuoteType, act: Act, speaker: Resolution) -> Evidence:
    return Evidence(
        found=passage.confidence,
        source=None if passage.source is None else passage.source_confidence,
        resolution=speaker.confidence,
        mentioned=speaker.speaker.mention is not None,
        named=speaker.speaker.full_name is not None,
        type=kind,
        act=act,
        length=sum(map(len, passage.content)),
    )


def _flags(passage: Passage, anchor: Anchor, marks: Marks, open_ended: set[CharSpan]) -> set[str]:
    flags = set(anchor.flags)
    for span in passage.content:
        widened = CharSpan(max(0, span.start - 1), span.end + 1)
        place = bisect_right(marks.unpaired, widened.start, key=lambda mark: mark.end)
        if place < len(marks.unpaired) and marks.unpaired[place].start < widened.end:
            flags.add("unpaired_mark")
        if any(quotation.outer in open_ended for quotation in marks.over(span)):
            flags.add("unclosed_quotation")
    return flags
