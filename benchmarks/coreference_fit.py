"""Fit the weights of salience: whom "he" and "she" mean.

Trained on news, interviews and speeches of OntoGUM alone: their annotation is CC BY 4.0, their texts CC BY
2.5 (Wikinews) and in the public domain. The other genres and GUM's own annotation of the same articles have
share-alike or non-commercial terms and are for measuring.

What speaks for a candidate hangs on what the pronouns before it are taken to mean, so on the weights: fit
with --write again until they stay. Needs data that is not shipped and the `train` extra; see
docs/coreference.md.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click
import numpy as np
from coreference import REPORTED, in_turn
from coreference_gold import CoreferenceArticle, is_one_of, read_coreference
from scipy.optimize import minimize
from sklearn.model_selection import GroupKFold

from extract.article import Article
from extract.pipeline.load import annotate, load_pipeline
from extract.quotes.assemble import read_passages
from extract.quotes.entities.names import Gender
from extract.quotes.speakers.antecedents import antecedents_of
from extract.quotes.speakers.pronouns import ranking
from extract.quotes.speakers.pronouns.ranking import WEIGHTS, WEIGHTS_FILE

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.language import Language

TRAINED_ON = "ontogum"
FOLDS = 10
PENALTY = 1.0  # of squared distance from EXPECTED
# Weights that the articles are too few to tell: they hold hardly any honorifics, and few quotes by pronouns.
EXPECTED = {
    "gender_title": 2.0,
    "out_of_quotation": -1.0,
    "source_spoke": 1.5,
    "source_out_of_quotation": -2.0,
}
THRESHOLDS = (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A pronoun: rows of figures, the first for nobody, and whether each is right. asked: it is source-like
    and its person has a name before it."""

    article: str
    rows: NDArray[np.float64]
    right: NDArray[np.bool_]
    asked: bool


def choices(nlp: Language, golds: Sequence[CoreferenceArticle]) -> Iterator[Choice]:
    """Whom each "he" and "she" of the articles may mean, in all cases of the pronouns."""
    articles = [Article(id=g.id, path="-", text=g.text, published=g.published) for g in golds]
    for gold, annotated in zip(golds, annotate(nlp, articles), strict=True):
        reading = read_passages(annotated)
        antecedents = antecedents_of(reading.index)
        pronouns = {item.span: item for item in gold.pronouns}
        for span, _ in in_turn(reading, antecedents, pronouns):
            item = pronouns[span]
            gender: Gender = "male" if item.kind == "he" else "female"
            weighed = antecedents.pronouns.candidates(span, gender)
            antecedents.pronouns.meant(span, gender)
            right = [w.name is not None and is_one_of(w.name.canonical, item.names) for w in weighed]
            right[0] = not any(right)
            yield Choice(
                article=gold.id,
                rows=np.array([[w.features.get(name, 0.0) for name in WEIGHTS] for w in weighed]),
                right=np.array(right),
                asked=item.subject and bool(item.names),
            )


def fit(items: Sequence[Choice]) -> NDArray[np.float64]:
    """The weights under which the right rows are likeliest, in the order of WEIGHTS.

    An article with n pronouns counts as 2 sqrt(n): its pronouns are much alike.
    """
    expected = np.array([EXPECTED.get(name, 0.0) for name in WEIGHTS])
    counts = Counter(item.article for item in items)

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        away = weights - expected
        total, slope = PENALTY * float(away @ away), 2 * PENALTY * away
        for item in items:
            often = 2 / math.sqrt(counts[item.article])
            share = _shares(item.rows, weights)
            hit = float(share[item.right].sum())
            total -= often * float(np.log(max(hit, 1e-12)))
            ideal = share[item.right] / max(hit, 1e-12)
            slope -= often * (ideal @ item.rows[item.right] - share @ item.rows)
        return total, slope

    return np.asarray(minimize(loss, expected, jac=True, method="L-BFGS-B").x)


def _shares(rows: NDArray[np.float64], weights: NDArray[np.float64]) -> NDArray[np.float64]:
    scores = rows @ weights
    share = np.exp(scores - scores.max())
    return np.asarray(share / share.sum())


def judged(items: Sequence[Choice], weights: NDArray[np.float64]) -> Iterator[tuple[float, bool, bool]]:
    """Of each pronoun that is asked about: how likely its likeliest row is, whether that is a name, and
    whether it is the right one."""
    for item in items:
        if item.asked:
            share = _shares(item.rows, weights)
            best = int(share.argmax())
            yield float(share[best]), best > 0, best > 0 and bool(item.right[best])


def table(found: Sequence[tuple[float, bool, bool]]) -> str:
    """Markdown: shares right and wrong by the probability below which a pronoun is left open."""
    lines = ["| Left open below | Right | Wrong |", "| ---: | ---: | ---: |"]
    for threshold in THRESHOLDS:
        named = [right for share, name, right in found if name and share >= threshold]
        shares = (sum(named) / len(found), (len(named) - sum(named)) / len(found))
        lines.append(f"| {threshold:g} | {shares[0]:.3f} | {shares[1]:.3f} |")
    return "\n".join(lines)


def written(weights: Mapping[str, float]) -> str:
    """The file that holds the weights."""
    rows = ",\n".join(f'  "{name}": {weight:.3f}' for name, weight in weights.items())
    return f"{{\n{rows}\n}}\n"


@click.command()
@click.argument("data", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--write", is_flag=True, help="Write the weights to the package.")
def main(data: Path, write: bool) -> None:
    """Print how many pronouns are right and wrong in articles that the fit has not seen.

    \b
    Example:
      python benchmarks/coreference_fit.py data/ --write
    """
    nlp = load_pipeline()
    golds = [gold for gold in read_coreference(data, TRAINED_ON, "train") if gold.genre in REPORTED]
    items = list(choices(nlp, golds))
    found: list[tuple[float, bool, bool]] = []
    articles = [item.article for item in items]
    for seen, unseen in GroupKFold(FOLDS, shuffle=True, random_state=0).split(items, groups=articles):
        found += judged([items[n] for n in unseen], fit([items[n] for n in seen]))
    click.echo(f"{len(items)} pronouns, {len(found)} of them source-like and named before\n\n{table(found)}")
    # Half a step, lest the weights swing to and fro with the figures that hang on them.
    weights = {
        name: (old + new) / 2 for (name, old), new in zip(WEIGHTS.items(), fit(items).tolist(), strict=True)
    }
    if write:
        Path(ranking.__file__).with_name(WEIGHTS_FILE).write_text(written(weights), encoding="utf-8")


if __name__ == "__main__":
    main()
