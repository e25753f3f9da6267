"""Scoring: records of each article compared with its gold."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extract.record.views import RecordView
from extract.score.gold import GoldArticle
from extract.score.verdict import Verdict, judge


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Result of scoring.

    verdicts: article by article, as the gold orders them. left_out: records of articles that the gold
    does not have, by article id. misfits: ids of articles with records whose text is not that of the gold.
    """

    articles: int
    optional: int
    records: int
    verdicts: tuple[Verdict, ...]
    left_out: Counter[str]
    misfits: tuple[str, ...]

    @property
    def on_optional(self) -> int:
        """Number of records that match or lie on optional quotes, and so count neither way."""
        judged = sum(verdict.record is not None for verdict in self.verdicts)
        return self.records - self.left_out.total() - judged


def score(gold: Sequence[GoldArticle], records: Iterable[RecordView]) -> Score:
    """Compare records with the gold of their articles, which they name by id.

    A gold article without records counts as missed; a record of another article is left out.
    """
    by_article: defaultdict[str, list[RecordView]] = defaultdict(list)
    for record in records:
        by_article[record.article.id].append(record)
    known = {article.id for article in gold}
    return Score(
        articles=len(gold),
        optional=sum(quote.optional for article in gold for quote in article.quotes),
        records=sum(map(len, by_article.values())),
        verdicts=tuple(verdict for a in gold for verdict in judge(a, by_article.get(a.id, ()))),
        left_out=Counter({name: len(found) for name, found in by_article.items() if name not in known}),
        misfits=tuple(
            a.id for a in gold if not all(r.content_fits(a.text) for r in by_article.get(a.id, ()))
        ),
    )


def _fits(article: GoldArticle, records: Iterable[RecordView]) -> bool:
    return all(record.content_fits(article.text) for record in records)
