"""Accuracy on the development sets: records, attributions and entities, as Markdown tables.

Needs data that is not shipped with the program; see docs/accuracy.md for the shape of it.
"""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from spacy.language import Language

ENTITY_SETS = ("conll2003-dev", "cleanconll-dev", "worldwide-dev", "finer-dev")
ENTITY_COMPONENTS = ("extract_layout", "extract_encoder", "extract_entities")
QUOTES = "quotes/dev.jsonl.gz"
DEFAULT_ACTS = "statement,attitude"
Span = tuple[int, int, str]


@dataclass(slots=True)
class Counts:
    """Spans found that are right, found that are wrong, and missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 0 when nothing is right."""
        return 2 * self.right / (2 * self.right + self.wrong + self.missed) if self.right else 0.0


def read_rows(path: Path, articles: int | None) -> list[dict[str, Any]]:
    """The objects of a JSON Lines file, gzipped or not; the first `articles` of them."""
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in islice((line for line in lines if line.strip()), articles)]


def folded(notes: Mapping[str, Any]) -> dict[str, str]:
    """A pipeline's label -> the label that a set has for it; `notes` of LABELS.json describe the set.

    Only labels that the set annotates wherever they apply ("complete"); any other is left out.
    """
    fold = {label: label for label in notes["complete"]}
    for label in notes["complete"]:
        for fine in notes.get("ambiguous", {}).get(label, ()):
            fold.setdefault(fine, label)
    return fold


def count_entities(
    gold: set[Span], found: set[Span], ignore: list[tuple[int, int]], into: dict[str, Counts]
) -> None:
    """Add the entities of one article: exact span and label; what only touches `ignore` is no error."""
    for span in gold | found:
        counts = into.setdefault(span[2], Counts())
        if span in gold and span in found:
            counts.right += 1
        elif span in gold:
            counts.missed += 1
        elif not any(start < span[1] and span[0] < end for start, end in ignore):
            counts.wrong += 1


def score_entities(nlp: Language, rows: list[dict[str, Any]], fold: Mapping[str, str]) -> dict[str, Counts]:
    """Counts for each label of one set."""
    counts: dict[str, Counts] = {label: Counts() for label in fold.values()}
    for doc, row in nlp.pipe(((row["text"], row) for row in rows), as_tuples=True, batch_size=32):
        count_entities(
            gold={(start, end, label) for start, end, label in row["entities"] if label in counts},
            found={
                (entity.start_char, entity.end_char, fold[entity.label_])
                for entity in doc.ents
                if entity.label_ in fold
            },
            ignore=[(start, end) for start, end in row.get("ignore", ())],
            into=counts,
        )
    return counts


def entities(data: Path, model: str | None, articles: int | None) -> dict[str, dict[str, Counts]]:
    """Counts for each set and label; "all" adds up the labels."""
    from extract.pipeline import load_pipeline

    notes = json.loads((data / "ner" / "LABELS.json").read_text("utf-8"))
    nlp = load_pipeline(model)
    if "ner" not in nlp.pipe_names:
        nlp.select_pipes(enable=ENTITY_COMPONENTS)
    found = {}
    for name in ENTITY_SETS:
        rows = read_rows(data / "ner" / f"{name}.jsonl.gz", articles)
        counts = score_entities(nlp, rows, folded(notes[name]))
        every = Counts(
            *(sum(getattr(c, part) for c in counts.values()) for part in ("right", "wrong", "missed"))
        )
        found[name] = {"all": every} | counts
    return found


def run_and_score(
    gold: Path, scorer: Path, *, acts: str, model: str | None, articles: int | None
) -> dict[str, Any]:
    """The figures that `scorer` gives the records of a run over the articles of `gold`."""
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        part = work / "gold.jsonl"
        rows = read_rows(gold, articles)
        part.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        extract = ["run", str(part), "-o", str(work / "out"), "--format", "jsonl", "--acts", acts, "--quiet"]
        _python("-m", "extract", *extract, *(["--model", model] if model else []))
        out = work / "figures.json"
        _python(str(scorer), str(part), str(work / "out" / "records.jsonl"), "--json", str(out))
        figures: dict[str, Any] = json.loads(out.read_text("utf-8"))
        return figures


