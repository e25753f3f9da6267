"""Texts of tables that hold HTML or backslashes."""

from __future__ import annotations

import pytest

from extract.errors import InputError
from extract.readers import Fields
from extract.readers.article.escapes import detect_escape, undo_escapes


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (
            "<p>Rain &amp; wind.</p><p>“We\nwait,” said <b>Ad</b>a.</p>",
            "Rain & wind.\n\n“We wait,” said Ada.",
        ),
        ("Rain.\n\n&ldquo;No,&rdquo; she said.", "Rain.\n\n“No,” she said."),
        (
            "Rain.<br>Wind.<br/><br/>Hail.<ul><li>one</li><li>two</li></ul>",
            "Rain.\nWind.\n\nHail.\n\none\n\ntwo",
        ),
        ("One line\nand <i>another</i>\n\nand a third", "One line\nand another\n\nand a third"),
        ("&lt;p&gt;AT&amp;amp;T&lt;/p&gt;&lt;p&gt;rang.&lt;/p&gt;", "AT&T\n\nrang."),
        ("<div>Rain.<script>alert('no')</script><!-- no --> Wind.</div>", "Rain. Wind."),
        ("a < b &amp; c > d", "a < b & c > d"),
        ("<p></p>", ""),
    ],
)
def test_html_is_read_for_what_it_shows(written: str, meant: str) -> None:
    assert undo_escapes(written, ["html"]) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (r"Rain.\n\n\"No,\" she said.", 'Rain.\n\n"No," she said.'),
        (r"It\u2019s \ud83d\ude00", "It’s 😀"),
        (r"C:\\new and \d", "C:\\new and \\d"),
    ],
)
def test_backslashes_are_read_for_what_they_stand_for(written: str, meant: str) -> None:
    assert undo_escapes(written, ["backslash"]) == meant


@pytest.mark.parametrize(
    ("text", "escape"),
    [
        ("<p>Rain.</p>", "html"),
        ("AT&amp;T rang.", "html"),
        (r"Rain.\n\nWind.", "backslash"),
        ("Rain.\n\nThe file is C:\\new.", None),
        ("AT&T is < 5 and > 3; R&D; <3", None),
    ],
)
def test_what_looks_escaped(text: str, escape: str | None) -> None:
    assert detect_escape(text) == escape


def test_an_unknown_escape_is_refused() -> None:
    with pytest.raises(InputError, match="'xml'; choose from backslash, html"):
        Fields(unescape=("xml",))
