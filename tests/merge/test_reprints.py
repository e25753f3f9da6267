"""Reprints decide nothing: a batch with an article twice has the merges that it has with it once."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import pytest

from tests.merge.made import Fields, doubtful, merges, organization, record, sure

NHU = "Nordic Harbour Union"
BANKS = [record(f"other {number}", about=["Norvik Bank"]) for number in range(110)]


def again(records: list[Fields], article: str, copy: str) -> list[Fields]:
    """The records of an article under another id."""
    return [r | {"article": r["article"] | {"id": copy}} for r in records if r["article"]["id"] == article]


def short(article: str, name: str, mention: str) -> Fields:
    return record(article, about=[organization(name, mention, how="alias")])


BATCHES: dict[str, list[Fields]] = {
    # One of many articles states it; a second would make it sure.
    "acronym": [*BANKS, record("a", about=["NHU"]), short("b", NHU, "NHU")],
    # One article more than a small batch has.
    "small batch": [*BANKS[:98], record("a", about=["NHU"]), short("b", NHU, "NHU")],
    "short form": [record("a", about=["Halvorsen"]), short("b", "Halvorsen Foods", "Halvorsen")],
    # Two that shorten it; a short form heard three times would be a name of its own.
    "rare short form": [
        *(record(x, about=["Halvorsen"]) for x in "ab"),
        *(short(x, "Halvorsen Foods", "Halvorsen") for x in "cd"),
    ],
    # Ada Brunn is rare in ten articles, not in eleven.
    "rare name": [
        *(record(f"b{number}", "Ada Brunn") for number in range(8)),
        record("a", "Ada Brunn", about=["NHU"]),
        record("b", "Jan Holt", about=[NHU]),
        record("b", "Ada Brunn", about=[NHU], number=1),
    ],
    # Of names of one length the one of most articles is used for all.
    "canonical name": [record("b", about=["Norvik Labor Club"]), record("c", about=["Norvik Labour Club"])],
    "namesakes": [
        record("a", "Ada Brunn", title="goalkeeper", affiliation="Norvik Rovers"),
        record("b", "Ada Brunn", title="minister", affiliation="Norvik Council"),
        record("c", "Ada Brunn", title="minister", affiliation="Norvik Council"),
    ],
}  # fmt: skip


def decisions(records: list[Fields], copies: tuple[str, ...] = ()) -> list[dict[str, Any]]:
    """What is decided, without how many articles have the names and without the copies."""
    found = []
    for merge in merges(records):
        fields: dict[str, Any] = asdict(merge) | {"articles": 0, "records": 0}
        found.append(fields | {"only_in": [name for name in merge.only_in if name not in copies]})
    return found


@pytest.mark.parametrize("batch", BATCHES)
def test_an_article_more_than_once_changes_no_decision(batch: str) -> None:
    records = BATCHES[batch]
    for article in sorted({fields["article"]["id"] for fields in records})[:6]:
        copies = tuple(f"z{number}" for number in range(3))
        more = [fields for copy in copies for fields in again(records, article, copy)]
        assert decisions(records + more, copies) == decisions(records)
        assert decisions(more + records, copies) == decisions(records)


def test_a_second_article_of_its_own_does_change_it() -> None:
    assert doubtful(BATCHES["acronym"]) == {"NHU": NHU}
    assert sure([*BATCHES["acronym"], short("c", NHU, "NHU")]) == {"NHU": NHU}


def test_a_reprint_that_was_cut_counts_as_little_as_a_whole_one() -> None:
    long = (
        short("b", NHU, "NHU"),
        record("b", "Ada Brunn", words="We will build it all again soon.", number=1),
    )
    cut = again([long[0]], "b", "c")
    assert sure([*BANKS, record("a", about=["NHU"]), *long, *cut]) == {}
    assert sure([*BANKS, record("a", about=["NHU"]), *cut, *long]) == {}


def test_the_same_words_under_another_name_are_no_reprint() -> None:
    words = "We will build it all again soon."
    records = [record("a", "A. Brunn", words=words), record("b", "Ada Brunn", words=words)]
    assert sure(records) == {"A. Brunn": "Ada Brunn"}


def test_reprints_are_counted_and_renamed() -> None:
    records = [record("a", about=["NORVIK BANK"]), record("b", about=["Norvik Bank Ltd"])]
    [merge] = merges(records + again(records, "a", "z"))
    assert (merge.name, merge.articles, merge.records) == ("NORVIK BANK", 2, 2)


def test_a_merge_limited_to_an_article_holds_in_its_reprint() -> None:
    records = [
        record("a", "Ada Brunn", about=["NHU"]),
        record("b", "Ada Brunn", about=[organization(NHU, "NHU", how="alias")]),
        short("c", "Norvik Health Unit", "NHU"),
        record("d", about=["NHU"]),
    ]
    first, second = sorted(merges(records + again(records, "a", "z")), key=lambda merge: not merge.accept)
    assert (first.canonical, first.only_in, first.articles, first.records) == (NHU, ("a", "z"), 2, 2)
    assert second.only_in == ("d",)
