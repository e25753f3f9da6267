"""Passage cutting: attributions cut and trimmed to the quotes that a reader would count.

A quotation interrupted by its cue in one paragraph is one passage with several contents; one that runs
over paragraphs without being closed is one passage; what a new paragraph quotes anew is a new passage,
with no cue and source of its own.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from extract.layout.quotation_marks.quotations import Quotation, Quotations, trim_quotation
from extract.layout.spans import CharSpan
from extract.lexicon.reactions import brings_in_another
from extract.pipeline.network.attribution import Attribution
from extract.quotes.passages.passage import Passage
from extract.quotes.passages.repairs.repair import repaired

_NO_WORDS = re.compile(r"[ \t]*,?[ \t]*")  # "on Monday, on Tuesday"
_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"\w+")
_SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]*\s*$")  # "it was late.”"
_IS = r"is|was|were|would|will|could|can|may|might|must|should|has|had|does|did|isn|wasn|won|doesn|didn|s"
# Nouns that do not stand without an article: "that number is wrong" is about that number.
_COUNTED = (
    r"number|figure|claim|decision|plan|idea|deal|man|woman|person|child|country|company|vote|law|rule|question"
    r"|answer|case|statement|report|story|argument|proposal|offer|day|week|month|year|meeting|program|programme"
)
# "that it was late", not "that is late", not "that number is wrong"
_THAT = re.compile(rf"that,?\s++(?!(?:{_IS})\b|(?:{_COUNTED})\s+(?:{_IS})\b)")
# What a quotation is about, in front of its cue: "Of the vote, she said, ..."
_TOPIC = re.compile(r"(?:of|on|about|regarding|concerning|as\s+(?:for|to)|asked|speaking)\b", re.IGNORECASE)
_LOWER_WORD = re.compile(r"[a-z]\w*")  # "suggest"
# What a clause with a subject of its own begins with, or an addition to one.
_NO_VERBS = frozenset(
    """the a an this that these those there he she it they we i you his her its their our my your some
    many most all no every each any both several one in on at for by with from of to if when while as
    because since although though and but or nor so yet not what who which where how why whether after
    before until during despite even only just""".split()
)
_SAME_SPEAKER = frozenset(["he", "she", "they", "it"])
_MAX_SCRAP_WORDS = 2
# With what is no part of a cue at its end: "said:", "said last", "said in a"
_CUE_END = re.compile(r"(?<=\w)(?:\s*[:,]|\s+(?:last|next|this|late|early|earlier|(?:in\s)?(?:an?|the)))\s*$")
_MIN_SHARE_OF_WORDS = 0.6  # of a quotation's words: from here on a content that covers so much is all of it
# Between parts of one source: a few words, or "in a statement signed by".
_FEW_WORDS = re.compile(
    r",?\s*(?:[\w’'&-]+[,\s]\s*){0,4}|,?\s+(?:in|through|via)\s+(?:an?|the|its)\s+(?:[\w-]+\s+){1,6}by\s+"
)


class PassageCutter:
    """Cuts the attributions of one text."""

    def __init__(self, text: str, paragraphs: Sequence[CharSpan], quotations: Quotations) -> None:
        self._text = text
        self._paragraphs = paragraphs
        self._quotations = quotations
        self._taken: list[CharSpan] = []
        self._chain = {
            quotation.outer: number for number, chain in enumerate(quotations.chains()) for quotation in chain
        }

    def cut(self, attributions: Sequence[Attribution]) -> list[Passage]:
        """The passages, in the order of their first content."""
        attributions = repaired(self._text, attributions, self._quotations)
        self._taken = sorted({span for item in attributions for span in (*item.cue, *item.source)})
        found = [passage for item in attributions for passage in self._passages(item)]
        out: list[Passage] = []
        for passage in sorted(found, key=lambda passage: passage.content):
            if out and self._continues(out[-1], passage):
                out[-1] = replace(out[-1], content=out[-1].content + passage.content)
            else:
                out.append(passage)
        return out

    def _continues(self, one: Passage, other: Passage) -> bool:
        """Whether `other` goes on with the quotation of `one`, which its paragraph left open."""
        if one.content[-1].end > other.content[0].start:
            return False
        before, behind = self._quotation_of(one.content[-1]), self._quotation_of(other.content[0])
        if before is None or behind is None or before.outer == behind.outer or not behind.continues:
            return False
        if self._chain[before.outer] != self._chain[behind.outer]:
            return False
        return other.source is None if other.cue is None else self._is_pronoun(other.source)

    def _is_pronoun(self, source: CharSpan | None) -> bool:
        """Whether a source only says that the speaker is who it was: "she" of "she added"."""
        return source is not None and source.of(self._text).lower() in _SAME_SPEAKER

    def _passages(self, item: Attribution) -> list[Passage]:
        pieces = [piece for span in item.content for piece in self._by_paragraph(span)]
        pieces = [self._snapped(piece) for piece in pieces]
        groups: list[list[CharSpan]] = []
        for piece in sorted(set(pieces)):
            if groups and (groups[-1][-1].end >= piece.start or self._abut(groups[-1][-1], piece)):
                groups[-1][-1] = CharSpan(groups[-1][-1].start, max(groups[-1][-1].end, piece.end))
            elif groups and self._goes_on(groups[-1], piece, item.source):
                groups[-1].append(piece)
            else:
                groups.append([piece])
        home = self._home(groups, item.cue)
        out = []
        for number, group in enumerate(groups):
            content = self._trimmed(group, item)
            if not content or not any(_WORD.search(span.of(self._text)) for span in content):
                continue
            owns = number == home
            if (not owns or not item.cue) and not all(self._quotation_of(span) for span in group):
                continue
            out.append(
                Passage(
                    content=content,
                    source=self._main(item) if owns else None,
                    cue=self._trimmed_cue(item.cue[0]) if owns and item.cue else None,
                    confidence=item.confidence,
                    source_confidence=item.source_confidence,
                )
            )
        return out

    def _trimmed_cue(self, cue: CharSpan) -> CharSpan:
        """A cue without the mark behind it, or the first word of what follows."""
        found = _CUE_END.search(self._text, cue.start, cue.end)
        return CharSpan(cue.start, found.start()) if found and found.start() > cue.start else cue

    def _trimmed(self, group: Sequence[CharSpan], item: Attribution) -> tuple[CharSpan, ...]:
        """The pieces without outer marks and a leading "that"; scraps beside a longer piece are left out."""
        pieces = [trim_quotation(self._text, piece) for piece in group]
        pieces = [self._without_that(piece) for piece in pieces if len(piece)]
        own = {span.start for span in (*item.cue, *item.source)}
        words = [len(_WORD.findall(self._text, piece.start, piece.end)) for piece in pieces]
        quoted = [self._quotation_of(piece) is not None for piece in pieces]
        behind = [*pieces, None][1:]
        kept = [
            piece
            for piece, size, is_quoted, other in zip(pieces, words, quoted, behind, strict=True)
            if is_quoted
            or (
                not (any(quoted) and (_TOPIC.match(self._text, piece.start) or self._abuts(piece, own)))
                and (
                    size > _MAX_SCRAP_WORDS
                    or max(words) <= 2 * _MAX_SCRAP_WORDS
                    or self._is_subject(piece, other)
                )
            )
        ]
        return tuple(piece for piece in kept if len(piece))

    def _is_subject(self, piece: CharSpan, behind: CharSpan | None) -> bool:
        """Whether the piece is the subject of the one behind: "Early studies, he says, suggest it"."""
        if behind is None or not self._text.startswith(",", piece.end):
            return False
        verb = _LOWER_WORD.match(self._text, behind.start)
        return verb is not None and verb[0] not in _NO_VERBS

    def _abuts(self, piece: CharSpan, starts: set[int]) -> bool:
        """Whether only white space stands between a piece and the source or cue behind it."""
        space = _SPACE.match(self._text, piece.end)
        return space is not None and space.end() in starts

    def _without_that(self, span: CharSpan) -> CharSpan:
        words = span.of(self._text)
        found = _THAT.match(words.lower() if words.isupper() else words)
        return trim_quotation(self._text, CharSpan(span.start + found.end(), span.end)) if found else span

    def _main(self, item: Attribution) -> CharSpan | None:
        """The part of the source nearest to the cue, without one the longest, in one paragraph. Parts with a
        few words between them are one."""
        parts: list[CharSpan] = []
        others = (*item.cue, *item.content)
        for part in sorted(part for span in item.source for part in self._by_paragraph(span)):
            if parts and self._go_together(parts[-1], part, others):
                parts[-1] = CharSpan(parts[-1].start, part.end)
            else:
                parts.append(part)
        if not item.cue:
            return max(parts, key=len, default=None)
        homes = {self._paragraph(cue) for cue in item.cue}
        return min(
            parts,
            key=lambda part: (self._paragraph(part) not in homes, part.distance(item.cue[0]), -len(part)),
            default=None,
        )

    def _go_together(self, left: CharSpan, right: CharSpan, others: Sequence[CharSpan]) -> bool:
        between = CharSpan(left.end, max(left.end, right.start))
        return (
            self._paragraph(left) == self._paragraph(right)
            and _FEW_WORDS.fullmatch(self._text, between.start, between.end) is not None
            and not any(between.overlaps(other) for other in others)
        )

    def _home(self, groups: list[list[CharSpan]], cue: tuple[CharSpan, ...]) -> int:
        """The group that the cue belongs to: the nearest, in its paragraph where it can be."""
        if not cue or not groups:
            return 0
        at, paragraph = cue[0].start, self._paragraph(cue[0])

        def distance(number: int) -> tuple[bool, int]:
            group = groups[number]
            apart = all(self._paragraph(span) != paragraph for span in group)
            return apart, min(max(span.start - at, at - span.end, 0) for span in group)

        return min(range(len(groups)), key=distance)

    def _by_paragraph(self, span: CharSpan) -> list[CharSpan]:
        """The parts of a content in each paragraph."""
        first = bisect_right(self._paragraphs, span.start, key=lambda p: p.end)
        end = bisect_left(self._paragraphs, span.end, key=lambda p: p.start)
        return [
            CharSpan(max(span.start, paragraph.start), min(span.end, paragraph.end))
            for paragraph in self._paragraphs[first:end]
        ] or [span]

    def _paragraph(self, span: CharSpan) -> int:
        """The number of the paragraph in which `span` begins."""
        return bisect_right(self._paragraphs, span.start, key=lambda p: p.end)

    def _quotation_of(self, span: CharSpan) -> Quotation | None:
        """The outermost quotation that holds the middle of `span`."""
        middle = CharSpan((span.start + span.end) // 2, (span.start + span.end) // 2 + 1)
        return next(
            (q for q in self._quotations.over(span) if q.depth == 0 and q.outer.overlaps(middle)), None
        )

    def _is_interrupted(self, span: CharSpan) -> bool:
        """Whether a cue or a source stands in the span."""
        place = bisect_right(self._taken, span.start, key=lambda other: other.end)
        return place < len(self._taken) and self._taken[place].start < span.end

    def _snapped(self, span: CharSpan) -> CharSpan:
        """The whole quotation where `span` covers most of one that no cue or source interrupts."""
        start, end = span.start, span.end
        for quotation in self._quotations.over(span):
            inner = quotation.inner
            if quotation.depth or self._is_interrupted(inner):
                continue
            words = len(_WORD.findall(self._text, inner.start, inner.end))
            low, high = max(start, inner.start), min(end, inner.end)
            covered = len(_WORD.findall(self._text, low, high)) if low < high else 0
            if words and covered / words >= _MIN_SHARE_OF_WORDS:
                start, end = min(start, quotation.outer.start), max(end, quotation.outer.end)
            elif covered <= 2 and words > covered + 2:
                if start < quotation.outer.start < end:
                    end = quotation.outer.start
                elif start < quotation.outer.end < end:
                    start = quotation.outer.end
        return CharSpan(start, end) if start < end else span

    def _abut(self, left: CharSpan, right: CharSpan) -> bool:
        """Whether two unquoted pieces are one: nothing but a comma stands between them."""
        return (
            _NO_WORDS.fullmatch(self._text, left.end, right.start) is not None
            and _WORD.match(self._text, left.end - 1) is not None
            and not self._is_interrupted(CharSpan(left.end, right.start))
            and not self._quotations.over(left)
            and not self._quotations.over(right)
        )

    def _goes_on(self, group: Sequence[CharSpan], piece: CharSpan, source: Sequence[CharSpan]) -> bool:
        """Whether `piece` belongs to the same quote as the pieces before it; source: of all of them."""
        before = group[-1]
        if self._paragraph(before) != self._paragraph(piece):
            one, other = self._quotation_of(before), self._quotation_of(piece)
            return (
                one is not None
                and other is not None
                and other.continues
                and self._chain.get(one.outer) == self._chain.get(other.outer)
            )
        if self._quotation_of(group[0]) is not None or self._quotation_of(piece) is None:
            between = self._text[before.end : piece.start + 1]
            return not source or not brings_in_another(between, source[0].of(self._text))
        return not _SENTENCE_END.search(self._text[before.end - 1 : piece.start].rstrip("\"“‘' "))
