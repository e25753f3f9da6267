"""Confidence of a quote: the evidence it was found by, turned into calibrated probabilities."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from extract.errors import ModelError
from extract.quotes.quote import Act, QuoteType

FILE = "confidence.json"
_MIN_PROBABILITY = 1e-4  # no probability counts as closer to 0 or 1
_MAX_LENGTH_CHARS = 400  # from here on a content's length says nothing more


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Evidence of one quote and its speaker.

    found: probability of the content's tags and of their link to the cue, mean over its pieces. source:
    likewise of the source, None for a quote without one of its own. resolution: how sure the way is by
    which the source led to the speaker. mentioned: whether there are words that stand for the speaker.
    named: whether the speaker has a name. length: of the content, in characters.
    """

    found: float
    source: float | None
    resolution: float
    mentioned: bool
    named: bool
    type: QuoteType
    act: Act
    length: int


@dataclass(frozen=True, slots=True)
class Confidence:
    """0 to 1. quote: that it is one, with this content. speaker: that it is the right one, if that is so."""

    quote: float
    speaker: float


Judge = Callable[[Evidence], Confidence]


def uncalibrated(evidence: Evidence) -> Confidence:
    """Give the model's own figures, which rank quotes but say nothing of how many are right."""
    source = 1.0 if evidence.source is None else evidence.source
    return Confidence(evidence.found, source * evidence.resolution)


def quote_features(evidence: Evidence) -> dict[str, float]:
    """Features for whether it is a quote."""
    return {
        "found": _log_odds(evidence.found),
        "length": math.log(min(max(evidence.length, 1), _MAX_LENGTH_CHARS)),
        "mentioned": float(evidence.mentioned),
        "direct": float(evidence.type == "direct"),
        "indirect": float(evidence.type == "indirect"),
        "attitude": float(evidence.act == "attitude"),
        "other": float(evidence.act == "other"),
    }


def source_features(evidence: Evidence) -> dict[str, float]:
    """Features for whether the source is the one that the quote has in the text, or rightly none."""
    return {
        "found": _log_odds(evidence.found),
        "source": 0.0 if evidence.source is None else _log_odds(evidence.source),
        "mentioned": float(evidence.mentioned),
        "inherited": float(evidence.named and not evidence.mentioned),
    }


def name_features(evidence: Evidence) -> dict[str, float]:
    """Features for whether the right one is named, if the source is right."""
    return {"resolution": _log_odds(evidence.resolution)}


class _StrictModel(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class Logistic(_StrictModel):
    """A logistic regression. weights: of each feature as it is, not standardized."""

    intercept: float
    weights: dict[str, float]

    def probability(self, features: Mapping[str, float]) -> float:
        """0 to 1; `features` has every feature that has a weight."""
        score = self.intercept + sum(weight * features[name] for name, weight in self.weights.items())
        return 1 / (1 + math.exp(-min(max(score, -30.0), 30.0)))


class Calibration(_StrictModel):
    """The judge that belongs to a model's weights.

    quote: that it is a quote. source, name: that each is right; the speaker is when both are. A quote
    without a mention of its speaker has no name to resolve.
    """

    note: str = Field(default="", description="What it was fitted on.")
    quote: Logistic
    source: Logistic
    name: Logistic

    @model_validator(mode="after")
    def _features_are_ours(self) -> Calibration:
        for part, features in (
            (self.quote, quote_features),
            (self.source, source_features),
            (self.name, name_features),
        ):
            known = features(_NOTHING)
            if set(part.weights) != set(known):
                raise ValueError(f"weights of {sorted(part.weights)}, not of {sorted(known)}")
        return self

    def __call__(self, evidence: Evidence) -> Confidence:
        """Calibrated confidence."""
        speaker = self.source.probability(source_features(evidence))
        if evidence.mentioned:
            speaker *= self.name.probability(name_features(evidence))
        return Confidence(self.quote.probability(quote_features(evidence)), speaker)


def load_calibration(folder: Path | None) -> Calibration | None:
    """Read `confidence.json` of a pipeline's folder; None without such a file.

    Raises ModelError when the file is damaged or of another version of this program.
    """
    if folder is None or not (path := folder / FILE).is_file():
        return None
    try:
        return Calibration.model_validate_json(path.read_bytes())
    except ValidationError as error:
        fault = error.errors(include_url=False)[0]
        where = ".".join(map(str, fault["loc"])) or "the file"
        raise ModelError(
            f"{path}: {where}: {fault['msg']}; make it again with benchmarks/calibrate.py, or delete it "
            "to have figures that are not calibrated"
        ) from error


def _log_odds(probability: float) -> float:
    probability = min(max(probability, _MIN_PROBABILITY), 1 - _MIN_PROBABILITY)
    return math.log(probability / (1 - probability))


_NOTHING = Evidence(
    found=0.5,
    source=None,
    resolution=0.5,
    mentioned=False,
    named=False,
    type="direct",
    act="statement",
    length=0,
)
