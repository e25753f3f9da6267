"""Features of a quote and an organization of its article: what speaks for it that one is about the other."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extract.layout.spans import CharSpan
from extract.lexicon.organization_nouns import ORGANIZATION_NOUNS
from extract.quotes.article_index import ArticleIndex
from extract.quotes.entities.names import Name
from extract.quotes.entities.organization_kinds import may_be
from extract.quotes.speakers.history import SpeakerHistory
from extract.quotes.speakers.prominence import prominence
from extract.quotes.speakers.resolution import Resolution
from extract.quotes.subjects.description_fit import DescriptionFits, Fit
from extract.quotes.subjects.mention_rules import BodyMention
from extract.quotes.subjects.references import BodyReference
from extract.quotes.subjects.salience import Salience
from extract.quotes.subjects.speaker_ties import SpeakerTies

_MIN_PROMINENCE = -14.0
_MAX_LEAD = 6.0  # in prominence, over the next
_MAX_RANK = 5
_MAX_CANDIDATES = 60  # the last named; the time for a quote does not grow with the article
_MAX_COUNT = 3  # of pronouns and names of one kind
_MAX_CHARS_BACK = 600  # to the organization named last
_NO_FIT = -9.0
_NO_RANK = 6.0


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteView:
    """A quote with what its words may refer to. speaker, ties: of it. references: in its content. mentions:
    what the rules found there."""

    content: Sequence[CharSpan]
    speaker: Resolution
    ties: SpeakerTies
    references: Sequence[BodyReference]
    mentions: Sequence[BodyMention]


class PairFeatures:
    """Makes the features of one article's quotes, each with every organization."""

    def __init__(
        self, index: ArticleIndex, fits: DescriptionFits, history: SpeakerHistory, title: str | None
    ) -> None:
        self._index = index
        self._fits = fits
        self._history = history
        self._salience = Salience(index, title)

    def of(self, quote: QuoteView) -> list[tuple[Name, dict[str, float]]]:
        """The organizations that a quote may be about with their features: those of the rules, and where its
        words may refer to one those that the article has named so far."""
        at = quote.content[0].start
        names = self._candidates(quote, at)
        place = CharSpan(at, at)
        prominences = {
            name.number: max(_MIN_PROMINENCE, prominence(self._index, name, place, self._history))
            for name in names
        }
        whole = self._of_quote(quote)
        descriptions = [ref for ref in quote.references if ref.noun and ref.kind == "definite"]
        fits = {name.number: [self._fits.of(name, ref) for ref in descriptions] for name in names}
        last = self._last_named(at)
        out = []
        for name, salience in zip(names, self._salience.features(names, at), strict=True):
            found = whole | salience
            found |= _prominence(prominences, name.number)
            found |= self._tied(quote, name, whole)
            found |= _ruled(quote.mentions, name)
            found |= _described(fits, prominences, name.number)
            found["last_named"] = float(last is name)
            out.append((name, found))
        return out

    def _candidates(self, quote: QuoteView, at: int) -> list[Name]:
        latest = self._index.latest_organizations(at, _MAX_CANDIDATES) if quote.references else []
        found = {name.number: name for name in (*latest, *(name for _, name, _ in quote.mentions))}
        return [found[number] for number in sorted(found)]

    def _of_quote(self, quote: QuoteView) -> dict[str, float]:
        references = quote.references
        kinds = [ref.kind for ref in references]
        spans = [span for span, _, how in quote.mentions if how != "pronoun"]
        first = min((span.start for span in spans), default=math.inf)
        named = {name.number for _, name, how in quote.mentions if how in ("named", "alias")}
        nouns = sum(ref.noun in ORGANIZATION_NOUNS for ref in references if ref.kind == "definite")
        found = {
            "it": sum(ref.kind == "it" and ref.span.start < first for ref in references),
            "it_behind_name": sum(ref.kind == "it" and ref.span.start > first for ref in references),
            "they": kinds.count("they"),
            "we": kinds.count("we"),
            "descriptions": nouns,
            "names": len(named),
        }
        speaker = quote.speaker
        body = speaker.name is not None and speaker.name.kind == "organization"
        return {
            **{name: float(min(_MAX_COUNT, count)) for name, count in found.items()},
            "nothing": float(
                not any(found[name] for name in ("it", "it_behind_name", "they", "we", "descriptions"))
            ),
            "it_opens": float(any(ref.kind == "it" and ref.opens for ref in references)),
            "they_opens": float(any(ref.kind == "they" and ref.opens for ref in references)),
            "owned": float(any(kind in ("owned", "our") for kind in kinds)),
            "direct": float(speaker.type == "direct"),
            "indirect": float(speaker.type == "indirect"),
            "by_person": float(speaker.speaker.kind == "person"),
            "by_body": float(body),
            "official": float(quote.ties.official),
            "onlooker": float(quote.ties.onlooker),
        }

    def _tied(self, quote: QuoteView, name: Name, whole: Mapping[str, float]) -> dict[str, float]:
        """How the speaker is tied to an organization."""
        speaker, ties = quote.speaker, quote.ties
        own, affiliated = float(ties.own is name), float(ties.affiliated is name)
        member = float(any(one.name == name.canonical for one in speaker.speaker.members))
        spoken = float(speaker.name is name)
        whose = "our" if speaker.type == "direct" else "owned"
        owned = any(ref.kind == whose and ref.noun and may_be(name, ref.noun) for ref in quote.references)
        return {
            "own": own,
            "affiliated": affiliated,
            "speaker": spoken,
            "in_source": float(name in ties.inside),
            "other_own": float(ties.own is not None and ties.own is not name),
            "member": member,
            "member_they": member * whole["they"],
            "own_we": own * min(1.0, whole["we"]),
            "own_owned": float(owned and max(own, affiliated) > 0),
            "speaker_it": spoken * whole["it_opens"],
        }

    def _last_named(self, at: int) -> Name | None:
        found = self._index.organizations_in(CharSpan(max(0, at - _MAX_CHARS_BACK), at))
        return found[-1][1] if found else None


