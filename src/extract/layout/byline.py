"""Bylines: recognize the paragraphs that only name who wrote, reported or edited an article.

`author_names.py` reads the names in them.
"""

from __future__ import annotations

import re

_MAX_CREDIT_CHARS = 320
_MAX_BYLINE_CHARS = 160

_WORD = r"(?:[A-Z][\w.'’-]*|al-[A-Z][\w'’-]*)"
_PARTICLE = r"(?:de|da|di|du|del|della|la|le|van|von|der|den|ten|ter|bin|ibn|al|el|y|e|dos|st\.)"
_NAME = rf"{_WORD}(?: (?:{_PARTICLE} )*{_WORD}){{0,4}}"
_NAMES = rf"{_NAME}(?:(?:, and | and | & |, |; ){_NAME}){{0,6}}"
_FIELD = (
    r"(?:[Ss]taff|[Ss]enior|[Cc]hief|[Ss]pecial|[Ff]oreign|[Dd]iplomatic|[Pp]olitical|[Bb]usiness|[Ss]cience"
    r"|[Hh]ealth|[Ss]ports?|[Ee]nvironment|[Ee]ducation|[Cc]ity|[Nn]ational|[Dd]eputy|[Ff]reelance|[A-Z][\w&.'’-]*)"
)
_JOB = (
    r"(?:[Ww]riter|[Rr]eporter|[Cc]orrespondent|[Ee]ditor|[Cc]olumnist|[Jj]ournalist|[Ss]portswriter"
    r"|WRITER|REPORTER|CORRESPONDENT|EDITOR)[sS]?|[Bb]ureau [Cc]hief"
)
_ROLE = rf"(?:{_FIELD} ){{0,4}}(?:{_JOB})"
_WHERE = rf"(?: (?:in|of|for|at|from) (?:the )?{_NAMES})"
_BEHIND = rf"(?:(?:,| \|| [-–—]| of| for) ?(?:the )?(?:{_ROLE}|{_NAMES}|[\w.+-]+@[\w.-]+){_WHERE}?)"
_BY = r"(?:[Bb]y|BY|(?:Written|Posted|Story|Text|Words) by|Words|Author|Reporter)(?: |: ?)(?:[Tt]he )?"

# "By Jane Doe", "BY JANE DOE, Staff Writer", "By Max Roe and Jane Doe in Nairobi", "Jane Doe, Senior Editor"
_BYLINE = re.compile(
    rf"{_BY}(?:{_ROLE} )?{_NAMES}{_WHERE}?{_BEHIND}{{0,3}}\.?"
    rf"|{_NAMES}(?:,| \|| [-–—]|) ?{_ROLE}(?: (?:of|for|at|in) (?:the )?{_NAMES})?\.?"
)
# "Additional reporting by Max Roe in Nairobi; editing by Jane Doe", "Max Roe contributed to this report."
_CREDITS = re.compile(
    r"[(\[–—-]*\s?(?i:(?:additional |with )?(?:reporting|writing|editing|research)"
    r"(?: and (?:writing|editing|research))?"
    rf" (?:by|from)|(?:compiled|edited|translated|written) by)\s?:?\s?(?:[Tt]he )?(?={_WORD})(?P<rest>.*)"
    rf"|\(?{_NAMES}(?: (?:in|from|of) {_NAMES})?,? (?:also )?contributed (?:to this|reporting|research)\b.*"
    rf"|{_NAMES} reported from {_NAME}[^.\"“]*\.?(?: {_NAMES} (?:contributed|reported)\b[^\"“]*)?",
    re.DOTALL,
)
# The words between the names of "Reporting by A in B; additional reporting by C; editing by D".
_BETWEEN_NAMES = frozenset(
    "and in by from for of the at additional reporting writing editing research also with staff"
    " writer writers translated compiled edited de da di du del van von der den al el bin ibn le la".split()
)
_LOWER_WORD = re.compile(r"(?<![\w'’-])[a-z]+")  # "in Nairobi"
# "Jane Doe", "Jane Q. Doe"
_PERSON = re.compile(r"(?!The |A |An |Our |New )[A-Z][a-z'’-]+(?: (?:[A-Z][a-z'’-]+|[A-Z]\.)){1,2}")


def is_byline(paragraph: str) -> bool:
    """Whether a paragraph is a byline: it names who wrote, reported or edited the article, and no more."""
    if len(paragraph) > _MAX_CREDIT_CHARS or paragraph.count('"') > 1 or "“" in paragraph:
        return False
    if match := _CREDITS.fullmatch(paragraph):
        return _BETWEEN_NAMES.issuperset(_LOWER_WORD.findall(match["rest"] or ""))
    return len(paragraph) <= _MAX_BYLINE_CHARS and _BYLINE.fullmatch(paragraph) is not None


def is_person_name(paragraph: str) -> bool:
    """Whether a paragraph is two or three capitalized words; below a title, that is its author."""
    return _PERSON.fullmatch(paragraph) is not None
