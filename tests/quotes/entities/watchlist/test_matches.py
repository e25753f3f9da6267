"""Where an article holds the names of a list."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.quotes.entities.names import NameKind
from extract.quotes.entities.watchlist.index import NameIndex
from extract.quotes.entities.watchlist.matches import ArticleWords, Hit
from tests.growth import assert_linear
from tests.watch_lists import watch_list

COMPANIES = [
    "o1: Norvik Bank plc | NB",
    "o2: World Health Organisation | WHO",
    "o3: Target",
    "o4: Ministry of Defence",
    "o5: Macy's",
    "o6: The Who",
    "o7: eKestrel",
    "o8: Holt & Moen",
    "o9: Norvik Bank Foundation",
    "o10: U.N.",
]


def hits(text: str, *rows: str, kind: NameKind = "organization") -> list[Hit]:
    index = NameIndex(watch_list(kind, *(rows or COMPANIES)).entries, kind)
    return list(ArticleWords(text).hits(index))


def sure(text: str, *rows: str, kind: NameKind = "organization") -> list[str]:
    return [hit.span.of(text) for hit in hits(text, *rows, kind=kind) if hit.sure]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("They sued Norvik Bank’s board.", ["Norvik Bank"]),
        ("They sued Norvik Bank Inc. and left.", ["Norvik Bank Inc."]),
        ("They sued NORVIK BANK in May.", ["NORVIK BANK"]),
        ("They sued Norvik\nBank in May.", ["Norvik\nBank"]),
        ("They sued Norvik Bank, Inc. in May.", ["Norvik Bank, Inc."]),
        ("The Norvik Bank Foundation paid.", ["Norvik Bank Foundation"]),
        ("The Ministry of Defence paid.", ["Ministry of Defence"]),
        ("The ministry of defence paid.", []),
        ("The norvik bank paid.", []),
        ("We came by Norvik. Bank after bank fell.", []),
        ("We came by Norvik\n\nBank after bank fell.", []),
        ("It was sold by Macy’s to Holt and Moen.", ["Macy’s", "Holt and Moen"]),
        ("The drummer of the Who left, and who cares?", []),
        ("The drummer left The Who in May.", ["The Who"]),
        ("The who and the why of it.", []),
        ("Nobody at the UN or the U.N. asked.", ["UN", "U.N."]),
    ],
)
def test_names_have_the_same_words_and_capitals(text: str, names: list[str]) -> None:
    assert sure(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Doctors at the WHO asked for help.", ["WHO"]),
        ("WHO is short of money.", ["WHO"]),
        ("Who is short of money?", []),
        ("The nurses who asked for help left.", []),
        ("WHO WILL PAY FOR IT?", []),
        ("They asked the man WHO PAID FOR IT ALL.", []),
        ("WHO Director Ada Brunn left the town.", ["WHO"]),
        ("A meeting at WHO Island was closed.", []),
        ("He works for NB, they said.", ["NB"]),
    ],
)
def test_short_names_in_capitals_are_no_common_words(text: str, names: list[str]) -> None:
    assert sure(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("They sold it to Target in the spring.", ["Target"]),
        ("Target said it would sell the shop.", ["Target"]),
        ("Target’s owners would sell the shop.", ["Target"]),
        ("Target prices rose in the spring.", []),
        ("He was glad. Target prices rose in the spring.", []),
        ("“Target prices rose,” he said then.", []),
        ("Shares: Target prices rose in the spring.", []),
        ("Owners Hope Target Deal Brings Luck", []),
        ("They went to Target Island in the spring.", []),
        ("They met Jan Target in the spring.", []),
        ("They met Mr. Target in the spring.", []),
        ("They met Target Chief Executive Ada Brunn in spring.", ["Target"]),
        ("The target was missed, as in the spring.", []),
        ("eKestrel fell in the spring.", ["eKestrel"]),
        ("The Target-Moen deal fell through in spring.", []),
        ("The Target-led group fell apart in spring.", ["Target"]),
    ],
)
def test_one_word_is_a_name_where_its_capital_says_so(text: str, names: list[str]) -> None:
    assert sure(text) == names


def test_honorifics_are_no_part_of_a_longer_name_of_a_person() -> None:
    text = "They met Mr. Lula and the minister Lula in spring."
    assert sure(text, "p1: Luiz Lula | Lula", kind="person") == ["Lula", "Lula"]


def test_the_longest_name_wins_and_none_overlap() -> None:
    text = "It was Ada Brunn Moen, not Ada Brunn."
    found = hits(text, "p1: Ada Brunn", "p2: Ada Brunn Moen", kind="person")
    assert [(hit.span.of(text), hit.spellings[0].entry.id) for hit in found] == [
        ("Ada Brunn Moen", "p2"),
        ("Ada Brunn", "p1"),
    ]


def test_the_name_as_written_wins_over_one_with_another_legal_form() -> None:
    rows = ("o1: Halm Ltd", "o2: Halm Inc.")
    text = "They sued Halm Inc. and then Halm in May."
    found = hits(text, *rows)
    assert [[s.entry.id for s in hit.spellings] for hit in found] == [["o2"], ["o1", "o2"]]


def test_names_without_letters_or_of_one_letter_are_left_to_the_network() -> None:
    assert hits("In 1860 the X moved to X, not 1860.", "o1: 1860", "o2: X") == []


@given(st.text(alphabet="NorvikBankaé \u0301\n.,’'s-&“”WHO1", max_size=80))
def test_hits_are_slices_in_order(text: str) -> None:
    end = 0
    for hit in hits(text, "o1: Norvik Bank | WHO | N | k & s", "o2: Bank’s | a"):
        assert end <= hit.span.start < hit.span.end <= len(text)
        end = hit.span.end


@pytest.mark.slow
def test_time_grows_with_the_text_only() -> None:
    rows = [f"o{n}: Norvik {'Bank ' * (n % 30)}{n}" for n in range(2000)]
    index = NameIndex(watch_list("organization", *rows).entries, "organization")
    assert_linear(lambda text: list(ArticleWords(text).hits(index)), "Norvik Bank and Bank ", 40_000)
