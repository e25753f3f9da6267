"""Author names: parse them from a byline, or from the author that a page or a database states.

`byline.py` recognizes bylines among the paragraphs of a text; this module reads the names in them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_EDGES = " \t\r\n,;:|*-–—"
_MAX_BYLINE_CHARS = 1000
_MAX_NAME_CHARS = 80
_MAX_NAME_WORDS = 8

_ADDRESS = re.compile(r"[^\s,;|]*(?:@|://|www\.)[^\s,;|]*")  # "jane@example.org", "https://example.org/jane"
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|<[^<>]*>")  # "(in Nairobi)", "<jane>"
# "Story by ", "Authors: ", "Byline: ", "words "
_BYLINE_LEAD = re.compile(
    r"(?:[a-z]+\s+)?(?:by\b|author(?:s|\(s\))?\s*:|byline\s*:)[\s:]*|(?:from|words)\s+",
    re.IGNORECASE,
)
_GENERATION = re.compile(r",\s*((?:Jr|Sr|II|III|IV)\b\.?)", re.IGNORECASE)
# "; ", " and by ", " – ", ", with "
_SEPARATOR = re.compile(
    r"\s*[;|/•·]\s*|\s+(?:and|with|&)\s+(?:by\s+)?|\s+[-–—]\s+|,\s+(?:and|with|&)\s+|\n+", re.IGNORECASE
)
# " in Nairobi", ", special to the Norvik Times"
_PLACE = re.compile(r"\s(?:in|at|from|reporting)\s.*|,?\s+special\s+(?:to|for)\b.*", re.IGNORECASE)
_JOBS = (
    "writers?|reporters?|correspondents?|editors?|columnists?|journalists?|critics?|producers?|contributors?"
    "|contributing|staff|staffers?|bureau|desk|chief|newsroom|team|photographers?|sportswriters?|analysts?"
    "|intern|fellow"
)
_JOB = re.compile(rf"\b(?:{_JOBS})\b", re.IGNORECASE)
_JOB_BEFORE = re.compile(rf".*\b(?:{_JOBS})\s+(?=\S+\s+\S)", re.IGNORECASE)  # "Staff writer Jane Doe"
# "Jane Doe Staff Writer", "Jane Doe Chief Political Correspondent"
_JOB_AT_END = re.compile(
    r"(?P<name>\S+(?:\s+\S+){1,2}?)\s+(?:(?:staff|chief|senior|special|political|business|foreign|sports?"
    r"|education|health|environment|science|diplomatic|economics|deputy|city|national)\s+)+"
    rf"(?:\S+\s+)?(?:{_JOBS})",
    re.IGNORECASE,
)
_PARTICLES = frozenset(
    "of the for to and de da di du del della la le las los van von der den ten ter bin ibn al el y e dos st"
    " zu zur af av y i".split()
)
# What programs, forms and desks write in place of an author's name.
_NO_NAMES = frozenset(
    "a account admin administrator an anon anonymous article author authors board by byline contributed"
    " contributing contributor contributors correspondent correspondents desk digital editor editorial"
    " editors from guest hide home moderator more n/a na new news newsroom no none null online our own"
    " post posted press read release report reporter reporters reports root service share sign site"
    " special sponsored staff submit subscribe subscriber team test the undefined unknown updated user"
    " various view web webdesk webmaster website wire wires wordpress writer writers".split()
)
_PLATFORMS = frozenset(
    "facebook twitter x instagram linkedin youtube whatsapp email pinterest reddit".split()
)


def author_of(byline: str | None) -> str | None:
    """Parse the names in a byline or an author field, joined by "; "; None when there are none.

    Names stay as written. Jobs, places, addresses and dates are left out, and so is what names nobody
    ("Staff", "admin") or is no name, such as a sentence.
    """
    if byline is None or len(byline) > _MAX_BYLINE_CHARS:
        return None
    said = _ADDRESS.sub(" ", byline).strip(_EDGES)
    if said.startswith("(") and said.endswith(")"):
        said = said[1:-1]  # "doe@example.org (Jane Doe)"
    plain = _without_lead(_GENERATION.sub(r" \1", _BRACKETS.sub(" ", said).strip(_EDGES)))
    plain = plain.partition(" | ")[0]  # "Jane Doe | Nairobi", "Jane Doe | The Norvik Times"
    return join_names(
        name for part in _SEPARATOR.split(plain) for name in _names_between_commas(_without_lead(part))
    )


def author_of_names(names: Iterable[str]) -> str | None:
    """Parse names as databases list them, joined by "; "; None when there are none.

    "Doe, Jane" becomes "Jane Doe", "Roe, Max, Jr." becomes "Max Roe Jr."
    """
    return join_names(name for one in names if (name := _name(_first_name_first(one))))


def _without_lead(text: str) -> str:
    begun = _BYLINE_LEAD.match(text)
    return text[begun.end() :] if begun else text


def join_names(names: Iterable[str]) -> str | None:
    """Join names with "; ", each once; None when there are none."""
    return "; ".join(dict.fromkeys(names)) or None


def _first_name_first(name: str) -> str:
    last, *others = (part.strip() for part in name.strip(" \t\r\n,;").split(",", 2))
    first, generation = others[:1], others[1:]
    return " ".join([*first, last, *generation])


def _names_between_commas(text: str) -> Iterator[str]:
    """Yield the names between commas, without the jobs, papers and places behind a name."""
    parts = [part.strip() for part in text.split(",")]
    if len(parts) == 2 and all(part and " " not in part for part in parts):
        parts = [f"{parts[1]} {parts[0]}"]
    first = parts[0]
    for number, part in enumerate(parts):
        if number and (
            " " not in part or part.isupper() != first.isupper() or part.lower().startswith("the ")
        ):
            continue
        if name := _name(part):
            yield name


def _name(text: str) -> str | None:
    """The name in `text`, without a job or a place behind it; None when it can be no name."""
    if len(text) > _MAX_BYLINE_CHARS:
        return None
    plain = " ".join(_PLACE.sub("", text).split()).strip(_EDGES)
    if match := _JOB_AT_END.fullmatch(plain):
        plain = match["name"]
    elif match := _JOB_BEFORE.match(plain):
        plain = plain[match.end() :]
    words = plain.split()
    if not words or len(plain) > _MAX_NAME_CHARS or len(words) > _MAX_NAME_WORDS:
        return None
    if any(character.isdigit() for character in plain) or plain[-1] in "!?…" or _JOB.search(plain):
        return None
    folded = [word.strip(".,:").lower() for word in words]
    if _NO_NAMES.issuperset(folded) or _PLATFORMS.issuperset(folded):
        return None
    return plain if all(map(_fits_name, words)) and not _PARTICLES.issuperset(words) else None


def _fits_name(word: str) -> bool:
    """Whether a word can begin a name or stand inside one."""
    letters = [character for character in word if character.isalpha()]
    apart = {"'", "’"}.intersection(word[:3])  # d'Artagnan, O’Brien
    return bool(letters) and (not letters[0].islower() or word in _PARTICLES or bool(apart))
