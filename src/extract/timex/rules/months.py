"""Months, with their year and without."""

from __future__ import annotations

import re

from extract.timex.period import Period
from extract.timex.rule import Reading, Rule, Scene, dated, rule
from extract.timex.rules.days import EDGE, EVENT_AFTER, MONTH_STARTERS, spelled_year, year_of
from extract.timex.vocabulary import FRAGMENTS, month_of

BARE_MONTH_LEAD = re.compile(
    r"\b(?:in|since|until|till|by|through|throughout|during|last|next|this|early|late|mid|of|from|to|for"
    r"|before|after|each|every"
    r"|between|and|or|end of|past|coming|previous|ended|ending)[ -]$",
    re.IGNORECASE,
)
STRONG_LEAD = re.compile(r"in|since|until|till|th|during|last|next|early|late|mid|end", re.IGNORECASE)
NAME_AFTER = re.compile(r" (?-i:[A-Z][a-z]+)")
YEAR_TO_DATE = re.compile(r"\b(?:this year|so far|months) through $", re.IGNORECASE)
ATTRIBUTE = re.compile(r"\b(?:the|The|a|an) $")
NOUN_AFTER = re.compile(r" (?!and\b|or\b|who\b|was\b|is\b)(?-i:[a-z]{3,})")
TITLE_BEFORE = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Sir|Lady|Lord|Theresa|Minister|the|The|a|an)\.? $")
RANGE_AFTER = re.compile(
    rf"\s?(?:to|and|through|until|till|-|–)\s?(?P<m>{FRAGMENTS['month']})(?: of| in|,)?"
    r" (?P<y>(?:19|20)\d\d)\b",
    re.ASCII,
)
SPOKEN_OF = re.compile(r"\b(?:that|same)\b", re.IGNORECASE)


def _read_month_year(match: re.Match[str], scene: Scene) -> Reading:
    year = year_of(match["y"]) if match["y"] else spelled_year(match["spelled"])
    return dated(Period.of_month(year, month_of(match["m"])))


def _read_month(match: re.Match[str], scene: Scene) -> Reading | None:
    month, before = month_of(match["m"]), scene.before(24)
    modified = match["rel"] or match["early"] or match["of"]
    if not modified and not _is_month_name(match["m"], before, scene):
        return None
    if (rest := RANGE_AFTER.match(scene.after(32))) and not modified:
        over_new_year = month_of(rest["m"]) < month
        return dated(Period.of_month(int(rest["y"]) - over_new_year, month))  # "from March to August 2011"
    if match["of"] and scene.focus is not None and SPOKEN_OF.search(match["of"]):
        return dated(Period.of_month(scene.focus.year, month))
    if scene.anchor is None:
        return Reading(type="DATE", value=f"XXXX-{month:02}", edtf=f"XXXX-{month:02}")
    year = scene.anchor.year
    relation = (match["rel"] or match["of"] or "").lower()
    if scene.anchor.unit == "year" and not relation:
        return dated(Period.of_month(year, month))
    now = scene.now("month") or Period.of_month(year, 6)
    if match["of"]:
        return dated(
            Period.of_month(year + (-1 if "last" in relation else 1 if "next" in relation else 0), month)
        )
    here = Period.of_month(year, month)
    around = [here.shift(-12), here, here.shift(12)]
    if relation.startswith(("last", "past")):
        return dated([one for one in around if one.index < now.index][-1])
    if relation.startswith(("next", "coming")):
        return dated(next(one for one in around if one.index > now.index))
    event = EVENT_AFTER.match(scene.after(24))
    open_end = event or (re.search(r"\bthrough $", before) and not YEAR_TO_DATE.search(before))
    direction = None if open_end or TITLE_BEFORE.search(before) else scene.direction()
    if direction == "future" and not scene.before(6).lower().endswith("since "):
        around = [one for one in around if one.index >= now.index]
    elif direction == "past":
        around = [one for one in around if one.index <= now.index]
    return dated(min(around, key=lambda one: abs(one.index - now.index)))


def _is_month_name(name: str, before: str, scene: Scene) -> bool:
    if TITLE_BEFORE.search(before):  # "the March meeting", "Mrs. May"
        return len(name) > 3 and bool(ATTRIBUTE.search(before) and NOUN_AFTER.match(scene.after(20)))
    lead = BARE_MONTH_LEAD.search(before)
    if NAME_AFTER.match(scene.after(20)) and not (lead and STRONG_LEAD.match(lead[0])):
        return False  # "and April Osei"
    return bool(lead) or not (len(name.rstrip(".")) < 5 or name.lower() == "march")


RULES: tuple[Rule, ...] = (
    rule(
        "month year",
        MONTH_STARTERS | {"early", "late", "mid", "the", "end", "beginning", "middle"},
        rf"(?:@early[ -]|{EDGE})?(?P<m>@month)(?: of| in|,)? (?:(?P<y>@year)|(?P<spelled>@spelledyear))",
        _read_month_year,
    ),
    rule(
        "month",
        MONTH_STARTERS
        | {
            "early",
            "late",
            "mid",
            "the",
            "end",
            "last",
            "next",
            "this",
            "beginning",
            "middle",
            "past",
            "coming",
        },
        rf"(?P<early>@early[ -]|{EDGE})?(?:(?P<rel>last|next|this|this past|this coming|past|coming)"
        rf" )?(?P<m>@month)"
        r"(?:,? (?P<of>(?:of )?(?:last|this|next|that(?: same)?|the same) year))?",
        _read_month,
    ),
)
