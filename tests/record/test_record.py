"""Records: the JSON of the schema, and the flat rows."""

from __future__ import annotations

import json
from dataclasses import astuple, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from extract.article import Article
from extract.layout.spans import CharSpan
from extract.quotes.quote import GroupMember, Quote, Said, Speaker, Subject
from extract.record.flat import FLAT_COLUMNS, flat_rows
from extract.record.from_quote import to_record
from extract.record.record import Provenance, Record, TextSpan
from extract.timex.timex import Timex

TEXT = (
    '"We will appeal," Chief Executive Ada Brunn of Norvik Bank said on Tuesday. '
    '"The Harbour Court was wrong."'
)
PROVENANCE = Provenance(extract="0.1.0", model="en_news_lg-0.3.0")


def where(words: str) -> CharSpan:
    start = TEXT.index(words)
    return CharSpan(start, start + len(words))


ARTICLE = Article(id="a.txt", path="in/a.txt", text=TEXT, title="Bank appeals", published="2017-04-06")
QUOTE = Quote(
    content=(where("We will appeal"), where("The Harbour Court was wrong")),
    type="direct",
    act="statement",
    cue=where("said"),
    speaker=Speaker(
        mention=where("Chief Executive Ada Brunn"),
        name="Ada Brunn",
        kind="person",
        title=where("Chief Executive"),
        affiliation=where("Norvik Bank"),
    ),
    organizations=(
        Subject(name="Harbour Court", mentions=(where("The Harbour Court"),), how="named"),
        Subject(name="Norvik Bank", mentions=(where("We"),), how="pronoun"),
    ),
    said=Said(date="2017-04-04", basis="cue", span=where("on Tuesday")),
    dates=(Timex(span=where("Tuesday"), type="DATE", value="2017-04-04", edtf="2017-04-04"),),
    quote_confidence=0.97049,
    speaker_confidence=0.9,
    flags=("cue_inside", "year_inferred"),
)


def record(quote: Quote = QUOTE, article: Article = ARTICLE) -> Record:
    return to_record(article, quote, provenance=PROVENANCE)


def test_record_has_exactly_the_keys_of_the_schema_in_their_order() -> None:
    value = json.loads(record().model_dump_json())
    assert list(value) == [
        "schema_version", "record_id", "article", "quote", "speaker", "organizations", "said", "dates",
        "confidence", "flags", "provenance",
    ]  # fmt: skip
    assert list(value["quote"]) == ["text", "type", "act", "spans", "cue"]
    assert value["article"] == {
        "id": "a.txt",
        "path": "in/a.txt",
        "title": "Bank appeals",
        "published": "2017-04-06",
        "publisher": None,
        "author": None,
        "published_from": None,
    }
    assert value["speaker"] == {
        "mention": {"start": 18, "end": 43, "text": "Chief Executive Ada Brunn"},
        "name": "Ada Brunn",
        "id": None,
        "kind": "person",
        "title": "Chief Executive",
        "affiliation": "Norvik Bank",
        "reason": None,
        "members": [],
    }
    assert value["said"] == {
        "date": "2017-04-04",
        "start": "2017-04-04",
        "end": "2017-04-04",
        "text": "on Tuesday",
        "basis": "cue",
    }
    assert value["dates"] == [
        {"start": 67, "end": 74, "text": "Tuesday", "value": "2017-04-04", "type": "DATE"}
    ]
    assert value["confidence"] == {"quote": 0.97, "speaker": 0.9}


def test_text_of_an_interrupted_quote_is_its_spans_joined_by_a_space() -> None:
    assert record().quote.text == "We will appeal The Harbour Court was wrong"


def test_said_is_null_when_it_is_unknown() -> None:
    assert record(replace(QUOTE, said=None)).said is None


def test_a_month_has_the_bounds_of_the_month() -> None:
    said = record(replace(QUOTE, said=Said(date="2016-10", basis="published", span=None))).said
    assert said is not None
    assert (said.start, said.end, said.text) == ("2016-10-01", "2016-10-31", None)


def test_an_unknown_year_has_no_bounds() -> None:
    said = record(replace(QUOTE, said=Said(date="XXXX-04-06", basis="dateline", span=None))).said
    assert said is not None
    assert (said.date, said.start, said.end) == ("XXXX-04-06", None, None)


def test_record_id_is_q_and_twelve_digits_and_the_same_every_time() -> None:
    assert record().record_id == record().record_id
    assert len(record().record_id) == 13
    assert record().record_id.startswith("q")


@pytest.mark.parametrize(
    "other",
    [
        replace(QUOTE, content=QUOTE.content[:1]),
        replace(QUOTE, cue=None),
        replace(QUOTE, speaker=replace(QUOTE.speaker, mention=None)),
    ],
)
def test_record_id_differs_when_the_place_differs(other: Quote) -> None:
    assert record(other).record_id != record().record_id


def test_record_id_differs_between_articles() -> None:
    assert record(article=replace(ARTICLE, id="b.txt")).record_id != record().record_id


