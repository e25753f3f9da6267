"""Settings of a run: everything that shapes its records apart from the articles."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from dataclasses import fields as fields_of
from typing import Any

from extract.article import Article, Failure
from extract.errors import InputError
from extract.files import DEFAULT_FORMATS, FORMATS
from extract.quotes.entities.watchlist import WatchList
from extract.quotes.quote import Act
from extract.quotes.subjects.others import ORGANIZATIONS, About
from extract.readers import InputPlan, Skipped, read_plan
from extract.readers.article.file_name_date import NamePattern
from extract.readers.article.table_row import Fields
from extract.readers.storage.limits import MAX_ARTICLE_SIZE
from extract.record.choices import ABOUT, ACTS, DEFAULT_ACTS
from extract.timex.publication import published_option


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Settings that shape the records of a run, apart from the articles.

    acts: which quotes are kept. formats: which files are written. published: EDTF, for articles
    without a date. date_from_name: where the names of files hold it. model: name or folder of a spaCy
    pipeline, None for the one that ships. threads: of the encoder, 0 for one on each core. replace:
    existing files of another make in the output folder too. min_confidence: 0 to 1; a quote of less
    confidence is left out. about: what `organizations` of a record holds. organizations, people: the
    user's names and ids. fuzzy: score out of 100 from which a name that is on no list counts as the
    similar one that is; None for never. fields: what keys of JSON Lines and columns of tables are called.
    max_article_size: in bytes; an article of more is a failure. keep_text: the articles as read are
    written beside their records.
    """

    acts: tuple[Act, ...] = DEFAULT_ACTS
    formats: tuple[str, ...] = DEFAULT_FORMATS
    published: str | None = None
    date_from_name: NamePattern | None = None
    model: str | None = None
    threads: int = 1
    min_confidence: float = 0.0
    about: tuple[About, ...] = ORGANIZATIONS
    organizations: WatchList | None = None
    people: WatchList | None = None
    fuzzy: float | None = None
    replace: bool = False
    fields: Fields = Fields()  # noqa: RUF009
    max_article_size: int = MAX_ARTICLE_SIZE
    keep_text: bool = False

    def __post_init__(self) -> None:
        """Raise InputError for a setting that does not exist, so that nothing starts with it."""
        _check("act", self.acts, ACTS)
        _check("format", self.formats, FORMATS)
        _check("subject", self.about, ABOUT)
        _check_lists(self)
        if self.threads < 0:
            raise InputError(f"threads is {self.threads}; give 1 or more, or 0 for one on each core")
        if not 0 <= self.min_confidence <= 1:
            raise InputError(f"min_confidence is {self.min_confidence}; give a number from 0 to 1")
        if self.max_article_size < 1:
            raise InputError(f"max_article_size is {self.max_article_size}; give a number of bytes above 0")
        if self.published is not None:
            object.__setattr__(self, "published", published_option(self.published))

    def as_json(self) -> dict[str, Any]:
        """Form of the settings in `run.json`: of a watch list its path, hash and number of entries."""
        values = {field.name: getattr(self, field.name) for field in fields_of(self)}
        return {name: _as_json(value) for name, value in values.items()}


def _as_json(value: Any) -> Any:
    if isinstance(value, WatchList):
        return value.as_json()
    if isinstance(value, Fields):
        return asdict(value)
    return value.text if isinstance(value, NamePattern) else value


def _check_lists(settings: Settings) -> None:
    given = {"organization": settings.organizations, "person": settings.people}
    for kind, watched in given.items():
        if watched is not None and watched.kind != kind:
            raise InputError(f"{watched.path} was read as a list of the kind {watched.kind!r}, not {kind!r}")
    if settings.fuzzy is not None:
        if not 0 < settings.fuzzy <= 100:
            raise InputError(f"fuzzy is {settings.fuzzy}; give a score up to 100, 90 is a good one")
        if not any(given.values()):
            raise InputError("fuzzy needs a list of organizations or people to compare names with")


def _check(what: str, values: tuple[str, ...], known: tuple[str, ...]) -> None:
    if not values:
        raise InputError(f"no {what} is given; choose from {', '.join(known)}")
    for value in values:
        if value not in known:
            raise InputError(f"there is no {what} {value!r}; choose from {', '.join(known)}")


def read_inputs(
    plan: InputPlan,
    settings: Settings,
    *,
    on_skip: Callable[[Skipped], None] | None = None,
) -> Iterator[Article | Failure]:
    """Read the articles of `plan` as the settings say: `read_plan`."""
    return read_plan(
        plan,
        published=settings.published,
        date_from_name=settings.date_from_name,
        fields=settings.fields,
        max_article_size=settings.max_article_size,
        on_skip=on_skip,
    )
