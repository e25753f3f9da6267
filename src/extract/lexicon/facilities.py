"""Nouns for places where an organization works, called after their town: "the Velden plant". Lower case."""

from __future__ import annotations

FACILITIES = frozenset(
    """plant plants mill mills factory factories office offices branch branches store stores shop shops
        warehouse warehouses depot depots mine mines smelter refinery shipyard yard campus site sites facility
        facilities headquarters works foundry brewery distillery terminal quarry hub showroom outlet workshop
        base lab laboratory sawmill dockyard reactor""".split()
)
