"""Records with what is hard to write, and every format read back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from extract.article import Article
from extract.quotes.quote import Quote, Said, Speaker, Subject
from extract.record.from_quote import to_record
from extract.record.record import Provenance, Record
from extract.record.writers import write_records
from extract.spans import CharSpan

PROVENANCE = Provenance(extract="0.1.0", model="en_made-0.1.0")
WORDS = (
    "We won",
    '=HYPERLINK("http://example.org";"Click")',
    "+1 for the bank",
    "- It is over.",
    "@SUM(1+1)",
    "\tindented",
    " =1+1",
    "one\r\ntwo\nthree\u2028four",
    'He said "no", twice; and left',
    "😀 emoji 👩‍🚀",
    "אמר הבנק: לא",
    "#N/A",
    "https://example.org/news",
    "<r>bold</r>",
    "<script>alert(1)</script>",
    "_x0041_ and \x0b",
    "00123",
    "NA",
    "long " + "wörd " * 8_000,
)


def made_record(
    words: str,
    *,
    article: str = "a.txt",
    speaker: str | None = "Ada Brunn",
    organizations: Sequence[str] = ("Norvik Bank", "Riksnett"),
    said: str | None = "2017-04-06",
    publisher: str | None = "Norvik Times",
    author: str | None = "Ada Quill; Bo Berg",
) -> Record:
    """The record of an article that is nothing but `words`."""
    span = CharSpan(0, len(words))
    quote = Quote(
        content=(span,),
        type="direct",
        act="statement",
        cue=None,
        speaker=Speaker(mention=None, name=speaker, kind="person"),
        organizations=tuple(Subject(name=name, mentions=(span,), how="named") for name in organizations),
        said=None if said is None else Said(date=said, span=None, basis="published"),
        dates=(),
        quote_confidence=0.9,
        speaker_confidence=0.8,
        flags=("year_inferred",),
    )
    made = Article(
        id=article,
        path=f"news/{article}",
        text=words,
        title="=Title",
        published="2017-04",
        publisher=publisher,
        author=author,
    )
    return to_record(made, quote, provenance=PROVENANCE)


def hard_records() -> list[Record]:
    """One for each of `WORDS`, by articles of two outlets; some without speaker, organization or date."""
    return [
        made_record(
            words,
            article=f"{number // 3}.txt",
            speaker=None if number % 4 == 3 else ("Ada Brunn", "Per Holm")[number % 2],
            organizations=() if number % 5 == 4 else ("Norvik Bank", "Riksnett")[: 1 + number % 2],
            said=None if number % 6 == 5 else ("2017-04-06", "2017-03", "XXXX-04-06")[number % 3],
            publisher=None if number >= 15 else "Norvik Times",
            author=None if number >= 12 else "Ada Quill; Bo Berg",
        )
        for number, words in enumerate(WORDS)
    ]


def written(folder: Path, records: Sequence[Record], extension: str) -> Path:
    """The file of `records` in one format."""
    with write_records(folder, [extension]) as add:
        for record in records:
            add(record)
    return folder / f"records.{extension}"
