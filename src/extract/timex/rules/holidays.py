"""Rules for holidays, by the dates on which they fall in a year."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from extract.timex.period import Period
from extract.timex.rule import Context, Interpretation, Rule, as_date, rule
from extract.timex.rules.non_dates import is_in_name_of_agreement
from extract.timex.rules.references import first_words


def _easter(year: int) -> date:
    """Easter Sunday of a year, by the algorithm of Meeus, Jones and Butcher."""
    a, b, c = year % 19, year // 100, year % 100
    d, e, f = b // 4, b % 4, (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    j = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * j) // 451
    month, day = divmod(h + j - 7 * m + 114, 31)
    return date(year, month, day + 1)


def _nth(month: int, weekday: int, count: int) -> Callable[[int], date]:
    def on(year: int) -> date:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (count - 1))

    return on


def _fixed(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


def _from_easter(days: int) -> Callable[[int], date]:
    return lambda year: _easter(year) + timedelta(days=days)


HOLIDAYS: dict[str, Callable[[int], date]] = {
    "christmas eve": _fixed(12, 24), "christmas day": _fixed(12, 25), "christmas": _fixed(12, 25),
    "boxing day": _fixed(12, 26), "new year's eve": _fixed(12, 31), "new year's day": _fixed(1, 1),
    "valentine's day": _fixed(2, 14), "st. patrick's day": _fixed(3, 17), "st patrick's day": _fixed(3, 17),
    "fourth of july": _fixed(7, 4), "independence day": _fixed(7, 4), "halloween": _fixed(10, 31),
    "veterans day": _fixed(11, 11), "armistice day": _fixed(11, 11), "may day": _fixed(5, 1),
    "earth day": _fixed(4, 22),
    "thanksgiving day": _nth(11, 3, 4), "thanksgiving": _nth(11, 3, 4), "labor day": _nth(9, 0, 1),
    "columbus day": _nth(10, 0, 2), "martin luther king day": _nth(1, 0, 3), "presidents day": _nth(2, 0, 3),
    "presidents' day": _nth(2, 0, 3), "mother's day": _nth(5, 6, 2), "father's day": _nth(6, 6, 3),
    "memorial day": lambda year: _nth(6, 0, 1)(year) - timedelta(days=7),
    "election day": lambda year: _nth(11, 0, 1)(year) + timedelta(days=1),
    "good friday": _from_easter(-2), "easter sunday": _from_easter(0), "easter monday": _from_easter(1),
    "easter": _from_easter(0), "ash wednesday": _from_easter(-46), "palm sunday": _from_easter(-7),
    "shrove tuesday": _from_easter(-47), "mardi gras": _from_easter(-47), "maundy thursday": _from_easter(-3),
    "ascension day": _from_easter(39), "pentecost": _from_easter(49), "whit monday": _from_easter(50),
    "epiphany": _fixed(1, 6), "burns night": _fixed(1, 25), "australia day": _fixed(1, 26),
    "groundhog day": _fixed(2, 2), "international women's day": _fixed(3, 8),
    "st. george's day": _fixed(4, 23),
    "anzac day": _fixed(4, 25), "cinco de mayo": _fixed(5, 5), "juneteenth": _fixed(6, 19),
    "canada day": _fixed(7, 1), "bastille day": _fixed(7, 14), "all saints' day": _fixed(11, 1),
    "all souls' day": _fixed(11, 2), "guy fawkes night": _fixed(11, 5), "bonfire night": _fixed(11, 5),
    "remembrance day": _fixed(11, 11), "remembrance sunday": _nth(11, 6, 2),
    "st. andrew's day": _fixed(11, 30),
    "martin luther king jr. day": _nth(1, 0, 3), "patriots' day": _nth(4, 0, 3),
    "black friday": lambda year: _nth(11, 3, 4)(year) + timedelta(days=1),
    "cyber monday": lambda year: _nth(11, 3, 4)(year) + timedelta(days=4),
}  # fmt: skip
# "Kenya’s ", "Norwegian "
OF_A_COUNTRY = re.compile(r"(?:(?<!America)(?<!States)['’]s?|\w(?:ian|ish|ese|an|i)) $")


def _interpret_holiday(match: re.Match[str], context: Context) -> Interpretation | None:
    """The day of the holiday; with "week" or "weekend" behind it, the one that holds it or is next to it."""
    day = _holiday(match, context)
    if is_in_name_of_agreement(context.after(32)):
        return None
    if day is None or not match["around"]:
        return as_date(day) if day else None
    if match["around"].lower() == "week":
        return as_date(day.to("week"))
    return as_date(day.shift(-2).to("weekend") if day.first.weekday() < 2 else day.to("weekend"))


def _holiday(match: re.Match[str], context: Context) -> Period | None:
    name = re.sub(r"\s+", " ", match["name"].lower().replace("’", "'"))
    on, year = HOLIDAYS[name], match["y"]
    if year:
        return Period("day", on(int(year)).toordinal())
    if context.anchor is None:
        return None
    if name == "independence day" and OF_A_COUNTRY.search(context.before(12)):
        return None  # of another country than the United States
    now = context.anchor.first.toordinal()
    around = [on(one).toordinal() for one in range(context.anchor.year - 1, context.anchor.year + 2)]
    relation = (match["rel"] or "").lower()
    if relation == "last":
        return Period("day", max(one for one in around if one < now))
    if relation == "next":
        return Period("day", min(one for one in around if one > now))
    direction = context.direction()
    if direction is not None:
        slack = 7 if match["around"] else 0  # Easter week begins before Easter
        around = [
            one for one in around if (one <= now + slack if direction == "past" else one >= now - slack)
        ]
    return Period("day", min(around, key=lambda one: abs(one - now)))


RULES: tuple[Rule, ...] = (
    # "last Christmas", "Labor Day weekend", "New Year’s Eve 2016"
    rule(
        "holiday",
        first_words(tuple(HOLIDAYS)) | {"last", "next", "this"},
        r"(?:(?P<rel>last|next|this) )?(?P<name>(?-i:(?=[A-Z]))(?:"
        + "|".join(sorted(HOLIDAYS, key=len, reverse=True)).replace("'", "['’]")
        + r"))(?: (?P<around>week(?:end)?))?(?:,? (?P<y>@year))?",
        _interpret_holiday,
    ),
)
