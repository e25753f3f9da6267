"""Split a text into paragraphs at blank lines and line breaks; join lines wrapped at a fixed width."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.spans import CharSpan

_LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_FIRST_WORD = re.compile(r"\S+")
_FINAL_PUNCTUATION = re.compile(r"[.!?:;…][\"'”’»)\]]*$")  # `closed.”`
_LOWER_WORD = re.compile(r"(?!by\s+[A-Z])[a-z]+(?:[\s,.;:)'’-]|$)")  # "and then"

_MIN_WRAP_COLUMNS, _MAX_WRAP_COLUMNS = (
    40,
    110,
)  # texts are wrapped between these; beyond, a line is a paragraph
_MIN_FULL_SHARE = 0.85  # of the width; hyphenation and proportional fonts leave lines a little short


@dataclass(frozen=True, slots=True)
class _Line:
    span: CharSpan
    indent: int
    blank_before: bool
    stopped: bool  # ends in final punctuation
    lower: bool  # begins with a word in lower case
    first_word: int  # its length


def paragraph_spans(text: str) -> tuple[CharSpan, ...]:
    """The spans of the paragraphs, ascending, without outer white space; they cover all other text.

    A blank line or U+2029 ends a paragraph, and so does a line break in a text with one paragraph a line.
    In a text that is wrapped at a fixed width, lines are joined. Takes linear time.
    """
    lines = _lines(text)
    width = _wrap_width(lines)
    spans: list[CharSpan] = []
    for number, line in enumerate(lines):
        before = lines[number - 1] if number else None
        if before is not None and not line.blank_before and _continues(before, line, width):
            spans[-1] = CharSpan(spans[-1].start, line.span.end)
        else:
            spans.append(line.span)
    return tuple(spans)


def _lines(text: str) -> list[_Line]:
    out: list[_Line] = []
    end = 0
    for match in _LINE.finditer(text):
        raw = match.group()
        bare = raw.strip()
        if not bare:
            continue
        start = match.start() + len(raw) - len(raw.lstrip())
        gap = text[end : match.start()]
        word = _FIRST_WORD.match(bare)
        out.append(
            _Line(
                span=CharSpan(start, start + len(bare)),
                indent=start - match.start(),
                blank_before=not out or "\u2029" in gap or len(_BREAK.findall(gap)) > 1,
                stopped=_FINAL_PUNCTUATION.search(bare, max(0, len(bare) - 8)) is not None,
                lower=_LOWER_WORD.match(bare) is not None,
                first_word=len(word.group()) if word else 0,
            )
        )
        end = start + len(bare)
    return out


def _wrap_width(lines: Sequence[_Line]) -> int | None:
    """The width at which lines are wrapped, in characters; None where a line is a paragraph."""
    pairs = [(a, b) for a, b in pairwise(lines) if not b.blank_before]
    if not pairs:
        return None
    width = max(max(len(a.span), len(b.span)) for a, b in pairs)
    if not _MIN_WRAP_COLUMNS <= width <= _MAX_WRAP_COLUMNS:
        return None
    full = sum(_is_full(a, b, width) for a, b in pairs)
    stopped = sum(a.stopped for a, _ in pairs)
    if len(pairs) == 1:
        return width if full and not stopped and pairs[0][1].lower else None
    return width if full >= 0.6 * len(pairs) and stopped <= 0.5 * len(pairs) else None


def _is_full(line: _Line, following: _Line, width: int) -> bool:
    """Whether the line has no room for the first word of the following one."""
    return len(line.span) + 1 + following.first_word > _MIN_FULL_SHARE * width


def _continues(before: _Line, line: _Line, width: int | None) -> bool:
    if line.lower and not before.stopped:
        return True
    if width is None:
        return False
    if line.indent >= before.indent + 2 and before.stopped:
        return False
    return _is_full(before, line, width)
