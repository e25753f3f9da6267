"""Interviewee and interviewer of an interview that labels its turns Q and A."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.layout.byline import is_byline
from extract.quotes.passages.transcripts.turns import Turn
from extract.spans import CharSpan

# "Five minutes with the painter Jane Roe"
_WITH = re.compile(
    r"\b(?:interview|q\s?&\s?a|talk|chat|conversation|sit-?down|questions|minutes)\b[^.\n]{0,15}?"
    r"\b(?:with|for|to)\b[^.\n]{0,60}$",
    re.IGNORECASE,
)
# "We spoke to Jane Roe", "He asked the painter Jane Roe"
_SPOKE_TO = re.compile(
    r"\b(?:spoke|speaks|talked|talks|talking|speaking|sat down|sits down|chatted|caught up|met) (?:to|with)"
    r"[^.\n]{0,60}$|\b(?:told|tells|interviewed|asked|asks)\b[^.\n]{0,30}$",
    re.IGNORECASE,
)
# "interviewed by"
_INTERVIEWED_BY = re.compile(
    r"\b(?:interviewed by|interview by|questions by|conversation with)\s$", re.IGNORECASE
)
# "Jane Roe, the painter, talks of it"
_SPEAKS = re.compile(
    r"[^.\n]{0,80}?\b(?:spoke|speaks|talks|talked|sat down|sits down|answers|answered|discusses|told|tells"
    r"|explains|explained|on (?:how|why|what|the))\b"
)
# "By Jane Roe"
_BY = re.compile(r"(?:[Bb]y|BY|[Bb]y:|[Ww]ords)\s+(?P<name>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3})")
_PHRASE_POINTS = 3  # as many mentions as a phrase that names somebody as the one interviewed is worth


def interviewee(text: str, turns: Sequence[Turn], people_names: Sequence[str]) -> str | None:
    """The one who answers: named in front of the first turn, oftenest or as the one interviewed.

    people_names: the canonical names of the article's people. Returns one of them, None where none stands
    in front of the first turn.
    """
    if not turns:
        return None
    head = text[: _beginning(turns)]
    asking = interviewer(text, turns, people_names)
    found = {name: _mentions(head, name) for name in people_names if name != asking}
    full = {name: spans for name, spans in found.items() if spans and len(name.split()) > 1}
    candidates = full or {name: spans for name, spans in found.items() if spans}
    if not candidates:
        return None
    points = {name: _points(head, name, candidates) for name in candidates}
    best = max(points, key=lambda name: (points[name], -candidates[name][0].start))
    return best if points[best] > 0 else None


def interviewer(text: str, turns: Sequence[Turn], people_names: Sequence[str]) -> str | None:
    """The one who asks: the one named in the byline, or as the one who led the interview."""
    if not turns:
        return None
    head = text[: _beginning(turns)]
    for line in head.splitlines():
        if not is_byline(line.strip()):
            continue
        named = [name for name in people_names if _mentions(line, name)]
        if named:
            return named[0]
        if found := _BY.match(line.strip()):
            return found["name"]
    for name in people_names:
        if any(_INTERVIEWED_BY.search(head, 0, span.start) for span in _mentions(head, name)[:3]):
            if not _WITH.search(head, 0, _mentions(head, name)[0].start):
                return name
    return None


def _beginning(turns: Sequence[Turn]) -> int:
    first = turns[0]
    return first.speaker.start if first.speaker is not None else first.content[0].start


def _mentions(text: str, name: str) -> list[CharSpan]:
    words = r"\s+".join(re.escape(word) for word in name.split())
    return [CharSpan(*found.span()) for found in re.finditer(rf"(?<!\w){words}(?!\w)", text, re.IGNORECASE)]


def _points(head: str, name: str, candidates: dict[str, list[CharSpan]]) -> int:
    points = len(_mentions(head, name.split()[-1]))
    others = [span for other, spans in candidates.items() if other != name for span in spans]
    for span in candidates[name]:
        line = max(head.rfind("\n", 0, span.start), head.rfind(". ", 0, span.start)) + 1
        before = head[line : span.start]
        beside = any(line <= other.start < span.start for other in others)
        if not head[: span.start].strip() or "\n" not in head[: span.start].strip():
            points += 1  # in the title
        if _WITH.search(before):
            points += _PHRASE_POINTS
        elif _SPOKE_TO.search(before):
            points += -2 * _PHRASE_POINTS if beside else _PHRASE_POINTS
        elif _SPEAKS.match(
            head, span.end, min([len(head), *(o.start for o in others if o.start > span.start)])
        ):
            points += _PHRASE_POINTS
    return points
