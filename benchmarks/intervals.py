"""95 % intervals of the figures of records, by bootstrap over articles.

Quotes of one article share their names and their faults, so articles are drawn, not quotes.
Paper: Efron (1979), Bootstrap Methods: Another Look at the Jackknife.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from extract.score import Counts, Verdict
from extract.score.figures import figures_of

FloatArray = npt.NDArray[np.float64]
DRAWS = 1000
SEED = 0
_PERCENTILES = (2.5, 97.5)
_MIN_ARTICLES = 2  # one alone does not vary

# Figures made of counts, each with P, R and F1, and shares of the quotes found.
COUNTED = ("quote", "orgs", "record")
SHARED = ("span", "type", "speaker", "said")
RATES = ("P", "R", "F1")


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """Figure with its 95 % interval, all 0 to 1; None where there is nothing to count.

    low, high: None too where only one article counts.
    """

    value: float | None
    low: float | None
    high: float | None


def draw_articles(articles: int, *, draws: int = DRAWS, seed: int = SEED) -> FloatArray:
    """Draw samples of articles with replacement: float64 (draws, articles), how often each is in each."""
    generator = np.random.default_rng(seed)
    return generator.multinomial(articles, np.full(articles, 1 / articles), size=draws).astype(np.float64)


def estimates(
    verdicts: Sequence[Verdict], articles: Sequence[str], samples: FloatArray
) -> dict[str, Estimate]:
    """Compute the figures of a group of verdicts: "quote P", "quote R", "quote F1", "span" and so on.

    articles: ids of all articles that were scored, in the order of the columns of `samples`.
    """
    sums = _sums(verdicts, articles)
    point = _figures(sums.sum(axis=0, keepdims=True))
    drawn = _figures(samples @ sums)
    told = len({verdict.article.id for verdict in verdicts}) >= _MIN_ARTICLES
    return {name: _estimate(point[name][0], drawn[name] if told else None) for name in point}


def _sums(verdicts: Sequence[Verdict], articles: Sequence[str]) -> FloatArray:
    """Sums that all figures are made of: float64 (articles, columns).

    Columns: right, extra and missed of each of COUNTED, then the sum of each of SHARED.
    """
    by_article: dict[str, list[Verdict]] = defaultdict(list)
    for verdict in verdicts:
        by_article[verdict.article.id].append(verdict)
    sums = np.zeros((len(articles), 3 * len(COUNTED) + len(SHARED)))
    for row, name in enumerate(articles):
        if name in by_article:
            figures = figures_of(by_article[name])
            counts = (figures.quotes, figures.organizations, figures.records)
            shares = (figures.span, figures.type, figures.speaker, figures.said)
            sums[row] = [
                *(number for part in counts for number in _numbers(part)),
                *(share * figures.quotes.right for share in shares),
            ]
    return sums


def _numbers(counts: Counts) -> tuple[int, int, int]:
    return counts.right, counts.extra, counts.missed


def _figures(sums: FloatArray) -> dict[str, FloatArray]:
    """Compute every figure of rows of sums, by name; NaN where there is nothing to count."""
    out: dict[str, FloatArray] = {}
    for number, name in enumerate(COUNTED):
        right, extra, missed = sums[:, 3 * number : 3 * number + 3].T
        wholes = (right + extra, right + missed, right + (extra + missed) / 2)
        for rate, whole in zip(RATES, wholes, strict=True):
            out[f"{name} {rate}"] = _share(right, whole)
    for number, name in enumerate(SHARED, start=3 * len(COUNTED)):
        out[name] = _share(sums[:, number], sums[:, 0])
    return out


def _share(part: FloatArray, whole: FloatArray) -> FloatArray:
    return np.divide(part, whole, out=np.full_like(part, np.nan), where=whole > 0)


def _estimate(value: float, drawn: FloatArray | None) -> Estimate:
    if np.isnan(value):
        return Estimate(value=None, low=None, high=None)
    if drawn is None:
        return Estimate(value=float(value), low=None, high=None)
    low, high = np.nanpercentile(drawn, _PERCENTILES)
    return Estimate(value=float(value), low=float(low), high=float(high))
