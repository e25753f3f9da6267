"""What an article names: people, organizations and places, by its entities and the user's watch lists."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.layout.spans import CharSpan
from extract.pipeline.annotations import Annotations
from extract.pipeline.entity import Entity
from extract.quotes.entities.cut_names import whole_names
from extract.quotes.entities.misread import without_misread
from extract.quotes.entities.names import Name, NameMention
from extract.quotes.entities.organizations import (
    cluster_organizations,
    misread_people,
    organization_mentions,
    with_country,
)
from extract.quotes.entities.people import cluster_people, gender_before, with_family_name
from extract.quotes.entities.person_mentions import person_mention, whole_people
from extract.quotes.entities.watchlist import LinkedNames, WatchLists

_PLACES = frozenset({"LOC", "GPE", "FAC", "NORP"})
_PEOPLE = frozenset({"PERSON", "PER"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """The names of an article. linked: its people and organizations, with what the user's lists say of them.
    places: entities that are places or nationalities. entities: all."""

    linked: LinkedNames
    places: Sequence[CharSpan]
    entities: Sequence[Entity]

    @property
    def people(self) -> Sequence[Name]:
        """In the order of their first mentions."""
        return self.linked.people

    @property
    def organizations(self) -> Sequence[Name]:
        """Likewise."""
        return self.linked.organizations


def cast_of(annotations: Annotations, lists: WatchLists) -> Cast:
    """The people, organizations and places that an article names, but for its agency."""
    text = annotations.article.text
    entities, disputed = _entities(annotations, lists)
    places = [entity.span for entity in entities if entity.label in _PLACES]
    people, organizations = _mentions(text, entities, places)
    others = [entity.span for entity in entities if entity.label not in _PEOPLE]
    linked = lists.link(
        text, _persons(text, people, others), cluster_organizations(text, organizations), disputed
    )
    return Cast(linked=linked, places=places, entities=entities)


def _entities(annotations: Annotations, lists: WatchLists) -> tuple[list[Entity], list[CharSpan]]:
    """The entities of an article, and the places where two lists have a name."""
    text, dateline = annotations.article.text, annotations.layout.dateline
    labelled = without_misread(text, annotations.entities, dateline)
    if dateline is None:
        return lists.entities(text, labelled)
    entities, disputed = lists.entities(text, labelled, apart=dateline.span)
    agency = dateline.agency
    if agency is not None:
        entities = [entity for entity in entities if not agency.overlaps(entity.span)]
    return entities, disputed


def _mentions(
    text: str, entities: Sequence[Entity], places: Sequence[CharSpan]
) -> tuple[list[NameMention], list[NameMention]]:
    """The mentions of people and of organizations; what is labelled a person may be an organization."""
    people = [m for e in entities if e.label in _PEOPLE and (m := person_mention(text, e.span))]
    bodies = whole_names(
        text, (e.span for e in entities if e.label == "ORG" and not _is_ticker(text, e.span))
    )
    organizations = [
        with_country(text, mention, places)
        for span in bodies
        for mention in organization_mentions(text, span)
    ]
    misread = set(misread_people(people, organizations))
    return [mention for mention in people if mention not in misread], [*organizations, *misread]


def _persons(text: str, mentions: Sequence[NameMention], others: Sequence[CharSpan]) -> list[Name]:
    """Who the people are that are mentioned. others: the names that are none of people."""
    people = with_family_name(text, whole_people(text, mentions, others))
    genders = {mention.span: told for mention in people if (told := gender_before(text, mention))}
    return cluster_people(people, genders)


def _is_ticker(text: str, span: CharSpan) -> bool:
    """Whether the name is an exchange or a share listed there: "(NYSE: ABC)", "<ABC.N>"; or one letter, like
    the party of "(D-Maine)"."""
    return bool(
        span.end - span.start == 1
        or re.match(r":\s?[A-Z]{1,6}\)", text[span.end : span.end + 9])  # ": ABC)"
        or re.search(r"\([A-Za-z ]{2,20}:\s?$|<$", text[max(0, span.start - 24) : span.start])  # "(NYSE: "
    )
