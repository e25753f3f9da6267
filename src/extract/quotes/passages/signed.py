"""Signed quotations: words that stand alone, with the name of who said them behind or in front of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from extract.layout.blocks import Block
from extract.layout.quotation_marks.quotations import Quotation, Quotations, trim_quotation
from extract.quotes.passages.signature import Signer, known_names, read_lead_in, read_signature
from extract.spans import CharSpan

_MAX_SIGNATURE_CHARS = 240  # with its dash
_MAX_LEAD_IN_CHARS = 160
_DASH = re.compile(r"[\s.,]*(?:[-–—―‒~]+|--)\s*")  # "“It is late.” — Jane Roe"
_BRACKETED = re.compile(r"\s*\(([^()]{4,160})\)[.\s]*")  # "“It is late” (Jane Roe, chair)."
_NOTHING = re.compile(r"[\s.,;*_]*")  # "“It is late”. *"
_LEAD_IN = re.compile(r"(?P<line>[^:\n\"“”]{2,120}:)\s*(?=[\"“‘'«„])")  # "Jane Roe, chair: “It is late”"
# "It is late. — Jane Roe (@janeroe) May 3, 2019"
_POST = re.compile(r"\s*[-–—]+\s*(?P<line>[^-–—\n]{2,60}\(@\w{1,30}\)[^\n]{0,30}?)\s*(?:</\w+>)?[.\s]*$")
_MARKUP = re.compile(r"<[^<>\n]{1,300}>\s*")  # "<p>It is late"
# "It is late https://t.co/x1 pic.twitter.com/x2"
_LINKS_AT_END = re.compile(r"(?:\s*(?:https?://|pic\.twitter\.com/|t\.co/)\S+)+\s*$")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")  # "O’Brien-Holt"
_MIN_CONTENT_WORDS = 4
_LISTED = re.compile(r"[-–—•*~]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """A quotation with the one who signs it.

    content: without quotation marks, a span a paragraph. source: the name without title, or the description
    where there is no name. title: what stands beside the name and says who it is.
    """

    content: tuple[CharSpan, ...]
    source: CharSpan
    title: CharSpan | None


def find_signed(text: str, blocks: Sequence[Block], quotations: Quotations) -> tuple[Signed, ...]:
    """The signed quotations, in reading order, none overlapping. Takes linear time.

    A quotation counts when it is all of its paragraph, or of a chain of paragraphs, but for the signature
    behind it ("— Jane Roe, chair"), on the next line or in brackets, or the lead-in in front of it that
    ends in a colon. A post counts without quotation marks when its signature has a handle.

    blocks: of `find_layout`. quotations: of the same blocks.
    """
    finder = _Finder(text, blocks, quotations)
    out: list[Signed] = []
    for number, block in enumerate(blocks):
        if block.kind in ("title", "boilerplate", "dateline") or (
            out and block.span.start < out[-1].content[-1].end
        ):
            continue
        found = finder.quotation(number) or finder.post(number)
        if found is not None and (not out or out[-1].content[-1].end <= found.content[0].start):
            out.append(found)
    return tuple(out)


class _Finder:
    """Reads the blocks of one article."""

    def __init__(self, text: str, blocks: Sequence[Block], quotations: Quotations) -> None:
        self._text = text
        self._blocks = blocks
        self._number = {block.span.start: number for number, block in enumerate(blocks)}
        self._chains = {chain[0].outer.start: chain for chain in quotations.chains()}

    @cached_property
    def _known(self) -> frozenset[str]:
        return known_names(self._text)

    def quotation(self, number: int) -> Signed | None:
        """The signed quotation that begins in a block."""
        text, block = self._text, self._blocks[number]
        lead_in = None
        chain = self._chains.get(block.span.start)
        end = min(block.span.end, block.span.start + _MAX_LEAD_IN_CHARS)
        if chain is None and (head := _LEAD_IN.match(text, block.span.start, end)):
            lead_in = CharSpan(head.start(), head.end("line"))
            chain = self._chains.get(head.end())
        if chain is None:
            return None
        content = self._content(chain)
        if not content:
            return None
        last = self._number.get(chain[-1].outer.start, number)
        signer = self._behind(chain[-1], last)
        if signer is None and self._is_alone(chain[-1], last):
            signer = self._in_front(number, lead_in)
        return Signed(content=content, source=signer.source, title=signer.title) if signer else None

    def post(self, number: int) -> Signed | None:
        """A block, or the one before it, that a name with a handle signs."""
        text, span = self._text, self._blocks[number].span
        tail = max(span.start, span.end - _MAX_SIGNATURE_CHARS)
        found = _POST.search(text, tail, span.end)
        signer = read_signature(text, CharSpan(*found.span("line"))) if found else None
        if found is None or signer is None:
            return None
        words = CharSpan(span.start, found.start())
        if words.start == words.end and number and self._blocks[number - 1].kind == "body":
            words = self._blocks[number - 1].span
        if markup := _MARKUP.match(text, words.start, words.end):
            words = CharSpan(markup.end(), words.end)
        if links := _LINKS_AT_END.search(text, max(words.start, words.end - _MAX_SIGNATURE_CHARS), words.end):
            words = CharSpan(words.start, links.start())
        if "(@" in words.of(text):
            return None  # several posts in one block
        content = trim_quotation(text, words)
        if len(_WORD.findall(text, content.start, content.end)) < _MIN_CONTENT_WORDS:
            return None
        return Signed(content=(content,), source=signer.source, title=signer.title)

    def _content(self, chain: tuple[Quotation, ...]) -> tuple[CharSpan, ...]:
        """What is quoted; empty where it is too short, or the title of a work."""
        spans = [trim_quotation(self._text, quotation.inner) for quotation in chain]
        spans = [span for span in spans if len(span)]
        words = [word for span in spans for word in _WORD.findall(span.of(self._text))]
        long_words = [word for word in words if len(word) > 3]
        if len(words) < _MIN_CONTENT_WORDS or all(word[0].isupper() for word in long_words[:12]):
            return ()
        return tuple(spans)

    def _behind(self, quotation: Quotation, number: int) -> Signer | None:
        """The signature behind a quotation, in its block or the next."""
        text, end = self._text, self._blocks[number].span.end
        tail = CharSpan(quotation.outer.end, end)
        if len(tail) > _MAX_SIGNATURE_CHARS:
            return None
        if found := _DASH.match(text, tail.start, tail.end):
            return read_signature(text, CharSpan(found.end(), tail.end))
        if found := _BRACKETED.fullmatch(text, tail.start, tail.end):
            return read_signature(text, CharSpan(*found.span(1)), dash=False, bracket=True)
        if not _NOTHING.fullmatch(text, tail.start, tail.end) or number + 1 == len(self._blocks):
            return None
        return self._on_next_line(self._blocks[number + 1], number + 2)

    def _on_next_line(self, block: Block, after: int) -> Signer | None:
        text, span = self._text, block.span
        if len(span) > _MAX_SIGNATURE_CHARS or block.kind in ("title", "dateline"):
            return None
        found = _DASH.match(text, span.start, span.end)
        if found is None:
            bracket = _BRACKETED.fullmatch(text, span.start, span.end)
            inner = CharSpan(*bracket.span(1)) if bracket else span
            return read_signature(text, inner, dash=False, bracket=bracket is not None)
        if after < len(self._blocks) and _LISTED.match(text, self._blocks[after].span.start):
            return None  # an item of a list
        return read_signature(text, CharSpan(found.end(), span.end))

    def _is_alone(self, quotation: Quotation, number: int) -> bool:
        end = self._blocks[number].span.end
        return _NOTHING.fullmatch(self._text, quotation.outer.end, end) is not None

    def _in_front(self, number: int, lead_in: CharSpan | None) -> Signer | None:
        """The lead-in of a quotation, in its block or the one before."""
        if lead_in is None and number and self._blocks[number - 1].kind in ("body", "heading"):
            lead_in = self._blocks[number - 1].span
        return read_lead_in(self._text, lead_in, self._known) if lead_in is not None else None
