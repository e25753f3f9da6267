"""Title phrases in front of a name and behind it."""

from __future__ import annotations

import pytest

from extract.quotes.speakers.title_phrases import appositive, prenominal, titles_of
from tests.marked_texts import make_index, span_of


@pytest.mark.parametrize(
    ("before", "title"),
    [
        ("Finance Minister ", "Finance Minister"),
        ("The bank’s chief executive, ", None),
        ("In May, spokeswoman ", "spokeswoman"),
        ("On Monday spokeswoman ", "spokeswoman"),
        ("Norvik Bank chief executive ", "Norvik Bank chief executive"),
        ("Deputy Minister of Defence ", "Deputy Minister of Defence"),
        ("He met ", None),
        ("Mr. ", None),
        ("It lost, former director ", "former director"),
        ("The head of the Harbour Safety Bureau (HSB) ", "head of the Harbour Safety Bureau"),
    ],
)
def test_title_in_front_of_a_name(before: str, title: str | None) -> None:
    index = make_index(text := before + "Ada Brunn spoke.", people=["Ada Brunn"])
    found = prenominal(index, span_of(text, "Ada Brunn"))
    assert (found.of(text) if found else None) == title


def test_the_name_of_another_is_no_part_of_a_title() -> None:
    index = make_index(text := "Mayor Jan Holt and Ada Brunn spoke.", people=["Jan Holt", "Ada Brunn"])
    assert prenominal(index, span_of(text, "Ada Brunn")) is None


@pytest.mark.parametrize(
    ("after", "title"),
    [
        (", a teacher who led the strike, left.", "a teacher who led the strike"),
        (", a surgeon who led the team, left.", "a surgeon who led the team"),
        (", director of the Harbour Bureau, left.", "director of the Harbour Bureau"),
        (", chief executive.", "chief executive"),
        (", spokeswoman, left.", "spokeswoman"),
        (", and a surgeon, left.", None),
        (", said a surgeon, left.", None),
        (", the biggest of all, left.", None),
        (" left.", None),
    ],
)
def test_title_behind_a_name(after: str, title: str | None) -> None:
    index = make_index(text := "Ada Brunn" + after, people=["Ada Brunn"])
    found = appositive(index, span_of(text, "Ada Brunn"))
    assert (found.of(text) if found else None) == title


def test_titles_of_a_person_come_from_all_mentions() -> None:
    text = "Ada Brunn, a teacher, spoke. At noon Health Minister Brunn left."
    index = make_index(text, people=["Ada Brunn", "Brunn"])
    assert [span.of(text) for span in titles_of(index, index.people[0])] == ["a teacher", "Health Minister"]
