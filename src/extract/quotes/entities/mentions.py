"""What an article names: people, organizations and places, by its entities and the user's watch lists."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from extract.layout.blocks import Layout
from extract.quotes.entities.names import Name, NameMention, person_mention
from extract.quotes.entities.organizations import (
    cluster_organizations,
    misread_people,
    organization_mentions,
    with_country,
)
from extract.quotes.entities.people import cluster_people, gender_before, with_family_name
from extract.quotes.entities.watchlist import Entity, Listed, WatchLists
from extract.spans import CharSpan

_PLACES = frozenset({"LOC", "GPE", "FAC", "NORP"})
_PEOPLE = frozenset({"PERSON", "PER"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """The names of an article. places: entities that are places or nationalities. entities: all."""

    listed: Listed
    places: Sequence[CharSpan]
    entities: Sequence[Entity]

    @property
    def people(self) -> Sequence[Name]:
        """In the order of their first mentions."""
        return self.listed.people

    @property
    def organizations(self) -> Sequence[Name]:
        """Likewise."""
        return self.listed.organizations


def names_in(text: str, doc: Doc, layout: Layout, lists: WatchLists) -> Named:
    """The people, organizations and places that an article names, but for its agency."""
    agency = layout.dateline.agency if layout.dateline is not None else None
    found = [Entity(CharSpan(entity.start_char, entity.end_char), entity.label_) for entity in doc.ents]
    dateline = layout.dateline.span if layout.dateline is not None else None
    entities, disputed = lists.entities(text, found, apart=dateline)
    if agency is not None:
        entities = [entity for entity in entities if not agency.overlaps(entity.span)]
    people: list[NameMention] = []
    organizations: list[NameMention] = []
    places: list[CharSpan] = []
    for entity in entities:
        if entity.label in _PEOPLE and (mention := person_mention(text, entity.span)):
            people.append(mention)
        elif entity.label == "ORG" and not _is_ticker(text, entity.span):
            organizations += organization_mentions(text, entity.span)
        elif entity.label in _PLACES:
            places.append(entity.span)
    organizations = [with_country(text, mention, places) for mention in organizations]
    misread = set(misread_people(people, organizations))
    organizations += misread
    people = [mention for mention in people if mention not in misread]
    people = with_family_name(text, people)
    genders = {mention.span: told for mention in people if (told := gender_before(text, mention))}
    persons = cluster_people(people, genders)
    listed = lists.listed(text, persons, cluster_organizations(text, organizations), disputed)
    return Named(listed=listed, places=places, entities=entities)


def _is_ticker(text: str, span: CharSpan) -> bool:
    """Whether the name is an exchange or a share listed there: "(NYSE: ABC)", "<ABC.N>"; or one letter, like
    the party of "(D-Maine)"."""
    return bool(
        span.end - span.start == 1
        or re.match(r":\s?[A-Z]{1,6}\)", text[span.end : span.end + 9])  # ": ABC)"
        or re.search(r"\([A-Za-z ]{2,20}:\s?$|<$", text[max(0, span.start - 24) : span.start])  # "(NYSE: "
    )
