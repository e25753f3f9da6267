"""Accuracy on the development sets: records, attributions and entities, as Markdown tables.

Needs data that is not shipped with the program; see docs/accuracy.md for the shape of it.
"""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from attributions import by_type, table
from spans import Counts

if TYPE_CHECKING:
    from spacy.language import Language

ENTITY_SETS = ("conll2003-dev", "cleanconll-dev", "worldwide-dev", "finer-dev")
ENTITY_COMPONENTS = ("extract_layout", "extract_encoder", "extract_entities")
QUOTES = "quotes/dev.jsonl.gz"
DEFAULT_ACTS = "statement,attitude"
Span = tuple[int, int, str]
Ignored = list[tuple[int, int]]
Scored = dict[str, dict[str, Counts]]


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


def count_exact(gold: set[Span], found: set[Span], ignore: Ignored, into: dict[str, Counts]) -> None:
    """Add the entities of one article: exact span and label; what only touches `ignore` is no error."""
    for span in gold | found:
        counts = into[span[2]]
        if span in gold and span in found:
            counts.right += 1
        elif span in gold:
            counts.missed += 1
        elif not _ignored(span, ignore):
            counts.wrong += 1


def count_overlap(gold: set[Span], found: set[Span], ignore: Ignored, into: dict[str, Counts]) -> None:
    """Add the entities of one article: a span is right when one of its label touches it, one to one."""
    left = sorted(gold)
    for span in sorted(found):
        partner = next((other for other in left if other[2] == span[2] and _touch(other, span)), None)
        if partner is not None:
            left.remove(partner)
            into[span[2]].right += 1
        elif not _ignored(span, ignore):
            into[span[2]].wrong += 1
    for span in left:
        into[span[2]].missed += 1


def _touch(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _ignored(span: Span, ignore: Ignored) -> bool:
    return any(start < span[1] and span[0] < end for start, end in ignore)


def score_entities(nlp: Language, rows: list[dict[str, Any]], fold: Mapping[str, str]) -> Scored:
    """Counts for each label of one set, of exact spans and of spans that overlap."""
    labels = [*dict.fromkeys(fold.values())]
    scored: Scored = {way: {label: Counts() for label in labels} for way in ("exact", "overlap")}
    for doc, row in nlp.pipe(((row["text"], row) for row in rows), as_tuples=True, batch_size=32):
        gold = {(start, end, label) for start, end, label in row["entities"] if label in labels}
        found = {(e.start_char, e.end_char, fold[e.label_]) for e in doc.ents if e.label_ in fold}
        ignore = [(start, end) for start, end in row.get("ignore", ())]
        count_exact(gold, found, ignore, scored["exact"])
        count_overlap(gold, found, ignore, scored["overlap"])
    return {way: {"all": _sum(counts.values())} | counts for way, counts in scored.items()}


def _sum(counts: Iterable[Counts]) -> Counts:
    out = Counts()
    for item in counts:
        out.right, out.wrong, out.missed = (
            out.right + item.right,
            out.wrong + item.wrong,
            out.missed + item.missed,
        )
    return out


def entity_pipeline(model: str | None) -> Language:
    """Load a pipeline with no more than what finds entities; the components of another pipeline all stay."""
    from extract.pipeline.load import load_pipeline

    nlp = load_pipeline(model)
    if "ner" not in nlp.pipe_names:
        nlp.select_pipes(enable=ENTITY_COMPONENTS)
    return nlp


def entities(data: Path, model: str | None, articles: int | None) -> dict[str, Scored]:
    """Counts for each set, way of counting and label; "all" adds up the labels."""
    notes = json.loads((data / "ner" / "LABELS.json").read_text("utf-8"))
    nlp = entity_pipeline(model)
    found = {}
    for name in ENTITY_SETS:
        rows = read_rows(data / "ner" / f"{name}.jsonl.gz", articles)
        found[name] = score_entities(nlp, rows, folded(notes[name]))
    return found


def run_and_score(
    gold: Path, scorer: Path, *, acts: str, model: str | None, articles: int | None
) -> tuple[dict[str, Any], list[dict[str, Any]], list[dict[str, Any]]]:
    """The figures that `scorer` gives the records of a run over `gold`; its articles; the records."""
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
        return figures, rows, read_rows(work / "out" / "records.jsonl", None)


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
        ("act (a statement)", "act_accuracy"),
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


def entity_table(sets: Mapping[str, Scored], way: str) -> Iterator[str]:
    """Markdown: a row for each set, a column for each label; empty where the set does not annotate it."""
    labels = [*dict.fromkeys(label for scored in sets.values() for label in scored[way])]
    yield f"| Entities (F1, {way}) | {' | '.join(labels)} |"
    yield f"| --- |{' ---: |' * len(labels)}"
    for name, scored in sets.items():
        counts = scored[way]
        cells = (f"{counts[label].f1:.3f}" if label in counts else "" for label in labels)
        yield f"| {name} | {' | '.join(cells)} |"


def measure(
    data: Path, gold: Path, scorers: Path | None, model: str | None, articles: int | None
) -> tuple[dict[str, Any], list[list[str]]]:
    """All figures, and the blocks of lines that show them."""
    figures: dict[str, Any] = {}
    blocks: list[list[str]] = []
    if scorers is not None:
        common: dict[str, Any] = {"model": model, "articles": articles}
        scored, _, _ = run_and_score(gold, scorers / "score_records.py", acts=DEFAULT_ACTS, **common)
        statements, _, _ = run_and_score(gold, scorers / "score_records.py", acts="statement", **common)
        # What is no optional quote of the gold is a statement.
        scored["act_accuracy"] = statements["quote"]["all"]["r"] / (scored["quote"]["all"]["r"] or 1.0)
        figures["records"] = scored
        blocks.append([f"{scored['articles']} articles of {gold.name}", "", *record_table(scored)])
        scorer = scorers / "score_attributions.py"
        scored, rows, records = run_and_score(data / QUOTES, scorer, acts="all", **common)
        figures["attributions"] = scored
        blocks.append([f"{scored['gold']} attributions of {QUOTES}", "", *attribution_table(scored)])
        of_article: dict[str, list[dict[str, Any]]] = {}
        for record in records:
            of_article.setdefault(record["article"]["id"], []).append(record)
        kinds = by_type(rows, of_article)
        figures["contents"] = {kind: _figures(counts) for kind, counts in kinds.items()}
        blocks.append([*table(kinds)])
    sets = entities(data, model, articles)
    figures["entities"] = {
        name: {way: _figures(counts) for way, counts in scored.items()} for name, scored in sets.items()
    }
    blocks += [[*entity_table(sets, way)] for way in ("exact", "overlap")]
    return figures, blocks


def _figures(counts: Mapping[str, Counts]) -> dict[str, Any]:
    return {name: asdict(c) | {"p": c.precision, "r": c.recall, "f1": c.f1} for name, c in counts.items()}


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
    figures, blocks = measure(data, gold, scorers, model, articles)
    click.echo("\n\n".join("\n".join(block) for block in blocks))
    if out is not None:
        out.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
