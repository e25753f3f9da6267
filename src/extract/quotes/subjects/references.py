"""References to organizations: the pronouns and descriptions of a content that may stand for one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from extract.layout.spans import CharSpan
from extract.lexicon.organization_nouns import ORGANIZATION_NOUNS
from extract.lexicon.person_nouns import is_person_noun, is_plural_person_noun
from extract.lexicon.tokens import WORD

ReferenceKind = Literal["it", "they", "we", "definite", "owned", "our"]

_PRONOUNS: dict[str, ReferenceKind] = {
    **dict.fromkeys(("it", "its", "itself"), "it"),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), "they"),
    **dict.fromkeys(("we", "us", "our", "ours", "ourselves"), "we"),
}
_DETERMINERS: dict[str, ReferenceKind] = {
    **dict.fromkeys(("the", "this", "that", "these", "both"), "definite"),
    **dict.fromkeys(("his", "her", "its", "their"), "owned"),
    **dict.fromkeys(("my", "our"), "our"),
}
_MAX_MODIFIERS = 3  # between "the" and its noun
_POSSESSIVE = re.compile(r"['’]s?$")  # "agency’s"
_LOWER = re.compile(r"[a-z][\w’'-]*")  # "agency’s"


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyReference:
    """A mention in a content that may mean an organization.

    noun, modifiers: of a description, lower case; of a pronoun empty. opens: the content begins with it.
    about_people: a noun for people follows, "the company chairman".
    """

    span: CharSpan
    kind: ReferenceKind
    noun: str = ""
    modifiers: tuple[str, ...] = ()
    opens: bool = False
    about_people: bool = False


def references_in(text: str, content: Sequence[CharSpan], nouns: frozenset[str]) -> list[BodyReference]:
    """The references of a content, ascending. nouns: for organizations in this article, beside the common."""
    out: list[BodyReference] = []
    for span in content:
        words = list(WORD.finditer(text, span.start, span.end))
        for at, word in enumerate(words):
            lower = word[0].lower().rstrip(".")
            opens = at == 0 or (at == 1 and words[0][0].lower() == "that")
            if lower in _PRONOUNS:
                out.append(
                    BodyReference(
                        span=CharSpan(word.start(), word.start() + len(lower)),
                        kind=_PRONOUNS[lower],
                        opens=opens,
                    )
                )
            if lower in _DETERMINERS and (found := _described(text, words, at, nouns)):
                noun_at, noun = found
                behind = words[noun_at + 1][0].lower() if noun_at + 1 < len(words) else ""
                out.append(
                    BodyReference(
                        span=CharSpan(word.start(), words[noun_at].start() + len(noun)),
                        kind=_DETERMINERS[lower],
                        noun=noun,
                        modifiers=tuple(w[0].lower() for w in words[at + 1 : noun_at]),
                        opens=opens,
                        about_people=is_person_noun(behind) or is_plural_person_noun(behind),
                    )
                )
    return out


def _described(
    text: str, words: Sequence[re.Match[str]], at: int, nouns: frozenset[str]
) -> tuple[int, str] | None:
    """The noun of the description that a determiner opens, with its place."""
    for place in range(at + 1, min(len(words), at + 2 + _MAX_MODIFIERS)):
        word = words[place][0].rstrip(".")
        noun = _POSSESSIVE.sub("", word.lower())
        if text[words[place - 1].end() : words[place].start()].strip():
            return None
        if noun in ORGANIZATION_NOUNS or (noun in nouns and word[0].islower()):
            return place, noun
        if not _LOWER.fullmatch(word):
            return None
    return None
