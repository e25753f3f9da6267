"""The figures of a score; those of the small gold are worked out by hand."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.article import Article
from extract.quotes.quote import Quote, Said, Speaker, Subject
from extract.record.from_quote import to_record
from extract.record.record import Provenance
from extract.record.views import RecordView
from extract.score import score
from extract.score.figures import Counts, Figures, by_type, figures_of, grouped
from extract.score.matching import (
    known_as,
    letters_in,
    lies_on,
    match,
    organization_key,
    person_key,
    same_speaker,
)
from extract.score.verdict import compare_organizations, judge
from extract.spans import CharSpan
from tests.scored import GOLD, HARBOUR, RECORDS, gold_article, gold_quote, record

BANK = gold_quote("Norvik Bank was safe", organizations=["Norvik Bank"])


def figures(quotes: list[dict[str, Any]], *records: RecordView) -> Figures:
    return figures_of(judge(gold_article(*quotes), records))


def test_quotes_found_too_many_and_missed() -> None:
    found = by_type(score(GOLD, RECORDS).verdicts)
    # Three of the five quotes are found; the ferry is a record too many.
    assert found["all"].quotes == Counts(right=3, extra=1, missed=2)
    assert found["all"].quotes.p == 3 / 4
    assert found["all"].quotes.r == 3 / 5
    assert found["all"].quotes.f1 == pytest.approx(2 / 3)


def test_quotes_of_each_type() -> None:
    found = by_type(score(GOLD, RECORDS).verdicts)
    assert list(found) == ["all", "direct", "mixed", "indirect"]
    # "It is not" counts as direct, as the gold has it; the ferry as indirect, as its record has it.
    assert found["direct"].quotes == Counts(right=1, extra=0, missed=0)
    assert found["mixed"].quotes == Counts(right=1, extra=0, missed=0)
    assert found["indirect"].quotes == Counts(right=1, extra=1, missed=2)


def test_shares_of_the_quotes_found() -> None:
    found = by_type(score(GOLD, RECORDS).verdicts)["all"]
    # 17 letters of 25 in the third: F1 is 2 * 17 / (17 + 25).
    assert found.span == pytest.approx((1 + 1 + 34 / 42) / 3)
    assert found.type == 2 / 3
    assert found.speaker == 2 / 3
    # No date is as good as the day for the second.
    assert found.said == 2 / 3
    assert found.act is None


def test_organizations_of_the_quotes_found() -> None:
    found = by_type(score(GOLD, RECORDS).verdicts)["all"].organizations
    assert found == Counts(right=1, extra=1, missed=0)
    assert (found.p, found.r) == (0.5, 1.0)


def test_records_that_are_right_in_all() -> None:
    found = by_type(score(GOLD, RECORDS).verdicts)
    # Only the first; the two that are wrong somewhere count as too many and as missed.
    assert found["all"].records == Counts(right=1, extra=3, missed=4)
    assert found["direct"].records == Counts(right=0, extra=1, missed=1)


def test_what_is_not_scored_is_counted() -> None:
    found = score(GOLD, RECORDS)
    assert (found.articles, found.optional, found.records, found.on_optional) == (2, 1, 6, 1)
    assert found.left_out == {"elsewhere": 1}


def test_nothing_found_is_nought_and_no_error() -> None:
    found = figures([BANK])
    assert (found.quotes.f1, found.span, found.speaker, found.organizations.f1) == (0, 0, 0, 0)


def test_a_record_made_by_the_program_is_scored_as_it_is() -> None:
    start = HARBOUR.index("Norvik Bank was safe")
    quote = Quote(
        content=(CharSpan(start, start + 20),),
        type="indirect",
        act="statement",
        cue=None,
        speaker=Speaker(mention=CharSpan(0, 9), name="Ada Brunn", kind="person"),
        organizations=(Subject(name="Norvik Bank", mentions=(), how="named"),),
        said=Said(date="2031-03-04", basis="published", span=None),
        dates=(),
        quote_confidence=1.0,
        speaker_confidence=1.0,
    )
    article = Article(id="harbour", text=HARBOUR, path="harbour.txt")
    made = to_record(article, quote, provenance=Provenance(extract="1", model="m"))
    gold = BANK | {"said": "2031-03-04"}
    assert figures([gold], RecordView.model_validate(made)).records == Counts(right=1, extra=0, missed=0)


def test_half_of_the_letters_is_enough_for_a_match() -> None:
    assert figures([BANK], record("Norvik Ban")).quotes.right == 1  # 9 of 17
    assert figures([BANK], record("Norvik")).quotes.right == 0  # 6 of 17


def test_spaces_and_marks_do_not_count() -> None:
    text = "She said: “Yes!”   … “No!”"
    quote = gold_quote("Yes", "No")
    found = judge(gold_article(quote, text=text), [record("“Yes!”   … “No!”", text=text)])
    assert figures_of(found).span == 1


def test_the_pair_that_shares_most_is_matched_first() -> None:
    a, b = frozenset(range(10)), frozenset(range(5, 15))
    assert match([a], [b | a, a]) == {0: 1}
    assert match([a, b], [a | b]) == {1: 0}  # equal shares: the later
    assert match([a], [frozenset()]) == {}


def test_letters_behind_the_end_of_the_text_are_none() -> None:
    assert letters_in("ab é-1", [CharSpan(1, 40)]) == {1, 3, 5}
    assert not lies_on(frozenset(), [frozenset({1})])


def test_a_record_twice_is_one_too_many() -> None:
    assert figures([BANK], *[record("Norvik Bank was safe")] * 2).quotes == Counts(right=1, extra=1, missed=0)


def test_optional_quotes_neither_gain_nor_cost() -> None:
    optional = gold_quote("It is not", "on Monday", optional=True)
    good = record("Norvik Bank was safe", organizations=("Norvik Bank",))
    alone = figures([BANK, optional], good)
    assert alone.quotes == Counts(right=1, extra=0, missed=0)
    assert figures([BANK, optional], good, record("It is not", "on Monday")) == alone
    assert figures([BANK, optional], good, record("on Monday")) == alone  # lies on it without matching it


def test_optional_organizations_neither_gain_nor_cost() -> None:
    quote = BANK | {"organizations": [], "organizations_optional": ["Norvik Bank"]}
    for named in ((), ("Norvik Bank",)):
        assert figures([quote], record("Norvik Bank was safe", organizations=named)).records.right == 1


@pytest.mark.parametrize(("said", "right"), [("2031-03-03", 1), ("2031-03", 1), (None, 1), ("2031", 0)])
def test_any_date_that_a_careful_reader_accepts_is_right(said: str | None, right: int) -> None:
    quote = BANK | {"said": "2031-03-03", "said_also": [None, "2031-03"]}
    assert figures([quote], record("Norvik Bank was safe", said=said)).said == right


def test_acts_are_scored_where_the_gold_has_them() -> None:
    quotes = [BANK | {"act": "statement"}, gold_quote("It is not", act="attitude"), gold_quote("any delay")]
    found = figures(quotes, *(record(*quote["content"]) for quote in quotes))
    assert found.act == 0.5


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ada Brunn", "Dr. ADA BRUNN"),
        ("José Peña", "Jose Pena"),
        ("Prime Minister’s Office", "the Prime Minister's Office"),
        ("Norvik Group", "Norvik"),
        (None, None),
        (None, ""),
    ],
)
def test_names_that_are_the_same_speaker(one: str | None, other: str | None) -> None:
    assert same_speaker(one, other)
    assert same_speaker(other, one)


@pytest.mark.parametrize(("one", "other"), [("Ada Brunn", "Brunn"), ("Ada Brunn", None), ("Judge", "Ada")])
def test_names_that_are_not_the_same_speaker(one: str | None, other: str | None) -> None:
    assert not same_speaker(one, other)


def test_keys_keep_at_least_one_word() -> None:
    assert person_key("The Minister") == "minister"
    assert organization_key("The Group") == "group"
    assert organization_key("U.N.") == organization_key("UN")


@pytest.mark.parametrize(
    ("short", "long"),
    [("UN", "United Nations"), ("BHS", "Bureau of Harbour Safety"), ("BoHS", "Bureau of Harbour Safety")],
)
def test_initials_are_the_organization(short: str, long: str) -> None:
    assert known_as(organization_key(short), {organization_key(long)}) == organization_key(long)
    assert known_as(organization_key(long), {organization_key(short)}) == organization_key(short)


def test_initials_of_nothing_are_nobody() -> None:
    assert known_as("", {"united nations"}) is None
    assert known_as("un", {"norvik bank", ""}) is None


def test_an_organization_of_the_gold_goes_before_an_optional_one() -> None:
    gold = gold_article(BANK | {"organizations": ["Norvik Bank"], "organizations_optional": ["NB"]}).quotes[0]
    found = compare_organizations(gold, ["NB"])
    assert (found.right, found.extra, found.missed) == (("norvik bank",), (), ())


def test_groups_by_speaker_join_names_of_one_person() -> None:
    quotes = [BANK, gold_quote("It is not", speaker="Dr. Ada Brunn"), gold_quote("any delay", speaker=None)]
    verdicts = judge(
        gold_article(*quotes), [record("Norvik Bank was safe"), record("The ferry sails at noon")]
    )
    found = grouped(verdicts, "speaker")
    assert {name: part.quotes for name, part in found.items()} == {
        "Ada Brunn": Counts(right=1, extra=1, missed=1),
        "(none)": Counts(right=0, extra=0, missed=1),
    }


@pytest.mark.parametrize(
    ("by", "names"),
    [
        ("article", ["harbour", "weather"]),
        ("source", ["agency", "(none)"]),
        ("kind", ["person"]),
        ("basis", ["(none)"]),
        ("act", ["(none)", "statement"]),
        ("type", ["indirect", "direct", "mixed"]),
    ],
)
def test_groups_come_with_most_quotes_first(by: str, names: list[str]) -> None:
    assert list(grouped(score(GOLD, RECORDS).verdicts, by)) == names


spans = st.lists(st.tuples(st.integers(0, 150), st.integers(0, 40)), min_size=1, max_size=3)


@given(st.lists(spans, max_size=6))
def test_every_quote_and_record_is_counted_once(found: list[list[tuple[int, int]]]) -> None:
    records = [
        RecordView.model_validate(
            {
                "article": {"id": "harbour"},
                "quote": {"spans": [{"start": start, "end": start + size} for start, size in part]},
                "speaker": {},
                "organizations": [],
            }
        )
        for part in found
    ]
    counts = figures_of(judge(GOLD[0], records)).quotes
    assert counts.right + counts.missed == 4
    assert counts.right + counts.extra + score(GOLD[:1], records).on_optional == len(records)
