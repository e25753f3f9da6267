"""Options on the names in records: what counts as a subject, and the user's watch lists."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import click

from extract.cli.parameters import NonEmptyText, SectionOption, list_option, with_options
from extract.record.choices import ABOUT

if TYPE_CHECKING:
    from extract.quotes.entities.watchlist import WatchList

_option = partial(click.option, cls=SectionOption, section="Names")


def name_options(command: Callable[..., None]) -> Callable[..., None]:
    """Decorate a command with the options on the names in records."""
    options = [
        _option(
            "--about",
            **list_option(*ABOUT),
            default="organizations",
            show_default=True,
            help="Subjects of the column organization: organizations, people, places, nationalities, or all.",
        ),
        _option(
            "--organizations",
            metavar="FILE.csv",
            type=NonEmptyText(),
            callback=_watch_list,
            help="Your watch list of organizations: columns id, name and, if wanted, aliases separated by |.",
        ),
        _option(
            "--people",
            metavar="FILE.csv",
            type=NonEmptyText(),
            callback=_watch_list,
            help="Your watch list of people, in the same form.",
        ),
        _option(
            "--fuzzy",
            metavar="SCORE",
            type=click.FloatRange(0, 100, min_open=True),
            help="Match names that are on no list with similar ones that are, from a similarity of SCORE "
            "out of 100; 90 forgives a misspelling.  [default: never]",
        ),
    ]
    return with_options(options, command)


def _watch_list(ctx: click.Context, param: click.Parameter, value: str | None) -> WatchList | None:
    """Read a watch list, so that a bad one ends the command before anything else is read."""
    if value is None:
        return None
    from extract.quotes.entities.watchlist import read_watch_list

    return read_watch_list(value, kind="person" if param.name == "people" else "organization")
