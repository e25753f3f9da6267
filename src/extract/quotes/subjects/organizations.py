"""Organizations that the content of a quote is about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.layout.spans import CharSpan
from extract.lexicon.inflection import plural, singular
from extract.lexicon.organization_nouns import ORGANIZATION_NOUNS
from extract.quotes.article_index import ArticleIndex
from extract.quotes.entities.names import Name, NameMention, distinct
from extract.quotes.entities.organization_kinds import may_be
from extract.quotes.quote import How, Subject
from extract.quotes.speakers.groups import GroupMentions, number_of
from extract.quotes.speakers.organization_antecedents import OrganizationAntecedents
from extract.quotes.speakers.resolution import Resolution

_PLURALS = frozenset(plural(noun) for noun in (*ORGANIZATION_NOUNS, "system"))
# "the state agency failed"
_DESCRIPTION = re.compile(
    r"\b[Tt]he\s+((?:[a-z]+\s+)?("
    + "|".join(sorted(ORGANIZATION_NOUNS, key=len, reverse=True))
    + r"))\b(?!\s+(?:of|for|in|that|which)\b|-)"
)
# "her own party"
_OWNED = re.compile(
    r"\b(?P<whose>his|her|their|my|our)\s+(?:own\s+)?(?P<noun>"
    + "|".join(sorted(map(re.escape, ORGANIZATION_NOUNS), key=len, reverse=True))
    + r")\b(?!-)"
)
# "spokeswoman", "chairman": their company is their own; an analyst's is another.
_SPEAKS_FOR = re.compile(
    r"\b(?:spokes\w+|chief|executive|ceo|cfo|coo|president|chair\w*|director|head|secretary|minister|founder|owner|"
    r"manager|representative|commissioner|leader|ambassador|general|press|mayor|governor|captain|coach)\b",
    re.IGNORECASE,
)
# "both companies", "the two banks"
_SEVERAL = re.compile(
    r"\b(?:[Bb]oth(?: of)?(?: the| these)?|(?:[Tt]he |[Tt]hese )?(?:[Tt]wo|[Tt]hree))\s+"
    r"(?P<noun>[a-z][a-z-]+)\b"
)
_FIRST_PERSON = re.compile(r"\b(?:[Ww]e|[Oo]ur|[Uu]s|[Oo]urselves)\b(?!\s+all\b)")  # "we grow"
# "research director", "analysts"
_LOOKS_ON = re.compile(
    r"\b(?:analyst|economist|strategist|research\w*|consultant|lawyer|attorney|broker|trader|auditor|professor|portfolio|critic"
    r"|expert)s?\b",
    re.IGNORECASE,
)
_OPENING_PRONOUN = re.compile(r"(?:that\s+)?(?:it|its|It|Its)\b")  # "that it would close"
# Descriptions that stand for whichever organization was just named, whatever its name says.
_LOOSE = frozenset(
    """company firm bank airline carmaker automaker agency alliance bloc club charity retailer lender
        insurer ministry department regulator union party institute university watchdog""".split()
)


class OrganizationFinder:
    """Finds the organizations that each quote of one article is about."""

    def __init__(
        self, index: ArticleIndex, antecedents: OrganizationAntecedents, groups: GroupMentions
    ) -> None:
        self._index = index
        self._antecedents = antecedents
        self._groups = groups

    def find(self, content: Sequence[CharSpan], speaker: Resolution) -> tuple[Subject, ...]:
        """Organizations that `content` names or refers to, each once, in the order of first mention.

        speaker: of the content, not yet part of the history. A description ("the agency") counts when the
        article says which one it is; "it" counts when an organization reports on itself.
        """
        found: dict[str, list[tuple[CharSpan, How]]] = {}
        for span in content:
            for mention, name in self._index.organizations_in(span):
                found.setdefault(name.canonical, []).append((mention.span, _how(mention, name)))
            described = self._descriptions(span, speaker) + self._owned(span, speaker)
            for mention_span, name in described + self._together(span):
                found.setdefault(name.canonical, []).append((mention_span, "description"))
        for mention_span, name in self._pronouns(content, speaker):
            found.setdefault(name.canonical, []).append((mention_span, "pronoun"))
        out = []
        for canonical, mentions in found.items():
            mentions.sort()
            out.append(
                Subject(name=canonical, mentions=tuple(span for span, _ in mentions), how=mentions[0][1])
            )
        return tuple(sorted(out, key=lambda item: item.mentions[0]))

    def _descriptions(self, span: CharSpan, speaker: Resolution) -> list[tuple[CharSpan, Name]]:
        out = []
        for found in _DESCRIPTION.finditer(self._index.text, span.start, span.end):
            mention = CharSpan(found.start(), found.end())
            if name := self._described(mention, found[2], speaker):
                out.append((mention, name))
        return out

    def _described(self, mention: CharSpan, noun: str, speaker: Resolution) -> Name | None:
        own = self._own(speaker) or self._spoken_for(speaker, noun)
        named = [name for name in self._antecedents.called(noun) if name.mentions[0].span < mention]
        if len(named) == 1:
            return named[0]
        if own is not None and (own in named or (noun in _LOOSE and may_be(own, noun))):
            return own
        if not named and noun not in _LOOSE:
            return None
        # An analyst's "the company" is another than the analyst's own.
        others = [self._affiliated(speaker), *self._inside(speaker)]
        reference = self._antecedents.meant(mention, noun, apart=others)
        return None if reference is None else reference.name

    def _own(self, speaker: Resolution) -> Name | None:
        """The organization the speaker belongs to: itself, or the one in the speaker's title."""
        if speaker.name is not None and speaker.name.kind == "organization":
            return speaker.name
        title = speaker.speaker.title
        job = title.of(self._index.text) if title else ""
        return self._affiliated(speaker) if _SPEAKS_FOR.search(job) and not _LOOKS_ON.search(job) else None

    def _spoken_for(self, speaker: Resolution, noun: str) -> Name | None:
        """The organization for which someone without a name speaks: "a spokesman for the bank NAME"."""
        found = self._inside(speaker)
        mention = speaker.speaker.mention
        if speaker.name is not None or mention is None or len(found) != 1 or not may_be(found[0], noun):
            return None
        job = mention.of(self._index.text)
        return found[0] if _SPEAKS_FOR.search(job) and not _LOOKS_ON.search(job) else None

    def _inside(self, speaker: Resolution) -> list[Name]:
        """The organizations that the mention of a person or group names."""
        mention = speaker.speaker.mention
        if mention is None or speaker.speaker.kind not in ("person", "group"):
            return []
        return distinct(name for _, name in self._index.organizations_in(mention))

    def _affiliated(self, speaker: Resolution) -> Name | None:
        affiliation = speaker.speaker.affiliation
        found = self._index.organizations_in(affiliation) if affiliation else []
        return found[0][1] if found else None

    def _owned(self, span: CharSpan, speaker: Resolution) -> list[tuple[CharSpan, Name]]:
        """ "Her party", in quoted words "our company": the organization that the speaker belongs to."""
        own = self._affiliated(speaker)
        return [
            (CharSpan(*found.span()), own)
            for found in _OWNED.finditer(self._index.text, span.start, span.end)
            if own is not None
            and (found["whose"] in ("my", "our")) == self._index.is_quoted(CharSpan(*found.span()))
            and may_be(own, found["noun"])
        ]

    def _together(self, span: CharSpan) -> list[tuple[CharSpan, Name]]:
        """Organizations that the content speaks of as several: "the two companies", "both systems"."""
        out = []
        for found in _SEVERAL.finditer(self._index.text, span.start, span.end):
            if found["noun"] not in _PLURALS:
                continue
            words = found[0].lower().split()
            mention = CharSpan(found.start(), found.end())
            group = self._groups.organizations(mention, singular(words[-1]), number_of(words))
            out += [(mention, name) for name in group.names] if group else []
        return out

    def _pronouns(self, content: Sequence[CharSpan], speaker: Resolution) -> list[tuple[CharSpan, Name]]:
        """The organization that reports on itself ("it"), or in whose name somebody says "we"."""
        text = self._index.text
        out = []
        if speaker.name is not None and speaker.name.kind == "organization":
            found = _OPENING_PRONOUN.match(text, content[0].start, content[0].end)
            out += [(CharSpan(*found.span()), speaker.name)] if found else []
        if own := self._own(speaker):
            out += [
                (CharSpan(*found.span()), own)
                for span in content
                for found in _FIRST_PERSON.finditer(text, span.start, span.end)
            ]
        return out


def _how(mention: NameMention, name: Name) -> How:
    return "named" if mention.text.casefold() == name.canonical.casefold() else "alias"
