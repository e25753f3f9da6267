"""Fit the weights of relevance: whether a quote is about an organization of its article.

Each quote that is found is paired with every organization of its article; pairs with an optional organization
count neither way. Figures come from articles that the weights have not seen, in five folds. Needs hand-made
records that are not shipped, and the `train` extra.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, product
from pathlib import Path
from typing import TYPE_CHECKING

import click
import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from extract.article import Article
from extract.pipeline.annotations import Annotations
from extract.pipeline.load import annotate, load_pipeline
from extract.quotes.assemble import Pairs, pairs_in
from extract.quotes.subjects import relevance
from extract.quotes.subjects.relevance import WEIGHTS_FILE, model_of
from extract.score.gold import GoldArticle, GoldQuote, read_gold
from extract.score.matching import known_as, letters_in, match, organization_key

if TYPE_CHECKING:
    from numpy.typing import NDArray

FOLDS = 5
REPEATS = 3
OPTIONAL_WEIGHT = 0.5  # of an organization that a careful reader may name: "we" of its chairwoman
STRENGTH = 0.003  # of the regression, over scaled features: the smaller, the closer to zero its weights
THRESHOLDS = tuple(round(0.24 + 0.04 * number, 2) for number in range(12))
KINDS = ("named", "referred")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A quote of the gold that was found, and an organization.

    key: of the name that the gold has for it, else of its own. right: the quote is about it under that name.
    meant: or under another of its names. optional: it counts neither way.
    """

    article: str
    quote: int
    key: str
    features: Mapping[str, float]
    right: bool
    meant: bool
    optional: bool


@dataclass(frozen=True, slots=True)
class Figures:
    """Precision, recall and F1 of the organizations."""

    precision: float
    recall: float
    f1: float

    def __str__(self) -> str:
        """The three in a line."""
        return f"precision {self.precision:.3f}  recall {self.recall:.3f}  F1 {self.f1:.3f}"


def pairs_of(gold: GoldArticle, found: Sequence[Pairs], number: int) -> tuple[list[Pair], int]:
    """The pairs of an article, and how many organizations the gold has for its quotes.

    number: of its first quote.
    """
    wanted = [letters_in(gold.text, spans) for spans in gold.contents]
    matched = match(wanted, [letters_in(gold.text, content) for content, _ in found])
    out, count = [], 0
    for at, quote in enumerate(gold.quotes):
        if at in matched and not quote.optional:
            count += len({organization_key(name) for name in quote.organizations})
            out += list(_judged(gold.id, number + at, quote, found[matched[at]]))
    return out, count


def _judged(article: str, number: int, quote: GoldQuote, found: Pairs) -> Iterator[Pair]:
    wanted = {organization_key(name) for name in quote.organizations}
    free = {organization_key(name) for name in quote.organizations_optional}
    for name, features in found[1]:
        own = organization_key(name.canonical)
        right = known_as(own, wanted)
        keys = {organization_key(mention.text) for mention in name.mentions}
        yield Pair(
            article=article,
            quote=number,
            key=right or own,
            features=features,
            right=right is not None,
            meant=any(known_as(key, wanted) for key in (own, *keys)),
            optional=right is None and known_as(own, free) is not None,
        )


class Models:
    """The two regressions. names: of the features, in the order of the columns."""

    def __init__(self, pairs: Sequence[Pair], names: Mapping[str, Sequence[str]]) -> None:
        self._names = names
        self._fitted = {}
        for kind in KINDS:
            counted = [pair for pair in pairs if model_of(pair.features) == kind]
            model = make_pipeline(StandardScaler(), LogisticRegression(C=STRENGTH, max_iter=3000))
            model.fit(
                self._table(counted, kind),
                [pair.meant or pair.optional for pair in counted],
                logisticregression__sample_weight=[
                    OPTIONAL_WEIGHT if pair.optional else 1.0 for pair in counted
                ],
            )
            self._fitted[kind] = model

    def _table(self, pairs: Sequence[Pair], kind: str) -> NDArray[np.float64]:
        return np.array([[pair.features.get(name, 0.0) for name in self._names[kind]] for pair in pairs])

    def probabilities(self, pairs: Sequence[Pair]) -> NDArray[np.float64]:
        """Of each pair, that the quote is about the organization."""
        out = np.zeros(len(pairs))
        for kind in KINDS:
            places = [at for at, pair in enumerate(pairs) if model_of(pair.features) == kind]
            if places:
                table = self._table([pairs[at] for at in places], kind)
                out[places] = self._fitted[kind].predict_proba(table)[:, 1]
        return out

    def weights(self, kind: str) -> dict[str, float]:
        """The weights of the features as they are, with the bias."""
        scaler, regression = (step for _, step in self._fitted[kind].steps)
        weights = regression.coef_[0] / scaler.scale_
        bias = float(regression.intercept_[0] - weights @ scaler.mean_)
        found = zip(self._names[kind], weights.tolist(), strict=True)
        return {"bias": round(bias, 4)} | {n: round(w, 4) for n, w in found if abs(w) >= 5e-5}


