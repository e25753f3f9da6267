"""Rules for weekdays, alone and with "last", "next" or a part of the day."""

from __future__ import annotations

import re

from extract.timex.period import Period
from extract.timex.rule import Context, Interpretation, Rule, as_date, rule
from extract.timex.rules.days import WEEKDAY_STARTERS
from extract.timex.rules.non_dates import is_in_weekday_name
from extract.timex.rules.relative import part_of_day
from extract.timex.vocabulary import WEEKDAY_NAMES, weekday_of

RANGE_BEFORE = re.compile(rf"\b(?:{'|'.join(WEEKDAY_NAMES)})\s(?:to|through|until|till)\s$")
AMBIGUOUS_SHORT_NAMES = (
    "sun",
    "sat",
    "mon",
    "fri",
    "wed",
)  # words and names too, unless a full stop follows


def weekday_near(number: int, context: Context, relation: str = "") -> Period | None:
    """The day that a weekday means; None without an anchor that is a day.

    number: 0 (Monday) to 6. Without a relation it is the latest such day up to the anchor; in a clause about
    the future the first one from the anchor on; as the end of a range the first one after its beginning.
    "last" is before the anchor, "next" after it, "this" by the clause.
    """
    today = context.now("day")
    if today is None:
        return None
    if not relation and context.discourse.day is not None and RANGE_BEFORE.search(context.before(20)):
        begin = context.discourse.day
        return begin.shift((number - begin.first.weekday()) % 7)
    back = (today.first.weekday() - number) % 7
    if relation in ("last", "past", "previous"):
        return today.shift(-(back or 7))
    if relation in ("next", "coming", "following"):
        return today.shift(7 - back)
    future = context.direction() == "future" or (relation == "this" and back)
    return today.shift((7 - back) % 7 if future else -back)


def _interpret_weekday(match: re.Match[str], context: Context) -> Interpretation | None:
    if match["w"].lower().rstrip(".") in AMBIGUOUS_SHORT_NAMES and not match["w"].endswith("."):
        return None
    if is_in_weekday_name(
        context.text[max(0, match.start("w") - 12) : match.start("w")],
        context.text[match.end("w") : match.end("w") + 40],
    ):
        return None
    number, part = weekday_of(match["w"]), match["part"]
    relation = re.sub(r"^the ", "", (match["rel"] or "").lower())
    if relation in ("previous", "following") and context.focus and context.focus.unit == "day":
        back = (context.focus.first.weekday() - number) % 7
        period: Period | None = context.focus.shift(7 - back if relation == "following" else -(back or 7))
    else:
        period = weekday_near(number, context, relation)
    if match["week"] and period is not None:
        period = period.shift(7 if "after" in match["week"].lower() else -7)
    if part:
        return (
            part_of_day(period, part)
            if period
            else Interpretation(type="TIME", value=f"XXXX-WXX-{number + 1}")
        )
    return as_date(period) if period else Interpretation(type="DATE", value=f"XXXX-WXX-{number + 1}")


RULES: tuple[Rule, ...] = (
    # "Thursday", "early on Friday", "last Sunday night", "Tuesday week after next"
    rule(
        "weekday",
        WEEKDAY_STARTERS
        | {"last", "next", "this", "early", "late", "earlier", "the", "coming", "following", "previous"},
        r"(?:(?:early|late) (?:on )?)?(?:(?P<rel>last|next|this|coming|the (?:following|previous|next|coming)"
        r"|previous|following) )?(?P<w>@weekday)(?:,? (?P<part>morning|lunchtime|afternoon|evening|night))?"
        r"(?P<week> (?:a )?week (?:after next|before last))?",
        _interpret_weekday,
    ),
)
