"""Docs and annotations made by hand: as the encoder leaves a Doc, and as the whole pipeline annotates it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import numpy.typing as npt
import spacy
from spacy.tokens import Doc

from extract.article import Article
from extract.pipeline.annotations import Annotations
from extract.pipeline.components.attribution import EXTENSION, register_extension
from extract.pipeline.components.encoder import SCORES, Scores
from extract.pipeline.components.layout import LayoutFinder
from extract.pipeline.components.sentences import SentenceSplitter
from extract.pipeline.components.timex import TimexFinder
from extract.pipeline.network.attribution import Attribution
from extract.pipeline.network.labels import ENTITY_LABELS, ROLES
from extract.pipeline.network.link_scorer import LinkWeights
from extract.pipeline.network.word_pieces import Pieces
from extract.pipeline.read_doc import read_annotations
from extract.spans import CharSpan
from tests.marked_texts import spans_of

FloatArray = npt.NDArray[np.float32]

_WORD = re.compile(r"\w+|[^\w\s]")
_STRONG = 40.0


def make_pieces(text: str) -> Pieces:
    """Each word one piece; shapes and gaps are left at nought."""
    bounds = np.array([found.span() for found in _WORD.finditer(text)], dtype=np.int64).reshape(-1, 2)
    zeros = np.zeros(len(bounds), dtype=np.int64)
    return Pieces(
        ids=zeros,
        shapes=zeros,
        gaps=zeros,
        first=np.arange(len(bounds)),
        starts=bounds[:, 0],
        ends=bounds[:, 1],
    )


def words_in(pieces: Pieces, span: CharSpan) -> tuple[int, int]:
    """First and last word of a span, both inside."""
    inside = np.flatnonzero((pieces.starts >= span.start) & (pieces.ends <= span.end))
    return int(inside[0]), int(inside[-1])


def bio_scores(
    pieces: Pieces, marked: Iterable[tuple[CharSpan, str]], labels: Sequence[str], probability: float = 0.97
) -> FloatArray:
    """Log-probabilities under which the marked spans are `probability` likely, the rest is outside."""
    n_tags = 1 + 2 * len(labels)
    tags = np.zeros(len(pieces), dtype=np.int64)
    for span, label in marked:
        first, last = words_in(pieces, span)
        tags[first : last + 1] = 2 + 2 * labels.index(label)
        tags[first] = 1 + 2 * labels.index(label)
    scores = np.full((len(tags), n_tags), (1 - probability) / (n_tags - 1))
    scores[np.arange(len(tags)), tags] = probability
    out: FloatArray = np.log(scores).astype(np.float32)
    return out


def link_vectors(
    pieces: Pieces, links: Iterable[tuple[CharSpan, CharSpan]]
) -> tuple[FloatArray, LinkWeights]:
    """Vectors and weights under which each span's first word belongs to the cue it is linked to.

    links: (span, cue). Spans in no link belong to no cue.
    """
    links = list(links)
    cues = list(dict.fromkeys(cue for _, cue in links))
    size = len(cues) + 1
    vectors = np.zeros((len(pieces), 3, size), dtype=np.float32)
    vectors[:, 0, -1] = _STRONG
    for number, cue in enumerate(cues):
        vectors[words_in(pieces, cue)[0], 2, number] = 1.0
    for span, cue in links:
        first, _ = words_in(pieces, span)
        vectors[first, 0, -1] = 0.0
        vectors[first, 0, cues.index(cue)] = _STRONG
    none = np.zeros(size, dtype=np.float32)
    none[-1] = 1.0
    weights = LinkWeights(
        role=np.zeros((len(ROLES), size), dtype=np.float32),
        none=none,
        distance=np.zeros((32, len(ROLES)), dtype=np.float32),
        size=size,
    )
    return vectors.reshape(len(pieces), 3 * size), weights


def encoded_doc(
    text: str,
    *,
    entities: Mapping[str, str] | None = None,
    roles: Sequence[tuple[CharSpan, str]] = (),
    links: Sequence[tuple[CharSpan, CharSpan]] = (),
) -> Doc:
    """A Doc as the encoder leaves it. entities: words to label, at every place where they stand."""
    pieces = make_pieces(text)
    vectors, weights = link_vectors(pieces, links)
    named = [(span, label) for words, label in (entities or {}).items() for span in spans_of(text, [words])]
    doc = spacy.blank("en").make_doc(text)
    doc.user_data[SCORES] = Scores(
        pieces=pieces,
        entity=bio_scores(pieces, named, ENTITY_LABELS),
        role=bio_scores(pieces, roles, ROLES),
        link=vectors,
        window=np.zeros(len(pieces), dtype=np.int64),
        link_weights=weights,
    )
    return doc


def annotated(
    text: str,
    *,
    entities: Mapping[str, str] | None = None,
    attributions: Sequence[Attribution] = (),
    published: str | None = None,
) -> Annotations:
    """The annotations of a text, with these entities and attributions."""
    article = Article(id="a", text=text, path="a.txt", published=published)
    return read_annotations(article, annotated_doc(article, entities=entities, attributions=attributions))


def annotated_doc(
    article: Article,
    *,
    entities: Mapping[str, str] | None = None,
    attributions: Sequence[Attribution] = (),
) -> Doc:
    """A Doc as the whole pipeline leaves it, with these entities and attributions."""
    text = article.text
    register_extension()
    components = (LayoutFinder("layout"), SentenceSplitter("sentences"), TimexFinder("timex"))
    doc = spacy.blank("en").make_doc(text)
    doc._.extract_published = article.published
    for component in components:
        doc = component(doc)
    labels = entities or {}
    spans = [doc.char_span(s.start, s.end, labels[s.of(text)]) for s in spans_of(text, labels)]
    doc.ents = tuple(span for span in spans if span is not None)
    doc._.set(
        EXTENSION,
        [
            {role: [[span.start, span.end] for span in getattr(item, role)] for role in ROLES}
            | {"confidence": item.confidence, "source_confidence": item.source_confidence}
            for item in attributions
        ],
    )
    return doc
