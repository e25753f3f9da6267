"""Annotated articles: in brat's form, written by marking words of a text, and as gold."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from extract.spans import CharSpan
from tests.marked_texts import span_of

TEXT = (
    "Harbor shut after storm\n\n"
    "PORT SELBY, May 3 – The harbor of Port Selby stays shut until Friday, Ines Corvo said.\n\n"
    "“We found cracks in the east wall,” the harbor master told reporters, “and nobody sails before "
    "they are closed.” Nordkai Shipping announced that its ferries would go to Almsund.\n"
)
GOLD: dict[str, Any] = {
    "id": "wall",
    "text": "“It holds,” Pim Vos said.",
    "quotes": [
        {
            "content": ["It holds"],
            "type": "direct",
            "cue": "said",
            "speaker": {"mention": "Pim Vos", "name": "Pim Vos", "kind": "person"},
            "organizations": [],
            "said": None,
        }
    ],
}


def standoff(text: str, marked: Iterable[tuple[str, str]], others: Iterable[str] = ()) -> str:
    """An .ann file: T1, T2, ... for each (type, words), where "..." parts the pieces; then other lines."""
    lines = []
    for number, (type_, words) in enumerate(marked, start=1):
        spans = pieces(text, words)
        offsets = ";".join(f"{span.start} {span.end}" for span in spans)
        said = re.sub(r"\s", " ", " ".join(span.of(text) for span in spans))
        lines.append(f"T{number}\t{type_} {offsets}\t{said}")
    return "".join(f"{line}\n" for line in [*lines, *others])


def pieces(text: str, words: str) -> list[CharSpan]:
    return [span_of(text, piece) for piece in words.split("...")]


def write_brat(folder: Path, name: str, text: str, annotation: str) -> Path:
    """Write NAME.txt and NAME.ann as brat does; return the latter."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.txt").write_bytes(text.encode())
    path = folder / f"{name}.ann"
    path.write_bytes(annotation.encode())
    return path


def words_of(text: str, spans: Iterable[tuple[int, int]]) -> list[str]:
    return [text[start:end] for start, end in spans]


def write_gold(path: Path, *articles: object) -> Path:
    """Write articles as JSON Lines, packed where the name ends in .gz; return `path`."""
    data = "".join(json.dumps(article) + "\n" for article in articles).encode()
    path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)
    return path
