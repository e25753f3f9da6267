"""Table of merges: CSV that a person reads, edits in a spreadsheet, and gives back."""

from __future__ import annotations

import csv
import io
from bisect import insort
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extract.errors import ArticleError, InputError
from extract.merge.census import KINDS, Kind
from extract.readers.storage.encoding import decode

COLUMNS = (
    "accept", "kind", "name", "canonical", "rule", "evidence", "only_in", "articles", "records", "examples",
    "canonical_examples",
)  # fmt: skip
_NEEDED_COLUMNS = ("accept", "kind", "name", "canonical")
_YES = frozenset(["yes", "y", "true", "1", "x"])
_NO = frozenset(["no", "n", "false", "0", ""])
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_DELIMITERS = (",", ";", "\t")
_MAX_PROBLEMS_SHOWN = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Decision to replace a name. only_in: ids of the articles to which it is limited; empty for all.

    line: of the table, from 1.
    """

    kind: Kind
    name: str
    canonical: str
    only_in: tuple[str, ...] = ()
    line: int


def table_text(rows: Iterable[Mapping[str, str]]) -> str:
    """Format the table as CSV, with a byte order mark so that spreadsheets read its accents.

    A cell that a spreadsheet would take for a formula begins with an apostrophe.
    """
    out = io.StringIO(newline="")
    table = csv.writer(out, lineterminator="\r\n")
    table.writerow(COLUMNS)
    table.writerows([_harmless(row[column]) for column in COLUMNS] for row in rows)
    return "\ufeff" + out.getvalue()


def article_cell(ids: Iterable[str]) -> str:
    """Format ids of articles in one cell, with "|" between them."""
    return "|".join(name.replace("%", "%25").replace("|", "%7C") for name in ids)


def _article_ids(cell: str) -> tuple[str, ...]:
    parts = (part.strip().replace("%7C", "|").replace("%25", "%") for part in cell.split("|"))
    return tuple(part for part in parts if part)


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.lstrip("'").startswith(_FORMULA) else cell


def _as_meant(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell.lstrip("'").startswith(_FORMULA) else cell


def read_table(path: Path) -> list[Decision]:
    """Read the accepted rows of a table that `extract merge` wrote and a person may have edited.

    The delimiter is a comma, a semicolon or a tab. Raises InputError that names every problem (the first
    20) with its line.
    """
    try:
        text = decode(path.read_bytes())
    except OSError as error:
        reason = "no such file" if isinstance(error, FileNotFoundError) else error.strerror or error
        raise InputError(f"{path}: {reason}; give the table that `extract merge` wrote") from error
    except ArticleError as error:
        raise InputError(f"{path}: {error}; save the table as CSV, in UTF-8") from error
    problems: list[tuple[int, str]] = []
    decisions = [found for line, row in _rows(text, problems) if (found := _decision(line, row, problems))]
    problems += _conflicts(decisions)
    if problems:
        lines = [f"{path}:{line}: {what}" for line, what in sorted(problems)]
        lines[_MAX_PROBLEMS_SHOWN:] = (
            [f"... and {len(lines) - _MAX_PROBLEMS_SHOWN} more problems"]
            if len(lines) > _MAX_PROBLEMS_SHOWN
            else []
        )
        raise InputError("\n".join(lines))
    return decisions


def _rows(text: str, problems: list[tuple[int, str]]) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the cells of every row that is not blank, by column, with the line where it begins."""
    header = next(iter(text.splitlines()), "")
    delimiter = max(_DELIMITERS, key=header.count)
    table = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    columns: list[str] | None = None
    before = 0
    try:
        for cells in table:
            line, before = before + 1, table.line_num
            if columns is None:
                columns = [cell.strip().casefold() for cell in cells]
                missing = [name for name in _NEEDED_COLUMNS if name not in columns]
                if missing:
                    problems.append((line, f"no column {', '.join(missing)}; the first line must name them"))
                    return
            elif any(cell.strip() for cell in cells):
                # Spreadsheets leave out empty cells at the end of a row.
                padded = cells + [""] * (len(columns) - len(cells))
                yield line, {name: _as_meant(cell) for name, cell in zip(columns, padded, strict=False)}
    except csv.Error as error:
        problems.append((before + 1, f'no valid CSV: {error}; close the quotation mark, write "" inside one'))
    if columns is None and not problems:
        problems.append((1, f"the table is empty; its first line must be {','.join(_NEEDED_COLUMNS)}"))


