"""Attributions set between dashes inside a quotation: “A, – the minister said. – B”.

The manner of agencies translated from Russian, and of much of the press of continental Europe.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.layout.quotation_marks.quotations import Quotation, Quotations
from extract.pipeline.network.attribution import Attribution
from extract.quotes import certainty
from extract.quotes.passages.act import act_of
from extract.spans import CharSpan, SpanIndex

# "“It is late, – the minister said. – We leave”"
_INSERTED = re.compile(
    r"(?:[,.!?…]?\s[–—-]\s(?P<words>[^\s–—“”\"«»][^–—“”\"«»]{2,120}?)|,\s(?P<short>[^\s,–—“”\"«»][^,–—“”\"«»]{2,60}))"
    r"(?:[.,;:!?]\s*|\s)[–—-]\s"
)
_BEHIND_CUE = re.compile(r"\s*([^,;:]+?)(?=\s*(?:[,;:.]|$))")  # " the minister, smiling"
# "the minister said", "she wrote"
_VERB = re.compile(r"(?<![\w’'-])[a-z]+(?:ed|s|d|id|ote|oke|ld|ing)(?![\w’'-])")
_MAX_WORDS = 20


@dataclass(frozen=True, slots=True)
class DashAttribution:
    """The words between the dashes, without them, and the whole with dashes and comma; source may be None."""

    whole: CharSpan
    cue: CharSpan
    source: CharSpan | None


def find_dash_attributions(text: str, quotation: CharSpan) -> list[DashAttribution]:
    """The attributions set into a quotation, in order; their verb is one that states."""
    out = []
    at = quotation.start
    while found := _INSERTED.search(text, at, quotation.end):
        group = "words" if found["words"] else "short"
        words = CharSpan(*found.span(group))
        cue = _cue(text, words)
        if cue is None:
            at = words.start
            continue
        out.append(DashAttribution(CharSpan(*found.span()), cue, _source(text, words, cue)))
        at = found.end()
    return out


def _cue(text: str, words: CharSpan) -> CharSpan | None:
    """The first verb that states, at the head of the words or right behind a short noun phrase."""
    if len(words.of(text).split()) > _MAX_WORDS:
        return None
    for found in _VERB.finditer(text, words.start, words.end):
        if len(text[words.start : found.start()].split()) > 8:
            return None
        if act_of(found[0], "that it is so", quoted=True) == "statement":
            return CharSpan(*found.span())
    return None


def _source(text: str, words: CharSpan, cue: CharSpan) -> CharSpan | None:
    """What stands before the cue, else what follows it up to a comma."""
    before = text[words.start : cue.start]
    if before.strip():
        start = words.start + len(before) - len(before.lstrip())
        return CharSpan(start, words.start + len(before.rstrip()))
    behind = _BEHIND_CUE.match(text[cue.end : words.end])
    return CharSpan(cue.end + behind.start(1), cue.end + behind.end(1)) if behind else None


def with_dash_attributions(
    text: str, attributions: Sequence[Attribution], quotations: Quotations
) -> list[Attribution]:
    """The attributions, with one for every quotation that holds its own between dashes.

    It takes the place of whatever else was found with a content, cue or source in that quotation.
    """
    found: dict[CharSpan, Attribution] = {}
    for quotation in quotations.paired:
        if quotation.depth == 0 and (inserted := find_dash_attributions(text, quotation.inner)):
            found[quotation.outer] = _attribution(quotation, inserted)
    out = list(found.values())
    taken = SpanIndex((outer, outer) for outer in found)
    for item in attributions:
        content = tuple(span for span in item.content if not taken.meets(span))
        if content:
            out.append(replace(item, content=content))
    return sorted(out, key=lambda item: item.content)


def _attribution(quotation: Quotation, inserted: list[DashAttribution]) -> Attribution:
    edges = [quotation.inner.start]
    for item in inserted:
        edges += [item.whole.start, item.whole.end]
    edges.append(quotation.inner.end)
    pieces = [CharSpan(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if a < b]
    first = inserted[0]
    return Attribution(
        source=(first.source,) if first.source else (),
        cue=(first.cue,),
        content=tuple(pieces),
        confidence=certainty.BETWEEN_DASHES,
        source_confidence=certainty.BETWEEN_DASHES if first.source else 0.0,
    )
