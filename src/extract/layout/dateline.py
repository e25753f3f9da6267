"""Datelines: find place, date and agency at the head of an article."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.layout.spans import CharSpan

_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tues?|Wed|Thur?s?|Fri|Sat|Sun)\b\.?"
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?:19|20)\d\d"
_CALENDAR_DATE = (
    rf"(?:{_MONTH} ?{_DAY}\b(?:,? {_YEAR}\b)?"
    rf"|{_DAY},? (?:of )?{_MONTH}(?:,? {_YEAR}\b)?"
    rf"|{_DAY}-{_MONTH}-{_YEAR}\b"
    rf"|{_YEAR}-\d\d-\d\d\b|{_YEAR}/\d\d/\d\d\b|\d{{1,2}}[/.-]\d{{1,2}}[/.-]{_YEAR}\b)"
)
DATE = rf"(?:(?:{_WEEKDAY})(?:,? {_CALENDAR_DATE})?|{_CALENDAR_DATE})"
FULL_DATE = (
    rf"(?:(?:{_WEEKDAY}),? )?(?:{_MONTH} {_DAY},? {_YEAR}|{_DAY}[ -](?:of )?{_MONTH}(?:,? |-){_YEAR}"
    rf"|{_YEAR}[-/]\d\d[-/]\d\d|\d{{1,2}}[/.-]\d{{1,2}}[/.-]{_YEAR})\b"
)

_CAPS = r"(?:[A-Z][A-Z'’.-]+[A-Z.]|ST\.|MT\.|FT\.)"
_CAPS_PLACE = rf"{_CAPS}(?:(?: |/| and | AND ){_CAPS}){{0,4}}"
_NAME = r"(?:[A-Z][\w'’-]*[a-z][\w'’-]*|(?:St|Mt|Ft)\.)"
_NAME_PLACE = rf"{_NAME}(?:[ /-](?:(?:de|la|del|al|el|es|upon|of) )?{_NAME}){{0,3}}"
_NOT_A_DAY = rf"(?!(?:{_WEEKDAY}|{_MONTH})\b)"
_REGION = (
    rf"(?:, ?{_NOT_A_DAY}(?:[A-Z][\w'’-]*|(?:[A-Z]\.){{1,3}})"
    r"(?:[ .](?:and |of )?[A-Z][\w'’-]*){0,3}\.?){0,2}"
)
_AGENCIES = (
    r"(?:AP|AFP|Reuters|REUTERS|Xinhua|UPI|dpa|DPA|TASS|Itar-Tass|ITAR-TASS|Interfax|RIA Novosti|Sputnik|ANSA"
    r"|EFE|Kyodo|Jiji|Yonhap|Bernama|Antara|PTI|ANI|IANS|UNI|APP|BSS|IRNA|KUNA|WAM|SPA|MENA|Anadolu|AA|NAN"
    r"|PANA|CNN|BBC|Bloomberg|Dow Jones|CP|PA|AAP|STA|PAP|CTK|MTI|Tanjug|Hina|BTA|NYT|Business Wire"
    r"|BUSINESS WIRE|PRNewswire|GLOBE NEWSWIRE|Marketwired)"
)
_IN_BRACKETS = r"(?:(?![RDI]\b|[^()]*:)[A-Z][\w&.,'’/ -]{1,40}?|dpa)"
_DASH = r"(?: ?(?:--+|—|–|―|_)| -(?= ))"
_SEPARATOR = rf"(?:{_DASH}|(?<=\))\.?-(?=[ \-])| ?:)"
_CLOCK = r"(?: / \d{1,2}:\d\d ?(?:[ap]\.?m\.?)?(?: [A-Z]{2,4})?)?"  # "Dec. 24, 2025 / 14:20 pm (CNB).-"
_STATE = rf"(?:{_NAME_PLACE}\.?|(?:[A-Z]\.)+)"
_CAPITAL = r"(?= ?[A-Z“\"‘«])"
_END = r"(?=\s|$|[A-Z“\"‘'«`])"
_CAPS_HEAD = rf"{_NOT_A_DAY}(?P<place>{_CAPS_PLACE}{_REGION})"
_NAME_HEAD = rf"{_NOT_A_DAY}(?P<place>{_NAME_PLACE}{_REGION})"
_ANY_HEAD = rf"{_NOT_A_DAY}(?P<place>{_CAPS_PLACE}{_REGION}|{_NAME_PLACE}{_REGION})"
_DATED = rf"(?:,? (?P<date>{DATE}){_CLOCK})?[.,]?(?: |--)?"
_BRACKETS = r"\( ?(?P<agency>{})(?: - (?P<date2>{}))? ?\)"

# Most specific first; matched at the start of the paragraph; all with groups `place` and `date`.
_HEAD_PATTERNS = (
    # "MOSCOW, April 6. /TASS/.", "NEW YORK, Jan. 5, 2016 /PRNewswire/ --"
    re.compile(rf"{_ANY_HEAD}{_DATED}/(?P<agency>[A-Z][\w&.,' -]{{1,30}})/(?:{_SEPARATOR}|\.)?{_END}"),
    # "SINGAPORE (May 6, 2021) --"
    re.compile(rf"{_ANY_HEAD} \((?P<date>{DATE})\){_SEPARATOR}?{_END}"),
    # "AMHERST, N.Y. (AP) --", "NAIROBI, August 21 (Xinhua) --", "TORONTO--(Marketwired - Jan 5, 2016) - "
    re.compile(rf"{_CAPS_HEAD}{_DATED}{_BRACKETS.format(_IN_BRACKETS, DATE)}(?:{_SEPARATOR}|\.){_END}"),
    # "Nairobi, August 21 (Xinhua) --"
    re.compile(rf"{_NAME_HEAD}{_DATED}{_BRACKETS.format(_AGENCIES, DATE)}(?:{_SEPARATOR}|\.){_END}"),
    # "(Beirut, June 3, 2016) - "
    re.compile(rf"\({_ANY_HEAD}, (?P<date>{DATE})\){_SEPARATOR}?{_END}"),
    # "Abuja, 5 May 2015 - ", "LONDON, May 5:"
    re.compile(rf"{_ANY_HEAD},? (?P<date>{DATE})\.?{_SEPARATOR}{_END}"),
    # "MOSCOW, April 6. The"
    re.compile(rf"{_CAPS_HEAD},? (?P<date>{_CALENDAR_DATE})\.(?= [A-Z“\"‘«])"),
    # "NAIROBI - May 7, 2015 - The", "NAIROBI: May 7, 2015: The", "NAIROBI | 7 May 2015 | The"
    re.compile(
        rf"\[?{_ANY_HEAD}\]?(?:{_DASH}| ?[:|]|(?<=\])) ?(?P<date>{FULL_DATE})(?:{_SEPARATOR}| ?\|){_END}"
    ),
    # "PARIS - ", "KABUL, Afghanistan - ", "NEWARK, N.J. _"
    re.compile(rf"{_CAPS_HEAD}(?P<date>(?!))?{_DASH}{_END}"),
    # "Taipei, Taiwan -- The"
    re.compile(rf"{_NOT_A_DAY}(?P<place>{_NAME_PLACE}, {_STATE})(?P<date>(?!))? ?(?:--+|—|–){_CAPITAL}"),
    # "May 7, 2015 - The", "May 7, 2015 (Nairobi) - The"
    re.compile(
        rf"(?P<date>{FULL_DATE})(?: \((?P<place>{_CAPS_PLACE}{_REGION}|{_NAME_PLACE}{_REGION})\))?"
        rf"{_SEPARATOR}{_END}"
    ),
    # "7 May 2015, NAIROBI - The", "Thursday, 7 May 2015 | Nairobi: The"
    re.compile(
        rf"(?P<date>{FULL_DATE})(?:,|{_DASH}| ?\|) "
        rf"{_NOT_A_DAY}(?P<place>{_CAPS_PLACE}{_REGION}|{_NAME_PLACE}){_SEPARATOR}{_END}"
    ),
    # "(7 May 2015) The"
    re.compile(rf"(?P<place>(?!))?\((?P<date>{FULL_DATE})\){_SEPARATOR}?(?=\s+[A-Z“\"‘«]|\s*$)"),
    # "Thursday, May 7, 2015 On Tuesday, the"
    re.compile(rf"(?P<place>(?!))?(?P<date>{FULL_DATE})(?=\s+(?:[A-Z][\w'’.-]*[ ,]|[“\"‘«]))"),
)
# "Nairobi — The"
_CITY_DASH = re.compile(rf"{_NOT_A_DAY}(?P<place>{_NAME_PLACE}) (?:--+|—|–)(?= [A-Z“\"‘«])")
_SECOND_DASH = re.compile(r" (?:--+|—|–|-) ")  # " – ", " -- "
_NO_PLACES = frozenset(
    "NATO FIFA UEFA UNESCO UNICEF OPEC NASA ASEAN UPDATE BREAKING NOTE LETTERS OPINION ANALYSIS EXCLUSIVE"
    " WATCH CORRECTION VIDEO PHOTOS REVIEW PREVIEW FACTBOX EXPLAINER COMMENT EDITORIAL SUMMARY LEAD RESEARCH"
    " WHO WHAT WHEN WHERE WHY BACKGROUND QUESTION ANSWER MODERATOR STOCKS FOREX TOP LIVE TODAY".split()
)

_TIME = (
    r"(?:,? ?(?:at |\| ?|- )?\d{1,2}[:.]? ?\d{0,2} ?(?:[ap]\.?m\.?|[AP]\.?M\.?|hrs|GMT)?"
    r"(?: ?\(?[A-Z]{2,4}\)?)?\.?)"
)
_LABEL = (
    r"(?:(?:(?:first |last |originally )?(?:published|updated|posted|modified|issued|released|created)"
    r"|(?:issue |publication |release )?date|today)(?: on| at)?:? ?)"
)
# "Published on April 6, 2017 10:22 GMT", "NAIROBI, Thursday, April 6"
_DATE_LINE = re.compile(
    rf"(?i:{_LABEL})?"
    rf"(?:{_NOT_A_DAY}(?P<place>{_CAPS_PLACE}{_REGION}(?=,? )|{_NAME_PLACE}{_REGION}(?=, )),? )?"
    rf"(?P<date>{DATE}){_TIME}?(?: ?\| ?.{{0,40}})?\.?"
)
_NAMES = r"[A-Z][\w.'’&-]*(?: [A-Z][\w.'’&-]*){0,3}"
# "News | April 6, 2017", "April 6, 2017 | Nairobi", "Press release, 6 April 2017", "10:22 | 6/4/2017"
_PARTED_DATE_LINE = re.compile(
    rf"(?P<place>(?!))?(?:(?i:(?:press|news|media) (?:release|statement))(?:,| ?[|•·–—-]| on| dated) "
    rf"|(?:{_NAMES}|\d\d?[:.]\d\d) ?[|•·] |\()?(?P<date>{FULL_DATE}){_TIME}?\)?"
    rf"(?: ?[|•·/] ?{_NAMES}(?: ?[|•·/,] ?{_NAMES})?| [–—-] {_NAMES}| in {_NAMES})?\.?"
)
# Every date has one of these; looking for them first saves a long search in most lines: "6", "Thu"
_HINT_OF_DATE = re.compile(r"\d|Mon|Tue|Wed|Thu|Fri|Sat|Sun")
# "Updated: 10:22 GMT, April 6, 2017"
_CLOCK_DATE_LINE = re.compile(rf"(?i:{_LABEL}){_TIME}[ ,]*(?P<place>(?!))?(?P<date>{DATE})\.?")
_MAX_DATELINE_CHARS = 160
# Every dateline has one of these; looking for them first saves eleven searches in most paragraphs: "(", " - "
_HINT_OF_DATELINE = re.compile(r"[—–―_/(\d]|--| - ?")
_MAX_CHARS_TO_HINT = 100
_END_OF_HEAD = re.compile(r"(?:[—–―_/:)-]|[/)]\.)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """Place, date and agency at the head of an article; each is None where it is missing.

    span: the whole dateline with its separator. date: inside `span`, or on a line of its own elsewhere.
    """

    span: CharSpan
    place: CharSpan | None
    date: CharSpan | None
    agency: CharSpan | None


def dateline_at_head(text: str, paragraph: CharSpan) -> Dateline | None:
    """The dateline at the beginning of `paragraph`; None without one."""
    end = min(paragraph.end, paragraph.start + _MAX_DATELINE_CHARS)
    if not _HINT_OF_DATELINE.search(text, paragraph.start, min(end, paragraph.start + _MAX_CHARS_TO_HINT)):
        return None
    for pattern in _HEAD_PATTERNS:
        if match := pattern.match(text, paragraph.start, end):
            return None if _is_no_place(match) else _dateline(match)
    match = _CITY_DASH.match(text, paragraph.start, end)
    # "Rivera – Chair of the board – said" has a second dash: an apposition, no dateline.
    if match and not _SECOND_DASH.search(text, match.end(), end):
        return _dateline(match)
    return None


def dateline_on_its_own(text: str, paragraph: CharSpan) -> Dateline | None:
    """The dateline that is the whole of `paragraph`; None when it is anything else."""
    if not 2 < len(paragraph) <= _MAX_DATELINE_CHARS:
        return None
    if _HINT_OF_DATE.search(text, paragraph.start, paragraph.end):
        for pattern in (_DATE_LINE, _CLOCK_DATE_LINE, _PARTED_DATE_LINE):
            if match := pattern.fullmatch(text, paragraph.start, paragraph.end):
                return _dateline(match)
    if not _END_OF_HEAD.search(text, paragraph.end - 2, paragraph.end):
        return None
    found = dateline_at_head(text, paragraph)
    return found if found and found.span.end == paragraph.end else None


def _is_no_place(match: re.Match[str]) -> bool:
    place = match["place"]
    return place is not None and place.split()[0].strip(".,") in _NO_PLACES


def _dateline(match: re.Match[str]) -> Dateline:
    groups = match.re.groupindex

    def span(*names: str) -> CharSpan | None:
        for name in names:
            if name in groups and match[name] is not None:
                return CharSpan(*match.span(name))
        return None

    return Dateline(
        span=CharSpan(*match.span()),
        place=span("place"),
        date=span("date", "date2"),
        agency=span("agency"),
    )
