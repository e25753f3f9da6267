"""Rules for dates relative to the anchor ("last week") or to the date mentioned last ("a week later")."""

from __future__ import annotations

import re
from dataclasses import replace

from extract.timex.period import Period, Unit
from extract.timex.rule import Context, Interpretation, Rule, as_date, rule
from extract.timex.rules.amounts import amount
from extract.timex.rules.days import EDGE
from extract.timex.rules.non_dates import is_in_title
from extract.timex.vocabulary import (
    ABOUT_STARTERS,
    NUMBER_STARTERS,
    VAGUE_STARTERS,
    number_of,
)

OVER = re.compile(r"\b(?:over|in|for|during)\s(?:the\s)?$", re.IGNORECASE)
# "the first", "the worst", "the highest"
RANKED = re.compile(r"\b(?:first|second|third|fourth|fifth|only|most|least|best|worst|\w{3,}est)\b")
FROM_NOW = ("ago", "from now", "from today", "hence")
ANAPHORIC = ("that", "that same", "same")  # these need a period that was mentioned before
PART_CODES = {"lunchtime": "MI", "morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI"}
DAY_WORDS = {
    "today": 0,
    "tonight": 0,
    "yesterday": -1,
    "tomorrow": 1,
    "day before yesterday": -2,
    "day after tomorrow": 2,
}
UNANCHORED_VALUES: dict[str, str] = {
    "day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "year": "XXXX", "decade": "XXX", "century": "XX", "season": "XXXX", "half": "XXXX-HX",
}  # fmt: skip
YEARS_IN: dict[Unit, float] = {
    "day": 1 / 365.25, "week": 7 / 365.25, "weekend": 7 / 365.25, "month": 1 / 12, "quarter": 1 / 4,
    "half": 1 / 2, "season": 1 / 4, "year": 1, "decade": 10, "century": 100,
}  # fmt: skip
MAX_YEAR = 9998  # of `datetime.date`, less one for what is added
UNITS_BY_WORD: dict[str, Unit] = {
    "day": "day", "week": "week", "fortnight": "week", "weekend": "weekend", "month": "month",
    "quarter": "quarter",
    "year": "year", "decade": "decade", "century": "century",
}  # fmt: skip


def unit_of(word: str) -> Unit | None:
    """The calendar unit that a word such as "weeks" names; None for hours and less."""
    word = word.lower()
    return UNITS_BY_WORD.get("century" if word == "centuries" else word.removesuffix("s"))


def unanchored_date(unit: str) -> Interpretation:
    """The interpretation of a date that there is no anchor for: its value is masked (`XXXX-XX`)."""
    return Interpretation(type="DATE", value=UNANCHORED_VALUES[unit])


def part_of_day(period: Period | None, part: str) -> Interpretation:
    """The interpretation of "Friday evening": a TIME; its EDTF is the day."""
    code = PART_CODES[part.lower().removesuffix("s")]
    if period is None:
        return Interpretation(type="TIME", value=f"XXXX-XX-XXT{code}")
    return Interpretation(type="TIME", value=f"{period.value}T{code}", edtf=period.edtf, period=period)


def _interpret_day_word(match: re.Match[str], context: Context) -> Interpretation | None:
    if is_in_title(match[0], context.before(16)):
        return None
    word = re.sub(r"\s+", " ", match["word"].lower())
    today = context.now("day")
    period = today.shift(DAY_WORDS[word]) if today else None
    part = match["part"] or match["mid"] or ("night" if word == "tonight" else None)
    if part:
        return part_of_day(period, part)
    return as_date(period) if period else unanchored_date("day")


def _interpret_this_part(match: re.Match[str], context: Context) -> Interpretation:
    today, part = context.now("day"), match["part"]
    relation = (match["rel"] or "this").lower()
    if relation in ("the next", "the following", "that", "that same"):
        base = context.discourse.day
        period = base.shift(0 if relation.startswith("that") else 1) if base else None
    else:
        period = today.shift(-1 if relation == "last" else 0) if today else None
    return part_of_day(period, part)


