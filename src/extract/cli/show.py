"""`extract show`: print one article with its quotes marked."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from extract.cli.messages import left_out_message, report_failure
from extract.cli.model_options import model_options
from extract.cli.name_options import name_options
from extract.cli.parameters import NonEmptyText, SectionedCommand, SectionOption
from extract.errors import InputError

if TYPE_CHECKING:
    from extract.article import Article
    from extract.quotes.entities.watchlist import WatchList
    from extract.readers.article.file_name_date import NamePattern
    from extract.readers.article.table_row import Fields
    from extract.runs.settings import Settings


@click.command(cls=SectionedCommand)
@click.argument("file", type=NonEmptyText())
@click.option(
    "--id",
    "article_id",
    metavar="ID",
    cls=SectionOption,
    section="Input",
    help="Id of the article to show, where FILE holds several.",
)
@model_options
@name_options
def show(
    file: str,
    article_id: str | None,
    published: str | None,
    date_from_name: NamePattern | None,
    fields: Fields,
    max_article_size: int,
    acts: tuple[Any, ...],
    model: str | None,
    threads: int,
    min_confidence: float,
    about: tuple[Any, ...],
    organizations: WatchList | None,
    people: WatchList | None,
    fuzzy: float | None,
) -> None:
    """Print one article, its quotes marked and its records listed.

    FILE is any input of `extract run`: a text, a table, an archive, or - for standard input. Colours on a
    terminal, brackets elsewhere.

    \b
    Examples:
      extract show article.txt
      extract show articles.jsonl --id 17
      extract show article.txt --organizations companies.csv --about organizations,people
    """
    from extract.runs.settings import Settings

    settings = Settings(
        acts=acts,
        published=published,
        date_from_name=date_from_name,
        fields=fields,
        max_article_size=max_article_size,
        model=model,
        threads=threads,
        min_confidence=min_confidence,
        about=about,
        organizations=organizations,
        people=people,
        fuzzy=fuzzy,
    )
    article = _one_article(file, article_id, settings)

    from rich.console import Console

    from extract.cli.article_view import show_article
    from extract.runs.extractor import load_extractor

    [outcome] = load_extractor(settings)([article])
    if outcome.failure:
        report_failure(outcome.failure)
        sys.exit(1)
    show_article(Console(), article, outcome.records)
    if message := left_out_message(outcome.left_out, settings.min_confidence):
        click.echo(message, err=True)


def _one_article(file: str, article_id: str | None, settings: Settings) -> Article:
    """Read the first article of `file`, or the one with `article_id`."""
    from extract.article import Article
    from extract.readers import plan_inputs
    from extract.runs.settings import read_inputs

    items = read_inputs(plan_inputs([file]), settings)
    for item in items:
        if isinstance(item, Article) and article_id in (None, item.id):
            if article_id is None and next(items, None) is not None:
                click.echo(
                    f"{file} holds several articles; this is the first; choose one with --id", err=True
                )
            return item
        if not isinstance(item, Article) and article_id in (None, item.article_id):
            raise InputError(f"{item.path}: {item.message}")
    raise InputError(f"{file} holds no article with the id {article_id!r}")
