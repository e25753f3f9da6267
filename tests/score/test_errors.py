"""The list of errors: each kind, what both sides have, and the text around it."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from extract.record.views import RecordView
from extract.score import score
from extract.score.errors import Error, Highlight, errors_of, excerpt
from extract.score.output import score_as_json, show_errors, show_score
from extract.score.verdict import judge
from extract.spans import CharSpan
from tests.scored import GOLD, HARBOUR, RECORDS, gold_article, gold_quote, record

BANK = gold_quote("Norvik Bank was safe", organizations=["Norvik Bank"], act="statement")
GOOD: dict[str, Any] = {"organizations": ("Norvik Bank",)}


def errors(quote: dict[str, Any], *records: RecordView) -> list[Error]:
    return errors_of(judge(gold_article(quote), records))


def printed(found: list[Error], most: int | None = None) -> str:
    console = Console(file=io.StringIO(), width=100)
    show_errors(console, found, most=most)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def test_what_is_right_is_no_error() -> None:
    assert errors(BANK, record("Norvik Bank was safe", **GOOD)) == []
    assert printed([]).strip() == "No errors."


def test_a_missed_quote_shows_where_it_stands() -> None:
    [error] = errors(BANK)
    assert (error.kind, error.article, error.type) == ("missed", "harbour", "indirect")
    assert HARBOUR[error.start : error.end] == "Norvik Bank was safe"
    assert (error.gold, error.record, error.note) == (("Norvik Bank was safe",), (), "speaker: Ada Brunn")
    assert error.text.startswith("Ada Brunn said [[Norvik Bank was safe]]. “It is not,” Jan Holt told")
    assert error.text.endswith(" …")


def test_a_missed_quote_shows_the_record_that_comes_near() -> None:
    found = errors(BANK, record("The ferry"), record("Norvik"))
    assert [error.kind for error in found] == ["extra", "missed", "extra"]
    missed = found[1]
    assert missed.record == ("Norvik",)
    # 6 letters of 17.
    assert (
        missed.note == "speaker: Ada Brunn; a record has 35% of the letters that either has, too few to match"
    )
    assert "said [[{{Norvik}} Bank was safe]]." in missed.text


def test_a_record_too_many_shows_its_speaker() -> None:
    good = record("Norvik Bank was safe", **GOOD)
    [error] = errors(BANK, good, record("It is not", speaker=None, type="direct", mention="Jan Holt"))
    assert (error.kind, error.type, error.note) == ("extra", "direct", "speaker: (none)")
    assert "“{{It is not}},” <<Jan Holt>> told reporters" in error.text


def test_a_content_of_other_extent_shows_both() -> None:
    [error] = errors(BANK, record("said Norvik Bank was", **GOOD))
    assert (error.kind, error.gold) == ("span", ("Norvik Bank was safe",))
    assert error.record == ("said Norvik Bank was",)
    assert error.text.startswith("Ada Brunn {{said [[Norvik Bank was}} safe]].")


@pytest.mark.parametrize(
    ("fields", "kind", "gold", "found"),
    [
        ({"type": "mixed"}, "type", ("indirect",), ("mixed",)),
        ({"act": "attitude"}, "act", ("statement",), ("attitude",)),
        ({"speaker": "Jan Holt"}, "speaker", ("Ada Brunn",), ("Jan Holt",)),
        ({"speaker": None}, "speaker", ("Ada Brunn",), (None,)),
        ({"said": "2030"}, "said", (None,), ("2030",)),
    ],
)
def test_a_wrong_field_shows_both_values(
    fields: dict[str, Any], kind: str, gold: tuple[str | None, ...], found: tuple[str | None, ...]
) -> None:
    [error] = errors(BANK, record("Norvik Bank was safe", **(GOOD | fields)))
    assert (error.kind, error.gold, error.record) == (kind, gold, found)
    assert "[[Norvik Bank was safe]]" in error.text


def test_a_wrong_speaker_shows_the_phrase_that_was_taken() -> None:
    [error] = errors(BANK, record("Norvik Bank was safe", speaker="Jan Holt", mention="Jan Holt", **GOOD))
    assert "<<Jan Holt>> told" in error.text


def test_a_wrong_date_shows_all_that_would_be_right() -> None:
    quote = BANK | {"said": "2031-03-03", "said_also": [None, "2031-03"]}
    [error] = errors(quote, record("Norvik Bank was safe", said="2030", **GOOD))
    assert error.gold == ("2031-03-03", None, "2031-03")
    assert "gold:   2031-03-03 or (none) or 2031-03" in printed([error])


@pytest.mark.parametrize(
    ("names", "note"),
    [
        ((), "missing: Norvik Bank"),
        (("Norvik Bank", "Harbour Union"), "extra: Harbour Union"),
        (("the Harbour Union",), "missing: Norvik Bank; extra: the Harbour Union"),
        (("NB", ""), "extra: (no name)"),
    ],
)
def test_organizations_that_are_missing_or_too_many_are_named(names: tuple[str, ...], note: str) -> None:
    [error] = errors(BANK, record("Norvik Bank was safe", organizations=names))
    assert (error.kind, error.gold, error.record, error.note) == (
        "organizations",
        ("Norvik Bank",),
        names,
        note,
    )


def test_errors_come_in_the_order_of_articles_and_text() -> None:
    found = errors_of(score(GOLD, RECORDS).verdicts)
    assert [(error.article, error.kind) for error in found] == [
        ("harbour", "type"),
        ("harbour", "speaker"),
        ("harbour", "span"),
        ("harbour", "organizations"),
        ("harbour", "said"),
        ("harbour", "missed"),
        ("harbour", "extra"),
        ("weather", "missed"),
    ]
    assert [error.start for error in found[:7]] == sorted(error.start for error in found[:7])


def test_the_list_is_cut_where_asked() -> None:
    text = printed(errors_of(score(GOLD, RECORDS).verdicts), most=2)
    assert "Errors: 2 missed, 1 type, 1 speaker, 1 span, 1 organizations, 1 said, 1 extra" in text
    assert "1. type: harbour, 38 to 47 (direct)\n   gold:   direct\n   record: indirect\n" in text
    assert "3. " not in text
    assert "... and 6 more" in text


def test_an_article_does_not_drive_the_terminal() -> None:
    text = "He said \x1b[2Jno."
    [error] = errors_of(judge(gold_article(gold_quote("no"), text=text), []))
    assert "He said \ufffd[2J[[no]]." in printed([error])


def test_a_record_behind_the_end_of_the_text_is_an_error() -> None:
    beyond = RecordView.model_validate(
        {
            "article": {"id": 1},
            "quote": {"spans": [{"start": 5, "end": 9}]},
            "speaker": {},
            "organizations": [],
        }
    )
    [error] = errors_of(judge(gold_article(text="", id="1"), [beyond]))
    assert (error.kind, error.start, error.end) == ("extra", 5, 9)


def test_the_middle_of_a_long_content_is_left_out() -> None:
    words = [f"word{number}" for number in range(100)]
    text = " ".join(words)
    span = CharSpan(text.index("word30"), text.index(" word80"))
    assert excerpt(text, [Highlight(span, "gold")]) == (
        f"… {' '.join(words[20:30])} [[{' '.join(words[30:40])} "
        f"… {' '.join(words[70:80])}]] {' '.join(words[80:90])} …"
    )


def test_brackets_nest_and_meet_in_order() -> None:
    text = "one two three"
    one, two = CharSpan(0, 3), CharSpan(4, 7)
    assert (
        excerpt(text, [Highlight(CharSpan(0, 7), "gold"), Highlight(one, "record")])
        == "[[{{one}} two]] three"
    )
    assert (
        excerpt(text, [Highlight(two, "gold"), Highlight(CharSpan(0, 7), "record")])
        == "{{one [[two]]}} three"
    )
    assert (
        excerpt(text, [Highlight(CharSpan(0, 4), "gold"), Highlight(two, "record")])
        == "[[one ]]{{two}} three"
    )


@given(st.text(alphabet="ab \n.", max_size=400), st.data())
def test_marked_words_are_whole_in_one_line(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text) + 3))
    found = excerpt(text, [Highlight(CharSpan(start, end), "gold")])
    assert "\n" not in found
    assert found.count("[[") == found.count("]]") == 1
    if end - start < 60:
        marked = found[found.index("[[") + 2 : found.index("]]")]
        assert marked.split() == text[start:end].split()


def test_tables_show_every_figure() -> None:
    console = Console(file=io.StringIO(), width=100)
    show_score(console, score(GOLD, RECORDS), by=("article",))
    assert isinstance(console.file, io.StringIO)
    lines = [" ".join(line.split()) for line in console.file.getvalue().splitlines()]
    for line in (
        "gold: 2 articles, 5 quotes, and 1 optional",
        "records: 6",
        "1 on optional quotes, not counted",
        "1 of 1 article not in the gold, left out: elsewhere",
        "quotes P R F1 right extra missed",
        "all 0.750 0.600 0.667 3 1 2",
        "direct 1.000 1.000 1.000 1 0 0",
        "of those found span type act speaker said found",
        "all 0.937 0.667 - 0.667 0.667 3",
        "organizations P R F1 right extra missed",
        "all 0.500 1.000 0.667 1 1 0",
        "direct - - - 0 0 0",
        "whole records P R F1 right extra missed",
        "all 0.250 0.200 0.222 1 3 4",
        "by article quotes P R F1 speaker orgs F1 said record F1",
        "harbour 4 0.750 0.750 0.750 0.667 0.667 0.667 0.250",
        "weather 1 0.000 0.000 0.000 - - - 0.000",
    ):
        assert line in lines


def test_json_holds_figures_groups_and_errors() -> None:
    found = json.loads(score_as_json(score(GOLD, RECORDS)))
    assert {key: found[key] for key in list(found)[:7]} == {
        "articles": 2,
        "gold_quotes": 5,
        "optional_quotes": 1,
        "records": 6,
        "records_on_optional": 1,
        "records_left_out": {"count": 1, "articles": {"elsewhere": 1}},
        "articles_with_other_text": [],
    }
    assert list(found["quote"]) == ["all", "direct", "mixed", "indirect"]
    assert found["quote"]["direct"] == {"p": 1.0, "r": 1.0, "f1": 1.0, "tp": 1, "fp": 0, "fn": 0}
    assert found["orgs"]["tp"] == 1
    assert found["record"]["fn"] == 4
    assert found["act_accuracy"] is None
    assert found["by"]["type"]["mixed"]["said_accuracy"] == 0
    assert found["by"]["article"]["weather"]["quote"]["fn"] == 1
    assert found["errors"][0] == {
        "kind": "type",
        "article": "harbour",
        "type": "direct",
        "start": 38,
        "end": 47,
        "gold": ["direct"],
        "record": ["indirect"],
        "note": None,
        "text": found["errors"][0]["text"],
    }
    assert len(found["errors"]) == 8
