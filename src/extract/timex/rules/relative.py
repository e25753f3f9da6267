"""Dates relative to the article's own, or to the date spoken of last."""

from __future__ import annotations

import re
from dataclasses import replace

from extract.timex.period import Period, Unit
from extract.timex.rule import Reading, Rule, Scene, dated, rule
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
RANKED = re.compile(r"\b(?:first|second|third|fourth|fifth|only|most|least|best|worst|\w{3,}est)\b")
FROM_NOW = ("ago", "from now", "from today", "hence")
BACK_TO = ("that", "that same", "same")  # a period that must have been named before
PART_CODES = {"lunchtime": "MI", "morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI"}
DAY_WORDS = {
    "today": 0,
    "tonight": 0,
    "yesterday": -1,
    "tomorrow": 1,
    "day before yesterday": -2,
    "day after tomorrow": 2,
}
UNKNOWN: dict[str, str] = {
    "day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "year": "XXXX", "decade": "XXX", "century": "XX", "season": "XXXX", "half": "XXXX-HX",
}  # fmt: skip
YEARS_IN: dict[Unit, float] = {
    "day": 1 / 365.25, "week": 7 / 365.25, "weekend": 7 / 365.25, "month": 1 / 12, "quarter": 1 / 4,
    "half": 1 / 2, "season": 1 / 4, "year": 1, "decade": 10, "century": 100,
}  # fmt: skip
LAST_YEAR = 9998  # of the calendar, less one for what is added to it
UNIT_OF: dict[str, Unit] = {
    "day": "day", "week": "week", "fortnight": "week", "weekend": "weekend", "month": "month",
    "quarter": "quarter",
    "year": "year", "decade": "decade", "century": "century",
}  # fmt: skip


def unit_of(word: str) -> Unit | None:
    """The calendar unit that "weeks" names; None for hours and less."""
    word = word.lower()
    return UNIT_OF.get("century" if word == "centuries" else word.removesuffix("s"))


def unknown(unit: str) -> Reading:
    """The reading of a date that has no anchor to hang on."""
    return Reading(type="DATE", value=UNKNOWN[unit])


def part_of_day(period: Period | None, part: str) -> Reading:
    """ "Friday evening": a TIME whose EDTF is cut to the day."""
    code = PART_CODES[part.lower().removesuffix("s")]
    if period is None:
        return Reading(type="TIME", value=f"XXXX-XX-XXT{code}")
    return Reading(type="TIME", value=f"{period.value}T{code}", edtf=period.edtf, period=period)


def _read_day_word(match: re.Match[str], scene: Scene) -> Reading | None:
    if is_in_title(match[0], scene.before(16)):
        return None
    word = re.sub(r"\s+", " ", match["word"].lower())
    today = scene.now("day")
    period = today.shift(DAY_WORDS[word]) if today else None
    part = match["part"] or match["mid"] or ("night" if word == "tonight" else None)
    if part:
        return part_of_day(period, part)
    return dated(period) if period else unknown("day")


def _read_this_part(match: re.Match[str], scene: Scene) -> Reading:
    today, part = scene.now("day"), match["part"]
    relation = (match["rel"] or "this").lower()
    if relation in ("the next", "the following", "that", "that same"):
        base = scene.known.day
        period = base.shift(0 if relation.startswith("that") else 1) if base else None
    else:
        period = today.shift(-1 if relation == "last" else 0) if today else None
    return part_of_day(period, part)


def _read_unit(match: re.Match[str], scene: Scene) -> Reading | None:
    unit, relation = unit_of(match["unit"]), match["rel"].lower()
    if unit is None or (match["unit"][0].isupper() and not match[0].isupper()):
        return None  # "This Week", a programme
    spoken = scene.known.day if unit == "day" else scene.focus
    if relation == "the next" and spoken is not None and (unit == "day" or scene.direction() == "past"):
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
        now = scene.now(unit)
        if unit == "day" and relation == "last":
            return None  # the final one
        if unit == "decade" and (relation == "past" or (steps[relation] and OVER.search(scene.before(8)))):
            return Reading(type="DURATION", value="P10Y")  # ten years from now, not the calendar's
        return dated(now.shift(steps[relation])) if now else unknown(unit)
    focus = scene.focus or scene.anchor
    if unit == "day":
        focus = scene.known.day or (None if relation in BACK_TO else scene.now("day"))
    if focus is not None and not _fits(focus, unit) and relation not in BACK_TO:
        focus = scene.anchor
    if focus is None or not _fits(focus, unit):
        return None if relation in BACK_TO else unknown(unit)
    step = {"previous": -1, "preceding": -1, "prior": -1, "following": 1}.get(relation, 0)
    return dated(focus.to(unit).shift(step))


def _fits(period: Period, unit: Unit) -> bool:
    """Whether a period is precise enough to name a `unit` by."""
    order = ("century", "decade", "year", "half", "season", "quarter", "month", "week", "weekend", "day")
    return order.index(period.unit) >= order.index(unit)


def _read_edge_unit(match: re.Match[str], scene: Scene) -> Reading | None:
    unit = unit_of(match["unit"])
    now = scene.now(unit) if unit else None
    if unit is None:
        return None
    if (
        scene.focus is not None
        and match["rel"]
        and match["rel"].lower() == "that"
        and _fits(scene.focus, unit)
    ):
        now = scene.focus.to(unit)
    return dated(now) if now else unknown(unit)


