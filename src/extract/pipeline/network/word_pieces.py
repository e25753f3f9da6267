"""Word pieces: split a text as the encoder reads it, and tile it with windows.

A *word* is a unit of the pre-tokenizer (a run of letters and digits, or one punctuation mark); a *piece* is a
part of a word that is in the vocabulary. The vocabulary is uncased, so the shape of each word and the white
space around it are inputs of their own, as small numbers beside the piece.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from extract.errors import ModelError

IntArray = npt.NDArray[np.int64]

SHAPES = ("special", "lower", "title", "upper", "mixed", "digit", "quote", "apostrophe", "other")
N_SHAPES = len(SHAPES)
# 0: special or inside a word; else 1 + 2 * before + after, where before is none, space, line, paragraph
# and after is whether white space follows.
N_GAPS = 9
BEFORE_LINE, BEFORE_PARAGRAPH = 2, 3

_QUOTES = frozenset('"“”„‟«»＂')
_APOSTROPHES = frozenset("'‘’‚‛‹›`´")
_UPPER, _LOWER, _DIGIT, _QUOTE, _APOSTROPHE, _SPACE, _NEWLINE = range(7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pieces:
    """The pieces and words of one text, without the encoder's special pieces.

    ids, shapes, gaps: (n_pieces,). first: (n_words,) index of each word's first piece.
    starts, ends: (n_words,) code-point offsets of each word in the text, end exclusive.
    """

    ids: IntArray
    shapes: IntArray
    gaps: IntArray
    first: IntArray
    starts: IntArray
    ends: IntArray

    def __len__(self) -> int:
        return len(self.first)

    def befores(self) -> IntArray:
        """The white space before each word: 0 none, 1 a space, 2 a line break, 3 a blank line. (n_words,)"""
        return (self.gaps[self.first] - 1) // 2

    def rebased(self, offsets: IntArray) -> Pieces:
        """The same pieces with offsets in another text.

        offsets: (len(text),), the offset of each code point of this text in the other one.
        """
        return replace(self, starts=offsets[self.starts], ends=offsets[self.ends - 1] + 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Words `start` up to `end` (exclusive) that the encoder reads together; pieces: the number of these."""

    start: int
    end: int
    pieces: int


def _traits(char: str) -> tuple[bool, ...]:
    return (
        char.isupper() or char.istitle(),
        char.islower(),
        char.isdigit(),
        char in _QUOTES,
        char in _APOSTROPHES,
        char.isspace(),
        char in "\n\r\v\f\x85\u2028\u2029",
    )


def _counts(text: str) -> IntArray:
    """Running count of each trait in `text`. (len + 1, 7)"""
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    unique, inverse = np.unique(points, return_inverse=True)
    table = np.array([_traits(chr(point)) for point in unique], dtype=np.int64).reshape(-1, 7)
    traits = table[inverse]
    # "\r\n" is one line end.
    traits[:-1, _NEWLINE] &= ~((points[:-1] == 13) & (points[1:] == 10))
    counts = np.zeros((len(points) + 1, 7), dtype=np.int64)
    np.cumsum(traits, axis=0, out=counts[1:])
    return counts


def _word_shapes(counts: IntArray, starts: IntArray, ends: IntArray) -> IntArray:
    inside = counts[ends] - counts[starts]
    upper, lower, digit = inside[:, _UPPER], inside[:, _LOWER], inside[:, _DIGIT]
    first_upper = (counts[starts + 1] - counts[starts])[:, _UPPER] > 0
    rules = [
        (inside[:, _QUOTE] > 0, "quote"),
        (inside[:, _APOSTROPHE] > 0, "apostrophe"),
        (digit > 0, "digit"),
        ((upper > 1) & (lower == 0), "upper"),
        (first_upper, "title"),
        (upper > 0, "mixed"),
        (lower > 0, "lower"),
    ]
    return np.select([rule for rule, _ in rules], [SHAPES.index(name) for _, name in rules], 8)


def _word_gaps(counts: IntArray, starts: IntArray, ends: IntArray) -> IntArray:
    befores = np.concatenate([[0], ends[:-1]])
    afters = np.concatenate([starts[1:], [len(counts) - 1]])
    between = counts[starts] - counts[befores]
    before = np.select(
        [between[:, _NEWLINE] > 1, between[:, _NEWLINE] > 0, between[:, _SPACE] > 0],
        [BEFORE_PARAGRAPH, BEFORE_LINE, 1],
        0,
    )
    if len(before):
        before[0] = BEFORE_PARAGRAPH
    after = (counts[afters] - counts[ends])[:, _SPACE] > 0
    if len(after):
        after[-1] = True
    gaps: IntArray = 1 + 2 * before + after
    return gaps


