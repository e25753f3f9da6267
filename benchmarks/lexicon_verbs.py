"""Reporting verbs: WordNet's frames and senses, weighed by what verbs take in news."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lemminflect import getInflection
from lexicon_kept import ACTS, FORMS, NO_REPORTS, TAKES
from lexicon_wordnet import COMMUNICATION, MIND, WordNet

if TYPE_CHECKING:
    from lexicon_counts import VerbCounts

    from extract.lexicon.reporting_verbs import Act

_THAT_CLAUSE, _INFINITIVE, _ALONE = 26, 28, 2  # WordNet's verb frames
_COMPLEMENTS = ("that", "to", "hearer", "quotation", "topic", "nothing")
_TAGS = {"third": "VBZ", "past": "VBD", "participle": "VBN", "gerund": "VBG"}
# Verbs whose troponyms are what people do as they speak.
_VERBS_TO_A_NOUN = 8  # uses as a verb to one as a noun: from here on the third person is hardly a plural
_RARE, _COMMON = 10, 100  # uses of a verb: below the one, the absence of reports is no evidence
_MANNERS = (("laugh", 1), ("smile", 1), ("weep", 1), ("utter", 2), ("shout", 1), ("shout", 2))


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line of the table; takes, forms: as it writes them."""

    lemma: str
    act: Act
    takes: tuple[str, ...]
    forms: tuple[str, ...]

    def line(self) -> str:
        """The line, without its end."""
        return "\t".join([self.lemma, self.act, " ".join(self.takes), *self.forms])


