"""Attributions of the program against annotated ones, by the type of the quote: overlapping and exact."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from spans import Counts

from extract.layout.quotation_marks.quotations import find_quotations
from extract.quotes.passages.quote_type import quotation_type
from extract.score.matching import letters_in, match
from extract.spans import CharSpan

TYPES = ("direct", "mixed", "indirect")
_THAT = re.compile(r"that\b[\s,]*", re.IGNORECASE)
_EDGE = re.compile(r"\w")


def by_type(
    rows: Iterable[Mapping[str, Any]], records: Mapping[str, Sequence[Mapping[str, Any]]]
) -> dict[str, dict[str, Counts]]:
    """Counts for each type of quote: contents found by overlap, exact, and exact but for a leading "that".

    rows: articles with `attributions`. records: those of each article, by its id. Contents belong together
    one to one when they share half of their letters; a content has the type that its marks give it.
    """
    out = {kind: {name: Counts() for name in ("found", "exact", "bare")} for kind in ("all", *TYPES)}
    for row in rows:
        text = row["text"]
        quotations = find_quotations(
            text, [CharSpan(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text)]
        )
        wanted = [[CharSpan(*span) for span in item["content"]] for item in row.get("attributions", ())]
        wanted = [content for content in wanted if content]
        found = [
            [CharSpan(span["start"], span["end"]) for span in record["quote"]["spans"]]
            for record in records.get(str(row["id"]), ())
        ]
        partner = match(
            [letters_in(text, content) for content in wanted],
            [letters_in(text, content) for content in found],
        )
        for at, content in enumerate(wanted):
            other = found[partner[at]] if at in partner else None
            _count(out, quotation_type(text, content, quotations), _agreement(text, content, other), "missed")
        for number, content in enumerate(found):
            whole = next((wanted[at] for at, other in partner.items() if other == number), None)
            kind = quotation_type(text, whole or content, quotations)
            _count(out, kind, _agreement(text, whole, content), "wrong")
    return out


def _count(out: dict[str, dict[str, Counts]], kind: str, right: Iterable[str], side: str) -> None:
    """Add one content: what is right is counted from the side of the gold only."""
    for name, counts in (*out[kind].items(), *out["all"].items()):
        if name not in right:
            setattr(counts, side, getattr(counts, side) + 1)
        elif side == "missed":
            counts.right += 1


def _agreement(text: str, wanted: Sequence[CharSpan] | None, found: Sequence[CharSpan] | None) -> set[str]:
    """In which ways the content found is the one wanted; in none where one of them is missing."""
    if wanted is None or found is None:
        return set()
    exact = _edges(text, wanted) == _edges(text, found)
    bare = _edges(text, _bare(text, wanted)) == _edges(text, _bare(text, found))
    return {"found", *(["exact"] if exact else ()), *(["bare"] if bare else ())}


def _bare(text: str, content: Sequence[CharSpan]) -> list[CharSpan]:
    """The content without a leading "that"."""
    first, *rest = content
    start = _edges(text, [first])[0]
    that = _THAT.match(text, start, first.end)
    return [CharSpan(that.end(), first.end), *rest] if that and that.end() < first.end else [*content]


def _edges(text: str, content: Sequence[CharSpan]) -> tuple[int, int]:
    """Offsets of the first and the last letter or digit."""
    start, end = content[0].start, content[-1].end
    places = [match.start() for match in _EDGE.finditer(text, start, end)]
    return (places[0], places[-1]) if places else (start, end)


def table(counts: Mapping[str, Mapping[str, Counts]]) -> Iterator[str]:
    """Markdown: a row for each type of quote."""
    yield "| Contents by type | found P | found R | found F1 | exact F1 | exact F1 but for *that* |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: |"
    for kind, by in counts.items():
        found = by["found"]
        cells = (found.precision, found.recall, found.f1, by["exact"].f1, by["bare"].f1)
        yield f"| {kind} | {' | '.join(f'{cell:.3f}' for cell in cells)} |"
