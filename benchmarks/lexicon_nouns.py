"""Nouns for people and organizations: WordNet's senses, weighed by how news uses the words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from lemminflect import getInflection
from lexicon_counts import NounCounts
from lexicon_kept import NO_ORGANIZATIONS, NO_PEOPLE, ORGANIZATIONS, PEOPLE
from lexicon_wordnet import Pos, Sense, WordNet

from extract.lexicon.group_nouns import GROUP_NOUNS
from extract.lexicon.inflection import regular_singular
from extract.lexicon.person_nouns import ends_in_person_noun
from extract.lexicon.pronouns import VAGUE_PRONOUNS

_COMMON = 100  # occurrences from which on the absence of evidence is evidence
_DOERS = ("er", "or")  # endings of nouns for who does something


@dataclass(frozen=True, slots=True, kw_only=True)
class _Noun:
    """A noun with its evidence; what counts plurals too has "all" in its name.

    other_verb, other_adjective: shares of the word's uses in WordNet's tagged texts that are a verb's, or an
    adjective's or adverb's. form: it is also a past or present participle. comparative: it is also that of an
    adjective.
    """

    word: str
    senses: tuple[Sense, ...]
    count: int
    plurals: int
    who: int
    all_who: int
    all_which: int
    roles: int
    before_names: int
    agents: int
    other_verb: float
    other_adjective: float
    form: bool
    comparative: bool

    @property
    def uses(self) -> int:
        """How often news has it as a noun, at most; by its plurals alone where the singular hardly tells."""
        return self.plurals if self.comparative else self.count + self.plurals


class Nouns:
    """The nouns of WordNet, told apart by kind."""

    def __init__(self, wordnet: WordNet, counts: NounCounts) -> None:
        self._wordnet = wordnet
        self._counts = counts
        # WordNet has those who operate something ("motorist") beside people, not among them.
        self._people = {wordnet.noun("person"), wordnet.noun("operator", 2)}
        self._group = wordnet.noun("social_group")
        self._organizations = {wordnet.noun("organization"), wordnet.noun("institution")}
        self._location = wordnet.noun("location")
        self._nouns = [self._read(word) for word in wordnet.lemmas("noun")]

    @cached_property
    def people(self) -> frozenset[str]:
        """The nouns that name a person by what they do or are, singular."""
        found = {noun.word for noun in self._nouns if self._is_person(noun)}
        return frozenset((found | PEOPLE | self._new_people) - GROUP_NOUNS - VAGUE_PRONOUNS)

    @cached_property
    def organizations(self) -> frozenset[str]:
        """The nouns that may stand for an organization named before, singular."""
        found = {noun.word for noun in self._nouns if self._is_organization(noun)}
        return frozenset((found | ORGANIZATIONS) - NO_ORGANIZATIONS)

    @cached_property
    def seldom_people(self) -> frozenset[str]:
        """Those of both kinds that news seldom uses of a person: "lender"."""
        counts = self._counts
        likely = (
            word
            for word in self.organizations - self.no_people
            if word in self.people or ends_in_person_noun(word, self.people)
        )
        return frozenset(
            word
            for word in likely
            if counts.roles[word] + counts.before_names[word] <= max(3, 0.05 * counts.words[word])
        )

    @cached_property
    def inhabitants(self) -> frozenset[str]:
        """The nouns for people of a place or nation, lower case: "italian", "londoner"."""
        root = self._wordnet.noun("inhabitant")
        return frozenset(
            noun.word
            for noun in self._nouns
            if any(s.proper and root in self._wordnet.ancestors(s.synset) for s in noun.senses[:2])
        )

    @cached_property
    def no_people(self) -> frozenset[str]:
        """Words that end in a noun for people, or in "ist", and are none: "screwdriver", "enlist"."""
        people = self.people | {noun.word for noun in self._nouns if self._share(noun, self._is_human) >= 0.5}
        ending = {word for word in self._known - people if ends_in_person_noun(word, self.people)}
        return frozenset({word for word in ending if not self._may_be_person(word)} | NO_PEOPLE)

    @cached_property
    def _new_people(self) -> frozenset[str]:
        """Nouns that WordNet does not have, by how news uses them: "midfielder", "superdelegate"."""
        counts = self._counts
        return frozenset(
            word
            for word, roles in counts.roles.items()
            if word not in self._known
            and regular_singular(word) == word
            and not word.endswith("-old")
            and roles + counts.who[word] >= 2
            and roles + counts.who[word] + counts.before_names[word] >= 3
            and (roles + counts.who[word]) / counts.words[word] >= 0.02
        )

    @cached_property
    def _known(self) -> frozenset[str]:
        """The words of WordNet with all their forms, "_" between those of a phrase."""
        tags = {
            "noun": ("NN", "NNS"),
            "verb": ("VB", "VBZ", "VBD", "VBN", "VBG"),
            "adj": ("JJ", "JJR", "JJS"),
        }
        lemmas = {pos: self._wordnet.lemmas(pos) for pos in ("noun", "verb", "adj", "adv")}
        forms = (
            form
            for pos, some in tags.items()
            for w in lemmas[pos]
            for tag in some
            for form in getInflection(w, tag, inflect_oov=False)
        )
        return frozenset(forms).union(*lemmas.values())

    @cached_property
    def _participles(self) -> frozenset[str]:
        verbs = self._wordnet.lemmas("verb")
        return frozenset(
            f for verb in verbs for tag in ("VBD", "VBN", "VBG") for f in getInflection(verb, tag)
        )

    @cached_property
    def _comparatives(self) -> frozenset[str]:
        return frozenset(f for word in self._wordnet.lemmas("adj") for f in getInflection(word, "JJR"))

    def _may_be_person(self, word: str) -> bool:
        """Whether a word that WordNet has as no noun may be one for people: "expansionist", "cosponsor"."""
        if self._wordnet.has(word, "noun"):
            return False
        if word.endswith("ist") and self._wordnet.has(word, "adj"):
            return True
        return self._counts.roles[word] >= max(2, 0.02 * self._counts.words[word])

    def _is_person(self, noun: _Noun) -> bool:
        share = self._share(noun, self._is_common_human)
        named = noun.roles + noun.before_names
        if not share:
            return False
        if self._is(noun.senses[0], self._group):  # "publisher"
            return share >= 0.2 and named >= max(3, 0.01 * noun.count)
        evidence = noun.all_who + noun.roles
        if not noun.other_verb and not noun.other_adjective:
            evidence += noun.before_names
        singular = (noun.who + noun.roles) / max(noun.count, 1)
        rate = evidence / max(noun.count + noun.plurals, 1)
        human = (evidence + 2) / (evidence + noun.all_which + 2)
        if noun.form:  # "accused", "married"
            return noun.who + noun.roles >= 5 and singular >= 0.05
        if human < 0.5:
            return False
        if noun.uses < _COMMON and self._is_doer(noun, share):
            return True
        if noun.other_adjective > 0.01 or noun.other_verb > 0.3:
            if noun.word.endswith("ist") and share >= 0.5:
                return True
            if noun.who + noun.roles >= 2 and singular >= 0.015:
                return share >= 0.1 or singular >= 0.03
            return evidence >= 5 and noun.plurals >= noun.count / 4 and share >= 0.5
        if not evidence:
            return share >= (0.75 if noun.count + noun.plurals < _COMMON else 0.9)
        if share >= 0.5:
            return rate >= 0.001
        return evidence >= 3 and rate >= 0.008 and human >= 0.7 and (share >= 0.1 or rate >= 0.03)

    def _is_doer(self, noun: _Noun, share: float) -> bool:
        """Whether a noun is one for who does something; share: of its uses that are people."""
        if noun.word.endswith("ist") and share >= 0.3:
            return True
        if noun.other_verb > 0.7 or noun.other_adjective > 0.2:
            return False
        people = sum(map(self._is_common_human, noun.senses))
        return share >= 0.85 or (noun.word.endswith(_DOERS) and people > len(noun.senses) / 2)

    def _is_organization(self, noun: _Noun) -> bool:
        first = noun.senses[0]
        if not any(self._is(first, root) for root in self._organizations) or first.proper:
            return False
        if noun.other_adjective > 0.5 or any(self._is(s, self._location) for s in noun.senses[:3]):
            return False
        if noun.all_who > noun.all_which + 2:
            return False
        share = self._share(noun, lambda s: any(self._is(s, root) for root in self._organizations))
        return share >= 0.5 and noun.agents + noun.all_which + noun.roles >= 1

    def _share(self, noun: _Noun, fits: Callable[[Sense], bool]) -> float:
        """The share of a noun's uses whose sense fits, by WordNet's counts and order of senses."""
        return sum(s.weight for s in noun.senses if fits(s)) / sum(s.weight for s in noun.senses)

    def _is_common_human(self, sense: Sense) -> bool:
        return self._is_human(sense) and not sense.proper and not sense.slang

    def _is_human(self, sense: Sense) -> bool:
        return any(self._is(sense, root) for root in self._people)

    def _is(self, sense: Sense, root: int) -> bool:
        return root in self._wordnet.ancestors(sense.synset)

    def _read(self, word: str) -> _Noun:
        wordnet, counts = self._wordnet, self._counts
        both = {word, *getInflection(word, "NNS")}
        senses = tuple(wordnet.senses(word, "noun"))
        nouns = sum(sense.weight for sense in senses)
        verbs = self._uses(word, "verb")
        adjectives = self._uses(word, "adj") + self._uses(word, "adv")
        return _Noun(
            word=word,
            senses=senses,
            count=counts.words[word],
            plurals=sum(counts.words[form] for form in both - {word}),
            who=counts.who[word],
            all_who=sum(counts.who[form] for form in both),
            all_which=sum(counts.which[form] for form in both),
            roles=counts.roles[word],
            before_names=counts.before_names[word],
            agents=counts.agents[word],
            other_verb=verbs / (nouns + verbs),
            other_adjective=adjectives / (nouns + adjectives),
            form=word in self._participles,
            comparative=word in self._comparatives,
        )

    def _uses(self, word: str, pos: Pos) -> float:
        """How often a word was tagged as a part of speech; half a use where it may be one and never was."""
        return self._wordnet.tagged(word, pos) or (0.5 if self._wordnet.has(word, pos) else 0.0)


def irregular_plurals(nouns: Iterable[str]) -> dict[str, str]:
    """Plural -> singular, where no rule gives the one from the other."""
    pairs = ((form, noun) for noun in sorted(nouns) for form in getInflection(noun, "NNS") if form != noun)
    return {form: noun for form, noun in pairs if regular_singular(form) != noun}
