"""Find and resolve time expressions: try the rules that may start at each word, keep the longest match.

Types and values are those of TIMEX3 (Pustejovsky et al., 2010, ISO-TimeML).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from itertools import accumulate, islice

from extract.spans import CharSpan
from extract.timex.discourse import Discourse
from extract.timex.edtf import period_of
from extract.timex.rule import Context, Occurrence, Rule
from extract.timex.rules import (
    anaphora,
    clock,
    days,
    durations,
    fiscal,
    holidays,
    months,
    references,
    relative,
    seasons,
    weekdays,
    weeks,
    years,
)
from extract.timex.rules.days import is_day_first
from extract.timex.rules.holidays import HOLIDAYS
from extract.timex.speech_time import shift_to_speech_time
from extract.timex.timex import Timex
from extract.timex.vocabulary import (
    DECADES,
    MONTHS,
    NUMBER_STARTERS,
    ORDINAL_STARTERS,
    SEASON_CODES,
    SETS,
    UNITS,
    VAGUE_STARTERS,
    WEEKDAYS,
)

NUMBER = "#"  # stands for any run of digits
MAX_WORDS_TO_TIME_WORD = 7  # from the first word of an expression: "no more than two hundred and fifty years"
WORD = re.compile(r"([^\W\d_]+|\d+)")  # "April", "6"
_SINGULAR = frozenset(UNITS) | frozenset(WEEKDAYS) | frozenset(SEASON_CODES)
TIME_WORDS = (
    _SINGULAR
    | {word + "s" for word in _SINGULAR}
    | frozenset(MONTHS)
    | frozenset(DECADES)
    | frozenset(SETS)
    | {word for name in HOLIDAYS for word in re.findall(r"[a-z]+", name)}
    | {NUMBER, "nineteen", "eighteen", "thousand", "centuries", "h", "q", "fy"}
    | {"half", "period", "fiscal", "financial", "lunchtime", "overnight", "noon", "midday", "midnight"}
    | {"morning", "mornings", "afternoon", "afternoons", "evening", "evenings", "clock"}
    | {"today", "tonight", "yesterday", "tomorrow", "now", "nowadays", "currently", "current", "present"}
    | {"moment", "lately", "recent", "recently", "past", "future", "term", "date", "times", "soon"}
)
NUMERAL_STARTERS = NUMBER_STARTERS | ORDINAL_STARTERS | VAGUE_STARTERS
# The words that may follow the commonest openers, which most often begin something else.
FOLLOWERS: dict[str, frozenset[str]] = {
    "the": TIME_WORDS
    | NUMERAL_STARTERS
    | {"last", "next", "coming", "upcoming", "previous", "preceding", "prior", "following", "same", "other"}
    | {
        "early",
        "late",
        "mid",
        "latest",
        "just",
        "most",
        "final",
        "very",
        "beginning",
        "start",
        "end",
        "middle",
    }
    | {
        "close",
        "rest",
        "remainder",
        "latter",
        "comparable",
        "corresponding",
        "like",
        "full",
        "entire",
        "whole",
    }
    | {"these", "those", "another", "calendar", "holiday", "long", "near", "foreseeable", "short"},
    "a": TIME_WORDS | NUMERAL_STARTERS | {"number", "further", "full", "whole", "later"},
    "an": TIME_WORDS | {"additional", "extra", "entire"},
}
ALL_FOLLOWERS = frozenset().union(*FOLLOWERS.values())


def rule_starts(text: str, openers: Collection[str]) -> list[tuple[int, str]]:
    """The offset and word of each place where a rule may start, ascending: an opener close to a time word.

    Words are in lower case; a number is `NUMBER`. Takes time linear in `text`.
    """
    lowered = text.lower()
    if len(lowered) != len(text):  # some letter has another length in lower case
        lowered = "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)
    wanted = ALL_FOLLOWERS.union(openers)
    pieces = WORD.split(lowered)  # in turn: what stands between words, and a word
    ends = accumulate(map(len, pieces))
    starts = islice(ends, 0, None, 2)
    words = [
        (place, start, word if word in wanted else NUMBER)
        for place, (start, word) in enumerate(zip(starts, pieces[1::2], strict=False))
        if word in wanted or word.isdecimal()
    ]
    found = []
    nearest, last, behind = len(text) + MAX_WORDS_TO_TIME_WORD, -1, ""
    for place, start, word in reversed(words):
        if word in TIME_WORDS:
            nearest = place
        if nearest - place <= MAX_WORDS_TO_TIME_WORD and word in openers:
            allowed = FOLLOWERS.get(word)
            if allowed is None or (last == place + 1 and behind in allowed):
                found.append((start, word))
        last, behind = place, word
    found.reverse()
    return found


RULES: tuple[Rule, ...] = tuple(
    one
    for module in (
        clock,
        fiscal,
        days,
        months,
        years,
        weekdays,
        relative,
        weeks,
        anaphora,
        seasons,
        holidays,
        durations,
        references,
    )
    for one in module.RULES
)


Matcher = tuple[Callable[[str, int], "re.Match[str] | None"], Rule]


def _by_starter(rules: tuple[Rule, ...]) -> dict[str, tuple[Matcher, ...]]:
    starters = {word for rule in rules for word in rule.starters}
    return {
        word: tuple((rule.pattern.match, rule) for rule in rules if word in rule.starters)
        for word in starters
    }


RULES_BY_STARTER = _by_starter(RULES)


def find_timexes(text: str, anchor: str | None) -> list[Timex]:
    """Find all time expressions of `text`, ascending, none overlapping.

    anchor: the article's EDTF day, month or year. With None relative expressions have no EDTF, and a day
    without a year is `XXXX-04-06`. Never asks for today's date. Takes time linear in `text`.
    """
    found: list[Occurrence] = []
    today = period_of(anchor)
    discourse = Discourse(anchor=today, day_first=is_day_first(text))
    position = 0
    for start, word in rule_starts(text, RULES_BY_STARTER):
        if start < position or _is_glued(text, start):
            continue
        discourse = discourse.at(start)
        for one in _longest_match(RULES_BY_STARTER[word], text, start, discourse):
            position = max(position, one.end)
            found.append(one)
            discourse = discourse.after(one.interpretation.period, one.interpretation.fiscal_focus, start)
    return [
        Timex(
            span=CharSpan(one.start, one.end),
            type=one.interpretation.type,
            value=one.interpretation.value,
            edtf=one.interpretation.edtf,
        )
        for one in shift_to_speech_time(text, found, today)
    ]


def _longest_match(
    matchers: tuple[Matcher, ...], text: str, start: int, discourse: Discourse
) -> list[Occurrence]:
    """The interpretations of the longest match that has one."""
    matches = [(match, rule) for matches, rule in matchers if (match := matches(text, start))]
    if len(matches) > 1:
        matches.sort(key=lambda pair: -pair[0].end())
    for match, rule in matches:
        if match.end() == start:
            continue
        context = Context(text=text, start=start, end=match.end(), discourse=discourse)
        try:
            interpretation = rule.interpret(match, context)
        except (ValueError, OverflowError):  # no such day: February 30, the year 0
            continue
        if interpretation is not None:
            interpretations = interpretation if isinstance(interpretation, tuple) else (interpretation,)
            return [
                Occurrence(
                    start if one.start is None else one.start,
                    match.end() if one.end is None else one.end,
                    one,
                )
                for one in interpretations
            ]
    return []


def _is_glued(text: str, start: int) -> bool:
    """Whether the word is the tail of something longer: "$10", "3.5", "non-daily", "A320"."""
    if start == 0:
        return False
    before = text[start - 1]
    if text[start].isdecimal():
        return (before in "$£€¥#@/_-" and not _after_word(text, start)) or before.isalnum() or (
            before in ".,:" and start > 1 and text[start - 2].isdecimal()
        )  # fmt: skip
    return before in "-_@/" or before.isalnum()


def _after_word(text: str, start: int) -> bool:
    """Whether a hyphen joins a number to a word, as in "mid-1990s" and "post-1959"."""
    return text[start - 1] == "-" and start > 1 and text[start - 2].isalpha()
