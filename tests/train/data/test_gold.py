"""Gold articles as training rows: spans as the network learns them, and what is left open."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest

from extract.score.gold import GoldArticle
from tests.train.annotated import words_of

gold_rows: Any = pytest.importorskip("extract.train.data.gold", exc_type=ImportError)


def gold_quote(
    *content: str, cue: str | None = "said", mention: str | None = None, **more: Any
) -> dict[str, Any]:
    name = more.pop("name", mention)
    return {
        "content": content,
        "type": "indirect",
        "cue": cue,
        "speaker": {"mention": mention, "name": name, "kind": "person"},
        "organizations": [],
        "said": None,
    } | more


def read(text: str, *quotes: dict[str, Any]) -> Any:
    article = GoldArticle.model_validate({"id": "a", "text": text, "quotes": quotes})
    return gold_rows.gold_row(article, name="gold.jsonl")


def attributions(row: Any) -> list[dict[str, list[str]]]:
    return [{role: words_of(row.text, spans) for role, spans in item.items()} for item in row.attributions]


def doubtful(row: Any) -> list[str]:
    return [words.strip() for words in words_of(row.text, row.doubtful)]


def contents(row: Any) -> list[list[str]]:
    return [item["content"] for item in attributions(row)]


def test_names_are_not_known() -> None:
    row = read("Pim Vos said no ferry sails.", gold_quote("no ferry sails", mention="Pim Vos"))
    assert row.entities is None
    assert attributions(row) == [{"source": ["Pim Vos"], "cue": ["said"], "content": ["no ferry sails"]}]


@pytest.mark.parametrize(
    ("text", "content", "expected"),
    [
        ("“No ferry sails,” Vos said.", ["No ferry sails"], ["“No ferry sails,”"]),
        ("'No ferry sails.' Vos said.", ["No ferry sails"], ["'No ferry sails.'"]),
        ("Vos said that no ferry sails.", ["no ferry sails"], ["that no ferry sails"]),
        ("Vos said the pier is “gone”.", ["the pier is “gone”"], ["the pier is “gone”"]),
        (
            "“No,” Vos said, “not a ferry sails.”",
            ["No", "not a ferry sails"],
            ["“No,”", "“not a ferry sails.”"],
        ),
        (
            "“No ferry sails.\n\n“Nor will it,” Vos said.",
            ["No ferry sails.\n\n“Nor will it"],
            ["“No ferry sails.", "“Nor will it,”"],
        ),
    ],
)
def test_contents_get_their_marks_and_their_that(text: str, content: list[str], expected: list[str]) -> None:
    assert contents(read(text, gold_quote(*content, mention="Vos"))) == [expected]


def test_the_nearest_cue_and_mention_are_meant_and_no_cue_twice() -> None:
    text = "He said the pier is gone. He said the wall holds, and he said nobody was hurt."
    row = read(
        text,
        gold_quote("the pier is gone", mention="He"),
        gold_quote("the wall holds", mention="He"),
        gold_quote("nobody was hurt", mention="he"),
    )
    starts = [item["cue"][0][0] for item in row.attributions]
    assert starts == [text.index("said"), text.index("said", 20), text.rindex("said")]
    assert [item["source"][0][0] for item in row.attributions] == [
        0,
        text.index("He", 5),
        text.index("he said n"),
    ]


def test_a_cue_is_looked_for_as_whole_words_outside_of_contents() -> None:
    text = "“I said it is unsaid,” he said."
    [found] = read(text, gold_quote("I said it is unsaid", mention="he")).attributions
    assert found["cue"] == ((text.rindex("said"), text.rindex("said") + 4),)


def test_a_cue_has_neither_addressee_nor_speaker() -> None:
    row = read(
        "She told reporters that it holds.", gold_quote("it holds", cue="told reporters", mention="She")
    )
    assert attributions(row)[0]["cue"] == ["told"]
    row = read("“It holds,” she said.", gold_quote("It holds", cue="she said", mention="she"))
    assert attributions(row)[0] == {"source": ["she"], "cue": ["said"], "content": ["“It holds,”"]}


def test_the_colon_behind_a_name_is_a_cue() -> None:
    row = read("VOS: No ferry sails.", gold_quote("No ferry sails", cue=None, mention="VOS"))
    assert attributions(row) == [{"source": ["VOS"], "cue": [":"], "content": ["No ferry sails"]}]


@pytest.mark.parametrize("name", ["Pim Vos", "Ada Brunn"])
def test_a_quotation_behind_the_same_speakers_words_belongs_to_their_cue(name: str) -> None:
    row = read(
        "Pim Vos said the pier is gone. “The wall holds.”",
        gold_quote("the pier is gone", mention="Pim Vos"),
        gold_quote("The wall holds", cue=None, name=name),
    )
    joined = [["the pier is gone", "“The wall holds.”"]]
    assert contents(row) == (joined if name == "Pim Vos" else [[content] for content in joined[0]])


def test_a_quote_inside_a_quote_is_left_out() -> None:
    text = "Vos said that Brunn had said the wall holds."
    row = read(
        text,
        gold_quote("Brunn had said the wall holds", mention="Vos"),
        gold_quote("the wall holds", cue="had said", mention="Brunn"),
    )
    assert contents(row) == [["that Brunn had said the wall holds"]]
    assert "wall" not in " ".join(doubtful(row))


def test_optional_quotes_are_open_with_their_sentence() -> None:
    row = read(
        "Vos hopes that it holds. Vos said it does.",
        gold_quote("it holds", cue="hopes", mention="Vos", optional=True),
        gold_quote("it does", mention="Vos"),
    )
    assert contents(row) == [["it does"]]
    assert "Vos hopes that it holds." in doubtful(row)


def test_a_quote_whose_cue_is_far_away_is_open() -> None:
    text = "Vos said so.\n\nRain fell.\n\nRain fell.\n\nIt holds.\n\nVos left."
    row = read(text, gold_quote("It holds", mention="Vos"))
    assert row.attributions == ()
    assert "It holds." in doubtful(row)


def sentences() -> Iterable[tuple[str, bool]]:
    yield "Brunn announced a plan.", False
    yield "The “wall” is new.", False
    yield "Brunn wants a new wall.", True
    yield "Brunn walked to the pier.", True


@pytest.mark.parametrize(("sentence", "is_open"), list(sentences()))
def test_a_sentence_without_a_quote_shows_that_there_is_none_if_it_looks_like_one(
    sentence: str, is_open: bool
) -> None:
    row = read(f"Vos said it holds. {sentence}", gold_quote("it holds", mention="Vos"))
    assert (sentence in doubtful(row)) is is_open


def test_what_follows_a_source_may_belong_to_it() -> None:
    text = "Pim Vos, a mason from Almsund, said in May that it holds."
    row = read(text, gold_quote("it holds", mention="Pim Vos"))
    assert doubtful(row) == [", a mason from Almsund,"]


def test_doubt_never_touches_what_is_known() -> None:
    text = "Pim Vos, who hopes, said the wall he likes holds. “Good,” he thinks."
    row = read(
        text,
        gold_quote("the wall he likes holds", mention="Pim Vos"),
        gold_quote("Good", cue="thinks", mention="he", optional=True),
    )
    known = [span for item in row.attributions for spans in item.values() for span in spans]
    assert all(end <= s or e <= start for start, end in row.doubtful for s, e in known)
