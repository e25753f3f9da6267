"""Words for organizations: what an article calls each, learned from the phrases beside its names."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import zip_longest

from extract.lexicon.function_words import NO_MODIFIERS
from extract.lexicon.inflection import singular
from extract.lexicon.organization_nouns import ORGANIZATION_NOUNS
from extract.lexicon.person_nouns import is_usually_person
from extract.lexicon.tokens import WORD, fold
from extract.quotes.article_index import ArticleIndex
from extract.quotes.entities.names import Name

# "Vestra plc (VST), a developer based in Hull,"
_APPOSED = re.compile(
    r"(?:\s*\([^()\n]{1,40}\))?,\s+(?:which\s+(?:is|was)\s+)?(?:an?|the|its|one\s+of\s+the)\s+(?P<words>[^.,;:()\n]{3,90})"
)
# "Vestra is a developer"
_PREDICATE = re.compile(
    r"\s+(?:is|was|became|remains)\s+(?:an?|the|one\s+of\s+the)\s+(?P<words>[^.,;:()\n]{3,90})"
)
# "the software company Ipsen", "a start-up called Ipsen"
_IN_FRONT = re.compile(r"(?P<words>(?:[a-z][\w-]*\s+){1,3}?)(?:called\s+|named\s+|known\s+as\s+)?$")
# "The state regulator, the "
_COMMA_IN_FRONT = re.compile(
    r"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir)\s+(?P<words>(?:[a-z][\w-]*\s+){0,3}[a-z][\w-]*),\s+(?:the\s+)?$"
)
_STOPS = NO_MODIFIERS | frozenset(
    """which who whose where when while after before since because against about under over into near a an
        is was are were has had have not also than but if""".split()
)
_PARTICIPLE = re.compile(r"\w{3,}(?:ed|ing)|known|led|owned|held|run|built|made")  # "a developer based in"
# Modifiers that tell no kind of organization.
ANY_BODY = frozenset(
    """new whole entire same own big giant large small former troubled embattled current major
        state national federal public private local""".split()
)
_MAX_CHARS_IN_FRONT = 60


class OrganizationWords:
    """The words for each organization of one article, lower case, nouns singular."""

    def __init__(self, index: ArticleIndex) -> None:
        self._index = index
        self._found: dict[int, tuple[frozenset[str], frozenset[str]]] = {}

    def nouns(self, name: Name) -> frozenset[str]:
        """The head nouns of the phrases beside its mentions: "developer"."""
        return self._of(name)[0]

    def modifiers(self, name: Name) -> frozenset[str]:
        """The other words of those phrases, and those of its names."""
        return self._of(name)[1]

    def called(self, noun: str) -> list[Name]:
        """The organizations that the article calls so: "a developer based in Hull"."""
        return [name for name in self._index.organizations if noun in self.nouns(name)]

    def allow(self, name: Name, modifiers: Collection[str]) -> bool:
        """Whether each modifier of a description is a word for an organization, or fits any ("new")."""
        return all(
            word in ANY_BODY or word in self.modifiers(name) or word in self.nouns(name) for word in modifiers
        )

    def _of(self, name: Name) -> tuple[frozenset[str], frozenset[str]]:
        if name.number not in self._found:
            heads, others = set[str](), {word for mention in name.mentions for word in mention.words}
            for phrase in self._phrases(name):
                words = _to_head(phrase)
                if words and _may_name_a_body(words[-1]):
                    heads.add(singular(words[-1]))
                    others.update(words[:-1])
            self._found[name.number] = frozenset(heads), frozenset(others)
        return self._found[name.number]

    def _phrases(self, name: Name) -> Iterator[str]:
        text = self._index.text
        for mention in name.mentions:
            start, end = mention.span.start, mention.span.end
            for pattern in (_APPOSED, _PREDICATE):
                if found := pattern.match(text, end):
                    yield found["words"]
            first = max(0, start - _MAX_CHARS_IN_FRONT)
            if found := _COMMA_IN_FRONT.search(text, first, start):
                yield found["words"]
            found = _IN_FRONT.search(text, first, start)
            if found and singular(found["words"].split()[-1]) in ORGANIZATION_NOUNS:
                yield found["words"]


def _to_head(phrase: str) -> list[str]:
    """The words of a phrase up to its head noun, lower case: of "developer based in Hull" the first."""
    out: list[str] = []
    words = WORD.findall(phrase)
    for word, following in zip_longest(words, words[1:], fillvalue=""):
        if word.lower() in _STOPS or (out and following in NO_MODIFIERS and _PARTICIPLE.fullmatch(word)):
            break
        out.append(fold(word))
    return out


def _may_name_a_body(word: str) -> bool:
    one = singular(word)
    return one in ORGANIZATION_NOUNS or not (is_usually_person(one) or one.endswith("ly"))
