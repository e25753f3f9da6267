"""Sentences of a gold article that may report something although the gold annotates no quote there.

The gold annotates statements. The data that the shipped model was trained on has attitudes, plans and
perceptions too, so a sentence without a quote shows that nothing is attributed only where it looks like a
statement.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.layout.blocks import find_layout
from extract.pipeline.components.sentences import SentenceSplitter
from extract.quotes.passages.act import act_of
from extract.quotes.quote import Act
from extract.spans import CharSpan
from extract.train.data.reported import Attribution

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")  # "said", "don’t", "so-called"
_QUOTE_MARK = re.compile(r"[\"“”„«»]|(?<!\w)[‘']|``|''")  # "“No”", "``No''", not "don’t"


class SentenceDoubt:
    """Judge of the sentences of one text by the quotes that stand in them."""

    def __init__(self, text: str, attributions: Sequence[Attribution], left_open: Sequence[CharSpan]) -> None:
        """left_open: spans of which the gold does not say whether, or how, they are quotes."""
        self._text = text
        self._attributions = attributions
        self._known = sorted(
            CharSpan(*span) for item in attributions for spans in item.values() for span in spans
        )
        self._open = left_open
        self._acts: dict[str, Act] = {}

    def stretches(self) -> list[CharSpan]:
        """List the stretches of text in doubt, ascending, outside all known spans.

        What follows a source belongs to them: the gold leaves out its relative clauses and appositions.
        """
        sources = {end for item in self._attributions for _, end in item["source"]}
        return [
            part
            for sentence in self._sentences()
            for part in self._outside(sentence)
            if part.of(self._text).strip() and (part.start in sources or self._is_doubtful(sentence, part))
        ]

    def _is_doubtful(self, sentence: CharSpan, part: CharSpan) -> bool:
        if any(span.overlaps(sentence) for span in self._open):
            return True
        acts = {self._act(word) for word in _WORD.findall(part.of(self._text).lower())}
        if "attitude" in acts:
            return True
        if any(span.overlaps(sentence) for span in self._known):
            return False
        return "statement" not in acts and not _QUOTE_MARK.search(self._text, part.start, part.end)

    def _act(self, word: str) -> Act:
        """Act of a cue of this word alone."""
        if word not in self._acts:
            self._acts[word] = act_of(word, "it is", quoted=False)
        return self._acts[word]

    def _outside(self, sentence: CharSpan) -> Iterator[CharSpan]:
        """Yield the parts of a sentence between the known spans."""
        at = sentence.start
        for span in self._known:
            if span.overlaps(sentence):
                if at < span.start:
                    yield CharSpan(at, span.start)
                at = max(at, span.end)
        if at < sentence.end:
            yield CharSpan(at, sentence.end)

    def _sentences(self) -> list[CharSpan]:
        starts = sorted(
            SentenceSplitter("sentences", punct_chars=None).sentence_starts(
                self._text, find_layout(self._text)
            )
        )
        ends = [*starts[1:], len(self._text)]
        return [CharSpan(start, end) for start, end in zip(starts, ends, strict=True)]
