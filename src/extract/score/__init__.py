"""Evaluation of records against gold: records of the same articles made by hand."""

from __future__ import annotations

from extract.record.views import RecordView
from extract.score.figures import Counts, Figures, by_type
from extract.score.gold import GoldArticle, GoldQuote, GoldSpeaker, read_gold
from extract.score.records import read_found
from extract.score.scoring import Score, score
from extract.score.verdict import Comparison, Verdict

FoundQuote = RecordView

__all__ = [
    "Comparison",
    "Counts",
    "Figures",
    "FoundQuote",
    "GoldArticle",
    "GoldQuote",
    "GoldSpeaker",
    "RecordView",
    "Score",
    "Verdict",
    "by_type",
    "read_found",
    "read_gold",
    "score",
]
