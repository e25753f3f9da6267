"""Counts of what stands beside the nouns and verbs of a large collection of news: evidence for the lexicon.

Everything is read by patterns, without a parser, so that millions of sentences take a minute; what a count
means for a word is decided against the counts of the same word in other places.
"""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

_NOUN = r"[a-z]+(?:-[a-z]+)*"
_WORD = re.compile(rf"(?<![\w’'-]){_NOUN}(?![\w-])")
# What may stand behind the head of a noun phrase: "a surgeon at", "the union,".
_PHRASE_END = r"(?=[,.;:)]|\s(?:of|at|for|in|on|with|from|who|and|to|by|that|since|when|but)\b)"
_FULL_NAME = r"(?P<first>[A-Z][a-z]+)\s(?:[A-Z]\.\s)?[A-Z][\w’'-]+"
# "the judge, who", "a river, which"
_RELATIVE = re.compile(rf"(?<![\w’'-])(?P<noun>{_NOUN}),?\s(?P<pronoun>who|which)\b")
# "spokeswoman Jane Roe"
_PRENOMINAL = re.compile(rf"(?<![\w’'-])(?P<noun>{_NOUN})\s{_FULL_NAME}")
# "Jane Roe, a surgeon at"
_APPOSITIVE = re.compile(rf"{_FULL_NAME},\s(?:an?|the)\s(?:[\w’'-]+\s){{0,4}}?(?P<noun>{_NOUN}){_PHRASE_END}")
# "she is a gifted surgeon."
_PREDICATE = re.compile(
    rf"\b(?:[Hh]e|[Ss]he)\s(?:is|was|became|remains)\s(?:an?|the)\s(?:[\w-]+\s){{0,3}}?(?P<noun>{_NOUN}){_PHRASE_END}"
)
# "the ministry said", "the ministry decided": one that speaks and wants.
_AGENT = re.compile(
    rf"\b[Tt]he\s(?P<noun>{_NOUN})\s(?:also\s)?(?:said|says|told|announced|warned|added|argued|claimed|denied|insisted"
    r"|declined|confirmed|rejected|responded|wants|plans|hopes|believes|wanted|planned|hoped|refused|decided|agreed"
    r"|promised|apologi[sz]ed|employs|hired|fired|asked|urged)\b"
)
_ADVERBS = r"(?:\s(?:also|then|later|has|had|have|[a-z]+ly)){0,2}"
# "she also said", "Roe said", "the minister said"; what follows is read apart.
_CLAUSE = re.compile(
    rf"(?<![\w’'-])(?:[Hh]e|[Ss]he|[Tt]hey|(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)\s(?P<noun>{_NOUN})"
    rf"|[A-Z][\w.-]+){_ADVERBS}\s(?P<verb>[a-z]+)\b"
)
# `," said Jane Roe`
_INVERTED = re.compile(r"[,!?][\"”’]\s(?P<verb>[a-z]+)\s(?:he|she|[A-Z][a-z]|the\s|an?\s|his\s|her\s|its\s)")
# `," the minister then said`
_BEHIND_QUOTATION = re.compile(
    rf"[,!?][\"”’]\s(?:he|she|they|it|(?:[A-Z][\w.’'-]+\s){{0,2}}[A-Z][\w’'-]+|the\s{_NOUN}){_ADVERBS}\s(?P<verb>[a-z]+)\b"
)
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_START = r"(?:the|an?|he|she|it|they|we|I|his|her|its|their|there|if|all|no|some|most|many|this|these|[A-Z])"
_FINITE = r"(?:is|was|were|will|would|had|has|can|could)\b"
_FOLLOWS = (
    # "that the bank closed", "it was closed"
    ("that", re.compile(rf"\sthat,?\s{_START}|\s(?:he|she|it|they|we|there)\s{_FINITE}")),
    # "reporters that the bank closed"
    (
        "hearer",
        re.compile(
            r"\s(?:him|her|them|us|me|(?:(?:the|his|her|their)\s)?(?:reporters|journalists|lawmakers|investors|analysts"
            r"|court|judge|jury|committee|panel|parliament|council|board|staff|public|press|police)"
            rf"|(?!{_DAY})[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){{0,3}})"
            rf"\s(?:that\s{_START}|(?:he|she|it|they)\s{_FINITE})"
        ),
    ),
    # `: "The bank`
    ("lead", re.compile(r"(?:,|:)?\s[\"“][A-Z]")),
    # `. "No`, behind "disagreed"
    ("nothing", re.compile(r"\.\s[\"“][A-Z]")),
)
_BEHIND_MARK = re.compile(r"[\"”]\s*$")
_TO = re.compile(r"\sto\s(?P<verb>[a-z]+)\b")


