"""Speakers whom a definite description stands for: "the minister", "the bank"."""

from __future__ import annotations

import re

from extract.lexicon.organization_nouns import ORGANIZATION_NOUNS
from extract.lexicon.person_nouns import is_plural_noun, is_usually_person
from extract.lexicon.tokens import WORD
from extract.quotes.article_index import ArticleIndex
from extract.quotes.speakers.descriptions import PersonDescriptions
from extract.quotes.speakers.organization_antecedents import OrganizationAntecedents
from extract.quotes.speakers.profiles import Profiles
from extract.quotes.speakers.pronouns.resolve import PersonPronouns
from extract.quotes.speakers.query import Query
from extract.quotes.speakers.resolution import Resolution

_OWNED = re.compile(r"\w['’]s?\s|\sof\s")  # "the bank’s head", "the head of the bank"
_MAX_WORDS = 3  # of a description of an organization, with its article


class PersonDescription:
    """ "The minister": the person who is called so."""

    def __init__(
        self,
        index: ArticleIndex,
        descriptions: PersonDescriptions,
        pronouns: PersonPronouns,
        organizations: OrganizationAntecedents,
        profiles: Profiles,
    ) -> None:
        self._index = index
        self._organizations = organizations
        self._descriptions = descriptions
        self._pronouns = pronouns
        self._profiles = profiles

    def __call__(self, query: Query) -> Resolution | None:
        """Answer a query whose source is such a description; later pronouns know whom it means."""
        head = query.head
        if not query.definite or is_plural_noun(head) or not is_usually_person(head):
            return None
        if self._organizations.is_called(head):
            return None
        reference = self._descriptions.meant(
            query.source,
            query.head,
            [*query.head_words[1:-1], *WORD.findall(query.complement or "")],
            owned=_OWNED.search(query.phrase.of(self._index.text)) is not None,
        )
        if reference is None:
            return None
        self._pronouns.note(query.phrase, reference.name)
        return self._profiles.referred(query, reference)


class OrganizationDescription:
    """ "The bank": the organization that is one."""

    def __init__(self, organizations: OrganizationAntecedents, profiles: Profiles) -> None:
        self._organizations = organizations
        self._profiles = profiles

    def __call__(self, query: Query) -> Resolution | None:
        """Answer a query whose source is a short description of an organization."""
        head = query.head
        if not query.definite or not self._may_be_called(head):
            return None
        if query.complement is not None or len(query.head_words) > _MAX_WORDS:
            return None
        modifiers = [word.lower() for word in query.head_words[1:-1]]
        reference = self._organizations.meant(query.source, head, modifiers)
        return None if reference is None else self._profiles.referred(query, reference)

    def _may_be_called(self, noun: str) -> bool:
        """Whether a noun stands for an organization: as a rule, or in this article."""
        if self._organizations.is_called(noun):
            return True
        return noun in ORGANIZATION_NOUNS and not is_plural_noun(noun) and not is_usually_person(noun)
