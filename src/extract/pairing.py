"""Which quotation mark of a paragraph opens, which closes, and which is an apostrophe or an inch mark."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from extract.span import CharSpan

Family = Literal["double", "single", "guillemet"]
_Role = Literal["open", "close", "either", "weak_open", "weak_close"]

# 5'10", rock 'n' roll, '90s and 'em are found as `no`, so that nothing inside them is found again.
_MARK = re.compile(
    r"(?P<no>\d['’′]\s?\d{1,2}(?:[\"”″]|'')|(?<!\w)['‘’]n['’](?!\w)|(?<![\w'’])['‘’`](?=\d\ds\b)"
    r"|(?<![\w'’])['‘’`](?=(?:em|tis|twas|til|till|cause|bout|neath|cuz|nuff)\b))"
    r"|[\"“”„‟«»＂]|``|'''|''|[‚‹›]|(?<!\w)['‘’‛`´]|(?<=\w)['‘’‛´](?!\w)",
    re.IGNORECASE,
)
_DOUBLE = frozenset(['"', "“", "”", "„", "‟", "＂", "``", "''"])
_GUILLEMET = frozenset("«»‹›")
_OPENING = frozenset(["“", "„", "‟", "«", "‹", "``", "‘", "‚", "‛", "`"])
_CLOSING = frozenset(["”", "»", "›", "''", "’", "´"])
_ALWAYS_OPENING = frozenset(["„", "‚", "``"])
_BEFORE_OPENING = frozenset("([{<—–―-/_=*•‐\"“”„«‘'`’:")
_AFTER_CLOSING = frozenset(".,;:!?…)]}>—–―-/_\"”»’'*“")
_NOT_OPENED = frozenset(",;:!?)]}")
_QUOTES = frozenset("\"“”'’‘")
_POSSESSIVE = re.compile(r"(?:s|[b-df-hj-np-tv-z]in)$", re.IGNORECASE)  # the players' union; nothin' new
_AFTER_INCHES = re.compile(r"\s+[a-z]|-[a-z]")
_INVISIBLE = re.compile(r"[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_YEAR = re.compile(r"\d\d(?!\d)")  # the '64 model
_REACH = 4  # marks that a closing one may pass over to find its opening one


@dataclass(frozen=True, slots=True)
class Mark:
    """One quotation mark; `role`: what its neighbours say that it does."""

    start: int
    end: int
    text: str
    family: Family
    role: _Role


@dataclass(frozen=True, slots=True)
class Pairing:
    """pairs: opening and closing marks. running: opens a quotation that the end of the paragraph cuts off.

    stray: marks that neither pair nor run on.
    """

    pairs: tuple[tuple[Mark, Mark], ...]
    running: Mark | None
    stray: tuple[Mark, ...]


def pair_marks(text: str, paragraph: CharSpan) -> Pairing | None:
    """Pair the marks inside `paragraph`, None if it has none. Takes linear time."""
    marks = _marks(text, paragraph)
    if not marks:
        return None
    pairs, opened, passed, closed = _match(marks)
    late = [mark for mark in closed if mark.text in ('"', "＂")][:2]
    if len(late) > 1 and _opens_against_its_look(text, late[0]) and not _crosses(late, pairs, opened):
        pairs.append((late[0], late[1]))
        closed = [mark for mark in closed if mark not in late]
    running = _running_on(text, opened, marks, paragraph)
    stray = [mark for mark in opened if mark is not running] + passed + closed
    return Pairing(tuple(pairs), running, tuple(sorted(stray, key=lambda mark: mark.start)))


def _marks(text: str, paragraph: CharSpan) -> list[Mark]:
    """The marks of a paragraph with what each may do, apostrophes and inch marks left out."""
    marks: list[Mark] = []
    for match in _MARK.finditer(text, paragraph.start, paragraph.end):
        mark = match.group()
        first, last = match.span()
        if match["no"] is not None:
            continue
        if mark == "'''":  # a single and a double mark close together
            marks.append(Mark(first, first + 1, "'", "single", "close"))
            first, mark = first + 1, "''"
        family: Family = "double" if mark in _DOUBLE else "guillemet" if mark in _GUILLEMET else "single"
        role = _role(text, paragraph, mark, first, last)
        if role == "open" and family == "single" and _YEAR.match(text, last, paragraph.end):
            role = "weak_open"
        marks.append(Mark(first, last, mark, family, role))
    return _without_inches(text, marks)


def _role(text: str, paragraph: CharSpan, mark: str, first: int, last: int) -> _Role:
    """What a mark does, by its neighbours; by its shape where these do not tell."""
    before = text[first - 1] if first > paragraph.start else " "
    after = text[last] if last < paragraph.end else " "
    spaced_before, spaced_after = _INVISIBLE.match(before) is not None, after.isspace()
    stop_after = after in _NOT_OPENED or (after == "." and not text.startswith("..", last + 1))
    opens = (spaced_before or before in _BEFORE_OPENING) and not spaced_after and not stop_after
    closes = not spaced_before and (spaced_after or after in _AFTER_CLOSING)
    if mark in _ALWAYS_OPENING or (first == paragraph.start and mark not in "'’´"):
        return "open"
    if opens and closes:
        opens = spaced_before or before in "([{"
        closes = not opens and (spaced_after or stop_after)
    if mark in _OPENING and (opens or not closes):
        return "open"
    if mark in _CLOSING and (closes or not opens or before in _QUOTES):
        return _weighed_close(text, paragraph, mark, first, spaced_after)
    if opens == closes:
        return "either"
    return "open" if opens else _weighed_close(text, paragraph, mark, first, spaced_after)


def _weighed_close(text: str, paragraph: CharSpan, mark: str, first: int, spaced_after: bool) -> _Role:
    """Tell a closing single mark from the apostrophe of a plural or of a dropped g, and from feet."""
    if mark in "'’´" and spaced_after and first > paragraph.start:
        before = text[first - 1]
        lettered = before.isalpha() and _POSSESSIVE.search(text, max(paragraph.start, first - 3), first)
        if lettered or before.isdigit():
            return "weak_close"
    return "close"


def _without_inches(text: str, marks: list[Mark]) -> list[Mark]:
    """Leave out straight marks behind a digit that are inches: before a word, and not needed to close."""
    kept: list[Mark] = []
    for number, mark in enumerate(marks):
        if mark.text in ('"', "''") and mark.role != "open" and text[mark.start - 1 : mark.start].isdigit():
            later = [other for other in marks[number + 1 : number + 1 + _REACH] if other.family == "double"]
            opened = any(other.family == "double" and other.role != "close" for other in kept[-_REACH:])
            closed_later = bool(later) and later[0].role == "close"
            if not opened or (closed_later and _AFTER_INCHES.match(text, mark.end)):
                continue
        kept.append(mark)
    return kept


def _match(marks: Sequence[Mark]) -> tuple[list[tuple[Mark, Mark]], list[Mark], list[Mark], list[Mark]]:
    """Pairs; opening marks left over at the end; those that a pair passed over; closing marks left over."""
    pairs: list[tuple[Mark, Mark]] = []
    stack: list[Mark] = []
    passed: list[Mark] = []
    closed: list[Mark] = []
    sure_close_follows = _sure_closes(marks)
    for number, mark in enumerate(marks):
        partner = _partner(stack, mark.family)
        if mark.role == "weak_close" and (partner is None or sure_close_follows[number]):
            continue
        if mark.role == "weak_open" and not sure_close_follows[number]:
            continue
        if mark.role in ("open", "weak_open") or (mark.role == "either" and partner is None):
            stack.append(mark)
        elif partner is None or (mark.family == "single" and partner < len(stack) - 2):
            closed.append(mark)
        else:
            pairs.append((stack[partner], mark))
            passed += stack[partner + 1 :]
            del stack[partner:]
    return pairs, stack, passed, closed


def _partner(stack: Sequence[Mark], family: Family) -> int | None:
    """Where in the stack the innermost open mark of `family` is, within reach."""
    for place in range(len(stack) - 1, max(-1, len(stack) - 1 - _REACH), -1):
        if stack[place].family == family:
            return place
    return None


def _sure_closes(marks: Sequence[Mark]) -> list[bool]:
    """For each mark whether a sure closing single mark comes before the next opening one."""
    out = [False] * len(marks)
    follows = False
    for number in range(len(marks) - 1, -1, -1):
        out[number] = follows
        if marks[number].family == "single" and marks[number].role in ("open", "close"):
            follows = marks[number].role == "close"
    return out


def _opens_against_its_look(text: str, mark: Mark) -> bool:
    """Whether a mark set like a closing one begins a sentence: `for all," For example`."""
    following = text[mark.end : mark.end + 2]
    return (
        text[mark.start - 1 : mark.start] in (",", ":")
        and following[:1].isspace()
        and following[1:].isupper()
    )


def _crosses(late: Sequence[Mark], pairs: Sequence[tuple[Mark, Mark]], opened: Sequence[Mark]) -> bool:
    """Whether a pair, or a mark that may run on, has one foot inside of `late` and one outside."""
    first, last = late[0].start, late[1].start
    return any(first < mark.start < last for mark in opened) or any(
        (first < a.start < last) != (first < b.start < last) for a, b in pairs
    )


def _running_on(text: str, opened: Sequence[Mark], marks: Sequence[Mark], paragraph: CharSpan) -> Mark | None:
    """The opening mark, if any, whose quotation runs to the end of the paragraph.

    No mark of its family stands behind it. A single one, which may be an apostrophe, and one with white space
    behind it open the paragraph.
    """
    last = {mark.family: mark for mark in marks if mark.role != "weak_close"}
    for mark in opened:
        sure = mark.family != "single" and not text[mark.end : mark.end + 1].isspace()
        if last[mark.family] is mark and (sure or mark.start == paragraph.start):
            return mark
    return None
