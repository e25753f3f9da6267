"""Windows of training articles."""

from __future__ import annotations

import random

from extract.train.data.examples import examples
from tests.train.data.made import ROLE_TAGS, TOKENIZER, quote_row


def test_windows_cover_all_words_and_count_from_their_own_start() -> None:
    text = " ".join(["Ada Brunn said no."] * 9)
    found = list(examples([quote_row(text=text)], TOKENIZER, [32], None))
    assert sum(len(item.first) for item in found) == 45
    for item in found:
        assert item.first[0] == 0
        assert len(item.ids) <= 32
        assert len(item.roles) == len(item.allowed) == len(item.first)


def test_without_chance_the_last_limit_holds_and_nothing_is_restyled() -> None:
    rows = [quote_row(text='"No," said Ada. ' * 8)]
    [once] = examples(rows, TOKENIZER, [16, 1000], None)
    assert len(once.ids) > 16


def test_the_same_seed_gives_the_same_examples() -> None:
    rows = [quote_row({"cue": ["said"], "content": ['"No,"']}, text='"No," said Ada. ' * 3)] * 9
    one, other = (list(examples(rows, TOKENIZER, [16, 64], random.Random(3))) for _ in range(2))
    assert [item.ids.tolist() for item in one] == [item.ids.tolist() for item in other]
    assert {item.ids.tobytes() for item in one} != {next(iter(one)).ids.tobytes()}


def test_restyled_articles_keep_their_labels() -> None:
    rows = [quote_row({"source": ["Ada"], "cue": ["said"], "content": ["No"]}, text='"No," said Ada.')] * 60
    for found in examples(rows, TOKENIZER, [64], random.Random(1)):
        tags = [ROLE_TAGS[tag] for tag in found.roles if tag]
        assert tags == ["B-content", "B-cue", "B-source"]
