"""Census of the names of a batch: how often, in which articles, and beside which other names."""

from __future__ import annotations

import re
import zlib
from array import array
from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from extract.lexicon.pronouns import FEMALE_PRONOUNS, MALE_PRONOUNS
from extract.merge.forms.organization import organization_form
from extract.merge.reprints import ArticleDigests
from extract.record.views import RecordView

Kind = Literal["person", "organization"]
KINDS: tuple[Kind, ...] = ("organization", "person")
NONE = 0
_MAX_SMALL_BATCH_ARTICLES = 100
_YEAR = re.compile(r"\d{4}", re.ASCII)  # "2031" of "2031-03-04", not "XXXX-03-04"
_WORD = re.compile(r"\w+")
_MIN_QUOTATION_WORDS = 6  # fewer words may be anyone's


class Numbers:
    """Table of texts and their numbers from 1, in the order in which they come; 0 is none."""

    def __init__(self) -> None:
        self.texts = [""]
        self._numbers = {"": NONE}

    def of(self, text: str | None) -> int:
        """Look up the number of `text`, new or known."""
        number = self._numbers.setdefault(text or "", len(self.texts))
        if number == len(self.texts):
            self.texts.append(text or "")
        return number


class Sighting(NamedTuple):
    """Occurrence of a name in a record. article, title, affiliation: numbers of the census.

    words: a hash of the quotation's, 0 for a short one. gender: 1 he, 2 she, 0 unknown.
    beside: numbers of names: organizations that a person speaks of; the speaker of what is said of an
    organization, and the other organizations there.
    """

    article: int
    words: int
    title: int
    affiliation: int
    gender: int
    beside: tuple[int, ...]


@dataclass(slots=True)
class NameCount:
    """Name as the records write it, counted. ids: from watch lists. facts: its sightings, packed.

    reprinted: how many records of each reprint have it, once these are left out of the rest.
    """

    kind: Kind
    name: str
    number: int
    records: int = 0
    ids: tuple[str, ...] = ()
    facts: array[int] = field(default_factory=lambda: array("I"))
    reprinted: dict[int, int] = field(default_factory=dict)

    def see(self, sighting: Sighting) -> None:
        """Add a sighting."""
        self.records += 1
        self.facts.extend((len(sighting.beside), *sighting[:5], *sighting.beside))

    def add_id(self, identifier: str) -> None:
        """Add an id, each once."""
        if identifier not in self.ids:
            self.ids = tuple(sorted((*self.ids, identifier)))

    def sightings(self) -> Iterator[Sighting]:
        """Yield every sighting, in the order of the records."""
        facts, at = self.facts, 0
        while at < len(facts):
            end = at + 6 + facts[at]
            article, words, title, affiliation, gender = facts[at + 1 : at + 6]
            yield Sighting(article, words, title, affiliation, gender, tuple(facts[at + 6 : end]))
            at = end

    def articles(self) -> set[int]:
        """Numbers of the articles in which the name stands."""
        return {sighting.article for sighting in self.sightings()}

    def leave_out(self, articles: Container[int]) -> None:
        """Count the sightings in some articles, reprints, apart."""
        seen = [*self.sightings()]
        if not any(sighting.article in articles for sighting in seen):
            return
        self.records, self.facts = 0, array("I")
        for sighting in seen:
            if sighting.article in articles:
                self.reprinted[sighting.article] = self.reprinted.get(sighting.article, 0) + 1
            else:
                self.see(sighting)


