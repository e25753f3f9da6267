"""Speakers whom a pronoun stands for: "she", "it", "they", "I", "some"."""

from __future__ import annotations

from itertools import islice

from extract.lexicon.tokens import WORD
from extract.lexicon.words import (
    FEMALE_PRONOUNS,
    FEMALE_TITLES,
    MALE_PRONOUNS,
    MALE_TITLES,
    PLURAL_PRONOUNS,
    SPEECH_PRONOUNS,
    THING_PRONOUNS,
    VAGUE_PRONOUNS,
)
from extract.quotes import certainty
from extract.quotes.article_index import ArticleIndex
from extract.quotes.entities.names import Gender
from extract.quotes.speakers.groups import GroupMentions
from extract.quotes.speakers.history import SpeakerHistory
from extract.quotes.speakers.organization_antecedents import OrganizationAntecedents
from extract.quotes.speakers.profiles import Profiles
from extract.quotes.speakers.pronouns.resolve import PersonPronouns
from extract.quotes.speakers.query import Query
from extract.quotes.speakers.resolution import Resolution, again, nobody, spoken_by, together
from extract.spans import CharSpan

_PERSON_PRONOUNS = MALE_PRONOUNS | FEMALE_PRONOUNS
_NOBODY_PRONOUNS = SPEECH_PRONOUNS | VAGUE_PRONOUNS
_MAX_PARAGRAPHS_TO_PERSON = 3  # back from "he" and "she" to someone without a name
_MAX_PARAGRAPHS_TO_BODY = 1  # back from "it"
_MAX_QUOTES_TO_GROUP = 4  # back from "they"
_MAX_QUOTES_TO_WORDS = 6  # back from "I" and "we"


class PersonPronoun:
    """ "He" and "she": a person of the article, or the last speaker who has no name."""

    def __init__(
        self, index: ArticleIndex, pronouns: PersonPronouns, history: SpeakerHistory, profiles: Profiles
    ) -> None:
        self._index = index
        self._pronouns = pronouns
        self._history = history
        self._profiles = profiles

    def __call__(self, query: Query) -> Resolution | None:
        """Answer a query whose source is "he" or "she"."""
        if query.pronoun not in _PERSON_PRONOUNS:
            return None
        gender: Gender = "male" if query.pronoun in MALE_PRONOUNS else "female"
        if unnamed := self._unnamed(query.source, gender):
            return again(query, unnamed, certainty.SPEAKER_AGAIN)
        reference = self._pronouns.meant(query.source, gender)
        if reference is None:
            return nobody(query, "ambiguous_pronoun", certainty.UNRESOLVED)
        return self._profiles.referred(query, reference)

    def _unnamed(self, source: CharSpan, gender: Gender) -> Resolution | None:
        """The last speaker, when a person without a name who may be of this gender, and nobody was named
        since outside quotations."""
        last = self._history.last
        if last is None or last.speaker.kind != "person" or last.name is not None or not last.speaker.name:
            return None
        words = {word.lower() for word in WORD.findall(last.speaker.name)}
        if words & (FEMALE_TITLES if gender == "male" else MALE_TITLES):
            return None
        start = min(last.content.start, (last.speaker.mention or last.content).start)
        if not _is_near(self._index, start, source, _MAX_PARAGRAPHS_TO_PERSON):
            return None
        since = self._index.people_in(CharSpan(start, source.start))
        return None if any(not self._index.is_quoted(mention.span) for mention, _ in since) else last


class ThingPronoun:
    """ "It": an organization of the article, or the last speaker that is a body without a name."""

    def __init__(
        self, index: ArticleIndex, organizations: OrganizationAntecedents, history: SpeakerHistory
    ) -> None:
        self._index = index
        self._organizations = organizations
        self._history = history

    def __call__(self, query: Query) -> Resolution | None:
        """Answer a query whose source is "it"."""
        if query.pronoun not in THING_PRONOUNS:
            return None
        if unnamed := self._unnamed(query.source):
            return again(query, unnamed, certainty.SPEAKER_AGAIN)
        reference = self._organizations.meant(query.source)
        if reference is None:
            return nobody(query, "ambiguous_pronoun", certainty.UNRESOLVED)
        return spoken_by(query, reference.name, reference.confidence)

    def _unnamed(self, source: CharSpan) -> Resolution | None:
        """The last speaker, when a body without a name, and none was named since outside quotations."""
        last = self._history.last
        if last is None or last.speaker.kind != "organization" or last.name is not None:
            return None
        start = (last.speaker.mention or last.content).start
        if not _is_near(self._index, start, source, _MAX_PARAGRAPHS_TO_BODY):
            return None
        since = self._index.organizations_in(CharSpan(start, source.start))
        return None if any(not self._index.is_quoted(mention.span) for mention, _ in since) else last


class PluralPronoun:
    """ "They": who was named together just before, else the last group or organization that spoke."""

    def __init__(self, index: ArticleIndex, groups: GroupMentions, history: SpeakerHistory) -> None:
        self._index = index
        self._groups = groups
        self._history = history

    def __call__(self, query: Query) -> Resolution | None:
        """Answer a query whose source is "they" or "both"."""
        if query.pronoun not in PLURAL_PRONOUNS:
            return None
        words = [word.lower() for word in WORD.findall(query.source.of(self._index.text))]
        if group := self._groups.people(query.source, words):
            return together(query, group.names, certainty.NAMED_TOGETHER)
        for quote in islice(self._history.latest(), _MAX_QUOTES_TO_GROUP):
            if quote.speaker.kind in ("group", "organization") and quote.speaker.full_name:
                return again(query, quote, certainty.SPEAKER_AGAIN)
        return nobody(query, "ambiguous_pronoun", certainty.UNRESOLVED)


class SpeechPronoun:
    """ "I" and "we" in somebody's words: the one whose words they are."""

    def __init__(self, history: SpeakerHistory) -> None:
        self._history = history

    def __call__(self, query: Query) -> Resolution | None:
        """Answer a query whose source stands in the content of an earlier quote."""
        if query.pronoun not in SPEECH_PRONOUNS:
            return None
        quote = self._history.around(query.source, quotes_back=_MAX_QUOTES_TO_WORDS)
        return None if quote is None else again(query, quote, certainty.SPEAKER_AGAIN)


def vague_pronoun(query: Query) -> Resolution | None:
    """Nobody in particular: "some", "one", "I" outside the words of others."""
    if query.pronoun not in _NOBODY_PRONOUNS:
        return None
    return nobody(query, "unnamed_source", certainty.NOBODY_IN_PARTICULAR)


def _is_near(index: ArticleIndex, start: int, source: CharSpan, max_paragraphs: int) -> bool:
    gap = index.paragraph_number(source.start) - index.paragraph_number(start)
    return start <= source.start and gap <= max_paragraphs
