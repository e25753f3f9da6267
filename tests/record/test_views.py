"""The lenient view of records of any version or program."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from extract.article import Article
from extract.errors import InputError
from extract.record.views import RecordView, read_views
from extract.runs.extractor import Extractor

LEAST: dict[str, Any] = {
    "article": {"id": 7},
    "quote": {"spans": [{"start": 4, "end": 6}]},
    "speaker": {},
    "organizations": [],
}


def test_a_record_is_its_own_view(extractor: Extractor) -> None:
    article = Article(id="a", text='Ada Brunn said "no".', path="a.txt")
    [record] = extractor([article])[0].records
    view = RecordView.model_validate(record)
    assert view == RecordView.model_validate_json(record.model_dump_json())
    assert (view.record_id, view.quote.text, view.content[0].of(article.text)) == (
        record.record_id,
        "no",
        "no",
    )
    assert view.fits(article.text)
    assert not view.fits(article.text.replace("no", "so"))


def test_records_of_another_program_need_little() -> None:
    view = RecordView.model_validate(LEAST)
    assert (view.article.id, view.speaker.kind, view.organizations) == ("7", "unknown", ())
    assert view.fits("any text, as the record does not say what stands there")


def test_keys_of_a_later_version_are_ignored() -> None:
    later = LEAST | {"mood": "glad", "speaker": {"name": "Ada Brunn", "age": 40}}
    assert RecordView.model_validate(later).speaker.name == "Ada Brunn"


def test_null_is_the_kind_that_is_usual() -> None:
    view = RecordView.model_validate(
        LEAST | {"speaker": {"kind": None}, "organizations": [{"name": "Norvik Bank", "kind": None}]}
    )
    assert (view.speaker.kind, view.organizations[0].kind) == ("unknown", "organization")


def test_content_may_fit_where_other_spans_do_not() -> None:
    cue = {"start": 0, "end": 3, "text": "say"}
    view = RecordView.model_validate(LEAST | {"quote": {"spans": LEAST["quote"]["spans"], "cue": cue}})
    assert view.content_fits("cried no")
    assert not view.fits("cried no")


@pytest.mark.parametrize("spans", [[], [{"start": 6, "end": 4}], [{"start": -1, "end": 4}]])
def test_a_quote_has_a_place(spans: list[dict[str, int]]) -> None:
    with pytest.raises(ValidationError, match="spans"):
        RecordView.model_validate(LEAST | {"quote": {"spans": spans}})


@pytest.mark.parametrize(
    ("fields", "key"),
    [
        ({}, "quote.text"),
        ({"quote": LEAST["quote"] | {"text": "no"}, "organizations": [{"name": "A"}]}, "organizations.how"),
    ],
)
def test_what_a_reader_needs_must_be_there(tmp_path: Path, fields: dict[str, Any], key: str) -> None:
    path = tmp_path / "records.jsonl"
    path.write_text("\n" + json.dumps(LEAST | fields) + "\n", encoding="utf-8")
    assert [number for number, _ in read_views(path)] == [2]
    with pytest.raises(InputError, match=rf"records\.jsonl:2: {key}: field required"):
        list(read_views(path, needs=("quote.text", "organizations.how", "speaker.mention.text")))
