"""Names exchanged in training articles."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from extract.train.data.augment import apply
from extract.train.data.rename import Pools, exchanged

POOLS = Pools(
    first=("Wanjiru",),
    last=("Abiola",),
    mentions={"ORG": ("Delta Mining", "OPK", "Zenith"), "LOC": ("Kisumu",)},
)
TEXT = (
    "Ada Brunn of Norvik Bank met J. Roe. Mr. Brunn's aide left Ostervik. BRUNN wins. The WHB met Norvik Co."
)
ENTITIES = [
    (TEXT.index(name), TEXT.index(name) + len(name), label)
    for name, label in [
        ("Ada Brunn", "PERSON"),
        ("Norvik Bank", "ORG"),
        ("J. Roe", "PERSON"),
        ("Brunn's", "PERSON"),
        ("Ostervik", "LOC"),
        ("BRUNN", "PERSON"),
        ("WHB", "ORG"),
    ]
]


def renamed(share: float, seed: int = 0) -> str:
    return apply(TEXT, exchanged(TEXT, ENTITIES, POOLS, random.Random(seed), share)).text


def test_every_name_becomes_one_other_throughout() -> None:
    assert renamed(1.0) == (
        "Wanjiru Abiola of Delta Mining met J. Abiola. Mr. Abiola's aide left Kisumu. ABIOLA wins. "
        "The OPK met Norvik Co."
    )


def test_without_a_share_nothing_changes() -> None:
    assert renamed(0.0) == TEXT


@given(st.integers(0, 500))
def test_what_is_no_name_stays(seed: int) -> None:
    edits = exchanged(TEXT, ENTITIES, POOLS, random.Random(seed), 0.5)
    for start, end, new in edits:
        assert new
        assert any(s <= start and end <= e for s, e, _ in ENTITIES)
    assert edits == sorted(edits)


def test_overlapping_names_are_exchanged_once() -> None:
    entities = [(0, 9, "PERSON"), (4, 9, "ORG")]
    assert apply(
        "Ada Brunn left.", exchanged("Ada Brunn left.", entities, POOLS, random.Random(0), 1.0)
    ).text == ("Wanjiru Abiola left.")
