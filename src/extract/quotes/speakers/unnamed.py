"""People without a name: "a neighbour", "his wife", whom a pronoun may mean as well."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from extract.lexicon.person_nouns import is_usually_person
from extract.lexicon.tokens import WORD
from extract.lexicon.words import FEMALE_TITLES, MALE_TITLES
from extract.quotes.article_index import ArticleIndex
from extract.quotes.entities.names import Gender
from extract.spans import CharSpan

# "A young nurse", "Brunn’s wife"
_PHRASE = re.compile(
    r"\b(?:[Aa]n?|[Aa]nother|[Oo]ne|[Hh]is|[Hh]er|[Mm]y|[Oo]ur|[Tt]heir|[Yy]our|[A-Z]\w+['’]s?)"
    r"(?=(?P<words>(?:\s+[a-z][\w-]*){1,4}))"
)
_LINKS = frozenset(
    """of in on at to for from by with and or but that which who whose as than a an the his her its my our
        their""".split()
)
# "Brunn is not", "Brunn,"
_SAYS_WHO = re.compile(r"(?:\b(?:is|was|are|were|be|been|being|as|became|become|becomes)(?:\s+not)?|,)\s+$")


@dataclass(frozen=True, slots=True)
class UnnamedPerson:
    """A phrase for one person. gender: None where its noun tells none."""

    span: CharSpan
    gender: Gender | None


def unnamed_people(index: ArticleIndex) -> list[UnnamedPerson]:
    """The phrases that bring in someone without a name, ascending; not what says who a named one is."""
    text = index.text
    out = []
    for found in _PHRASE.finditer(text):
        noun = _head(found)
        if noun is None or _is_named(index, found.start(), noun.end()):
            continue
        gender: Gender | None = (
            "male" if noun[0] in MALE_TITLES else "female" if noun[0] in FEMALE_TITLES else None
        )
        out.append(UnnamedPerson(CharSpan(found.start(), noun.end()), gender))
    return out


def last_unnamed(unnamed: Sequence[UnnamedPerson], at: int, gender: Gender) -> CharSpan | None:
    """The last phrase before an offset for someone who may be of this gender."""
    place = bisect_right(unnamed, at, key=lambda item: item.span.end)
    fits = (
        item.span for item in reversed(unnamed[max(0, place - 4) : place]) if item.gender in (None, gender)
    )
    return next(fits, None)


def _head(phrase: re.Match[str]) -> re.Match[str] | None:
    """The last noun for a person in a phrase, before any small word."""
    head = None
    for word in WORD.finditer(phrase.string, *phrase.span("words")):
        if word[0] in _LINKS:
            break
        if is_usually_person(word[0]):
            head = word
    return head


def _is_named(index: ArticleIndex, start: int, end: int) -> bool:
    """Whether the phrase is a predicate, or beside a name that says who it is."""
    text = index.text
    if _SAYS_WHO.search(text, max(0, start - 14), start):
        return True
    behind = index.people_in(CharSpan(end, min(len(text), end + 60)))
    return bool(behind) and not WORD.search(text, end, behind[0][0].span.start)
