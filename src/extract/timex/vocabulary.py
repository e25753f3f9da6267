"""The vocabulary of time: words with their numbers, and the fragments of patterns (`@month`, `@nth`)."""

from __future__ import annotations

import re

MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000, "dozen": 12}
ORDINALS = (
    "zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth",
    "nineteenth", "twentieth",
)  # fmt: skip

MONTHS = {name.lower(): number for number, name in enumerate(MONTH_NAMES, 1)}
MONTHS |= {name[:3].lower(): number for number, name in enumerate(MONTH_NAMES, 1)} | {"sept": 9}
WEEKDAYS = {name.lower(): number for number, name in enumerate(WEEKDAY_NAMES)}
WEEKDAYS |= {name[:3].lower(): number for number, name in enumerate(WEEKDAY_NAMES)}
WEEKDAYS |= {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}
SEASON_CODES = {
    "spring": 0,
    "springtime": 0,
    "summer": 1,
    "summertime": 1,
    "fall": 2,
    "autumn": 2,
    "winter": 3,
}
NUMBERS = {word: number for number, word in enumerate(ONES)}
NUMBERS |= {word: 20 + 10 * number for number, word in enumerate(TENS)}
NUMBERS |= {"a": 1, "an": 1, "single": 1, "couple": 2, "half": 0}
ORDINAL_NUMBERS = {word: number for number, word in enumerate(ORDINALS)}
UNITS = {
    "second": "S", "minute": "M", "hour": "H", "day": "D", "week": "W", "fortnight": "2W", "month": "M",
    "quarter": "Q", "year": "Y", "decade": "10Y", "century": "100Y", "centuries": "100Y", "weekend": "WE",
    "night": "D",
}  # fmt: skip
SETS = {
    "daily": "P1D", "weekly": "P1W", "biweekly": "P2W", "monthly": "P1M", "annually": "P1Y",
    "yearly": "P1Y", "hourly": "PT1H", "nightly": "P1D", "bimonthly": "P2M", "biannually": "P6M",
    "semiannually": "P6M",
}  # fmt: skip
DECADES = {
    "twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7,
    "eighties": 8, "nineties": 9,
}  # fmt: skip
DECIMAL = re.compile(r"\d+(?:\.\d+)?")  # "12", "2.5"
VAGUE = frozenset({"few", "several", "many", "some", "recent", "coming"})


def _names(names: tuple[str, ...]) -> str:
    """The names in title case or upper case; in lower case "may", "march" and "sun" are words."""
    forms = [form for name in names for form in (name, name.upper())]
    return "(?-i:" + "|".join(forms) + ")"


def _alternatives(words: object) -> str:
    return "|".join(sorted(words, key=len, reverse=True))  # type: ignore[call-overload]


