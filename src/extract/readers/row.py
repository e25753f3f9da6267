"""Articles out of fields with names: an object of JSON Lines, a row of a table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from extract.article import Article
from extract.errors import ArticleError
from extract.failure import Failure
from extract.publication import Hints, with_publication
from extract.readers.limits import MAX_ARTICLE_SIZE, too_long
from extract.readers.metadata import check_unicode, parse_metadata
from extract.readers.streams import kind_of_error
from extract.readers.text import check_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """What the keys or columns are called that hold an article and what is known of it."""

    text: str = "text"
    id: str = "id"
    title: str = "title"
    published: str = "published"
    publisher: str = "publisher"
    author: str = "author"

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
    hints: Hints
    fields: Fields = Fields()
    limit: int = MAX_ARTICLE_SIZE

    def article(self, number: int, values: Mapping[str, object]) -> Article | Failure:
        """The article with these values, or why there is none. number: of its line or row, from 1."""
        article_id: str | None = None
        try:
            article_id = self._id(values.get(self.fields.id), default=f"{self.name}:{number}")
            metadata = parse_metadata(
                {
                    "title": values.get(self.fields.title),
                    "published": _plain_date(values.get(self.fields.published)),
                    "publisher": values.get(self.fields.publisher),
                    "author": values.get(self.fields.author),
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
        return check_unicode(check_text(text), repr(key))

    def _id(self, value: object, *, default: str) -> str:
        if value is None or value == "":
            return default
        if isinstance(value, float) and value.is_integer():
            value = int(value)  # of a column of whole numbers with gaps
        if isinstance(value, bool) or not isinstance(value, str | int):
            raise ArticleError(f"{self.fields.id!r} is {value!r:.200}; write a string")
        return check_unicode(str(value), repr(self.fields.id))


def _plain_date(value: object) -> object:
    """A day or moment of a typed table as the text that other files have."""
    return value.isoformat() if isinstance(value, date) else value
