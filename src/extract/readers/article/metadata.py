"""What a file says about its article besides the text: title, day of publication, publisher, author."""

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
    """published: EDTF, a day, month or year. author: several are joined by "; "."""

    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    author: str | None = None


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
