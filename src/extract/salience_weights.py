"""Weights of salience, as benchmarks/coreference_fit.py has fitted them."""

from __future__ import annotations

from types import MappingProxyType

WEIGHTS = MappingProxyType(
    {
        "none": 0.190,
        "none_marked": -0.243,
        "none_unnamed": 0.340,
        "none_unnamed_last": 0.326,
        "distance": -1.253,
        "same_sentence": -0.026,
        "next_sentence": 0.558,
        "same_paragraph": 0.687,
        "between": -0.568,
        "subject": 0.339,
        "subject_near": 0.629,
        "first": 0.064,
        "owner": -0.142,
        "by_pronoun": 0.073,
        "often": 0.737,
        "share": -0.064,
        "out_of_quotation": 0.030,
        "into_quotation": -0.022,
        "source_out_of_quotation": -2.013,
        "source_spoke": 1.201,
        "own_report": -0.096,
        "spoke": 0.220,
        "spoke_far": -0.047,
        "spoke_before": -0.124,
        "gender_title": 1.103,
        "gender_first": 0.838,
        "gender_pronouns": 0.952,
        "gender_trail": 0.032,
    }
)
