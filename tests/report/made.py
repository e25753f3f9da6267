"""Records and articles made by hand, and the folders that a run would leave of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from extract.article import Article
from extract.quotes.quote import Quote, QuoteType, Said, Speaker, Subject
from extract.record.from_quote import to_record
from extract.record.record import Provenance, Record
from extract.record.writers.json import json_line
from extract.spans import CharSpan

PROVENANCE = Provenance(extract="0.1.0", model="en_fake-0.1.0")


def span(text: str, words: str) -> CharSpan:
    """Where `words` first stand in `text`."""
    start = text.index(words)
    return CharSpan(start, start + len(words))


def record(
    article: Article,
    words: str,
    *,
    speaker: str | None = None,
    mention: str | None = None,
    cue: str | None = "said",
    about: Mapping[str, str] | None = None,
    said: str | None = None,
    form: QuoteType = "direct",
    confidence: float = 0.9,
    flags: tuple[str, ...] = (),
) -> Record:
    """The record of the quote `words` of `article`. about: names of organizations, and their mentions."""
    text = article.text
    phrase = mention or speaker
    quote = Quote(
        content=(span(text, words),),
        type=form,
        act="statement",
        cue=span(text, cue) if cue else None,
        speaker=Speaker(
            mention=span(text, phrase) if phrase else None,
            name=speaker,
            kind="person" if speaker else "unknown",
            title=None,
            affiliation=None,
            reason=None if speaker else "no_source",
        ),
        organizations=tuple(
            Subject(name=name, mentions=(span(text, words),), how="named")
            for name, words in (about or {}).items()
        ),
        said=Said(date=said, basis="cue", span=None) if said else None,
        dates=(),
        flags=flags,
        quote_confidence=confidence,
        speaker_confidence=confidence,
    )
    return to_record(article, quote, provenance=PROVENANCE)


def write_run(folder: Path, records: Iterable[Record], *, inputs: Iterable[str] = ()) -> Path:
    """`records.jsonl` and `run.json` in `folder`, which is made."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "records.jsonl").write_text("".join(map(json_line, records)), encoding="utf-8")
    run: dict[str, Any] = {"model": "en_fake-0.1.0", "inputs": [{"input": name} for name in inputs]}
    (folder / "run.json").write_text(json.dumps(run))
    return folder


def write_articles(folder: Path, articles: Iterable[Article]) -> Path:
    """Text files in `folder`, which is made, called as the ids say."""
    for article in articles:
        path = folder / article.id
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(article.text, encoding="utf-8", newline="")
    return folder
