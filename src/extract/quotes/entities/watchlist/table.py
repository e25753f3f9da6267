"""Watch lists as files: CSV with columns `id`, `name` and, if wanted, `aliases`."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from extract.errors import InputError
from extract.quotes.entities.names import NameKind
from extract.quotes.entities.watchlist.normalize import key_of, strict_words, surname_last

_MAX_PROBLEMS_SHOWN = 20
_MAX_FILE_BYTES = 256 << 20
_MAX_NAME_WORDS = 40  # more is a lost quotation mark or no name
_DELIMITERS = (",", ";", "\t")
_SAVE = "save the list as UTF-8 (in Excel: 'CSV UTF-8')"
_COLUMNS = ("id", "name", "aliases")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One row. id, name: as the list writes them; line: from 1."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    line: int

    @property
    def names(self) -> tuple[str, ...]:
        """The name and the aliases."""
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchList:
    """The entries of one file, in its order. sha256: of its bytes, hexadecimal."""

    kind: NameKind
    path: str
    sha256: str
    entries: tuple[Entry, ...] = field(repr=False)

    def as_json(self) -> dict[str, str | int]:
        """What `run.json` says of it."""
        return {"path": self.path, "sha256": self.sha256, "entries": len(self.entries)}


def read_watch_list(path: str | Path, *, kind: NameKind) -> WatchList:
    """Read and check a whole list; the delimiter is a comma, a semicolon or a tab.

    Raises InputError that names every problem (the first 20) with its line and says what to do.
    """
    try:
        with Path(path).open("rb") as file:
            data = file.read(_MAX_FILE_BYTES + 1)
    except OSError as error:
        reason = "no such file" if isinstance(error, FileNotFoundError) else error.strerror or error
        raise InputError(f"{path}: {reason}; give a CSV file with the columns id and name") from error
    if len(data) > _MAX_FILE_BYTES:
        raise InputError(
            f"{path}: more than {_MAX_FILE_BYTES >> 20} MB; give a list of the names that matter to you"
        )
    problems: list[tuple[int, str]] = []
    entries = tuple(_entries(_rows(_decoded(data, problems), problems), problems))
    problems += _doubles(entries, kind)
    if problems:
        raise InputError(_told(str(path), problems))
    return WatchList(
        kind=kind, path=Path(path).as_posix(), sha256=hashlib.sha256(data).hexdigest(), entries=entries
    )


def _told(path: str, problems: Sequence[tuple[int, str]]) -> str:
    lines = [f"{path}:{line}: {what}" for line, what in sorted(problems)]
    if len(lines) > _MAX_PROBLEMS_SHOWN:
        lines[_MAX_PROBLEMS_SHOWN:] = [f"... and {len(lines) - _MAX_PROBLEMS_SHOWN} more problems"]
    return "\n".join(lines)


def _decoded(data: bytes, problems: list[tuple[int, str]]) -> str:
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        problems.append((1, "this is a workbook, not CSV; save the sheet as 'CSV UTF-8'"))
        return ""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in data[:200]:
        problems.append((1, f"this is UTF-16 or a binary file, not UTF-8; {_SAVE}"))
        return ""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        near = data[max(0, error.start - 15) : error.start + 16].splitlines()
        here = next((part for part in near if data[error.start : error.start + 1] in part), b"")
        shown = here.decode("cp1252", "replace")
        problems.append((line, f"not UTF-8 at {shown!r}, it may be Windows-1252; {_SAVE}"))
        return ""
    if not text.strip():
        problems.append((1, "the list is empty; write a header with id,name,aliases and one row an entry"))
    elif "\0" in text:
        problems.append((text.count("\n", 0, text.index("\0")) + 1, f"NUL character; {_SAVE}"))
        return ""
    return text


def _rows(text: str, problems: list[tuple[int, str]]) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the cells of every row that is not blank, by column, with the line where it begins."""
    if not text.strip():
        return
    header = text.lstrip("\r\n").splitlines()[0]
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(header), strict=True)
    columns: list[str] | None = None
    before, any_row = 0, False
    try:
        for cells in rows:
            line, before = before + 1, rows.line_num
            if not any(cell.strip() for cell in cells):
                continue
            if columns is None:
                columns = [cell.strip().casefold() for cell in cells]
                if not _has_columns(columns, line, problems):
                    return
                continue
            any_row = True
            if len(cells) != len(columns):
                problems.append((line, _ragged(len(cells), len(columns))))
            else:
                yield line, dict(zip(columns, cells, strict=True))
    except csv.Error as error:
        problems.append((before + 1, f'no valid CSV: {error}; close the quotation mark, write "" inside one'))
        return
    if not any_row:
        problems.append((max(1, before), "the list has no entries; write one row an entry below the header"))


