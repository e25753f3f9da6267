"""One input file to its articles, whatever its kind."""

from __future__ import annotations

import io
import logging
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import BinaryIO

from extract.article import Article, Failure
from extract.errors import ArticleError, InputError
from extract.readers.article.document import Contents, Document, article_of
from extract.readers.article.escapes import escape_in
from extract.readers.article.file_name_date import NamePattern
from extract.readers.article.metadata import Metadata, parse_sidecar, sidecar_name
from extract.readers.article.table_row import Fields, Rows
from extract.readers.databases.ris import read_ris
from extract.readers.formats.archive import Member, tar_members, zip_members
from extract.readers.formats.csv import read_csv
from extract.readers.formats.docx import read_docx
from extract.readers.formats.excel import read_excel
from extract.readers.formats.html import read_html
from extract.readers.formats.json_lines import read_json_lines
from extract.readers.formats.mail import read_mail
from extract.readers.formats.parquet import read_parquet
from extract.readers.formats.rtf import read_rtf
from extract.readers.formats.text import read_text
from extract.readers.inputs.plan import InputFile, Skipped
from extract.readers.storage.kinds import KNOWN, Kind, kind_of
from extract.readers.storage.limits import LONGEST_SIDECAR, MAX_ARTICLE_SIZE, read_whole
from extract.readers.storage.streams import DAMAGE, kind_of_error, opened, what_broke
from extract.timex.publication import PublicationHints

logger = logging.getLogger(__name__)

# The line or row of an article, where it has one.
Found = tuple[int | None, Article | Failure | Skipped]