@dataclass(frozen=True, slots=True)
class NounCounts:
    """How often each lower-case word stands where nouns tell what they name.

    words: anywhere. who, which: in front of these pronouns. before_names: in front of a person's full name.
    roles: as what a person is, in an apposition or behind "she is". agents: as one who says or wants.
    """

    words: Counter[str] = field(default_factory=Counter)
    who: Counter[str] = field(default_factory=Counter)
    which: Counter[str] = field(default_factory=Counter)
    before_names: Counter[str] = field(default_factory=Counter)
    roles: Counter[str] = field(default_factory=Counter)
    agents: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class VerbCounts:
    """How often each verb, by its lemma, is what somebody does, and what it takes there.

    all: behind one who may speak. that, hearer, to, lead, nothing: followed so ("lead" by a quotation,
    "nothing" by the end of the sentence and a quotation). quotation: behind a quotation. by_documents:
    followed by "that", of a document or a court.
    """

    all: Counter[str] = field(default_factory=Counter)
    that: Counter[str] = field(default_factory=Counter)
    hearer: Counter[str] = field(default_factory=Counter)
    to: Counter[str] = field(default_factory=Counter)
    lead: Counter[str] = field(default_factory=Counter)
    nothing: Counter[str] = field(default_factory=Counter)
    quotation: Counter[str] = field(default_factory=Counter)
    by_documents: Counter[str] = field(default_factory=Counter)


def read_texts(paths: Iterable[Path]) -> Iterator[str]:
    """The `text` of every line of gzipped JSON Lines files."""
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            yield from (json.loads(line)["text"] for line in lines)


def count_nouns(texts: Iterable[str], first_names: Collection[str]) -> NounCounts:
    """Counts over all texts. first_names: lower case."""
    out = NounCounts()
    for text in texts:
        out.words.update(_WORD.findall(text))
        for found in _RELATIVE.finditer(text):
            (out.who if found["pronoun"] == "who" else out.which)[found["noun"]] += 1
        for pattern, counter in ((_PRENOMINAL, out.before_names), (_APPOSITIVE, out.roles)):
            counter.update(m["noun"] for m in pattern.finditer(text) if m["first"].lower() in first_names)
        out.roles.update(found["noun"] for found in _PREDICATE.finditer(text))
        out.agents.update(found["noun"] for found in _AGENT.finditer(text))
    return out


def count_verbs(
    texts: Iterable[str],
    *,
    finite: Mapping[str, str],
    bases: Collection[str],
    speakers: Collection[str],
    documents: Collection[str],
) -> VerbCounts:
    """Counts over all texts.

    finite: past tense or third person of a verb -> its lemma. bases: infinitives. speakers: nouns for those
    who may speak, singular and plural. documents: those for documents and courts.
    """
    out = VerbCounts()
    for text in texts:
        for pattern in (_INVERTED, _BEHIND_QUOTATION):
            lemmas = (finite.get(found["verb"]) for found in pattern.finditer(text))
            out.quotation.update(lemma for lemma in lemmas if lemma is not None)
        for found in _CLAUSE.finditer(text):
            lemma = finite.get(found["verb"])
            if lemma is None or not (found["noun"] is None or found["noun"] in speakers):
                continue
            out.all[lemma] += 1
            taken = _taken(text, found.end(), bases)
            if taken == "nothing" and _BEHIND_MARK.search(text, max(0, found.start() - 3), found.start()):
                continue  # `"No," she said. "Never."`
            if taken is not None:
                getattr(out, taken)[lemma] += 1
            if taken == "that" and found["noun"] in documents:
                out.by_documents[lemma] += 1
    return out


def _taken(text: str, at: int, bases: Collection[str]) -> str | None:
    taken = next((name for name, pattern in _FOLLOWS if pattern.match(text, at)), None)
    if taken is None and (to := _TO.match(text, at)) and to["verb"] in bases:
        return "to"
    return taken
