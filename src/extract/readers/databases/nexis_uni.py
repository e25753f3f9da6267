"""Read articles from exports of Nexis Uni (.docx, .rtf)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.errors import ArticleError
from extract.layout.author_names import author_of
from extract.readers.article.document import Document, day_in_header

_END = re.compile(r"End of Document", re.IGNORECASE)
_BODY = re.compile(r"Body", re.IGNORECASE)
# "Load-Date: April 6, 2017", "Byline: Jane Doe"
_MARK = re.compile(r"(?:Load-Date|Length|Copyright|Section|Byline)\b.*", re.IGNORECASE)
# "Length: 540 words", "Copyright 2017 The Norvik Times"
_FIELD = re.compile(
    r"(?P<name>Section|Length|Byline|Dateline|Highlight|Series|Type|Correction-Date|Copyright)"
    r"(?:: ?| (?=\d{4} ))(?P<value>.*)",
    re.IGNORECASE,
)
# "Classification", "Load-Date: April 6, 2017"
_AFTER_BODY = re.compile(
    r"(?:Classification|Graphic|Notes|Correction)|(?:Load-Date|Language|Publication-Type|Journal Code): ?.*",
    re.IGNORECASE,
)
# "April 6, 2017 Thursday", "Thursday, 6 April 2017, 10:22 GMT"
_DATE = re.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
    r"(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?(?: \d{1,2},?)? \d{4}"
    r"|\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*,? \d{4})\b"
    r"(?:,? (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)?(?:,? \d{1,2}:\d\d.*)?(?:,? [A-Z].{0,60})?"
)
# "April 6, 2017", "6 April 2017"
_DAY = re.compile(r"[A-Z][a-z]*\.?(?: \d{1,2},?)? \d{4}|\d{1,2} [A-Z][a-z]*,? \d{4}")


def nexis_lines(lines: Sequence[str]) -> Sequence[Document | ArticleError] | None:
    """The articles that end with lines "End of Document"; None where it is not an export of Nexis Uni."""
    ends = [number for number, line in enumerate(lines) if _END.fullmatch(line)]
    bodies = sum(_BODY.fullmatch(line) is not None for line in lines)
    if not bodies or not (ends or any(line.lower().startswith("load-date:") for line in lines)):
        return None
    starts = [0, *(end + 1 for end in ends)]
    found = [_document(lines[start:end]) for start, end in zip(starts, ends, strict=False)]
    rest = [line for line in lines[starts[-1] :] if line]
    if any(_BODY.fullmatch(line) or _MARK.fullmatch(line) for line in rest):
        found.append(
            ArticleError("the file ends inside this article, before 'End of Document'; export it again")
        )
    return found or None


def _document(lines: Sequence[str]) -> Document | ArticleError:
    body = next((number for number, line in enumerate(lines) if _BODY.fullmatch(line)), None)
    if body is None:
        return ArticleError("it has no line 'Body'; export it again with full text")
    head = [line for line in lines[:body] if line]
    fields = {match["name"].lower(): match["value"] for line in head if (match := _FIELD.fullmatch(line))}
    date = _date_line(head)
    day = _DAY.search(head[date]) if date is not None else None
    text = _text(lines[body + 1 :])
    if not text:
        return ArticleError("it has no text below the line 'Body'; export it again with full text")
    return Document(
        text=text,
        title=head[date - 2] if date is not None else next(iter(head), None),
        publisher=head[date - 1] if date is not None else None,
        published=day_in_header(day[0]) if day else None,
        author=author_of(fields.get("byline")),
    )


def _date_line(head: Sequence[str]) -> int | None:
    """The number of the line with the day of publication: below title and outlet, above all fields."""
    for number, line in enumerate(head):
        if number >= 2 and _DATE.fullmatch(line):
            return number
    return None


def _text(lines: Sequence[str]) -> str:
    end = next((number for number, line in enumerate(lines) if _AFTER_BODY.fullmatch(line)), len(lines))
    return "\n\n".join(line for line in lines[:end] if line)