def _delimiter(header: str) -> str:
    """The one that makes columns `id` and `name` of the header; a comma when none does."""
    for delimiter in _DELIMITERS:
        cells = {cell.strip(' "').casefold() for cell in header.split(delimiter)}
        if {"id", "name"} <= cells:
            return delimiter
    return max(_DELIMITERS, key=header.count)


def _has_columns(columns: Sequence[str], line: int, problems: list[tuple[int, str]]) -> bool:
    missing = [name for name in _COLUMNS[:2] if name not in columns]
    if missing:
        found = ", ".join(map(repr, columns[:8]))
        advice = "write id,name,aliases in the first line"
        problems.append((line, f"no column {' and '.join(missing)}, but {found}; {advice}"))
    double = [name for name in _COLUMNS if columns.count(name) > 1]
    problems += [(line, f"the column {name} is there twice; rename one") for name in double]
    return not missing and not double


def _ragged(cells: int, columns: int) -> str:
    more = cells > columns
    advice = 'put a cell with a comma in it between "quotation marks"' if more else "add the missing cells"
    return f"{cells} cells under {columns} columns; {advice}"


def _entries(rows: Iterator[tuple[int, dict[str, str]]], problems: list[tuple[int, str]]) -> Iterator[Entry]:
    for line, row in rows:
        key, name = row["id"].strip(), row["name"].strip()
        aliases = [alias.strip() for alias in row.get("aliases", "").split("|")]
        aliases = list(dict.fromkeys(alias for alias in aliases if alias and alias != name))
        if not key:
            problems.append((line, "the id is empty; write one, no other row may have it"))
        if not name:
            problems.append((line, "the name is empty; write it or remove the row"))
        for text in filter(None, (name, *aliases)):
            if not strict_words(text):
                problems.append((line, f"{text!r} has no letter or digit; correct or remove it"))
            elif len(strict_words(text)) > _MAX_NAME_WORDS:
                problems.append((line, f"{_short(text)} has more than {_MAX_NAME_WORDS} words; write a name"))
            elif "\n" in text or "\r" in text:
                problems.append((line, f"line break in {_short(text)}; write it in one line"))
        yield Entry(id=key, name=name, aliases=tuple(aliases), line=line)


def _doubles(entries: Sequence[Entry], kind: NameKind) -> Iterator[tuple[int, str]]:
    """Ids and names that a row before has: which one is meant would be a guess."""
    ids: dict[str, Entry] = {}
    names: dict[str, Entry] = {}
    for entry in entries:
        if entry.id and (first := ids.setdefault(entry.id, entry)) is not entry:
            yield entry.line, f"the id {entry.id!r} is that of line {first.line}; give each entry its own"
        for text in entry.names:
            words = strict_words((surname_last(text) if kind == "person" else None) or text)
            if words and (first := names.setdefault(key_of(words), entry)) is not entry:
                advice = "keep it in one row, or write both more fully"
                yield entry.line, f"{_short(text)} is a name of line {first.line} too; {advice}"


def _short(text: str) -> str:
    shown = repr(text)
    return shown if len(shown) <= 60 else f"{shown[:57]}..."
