"""Which marks of a paragraph are partners, by the cheapest reading of all of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.layout.quotation_marks.mark_costs import read_marks
from extract.layout.quotation_marks.pairing import Pairing, pair_marks
from extract.spans import CharSpan

STRAIGHT = '"We will mend the ferry," Ilse Moen said. "It sails again in May, and not before."'
CURLY = "“We will mend the ferry,” Ilse Moen said. “It sails again in May, and not before.”"
BRITISH = "‘We won’t mend the ferry,’ Ilse Moen said. ‘It’s the crews’ choice, and not “ours”.’"


def pairing_of(text: str) -> Pairing:
    found = pair_marks(text, CharSpan(0, len(text)))
    assert found is not None
    return found


def pairs_of(text: str) -> list[tuple[int, int]]:
    return sorted((opening.start, closing.start) for opening, closing in pairing_of(text).pairs)


def quoted(text: str) -> list[str]:
    """What stands between the marks of each pair, outer ones first."""
    pairs = sorted(pairing_of(text).pairs, key=lambda pair: pair[0].start)
    return [text[opening.end : closing.start] for opening, closing in pairs]


def stray(text: str) -> list[int]:
    return [mark.start for mark in pairing_of(text).stray if not mark.doubtful]


def test_a_paragraph_without_marks_has_no_pairing() -> None:
    assert pair_marks("The ferry is late.", CharSpan(0, 18)) is None


@pytest.mark.parametrize("text", [STRAIGHT, CURLY, BRITISH])
@pytest.mark.parametrize("mark", ['"', "“", "”"])
def test_a_mark_inside_a_word_is_the_stray_one(text: str, mark: str) -> None:
    before = pairs_of(text)
    for at in range(1, len(text)):
        if text[at - 1].isalpha() and text[at].isalpha():
            spoilt = text[:at] + mark + text[at:]
            assert stray(spoilt) == [at]
            assert pairs_of(spoilt) == [(a + (a >= at), b + (b >= at)) for a, b in before]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We will” mend the ferry," Moen said.', ["We will” mend the ferry,"]),
        ("“We will” mend the ferry,” Moen said.", ["We will” mend the ferry,"]),
        ("“We “will mend the ferry,” Moen said.", ["We “will mend the ferry,"]),
        ('"We will mend the ferry" ," Moen said. "In May."', ['We will mend the ferry" ,', "In May."]),
        ('Moen, who is "67, said: "We will mend it."', ["We will mend it."]),
        ("Moen said it is “late”, the crew” agreed.", ["late"]),
        ("« We will » mend it, Moen said. “In May.”", [" We will ", "In May."]),
    ],
)
def test_the_better_set_of_two_marks_has_the_partner(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We will go. We must.", 0),
        ('Moen said: "We will go. We must.', 11),
        ("Moen called it “a shame for the town.", 15),
        ("‘We will go. We must.", 0),
    ],
)
def test_a_quotation_without_its_closing_mark_runs_to_the_end(text: str, expected: int) -> None:
    found = pairing_of(text)
    assert found.running is not None
    assert (found.running.start, found.pairs, found.stray) == (expected, (), ())


@pytest.mark.parametrize("text", ["We will go,” Moen said.", 'The fer"ry is late.', "It is “ late."])
def test_no_other_mark_alone_opens_a_quotation(text: str) -> None:
    assert pairing_of(text).running is None


def test_a_mark_behind_which_others_pair_does_not_run_on() -> None:
    text = '"We will go, Moen said. "And we must," she added.'
    assert pairing_of(text).running is None
    assert quoted(text) == ["And we must,"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The plan was “ready.”1 Others said “not so fast”.[2] And “never”* too.", 3),
        ('She said,"We go now," and left."Fine," he said.', 2),
        ("“We go,“ he said. ”We stay,” she said.", 2),
        ("``We go,'' he said. `No,' she said. ``He told us `no' twice.''", 4),
        ("„Wir gehen“, said he. „Ja”, said she. ‚Nein‘, said he. »Doch«, said she. ›Ja‹, said he.", 5),
        ("「We go」, said the minister. 『Never』, she added.", 2),
        ('" We go , " he said . " We stay . "', 2),
        ("“Go,” “stay”, “wait” — they “could not” say.", 4),
        ("'The Moens' house was ours,' he said, 'and the crews' too.'", 2),
        ("'I left in the '90s,' she said. 'Back in '92 we'd rock 'n' roll.'", 2),
        ("‘“We won,” she told me,’ he said. “‘We won,’ she told me,” he said.", 4),
        ('"He is 6\'2"," the coach said. "He is 5\' 10" at most."', 2),
    ],
)
def test_every_mark_has_its_partner(text: str, expected: int) -> None:
    assert len(pairing_of(text).pairs) == expected
    assert stray(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "He’s 6'2\" and his brother is 6′2″ or 5' 10\", she said.",
        "'Tis a pity, said O'Neill. 'Twas better in the '90s, before rock 'n' roll.",
        "The workers' rights, the bosses' fears, and 'em too; 'cause the dogs' tails wag.",
        '2" x 4" boards at 8\' lengths',
    ],
)
def test_apostrophes_feet_and_inches_pair_with_nothing(text: str) -> None:
    found = pair_marks(text, CharSpan(0, len(text)))
    assert found is None or (found.pairs, stray(text)) == ((), [])


@given(st.text(alphabet="aS .,'’‘“”\"«»„`5-「」"))
def test_every_mark_is_read_once(text: str) -> None:
    span = CharSpan(0, len(text))
    found = pair_marks(text, span)
    marks = read_marks(text, span)
    if found is None:
        assert marks == []
        return
    used = [mark for pair in found.pairs for mark in pair] + list(found.stray)
    used += [found.running] if found.running is not None else []
    assert sorted(mark.start for mark in used) == [mark.start for mark in marks]
    assert all(opening.family == closing.family for opening, closing in found.pairs)
    assert all(opening.end <= closing.start for opening, closing in found.pairs)


@given(st.text(alphabet="aS .,'’‘“”\"«»„`5-"), st.integers(0, 40))
def test_marks_are_read_in_their_paragraph_alone(text: str, before: int) -> None:
    alone = pair_marks(text, CharSpan(0, len(text)))
    beside = pair_marks('"' * before + text + "“", CharSpan(before, before + len(text)))
    assert (alone is None) == (beside is None)
    if alone is not None and beside is not None:
        assert [mark.start + before for mark in alone.stray] == [mark.start for mark in beside.stray]
