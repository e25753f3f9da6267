"""Read articles from rows: the objects of JSON Lines and the rows of tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from extract.article import Article, Failure
from extract.errors import ArticleError
from extract.readers.article.date_format import check_date_format, parse_date
from extract.readers.article.document import check_text
from extract.readers.article.escapes import check_escapes, undo_escapes
from extract.readers.article.metadata import check_unicode, parse_metadata
from extract.readers.storage.limits import MAX_ARTICLE_SIZE, too_long
from extract.readers.storage.streams import kind_of_error
from extract.timex.publication import PublicationHints, parse_published, with_publication


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """The names of the columns or keys of an article, and the format of its dates and texts.

    date_format: a pattern of `strptime`; None for ISO dates and months in words. unescape: the escapes of
    texts and names, "html", "backslash" or both. Raises InputError for any other value.
    """

    text: str = "text"
    id: str = "id"
    title: str = "title"
    published: str = "published"
    publisher: str = "publisher"
    author: str = "author"
    date_format: str | None = None
    unescape: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.date_format is not None:
            check_date_format(self.date_format)
        check_escapes(self.unescape)
        object.__setattr__(self, "unescape", tuple(self.unescape))

    def columns(self) -> tuple[str, ...]:
        """The names of all columns, the text first."""
        return (self.text, self.id, self.title, self.published, self.publisher, self.author)

    def renamed(self) -> tuple[str, ...]:
        """The names that the user gave; a table must have these columns."""
        return tuple(
            mine for mine, other in zip(self.columns(), Fields().columns(), strict=True) if mine != other
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class RowReader:
    """Reads the rows of one file or archive member as articles.

    name: an article without an id gets the id `NAME:NUMBER`. shown: its path. hints: the date of publication
    of articles without one. limit: of an article, in bytes.
    """

    name: str
    shown: str
    hints: PublicationHints
    fields: Fields = Fields()
    limit: int = MAX_ARTICLE_SIZE

    def article(self, number: int, values: Mapping[str, object]) -> Article | Failure:
        """The article of one row, or its failure. number: of the line or row, from 1. values: by column."""
        article_id: str | None = None
        try:
            article_id = self._id(values.get(self.fields.id), default=f"{self.name}:{number}")
            metadata = parse_metadata(
                {
                    "title": self._named(values.get(self.fields.title)),
                    "published": self._published(values.get(self.fields.published)),
                    "publisher": self._named(values.get(self.fields.publisher)),
                    "author": self._named(values.get(self.fields.author)),
                }
            )
            article = Article(
                id=article_id,
                text=self._text(values),
                path=self.shown,
                title=metadata.title,
                publisher=metadata.publisher,
                author=metadata.author,
            )
            return with_publication(article, metadata.published, "field", self.hints)
        except ArticleError as error:
            return self.failure(number, error, article_id=article_id)

    def failure(
        self,
        number: int | None,
        error: Exception,
        *,
        article_id: str | None = None,
        message: str | None = None,
    ) -> Failure:
        """The failure of a line or row. message: replaces that of the error."""
        return Failure(
            path=self.shown,
            line=number,
            article_id=article_id,
            stage="read",
            kind=kind_of_error(error),
            message=str(error) if message is None else message,
        )

    def _text(self, values: Mapping[str, object]) -> str:
        key = self.fields.text
        text = values.get(key)
        if not isinstance(text, str):
            raise ArticleError(
                f"{key!r} is {_what_is_there(values, key)}; put the text of the article there, as a string"
            )
        if len(text) > self.limit:
            raise ArticleError(too_long(repr(key), self.limit))
        if self.fields.unescape:
            text = undo_escapes(check_text(text), self.fields.unescape)
        return check_unicode(check_text(text), repr(key))

    def _named(self, value: object) -> object:
        if not isinstance(value, str) or not self.fields.unescape:
            return value
        return " ".join(undo_escapes(value, self.fields.unescape).split())

    def _published(self, value: object) -> object:
        if isinstance(value, date):  # in a typed table
            return value.isoformat()
        if not isinstance(value, str) or not value.strip():
            return value
        pattern = self.fields.date_format
        if pattern is not None and (found := parse_date(pattern, value)):
            return found
        try:
            return parse_published(value)
        except ArticleError as error:
            advice = "add --date-format such as '%d/%m/%Y' for 06/04/2017"
            if pattern is not None:
                advice = f"correct --date-format, which is {pattern!r}"
            raise ArticleError(f"{error}, or {advice}") from error

    def _id(self, value: object, *, default: str) -> str:
        if value is None or value == "":
            return default
        if isinstance(value, float) and value.is_integer():
            value = int(value)  # a whole number in a column with gaps
        if isinstance(value, bool) or not isinstance(value, str | int):
            raise ArticleError(f"{self.fields.id!r} is {value!r:.200}; write a string")
        return check_unicode(str(value), repr(self.fields.id))


def _what_is_there(values: Mapping[str, object], key: str) -> str:
    """What stands in place of a text: "missing", "empty", "of type int"."""
    if key not in values:
        return "missing"
    return "empty" if values[key] is None else f"of type {type(values[key]).__name__}"
