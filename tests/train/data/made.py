"""Training articles made by hand, and what the network is to learn of them."""

from __future__ import annotations

from typing import Any

import numpy as np

from extract.pipeline.network.labels import ENTITY_LABELS, ROLES, bio
from extract.train.data.examples import Example, examples
from extract.train.data.row import Row, scheme
from tests.marked_texts import span_of
from tests.small_tokenizer import small_tokenizer

TOKENIZER = small_tokenizer()
TEXT = "Ada Brunn of Norvik said no."
ENTITY_TAGS, ROLE_TAGS = bio(ENTITY_LABELS), bio(ROLES)
ALL_COMPLETE = {"complete": ["PERSON", "ORG", "LOC"], "partial": []}


def place(words: str, text: str = TEXT) -> tuple[int, int]:
    span = span_of(text, words)
    return span.start, span.end


def example(row: Row, limit: int = 1000) -> Example:
    [found] = examples([row], TOKENIZER, [limit], None)
    return found


def allowed(found: Example, word: int) -> set[str]:
    return {ENTITY_TAGS[tag] for tag in np.flatnonzero(found.allowed[word])}


def entity_row(*entities: tuple[int, int, str], notes: dict[str, Any] | None = None, **fields: Any) -> Row:
    return Row(set="ner/x", text=TEXT, entities=entities, scheme=scheme(notes or ALL_COMPLETE), **fields)


def quote_row(*attributions: dict[str, list[str]], text: str = TEXT) -> Row:
    return Row(
        set="quotes/x",
        text=text,
        attributions=tuple(
            {role: tuple(place(words, text) for words in item.get(role, [])) for role in ROLES}
            for item in attributions
        ),
    )