def special_ids(tokenizer: Tokenizer) -> tuple[int, int]:
    """The ids of the pieces that open and close every window. Raises ModelError where there are none."""
    # MPNet's vocabulary holds BERT's pieces too, unused.
    for names in (("<s>", "</s>"), ("[CLS]", "[SEP]")):
        opening, closing = map(tokenizer.token_to_id, names)
        if opening is not None and closing is not None:
            return opening, closing
    raise ModelError(
        "the tokenizer has neither <s> and </s> nor [CLS] and [SEP]; it belongs to another kind of encoder"
    )


def mask_id(tokenizer: Tokenizer) -> int:
    """The id of the piece that stands for a hidden one. Raises ModelError where there is none."""
    for name in ("<mask>", "[MASK]"):
        if (found := tokenizer.token_to_id(name)) is not None:
            return found
    raise ModelError("the tokenizer has neither <mask> nor [MASK]; it belongs to another kind of encoder")


def cut(tokenizer: Tokenizer, texts: Sequence[str]) -> list[Pieces]:
    """Split texts into pieces. Control characters, which the tokenizer drops, belong to no word."""
    encodings = tokenizer.encode_batch(list(texts), add_special_tokens=False)
    return [
        _pieces(text, encoding.ids, encoding.offsets, encoding.word_ids)
        for text, encoding in zip(texts, encodings, strict=True)
    ]


def _pieces(text: str, ids: list[int], offsets: list[tuple[int, int]], word_ids: list[int | None]) -> Pieces:
    words = np.array(word_ids, dtype=np.int64)
    bounds = np.array(offsets, dtype=np.int64).reshape(-1, 2)
    opens = np.ones(len(words), dtype=bool)
    opens[1:] = words[1:] != words[:-1]
    first = np.flatnonzero(opens)
    starts = bounds[first, 0]
    ends = bounds[np.concatenate([first[1:] - 1, [len(words) - 1]]) if len(words) else first, 1]
    counts = _counts(text)
    gaps = np.zeros(len(words), dtype=np.int64)
    gaps[first] = _word_gaps(counts, starts, ends)
    return Pieces(
        ids=np.array(ids, dtype=np.int64),
        shapes=_word_shapes(counts, starts, ends)[np.cumsum(opens) - 1],
        gaps=gaps,
        first=first,
        starts=starts,
        ends=ends,
    )


def windows(pieces: Pieces, limit: int) -> list[Window]:
    """Tile the words with windows of at most `limit` pieces, of whole paragraphs where they fit.

    A longer paragraph is cut at the end of a sentence, else between any two words. A word of more than
    `limit` pieces is a window of its own, which the encoder truncates.
    """
    n_words = len(pieces)
    if n_words == 0:
        return []
    cost = np.concatenate([pieces.first, [len(pieces.ids)]])
    before = pieces.befores()
    out, start = [], 0
    while start < n_words:
        end = int(np.searchsorted(cost, cost[start] + limit, side="right")) - 1
        end = max(end, start + 1)
        if end < n_words:
            end = _cut_point(pieces, before, start, end)
        out.append(Window(start=start, end=end, pieces=int(cost[end] - cost[start])))
        start = end
    return out


def _cut_point(pieces: Pieces, before: IntArray, start: int, end: int) -> int:
    """The best place in (start, end] to end a window: behind a paragraph, a line, a sentence, else `end`."""
    inner = slice(start + 1, end + 1)
    paragraph = np.flatnonzero(before[inner] >= BEFORE_LINE)
    if len(paragraph):
        return start + 1 + int(paragraph[-1])
    opens = (before[inner] > 0) & (np.isin(pieces.shapes[pieces.first[inner]], (2, 3, 6)))
    single = (pieces.ends - pieces.starts)[start:end] == 1
    other = pieces.shapes[pieces.first[start:end]] >= SHAPES.index("quote")
    sentence = np.flatnonzero(opens & single & other)
    half = (end - start) // 2
    if len(sentence) and sentence[-1] >= half:
        return start + 1 + int(sentence[-1])
    return end
