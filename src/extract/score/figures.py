"""Figures of verdicts: precision, recall, F1 and accuracies, over all and by group."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from extract.quotes.quote import QuoteType
from extract.score.matching import mention_kind, person_key
from extract.score.verdict import Verdict

ALL = "all"
NONE = "(none)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Counts of right, extra and missed ones. p, r, f1: 0 to 1, 0 where there is nothing to count."""

    right: int
    extra: int
    missed: int

    @property
    def p(self) -> float:
        """Precision: the share of right ones among those found."""
        return self.right / (self.right + self.extra) if self.right + self.extra else 0.0

    @property
    def r(self) -> float:
        """Recall: the share of those in the gold that were found."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 0.0

    @property
    def f1(self) -> float:
        """F1: the harmonic mean of precision and recall."""
        p, r = self.p, self.r
        return 2 * p * r / (p + r) if p + r else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Figures of how good records are.

    span: mean F1 of letters over the quotes found. type, act, speaker, said: the share of the quotes found
    where it is right, 0 where none is found; act is None where no gold of a quote found says it.
    organizations: over the quotes found. records: right when speaker, organizations and date all are.
    """

    quotes: Counts
    span: float
    type: float
    act: float | None
    speaker: float
    said: float
    organizations: Counts
    records: Counts


def figures_of(verdicts: Iterable[Verdict]) -> Figures:
    """Compute the figures of verdicts."""
    verdicts = list(verdicts)
    compared = [verdict.comparison for verdict in verdicts if verdict.comparison]
    extra = sum(verdict.gold is None for verdict in verdicts)
    missed = sum(verdict.record is None for verdict in verdicts)
    wrong = sum(not comparison.record for comparison in compared)
    acts = [comparison.act for comparison in compared if comparison.act is not None]
    organizations = [comparison.organizations for comparison in compared]
    return Figures(
        quotes=Counts(right=len(compared), extra=extra, missed=missed),
        span=_mean([comparison.span for comparison in compared]),
        type=_mean([comparison.type for comparison in compared]),
        act=_mean(acts) if acts else None,
        speaker=_mean([comparison.speaker for comparison in compared]),
        said=_mean([comparison.said for comparison in compared]),
        organizations=Counts(
            right=sum(len(part.right) for part in organizations),
            extra=sum(len(part.extra) for part in organizations),
            missed=sum(len(part.missed) for part in organizations),
        ),
        records=Counts(right=len(compared) - wrong, extra=extra + wrong, missed=missed + wrong),
    )


def by_type(verdicts: Sequence[Verdict]) -> dict[str, Figures]:
    """Compute the figures over all, and of each type in the order direct, mixed, indirect.

    A quote counts under the type that the gold gives it, a record too many under its own.
    """
    groups = {kind: [v for v in verdicts if _type(v) == kind] for kind in get_args(QuoteType)}
    return {ALL: figures_of(verdicts)} | {kind: figures_of(group) for kind, group in groups.items()}


def grouped(verdicts: Sequence[Verdict], by: str) -> dict[str, Figures]:
    """Compute the figures of each group by one of `choices.GROUPINGS`, in the order of `groups_of`."""
    return {name: figures_of(group) for name, group in groups_of(verdicts, by).items()}


def groups_of(verdicts: Sequence[Verdict], by: str) -> dict[str, list[Verdict]]:
    """Group verdicts by one of `choices.GROUPINGS`; most gold quotes first, then by name.

    A quote belongs where the gold puts it, a record too many where the record does. Speakers whose
    names count as the same are one group, called as it is first called.
    """
    key = _GROUP_OF[by]
    groups: dict[str, list[Verdict]] = {}
    names: dict[str, str] = {}
    for verdict in verdicts:
        name = key(verdict) or NONE
        same = person_key(name) if by == "speaker" else name
        groups.setdefault(same, []).append(verdict)
        names.setdefault(same, name)
    order = sorted(groups, key=lambda same: (-sum(v.gold is not None for v in groups[same]), names[same]))
    return {names[same]: groups[same] for same in order}


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def _type(verdict: Verdict) -> str | None:
    if verdict.gold:
        return verdict.gold.type
    return verdict.record.quote.type if verdict.record else None


def _act(verdict: Verdict) -> str | None:
    if verdict.gold:
        return verdict.gold.act
    return verdict.record.quote.act if verdict.record else None


def _speaker(verdict: Verdict) -> str | None:
    if verdict.gold:
        return verdict.gold.speaker.name
    return verdict.record.speaker.name if verdict.record else None


def _kind(verdict: Verdict) -> str | None:
    if verdict.gold:
        return verdict.gold.speaker.kind
    return verdict.record.speaker.kind if verdict.record else None


def _mention(verdict: Verdict) -> str | None:
    if verdict.gold:
        return mention_kind(verdict.gold.speaker.mention, verdict.gold.speaker.name)
    if verdict.record is None:
        return None
    speaker = verdict.record.speaker
    return mention_kind(
        speaker.mention.span.of(verdict.article.text) if speaker.mention else None, speaker.name
    )


def _basis(verdict: Verdict) -> str | None:
    if verdict.gold:
        return verdict.gold.said_basis
    return verdict.record.said.basis if verdict.record and verdict.record.said else None


_GROUP_OF: Mapping[str, Callable[[Verdict], str | None]] = {
    "type": _type,
    "act": _act,
    "speaker": _speaker,
    "kind": _kind,
    "mention": _mention,
    "basis": _basis,
    "article": lambda verdict: verdict.article.id,
    "source": lambda verdict: verdict.article.source,
}
