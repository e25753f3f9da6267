"""Gold is read, its contents are placed, and what is wrong with it is said."""

from __future__ import annotations

import gzip
import json
import logging
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.errors import InputError
from extract.score.gold import GoldQuote, place_contents, read_gold
from tests.scored import HARBOUR, gold_article, gold_quote


def write(path: Path, *articles: dict[str, Any]) -> Path:
    path.write_text("".join(json.dumps(article) + "\n" for article in articles), encoding="utf-8")
    return path


def article(*quotes: dict[str, Any], **fields: Any) -> dict[str, Any]:
    return {"id": "harbour", "text": HARBOUR, "quotes": list(quotes)} | fields


def starts(text: str, *contents: tuple[str, ...]) -> list[list[int]]:
    quotes = [GoldQuote.model_validate(gold_quote(*content)) for content in contents]
    return [[span.start for span in spans] for spans in place_contents(text, quotes)]


def test_a_file_is_read_article_by_article(tmp_path: Path) -> None:
    quote = gold_quote("It is not", "on Monday", cue="told reporters", note="ours")
    [found] = read_gold(write(tmp_path / "gold.jsonl", article(quote, id=17, annotator="kb")))
    assert (found.id, found.title, found.quotes[0].said_also) == ("17", None, ())
    assert [span.of(HARBOUR) for span in found.contents[0]] == ["It is not", "on Monday"]