def held_out(pairs: Sequence[Pair], names: Mapping[str, Sequence[str]]) -> NDArray[np.float64]:
    """What models that have not seen its article say of each pair, mean of REPEATS splits."""
    out, articles = np.zeros(len(pairs)), [pair.article for pair in pairs]
    for seed in range(REPEATS):
        for seen, unseen in GroupKFold(FOLDS, shuffle=True, random_state=seed).split(pairs, groups=articles):
            models = Models([pairs[at] for at in seen], names)
            out[unseen] += models.probabilities([pairs[at] for at in unseen]) / REPEATS
    return out


def figures(
    pairs: Sequence[Pair], probability: NDArray[np.float64], thresholds: Mapping[str, float], count: int
) -> Figures:
    """The figures of the organizations whose probability reaches the threshold of their kind.

    count: of organizations in the gold.
    """
    kept = {
        (pair.quote, pair.key): pair
        for pair, share in zip(pairs, probability.tolist(), strict=True)
        if share >= thresholds[model_of(pair.features)] and not pair.optional
    }
    right = sum(pair.right for pair in kept.values())
    precision, recall = right / max(1, len(kept)), right / count
    return Figures(precision, recall, 2 * precision * recall / max(1e-9, precision + recall))


def best_thresholds(pairs: Sequence[Pair], probability: NDArray[np.float64], count: int) -> dict[str, float]:
    """The thresholds of named and referred organizations with the highest F1."""
    ways = [dict(zip(KINDS, both, strict=True)) for both in product(THRESHOLDS, repeat=2)]
    return max(ways, key=lambda way: figures(pairs, probability, way, count).f1)


def feature_names(pairs: Sequence[Pair]) -> dict[str, list[str]]:
    """The names of the features of each model, in the order of first use."""
    return {
        kind: list(dict.fromkeys(name for p in pairs if model_of(p.features) == kind for name in p.features))
        for kind in KINDS
    }


def annotated(golds: Sequence[GoldArticle]) -> Iterator[tuple[GoldArticle, Annotations]]:
    """Each article of the gold with its annotations."""
    articles = [
        Article(id=gold.id, path="-", text=gold.text, title=gold.title, published=gold.published)
        for gold in golds
    ]
    yield from zip(golds, annotate(load_pipeline(), articles), strict=True)


@click.command()
@click.argument("gold", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--write", is_flag=True, help="Write the weights to the package.")
def main(gold: tuple[Path, ...], write: bool) -> None:
    """Print precision, recall and F1 of organizations in articles that the fit has not seen.

    \b
    Example:
      python benchmarks/relevance_fit.py gold/train.jsonl gold/train-2.jsonl --write
    """
    pairs: list[Pair] = []
    ends, counts, number = [0], [], 0
    for path in gold:
        counts.append(0)
        for article, annotation in annotated(read_gold(path)):
            found, count = pairs_of(article, pairs_in(annotation), number)
            pairs += found
            counts[-1], number = counts[-1] + count, number + len(article.quotes)
        ends.append(len(pairs))
    names = feature_names(pairs)
    probability = held_out(pairs, names)
    thresholds = best_thresholds(pairs, probability, sum(counts))
    click.echo(f"{len(pairs)} pairs, {sum(counts)} organizations in the gold, thresholds {thresholds}")
    for path, (start, end), count in zip(gold, pairwise(ends), counts, strict=True):
        part = figures(pairs[start:end], probability[start:end], thresholds, count)
        click.echo(f"{path.name}: {part}")
    click.echo(f"all: {figures(pairs, probability, thresholds, sum(counts))}")
    if write:
        models = Models(pairs, names)
        written = {kind: {"threshold": thresholds[kind], **models.weights(kind)} for kind in KINDS}
        path = Path(relevance.__file__).with_name(WEIGHTS_FILE)
        path.write_text(json.dumps(written, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
