"""Heads of source phrases: which of the names in a source speaks, and what its head noun says it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extract.layout.spans import CharSpan
from extract.lexicon.documents import DOCUMENTS
from extract.lexicon.honorifics import HONORIFICS
from extract.lexicon.organization_nouns import ORGANIZATION_NOUNS
from extract.lexicon.person_nouns import (
    INHABITANTS,
    is_person_noun,
    is_plural_noun,
    is_plural_person_noun,
    is_usually_person,
)
from extract.lexicon.tokens import WORD
from extract.quotes.article_index import ArticleIndex
from extract.quotes.entities.names import Name, NameMention, distinct
from extract.quotes.quote import SpeakerKind

# "Jane Roe, who left", "a report, that was lost"
_RELATIVE = re.compile(r"(?:,\s*|\s+)(?:who|whom|whose|which|where|when|while|during)\b|,\s+(?=that\b)")
# "a lawyer for former mayor"
_OBJECT_OF = re.compile(
    r"\b(?:of|for|to|with|from|by|against|about|under|near|and)\s+(?:the\s+|an?\s+)?((?:[\w.’'-]+\s+){0,3})$"
)
# Behind an apposition too: "Jane Roe, head of the union, and Mr. John Doe"
_JOINED_BY_AND = re.compile(
    r"(?:\s*\([^()]*\))?(?:\s*,[^,]*,)?(?:\s*,)?\s*(?:and|&)\s+(?:[\w.’'\-]+\s+){0,6}$"
)
_PARTY = re.compile(r"[A-Z]-[A-Z]")  # "R-N.Y."
# "Jane Roe and two others"
_AND_OTHERS = re.compile(
    r"\s*,?\s+(?:and|&)\s+(?:(?:\w+\s+)?others?|several|many|some|his|her|their|\w+\s+more)\b"
)
_COMMA = re.compile(r"(?:\s*\([^()]*\))?\s*,\s+(?:[\w.’'\-]+\s+){0,6}$")  # "Jane Roe (D), Mr. John Doe"
_BEFORE_AND = re.compile(r",(?:\s\w+)?\s(?:and|\w+\sand)\b")  # "Roe, Doe and Poe"
_COMMON_NOUN_BEHIND = re.compile(r"\s+([a-z][\w-]+)")  # "a Roe spokesman"
# "the head of the union"
PREPOSITION = re.compile(
    r"\s(?:of|for|to|with|from|by|at|in|on|near|close|against|within|inside|about|during)\s"
)
_LONE_NAME = re.compile(r"[A-Z][a-z]+")  # "Brightwater"
_ARTICLE = re.compile(r"^(?:the|The|THE)\b")
_ASIDE = re.compile(
    r",?\s+(?:in|through|via|by)\s+(?:an?|the|its)\s+\w+"
)  # "the union, in a statement signed by"
_BRACKETS = re.compile(r"^\s*\([^()]*\)")  # "(NYSE: NVK)" behind a name
_POSSESSIVE = re.compile(r"^['’]s?(?=\s|$)")  # "’s report" behind a name
_POSSESSOR = re.compile(r"['’]s?\s+\w")  # "Jane Roe’s wife"
_AND = re.compile(
    r"(?:\s*\([^()]*\))?\s+(?:and|&)\s+(?:the\s+)?"
)  # "Norvik Bank (NVK) and the Harbour Board"
# "the Roe report, written by John Doe"
_WRITTEN_BY = re.compile(r",?\s+(?:co-?)?(?:written|authored|compiled|drafted|penned)\s+by\s")
# "astronomers led by", "officials familiar with"
_PARTICIPLE = re.compile(r"[a-z]\w*ed|led|held|known|seen|written|made|[a-z]\w+ing|familiar|close")


def head_phrase(index: ArticleIndex, source: CharSpan) -> CharSpan:
    """The source without relative clauses and what follows a comma."""
    text = source.of(index.text)
    cut = _RELATIVE.search(text)
    end = cut.start() if cut else len(text)
    comma = text.find(",", 0, end)
    if comma > 0 and not _BEFORE_AND.match(text, comma, end):
        end = comma
    return CharSpan(source.start, source.start + len(text[:end].rstrip(" ,")))


def heads_of(index: ArticleIndex, source: CharSpan) -> list[tuple[NameMention, Name]]:
    """The people that the source is, not those it only mentions ("a lawyer for Roe", "Roe's wife")."""
    text = index.text
    out: list[tuple[NameMention, Name]] = []
    together = False
    relative = _RELATIVE.search(source.of(text))
    end = source.start + relative.start() if relative and relative.start() > 0 else source.end
    for mention, name in index.people_in(source):
        if mention.span.start >= end:
            break
        if _POSSESSOR.match(text, mention.span.end, source.end) or _PARTY.match(text, mention.span.start):
            continue
        between = text[out[-1][0].span.end : mention.span.start] if out else ""
        if out and _JOINED_BY_AND.match(between):
            together = True
        elif out and not _COMMA.match(between):
            break
        elif _is_modifier(index, source, mention) or PREPOSITION.search(between):
            continue  # "Jane Roe, a Doe spokeswoman,", "Jane Roe, husband of John Doe,"
        elif not out and _is_object(index, source, mention):
            continue
        out.append((mention, name))
    if out and _AND_OTHERS.match(text, out[-1][0].span.end):
        together = True
    return out if together else out[-1:]  # "Standing before Judge John Doe, Jane Roe" is Roe alone


def _is_object(index: ArticleIndex, source: CharSpan, mention: NameMention) -> bool:
    """Whether the name hangs on a preposition of the source rather than heads it."""
    text = index.text
    before = text[source.start : mention.span.start]
    found = _OBJECT_OF.search(before)
    if not found or found[0].startswith("and") or found.start() == 0:
        return False
    titles = [word.lower().rstrip(".") for word in found[1].split()]
    names = [m.span for m, _ in index.organizations_in(source)]
    between = CharSpan(min(source.start + found.start(1), mention.span.start), mention.span.start)
    if index.has_place(between) or any(between.holds(span) for span in names):
        return False
    return all(t in HONORIFICS or t in ("former", "late", "then") or is_person_noun(t) for t in titles)


def _is_modifier(index: ArticleIndex, source: CharSpan, mention: NameMention) -> bool:
    """Whether a common noun of the same phrase follows: "a Trump spokesman", "the Roe campaign"."""
    following = _COMMON_NOUN_BEHIND.match(index.text, mention.span.end, source.end)
    return following is not None and _may_speak(following[1])


def _may_speak(noun: str) -> bool:
    return is_person_noun(noun) or is_plural_noun(noun) or noun in ORGANIZATION_NOUNS or noun in DOCUMENTS


def opening_organization(index: ArticleIndex, source: CharSpan) -> Name | None:
    """The organization that opens a source and is more than a modifier: "The union, in a statement signed by
    its president, NAME," is the union."""
    found = index.organizations_in(source)
    if not found or _ARTICLE.sub("", index.text[source.start : found[0][0].span.start]).strip():
        return None
    people = index.people_in(source)
    behind = _ASIDE.match(index.text, found[0][0].span.end, source.end)
    return found[0][1] if people and behind and found[0][0].span.end <= people[0][0].span.start else None


