"""How much speaks for a person as the one whom a description means."""

from __future__ import annotations

from extract.quotes.speakers.description_ranking import WEIGHTS, nobody_features, person_features
from tests.marked_texts import make_index, span_of
from tests.quotes.speakers.turns import history

TEXT = (
    "Ada Brunn met Jan Holt. “No,” Brunn said. A broker agreed. Nobody else came. The customs broker left."
    " Then Pim Vos came."
)


def features(name: str, *past: tuple[str, str]) -> dict[str, float]:
    index = make_index(TEXT, people=["Ada Brunn", "Brunn", "Jan Holt", "Pim Vos"])
    person = next(person for person in index.people if person.canonical == name)
    return person_features(
        index,
        person,
        span_of(TEXT, "The customs broker"),
        history(index, *past),
        called=False,
        modifiers=0,
        another=False,
        other_role=False,
    )


def test_who_spoke_last_has_the_most_for_it() -> None:
    brunn, holt = (features(name, ("Ada Brunn", "No")) for name in ("Ada Brunn", "Jan Holt"))
    assert (brunn["spoke_last"], holt["spoke_last"]) == (1.0, 0.0)
    assert brunn["quotes"] > holt["quotes"] == 0.0
    assert brunn["mentions"] > holt["mentions"]
    assert min(WEIGHTS[name] for name in ("spoke_last", "quotes", "mentions")) > 0


def test_who_is_named_only_later_has_that_against_it() -> None:
    assert [features(name)["later"] for name in ("Ada Brunn", "Pim Vos")] == [0.0, 1.0]
    assert WEIGHTS["later"] < 0


def test_a_subject_opens_its_sentence_outside_quotations() -> None:
    assert [features(name)["subject"] for name in ("Ada Brunn", "Pim Vos")] == [1.0, 0.0]


def test_several_people_and_an_unnamed_speaker_speak_for_nobody() -> None:
    index = make_index(TEXT, people=["Ada Brunn", "Jan Holt", "Pim Vos"])
    mention = span_of(TEXT, "The customs broker")
    found = nobody_features(index, index.people, mention, "broker", history(index))
    assert (
        found["people"]
        > nobody_features(index, index.people[:1], mention, "broker", history(index))["people"]
    )
    assert found["unnamed_last"] == found["unnamed_before"] == 0.0
    assert min(WEIGHTS["people"], WEIGHTS["unnamed_last"], WEIGHTS["unnamed_before"]) > 0
