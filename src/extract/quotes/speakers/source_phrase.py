"""Source phrases: the words to which a quote is attributed, completed by what belongs to them."""

from __future__ import annotations

import re

from extract.lexicon.person_nouns import is_person_noun
from extract.lexicon.tokens import NAME_PHRASE, WORD
from extract.lexicon.words import HONORIFICS
from extract.quotes.article_index import ArticleIndex
from extract.quotes.speakers.title_phrases import prenominal
from extract.spans import CharSpan

_LEADING_RELATIVE = re.compile(r"(?:who|whom|whose|which|that)\b", re.IGNORECASE)
PASSIVE = re.compile(r"(?:is|was|are|were|be|been|has been|have been|had been)\b")  # "was feared that"
_PRONOUN_BEFORE = re.compile(r"(?:^|[\s“\"‘(])(?P<pronoun>[Hh]e|[Ss]he|[Tt]hey)\s+$")  # "she"
_UNFINISHED = re.compile(r"\b(?:of|the|for|at|and|by|to)$")
# "“A senior official, who said no"
_OPENING_PHRASE = re.compile(r"[\"“‘'\s]*((?:[Aa]n?|[Tt]he|[A-Z][\w’'-]*|[Oo]ne)(?:\s+[\w’'-]+){0,11}),?\s*")
# "Norvik Bank on Monday morning"
_LAST_DATE = re.compile(
    r"\s+(?:on\s+)?(?:today|yesterday|tonight|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:this|last|next)\s+(?:week|month|year))"
    r"(?:\s+(?:morning|afternoon|evening|night))?[\s,]*$"
)
# What stands between a name and its apposition, and behind that: " (NYSE: ABC), " and ",".
_APPOSITION_GAP = re.compile(r"(?:\s*\([^()]{1,60}\))?,\s+$")
_APPOSITION_END = re.compile(r"(?<=,)|\s*,")  # "Norvik Bank, a lender , said"
_MAX_GAP_CHARS = 80
_QUOTATION_BEFORE = re.compile(r"[,.!?][\"”’»]+\s+(?:\w+ly\s+)?$")  # "We won,” proudly"
# "announced the city council."
_SUBJECT_BEHIND = re.compile(
    rf"\s+(?P<who>(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Aa]n?)\s+(?:[\w’'-]+\s+){{0,5}}?[\w’'-]+|{NAME_PHRASE})\s*(?=[.,;:\n]|$)"
)
_INDEFINITE = re.compile(r"(?:an?|one of)\s", re.IGNORECASE)  # "a maker of tools"
_EMPTY = frozenset(["", "the", "a", "an", "its", "his", "her", "their", "and", "of", "by"])
# "rose and later"
_AND_CUE = re.compile(r"\b(?:and|but|then|also)\s+(?:\w+ly\s+|also\s+|then\s+|later\s+)?$")


def completed_source(index: ArticleIndex, source: CharSpan | None, cue: CharSpan | None) -> CharSpan | None:
    """The source with what belongs to it: the name behind "its chairman,", the noun that "who" means,
    the subject of a cue that goes on with "and said"."""
    text = index.text
    if source is not None and source.of(text).strip(" ,.:").lower() in _EMPTY:
        source = None
    if source is None:
        if cue is None:
            return None
        if _AND_CUE.search(text, index.sentence(cue.start).start, cue.start):
            return _named_before(index, cue.start)
        if PASSIVE.match(cue.of(text)):
            return None
        return _subject_of(index, cue) or _behind_quotation(index, cue)
    source = _whole(index, source)
    if relative := _LEADING_RELATIVE.match(text, source.start, source.end):
        person = _person_before(index, source.start) if relative[0].lower().startswith("who") else None
        return person or _named_before(index, source.start) or _phrase_before(index, source.start) or source
    if named := _named_in_front(index, source):
        return CharSpan(named.start, source.end)
    if text[source.end - 1] == "," and not index.people_in(source):
        behind = CharSpan(source.end, min(len(text), source.end + 60))
        after = index.people_in(behind)
        if after and not text[source.end : after[0][0].span.start].strip():
            return CharSpan(source.start, after[0][0].span.end)
    return source


