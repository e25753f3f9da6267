"""Read articles from the text exports of ProQuest."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extract.errors import ArticleError
from extract.layout.author_names import author_of_names
from extract.readers.article.document import Document, day_in_header

_RULE = re.compile(r"_{20,}")
_NAMES = (
    "Abstract|Author|Business indexing term|Classification|Company / organization|Copyright"
    "|Country of publication|Credit|DOI|Database|Dateline|Document feature|Document type|Document URL|ISBN"
    "|ISSN|Identifier / keyword|Issue|Language of publication|Last updated|Links|Location|NAICS"
    "|Number of pages|Pages|People|Place of publication|ProQuest document ID|Product name|Publication date"
    "|Publication info|Publication subject|Publication title|Publication year|Publisher|Section"
    "|Source attribution|Source type|Subject|Subject Term|Title"
    "|Volume|Word count|e-ISSN|First page|Column|Full text"
)
_FIELD = re.compile(rf"(?P<name>{_NAMES}): ?(?P<value>.*)")  # "Publication title: The Norvik Times"
_TEXT = "Full text"
# "Document 1 of 20", "Full text: The council met."
_BEGIN = re.compile(r"Document \d+ of \d+|(?:Full text|ProQuest document ID):.*")


def proquest_lines(lines: Sequence[str]) -> Sequence[Document | ArticleError] | None:
    """The articles between lines of underscores; None where it is not an export of ProQuest."""
    rules = [number for number, line in enumerate(lines) if _RULE.fullmatch(line)]
    if not rules or not any(
        line.startswith(("ProQuest document ID:", "Publication title:")) for line in lines
    ):
        return None
    bounds = [-1, *rules, len(lines)]
    found: list[Document | ArticleError] = []
    for start, end in pairwise(bounds):
        part = [line for line in lines[start + 1 : end] if line]
        if any(_BEGIN.fullmatch(line) for line in part):
            found.append(_document(part, cut=end == len(lines)))
    return found or None


def _document(lines: Sequence[str], *, cut: bool) -> Document | ArticleError:
    """The article of a part. cut: whether the line of underscores that ends every article is missing."""
    names = [match["name"] if (match := _FIELD.fullmatch(line)) else None for line in lines]
    if _TEXT not in names:
        return ArticleError("it has no field 'Full text:'; export it again with full text")
    start = names.index(_TEXT)
    end = _end_of_text(names, start + 1)
    if cut and "Title" not in names[end:] and "Publication title" not in names[end:]:
        return ArticleError("the file ends inside this article; export it again")
    fields: dict[str, str] = {}
    for line in (*lines[:start], *lines[end:]):
        if match := _FIELD.fullmatch(line):
            fields.setdefault(match["name"], match["value"].strip())
    first = lines[start].removeprefix(f"{_TEXT}:").strip()
    text = "\n\n".join(line for line in (first, *lines[start + 1 : end]) if line)
    if not text or text.rstrip(".").lower() == "not available":
        return ArticleError(
            "its full text is not in the export; remove it, or export it again with full text"
        )
    outlet = fields.get("Publication title", "").partition(";")[0].strip()
    return Document(
        text=text,
        id=fields.get("ProQuest document ID") or None,
        title=fields.get("Title") or None,
        publisher=outlet or None,
        published=day_in_header(fields.get("Publication date") or fields.get("Publication year")),
        author=author_of_names(fields.get("Author", "").rstrip(". ").split(";")),
    )


def _end_of_text(names: Sequence[str | None], start: int) -> int:
    """The number of the line where the fields below the text begin: the first of two fields in a row.

    A single line like a field may belong to the text.
    """
    for number in range(start, len(names)):
        if names[number] and (number + 1 == len(names) or names[number + 1]):
            return number
    return len(names)
