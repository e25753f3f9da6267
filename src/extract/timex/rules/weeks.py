"""Rules for weeks of a month ("the first week of May") and weekdays of another week ("a week on Tuesday")."""

from __future__ import annotations

import re
from datetime import date

from extract.timex.period import Period
from extract.timex.rule import Context, Interpretation, Rule, as_date, rule
from extract.timex.rules.weekdays import weekday_near
from extract.timex.vocabulary import month_of, number_of, ordinal_of, weekday_of

THURSDAY = 3  # by which ISO 8601 gives a week to its year, and this to its month


def _interpret_week_of_month(match: re.Match[str], context: Context) -> Interpretation | None:
    month = month_of(match["m"])
    year = int(match["y"]) if match["y"] else _year_of(month, context)
    if year is None:
        return None
    first = date(year, month, 1)
    thursday = Period("day", first.toordinal() + (THURSDAY - first.weekday()) % 7)
    if match["n"].lower() in ("last", "final"):
        after = Period.of_month(year, month).last.toordinal()
        return as_date(Period("day", after - (after - thursday.index) % 7).to("week"))
    return as_date(thursday.to("week").shift(ordinal_of(match["n"]) - 1))


def _year_of(month: int, context: Context) -> int | None:
    now, direction = context.now("month"), context.direction()
    if now is None:
        return None
    around = [Period.of_month(now.year + step, month) for step in (-1, 0, 1)]
    if direction == "past":
        around = [one for one in around if one.index <= now.index]
    elif direction == "future":
        around = [one for one in around if one.index >= now.index]
    return min(around, key=lambda one: abs(one.index - now.index)).year


def _interpret_week_on(match: re.Match[str], context: Context) -> Interpretation | None:
    number = weekday_of(match["w"])
    weeks = int(number_of(match["n"]) or 1)
    day = weekday_near(number, context, "last" if match["ago"] else "next")
    if day is None:
        return None
    today = context.now("day")
    same = match["ago"] and today is not None and today.first.weekday() == number
    return as_date(day.shift((0 if same and weeks == 1 else -7 * weeks) if match["ago"] else 7 * weeks))


RULES: tuple[Rule, ...] = (
    # "the first week of May 2017"
    rule(
        "week of a month",
        {"the", "first", "second", "third", "fourth", "last", "final"},
        r"(?:the )?(?P<n>first|second|third|fourth|last|final) (?:full )?week (?:of|in) (?P<m>@month)"
        r"(?:,? (?P<y>@year))?",
        _interpret_week_of_month,
    ),
    # "a week ago Friday", "two weeks from Tuesday"
    rule(
        "weeks and a weekday",
        {"a", "one", "two", "three"},
        r"(?P<n>a|one|two|three) weeks? (?:(?P<ago>ago)(?: on)?|on|from(?: this| next)?) (?P<w>@weekdayname)",
        _interpret_week_on,
    ),
)
