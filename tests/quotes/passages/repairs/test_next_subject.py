"""Subjects of the next cue."""

from __future__ import annotations

import pytest

from extract.quotes.passages.repairs.next_subject import with_next_subjects
from tests.marked_texts import make_attribution
from tests.quotes.passages.repairs.attributions import parts


def test_the_subject_of_the_next_cue_is_no_content() -> None:
    text = "An institute says that prices fell, and its director, Ada Brunn, thinks that they will rise."
    one = make_attribution(
        text, "that prices fell, and its director, Ada Brunn,", cue="says", source="An institute"
    )
    other = make_attribution(text, "that they will rise", cue="thinks", source="An institute")
    assert parts(text, *with_next_subjects(text, [one, other])) == [
        (["An institute"], ["that prices fell"]),
        (["its director, Ada Brunn"], ["that they will rise"]),
    ]


@pytest.mark.parametrize("cue", ["adding", "added"])
def test_what_a_comma_parts_from_the_next_cue_is_not_its_subject(cue: str) -> None:
    text = f"The firm said that it met Jan Holt and Ada Brunn, {cue} that talks went on."
    one = make_attribution(text, "that it met Jan Holt and Ada Brunn", cue="said", source="The firm")
    other = make_attribution(text, "that talks went on", cue=cue, source="The firm")
    assert [source for source, _ in parts(text, *with_next_subjects(text, [one, other]))] == [
        ["The firm"],
        ["The firm"],
    ]
