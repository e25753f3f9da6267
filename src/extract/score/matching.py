"""Which found content goes with which of the gold: by the letters and digits that they share."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from extract.span import CharSpan

_LEAST = 0.5

Letters = frozenset[int]


def letters_in(text: str, spans: Iterable[CharSpan]) -> Letters:
    """Where the letters and digits of `spans` stand; what lies behind the end of the text holds none."""
    return frozenset(
        at for span in spans for at in range(span.start, min(span.end, len(text))) if text[at].isalnum()
    )


def match(gold: Sequence[Letters], found: Sequence[Letters]) -> dict[int, int]:
    """The number of a found content for each gold one that has it, one to one.

    Two match when at least half of the letters that either has are shared (intersection over union);
    the pair that shares most is taken first, of equal ones the later.
    """
    pairs = sorted(
        (
            (likeness(one, other), i, j)
            for i, one in enumerate(gold)
            for j, other in enumerate(found)
            if one & other
        ),
        reverse=True,
    )
    matched: dict[int, int] = {}
    taken: set[int] = set()
    for shared, i, j in pairs:
        if shared >= _LEAST and i not in matched and j not in taken:
            matched[i] = j
            taken.add(j)
    return matched


def likeness(one: Letters, other: Letters) -> float:
    """Intersection over union, 0 to 1; 0 for two empty ones."""
    return len(one & other) / len(one | other) if one & other else 0.0


def overlap(one: Letters, other: Letters) -> float:
    """The F1 of the letters, 0 to 1."""
    return 2 * len(one & other) / (len(one) + len(other))


def lies_on(found: Letters, places: Collection[Letters]) -> bool:
    """Whether at least half of the letters found belong to one of `places`."""
    return bool(found) and any(len(found & place) / len(found) >= _LEAST for place in places)
