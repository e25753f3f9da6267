"""The encoder: one pass over the text gives every later component its scores."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
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
from extract.links import LinkWeights
from extract.pieces import Pieces, Window, cut, windows

FloatArray = npt.NDArray[np.float32]
IntArray = npt.NDArray[np.int64]
SCORES = "extract.scores"
_FILES = ("model.onnx", "tokenizer.json", "links.npz")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """What the encoder says of each word of one text.

    entity: (n_words, 19) and role: (n_words, 7), log-probabilities in the order of `tags.bio`.
    link: (n_words, 192), vectors for `links`. window: (n_words,), the number of the window each word
    was read in. Held in `doc.user_data["extract.scores"]` until the attributions are found.
    """

    pieces: Pieces
    entity: FloatArray
    role: FloatArray
    link: FloatArray
    window: IntArray
    link_weights: LinkWeights


@dataclass(frozen=True, slots=True)
class _Job:
    """One window of one text: text number, its pieces, the window and its number in the text."""

    text: int
    pieces: Pieces
    window: Window
    number: int


@Language.factory(
    "extract_encoder", default_config={"window": 256, "batch_windows": 8, "threads": 1}, assigns=[]
)
def make_encoder(
    nlp: Language, name: str, window: int, batch_windows: int, threads: int
) -> NewsEncoder:
    """The `extract_encoder` component; it reads its weights from the model's folder."""
    return NewsEncoder(name, window=window, batch_windows=batch_windows, threads=threads)


class NewsEncoder:
    """Runs the network on windows of whole paragraphs, those of like length together.

    window: most pieces in one window, without the two special ones. batch_windows: most windows in one
    run of the network. threads: of ONNX Runtime, within one run.
    """

    def __init__(self, name: str, *, window: int, batch_windows: int, threads: int) -> None:
        self.name = name
        self.threads = threads
        self._window = window
        self._batch_windows = batch_windows
        self._files: dict[str, bytes] = {}
        self._session: onnxruntime.InferenceSession | None = None
        self._tokenizer: Tokenizer | None = None
        self._links: LinkWeights | None = None

    def __call__(self, doc: Doc) -> Doc:
        """Score one text."""
        return next(iter(self.pipe([doc])))

    def pipe(self, stream: Iterable[Doc], batch_size: int = 32) -> Iterator[Doc]:
        """Score many texts; windows are batched across `batch_size` texts."""
        docs = iter(stream)
        while batch := list(islice(docs, batch_size)):
            for doc, scores in zip(batch, self.score([doc.text for doc in batch]), strict=True):
                doc.user_data[SCORES] = scores
            yield from batch

    def score(self, texts: Sequence[str]) -> list[Scores]:
        """The scores of each text. Raises ModelError when no weights were loaded."""
        tokenizer, links = self._tokenizer, self._links
        if tokenizer is None or links is None:
            raise ModelError(f"component {self.name!r} has no weights; load a trained pipeline")
        cuts = cut(tokenizer, texts)
        jobs = [
            _Job(text, pieces, window, number)
            for text, pieces in enumerate(cuts)
            for number, window in enumerate(windows(pieces, self._window))
        ]
        out = [_empty(pieces, links) for pieces in cuts]
        jobs.sort(key=lambda job: job.window.pieces)
        for at in range(0, len(jobs), self._batch_windows):
            self._run(jobs[at : at + self._batch_windows], tokenizer, out)
        return out

    def _run(self, jobs: Sequence[_Job], tokenizer: Tokenizer, out: list[Scores]) -> None:
        width = min(max(job.window.pieces for job in jobs), self._window) + 2
        inputs = {name: np.zeros((len(jobs), width), dtype=np.int64) for name in _INPUTS}
        for row, job in enumerate(jobs):
            first = job.pieces.first
            low = first[job.window.start]
            size = min(job.window.pieces, width - 2)
            inside = slice(low, low + size)
            inputs["ids"][row, 1 : size + 1] = job.pieces.ids[inside]
            inputs["ids"][row, 0] = tokenizer.token_to_id("[CLS]")
            inputs["ids"][row, size + 1] = tokenizer.token_to_id("[SEP]")
            inputs["shapes"][row, 1 : size + 1] = job.pieces.shapes[inside]
            inputs["gaps"][row, 1 : size + 1] = job.pieces.gaps[inside]
            inputs["mask"][row, : size + 2] = 1
        assert self._session is not None
        entity, role, link = self._session.run(list(_OUTPUTS), inputs)
        for row, job in enumerate(jobs):
            words = slice(job.window.start, job.window.end)
            at = job.pieces.first[words] - job.pieces.first[job.window.start] + 1
            scores = out[job.text]
            scores.entity[words] = entity[row, at]
            scores.role[words] = role[row, at]
            scores.link[words] = link[row, at]
            scores.window[words] = job.number

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
            files["model.onnx"], options, providers=["CPUExecutionProvider"]
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
            raise ModelError(f"{folder}: {', '.join(missing)} missing; the model is incomplete, install it again")
        files = {name: (folder / name).read_bytes() for name in _FILES[:2]}
        self.load_files(files, LinkWeights.load(folder / "links.npz"))
        return self

    def to_bytes(self, exclude: Iterable[str] = ()) -> bytes:
        """Not kept in bytes: a pipeline with this component is saved with `nlp.to_disk`."""
        raise NotImplementedError("save the pipeline with nlp.to_disk")

    def from_bytes(self, data: bytes, exclude: Iterable[str] = ()) -> Any:
        """See `to_bytes`."""
        raise NotImplementedError("load the pipeline with spacy.load")


_INPUTS = ("ids", "shapes", "gaps", "mask")
_OUTPUTS = ("entity", "role", "link")


def _empty(pieces: Pieces, links: LinkWeights) -> Scores:
    n = len(pieces)
    return Scores(
        pieces=pieces,
        entity=np.zeros((n, 19), dtype=np.float32),
        role=np.zeros((n, 7), dtype=np.float32),
        link=np.zeros((n, 3 * links.size), dtype=np.float32),
        window=np.zeros(n, dtype=np.int64),
        link_weights=links,
    )