def test_record_id_outlasts_a_new_conclusion_about_the_same_words() -> None:
    renamed = replace(QUOTE, speaker=replace(QUOTE.speaker, name="A. Brunn"), quote_confidence=0.5)
    assert record(renamed).record_id == record().record_id


def test_a_span_that_is_not_its_length_is_refused() -> None:
    with pytest.raises(ValidationError, match="holds 2 code points"):
        TextSpan(start=0, end=5, text="We")


def test_an_unknown_key_is_refused() -> None:
    with pytest.raises(ValidationError):
        Record.model_validate(record().model_dump() | {"speeker": "Ada Brunn"})


def test_records_survive_json() -> None:
    assert Record.model_validate_json(record().model_dump_json()) == record()


def test_columns_are_those_of_the_design_in_order() -> None:
    assert ", ".join(FLAT_COLUMNS) == (
        "record_id, article_id, path, title, publisher, author, published, speaker, speaker_id, "
        "speaker_title, speaker_affiliation, speaker_kind, speaker_reason, speaker_mention, cue, type, act, "
        "quote, organization, organization_id, organization_kind, organization_how, said_date, said_start, "
        "said_end, said_basis, start, end, confidence, speaker_confidence, flags"
    )


def test_one_flat_row_for_each_organization() -> None:
    rows = flat_rows(record())
    assert [(row.organization, row.organization_how) for row in rows] == [
        ("Harbour Court", "named"),
        ("Norvik Bank", "pronoun"),
    ]
    assert {(row.start, row.end, row.flags) for row in rows} == {(1, 104, "cue_inside;year_inferred")}


def test_a_quote_about_nobody_has_one_row_with_the_organization_empty() -> None:
    [row] = flat_rows(record(replace(QUOTE, organizations=(), said=None, cue=None)))
    assert (row.organization, row.said_date, row.cue, row.speaker) == (None, None, None, "Ada Brunn")
    assert (row.speaker_reason, row.speaker_confidence) == (None, QUOTE.speaker_confidence)
    assert len(astuple(row)) == len(FLAT_COLUMNS)


def test_joint_speakers_have_their_ids_in_one_cell() -> None:
    ids = {"Ada Brunn": "p1", "Jan Holt": None, "Karl Moen": "p3"}
    members = tuple(GroupMember(name=name, kind="person", id=key) for name, key in ids.items())
    got = record(replace(QUOTE, speaker=Speaker(mention=None, name=None, kind="group", members=members)))
    assert (got.speaker.name, got.speaker.id) == ("Ada Brunn, Jan Holt and Karl Moen", None)
    assert [(member.name, member.id) for member in got.speaker.members] == [
        ("Ada Brunn", "p1"),
        ("Jan Holt", None),
        ("Karl Moen", "p3"),
    ]
    assert {row.speaker_id for row in flat_rows(got)} == {"p1;p3"}


def test_ids_and_kinds_are_in_the_rows() -> None:
    about = Subject(name="Ostervik", mentions=(where("We"),), how="named", kind="place", id="x7")
    quote = replace(QUOTE, speaker=replace(QUOTE.speaker, id="p1"), organizations=(about,))
    [row] = flat_rows(record(quote))
    assert (row.speaker_id, row.organization_id, row.organization_kind) == ("p1", "x7", "place")


@given(st.data(), st.text(alphabet="aé😀\u0301\u200d \r\n\u2028“”\ufeff", min_size=1))
def test_every_text_is_its_slice_whatever_the_unicode(data: st.DataObject, text: str) -> None:
    cuts = st.lists(st.integers(0, len(text)), min_size=6, max_size=6).map(sorted)
    at = data.draw(cuts)
    first, second, mention = (CharSpan(*at[i : i + 2]) for i in (0, 2, 4))
    quote = replace(
        QUOTE,
        content=(first, second),
        cue=second,
        speaker=Speaker(mention=mention, name=None, kind="unknown", reason="no_source"),
        organizations=(Subject(name="x", mentions=(first,), how="named"),),
        said=None,
        dates=(Timex(span=mention, type="DATE", value="2017", edtf="2017"),),
    )
    got = Record.model_validate_json(
        to_record(replace(ARTICLE, text=text), quote, provenance=PROVENANCE).model_dump_json()
    )
    spans = [*got.quote.spans, got.quote.cue, got.speaker.mention, *got.organizations[0].mentions, *got.dates]
    for span in spans:
        assert span is not None
        assert text[span.start : span.end] == span.text


def test_a_record_of_an_earlier_version_is_one_without_what_was_added() -> None:
    earlier = record().model_dump()
    earlier["schema_version"] = "1.1"
    del earlier["article"]["author"]
    assert Record.model_validate(earlier) == record()


@pytest.mark.parametrize("version", ["0.9", 1.1, ["1.1"], None])
def test_a_record_of_another_version_is_none(version: object) -> None:
    with pytest.raises(ValidationError, match="schema_version"):
        Record.model_validate(record().model_dump() | {"schema_version": version})