def _subject_of(index: ArticleIndex, cue: CharSpan) -> CharSpan | None:
    """The name or pronoun right before an active cue."""
    before = CharSpan(max(0, cue.start - 60), cue.start)
    if found := _PRONOUN_BEFORE.search(index.text, before.start, before.end):
        return CharSpan(*found.span("pronoun"))
    named = index.people_in(before) + index.organizations_in(before)
    behind = (mention.span for mention, _ in named if index.text[mention.span.end : cue.start].isspace())
    return max(behind, default=None)


def _behind_quotation(index: ArticleIndex, cue: CharSpan) -> CharSpan | None:
    """The subject of a cue that follows a quotation and ends its clause: `," announced the university.`"""
    text = index.text
    opening = index.sentence(cue.start).start
    if not _QUOTATION_BEFORE.search(text, max(opening - 2, cue.start - _MAX_GAP_CHARS, 0), cue.start):
        return None
    found = _SUBJECT_BEHIND.match(text, cue.end)
    return CharSpan(*found.span("who")) if found else None


def _whole(index: ArticleIndex, source: CharSpan) -> CharSpan:
    """The source without a date at its end, and with the whole of a name that it cuts or stops short of."""
    text = index.text
    if found := _LAST_DATE.search(source.of(text)):
        source = CharSpan(source.start, source.start + found.start())
    around = CharSpan(max(0, source.start - 60), min(len(text), source.end + 60))
    named = [m.span for m, _ in index.people_in(around) + index.organizations_in(around)]
    start = min([source.start, *(n.start for n in named if n.start < source.start < n.end)])
    end = max([source.end, *(n.end for n in named if n.start < source.end < n.end)])
    if _UNFINISHED.search(text[start:end]):
        for name in sorted(n for n in named if n.start >= end):
            if text[end : name.start].strip():
                break
            end = name.end
    last = WORD.findall(text[start:end])[-1:]
    if last and (last[0].lower().rstrip(".") in HONORIFICS or is_person_noun(last[0])):
        behind = index.people_in(CharSpan(end, min(len(text), end + 60)))
        if behind and not text[end : behind[0][0].span.start].strip():
            end = behind[0][0].span.end
    return CharSpan(start, end)


def _phrase_before(index: ArticleIndex, at: int) -> CharSpan | None:
    """The short phrase that opens the sentence before "who" or "which"."""
    sentence = index.sentence(at)
    found = _OPENING_PHRASE.fullmatch(index.text, sentence.start, max(sentence.start, at))
    return CharSpan(*found.span(1)) if found else None


def _named_before(index: ArticleIndex, at: int) -> CharSpan | None:
    """The name that the sentence holds before `at`, outside the words of others: its subject. A party or
    place in the title of a person ("Labour MP NAME") is none."""
    before = CharSpan(min(index.sentence(at).start, at), at)
    people = [m.span for m, _ in index.people_in(before) if not index.is_quoted(m.span)]
    titles = [title for person in people if (title := prenominal(index, person)) is not None]
    bodies = [m.span for m, _ in index.organizations_in(before) if not index.is_quoted(m.span)]
    bodies = [span for span in bodies if not any(title.holds(span) for title in titles)]
    return min(people + bodies, default=None)


def _person_before(index: ArticleIndex, at: int) -> CharSpan | None:
    """The person that "who" at `at` means: the one named right before it, else the first of the sentence."""
    before = CharSpan(min(index.sentence(at).start, at), at)
    people = [m.span for m, _ in index.people_in(before) if not index.is_quoted(m.span)]
    beside = (span for span in people if not index.text[span.end : at].strip(" ,—–-"))
    return next(beside, min(people, default=None))


def _named_in_front(index: ArticleIndex, source: CharSpan) -> CharSpan | None:
    """The name that a source is the apposition of: "NAME (NYSE: ABC), a maker of tools," is one source."""
    text = index.text
    if not _INDEFINITE.match(text, source.start, source.end):
        return None
    gap = _APPOSITION_GAP.search(text, max(0, source.start - _MAX_GAP_CHARS), source.start)
    if gap is None or not _APPOSITION_END.match(text, source.end):
        return None
    before = CharSpan(max(0, gap.start() - _MAX_GAP_CHARS), gap.start())
    named = index.people_in(before) + index.organizations_in(before)
    spans = (mention.span for mention, _ in named if mention.span.end == gap.start())
    return min(spans, default=None)
