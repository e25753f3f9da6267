"""Read articles from RIS files, an export format of ProQuest and other databases."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from extract.errors import ArticleError
from extract.layout.author_names import author_of_names
from extract.readers.article.document import Contents, Document, day_in_header
from extract.readers.storage.encoding import decode

_START = re.compile(r"^TY  - ?", re.MULTILINE)
_END = re.compile(r"^ER  - ?", re.MULTILINE)
_TEXTS = ("notes_abstract", "abstract", "notes")
_TITLES = ("title", "primary_title")
_OUTLETS = ("secondary_title", "journal_name", "alternate_title3", "alternate_title2")
_DATES = ("date", "year", "publication_year")


def read_ris(data: bytes, limit: int) -> Contents:
    """The articles between the tags TY and ER; the text is the longest of notes and abstracts."""
    text = decode(data).replace("\r\n", "\n").replace("\r", "\n")
    starts = [match.start() for match in _START.finditer(text)]
    if not starts:
        raise ArticleError("no line 'TY  - '; this is not a RIS file, or it is damaged")
    return [_record(text[start:end]) for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]


def _record(text: str) -> Document | ArticleError:
    import rispy

    if not _END.search(text):
        return ArticleError(
            "the record does not end with 'ER  - '; the file is damaged here: export it again"
        )
    try:
        [record] = rispy.loads(text, implementation=_lines_kept())
    except Exception as error:
        return ArticleError(f"this record is not valid RIS ({error!r}); export it again")
    body = max((_joined(record.get(key)) for key in _TEXTS), key=len)
    if not body:
        return ArticleError("it has no text in the fields N2, AB and N1; export it again with full text")
    return Document(
        text=body,
        id=_first(record, ["accession_number"]),
        title=_first(record, _TITLES),
        publisher=_first(record, _OUTLETS),
        published=day_in_header(_first(record, _DATES)),
        author=author_of_names(_authors(record)),
    )


def _lines_kept() -> Any:
    """A parser that keeps the paragraphs of a field; the library's own joins lines with spaces."""
    from rispy import RisParser

    class Parser(RisParser):  # type: ignore[misc]
        def _add_single_value(
            self, record: dict[str, Any], name: str, value: Any, is_multi: bool = False
        ) -> None:
            if is_multi and isinstance(record.get(name), str) and isinstance(value, str):
                record[name] += f"\n{value}"
            else:
                super()._add_single_value(record, name, value, is_multi)

    return Parser


def _authors(record: Mapping[str, Any]) -> Sequence[str]:
    found = record.get("authors") or record.get("first_authors") or []
    return [name for name in found if isinstance(name, str) and name.strip()]


def _first(record: Mapping[str, Any], keys: Sequence[str]) -> str | None:
    for key in keys:
        if (value := _joined(record.get(key))) != "":
            return value
    return None


def _joined(value: Any) -> str:
    parts = value if isinstance(value, list) else [value]
    text = "\n".join(part for part in parts if isinstance(part, str))
    return "\n\n".join(line.strip() for line in text.split("\n") if line.strip())