def _decision(line: int, row: Mapping[str, str], problems: list[tuple[int, str]]) -> Decision | None:
    """Read the decision of a row; None for one not accepted or with a problem."""
    accept = row["accept"].strip().casefold()
    if accept not in _YES | _NO:
        problems.append((line, f"accept is {row['accept']!r}; write yes or no"))
    kind = next((kind for kind in KINDS if kind == row["kind"].strip().casefold()), None)
    if kind is None:
        problems.append((line, f"kind is {row['kind']!r}; write {' or '.join(KINDS)}"))
    name, canonical = row["name"], row["canonical"].strip()
    if not name.strip():
        problems.append((line, "the name is empty; write the name that the records have, or remove the row"))
    if accept in _YES and not canonical:
        problems.append((line, "canonical is empty; write the name to use, or no under accept"))
    if accept not in _YES or kind is None or not name.strip() or not canonical:
        return None
    only_in = _article_ids(row.get("only_in", ""))
    return Decision(kind=kind, name=name, canonical=canonical, only_in=only_in, line=line)


def _conflicts(decisions: Sequence[Decision]) -> Iterator[tuple[int, str]]:
    """Find names that get two names in one article, and names that lead back to themselves."""
    first: dict[tuple[Kind, str, str | None], Decision] = {}
    for decision in decisions:
        for article in decision.only_in or (None,):
            other = first.setdefault((decision.kind, decision.name, article), decision)
            if other.canonical != decision.canonical:
                where = f" in {article}" if article else ""
                says = f"{decision.name!r} is {decision.canonical!r}{where}"
                others = f"line {other.line} says {other.canonical!r}"
                yield decision.line, f"{says}, but {others}; accept one of the two"
                break
    for decision in decisions:
        seen, at = {decision.name}, decision.canonical
        while at != decision.name and (step := first.get((decision.kind, at, None))) and at not in seen:
            seen.add(at)
            at = step.canonical
        if at == decision.name and decision.canonical != decision.name and not decision.only_in:
            yield decision.line, f"{decision.name!r} leads back to itself; accept one way only"


_EXAMPLES_PER_NAME = 2
_MAX_EXAMPLE_CHARS = 80


class Examples:
    """Collector of the first two places of each name asked for, whatever the order of the records."""

    def __init__(self, names: Iterable[tuple[Kind, str]]) -> None:
        self._found: dict[tuple[str, str], list[tuple[str, int, str]]] = {name: [] for name in names}

    def add(self, record: dict[str, Any]) -> None:
        """Collect the names of a record, before it is renamed."""
        article, start = str(record["article"]["id"]), record["quote"]["spans"][0]["start"]
        speaker = record["speaker"]
        found = self._found.get((speaker["kind"], speaker["name"] or ""))
        if found is not None:
            self._keep(found, article, start, _of_speaker(record))
        for part in record["organizations"]:
            places = self._found.get((part.get("kind") or "organization", part["name"]))
            if places is not None:
                self._keep(places, article, start, _of_organization(part, record))

    def of(self, kind: Kind, name: str) -> str:
        """Format the places of a name in one cell."""
        return "; ".join(f"{article}: {words}" for article, _, words in self._found.get((kind, name), ()))

    def _keep(self, found: list[tuple[str, int, str]], article: str, start: int, words: str) -> None:
        place = article, start, words
        if len(found) < _EXAMPLES_PER_NAME or place < found[-1]:
            if place not in found:
                insort(found, place)
                del found[_EXAMPLES_PER_NAME:]


def _of_speaker(record: dict[str, Any]) -> str:
    speaker = record["speaker"]
    mention = speaker["mention"]["text"] if speaker["mention"] else speaker["name"]
    told = ", ".join(filter(None, (speaker.get("title"), speaker.get("affiliation"))))
    return f"{mention}{f' ({told})' if told else ''} “{_short(record['quote']['text'])}”"


def _of_organization(part: dict[str, Any], record: dict[str, Any]) -> str:
    mention = part["mentions"][0]["text"] if part["mentions"] else part["name"]
    return f"{mention} in “{_short(record['quote']['text'])}”"


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _MAX_EXAMPLE_CHARS else plain[: _MAX_EXAMPLE_CHARS - 1].rstrip() + "…"
