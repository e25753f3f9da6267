"""Vague words of time ("now", "recently", "the future")."""

from __future__ import annotations

import re
from collections.abc import Callable

from extract.timex.rule import Reading, Rule, Scene, rule

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
    "as soon as possible",
    "the near term",
    "the short term",
)


def _read_reference(value: str) -> Callable[[re.Match[str], Scene], Reading | None]:
    def read(match: re.Match[str], scene: Scene) -> Reading | None:
        return Reading(type="DATE", value=value)

    return read


def first_words(phrases: tuple[str, ...]) -> set[str]:
    """The words that phrases begin with, as starters of a rule."""
    return {re.findall(r"[a-z]+", phrase)[0] for phrase in phrases}


def _phrases(phrases: tuple[str, ...]) -> str:
    return "|".join(sorted((re.escape(one).replace(r"\ ", " ") for one in phrases), key=len, reverse=True))


RULES: tuple[Rule, ...] = (
    rule("present", first_words(PRESENT), _phrases(PRESENT), _read_reference("PRESENT_REF")),
    rule("past", first_words(PAST), _phrases(PAST), _read_reference("PAST_REF")),
    rule("future", first_words(FUTURE), _phrases(FUTURE), _read_reference("FUTURE_REF")),
)
