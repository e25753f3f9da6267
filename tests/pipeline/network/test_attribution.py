"""Sources, cues and contents joined into attributions."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from extract.pipeline.network.attribution import Attribution, EncodedText, group_attributions
from extract.pipeline.network.labels import ROLES
from extract.pipeline.network.viterbi import WordSpan
from extract.spans import CharSpan
from tests.docs.pages import link_vectors, make_pieces, words_in
from tests.marked_texts import span_of

Link = tuple[str, str]


def grouped(
    text: str, roles: Sequence[Link], links: Sequence[Link] = (), window: Sequence[int] | None = None
) -> list[Attribution]:
    """The attributions of (words, role) pairs, each linked to a cue by (words, cue)."""
    pieces = make_pieces(text)
    spans = []
    for words, role in roles:
        first, last = words_in(pieces, span_of(text, words))
        spans.append(WordSpan(first, last, ROLES.index(role), 0.9))
    vectors, weights = link_vectors(pieces, [(span_of(text, a), span_of(text, b)) for a, b in links])
    encoded = EncodedText(
        starts=pieces.starts,
        ends=pieces.ends,
        link=vectors,
        window=np.array(window or [0] * len(pieces)),
        weights=weights,
    )
    return group_attributions(encoded, sorted(spans, key=lambda span: span.first))


def texts(text: str, spans: Sequence[CharSpan]) -> list[str]:
    return [span.of(text) for span in spans]


def test_source_and_content_join_the_cue_they_are_linked_to() -> None:
    text = "Brunn said the bank is safe"
    [found] = grouped(
        text,
        [("Brunn", "source"), ("said", "cue"), ("the bank is safe", "content")],
        [("Brunn", "said"), ("the bank is safe", "said")],
    )
    assert texts(text, found.source) == ["Brunn"]
    assert texts(text, found.cue) == ["said"]
    assert texts(text, found.content) == ["the bank is safe"]
    assert found.confidence == pytest.approx(0.9)
    assert found.source_confidence == pytest.approx(0.9)


def test_two_contents_of_one_cue_are_one_attribution() -> None:
    text = "We will appeal Rivera said The ruling is wrong"
    [found] = grouped(
        text,
        [
            ("We will appeal", "content"),
            ("Rivera", "source"),
            ("said", "cue"),
            ("The ruling is wrong", "content"),
        ],
        [("We will appeal", "said"), ("Rivera", "said"), ("The ruling is wrong", "said")],
    )
    assert texts(text, found.content) == ["We will appeal", "The ruling is wrong"]


def test_a_content_with_no_cue_stands_alone() -> None:
    text = "Nobody asked us"
    [found] = grouped(text, [("Nobody asked us", "content")])
    assert (found.source, found.cue) == ((), ())
    assert found.source_confidence == 0.0


def test_a_cue_with_no_content_and_a_source_with_no_cue_are_dropped() -> None:
    text = "Brunn spoke and Holt listened"
    assert grouped(text, [("Brunn", "source"), ("spoke", "cue"), ("Holt", "source")]) == []


def test_two_cues_share_the_source_that_leans_to_both() -> None:
    text = "He said A and added B"
    roles = [("He", "source"), ("said", "cue"), ("A", "content"), ("added", "cue"), ("B", "content")]
    pieces = make_pieces(text)
    vectors, weights = link_vectors(
        pieces,
        [(span_of(text, "A"), span_of(text, "said")), (span_of(text, "B"), span_of(text, "added"))],
    )
    vectors[0, :3] = (2.0, 1.5, -9.0)  # "He" leans to "said", and a little less to "added"
    spans = [
        WordSpan(*words_in(pieces, span_of(text, words)), ROLES.index(role), 0.9) for words, role in roles
    ]
    encoded = EncodedText(
        starts=pieces.starts,
        ends=pieces.ends,
        link=vectors,
        window=np.zeros(len(pieces), dtype=np.int64),
        weights=weights,
    )
    assert [texts(text, found.source) for found in group_attributions(encoded, spans)] == [["He"], ["He"]]


def test_a_cue_that_goes_with_another_is_a_piece_of_it() -> None:
    text = "The bank is according only to Brunn safe"
    [found] = grouped(
        text,
        [("The bank is", "content"), ("according", "cue"), ("to", "cue"), ("Brunn", "source")],
        [("The bank is", "according"), ("to", "according"), ("Brunn", "according")],
    )
    assert texts(text, found.cue) == ["according", "to"]


def test_attributions_come_in_the_order_of_their_contents() -> None:
    text = "Yes said Holt No said Brunn"
    found = grouped(
        text,
        [("No", "content"), ("Yes", "content"), ("said", "cue"), ("Holt", "source")],
        [("Yes", "said"), ("Holt", "said")],
    )
    assert [texts(text, item.content) for item in found] == [["Yes"], ["No"]]


def test_spans_read_in_two_windows_are_never_joined() -> None:
    text = "Brunn said so The bank is safe"
    found = grouped(
        text,
        [("Brunn", "source"), ("said", "cue"), ("The bank is safe", "content")],
        [("Brunn", "said"), ("The bank is safe", "said")],
        window=[0, 0, 0, 1, 1, 1, 1],
    )
    assert [(item.cue, texts(text, item.content)) for item in found] == [((), ["The bank is safe"])]


def test_no_spans_no_attributions() -> None:
    assert grouped("Brunn said so", []) == []
