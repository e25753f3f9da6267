"""Signatures and lead-ins: the line beside a quotation that names who said it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.lexicon.person_nouns import is_person_noun
from extract.lexicon.tokens import fold
from extract.lexicon.words import HONORIFICS, PERSON_NOUNS
from extract.spans import CharSpan

_MAX_CHARS = 200
_MAX_CHARS_WITHOUT_DASH = 120
_MAX_NAME_WORDS = 9  # of a name with what stands in front of it
_SMALL = frozenset(
    "de da di du del della la le van von der den bin ibn al el of the for and on to in at & y".split()
)
_WORD = re.compile(r"[^\s,;:()\[\]\"“”]+")  # "O’Brien-Holt, MP"
_LETTERS = re.compile(r"[^\W\d_][\w.'’-]*")  # "St."
_HANDLE = re.compile(r"\(@\w{1,30}\)")  # "Jane Roe (@janeroe)"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
# "Jane Roe, May 3, 2019", "Jane Roe (1972)"
_DATE_AT_END = re.compile(
    rf"[\s,(\[]*(?:\b(?:{_MONTH}\s\d{{1,2}}(?:,?\s\d{{4}})?|\d{{1,2}}\s{_MONTH}(?:,?\s\d{{4}})?|{_MONTH}\s\d{{4}}"
    r"|\d{1,2}/\d{1,2}/\d{2,4}|(?:1[5-9]|20)\d\d))[)\]]?\s*$"
)
_CITATION_AT_END = re.compile(r"\s*\[[^\[\]]{1,120}\]\s*$")  # "Jane Roe [12]"
_REPORTING = re.compile(
    r"\b(?:said|says|told|tells|asked|asks|added|adds|wrote|writes|announced|stated|noted|insisted|warned"
    r"|replied|explained|argued|declared|claimed|continued|concluded|admitted|denied|reports|was|were|is|are"
    r"|has|have|had|will|would|can|could|did|does)\b"
)
_NO_NAME = re.compile(
    r"(?:by|with|from|additional|compiled|edited|reporting|reported|staff|sources?|photos?|image|file|read|see"
    r"|associated press|reuters|click|more|sign up|subscribe|ends?|note|updated?|in|on|at|after|before|for"
    r"|but|and|so|this|that|these|those|then|now|today|yesterday|recently|within|says|said|asked|wait|contact"
    r"|statement|we|he|she|it|they|i|you|there|here|if|when|while|as|a|an|our|what|how|why)\b",
    re.IGNORECASE,
)
_DAY = re.compile(rf"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|{_MONTH})$")  # "Monday", "Sept."
_PLACE = re.compile(r"[A-Z]{2}|[A-Z][a-z]{1,4}\.")  # of "Springfield, IL"
# "Jane Roe, chair of the board", "Jane Roe (chair)", "Jane Roe – Chair"
_TITLE = re.compile(
    r"(?:\s*\([A-Z]-[^()]{1,16}\))?,\s+(?P<comma>\S.*)|\s*\((?P<bracket>[^()]{2,120})\)(?=\s*(?:$|[-–—]))"
    r"|\s+[-–—]+\s+(?P<dash>[A-Z].*)"
)
# "a mayor who resigned"
_CLAUSE = re.compile(r"\b(?:[a-z]{2,}ed|put|cast|chairs|leads|to|following|writing)\b")
_APART = re.compile(r"\s[-–—]+\s|[.!?]\s+[a-z]")  # "Roe – mayor", "Roe. he left"
_WHO = re.compile(r",?\s(?:who|which|that|whose)\b")  # "Jane Roe, who left"
# "from Jane Roe on the strike"
_ABOUT = re.compile(
    r"\s(?:on|regarding|about|concerning|after|following|announcing|to|writing|in response)\s"
)
# "Statement from Jane Roe", "By Jane Roe"
_FROM = re.compile(
    r"(?:(?:(?:A|The)\s)?(?P<kind>(?:[Ss]tatement|[Mm]essage|[Qq]uote|[Cc]omments?|[Rr]emarks|[Ww]ords?)\s))?"
    r"(?:[Ff]rom|[Bb]y|(?(kind)of|from))\s+"
)
_FIRST_NAMES = frozenset("dean prince king duke major bishop earl judge pope guy chase star host".split())
_CAPITALIZED_RUN = re.compile(r"\b[A-Z][\w'’-]{1,30}(?: [A-Z][\w'’.-]{1,30}){1,2}\b")  # "Jane B. Roe"
_ABBREVIATED_END = re.compile(r"(?:\b[A-Z]|\b(?:Jr|Sr|Inc|Co|Corp|Ltd))\.$")  # "Norvik Inc.", "Ada B."
_AFFILIATION = re.compile(r"[A-Z](?!-[A-Z])")  # no "R-Ohio"
_PLAIN = frozenset("mr mrs ms miss mx dr sir dame lord lady".split())


@dataclass(frozen=True, slots=True)
class Signer:
    """The one who signs. source: the name, or the description where there is none. title: the words beside it
    that say who it is."""

    source: CharSpan
    title: CharSpan | None


def read_signature(text: str, span: CharSpan, *, dash: bool = True, bracket: bool = False) -> Signer | None:
    """The signer that a line names, without the dash in front; None where it is no signature.

    dash: whether a dash stood in front. A line without one, or in brackets, must give the signer's role.
    """
    if not 2 <= len(span) <= (_MAX_CHARS if dash else _MAX_CHARS_WITHOUT_DASH):
        return None
    handle = _HANDLE.search(text, span.start, span.end)
    span = _without_tail(text, span, handle)
    line = span.of(text)
    if (
        not line
        or not (line[0].isupper() or line[0] == "@")
        or _NO_NAME.match(line)
        or _REPORTING.search(line)
    ):
        return None
    head, rest = _split(text, span)
    words = _WORD.findall(head.of(text))
    if not words or len(words) > _MAX_NAME_WORDS or _DAY.match(words[0]):
        return None
    title = rest if rest is not None and _has_role(rest.of(text)) else None
    if not _is_name(words):
        described = handle is not None or (dash and is_person_noun(words[0]))
        return Signer(head, rest) if described else None
    if rest is not None and title is None and _PLACE.fullmatch(rest.of(text)):
        return None
    source, before = _without_titles(text, head)
    if not dash and (title is None or not _is_plain(text, span, words, title, bracket=bracket)):
        return None
    if len(words) < 2 and title is None and handle is None:
        return None
    if words[0] == "The" and before is None and title is None:
        return None
    return Signer(source, title or before or _affiliation(text, rest))


def _is_plain(text: str, span: CharSpan, words: list[str], title: CharSpan, *, bracket: bool) -> bool:
    """Whether a line without a dash holds no more than name and role, and no sentence."""
    stopped = not bracket and text[span.end : span.end + 1] == "."
    return (
        1 < len(words) <= _MAX_NAME_WORDS
        and not stopped
        and _CLAUSE.search(title.of(text)) is None
        and (":" not in span.of(text) and len(_WORD.findall(title.of(text))) <= 2 * _MAX_NAME_WORDS)
    )


def read_lead_in(text: str, span: CharSpan, known: frozenset[str]) -> Signer | None:
    """The one whose words a line ending in a colon announces: "From the Chair of the Board:".

    known: names of two words that the article writes more than once, as "First Last".
    """
    line = span.of(text)
    if (
        len(line) > _MAX_CHARS_WITHOUT_DASH
        or not line.endswith(":")
        or _REPORTING.search(line)
        or _APART.search(line)
    ):
        return None
    start = span.start
    end = span.start + len(line[:-1].rstrip())
    lead = _FROM.match(text, start, end)
    start = lead.end() if lead else start
    if lead and (about := _ABOUT.search(text, start, end)):
        end = about.start()
    if who := _WHO.search(text, start, end):
        end = who.start()
    head, rest = _split(text, CharSpan(start, end))
    words = _WORD.findall(head.of(text))
    if not words or len(words) > _MAX_NAME_WORDS:
        return None
    title = rest if rest is not None and _has_role(rest.of(text)) else None
    name = _is_name(words) and words[0] not in ("The", "A", "An")
    source, before = _without_titles(text, head) if name else (head, None)
    if lead:
        own = words[0][0].isupper() or words[0] == "the"
        sound = own and (title or before or lead["kind"] or _has_role(head.of(text)))
        return Signer(source, title or before) if sound else None
    if title and (len(words) < 2 or _CLAUSE.search(title.of(text))):
        return None
    sound = name and (title or before or (len(words) in (2, 3) and f"{words[0]} {words[-1]}" in known))
    if not sound or _NO_NAME.match(line):
        return None
    return Signer(source, title or before)


def known_names(text: str) -> frozenset[str]:
    """Names, as "First Last", that a text writes more than once: two or three capitalized words in a row."""
    seen: set[str] = set()
    twice: set[str] = set()
    for found in _CAPITALIZED_RUN.finditer(text):
        words = found[0].split()
        name = f"{words[0]} {words[-1]}"
        (twice if name in seen else seen).add(name)
    return frozenset(twice)


def _without_tail(text: str, span: CharSpan, handle: re.Match[str] | None) -> CharSpan:
    """Without handle, date, citation and full stop."""
    end = handle.start() if handle else span.end
    for pattern in (_CITATION_AT_END, _DATE_AT_END):
        if found := pattern.search(text, max(span.start, end - 140), end):
            end = found.start()
    bare = text[span.start : end].rstrip(' \t\n\u00a0,;*_"”')
    if bare.endswith(".") and not _ABBREVIATED_END.search(bare):
        bare = bare[:-1]
    return CharSpan(span.start, span.start + len(bare))


def _split(text: str, span: CharSpan) -> tuple[CharSpan, CharSpan | None]:
    """The name and what follows its comma, dash or bracket."""
    found = _TITLE.search(text, span.start, span.end)
    if found is None:
        return span, None
    group = found.lastgroup or "comma"
    if group == "comma" and re.match(r"(?:Jr|Sr|II|III|M\.?D|Ph\.?D)\b", found[group]):
        later = _TITLE.search(text, found.start(group), span.end)
        return (span, None) if later is None else (
            CharSpan(span.start, later.start()), CharSpan(*later.span(later.lastgroup or "comma"))
        )  # fmt: skip
    return CharSpan(span.start, found.start()), CharSpan(*found.span(group))


def _is_name(words: list[str]) -> bool:
    return all(word[0].isupper() or word.lower() in _SMALL or word[0] == "@" for word in words)


def _has_role(phrase: str) -> bool:
    return any(
        is_person_noun(word.rstrip(".")) or word.lower() in PERSON_NOUNS for word in _LETTERS.findall(phrase)
    )


def _affiliation(text: str, rest: CharSpan | None) -> CharSpan | None:
    """What follows a name where it is no role: a company in brackets, but no clause."""
    return rest if rest is not None and _AFFILIATION.match(text, rest.start, rest.end) else None


def _without_titles(text: str, head: CharSpan) -> tuple[CharSpan, CharSpan | None]:
    """The name and the title in front of it; honorifics such as "Dr." are no title."""
    words = list(_WORD.finditer(text, head.start, head.end))
    for number in range(len(words) - 2, -1, -1):
        word = fold(words[number][0])
        if word not in HONORIFICS and word not in PERSON_NOUNS:
            continue
        following = words[number + 1]
        if following[0] in _SMALL or (word in _FIRST_NAMES and number == 0):
            break
        plain = all(fold(found[0]) in _PLAIN for found in words[: number + 1])
        title = None if plain else CharSpan(head.start, words[number].end())
        return CharSpan(following.start(), head.end), title
    return head, None
