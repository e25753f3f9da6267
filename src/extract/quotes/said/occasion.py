"""Date of the occasion at which words were said, where a neighbouring sentence gives it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date

from extract.spans import CharSpan
from extract.timex.edtf import bounds
from extract.timex.timex import Timex

_MAX_SENTENCES_BACK = 3  # over which the statement of one speaker is followed
_MAX_SENTENCES_TO_OCCASION = 14  # back from "the news conference" to where it was introduced
OCCASION = (
    r"interview|statement|speech|news conference|press conference|conference|briefing|hearing|ceremony"
    r"|address|rally|meeting"
    r"|debate|testimony|letter|memo|report|announcement|summit|session|event|forum|email|e-mail|post|tweet"
    r"|appearance|lecture"
)
# "at the same news conference", "in remarks after the meeting"
_BACK_REFERENCE = re.compile(
    rf"\b(?:at|in|during|after|before|following|from|to) (?:the|that|this|the same) (?:[a-z]+"
    rf" ){{0,2}}(?P<noun>{OCCASION})\b"
    rf"|\bin (?P<plural>speeches|remarks) (?:at|during|before|after|following) the (?:[a-z]+"
    rf" ){{0,2}}(?P<noun2>{OCCASION})\b",
    re.IGNORECASE,
)
# "ahead of the summit"
_NOT_THEN = re.compile(r"\b(?:ahead of|before|prior to|in advance of)\s(?:the|that|this)\b", re.IGNORECASE)
# "she met with reporters on", "in a speech on"
_REPORTING = re.compile(
    rf"\b(?:said|told|announced|stated|declared|wrote|tweeted|testified|spoke|speaking|warned|argued"
    rf"|called on|offered|unveiled|released"
    rf"|published|reported|insisted|urged|addressed|appeared|answered|met (?:with )?(?:the )?(?:reporters"
    rf"|journalists|press|media)|(?:{OCCASION})s?)\b",
    re.IGNORECASE,
)
_PLUPERFECT = re.compile(r"\bhad\s(?:\w+\s)?$", re.IGNORECASE)  # "she had then"
_DOCUMENT = re.compile(
    r"\b(?:reports?|statements?|letters?|stud(?:y|ies)|surveys?|polls?|audits?|reviews?|memos?|papers?|notes?"
    r"|filings?|lawsuits?|complaints?|articles?|documents?|e-?mails?|rulings?|indictments?|posts?)\b",
    re.IGNORECASE,
)
# "It was first published in May"
_IT_CAME_OUT = re.compile(
    r"^\W*(?:it|they|the \w+) (?:was|were) (?:first )?(?:published|released|issued|posted|sent|filed"
    r"|made public|dated|printed|unveiled|presented|written|conducted|carried out|compiled|obtained)\b",
    re.IGNORECASE,
)
# Words of today, whatever was said before.
_PRESENT = re.compile(
    r"\b(?:says?|tells?|argues?|warns?|insists?|adds?|notes?|believes?|thinks?)\b", re.IGNORECASE
)
_NOW = re.compile(r"\b(?:now|nowadays|currently|today|these days)\b", re.IGNORECASE)
_MAX_DAYS_AGO = 45  # before the last date of an article: a statement may be what it is about
# "She said it on Monday", "His remarks came on Monday"
_ABOUT_IT = re.compile(
    r"^\W*(?:he|she|they|it|the [a-z]+|mr\.? \w+|ms\.? \w+|[A-Z]\w+) (?:made|was speaking|were speaking"
    r"|spoke|(?:said|declared|announced"
    r"|stated|wrote|posted) (?:it|this|so|that)(?= (?:on|in|at|during|last|this)\b))"
    r"|^\W*(?:the|his|her|their|these|those) (?:comments?|remarks?|statements?|announcement|interview"
    r"|speech) (?:came|come|was|were|followed)\b",
    re.IGNORECASE,
)
_MAX_SENTENCE_CHARS = 1200  # that are looked at
_MAX_CHARS_TO_VERB = 90  # from a date to its reporting verb
# "said the man who fell on", "said before dawn", not "said before the grand jury"
_OTHER_EVENT = re.compile(
    r"\b(?:that|who|whom|which|when|where|after|because|as|since|how|why|if|to be"
    r"|before(?! (?:the|an?) (?:\w+ ){0,3}(?:council|committee|parliament|congress|court|panel|senate|house"
    r"|judge|jury|inquiry|commission|tribunal|board|assembly|grand jury)\b))\b|[:;,“\"]"
)
_PRONOUNS = frozenset({"he", "she", "they", "it", "i", "we"})


def occasion_date(
    text: str,
    sentences: Sequence[CharSpan],
    clause: CharSpan,
    content: Sequence[CharSpan],
    cue: CharSpan | None,
    source: CharSpan | None,
    timexes: Sequence[Timex],
    today: str | None,
) -> Timex | None:
    """The expression that dates the same occasion in a sentence near `clause`, the attribution's.

    today: the article's own date, EDTF. In order: the sentence behind it ("She spoke at a rally on Friday."),
    the sentence that introduces the occasion it refers back to ("at the news conference"), the attribution
    just before with the same source.
    """
    first = min([clause.start, *(span.start for span in content)])
    last = max([clause.end, *(span.end for span in content)])
    here = bisect_right(sentences, first, key=lambda sentence: sentence.start) - 1
    behind = bisect_right(sentences, last - 1, key=lambda sentence: sentence.start)
    document = source is not None and _DOCUMENT.search(source.of(text)) is not None
    for sentence in _clipped(sentences[behind : behind + 2]):
        words = sentence.of(text)
        if (_ABOUT_IT.search(words) or (document and _IT_CAME_OUT.search(words))) and (
            timex := _only_date(text, sentence, timexes)
        ):
            return timex
    lead = clause.of(text)
    if _NOT_THEN.search(lead[:60]):
        return None
    reference = _BACK_REFERENCE.search(lead)
    if reference is not None and not any(span.overlaps(_at(clause, reference)) for span in content):
        noun = (reference["noun"] or reference["noun2"]).lower()
        for sentence in reversed(
            _clipped(sentences[max(0, here - _MAX_SENTENCES_TO_OCCASION) : max(here, 0)])
        ):
            if re.search(rf"\b{noun}\b", sentence.of(text), re.IGNORECASE):
                if timex := _only_date(text, sentence, timexes):
                    return timex
    if source is None or (cue is not None and _PRESENT.search(cue.of(text))):
        return None
    if any(_NOW.search(text, *part) for part in _outside(clause, content)):
        return None
    found = _of_same_source(text, sentences, max(here, 0), source, timexes)
    if found is None or not _is_long_ago(found, today):
        return found
    # What was said long ago goes on in its own paragraph, and not to someone else.
    told = cue is not None and re.search(r"\btold\b", cue.of(text)) is not None
    return None if told or "\n" in text[found.span.end : clause.start] else found


def _outside(clause: CharSpan, content: Sequence[CharSpan]) -> list[tuple[int, int]]:
    """The parts of `clause` before and behind the content spans in it."""
    parts, start = [], clause.start
    for span in content:
        if span.overlaps(clause):
            parts.append((start, max(start, span.start)))
            start = max(start, span.end)
    return [*parts, (start, max(start, clause.end))]


def _is_long_ago(timex: Timex, today: str | None) -> bool:
    try:
        first, (now, _) = bounds(timex.edtf or "")[0], bounds(today or "")
    except ValueError:
        return False
    if first is None or now is None:
        return False
    return (date.fromisoformat(now) - date.fromisoformat(first)).days > _MAX_DAYS_AGO


def _clipped(sentences: Sequence[CharSpan]) -> list[CharSpan]:
    return [CharSpan(one.start, min(one.end, one.start + _MAX_SENTENCE_CHARS)) for one in sentences]


def _at(clause: CharSpan, match: re.Match[str]) -> CharSpan:
    return CharSpan(clause.start + match.start(), clause.start + match.end())


def _of_same_source(
    text: str, sentences: Sequence[CharSpan], here: int, source: CharSpan, timexes: Sequence[Timex]
) -> Timex | None:
    """The date of an attribution shortly before, whose speaker goes on: "X said Friday ... He said"."""
    words = re.findall(r"\w+", source.of(text))
    if not words:
        return None
    pronoun = words[-1].lower() in _PRONOUNS
    latest = ""  # of the events told in between
    for step, sentence in enumerate(reversed(_clipped(sentences[max(0, here - _MAX_SENTENCES_BACK) : here]))):
        body = sentence.of(text)
        named = words[-1] in body and re.search(rf"\b{re.escape(words[-1])}\b", body) is not None
        if named or (pronoun and step == 0):
            dates = [
                timex for timex in _dates(text, sentence, timexes) if is_reported_then(text, sentence, timex)
            ]
            if len(dates) == 1:
                return dates[0] if _last_day(dates[0]) >= latest else None
        if pronoun and not re.search(r"\b(?:he|she|they|it)\b", body, re.IGNORECASE):
            return None
        latest = max([latest, *(_last_day(timex) for timex in _dates(text, sentence, timexes))])
    return None


def _last_day(timex: Timex) -> str:
    return bounds(timex.edtf or "")[1] or ""


def is_reported_then(text: str, sentence: CharSpan, timex: Timex) -> bool:
    """Whether the expression dates a reporting verb of its sentence: "said Friday", "On Friday, X said"."""
    before = text[sentence.start : timex.span.start]
    if len(before.split()) <= 3 and _REPORTING.search(text, timex.span.end, sentence.end):
        return True
    near = before[-_MAX_CHARS_TO_VERB:]
    return any(
        not _OTHER_EVENT.search(near, verb.end()) and not _PLUPERFECT.search(near, 0, verb.start())
        for verb in _REPORTING.finditer(near)
    )


def _only_date(text: str, sentence: CharSpan, timexes: Sequence[Timex]) -> Timex | None:
    """The one resolved date of a sentence; None where several compete."""
    found = _dates(text, sentence, timexes)
    return found[0] if len(found) == 1 else None


def _dates(text: str, sentence: CharSpan, timexes: Sequence[Timex]) -> list[Timex]:
    """The resolved dates of a sentence that stand outside quotation marks."""
    start = bisect_right(timexes, sentence.start - 1, key=lambda timex: timex.span.start)
    found = []
    for timex in timexes[start:]:
        if timex.span.start >= sentence.end:
            break
        if timex.edtf is None or timex.type not in ("DATE", "TIME"):
            continue
        before = text[sentence.start : timex.span.start]
        if before.count('"') % 2 == 0 and before.count("“") <= before.count("”"):
            found.append(timex)
    return found
