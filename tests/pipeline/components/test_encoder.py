"""The encoder: what it reads, keeps and refuses."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
import spacy

from extract.errors import ModelError
from extract.pipeline.components.encoder import SCORES, NewsEncoder, Scores, make_encoder
from extract.pipeline.model_files import model_folder
from extract.pipeline.network.link_scorer import LinkWeights

TEXT = "“We won’t sell the bank,” Ada Brunn of Norvik Bank told reporters.\n\nIt was May."


def load(window: int = 256, threads: int = 1) -> NewsEncoder:
    encoder = NewsEncoder("extract_encoder", window=window, threads=threads)
    return encoder.from_disk(model_folder() / "extract_encoder")


@pytest.fixture(scope="module")
def encoder() -> NewsEncoder:
    return load()


def same(a: Scores, b: Scores) -> bool:
    return all(
        np.array_equal(getattr(a, name), getattr(b, name)) for name in ("entity", "role", "link", "window")
    )


def test_the_factory_makes_the_component_with_its_settings() -> None:
    component = make_encoder(spacy.blank("en"), "extract_encoder", 128, 2)
    assert (component.name, component.threads) == ("extract_encoder", 2)
    assert "extract_encoder" in spacy.blank("en").factory_names


def test_without_weights_it_says_what_to_do() -> None:
    with pytest.raises(ModelError, match="load a trained pipeline"):
        NewsEncoder("extract_encoder", window=256, threads=1).score([TEXT])


def test_an_incomplete_folder_names_what_is_missing(tmp_path: Path) -> None:
    (tmp_path / "tokenizer.json").write_text("{}")
    with pytest.raises(ModelError, match=r"model\.onnx, links\.npz missing"):
        NewsEncoder("extract_encoder", window=256, threads=1).from_disk(tmp_path)


def test_without_weights_it_is_saved_empty(tmp_path: Path) -> None:
    NewsEncoder("extract_encoder", window=256, threads=1).to_disk(tmp_path / "encoder")
    assert list((tmp_path / "encoder").iterdir()) == []


def test_it_is_not_kept_in_bytes() -> None:
    component = NewsEncoder("extract_encoder", window=256, threads=1)
    with pytest.raises(NotImplementedError):
        component.to_bytes()
    with pytest.raises(NotImplementedError):
        component.from_bytes(b"")


@pytest.mark.model
def test_every_word_has_its_scores(encoder: NewsEncoder) -> None:
    [scores] = encoder.score([TEXT])
    n = len(scores.pieces)
    assert scores.entity.shape == (n, 19)
    assert scores.role.shape == (n, 7)
    assert scores.link.shape == (n, 3 * scores.link_weights.size)
    for part in (scores.entity, scores.role):
        assert np.allclose(np.exp(part).sum(axis=1), 1, atol=1e-4)


@pytest.mark.model
def test_a_text_has_the_same_scores_alone_as_among_others(encoder: NewsEncoder) -> None:
    texts = [TEXT, "", "A much longer text. " * 60, "No."]
    for text, together in zip(texts, encoder.score(texts), strict=True):
        [alone] = encoder.score([text])
        assert same(alone, together)


@pytest.mark.model
def test_a_window_has_the_same_scores_whatever_follows_it() -> None:
    small = load(window=24)
    [alone], [followed] = small.score(["No, she said.\n\n"]), small.score([f"No, she said.\n\n{TEXT * 4}"])
    n = len(alone.pieces)
    assert np.array_equal(followed.role[:n], alone.role)


@pytest.mark.model
def test_words_know_their_window() -> None:
    [scores] = load(window=16).score([TEXT])
    assert scores.window[0] == 0
    assert all(right - left in (0, 1) for left, right in pairwise(scores.window.tolist()))
    assert scores.window[-1] > 0


@pytest.mark.model
@pytest.mark.parametrize("text", ["", " \n ", "\u200b", "x" * 20_000, "a-" * 500, "漢" * 600])
def test_any_text_is_scored(encoder: NewsEncoder, text: str) -> None:
    [scores] = encoder.score([text])
    assert len(scores.role) == len(scores.pieces)
    assert np.isfinite(scores.role).all()


@pytest.mark.model
def test_a_word_longer_than_the_window_is_cut_short() -> None:
    [scores] = load(window=4).score(["Donaudampfschifffahrtsgesellschaft said no."])
    assert np.isfinite(scores.role).all()
    assert len(scores.pieces) == 4


@pytest.mark.model
def test_weights_come_back_from_disk(encoder: NewsEncoder, tmp_path: Path) -> None:
    encoder.to_disk(tmp_path / "encoder")
    again = NewsEncoder("extract_encoder", window=256, threads=1).from_disk(tmp_path / "encoder")
    assert same(again.score([TEXT])[0], encoder.score([TEXT])[0])
    assert isinstance(again.score([TEXT])[0].link_weights, LinkWeights)


@pytest.mark.model
def test_more_threads_give_the_same_scores(encoder: NewsEncoder) -> None:
    other = load()
    other.use_threads(2)
    assert other.threads == 2
    assert np.allclose(other.score([TEXT])[0].role, encoder.score([TEXT])[0].role, atol=1e-4)


@pytest.mark.model
def test_scores_are_left_on_the_doc_in_order(encoder: NewsEncoder) -> None:
    nlp = spacy.blank("en")
    texts = ["No, she said.", TEXT, "Yes."]
    docs = list(encoder.pipe([nlp.make_doc(text) for text in texts], batch_size=2))
    assert [doc.text for doc in docs] == texts
    for doc in docs:
        assert same(doc.user_data[SCORES], encoder.score([doc.text])[0])
    assert same(encoder(nlp.make_doc(TEXT)).user_data[SCORES], docs[1].user_data[SCORES])
