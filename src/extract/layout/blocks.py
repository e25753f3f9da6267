"""The layout of an article: its paragraphs as title, byline, dateline, body, heading or boilerplate."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from extract.layout.boilerplate import boilerplate_kind, is_contact_line, is_link, reports_words
from extract.layout.byline import is_byline, is_person_name
from extract.layout.dated_bylines import date_of_byline
from extract.layout.dateline import Dateline, dateline_at_head, dateline_on_its_own
from extract.layout.paragraphs import paragraph_spans
from extract.layout.spans import CharSpan

BlockKind = Literal["title", "byline", "dateline", "body", "heading", "boilerplate"]

# "Q: ", "A2. ", "Jane Roe (Norvik): "
_SPEAKER_LABEL = re.compile(
    r"(?:[QA]\d{0,2}|[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,4}(?: \([^()]{1,40}\))?)\s?[:.]\s"
)
_FINAL_PUNCTUATION = re.compile(r"[.!?:;,…][\"'”’»)\]]*$")  # `the end.”`, "more:"
# "10:22 GMT", "3 p.m. EST:"
_CLOCK = re.compile(r"\d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.?m\.?|GMT|hrs)(?: [A-Z]{2,4})?:?")
_WORD = re.compile(r"\w[\w'’.-]*")  # "U.S.-led"
_CONTINUATION = re.compile(r"[\"“‘'`(]{0,2}[a-z]")  # `“and then`
_NO_HEADING = re.compile(r"[a-z\"“‘'`„«\-–—•*·(\[#@<>\d%$£€]")  # "“We", "• ", "and", "5%"
_FIRST_QUOTED = re.compile(r"[\"“‘„«]|``|''|'")
_LAST_QUOTED = re.compile(r"[\"”’“»'][.,]?$")
_NO_LETTERS = re.compile(r"[\W_]+")

_MAX_TITLE_CHARS = 220
_MAX_HEADING_CHARS = 80
_MAX_TITLE_WORDS = 30
_MAX_HEADING_WORDS = 12
_MAX_HEADINGS_IN_A_ROW = 2  # more are a list
_MAX_BLOCKS_TO_DATELINE = 4  # a dateline may follow a summary


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph and what it is; `span` is without outer white space."""

    span: CharSpan
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class Layout:
    """The blocks of an article, ascending, none overlapping; they cover all that is not white space.

    dateline: the one that the article is dated by; None without one.
    """

    blocks: tuple[Block, ...]
    dateline: Dateline | None

    def body(self) -> tuple[CharSpan, ...]:
        """The spans of the blocks that are body."""
        return tuple(block.span for block in self.blocks if block.kind == "body")


def find_layout(text: str, title: str | None = None) -> Layout:
    """Classify the paragraphs of `text`; what no rule recognizes is body. Takes linear time.

    title: the headline that the article's metadata states.
    """
    spans = paragraph_spans(text)
    # No rule looks at more than the head and tail of a paragraph, and only short ones are not body.
    shorts = [span.of(text) if len(span) <= 400 else "" for span in spans]
    kinds: list[BlockKind | None] = [None] * len(spans)
    _mark_boilerplate(shorts, kinds)
    lines = _mark_datelines_and_bylines(text, spans, shorts, kinds)
    _mark_title(shorts, kinds, title)
    _mark_headings(shorts, kinds)
    blocks = tuple(Block(span, kind or "body") for span, kind in zip(spans, kinds, strict=True))
    return Layout(blocks, _article_dateline(text, blocks, lines))


def _mark_boilerplate(shorts: Sequence[str], kinds: list[BlockKind | None]) -> None:
    run: str | None = None
    for number, short in enumerate(shorts):
        found = boilerplate_kind(short) if short else None
        if found is None and run is not None and _continues_run(run, short):
            kinds[number] = "boilerplate"
            continue
        if found is not None:
            kinds[number] = "boilerplate"
        run = found if found in ("links", "contact") else run if found == "line" else None


def _continues_run(run: str, short: str) -> bool:
    if run == "links":
        return bool(short) and is_link(short)
    return bool(short) and is_contact_line(short) and not reports_words(short) and not _is_turn(short)


def _mark_datelines_and_bylines(
    text: str, spans: Sequence[CharSpan], shorts: Sequence[str], kinds: list[BlockKind | None]
) -> list[Dateline]:
    """Mark datelines and bylines; returns the datelines that are blocks of their own, in order."""
    found = []
    bodies = 0
    for number, short in enumerate(shorts):
        if kinds[number] is not None:
            continue
        dateline = dateline_on_its_own(text, spans[number]) if short else None
        if dateline is not None and (bodies < _MAX_BLOCKS_TO_DATELINE or short[0].islower()):
            kinds[number] = "dateline"
            found.append(dateline)
        elif dateline is not None:
            kinds[number] = "heading"  # of a day in a chronicle
        elif short and (date := date_of_byline(text, spans[number])) is not None:
            kinds[number] = "byline"
            found.append(Dateline(span=date, place=None, date=date, agency=None))
        elif short and is_byline(short):
            kinds[number] = "byline"
        elif not short or _FINAL_PUNCTUATION.search(short):
            bodies += 1
    return found


