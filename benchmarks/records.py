"""Figures of the records on gold: by type, source and kind of mention, with intervals and kinds of errors.

The figures are those of `extract score`. They hold for the quotes that are not optional.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import click
from intervals import RATES, SHARED, Estimate, draw_articles, estimates
from record_errors import KINDS, count_errors

from extract import Article, ExtractError, InputError, load, read_articles
from extract.score import GoldArticle, RecordView, Score, Verdict, read_found, read_gold, score
from extract.score.figures import ALL, groups_of

GROUPED_BY = ("type", "source", "mention")
_HEADLINES = ("quote F1", "span", "speaker", "orgs F1", "said", "record F1")


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Group of quotes, their number in the gold, and their figures by name."""

    quotes: int
    figures: dict[str, Estimate]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All that is printed. groups: by "all" or one of GROUPED_BY, then by name. errors: by field and kind."""

    articles: int
    optional: int
    records: int
    groups: dict[str, dict[str, Group]]
    errors: Counter[tuple[str, str]]


def read_all_gold(paths: Iterable[Path]) -> list[GoldArticle]:
    """Read the articles of several gold files. Raises InputError where two have one id."""
    home: dict[str, Path] = {}
    articles: list[GoldArticle] = []
    for path in paths:
        for article in read_gold(path):
            if article.id in home:
                raise InputError(
                    f"{path}: article {article.id!r} is in {home[article.id]} too; leave one out"
                )
            home[article.id] = path
            articles.append(article)
    return articles


def extracted(paths: Sequence[Path], model: str | None) -> list[RecordView]:
    """Extract the records of the articles of gold files, as `extract run` does; failures go to stderr."""
    loaded = load(model)
    found: list[RecordView] = []
    for path in paths:
        articles = (article for article in read_articles([path]) if isinstance(article, Article))
        for outcome in loaded.outcomes(articles):
            if outcome.failure is not None:
                click.echo(f"{path}: {outcome.failure.article_id}: {outcome.failure.message}", err=True)
            found += [RecordView.model_validate(record) for record in outcome.records]
    return found


def report(gold: Sequence[GoldArticle], scored: Score) -> Report:
    """Compute the figures of all groups and count the errors."""
    ids = [article.id for article in gold]
    samples = draw_articles(len(ids))

    def group(verdicts: Sequence[Verdict]) -> Group:
        wanted = sum(verdict.gold is not None for verdict in verdicts)
        return Group(quotes=wanted, figures=estimates(verdicts, ids, samples))

    groups = {ALL: {ALL: group(scored.verdicts)}}
    for by in GROUPED_BY:
        groups[by] = {name: group(part) for name, part in groups_of(scored.verdicts, by).items()}
    return Report(
        articles=len(gold),
        optional=scored.optional,
        records=scored.records,
        groups=groups,
        errors=count_errors(scored.verdicts),
    )


def tables(found: Report) -> Iterator[str]:
    """Lines of the tables, in Markdown."""
    every = found.groups[ALL][ALL]
    quotes = f"{every.quotes} quotes and {found.optional} optional"
    yield f"{found.articles} articles, {quotes}; {found.records} records"
    yield ""
    yield "| Figure (95 % interval) | P | R | F1 |"
    yield "| --- | ---: | ---: | ---: |"
    rows = {"quotes": ("quote", every)}
    rows |= {f"quotes, {name}": ("quote", group) for name, group in found.groups["type"].items()}
    rows |= {"organizations": ("orgs", every), "records": ("record", every)}
    for title, (name, group) in rows.items():
        cells = " | ".join(_cell(group.figures[f"{name} {rate}"]) for rate in RATES)
        yield f"| {title} | {cells} |"
    yield ""
    yield "| Of the quotes found | Share |"
    yield "| --- | ---: |"
    for name in SHARED:
        yield f"| {name} | {_cell(every.figures[name])} |"
    for by in GROUPED_BY:
        yield ""
        yield from _group_table(by, found.groups[by])
    yield ""
    yield from error_table(found.errors)


def _group_table(by: str, groups: Mapping[str, Group]) -> Iterator[str]:
    yield f"| By {by} | quotes | {' | '.join(_HEADLINES)} |"
    yield f"| --- |{' ---: |' * (len(_HEADLINES) + 1)}"
    for name, group in groups.items():
        cells = " | ".join(_cell(group.figures[figure]) for figure in _HEADLINES)
        yield f"| {name} | {group.quotes} | {cells} |"


def error_table(errors: Mapping[tuple[str, str], int]) -> Iterator[str]:
    """Lines of the table of errors, in Markdown: every kind, those that do not occur too."""
    yield "| Error | Kind | Count | Which |"
    yield "| --- | --- | ---: | --- |"
    for field, kinds in KINDS.items():
        for kind, which in kinds.items():
            yield f"| {field} | {kind} | {errors.get((field, kind), 0)} | {which} |"


def _cell(estimate: Estimate) -> str:
    if estimate.value is None:
        return "-"
    if estimate.low is None or estimate.high is None:
        return f"{estimate.value:.3f}"
    return f"{estimate.value:.3f} ({estimate.low:.3f} to {estimate.high:.3f})"


def as_json(found: Report) -> dict[str, Any]:
    """Make the JSON of a report: of each figure its value and the ends of its interval."""
    return {
        "articles": found.articles,
        "optional_quotes": found.optional,
        "records": found.records,
        "groups": {
            by: {name: asdict(group) for name, group in groups.items()} for by, groups in found.groups.items()
        },
        "errors": {
            field: {kind: found.errors.get((field, kind), 0) for kind in kinds}
            for field, kinds in KINDS.items()
        },
    }


@click.command()
@click.argument("gold", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--records",
    "run",
    type=click.Path(exists=True, path_type=Path),
    help="Score these records, or those of this folder of an earlier run, and run nothing.",
)
@click.option("--model", metavar="NAME", help="A spaCy pipeline, installed or a folder; default: ours.")
@click.option("--json", "out", type=click.Path(path_type=Path), help="Write the figures to this file too.")
def main(gold: tuple[Path, ...], run: Path | None, model: str | None, out: Path | None) -> None:
    """Run the program over the articles of GOLD, several files as one, and score its records.

    Intervals are of 1,000 samples of the articles. No text of an article is shown.

    \b
    Example:
      python benchmarks/records.py gold/train.jsonl gold/more.jsonl --json records.json
    """
    if run is not None and model is not None:
        raise click.UsageError("--records runs no model; leave --model out")
    try:
        articles = read_all_gold(gold)
        found = read_found(run) if run is not None else extracted(gold, model)
    except ExtractError as error:
        raise click.ClickException(str(error)) from error
    scored = score(articles, found)
    if scored.misfits:
        click.echo(
            f"{len(scored.misfits)} articles have another text in the records; run them again", err=True
        )
    if scored.left_out:
        click.echo(f"{scored.left_out.total()} records of other articles are left out", err=True)
    result = report(articles, scored)
    click.echo("\n".join(tables(result)))
    if out is not None:
        out.write_text(json.dumps(as_json(result), indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
