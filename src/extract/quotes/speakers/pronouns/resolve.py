"""Pronoun resolution: whom each "he" and "she" of an article means."""

from __future__ import annotations

import re
from bisect import insort
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from extract.layout.spans import CharSpan
from extract.lexicon.pronouns import MALE_PRONOUNS
from extract.quotes import certainty
from extract.quotes.article_index import ArticleIndex
from extract.quotes.entities.names import Gender, Name, distinct
from extract.quotes.speakers.gender import Genders
from extract.quotes.speakers.history import SpeakerHistory
from extract.quotes.speakers.log_linear import probabilities
from extract.quotes.speakers.pronouns.mentions import MentionChains, PersonMention
from extract.quotes.speakers.pronouns.ranking import (
    WEIGHTS,
    Candidate,
    candidate_features,
    nobody_features,
)
from extract.quotes.speakers.resolution import Reference, Resolution
from extract.quotes.speakers.unnamed import UnnamedPerson, last_unnamed, unnamed_people

_PRONOUN = re.compile(r"\b(?:he|him|his|himself|she|her|hers|herself)\b", re.IGNORECASE)
_MAX_SENTENCES_BACK = 12  # to a mention by name
_MAX_PRONOUNS_BACK = 12  # that count as mentions near by
_MAX_QUOTES_BACK = 12  # among which the one is looked for in which a pronoun stands
_MIN_MENTION_PROBABILITY = 0.5  # from which a pronoun counts as a mention of the one it means
_MAX_TITLE_MEAN = -0.5  # of what titles tell: up to here they tell the other gender
_MIN_PROBABILITY_SUM = 0.75  # of such pronouns, from which the gender of a person counts as told by them


@dataclass(frozen=True, slots=True)
class CandidateFeatures:
    """Features of someone whom a pronoun may mean. name: None for nobody whom the article names."""

    name: Name | None
    features: dict[str, float]