def _mark_title(shorts: Sequence[str], kinds: list[BlockKind | None], title: str | None) -> None:
    open_numbers = [number for number in range(min(8, len(shorts))) if kinds[number] is None]
    if not open_numbers:
        return
    matched = _matching_title(shorts, open_numbers, title)
    if not matched and _looks_like_title(shorts, open_numbers[0], kinds):
        matched = [open_numbers[0]]
    for number in matched:
        kinds[number] = "title"
    below = matched[-1] + 1 if matched else len(shorts)
    if below < len(shorts) - 1 and kinds[below] is None and is_person_name(shorts[below]):
        kinds[below] = "byline"


def _matching_title(shorts: Sequence[str], numbers: Sequence[int], title: str | None) -> list[int]:
    """The numbers of the leading blocks that are the stated title, together or in parts."""
    wanted = _letters_of(title or "")
    matched: list[int] = []
    for number in numbers[:3] if wanted else ():
        given = _letters_of(shorts[number])
        whole = wanted in given and len(given) <= 1.6 * len(wanted) + 20
        part = given in wanted and len(given) >= min(15, len(wanted))
        if not given or not (whole or part):
            break
        matched.append(number)
        if whole:
            break
    return matched


def _letters_of(text: str) -> str:
    return _NO_LETTERS.sub(" ", text).strip().casefold()


def _looks_like_title(shorts: Sequence[str], number: int, kinds: Sequence[BlockKind | None]) -> bool:
    short = shorts[number]
    words = _WORD.findall(short)
    if not 2 <= len(words) <= _MAX_TITLE_WORDS or len(short) > _MAX_TITLE_CHARS or number + 1 == len(shorts):
        return False
    if all(kind not in (None, "dateline", "byline") for kind in kinds[number + 1 :]):
        return False
    if short[0].islower() or short[0] in "-–—•*(" or (_is_turn(short) and short[0] in "QA"):
        return False
    if not _FINAL_PUNCTUATION.search(short):
        return True
    if short[-1] in ":;," or dateline_at_head(short, CharSpan(0, len(short))) is not None:
        return False
    if short.isupper() or _is_title_case(words):
        return True
    return short.endswith("?") and len(words) <= 16 and short[0] not in "\"“‘'"


def _is_title_case(words: Sequence[str]) -> bool:
    long_words = [word for word in words if len(word) > 3]
    return len(long_words) >= 3 and sum(
        word[0].isupper() or word[0].isdigit() for word in long_words
    ) >= 0.8 * len(long_words)


def _is_turn(short: str) -> bool:
    """Whether a paragraph begins with the label of a speaker in a transcript: "Q: ", "SMITH: "."""
    match = _SPEAKER_LABEL.match(short)
    return match is not None and match.group().rstrip()[-1] == ":"


def _mark_headings(shorts: Sequence[str], kinds: list[BlockKind | None]) -> None:
    before: int | None = None
    run: list[int] = []
    for number, kind in enumerate(kinds):
        if kind is not None:
            continue
        if _looks_like_heading(shorts[number]):
            run.append(number)
            continue
        if run and _CONTINUATION.match(shorts[number]):
            run.pop()  # the line that this one goes on with
        signed = before is not None and _is_bare_quotation(shorts[before])
        if len(run) <= _MAX_HEADINGS_IN_A_ROW and not (run and signed and _is_signature(shorts[run[0]])):
            for heading in run:
                kinds[heading] = "heading"
        before, run = number, []


def _looks_like_heading(short: str) -> bool:
    if not short or len(short) > _MAX_HEADING_CHARS:
        return False
    if _CLOCK.fullmatch(short):
        return True
    if (
        _FINAL_PUNCTUATION.search(short)
        or _NO_HEADING.match(short)
        or _is_turn(short)
        or reports_words(short)
    ):
        return False
    return len(short.split()) <= _MAX_HEADING_WORDS


def _is_bare_quotation(short: str) -> bool:
    return _FIRST_QUOTED.match(short) is not None and _LAST_QUOTED.search(short) is not None


def _is_signature(short: str) -> bool:
    """Whether a line may name the speaker of the quotation above it: "Jane Roe, Chair"."""
    words = [
        word for word in short.split() if word not in ("of", "the", "and", "for", "at", "in", "to", "on", "&")
    ]
    return "," in short or all(word[0].isupper() for word in words)


def _article_dateline(text: str, blocks: Sequence[Block], lines: Sequence[Dateline]) -> Dateline | None:
    bodies = [block.span for block in blocks if block.kind == "body"][:_MAX_BLOCKS_TO_DATELINE]
    head = next((found for span in bodies if (found := dateline_at_head(text, span))), None)
    line = next((found for found in lines if found.place or found.agency), lines[0] if lines else None)
    if head is None or (line is not None and (line.place or line.agency) and line.date):
        return line
    dated = next((found.date for found in lines if found.date), None)
    return head if head.date or dated is None else replace(head, date=dated)
