"""Rules for seasons and for weekends."""

from __future__ import annotations

import re

from extract.timex.period import SEASONS, Period
from extract.timex.rule import Context, Interpretation, Rule, as_date, rule
from extract.timex.rules.days import EDGE, nearest_day, spelled_year, year_of
from extract.timex.rules.relative import unanchored_date
from extract.timex.vocabulary import SEASON_CODES, month_of

AMBIGUOUS_SEASONS = ("fall", "spring")  # "the fall of the dollar", "a spring in the mountains"
BARE_LEAD = re.compile(r"\b(?:in|by|before|until|till|since|during|throughout)\s$", re.IGNORECASE)
AHEAD = re.compile(r"\b(?:by|before|until|till)\s(?:the\s)?$", re.IGNORECASE)
OF_WHAT = re.compile(r" (?:of|from|in|by)\b")
IN_THE = re.compile(r"\b(?:in|by|of|during|until|since|for|early|late) the $", re.IGNORECASE)


def _interpret_weekend(match: re.Match[str], context: Context) -> Interpretation | None:
    """The last weekend, the present one from Saturday on, or in a clause about the future the coming one."""
    today = context.now("day")
    if today is None:
        return unanchored_date("weekend")
    present = today.to("weekend")
    begun = today.first.weekday() >= 5
    return as_date(present if begun or context.direction() == "future" else present.shift(-1))


def _interpret_season(match: re.Match[str], context: Context) -> Interpretation | None:
    code = SEASON_CODES[match["season"].lower()]
    relation = re.sub(r"^the ", "", (match["rel"] or "").lower())
    if match["y"] or match["spelled"]:
        year = year_of(match["y"]) if match["y"] else spelled_year(match["spelled"])
        return as_date(Period("season", year * 4 + code))
    lead = context.text[max(0, match.start("season") - 20) : match.start("season")]
    if (
        not relation
        and not match["the"]
        and not (BARE_LEAD.search(lead) and not OF_WHAT.match(context.after(6)))
    ):
        return None
    if (
        not relation
        and match["the"]
        and match["season"].lower() in AMBIGUOUS_SEASONS
        and not IN_THE.search(lead)
    ):
        return None  # "the fall of the dollar"
    now = context.now("season")
    if now is None:
        return Interpretation(type="DATE", value=f"XXXX-{SEASONS[code]}")
    around = [Period("season", year * 4 + code) for year in range(now.year - 2, now.year + 3)]
    if relation.startswith(("last", "past", "previous", "this past")):
        return as_date([one for one in around if one.index < now.index][-1])
    if relation.startswith(("next", "coming", "following", "this coming")):
        return as_date(next(one for one in around if one.index > now.index))
    if match["of"]:
        step = {"last": -1, "next": 1}.get(match["of"].lower(), 0)
        return as_date(Period("season", (context.now("year") or now.to("year")).shift(step).index * 4 + code))
    direction = context.direction() or ("future" if AHEAD.search(lead) else None)
    if direction is not None:
        around = [one for one in around if (one.index <= now.index) == (direction == "past") or one == now]
    return as_date(min(around, key=lambda one: abs(one.index - now.index)))


def _interpret_weekend_of(match: re.Match[str], context: Context) -> Interpretation | None:
    """The weekend that contains a day or is next to it: "the weekend of May 6"."""
    day = nearest_day(month_of(match["m"]), int(re.sub(r"\D", "", match["d"])), context)
    if match["y"]:
        day = Period.of_day(int(match["y"]), month_of(match["m"]), int(re.sub(r"\D", "", match["d"])))
    if day is None:
        return unanchored_date("weekend")
    return as_date(day.shift(-2).to("weekend") if day.first.weekday() < 2 else day.to("weekend"))


RULES: tuple[Rule, ...] = (
    # "the weekend of May 6"
    rule(
        "weekend of a date",
        {"the"},
        r"the weekend of (?P<m>@month) (?P<d>@nth|@day)(?:(?:-|–| and | to )(?:@nth|@day))?"
        r"(?:,? (?P<y>@year))?",
        _interpret_weekend_of,
    ),
    # "weekends"
    rule(
        "weekends",
        {"weekends"},
        "weekends",
        lambda match, context: Interpretation(type="SET", value="XXXX-WXX-WE"),
    ),
    rule("weekend", {"the"}, r"the (?:holiday |long )?weekend", _interpret_weekend),  # "the long weekend"
    # "last summer", "the early spring of 2017", "this coming winter"
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
        _interpret_season,
    ),
)
