"""Document-level consistency of entity labels, by a weighted vote over the mentions of a name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from extract.pipeline.network.viterbi import WordSpan

_MIN_LEAD_RATIO = 2.0  # of the votes for the first label of a name to those for the second
_MAX_INITIAL_CHARS = 2  # no longer words are initials and particles
_SURE_PROBABILITY = 0.8  # the summed probability from which a name is looked for where it was missed


def unify_labels(
    words: Sequence[str], spans: Sequence[WordSpan], labels: Iterable[int], *, person: int, organization: int
) -> list[WordSpan]:
    """Relabel and complete the names of one text.

    words: as written. spans: ascending, none overlapping. labels: those of names (not of dates and sums);
    person and organization are two of them. The surname of a person named in full is a person; a "person"
    whose name begins that of an organization is the organization. A form with one dominant label gets it
    everywhere; a form of several words, or in capitals, is labelled also where it was missed.
    """
    named = frozenset(labels)
    spans = _short_forms(words, spans, named, person, organization)
    votes: dict[tuple[str, ...], dict[int, float]] = defaultdict(lambda: defaultdict(float))
    for span in spans:
        if span.label in named:
            votes[_form(words, span)][span.label] += span.score
    dominant = {form: label for form, found in votes.items() if (label := _dominant_label(found)) is not None}
    out = [
        WordSpan(span.first, span.last, unified, span.score)
        if span.label in named and (unified := dominant.get(_form(words, span), span.label)) != span.label
        else span
        for span in spans
    ]
    out += _missed_names(words, out, dominant, votes)
    return sorted(out, key=lambda span: span.first)


def _short_forms(
    words: Sequence[str], spans: Sequence[WordSpan], named: frozenset[int], person: int, organization: int
) -> list[WordSpan]:
    """Relabel names of one word by the longer names that they abbreviate."""
    surnames = {words[s.last] for s in spans if s.label == person and s.last > s.first}
    openings = {words[s.first] for s in spans if s.label == organization and s.last > s.first}
    out = []
    for span in spans:
        word = words[span.first]
        label = span.label
        if (
            span.first == span.last
            and label in named
            and word[:1].isupper()
            and len(word) > _MAX_INITIAL_CHARS
        ):
            if word in surnames and word not in openings:
                label = person
            elif label == person and word in openings and word not in surnames:
                label = organization
        out.append(span if label == span.label else WordSpan(span.first, span.last, label, span.score))
    return out


def _form(words: Sequence[str], span: WordSpan) -> tuple[str, ...]:
    return tuple(words[span.first : span.last + 1])


def _dominant_label(found: dict[int, float]) -> int | None:
    ranked = sorted(found.items(), key=lambda item: -item[1])
    if len(ranked) > 1 and ranked[0][1] < _MIN_LEAD_RATIO * ranked[1][1]:
        return None
    return ranked[0][0]


def _missed_names(
    words: Sequence[str],
    spans: Sequence[WordSpan],
    dominant: dict[tuple[str, ...], int],
    votes: dict[tuple[str, ...], dict[int, float]],
) -> list[WordSpan]:
    forms: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for form, label in dominant.items():
        plain = len(form) == 1 and not (form[0].isupper() and len(form[0]) > 1)
        if not plain and votes[form][label] >= _SURE_PROBABILITY and form[0][:1].isupper():
            forms[form[0]].append(form)
    if not forms:
        return []
    for same_first in forms.values():
        same_first.sort(key=len, reverse=True)
    taken = [False] * len(words)
    for span in spans:
        taken[span.first : span.last + 1] = [True] * (span.last + 1 - span.first)
    out = []
    for at, word in enumerate(words):
        for form in forms.get(word, ()):
            end = at + len(form)
            if tuple(words[at:end]) == form and not any(taken[at:end]):
                taken[at:end] = [True] * len(form)
                out.append(WordSpan(at, end - 1, dominant[form], _SURE_PROBABILITY))
                break
    return out
