"""Time expressions against annotated ones, by kind of expression, and the speed beside dateparser."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import click

from extract.timex import find_timexes
from extract.timex.timex import Timex

UNIT = r"(?:second|minute|hour|day|week|fortnight|month|quarter|year|decade|centur(?:y|ie))s?"
MONTH = r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\b\.?"
WEEKDAY = r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
KINDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern, re.IGNORECASE))
    for name, pattern in (
        ("time of day", r"\b[ap]\.?m\b|noon|midnight|o'clock|GMT|UTC|morning|evening|night|overnight|\d:\d"),
        ("set (daily, each year)", r"\b(?:every|each|daily|weekly|monthly|annual|annually|per)\b|^an? \w+$"),
        (
            "offset (two years ago, a year earlier)",
            r"\b(?:ago|earlier|later|before|after|hence)$|year-(?:ago|e)",
        ),
        ("quarter, half", r"quarter|\bhalf\b|\bperiod\b|\bQ[1-4]\b"),
        ("fiscal year", r"fiscal|financial year"),
        ("full date (Aug. 7, 1998)", rf"{MONTH}.*\d,? +\d{{4}}|\d{{1,2}} {MONTH} \d{{4}}|\d+[/-]\d+[/-]\d+"),
        ("month and day (April 7)", rf"{MONTH} \d{{1,2}}\b|\b\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{MONTH}"),
        ("weekday", WEEKDAY),
        ("today, yesterday, tomorrow", r"\b(?:today|yesterday|tomorrow)\b"),
        ("month and year (May 2010)", rf"{MONTH}.* \d{{4}}"),
        ("month name", MONTH),
        (
            "season, weekend, holiday",
            r"spring|summer|autumn|\bfall\b|winter|weekend|christmas|easter|thanksg",
        ),
        ("decade, century", r"\d0s|decade\b|\bcentury"),
        ("this, last, next + unit", rf"\b(?:this|last|next|past|coming|current|that|same|the)\b.* {UNIT}$"),
        ("vague duration (days, recent weeks)", rf"^(?:\w+ )?(?:few |several |some )?{UNIT}$(?<!\d)"),
        ("counted duration (two years)", UNIT),
        ("year", r"\b\d{4}\b|['’]\d\d"),
        ("now, recently, the future", r"now|current|recent|past|future|present|soon|once|previous|time"),
    )
)
OTHER = "other"
COUNTED = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|hundred)\b", re.I
)

HELD_OUT = 26  # of 256: a tenth
PARTS = ("all", "held-out", "rest")

Articles = Sequence[Mapping[str, Any]]


@dataclass(slots=True)
class Kind:
    """Expressions of one kind in the gold: found by overlap, with the very span, and with the right value."""

    gold: int = 0
    relaxed: int = 0
    strict: int = 0
    value: int = 0


def kind_of(words: str) -> str:
    """The kind of an expression, by its words; a table row."""
    words = re.sub(r"\s+", " ", words)
    for name, pattern in KINDS:
        if pattern.search(words) and not (name.startswith("vague") and COUNTED.search(words)):
            return name
    return OTHER


def read_articles(path: Path) -> list[dict[str, Any]]:
    """One article a line: "doc", "dct", "text" and "timex" or "spans"."""
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return [json.loads(line) for line in data.splitlines() if line.strip()]


def is_held_out(doc: str) -> bool:
    """Whether nobody corrects the rules by this article's errors: a tenth, by the hash of the name."""
    return hashlib.sha256(doc.encode()).digest()[0] < HELD_OUT


def by_kind(articles: Iterable[Mapping[str, Any]], found: Mapping[str, Sequence[Timex]]) -> dict[str, Kind]:
    """Counts for each kind of gold expression; each is paired with at most one that was found."""
    kinds = {name: Kind() for name in (*(name for name, _ in KINDS), OTHER)}
    for article in articles:
        wanted = article.get("timex", article.get("spans", ()))
        partner = _pairs(wanted, found[article["doc"]])
        for number, span in enumerate(wanted):
            kind = kinds[kind_of(article["text"][span["start"] : span["end"]])]
            kind.gold += 1
            if (other := partner.get(number)) is not None:
                kind.relaxed += 1
                kind.strict += (span["start"], span["end"]) == (other.span.start, other.span.end)
                kind.value += span["value"] == other.value
    return kinds


def _pairs(wanted: Sequence[Mapping[str, Any]], found: Sequence[Timex]) -> dict[int, Timex]:
    """One to one: the same span first, then by overlap."""
    overlaps = sorted(
        (
            (span["start"], span["end"]) != (timex.span.start, timex.span.end),
            -(min(span["end"], timex.span.end) - max(span["start"], timex.span.start)),
            at,
            number,
        )
        for at, span in enumerate(wanted)
        for number, timex in enumerate(found)
        if min(span["end"], timex.span.end) > max(span["start"], timex.span.start)
    )
    partner: dict[int, Timex] = {}
    used: set[int] = set()
    for _, _, at, number in overlaps:
        if at not in partner and number not in used:
            partner[at] = found[number]
            used.add(number)
    return partner


