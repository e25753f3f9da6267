"""Date of the words of a quote: the one that the attribution gives, else that of the article."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from extract.layout.spans import CharSpan
from extract.quotes.quote import Said
from extract.quotes.said.attribution_date import attribution_dates, text_without, timexes_in
from extract.quotes.said.counted_days import counted_day
from extract.quotes.said.occasion import occasion_date
from extract.timex.anchor import Anchor
from extract.timex.edtf import bounds
from extract.timex.timex import Timex
from extract.timex.vocabulary import FRAGMENTS

# Characters of a sentence on either side of its cue; a text without full stops stays fast
_MAX_CHARS_TO_CUE = 1200
_DAY = re.compile(r"\d{4}-\d\d-\d\d \d{4}-\d\d-\d\d")  # "2017-04-06 2017-04-07"
_DAY_OF_MONTH = re.compile(r"\b\d\d?\b")  # "May 3"
_BESIDE_CUE = re.compile(r"\W*(?:has\s|have\s|also\s)*")  # " has also "
_DASH = re.compile(r"\s?[-–—]\s?")  # "April 6 – 7"
_FROM = re.compile(r"\b(?:between|from)\s(?:on\s)?$", re.IGNORECASE)  # "between on"
_TO = re.compile(r"\s(?:and|to|until|till|through)\s")  # "Monday and Tuesday"
_SINCE = re.compile(r"\b(?:ever )?since\s(?:the\s)?$", re.IGNORECASE)  # "ever since the"
_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_MONTH = re.compile(rf"\b(?:{FRAGMENTS['month']})", re.IGNORECASE)
_AHEAD = re.compile(r"\b(?:next|coming|upcoming|following|later|tomorrow)\b", re.IGNORECASE)
_HABIT = r"(?:long|repeatedly|often|always|frequently|consistently|in the past)"
# "had warned", "has repeatedly warned"
_OTHER_TIME_CUE = re.compile(
    rf"\b(?:had|used to|(?:has|have) (?:also )?{_HABIT}|previously|once|earlier|long ago|initially)\b",
    re.IGNORECASE,
)
# "Roe had already", "Roe previously"
_OTHER_TIME_LEAD = re.compile(
    r"\bhad\s(?:(?:also|already|earlier|previously|long|once|repeatedly|initially|originally|then|not"
    r"|publicly|been)\s){0,2}$"
    rf"|\b(?:earlier|previously|once|formerly|initially)\s(?:has\s|have\s|had\s)?$"
    rf"|\b(?:has|have)\s(?:also\s)?{_HABIT}\s$",
    re.IGNORECASE,
)
# "As previously reported", "in an earlier interview"
_OTHER_TIME = re.compile(
    r"^\W*(?:as (?:previously|earlier|already) \w+ed|earlier|previously|in the past|at (?:the|that) time"
    r"|back then|years ago|before that|on another occasion)\b"
    r"|\b(?:in|during|at|from) (?:an?|his|her|its|their) (?:earlier|previous|past|prior|old) (?:\w+ ){0,2}"
    r"(?:interviews?|statements?|speech(?:es)?|comments?|remarks?|letters?|posts?|tweets?|articles?"
    r"|conferences?)\b"
    r"|\bin (?:earlier|previous|past) (?:interviews|statements|speeches|comments|remarks)\b",
    re.IGNORECASE,
)


# Over a time, not at one: "for years", "in recent months", "over the past two weeks".
_SPREAD = (
    r"(?:(?:for|over|during|throughout|across) (?:the )?(?:[\w-]+ ){0,2}|in recent "
    r"|in the (?:past|last) (?:\w+ )?)(?:days|weeks|months|years|decades)\b"
)
_MAX_DAYS_AHEAD = 120  # beyond, a day or month without a year is more likely the one before
# "Over the past two weeks he said"
_SPREAD_LEAD = re.compile(rf"\W*{_SPREAD}(?! (?:ago|later|earlier|before|after|old)\b)", re.IGNORECASE)
# "said in the past", "said for two years"
_OTHER_TIME_BEHIND = re.compile(
    rf"\s(?:(?:earlier|previously|recently|at the time|in the past|back then|long ago|years ago)\b|{_SPREAD})"
)
_VAGUE = re.compile(r"recently|previously|in recent|recent|once|formerly", re.IGNORECASE)


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
    head = cue or source
    clause = _attribution(sentences, head, anchor.span)
    if head is not None and clause is not None:
        if (counted := counted_day(text, clause, content, head, timexes, anchor.date)) is not None:
            return Said(date=said_date(counted), basis="cue", span=counted.span)
        dates = attribution_dates(text, clause, content, head, source, timexes)
        for timex in dates:
            if (past := _in_the_past(text, timex, anchor)) is not None:
                return _said_on(text, past, timexes, anchor)
        if _at_another_time(text, clause, content, cue, timexes):
            return None
        neighbour = occasion_date(text, sentences, clause, content, cue, source, timexes, anchor.date)
        past = None if neighbour is None else _in_the_past(text, neighbour, anchor)
        if past is not None:
            return _said_on(text, past, timexes, anchor)
    if anchor.date is None or anchor.basis is None:
        return None
    return Said(date=anchor.date, basis=anchor.basis, span=anchor.span)


def _said_on(text: str, timex: Timex, timexes: Sequence[Timex], anchor: Anchor) -> Said:
    """Said at the time of `timex`, since then, or over the range of days of which it is one end."""
    place = bisect_right(timexes, timex.span.start, key=lambda one: one.span.start) - 1
    for first, last in pairwise(timexes[max(0, place - 1) : place + 2]):
        if _DAY.fullmatch(f"{first.edtf} {last.edtf}") and (first.edtf or "") < (last.edtf or ""):
            start = text[max(0, first.span.start - 10) : first.span.start]
            link = text[first.span.end : last.span.start]
            if _DASH.fullmatch(link) or (_FROM.search(start) and _TO.fullmatch(link)):
                span = CharSpan(first.span.start, last.span.end)
                return Said(date=f"{first.edtf}/{last.edtf}", basis="cue", span=span)
    date = said_date(timex)
    before = text[max(0, timex.span.start - 10) : timex.span.start]
    if _SINCE.search(before) and "/" not in date and (anchor.date or "X")[:1] != "X":
        date = f"{date}/{anchor.date}"
    return Said(date=date, basis="cue", span=timex.span)


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
    start = max(start, head.start - _MAX_CHARS_TO_CUE)
    return CharSpan(start, max(min(sentences[number].end, head.end + _MAX_CHARS_TO_CUE), head.end))


def _in_the_past(text: str, timex: Timex, anchor: Anchor) -> Timex | None:
    """`timex` as the time of words that are said by now; None where it is after the article's own day.

    A bare weekday, month, or day of a month ahead, as a verb of the future beside it makes it ("on Saturday
    she vowed to go"), is the one before.
    """
    try:
        first, _ = bounds(timex.edtf or "")
        _, today = bounds(anchor.date) if anchor.date else (None, None)
    except ValueError:
        return None
    if first is None or today is None or first <= today:
        return timex
    words, edtf = timex.span.of(text), timex.edtf or ""
    if _AHEAD.search(words) or any(char.isdecimal() for char in _DAY_OF_MONTH.sub("", words)):
        return None
    if _WEEKDAY.search(words) and len(edtf) == len("YYYY-MM-DD") and not _MONTH.search(words):
        day = date.fromisoformat(edtf) - timedelta(days=7)
        return replace(timex, edtf=day.isoformat()) if day.isoformat() <= today else None
    if _MONTH.search(words) and "/" not in edtf:
        ahead = date.fromisoformat(first) - date.fromisoformat(today)
        # The court that "set May 7 for the hearing" in March did not speak in May of the year before.
        return replace(timex, edtf=f"{int(edtf[:4]) - 1}{edtf[4:]}") if ahead.days > _MAX_DAYS_AHEAD else None
    return None


def _at_another_time(
    text: str, clause: CharSpan, content: Sequence[CharSpan], cue: CharSpan | None, timexes: Sequence[Timex]
) -> bool:
    """Whether the words are placed at an unstated other time: "had warned", "said recently"."""
    if _OTHER_TIME.search(text_without(text, clause, content)):
        return True
    if cue is None:
        return False
    lead = text_without(text, CharSpan(clause.start, max(clause.start, cue.start)), content)
    if _SPREAD_LEAD.match(lead) or _OTHER_TIME_CUE.search(cue.of(text)) or _OTHER_TIME_LEAD.search(lead):
        return True
    behind = min([cue.end + 40, *(span.start for span in content if span.start >= cue.end)])
    if _OTHER_TIME_BEHIND.match(text, cue.end, behind):
        return True
    return any(
        timex.value == "PAST_REF"
        and not any(span.overlaps(timex.span) for span in content)
        and _VAGUE.match(text, timex.span.start)
        and _is_beside(text, clause, cue, timex.span)
        for timex in timexes_in(timexes, clause)
    )


def _is_beside(text: str, clause: CharSpan, cue: CharSpan, span: CharSpan) -> bool:
    """Whether an adverb of time belongs to the cue: beside it, or at the head of the sentence."""
    if span.distance(cue) > 24:
        return False
    if span.start >= cue.end:
        return True
    between = text[span.end : cue.start]
    before = text[clause.start : span.start]
    return _BESIDE_CUE.fullmatch(between) is not None or not before.strip(' \t\n"“')
