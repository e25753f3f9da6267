"""Rules for times of day, alone or with their day: "at 3 p.m. on Friday"."""

from __future__ import annotations

import re

from extract.timex.period import Period
from extract.timex.rule import Context, Interpretation, Rule, rule
from extract.timex.rules.days import nearest_day, year_of
from extract.timex.rules.relative import DAY_WORDS
from extract.timex.rules.weekdays import weekday_near
from extract.timex.vocabulary import month_of, number_of, weekday_of

UTC_ZONE = re.compile(r"\b(?:GMT|UTC|Z)\b")
HALF_OF_DAY = {"morning": "am", "afternoon": "pm", "evening": "pm"}
HOURS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
NAMED_TIMES = {"noon": "12:00", "midday": "12:00", "midnight": "24:00"}


def _interpret_clock(match: re.Match[str], context: Context) -> Interpretation | None:
    if match["named"]:
        if context.before(5).lower() == "high ":
            return None
        clock = NAMED_TIMES[match["named"].lower()]
    else:
        hour, minute = (
            int(match["h"] or match["h24"] or match["hz"] or number_of(match["hw"]) or 0),
            int(match["min"] or match["m24"] or match["mz"] or 0),
        )
        half = (match["ap"] or HALF_OF_DAY.get((match["of"] or match["off"] or "").lower(), "")).lower()[:1]
        if (half and hour > 12) or hour > 24 or minute > 59:
            return None
        hour = hour % 12 + 12 if half == "p" else hour % 12 if half == "a" else hour
        clock = f"{hour:02}:{minute:02}"
    day = _day(match, context)
    zone = "Z" if UTC_ZONE.search(match[0]) else ""
    value = f"{day.value if day else 'XXXX-XX-XX'}T{clock}{zone}"
    return Interpretation(type="TIME", value=value, edtf=day.edtf if day else None, period=day)


def _day(match: re.Match[str], context: Context) -> Period | None:
    if match["mo"]:
        month, number = month_of(match["mo"]), int(re.sub(r"\D", "", match["d"]))
        return (
            Period.of_day(year_of(match["y"]), month, number)
            if match["y"]
            else nearest_day(month, number, context)
        )
    if match["w"]:
        return weekday_near(weekday_of(match["w"]), context)
    today = context.now("day")
    if match["dw"]:
        return today.shift(DAY_WORDS[match["dw"].lower()]) if today else None
    return context.focus if context.focus and context.focus.unit == "day" else today


def _interpret_overnight(match: re.Match[str], context: Context) -> Interpretation | None:
    today = context.now("day")
    night = today.shift(-1) if today else None
    return Interpretation(
        type="TIME",
        value=f"{night.value if night else 'XXXX-XX-XX'}TNI",
        edtf=night.edtf if night else None,
        period=None,
    )


DAY_BEHIND = (
    r"(?:,? (?:on )?(?=@weekday|today|yesterday|tomorrow|@month (?:@nth|@day))"
    r"(?:(?P<w>@weekday)(?:,? (?=@month))?|(?P<dw>today|yesterday|tomorrow))?"
    r"(?:,? ?(?:on )?(?P<mo>@month) (?P<d>@nth|@day)(?:,? (?P<y>@year))?)?)?"
)
RULES: tuple[Rule, ...] = (
    # "3 p.m. on Friday", "around 10.30 in the morning", "five o’clock", "14:20 GMT", "0900 hours", "noon"
    rule(
        "clock",
        {"#", "noon", "midday", "midnight", "around", "about", *HOURS},
        r"(?:(?:around|about) )?(?:"
        r"(?P<h>[01]?\d)(?:[:.](?P<min>[0-5]\d))?"
        r"(?:[ ]?(?P<ap>[ap]\.m\b\.?|[ap]m\b)|(?: o['’]clock)? in the (?P<of>morning|afternoon|evening)"
        r"| o['’]clock)"
        r"|(?P<hw>" + "|".join(HOURS) + r") o['’]clock"
        r"(?: in the (?P<off>morning|afternoon|evening))?"
        r"|(?P<h24>[0-2]?\d):(?P<m24>[0-5]\d)(?::[0-5]\d)?(?:h(?:rs)?)?(?= @zone)"
        r"|(?P<hz>[0-2]\d)(?P<mz>[0-5]\d)(?= (?:GMT|UTC|hours|hrs))"
        r"|(?P<named>noon|midday|midnight))"
        rf"(?:,? (?:hours|hrs|@zone))?{DAY_BEHIND}",
        _interpret_clock,
    ),
    rule("overnight", {"overnight"}, "overnight", _interpret_overnight),  # "overnight"
)
