"""Where an expression may begin: at a word that opens one, with a word of time in reach."""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import accumulate, islice

from extract.timex.holidays import HOLIDAYS
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
REACH = 7  # words up to the one that tells of time: "no more than two hundred and fifty years"
WORD = re.compile(r"([^\W\d_]+|\d+)")
_SINGULAR = frozenset(UNITS) | frozenset(WEEKDAYS) | frozenset(SEASON_CODES)
OF_TIME = (
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
NUMERALS = NUMBER_STARTERS | ORDINAL_STARTERS | VAGUE_STARTERS
BEHIND: dict[
    str, frozenset[str]
] = {  # what may stand behind the commonest openers, which most often open something else
    "the": OF_TIME
    | NUMERALS
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
    "a": OF_TIME | NUMERALS | {"number", "further", "full", "whole", "later"},
    "an": OF_TIME | {"additional", "extra", "entire"},
}


ALL_BEHIND = frozenset().union(*BEHIND.values())


def openings(text: str, openers: Collection[str]) -> list[tuple[int, str]]:
    """Offset and word of each opener that has a word of time within reach, in ascending order.

    Words are in lower case; a number is `NUMBER`. Linear in `text`.
    """
    lowered = text.lower()
    if len(lowered) != len(text):  # some letter has another length in lower case
        lowered = "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)
    wanted = ALL_BEHIND.union(openers)
    pieces = WORD.split(lowered)  # in turn what is no word, and a word
    ends = accumulate(map(len, pieces))
    starts = islice(ends, 0, None, 2)
    words = [
        (place, start, word if word in wanted else NUMBER)
        for place, (start, word) in enumerate(zip(starts, pieces[1::2], strict=False))
        if word in wanted or word.isdecimal()
    ]
    found = []
    nearest, last, behind = len(text) + REACH, -1, ""
    for place, start, word in reversed(words):
        if word in OF_TIME:
            nearest = place
        if nearest - place <= REACH and word in openers:
            allowed = BEHIND.get(word)
            if allowed is None or (last == place + 1 and behind in allowed):
                found.append((start, word))
        last, behind = place, word
    found.reverse()
    return found
