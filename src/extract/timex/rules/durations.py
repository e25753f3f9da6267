"""Rules for durations ("two weeks") and sets of recurring times ("daily", "every Friday")."""

from __future__ import annotations

import re

from extract.timex.period import SEASONS
from extract.timex.rule import Context, Interpretation, Rule, rule
from extract.timex.rules.amounts import amount
from extract.timex.rules.anaphora import reported_year
from extract.timex.rules.days import WEEKDAY_STARTERS
from extract.timex.rules.non_dates import is_in_name_of_war
from extract.timex.vocabulary import (
    ABOUT_STARTERS,
    NUMBER_STARTERS,
    SEASON_CODES,
    SETS,
    VAGUE_STARTERS,
    month_of,
    number_of,
    weekday_of,
)

LASTING = re.compile(
    r"\b(?:for|in|within|after|over|than|about|almost|nearly|just|least|half|barely|takes?|took|spent|lasts?"
    r"|lasted|of|only|once in"
    r"|under|around|exactly|quite|roughly|during|the)\s$",
    re.IGNORECASE,
)
TO_LAST = re.compile(
    r"\b(?:to|not|will|would|can|could|may|might|should|must|usually|often|normally)\s$", re.IGNORECASE
)
SPAN_AFTER = re.compile(r"\s(?:after|before|to)\s", re.IGNORECASE)
# "$5 million ", "twice ", "40 hours "
RATED = re.compile(
    r"(?:\d|million|billion|thousand|hundred|times|once|twice|percent|%|(?<!24\shour)s)\s$", re.IGNORECASE
)
WOULD = re.compile(r"\b(?:will|would|may|might|could|can|should|to|he|she|they|we|I|it)\s$", re.IGNORECASE)
NO_LENGTH = re.compile(
    r"\b(?:on|by|matter of|these|those|most|all|early|late|small|wee|opening|business|office|working|peak"
    r"|rush|visiting)\s$",
    re.IGNORECASE,
)
PAIR = re.compile(r"recent\s\w+\sand\s\w+", re.IGNORECASE)  # "recent weeks and months"
TITLED = re.compile(r"\w\s$")  # "60 Minutes"
# "first nine months", "for the three months"
REPORTED = re.compile(r"\b(?:first|latest)\b|\bfor\s(?:the\s)?[\w-]+\smonths$", re.IGNORECASE)
THREE_QUARTERS = re.compile(r"\bthree\squarters$", re.IGNORECASE)
FRACTION_AFTER = re.compile(
    r"\sof\s(?:an?|the|its|all|their|his|her|our|those|these|them|us)\b"
)  # "of a million"
CAPITAL_AFTER = re.compile(r"\s[A-Z]")  # " Mail"
CAPITALIZED_BEFORE = re.compile(r"(?:The|[A-Z]\w+)\s$")  # "China "
AGE_AFTER = re.compile(
    r"(?:-|\s)olds?\b|(?:\s|-)of\sage\b|'?\s(?:his|her|their|my|your)\ssenior\b", re.IGNORECASE
)


def _interpret_counted(match: re.Match[str], context: Context) -> Interpretation | None:
    unit = match["unit"]
    if AGE_AFTER.match(context.after(20)) or (unit[0].isupper() and not match[0].isupper() and context.start):
        return None  # "60 Minutes"
    if match[0].lower().startswith("last") and TO_LAST.search(context.before(12)):
        return None  # a verb; what lasts is read next
    if is_in_name_of_war(context.after(12)):
        return None
    if THREE_QUARTERS.search(match[0]) and FRACTION_AFTER.match(context.after(12)):
        return None
    count = number_of(match["n"]) if match["n"] else number_of(match[0]) if "couple" in match[0] else None
    if count == 1 and WOULD.search(context.before(12)) and match[0].lower() == "one day":
        return Interpretation(type="DATE", value="FUTURE_REF")
    if match["half"]:
        count = (count or 0) + 0.5
    if unit.lower().startswith("second") and not unit.lower().endswith("s"):
        return None
    reported = count in (3, 6, 9, 12) and unit.lower().startswith("month")
    compared = reported and REPORTED.search(context.before(8) + match[0])
    return Interpretation(
        type="DURATION", value=amount(count, unit), fiscal_focus=reported_year(context) if compared else None
    )


def _interpret_one(match: re.Match[str], context: Context) -> Interpretation | None:
    before = context.before(24)
    unit = match["unit"]
    if unit.lower() in ("second", "quarter") or AGE_AFTER.match(context.after(20)):
        return None
    if (
        match["half"]
        or match["about"]
        or match["more"]
        or LASTING.search(before)
        or SPAN_AFTER.match(context.after(8))
    ):
        return Interpretation(type="DURATION", value=amount(1.5 if match["half"] else 1, unit))
    if RATED.search(before):
        return Interpretation(type="SET", value=amount(1, unit))
    return None


def _interpret_bare(match: re.Match[str], context: Context) -> Interpretation | None:
    if match["unit"].lower() == "quarters" and match["unit"] == match[0]:
        return None  # "living quarters"
    if AGE_AFTER.match(context.after(20)) or (match[0][0].isupper() and TITLED.search(context.before(2))):
        return None
    if match[0] == match["unit"] and (NO_LENGTH.search(context.before(14)) or context.after(6) == " apart"):
        return None  # "On days when prices fall"
    if PAIR.fullmatch(match[0]):
        return Interpretation(type="DATE", value="PAST_REF")
    return Interpretation(type="DURATION", value=amount(None, match["unit"]))


