"""Weights of salience, as benchmarks/coreference_fit.py has fitted them."""

from __future__ import annotations

from types import MappingProxyType

WEIGHTS = MappingProxyType(
    {
        "none": 0.176,
        "none_marked": -0.242,
        "none_unnamed": 0.370,
        "none_unnamed_last": 0.348,
        "distance": -1.248,
        "same_sentence": -0.015,
        "next_sentence": 0.564,
        "same_paragraph": 0.700,
        "between": -0.580,
        "subject": 0.305,
        "subject_near": 0.585,
        "first": 0.053,
        "owner": -0.144,
        "by_pronoun": 0.074,
        "often": 0.737,
        "share": -0.057,
        "out_of_quotation": 0.013,
        "into_quotation": -0.022,
        "source_out_of_quotation": -2.013,
        "source_spoke": 1.194,
        "own_report": -0.094,
        "spoke": 0.226,
        "spoke_far": -0.044,
        "spoke_before": -0.124,
        "gender_title": 1.103,
        "gender_first": 0.850,
        "gender_pronouns": 0.940,
        "gender_trail": 0.028,
    }
)
