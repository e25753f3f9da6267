"""How well the program reads the sample articles: no figure falls below its floor."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from extract.article import Article
from extract.assemble import quotes_in
from extract.pipeline import annotate, load_pipeline
from extract.quote import OrganizationMentions, Quote, Said, Speaker
from extract.record import Provenance, Record, to_record
from extract.span import CharSpan
from tests.samples.scoring import Figures, score

FLOORS = {
    "quotes": 0.89,
    "direct": 0.95,
    "speaker": 0.86,
    "organizations": 0.78,
    "said": 0.95,
    "records": 0.67,
}

GOLD: list[dict[str, Any]] = [
    json.loads(line)
    for line in (Path(__file__).parent / "samples" / "gold.jsonl").read_text("utf-8").splitlines()
]
PROVENANCE = Provenance(extract="0.1.0", model="en_news-0.1.0")


@pytest.fixture(scope="module")
def figures() -> Figures:
    nlp = load_pipeline()
    articles = [
        Article(id=g["id"], text=g["text"], path=g["id"], title=g["title"], published=g["published"])
        for g in GOLD
    ]
    records: dict[str, list[Record]] = {}
    for article, doc in annotate(nlp, articles):
        quotes = [quote for quote in quotes_in(article, doc) if quote.act != "other"]
        records[article.id] = [to_record(article, quote, provenance=PROVENANCE) for quote in quotes]
    return score(GOLD, records)


@pytest.mark.model
@pytest.mark.parametrize("figure", FLOORS)
def test_no_figure_falls_below_its_floor(figures: Figures, figure: str) -> None:
    assert asdict(figures)[figure] >= FLOORS[figure], figures


TEXT = "Ada Brunn said Norvik Bank was safe. “It is not,” Jan Holt said."


def gold_quote(content: str, speaker: str, **fields: Any) -> dict[str, Any]:
    return {
        "content": [content],
        "type": "indirect",
        "speaker": {"name": speaker},
        "organizations": [],
        "organizations_optional": [],
        "said": None,
        "said_also": [],
        "optional": False,
    } | fields


def record(content: str, speaker: str, *organizations: str, said: str | None = None) -> Record:
    start = TEXT.index(content)
    quote = Quote(
        content=(CharSpan(start, start + len(content)),),
        type="indirect",
        act="statement",
        cue=None,
        speaker=Speaker(mention=None, name=speaker, kind="person"),
        organizations=tuple(OrganizationMentions(name=n, mentions=(), how="named") for n in organizations),
        said=Said(date=said, basis="published", span=None) if said else None,
        dates=(),
        quote_confidence=1.0,
        speaker_confidence=1.0,
    )
    return to_record(Article(id="a", text=TEXT, path="a"), quote, provenance=PROVENANCE)


BANK = gold_quote("Norvik Bank was safe", "Ada Brunn", organizations=["Norvik Bank"])


def score_one(quotes: list[dict[str, Any]], *records: Record) -> Figures:
    return score([{"id": "a", "text": TEXT, "quotes": quotes}], {"a": records})


def test_a_record_like_the_gold_scores_1() -> None:
    found = score_one([BANK], record("Norvik Bank was safe", "Dr. Ada Brunn", "the Norvik Bank"))
    assert found == Figures(quotes=1, direct=0, speaker=1, organizations=1, said=1, records=1)


def test_half_of_the_letters_is_enough_for_a_match() -> None:
    assert score_one([BANK], record("Norvik Ban", "Ada Brunn")).quotes == 1
    assert score_one([BANK], record("Norvik", "Ada Brunn")).quotes == 0


def test_a_wrong_speaker_spoils_the_record_but_not_the_quote() -> None:
    found = score_one([BANK], record("Norvik Bank was safe", "Brunn", "Norvik Bank"))
    assert (found.quotes, found.speaker, found.records) == (1, 0, 0)


def test_what_is_extra_and_what_is_missed_count_alike() -> None:
    extra = record("It is not", "Jan Holt")
    good = record("Norvik Bank was safe", "Ada Brunn", "Norvik Bank")
    assert score_one([BANK], good, extra).quotes == pytest.approx(2 / 3)
    other = gold_quote("It is not", "Jan Holt")
    assert score_one([BANK, other], good).quotes == pytest.approx(2 / 3)


def test_optional_quotes_neither_gain_nor_cost() -> None:
    optional = gold_quote("It is not", "Jan Holt", optional=True)
    good = record("Norvik Bank was safe", "Ada Brunn", "Norvik Bank")
    assert score_one([BANK, optional], good) == score_one([BANK, optional], good, record("It is not", "X"))


def test_optional_organizations_neither_gain_nor_cost() -> None:
    quote = gold_quote("Norvik Bank was safe", "Ada Brunn", organizations_optional=["Norvik Bank"])
    assert score_one([quote], record("Norvik Bank was safe", "Ada Brunn", "Norvik Bank")).records == 1
    assert score_one([quote], record("Norvik Bank was safe", "Ada Brunn")).records == 1


def test_initials_are_the_name() -> None:
    quote = BANK | {"organizations": ["Bureau of Harbour Safety"]}
    found = score_one([quote], record("Norvik Bank was safe", "Ada Brunn", "BHS"))
    assert found.organizations == 1


def test_any_date_that_a_careful_reader_accepts_is_right() -> None:
    quote = BANK | {"said": "2017-04-06", "said_also": [None, "2017-04"]}
    for said, right in (("2017-04-06", 1), ("2017-04", 1), (None, 1), ("2017", 0)):
        assert score_one([quote], record("Norvik Bank was safe", "Ada Brunn", said=said)).said == right
