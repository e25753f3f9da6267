"""Output of a score: tables and errors for a terminal, and JSON."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from extract.errors import printable
from extract.record.choices import GROUPINGS
from extract.score import Score
from extract.score.errors import BRACKETS, Error, Values, errors_of
from extract.score.figures import ALL, Counts, Figures, by_type, grouped

_COUNTS = ("P", "R", "F1", "right", "extra", "missed")
_SHARES = ("span", "type", "act", "speaker", "said")
_MAX_IDS_SHOWN = 5
_NOTHING = "-"


def show_score(console: Console, score: Score, *, by: Sequence[str] = ()) -> None:
    """Print what was compared, the figures for each type of quote, and a table for each grouping in `by`."""
    figures = by_type(score.verdicts)
    for line in _compared(score, figures[ALL]):
        _say(console, line)
    console.print()
    console.print(_counts_table("quotes", {kind: part.quotes for kind, part in figures.items()}))
    console.print()
    console.print(_shares_table(figures))
    console.print()
    console.print(
        _counts_table("organizations", {kind: part.organizations for kind, part in figures.items()})
    )
    console.print()
    records = {kind: part.records for kind, part in figures.items()}
    console.print(_counts_table("whole records", records))
    for grouping in by:
        console.print()
        console.print(_groups_table(f"by {grouping}", grouped(score.verdicts, grouping)))


def show_errors(console: Console, errors: Sequence[Error], *, most: int | None) -> None:
    """Print the first `most` errors, or all with None, under a line that counts them by kind."""
    console.print()
    if not errors:
        console.print("No errors.")
        return
    kinds = Counter(error.kind for error in errors)
    _say(console, f"Errors: {', '.join(f'{count} {kind}' for kind, count in kinds.most_common())}")
    marks = ", ".join(f"{left}{role}{right}" for role, (left, right) in BRACKETS.items())
    _say(console, f"Marked: {marks}")
    shown = errors if most is None else errors[:most]
    for number, error in enumerate(shown, start=1):
        console.print()
        for line in _error_lines(number, error):
            _say(console, line)
    if len(shown) < len(errors):
        console.print()
        _say(console, f"... and {len(errors) - len(shown)} more")


def _compared(score: Score, figures: Figures) -> list[str]:
    quotes = figures.quotes.right + figures.quotes.missed
    aside = f", and {score.optional} optional" if score.optional else ""
    lines = [
        f"gold:    {_number(score.articles, 'article')}, {_number(quotes, 'quote')}{aside}",
        f"records: {score.records}",
    ]
    if score.on_optional:
        lines.append(f"         {score.on_optional} on optional quotes, not counted")
    if score.left_out:
        names = sorted(score.left_out)
        more = f" and {len(names) - _MAX_IDS_SHOWN} more" if len(names) > _MAX_IDS_SHOWN else ""
        lines.append(
            f"         {score.left_out.total()} of {_number(len(names), 'article')} not in the gold, "
            f"left out: {', '.join(names[:_MAX_IDS_SHOWN])}{more}"
        )
    return lines


def _counts_table(title: str, rows: Mapping[str, Counts]) -> Table:
    table = _table(title, _COUNTS)
    for name, counts in rows.items():
        whole = counts.right + counts.extra + counts.missed
        rates = [_rate(value, whole) for value in (counts.p, counts.r, counts.f1)]
        table.add_row(Text(name), *rates, str(counts.right), str(counts.extra), str(counts.missed))
    return table


def _shares_table(rows: Mapping[str, Figures]) -> Table:
    table = _table("of those found", (*_SHARES, "found"))
    for name, figures in rows.items():
        found = figures.quotes.right
        shares = [_rate(getattr(figures, share), found) for share in _SHARES]
        table.add_row(Text(name), *shares, str(found))
    return table


def _groups_table(title: str, rows: Mapping[str, Figures]) -> Table:
    table = _table(title, ("quotes", "P", "R", "F1", "speaker", "orgs F1", "said", "record F1"))
    for name, figures in rows.items():
        quotes, organizations, records = figures.quotes, figures.organizations, figures.records
        whole = quotes.right + quotes.extra + quotes.missed
        named = organizations.right + organizations.extra + organizations.missed
        table.add_row(
            Text(printable(name)),
            str(quotes.right + quotes.missed),
            *(_rate(value, whole) for value in (quotes.p, quotes.r, quotes.f1)),
            _rate(figures.speaker, quotes.right),
            _rate(organizations.f1, named),
            _rate(figures.said, quotes.right),
            _rate(records.f1, whole),
        )
    return table


def _table(title: str, columns: Sequence[str]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column(title, overflow="fold", min_width=14)
    for column in columns:
        table.add_column(column, justify="right", no_wrap=True)
    return table


def _error_lines(number: int, error: Error) -> list[str]:
    kind = f" ({error.type})" if error.type else ""
    lines = [f"{number}. {error.kind}: {error.article}, {error.start} to {error.end}{kind}"]
    if error.kind not in ("missed", "extra", "span"):
        lines.append(f"   gold:   {_values(error.gold, either=error.kind == 'said')}")
        lines.append(f"   record: {_values(error.record)}")
    if error.note:
        lines.append(f"   {error.note}")
    return [*lines, f"   {error.text}"]


def _values(values: Values, *, either: bool = False) -> str:
    return (" or " if either else ", ").join(value or "(none)" for value in values) or "(none)"


def _rate(value: float | None, whole: int) -> str:
    return f"{value:.3f}" if value is not None and whole else _NOTHING


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _say(console: Console, line: str) -> None:
    console.print(Text(printable(line)), soft_wrap=not console.is_terminal)


def score_as_json(score: Score) -> str:
    """Serialize the score to the JSON that docs/score.md describes, indented."""
    types = by_type(score.verdicts)
    every = types[ALL]
    left_out = {"count": score.left_out.total(), "articles": dict(sorted(score.left_out.items()))}
    found: dict[str, Any] = {
        "articles": score.articles,
        "gold_quotes": every.quotes.right + every.quotes.missed,
        "optional_quotes": score.optional,
        "records": score.records,
        "records_on_optional": score.on_optional,
        "records_left_out": left_out,
        "articles_with_other_text": list(score.misfits),
    }
    found |= _figures(every)
    found["quote"] = {kind: _counts(figures.quotes) for kind, figures in types.items()}
    found["by"] = {
        by: {name: _figures(figures) for name, figures in grouped(score.verdicts, by).items()}
        for by in GROUPINGS
    }
    found["errors"] = [asdict(error) for error in errors_of(score.verdicts)]
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def _figures(figures: Figures) -> dict[str, Any]:
    return {
        "quote": _counts(figures.quotes),
        "quote_span_f1": figures.span,
        "type_accuracy": figures.type,
        "act_accuracy": figures.act,
        "speaker_accuracy": figures.speaker,
        "said_accuracy": figures.said,
        "orgs": _counts(figures.organizations),
        "record": _counts(figures.records),
    }


def _counts(counts: Counts) -> dict[str, float]:
    return {
        "p": counts.p,
        "r": counts.r,
        "f1": counts.f1,
        "tp": counts.right,
        "fp": counts.extra,
        "fn": counts.missed,
    }
