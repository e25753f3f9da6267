"""Entity: a name in a text with the label that the pipeline gave it."""

from __future__ import annotations

from dataclasses import dataclass

from extract.spans import CharSpan


@dataclass(frozen=True, slots=True)
class Entity:
    """A name as it was found. label: of the pipeline's entity recognizer."""

    span: CharSpan
    label: str
