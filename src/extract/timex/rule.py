"""Rules of the time grammar: a pattern, the context that it may read, and the interpretation it gives."""

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
class Interpretation:
    """The meaning of an expression.

    type, value: as in TIMEX3. edtf: as in `Timex`. period: what later expressions ("a week later") may
    refer to. start, end: its offsets, where they are not those of the whole match. fiscal_focus: the period
    that later figures of "a year earlier" are compared with, where that is not `period` ("for the nine
    months").
    """

    type: TimexType
    value: str
    edtf: str | None = None
    period: Period | None = None
    start: int | None = None
    end: int | None = None
    fiscal_focus: Period | None = None


def as_date(period: Period) -> Interpretation:
    """The interpretation of `period` as a plain date."""
    return Interpretation(type="DATE", value=period.value, edtf=period.edtf, period=period)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """An interpretation and its offsets in the text; end exclusive."""

    start: int
    end: int
    interpretation: Interpretation


SPACE = r"(?:[^\S\n]{1,3}|\n)"
SPACE_OR_CLASS = re.compile(r" |\[[^\]]*\]")  # "a [ab ]"; a space in a character class stays one
FRAGMENT = re.compile(r"@(\w+)")  # "@month"
END = r"(?!\w)(?-i:(?!-[a-z]))"


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """An expression's place in the text, and the dates that were mentioned before it."""

    text: str
    start: int
    end: int
    discourse: Discourse

    @property
    def anchor(self) -> Period | None:
        """The day, month or year of the article."""
        return self.discourse.anchor

    @property
    def focus(self) -> Period | None:
        """The date mentioned last."""
        return self.discourse.focus

    @property
    def fiscal_focus(self) -> Period | None:
        """The last quarter or span of months mentioned: what "a year earlier" is measured from."""
        return self.discourse.fiscal_focus

    def before(self, size: int = 40) -> str:
        """Up to `size` characters in front of the expression."""
        return self.text[max(0, self.start - size) : self.start]

    def after(self, size: int = 40) -> str:
        """Up to `size` characters behind the expression."""
        return self.text[self.end : self.end + size]

    def direction(self) -> Direction | None:
        """The direction of the clause, by its tense; None where that is open."""
        return direction_at(self.text, self.start, self.end)

    def now(self, unit: Unit) -> Period | None:
        """The `unit` that contains the anchor; None where the anchor is less precise."""
        if self.anchor is None:
            return None
        order = ("year", "month", "day")
        coarse = {"decade": 0, "century": 0, "year": 0, "day": 2, "week": 2, "weekend": 2}
        return self.anchor.to(unit) if coarse.get(unit, 1) <= order.index(self.anchor.unit) else None


Interpreter = Callable[["re.Match[str]", Context], "Interpretation | tuple[Interpretation, ...] | None"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A kind of expression: its pattern, tried at each word of `starters` ("#": a number), and its meaning.

    interpret: returns None where a match is no time expression; raises ValueError for a date that the
    calendar does not have.
    """

    name: str
    starters: frozenset[str]
    pattern: re.Pattern[str]
    interpret: Interpreter


def rule(name: str, starters: Iterable[str], pattern: str, interpret: Interpreter) -> Rule:
    """Compile a rule; in `pattern`, `@name` is a fragment of the vocabulary and a space any white space."""
    text = pattern
    for _ in range(3):  # fragments hold fragments
        text = FRAGMENT.sub(lambda match: f"(?:{FRAGMENTS[match[1]]})", text)
    text = SPACE_OR_CLASS.sub(lambda match: SPACE if match[0] == " " else match[0], text)
    compiled = re.compile(f"(?:{text}){END}", re.IGNORECASE)
    return Rule(name=name, starters=frozenset(starters), pattern=compiled, interpret=interpret)
