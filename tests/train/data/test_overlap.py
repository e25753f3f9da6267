from __future__ import annotations

from extract.train.data.overlap import without
from extract.train.data.row import Row

REPORT = (
    "The port of Almsund stays shut until Friday, and nobody sails before the east wall has been mended. "
    "Nordkai Shipping takes its passengers to Port Selby by coach in the meantime."
)
OTHER = (
    "Norvik Bank closes nine of its branches in spring, which the union of bank clerks learned from a "
    "newspaper, and in the same week it opens an office in the harbour."
)


def row(text: str) -> Row:
    return Row(set="x", text=text)


def test_the_article_itself_and_most_of_it_are_left_out() -> None:
    rows = [row(REPORT), row(OTHER), row(REPORT.upper() + "\n\n" + OTHER), row("Short.")]
    assert without(rows, [REPORT]) == [rows[1], rows[3]]


def test_a_sentence_in_common_is_not_enough() -> None:
    common = row(
        OTHER + " " + OTHER.replace("i", "y") + " Nobody sails before the east wall has been mended."
    )
    assert without([common], [REPORT]) == [common]
