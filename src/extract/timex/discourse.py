"""What a text has spoken of so far, on which later expressions hang."""

from __future__ import annotations

from dataclasses import dataclass, replace

from extract.timex.period import Period

FORGOTTEN = 1500  # characters after which a quarter is no longer what "a year earlier" is compared with
DATED_UNITS = frozenset({"day", "week", "month", "quarter", "half", "season", "year"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Discourse:
    """anchor: the day (month, year) of the article. focus: the date spoken of last; day: the last day.

    named: the last quarter or run of months, to which business news compares "a year earlier", and where
    it stood. day_first: "4/6/2017" is in June.
    """

    anchor: Period | None
    focus: Period | None = None
    day: Period | None = None
    named: Period | None = None
    named_at: int = 0
    day_first: bool = False

    def at(self, start: int) -> Discourse:
        """What is still known at `start`."""
        return replace(self, named=None) if self.named and start - self.named_at > FORGOTTEN else self

    def heard(self, period: Period | None, compared: Period | None, start: int) -> Discourse:
        """What is known after an expression that means `period`; `compared` as in `Reading`."""
        compared = compared or self._compared(period)
        dated = period is not None and period.unit in DATED_UNITS
        if compared is None and not dated:
            return self
        return Discourse(  # `dataclasses.replace` takes three times as long
            anchor=self.anchor,
            focus=period if dated else self.focus,
            day=period if period is not None and period.unit == "day" else self.day,
            named=compared or self.named,
            named_at=start if compared else self.named_at,
            day_first=self.day_first,
        )

    def _compared(self, period: Period | None) -> Period | None:
        """The quarter or half that figures of "a year earlier" are compared with, if `period` is one.

        Not one that is itself the earlier of the two, nor one that is yet to come or to end.
        """
        if period is None or period.unit not in ("quarter", "half"):
            return None
        named, today = self.named, self.anchor
        if named is not None and named.unit == period.unit and period.index < named.index:
            return named
        if today is not None and (
            period.first > today.last or (named is not None and period.last > today.last)
        ):
            return None
        return period
