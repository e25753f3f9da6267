"""Rules for months, with their year and without."""

from __future__ import annotations

import re

from extract.timex.period import Period
from extract.timex.rule import Context, Interpretation, Rule, as_date, rule
from extract.timex.rules.days import EDGE, EVENT_AFTER, MONTH_STARTERS, spelled_year, year_of
from extract.timex.vocabulary import FRAGMENTS, month_of

BARE_MONTH_LEAD = re.compile(
    r"\b(?:in|since|until|till|by|through|throughout|during|last|next|this|early|late|mid|of|from|to|for"
    r"|before|after|each|every"
    r"|between|and|or|end of|past|coming|previous|ended|ending)[ -]$",
    re.IGNORECASE,
)
STRONG_LEAD = re.compile(r"in|since|until|till|th|during|last|next|early|late|mid|end", re.IGNORECASE)
NAME_AFTER = re.compile(r" (?-i:[A-Z][a-z]+)")  # " Osei"
YEAR_TO_DATE = re.compile(r"\b(?:this year|so far|months) through $", re.IGNORECASE)
ATTRIBUTE = re.compile(r"\b(?:the|The|a|an) $")
NOUN_AFTER = re.compile(r" (?!and\b|or\b|who\b|was\b|is\b)(?-i:[a-z]{3,})")  # " meeting"
TITLE_BEFORE = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Sir|Lady|Lord|Theresa|Minister|the|The|a|an)\.? $")
# " to August 2011", "-May of 2011"
RANGE_AFTER = re.compile(
    rf"\s?(?:to|and|through|until|till|-|–)\s?(?P<m>{FRAGMENTS['month']})(?: of| in|,)?"
    r" (?P<y>(?:19|20)\d\d)\b",
    re.ASCII,
)
SPOKEN_OF = re.compile(r"\b(?:that|same)\b", re.IGNORECASE)


def _interpret_month_year(match: re.Match[str], context: Context) -> Interpretation:
    year = year_of(match["y"]) if match["y"] else spelled_year(match["spelled"])
    return as_date(Period.of_month(year, month_of(match["m"])))


def _interpret_month(match: re.Match[str], context: Context) -> Interpretation | None:
    month, before = month_of(match["m"]), context.before(24)
    modified = match["rel"] or match["early"] or match["of"]
    if not modified and not _is_month_name(match["m"], before, context):
        return None
    if (rest := RANGE_AFTER.match(context.after(32))) and not modified:
        over_new_year = month_of(rest["m"]) < month
        return as_date(Period.of_month(int(rest["y"]) - over_new_year, month))  # "from March to August 2011"
    if match["of"] and context.focus is not None and SPOKEN_OF.search(match["of"]):
        return as_date(Period.of_month(context.focus.year, month))
    if context.anchor is None:
        return Interpretation(type="DATE", value=f"XXXX-{month:02}", edtf=f"XXXX-{month:02}")
    year = context.anchor.year
    relation = (match["rel"] or match["of"] or "").lower()
    if context.anchor.unit == "year" and not relation:
        return as_date(Period.of_month(year, month))
    now = context.now("month") or Period.of_month(year, 6)
    if match["of"]:
        return as_date(
            Period.of_month(year + (-1 if "last" in relation else 1 if "next" in relation else 0), month)
        )
    here = Period.of_month(year, month)
    around = [here.shift(-12), here, here.shift(12)]
    if relation.startswith(("last", "past")):
        return as_date([one for one in around if one.index < now.index][-1])
    if relation.startswith(("next", "coming")):
        return as_date(next(one for one in around if one.index > now.index))
    event = EVENT_AFTER.match(context.after(24))
    open_end = event or (re.search(r"\bthrough $", before) and not YEAR_TO_DATE.search(before))
    direction = None if open_end or TITLE_BEFORE.search(before) else context.direction()
    if direction == "future" and not context.before(6).lower().endswith("since "):
        around = [one for one in around if one.index >= now.index]
    elif direction == "past":
        around = [one for one in around if one.index <= now.index]
    return as_date(min(around, key=lambda one: abs(one.index - now.index)))


def _is_month_name(name: str, before: str, context: Context) -> bool:
    if TITLE_BEFORE.search(before):  # "the March meeting", "Mrs. May"
        return len(name) > 3 and bool(ATTRIBUTE.search(before) and NOUN_AFTER.match(context.after(20)))
    lead = BARE_MONTH_LEAD.search(before)
    if NAME_AFTER.match(context.after(20)) and not (lead and STRONG_LEAD.match(lead[0])):
        return False  # "and April Osei"
    return bool(lead) or not (len(name.rstrip(".")) < 5 or name.lower() == "march")


RULES: tuple[Rule, ...] = (
    # "April 2017", "early April of 2017", "the end of May nineteen ninety-seven"
    rule(
        "month year",
        MONTH_STARTERS | {"early", "late", "mid", "the", "end", "beginning", "middle"},
        rf"(?:@early[ -]|{EDGE})?(?P<m>@month)(?: of| in|,)? (?:(?P<y>@year)|(?P<spelled>@spelledyear))",
        _interpret_month_year,
    ),
    # "late April", "last June", "May of this year"
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
        _interpret_month,
    ),
)
