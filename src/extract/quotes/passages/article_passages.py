"""The passages of an article that are quotes: what was attributed, repaired, cut, and told by the layout."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from extract.layout.blocks import Block, Layout
from extract.layout.spans import CharSpan
from extract.pipeline.annotations import Annotations
from extract.pipeline.network.attribution import Attribution
from extract.quotes.entities.mentions import Cast
from extract.quotes.passages.cutter import PassageCutter
from extract.quotes.passages.from_layout import with_layout_passages
from extract.quotes.passages.headlines import apart_from_headlines
from extract.quotes.passages.nested import with_nested
from extract.quotes.passages.passage import Passage
from extract.quotes.passages.repairs.dash_attributions import with_dash_attributions

_CLOSED = frozenset({"boilerplate", "byline", "dateline"})
_HEADS = frozenset({"heading", "title"})


def passages_of(annotations: Annotations, cast: Cast) -> list[Passage]:
    """The passages of an article, in reading order."""
    text, quotations = annotations.article.text, annotations.quotations
    passages = _told_by_layout(annotations, cast, _attributed(annotations))
    return with_nested(text, passages, quotations, annotations.sentences)


def _attributed(annotations: Annotations) -> list[Passage]:
    """Those that the network attributes to somebody."""
    text, layout, quotations = annotations.article.text, annotations.layout, annotations.quotations
    found = apart_from_headlines(text, annotations.attributions, layout)
    attributions = with_dash_attributions(text, _outside_boilerplate(found, layout), quotations)
    return PassageCutter(text, [block.span for block in layout.blocks], quotations).cut(attributions)


def _told_by_layout(annotations: Annotations, cast: Cast, passages: list[Passage]) -> list[Passage]:
    """`passages` with the turns of transcripts and the signed quotations."""
    text = annotations.article.text
    return with_layout_passages(
        text,
        passages,
        annotations.layout,
        annotations.quotations,
        people=[name.canonical for name in cast.people],
        others=[span.of(text) for span in cast.places if " " in span.of(text)],
        author=(annotations.article.author or "").partition("; ")[0] or None,
    )


def _outside_boilerplate(attributions: Sequence[Attribution], layout: Layout) -> list[Attribution]:
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
