"""A score as JSON: every figure, every group, every error."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from extract.score import Score
from extract.score.faults import faults_of
from extract.score.figures import ALL, GROUPINGS, Counts, Figures, by_type, grouped


def score_as_json(score: Score) -> str:
    """The object that docs/score.md describes, indented."""
    types = by_type(score.verdicts)
    every = types[ALL]
    left_out = {"count": score.left_out.total(), "articles": dict(sorted(score.left_out.items()))}
    found: dict[str, Any] = {
        "articles": score.articles,
        "gold_quotes": every.quotes.right + every.quotes.missed,
        "optional_quotes": score.optional,
        "records": score.records,
        "records_on_optional": score.on_optional,
        "records_left_out": left_out,
        "articles_with_other_text": list(score.misfits),
    }
    found |= _figures(every)
    found["quote"] = {kind: _counts(figures.quotes) for kind, figures in types.items()}
    found["by"] = {
        by: {name: _figures(figures) for name, figures in grouped(score.verdicts, by).items()}
        for by in GROUPINGS
    }
    found["errors"] = [asdict(fault) for fault in faults_of(score.verdicts)]
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def _figures(figures: Figures) -> dict[str, Any]:
    return {
        "quote": _counts(figures.quotes),
        "quote_span_f1": figures.span,
        "type_accuracy": figures.type,
        "act_accuracy": figures.act,
        "speaker_accuracy": figures.speaker,
        "said_accuracy": figures.said,
        "orgs": _counts(figures.organizations),
        "record": _counts(figures.records),
    }


def _counts(counts: Counts) -> dict[str, float]:
    return {
        "p": counts.p,
        "r": counts.r,
        "f1": counts.f1,
        "tp": counts.right,
        "fp": counts.extra,
        "fn": counts.missed,
    }
