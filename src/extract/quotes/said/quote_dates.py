"""The dates of an article's quotes: when each was said, and which time expressions belong to it."""

from __future__ import annotations

from bisect import bisect_left

from extract.pipeline.annotations import Annotations
from extract.quotes.article_index import ArticleIndex
from extract.quotes.passages.passage import Passage
from extract.quotes.quote import Said
from extract.quotes.said.date import said_of
from extract.timex.timex import Timex


class QuoteDates:
    """Dates the passages of one article by its anchor and time expressions."""

    def __init__(self, annotations: Annotations, index: ArticleIndex) -> None:
        self._index = index
        self._anchor = annotations.anchor
        self._timexes = annotations.timexes
        # What others say happened on a day does not date what is said.
        self._unquoted = [timex for timex in self._timexes if not index.is_quoted(timex.span)]

    def said(self, passage: Passage) -> Said | None:
        """When the words of a passage were said."""
        is_told = passage.nested or (passage.cue is not None and self._index.is_quoted(passage.cue))
        return said_of(
            text=self._index.text,
            sentences=self._index.sentences,
            content=passage.content,
            cue=passage.cue,
            source=passage.source,
            timexes=self._timexes if is_told else self._unquoted,
            anchor=self._anchor,
        )

    def beside(self, passage: Passage) -> tuple[Timex, ...]:
        """The expressions inside the content and in the sentences of the attribution."""
        spans = list(passage.content)
        spans += [self._index.sentence(part.start) for part in (passage.cue, passage.source) if part]
        found = {}
        for span in spans:
            first = bisect_left(self._timexes, span.start, key=lambda timex: timex.span.start)
            end = bisect_left(self._timexes, span.end, key=lambda timex: timex.span.start)
            found.update({t.span: t for t in self._timexes[first:end] if span.holds(t.span)})
        return tuple(found[span] for span in sorted(found))
