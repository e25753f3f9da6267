"""Passages that the layout tells: turns of transcripts, answers of interviews, signed quotations."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.layout.blocks import Layout
from extract.layout.quotation_marks.quotations import Quotations
from extract.layout.spans import CharSpan, SpanIndex
from extract.lexicon.tokens import fold
from extract.quotes import certainty
from extract.quotes.passages.passage import Passage
from extract.quotes.passages.signed import find_signed
from extract.quotes.passages.transcripts.interview import interviewee, interviewer
from extract.quotes.passages.transcripts.labels import is_part
from extract.quotes.passages.transcripts.turns import Turn, find_turns, says_i

# Of the characters of a laid out content: from here on a found one is the same passage
_MIN_SHARE_OF_CHARS = 0.8
_WORD = re.compile(r"\w")
_BREAK = re.compile(r"[.!?…][\"”’)\]]*\s")  # "It was late.” He left"
_MAX_ACRONYM_CHARS = 3  # a label of no more capitals is no surname


def with_layout_passages(
    text: str,
    passages: Sequence[Passage],
    layout: Layout,
    quotations: Quotations,
    *,
    people: Sequence[str],
    others: Sequence[str] = (),
    author: str | None = None,
) -> list[Passage]:
    """`passages` with those that the layout tells, in the order of their contents.

    A turn takes the place of what was found of it, not of what its speaker reports in it. A signed
    quotation takes the place of a passage without a cue. people: canonical names of the article. others:
    names taken for something else, one of which is the one interviewed where no person is. author: who asks
    in an interview that does not say so.
    """
    turns = _turns(text, find_turns(text, layout.blocks), people, others, author)
    by_turn = _index(turns)
    signed = [
        Passage(
            content=item.content,
            source=item.source,
            cue=None,
            confidence=certainty.LAYOUT,
            source_confidence=certainty.LAYOUT,
            type="direct",
        )
        for item in find_signed(text, layout.blocks, quotations)
        if not by_turn.meets(*item.content)
    ]
    kept = [p for p in passages if not any(_repeats(p, turn) for turn in by_turn.owners(p.content))]
    kept = [_reported(text, p) if by_turn.meets(*p.content) else p for p in kept]
    attributed = [
        p for p in kept if p.source is not None and p.cue is not None and _WORD.search(p.cue.of(text))
    ]
    by_attributed = _index(attributed)
    signed = [s for s in signed if not by_attributed.meets(*s.content)]
    by_signed = _index(signed)
    kept = [p for p in kept if not by_signed.meets(*p.content)]
    return sorted([*kept, *turns, *signed], key=lambda passage: passage.content)


def _turns(
    text: str, turns: Sequence[Turn], people: Sequence[str], others: Sequence[str], author: str | None
) -> list[Passage]:
    answers = interviewee(text, turns, people) or interviewee(text, turns, others)
    asks = interviewer(text, turns, people) or (author if author != answers else None)
    names = {"answer": answers, "question": asks}
    selves = {
        turn.speaker.of(text)
        for turn in turns
        if turn.speaker is not None and any(says_i(span.of(text)) for span in turn.content)
    }
    return [
        Passage(
            content=turn.content,
            source=turn.speaker,
            cue=None,
            confidence=certainty.LAYOUT,
            source_confidence=certainty.LAYOUT,
            type="direct",
            speaker=_labelled(turn.speaker.of(text), people, selves)
            if turn.role == "name" and turn.speaker is not None
            else names.get(turn.role),
        )
        for turn in turns
    ]


def _labelled(label: str, people: Sequence[str], selves: set[str]) -> str | None:
    """Whom a label of one word names: the one person of that surname, else itself where its speaker says "I".

    selves: the labels of those who do. None where a role ("HOST"), two persons or none are meant.
    """
    if not label.isalpha() or is_part(label):
        return None
    found = [name for name in people if fold(name.split()[-1]) == fold(label)]
    if len(found) == 1:
        return found[0]
    return label if not found and label in selves and len(label) > _MAX_ACRONYM_CHARS else None


def _reported(text: str, passage: Passage) -> Passage:
    """What a speaker reports in a turn, without sentences of the speaker's own in front of it."""
    starts = [span.start for span in (passage.source, passage.cue) if span is not None]
    content = tuple(
        span
        for span in passage.content
        if span.end > min(starts) or not _BREAK.search(text, max(0, span.end - 1), min(starts))
    )
    return replace(passage, content=content) if content else passage


def _overlap(one: Sequence[CharSpan], other: Sequence[CharSpan]) -> int:
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)


def _index(passages: Sequence[Passage]) -> SpanIndex[Passage]:
    return SpanIndex((span, passage) for passage in passages for span in passage.content)


def _repeats(passage: Passage, turn: Passage) -> bool:
    """Whether a found passage is the turn itself: without words that report it, or nearly all of it."""
    shared = _overlap(passage.content, turn.content)
    if not shared:
        return False
    if passage.cue is None or passage.source is None:
        return True
    inside = any(span.holds(passage.cue) for span in turn.content)
    return not inside or shared >= _MIN_SHARE_OF_CHARS * sum(map(len, turn.content))
