"""Vague words of time ("now", "recently", "the future")."""

from __future__ import annotations

import re
from collections.abc import Callable

from extract.timex.rule import Reading, Rule, Scene, rule
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


def _read_reference(value: str) -> Callable[[re.Match[str], Scene], Reading | None]:
    def read(match: re.Match[str], scene: Scene) -> Reading | None:
        if is_acronym(match[0], scene.before(12), scene.after(12)):
            return None
        if match[0].lower().endswith("past") and NUMBER_BEHIND.match(scene.after(12)):
            return None
        return Reading(type="DATE", value=value)

    return read


NUMBER_BEHIND = re.compile(
    r" (?:\d|half|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b", re.IGNORECASE
)  # "the past three summers"


def first_words(phrases: tuple[str, ...]) -> set[str]:
    """The words that phrases begin with, as starters of a rule."""
    return {re.findall(r"[a-z]+", phrase)[0] for phrase in phrases}


def _phrases(phrases: tuple[str, ...]) -> str:
    return "|".join(sorted((re.escape(one).replace(r"\ ", " ") for one in phrases), key=len, reverse=True))


def _read_soon(match: re.Match[str], scene: Scene) -> Reading | None:
    """Of what is to come: "will soon begin", not "as soon as", "soon after", "he was soon released"."""
    if NOT_SOON.search(scene.before(8)) or SOON_WHAT.match(scene.after(10)) or scene.direction() != "future":
        return None
    return Reading(type="DATE", value="FUTURE_REF")


NOT_SOON = re.compile(r"\b(?:as|so|too|how)\s$", re.IGNORECASE)
SOON_WHAT = re.compile(r"(?:er|est)?\s(?:as|after|be[cf])|er\b|est\b|-", re.IGNORECASE)
RULES: tuple[Rule, ...] = (
    rule("present", first_words(PRESENT), _phrases(PRESENT), _read_reference("PRESENT_REF")),
    rule("past", first_words(PAST), _phrases(PAST), _read_reference("PAST_REF")),
    rule("soon", {"soon"}, "soon", _read_soon),
    rule("future", first_words(FUTURE), _phrases(FUTURE), _read_reference("FUTURE_REF")),
)
