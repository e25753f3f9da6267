"""The encoder: one pass over the text gives every later component its scores."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnxruntime
from spacy.language import Language
from spacy.tokens import Doc
from tokenizers import Tokenizer

from extract.errors import ModelError
from extract.pipeline.components.layout import layout_of, quotations_of, text_of
from extract.pipeline.network.encoder_text import ReducedText, reduce_text, unread_spans
from extract.pipeline.network.labels import ENTITY_LABELS, ROLES, bio
from extract.pipeline.network.link_scorer import LinkWeights
from extract.pipeline.network.word_pieces import Pieces, Window, cut, special_ids, windows

FloatArray = npt.NDArray[np.float32]
IntArray = npt.NDArray[np.int64]
SCORES = "extract.scores"
INPUTS = ("ids", "shapes", "gaps")
OUTPUTS = ("entity", "role", "link")
_FILES = ("model.onnx", "tokenizer.json", "links.npz")
# ONNX Runtime's fused operators of these names take longer on a CPU than the two that they stand for.
_SLOWER = ["SkipLayerNormFusion", "BiasGeluFusion"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """What the encoder says of each word of one text.

    entity: (n_words, 19) and role: (n_words, 7), log-probabilities in the order of `tags.bio`.
    link: (n_words, 192), vectors for `links`, in half precision. window: (n_words,), the number of the
    window each word was read in. Held in `doc.user_data["extract.scores"]` until the attributions are found.
    """

    pieces: Pieces
    entity: FloatArray
    role: FloatArray
    link: FloatArray
    window: IntArray
    link_weights: LinkWeights


@Language.factory("extract_encoder", default_config={"window": 160, "threads": 1}, assigns=[])
def make_encoder(nlp: Language, name: str, window: int, threads: int) -> NewsEncoder:
    """The `extract_encoder` component; it reads its weights from the model's folder."""
    return NewsEncoder(name, window=window, threads=threads)


class NewsEncoder:
    """Runs the network on windows of whole paragraphs, each on its own.

    Int8 inference scales its inputs over all that runs together: alone, a window's scores do not depend
    on its neighbours, an article's records not on the batch, and no time goes to padding. On one core
    it is also the fastest. window: most pieces in one, without the two special ones. threads: of ONNX
    Runtime.
    """

    def __init__(self, name: str, *, window: int, threads: int) -> None:
        self.name = name
        self.threads = threads
        self._window = window
        self._files: dict[str, bytes] = {}
        self._session: onnxruntime.InferenceSession | None = None
        self._tokenizer: Tokenizer | None = None
        self._links: LinkWeights | None = None

    def __call__(self, doc: Doc) -> Doc:
        """Score one text."""
        return next(iter(self.pipe([doc])))

    def pipe(self, stream: Iterable[Doc], batch_size: int = 32) -> Iterator[Doc]:
        """Score many texts, the word pieces of `batch_size` at a time."""
        docs = iter(stream)
        while batch := list(islice(docs, batch_size)):
            copies = [_as_read(doc) for doc in batch]
            found = self.score([copy.text for copy in copies])
            for doc, copy, scores in zip(batch, copies, found, strict=True):
                doc.user_data[SCORES] = replace(scores, pieces=scores.pieces.rebased(copy.offsets))
            yield from batch

    def score(self, texts: Sequence[str]) -> list[Scores]:
        """The scores of each text. Raises ModelError when no weights were loaded."""
        tokenizer, links = self._tokenizer, self._links
        if tokenizer is None or links is None:
            raise ModelError(f"component {self.name!r} has no weights; load a trained pipeline")
        special = special_ids(tokenizer)
        out = []
        for pieces in cut(tokenizer, texts):
            scores = _empty(pieces, links)
            for number, window in enumerate(windows(pieces, self._window)):
                self._run(scores, window, number, special)
            out.append(scores)
        return out

    def _run(self, scores: Scores, window: Window, number: int, special: tuple[int, int]) -> None:
        """Score the words of one window. A word longer than the window is cut short."""
        pieces = scores.pieces
        low = pieces.first[window.start]
        size = min(window.pieces, self._window)
        inputs = {name: np.zeros((1, size + 2), dtype=np.int64) for name in INPUTS}
        inside = slice(low, low + size)
        inputs["ids"][0, 0], inputs["ids"][0, -1] = special
        inputs["ids"][0, 1:-1] = pieces.ids[inside]
        inputs["shapes"][0, 1:-1] = pieces.shapes[inside]
        inputs["gaps"][0, 1:-1] = pieces.gaps[inside]
        assert self._session is not None
        entity, role, link = self._session.run(list(OUTPUTS), inputs)
        words = slice(window.start, window.end)
        at = pieces.first[words] - low + 1
        scores.entity[words] = entity[0, at]
        scores.role[words] = role[0, at]
        scores.link[words] = link[0, at]
        scores.window[words] = number

    def use_threads(self, threads: int) -> None:
        """Run the network on so many threads from now on."""
        if threads != self.threads and self._links is not None:
            self.threads = threads
            self.load_files(self._files, self._links)

    def load_files(self, files: dict[str, bytes], links: LinkWeights) -> None:
        """Take the network (`model.onnx`) and the vocabulary (`tokenizer.json`) as bytes."""
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = self.threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(
            files["model.onnx"],
            options,
            providers=["CPUExecutionProvider"],
            disabled_optimizers=_SLOWER,
        )
        tokenizer = Tokenizer.from_str(files["tokenizer.json"].decode("utf-8"))
        tokenizer.no_truncation()
        tokenizer.no_padding()
        self._tokenizer = tokenizer
        self._files, self._links = dict(files), links

    def to_disk(self, path: str | Path, exclude: Iterable[str] = ()) -> None:
        """Write the weights to the folder `path`."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in self._files.items():
            (folder / name).write_bytes(data)
        if self._links is not None:
            self._links.save(folder / "links.npz")

    def from_disk(self, path: str | Path, exclude: Iterable[str] = ()) -> NewsEncoder:
        """Read what `to_disk` wrote. Raises ModelError when a file is missing."""
        folder = Path(path)
        missing = [name for name in _FILES if not (folder / name).is_file()]
        if missing:
            raise ModelError(
                f"{folder}: {', '.join(missing)} missing; the model is incomplete, install it again"
            )
        files = {name: (folder / name).read_bytes() for name in _FILES[:2]}
        self.load_files(files, LinkWeights.load(folder / "links.npz"))
        return self

    def to_bytes(self, exclude: Iterable[str] = ()) -> bytes:
        """Not kept in bytes: a pipeline with this component is saved with `nlp.to_disk`."""
        raise NotImplementedError("save the pipeline with nlp.to_disk")

    def from_bytes(self, data: bytes, exclude: Iterable[str] = ()) -> Any:
        """See `to_bytes`."""
        raise NotImplementedError("load the pipeline with spacy.load")


def _as_read(doc: Doc) -> ReducedText:
    text = text_of(doc)
    paragraphs = [block.span for block in layout_of(doc).blocks]
    return reduce_text(text, unread_spans(text, quotations_of(doc), paragraphs))


def _empty(pieces: Pieces, links: LinkWeights) -> Scores:
    n = len(pieces)
    return Scores(
        pieces=pieces,
        entity=np.zeros((n, len(bio(ENTITY_LABELS))), dtype=np.float32),
        role=np.zeros((n, len(bio(ROLES))), dtype=np.float32),
        link=np.zeros((n, 3 * links.size), dtype=np.float16),
        window=np.zeros(n, dtype=np.int64),
        link_weights=links,
    )
