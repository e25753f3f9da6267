"""Merge of a batch: the records are read twice, once to decide and once to write."""

from __future__ import annotations

import codecs
import gzip
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, BinaryIO, cast

from pydantic import ValidationError
from pydantic_core import from_json, to_json

from extract.errors import InputError
from extract.files import MERGE_TABLE, merged_file
from extract.merge.census import Census
from extract.merge.decision import Merge, decide
from extract.merge.folder import MergeFolder
from extract.merge.renaming import Renaming
from extract.merge.summary import MergeSummary
from extract.merge.table import Decision, Examples, article_cell, read_table, table_text
from extract.record.record import Record
from extract.record.views import read_views
from extract.record.writers import WRITERS
from extract.record.writers.atomic_file import atomic_path

# Keys of a record that merging reads and writes.
_NEEDED = (
    "quote.text",
    "speaker.name",
    "speaker.kind",
    "speaker.mention.text",
    "organizations.name",
    "organizations.how",
    "organizations.mentions.text",
)


def merge_records(
    inputs: Sequence[Path], folder: MergeFolder, *, formats: Sequence[str], write_records: bool = True
) -> MergeSummary:
    """Decide which names mean the same one; write the table and, unless told otherwise, the records.

    Raises InputError for files that are not records or cannot be written.
    """
    census = take_census(inputs)
    merges = decide(census)
    sure = [
        Decision(kind=m.kind, name=m.name, canonical=m.canonical, only_in=m.only_in, line=0)
        for m in merges
        if m.accept
    ]
    examples = Examples((m.kind, name) for m in merges for name in (m.name, m.canonical))
    renaming = Renaming(sure)
    with folder.writing(), ExitStack() as files:
        table = files.enter_context(atomic_path(folder.path / MERGE_TABLE))
        add = files.enter_context(_write(folder.path, formats if write_records else ()))
        changed = _rewrite(inputs, renaming, add, look=examples.add)
        text = table_text(_row(merge, examples) for merge in merges)
        table.write_text(text, encoding="utf-8", newline="")
    summary = MergeSummary(
        records=census.records,
        changed=changed,
        names=len(census.counts),
        merged=len({(d.kind, d.name) for d in sure}),
        into=len({(d.kind, d.canonical) for d in sure}),
        to_check=sum(not merge.accept for merge in merges),
    )
    folder.finish(summary, inputs=inputs, formats=formats if write_records else (), table=text)
    return summary


def apply_table(
    inputs: Sequence[Path], table: Path, folder: MergeFolder, *, formats: Sequence[str]
) -> MergeSummary:
    """Write the records with the names that a table accepts; nothing is decided here.

    Raises InputError for a table with a problem, and as `merge_records` does.
    """
    decisions = [decision for decision in read_table(table) if decision.name != decision.canonical]
    census = take_census(inputs)
    renaming = Renaming(decisions)
    with folder.writing(), _write(folder.path, formats) as add:
        changed = _rewrite(inputs, renaming, add)
    met = [d for d in decisions if (d.kind, d.name) in renaming.met]
    summary = MergeSummary(
        records=census.records,
        changed=changed,
        names=len(census.counts),
        merged=len({(d.kind, d.name) for d in met}),
        into=len({(d.kind, d.canonical) for d in met}),
        unknown=tuple(sorted(d.line for d in decisions if (d.kind, d.name) not in renaming.met)),
    )
    folder.finish(summary, inputs=inputs, formats=formats, applied=table)
    return summary


def take_census(inputs: Sequence[Path]) -> Census:
    """Count the names of all records. Raises InputError that names file, line and key."""
    census = Census()
    for path in inputs:
        for _, record in read_views(path, needs=_NEEDED):
            census.add(record)
    return census


Add = Callable[[bytes, dict[str, Any], str], None]


@contextmanager
def _write(folder: Path, formats: Sequence[str]) -> Iterator[Add]:
    """Yield the function that adds a record, by its line and as an object, to the files of all formats."""
    with ExitStack() as files:
        parts = {name: files.enter_context(atomic_path(folder / merged_file(name))) for name in formats}
        lines = files.enter_context(parts["jsonl"].open("wb")) if "jsonl" in parts else None
        adds = [files.enter_context(WRITERS[name](part)) for name, part in parts.items() if name != "jsonl"]

        def add(line: bytes, fields: dict[str, Any], place: str) -> None:
            if lines is not None:
                lines.write(line)
            if adds:
                record = _record(fields, place)
                for add_one in adds:
                    add_one(record)

        yield add


def _record(fields: dict[str, Any], place: str) -> Record:
    try:
        return Record.model_validate(fields)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise InputError(
            f"{place}: no record of this version of extract: {where}: {first['msg']}; "
            "it can be written with --format jsonl only"
        ) from error


def _rewrite(
    inputs: Sequence[Path], renaming: Renaming, add: Add, look: Callable[[dict[str, Any]], None] | None = None
) -> int:
    """Add every record, renamed; a line without a name to replace stays as it is. Returns how many changed.

    look: called with each record before it is renamed.
    """
    changed = 0
    for path in inputs:
        for number, line in _lines(path):
            fields = _fields(line, f"{path}:{number}")
            if look is not None:
                look(fields)
            if renaming.apply(fields):
                changed += 1
                line = to_json(fields)
            add(line.rstrip(b"\r\n") + b"\n", fields, f"{path}:{number}")
    return changed


def _fields(line: bytes, place: str) -> dict[str, Any]:
    try:
        fields: dict[str, Any] = from_json(line)
    except ValueError as error:
        raise InputError(f"{place}: {error}; correct the line or leave it out") from error
    return fields


def _lines(path: Path) -> Iterator[tuple[int, bytes]]:
    opener = gzip.open if path.name.lower().endswith(".gz") else open
    with cast("BinaryIO", opener(path, "rb")) as stream:
        for number, line in enumerate(stream, start=1):
            plain = line.removeprefix(codecs.BOM_UTF8) if number == 1 else line
            if plain.strip():
                yield number, plain


def _row(merge: Merge, examples: Examples) -> dict[str, str]:
    return {
        "accept": "yes" if merge.accept else "",
        "kind": merge.kind,
        "name": merge.name,
        "canonical": merge.canonical,
        "rule": merge.rule,
        "evidence": merge.evidence,
        "only_in": article_cell(merge.only_in),
        "articles": str(merge.articles),
        "records": str(merge.records),
        "examples": examples.of(merge.kind, merge.name),
        "canonical_examples": examples.of(merge.kind, merge.canonical),
    }
