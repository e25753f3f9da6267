"""The table of reporting verbs."""

from __future__ import annotations

import re
from typing import get_args

import pytest

from extract.lexicon.reporting_verbs import (
    REPORTING_VERBS,
    Act,
    Complement,
    alternation,
    forms_of,
    reporting_verb,
    reporting_verbs,
)


@pytest.mark.parametrize(
    ("word", "lemma", "act"),
    [
        ("said", "say", "statement"),
        ("says", "say", "statement"),
        ("ruled", "rule", "statement"),
        ("held", "hold", "statement"),
        ("determined", "determine", "statement"),
        ("highlighted", "highlight", "statement"),
        ("reasoning", "reason", "statement"),
        ("charged", "charge", "statement"),
        ("concurred", "concur", "statement"),
        ("lied", "lie", "statement"),
        ("felt", "feel", "attitude"),
        ("foresaw", "foresee", "attitude"),
        ("laughed", "laugh", "other"),
        ("wept", "weep", "other"),
    ],
)
def test_any_form_leads_to_its_verb(word: str, lemma: str, act: Act) -> None:
    verb = reporting_verb(word)
    assert verb is not None
    assert (verb.lemma, verb.act) == (lemma, act)


@pytest.mark.parametrize(
    ("american", "british"),
    [
        ("signaled", "signalled"),
        ("criticized", "criticised"),
        ("emphasizes", "emphasises"),
        ("favored", "favoured"),
    ],
)
def test_both_spellings_are_the_same_kind_of_verb(american: str, british: str) -> None:
    one, two = reporting_verb(american), reporting_verb(british)
    assert one is not None
    assert two is not None
    assert (one.act, one.takes) == (two.act, two.takes)


@pytest.mark.parametrize("word", ["meant", "ensured", "closed", "table", "lay", ""])
def test_words_that_report_nothing(word: str) -> None:
    assert reporting_verb(word) is None


@pytest.mark.parametrize(
    ("lemma", "complement"),
    [
        ("say", "that"),
        ("say", "quotation"),
        ("pledge", "to"),
        ("tell", "hearer"),
        ("inform", "hearer"),
        ("criticize", "topic"),
        ("disagree", "nothing"),
        ("laugh", "quotation"),
    ],
)
def test_what_a_verb_takes(lemma: str, complement: Complement) -> None:
    assert reporting_verbs(lemma, takes=complement)


@pytest.mark.parametrize(
    ("lemma", "complement"),
    [("say", "hearer"), ("laugh", "that"), ("announce", "hearer"), ("disagree", "quotation")],
)
def test_what_a_verb_does_not_take(lemma: str, complement: Complement) -> None:
    assert not reporting_verbs(lemma, takes=complement)


def test_verbs_by_act_and_complement() -> None:
    assert {verb.act for verb in reporting_verbs(act="attitude")} == {"attitude"}
    assert {verb.lemma for verb in reporting_verbs("say", "tell", takes="hearer")} == {"tell"}


def test_a_lemma_that_the_table_does_not_have_is_an_error() -> None:
    with pytest.raises(KeyError, match="close"):
        reporting_verbs("close")


def test_forms() -> None:
    assert forms_of(reporting_verbs("signal"), "past") == {"signaled", "signalled"}
    assert forms_of(reporting_verbs("say")) == {"say", "says", "said", "saying"}


def test_an_alternation_matches_whole_words_before_their_beginnings() -> None:
    pattern = re.compile(alternation(["say", "says", "ad-lib"]))
    assert pattern.fullmatch("says")
    assert pattern.match("says") is not None
    assert pattern.match("says")[0] == "says"  # type: ignore[index]
    assert not pattern.fullmatch("sayx")


def test_no_form_is_one_of_two_verbs() -> None:
    owners: dict[str, set[str]] = {}
    for verb in REPORTING_VERBS:
        for word in forms_of([verb]):
            owners.setdefault(word, set()).add(verb.lemma)
    assert not {word: lemmas for word, lemmas in owners.items() if len(lemmas) > 1}


def test_the_table_is_whole() -> None:
    assert [verb.lemma for verb in REPORTING_VERBS] == sorted({verb.lemma for verb in REPORTING_VERBS})
    for verb in REPORTING_VERBS:
        assert verb.act in get_args(Act)
        assert verb.takes <= set(get_args(Complement))
        assert all(re.fullmatch(r"[a-z]+(?:-[a-z]+)*", word) for word in forms_of([verb]))
