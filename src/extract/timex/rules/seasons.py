"""Seasons and weekends."""

from __future__ import annotations

import re

from extract.timex.period import SEASONS, Period
from extract.timex.rule import Reading, Rule, Scene, dated, rule
from extract.timex.rules.days import EDGE, nearest_day, spelled_year, year_of
from extract.timex.rules.relative import unknown
from extract.timex.vocabulary import SEASON_CODES, month_of

FALLS = ("fall", "spring")  # words of more than one meaning
BARE_LEAD = re.compile(r"\b(?:in|by|before|until|till|since|during|throughout)\s$", re.IGNORECASE)
AHEAD = re.compile(r"\b(?:by|before|until|till)\s(?:the\s)?$", re.IGNORECASE)
OF_WHAT = re.compile(r" (?:of|from|in|by)\b")
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
        year = year_of(match["y"]) if match["y"] else spelled_year(match["spelled"])
        return dated(Period("season", year * 4 + code))
    lead = scene.text[max(0, match.start("season") - 20) : match.start("season")]
    if (
        not relation
        and not match["the"]
        and not (BARE_LEAD.search(lead) and not OF_WHAT.match(scene.after(6)))
    ):
        return None
    if not relation and match["the"] and match["season"].lower() in FALLS and not IN_THE.search(lead):
        return None  # "the fall of the dollar"
    now = scene.now("season")
    if now is None:
        return Reading(type="DATE", value=f"XXXX-{SEASONS[code]}")
    around = [Period("season", year * 4 + code) for year in range(now.year - 2, now.year + 3)]
    if relation.startswith(("last", "past", "previous", "this past")):
        return dated([one for one in around if one.index < now.index][-1])
    if relation.startswith(("next", "coming", "following", "this coming")):
        return dated(next(one for one in around if one.index > now.index))
    if match["of"]:
        step = {"last": -1, "next": 1}.get(match["of"].lower(), 0)
        return dated(Period("season", (scene.now("year") or now.to("year")).shift(step).index * 4 + code))
    direction = scene.direction() or ("future" if AHEAD.search(lead) else None)
    if direction is not None:
        around = [one for one in around if (one.index <= now.index) == (direction == "past") or one == now]
    return dated(min(around, key=lambda one: abs(one.index - now.index)))


def _read_weekend_of(match: re.Match[str], scene: Scene) -> Reading | None:
    """ "the weekend of May 6": the one that holds the day or is next to it."""
    day = nearest_day(month_of(match["m"]), int(re.sub(r"\D", "", match["d"])), scene)
    if match["y"]:
        day = Period.of_day(int(match["y"]), month_of(match["m"]), int(re.sub(r"\D", "", match["d"])))
    if day is None:
        return unknown("weekend")
    return dated(day.shift(-2).to("weekend") if day.first.weekday() < 2 else day.to("weekend"))


RULES: tuple[Rule, ...] = (
    rule(
        "weekend of a date",
        {"the"},
        r"the weekend of (?P<m>@month) (?P<d>@nth|@day)(?:(?:-|–| and | to )(?:@nth|@day))?"
        r"(?:,? (?P<y>@year))?",
        _read_weekend_of,
    ),
    rule(
        "weekends",
        {"weekends"},
        "weekends",
        lambda match, scene: Reading(type="SET", value="XXXX-WXX-WE"),
    ),
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
        r"(?P<season>@season)"
        r"(?:,? (?:of )?(?:(?P<y>@year|['’]\d\d)|(?P<spelled>@spelledyear)|(?P<of>last|this|next) year))?",
        _read_season,
    ),
)
