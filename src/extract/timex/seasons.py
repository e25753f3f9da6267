"""Seasons and weekends."""

from __future__ import annotations

import re

from extract.timex.dates import EDGE, spelled_year
from extract.timex.period import SEASONS, Period
from extract.timex.reading import Reading, dated
from extract.timex.relative import unknown
from extract.timex.rule import Rule, Scene, rule
from extract.timex.vocabulary import SEASON_CODES

IN_THE = re.compile(r"\b(?:in|by|of|during|until|since|for|early|late) the $", re.IGNORECASE)


def _read_weekend(match: re.Match[str], scene: Scene) -> Reading | None:
    """ "over the weekend": the last, from Saturday on the present, in a future clause the coming one."""
    today = scene.now("day")
    if today is None:
        return unknown("weekend")
    present = today.to("weekend")
    begun = today.first.weekday() >= 5
    return dated(present if begun or scene.direction() == "future" else present.shift(-1))


def _read_season(match: re.Match[str], scene: Scene) -> Reading | None:
    code = SEASON_CODES[match["season"].lower()]
    relation = re.sub(r"^the ", "", (match["rel"] or "").lower())
    if match["y"] or match["spelled"]:
        year = int(match["y"]) if match["y"] else spelled_year(match["spelled"])
        return dated(Period("season", year * 4 + code))
    if not relation and not match["the"]:
        return None
    lead = scene.text[max(0, match.start("season") - 20) : match.start("season")]
    if not relation and match["season"].lower() in ("fall", "spring") and not IN_THE.search(lead):
        return None  # "the fall of the dollar"
    now = scene.now("season")
    if now is None:
        return Reading(type="DATE", value=f"XXXX-{SEASONS[code]}")
    around = [Period("season", year * 4 + code) for year in range(now.year - 2, now.year + 3)]
    if relation.startswith(("last", "past", "previous", "this past")):
        return dated([one for one in around if one.index < now.index][-1])
    if relation.startswith(("next", "coming", "following", "this coming")):
        return dated(next(one for one in around if one.index > now.index))
    return dated(min(around, key=lambda one: abs(one.index - now.index)))


RULES: tuple[Rule, ...] = (
    rule("weekend", {"the"}, r"the (?:holiday |long )?weekend", _read_weekend),
    rule(
        "season",
        {
            "last",
            "next",
            "this",
            "the",
            "early",
            "late",
            "mid",
            "spring",
            "summer",
            "fall",
            "autumn",
            "winter",
            "past",
            "coming",
        },
        rf"(?:@early[ -]|{EDGE})?(?:(?P<rel>last|next|this past|this coming|this|(?:the )?(?:past|previous"
        rf"|coming|following)|the late"
        r"|the early) |(?P<the>the ))?"
        r"(?P<season>@season)(?:,? (?:of )?(?:(?P<y>@year)|(?P<spelled>@spelledyear)))?",
        _read_season,
    ),
)
