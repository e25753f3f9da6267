"""Genders of people, by what the text says of them and, weakly, by their first names."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from extract.lexicon.first_names import MEN, WOMEN
from extract.lexicon.tokens import WORD, fold
from extract.lexicon.words import FEMALE_PRONOUNS, MALE_PRONOUNS
from extract.quotes.article_index import ArticleIndex
from extract.quotes.entities.names import Gender, Name
from extract.quotes.entities.people import gender_before, gender_of_word
from extract.quotes.speakers.title_phrases import titles_of
from extract.spans import CharSpan

_PRONOUN = re.compile(rf"\b(?:{'|'.join(sorted(MALE_PRONOUNS | FEMALE_PRONOUNS))})\b", re.IGNORECASE)
_SIGNS: dict[Gender | None, float] = {"male": 1.0, "female": -1.0, None: 0.0}


class Genders:
    """Genders of an article's people.

    Evidence is 1 for male, -1 for female, 0 for nothing or as much for either.
    """

    def __init__(self, index: ArticleIndex) -> None:
        self._index = index
        self._titles: dict[int, list[CharSpan]] = {}
        self._told: dict[int, dict[str, float]] = {}
        self._pronouns: dict[int, dict[int, float]] = {}

    def titles(self, name: Name) -> Sequence[CharSpan]:
        """The phrases beside a person's mentions that say who they are, first mentions first."""
        if name.number not in self._titles:
            self._titles[name.number] = titles_of(self._index, name)
        return self._titles[name.number]

    def of(self, name: Name) -> Gender | None:
        """Gender by honorifics and titles, else by the pronouns that follow; None without evidence."""
        evidence = self.evidence(name)
        for kind in ("title", "pronouns"):
            if evidence[kind]:
                return "male" if evidence[kind] > 0 else "female"
        return None

    def evidence(self, name: Name, *, without: Collection[int] = ()) -> dict[str, float]:
        """By its kind: "honorific" right before the name ("Mr", "his brother"), "title" beside it or there,
        "pronouns" that follow it, "first" name. without: where pronouns begin that do not count."""
        if name.number not in self._told:
            self._told[name.number] = self._tell(name)
            self._pronouns[name.number] = dict(self._following(name))
        votes = self._pronouns[name.number]
        return self._told[name.number] | {
            "pronouns": _mean([vote for at, vote in votes.items() if at not in without])
        }

    def _tell(self, name: Name) -> dict[str, float]:
        text = self._index.text
        before = [_SIGNS[gender_before(text, mention)] for mention in name.mentions]
        titles = [self._by_phrase(span) for span in self.titles(name)]
        return {
            "honorific": _mean(before),
            "title": _mean(before + titles),
            "first": _by_first_name(name),
        }

    def _by_phrase(self, span: CharSpan) -> float:
        """The gender that the first word of a title tells that tells one."""
        told = map(gender_of_word, WORD.findall(span.of(self._index.text).lower()))
        return next((vote for vote in told if vote), 0.0)

    def _following(self, name: Name) -> Iterator[tuple[int, float]]:
        """The pronouns behind each mention, up to the end of the next sentence or another person, none in
        what somebody says."""
        index = self._index
        for mention in name.mentions:
            start = mention.span.end
            number = min(index.sentence_number(mention.span.start) + 1, len(index.sentences) - 1)
            end = max(index.sentences[number].end if index.sentences else start, start)
            after = index.people_in(CharSpan(start, end))
            stop = next((m.span.start for m, other in after if other is not name), end)
            within = index.is_quoted(mention.span)
            for found in _PRONOUN.finditer(index.text, start, max(stop, start)):
                if index.is_quoted(CharSpan(*found.span())) and not within:
                    continue  # who is quoted speaks of others
                yield found.start(), 1.0 if found[0].lower() in MALE_PRONOUNS else -1.0


def _mean(votes: Sequence[float]) -> float:
    votes = [vote for vote in votes if vote]
    return sum(votes) / len(votes) if votes else 0.0


def _by_first_name(name: Name) -> float:
    """By the first word of a name of two or more."""
    words = name.canonical.split()
    first = fold(words[0]) if len(words) > 1 else ""
    return float(first in MEN) - float(first in WOMEN)
