"""What a file says about its article besides the text: title, day of publication, publisher, author."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from extract.errors import ArticleError, InputError
from extract.readers.decode import decode
from extract.readers.kinds import stem_of

SIDECAR_SUFFIX = ".meta.json"
_LONGEST_DATE = 200  # characters: more is an article in the wrong field, which takes minutes to look through
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
_JSON_NAMES = {list: "array", str: "string", int: "number", float: "number"}
_IN_WORDS = re.compile(
    r"(?=.*\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b)(?=.*\b(?:1[89]|20)\d\d\b)(?=.*\b\d{1,2}\b)",
    re.IGNORECASE | re.DOTALL,
)
_TIME = re.compile(r"[T ]\d\d:\d\d.*", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """published: EDTF, a day, month or year. author: several are joined by "; "."""

    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    author: str | None = None


def parse_published(value: str) -> str:
    """The EDTF of `2017-04-06`, `2017-04`, `2017`, or the day of `2017-04-06T12:00:00Z` as written.

    A day with its month in words is read too ("April 6, 2017", "Thu, 06 Apr 2017 10:22:00 GMT"). Raises
    ArticleError for anything else: `04/06/2017`, which may be two days, and days that no calendar has.
    """
    text = value.strip()
    match = _DATE.match(text)
    rest = text[match.end() :] if match else text
    if match and (not rest or (match[3] and _TIME.fullmatch(rest))):
        year, month, day = (int(part or 1) for part in match.groups())
        try:
            date(year, month, day)
        except ValueError as error:
            raise ArticleError(f"'published' is {_beginning(value)}: {error}; write YYYY-MM-DD") from error
        return match[0]
    if in_words := _day_in_words(text):
        return in_words
    raise ArticleError(f"'published' is {_beginning(value)}; write YYYY-MM-DD, YYYY-MM, YYYY or null")


def published_option(value: str) -> str:
    """The EDTF of the date of publication that a user gives. Raises InputError when it is none."""
    try:
        return parse_published(value)
    except ArticleError as error:
        advice = "write YYYY-MM-DD, YYYY-MM, YYYY, or the month in words"
        raise InputError(f"published is {value!r}: {advice}") from error


def _day_in_words(text: str) -> str | None:
    """The ISO day of a full English date with a month in words; never relative to today."""
    if len(text) > _LONGEST_DATE or not _IN_WORDS.match(text):
        return None
    # Takes a third of a second to load: not before a file needs it.
    import dateparser

    found = dateparser.parse(
        text, languages=["en"], settings={"PARSERS": ["absolute-time"], "STRICT_PARSING": True}
    )
    return found.date().isoformat() if found else None


def parse_metadata(fields: Mapping[str, object]) -> Metadata:
    """Title, published, publisher and author of `fields`; other keys are ignored, blanks are None.

    An author may be an array too, of names or of objects with a `name`, as pages and other programs state
    them, or a number, as databases do; those without a name are left out. Raises ArticleError when one is no
    string, or `published` no date.
    """
    published = _text(fields, "published")
    return Metadata(
        title=_text(fields, "title"),
        published=None if published is None else parse_published(published),
        publisher=_text(fields, "publisher"),
        author=_author(fields.get("author")),
    )


def parse_sidecar(data: bytes, name: str) -> Metadata:
    """The metadata that the file `name` beside an article holds.

    Raises ArticleError when it cannot be read as such.
    """
    try:
        return parse_metadata(parse_object(decode(data)))
    except ArticleError as error:
        raise ArticleError(f"{name} beside it: {error}") from error


def sidecar_name(name: str) -> str:
    """The name of the file beside the article `name` that holds its metadata."""
    return stem_of(name) + SIDECAR_SUFFIX


def parse_object(text: str | bytes) -> dict[str, object]:
    """The JSON object that `text` holds. Raises ArticleError when it holds none."""
    try:
        value = json.loads(text, parse_constant=lambda _: None)  # NaN, which programs write for null
    except (ValueError, RecursionError) as error:
        raise ArticleError(f"not JSON: {error}") from error
    if not isinstance(value, dict):
        raise ArticleError(f"a JSON {_JSON_NAMES.get(type(value), 'value')}, not an object in braces")
    return value


def check_unicode(value: str, what: str) -> str:
    """`value`, when it can be written as UTF-8.

    Raises ArticleError for half a surrogate pair, which JSON can write and no text can hold.
    """
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise ArticleError(
            f"{what} holds half a surrogate pair at {error.start}; export it again as UTF-8"
        ) from error
    return value


def _author(value: object) -> str | None:
    several = isinstance(value, Iterable) and not isinstance(value, str | bytes | Mapping)
    names = [_author_name(one) for one in (value if several else [value])]  # type: ignore[attr-defined]
    return "; ".join(dict.fromkeys(name for name in names if name)) or None


def _author_name(value: object) -> str | None:
    found = value.get("name", value) if isinstance(value, Mapping) else value
    if found is None:
        return None
    if isinstance(found, float) and found.is_integer():
        found = int(found)
    if isinstance(found, int) and not isinstance(found, bool):
        return str(found)
    if not isinstance(found, str):
        raise ArticleError(f"'author' is {_beginning(value)}; write a string, an array of strings or null")
    return " ".join(check_unicode(found, "'author'").split())


def _text(fields: Mapping[str, object], key: str) -> str | None:
    value = fields.get(key)
    if value is None:
        return None
    if not isinstance(value, str):
        raise ArticleError(f"{key!r} is {_beginning(value)}; write a string or null")
    return check_unicode(value, repr(key)).strip() or None


def _beginning(value: object) -> str:
    return f"{value!r:.200}"
