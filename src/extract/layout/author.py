"""Who wrote an article, out of a byline or of what a page's head says: names, or nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_EDGES = " \t\r\n,;:|*-–—"
_LONGEST_BYLINE = 1000
_LONGEST = 80  # characters of one name
_MOST_WORDS = 8

_ADDRESS = re.compile(r"[^\s,;|]*(?:@|://|www\.)[^\s,;|]*")
_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|<[^<>]*>")
_BY = re.compile(
    r"(?:[a-z]+\s+)?(?:by\b|author(?:s|\(s\))?\s*:|byline\s*:)[\s:]*|(?:from|words)\s+",
    re.IGNORECASE,
)
_YOUNGER = re.compile(r",\s*((?:Jr|Sr|II|III|IV)\b\.?)", re.IGNORECASE)
_BETWEEN = re.compile(
    r"\s*[;|/•·]\s*|\s+(?:and|with|&)\s+(?:by\s+)?|\s+[-–—]\s+|,\s+(?:and|with|&)\s+|\n+", re.IGNORECASE
)
_PLACE = re.compile(r"\s(?:in|at|from|reporting)\s.*|,?\s+special\s+(?:to|for)\b.*", re.IGNORECASE)
_JOBS = (
    "writers?|reporters?|correspondents?|editors?|columnists?|journalists?|critics?|producers?|contributors?"
    "|contributing|staff|staffers?|bureau|desk|chief|newsroom|team|photographers?|sportswriters?|analysts?"
    "|intern|fellow"
)
_JOB = re.compile(rf"\b(?:{_JOBS})\b", re.IGNORECASE)
_JOB_BEFORE = re.compile(rf".*\b(?:{_JOBS})\s+(?=\S+\s+\S)", re.IGNORECASE)
# "Jane Doe Staff Writer", "Jane Doe Chief Political Correspondent".
_JOB_AT_END = re.compile(
    r"(?P<name>\S+(?:\s+\S+){1,2}?)\s+(?:(?:staff|chief|senior|special|political|business|foreign|sports?"
    r"|education|health|environment|science|diplomatic|economics|deputy|city|national)\s+)+"
    rf"(?:\S+\s+)?(?:{_JOBS})",
    re.IGNORECASE,
)
_LOWER = frozenset(
    "of the for to and de da di du del della la le las los van von der den ten ter bin ibn al el y e dos st"
    " zu zur af av y i".split()
)
# Names of nobody: what programs, forms and desks put where an author's name belongs.
_NOBODY = frozenset(
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
    """The names in a byline or in what a page calls its author, joined by "; "; None when there are none.

    Names stay as they are written. Jobs, places, addresses and dates are left out, and so is what names
    nobody ("Staff", "admin") or is no name at all, such as a sentence.
    """
    if byline is None or len(byline) > _LONGEST_BYLINE:
        return None
    said = _ADDRESS.sub(" ", byline).strip(_EDGES)
    if said.startswith("(") and said.endswith(")"):
        said = said[1:-1]  # "doe@example.org (Jane Doe)"
    plain = _behind_by(_YOUNGER.sub(r" \1", _ASIDE.sub(" ", said).strip(_EDGES)))
    plain = plain.partition(" | ")[0]  # "Jane Doe | Nairobi", "Jane Doe | The Norvik Times"
    return joined(name for part in _BETWEEN.split(plain) for name in _listed(_behind_by(part)))


def author_of_names(names: Iterable[str]) -> str | None:
    """Names as databases list them, joined by "; ", each as a newspaper prints it.

    "Doe, Jane" is Jane Doe, "Roe, Max, Jr." is Max Roe Jr.
    """
    return joined(name for one in names if (name := _name(_turned(one))))


def _behind_by(text: str) -> str:
    begun = _BY.match(text)
    return text[begun.end() :] if begun else text


def joined(names: Iterable[str]) -> str | None:
    """The names, each once, as one string with "; " between them; None when there are none."""
    return "; ".join(dict.fromkeys(names)) or None


def _turned(name: str) -> str:
    last, *others = (part.strip() for part in name.strip(" \t\r\n,;").split(",", 2))
    first, younger = others[:1], others[1:]
    return " ".join([*first, last, *younger])


def _listed(text: str) -> Iterator[str]:
    """Yield the names between commas; not jobs, papers and places behind a name."""
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
    """`text` without a job or a place behind it, when it can be the name of a person or an organization."""
    if len(text) > _LONGEST_BYLINE:
        return None
    plain = " ".join(_PLACE.sub("", text).split()).strip(_EDGES)
    if match := _JOB_AT_END.fullmatch(plain):
        plain = match["name"]
    elif match := _JOB_BEFORE.match(plain):
        plain = plain[match.end() :]
    words = plain.split()
    if not words or len(plain) > _LONGEST or len(words) > _MOST_WORDS:
        return None
    if any(character.isdigit() for character in plain) or plain[-1] in "!?…" or _JOB.search(plain):
        return None
    folded = [word.strip(".,:").lower() for word in words]
    if _NOBODY.issuperset(folded) or _PLATFORMS.issuperset(folded):
        return None
    return plain if all(map(_fits_name, words)) and not _LOWER.issuperset(words) else None


def _fits_name(word: str) -> bool:
    """Whether it begins like a name, or may stand within one."""
    letters = [character for character in word if character.isalpha()]
    apart = {"'", "’"}.intersection(word[:3])  # d'Artagnan, O’Brien
    return bool(letters) and (not letters[0].islower() or word in _LOWER or bool(apart))
