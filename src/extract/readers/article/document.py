"""An article with what its own file says of it: a page, a document, one of an export."""

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
    """`text` as it is. Raises ArticleError when nothing can be in it."""
    if not text.strip():
        raise ArticleError("there is no text in it")
    if "\0" in text:
        raise ArticleError(f"NUL character at {text.index(chr(0))}; this is binary or damaged")
    return text


_NUMBERS = re.compile(r"(\d{4})[/ .-](\d{1,2}|[A-Z][a-z]{2})[/ .-](\d{1,2})\b.*", re.DOTALL)
_MONTH = re.compile(r"([A-Z][a-z]{2})[a-z]*\.?,? (\d{4})")
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """published: EDTF. author: several are joined by "; ". id: that of a database."""

    text: str
    id: str | None = None
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    author: str | None = None

    def as_row(self) -> Mapping[str, object]:
        """What a table with the default fields would say of it."""
        return asdict(self)


# The one article of a file; or those of an export in their order, each with why it cannot be read.
Contents = Document | Sequence[Document | ArticleError]


def article_of(
    document: Document, *, name: str, shown: str, hints: PublicationHints, beside: Metadata
) -> Article:
    """The article that a file holds which holds one.

    beside: what the file of metadata beside it says, which counts more than what it says itself. hints: when
    it was published, where neither does. Raises ArticleError when there is no text in it.
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
    """The EDTF of a date as databases write it: "April 6, 2017 Thursday", "2017/04/06/", "Spring 2017".

    Only what is certain: the year of what is no day or month, None without a year.
    """
    text = " ".join((value or "").split()).strip("/ ")
    if match := _NUMBERS.fullmatch(text):
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
    if match := _MONTH.fullmatch(text):
        try:
            return datetime.strptime(f"{match[1]} {match[2]}", "%b %Y").strftime("%Y-%m")
        except ValueError:
            pass
    year_alone = _YEAR.search(text)
    return year_alone[0] if year_alone else None
