"""Temporal focus: the dates that a text has mentioned so far, which anaphoric expressions refer back to.

"The next day" and "a week later" refer to the date mentioned last; Webber (1988) calls it the focus.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from extract.timex.period import Period

MAX_CHARS_TO_FISCAL_FOCUS = 1500  # further on, "a year earlier" is no longer compared with that quarter
DATED_UNITS = frozenset({"day", "week", "month", "quarter", "half", "season", "year"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Discourse:
    """The dates that an expression may refer back to.

    anchor: the day, month or year of the article. focus: the date mentioned last. day: the last of these that
    is a day. fiscal_focus: the quarter or run of months mentioned last, which business news compares with
    "a year earlier"; fiscal_focus_start: its offset. day_first: whether "4/6/2017" is in June.
    """

    anchor: Period | None
    focus: Period | None = None
    day: Period | None = None
    fiscal_focus: Period | None = None
    fiscal_focus_start: int = 0
    day_first: bool = False

    def at(self, start: int) -> Discourse:
        """The discourse at offset `start`, without a fiscal focus that is too far back."""
        return (
            replace(self, fiscal_focus=None)
            if self.fiscal_focus and start - self.fiscal_focus_start > MAX_CHARS_TO_FISCAL_FOCUS
            else self
        )

    def after(self, period: Period | None, fiscal_focus: Period | None, start: int) -> Discourse:
        """The discourse after an expression at `start` with this period and fiscal focus."""
        fiscal_focus = fiscal_focus or self._fiscal_focus_of(period)
        dated = period is not None and period.unit in DATED_UNITS
        if fiscal_focus is None and not dated:
            return self
        return Discourse(  # `dataclasses.replace` takes three times as long
            anchor=self.anchor,
            focus=period if dated else self.focus,
            day=period if period is not None and period.unit == "day" else self.day,
            fiscal_focus=fiscal_focus or self.fiscal_focus,
            fiscal_focus_start=start if fiscal_focus else self.fiscal_focus_start,
            day_first=self.day_first,
        )

    def _fiscal_focus_of(self, period: Period | None) -> Period | None:
        """The quarter or half that figures of "a year earlier" are compared with, if `period` is one.

        Not the earlier one of a pair that is compared, nor one that is yet to come or to end.
        """
        if period is None or period.unit not in ("quarter", "half"):
            return None
        named, today = self.fiscal_focus, self.anchor
        if named is not None and named.unit == period.unit and period.index < named.index:
            return named
        if today is not None and (
            period.first > today.last or (named is not None and period.last > today.last)
        ):
            return None
        return period
