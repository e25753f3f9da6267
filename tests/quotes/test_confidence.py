"""Evidence turned into probabilities, and records left out by them."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from extract.article import Article
from extract.cli.main import main
from extract.errors import InputError, ModelError
from extract.quotes.assemble import quotes_in
from extract.quotes.confidence import (
    FILE,
    Calibration,
    Confidence,
    Evidence,
    Logistic,
    load_calibration,
    name_features,
    quote_features,
    source_features,
    uncalibrated,
)
from extract.runs.extractor import Extractor, load_extractor
from extract.runs.settings import Settings
from tests.by_hand import Load
from tests.docs.pages import annotated
from tests.marked_texts import make_attribution
from tests.repository import BENCHMARKS

EVIDENCE = Evidence(
    found=0.9,
    source=0.8,
    resolution=0.97,
    mentioned=True,
    named=True,
    type="indirect",
    act="statement",
    length=60,
)


def make_calibration(**weights: float) -> Calibration:
    """No feature has a weight but for those given as PART_FEATURE."""

    def part(prefix: str, features: dict[str, float]) -> Logistic:
        return Logistic(intercept=0.0, weights={f: weights.get(f"{prefix}_{f}", 0.0) for f in features})

    return Calibration(
        quote=part("quote", quote_features(EVIDENCE)),
        source=part("source", source_features(EVIDENCE)),
        name=part("name", name_features(EVIDENCE)),
    )


def test_without_calibration_confidence_is_what_the_model_says() -> None:
    assert uncalibrated(EVIDENCE) == Confidence(0.9, 0.8 * 0.97)
    assert uncalibrated(replace(EVIDENCE, source=None)).speaker == 0.97


def test_a_weight_of_one_on_the_log_odds_gives_the_probability_back() -> None:
    judge = make_calibration(quote_found=1.0)
    assert judge(EVIDENCE).quote == pytest.approx(0.9)


def test_the_speaker_is_right_when_source_and_name_are() -> None:
    judge = make_calibration(source_source=1.0, name_resolution=1.0)
    assert judge(EVIDENCE).speaker == pytest.approx(0.8 * 0.97)


def test_a_quote_without_a_mention_has_no_name_to_resolve() -> None:
    judge = make_calibration(source_inherited=1.0, name_resolution=1.0)
    goes_on = replace(EVIDENCE, source=None, mentioned=False, resolution=0.3)
    assert judge(goes_on).speaker == pytest.approx(0.731, abs=0.001)
    assert judge(replace(goes_on, named=False)).speaker == pytest.approx(0.5)


def test_beyond_some_length_a_content_is_no_surer() -> None:
    judge = make_calibration(quote_length=1.0)
    short, long, longer = (judge(replace(EVIDENCE, length=size)).quote for size in (20, 400, 4000))
    assert short < long == longer


@given(
    st.builds(
        Evidence,
        found=st.floats(0, 1),
        source=st.none() | st.floats(0, 1),
        resolution=st.floats(0, 1),
        mentioned=st.booleans(),
        named=st.booleans(),
        type=st.sampled_from(["direct", "mixed", "indirect"]),
        act=st.sampled_from(["statement", "attitude", "other"]),
        length=st.integers(0, 10**6),
    ),
    st.floats(-1e6, 1e6),
)
def test_confidence_is_a_probability_whatever_the_evidence(evidence: Evidence, weight: float) -> None:
    judge = make_calibration(quote_found=weight, quote_length=-weight, source_source=weight)
    for confidence in (judge(evidence), uncalibrated(evidence)):
        assert 0 <= confidence.quote <= 1
        assert 0 <= confidence.speaker <= 1


def test_a_calibration_is_read_as_it_was_written(tmp_path: Path) -> None:
    judge = make_calibration(quote_found=0.7, source_source=0.3)
    (tmp_path / FILE).write_text(judge.model_dump_json(), encoding="utf-8")
    assert load_calibration(tmp_path) == judge


def test_a_folder_without_the_file_has_no_calibration(tmp_path: Path) -> None:
    assert load_calibration(tmp_path) is None
    assert load_calibration(None) is None


@pytest.mark.parametrize(
    "damaged",
    [
        b"{",
        b"\xff",
        make_calibration().model_dump_json().replace('"found"', '"margin"').encode(),
        make_calibration().model_dump_json().replace("0.0", "1e999").encode(),
        make_calibration().model_dump_json().replace('"name"', '"names"').encode(),
    ],
)
def test_a_damaged_calibration_is_an_error_that_names_the_file(tmp_path: Path, damaged: bytes) -> None:
    (tmp_path / FILE).write_bytes(damaged)
    with pytest.raises(ModelError, match=r"confidence\.json.*calibrate\.py"):
        load_calibration(tmp_path)


TEXT = "Ada Brunn said on Friday that Norvik Bank is safe. “Ask me in May,” she added."


def test_a_quote_has_the_confidence_that_its_evidence_is_judged_to_have() -> None:
    annotations = annotated(
        TEXT,
        entities={"Ada Brunn": "PERSON", "Norvik Bank": "ORG"},
        attributions=[
            make_attribution(TEXT, "that Norvik Bank is safe", cue="said", source="Ada Brunn"),
            make_attribution(TEXT, "“Ask me in May,”", cue="added", source="she"),
        ],
    )
    seen: list[Evidence] = []

    def judge(evidence: Evidence) -> Confidence:
        seen.append(evidence)
        return Confidence(0.1 * len(seen), 0.77777)

    quotes = quotes_in(annotations, judge=judge)
    assert [quote.quote_confidence for quote in quotes] == [0.1, 0.2]
    assert [quote.speaker_confidence for quote in quotes] == [0.778, 0.778]
    assert [(item.type, item.act, item.mentioned, item.named) for item in seen] == [
        ("indirect", "statement", True, True),
        ("direct", "statement", True, True),
    ]
    assert [item.length for item in seen] == [len("Norvik Bank is safe"), len("Ask me in May")]
    assert (seen[0].found, seen[0].source) == (0.9, 0.8)
    assert seen[0].resolution > seen[1].resolution


def test_quotes_below_the_least_confidence_are_left_out_and_counted(
    make_article: Callable[..., Article], extractor: Extractor
) -> None:
    article = make_article('"We won," she said, "and HOPE."')
    [kept] = replace(extractor, min_confidence=0.9)([article])
    assert (len(kept.records), kept.left_out) == (1, 0)
    [none] = replace(extractor, min_confidence=0.901)([article])
    assert (none.records, none.left_out) == ((), 1)


@pytest.mark.parametrize("least", [-0.1, 1.1, float("nan")])
def test_a_least_confidence_that_is_no_probability_is_refused(least: float) -> None:
    with pytest.raises(InputError, match="min_confidence"):
        Settings(min_confidence=least)


@pytest.fixture
def extract(use_extractor: Callable[[Load], None], extractor: Extractor) -> Callable[..., Result]:
    """The command with the extractor made by hand, whose quotes all have 0.9."""

    def load(settings: Settings) -> Extractor:
        return replace(extractor, min_confidence=settings.min_confidence)

    use_extractor(load)
    return lambda *arguments: CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """One article with two quotes."""
    path = tmp_path / "a.txt"
    path.write_text('"We won," she said. "It is over."\n', encoding="utf-8")
    return path


def test_run_says_how_many_records_it_left_out(
    extract: Callable[..., Result], article: Path, tmp_path: Path
) -> None:
    sure = extract("run", article, "-o", tmp_path / "sure", "--min-confidence", "0.95")
    assert "0 records in" in sure.stderr
    assert "2 records below confidence 0.95 left out" in sure.stderr
    assert "left out" not in extract("run", article, "-o", tmp_path / "every").stderr
    assert (
        "0 records below" in extract("run", article, "-o", tmp_path / "x", "--min-confidence", "0.5").stderr
    )


def test_as_a_filter_run_says_so_on_standard_error(extract: Callable[..., Result], article: Path) -> None:
    result = extract("run", article, "--min-confidence", "1")
    assert (result.stdout, result.stderr) == ("", "2 records below confidence 1 left out\n")
    assert extract("run", article, "--min-confidence", "1", "--quiet").stderr == ""


def test_show_leaves_them_out_too(extract: Callable[..., Result], article: Path) -> None:
    result = extract("show", article, "--min-confidence", "0.95")
    assert "No quotes." in result.stdout
    assert "2 records below confidence 0.95 left out" in result.stderr


def test_a_probability_above_one_is_wrong_usage(extract: Callable[..., Result], article: Path) -> None:
    assert extract("run", article, "--min-confidence", "80").exit_code == 2


@pytest.mark.model
def test_the_shipped_model_is_calibrated(make_article: Callable[..., Article]) -> None:
    from extract.pipeline.model_files import model_folder

    judge = load_calibration(model_folder())
    assert judge is not None
    assert judge(EVIDENCE).quote > judge(replace(EVIDENCE, found=0.4)).quote
    assert judge(EVIDENCE).speaker > judge(replace(EVIDENCE, source=0.3)).speaker
    assert judge(EVIDENCE).speaker > judge(replace(EVIDENCE, resolution=0.6)).speaker
    [outcome] = load_extractor(Settings())([make_article("“Norvik Bank is safe,” Ada Brunn said on Friday.")])
    [record] = outcome.records
    assert record.confidence.quote > 0.8


@pytest.fixture
def script(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], ModuleType]:
    """`script("calibrate")` is the module of `benchmarks/`."""
    pytest.importorskip("sklearn", reason="needs the train extra")
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    return importlib.import_module


Script = Callable[[str], Any]


def test_true_probabilities_have_no_calibration_error(script: Script) -> None:
    import numpy as np

    reliability = script("reliability")
    probability = np.repeat([0.2, 0.6], 10)
    right = np.array([1, 1, *[0] * 8, *[1] * 6, *[0] * 4], dtype=float)
    for bins in (reliability.equal_width(probability), [np.arange(10), np.arange(10, 20)]):
        assert reliability.calibration_error(probability, right, bins) == pytest.approx(0)
    assert reliability.calibration_error(
        np.full(20, 0.9), right, reliability.equal_width(np.full(20, 0.9))
    ) == pytest.approx(0.5)


def test_a_higher_threshold_trades_recall_for_precision(script: Script) -> None:
    import numpy as np

    probability, right = np.array([0.9, 0.8, 0.3]), np.array([1.0, 1.0, 0.0])
    low, high, none = script("reliability").curve(probability, right, 4, (0.0, 0.85, 1.0))
    assert (low.kept, low.precision, low.recall) == (3, pytest.approx(2 / 3), 0.5)
    assert (high.kept, high.precision, high.recall) == (1, 1.0, 0.25)
    assert (none.kept, none.f1) == (0, 0.0)


def test_the_fit_learns_what_goes_with_right_quotes_and_speakers(script: Script) -> None:
    calibrate, item = script("calibrate"), script("judged").Item
    items = [
        item(
            article=f"a{number}",
            evidence=replace(EVIDENCE, found=found, source=found, resolution=found),
            records=records,
            quote=right,
            source=right or number % 5 == 0,
            speaker=right and number % 7 != 0 if records else None,
        )
        for number in range(60)
        for records in (False, True)
        for found, right in ((0.9, number % 10 != 0), (0.3, number % 10 == 0))
    ]
    judge = calibrate.fit(items)
    sure, unsure = judge(EVIDENCE), judge(replace(EVIDENCE, found=0.3, source=0.3))
    assert sure.quote > 0.8 > 0.3 > unsure.quote
    assert sure.speaker > unsure.speaker
    held_out = calibrate.held_out(items)
    assert len(held_out) == len(items)
    table = calibrate.calibration_table(items, held_out)
    assert [row.split("|")[1].strip() for row in table[2:]] == [
        "quote: attributions, all acts",
        "quote: attributions, default acts",
        "quote: records",
        "source: attributions",
        "speaker: records",
    ]


def test_a_source_without_a_mention_is_right_when_it_has_the_name(script: Script) -> None:
    from extract.quotes.quote import Speaker
    from tests.marked_texts import span_of

    judged = script("judged")
    text = "Ada Brunn was clear: “No.” Jan Holt was not, he said."

    def right(words: str | None, **speaker: Any) -> bool | None:
        spans = [] if words is None else [[span_of(text, words).start, span_of(text, words).end]]
        wanted = judged._Attribution.of(text, judged.AttributionRow(content=[(22, 24)], source=spans))
        fields = {"mention": None, "name": None, "kind": "person"} | speaker
        found: bool | None = judged._right_source(text, Speaker(**fields), wanted)
        return found

    assert right("Ada Brunn", name="Ada Brunn") is True
    assert right("Jan Holt", name="Ada Brunn") is False
    assert right("he", name="Ada Brunn") is None
    assert right(None) is True
    assert right("Jan Holt") is False
    assert right("Jan Holt", mention=span_of(text, "Holt"), name="Ada Brunn") is True
    assert judged._right_source(text, Speaker(mention=None, name=None, kind="unknown"), None) is None
