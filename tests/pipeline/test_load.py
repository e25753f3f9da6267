"""The trained pipeline: finding it, loading it, and what holds for the records of any article."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.pipeline import EntityRecognizer

from extract.article import Article
from extract.errors import ModelError
from extract.pipeline.components.encoder import NewsEncoder
from extract.pipeline.load import (
    COMPONENTS,
    QUOTES,
    annotate,
    load_pipeline,
    make_doc,
    model_version,
)
from extract.pipeline.model_files import LARGE_MODEL, MODELS, model_folder
from extract.quotes.assemble import quotes_in
from extract.record.from_quote import to_record
from extract.record.record import Provenance, Record, TextSpan
from extract.runs.doc_extension import QuoteFinder
from tests.repository import SAMPLES

ARTICLES = [json.loads(line) for line in (SAMPLES / "gold.jsonl").read_text("utf-8").splitlines()]
PROVENANCE = Provenance(extract="0.1.0", model=LARGE_MODEL)

# Words of news, so that quotes are found, between marks and characters of every odd kind.
FRAGMENTS = [
    *"Ada Brunn|Norvik Bank|the bank|said|told reporters|according to|Mr. Holt|she|they believe".split("|"),
    *"that it is safe|We will not sell|on Tuesday|April 6, 2017|BRUSSELS, April 6. /NVA/.|Q:|A:|HOLT:".split(
        "|"
    ),
    *"By Ada Brunn|Photo: NVA|Read also:|©|$5.2bn|3,000|10 p.m.".split("|"),
    *"“|”|\"|'|‘|’|„|‚|‹|›|«|»|``|''|＂|「|」|–|—|-|…|(|)|[|]|,|.|?|!|:|;".split("|"),
    *" |  |\n|\n\n|\r\n|\r\n\r\n|\t|\v|\f|\x85|\u2028|\u2029|\u00a0|\u3000".split("|"),
    *"Zoë|Zoe\u0308|e\u0301\u0323|ß|ǅ|ﬁ|İ|漢字は|한국|عربى|\u202e|\u200f|\u200b|\u2060|\ufeff|\u00ad".split(
        "|"
    ),
    *"😀|👩‍👩‍👧|🇧🇪|𝔸𝕓|𝟙|\U0010ffff|\ufffd|\x01|\x07|\x1b|\x7f".split("|"),
]
ODD_TEXTS = st.lists(
    st.one_of(st.sampled_from(FRAGMENTS), st.just(" "), st.sampled_from("“”\"'‘’«» \n")),
    min_size=1,
    max_size=60,
).map("".join)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load_pipeline()


def make_articles(texts: Iterable[str], published: str | None = "2017-04-06") -> list[Article]:
    return [
        Article(id=str(number), text=text, path=f"{number}.txt", published=published)
        for number, text in enumerate(texts)
    ]


def sample_articles() -> list[Article]:
    return [
        Article(path=line["id"], **{key: line[key] for key in ("id", "text", "title", "published")})
        for line in ARTICLES
    ]


def records_of(nlp: Language, articles: Sequence[Article]) -> dict[str, list[Record]]:
    return {
        found.article.id: [
            to_record(found.article, quote, provenance=PROVENANCE) for quote in quotes_in(found)
        ]
        for found in annotate(nlp, articles)
    }


def spans_in(record: Record) -> Iterator[TextSpan]:
    yield from record.quote.spans
    yield from record.dates
    for organization in record.organizations:
        yield from organization.mentions
    for span in (record.quote.cue, record.speaker.mention):
        if span is not None:
            yield span


def assert_holds_for(text: str, records: Sequence[Record]) -> None:
    """What is true of every record of every article."""
    for record in records:
        for span in spans_in(record):
            assert text[span.start : span.end] == span.text
            assert span.text == span.text.strip()
            assert span.text
        assert all(left.end <= right.start for left, right in pairwise(record.quote.spans))
        for words in (record.speaker.title, record.speaker.affiliation):
            assert words is None or words in text
        assert (record.speaker.name is None) <= (record.speaker.reason is not None)
        assert list(record.flags) == sorted(set(record.flags))
    assert len({record.record_id for record in records}) == len(records)
    assert [r.quote.spans[0].start for r in records] == sorted(r.quote.spans[0].start for r in records)


@pytest.mark.model
@given(text=ODD_TEXTS)
@settings(max_examples=150, deadline=None)
def test_any_text_gives_records_that_are_slices_of_it(nlp: Language, text: str) -> None:
    [article] = make_articles([text])
    assert_holds_for(text, records_of(nlp, [article])[article.id])


@st.composite
def _spoilt(draw: st.DrawFn) -> str:
    """Part of a sample article with odd fragments put in and characters left out."""
    text: str = draw(st.sampled_from([line["text"] for line in ARTICLES]))
    start = draw(st.integers(0, len(text) - 1))
    text = text[start : start + 1200]
    for _ in range(draw(st.integers(0, 12))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(st.sampled_from(FRAGMENTS)) + text[at + draw(st.integers(0, 3)) :]
    return text


@pytest.mark.model
@given(text=_spoilt())
@settings(max_examples=60, deadline=None)
def test_so_does_an_article_with_odd_characters_in_it(nlp: Language, text: str) -> None:
    [article] = make_articles([text])
    assert_holds_for(text, records_of(nlp, [article])[article.id])


@pytest.mark.model
def test_the_records_of_the_samples_are_slices_of_them(nlp: Language) -> None:
    articles = sample_articles()
    records = records_of(nlp, articles)
    assert sum(map(len, records.values())) > 100
    for article in articles:
        assert_holds_for(article.text, records[article.id])


@pytest.mark.model
def test_records_are_the_same_alone_and_in_any_order(nlp: Language) -> None:
    articles = sample_articles()[:5] + make_articles(["", "No.", "“No,” she said. “漢字 😀,” he said."])
    together = records_of(nlp, articles)
    assert records_of(nlp, articles[::-1]) == together
    for article in articles:
        assert records_of(nlp, [article])[article.id] == together[article.id]


@pytest.mark.model
def test_articles_come_back_in_order(nlp: Language) -> None:
    articles = sample_articles()[:3]
    assert [found.article for found in annotate(nlp, iter(articles))] == articles


@pytest.mark.model
def test_title_and_day_of_publication_reach_the_components(nlp: Language) -> None:
    text = "Ferry sails on.\n\nThe ferry sailed on Friday.\n\nNobody was on it but Ada Brunn.\n"
    article = Article(id="a", text=text, path="a", title="Ferry sails on", published="2017-04-06")
    [found] = annotate(nlp, [article])
    assert found.layout.blocks[0].kind == "title"
    assert [timex.edtf for timex in found.timexes] == ["2017-03-31"]


@pytest.mark.model
def test_offsets_count_code_points_behind_odd_characters(nlp: Language) -> None:
    text = "😀👩‍👩‍👧 Zoe\u0308: 𝔸.\r\n\r\n“We will not sell the bank,” said Ada Brunn on Tuesday.\r\n"
    [article] = make_articles([text])
    [record] = records_of(nlp, [article])["0"]
    assert record.quote.text == "We will not sell the bank"
    assert record.quote.spans[0].start == text.index("We will")


@pytest.mark.model
@pytest.mark.parametrize("name", MODELS)
def test_the_pipelines_are_loaded_by_spacy_alone(name: str) -> None:
    nlp = spacy.load(model_folder(name))
    assert tuple(nlp.pipe_names) == (*COMPONENTS, QUOTES)
    assert model_version(nlp) == name


@pytest.mark.model
@pytest.mark.parametrize("name", MODELS)
def test_a_shipped_pipeline_is_named_with_its_version_or_without(name: str) -> None:
    for model in (name, name.rpartition("-")[0]):
        assert model_version(load_pipeline(model)) == name


@pytest.mark.model
def test_annotating_leaves_the_quotes_to_the_rules(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    assert tuple(nlp.pipe_names) == (*COMPONENTS, QUOTES)
    monkeypatch.setattr(QuoteFinder, "__call__", lambda *_: pytest.fail("quotes were made twice"))
    [article] = make_articles(["“We will not sell the bank,” said Ada Brunn on Tuesday."])
    assert next(annotate(nlp, [article])).attributions


@pytest.mark.model
def test_threads_reach_the_encoder() -> None:
    encoder = load_pipeline(threads=2).get_pipe("extract_encoder")
    assert isinstance(encoder, NewsEncoder)
    assert encoder.threads == 2


@pytest.mark.model
def test_a_long_text_is_no_error(nlp: Language) -> None:
    assert nlp.max_length > 100_000_000


@pytest.mark.model
def test_another_pipeline_supplies_the_entities(tmp_path: Path) -> None:
    other = spacy.blank("en")
    recognizer = other.add_pipe("ner")
    assert isinstance(recognizer, EntityRecognizer)
    recognizer.add_label("ORG")
    other.initialize()
    other.to_disk(tmp_path / "other")
    joined = load_pipeline(tmp_path / "other")
    ours = [name for name in (*COMPONENTS, QUOTES) if name != "extract_entities"]
    assert joined.pipe_names == ["ner", *ours]
    [article] = make_articles(["“We will not sell the bank,” said Ada Brunn on Tuesday."])
    [record] = records_of(joined, [article])["0"]
    assert record.quote.text == "We will not sell the bank"


@pytest.mark.model
def test_a_pipeline_without_entities_is_a_model_error(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(ModelError, match="'ner'"):
        load_pipeline(tmp_path / "blank")


def test_a_model_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="nowhere"):
        load_pipeline(tmp_path / "nowhere")
    with pytest.raises(ModelError, match="en_none-1"):
        model_folder("en_none-1")
    with pytest.raises(ModelError, match=r"en_news_xl: no folder .* en_news_lg and en_news_sm"):
        load_pipeline("en_news_xl")


@pytest.mark.model
@pytest.mark.parametrize(
    "name",
    [
        "meta.json",
        "config.cfg",
        "extract_encoder/links.npz",
        "extract_encoder/model.onnx",
        "extract_encoder/tokenizer.json",
    ],
)
def test_a_damaged_model_is_a_model_error(tmp_path: Path, name: str) -> None:
    shutil.copytree(model_folder(), tmp_path / LARGE_MODEL)
    (tmp_path / LARGE_MODEL / name).write_bytes(b"\0damaged")
    with pytest.raises(ModelError, match="cannot load"):
        load_pipeline(tmp_path / LARGE_MODEL)


def test_a_pipeline_in_a_language_that_is_not_installed_is_a_model_error(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "other")
    config = tmp_path / "other" / "config.cfg"
    config.write_text(config.read_text().replace('lang = "en"', 'lang = "qqq"'))
    with pytest.raises(ModelError, match="cannot load"):
        load_pipeline(tmp_path / "other")


@given(st.lists(st.sampled_from(["word ", "x" * 450, " ", "\n\n", '"' * 300, "3.5", "- " * 9, "né."])))
def test_tokens_of_long_runs_give_the_text_again(parts: list[str]) -> None:
    text = "".join(parts)
    assert make_doc(spacy.blank("en"), text).text == text


def test_a_long_run_of_marks_takes_linear_time() -> None:
    # Uncut, spaCy's tokenizer takes minutes for it.
    text = '"' * 100_000
    assert make_doc(spacy.blank("en"), text).text == text