def _interpret_unit(match: re.Match[str], context: Context) -> Interpretation | None:
    unit, relation = unit_of(match["unit"]), match["rel"].lower()
    if unit is None or (match["unit"][0].isupper() and not match[0].isupper()):
        return None  # "This Week", a programme
    spoken = context.discourse.day if unit == "day" else context.focus
    if relation == "the next" and spoken is not None and (unit == "day" or context.direction() == "past"):
        relation = "following"
    relation = re.sub(r"^the ", "", relation)
    steps = {
        "last": -1,
        "past": -1,
        "next": 1,
        "coming": 1,
        "this": 0,
        "current": 0,
        "upcoming": 1,
        "this past": -1,
    }
    if relation in steps:
        now = context.now(unit)
        if unit == "day" and relation == "last":
            return None  # the final one
        if unit == "decade" and (relation == "past" or (steps[relation] and OVER.search(context.before(8)))):
            return Interpretation(type="DURATION", value="P10Y")  # ten years from now, not the calendar's
        return as_date(now.shift(steps[relation])) if now else unanchored_date(unit)
    focus = context.focus or context.anchor
    if unit == "day":
        focus = context.discourse.day or (None if relation in ANAPHORIC else context.now("day"))
    if focus is not None and not _fits(focus, unit) and relation not in ANAPHORIC:
        focus = context.anchor
    if focus is None or not _fits(focus, unit):
        return None if relation in ANAPHORIC else unanchored_date(unit)
    step = {"previous": -1, "preceding": -1, "prior": -1, "following": 1}.get(relation, 0)
    return as_date(focus.to(unit).shift(step))


def _fits(period: Period, unit: Unit) -> bool:
    """Whether a period is precise enough to name a `unit` by."""
    order = ("century", "decade", "year", "half", "season", "quarter", "month", "week", "weekend", "day")
    return order.index(period.unit) >= order.index(unit)


def _interpret_edge_unit(match: re.Match[str], context: Context) -> Interpretation | None:
    unit = unit_of(match["unit"])
    now = context.now(unit) if unit else None
    if unit is None:
        return None
    if (
        context.focus is not None
        and match["rel"]
        and match["rel"].lower() == "that"
        and _fits(context.focus, unit)
    ):
        now = context.focus.to(unit)
    return as_date(now) if now else unanchored_date(unit)


def _interpret_ago(match: re.Match[str], context: Context) -> Interpretation | None:
    unit, way = unit_of(match["unit"]), re.sub(r"\s+", " ", match["way"].lower())
    count = 1.0 if match["one"] else number_of(match["n"])
    if count is not None and match["half"]:
        count += 0.5
    if count is None:
        if way in FROM_NOW:
            return Interpretation(type="DATE", value="PAST_REF" if way == "ago" else "FUTURE_REF")
        return Interpretation(type="DURATION", value=amount(None, match["unit"]))
    if unit is None:
        return Interpretation(type="DURATION", value=amount(count, match["unit"]))
    sign = -1 if way in ("ago", "earlier", "before", "previously") else 1
    if match["unit"].lower().startswith("fortnight"):
        count *= 2
    base = context.anchor if way in FROM_NOW else context.focus or context.anchor
    compared = (
        unit == "year"
        and count == 1
        and (way in ("earlier", "before") or bool(match["one"] and way == "ago"))
    )
    found = _offset(context.fiscal_focus if compared and context.fiscal_focus else base, unit, sign, count)
    # The year that figures are compared with does not become the focus.
    return replace(found, period=None) if compared else found


def _interpret_ahead(match: re.Match[str], context: Context) -> Interpretation | None:
    """The date in "will expire in five years"; None for the duration in "the worst in five years"."""
    count, unit = number_of(match["n"]), unit_of(match["unit"])
    if count is None or unit is None or context.anchor is None or context.direction() != "future":
        return None
    if RANKED.search(context.before(40)):
        return None
    return _offset(context.anchor, unit, 1, count * (2 if "fortnight" in match["unit"].lower() else 1))


def _offset(base: Period | None, unit: Unit, sign: int, count: float) -> Interpretation:
    """The period `count` units before (sign -1) or after `base`, as precise as the unit.

    A quarter or half keeps its unit when it is shifted by years.
    """
    if base is None or not _fits(base, unit):
        return unanchored_date(unit)
    steps = sign * int(count)
    if unit == "year" and base.unit in ("quarter", "half") and count == int(count):
        return as_date(base.years_on(steps))
    if not 1 <= base.year + sign * count * YEARS_IN[unit] <= MAX_YEAR:
        return Interpretation(type="DATE", value="PAST_REF" if sign < 0 else "FUTURE_REF")
    if count == int(count):
        return as_date(base.to(unit).shift(steps))
    if unit in ("week", "month") and base.unit == "day":
        return as_date(base.shift(sign * int(count * YEARS_IN[unit] * 365.25)).to(unit))
    if unit in ("year", "decade", "century") and _fits(base, "month"):
        moved = base.to("month").shift(sign * int(count * YEARS_IN[unit] * 12))
        return as_date(moved if unit == "year" else moved.to("year"))
    return unanchored_date(unit)


