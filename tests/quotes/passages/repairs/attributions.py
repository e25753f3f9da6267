"""What tests look at in attributions."""

from __future__ import annotations

from extract.pipeline.network.attribution import Attribution


def parts(text: str, *items: Attribution) -> list[tuple[list[str], list[str]]]:
    """Source and contents of each."""
    return [
        ([span.of(text) for span in item.source], [span.of(text) for span in item.content]) for item in items
    ]
