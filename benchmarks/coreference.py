"""Whom pronouns and descriptions mean: the program's answers beside a gold of coreference.

Asked is about every mention that could be a source: a third-person pronoun, or a description, which is a
phrase with "the", with a common noun for its head, and without a name of the one it means ("the diplomat",
"the Norwegian company"). What stands in apposition or as a predicate ("Ada Brunn, the minister," "she is the
minister") refers to nobody and is left out, and so are phrases for several people. Asked is only where the
gold's cluster is a person or an organization and holds a proper name before the mention: the program never
looks ahead, so a name that comes only later is no fault of it (and few sources are of that kind).

The program reads the plain text, with its own names and quotes. Each mention is put to it as the source of a
quote at that place, between the quotes that it has found. *Right*: the answer is one of the names of the
cluster, compared without titles, case and accents; a surname or a fuller name is the same name. *Wrong*:
it is another name. *Open*: it is no name, or a description or group without one.

The forms "he", "she", "it", "they" and descriptions are *source-like*, for they may be subjects; "him",
"his", "the company's" and other cases are counted apart. "They" is in no total: it
is seldom a source with one name.

Needs data that is not shipped: DATA/coref and DATA/ner, see docs/coreference.md.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click
from coreference_gold import KINDS, Asked, CoreferenceArticle, is_one_of, read_coreference

from extract.article import Article
from extract.pipeline.load import annotate, load_pipeline
from extract.quotes.assemble import Reading, read_passages
from extract.quotes.passages.passage import Passage
from extract.quotes.passages.quote_type import type_of
from extract.quotes.speakers.antecedents import Antecedents, antecedents_of
from extract.quotes.speakers.resolve import SpeakerResolver
from extract.spans import CharSpan

if TYPE_CHECKING:
    from spacy.language import Language

SCHEMES = ("gum", "ontogum")
REPORTED = ("news", "interview", "speech")
Verdict = Literal["right", "wrong", "open"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """A mention with the program's answer. name: None where it is left open."""

    article: CoreferenceArticle
    asked: Asked
    name: str | None
    verdict: Verdict


def answers(nlp: Language, articles: Iterable[CoreferenceArticle]) -> Iterator[Answered]:
    """The program's answer for each mention that is asked about."""
    golds = list(articles)
    inputs = [Article(id=g.id, path="-", text=g.text, published=g.published) for g in golds]
    for gold, annotated in zip(golds, annotate(nlp, inputs), strict=True):
        reading = read_passages(annotated)
        spans = [asked.span for asked in gold.asked]
        turns = in_turn(reading, antecedents_of(reading.index), spans)
        names = {span: _name_of(resolver, span) for span, resolver in turns}
        for asked in gold.asked:
            name = names[asked.span]
            verdict: Verdict = (
                "open" if name is None else "right" if is_one_of(name, asked.names) else "wrong"
            )
            yield Answered(article=gold, asked=asked, name=name, verdict=verdict)


def in_turn(
    reading: Reading, antecedents: Antecedents, mentions: Iterable[CharSpan]
) -> Iterator[tuple[CharSpan, SpeakerResolver]]:
    """Each mention behind the quotes that begin before it, and the resolver that has read up to there.

    What stands inside a quote comes right behind that quote, as the source of a quote within it would.
    """
    resolver = SpeakerResolver(reading.index, antecedents)
    waiting = sorted(mentions)
    for passage in reading.passages:
        whole = CharSpan(passage.content[0].start, passage.content[-1].end)
        begins = max(whole.start, passage.source.end if passage.source else 0)
        for span in [span for span in waiting if span.start < begins and not whole.holds(span)]:
            yield span, resolver
            waiting.remove(span)
        kind = type_of(reading.index.text, passage, reading.annotations.quotations)
        resolved = resolver.resolve(passage, whole, kind)
        if not passage.nested:
            antecedents.history.add(resolved)
    for span in waiting:
        yield span, resolver


def _name_of(resolver: SpeakerResolver, mention: CharSpan) -> str | None:
    """The name of the one who would speak, were `mention` a source."""
    behind = CharSpan(mention.end, mention.end)
    passage = Passage(content=(behind,), source=mention, cue=None, confidence=1.0, source_confidence=1.0)
    resolved = resolver.resolve(passage, behind, "indirect")
    return None if resolved.name is None else resolved.name.canonical


def table(answered: Sequence[Answered]) -> list[str]:
    """Markdown: a row for each kind of mention, and their totals."""
    lines = ["| | Mentions | Right | Wrong | Open |", "| --- | ---: | ---: | ---: | ---: |"]
    subjects = [item for item in answered if item.asked.subject]
    groups: list[tuple[str, list[Answered]]] = [
        (kind, [item for item in subjects if item.asked.kind == kind]) for kind in KINDS
    ]
    groups.append(("source-like, without they", [item for item in subjects if item.asked.kind != "they"]))
    groups.append(("other cases: him, his, ...", [item for item in answered if not item.asked.subject]))
    for name, items in groups:
        counts = Counter(item.verdict for item in items)
        shares = [
            f"{counts[verdict] / len(items):.2f}" if items else "" for verdict in ("right", "wrong", "open")
        ]
        lines.append(f"| {name} | {len(items)} | {' | '.join(shares)} |")
    return lines


def _around(item: Answered) -> str:
    span, text = item.asked.span, item.article.text
    before, behind = text[max(0, span.start - 100) : span.start], text[span.end : span.end + 40]
    words = f"{before}[{span.of(text)}]{behind}".replace("\n", " ")
    return f"{item.article.id}: {item.verdict}: {item.name} for {item.asked.names[0]}: {words}"


@click.command()
@click.argument("data", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--part", type=click.Choice(["dev", "train"]), default="dev", show_default=True)
@click.option("--model", metavar="DIR", type=click.Path(exists=True, file_okay=False, path_type=Path),
              help="A pipeline's folder; default: ours.")  # fmt: skip
@click.option("--errors", is_flag=True, help="Print what is not right, to stderr.")
def main(data: Path, part: str, model: Path | None, errors: bool) -> None:
    """Print, as Markdown, how many pronouns and descriptions get the right name, a wrong one, or none.

    \b
    Example:
      python benchmarks/coreference.py data/
    """
    nlp = load_pipeline(model)
    for scheme in SCHEMES:
        answered = list(answers(nlp, read_coreference(data, scheme, part)))
        genres = sorted({item.article.genre for item in answered})
        sections = [
            (", ".join(REPORTED), REPORTED),
            ("all", genres),
            *((genre, (genre,)) for genre in genres),
        ]
        for name, chosen in sections:
            items = [item for item in answered if item.article.genre in chosen]
            click.echo("\n".join([f"{scheme} {part}, {name}", "", *table(items), ""]))
        for item in answered:
            if errors and item.verdict != "right" and item.asked.subject:
                click.echo(_around(item), err=True)


if __name__ == "__main__":
    main()
