"""`benchmarks/records.py` prints the figures of the records, their intervals, and the kinds of errors."""

from __future__ import annotations

import importlib
import json
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from extract.score import Score, score
from extract.score.figures import by_type
from extract.score.verdict import judge
from tests.repository import BENCHMARKS
from tests.scored import GOLD, RECORDS, gold_article, gold_quote, record, record_fields

TEXT = (
    "Ada Brunn of Norvik Bank said the Harbour Trust was safe. The banker said Norvik Bank Holding would buy "
    "it. “HT is fine,” Brunn said, and the Coast Rail Group agreed."
)


@pytest.fixture
def module(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    return importlib.import_module("records")


@pytest.fixture
def errors(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    return importlib.import_module("record_errors")


@pytest.fixture
def intervals(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    return importlib.import_module("intervals")


def test_figures_are_those_of_the_score(module: Any) -> None:
    scored = score(GOLD, RECORDS)
    found = module.report(GOLD, scored)
    expected = by_type(scored.verdicts)
    for name, group in {**found.groups["all"], **found.groups["type"]}.items():
        figures, values = expected[name], {key: part.value for key, part in group.figures.items()}
        assert values["quote P"] == pytest.approx(figures.quotes.p)
        assert values["quote R"] == pytest.approx(figures.quotes.r)
        assert values["quote F1"] == pytest.approx(figures.quotes.f1)
        assert values["record F1"] == pytest.approx(figures.records.f1)
        for key in ("span", "type", "speaker", "said"):
            assert values[key] == pytest.approx(getattr(figures, key))
    assert found.groups["all"]["all"].figures["orgs P"].value == expected["all"].organizations.p
    assert {name: group.quotes for name, group in found.groups["source"].items()} == {
        "agency": 4,
        "(none)": 1,
    }


def articles_with(*right: bool) -> Score:
    """The score of articles with a quote each, whose speaker is right or not."""
    quote = gold_quote("Norvik Bank was safe")
    gold = [gold_article(quote, id=f"a{number}") for number in range(len(right))]
    names = ["Ada Brunn" if one else "Jan Holt" for one in right]
    found = [record("Norvik Bank was safe", speaker=name, article=f"a{n}") for n, name in enumerate(names)]
    return score(gold, found)


def test_an_interval_holds_the_figure_and_is_wider_for_fewer_articles(intervals: Any) -> None:
    widths = []
    for articles in (10, 100):
        scored = articles_with(*(number % 2 == 0 for number in range(articles)))
        ids = [verdict.article.id for verdict in scored.verdicts]
        found = intervals.estimates(scored.verdicts, ids, intervals.draw_articles(articles))
        speaker = found["speaker"]
        assert speaker.low < speaker.value == 0.5 < speaker.high
        assert (found["quote F1"].low, found["quote F1"].high) == (1, 1)
        widths.append(speaker.high - speaker.low)
    assert widths[0] > 2 * widths[1]


def test_one_article_has_figures_and_no_interval(intervals: Any) -> None:
    scored = articles_with(True)
    found = intervals.estimates(scored.verdicts, ["a0"], intervals.draw_articles(1))
    assert found["speaker"] == intervals.Estimate(value=1.0, low=None, high=None)
    assert found["orgs F1"] == intervals.Estimate(value=None, low=None, high=None)


def test_the_same_samples_are_drawn_each_time(intervals: Any) -> None:
    samples = intervals.draw_articles(7)
    assert samples.shape == (intervals.DRAWS, 7)
    assert (samples.sum(axis=1) == 7).all()
    assert (samples == intervals.draw_articles(7)).all()


def kinds(errors: Any, quotes: list[dict[str, Any]], *records: Any) -> Counter[tuple[str, str]]:
    counts = errors.count_errors(judge(gold_article(*quotes, text=TEXT), records))
    assert all(kind in errors.KINDS[field] for field, kind in counts)
    return Counter(counts)


def test_a_quote_found_in_part_is_one_of_wrong_bounds(errors: Any) -> None:
    quote = gold_quote("Norvik Bank Holding would buy it")
    cut = record("buy it", text=TEXT)
    assert kinds(errors, [quote], cut) == {("quote", "bounds"): 1}
    longer = record("Norvik Bank Holding would buy", text=TEXT)
    assert kinds(errors, [quote], longer) == {}
    halves = record("Norvik Bank Holding", text=TEXT), record("would buy it", text=TEXT)
    assert kinds(errors, [quote], *halves) == {("quote", "bounds"): 1}
    elsewhere = record("HT is fine", text=TEXT)
    assert kinds(errors, [quote], elsewhere) == {("quote", "missed"): 1, ("quote", "extra"): 1}


def test_a_record_around_a_nested_quote_does_not_find_it(errors: Any) -> None:
    outer, inner = gold_quote("the Harbour Trust was safe"), gold_quote("was safe")
    found = record("the Harbour Trust was safe", text=TEXT)
    assert kinds(errors, [outer, inner], found) == {("quote", "missed"): 1}
    both = gold_quote("the Harbour Trust"), gold_quote("was safe")
    assert kinds(errors, [*both], found) == {("quote", "bounds"): 2}


@pytest.mark.parametrize(
    ("name", "mention", "wanted", "beside", "kind"),
    [
        ("Jan Holt", "Ada Brunn", "Ada Brunn", "Ada Brunn", "wrong name"),
        ("Ada Brunn", "Ada Brunn", None, "Ada Brunn", "wrong name"),
        (None, "Brunn", "Ada Brunn", "she", "left open"),
        (None, "The banker", "Ada Brunn", "The banker", "description unresolved"),
        ("banker", "The banker", "Ada Brunn", "The banker", "description unresolved"),
        ("Brunn", "Brunn", "Ada Brunn", "Brunn", "not clustered"),
        ("HT", "HT", "Harbour Trust", "HT", "not clustered"),
        ("Brunn", "Ada Brunn", "Ada Brunn", "Ada Brunn", "wrong fullest name"),
        ("Norvik Bank Holding", "Norvik Bank", "Norvik Bank", "Norvik Bank", "wrong fullest name"),
        ("Edie Brunn", "Brunn", "Edith R. Brunn", "Brunn", "wrong fullest name"),
        ("Ada Brunn", "Brunn", "Ada Brunn and Jan Holt", "Brunn and Holt", "wrong name"),
        ("Coast Rail Group", "the Coast Rail Group", "NHU", "the Coast Rail Group", "not clustered"),
    ],
)
def test_kinds_of_wrong_speakers(
    errors: Any, name: str | None, mention: str, wanted: str | None, beside: str, kind: str
) -> None:
    speaker = {"mention": beside, "name": wanted, "kind": "person"}
    quote = gold_quote("HT is fine") | {"speaker": speaker}
    found = record("HT is fine", text=TEXT, speaker=name, mention=mention)
    assert kinds(errors, [quote], found) == {("speaker", kind): 1}


def test_a_name_of_the_article_without_a_reason_is_no_description(errors: Any) -> None:
    quote = gold_quote("HT is fine", speaker="Ada Brunn")
    fields = record_fields("HT is fine", text=TEXT, speaker="Jan Holt", mention="Brunn")
    fields["speaker"]["reason"] = "ambiguous_description"
    views = importlib.import_module("extract.record.views")
    assert kinds(errors, [quote], views.RecordView.model_validate(fields)) == {
        ("speaker", "description unresolved"): 1
    }


@pytest.mark.parametrize(
    ("content", "wanted", "named", "mention", "found"),
    [
        ("the Harbour Trust was safe", "Harbour Trust", None, None, ["not recognized"]),
        ("the Harbour Trust was safe", "Harbour Trust", "Harbour", "Harbour", ["wrong bounds"]),
        (
            "the Harbour Trust was safe", "Harbour Trust", "Norvik Trust", "Harbour Trust",
            ["another name"],
        ),
        ("HT is fine", "HT Union", "HT", "HT", ["not clustered"]),
        ("HT is fine", "Harbour Trust", "Harbour Trust Holding", "HT", ["another name"]),
        ("would buy it", "Harbour Trust", None, None, ["reference not resolved"]),
        ("would buy it", "Harbour Trust", "Norvik Bank", "it", ["reference not resolved", "wrongly added"]),
        ("would buy it", None, "Norvik Bank", "it", ["wrongly added"]),
    ],
)  # fmt: skip
def test_kinds_of_wrong_organizations(
    errors: Any, content: str, wanted: str | None, named: str | None, mention: str | None, found: list[str]
) -> None:
    quote = gold_quote(content, organizations=[wanted] if wanted else [])
    fields = record_fields(content, text=TEXT, organizations=(named,) if named else ())
    if mention:
        start = TEXT.index(content) + content.index(mention)
        fields["organizations"][0]["mentions"] = [{"start": start, "end": start + len(mention)}]
    views = importlib.import_module("extract.record.views")
    counts = kinds(errors, [quote], views.RecordView.model_validate(fields))
    assert counts == {("organization", kind): 1 for kind in found}


def test_a_wrong_date_is_an_error(errors: Any) -> None:
    quote = gold_quote("HT is fine", said="2031-03-04")
    assert kinds(errors, [quote], record("HT is fine", text=TEXT)) == {("date", "wrong"): 1}


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(BENCHMARKS / "records.py"), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    path = tmp_path / "gold.jsonl"
    path.write_text("".join(article.model_dump_json() + "\n" for article in GOLD), encoding="utf-8")
    return path


def test_records_of_an_earlier_run_are_scored(tmp_path: Path, gold: Path) -> None:
    records = tmp_path / "records.jsonl"
    records.write_text("".join(one.model_dump_json() + "\n" for one in RECORDS), encoding="utf-8")
    done = run(gold, "--records", records, "--json", tmp_path / "out.json")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("2 articles, 5 quotes and 1 optional; 6 records\n")
    assert "| quotes, direct | 1.000 | 1.000 | 1.000 |" in done.stdout
    assert "| speaker | wrong name | 1 | someone else |" in done.stdout
    assert "1 records of other articles" in done.stderr
    written = json.loads((tmp_path / "out.json").read_text("utf-8"))
    assert written["groups"]["all"]["all"]["figures"]["quote F1"]["value"] == pytest.approx(2 / 3)
    assert written["errors"]["quote"] == {"missed": 2, "extra": 1, "bounds": 1}
    assert "Norvik" not in done.stdout + json.dumps(written)


def test_one_article_in_two_files_is_refused(tmp_path: Path, gold: Path) -> None:
    copy = tmp_path / "copy.jsonl"
    copy.write_bytes(gold.read_bytes())
    done = run(gold, copy, "--records", gold)
    assert done.returncode == 1
    assert "'harbour'" in done.stderr
    assert "gold.jsonl" in done.stderr


@pytest.mark.model
def test_the_program_is_run_where_no_records_are_given(gold: Path) -> None:
    done = run(gold)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("2 articles, 5 quotes and 1 optional; ")
    assert "| mixed | 1 |" in done.stdout