def _read_ago(match: re.Match[str], scene: Scene) -> Reading | None:
    unit, way = unit_of(match["unit"]), re.sub(r"\s+", " ", match["way"].lower())
    count = 1.0 if match["one"] else number_of(match["n"])
    if count is not None and match["half"]:
        count += 0.5
    if count is None:
        if way in FROM_NOW:
            return Reading(type="DATE", value="PAST_REF" if way == "ago" else "FUTURE_REF")
        return Reading(type="DURATION", value=amount(None, match["unit"]))
    if unit is None:
        return Reading(type="DURATION", value=amount(count, match["unit"]))
    sign = -1 if way in ("ago", "earlier", "before", "previously") else 1
    if match["unit"].lower().startswith("fortnight"):
        count *= 2
    base = scene.anchor if way in FROM_NOW else scene.focus or scene.anchor
    compared = (
        unit == "year"
        and count == 1
        and (way in ("earlier", "before") or bool(match["one"] and way == "ago"))
    )
    reading = _offset(scene.named if compared and scene.named else base, unit, sign, count)
    return replace(reading, period=None) if compared else reading  # what is spoken of is not the year before


def _read_ahead(match: re.Match[str], scene: Scene) -> Reading | None:
    """ "will expire in five years": a date; "the worst in five years": a length."""
    count, unit = number_of(match["n"]), unit_of(match["unit"])
    if count is None or unit is None or scene.anchor is None or scene.direction() != "future":
        return None
    if RANKED.search(scene.before(40)):
        return None
    return _offset(scene.anchor, unit, 1, count * (2 if "fortnight" in match["unit"].lower() else 1))


def _offset(base: Period | None, unit: Unit, sign: int, count: float) -> Reading:
    """`count` units from `base`, as precise as the unit; a year from a day, month or quarter keeps those."""
    if base is None or not _fits(base, unit):
        return unknown(unit)
    steps = sign * int(count)
    if unit == "year" and base.unit in ("quarter", "half") and count == int(count):
        return dated(base.years_on(steps))
    if not 1 <= base.year + sign * count * YEARS_IN[unit] <= LAST_YEAR:
        return Reading(type="DATE", value="PAST_REF" if sign < 0 else "FUTURE_REF")
    if count == int(count):
        return dated(base.to(unit).shift(steps))
    if unit in ("week", "month") and base.unit == "day":
        return dated(base.shift(sign * int(count * YEARS_IN[unit] * 365.25)).to(unit))
    if unit in ("year", "decade", "century") and _fits(base, "month"):
        moved = base.to("month").shift(sign * int(count * YEARS_IN[unit] * 12))
        return dated(moved if unit == "year" else moved.to("year"))
    return unknown(unit)


def _read_second(match: re.Match[str], scene: Scene) -> Reading | None:
    """ "the week before last", "the year after next"."""
    unit = unit_of(match["unit"])
    now = scene.now(unit) if unit else None
    if unit is None:
        return None
    return dated(now.shift(-2 if match["before"] else 2)) if now else unknown(unit)


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
    rule(
        "day word",
        {"today", "yesterday", "tomorrow", "tonight", "the", "late", "early", "earlier", "later", "mid"},
        r"(?:(?:early|late|earlier|later|mid[- ]?(?P<mid>morning|afternoon)) )?(?:the )?"
        r"(?P<word>day before yesterday|day after tomorrow|today|yesterday|tomorrow|tonight)"
        r"(?: (?P<part>@part))?",
        _read_day_word,
    ),
    rule(
        "part of the day",
        {"last", "this", "the", "that", "early", "late", "later", "earlier", "mid"},
        r"(?:(?:(?:early|late|earlier|later) )?(?P<rel>last(?= night| evening)|this|that same|that|the"
        r" (?:next|following)) |mid[- ]?)"
        r"(?P<part>morning|afternoon|evening|night)",
        _read_this_part,
    ),
    rule(
        "relative unit",
        EARLY_WORDS | RELATIVE_WORDS | {"beginning", "end", "middle"},
        rf"(?:{EARLY}[ -](?:in )?|{EDGE})?(?P<rel>{RELATIVE}) (?:calendar )?(?P<unit>@dateunit)",
        _read_unit,
    ),
    rule(
        "second unit",
        {"the"},
        r"the (?P<unit>week|weekend|month|year) (?:(?P<before>before last)|after next)",
        _read_second,
    ),
    rule(
        "edge of a unit",
        {"the", "end", "beginning", "middle", "start", "later", "earlier", "late", "early"},
        rf"(?:{EDGE}|(?:earlier|later|late|early) in )(?:the|(?P<rel>that)) (?P<unit>week|month|year"
        rf"|decade|century)",
        _read_edge_unit,
    ),
    rule(
        "ahead",
        NUMBER_STARTERS,
        r"(?<=\bin\s)(?P<n>@number) (?P<unit>@unit)(?! (?:of|ago|later|earlier|before))(?:['’] time)?",
        _read_ahead,
    ),
    rule(
        "offset",
        NUMBER_STARTERS | VAGUE_STARTERS | ABOUT_STARTERS | {"an"},
        r"(?:(?:@about|about) )?(?:(?P<n>@vague|@number)|(?P<one>an?|the)) (?P<unit>@unit)"
        r"(?P<half> and a half)?(?: or so)? "
        r"(?P<way>ago|earlier|later|before(?! [a-z])|from (?:now|today)|hence|previously)",
        _read_ago,
    ),
)
