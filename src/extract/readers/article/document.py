"""Documents: an article's text with the metadata that its own file states, and the article made of both."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from extract.article import Article
from extract.errors import ArticleError
from extract.readers.article.metadata import Metadata, check_unicode
from extract.timex.publication import PublicationHints, parse_published, with_publication


def check_text(text: str) -> str:
    """`text`, unchanged. Raises ArticleError when it is blank or binary."""
    if not text.strip():
        raise ArticleError("there is no text in it")
    if "\0" in text:
        raise ArticleError(f"NUL character at {text.index(chr(0))}; the text is binary or damaged")
    return text


# "2017/04/06/", "2017 Apr 6"
_NUMERIC_DAY = re.compile(r"(\d{4})[/ .-](\d{1,2}|[A-Z][a-z]{2})[/ .-](\d{1,2})\b.*", re.DOTALL)
_MONTH_AND_YEAR = re.compile(r"([A-Z][a-z]{2})[a-z]*\.?,? (\d{4})")  # "April 2017", "Sept., 2017"
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")  # "Spring 2017"


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """The text and metadata of one article, as its file states them.

    id: that of a database. published: EDTF. author: several are joined by "; ".
    """

    text: str
    id: str | None = None
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    author: str | None = None

    def as_row(self) -> Mapping[str, object]:
        """The document as a row of a table with the default columns."""
        return asdict(self)


# The one article of a file, or those of an export in order; an error stands for one that cannot be read.
Contents = Document | Sequence[Document | ArticleError]


def article_of(
    document: Document, *, name: str, shown: str, hints: PublicationHints, beside: Metadata
) -> Article:
    """The article of a file that holds one.

    name: its id. shown: its path. beside: the metadata file next to it, which overrides the document's own
    metadata. hints: its date of publication where neither states one. Raises ArticleError when it has no
    text.
    """
    article = Article(
        id=name,
        text=check_unicode(check_text(document.text), "the text"),
        path=shown,
        title=beside.title or document.title,
        publisher=beside.publisher or document.publisher,
        author=beside.author or document.author,
    )
    if beside.published is not None:
        return with_publication(article, beside.published, "sidecar", hints)
    return with_publication(article, document.published, "field", hints)


def day_in_header(value: str | None) -> str | None:
    """Parse a date as databases write it, to EDTF: "April 6, 2017 Thursday", "2017/04/06/", "Spring 2017".

    Returns the year alone where day and month are not certain; None without a year.
    """
    text = " ".join((value or "").split()).strip("/ ")
    if match := _NUMERIC_DAY.fullmatch(text):
        year, month, day = match.groups()
        form = "%Y %m %d" if month.isdigit() else "%Y %b %d"
        try:
            return datetime.strptime(f"{year} {month} {day}", form).date().isoformat()
        except ValueError:
            return year
    try:
        return parse_published(text)
    except ArticleError:
        pass
    if match := _MONTH_AND_YEAR.fullmatch(text):
        try:
            return datetime.strptime(f"{match[1]} {match[2]}", "%b %Y").strftime("%Y-%m")
        except ValueError:
            pass
    year_alone = _YEAR.search(text)
    return year_alone[0] if year_alone else None
