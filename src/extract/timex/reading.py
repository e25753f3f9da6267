"""What an expression means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from extract.timex.period import Period

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
