"""Mails and pages saved as one file."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest

from extract.article import Article, Failure
from extract.readers import read_articles

PAGE = """<html><head><title>Ferry to stop</title></head><body><article><h1>Ferry to stop</h1>
<p>The ferry to Skarra will stop in May, its owner Norvik Lines has said in a letter.</p>
<p>“Nobody sails on goodwill,” said Ada Brunn, who runs the company’s café on board.</p></article></body>
</html>"""
SAVED = f"""From: <Saved by Blink>
Snapshot-Content-Location: https://islander.example/ferry
Subject: Ferry to stop
Date: Tue, 3 Feb 2026 09:00:00 -0000
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="----B"

------B
Content-Type: text/html
Content-Transfer-Encoding: 8bit
Content-Location: https://islander.example/ferry

{PAGE}
------B
Content-Type: text/html
Content-Transfer-Encoding: 8bit

<p>A frame with “goods,” said the Shop of Things. Buy them all now.</p>
------B--
"""


def read(path: Path, data: bytes) -> Article | Failure:
    path.write_bytes(data)
    [found] = read_articles([path])
    return found


def article(path: Path, data: bytes) -> Article:
    found = read(path, data)
    assert isinstance(found, Article), found
    return found


def mail(*, charset: str = "utf-8", page: str | None = PAGE) -> bytes:
    message = EmailMessage()
    message["From"], message["Subject"] = "The Islander <news@islander.example>", "Your morning: the ferry"
    message["Date"] = "Tue, 03 Feb 2026 06:00:00 +0000"
    message.set_content("The ferry will stop, Norvik Lines said.", charset=charset)
    if page is not None:
        message.add_alternative(page, subtype="html", charset=charset)
    message.add_attachment("“No,” said the attached file.", filename="a.txt")
    return bytes(message)


def test_a_saved_page_is_its_first_page_and_nobody_sent_it(tmp_path: Path) -> None:
    found = article(tmp_path / "a.mhtml", SAVED.replace("\n", "\r\n").encode())
    assert found.text.startswith("Ferry to stop\n\nThe ferry to Skarra")
    assert "“Nobody sails on goodwill,” said Ada Brunn, who runs the company’s café" in found.text
    assert "Shop of Things" not in found.text
    assert (found.title, found.published, found.publisher) == ("Ferry to stop", None, None)


@pytest.mark.parametrize("charset", ["utf-8", "cp1252"])
def test_a_mail_has_subject_day_and_sender(tmp_path: Path, charset: str) -> None:
    found = article(tmp_path / "a.eml", mail(charset=charset))
    assert "“Nobody sails on goodwill,” said Ada Brunn, who runs the company’s café" in found.text
    assert (found.title, found.published, found.publisher) == (
        "Your morning: the ferry",
        "2026-02-03",
        "The Islander",
    )


@pytest.mark.parametrize("page", [None, "<p>Open in a browser</p>"])
def test_a_mail_without_an_article_as_a_page_is_its_plain_text(tmp_path: Path, page: str | None) -> None:
    found = article(tmp_path / "a.eml", mail(page=page))
    assert found.text.strip() == "The ferry will stop, Norvik Lines said."


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"\x00\x01\x02 no mail", "this is not an email or a saved page"),
        (b"From: a@b.example\nSubject: None\n\n", "there is neither a page nor text in it"),
        (SAVED[: SAVED.index("<p>The ferry")].encode(), "there is no article in this page"),
        (b"From: =?x?q?\xff?= <\nDate: never\nContent-Type: text/html\n\n<p>", "there is no article"),
    ],
)
def test_a_damaged_mail_is_a_failure(tmp_path: Path, data: bytes, problem: str) -> None:
    found = read(tmp_path / "a.eml", data)
    assert isinstance(found, Failure)
    assert problem in found.message


def test_what_a_browser_saves_beside_a_page_is_no_article(tmp_path: Path) -> None:
    (tmp_path / "Ferry.html").write_text(PAGE, encoding="utf-8")
    for folder in ("Ferry_files", "Other_files", "Ferry_files/more"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "frame.html").write_text(PAGE, encoding="utf-8")
    found = [item.id for item in read_articles([tmp_path]) if isinstance(item, Article)]
    assert found == ["Ferry.html", "Other_files/frame.html"]
