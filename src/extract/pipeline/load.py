"""The trained pipeline: load it, run articles through it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from extract.article import Article
from extract.errors import ModelError
from extract.pipeline.annotations import Annotations
from extract.pipeline.doc_memo import remember
from extract.pipeline.model_files import find_model, is_shipped, model_folder
from extract.pipeline.read_doc import read_annotations

# In the order they run: what an article is annotated by.
COMPONENTS = (
    "extract_layout",
    "extract_sentences",
    "extract_encoder",
    "extract_entities",
    "extract_attribution",
    "extract_timex",
)
# Behind them, for programs that use spaCy themselves; `annotate` leaves it out.
QUOTES = "extract_quotes"
_MAX_WORD_CHARS = 200  # no word or link of an article is longer
_LONG_RUN = re.compile(rf"\S{{{_MAX_WORD_CHARS}}}")  # "a" * 200
# "a" * 200, "It rained. ", " "
_PART = re.compile(rf"\S{{{_MAX_WORD_CHARS}}}|\s*(?:\S{{1,{_MAX_WORD_CHARS - 1}}}(?!\S)\s*)+|\s+|\S+")
_MAX_TEXT_CHARS = 1_000_000_000  # spaCy's own limit guards a parser that this pipeline does not have


def load_pipeline(model: str | Path | None = None, *, threads: int = 1) -> Language:
    """A pipeline that finds quotes.

    model: a shipped one ("en_news_sm"), a folder or an installed spaCy package; None is the default. A
    pipeline that is not ours supplies the entities (its `ner` and what that needs), the default one the rest.
    threads: of the encoder. Raises ModelError.
    """
    folder = _folder_or_package(model)
    try:
        nlp = spacy.load(folder)
    except ModelError:
        raise
    except Exception as err:  # what a damaged file raises is up to the library that reads it
        raise ModelError(f"cannot load the model {folder}: {err}") from err
    if "extract_encoder" not in nlp.pipe_names:
        nlp = _joined(nlp, str(model))
    if QUOTES not in nlp.pipe_names:  # a model made before there was this component
        nlp.add_pipe(QUOTES)
    nlp.max_length = _MAX_TEXT_CHARS
    encoder = nlp.get_pipe("extract_encoder")
    encoder.use_threads(threads or os.cpu_count() or 1)  # type: ignore[attr-defined]
    return nlp


def _folder_or_package(model: str | Path | None) -> str | Path:
    """What spaCy loads: a folder, or the name of an installed package."""
    if isinstance(model, Path):
        return model
    folder = find_model(model)
    return folder if model is None or is_shipped(model) else model


def _joined(nlp: Language, model: str) -> Language:
    """A spaCy pipeline that is not ours, with our components behind its own."""
    if "ner" not in nlp.pipe_names:
        raise ModelError(f"the pipeline {model} has no 'ner' component; choose one that finds entities")
    ours = spacy.load(model_folder())
    for name in COMPONENTS:
        if name == "extract_entities":
            continue
        nlp.add_pipe(name, source=ours)
    return nlp


def model_version(nlp: Language) -> str:
    """Name and version of the pipeline, as records state it: "en_news_lg-0.3.0"."""
    return f"{nlp.meta['lang']}_{nlp.meta['name']}-{nlp.meta['version']}"


def make_doc(nlp: Language, text: str) -> Doc:
    """The tokens of `text`, in linear time.

    spaCy takes time quadratic in the length of a run without white space, so a long run is cut first.
    """
    if not _LONG_RUN.search(text):
        return nlp.make_doc(text)
    words: list[str] = []
    spaces: list[bool] = []
    for part in _PART.findall(text):
        for token in nlp.tokenizer(part):
            words.append(token.text)
            spaces.append(bool(token.whitespace_))
    return Doc(nlp.vocab, words=words, spaces=spaces)


def annotate(nlp: Language, articles: Iterable[Article]) -> Iterator[Annotations]:
    """Run articles through the pipeline: their annotations, in the same order."""

    def pairs() -> Iterator[tuple[Doc, Article]]:
        for article in articles:
            doc = make_doc(nlp, article.text)
            doc._.extract_title = article.title
            doc._.extract_published = article.published
            remember(doc, article.text)
            yield doc, article

    for doc, article in nlp.pipe(pairs(), as_tuples=True, batch_size=32, disable=[QUOTES]):
        yield read_annotations(article, doc)
