"""Recognize names that contain a time word and mean no time: newspapers, programmes, wars, agreements."""

from __future__ import annotations

import re

PAPER = (
    r"Times|Telegraph|Mirror|Mail|Herald|Express|Post|Independent|People|Star|Sun|World|Tribune|Nation"
    r"|Standard|Mercury|Business|Chronicle|Guardian|Observer"
)
BEHIND_WEEKDAY = re.compile(
    r"\s(?:Times|Telegraph|Mirror|Herald|Tribune|Night\s(?:Live|Football|Lights)|Service)\b"
)
# " Post", " Telegraph"
PAPER_BEHIND = re.compile(rf"\s(?:{PAPER})\b(?!\s(?:Bank|Cup|War|Trade|Health|Service))")
THE = re.compile(r"\b[Tt]he\s$")
HISTORIC = re.compile(r"\b(?:Bloody|Black|Freaky|Manic|Good)\s$")  # their names do not tell their date
TITLE_BEFORE_TODAY = re.compile(
    r"\b(?:USA|Russia|India|Israel|Malaysia|Pakistan|Africa|Europe|Psychology|Christianity|Education|History"
    r"|Physics|Medicine|VOA)\s$"
)
WAR_BEHIND = re.compile(r"['’]?s?\sWars?\b")
AGREEMENT_BEHIND = re.compile(
    r"\s(?:(?:peace|power-sharing)\s)?(?:agreements?|accords?|deal|pact)\b", re.IGNORECASE
)
LOWER = re.compile(r"[a-z]{2}")  # "as"


def is_in_weekday_name(before: str, after: str) -> bool:
    """Whether a weekday is part of "the Sunday Post", "Saturday Night Live" or "Bloody Sunday"."""
    if HISTORIC.search(before) or BEHIND_WEEKDAY.match(after):
        return True
    return bool(THE.search(before) and PAPER_BEHIND.match(after))


def is_in_title(words: str, before: str) -> bool:
    """Whether "Today" ends the title of a newspaper or programme."""
    return words == "Today" and bool(TITLE_BEFORE_TODAY.search(before))


def is_acronym(words: str, before: str, after: str) -> bool:
    """Whether "NOW" stands in capitals among words that do not."""
    return words.isupper() and bool(LOWER.search(before) or LOWER.search(after))


def is_in_name_of_war(after: str) -> bool:
    """Whether a length of time is the first part of "the Thirty Years' War"."""
    return bool(WAR_BEHIND.match(after))


def is_in_name_of_agreement(after: str) -> bool:
    """Whether a holiday is the first part of "the Good Friday Agreement"."""
    return bool(AGREEMENT_BEHIND.match(after))