def _python(*arguments: str) -> None:
    command = [sys.executable, *arguments]
    if code := subprocess.run(command, check=False, stdout=subprocess.DEVNULL).returncode:
        raise click.ClickException(f"{' '.join(command)} ended with exit code {code}; see above")


def record_table(figures: Mapping[str, Any]) -> Iterator[str]:
    """Markdown of what `score_records.py` gives."""
    yield "| Records | P | R | F1 |"
    yield "| --- | ---: | ---: | ---: |"
    rows = {f"quote, {kind}": prf for kind, prf in figures["quote"].items()}
    for name, prf in (rows | {"organizations": figures["orgs"], "record": figures["record"]}).items():
        yield f"| {name} | {prf['p']:.3f} | {prf['r']:.3f} | {prf['f1']:.3f} |"
    yield ""
    yield "| Of the quotes found | Share |"
    yield "| --- | ---: |"
    for name, key in (
        ("span (mean F1 of characters)", "quote_span_f1"),
        ("type", "type_accuracy"),
        ("speaker", "speaker_accuracy"),
        ("said", "said_accuracy"),
    ):
        yield f"| {name} | {figures[key]:.3f} |"


def attribution_table(figures: Mapping[str, Any]) -> Iterator[str]:
    """Markdown of what `score_attributions.py` gives."""
    yield "| Attributions | Content | Source | Cue | All |"
    yield "| --- | ---: | ---: | ---: | ---: |"
    for name, key in (("F1 of words", "token_f1"), ("F1 of exact spans", "exact_f1")):
        cells = " | ".join(f"{figures[key][role]:.3f}" for role in ("content", "source", "cue"))
        yield f"| {name} | {cells} | |"
    yield f"| F1 of contents found | | | | {figures['found_f1']:.3f} |"
    yield f"| F1 of contents with their source | | | | {figures['linked_f1']:.3f} |"


def entity_table(sets: Mapping[str, Mapping[str, Counts]]) -> Iterator[str]:
    """Markdown: a row for each set, a column for each label; empty where the set does not annotate it."""
    labels = [*dict.fromkeys(label for counts in sets.values() for label in counts)]
    yield f"| Entities (F1) | {' | '.join(labels)} |"
    yield f"| --- |{' ---: |' * len(labels)}"
    for name, counts in sets.items():
        cells = (f"{counts[label].f1:.3f}" if label in counts else "" for label in labels)
        yield f"| {name} | {' | '.join(cells)} |"


@click.command()
@click.argument("data", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("gold", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--scorers",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder with score_records.py and score_attributions.py; without it, entities only.",
)
@click.option("--model", metavar="NAME", help="A spaCy pipeline, installed or a folder; default: ours.")
@click.option(
    "--articles", type=click.IntRange(1), help="The first so many of each set only, for a quick look."
)
@click.option("--json", "out", type=click.Path(path_type=Path), help="Write the figures to this file too.")
def main(
    data: Path, gold: Path, scorers: Path | None, model: str | None, articles: int | None, out: Path | None
) -> None:
    """Score the program on the development sets in DATA and on the gold records GOLD.

    DATA has quotes/dev.jsonl.gz, ner/LABELS.json and ner/*-dev.jsonl.gz.

    \b
    Example:
      python benchmarks/accuracy.py data/ gold/dev.jsonl --scorers eval/
    """
    figures: dict[str, Any] = {}
    blocks: list[list[str]] = []
    if scorers is not None:
        common: dict[str, Any] = {"model": model, "articles": articles}
        scored = run_and_score(gold, scorers / "score_records.py", acts=DEFAULT_ACTS, **common)
        figures["records"] = scored
        blocks.append([f"{scored['articles']} articles of {gold.name}", "", *record_table(scored)])
        scored = run_and_score(data / QUOTES, scorers / "score_attributions.py", acts="all", **common)
        figures["attributions"] = scored
        blocks.append([f"{scored['gold']} attributions of {QUOTES}", "", *attribution_table(scored)])
    sets = entities(data, model, articles)
    figures["entities"] = {
        name: {label: asdict(c) | {"f1": c.f1} for label, c in counts.items()}
        for name, counts in sets.items()
    }
    blocks.append([*entity_table(sets)])
    click.echo("\n\n".join("\n".join(block) for block in blocks))
    if out is not None:
        out.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