class ReportingVerbs:
    """Decides which verbs report, which act, and what they take."""

    def __init__(self, wordnet: WordNet, counts: VerbCounts) -> None:
        self._wordnet = wordnet
        self._counts = counts
        roots = {wordnet.senses(lemma, "verb")[number - 1].synset for lemma, number in _MANNERS}
        self._manners = {
            lemma
            for lemma in wordnet.lemmas("verb")
            if wordnet.tagged(lemma, "verb")
            and roots & wordnet.ancestors(wordnet.senses(lemma, "verb")[0].synset, "verb")
        }

    def rows(self) -> list[Row]:
        """The table, by lemma; what stands in American spelling stands in British spelling too."""
        lemmas = {lemma for lemma in self._wordnet.lemmas("verb") if self.reports(lemma)} | set(ACTS)
        rows = {lemma: self._row(lemma) for lemma in lemmas}
        for lemma, row in list(rows.items()):
            british = f"{lemma[:-2]}se"
            if (
                lemma.endswith(("ize", "yze"))
                and british not in NO_REPORTS
                and not self._differ(lemma, british)
            ):
                rows[british] = replace(row, lemma=british, forms=_forms(british))
        return [rows[lemma] for lemma in sorted(rows)]

    def plural_nouns(self) -> set[str]:
        """Third persons that are rather the plurals of nouns: "claims", "reports"."""
        return {third for row in self.rows() if self._is_noun(row.lemma) for third in row.forms[0].split("/")}

    def no_reports(self) -> set[str]:
        """The forms of verbs that report nothing, for all their that-clauses: "ensured"."""
        lemmas = set(NO_REPORTS) - set(ACTS)
        return lemmas.union(*(form.split("/") for lemma in lemmas for form in _forms(lemma)))

    def _is_noun(self, lemma: str) -> bool:
        verbs, nouns = self._wordnet.tagged(lemma, "verb"), self._wordnet.tagged(lemma, "noun")
        return self._wordnet.has(lemma, "noun") and verbs < max(1, _VERBS_TO_A_NOUN * nouns)

    def reports(self, lemma: str) -> bool:
        """Whether a verb reports words or views, by WordNet and the counts alone."""
        counts = self._counts
        if lemma in NO_REPORTS:
            return False
        if lemma in self._manners:
            return True
        used = counts.all[lemma]
        clauses = counts.that[lemma] + counts.hearer[lemma]
        reports = clauses + counts.quotation[lemma]
        rate = reports / max(used, reports, 1)
        if self._takes_that(lemma, COMMUNICATION | MIND):
            if self._share(lemma, COMMUNICATION | MIND) < 0.5:
                return reports >= 3 and rate >= 0.015
            first = self._wordnet.senses(lemma, "verb")[0]
            rare = (
                used < _RARE
                and (used or self._wordnet.tagged(lemma, "verb"))
                and _THAT_CLAUSE in first.frames
                and first.file in COMMUNICATION | MIND
            )
            return bool(rare) or (reports >= 1 and rate >= 0.008)
        if self._share(lemma, COMMUNICATION) >= 0.5:
            return reports >= 2 and rate >= 0.02
        return clauses >= 8 and clauses / used >= 0.03

    def act(self, lemma: str) -> Act:
        """The act that a verb reports, by WordNet and the counts alone."""
        counts = self._counts
        if lemma in self._manners and not self._takes_that(lemma, COMMUNICATION):
            return "other"
        if self._takes_that(lemma, COMMUNICATION) or self._share(lemma, COMMUNICATION) >= 0.3:
            return "statement"
        if counts.quotation[lemma] >= 2 or counts.by_documents[lemma] >= max(2, 0.1 * counts.that[lemma]):
            return "statement"
        return "attitude" if self._share(lemma, MIND) else "statement"

    def _differ(self, lemma: str, other: str) -> bool:
        """Whether two spellings are different verbs: "prize" and "prise"."""
        one, two = self._wordnet.senses(lemma, "verb"), self._wordnet.senses(other, "verb")
        return bool(two) and not {sense.synset for sense in one} & {sense.synset for sense in two}

    def _row(self, lemma: str) -> Row:
        act = ACTS.get(lemma) or self.act(lemma)
        takes = [name for name in _COMPLEMENTS if self._takes(lemma, name, act)]
        return Row(lemma=lemma, act=act, takes=tuple(takes), forms=_forms(lemma))

    def _takes(self, lemma: str, complement: str, act: Act) -> bool:
        if lemma in TAKES.get(complement, "").split():
            return True
        match complement:
            case "that":
                frame = self._has(lemma, _THAT_CLAUSE) and (
                    self._counts.all[lemma] < _COMMON or self._often(lemma, "that", 1, 0.003)
                )
                return act != "other" and (frame or self._often(lemma, "that", 3, 0.01))
            case "to":
                return self._has(lemma, _INFINITIVE) or self._often(lemma, "to", 5, 0.02)
            case "hearer":
                return self._often(lemma, "hearer", 3, 0.02)
            case "quotation":
                spoken = act == "statement" and self._share(lemma, COMMUNICATION) >= 0.3
                spoken = spoken and (
                    self._takes_that(lemma, COMMUNICATION) or self._counts.quotation[lemma] >= 1
                )
                return act == "other" or spoken or self._counts.quotation[lemma] >= 2
            case "topic":  # "accepted a gift", "verified the figures"
                clause_only = self._takes(lemma, "that", act) and not self._takes(lemma, "quotation", act)
                return lemma not in ACTS and clause_only
            case "nothing":
                return self._has(lemma, _ALONE) and self._often(lemma, "nothing", 2, 0.01)
        return False

    def _often(self, lemma: str, complement: str, least: int, rate: float) -> bool:
        """Whether news has a verb with a complement so many times, and in such a part of its uses."""
        count: int = getattr(self._counts, complement)[lemma]
        return count >= least and count >= rate * self._counts.all[lemma]

    def _has(self, lemma: str, frame: int) -> bool:
        return any(frame in sense.frames for sense in self._wordnet.senses(lemma, "verb"))

    def _takes_that(self, lemma: str, files: frozenset[int]) -> bool:
        """Whether a sense of these lexicographer files takes a that-clause."""
        senses = self._wordnet.senses(lemma, "verb")
        return any(_THAT_CLAUSE in sense.frames for sense in senses if sense.file in files)

    def _share(self, lemma: str, files: frozenset[int]) -> float:
        """The share of a verb's uses that have senses of these lexicographer files."""
        senses = self._wordnet.senses(lemma, "verb")
        total = sum(sense.weight for sense in senses)
        return sum(sense.weight for sense in senses if sense.file in files) / total if senses else 0.0


def _forms(lemma: str) -> tuple[str, ...]:
    """Third person, past tense, participle and gerund, with "/" between variants."""
    own = FORMS.get(lemma, {})
    return tuple(own.get(form) or "/".join(getInflection(lemma, tag)) for form, tag in _TAGS.items())