def scored(scorer: Path, articles: Articles, found: Mapping[str, Sequence[Timex]]) -> dict[str, Any]:
    """What the scorer says of all types of expression together."""
    with tempfile.TemporaryDirectory() as name:
        gold, predictions, figures = (
            Path(name, one) for one in ("gold.jsonl", "found.jsonl", "figures.json")
        )
        gold.write_text("".join(json.dumps(article) + "\n" for article in articles), "utf-8")
        lines = [
            {
                "doc": doc,
                "spans": [
                    {"start": one.span.start, "end": one.span.end, "type": one.type, "value": one.value}
                    for one in timexes
                ],
            }
            for doc, timexes in found.items()
        ]
        predictions.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
        command = [sys.executable, str(scorer), str(gold), "--pred", str(predictions), "--json", str(figures)]
        subprocess.run(command, check=True, capture_output=True, text=True)
        answer: dict[str, Any] = json.loads(figures.read_text("utf-8"))["ALL"]
    return answer


def words_per_second(articles: Articles, work: Callable[[str, str | None], object], rounds: int = 3) -> float:
    """By processor time, of one process, the best round; `work` takes a text and the date of its article."""
    words = sum(len(article["text"].split()) for article in articles)
    seconds = []
    for _ in range(rounds):
        began = time.process_time()
        for article in articles:
            work(article["text"], article.get("dct"))
        seconds.append(time.process_time() - began)
    return words / min(seconds)


def search_dates(text: str, anchor: str | None, languages: list[str] | None) -> object:
    """dateparser's finder, relative to the date of the article."""
    from dateparser.search import search_dates as search

    base = datetime.fromisoformat(anchor[:10]) if anchor and len(anchor) >= 10 else None
    settings = {"RELATIVE_BASE": base} if base else {}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return search(text, languages=languages, settings=settings)


def beside_dateparser(articles: Articles) -> dict[str, float]:
    """Words per second of this stage and of `search_dates`, told the language and not."""
    search_dates("5 May 2010", None, None)  # loads its data, which is not measured
    english, any_language = (partial(search_dates, languages=one) for one in (["en"], None))
    return {
        "extract": words_per_second(articles, find_timexes),
        'search_dates(text, languages=["en"])': words_per_second(articles, english),
        "search_dates(text)": words_per_second(articles, any_language, rounds=1),
    }


def table(kinds: Mapping[str, Kind]) -> Iterator[str]:
    """Markdown: a row for each kind, the most frequent first; shares of the expressions of the gold."""
    yield "| Kind | gold | found | same span | right value |"
    yield "| --- | ---: | ---: | ---: | ---: |"
    for name, kind in sorted(kinds.items(), key=lambda pair: (pair[0] == OTHER, -pair[1].gold)):
        if kind.gold:
            shares = (kind.relaxed / kind.gold, kind.strict / kind.gold, kind.value / kind.gold)
            yield f"| {name} | {kind.gold:,} | {' | '.join(f'{share:.0%}' for share in shares)} |"


@click.command()
@click.argument("data", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("scorer", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--part", type=click.Choice(PARTS), default="all", show_default=True, help="Which articles.")
@click.option("--articles", default=10, show_default=True, help="How many dateparser reads; 0: none.")
@click.option("--json", "out", type=click.Path(path_type=Path), help="Write the figures to this file too.")
def main(data: Path, scorer: Path, part: str, articles: int, out: Path | None) -> None:
    """Score the time expressions of DATA with SCORER, and time finding them."""
    rows = [
        row for row in read_articles(data) if part == "all" or is_held_out(row["doc"]) == (part != "rest")
    ]
    found = {row["doc"]: find_timexes(row["text"], row.get("dct")) for row in rows}
    all_types, kinds = scored(scorer, rows, found), by_kind(rows, found)
    click.echo(f"{len(rows)} articles, {all_types['gold']:,} expressions; {all_types['pred']:,} found.\n")
    click.echo("| Spans and values | precision | recall | F1 |\n| --- | ---: | ---: | ---: |")
    for name in ("strict", "relaxed"):
        cells = " | ".join(f"{all_types[f'{name}_{letter}']:.3f}" for letter in ("p", "r", "f1"))
        click.echo(f"| {name} | {cells} |")
    precision = all_types["value"] / max(all_types["pred"], 1)
    click.echo(f"| value | {precision:.3f} | {all_types['right']:.3f} | {all_types['value_f1']:.3f} |\n")
    click.echo("\n".join(table(kinds)))
    figures: dict[str, Any] = {
        "all": all_types,
        "kinds": {name: asdict(kind) for name, kind in kinds.items()},
    }
    figures["words_per_second"] = words_per_second(rows, find_timexes)
    click.echo(f"\n{figures['words_per_second']:,.0f} words per second of processor time, in one process.")
    if articles:
        figures["beside"] = beside_dateparser(rows[:articles])
        click.echo(f"\n| On the first {articles} articles | words per second | |\n| --- | ---: | ---: |")
        for name, speed in figures["beside"].items():
            click.echo(f"| {name} | {speed:,.0f} | {figures['beside']['extract'] / speed:,.0f} times |")
    if out:
        out.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
