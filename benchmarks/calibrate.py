"""Calibrated confidence: fit `confidence.json` of a model, and say how true its probabilities are.

Needs data that is not shipped with the program, and the `train` extra; see docs/confidence.md.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import click
import numpy as np
from judged import Item, Judged, by_attributions, by_records
from reliability import Floats, area, calibration_error, curve, equal_mass, equal_width, error_by_chance
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from extract.quotes.confidence import (
    FILE,
    Calibration,
    Evidence,
    Logistic,
    name_features,
    quote_features,
    source_features,
    uncalibrated,
)

QUOTES = "quotes/dev.jsonl.gz"
PAGE = Path(__file__).parent.parent / "docs" / "confidence.md"
FIGURE = "confidence.svg"
THRESHOLDS = (0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95)
# Records are what confidence is about, but there are few: each weighs as much as so many attributions.
RECORD_WEIGHT = 4.0
FOLDS = 5
REPEATS = 5
_MARKED = re.compile(r"(?<=<!-- figures -->\n).*(?=<!-- end of figures -->)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Probabilities:
    """Of one quote: that it is one, that its source is right, that its speaker is."""

    quote: float
    source: float
    speaker: float


Label = Callable[[Item], bool | None]
Features = Callable[[Evidence], dict[str, float]]


def fit(items: Sequence[Item], note: str = "") -> Calibration:
    """The calibration that fits the items best.

    quote: on all, but for what gold records leave open, which are acts other than statements and
    attitudes. source: on what is a quote. name: where hand-made records tell, and the source is right.
    """
    counted = [item for item in items if not (item.records and item.evidence.act == "other")]
    named = [item for item in items if item.records and item.source and item.evidence.mentioned]
    return Calibration(
        note=note,
        quote=_logistic(counted, quote_features, lambda item: item.quote),
        source=_logistic(items, source_features, lambda item: item.source),
        name=_logistic(named, name_features, lambda item: item.speaker),
    )


def _logistic(items: Sequence[Item], features: Features, label: Label) -> Logistic:
    known = [item for item in items if label(item) is not None]
    right = np.array([label(item) for item in known], dtype=bool)
    if not 0 < right.sum() < len(right):
        raise click.ClickException(f"too few articles: {int(right.sum())} of {len(right)} quotes are right")
    rows = [features(item.evidence) for item in known]
    names = list(rows[0])
    table = np.array([[row[name] for name in names] for row in rows])
    scaler, regression = StandardScaler(), LogisticRegression()
    make_pipeline(scaler, regression).fit(
        table,
        right,
        logisticregression__sample_weight=[RECORD_WEIGHT if item.records else 1.0 for item in known],
    )
    weights = regression.coef_[0] / scaler.scale_
    intercept = float(regression.intercept_[0] - weights @ scaler.mean_)
    return Logistic(
        intercept=round(intercept, 4),
        weights={name: round(float(weight), 4) for name, weight in zip(names, weights, strict=True)},
    )


def held_out(items: Sequence[Item]) -> list[Probabilities]:
    """What calibrations that have not seen its article say of each item, mean of REPEATS splits."""
    articles = [item.article for item in items]
    sums = np.zeros((len(items), 3))
    for seed in range(REPEATS):
        for seen, unseen in GroupKFold(FOLDS, shuffle=True, random_state=seed).split(items, groups=articles):
            judge = fit([items[at] for at in seen])
            for at in unseen:
                evidence = items[at].evidence
                confidence = judge(evidence)
                source = judge.source.probability(source_features(evidence))
                sums[at] += (confidence.quote, source, confidence.speaker)
    return [Probabilities(*row) for row in (sums / REPEATS).tolist()]


def _before(evidence: Evidence) -> Probabilities:
    """The model's own figures: one for source and name together."""
    raw = uncalibrated(evidence)
    return Probabilities(raw.quote, raw.speaker, raw.speaker)


def _is_default(item: Item) -> bool:
    return item.evidence.act != "other"


def calibration_table(items: Sequence[Item], judged: Sequence[Probabilities]) -> list[str]:
    """Markdown: a row for each probability and set."""
    lines = [
        "| | Quotes | Right | Confidence | ECE, mass | ECE, width | ECE by chance | AUC | AUC before |",
        "| --- |" + " ---: |" * 8,
    ]
    rows: list[tuple[str, Label, Callable[[Item], bool]]] = [
        ("quote: attributions, all acts", lambda i: i.quote, lambda i: not i.records),
        ("quote: attributions, default acts", lambda i: i.quote, lambda i: not i.records and _is_default(i)),
        ("quote: records", lambda i: i.quote, lambda i: i.records and _is_default(i)),
        ("source: attributions", lambda i: i.source, lambda i: not i.records),
        ("speaker: records", lambda i: i.speaker, lambda i: i.records),
    ]
    for name, label, chosen in rows:
        part = name.partition(":")[0]
        at = [n for n, item in enumerate(items) if chosen(item) and label(item) is not None]
        right = np.array([label(items[n]) for n in at], dtype=np.float64)
        probability = np.array([getattr(judged[n], part) for n in at], dtype=np.float64)
        before = np.array([getattr(_before(items[n].evidence), part) for n in at], dtype=np.float64)
        if not at:
            continue
        figures = (
            right.mean(),
            probability.mean(),
            calibration_error(probability, right, equal_mass(probability)),
            calibration_error(probability, right, equal_width(probability)),
            error_by_chance(probability),
            area(probability, right),
            area(before, right),
        )
        lines.append(f"| {name} | {len(at):,} | {' | '.join(f'{value:.3f}' for value in figures)} |")
    return lines


