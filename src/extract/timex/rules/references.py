"""Rules for PRESENT_REF, PAST_REF and FUTURE_REF of TIMEX3: "now", "recently", "the future"."""

from __future__ import annotations

import re
from collections.abc import Callable

from extract.timex.rule import Context, Interpretation, Rule, rule
from extract.timex.rules.non_dates import is_acronym

PRESENT = (
    "now", "currently", "current", "nowadays", "at present", "at the moment", "these days", "right now",
    "the present",
)  # fmt: skip
PAST = (
    "recently", "recent", "more recently", "most recently", "the past", "lately", "past years",
    "recent times", "the recent past",
)  # fmt: skip
FUTURE = (
    "the future",
    "the near future",
    "the foreseeable future",
    "the near term",
    "the short term",
    "a later date",
)


def _interpret_reference(value: str) -> Callable[[re.Match[str], Context], Interpretation | None]:
    def read(match: re.Match[str], context: Context) -> Interpretation | None:
        if is_acronym(match[0], context.before(12), context.after(12)):
            return None
        if match[0].lower().endswith("past") and NUMBER_BEHIND.match(context.after(12)):
            return None
        return Interpretation(type="DATE", value=value)

    return read


NUMBER_BEHIND = re.compile(
    r" (?:\d|half|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b", re.IGNORECASE
)  # "the past three summers"


def first_words(phrases: tuple[str, ...]) -> set[str]:
    """The first words of phrases, as the starters of a rule."""
    return {re.findall(r"[a-z]+", phrase)[0] for phrase in phrases}


def _phrases(phrases: tuple[str, ...]) -> str:
    return "|".join(sorted((re.escape(one).replace(r"\ ", " ") for one in phrases), key=len, reverse=True))


def _interpret_soon(match: re.Match[str], context: Context) -> Interpretation | None:
    """FUTURE_REF for "will soon begin"; None for "as soon as", "soon after" and "he was soon released"."""
    if (
        NOT_SOON.search(context.before(8))
        or SOON_WHAT.match(context.after(10))
        or context.direction() != "future"
    ):
        return None
    return Interpretation(type="DATE", value="FUTURE_REF")


NOT_SOON = re.compile(r"\b(?:as|so|too|how)\s$", re.IGNORECASE)
SOON_WHAT = re.compile(r"(?:er|est)?\s(?:as|after|be[cf])|er\b|est\b|-", re.IGNORECASE)
RULES: tuple[Rule, ...] = (
    # "at the moment", "now"
    rule("present", first_words(PRESENT), _phrases(PRESENT), _interpret_reference("PRESENT_REF")),
    # "the recent past", "lately"
    rule("past", first_words(PAST), _phrases(PAST), _interpret_reference("PAST_REF")),
    rule("soon", {"soon"}, "soon", _interpret_soon),  # "soon"
    # "the near future"
    rule("future", first_words(FUTURE), _phrases(FUTURE), _interpret_reference("FUTURE_REF")),
)
