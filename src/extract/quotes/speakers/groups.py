"""Group mentions: names side by side, to which "the couple", "both companies" and "they" refer back."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from extract.layout.spans import CharSpan
from extract.lexicon.honorifics import HONORIFICS
from extract.lexicon.inflection import singular
from extract.lexicon.person_nouns import is_person_noun
from extract.lexicon.tokens import fold
from extract.quotes.article_index import ArticleIndex
from extract.quotes.entities.names import Name, NameKind, NameMention, distinct
from extract.quotes.entities.organization_kinds import OrganizationKinds

# "Ada Brunn (Left), the mayor, and Mr Jan Holt"
_JOINT = re.compile(
    r"(?:\s*\([^()]*\))?(?:,[^,.;:\n]{2,80},)?\s*(?:,\s*(?:and\s+)?|\s(?:and|&)\s+)(?P<words>(?:[\w’'.-]+\s+){0,8})"
)
# "her husband, Jan Holt"
_SPOUSE = re.compile(r"\b(?:[Hh]is|[Hh]er)\s+(?:wife|husband|partner|spouse|fiancée?),?\s+")
_MAX_CHARS_TO_SPOUSE = 1000  # back to the one of a couple who is named first
_MAX_NAME_CHARS = 80
COUPLES = frozenset(["couple", "pair", "duo", "trio"])
_NUMBERS = {"two": 2, "both": 2, "couple": 2, "pair": 2, "duo": 2, "three": 3, "trio": 3, "four": 4}
_MAX_SENTENCES_TO_THEY = 3  # back from "they" to who was named together
_MAX_SENTENCES_TO_COUPLE = 40  # back from "the couple" and "the two companies"


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Names that the text puts side by side: "A and B". at: where it does so."""

    names: tuple[Name, ...]
    kind: NameKind
    at: CharSpan


def number_of(words: Sequence[str]) -> int | None:
    """The number that a phrase tells: 2 for "both systems", None where it tells none. words: lower case."""
    return next((_NUMBERS[word] for word in words if word in _NUMBERS), None)


class GroupMentions:
    """The people and organizations that an article names together."""

    def __init__(self, index: ArticleIndex) -> None:
        self._index = index
        whole = CharSpan(0, len(index.text))
        people = _joined(index, index.people_in(whole), "person") + _spouses(index)
        self._people = sorted(people, key=lambda group: group.at)
        self._organizations = _joined(index, index.organizations_in(whole), "organization")

    def people(self, mention: CharSpan, words: Sequence[str]) -> Group | None:
        """The people whom "they", "both", "the couple" or "the two senators" at `mention` means.

        They were last named together, in the three sentences before, with "the couple" further back.

        words: of the mention, lower case.
        """
        head = words[-1] if words else ""
        if head not in ("they", "both", *_NUMBERS) and not is_person_noun(singular(head)):
            return None
        reach = _MAX_SENTENCES_TO_COUPLE if head in COUPLES else _MAX_SENTENCES_TO_THEY
        return self._last(self._people, mention, number_of(words), reach)

    def organizations(self, mention: CharSpan, noun: str, number: int | None) -> Group | None:
        """The organizations that "the two NOUNs" means: those named together last, of that kind if any are.

        noun: singular.
        """
        fits = [group for group in self._organizations if OrganizationKinds(group.names).called(noun)]
        return self._last(fits or self._organizations, mention, number, _MAX_SENTENCES_TO_COUPLE)

    def _last(
        self, groups: Sequence[Group], mention: CharSpan, number: int | None, reach: int
    ) -> Group | None:
        count = bisect_right(groups, mention.start, key=lambda group: group.at.end)
        here = self._index.sentence_number(mention.start)
        for group in reversed(groups[:count]):
            if here - self._index.sentence_number(group.at.start) > reach:
                return None
            if number in (None, len(group.names)):
                return group
        return None


def _joined(index: ArticleIndex, mentions: Sequence[tuple[NameMention, Name]], kind: NameKind) -> list[Group]:
    """Names of one kind with nothing but "and", commas, titles and asides between them."""
    out: list[Group] = []
    run: list[tuple[NameMention, Name]] = []
    for item in mentions:
        if run and not _side_by_side(index, run[-1][0], item[0], kind):
            out += _group(run, kind)
            run = []
        run.append(item)
    return out + _group(run, kind)


def _group(run: Sequence[tuple[NameMention, Name]], kind: NameKind) -> list[Group]:
    names = tuple(distinct(name for _, name in run))
    if len(names) < 2:
        return []
    return [Group(names=names, kind=kind, at=CharSpan(run[0][0].span.start, run[-1][0].span.end))]


def _side_by_side(index: ArticleIndex, left: NameMention, right: NameMention, kind: NameKind) -> bool:
    if left.span.end > right.span.start:
        return False
    found = _JOINT.fullmatch(index.text, left.span.end, right.span.start)
    if found is None or index.sentence_number(left.span.start) != index.sentence_number(right.span.start):
        return False
    words = found["words"].split()
    if kind == "organization":
        return [word.lower() for word in words] in ([], ["the"])
    return all(_is_title(word) for word in words)


def _is_title(word: str) -> bool:
    plain = fold(word)
    return word[0].isupper() or plain in HONORIFICS or plain in ("his", "her", "the") or is_person_noun(plain)


def _spouses(index: ArticleIndex) -> list[Group]:
    """A person and "her husband, NAME": the one named last before and the one behind."""
    out = []
    for found in _SPOUSE.finditer(index.text):
        before = index.people_in(CharSpan(max(0, found.start() - _MAX_CHARS_TO_SPOUSE), found.start()))
        after = index.people_in(CharSpan(found.end(), min(len(index.text), found.end() + _MAX_NAME_CHARS)))
        if before and after and after[0][0].span.start == found.end() and after[0][1] is not before[-1][1]:
            span = CharSpan(before[-1][0].span.start, after[0][0].span.end)
            out.append(Group(names=(before[-1][1], after[0][1]), kind="person", at=span))
    return out
