"""Weekdays, bare and with "last", "next" and a part of the day."""

from __future__ import annotations

import re

from extract.timex.period import Period
from extract.timex.rule import Reading, Rule, Scene, dated, rule
from extract.timex.rules.days import WEEKDAY_STARTERS
from extract.timex.rules.non_dates import is_in_weekday_name
from extract.timex.rules.relative import part_of_day
from extract.timex.vocabulary import WEEKDAY_NAMES, weekday_of

RANGE_BEFORE = re.compile(rf"\b(?:{'|'.join(WEEKDAY_NAMES)})\s(?:to|through|until|till)\s$")
WORDS_TOO = ("sun", "sat", "mon", "fri", "wed")  # without a point they are words and names


def weekday_near(number: int, scene: Scene, relation: str = "") -> Period | None:
    """The day that a weekday name means.

    Bare: the latest on or before the anchor, the anchor itself included; in a clause about the future
    the first on or after it; the end of a range the first behind its beginning. "last": before the
    anchor. "next": after it. "this": by the clause.
    """
    today = scene.now("day")
    if today is None:
        return None
    if not relation and scene.known.day is not None and RANGE_BEFORE.search(scene.before(20)):
        begin = scene.known.day
        return begin.shift((number - begin.first.weekday()) % 7)
    back = (today.first.weekday() - number) % 7
    if relation in ("last", "past", "previous"):
        return today.shift(-(back or 7))
    if relation in ("next", "coming", "following"):
        return today.shift(7 - back)
    future = scene.direction() == "future" or (relation == "this" and back)
    return today.shift((7 - back) % 7 if future else -back)


def _read_weekday(match: re.Match[str], scene: Scene) -> Reading | None:
    if match["w"].lower().rstrip(".") in WORDS_TOO and not match["w"].endswith("."):
        return None
    if is_in_weekday_name(
        scene.text[max(0, match.start("w") - 12) : match.start("w")],
        scene.text[match.end("w") : match.end("w") + 40],
    ):
        return None
    number, part = weekday_of(match["w"]), match["part"]
    relation = re.sub(r"^the ", "", (match["rel"] or "").lower())
    if relation in ("previous", "following") and scene.focus and scene.focus.unit == "day":
        back = (scene.focus.first.weekday() - number) % 7
        period: Period | None = scene.focus.shift(7 - back if relation == "following" else -(back or 7))
    else:
        period = weekday_near(number, scene, relation)
    if match["week"] and period is not None:
        period = period.shift(7 if "after" in match["week"].lower() else -7)
    if part:
        return part_of_day(period, part) if period else Reading(type="TIME", value=f"XXXX-WXX-{number + 1}")
    return dated(period) if period else Reading(type="DATE", value=f"XXXX-WXX-{number + 1}")


RULES: tuple[Rule, ...] = (
    rule(
        "weekday",
        WEEKDAY_STARTERS
        | {"last", "next", "this", "early", "late", "earlier", "the", "coming", "following", "previous"},
        r"(?:(?:early|late) (?:on )?)?(?:(?P<rel>last|next|this|coming|the (?:following|previous|next|coming)"
        r"|previous|following) )?(?P<w>@weekday)(?:,? (?P<part>morning|lunchtime|afternoon|evening|night))?"
        r"(?P<week> (?:a )?week (?:after next|before last))?",
        _read_weekday,
    ),
)
