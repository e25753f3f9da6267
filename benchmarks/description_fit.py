"""Fit the weights of descriptions: whom "the customs broker" means where no rule tells.

GOLD are files of hand-made records. Each definite description of one person that is the source of a record is
a choice among the people of its article and nobody of them; the record's name says which is right. The
candidates' figures hang on who spoke before, as the program found it. Cross-validated by article.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

import click
import numpy as np
from coreference_fit import written
from scipy.optimize import minimize
from sklearn.model_selection import GroupKFold

from extract.article import Article
from extract.layout.spans import CharSpan
from extract.pipeline.load import annotate, load_pipeline
from extract.quotes import certainty
from extract.quotes.assemble import quotes_in
from extract.quotes.speakers import description_ranking
from extract.quotes.speakers.description_ranking import WEIGHTS, WEIGHTS_FILE
from extract.quotes.speakers.descriptions import PersonDescriptions
from extract.quotes.speakers.resolution import Reference
from extract.score.gold import GoldArticle, GoldQuote, read_gold
from extract.score.matching import person_key

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.language import Language

FOLDS = 5
PENALTY = 1.0  # of squared weights


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A description: rows of figures, the last for nobody, the number of the right one, and of the one that
    the rules gave, None where they left it open."""

    article: str
    rows: NDArray[np.float64]
    right: int
    by_rule: int | None


class _Recorder:
    """Answers in place of `PersonDescriptions.meant` by the rules alone, and keeps what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[CharSpan, list[str], NDArray[np.float64], int | None]] = []

    def method(self) -> Callable[..., Reference | None]:
        """What is put in the place of the method."""

        def meant(known: PersonDescriptions, *args: Any, **named: Any) -> Reference | None:
            return self._answer(known, *args, **named)

        return meant

    def _answer(
        self,
        known: PersonDescriptions,
        mention: CharSpan,
        head: str,
        modifiers: Sequence[str],
        *,
        owned: bool,
    ) -> Reference | None:
        found = known._find(mention, head, modifiers, owned=owned)
        people, rows = known.candidates(mention, head, modifiers, owned=owned)
        by_rule = None if found is None else people.index(found.name)
        figures = np.array([[row.get(name, 0.0) for name in WEIGHTS] for row in rows])
        self.asked.append((mention, [name.canonical for name in people], figures, by_rule))
        return found


def choices(nlp: Language, golds: Sequence[GoldArticle]) -> Iterator[Choice]:
    """The descriptions in the articles whose record is known."""
    articles = [Article(id=g.id, path="-", title=g.title, published=g.published, text=g.text) for g in golds]
    for gold, annotated in zip(golds, annotate(nlp, articles), strict=True):
        recorder = _Recorder()
        with patch.object(PersonDescriptions, "meant", recorder.method()):
            quotes = quotes_in(annotated)
        contents = {
            quote.speaker.mention: quote.content for quote in quotes if quote.speaker.mention is not None
        }
        for mention, names, rows, by_rule in recorder.asked:
            record = _record_of(gold, contents.get(mention, ()))
            if record is not None and not record.optional:
                right = next((n for n, name in enumerate(names) if _is(name, record)), len(names))
                yield Choice(article=gold.id, rows=rows, right=right, by_rule=by_rule)


def _record_of(gold: GoldArticle, content: Sequence[CharSpan]) -> GoldQuote | None:
    """The record of the gold that shares the most characters with a content."""

    def shared(number: int) -> int:
        return sum(
            max(0, min(a.end, b.end) - max(a.start, b.start)) for a in gold.contents[number] for b in content
        )

    best = max(range(len(gold.quotes)), key=shared, default=None)
    return gold.quotes[best] if best is not None and shared(best) else None


def _is(name: str, record: GoldQuote) -> bool:
    return record.speaker.name is not None and person_key(name) == person_key(record.speaker.name)


def fit(items: Sequence[Choice]) -> NDArray[np.float64]:
    """The weights under which the right rows are likeliest, in the order of WEIGHTS."""

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        total, slope = PENALTY / 2 * float(weights @ weights), PENALTY * weights
        for item in items:
            share = _shares(item.rows, weights)
            total -= float(np.log(max(share[item.right], 1e-12)))
            slope = slope + share @ item.rows - item.rows[item.right]
        return total, slope

    return np.asarray(minimize(loss, np.zeros(len(WEIGHTS)), jac=True, method="L-BFGS-B").x)


def _shares(rows: NDArray[np.float64], weights: NDArray[np.float64]) -> NDArray[np.float64]:
    scores = rows @ weights
    share = np.exp(scores - scores.max())
    return np.asarray(share / share.sum())


def _likeliest(item: Choice, weights: NDArray[np.float64]) -> int | None:
    share = _shares(item.rows, weights)
    best = int(share.argmax())
    return best if share[best] >= certainty.DESCRIPTION_AT_LEAST else None


def verdict(item: Choice, answer: int | None) -> str:
    """What an answer is worth. answer: the number of a row, None where it is left open."""
    nobody = len(item.rows) - 1
    answer = nobody if answer is None else answer
    if answer == item.right:
        return "right"
    return "left open" if answer == nobody else "wrong"


@click.command()
@click.argument("gold", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--write", is_flag=True, help="Write the weights to the package.")
def main(gold: tuple[Path, ...], write: bool) -> None:
    """Print how many descriptions are right by the rules alone, and with the model behind them, in articles
    that the fit has not seen.

    \b
    Example:
      python benchmarks/description_fit.py gold/train*.jsonl --write
    """
    nlp = load_pipeline()
    items = list(choices(nlp, [article for path in gold for article in read_gold(path)]))
    rules, both = Counter[str](), Counter[str]()
    groups = [item.article for item in items]
    for seen, unseen in GroupKFold(FOLDS, shuffle=True, random_state=0).split(items, groups=groups):
        weights = fit([items[n] for n in seen])
        for item in (items[n] for n in unseen):
            rules[verdict(item, item.by_rule)] += 1
            both[verdict(item, _likeliest(item, weights) if item.by_rule is None else item.by_rule)] += 1
    for name, found in (("rules", rules), ("rules and model", both)):
        click.echo(
            f"{name:16}{len(items):4} descriptions: " + ", ".join(f"{k} {v}" for k, v in found.items())
        )
    if write:
        fitted = dict(zip(WEIGHTS, fit(items).tolist(), strict=True))
        Path(description_ranking.__file__).with_name(WEIGHTS_FILE).write_text(written(fitted), "utf-8")


if __name__ == "__main__":
    main()
