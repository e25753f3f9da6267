"""Terminal view of the time expressions of an article, each in its sentence."""

from __future__ import annotations

import re

from rich.console import Console
from rich.table import Table
from rich.text import Text

from extract.errors import printable
from extract.spans import CharSpan
from extract.timex.article_dates import ArticleDates

_CONTEXT_CHARS = 60  # on either side
# The space in "rained. It", "rained.” He" and "rained? “No", and every line end; not that in "Mr. Holm".
_SENTENCE_EDGE = re.compile(r"\n|(?<=[.?!][\"”’)])\s|(?<=[a-z\d)][.?!])\s(?=[A-Z“\"‘])")
_STYLE = "bold cyan"


def show_dates(console: Console, dates: ArticleDates) -> None:
    """Print the article's name and anchor, and a table: expression in its sentence, value, EDTF."""
    article, anchor = dates.article, dates.anchor
    known = f"{anchor.date} ({anchor.basis})" if anchor.date else "no date of its own"
    console.print(Text.assemble((printable(article.id), "bold"), f"  {known}"), soft_wrap=True)
    if not dates.timexes:
        console.print("No time expressions.")
        return
    table = Table(expand=True)
    table.add_column("Expression", ratio=5, overflow="fold")
    for column, share in (("Type", 1), ("Value", 2), ("EDTF", 2)):
        table.add_column(column, ratio=share, overflow="fold")
    for timex in dates.timexes:
        words = in_sentence(article.text, timex.span)
        table.add_row(words, timex.type, Text(timex.value), Text(timex.edtf or "-"))
    console.print(table)


def in_sentence(text: str, span: CharSpan) -> Text:
    """Mark an expression in its sentence; a long sentence is cut at words."""
    start, end = max(0, span.start - _CONTEXT_CHARS), min(len(text), span.end + _CONTEXT_CHARS)
    edges = [match.end() for match in _SENTENCE_EDGE.finditer(text, start, span.start)]
    close = _SENTENCE_EDGE.search(text, span.end, end)
    before = text[edges[-1] if edges else start : span.start]
    after = text[span.end : close.start() if close else end]
    if not edges and start:
        before = "… " + before.partition(" ")[2]
    if close is None and end < len(text):
        after = after.rpartition(" ")[0] + " …"
    return Text.assemble(_flat(before).lstrip(), (_flat(span.of(text)), _STYLE), _flat(after).rstrip())


def _flat(text: str) -> str:
    return re.sub(r"\s+", " ", printable(text))