def _interpret_second(match: re.Match[str], context: Context) -> Interpretation | None:
    """The week, month or year two away: "the week before last", "the year after next"."""
    unit = unit_of(match["unit"])
    now = context.now(unit) if unit else None
    if unit is None:
        return None
    return as_date(now.shift(-2 if match["before"] else 2)) if now else unanchored_date(unit)


RELATIVE = (
    r"(?:the )?(?:last|past|next|coming|upcoming|current|previous|preceding|prior|following|same)"
    r"|this past|this|that same|that"
)
EARLY = r"(?:early|late|later|earlier|mid|sometime|some time|or)"
EARLY_WORDS = {"early", "late", "later", "earlier", "mid", "sometime", "the"}
RELATIVE_WORDS = frozenset(
    {
        "last",
        "past",
        "next",
        "coming",
        "upcoming",
        "current",
        "previous",
        "preceding",
        "prior",
        "following",
        "same",
        "this",
    }
    | {"that", "the"}
)
RULES: tuple[Rule, ...] = (
    # "late yesterday", "tomorrow morning", "the day before yesterday"
    rule(
        "day word",
        {"today", "yesterday", "tomorrow", "tonight", "the", "late", "early", "earlier", "later", "mid"},
        r"(?:(?:early|late|earlier|later|mid[- ]?(?P<mid>morning|afternoon)) )?(?:the )?"
        r"(?P<word>day before yesterday|day after tomorrow|today|yesterday|tomorrow|tonight)"
        r"(?: (?P<part>@part))?",
        _interpret_day_word,
    ),
    # "last night", "this morning", "mid-afternoon"
    rule(
        "part of the day",
        {"last", "this", "the", "that", "early", "late", "later", "earlier", "mid"},
        r"(?:(?:(?:early|late|earlier|later) )?(?P<rel>last(?= night| evening)|this|that same|that|the"
        r" (?:next|following)) |mid[- ]?)"
        r"(?P<part>morning|afternoon|evening|night)",
        _interpret_this_part,
    ),
    # "last week", "early this month", "the end of next year", "that same day"
    rule(
        "relative unit",
        EARLY_WORDS | RELATIVE_WORDS | {"beginning", "end", "middle"},
        rf"(?:{EARLY}[ -](?:in )?|{EDGE})?(?P<rel>{RELATIVE}) (?:calendar )?(?P<unit>@dateunit)",
        _interpret_unit,
    ),
    # "the week before last", "the year after next"
    rule(
        "second unit",
        {"the"},
        r"the (?P<unit>week|weekend|month|year) (?:(?P<before>before last)|after next)",
        _interpret_second,
    ),
    # "the end of the year", "late in the month", "earlier in that week"
    rule(
        "edge of a unit",
        {"the", "end", "beginning", "middle", "start", "later", "earlier", "late", "early"},
        rf"(?:{EDGE}|(?:earlier|later|late|early) in )(?:the|(?P<rel>that)) (?P<unit>week|month|year"
        rf"|decade|century)",
        _interpret_edge_unit,
    ),
    # "in five years", "in two weeks’ time"
    rule(
        "ahead",
        NUMBER_STARTERS,
        r"(?<=\bin\s)(?P<n>@number) (?P<unit>@unit)(?! (?:of|ago|later|earlier|before))(?:['’] time)?",
        _interpret_ahead,
    ),
    # "two years ago", "about a month later", "a week and a half earlier", "the day before"
    rule(
        "offset",
        NUMBER_STARTERS | VAGUE_STARTERS | ABOUT_STARTERS | {"an"},
        r"(?:(?:@about|about) )?(?:(?P<n>@vague|@number)|(?P<one>an?|the)) (?P<unit>@unit)"
        r"(?P<half> and a half)?(?: or so)? "
        r"(?P<way>ago|earlier|later|before(?! [a-z])|from (?:now|today)|hence|previously)",
        _interpret_ago,
    ),
)