_ROWS: Mapping[Kind, Callable[[io.BufferedReader, Rows], Iterator[tuple[int | None, Article | Failure]]]] = {
    "json_lines": read_json_lines,
    "csv": read_csv,
    "excel": read_excel,
    "parquet": read_parquet,
}
_WHOLE: Mapping[Kind, Callable[[bytes, int], Contents]] = {
    "text": read_text,
    "html": read_html,
    "mail": read_mail,
    "docx": read_docx,
    "rtf": read_rtf,
    "ris": read_ris,
}
_MEMBERS: Mapping[Kind, Callable[[io.BufferedReader], Iterator[Member]]] = {
    "zip": zip_members,
    "tar": tar_members,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FileReader:
    """Reads input files, one after the other.

    published: EDTF, for articles that do not say it. date_from_name: where names of files do. fields: of
    lines and tables. limit: bytes of the longest article. stdin: in place of the standard input.
    """

    published: str | None = None
    date_from_name: NamePattern | None = None
    fields: Fields = Fields()  # noqa: RUF009
    limit: int = MAX_ARTICLE_SIZE
    stdin: BinaryIO | None = None

    def __call__(self, file: InputFile) -> Iterator[Found]:
        """Yield the articles and failures of `file`, and what it holds that is no input; in its order.

        Whatever a file holds, it costs itself alone: every error becomes a failure.
        """
        whole = _Part(name=file.id, shown=file.shown, inside=file.inside)
        try:
            if file.kind == "stdin":
                stream = self.stdin or sys.stdin.buffer
                yield from self._whole(read_text, stream, replace(whole, inside=None))
                return
            with opened(file.storage, file.path) as stream:
                if file.kind in _MEMBERS:
                    yield from self._members(_MEMBERS[file.kind](stream), whole)
                else:
                    sidecar = partial(_beside, file)
                    yield from self._contents(file.kind, stream, replace(whole, sidecar=sidecar))
        except Exception as error:
            logger.debug("%s cannot be read", whole.shown, exc_info=True)
            yield None, whole.failure(error)

    def _contents(self, kind: Kind, stream: io.BufferedReader, part: _Part) -> Iterator[Found]:
        if kind in _WHOLE:
            yield from self._whole(_WHOLE[kind], stream, part)
            return
        some = warned = False
        for number, found in _ROWS[kind](stream, self._rows(part, self.fields)):
            some = True
            if not warned and isinstance(found, Article):
                warned = self._warn_of_escapes(number, found)
            yield number, found
        if not some:
            yield None, Skipped(part.shown, "there is no article in it")

    def _warn_of_escapes(self, number: int | None, article: Article) -> bool:
        escape = escape_in(article.text)
        if escape is None or escape in self.fields.unescape:
            return False
        where = article.path if number is None else f"{article.path}:{number}"
        what = "HTML tags or entities such as &amp;" if escape == "html" else r"\n in place of line ends"
        logger.warning(
            "%s: the text has %s; --unescape %s takes them for what they mean", where, what, escape
        )
        return True

    def _whole(
        self, read: Callable[[bytes, int], Contents], stream: BinaryIO, part: _Part
    ) -> Iterator[Found]:
        contents = read(read_whole(stream, self.limit), self.limit)
        if isinstance(contents, Document):
            hints, beside = self._hints(part.inside), part.sidecar()
            yield None, article_of(contents, name=part.name, shown=part.shown, hints=hints, beside=beside)
            return
        rows = self._rows(part, Fields())
        for number, found in enumerate(contents, start=1):
            if isinstance(found, Document):
                yield number, rows.article(number, found.as_row())
            else:
                yield number, rows.failure(number, found)

    def _rows(self, part: _Part, fields: Fields) -> Rows:
        return Rows(
            name=part.name,
            shown=part.shown,
            hints=self._hints(part.inside),
            fields=fields,
            limit=self.limit,
        )

    def _members(self, members: Iterator[Member], archive: _Part) -> Iterator[Found]:
        some = False
        try:
            for member in members:
                kind, part = kind_of(member.name), archive.member(member)
                if member.skipped or (kind is None and member.problem is None):
                    yield None, Skipped(part.shown, member.problem)
                    continue
                some = True
                yield from self._member(member, kind, part)
        except (*DAMAGE, ArticleError) as error:
            what = "reading stopped: " if some else "this is no such archive, or a damaged one: "
            yield None, archive.failure(error, message=what + what_broke(error))
        else:
            if not some:
                yield None, archive.failure(InputError(f"the archive holds no {KNOWN}"))

    def _member(self, member: Member, kind: Kind | None, part: _Part) -> Iterator[Found]:
        try:
            if member.problem is not None or kind is None:
                raise ArticleError(member.problem or "this is no input")
            if kind in _MEMBERS or kind == "parquet":
                raise ArticleError("archives and Parquet files in an archive are not read; unpack it first")
            with member.opened() as stream:
                yield from self._contents(kind, stream, part)
        except Exception as error:
            logger.debug("%s cannot be read", part.shown, exc_info=True)
            yield None, part.failure(error)

    def _hints(self, inside: str | None) -> PublicationHints:
        pattern = self.date_from_name
        by_name = None if pattern is None or inside is None else pattern.date_in(inside)
        return PublicationHints(file_name=by_name, option=self.published)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """What articles are called that come out of one stream: a file, or a member of an archive.

    name: the id. inside: the path that may hold a date; None where there is none.
    """

    name: str
    shown: str
    inside: str | None
    sidecar: Callable[[], Metadata] = Metadata

    def member(self, member: Member) -> _Part:
        return _Part(
            name=f"{self.name}!{member.name}",
            shown=f"{self.shown}!{member.name}",
            inside=f"{self.inside}/{member.name}",
            sidecar=partial(_in_archive, member),
        )

    def failure(self, error: Exception, *, message: str | None = None) -> Failure:
        return Failure(
            path=self.shown,
            article_id=self.name,
            stage="read",
            kind=kind_of_error(error),
            message=message or what_broke(error),
        )


def _beside(file: InputFile) -> Metadata:
    name = sidecar_name(file.path)
    shown_name = sidecar_name(file.inside).rpartition("/")[2]
    try:
        with file.storage.open(name) as stream:
            data = read_whole(stream, LONGEST_SIDECAR)
    except FileNotFoundError:
        return Metadata()
    except (OSError, ArticleError) as error:
        raise ArticleError(f"{shown_name} beside it cannot be read: {what_broke(error)}") from error
    return parse_sidecar(data, shown_name)


def _in_archive(member: Member) -> Metadata:
    data = member.sidecar()
    return Metadata() if data is None else parse_sidecar(data, sidecar_name(member.name).rpartition("/")[2])
