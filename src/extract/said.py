"""When the words were said: the date that the attribution gives, else that of the article."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from extract.anchor import Anchor
from extract.occasion import occasion_date
from extract.quote import Said, Timex
from extract.span import CharSpan
from extract.timex.edtf import bounds

_LONGEST = 1200  # characters of a sentence on either side of its cue; a text without full stops stays fast
_REACH = 140  # characters between a cue and the expression that dates it

# What may not stand between a cue and its date: another event's clause.
_OTHER_CLAUSE = re.compile(
    r"\b(?:who|whom|whose|which|that|because|although|though|if|since|until|before|whether|where|but|how"
    r"|why|what)\b"
    r"|[;:]|,\s(?:and|or)\b|\s[–—]\s|--",
    re.IGNORECASE,
)
_OTHER_AFTER = re.compile(
    r",\s(?!on\b|in\b|at\b|during\b|late\b|early\b)|\band\b|\bafter\b|\bwhen\b|\bas\b|\bto\s[a-z]+\b",
    re.IGNORECASE,
)
_OTHER_EVENT = re.compile(
    r"\b(?:killed|died|arrested|born|founded|elected|appointed|signed|passed|approved|resigned|left|joined"
    r"|fired|retired|convicted"
    r"|opened|closed|began|ended|started|took|won|lost|scheduled|planned|due|expected|attacked|shot|found"
    r"|happened|occurred"
    r"|bought|sold|acquired|crashed|fell|rose|set)\s(?:\w+\s){0,3}$",
    re.IGNORECASE,
)
_PUBLICATION = re.compile(
    r"\b(?:released|published|issued|posted|broadcast|aired|printed|dated|made|given|taped|recorded|sent"
    r"|delivered|televised"
    r"|filed|obtained|unveiled|presented|conducted|held|circulated|emailed|tweeted)\b",
    re.IGNORECASE,
)
_OTHER_TIME_CUE = re.compile(
    r"\b(?:had|used to)\b|\b(?:previously|once|earlier|long ago|repeatedly in the past)\b", re.IGNORECASE
)
_OTHER_TIME_LEAD = re.compile(
    r"\bhad\s(?:(?:also|already|earlier|previously|long|once|repeatedly|initially|originally|then|not"
    r"|publicly|been)\s){0,2}$"
    r"|\b(?:earlier|previously|once|formerly)\s(?:has\s|have\s|had\s)?$",
    re.IGNORECASE,
)
_OTHER_TIME = re.compile(
    r"^\W*(?:earlier|previously|in the past|at (?:the|that) time|back then|years ago|before that|on"
    r" another occasion)\b"
    r"|\b(?:in|during|at|from) (?:an?|his|her|its|their) (?:earlier|previous|past|prior|old) (?:\w+ ){0,2}"
    r"(?:interviews?|statements?|speech(?:es)?|comments?|remarks?|letters?|posts?|tweets?|articles?"
    r"|conferences?)\b"
    r"|\bin (?:earlier|previous|past) (?:interviews|statements|speeches|comments|remarks)\b",
    re.IGNORECASE,
)


def said_of(
    *,
    text: str,
    sentences: Sequence[CharSpan],
    content: Sequence[CharSpan],
    cue: CharSpan | None,
    source: CharSpan | None,
    timexes: Sequence[Timex],
    anchor: Anchor,
) -> Said | None:
    """The date of the words, as precise as the text is.

    sentences, timexes: those of the article, ascending. Basis "cue": an expression in the attribution,
    outside the content, or in a neighbouring sentence about the same occasion; else the anchor's. None
    where the text places the words at a time that it does not date ("had warned", "in an earlier
    interview") and where the article has no date.
    """
    clause = _attribution(sentences, cue or source, anchor.span)
    if clause is not None:
        dated = _date_in(text, clause, content, cue or source, source, timexes, anchor)
        if dated is not None:
            return dated
        if _at_another_time(text, clause, content, cue, timexes):
            return None
        neighbour = occasion_date(text, sentences, clause, content, source, timexes)
        if neighbour is not None and _is_past(neighbour, anchor):
            return Said(date=said_date(neighbour), basis="cue", span=neighbour.span)
    if anchor.date is None or anchor.basis is None:
        return None
    return Said(date=anchor.date, basis=anchor.basis, span=anchor.span)


def said_date(timex: Timex) -> str:
    """The EDTF date of a statement: a week is written as the month that holds it, if one does."""
    edtf = timex.edtf or ""
    first, slash, last = edtf.partition("/")
    if slash and "-W" in timex.value and not timex.value.endswith("WE") and first[:7] == last[:7]:
        return first[:7]
    return edtf


def _attribution(
    sentences: Sequence[CharSpan], head: CharSpan | None, dateline: CharSpan | None
) -> CharSpan | None:
    """The sentence that holds `head` (the cue, else the source), less a dateline in it."""
    if head is None or not sentences:
        return None
    number = bisect_right(sentences, head.start, key=lambda sentence: sentence.start) - 1
    if number < 0:
        return None
    start = sentences[number].start
    if dateline is not None and start <= dateline.start and dateline.end <= head.start:
        start = dateline.end
    start = max(start, head.start - _LONGEST)
    return CharSpan(start, max(min(sentences[number].end, head.end + _LONGEST), head.end))


def _date_in(
    text: str,
    clause: CharSpan,
    content: Sequence[CharSpan],
    head: CharSpan | None,
    source: CharSpan | None,
    timexes: Sequence[Timex],
    anchor: Anchor,
) -> Said | None:
    """The expression of the attribution's clause that dates it: the nearest to the cue that may."""
    if head is None:
        return None
    fitting = [
        timex
        for timex in _inside(timexes, clause)
        if timex.type in ("DATE", "TIME")
        and timex.edtf is not None
        and not any(span.overlaps(timex.span) for span in content)
        and _dates_the_cue(text, clause, content, head, source, timex)
        and _is_past(timex, anchor)
    ]
    if not fitting:
        return None
    best = min(fitting, key=lambda timex: _distance(timex.span, head))
    return Said(date=said_date(best), basis="cue", span=best.span)


def _inside(timexes: Sequence[Timex], clause: CharSpan) -> list[Timex]:
    start = bisect_right(timexes, clause.start - 1, key=lambda timex: timex.span.start)
    found = []
    for timex in timexes[start:]:
        if timex.span.start >= clause.end:
            break
        found.append(timex)
    return found


def _distance(one: CharSpan, other: CharSpan) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def _dates_the_cue(
    text: str,
    clause: CharSpan,
    content: Sequence[CharSpan],
    cue: CharSpan,
    source: CharSpan | None,
    timex: Timex,
) -> bool:
    """Whether the expression belongs to the reporting, not to another event of the sentence."""
    span = timex.span
    if cue.overlaps(span):
        return True
    if source is not None and source.holds(span):
        return bool(_PUBLICATION.search(text[source.start : span.start]))
    if span.start >= cue.end:
        return _follows(text, content, cue, span)
    if source is not None and source.end <= span.start and source.end - clause.start < _REACH:
        verb = text[source.end : span.start]  # "May said this week that ... and suggested that ..."
        if len(verb.split()) <= 4 and re.match(r"\s\w+", verb) and not _OTHER_CLAUSE.search(verb):
            return True
    return _precedes(text, clause, content, cue, span)


def _follows(text: str, content: Sequence[CharSpan], cue: CharSpan, span: CharSpan) -> bool:
    between = _without(text, CharSpan(cue.end, span.start), content)
    if len(between) > _REACH or _OTHER_CLAUSE.search(between):
        return False
    if any(cue.end <= one.start and one.end <= span.start for one in content):
        return False  # what follows the content is no longer the attribution
    if _PUBLICATION.search(between):
        return True
    return not _OTHER_AFTER.search(between) and not _OTHER_EVENT.search(between)


def _precedes(
    text: str, clause: CharSpan, content: Sequence[CharSpan], cue: CharSpan, span: CharSpan
) -> bool:
    """A date in front of the cue: it opens the sentence ("On Tuesday, ..."), or stands beside the cue."""
    between = _without(text, CharSpan(span.end, cue.start), content)
    before = _without(text, CharSpan(clause.start, span.start), content)
    if re.search(r",\s(?:who|which|whose|where)\b[^,]*$", before):
        return False
    if any(span.end <= one.start and one.end <= cue.start for one in content):
        return False
    if re.fullmatch(r"\W*(?:\w+ly\s|also\s|has\s|have\s)*", between):
        return True  # "the ministry on Friday said"
    if _OTHER_CLAUSE.search(re.sub(r",\s(?:who|which)\b[^,]*,", ",", between)):
        return False
    if not _opens(before):
        if re.search(r"\bthat\b", before):
            return False  # the content of another cue
        return not re.search(r",", between) and len(between) <= _REACH and not _OTHER_EVENT.search(before)
    return len(between) <= 2 * _REACH


def _opens(before: str) -> bool:
    """Whether what stands before leaves the date at the head of the sentence, alone or in a phrase."""
    words = before.split()
    return len(words) <= 3 or bool(
        re.match(
            r"\W*(?:(?:But|And|However|Still|Then|Meanwhile),?\s)?(?:On|In|At|During|After|Following"
            r"|Speaking|Late|Early|Earlier)\b",
            before,
        )
        and len(words) <= 14
        and "," not in before.removesuffix(", ")
    )


def _without(text: str, span: CharSpan, content: Sequence[CharSpan]) -> str:
    """The text of `span` less the content spans in it."""
    if span.start >= span.end:
        return ""
    parts, position = [], span.start
    for one in content:
        if one.end <= span.start or one.start >= span.end:
            continue
        parts.append(text[position : max(position, one.start)])
        position = max(position, one.end)
    parts.append(text[position : span.end])
    return "".join(parts)


def _is_past(timex: Timex, anchor: Anchor) -> bool:
    """Whether words may have been said then: not after the article's own day."""
    try:
        first, _ = bounds(timex.edtf or "")
        _, last = bounds(anchor.date) if anchor.date else (None, None)
    except ValueError:
        return False
    return first is None or last is None or first <= last


def _at_another_time(
    text: str, clause: CharSpan, content: Sequence[CharSpan], cue: CharSpan | None, timexes: Sequence[Timex]
) -> bool:
    """Whether the words are placed at an unstated other time: "had warned", "said recently"."""
    lead = _without(
        text, CharSpan(clause.start, max(clause.start, cue.start if cue else clause.end)), content
    )
    if cue is not None:
        if _OTHER_TIME_CUE.search(cue.of(text)) or _OTHER_TIME_LEAD.search(lead):
            return True
        behind = text[cue.end : cue.end + 40]
        if re.match(r"\s(?:earlier|previously|recently|at the time)\b", behind):
            return True
    if _OTHER_TIME.search(_without(text, clause, content)):
        return True
    return any(
        timex.value == "PAST_REF"
        for timex in _inside(timexes, clause)
        if cue is not None
        and not any(span.overlaps(timex.span) for span in content)
        and _distance(timex.span, cue) <= 24
        and not re.search(r"\b(?:who|which|that)\b", lead[-60:])
        and timex.span.of(text)
        .lower()
        .startswith(("recently", "previously", "in recent", "recent", "once", "formerly"))
    )