def _interpret_adverb(match: re.Match[str], context: Context) -> Interpretation | None:
    if match["word"][0].isupper() and (
        CAPITAL_AFTER.match(context.after(3)) or CAPITALIZED_BEFORE.search(context.before(20))
    ):
        return None  # "the Daily Mail", "China Daily"
    return Interpretation(type="SET", value=SETS[match["word"].lower()])


def _interpret_every(match: re.Match[str], context: Context) -> Interpretation | None:
    if match["w"]:
        return Interpretation(type="SET", value=f"XXXX-WXX-{weekday_of(match['w']) + 1}")
    if match["m"]:
        return Interpretation(type="SET", value=f"XXXX-{month_of(match['m']):02}")
    if match["season"]:
        return Interpretation(type="SET", value=f"XXXX-{SEASONS[SEASON_CODES[match['season'].lower()]]}")
    if match["part"]:
        part = {"mo": "TMO", "af": "TAF", "ev": "TEV", "ni": "TNI"}[match["part"][:2].lower()]
        return Interpretation(type="SET", value=f"XXXX-XX-XX{part}")
    count = 2.0 if match["other"] else number_of(match["n"]) if match["n"] else 1.0
    return Interpretation(type="SET", value=amount(count, match["unit"]))


def _interpret_weekdays(match: re.Match[str], context: Context) -> Interpretation | None:
    part = (
        {"mo": "TMO", "af": "TAF", "ev": "TEV", "ni": "TNI"}[match["part"][:2].lower()]
        if match["part"]
        else ""
    )
    return Interpretation(type="SET", value=f"XXXX-WXX-{weekday_of(match['w']) + 1}{part}")


BARE_PLURALS = ("days", "weeks", "months", "quarters", "years", "decades", "centuries", "hours", "minutes")
RULES: tuple[Rule, ...] = (
    # "more than two hundred years", "the last three months", "a few days", "two weeks and a half"
    rule(
        "counted",
        NUMBER_STARTERS
        | VAGUE_STARTERS
        | ABOUT_STARTERS
        | {"last", "next", "past", "first", "another", "final", "latest"},
        r"(?:@about )?(?:(?:the )?(?:last|past|next|first|latest|previous|coming|following|final|other"
        r"|another|these|those|full) |the )?"
        r"(?:(?P<n>@number)|@vague)(?: to @number| or @number|-@number)?(?: (?:more|consecutive|straight"
        r"|full|trading|working|business"
        r"|calendar|additional|long|whole|other|further|successive))? "
        r"(?P<unit>@unit)(?P<half> and a half)?(?:[ -]long| or so)?",
        _interpret_counted,
    ),
    # "three-year", "several-day"
    rule(
        "hyphenated",
        NUMBER_STARTERS | {"several", "many", "few", "single"},
        r"(?:(?P<n>@number|single)|several|many|few)-(?P<unit>second|minute|hour|day|week|month|quarter|year"
        r"|decade|century)(?P<half>(?!))?(?:-long)?",
        _interpret_counted,
    ),
    # "decade-long"
    rule(
        "long",
        {"day", "week", "month", "year", "hour", "decade", "century"},
        r"(?P<unit>hour|day|week|month|year|decade|century)-long",
        lambda match, context: Interpretation(type="DURATION", value=amount(1, match["unit"])),
    ),
    # "about a week", "an entire year", "a month and a half"
    rule(
        "one",
        {"a", "an"} | ABOUT_STARTERS,
        r"(?:(?P<about>@about )?an?|(?P<more>an additional|an extra|a further|a full|a whole|an entire))"
        r" (?P<unit>second|minute|hour|day|week|fortnight|month|year|decade|century"
        r"|quarter)(?P<half> and a half)?"
        r"(?: or so)?",
        _interpret_one,
    ),
    # "recent weeks", "days or weeks", "decades ahead"
    rule(
        "bare plural",
        {"recent", "the", "coming", "past", *BARE_PLURALS},
        r"(?:(?:recent|coming|past(?! years)|the (?:past|coming|last|next|first|early(?! hours)|final)) )?"
        r"(?P<unit>" + "|".join(BARE_PLURALS) + r")"
        r"(?: (?:or|and) @unit|-long|-old| ago| ahead| to come)?",
        _interpret_bare,
    ),
    rule("adverb", set(SETS), r"(?P<word>" + "|".join(SETS) + ")", _interpret_adverb),  # "daily", "annually"
    # "every Friday", "each summer", "every other day", "every two weeks"
    rule(
        "every",
        {"every", "each", "per"},
        r"(?:every|each)(?P<other> other| second(?= [A-Z\w]))?(?: (?P<n>@number|few))? "
        r"(?:(?P<w>@weekday)|(?P<m>@month)|(?P<season>@season)"
        r"|(?P<unit>@unit)"
        r"|(?P<part>morning|afternoon|evening|night))",
        _interpret_every,
    ),
    # "Mondays", "Friday nights"
    rule(
        "weekdays",
        WEEKDAY_STARTERS | {name + "s" for name in WEEKDAY_STARTERS},
        r"(?P<w>@weekdayname)(?:s| (?P<part>mornings|afternoons|evenings|nights))",
        _interpret_weekdays,
    ),
)
