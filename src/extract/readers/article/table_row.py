"""Articles out of fields with names: an object of JSON Lines, a row of a table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from extract.article import Article, Failure
from extract.errors import ArticleError
from extract.readers.article.date_format import check_date_format, date_as
from extract.readers.article.document import check_text
from extract.readers.article.escapes import check_escapes, unescaped
from extract.readers.article.metadata import check_unicode, parse_metadata
from extract.readers.storage.limits import MAX_ARTICLE_SIZE, too_long
from extract.readers.storage.streams import kind_of_error
from extract.timex.publication import PublicationHints, parse_published, with_publication


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """What the keys or columns of an article are called, and how texts and days are written there.

    date_format: of dates of publication, as for `strptime`; None for ISO and months in words. unescape: what
    texts and names are escaped by, "html", "backslash" or both. Raises InputError for others.
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
        """All of them, the text first."""
        return (self.text, self.id, self.title, self.published, self.publisher, self.author)

    def renamed(self) -> tuple[str, ...]:
        """Those that the user named, which a table therefore must have."""
        return tuple(
            mine for mine, other in zip(self.columns(), Fields().columns(), strict=True) if mine != other
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """What the articles of one file or archive member have in common.

    name: an article without an id is called `NAME:NUMBER`. shown: its path. hints: when articles were
    published that do not say. limit: bytes of the longest article.
    """

    name: str
    shown: str
    hints: PublicationHints
    fields: Fields = Fields()
    limit: int = MAX_ARTICLE_SIZE

    def article(self, number: int, values: Mapping[str, object]) -> Article | Failure:
        """The article with these values, or why there is none. number: of its line or row, from 1."""
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
        """The failure of a line or row. message: in place of the error's own."""
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
            what = "missing" if key not in values else "empty" if text is None else f"a {type(text).__name__}"
            raise ArticleError(f"{key!r} is {what}; write the article there, as a string")
        if len(text) > self.limit:
            raise ArticleError(too_long(repr(key), self.limit))
        if self.fields.unescape:
            text = unescaped(check_text(text), self.fields.unescape)
        return check_unicode(check_text(text), repr(key))

    def _named(self, value: object) -> object:
        if not isinstance(value, str) or not self.fields.unescape:
            return value
        return " ".join(unescaped(value, self.fields.unescape).split())

    def _published(self, value: object) -> object:
        if isinstance(value, date):  # of a typed table
            return value.isoformat()
        if not isinstance(value, str) or not value.strip():
            return value
        pattern = self.fields.date_format
        if pattern is not None and (found := date_as(pattern, value)):
            return found
        try:
            return parse_published(value)
        except ArticleError as error:
            given = "give" if pattern is None else f"it is not {pattern!r}: correct it, or"
            raise ArticleError(
                f"{error}, or {given} --date-format, such as '%d/%m/%Y' for 06/04/2017"
            ) from error

    def _id(self, value: object, *, default: str) -> str:
        if value is None or value == "":
            return default
        if isinstance(value, float) and value.is_integer():
            value = int(value)  # of a column of whole numbers with gaps
        if isinstance(value, bool) or not isinstance(value, str | int):
            raise ArticleError(f"{self.fields.id!r} is {value!r:.200}; write a string")
        return check_unicode(str(value), repr(self.fields.id))
