"""Calendar periods as a unit and a running number, so that "n units earlier" is a subtraction."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Literal

Unit = Literal["day", "week", "weekend", "month", "quarter", "half", "season", "year", "decade", "century"]
SEASONS = ("SP", "SU", "FA", "WI")  # their TIMEX3 codes; EDTF numbers them 21 to 24
MONTHS_IN: dict[str, int] = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}


@dataclass(frozen=True, slots=True)
class Period:
    """The `index`-th `unit` of the Gregorian calendar (days count as `date.toordinal` does)."""

    unit: Unit
    index: int

    @classmethod
    def on(cls, unit: Unit, day: date) -> Period:
        """The period of `unit` that contains `day`; a winter belongs to the year in which it begins."""
        if unit == "day":
            return cls(unit, day.toordinal())
        if unit in ("week", "weekend"):
            return cls(unit, (day.toordinal() - 1) // 7)
        months = day.year * 12 + day.month - 1
        if unit == "season":
            return cls(unit, (months - 2) // 3)
        return cls(unit, months // MONTHS_IN[unit])

    @classmethod
    def of_year(cls, year: int) -> Period:
        """The period of a year."""
        return cls("year", year)

    @classmethod
    def of_month(cls, year: int, month: int) -> Period:
        """The period of a month; month: 1 to 12."""
        return cls("month", year * 12 + month - 1)

    @classmethod
    def of_day(cls, year: int, month: int, day: int) -> Period:
        """The period of a day. Raises ValueError for one that the calendar does not have."""
        return cls("day", date(year, month, day).toordinal())

    def shift(self, count: int) -> Period:
        """The period `count` units later."""
        return Period(self.unit, self.index + count)

    def years_on(self, count: int) -> Period:
        """The same period `count` years later. Raises ValueError for a unit that does not divide a year."""
        if self.unit not in MONTHS_IN or self.unit in ("decade", "century"):
            raise ValueError(f"no {self.unit} is the same one in another year")
        return self.shift(count * 12 // MONTHS_IN[self.unit])

    def to(self, unit: Unit) -> Period:
        """The `unit` in which this period begins."""
        return Period.on(unit, self.first)

    @property
    def year(self) -> int:
        """The year in which it begins; for a week, its ISO year."""
        if self.unit in ("week", "weekend"):
            return self._monday.isocalendar().year
        return self.index // 4 if self.unit == "season" else self.first.year

    @property
    def _monday(self) -> date:
        return date.fromordinal(self.index * 7 + 1)

    @property
    def first(self) -> date:
        """The first day. Raises ValueError outside the years 1 to 9999."""
        if self.unit == "day":
            return date.fromordinal(self.index)
        if self.unit == "week":
            return self._monday
        if self.unit == "weekend":
            return date.fromordinal(self.index * 7 + 6)
        months = self.index * 3 + 2 if self.unit == "season" else self.index * MONTHS_IN[self.unit]
        return date(max(months // 12, 1), months % 12 + 1, 1)

    @property
    def last(self) -> date:
        """The last day. Raises ValueError outside the years 1 to 9999."""
        if self.unit == "day":
            return date.fromordinal(self.index)
        if self.unit in ("week", "weekend"):
            return date.fromordinal(self.index * 7 + 7)
        size = 3 if self.unit == "season" else MONTHS_IN[self.unit]
        months = self.index * size + size - 1 + (2 if self.unit == "season" else 0)
        year, month = divmod(months, 12)
        return date(year, month + 1, monthrange(year, month + 1)[1])

    @property
    def value(self) -> str:
        """TIMEX3 value: `2013-03-22`, `2013-W12`, `2013-03`, `2013-Q1`, `2013-H1`, `2013-SP`, `201`, `20`."""
        if self.unit == "day":
            return self.first.isoformat()
        if self.unit in ("week", "weekend"):
            year, week, _ = self._monday.isocalendar()
            return f"{year:04}-W{week:02}" + ("-WE" if self.unit == "weekend" else "")
        if self.unit == "season":
            return f"{self.index // 4:04}-{SEASONS[self.index % 4]}"
        if self.unit in ("quarter", "half"):
            per_year = 12 // MONTHS_IN[self.unit]
            return f"{self.index // per_year:04}-{self.unit[0].upper()}{self.index % per_year + 1}"
        if self.unit in ("decade", "century"):
            return f"{self.index:03}" if self.unit == "decade" else f"{self.index:02}"
        return self.edtf

    @property
    def edtf(self) -> str:
        """The EDTF date; weeks, weekends, quarters and halves are intervals of days or months."""
        if self.unit == "day":
            return self.first.isoformat()
        if self.unit in ("week", "weekend"):
            return f"{self.first.isoformat()}/{self.last.isoformat()}"
        if self.unit == "season":
            return f"{self.index // 4:04}-{21 + self.index % 4}"
        if self.unit in ("quarter", "half"):
            return f"{self.first.isoformat()[:7]}/{self.last.isoformat()[:7]}"
        if self.unit == "month":
            return f"{self.index // 12:04}-{self.index % 12 + 1:02}"
        if self.unit == "year":
            return f"{self.index:04}"
        return f"{self.index:03}X" if self.unit == "decade" else f"{self.index:02}XX"