def test_gzip_byte_order_marks_and_blank_lines_are_no_trouble(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl.gz"
    path.write_bytes(gzip.compress(b"\xef\xbb\xbf\r\n" + json.dumps(article()).encode() + b"\r\n\n"))
    assert [found.id for found in read_gold(path)] == ["harbour"]


def test_words_that_occur_twice_are_placed_by_reading_order() -> None:
    assert starts("no, no, no", ("no",), ("no",)) == [[0], [0]]
    assert starts("yes no yes no", ("no",), ("yes",), ("no",)) == [[4], [7], [11]]
    assert starts("no one said no", ("no one", "no")) == [[0, 12]]


def test_a_quote_out_of_order_is_placed_all_the_same() -> None:
    assert starts("first second", ("second",), ("first",)) == [[6], [0]]
    assert starts("first second", ("second", "first")) == [[6, 0]]


def test_words_in_several_places_out_of_order_are_warned_of(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    text = "No, she said. No, he said. It rains, they said."
    quotes = [gold_quote("It rains"), gold_quote("No")]
    with caplog.at_level(logging.WARNING, "extract"):
        read_gold(write(tmp_path / "gold.jsonl", article(*quotes, text=text)))
        [message] = caplog.messages
        assert "gold.jsonl:1: article 'harbour': quote 2: the content 'No' stands in the text more" in message
        read_gold(write(tmp_path / "gold.jsonl", article(*reversed(quotes), text=text)))
    assert len(caplog.messages) == 1


def test_a_span_that_ends_behind_the_text_is_an_error(tmp_path: Path) -> None:
    quote = gold_quote(HARBOUR[-9:], spans=[[len(HARBOUR) - 9, len(HARBOUR) + 1]])
    with pytest.raises(
        InputError, match=rf"ends behind the text, which has {len(HARBOUR)} code points; count"
    ):
        read_gold(write(tmp_path / "gold.jsonl", article(quote)))


def test_spans_tell_which_of_several_places_is_meant(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    text = "🚢 No, she said. No, he said. It rains, they said."
    quotes = [
        gold_quote("It rains"),
        gold_quote("No", spans=[[16, 18]]),
        gold_quote("No", "he", spans=[[2, 4], [20, 22]]),
    ]
    with caplog.at_level(logging.WARNING, "extract"):
        [found] = read_gold(write(tmp_path / "gold.jsonl", article(*quotes, text=text)))
    assert [[span.start for span in spans] for spans in found.contents] == [[29], [16], [2, 20]]
    assert caplog.messages == []


@pytest.mark.parametrize(
    ("spans", "message"),
    [
        ([[1, 10]], r"quote 1: the span 1 to 10 holds .*, not 'It is not'; count code points from 0"),
        ([[0, 9], [1, 2]], r"there are 1 strings of content and 2 spans; give each string its own"),
        ([[-9, 0]], r"spans\[0\]\[0\]: .*greater than or equal to 0"),
        ([], "there are 1 strings of content and 0 spans"),
    ],
)
def test_spans_that_do_not_hold_the_content_are_an_error(tmp_path: Path, spans: Any, message: str) -> None:
    path = write(tmp_path / "gold.jsonl", article(gold_quote("It is not", spans=spans)))
    with pytest.raises(InputError, match=message):
        read_gold(path)


@given(st.text(alphabet="ab ", min_size=1, max_size=30), st.data())
def test_placed_contents_hold_the_words(text: str, data: st.DataObject) -> None:
    places = st.tuples(st.integers(0, len(text) - 1), st.integers(1, 5))
    contents = [
        tuple(text[start : start + size] for start, size in quote)
        for quote in data.draw(st.lists(st.lists(places, min_size=1, max_size=3), max_size=4))
    ]
    quotes = [GoldQuote.model_validate(gold_quote(*content)) for content in contents]
    placed = list(place_contents(text, quotes))
    assert [tuple(span.of(text) for span in spans) for spans in placed] == contents


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "not valid JSON"),
        ("[]", "a JSON array, not an object in braces; write an article with its quotes a line"),
        ({"id": "x", "text": "X."}, "article 'x': quotes: field required"),
        (article(gold_quote()), "article 'harbour': quotes[0].content: tuple should have at least 1 item"),
        (article(gold_quote("")), "quotes[0].content[0]: string should have at least 1 character"),
        (
            article(gold_quote("any delay", type="straight")),
            "quotes[0].type: input should be 'direct', 'mixed'",
        ),
        (article({"content": ["any delay"]}), "quotes[0].type: field required (and 3 more)"),
        (article(gold_quote("any delay"), id=None), "id: input should be a valid string, not None"),
        (article(id=True), "id: input should be a valid string, not True"),
    ],
)
def test_a_line_of_the_wrong_form_says_where(tmp_path: Path, line: Any, message: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text("\n" + (line if isinstance(line, str) else json.dumps(line)), encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_gold(path)
    assert str(caught.value).startswith(f"{path}:2: ")
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("content", "advice"),
    [
        ("It was not", "copy it from the article exactly"),
        ("norvik  bank", "it has 'Norvik Bank' there, with other marks, spaces or capitals"),
        ("The port would close “by autumn”", "it has 'The port would close \"by autumn\"' there"),
        (" \t", "copy it from the article exactly"),
    ],
)
def test_words_that_are_not_in_the_text_are_an_error_with_advice(
    tmp_path: Path, content: str, advice: str
) -> None:
    path = write(tmp_path / "gold.jsonl", article(gold_quote("any delay"), gold_quote(content)))
    with pytest.raises(InputError) as caught:
        read_gold(path)
    assert f"{path}:1: article 'harbour': quote 2: the content {content!r} is not in the text" in str(
        caught.value
    )
    assert advice in str(caught.value)


def test_an_id_twice_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="article 'harbour' is on line 1 too"):
        read_gold(write(tmp_path / "gold.jsonl", article(), article()))


def test_a_file_without_articles_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="there is no article in it"):
        read_gold(write(tmp_path / "gold.jsonl"))


def test_a_file_that_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read: No such file"):
        read_gold(tmp_path / "gold.jsonl")
    broken = tmp_path / "gold.jsonl.gz"
    broken.write_bytes(gzip.compress(json.dumps(article()).encode())[:-9])
    with pytest.raises(InputError, match="cannot be read: Compressed file ended"):
        read_gold(broken)


def test_equal_articles_are_equal_once_placed() -> None:
    one, other = gold_article(gold_quote("any delay")), gold_article(gold_quote("any delay"))
    assert one.contents
    assert one == other
