"""Find quotation marks, and the cost of reading each one as opening, as closing, or as neither.

A cost is a small sum of evidence: the white space, punctuation and letters beside the mark, and its shape. A
cost of 0 is a mark set as it should be; what no careful writer sets costs more than leaving the mark alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from extract.spans import CharSpan

Family = Literal["double", "single", "guillemet", "corner"]

# `“`, "``"; `5'10"`, "rock 'n' roll", "'90s" and "'em" as group no, so that their marks are not found again
_MARK = re.compile(
    r"(?P<no>\d['’′]\s?\d{1,2}(?:[\"”″]|'')|(?<!\w)['‘’]n['’](?!\w)|(?<![\w'’])['‘’`](?=\d\ds\b)"
    r"|(?<![\w'’])['‘’`](?=(?:em|tis|twas|til|till|cause|bout|neath|cuz|nuff)\b))"
    r"|[\"“”„‟«»＂「」『』]|``|'''|''|[‚‹›]|(?<!\w)['‘’‛`´]|(?<=\w)['‘’‛´](?!\w)",
    re.IGNORECASE,
)
CHARACTERS = frozenset("\"“”„‟«»＂「」『』‚‹›'‘’‛`´")  # of which marks are made
_DOUBLE = frozenset(['"', "“", "”", "„", "‟", "＂", "``", "''"])
_GUILLEMET = frozenset("«»‹›")
_CORNER = frozenset("「」『』")
_OPENING = frozenset(["“", "„", "‟", "«", "‹", "``", "‘", "‚", "‛", "`", "「", "『"])
_CLOSING = frozenset(["”", "»", "›", "''", "’", "´", "」", "』"])
_ONLY_OPENING = frozenset(["„", "‚", "``", "「", "『"])
_ONLY_CLOSING = frozenset(["」", "』"])
_APOSTROPHES = frozenset("'’")
_LOW = frozenset("„‚")
_BEFORE_OPENING = frozenset("([{<—–―-/_=*•‐\"“”„«‘'`’「『")
_AFTER_CLOSING = frozenset(".,;:!?…)]}>—–―-/_\"”»’'*†‡“[」』、。")
_STOPS = frozenset(".,;:!?…")
# "players", "nothin"
_POSSESSIVE = re.compile(r"(?:s|[b-df-hj-np-tv-z]in)$", re.IGNORECASE)  # the players' union; nothin' new
_INVISIBLE = re.compile(r"[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_INVISIBLE_HEAD = re.compile(r"[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*")
# "64"
_YEAR = re.compile(r"\d\d(?!\d)")  # the '64 model
_AFTER_INCHES = re.compile(r"\s+[a-z]|-[a-z]")  # " monitor", "-wide"

IMPOSSIBLE = float("inf")
_AGAINST_SPACE_COST = 4.5  # white space on the wrong side of the mark
_INSIDE_WORD_COST = 2.5
_ALONE_COST = 2.0  # a mark without the partner that it seems to have
_MISPLACED_COST = 1.2  # inside a word, or in the white space between two words


@dataclass(frozen=True, slots=True)
class QuotationMark:
    """One quotation mark and the cost of each reading.

    start, end: code points, end exclusive. opens, closes, alone: of opening a quotation, of closing one, of
    neither. runs: what is added to `opens` where the end of the paragraph cuts the quotation off.
    doubtful: whether it may be an apostrophe, feet or inches. sure: whether punctuation or a capital beside
    it confirms that it opens or closes.
    """

    start: int
    end: int
    text: str
    family: Family
    opens: float
    closes: float
    alone: float
    runs: float
    doubtful: bool
    sure: bool

    @property
    def low(self) -> bool:
        """Whether it stands on the base line: „ and ‚."""
        return self.text in _LOW


def read_marks(text: str, paragraph: CharSpan) -> list[QuotationMark]:
    """Find the marks of a paragraph, in order, without those that are surely apostrophes, feet or inches."""
    marks: list[QuotationMark] = []
    head = _INVISIBLE_HEAD.match(text, paragraph.start, paragraph.end)
    start = head.end() if head else paragraph.start
    for match in _MARK.finditer(text, paragraph.start, paragraph.end):
        if match["no"] is not None:
            continue
        first, last = match.span()
        if match.group() == "'''":  # a single and a double mark close together
            marks.append(_MarkContext(text, paragraph, start, first, first + 1).mark())
            first += 1
        marks.append(_MarkContext(text, paragraph, start, first, last).mark())
    return marks


class _MarkContext:
    """The text around one mark, and the costs that follow from it."""

    def __init__(self, text: str, paragraph: CharSpan, head: int, first: int, last: int) -> None:
        self._text, self._paragraph = text, paragraph
        self._first, self._last = first, last
        self._glyph = text[first:last]
        self._before = text[first - 1] if first > paragraph.start else " "
        self._after = text[last] if last < paragraph.end else " "
        self._heads = first <= head
        self._spaced_before = self._heads or _INVISIBLE.match(self._before) is not None
        self._spaced_after = self._after.isspace()
        self._in_word = self._before.isalnum() and self._after.isalnum()

    def mark(self) -> QuotationMark:
        """The mark with its costs."""
        family = _family(self._glyph)
        single = family == "single"
        opens, closes = self._opens(), self._closes()
        apostrophe = single and self._glyph in _APOSTROPHES
        alone, doubtful = self._apostrophe() if apostrophe else (_ALONE_COST, False)
        if single and self._spaced_before and _YEAR.match(self._text, self._last, self._paragraph.end):
            alone, doubtful = 0.3, True
        if not single and (self._in_word or (self._spaced_before and self._spaced_after)):
            alone = _MISPLACED_COST
        if self._glyph in ('"', "''", "”") and self._before.isdigit():
            alone, doubtful = self._inches(), True
        return QuotationMark(
            start=self._first,
            end=self._last,
            text=self._glyph,
            family=family,
            opens=opens,
            closes=closes,
            alone=alone,
            runs=self._runs(single=single),
            doubtful=doubtful,
            sure=min(opens, closes) == 0,
        )

    def _opens(self) -> float:
        glyph = self._glyph
        if glyph in _ONLY_CLOSING:
            return IMPOSSIBLE
        wrong = 1.5 if glyph in _CLOSING and glyph != "''" else 0.5 if glyph == "''" else 0.0
        if glyph == "»":
            wrong = 1.0
        if glyph in _ONLY_OPENING or (self._heads and not wrong):
            return 0.0
        if self._spaced_after:
            if self._spaced_before:
                return wrong + (0.3 if glyph in _OPENING or self._heads else 1.0)
            return wrong + (_AGAINST_SPACE_COST if not self._opens_late() else 1.0)
        if self._spaced_before or self._before in _BEFORE_OPENING:
            if self._after in ",;:!?)]}" or (self._after == "." and not self._dots_follow()):
                return wrong + _INSIDE_WORD_COST
            return wrong + (0.0 if self._begins_anew() else 0.2)
        if self._before in _STOPS:
            return wrong + (0.8 if self._after.isalnum() else 1.5)
        return wrong + _INSIDE_WORD_COST

    def _closes(self) -> float:
        glyph = self._glyph
        if glyph in _ONLY_OPENING or self._heads:
            return IMPOSSIBLE
        wrong = 2.0 if glyph in _OPENING else 0.0
        if self._spaced_before:
            if self._spaced_after:
                return wrong + (0.3 if glyph in _CLOSING else 1.0)
            stopped = self._after in _STOPS
            return wrong + (1.0 if stopped else _AGAINST_SPACE_COST)
        stop = self._before in _STOPS
        if self._spaced_after or self._after in _AFTER_CLOSING:
            if glyph in _APOSTROPHES and not stop and (self._spaced_after or self._after in _STOPS):
                return wrong + (1.2 if self._may_be_possessive() else 0.4)
            return wrong + (0.0 if stop or self._after in _STOPS else 0.4)
        if self._after.isdigit() and glyph in _CLOSING:
            return wrong + (0.3 if stop else 0.8)  # the number of a footnote
        if stop:
            return wrong + 1.2
        return wrong + _INSIDE_WORD_COST

    def _runs(self, *, single: bool) -> float:
        if self._spaced_after and not self._heads:
            return IMPOSSIBLE
        if single:
            return 0.3 if self._heads else IMPOSSIBLE
        return 0.3 if self._heads else 1.0

    def _begins_anew(self) -> bool:
        """Whether a sentence or clause begins at the mark."""
        words = self._text[max(self._paragraph.start, self._first - 3) : self._first].rstrip()
        return self._heads or self._after.isupper() or words[-1:] in _STOPS

    def _dots_follow(self) -> bool:
        return self._text.startswith("..", self._last + 1)

    def _opens_late(self) -> bool:
        """Whether a mark that is set like a closing one begins a sentence: `for all," For example`."""
        return self._before in ",:" and self._text[self._last + 1 : self._last + 2].isupper()

    def _may_be_possessive(self) -> bool:
        low = max(self._paragraph.start, self._first - 3)
        return self._before.isdigit() or (
            self._before.isalpha() and _POSSESSIVE.search(self._text, low, self._first) is not None
        )

    def _apostrophe(self) -> tuple[float, bool]:
        """The cost of reading the mark as an apostrophe, and whether it may be one."""
        if self._before.isalnum():
            return (0.0 if self._may_be_possessive() else 1.0), True
        if self._after.isalnum():
            return 1.6, True
        return _ALONE_COST, True

    def _inches(self) -> float:
        return 0.3 if _AFTER_INCHES.match(self._text, self._last) else 0.8


def _family(glyph: str) -> Family:
    if glyph in _DOUBLE:
        return "double"
    if glyph in _GUILLEMET:
        return "guillemet"
    return "corner" if glyph in _CORNER else "single"
