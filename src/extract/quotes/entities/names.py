"""Names: the people and organizations of an article, each with its mentions and its fullest form."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from extract.layout.spans import CharSpan
from extract.lexicon.tokens import _POSSESSIVE, fold

_ABBREVIATED_END = re.compile(r"(?:\b\w\.|\b(?:Jr|Sr|Inc|Corp|Co|Ltd|Bros|St)\.)$")  # "Norvik Inc.", "Ada B."
NameKind = Literal["person", "organization"]
Gender = Literal["male", "female"]


@dataclass(frozen=True, slots=True)
class NameMention:
    """A name as it stands in the text; `text` without honorifics, possessive or leading "the"."""

    span: CharSpan
    text: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """One person or organization of an article.

    number: its index among the names of the article. canonical: its fullest name there. mentions: ascending.
    """

    number: int
    canonical: str
    kind: NameKind
    mentions: tuple[NameMention, ...]


def mention_of(text: str, words: Sequence[re.Match[str]]) -> NameMention:
    """The mention that runs from the first to the last of some matches of `NAME_WORD`."""
    start, end = words[0].start(), words[-1].end()
    end = _trim_end(text, start, end)
    return NameMention(
        CharSpan(start, end), " ".join(text[start:end].split()), tuple(fold(word[0]) for word in words)
    )


def _trim_end(text: str, start: int, end: int) -> int:
    """Leave out a possessive and a full stop that is no part of an abbreviation."""
    kept = _POSSESSIVE.sub("", text[start:end])
    if kept.endswith(".") and not _ABBREVIATED_END.search(kept):
        kept = kept[:-1]
    return start + len(kept)


def names_of(groups: list[list[NameMention]], kind: NameKind) -> list[Name]:
    """A name for each group of mentions, in the order of their first mentions."""
    ordered = sorted((sorted(group, key=_start) for group in groups), key=lambda group: group[0].span)
    return [
        Name(number=number, canonical=_fullest(group), kind=kind, mentions=tuple(group))
        for number, group in enumerate(ordered)
    ]


def numbered(names: Iterable[Name]) -> list[Name]:
    """The names of one article, each with its index among them."""
    return [replace(name, number=number) for number, name in enumerate(names)]


def distinct(names: Iterable[Name]) -> list[Name]:
    """Each of the names of one article once, in the order of first appearance."""
    return list({name.number: name for name in names}.values())


def _start(mention: NameMention) -> CharSpan:
    return mention.span


def _fullest(group: list[NameMention]) -> str:
    """Most words, then not all capitals, then most frequent, then first."""
    counts = Counter(mention.text for mention in group)
    order = {mention.text: at for at, mention in reversed(list(enumerate(group)))}
    return max(counts, key=lambda t: (len(t.split()), not (t.isupper() and len(t) > 5), counts[t], -order[t]))
