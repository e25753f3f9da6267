"""Rules for the mentions of a content: the organizations it names, and those that its words refer to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.layout.spans import CharSpan
from extract.lexicon.inflection import plural, singular
from extract.lexicon.organization_nouns import ORGANIZATION_NOUNS
from extract.quotes.article_index import ArticleIndex
from extract.quotes.entities.names import Name, NameMention
from extract.quotes.entities.organization_kinds import LOOSE_NOUNS, may_be
from extract.quotes.quote import How
from extract.quotes.speakers.groups import GroupMentions, number_of
from extract.quotes.speakers.organization_antecedents import OrganizationAntecedents
from extract.quotes.speakers.resolution import Resolution
from extract.quotes.subjects.references import BodyReference
from extract.quotes.subjects.speaker_ties import SpeakerTies

_PLURALS = frozenset(plural(noun) for noun in (*ORGANIZATION_NOUNS, "system"))
_GOES_ON = re.compile(r"\s+(?:of|for|in|that|which)\b|-")  # " for roads"
# "her own party"
_OWNED = re.compile(
    r"\b(?P<whose>his|her|their|my|our)\s+(?:own\s+)?(?P<noun>"
    + "|".join(sorted(map(re.escape, ORGANIZATION_NOUNS), key=len, reverse=True))
    + r")\b(?!-)"
)
# "both companies", "the two banks"
_SEVERAL = re.compile(
    r"\b(?:[Bb]oth(?: of)?(?: the| these)?|(?:[Tt]he |[Tt]hese )?(?:[Tt]wo|[Tt]hree))\s+"
    r"(?P<noun>[a-z][a-z-]+)\b"
)
_FIRST_PERSON = re.compile(r"\b(?:[Ww]e|[Oo]ur|[Uu]s|[Oo]urselves)\b(?!\s+all\b)")  # "we grow"
_OPENING_PRONOUN = re.compile(r"(?:that\s+)?(?:it|its|It|Its)\b")  # "that it would close"

BodyMention = tuple[CharSpan, Name, How]


class MentionRules:
    """Finds the mentions of organizations in each content of one article."""

    def __init__(
        self, index: ArticleIndex, antecedents: OrganizationAntecedents, groups: GroupMentions
    ) -> None:
        self._index = index
        self._antecedents = antecedents
        self._groups = groups

    def find(
        self,
        content: Sequence[CharSpan],
        references: Sequence[BodyReference],
        speaker: Resolution,
        ties: SpeakerTies,
    ) -> list[BodyMention]:
        """The names in a content, and the words that the rules take for one, in no order.

        references: in the content. speaker: of the content, not yet part of the history. A description ("the
        agency") counts when the article says which one it is; "it" counts when an organization reports on
        itself.
        """
        out: list[BodyMention] = []
        described = self._descriptions(references, ties)
        for span in content:
            out += [(m.span, name, _how(m, name)) for m, name in self._index.organizations_in(span)]
            described += self._owned(span, ties)
        out += [(mention, name, "description") for mention, name in described]
        return out + [(mention, name, "pronoun") for mention, name in self._pronouns(content, speaker, ties)]

    def _descriptions(
        self, references: Sequence[BodyReference], ties: SpeakerTies
    ) -> list[tuple[CharSpan, Name]]:
        return [
            (reference.span, name)
            for reference in references
            if reference.kind == "definite"
            and not _GOES_ON.match(self._index.text, reference.span.end)
            and (name := self._described(reference, ties))
        ]

    def _described(self, reference: BodyReference, ties: SpeakerTies) -> Name | None:
        own, noun, mention = ties.own, reference.noun, reference.span
        named = [name for name in self._antecedents.called(noun) if name.mentions[0].span < mention]
        named = [name for name in named if self._antecedents.allow(name, reference.modifiers)]
        if len(named) == 1:
            return named[0]
        if own is not None and (own in named or (noun in LOOSE_NOUNS and may_be(own, noun))):
            return own
        if not named and noun not in LOOSE_NOUNS:
            return None
        # An analyst's "the company" is another than the analyst's own.
        others = [ties.affiliated, *ties.inside]
        found = self._antecedents.meant(mention, noun, reference.modifiers, apart=others)
        return None if found is None else found.name

    def _owned(self, span: CharSpan, ties: SpeakerTies) -> list[tuple[CharSpan, Name]]:
        """ "Her party", in quoted words "our company": the organization that the speaker belongs to."""
        own = ties.affiliated
        return [
            (CharSpan(*found.span()), own)
            for found in _OWNED.finditer(self._index.text, span.start, span.end)
            if own is not None
            and (found["whose"] in ("my", "our")) == self._index.is_quoted(CharSpan(*found.span()))
            and may_be(own, found["noun"])
        ]

    def together(self, content: Sequence[CharSpan]) -> list[BodyMention]:
        """Organizations that a content speaks of as several: "the two companies", "both systems"."""
        out: list[BodyMention] = []
        for span in content:
            for found in _SEVERAL.finditer(self._index.text, span.start, span.end):
                if found["noun"] not in _PLURALS:
                    continue
                words = found[0].lower().split()
                mention = CharSpan(found.start(), found.end())
                group = self._groups.organizations(mention, singular(words[-1]), number_of(words))
                out += [(mention, name, "description") for name in group.names] if group else []
        return out

    def _pronouns(
        self, content: Sequence[CharSpan], speaker: Resolution, ties: SpeakerTies
    ) -> list[tuple[CharSpan, Name]]:
        """The organization that reports on itself ("it"), or in whose name somebody says "we"."""
        text = self._index.text
        out = []
        if speaker.name is not None and speaker.name.kind == "organization":
            found = _OPENING_PRONOUN.match(text, content[0].start, content[0].end)
            out += [(CharSpan(*found.span()), speaker.name)] if found else []
        if own := ties.own:
            out += [
                (CharSpan(*found.span()), own)
                for span in content
                for found in _FIRST_PERSON.finditer(text, span.start, span.end)
            ]
        return out


def _how(mention: NameMention, name: Name) -> How:
    return "named" if mention.text.casefold() == name.canonical.casefold() else "alias"
