"""Reporting verbs: the act that each reports, what it takes, and its forms.

`reporting_verbs.tsv` has a line for each lemma, in either spelling: lemma, act, what it takes, then its third
person, past tense, participle and gerund, with "/" between variants. `plural_nouns.txt` has the
third persons that are rather plurals of nouns, `no_reporting_verbs.txt` the forms of verbs that take
that-clauses and report nothing. All come from WordNet and counts in news (`benchmarks/lexicon.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal, NamedTuple, cast, get_args

from extract.lexicon.word_lists import read_list, read_words

Act = Literal["statement", "attitude", "other"]
Form = Literal["base", "third", "past", "participle", "gerund"]
# "said that it fell"; "promised to close it"; "told reporters that"; `"It fell," she said`; "criticized the
# plan", which names but a topic; `Roe disagreed. "It fell."`
Complement = Literal["that", "to", "hearer", "quotation", "topic", "nothing"]

_FORMS: tuple[Form, ...] = get_args(Form)


class ReportingVerb(NamedTuple):
    """A verb by which words or views are reported.

    act: what kind of act it reports; "other" is no act of saying ("laughed") but may go with a quotation.
    takes: what may follow it. forms: variants of each form ("signaled", "signalled").
    """

    lemma: str
    act: Act
    takes: frozenset[Complement]
    forms: dict[Form, tuple[str, ...]]


def _read(line: str) -> ReportingVerb:
    lemma, act, takes, *inflected = line.split("\t")
    variants = ((lemma,), *(tuple(forms.split("/")) for forms in inflected))
    return ReportingVerb(
        lemma=lemma,
        act=cast("Act", act),
        takes=frozenset(cast("list[Complement]", takes.split())),
        forms=dict(zip(_FORMS, variants, strict=True)),
    )


REPORTING_VERBS = tuple(map(_read, read_list("reporting_verbs.tsv").splitlines()))  # by lemma, ascending
NO_REPORTING_VERBS = read_words("no_reporting_verbs.txt")  # "ensured", "means"
_PLURAL_NOUNS = read_words("plural_nouns.txt")
_BY_LEMMA = {verb.lemma: verb for verb in REPORTING_VERBS}
_BY_FORM = {
    word: verb for verb in reversed(REPORTING_VERBS) for forms in verb.forms.values() for word in forms
} | _BY_LEMMA


def reporting_verb(word: str) -> ReportingVerb | None:
    """The verb that a word, lower case, is a form of; None where it is no form of any."""
    return _BY_FORM.get(word)


def reporting_verbs(
    *lemmas: str, act: Act | None = None, takes: Complement | None = None
) -> tuple[ReportingVerb, ...]:
    """The verbs with one of these lemmas (any, where none is given), of an act, that take a complement.

    Raises KeyError when one of the lemmas is none of a reporting verb.
    """
    verbs = tuple(_BY_LEMMA[lemma] for lemma in lemmas) or REPORTING_VERBS
    return tuple(v for v in verbs if act in (None, v.act) and (takes is None or takes in v.takes))


def forms_of(verbs: Iterable[ReportingVerb], *forms: Form) -> frozenset[str]:
    """The given forms of verbs; all, where none is given."""
    return frozenset(word for verb in verbs for form in forms or _FORMS for word in verb.forms[form])


# "told" of "told reporters"
FORMS_WITH_HEARER = forms_of(reporting_verbs(takes="hearer"))


def finite_forms(verbs: Iterable[ReportingVerb]) -> frozenset[str]:
    """The past tense and third person of verbs, without what is rather the plural of a noun ("claims")."""
    return forms_of(verbs, "past", "third") - _PLURAL_NOUNS


# "groaned" of `"It is late," groaned the shopkeeper`
FORMS_WITH_QUOTATION = finite_forms(reporting_verbs(takes="quotation"))


def alternation(words: Iterable[str]) -> str:
    """The source of a pattern for any one of some words, the longest first: "(?:warned|said)"."""
    return f"(?:{'|'.join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))})"