class Census:
    """Census of all names of the records given to `add`.

    aliases: for each short form, folded, the names of organizations that it stands for in some article,
    and those articles. years: of publication, by number of the article, where they are known. reprints: the
    original of each reprint, by number, once they are left out.
    """

    def __init__(self) -> None:
        self.articles, self.titles, self.affiliations = Numbers(), Numbers(), Numbers()
        self.counts: list[NameCount] = []
        self.records = 0
        self.aliases: dict[str, dict[int, set[int]]] = {}
        self.years: dict[int, int] = {}
        self.reprints: dict[int, int] = {}
        self._digests = ArticleDigests()
        self._by_name: dict[tuple[Kind, str], NameCount] = {}
        self._alias_keys: dict[str, str | None] = {}

    def names(self, kind: Kind) -> list[NameCount]:
        """List every name of a kind, sorted, so that nothing depends on the order of the records."""
        return sorted((count for count in self.counts if count.kind == kind), key=lambda count: count.name)

    def is_small(self) -> bool:
        """Whether the articles are so few that hardly any two names in them are alike by chance."""
        return len(self.articles.texts) - len(self.reprints) <= _MAX_SMALL_BATCH_ARTICLES

    def leave_out_reprints(self) -> None:
        """Take the records of reprints out of all counts: what an article says twice is no more evidence."""
        self.reprints = self._digests.reprints(self.articles.texts)
        if not self.reprints:
            return
        for count in self.counts:
            count.leave_out(self.reprints)
        for stated in self.aliases.values():
            for articles in stated.values():
                articles.difference_update(self.reprints)

    def add(self, record: RecordView) -> None:
        """Count the names of a record."""
        self.records += 1
        article = self.articles.of(record.article.id)
        if found := _YEAR.match(record.article.published or ""):
            self.years[article] = int(found[0])
        plain = " ".join(_WORD.findall(record.quote.text.casefold()))
        self._digests.add(article, record, plain)
        words = _hash(plain)
        speaker = self._speaker(record)
        organizations = []
        for part in record.organizations:
            if part.name and part.kind == "organization":
                count = self._count("organization", part.name, part.id)
                organizations.append(count)
                for mention in part.mentions if part.how in ("named", "alias") else ():
                    self._alias(mention.text or "", count, article)
        for part in record.organizations:
            if part.name and part.kind == "person":
                self._count("person", part.name, part.id).see(Sighting(article, NONE, NONE, NONE, NONE, ()))
        if speaker is not None:
            self._see_speaker(speaker, record, article, words, tuple(c.number for c in organizations))
        said_by = (speaker.number,) if speaker is not None and speaker.kind == "person" else ()
        numbers = tuple(count.number for count in organizations)
        for count in organizations:
            beside = said_by + tuple(n for n in numbers if n != count.number)
            count.see(Sighting(article, words, NONE, NONE, NONE, beside))

    def _speaker(self, record: RecordView) -> NameCount | None:
        speaker = record.speaker
        if not speaker.name:
            return None
        for kind in KINDS:
            if speaker.kind == kind:
                return self._count(kind, speaker.name, speaker.id)
        return None

    def _see_speaker(
        self, count: NameCount, record: RecordView, article: int, words: int, beside: tuple[int, ...]
    ) -> None:
        speaker = record.speaker
        mention = (speaker.mention.text if speaker.mention else None) or ""
        if count.kind == "organization":
            self._alias(mention, count, article)
            count.see(Sighting(article, words, NONE, NONE, NONE, beside))
            return
        title, affiliation = self.titles.of(speaker.title), self.affiliations.of(speaker.affiliation)
        count.see(Sighting(article, words, title, affiliation, _gender(mention), beside))

    def _count(self, kind: Kind, name: str, identifier: str | None) -> NameCount:
        count = self._by_name.get((kind, name))
        if count is None:
            count = NameCount(kind, name, len(self.counts))
            self._by_name[kind, name] = count
            self.counts.append(count)
        if identifier is not None:
            count.add_id(identifier)
        return count

    def _alias(self, mention: str, count: NameCount, article: int) -> None:
        key = self._alias_key(mention)
        if key is not None and key != self._alias_key(count.name):
            self.aliases.setdefault(key, {}).setdefault(count.number, set()).add(article)

    def _alias_key(self, mention: str) -> str | None:
        """Key of a short form: its folded words; None for a phrase that is no name ("the alliance", "it")."""
        if mention not in self._alias_keys:
            plain = mention.removeprefix("the ").removeprefix("The ")
            form = organization_form(plain) if plain[:1].isupper() else None
            common = form is None or form.shape == "common"
            self._alias_keys[mention] = None if common or form is None else " ".join(form.key)
        return self._alias_keys[mention]


def _gender(mention: str) -> int:
    word = mention.casefold()
    return 1 if word in MALE_PRONOUNS else 2 if word in FEMALE_PRONOUNS else 0


def _hash(words: str) -> int:
    return (
        zlib.crc32(words.encode("utf-8", "replace")) if words.count(" ") >= _MIN_QUOTATION_WORDS - 1 else NONE
    )
