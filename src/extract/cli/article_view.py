"""Terminal view of one article: its text with the quotes marked, and the list of its records."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from extract.article import Article
from extract.errors import printable
from extract.record.record import OrganizationPart, Record, TextSpan

STYLES = {"source": "bold cyan", "cue": "yellow", "content": "green"}
_BRACKETS = {"source": "{}", "cue": "<>", "content": "[]"}


@dataclass(frozen=True, slots=True, order=True)
class MarkedSpan:
    """Span of the article to mark. role: source, cue or content. number: of its quote, from 1."""

    start: int
    end: int
    role: str
    number: int


def show_article(console: Console, article: Article, records: Sequence[Record]) -> None:
    """Print the article and its records; in colours on a terminal, else with brackets."""
    legend = [
        f"[{STYLES[role]}]{role}[/]"
        if console.is_terminal
        else escape(f"{_BRACKETS[role][0]}N {role}{_BRACKETS[role][1]}")
        for role in STYLES
    ]
    head = [article.title, article.publisher, article.published]
    console.print(
        f"[bold]{escape(article.id)}[/]", " · ".join(escape(printable(part)) for part in head if part)
    )
    console.print("Marked:", ", ".join(legend), highlight=False)
    console.print()
    marks = marks_of(records)
    body = _styled(article.text, marks) if console.is_terminal else Text(bracketed(article.text, marks))
    console.print(body, soft_wrap=not console.is_terminal)
    console.print()
    if not records:
        console.print("No quotes.")
    elif console.is_terminal:
        console.print(_table(records))
    else:
        for number, record in enumerate(records, start=1):
            console.print(Text(_line(number, record)), soft_wrap=True)


def marks_of(records: Sequence[Record]) -> list[MarkedSpan]:
    """List the sources, cues and contents of all records, in reading order."""
    marks = []
    for number, record in enumerate(records, start=1):
        parts: list[tuple[str, TextSpan | None]] = [("content", span) for span in record.quote.spans]
        parts += [("cue", record.quote.cue), ("source", record.speaker.mention)]
        marks += [MarkedSpan(span.start, span.end, role, number) for role, span in parts if span]
    return sorted(marks, key=lambda mark: (mark.start, -mark.end, mark.role))


def bracketed(text: str, marks: Sequence[MarkedSpan]) -> str:
    """Put the marks into `text` as brackets: `[1 content]`, `<1 cue>`, `{1 source}`."""
    opened = [(mark.start, 1, -mark.end, f"{_BRACKETS[mark.role][0]}{mark.number} ") for mark in marks]
    closed = [(mark.end, 0, -mark.start, _BRACKETS[mark.role][1]) for mark in marks]
    pieces, at = [], 0
    for position, _, _, bracket in sorted(opened + closed, key=lambda edge: edge[:3]):
        pieces += [printable(text[at:position]), bracket]
        at = position
    return "".join([*pieces, printable(text[at:])])


def _styled(text: str, marks: Sequence[MarkedSpan]) -> Text:
    styled = Text(printable(text))
    for mark in sorted(marks, key=lambda mark: mark.start - mark.end):
        styled.stylize(STYLES[mark.role], mark.start, mark.end)
    return styled


def _table(records: Sequence[Record]) -> Table:
    table = Table(show_lines=True, expand=True)
    table.add_column("", no_wrap=True)
    for column, share in (("Who", 3), ("What", 6), ("About", 3), ("When", 2)):
        table.add_column(column, overflow="fold", ratio=share)
    for number, record in enumerate(records, start=1):
        who, what, about, when = (Text(printable(cell)) for cell in _cells(record))
        table.add_row(str(number), who, what, about, when)
    return table


def _line(number: int, record: Record) -> str:
    who, what, about, when = (" · ".join(printable(cell).split("\n")) for cell in _cells(record))
    return f"{number}. {who} | {what} | about: {about} | {when}"


def _cells(record: Record) -> tuple[str, str, str, str]:
    speaker, said = record.speaker, record.said
    who = speaker.name or (speaker.mention.text if speaker.mention else "?")
    if ids := [key for key in (speaker.id, *(member.id for member in speaker.members)) if key]:
        who += f" [{', '.join(ids)}]"
    if speaker.title:
        who += f"\n{speaker.title}"
    if speaker.reason:
        who += f"\n({speaker.reason})"
    about = ", ".join(map(_subject, record.organizations)) or "-"
    when = f"{said.date} ({said.basis})" if said else "date unknown"
    kind = ", ".join([record.quote.type, record.quote.act, *record.flags])
    what = f"{' '.join(record.quote.text.split())}\n{kind}"
    return who, what, about, when


def _subject(part: OrganizationPart) -> str:
    """Format a subject: its name, its kind unless it is an organization, and its id."""
    kind = f" ({part.kind})" if part.kind != "organization" else ""
    return part.name + kind + (f" [{part.id}]" if part.id else "")
