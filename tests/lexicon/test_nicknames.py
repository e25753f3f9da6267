from __future__ import annotations

from extract.lexicon.nicknames import Nicknames


def test_nicknames_are_found_both_ways_and_names_of_their_own_are_not() -> None:
    nicknames = Nicknames()
    assert "robert" in nicknames.of("bob")
    assert "chuck" in nicknames.of("charles")
    assert "ian" not in nicknames.of("john")
    assert nicknames.of("zoltanka") == frozenset()
