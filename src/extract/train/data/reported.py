"""Attributions in the manner of the data that the shipped model was trained on (PolNeAR).

Its contents keep the outer quotation marks, with the stop in front of the closing one, and a leading "that";
none goes on over the end of a paragraph. Its cues have no addressee, its attributions are never nested.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence

from extract.layout.paragraphs import paragraph_spans
from extract.layout.quotation_marks.quotations import Quotations, find_quotations
from extract.layout.spans import CharSpan
from extract.lexicon.reporting_verbs import FORMS_WITH_HEARER
from extract.lexicon.word_search import words_among
from extract.pipeline.network.labels import ROLES

Attribution = dict[str, tuple[tuple[int, int], ...]]

_THAT = re.compile(r"\bthat,?\s+$", re.IGNORECASE)  # "that " in front of a content
_MAX_THAT_CHARS = 12
_THAT_AT_END = re.compile(r"\s+that,?\s*$", re.IGNORECASE)  # " that" of the cue "said that"
_BEFORE_MARK = re.compile(r"[\s.,;:?!…–—-]*")  # "," between content and mark in "No,” she said"
_INSIDE_MARK = re.compile(r"\s*")


class ContentWidener:
    """Widener of contents by their quotation marks or their "that", where they lack them."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._paragraphs = paragraph_spans(text)
        self._quotations: Quotations = find_quotations(text, self._paragraphs)

    def widened(self, content: CharSpan) -> list[CharSpan]:
        """Widen `content` by its outer quotation marks or the "that" in front of it; a span a paragraph."""
        first = bisect_right(self._paragraphs, content.start, key=lambda span: span.end)
        parts = []
        for paragraph in self._paragraphs[first:]:
            if paragraph.start >= content.end:
                break
            part = CharSpan(max(paragraph.start, content.start), min(paragraph.end, content.end))
            parts.append(self._widened(part))
        return parts or [content]

    def _widened(self, part: CharSpan) -> CharSpan:
        start, end = part.start, part.end
        for quotation in self._quotations.over(part):
            if self._between(quotation.inner.start, start, _INSIDE_MARK):
                start = quotation.outer.start
            if quotation.closed and self._between(end, quotation.inner.end, _BEFORE_MARK):
                end = quotation.outer.end
        if found := _THAT.search(self._text, max(0, start - _MAX_THAT_CHARS), start):
            start = found.start()
        return CharSpan(start, end)

    def _between(self, start: int, end: int, only: re.Pattern[str]) -> bool:
        return start <= end and only.fullmatch(self._text, start, end) is not None


def bare_cue(text: str, cue: CharSpan) -> CharSpan:
    """Cut the addressee and a "that" off a cue: "told" of "told reporters that"."""
    verb = next(words_among(FORMS_WITH_HEARER, text, cue.start, cue.end), None)
    if verb is not None and verb.end() < cue.end:
        return CharSpan(cue.start, verb.end())
    if (found := _THAT_AT_END.search(text, cue.start, cue.end)) and found.start() > cue.start:
        return CharSpan(cue.start, found.start())
    return cue


def outermost(attributions: Sequence[Attribution]) -> list[int]:
    """Find the attributions that are not part of what another one reports, by their numbers.

    A word has one role in the network, so of "He said that she had called it a gift" it learns "He said".
    """
    return [
        number
        for number, item in enumerate(attributions)
        if not any(other is not item and _is_inside(item, other) for other in attributions)
    ]


def _is_inside(item: Attribution, other: Attribution) -> bool:
    """Whether contents of `other` hold the cue or the contents of `item`, and more."""
    contents = _spans(other["content"])
    cue, own = _spans(item["cue"]), _spans(item["content"])
    if any(content.holds(span) for content in contents for span in cue):
        return True
    return bool(own) and all(
        any(content.holds(span) and content != span for content in contents) for span in own
    )


def _spans(pairs: Iterable[tuple[int, int]]) -> list[CharSpan]:
    return [CharSpan(start, end) for start, end in pairs]


def as_attribution(spans: Mapping[str, Iterable[CharSpan]]) -> Attribution:
    """Make one attribution in the form of `Row`, its spans ascending."""
    return {role: tuple(sorted((span.start, span.end) for span in spans.get(role, ()))) for role in ROLES}
