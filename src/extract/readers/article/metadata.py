"""Metadata of an article: title, date of publication, publisher and author, from keys or a metadata file."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from extract.errors import ArticleError
from extract.readers.storage.encoding import decode
from extract.readers.storage.kinds import stem_of
from extract.timex.publication import (
    parse_published,
)

SIDECAR_SUFFIX = ".meta.json"
_JSON_NAMES = {list: "array", str: "string", int: "number", float: "number"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """The metadata of one article.

    published: EDTF, a day, month or year. author: several are joined by "; ".
    """

    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    author: str | None = None


def parse_metadata(fields: Mapping[str, object]) -> Metadata:
    """Read the keys title, published, publisher and author; other keys are ignored, blank values are None.

    An author may also be a number, as in databases, or an array of names or of objects with a `name`, as in
    web pages; objects without a name are left out. Raises ArticleError for a value that is not a string, and
    for a `published` that is not a date.
    """
    published = _text(fields, "published")
    return Metadata(
        title=_text(fields, "title"),
        published=None if published is None else parse_published(published),
        publisher=_text(fields, "publisher"),
        author=_author(fields.get("author")),
    )


def parse_sidecar(data: bytes, name: str) -> Metadata:
    """Parse the metadata file `name` of an article. Raises ArticleError when it is not valid."""
    try:
        return parse_metadata(parse_object(decode(data)))
    except ArticleError as error:
        raise ArticleError(f"its metadata file {name}: {error}") from error


def sidecar_name(name: str) -> str:
    """The name of the metadata file of the article `name`: "a.meta.json" for "a.txt"."""
    return stem_of(name) + SIDECAR_SUFFIX


def parse_object(text: str | bytes) -> dict[str, object]:
    """Parse a JSON object. Raises ArticleError for anything else."""
    try:
        value = json.loads(text, parse_constant=lambda _: None)  # NaN, which some programs write for null
    except (ValueError, RecursionError) as error:
        raise ArticleError(f"not valid JSON: {error}") from error
    if not isinstance(value, dict):
        raise ArticleError(f"a JSON {_JSON_NAMES.get(type(value), 'value')}, not an object in braces")
    return value


def check_unicode(value: str, what: str) -> str:
    """`value`, unchanged. what: its name in messages.

    Raises ArticleError for an unpaired surrogate, which JSON can escape and UTF-8 cannot encode.
    """
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise ArticleError(
            f"{what} has an unpaired surrogate at {error.start}; export it again as UTF-8"
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
