"""Weights of salience, as benchmarks/coreference_fit.py has fitted them."""

from __future__ import annotations

from types import MappingProxyType

WEIGHTS = MappingProxyType(
    {
        "none": 0.135,
        "none_marked": -0.232,
        "none_unnamed": 0.337,
        "none_unnamed_last": 0.319,
        "distance": -1.245,
        "same_sentence": 0.004,
        "next_sentence": 0.589,
        "same_paragraph": 0.718,
        "between": -0.548,
        "subject": 0.287,
        "subject_near": 0.693,
        "first": 0.085,
        "owner": -0.138,
        "by_pronoun": 0.165,
        "often": 0.751,
        "share": -0.048,
        "out_of_quotation": 0.040,
        "into_quotation": -0.013,
        "source_out_of_quotation": -2.025,
        "source_spoke": 1.209,
        "own_report": 0.034,
        "spoke": 0.119,
        "spoke_far": 0.008,
        "spoke_before": -0.105,
        "gender_title": 1.252,
        "gender_first": 0.804,
        "gender_pronouns": 0.849,
        "gender_trail": 0.009,
    }
)
