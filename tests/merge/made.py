"""Records made by hand: who speaks, in which article, of whom; the rest is filled in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from extract.merge.census import Census
from extract.merge.decision import Merge, decide
from extract.record.record import SCHEMA_VERSION, Record
from extract.record.views import RecordView

Fields = dict[str, Any]


def span(text: str, start: int = 0) -> Fields:
    return {"start": start, "end": start + len(text), "text": text}


def organization(name: str, *mentions: str, id: str | None = None, how: str = "named") -> Fields:  # noqa: A002
    """One entry of `organizations`; its mentions are one after the other."""
    spans, at = [], 0
    for mention in mentions or (name,):
        spans.append(span(mention, at))
        at += len(mention) + 1
    return {"name": name, "id": id, "kind": "organization", "mentions": spans, "how": how}


def record(
    article: str,
    name: str | None = None,
    *,
    kind: str = "person",
    mention: str | None = None,
    title: str | None = None,
    affiliation: str | None = None,
    about: Iterable[str | Fields] = (),
    words: str | None = None,
    id: str | None = None,  # noqa: A002
    number: int = 0,
) -> Fields:
    """A record as JSON has it. number: tells records of one article apart, as the offset of the quote.

    words: few of its own, unless given: articles that say the same are reprints.
    """
    words = f"It is so in {article}." if words is None else words
    spoken, phrase = span(words, 100 * number), mention or name
    return {
        "schema_version": SCHEMA_VERSION,
        "record_id": f"q-{article}-{number}",
        "article": {"id": article, "path": article, "title": None, "published": None, "publisher": None},
        "quote": {"text": words, "type": "direct", "act": "statement", "spans": [spoken], "cue": None},
        "speaker": {
            "mention": span(phrase) if phrase else None,
            "name": name,
            "id": id,
            "kind": kind if name else "unknown",
            "title": title,
            "affiliation": affiliation,
            "reason": None if name else "no_source",
            "members": [],
        },
        "organizations": [organization(part) if isinstance(part, str) else part for part in about],
        "said": None,
        "dates": [],
        "confidence": {"quote": 0.9, "speaker": 0.8},
        "flags": [],
        "provenance": {"extract": "0.1.0", "model": "en_fake-0.1.0"},
    }


def lines(records: Iterable[Fields]) -> str:
    """JSON Lines as `extract run` writes them."""
    return "".join(Record.model_validate(fields).model_dump_json() + "\n" for fields in records)


def write(path: Path, records: Iterable[Fields]) -> Path:
    path.write_text(lines(records), encoding="utf-8", newline="\n")
    return path


def merges(records: Sequence[Fields]) -> list[Merge]:
    """What is decided on some records."""
    census = Census()
    for fields in records:
        census.add(RecordView.model_validate(fields))
    return decide(census)


def sure(records: Sequence[Fields]) -> dict[str, str]:
    """Each name that is merged everywhere, and into which."""
    return {merge.name: merge.canonical for merge in merges(records) if merge.accept and not merge.only_in}


def doubtful(records: Sequence[Fields]) -> dict[str, str]:
    """Each name that is left to a person, and with which other."""
    return {merge.name: merge.canonical for merge in merges(records) if not merge.accept}
