"""Speaker resolution: from the source of a quote to the one who is meant."""

from __future__ import annotations

from extract.layout.spans import CharSpan
from extract.quotes.article_index import ArticleIndex
from extract.quotes.passages.passage import Passage
from extract.quotes.quote import QuoteType
from extract.quotes.speakers.antecedents import Antecedents
from extract.quotes.speakers.profiles import Profiles
from extract.quotes.speakers.query import query_of
from extract.quotes.speakers.resolution import Resolution, Resolver
from extract.quotes.speakers.resolvers.colon_clauses import ColonClause
from extract.quotes.speakers.resolvers.descriptions import OrganizationDescription, PersonDescription
from extract.quotes.speakers.resolvers.documents import DocumentPublisher
from extract.quotes.speakers.resolvers.groups import GroupDescription
from extract.quotes.speakers.resolvers.layout_speaker import LayoutSpeaker, UnnamedLabel
from extract.quotes.speakers.resolvers.organizations import NamedOrganizations, OpeningOrganization
from extract.quotes.speakers.resolvers.people import NamedPeople
from extract.quotes.speakers.resolvers.pronouns import (
    PersonPronoun,
    PluralPronoun,
    SpeechPronoun,
    ThingPronoun,
    vague_pronoun,
)
from extract.quotes.speakers.resolvers.relatives import Relative
from extract.quotes.speakers.resolvers.unattributed import Unattributed
from extract.quotes.speakers.resolvers.unlabelled_names import Surname, UnlabelledName
from extract.quotes.speakers.resolvers.unnamed import UnnamedSource


class SpeakerResolver:
    """Resolves the sources of one article in reading order, each in the light of those before it.

    Who has resolved a quote adds it to the history of `antecedents` before the next one.
    """

    def __init__(self, index: ArticleIndex, antecedents: Antecedents) -> None:
        self._index = index
        history, pronouns = antecedents.history, antecedents.pronouns
        organizations, groups = antecedents.organizations, antecedents.groups
        profiles = Profiles(index, organizations)
        # The surest first; the first that answers is right.
        self._resolvers: tuple[Resolver, ...] = (
            LayoutSpeaker(index, profiles),
            ColonClause(index, pronouns, profiles),
            Unattributed(index, pronouns, history, profiles),
            UnnamedLabel(index),
            OpeningOrganization(index),
            NamedPeople(index, profiles),
            UnlabelledName(index),
            Surname(index, profiles),
            PersonPronoun(index, pronouns, history, profiles),
            ThingPronoun(index, organizations, history),
            PluralPronoun(index, groups, history),
            SpeechPronoun(history),
            vague_pronoun,
            NamedOrganizations(index, organizations),
            GroupDescription(groups),
            Relative(index, groups, profiles),
            PersonDescription(index, antecedents.descriptions, pronouns, organizations, profiles),
            OrganizationDescription(organizations, profiles),
            DocumentPublisher(index, organizations, history, profiles),
        )
        self._unnamed = UnnamedSource(index, profiles)

    def resolve(self, passage: Passage, content: CharSpan, kind: QuoteType) -> Resolution:
        """The speaker of one quote. content: from its first to its last word."""
        query = query_of(self._index, passage, content, kind)
        for resolver in self._resolvers:
            if (answer := resolver(query)) is not None:
                return answer
        return self._unnamed(query)
