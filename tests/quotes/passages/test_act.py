"""What a cue reports: a statement, an attitude, or another act."""

from __future__ import annotations

import pytest

from extract.quotes.passages.act import act_of

CLAIM = "the bank would close nine branches"


@pytest.mark.parametrize(
    "cue",
    [
        "said",
        "says",
        "told reporters",
        "according to",
        "wrote in a letter to staff",
        "has been warning",
        "replied",
        "testified",
        "denied",
        "is quoted as saying",
        "in a statement",
        "reportedly",
        "said he believes",
        "CEO:",
    ],
)
def test_words_that_were_uttered_are_statements(cue: str) -> None:
    assert act_of(cue, CLAIM, quoted=False) == "statement"


@pytest.mark.parametrize(
    "cue", ["believes", "hoped", "fears", "is worried", "thinks", "wants", "was confident"]
)
def test_thoughts_are_attitudes(cue: str) -> None:
    assert act_of(cue, CLAIM, quoted=False) == "attitude"


@pytest.mark.parametrize("cue", ["plans", "decided", "tried", "is charged", "walked"])
def test_what_is_neither_is_other(cue: str) -> None:
    assert act_of(cue, "to close nine branches", quoted=False) == "other"


def test_quotation_marks_alone_state() -> None:
    assert act_of(None, CLAIM, quoted=True) == "statement"


@pytest.mark.parametrize("cue", ["declined to say", "did not say", "refused to comment on", "would not say"])
def test_what_was_not_said_is_no_statement(cue: str) -> None:
    assert act_of(cue, "how many branches would close", quoted=False) == "other"


@pytest.mark.parametrize("cue", ["asked about", "Asked whether", "when asked if"])
def test_what_the_source_was_asked_is_not_what_it_said(cue: str) -> None:
    assert act_of(cue, "the bank would close", quoted=False) == "other"


def test_a_topic_without_a_claim_is_no_statement() -> None:
    assert act_of("criticized", "the merger with Norvik Bank", quoted=False) == "other"


def test_a_verb_of_topics_with_a_claim_states() -> None:
    assert act_of("criticized", "that the merger was kept secret", quoted=False) == "statement"


def test_quoted_words_are_stated_whatever_the_verb() -> None:
    assert act_of("called", "a disaster", quoted=True) == "statement"


def test_a_wish_to_stay_unnamed_is_no_statement() -> None:
    assert act_of("asked", "not to be named", quoted=False) == "other"


def test_what_is_widely_expected_has_nobody_who_said_it() -> None:
    assert act_of("is widely expected", "to close nine branches", quoted=False) == "other"


@pytest.mark.parametrize("cue", ["laughed", "sighed", "shrugged", "put it simply", "shot back", "nodded"])
def test_how_a_quoted_sentence_was_said_states(cue: str) -> None:
    assert act_of(cue, "Nobody asked us", quoted=True) == "statement"
    assert act_of(cue, "at the idea", quoted=True) == "other"


def test_whose_view_it_is_states_where_words_are_quoted() -> None:
    assert act_of("To", "the pier is “a gem”", quoted=True) == "statement"
    assert act_of("To", "the pier is a gem", quoted=False) == "other"


@pytest.mark.parametrize("cue", ["when asked", "after being asked"])
def test_a_question_that_nobody_of_these_asked_is_no_statement(cue: str) -> None:
    assert act_of(cue, "how many branches would close", quoted=False) == "other"


def test_a_clause_behind_any_verb_is_what_its_source_states() -> None:
    assert act_of("stood up and bleated", CLAIM, quoted=False, sourced=True, that_clause=True) == "statement"
    assert act_of("stood up and bleated", CLAIM, quoted=False, that_clause=True) == "other"
    assert act_of("stood up and bleated", CLAIM, quoted=False, sourced=True) == "other"


@pytest.mark.parametrize("content", ["a gift of the bank", "whether the bank would close"])
def test_what_is_accepted_or_verified_is_no_claim(content: str) -> None:
    assert act_of("verified", content, quoted=False) == "other"


def test_charges_of_a_court_are_no_words() -> None:
    assert act_of("charged with", "fraud that he denied", quoted=False) == "other"
    assert act_of("charged", "that he hid the letters", quoted=False) == "statement"


@pytest.mark.parametrize(
    ("cue", "content"),
    [
        ("expects", "adjusted earnings of 3 crowns per share for 2018"),
        ("sees", "strong growth in loans for small firms"),
        ("expects", "a rise in the rates"),
        ("fears", "a long strike at the ferries"),
    ],
)
def test_a_noun_phrase_may_be_a_forecast_or_a_view(cue: str, content: str) -> None:
    assert act_of(cue, content, quoted=False) == "attitude"


@pytest.mark.parametrize("praised", ["NEC", "Norvik Bank"])
def test_what_somebody_is_commended_for_is_stated(praised: str) -> None:
    assert act_of("commended", f"{praised} for its patience", quoted=False) == "statement"


@pytest.mark.parametrize("cue", ["held", "ruled"])
def test_verbs_of_courts_state_clauses_alone(cue: str) -> None:
    assert act_of(cue, CLAIM, quoted=False) == "statement"
    assert act_of(cue, "a meeting with the staff of the branches", quoted=False) == "other"


@pytest.mark.parametrize("cue", ["ensured", "worked to ensure", "arranged", "proved", "guarantees"])
def test_what_is_brought_about_is_no_statement(cue: str) -> None:
    assert act_of(cue, CLAIM, quoted=False, sourced=True, that_clause=True) == "other"


def test_clear_words_with_a_verb_that_reports_nothing_alone_are_stated() -> None:
    assert act_of("made clear", CLAIM, quoted=False, sourced=True, that_clause=True) == "statement"


@pytest.mark.parametrize(
    ("content", "act"),
    [
        ("wrongdoing", "statement"),
        ("taking bribes", "statement"),
        ("the charges", "other"),
        ("him entry", "other"),
    ],
)
def test_to_deny_something_is_a_claim_but_not_to_deny_an_accusation(content: str, act: str) -> None:
    assert act_of("denied", content, quoted=False) == act


def test_a_word_that_is_called_out_is_stated_by_any_verb() -> None:
    assert act_of("sighed", "Offside", quoted=True, sourced=True, exclaimed=True) == "statement"
    assert act_of("sighed", "Offside", quoted=True, sourced=True) == "other"


@pytest.mark.parametrize(
    ("content", "act"), [("Dorn died of neglect", "statement"), ("also ban most ships", "other")]
)
def test_a_short_clause_behind_that_is_a_claim(content: str, act: str) -> None:
    assert act_of("found", content, quoted=False, sourced=True, that_clause=True) == act
