"""Dates in an attribution that are those of its words: "said on Tuesday", "in a letter sent on May 3"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from extract.quotes.said.occasion import OCCASION
from extract.spans import CharSpan
from extract.timex.timex import Timex

_MAX_CHARS_TO_CUE = 140  # from the expression that dates it

# What takes place or is published with words in it, so that its date is theirs.
_DOCUMENT = (
    r"memoir|book|essay|article|column|paper|study|audit|survey|poll|review|note|filing|lawsuit|complaint|blog"
    r"|video|podcast|ruling|opinion|call|comment|remark|editorial|analysis|assessment|bulletin|dispatch|tape"
)
_EVENT = (
    r"talk|game|match|race|win|victory|loss|defeat|draw|visit|vote|verdict|tour|trip|show|service|funeral"
    r"|campaign|dinner|lunch|breakfast|practice|training|court|trial|arraignment|programme|program|broadcast"
    r"|inauguration"
)
# "in two interviews"
_HAS_WORDS = re.compile(rf"\b(?:{OCCASION}|{_DOCUMENT}|{_EVENT})(?:s|es)?\b", re.IGNORECASE)
# "Monday’s open letter", "a 2017 audit"
_NAMED_BY_DATE = re.compile(
    rf"(?:['’]s)?\s(?:[\w’-]+\s){{0,3}}?(?:{OCCASION}|{_DOCUMENT})(?:s|es)?\b", re.IGNORECASE
)

# What may not stand between a cue and its date: another event's clause.
_OTHER_CLAUSE = re.compile(
    r"\b(?:who|whom|whose|which|that|because|although|though|if|since|until|before|whether|where|but|how"
    r"|why|what)\b"
    r"|[;:]|,\s(?:and|or)\b|\s[–—]\s|--",
    re.IGNORECASE,
)
# "said, a day after", "said he came to meet her"
_OTHER_AFTER = re.compile(
    r",\s(?!on\b|in\b|at\b|during\b|late\b|early\b)|\band\b|\b(?:after|following)\b|\bwhen\b|\bas\b"
    r"|\bto\s(?!the\b|an?\b|his\b|her\b|its\b|their\b|[a-z]*[^\Ws]s\b)(?-i:[a-z]+\b)",
    re.IGNORECASE,
)
# "was arrested in Oslo on"
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
# "a report, which was released on Monday"
_CAME_OUT = re.compile(
    rf",\s(?:which|that)\s(?:was|were|has been|had been)\s(?:{_PUBLICATION.pattern})[^,]*$"
)
_COMMA_OF_PUBLICATION = re.compile(rf",\s(?={_PUBLICATION.pattern}[^,]*$)")  # "In a book, published on"
_WORD_BEHIND = re.compile(r"\s\w+")  # " said"
_OPEN_RELATIVE = re.compile(r",\s(?:who|which|whose|where)\b[^,]*$")  # "Roe, who left on"
_RELATIVE = re.compile(r",\s(?:who|which)\b[^,]*,")  # ", who left early,"
_BESIDE_CUE = re.compile(r"\W*(?:\w+ly\s|also\s|has\s|have\s)*")  # " has repeatedly "
# "said after the long meeting on", "when asked"
_AFTER_OCCASION = re.compile(
    rf"\b(?:after|following)\b(?:\s(?!and\b)[\w’-]+){{0,5}}?\s(?:{OCCASION}|{_EVENT})s?\b|\bwhen asked\b",
    re.IGNORECASE,
)
# ", the mayor of Oslo, on" behind a name
_APPOSITION = re.compile(r"^,\s(?:the|an?|her|his|its|their|\d\d)\b[^,;:]{0,80},")
# "in Springfield, Illinois, on"
_REGION = re.compile(r",\s[A-Z][\w.]+(?:\s[A-Z][\w.]+)?(?=,?\s(?:on|in|at|late|early|last)\b)")

# "But On Monday", "Speaking to us"
_OPENINGS = re.compile(
    r"\W*(?:(?:But|And|However|Still|Then|Meanwhile),?\s)?(?:On|In|At|During|After|Following|Speaking|Late|Early"
    r"|Earlier|When|While|As|Back|Between|Over)\b"
)
# "Asked by reporters on Monday"
_ASKED = re.compile(
    r"\W*(?:When |While )?(?:asked|questioned|pressed|speaking|writing|responding|replying|testifying"
    r"|appearing|interviewed|contacted|reached)(?:\s(?!about\b|of\b|whether\b|if\b|how\b|why\b|what\b)\w+){0,5}\s",
    re.IGNORECASE,
)
# The topic of what follows, not its time: "Of the 2014 crash, ...", "For 2018, ...".
_TOPIC = re.compile(
    r"\W*(?:But |And )?(?:Of|About|Regarding|Concerning|For|By|Until|Till|Despite|Under|Unlike|Like|Given"
    r"|Because of|As for|As of|Besides)\b"
)
_AFTERWARDS = re.compile(r"\W*(?:But |And )?(?:After|Following|Since)\b")  # "But After the crash"
# "On the"
_DETERMINED = re.compile(r"\bOn (?:the|an?|his|her|its|their|that|this) $", re.IGNORECASE)


def attribution_dates(
    text: str,
    clause: CharSpan,
    content: Sequence[CharSpan],
    head: CharSpan,
    source: CharSpan | None,
    timexes: Sequence[Timex],
) -> list[Timex]:
    """The resolved expressions of `clause` that may date the words, the nearest to `head` first.

    clause: the attribution's sentence. head: the cue, else the source.
    """
    fitting = [
        timex
        for timex in timexes_in(timexes, clause)
        if timex.type in ("DATE", "TIME")
        and timex.edtf is not None
        and not any(span.overlaps(timex.span) for span in content)
        and _dates_the_cue(text, clause, content, head, source, timex)
    ]
    return sorted(fitting, key=lambda timex: timex.span.distance(head))


def timexes_in(timexes: Sequence[Timex], clause: CharSpan) -> list[Timex]:
    """Those of `timexes`, which ascend, that begin in `clause`."""
    start = bisect_right(timexes, clause.start - 1, key=lambda timex: timex.span.start)
    found = []
    for timex in timexes[start:]:
        if timex.span.start >= clause.end:
            break
        found.append(timex)
    return found


def text_without(text: str, span: CharSpan, content: Sequence[CharSpan]) -> str:
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
        if _PUBLICATION.search(text[source.start : span.start]):
            return True
        return (
            _NAMED_BY_DATE.match(text, span.end, source.end) is not None
        )  # "a 2017 audit", "Monday's letter"
    if span.start >= cue.end:
        return _follows(text, content, cue, source, span)
    if source is not None and source.end <= span.start and source.end - clause.start < _MAX_CHARS_TO_CUE:
        verb = text[source.end : span.start]  # "May said this week that ... and suggested that ..."
        if len(verb.split()) <= 4 and _WORD_BEHIND.match(verb) and not _OTHER_CLAUSE.search(verb):
            return True
    return _precedes(text, clause, content, cue, span)


def _follows(
    text: str, content: Sequence[CharSpan], cue: CharSpan, source: CharSpan | None, span: CharSpan
) -> bool:
    if any(cue.end <= one.start and one.end <= span.start for one in content):
        return False  # what follows the content is no longer the attribution
    between = text_without(text, CharSpan(cue.end, span.start), content)
    if source is not None and cue.end <= source.start and source.end <= span.start:
        behind = text[source.end : span.start]  # said Rivera, the mayor, on Tuesday
        between = text[cue.end : source.start] + _APPOSITION.sub(" ", behind)
    between = _AFTER_OCCASION.sub("", _REGION.sub("", between))
    if len(between) > _MAX_CHARS_TO_CUE or _OTHER_CLAUSE.search(between):
        return False
    if _PUBLICATION.search(between):
        return True
    return not _OTHER_AFTER.search(between) and not _OTHER_EVENT.search(between)


def _precedes(
    text: str, clause: CharSpan, content: Sequence[CharSpan], cue: CharSpan, span: CharSpan
) -> bool:
    """A date in front of the cue: it opens the sentence ("On Tuesday, ..."), or stands beside the cue."""
    between = text_without(text, CharSpan(span.end, cue.start), content)
    before = text_without(text, CharSpan(clause.start, span.start), content)
    if _OPEN_RELATIVE.search(before):
        return _CAME_OUT.search(before) is not None and len(between) <= 3 + len(", ")
    if any(span.end <= one.start and one.end <= cue.start for one in content):
        return False
    if _BESIDE_CUE.fullmatch(between):
        return True  # "the ministry on Friday said"
    if _ASKED.fullmatch(before):
        return True  # "Asked on Monday whether ..."
    if _is_topic(before, between):
        return False
    if _OTHER_CLAUSE.search(_RELATIVE.sub(",", between)):
        return False
    if not _opens(before):
        if re.search(r"\bthat\b", before):
            return False  # the content of another cue
        return (
            not re.search(r",", between)
            and len(between) <= _MAX_CHARS_TO_CUE
            and not _OTHER_EVENT.search(before)
        )
    return len(between) <= 2 * _MAX_CHARS_TO_CUE


def _is_topic(before: str, between: str) -> bool:
    """Whether the date belongs to what the words are about, or to what came before them."""
    phrase = between.partition(",")[0]
    if _TOPIC.match(before):
        return True
    if _AFTERWARDS.match(before):  # after a crash they may be said on any day, after a match the same
        return not _HAS_WORDS.search(before + phrase) and re.match(r"Since\b", before.strip()) is None
    return _DETERMINED.search(before) is not None and not _HAS_WORDS.search(phrase)


def _opens(before: str) -> bool:
    """Whether what stands before leaves the date at the head of the sentence, alone or in a phrase."""
    words = before.split()
    if len(words) <= 3:
        return True
    rest = _COMMA_OF_PUBLICATION.sub(" ", before).removesuffix(", ")
    return _OPENINGS.match(before) is not None and len(words) <= 14 and "," not in rest
