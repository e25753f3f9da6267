"""Placing of the cue and the mention of a gold quote, which the gold gives as words alone."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from extract.layout.paragraphs import paragraph_spans
from extract.layout.spans import CharSpan

_MAX_PARAGRAPHS_AWAY = 1  # paragraphs around the content in which its cue and mention are looked for
_PARAGRAPH_CHARS = 300  # characters that a paragraph's end counts for
_COLON = re.compile(r"\s?:(?!\w)")  # "BRUNN: No.", not "10:30"
_TRIM = re.compile(r"^[\s,;–—-]+|[\s,;–—-]+$")  # both ends of ", said –"


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotePlaces:
    """Spans of cue and source of one quote; None where it has none."""

    cue: CharSpan | None
    source: CharSpan | None


class Placer:
    """Placer of the cues and mentions of one text, each cue for one quote."""

    def __init__(self, text: str, contents: Sequence[CharSpan]) -> None:
        """contents: of all quotes; no cue and no mention stands in them."""
        self._text = text
        self._paragraphs = paragraph_spans(text)
        self._starts = [span.start for span in self._paragraphs]
        self._contents = contents
        self._cues: list[CharSpan] = []

    def place(self, content: Sequence[CharSpan], cue: str | None, mention: str | None) -> QuotePlaces | None:
        """Find the cue and the mention nearest to the content and to each other.

        The colon behind the mention is the cue where the gold has none (`BRUNN: No.`). Returns None when one
        of them is not near the content.
        """
        cues = self._occurrences(content, cue, [*self._contents, *self._cues])
        mentions = self._occurrences(content, mention, self._contents)
        found = [
            pair
            for pair in product(cues, mentions)
            if pair[0] is None or pair[1] is None or not pair[0].overlaps(pair[1]) or pair[0].holds(pair[1])
        ]
        if not found:
            return None
        best, source = min(found, key=lambda pair: self._distance(content, *pair))
        if best is None and source is not None:
            colon = _COLON.match(self._text, source.end)
            if colon is None:
                return None
            best = CharSpan(colon.end() - 1, colon.end())
        if best is not None and source is not None and best.overlaps(source):
            best = self._without(best, source)
        if best is not None:
            self._cues.append(best)
        return QuotePlaces(cue=best, source=source)

    def paragraph(self, at: int) -> int:
        """Number of the paragraph that the offset stands in, or follows."""
        return max(0, bisect_right(self._starts, at) - 1)

    def _occurrences(
        self, content: Sequence[CharSpan], words: str | None, taken: Sequence[CharSpan]
    ) -> list[CharSpan | None]:
        """Find `words` as whole words near the content; [None] where there are none to find."""
        if not words:
            return [None]
        first = max(0, self.paragraph(content[0].start) - _MAX_PARAGRAPHS_AWAY)
        last = min(len(self._paragraphs) - 1, self.paragraph(content[-1].start) + _MAX_PARAGRAPHS_AWAY)
        pattern = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
        region = (self._paragraphs[first].start, self._paragraphs[last].end)
        spans = (CharSpan(*found.span()) for found in pattern.finditer(self._text, *region))
        return [span for span in spans if not any(span.overlaps(other) for other in taken)]

    def _distance(
        self, content: Sequence[CharSpan], cue: CharSpan | None, mention: CharSpan | None
    ) -> tuple[int, int]:
        """Distance in characters over content, cue and mention; ties go to the earlier place."""
        first = cue or mention
        total = 0
        if first is not None:
            total += min(self._gap(first, span) for span in content)
        if cue is not None and mention is not None:
            total += self._gap(cue, mention)
        return total, first.start if first is not None else 0

    def _gap(self, one: CharSpan, other: CharSpan) -> int:
        between = max(0, other.start - one.end, one.start - other.end)
        return between + _PARAGRAPH_CHARS * abs(self.paragraph(one.start) - self.paragraph(other.start))

    def _without(self, cue: CharSpan, source: CharSpan) -> CharSpan | None:
        """Cut a source out of its cue and keep the longer part: "said" of "she said"."""
        parts = [CharSpan(cue.start, source.start), CharSpan(source.end, cue.end)]
        part = max(parts, key=len)
        words = _TRIM.sub("", part.of(self._text))
        start = self._text.find(words, part.start)
        return CharSpan(start, start + len(words)) if words else None
