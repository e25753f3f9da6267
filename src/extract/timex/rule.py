"""What a rule of the grammar is, and what it may look at."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from extract.timex.discourse import Discourse
from extract.timex.period import Period, Unit
from extract.timex.tense import Direction, direction_at
from extract.timex.vocabulary import FRAGMENTS

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What an expression means. period: what later expressions ("a week later") may hang on.

    start, end: where it stands if not over the whole match. compared: what later figures of "a year
    earlier" are compared with, where it is no date itself ("for the nine months").
    """

    type: TimexType
    value: str
    edtf: str | None = None
    period: Period | None = None
    start: int | None = None
    end: int | None = None
    compared: Period | None = None


def dated(period: Period) -> Reading:
    """The reading of a plain date."""
    return Reading(type="DATE", value=period.value, edtf=period.edtf, period=period)


@dataclass(frozen=True, slots=True)
class Found:
    """A reading, and where it stands."""

    start: int
    end: int
    reading: Reading


SPACE = r"(?:[^\S\n]{1,3}|\n)"
SPACE_OR_CLASS = re.compile(r" |\[[^\]]*\]")  # a space in a character class stays one
END = r"(?!\w)(?-i:(?!-[a-z]))"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """Where an expression stands, and what the text has spoken of before it."""

    text: str
    start: int
    end: int
    known: Discourse

    @property
    def anchor(self) -> Period | None:
        """The day, month or year of the article."""
        return self.known.anchor

    @property
    def focus(self) -> Period | None:
        """The date spoken of last."""
        return self.known.focus

    @property
    def named(self) -> Period | None:
        """The last quarter or run of months, to which business news compares "a year earlier"."""
        return self.known.named

    def before(self, size: int = 40) -> str:
        """The text in front, at most `size` characters of it."""
        return self.text[max(0, self.start - size) : self.start]

    def after(self, size: int = 40) -> str:
        """The text behind, at most `size` characters of it."""
        return self.text[self.end : self.end + size]

    def direction(self) -> Direction | None:
        """Whether the clause speaks of the past or the future."""
        return direction_at(self.text, self.start, self.end)

    def now(self, unit: Unit) -> Period | None:
        """The anchor as a `unit`, None where it is not that precise."""
        if self.anchor is None:
            return None
        order = ("year", "month", "day")
        coarse = {"decade": 0, "century": 0, "year": 0, "day": 2, "week": 2, "weekend": 2}
        return self.anchor.to(unit) if coarse.get(unit, 1) <= order.index(self.anchor.unit) else None


Reader = Callable[["re.Match[str]", Scene], "Reading | tuple[Reading, ...] | None"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A pattern, tried where a word of `starters` stands ("#": a number), and what it means."""

    name: str
    starters: frozenset[str]
    pattern: re.Pattern[str]
    read: Reader


def rule(name: str, starters: Iterable[str], pattern: str, read: Reader) -> Rule:
    """A rule; in `pattern`, `@name` is a fragment of the vocabulary and a space any white space."""
    text = pattern
    for _ in range(3):  # fragments hold fragments
        text = re.sub(r"@(\w+)", lambda match: f"(?:{FRAGMENTS[match[1]]})", text)
    text = SPACE_OR_CLASS.sub(lambda match: SPACE if match[0] == " " else match[0], text)
    compiled = re.compile(f"(?:{text}){END}", re.IGNORECASE)
    return Rule(name=name, starters=frozenset(starters), pattern=compiled, read=read)
