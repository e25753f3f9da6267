"""Attributions mended where the words beside a cue prove that the model cut them wrongly."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from extract.layout.quotation_marks.quotations import Marks
from extract.pipeline.network.attribution import Attribution
from extract.quotes import certainty
from extract.quotes.lexicon.tokens import NAME_PHRASE
from extract.quotes.passages.act import act_of
from extract.spans import CharSpan

_TELLS = re.compile(
    r"\b(?:tell|tells|told|telling|inform(?:s|ed)?|assure[sd]?|remind(?:s|ed)?|warn(?:s|ed)?)$"
)
_HEARER = re.compile(
    r"(?:me|us|him|her|them|you)\s+(?=(?:that|if|whether|it|he|she|they|we|I|you|there|the|an?|this|these|those|his|her"
    r"|their|our|my|its)\b)"
)
_FINITE = (
    r"will|would|can|could|may|might|must|should|shall|is|are|was|were|has|have|had|does|do|did|won[’']t|isn[’']t"
    r"|hasn[’']t|doesn[’']t|didn[’']t|can[’']t|needs?|wants?|plans?"
)
_DESCRIBED = r"(?:its|his|her|their|our|the|a|an)\s+(?:[\w’'-]+\s+){0,6}?[\w’'-]+"
_PRONOUN = r"(?:he|she|they|it|we|I)"
# "the plan, said its author Jane Roe, will fail"
_PARENTHESIS = re.compile(
    rf"\s+(?P<who>(?:{_PRONOUN}|(?:{_DESCRIBED},?\s+)?{NAME_PHRASE}|one\s+of\s+{_DESCRIBED}|{_DESCRIBED})"
    rf"(?:,\s+[^,.;:\"“”]{{2,60}})?),\s+(?=(?:{_FINITE})\b)"
)
# "... that it fell, and its head, Jane Roe," in front of another cue
_NEXT_SUBJECT = re.compile(
    rf"(?:,?\s+(?:and|but|while|though|although)|;)\s+(?P<who>{_PRONOUN}|(?:{_DESCRIBED},\s+)?{NAME_PHRASE})\s*,?\s*$"
)
# `"No," said she, "never."`
_INVERTED = re.compile(
    rf"\s*(?P<who>{_PRONOUN}|(?:{_DESCRIBED},?\s+)?{NAME_PHRASE}|{_DESCRIBED})\s*,\s*(?=[\"“‘«„])"
)
_ASKED_OF = re.compile(r"\b(?:[Ww]hen|[Oo]nce|being|was|were|been)\s+(?:then\s+)?$")
# "To Roe it is ...; to Doe it is ..."
_TO_ANOTHER = re.compile(rf";\s+(?:and\s+|but\s+)?(?P<cue>to|for)\s+(?P<who>{NAME_PHRASE}|him|her|them),?\s+")
# "..., it said": who says it stands right before the cue.
_OWN_SUBJECT = re.compile(r",[\"”’»]?\s+(?P<who>he|she|it|they)\s+(?:(?:also|then|later|\w+ly)\s+)?$")
_COMMA_BEFORE = re.compile(r",\s*$")
_GAP = re.compile(r"[\s,]*")
_QUOTED_BEFORE = re.compile(r"[,!?][\"”’»]\s+$")
_LONGEST = 160  # characters of a subject with what stands beside it


def mend(text: str, attributions: Sequence[Attribution], marks: Marks) -> list[Attribution]:
    """The attributions, each with the source and contents that the words beside its cue prove.

    Who is told ("told me it would rain") is no content; who speaks in a parenthesis ("the plan, said its
    author, will fail") or between two quotations is the source; so is who stands right before a second cue.
    """
    items = [part for item in attributions for part in _to_each(text, _with_asked(text, item))]
    mended = [
        _between_quotations(
            text, _with_own_subject(text, _in_parenthesis(text, _without_hearer(text, a))), marks
        )
        for a in items
    ]
    gained = [_gained(now, was) for now, was in zip(mended, items, strict=True)]
    taken = sorted(span for spans in gained for span in spans)
    for number, now in enumerate(mended):
        kept = tuple(s for s in now.content if s in gained[number] or not _overlaps_any(s, taken))
        if kept != now.content:
            mended[number] = replace(now, content=kept)
    out = _with_next_subjects(text, [item for item in mended if item.content])
    return sorted(out, key=lambda item: item.content)


def _gained(now: Attribution, was: Attribution) -> list[CharSpan]:
    before = was.content + was.source
    return [span for span in now.content if not any(span.overlaps(other) for other in before)]


def _overlaps_any(span: CharSpan, others: Sequence[CharSpan]) -> bool:
    place = bisect_right(others, span.start, key=lambda other: other.end)
    return place < len(others) and others[place].start < span.end


def _with_asked(text: str, item: Attribution) -> Attribution:
    """The cue "asked" with the "when" or "was" before it, by which no source of the text asks."""
    if not item.cue or item.cue[0].of(text) != "asked":
        return item
    before = _ASKED_OF.search(text, max(0, item.cue[0].start - 12), item.cue[0].start)
    if before is None:
        return item
    return replace(item, cue=(CharSpan(before.start(), item.cue[0].end), *item.cue[1:]))


def _to_each(text: str, item: Attribution) -> list[Attribution]:
    """One attribution for each view in "to A it is this; to B it is that"."""
    if len(item.cue) != 1 or item.cue[0].of(text).lower() not in ("to", "for") or len(item.content) != 1:
        return [item]
    piece = item.content[0]
    found = _TO_ANOTHER.search(text, piece.start, piece.end)
    if found is None or found["cue"] != item.cue[0].of(text).lower():
        return [item]
    other = replace(
        item,
        source=(CharSpan(*found.span("who")),),
        cue=(CharSpan(*found.span("cue")),),
        content=(CharSpan(found.end(), piece.end),),
    )
    return [_with_piece(item, 0, CharSpan(piece.start, found.start())), other]


def _without_hearer(text: str, item: Attribution) -> Attribution:
    """Without the pronoun for who is told something at the head of the content."""
    at = _behind_cue(text, item)
    if at is None or not _TELLS.search(item.cue[0].of(text).lower()):
        return item
    hearer = _HEARER.match(text, item.content[at].start, item.content[at].end)
    if hearer is None:
        return item
    return _with_piece(item, at, CharSpan(hearer.end(), item.content[at].end))


def _in_parenthesis(text: str, item: Attribution) -> Attribution:
    """What stood as the source is the subject of what is said, where the cue and who follows it are set
    between commas."""
    if len(item.cue) != 1 or not _states(text, cue := item.cue[0]):
        return item
    comma = _COMMA_BEFORE.search(text, max(0, cue.start - 3), cue.start)
    found = _PARENTHESIS.match(text, cue.end, min(len(text), cue.end + _LONGEST))
    if comma is None or found is None or not any(span.end > found.end() for span in item.content):
        return item
    subject = next((s for s in item.source if comma.start() <= s.end <= cue.start), None)
    if subject is None:
        return item
    inside = CharSpan(subject.start, found.end())
    pieces = [CharSpan(max(s.start, found.end()), s.end) if s.end > found.end() else s for s in item.content]
    content = [CharSpan(subject.start, comma.start()), *(s for s in pieces if not inside.overlaps(s))]
    return replace(
        item,
        source=(CharSpan(*found.span("who")),),
        content=tuple(sorted(span for span in content if len(span))),
        source_confidence=certainty.REPAIRED_SOURCE,
    )


def _with_own_subject(text: str, item: Attribution) -> Attribution:
    """What stood as the source opens what is said, where a pronoun stands right before the cue behind it."""
    if len(item.cue) != 1 or not item.content or not _states(text, cue := item.cue[0]):
        return item
    found = _OWN_SUBJECT.search(text, max(0, cue.start - 30), cue.start)
    if found is None or any(span.overlaps(CharSpan(*found.span("who"))) for span in item.source):
        return item
    first = item.content[0]
    opening = next((s for s in item.source if not text[s.end : first.start].strip(" ,")), None)
    if first.end > cue.start or (item.source and (opening is None or opening.end > first.start)):
        return item
    content = item.content if opening is None else (CharSpan(opening.start, first.end), *item.content[1:])
    who = (CharSpan(*found.span("who")),)
    return replace(item, source=who, content=content, source_confidence=certainty.REPAIRED_SOURCE)


def _between_quotations(text: str, item: Attribution, marks: Marks) -> Attribution:
    """Who stands between a cue and the second half of a quotation is the source of both halves."""
    at = _behind_cue(text, item)
    if at is None or not _states(text, item.cue[0]):
        return item
    cue, piece = item.cue[0], item.content[at]
    found = _INVERTED.match(text, piece.start, min(piece.end, piece.start + _LONGEST))
    if found is None or not _QUOTED_BEFORE.search(text, max(0, cue.start - 6), cue.start):
        return item
    before = [q.outer for q in marks.over(CharSpan(max(0, cue.start - 3), cue.start)) if q.depth == 0]
    if not before:
        return item
    others = [s for s in item.content if s != piece and not s.overlaps(before[-1])]
    content = tuple(sorted((*others, before[-1], CharSpan(found.end(), piece.end))))
    return replace(
        item,
        source=(CharSpan(*found.span("who")),),
        content=content,
        source_confidence=certainty.REPAIRED_SOURCE,
    )


def _with_next_subjects(text: str, items: Sequence[Attribution]) -> list[Attribution]:
    """A content that runs up to the next cue ends before the subject of that cue."""
    out = list(items)
    by_cue = {item.cue[0].start: number for number, item in enumerate(out) if item.cue}
    for number, item in enumerate(items):
        for at, piece in enumerate(item.content):
            gap = _GAP.match(text, piece.end)
            following = by_cue.get(gap.end()) if gap else None
            if following is None or following == number or out[following].source not in ((), item.source):
                continue
            if out[following].cue[0].of(text).endswith("ing"):
                continue
            low = max(piece.start, piece.end - _LONGEST)
            found = _NEXT_SUBJECT.search(text, low, piece.end)
            if found is None or found.start() == low:
                continue
            if "," in text[found.end("who") : out[following].cue[0].start] and "," not in found["who"]:
                continue
            out[number] = _with_piece(out[number], at, CharSpan(piece.start, found.start()))
            who = CharSpan(*found.span("who"))
            out[following] = replace(
                out[following], source=(who,), source_confidence=certainty.REPAIRED_SOURCE
            )
    return out


def _behind_cue(text: str, item: Attribution) -> int | None:
    """The number of the content that begins right behind the cue."""
    if len(item.cue) != 1:
        return None
    starts = (n for n, s in enumerate(item.content) if s.start >= item.cue[0].end)
    first = next(starts, None)
    if first is None or text[item.cue[0].end : item.content[first].start].strip():
        return None
    return first


def _states(text: str, cue: CharSpan) -> bool:
    return act_of(cue.of(text), "that it is so", quoted=True) == "statement"


def _with_piece(item: Attribution, at: int, piece: CharSpan) -> Attribution:
    content = (*item.content[:at], piece, *item.content[at + 1 :])
    return replace(item, content=tuple(span for span in content if len(span)))
