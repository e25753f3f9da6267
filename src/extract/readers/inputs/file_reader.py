"""Read the articles of one input file of any kind."""

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
from extract.readers.article.escapes import detect_escape
from extract.readers.article.file_name_date import NamePattern
from extract.readers.article.metadata import Metadata, parse_sidecar, sidecar_name
from extract.readers.article.table_row import Fields, RowReader
from extract.readers.databases.ris import read_ris
from extract.readers.formats.archive import ArchiveMember, tar_members, zip_members
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
from extract.readers.storage.limits import MAX_ARTICLE_SIZE, MAX_SIDECAR_BYTES, read_whole
from extract.readers.storage.streams import DAMAGE_ERRORS, kind_of_error, opened, what_broke
from extract.timex.publication import PublicationHints

logger = logging.getLogger(__name__)

# The number of the line or row, None for a whole file, and what is read there.
ReadItem = tuple[int | None, Article | Failure | Skipped]

_ROW_READERS: Mapping[
    Kind, Callable[[io.BufferedReader, RowReader], Iterator[tuple[int | None, Article | Failure]]]
] = {
    "json_lines": read_json_lines,
    "csv": read_csv,
    "excel": read_excel,
    "parquet": read_parquet,
}
_DOCUMENT_READERS: Mapping[Kind, Callable[[bytes, int], Contents]] = {
    "text": read_text,
    "html": read_html,
    "mail": read_mail,
    "docx": read_docx,
    "rtf": read_rtf,
    "ris": read_ris,
}
_ARCHIVE_READERS: Mapping[Kind, Callable[[io.BufferedReader], Iterator[ArchiveMember]]] = {
    "zip": zip_members,
    "tar": tar_members,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FileReader:
    """Reads input files, one after the other.

    published: EDTF, for articles without a date of publication. date_from_name: where file names hold the
    date. fields: the columns of tables and keys of lines. limit: of an article, in bytes. stdin: replaces the
    standard input.
    """

    published: str | None = None
    date_from_name: NamePattern | None = None
    fields: Fields = Fields()  # noqa: RUF009
    limit: int = MAX_ARTICLE_SIZE
    stdin: BinaryIO | None = None

    def __call__(self, file: InputFile) -> Iterator[ReadItem]:
        """Yield the articles, failures and skipped members of `file`, in order.

        Raises nothing: every error becomes a failure of this file alone.
        """
        whole = _Part(name=file.id, shown=file.shown, inside=file.inside)
        try:
            if file.kind == "stdin":
                stream = self.stdin or sys.stdin.buffer
                yield from self._document(read_text, stream, replace(whole, inside=None))
                return
            with opened(file.storage, file.path) as stream:
                if file.kind in _ARCHIVE_READERS:
                    yield from self._members(_ARCHIVE_READERS[file.kind](stream), whole)
                else:
                    sidecar = partial(_beside, file)
                    yield from self._contents(file.kind, stream, replace(whole, sidecar=sidecar))
        except Exception as error:
            logger.debug("%s cannot be read", whole.shown, exc_info=True)
            yield None, whole.failure(error)

    def _contents(self, kind: Kind, stream: io.BufferedReader, part: _Part) -> Iterator[ReadItem]:
        if kind in _DOCUMENT_READERS:
            yield from self._document(_DOCUMENT_READERS[kind], stream, part)
            return
        some = warned = False
        for number, found in _ROW_READERS[kind](stream, self._rows(part, self.fields)):
            some = True
            if not warned and isinstance(found, Article):
                warned = self._warn_of_escapes(number, found)
            yield number, found
        if not some:
            yield None, Skipped(part.shown, "there is no article in it")

    def _warn_of_escapes(self, number: int | None, article: Article) -> bool:
        escape = detect_escape(article.text)
        if escape is None or escape in self.fields.unescape:
            return False
        where = article.path if number is None else f"{article.path}:{number}"
        what = "HTML tags or entities such as &amp;" if escape == "html" else r"\n in place of line ends"
        logger.warning("%s: the text has %s; add --unescape %s to decode them", where, what, escape)
        return True

    def _document(
        self, read: Callable[[bytes, int], Contents], stream: BinaryIO, part: _Part
    ) -> Iterator[ReadItem]:
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

    def _rows(self, part: _Part, fields: Fields) -> RowReader:
        return RowReader(
            name=part.name,
            shown=part.shown,
            hints=self._hints(part.inside),
            fields=fields,
            limit=self.limit,
        )

    def _members(self, members: Iterator[ArchiveMember], archive: _Part) -> Iterator[ReadItem]:
        some = False
        try:
            for member in members:
                kind, part = kind_of(member.name), archive.member(member)
                if member.skipped or (kind is None and member.problem is None):
                    yield None, Skipped(part.shown, member.problem)
                    continue
                some = True
                yield from self._member(member, kind, part)
        except (*DAMAGE_ERRORS, ArticleError) as error:
            what = "reading stopped: " if some else "the archive is damaged or of another kind: "
            yield None, archive.failure(error, message=what + what_broke(error))
        else:
            if not some:
                yield None, archive.failure(InputError(f"the archive holds no {KNOWN}"))

    def _member(self, member: ArchiveMember, kind: Kind | None, part: _Part) -> Iterator[ReadItem]:
        try:
            if member.problem is not None or kind is None:
                raise ArticleError(member.problem or "this is not an input")
            if kind in _ARCHIVE_READERS or kind == "parquet":
                raise ArticleError(
                    "archives and Parquet files in an archive are not read; unpack the archive first"
                )
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
    """One stream of articles, a file or a member of an archive, and its names.

    name: the id of its article. inside: the path that may hold a date; None without one.
    """

    name: str
    shown: str
    inside: str | None
    sidecar: Callable[[], Metadata] = Metadata

    def member(self, member: ArchiveMember) -> _Part:
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
            data = read_whole(stream, MAX_SIDECAR_BYTES)
    except FileNotFoundError:
        return Metadata()
    except (OSError, ArticleError) as error:
        raise ArticleError(f"its metadata file {shown_name} cannot be read: {what_broke(error)}") from error
    return parse_sidecar(data, shown_name)


def _in_archive(member: ArchiveMember) -> Metadata:
    data = member.sidecar()
    return Metadata() if data is None else parse_sidecar(data, sidecar_name(member.name).rpartition("/")[2])