def _prominence(prominences: Mapping[int, float], number: int) -> dict[str, float]:
    """How far an organization is in front of the others."""
    mine = prominences[number]
    others = [value for other, value in prominences.items() if other != number]
    lead = mine - max(others, default=_MIN_PROMINENCE)
    return {
        "prominence": mine,
        "lead": max(-_MAX_LEAD, min(_MAX_LEAD, lead)),
        "rank": float(min(_MAX_RANK, sum(value > mine for value in others))),
    }


def _ruled(mentions: Sequence[BodyMention], name: Name) -> dict[str, float]:
    """What the rules take for an organization, and for others."""
    hows = [how for _, other, how in mentions if other is name]
    others = any(how in ("description", "pronoun") for _, other, how in mentions if other is not name)
    return {
        "named": float(min(_MAX_COUNT, sum(how in ("named", "alias") for how in hows))),
        "described": float("description" in hows),
        "by_pronoun": float("pronoun" in hows),
        "other_referred": float(others),
    }


def _described(
    fits: Mapping[int, Sequence[Fit]], prominences: Mapping[int, float], number: int
) -> dict[str, float]:
    """How well the descriptions of a content fit an organization, and how much better than the others."""
    mine = fits[number]
    rank, lead = _NO_RANK, _NO_FIT
    for at, fit in enumerate(mine):
        if fit.level < 0 or prominences[number] <= _MIN_PROMINENCE:
            continue
        scores = {
            other: 2 * found[at].score + prominences[other]
            for other, found in fits.items()
            if prominences[other] > _MIN_PROMINENCE
        }
        score = scores.pop(number)
        rank = min(rank, float(sum(other > score for other in scores.values())))
        lead = max(lead, min(_MAX_LEAD, score - max(scores.values(), default=score - _MAX_LEAD)))
    return {
        "fit": max((fit.score for fit in mine), default=_NO_FIT),
        "fit_known": float(any(fit.known for fit in mine)),
        "fit_unknown": float(bool(mine) and all(fit.unknown for fit in mine)),
        "fit_rank": rank,
        "fit_lead": lead,
    }