class PersonPronouns:
    """Resolves the pronouns of one article in reading order, each in the light of those before it.

    Those inside quotation marks wait until it is known whose words they are in.
    """

    def __init__(self, index: ArticleIndex, genders: Genders, history: SpeakerHistory) -> None:
        self._index = index
        self._genders = genders
        self._history = history
        self._chains = MentionChains(index)
        self._waiting = [CharSpan(*found.span()) for found in _PRONOUN.finditer(index.text)]
        self._meant: dict[int, list[tuple[Gender, float]]] = {}
        self._meant_at: dict[int, Name] = {}
        self._resolved: list[tuple[int, Name]] = []
        self._answers: dict[CharSpan, tuple[Name, float] | None] = {}
        self._named = sum(len(name.mentions) for name in index.people)

    @cached_property
    def _unnamed(self) -> list[UnnamedPerson]:
        return unnamed_people(self._index)

    def meant(self, mention: CharSpan, gender: Gender) -> Reference | None:
        """The person whom "he" or "she" at `mention` means; None when that is nobody, or too doubtful."""
        if mention not in self._answers:
            self._choose(mention, self.candidates(mention, gender), gender)
        found = self._answers[mention]
        if found is None or found[1] < certainty.PRONOUN_AT_LEAST:
            return None
        return Reference(found[0], round(min(found[1], certainty.PRONOUN_AT_MOST), 3))

    def note(self, description: CharSpan, name: Name) -> None:
        """Let later pronouns know that a description ("the president") means a person."""
        self._chains.add(name, description, pronoun=False)

    def candidates(self, mention: CharSpan, gender: Gender) -> list[CandidateFeatures]:
        """The features of nobody, and of each person whom a pronoun may mean."""
        self._read_on(mention)
        return self._weigh(mention, gender)

    def _read_on(self, mention: CharSpan) -> None:
        """Resolve what stands before a mention and no longer waits."""
        within = self._chains.is_in_marks(mention.start)
        for span in list(self._waiting):
            if span.start >= mention.start:
                break
            if within or self._is_ready(span):
                self._waiting.remove(span)
                gender: Gender = "male" if span.of(self._index.text).lower() in MALE_PRONOUNS else "female"
                self._choose(span, self._weigh(span, gender), gender)
        if mention in self._waiting:
            self._waiting.remove(mention)

    def _is_ready(self, span: CharSpan) -> bool:
        if not self._chains.is_in_marks(span.start):
            return True
        last = self._history.last
        return last is not None and (last.content.start > span.start or self._utterance(span) is not None)

    def _choose(self, mention: CharSpan, rows: Sequence[CandidateFeatures], gender: Gender) -> None:
        shares = probabilities([row.features for row in rows], WEIGHTS)
        best = max(range(len(rows)), key=lambda n: shares[n])
        name = rows[best].name
        self._answers[mention] = None if name is None else (name, shares[best])
        if name is not None and shares[best] >= _MIN_MENTION_PROBABILITY:
            self._chains.add(name, mention, pronoun=True)
            insort(self._resolved, (mention.start, name), key=lambda item: item[0])
            self._meant.setdefault(name.number, []).append((gender, shares[best]))
            self._meant_at[mention.start] = name

    def _weigh(self, mention: CharSpan, gender: Gender) -> list[CandidateFeatures]:
        pronoun = self._chains.describe(mention, pronoun=True)
        names = [(self._chains.before(name, mention.start), name) for name in self._near(mention)]
        names = sorted((pair for pair in names if pair[0]), key=lambda pair: pair[0][-1].span, reverse=True)
        unnamed = last_unnamed(self._unnamed, mention.start, gender)
        alone = nobody_features(
            pronoun,
            unnamed=None if unnamed is None else self._chains.describe(unnamed, pronoun=False),
            since=names[0][0][-1] if names else None,
        )
        rows, between = [CandidateFeatures(None, alone)], 0
        genders = [self._gender(name, gender, mention) for _, name in names]
        fitting = any(max(found["title"], found["first"]) > 0 for found in genders)
        utterance = self._utterance(mention, before=mention.start)
        for (mentions, name), evidence in zip(names, genders, strict=True):
            reports = utterance is not None and utterance.name is name
            if (reports and pronoun.in_marks) or self._is_other(name, gender, evidence, fitting=fitting):
                continue  # who speaks of himself says "I"
            spoke = self._spoke(name, pronoun)
            if pronoun.source and spoke is None and all(earlier.in_marks for earlier in mentions):
                continue  # whom only others name in their words is not who speaks next
            if evidence.pop("honorific") > 0:  # then a first name adds nothing
                evidence["first"] = 0.0
            candidate = Candidate(
                mentions=mentions,
                gender=evidence,
                spoke=spoke,
                reports=reports,
                share=len(name.mentions) / self._named,
            )
            rows.append(CandidateFeatures(name, candidate_features(pronoun, candidate, between)))
            between += evidence["first"] >= 0
        return rows

    def _near(self, mention: CharSpan) -> Iterable[Name]:
        """Candidates: people named in the sentences before, and the last speakers."""
        index = self._index
        number = index.sentence_number(mention.start)
        low = index.sentences[max(0, number - _MAX_SENTENCES_BACK)].start if index.sentences else 0
        window = CharSpan(min(low, mention.start), mention.start)
        names = [name for _, name in index.people_in(window)]
        names += [name for at, name in self._resolved[-_MAX_PRONOUNS_BACK:] if low <= at < mention.start]
        spoke = [quote.name for quote in islice(self._history.latest(before=mention.start), 2)]
        names += [name for name in reversed(spoke) if name is not None and name.kind == "person"]
        return distinct(names)

    def _gender(self, name: Name, gender: Gender, mention: CharSpan) -> dict[str, float]:
        sign = 1.0 if gender == "male" else -1.0
        others = {at for at, meant in self._meant_at.items() if meant is not name}
        known = self._genders.evidence(name, without=others | {mention.start})
        evidence = {kind: sign * value for kind, value in known.items()}
        meant = self._meant.get(name.number, [])
        evidence["trail"] = sum(1.0 if g == gender else -1.0 for g, _ in meant) / len(meant) if meant else 0.0
        return evidence

    def _is_other(self, name: Name, gender: Gender, evidence: Mapping[str, float], *, fitting: bool) -> bool:
        """Whether the text shows a person to be of the other gender: by honorific or title, by the pronouns
        that meant the person before, or by a first name against which nothing else speaks.

        fitting: whether someone else is of the pronoun's gender by title or first name.
        """
        if evidence["honorific"] < 0 or evidence["title"] <= _MAX_TITLE_MEAN:
            return True
        if evidence["title"] > 0:
            return False
        called = sum(share if g == gender else -share for g, share in self._meant.get(name.number, []))
        if abs(called) >= _MIN_PROBABILITY_SUM:
            return called < 0
        return evidence["first"] < 0 and (fitting or evidence["pronouns"] <= 0)

    def _spoke(self, name: Name, pronoun: PersonMention) -> tuple[int, int] | None:
        quotes = self._history.latest(before=pronoun.span.start)
        people = (quote for quote in quotes if quote.name is not None and quote.name.kind == "person")
        for ago, quote in enumerate(islice(people, 2)):
            if quote.name is name:
                return ago, pronoun.paragraph - self._index.paragraph_number(quote.content.end)
        return None

    def _utterance(self, span: CharSpan, *, before: int | None = None) -> Resolution | None:
        """The latest quote whose content holds a span."""
        return self._history.around(span, quotes_back=_MAX_QUOTES_BACK, before=before)