MONTH_SHORT = r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
FRAGMENTS: dict[str, str] = {
    "monthname": _names(MONTH_NAMES),
    "month": _names(MONTH_NAMES) + rf"|(?-i:(?:{MONTH_SHORT}|{MONTH_SHORT.upper()})\b\.?)",
    "weekdayname": _names(WEEKDAY_NAMES),
    "weekday": _names(WEEKDAY_NAMES) + r"|(?-i:(?:Mon|Tues?|Weds?|Thu(?:rs?)?|Fri|Sat|Sun)\b\.?)",
    "day": r"(?:3[01]|[12]\d|0?[1-9])(?!\d|[.,:]\d|%)",
    "nth": r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)",
    "year": r"(?:1[0-9]|20)\d\d(?!\d|[.,]\d|%)",
    "season": _alternatives(("springtime", "spring", "summertime", "summer", "fall", "autumn", "winter")),
    "number": r"(?:\d{1,3}(?:,\d{3}){1,2}|\d{1,4})(?:\.\d{1,2}| 1/2|½)?(?![\d,.]\d)|@numberword",
    "numberword": rf"(?:(?:{_alternatives(TENS)})(?:[- ](?:{_alternatives(ONES[1:10])}))?"
    rf"|{_alternatives(ONES[1:])})(?: @scale)?(?: and a half)?"
    r"|(?:a )?@scale|half an?",
    "scale": "hundred|thousand|million|billion|dozen",
    "vague": r"(?:the )?(?:last|past) few|(?:quite )?a few|few|several|many|some|a couple(?: of)?|couple"
    r" of|a number of"
    r"|dozens of|hundreds of|thousands of|scores of",
    "ordinal": _alternatives(ORDINALS[1:]) + r"|\d{1,2}(?:st|nd|rd|th)",
    "unit": "seconds?|minutes?|hours?|days?|weeks?|fortnights?|months?|quarters?|years?|decades?|century"
    "|centuries",
    "dateunit": "day|week|weekend|month|quarter|year|decade|century",
    "part": "mornings?|afternoons?|evenings?|nights?",
    "early": "early|late|mid-to-late|early-to-mid|mid-to-early|mid|mid-",
    "spelledyear": rf"(?:eighteen|nineteen) (?:{_alternatives(TENS)}|{_alternatives(ONES[10:])})"
    rf"(?:[- ](?:{_alternatives(ONES[1:10])}))?",
    "about": "nearly|almost|roughly|approximately|more than|less than|at least|at most|up to|over(?! the)"
    "|under"
    "|no more than|no less than|just over|just under|well over|fewer than",
    "zone": r"(?-i:(?:[ECMP][SD]?T|GMT|UTC|BST|CET|CEST|Z)\b)(?: \([A-Z]{3}\))?|local time|(?:Eastern"
    r"|Central|Pacific) time",
}  # fmt: skip

NUMBER_STARTERS = frozenset({"#", "a", "half", *ONES[1:], *TENS, *SCALES})
VAGUE_STARTERS = frozenset(
    {
        "a",
        "few",
        "several",
        "many",
        "some",
        "couple",
        "the",
        "quite",
        "dozens",
        "hundreds",
        "thousands",
        "scores",
    }
)
ABOUT_STARTERS = frozenset(
    [
        "about",
        "around",
        "nearly",
        "almost",
        "roughly",
        "approximately",
        "more",
        "less",
        "at",
        "up",
        "over",
        "under",
        "no",
        "as",
        "just",
        "well",
        "fewer",
        "only",
        "within",
    ]
)
ORDINAL_STARTERS = frozenset({"#", *ORDINALS[1:]})


def number_of(words: str) -> float | None:
    """The number that "two", "twenty-five", "2 1/2", "1,200" or "a hundred" states; None for a vague one."""
    text = words.lower().replace(",", "").replace("½", " 1/2").strip()
    parts = re.split(r"[\s-]+", text)
    if "couple" in parts:
        return 2.0
    if VAGUE & set(parts) or parts[-1] == "of":
        return None
    total, scale = 0.0, 1.0
    for position, part in enumerate(parts):
        if part in SCALES:
            scale *= SCALES[part]
        elif part == "1/2" or (part == "half" and position):
            total += 0.5
        elif part == "half":
            return 0.5
        elif part in NUMBERS and not (part == "a" and position):
            total += NUMBERS[part]
        elif DECIMAL.fullmatch(part):
            total += float(part)
    return (total or 1.0) * scale


def ordinal_of(word: str) -> int:
    """The number of an ordinal: 3 for "third" and "3rd"."""
    word = word.lower()
    return ORDINAL_NUMBERS.get(word) or int(re.sub(r"\D", "", word) or 0)


def month_of(name: str) -> int:
    """The number of a month, 1 to 12, by its name or abbreviation."""
    return MONTHS[name.lower().rstrip(".")]


def weekday_of(name: str) -> int:
    """The number of a weekday, 0 (Monday) to 6, by its name or abbreviation."""
    return WEEKDAYS[name.lower().rstrip(".")]
