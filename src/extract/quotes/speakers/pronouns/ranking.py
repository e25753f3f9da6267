"""Ranking of antecedents: how much speaks for a person as the one whom "he" or "she" means.

A log-linear model that chooses among the people named before a pronoun and nobody, in the manner of Denis and
Baldridge (2008), Specialized Models and Ranking for Coreference Resolution. benchmarks/coreference_fit.py
fits its weights; docs/coreference.md says on what.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extract.quotes.speakers.log_linear import read_weights
from extract.quotes.speakers.pronouns.mentions import PersonMention

WEIGHTS_FILE = "ranking.json"
WEIGHTS = read_weights("extract.quotes.speakers.pronouns", WEIGHTS_FILE)
_MAX_SENTENCE_DISTANCE = 12  # beyond it nothing gets less likely


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A person as the one whom a pronoun may mean.

    mentions: so far, at least one. gender: evidence by its kind ("title", "first", "pronouns", "trail"), 1
    for the pronoun's gender, -1 for the other, fractions for what is in doubt. spoke: how many speakers ago
    (0: the last one) and how many paragraphs ago, None unless one of the last two. reports: the pronoun
    stands in what this person is reported to say. share: of all mentions of people by name.
    """

    mentions: Sequence[PersonMention]
    gender: Mapping[str, float]
    spoke: tuple[int, int] | None
    reports: bool
    share: float


def candidate_features(pronoun: PersonMention, candidate: Candidate, between: int) -> dict[str, float]:
    """What speaks for and against a candidate. between: how many others who fit were mentioned since."""
    last = _latest(pronoun, candidate.mentions)
    same = pronoun.sentence == last.sentence
    # What others say at length does not remove those of whom the article tells.
    away = (
        pronoun.sentence - last.sentence
        if last.in_marks or pronoun.in_marks
        else pronoun.narrated - last.narrated
    )
    distance = 0 if same else min(max(1, away), _MAX_SENTENCE_DISTANCE)
    found = {
        "distance": math.log1p(distance),
        "same_sentence": float(distance == 0),
        "next_sentence": float(distance == 1),
        "same_paragraph": float(last.paragraph == pronoun.paragraph),
        "between": float(min(between, 3)),
        "subject": float(last.subject),
        "subject_near": float(last.subject and distance <= 1),
        "first": float(last.first),
        "owner": float(last.possessive),
        "by_pronoun": float(last.pronoun),
        "often": math.log(max(1, sum(not mention.pronoun for mention in candidate.mentions))),
        "share": candidate.share,
        "out_of_quotation": float(last.in_marks and not pronoun.in_marks),
        "into_quotation": float(pronoun.in_marks and not last.in_marks),
        "own_report": float(candidate.reports),
        "source_out_of_quotation": float(last.in_marks and not pronoun.in_marks and pronoun.source),
        "source_spoke": 0.0,
        "spoke": 0.0,
        "spoke_far": 0.0,
        "spoke_before": 0.0,
    }
    if candidate.spoke is not None:
        ago, gap = candidate.spoke
        kind = "spoke_before" if ago else "spoke" if gap <= 1 else "spoke_far"
        found[kind] = 1.0
        found["source_spoke"] = float(pronoun.source and kind == "spoke")
    for kind, evidence in candidate.gender.items():
        found[f"gender_{kind}"] = evidence
    return found


def nobody_features(
    pronoun: PersonMention, *, unnamed: PersonMention | None, since: PersonMention | None
) -> dict[str, float]:
    """What speaks for it that no name of the article is meant.

    unnamed: the last phrase for someone without a name. since: the last mention of a candidate.
    """
    near = unnamed is not None and pronoun.sentence - unnamed.sentence <= 1
    last = near and unnamed is not None and (since is None or since.span < unnamed.span)
    return {
        "none": 1.0,
        "none_marked": float(pronoun.in_marks),
        "none_unnamed": float(near),
        "none_unnamed_last": float(last),
    }


def _latest(pronoun: PersonMention, mentions: Sequence[PersonMention]) -> PersonMention:
    """The latest mention; for a pronoun outside quotation marks the latest outside, if one is near."""
    last = mentions[-1]
    if not last.in_marks or pronoun.in_marks:
        return last
    outside = next((mention for mention in reversed(mentions[-6:]) if not mention.in_marks), last)
    return outside if pronoun.sentence - outside.sentence <= _MAX_SENTENCE_DISTANCE else last