def organizations_of(index: ArticleIndex, phrase: CharSpan) -> list[Name]:
    """The organization that a source is or whose document it is; two where they speak together."""
    text = index.text
    cut = PREPOSITION.search(phrase.of(text))
    head_end = phrase.start + cut.start() if cut else phrase.end
    inside = index.organizations_in(phrase)
    names = distinct(name for _, name in inside)
    if len(names) == 2 and _AND.fullmatch(text, inside[0][0].span.end, inside[-1][0].span.start):
        return names
    for mention, name in inside:
        before = WORD.findall(text, phrase.start, mention.span.start)
        people = any(is_person_noun(word) or is_plural_person_noun(word) for word in before)
        if people and before[-1].endswith("ing"):
            return []  # "a lawyer representing Norvik Bank"
        rest = _BRACKETS.sub("", text[mention.span.end : phrase.end])
        following = [word.lower() for word in WORD.findall(_POSSESSIVE.sub("", rest))]
        is_document = any(word in DOCUMENTS for word in following[:3])
        if _POSSESSIVE.match(rest) and not is_document:
            continue
        if is_document and _WRITTEN_BY.match(text, phrase.end):
            return []  # it is called after somebody: "the NAME report, written by"
        heads = mention.span.start < head_end or mention.span.start == phrase.start
        alone = not following or following[0] in ("of", "in", "and") or is_document
        return [name] if heads and alone else []
    return []


def without_participle(words: Sequence[str]) -> Sequence[str]:
    """The words of a phrase up to its head: of "astronomers led", "officials familiar" the first."""
    for number, (word, following) in enumerate(pairwise(words), start=1):
        if _PARTICIPLE.fullmatch(following) and _may_speak(word.lower()):
            return words[:number]
    return words


def kind_of(index: ArticleIndex, head: str, phrase: CharSpan) -> SpeakerKind:
    """Kind of a source without a name, by its head noun and by the names in it."""
    if head in DOCUMENTS:
        return "document"
    if is_plural_noun(head):
        return "group"
    if is_usually_person(head) or head in INHABITANTS:
        return "person"
    if head in ORGANIZATION_NOUNS or index.organizations_in(phrase):
        return "organization"
    if _LONE_NAME.fullmatch(phrase.of(index.text)):
        return "organization"  # no person's, or the network would have labelled it: "Brightwater"
    if index.has_place(phrase):
        return "organization"
    return "unknown"