def _to_draw(
    items: Sequence[Item], judged: Sequence[Probabilities], *, records: bool
) -> tuple[Floats, Floats]:
    """Each quote's probability, and whether it is one: of all acts, with records of the default ones."""
    at = [
        n
        for n, item in enumerate(items)
        if item.records == records and item.quote is not None and (_is_default(item) or not records)
    ]
    probability = np.array([judged[n].quote for n in at], dtype=np.float64)
    return probability, np.array([items[n].quote for n in at], dtype=np.float64)


def curve_table(items: Sequence[Item], judged: Sequence[Probabilities], sets: Sequence[Judged]) -> list[str]:
    """Markdown: precision and recall of what each threshold keeps, in both sets."""
    lines = [
        "| `--min-confidence` | Attributions kept | P | R | F1 | Records kept | P | R | F1 |",
        "| ---: |" + " ---: |" * 8,
    ]
    curves = []
    for records, judged_set in zip((False, True), sets, strict=True):
        probability, right = _to_draw(items, judged, records=records)
        curves.append(curve(probability, right, judged_set.wanted, THRESHOLDS))
    for points in zip(*curves, strict=True):
        cells = [f"{p.kept:,} | {p.precision:.3f} | {p.recall:.3f} | {p.f1:.3f}" for p in points]
        lines.append(f"| {points[0].threshold:g} | {' | '.join(cells)} |")
    return lines


def draw(items: Sequence[Item], judged: Sequence[Probabilities], sets: Sequence[Judged], path: Path) -> None:
    """Draw precision against recall, and share right against confidence, as SVG."""
    import matplotlib as mpl

    mpl.use("svg")
    mpl.rcParams |= {"svg.hashsalt": "extract", "svg.fonttype": "none", "font.size": 9}
    from matplotlib import pyplot as plt

    figure, (left, right_axes) = plt.subplots(1, 2, figsize=(8, 3.4), layout="constrained")
    every = np.linspace(0, 1, 201)
    for records, judged_set, name in zip((False, True), sets, ("attributions", "records"), strict=True):
        probability, right = _to_draw(items, judged, records=records)
        points = [p for p in curve(probability, right, judged_set.wanted, every.tolist()) if p.kept]
        left.plot([p.recall for p in points], [p.precision for p in points], label=name, linewidth=1.2)
        bins = equal_mass(probability)
        means = [float(probability[at].mean()) for at in bins]
        right_axes.plot(
            means, [float(right[at].mean()) for at in bins], marker="o", markersize=3, linewidth=1, label=name
        )
    right_axes.plot([0, 1], [0, 1], color="grey", linewidth=0.6)
    left.set(xlabel="recall", ylabel="precision", xlim=(0, 1), ylim=(0.7, 1.01))
    right_axes.set(xlabel="confidence.quote", ylabel="share right", xlim=(0, 1.01), ylim=(0, 1.01))
    left.legend(loc="lower left", frameon=False)
    figure.savefig(path, format="svg", metadata={"Date": None})
    plt.close(figure)


@click.command()
@click.argument("data", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("gold", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--model", metavar="DIR", type=click.Path(exists=True, file_okay=False, path_type=Path),
              help="A pipeline's folder; default: ours.")  # fmt: skip
@click.option("--write", is_flag=True, help="Write the fit to the model's folder; for ours, docs/ too.")
def main(data: Path, gold: Path, model: Path | None, write: bool) -> None:
    """Fit confidence on the attributions in DATA/quotes/dev.jsonl.gz and on the records in GOLD.

    Prints, as Markdown, how true the probabilities are on articles that the fit has not seen.

    \b
    Example:
      python benchmarks/calibrate.py data/ gold/dev.jsonl --write
    """
    from extract.pipeline.load import load_pipeline, model_version
    from extract.pipeline.model_files import model_folder

    nlp = load_pipeline(model)
    sets = (by_attributions(nlp, data / QUOTES), by_records(nlp, gold))
    items = [item for judged_set in sets for item in judged_set.items]
    judged = held_out(items)
    blocks = [calibration_table(items, judged), curve_table(items, judged, sets)]
    tables = "\n\n".join("\n".join(block) for block in blocks)
    click.echo(tables)
    if not write:
        return
    note = (
        f"{model_version(nlp)}: {len(sets[0].items)} quotes by attributions, {len(sets[1].items)} by records"
    )
    folder = model or model_folder()
    (folder / FILE).write_text(fit(items, note).model_dump_json(indent=1) + "\n", encoding="utf-8")
    if model is None:
        draw(items, judged, sets, PAGE.with_name(FIGURE))
        page = PAGE.read_text("utf-8")
        PAGE.write_text(_MARKED.sub(lambda _: f"\n{tables}\n\n", page), encoding="utf-8")


if __name__ == "__main__":
    main()
