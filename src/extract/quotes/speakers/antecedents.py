"""Antecedents of the mentions of one article, by the kind of mention."""

from __future__ import annotations

from dataclasses import dataclass

from extract.quotes.article_index import ArticleIndex
from extract.quotes.speakers.descriptions import PersonDescriptions
from extract.quotes.speakers.gender import Genders
from extract.quotes.speakers.groups import GroupMentions
from extract.quotes.speakers.history import SpeakerHistory
from extract.quotes.speakers.organization_antecedents import OrganizationAntecedents
from extract.quotes.speakers.pronouns.resolve import PersonPronouns


@dataclass(frozen=True, slots=True)
class Antecedents:
    """The parts that speakers and subjects of one article share.

    history: who spoke so far. pronouns: whom "he" and "she" mean. descriptions: whom "the diplomat" means.
    organizations: which one "it" and "the bank" mean. groups: who is named side by side.
    """

    history: SpeakerHistory
    pronouns: PersonPronouns
    descriptions: PersonDescriptions
    organizations: OrganizationAntecedents
    groups: GroupMentions


def antecedents_of(index: ArticleIndex) -> Antecedents:
    """The antecedents of an article of which no quote is resolved yet."""
    history, genders = SpeakerHistory(), Genders(index)
    return Antecedents(
        history=history,
        pronouns=PersonPronouns(index, genders, history),
        descriptions=PersonDescriptions(index, genders, history),
        organizations=OrganizationAntecedents(index, history),
        groups=GroupMentions(index),
    )
