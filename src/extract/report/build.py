"""Builder of the page: a run's records to one HTML file."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files

from extract import __version__
from extract.errors import InputError
from extract.record.views import RecordView, read_views
from extract.report.embed import checked, data_element, policy, source_hash, to_json, to_text
from extract.report.folder import RunFolder
from extract.report.index import make_index
from extract.report.passages import Passages, make_passages
from extract.report.texts import Texts, find_texts

# The page is tested with so many quotes.
MAX_TRIED_QUOTES = 200_000

# Keys of a record without which it cannot be shown.
_NEEDED = ("record_id", "quote.text", "quote.type", "quote.act", "organizations.name", "confidence")


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The page, and counts of what it holds.

    repeated: records that came again and are shown once. missing, differing: articles whose texts were not
    found, or do not fit.
    """

    html: str
    quotes: int
    articles: int
    repeated: int
    missing: int
    differing: int


def build_report(
    run: RunFolder, *, articles: Sequence[str] = (), title: str | None = None, texts: bool = True
) -> Report:
    """Make the page of `run`.

    articles: where the texts are, when not where the run had them. texts: whether they go into the page.
    Raises InputError that names file, line and key.
    """
    first: dict[str, RecordView] = {}
    lines = 0
    for _, record in read_views(run.records, needs=_NEEDED):
        first.setdefault(record.record_id, record)
        lines += 1
    records = list(first.values())
    if not records:
        raise InputError(f"{run.records}: there is no record in it, so there is nothing to show")
    by_article: dict[str, list[RecordView]] = {}
    for record in records:
        by_article.setdefault(record.article.id, []).append(record)
    found = find_texts(by_article, run, articles=articles) if texts else None
    passages = make_passages(by_article, found)
    name = title or run.name
    index = make_index(records, passages, run=_about(run, records, name))
    return Report(
        html="".join(_page(name, to_json(index), passages)),
        quotes=len(records),
        articles=len(by_article),
        repeated=lines - len(records),
        missing=_missing(found, by_article),
        differing=len(found.differing) if found else 0,
    )


def _missing(found: Texts | None, by_article: dict[str, list[RecordView]]) -> int:
    return len(by_article) - len(found.found) - len(found.differing) if found else 0


def _about(run: RunFolder, records: Sequence[RecordView], title: str) -> dict[str, str | None]:
    """Describe the run. key: of what the browser stores, the same for the same records."""
    digest = hashlib.sha256("\n".join(record.record_id for record in records).encode("utf-8", "replace"))
    return {
        "title": title,
        "key": digest.hexdigest()[:16],
        "extract": __version__,
        "model": run.model,
        "started": run.started,
        "file": run.records.name,
    }


def _page(title: str, index: str, passages: Passages) -> Iterator[str]:
    assets = files("extract.report") / "assets"
    script = checked((assets / "page.js").read_text("utf-8"))
    style = checked((assets / "page.css").read_text("utf-8"))
    built = json.loads((assets / "build.json").read_text("utf-8"))
    allowed = policy(scripts=[source_hash(script)], styles=[source_hash(style), *built["styles"]])
    yield f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{allowed}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="extract {__version__}">
<title>{to_text(title)} – quotes</title>
<style>{style}</style>
</head>
<body>
<div id="app"><noscript>This page needs JavaScript, which stays on this computer.</noscript></div>
"""
    yield data_element("index", index) + "\n"
    for number, block in enumerate(passages.blocks):
        yield data_element(f"block-{number}", block, media_type="application/gzip+base64") + "\n"
    licences = to_json((assets / "LICENSES.txt").read_text("utf-8"))
    yield data_element("licences", licences) + "\n"
    yield f"<script>{script}</script>\n</body>\n</html>\n"
