"""Training data as word-level targets."""

from __future__ import annotations

import gzip
import json
import random
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from extract.pipeline.network.labels import ENTITY_LABELS, ROLES, bio
from extract.train.data.corpora import Example, Row, examples, read_entities, read_jsonl, read_quotes, scheme
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


def write_gzip(path: Path, rows: list[dict[str, Any]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress("".join(json.dumps(row) + "\n" for row in rows).encode()))


def test_labels_of_a_set_stand_for_ours() -> None:
    found = scheme({"complete": ["PERSON", "GPE"], "partial": ["TIME", "DISEASE"]})
    assert found.fine == {"PERSON": ("PERSON",), "GPE": ("LOC",), "TIME": ("DATE",)}


def test_what_a_set_leaves_out_an_unlabelled_word_may_be() -> None:
    found = scheme({"complete": ["PERSON", "GPE"], "partial": ["ORG"]})
    assert "PERSON" not in found.open
    assert "LOC" not in found.open
    assert {"ORG", "MISC", "DATE"} <= set(found.open)


def test_an_ambiguous_label_may_be_any_of_several() -> None:
    found = scheme({"complete": ["MISC"], "partial": [], "ambiguous": {"MISC": ["NORP", "EVENT", "PRODUCT"]}})
    assert set(found.fine["MISC"]) == {"NORP", "MISC", "PRODUCT"}


def test_an_entity_allows_its_own_tags_alone() -> None:
    found = example(entity_row((*place("Ada Brunn"), "PERSON")))
    assert allowed(found, 0) == {"B-PERSON"}
    assert allowed(found, 1) == {"I-PERSON"}


def test_an_unlabelled_word_may_carry_what_the_set_does_not_annotate() -> None:
    found = example(entity_row())
    assert "O" in allowed(found, 0)
    assert "B-MISC" in allowed(found, 0)
    assert not {"B-PERSON", "I-ORG", "B-LOC"} & allowed(found, 0)


def test_ignored_words_may_be_anything() -> None:
    found = example(entity_row(ignore=(place("Norvik"),)))
    assert allowed(found, 3) == set(ENTITY_TAGS)


def test_an_article_without_entities_teaches_none() -> None:
    assert example(quote_row()).allowed.all()


def test_roles_are_bio_tags_of_the_words() -> None:
    found = example(quote_row({"source": ["Ada Brunn"], "cue": ["said"], "content": ["no"]}))
    assert [ROLE_TAGS[tag] for tag in found.roles] == [
        "B-source",
        "I-source",
        "O",
        "O",
        "B-cue",
        "B-content",
        "O",
    ]


def test_links_go_to_the_first_word_of_the_cue_and_the_cue_has_none() -> None:
    found = example(quote_row({"source": ["Ada Brunn"], "cue": ["said"], "content": ["no"]}))
    source, cue, content = range(len(ROLES))
    assert found.links.tolist() == [[0, 1, source, 4], [4, 4, cue, -1], [5, 5, content, 4]]


def test_a_second_piece_of_a_cue_belongs_to_the_first() -> None:
    found = example(quote_row({"cue": ["said", "of"], "content": ["no"]}))
    assert sorted(found.links.tolist()) == [[2, 2, 1, -1], [4, 4, 1, 2], [5, 5, 2, 2]]


def test_a_content_without_a_cue_belongs_to_none() -> None:
    assert example(quote_row({"content": ["no"]})).links.tolist() == [[5, 5, 2, -1]]


def test_an_article_without_attributions_teaches_no_roles() -> None:
    assert (example(entity_row()).roles == -1).all()


def test_a_cue_in_another_window_is_none_here() -> None:
    text = "Ada said so.\n\nNo one did."
    row = quote_row({"cue": ["said"], "content": ["No one did"]}, text=text)
    first, second = examples([row], TOKENIZER, [10], None)
    assert len(first.links) == 1
    assert second.links.tolist() == [[0, 2, 2, -1]]


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


@pytest.mark.parametrize("name", ["rows.jsonl", "rows.jsonl.gz"])
def test_json_lines_are_read_packed_or_not(tmp_path: Path, name: str) -> None:
    data = b'{"a": 1}\n\n{"a": 2}\n'
    (tmp_path / name).write_bytes(gzip.compress(data) if name.endswith("gz") else data)
    assert [row["a"] for row in read_jsonl(tmp_path / name)] == [1, 2]


def test_articles_kept_for_measuring_do_not_train(tmp_path: Path) -> None:
    row: dict[str, Any] = {
        "text": TEXT,
        "attributions": [{"source": [[0, 9]], "cue": [[20, 24]], "content": [[25, 27]]}],
    }
    rows = [row, row | {"gold_dev": True}, row | {"publisher": "BBC News"}]
    write_gzip(tmp_path / "quotes/train.jsonl.gz", rows)
    [found] = read_quotes(tmp_path, "quotes/train")
    assert found.attributions == ({"source": ((0, 9),), "cue": ((20, 24),), "content": ((25, 27),)},)


def test_a_set_is_read_with_what_its_labels_mean(tmp_path: Path) -> None:
    write_gzip(
        tmp_path / "ner/own.jsonl.gz", [{"text": TEXT, "entities": [[0, 9, "PER"]], "ignore": [[13, 19]]}]
    )
    notes = {"own": {"complete": ["PER"], "partial": [], "ambiguous": {"PER": ["PERSON"]}}}
    (tmp_path / "ner/LABELS.json").write_text(json.dumps(notes))
    [found] = read_entities(tmp_path, "ner/own")
    assert found.entities == ((0, 9, "PER"),)
    assert found.ignore == ((13, 19),)
    assert found.scheme is not None
    assert found.scheme.fine == {"PER": ("PERSON",)}
