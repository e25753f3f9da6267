"""Quotation marks, contents and types."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.layout.paragraphs import paragraph_spans
from extract.layout.quotation_marks.quotations import Quotation, Quotations, find_quotations, trim_quotation
from extract.quotes.passages.quote_type import quotation_type
from extract.spans import CharSpan
from tests.growth import assert_linear


def marks_of(text: str) -> Quotations:
    return find_quotations(text, paragraph_spans(text))


def inner(text: str) -> list[str]:
    return [quotation.inner.of(text) for quotation in marks_of(text).paired]


def span_of(text: str, words: str) -> CharSpan:
    start = text.index(words)
    return CharSpan(start, start + len(words))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“There is no progress”, – he said .", ["There is no progress"]),
        ('"We will appeal," Rivera said. "It is wrong."', ["We will appeal,", "It is wrong."]),
        ("``We will appeal, '' Rivera said. ``It is.''", ["We will appeal, ", "It is."]),
        ("''We will appeal,'' Rivera said.", ["We will appeal,"]),
        ("‘We won’t go,’ she said.", ["We won’t go,"]),
        ("'We won't go,' she said.", ["We won't go,"]),
        ("«Non», dit-elle. « Oui », dit-il. »Ja«, sagte er.", ["Non", " Oui ", "Ja"]),
        ("\u202a”Gates now,” she wrote.", ["Gates now,"]),
        ("'90 per cent of it,' she said.", ["90 per cent of it,"]),
        ("„Das Tor ist zu“, sagte sie. „Nie” mówi.", ["Das Tor ist zu", "Nie"]),
        ('She wants "more gates” and “fewer walls".', ["more gates", "fewer walls"]),
        ('("Hello")—"you"—and "me"-"us"', ["Hello", "you", "me", "us"]),
        ('of the three..."is the best one."', ["is the best one."]),
        ("” … he was late,” Brunn wrote.", [" … he was late,"]),
        ('The gates are open to all," For example, schools may visit".', [" For example, schools may visit"]),
    ],
)
def test_quotations_of_one_level(text: str, expected: list[str]) -> None:
    assert inner(text) == expected
    assert marks_of(text).unpaired == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“She said ‘no’ to us,” he said.", [("She said ‘no’ to us,", 0), ("no", 1)]),
        ("‘She said “no” to us,’ he said.", [("She said “no” to us,", 0), ("no", 1)]),
        ("\"It was 'great.'\"", [("It was 'great.'", 0), ("great.", 1)]),
        ("``She said `no.''' Then he left.", [("She said `no.'", 0), ("no.", 1)]),
        ("“He said “no” twice,” she said.", [("He said “no” twice,", 0), ("no", 1)]),
    ],
)
def test_quotation_inside_a_quotation(text: str, expected: list[tuple[str, int]]) -> None:
    assert [(found.inner.of(text), found.depth) for found in marks_of(text).paired] == expected


@pytest.mark.parametrize(
    "text",
    [
        "The players' union and the clubs' board don't agree; rock 'n' roll, get 'em, '90s, ’tis.",
        "The players’ union and the clubs’ board don’t agree; rock ’n’ roll, get ’em, ’90s, ‘til.",
        "The '64 model, a visitors' favourite, ran in ‘16.",
        "He's 5'10\" tall, she 6' 2\", and the pipe is 12\" wide.",
    ],
)
def test_apostrophes_feet_and_inches_are_no_quotations(text: str) -> None:
    assert marks_of(text) == Quotations((), ())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("‘The players’ union is right,’ she said.", ["The players’ union is right,"]),
        ("'The players' union is right,' she said.", ["The players' union is right,"]),
        ("She called it ‘the clubs’ and left.", ["the clubs"]),
        ('"We laid a 12" pipe," he said.', ['We laid a 12" pipe,']),
        ('"It was built in 1912" is all he said.', ["It was built in 1912"]),
        ("'We moved in 1912,' she said.", ["We moved in 1912,"]),
    ],
)
def test_quotation_with_an_apostrophe_or_inches_in_it(text: str, expected: list[str]) -> None:
    assert inner(text) == expected


@pytest.mark.parametrize("mark", ["“", "”", '"', "``", "«"])
def test_stray_mark_is_reported_and_shifts_nothing(mark: str) -> None:
    text = f"The {mark} wall. She called it “fine” and “safe”.\n\n“Good,” he said."
    assert inner(text) == ["fine", "safe", "Good,"]
    assert [span.of(text) for span in marks_of(text).unpaired] == [mark]


def test_mark_that_is_never_closed_leaves_the_next_pair_alone() -> None:
    text = '"He is not tall, Arroyo said. "You plan a city around him."'
    assert inner(text) == ["You plan a city around him."]
    assert marks_of(text).unpaired == (CharSpan(0, 1),)


@pytest.mark.parametrize(("opening", "closing"), [('"', '"'), ("“", "”"), ("‘", "’"), ("«", "»")])
def test_paragraph_that_opens_a_mark_again_continues_the_quotation(opening: str, closing: str) -> None:
    text = "\n\n".join(["{}One.", "{}Two.", "{}Three,| and left.", "{}New.|"])
    text = text.replace("{}", opening).replace("|", closing)
    chains = marks_of(text).chains()
    assert [[part.inner.of(text) for part in chain] for chain in chains] == [
        ["One.", "Two.", "Three,"],
        ["New."],
    ]
    assert [part.closed for part in chains[0]] == [False, False, True]


def test_closed_quotation_is_not_continued() -> None:
    assert [found.continues for found in marks_of("“One.”\n\n“Two.”").paired] == [False, False]


_SAFE = st.text(alphabet="ab .,'’‘“”\"«»„`5\n", max_size=80)


@given(st.lists(_SAFE, min_size=3, max_size=3), st.sampled_from('"“”„«»‘’'), st.data())
def test_stray_mark_changes_the_quotations_of_its_paragraph_only(
    texts: list[str], mark: str, data: st.DataObject
) -> None:
    texts = [text.replace("\n", " ").strip() or "x" for text in texts]
    before = _by_paragraph(texts)
    place = data.draw(st.integers(0, len(texts[1])))
    texts[1] = texts[1][:place] + mark + texts[1][place:]
    after = _by_paragraph(texts)
    assert [after[0], after[2]] == [before[0], before[2]]


def _by_paragraph(texts: list[str]) -> list[list[tuple[CharSpan, CharSpan, int, bool]]]:
    """The quotations of each paragraph, by offsets in it, without their flag of continuation."""
    spans = []
    start = 0
    for text in texts:
        spans.append(CharSpan(start, start + len(text)))
        start += len(text) + 2
    found = find_quotations("\n\n".join(texts), spans).paired
    return [
        [
            (_moved(one.outer, span.start), _moved(one.inner, span.start), one.depth, one.closed)
            for one in found
            if span.holds(one.outer)
        ]
        for span in spans
    ]


def _moved(span: CharSpan, by: int) -> CharSpan:
    return CharSpan(span.start - by, span.end - by)


@given(st.text(alphabet="aS .,'’‘“”\"«»„`5-\n"))
def test_quotations_nest_in_order(text: str) -> None:
    found = marks_of(text)
    open_ones: list[Quotation] = []
    for one in found.paired:
        assert one.outer.holds(one.inner)
        while open_ones and open_ones[-1].outer.end <= one.outer.start:
            open_ones.pop()
        assert len(open_ones) == one.depth
        assert not open_ones or open_ones[-1].inner.holds(one.outer)
        open_ones.append(one)
        assert one in found.over(one.inner) or not len(one.inner)
    assert list(found.unpaired) == sorted(found.unpaired)


@pytest.mark.slow
@pytest.mark.parametrize("piece", ['"', "' ", '"a ', "“‘", "a” ", '5" ', "``''"])
def test_marks_take_linear_time(piece: str) -> None:
    assert_linear(lambda text: find_quotations(text, [CharSpan(0, len(text))]), piece, 100_000)


@pytest.mark.parametrize(
    ("content", "trimmed"),
    [
        ("“There is no progress,”", "There is no progress"),
        ("“There is no progress”.", "There is no progress"),
        ('"Is there progress?"', "Is there progress?"),
        ("\"It was 'great.'\"", "It was 'great.'"),
        ("``No progress, ''", "No progress"),
        ('there was "no progress"', 'there was "no progress"'),
        ('it was "a great day for the harbour."', 'it was "a great day for the harbour."'),
        ('there was "no progress".', 'there was "no progress"'),
        ('"Hundreds came" and many stayed', '"Hundreds came" and many stayed'),
        ("“no progress”, and “no hope”", "“no progress”, and “no hope”"),
        ("“There is no progress", "There is no progress"),
        ("there is no progress,”", "there is no progress"),
        ("– there is none, –", "there is none"),
        ("they live in the U.S.", "they live in the U.S."),
        ("we waited...", "we waited..."),
        ("the wall is the players'", "the wall is the players'"),
        ("“”", ""),
        (" ", ""),
    ],
)
def test_trimmed_content(content: str, trimmed: str) -> None:
    text = f"Brunn said {content} x"
    span = CharSpan(11, 11 + len(content))
    assert trim_quotation(text, span).of(text) == trimmed


@given(st.text(alphabet="aU .,'“”\"–"))
def test_trimming_stays_inside_and_twice_is_once_more(content: str) -> None:
    span = CharSpan(0, len(content))
    assert span.holds(trim_quotation(content, span))


@pytest.mark.parametrize(
    ("text", "content", "expected"),
    [
        ("“We will appeal,” Rivera said.", ["We will appeal"], "direct"),
        ("“We will appeal,” Rivera said.", ["“We will appeal,”"], "direct"),
        ('"We will," he said. "It is wrong."', ["We will", "It is wrong"], "direct"),
        (
            "“They will come, the diplomat said, – Many of them.”",
            ["They will come", "Many of them"],
            "direct",
        ),
        ("He said it was “fine”.", ["it was “fine”"], "mixed"),
        ("He said they would “fight” on. “To the end.”", ["they would “fight” on", "To the end"], "mixed"),
        ("He said that they would appeal.", ["they would appeal"], "indirect"),
        ("He said it on Channel “Nord 24”.", ["it on Channel “Nord 24”"], "indirect"),
        ("“She told me that we are late,” he said.", ["we are late"], "indirect"),
        ("“We are late. Nobody told us. We go,” he said.", ["Nobody told us"], "direct"),
    ],
)
def test_type_of_a_content(text: str, content: list[str], expected: str) -> None:
    spans = [span_of(text, words) for words in content]
    assert quotation_type(text, spans, marks_of(text)) == expected


def test_overlapping_quotations_are_found_in_long_texts() -> None:
    text = "\n\n".join(["“One ‘two’ three,” she said. “Four.”"] * 50)
    found = marks_of(text)
    last = CharSpan(text.rindex("two"), text.rindex("two") + 3)
    assert [one.inner.of(text) for one in found.over(last)] == ["One ‘two’ three,", "two"]
    assert [one.inner.of(text) for one in found.over(CharSpan(len(text) - 4, len(text)))] == ["Four."]
