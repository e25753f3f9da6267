"""Pages, documents and exports that no reader should trip over."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.article import Article
from extract.readers import read_articles
from tests.readers.damage import read_damaged
from tests.readers.documents import FACTIVA_PAGE, NEXIS, PAGE, RIS, rtf, word_document, workbook

SOUND = {
    "a.html": PAGE.format(charset="utf-8").encode(),
    "b.html": FACTIVA_PAGE.encode(),
    "a.docx": word_document(NEXIS.splitlines()),
    "a.rtf": rtf(NEXIS.splitlines()),
    "a.xlsx": workbook(A=[["text"], ["It rained."], ["No."]]),
    "a.ris": RIS.encode(),
}
SENTENCE = "<p>It rained all day in Norrhamn, and the harbour was closed.</p>"


@settings(max_examples=150, deadline=None)
@given(data=st.data(), name=st.sampled_from(sorted(SOUND)))
def test_no_damage_raises_or_is_an_error_of_a_library(data: st.DataObject, name: str) -> None:
    for item in read_damaged(data, name, SOUND[name]):
        assert isinstance(item, Article) or item.kind in ("ArticleError", "BadZipFile"), item


@pytest.mark.timeout(120)
@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("deep.html", "<div><b>" * 100_000 + SENTENCE),
        ("attributes.html", "<p " + " ".join(f"a{n}=1" for n in range(100_000)) + ">" + SENTENCE),
        ("tags.html", "<a" * 300_000 + SENTENCE),
        ("script.html", "<script>" + "a<b " * 300_000 + "</script>" + SENTENCE),
        ("words.html", "&amp;" * 300_000 + SENTENCE + "a " * 300_000),
        ("json.html", '<script type="application/ld+json">' + "[" * 100_000 + "</script>" + SENTENCE),
        ("links.rtf", "{\\rtf1 " + "{\\field{\\*\\fldinst{ " * 30_000 + "No.}"),
        ("fonts.rtf", "{\\rtf1{\\fonttbl" + "\\f0 " * 100_000 + "}No.}"),
        ("font.rtf", "{\\rtf1{\\fonttbl\\f0\\fcharset0 " + "a" * 100_000 + "}No.}"),
        ("groups.rtf", "{\\rtf1" + "{" * 300_000 + "No." + "}" * 300_001),
        ("picture.rtf", "{\\rtf1{\\pict " + "0f" * 2_000_000 + "}No.}"),
        ("hidden.rtf", "{\\rtf1 " + "{\\v x" * 100_000 + "\\v x" * 100_000 + "{No.}}"),
        ("bodies.txt", "Body\n" * 200_000),
        ("ends.txt", "Load-Date: x\nBody\nEnd of Document\n" * 20_000),
        ("rules.txt", ("_" * 30 + "\nFull text: No.\nPublication title: b\n") * 20_000),
        ("numbers.txt", "1 words\nDocument " + "a" * 24 + "\n" * 20_000),
        ("records.ris", "TY  - N\nN2  - No.\n" * 20_000),
    ],
)
def test_a_hostile_file_is_read_or_fails_before_the_time_limit(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text)
    assert list(read_articles([tmp_path]))
