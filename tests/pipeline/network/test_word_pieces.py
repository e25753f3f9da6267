"""Word pieces and the windows that the encoder reads them in."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer
from tokenizers.models import WordLevel

from extract.errors import ModelError
from extract.pipeline.network.word_pieces import SHAPES, Pieces, cut, mask_id, special_ids, windows
from tests.small_tokenizer import small_tokenizer

TOKENIZER = small_tokenizer()
ODD = st.text(alphabet='abcXYZ 09.,’"“”é\u0301ß😀漢\u202e\u200b\ufeff\x07\n\r\t\u2028\u00a0𝔸ǅﬁ')


def cut_one(text: str) -> Pieces:
    [pieces] = cut(TOKENIZER, [text])
    return pieces


def words_of(text: str) -> list[str]:
    pieces = cut_one(text)
    return [text[start:end] for start, end in zip(pieces.starts, pieces.ends, strict=True)]


def shape_of(word: str) -> str:
    return SHAPES[cut_one(word).shapes[0]]


def test_words_are_runs_of_letters_and_single_marks() -> None:
    assert words_of("“We won’t,” Brunn said.") == ["“", "We", "won", "’", "t", ",", "”", "Brunn", "said", "."]


def test_each_word_knows_its_first_piece() -> None:
    pieces = cut_one("no bank")
    assert pieces.first.tolist() == [0, 2]
    assert len(pieces.ids) == 6


def test_accents_take_no_part_in_the_pieces_but_keep_their_place_in_the_text() -> None:
    text = "Zoë met André"
    assert cut_one(text).ids.tolist() == cut_one("zoe met andre").ids.tolist()
    assert words_of(text) == ["Zoë", "met", "André"]


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("bank", "lower"),
        ("Bank", "title"),
        ("A", "title"),
        ("NATO", "upper"),
        ("eBank", "mixed"),
        ("2017", "digit"),
        ("Q3", "digit"),
        ("“", "quote"),
        ('"', "quote"),
        ("’", "apostrophe"),
        ("'", "apostrophe"),
        ("—", "other"),
    ],
)
def test_shape_is_what_lower_case_hides(word: str, shape: str) -> None:
    assert shape_of(word) == shape


def test_all_pieces_of_a_word_have_its_shape() -> None:
    pieces = cut_one("NATO met")
    assert [SHAPES[shape] for shape in pieces.shapes] == ["upper"] * 4 + ["lower"] * 3


def test_what_stands_before_a_word_is_nothing_a_space_a_line_or_a_blank_line() -> None:
    pieces = cut_one("No.\nYes he\n\ndid")
    assert pieces.befores().tolist() == [3, 0, 2, 1, 3]


def test_a_blank_line_is_one_whatever_ends_the_lines() -> None:
    for text in ("No\n\nYes", "No\r\n\r\nYes", "No\n \nYes", "No\u2028\u2028Yes"):
        assert cut_one(text).befores().tolist() == [3, 3]


def test_a_windows_line_end_is_one_line_break() -> None:
    assert cut_one("No\r\nYes").befores().tolist() == cut_one("No\nYes").befores().tolist()


def test_texts_are_cut_one_by_one() -> None:
    texts = ["Ada Brunn", "", "Norvik Bank said no."]
    together = cut(TOKENIZER, texts)
    assert [len(pieces) for pieces in together] == [2, 0, 5]
    for text, pieces in zip(texts, together, strict=True):
        assert pieces.ids.tolist() == cut_one(text).ids.tolist()


@given(ODD)
def test_words_cover_all_but_white_space_and_what_the_tokenizer_drops(text: str) -> None:
    pieces = cut_one(text)
    covered: set[int] = set()
    for start, end in zip(pieces.starts.tolist(), pieces.ends.tolist(), strict=True):
        covered |= set(range(start, end))
    left = [char for at, char in enumerate(text) if at not in covered]
    assert all(char.isspace() or unicodedata.category(char)[0] in "CM" for char in left)


@given(ODD)
def test_words_ascend_and_none_is_empty(text: str) -> None:
    pieces = cut_one(text)
    assert (pieces.starts < pieces.ends).all()
    assert (pieces.ends[:-1] <= pieces.starts[1:]).all()
    assert len(pieces.ids) == len(pieces.shapes) == len(pieces.gaps)


@given(ODD, st.integers(2, 12))
def test_windows_tile_the_words_and_none_exceeds_the_limit(text: str, limit: int) -> None:
    pieces = cut_one(text)
    found = windows(pieces, limit)
    bounds = [window.start for window in found] + [len(pieces)]
    assert bounds[0] == 0
    assert [window.end for window in found] == bounds[1:]
    assert sum(window.pieces for window in found) == len(pieces.ids)
    assert all(window.pieces <= limit or window.end - window.start == 1 for window in found)


def test_windows_hold_whole_paragraphs_where_they_fit() -> None:
    text = "Ada said no.\n\nJan said yes.\n\nMira did not say."
    pieces = cut_one(text)
    found = [text[pieces.starts[w.start] : pieces.ends[w.end - 1]] for w in windows(pieces, 24)]
    assert found == ["Ada said no.\n\nJan said yes.", "Mira did not say."]


def test_a_long_paragraph_is_cut_behind_a_full_stop() -> None:
    text = "Ada said no to it. Jan said yes to all of it."
    pieces = cut_one(text)
    found = [text[pieces.starts[w.start] : pieces.ends[w.end - 1]] for w in windows(pieces, 24)]
    assert found[0] == "Ada said no to it."


def test_a_word_longer_than_the_limit_has_a_window_of_its_own() -> None:
    found = windows(cut_one("no abcdefghij yes"), 4)
    assert [(window.start, window.end) for window in found] == [(0, 1), (1, 2), (2, 3)]


def test_the_special_pieces_are_those_of_the_vocabulary() -> None:
    assert special_ids(TOKENIZER) == (2, 3)
    assert mask_id(TOKENIZER) == 4


def test_the_special_pieces_of_mpnet_come_before_those_that_it_took_over_from_bert() -> None:
    pieces = ["<s>", "<pad>", "</s>", "<unk>", "[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "a", "<mask>"]
    vocabulary = {piece: number for number, piece in enumerate(pieces)}
    tokenizer = Tokenizer(WordLevel(vocabulary, unk_token="[UNK]"))
    assert special_ids(tokenizer) == (0, 2)
    assert mask_id(tokenizer) == 10


def test_a_tokenizer_of_another_kind_is_a_model_error() -> None:
    with pytest.raises(ModelError, match=r"\[CLS\]"):
        special_ids(Tokenizer(WordLevel({"a": 0}, unk_token="a")))
    with pytest.raises(ModelError, match=r"\[MASK\]"):
        mask_id(Tokenizer(WordLevel({"a": 0}, unk_token="a")))


@given(st.lists(ODD, max_size=4))
def test_offsets_are_those_of_each_text_alone(texts: list[str]) -> None:
    for together, text in zip(cut(TOKENIZER, texts), texts, strict=True):
        alone = cut_one(text)
        assert together.starts.tolist() == alone.starts.tolist()
        assert together.gaps.tolist() == alone.gaps.tolist()
