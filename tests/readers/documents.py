"""Small files of every format that holds articles, made for the tests."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import Any

from docx import Document
from openpyxl import Workbook

PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="{charset}"><title>Harbour strike ends | The Quay Post</title>
<meta property="og:title" content="Harbour strike ends">
<meta property="og:site_name" content="The Quay Post">
<meta property="article:published_time" content="2031-04-06T10:22:00+02:00">
<meta name="author" content="Ada Quill"></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a> <a href="/weather">Weather</a></nav>
<article><h1>Harbour strike ends</h1>
<p>Dockers at the port of Norrhamn went back to work on Tuesday after eleven days, and the cranes were moving
again by noon.</p>
<p>“We got what we asked for – every crown of it,” said Märta Lindqvist, who leads the dockers’ union, at the
gate of the northern terminal.</p>
<p>Nordvik Shipping said that the agreement would cost it four million a year and that fares would
not rise.</p>
</article><footer>Copyright The Quay Post. All rights reserved.
<a href="/privacy">Privacy</a></footer></body></html>
"""

NEXIS = """Page 1 of 3
User Name: = A. Reader
Date and Time: = Monday, 7 April 2031 10:22:00 CET
Job Number: = 100200300
Documents (2)
1. Harbour strike ends
Client/Matter: -None-
Search Terms: harbour AND strike
Search Type: Terms and Connectors
Harbour strike ends
The Quay Post
April 6, 2031 Tuesday
Late Edition - Final
Copyright 2031 Quay Post Company All Rights Reserved
Section: Section A; Column 0; Pg. 1
Length: 42 words
Byline: By ADA QUILL
Dateline: NORRHAMN
Body
Dockers went back to work on Tuesday.
“We got what we asked for,” said Märta Lindqvist.
Graphic
PHOTO: The northern terminal.
Classification
Language: ENGLISH
Publication-Type: Newspaper
Load-Date: April 7, 2031
End of Document
Fares will not rise, Nordvik says
Western Mail
7 April 2031
Copyright 2031 Western Mail Ltd All Rights Reserved
Section: NEWS; Pg. 4
Length: 12 words
Body
Nordvik Shipping said that fares would not rise.
Load-Date: April 7, 2031
End of Document
"""

LEXISNEXIS = """



Download Request: Selected Items: 1-2
Time Of Request: Monday, April 7, 2031  10:22:00

Terms: (harbour and strike)


                               1 of 2 DOCUMENTS



                                 The Quay Post

                             April 6, 2031 Tuesday
                                   Edition 1;
                                    National

Harbour strike ends

BYLINE: Ada Quill

SECTION: NEWS; Pg. 4

LENGTH: 42 words

DATELINE: NORRHAMN


Dockers went back to work on Tuesday.

“We got what we asked for,” said Märta Lindqvist.

LOAD-DATE: April 7, 2031

LANGUAGE: ENGLISH

PUBLICATION-TYPE: Newspaper


                       Copyright 2031 Quay Post Company
                              All Rights Reserved


                               2 of 2 DOCUMENTS


                      Copyright 2031 Western Mail Company
                                  Western Mail

                 April 7, 2031, Wednesday, Late Edition - Final

SECTION: Section A; Page 1; Column 5

LENGTH: 12 words

HEADLINE: Fares will not rise,
 Nordvik says

BODY:
   Nordvik Shipping said that fares would not rise.

GRAPHIC: Photo: The northern terminal.

LOAD-DATE: April 7, 2031
"""

FACTIVA_CODES = """HD  Harbour strike ends
BY  By Ada Quill
WC  42 words
PD  6 April 2031
ET  10:22
SN  The Quay Post
SC  QUAY
LA  English
CY  (Copyright (c) 2031, Quay Post Company)
LP
Dockers went back to work on Tuesday.
TD
“We got what we asked for,” said Märta Lindqvist.
CO  nordvk : Nordvik Shipping AB
NS  gstrik : Labor Disputes
PUB  Quay Post Company
AN  Document QUAY000020310406er4600001
HD  Fares will not rise, Nordvik says
WC  12 words
PD  7 April 2031
SN  Western Mail
LA  English
LP  Nordvik Shipping said that fares would not rise.
AN  Document WMAIL00020310407er4700002
"""

FACTIVA_PLAIN = """Harbour strike ends
By Ada Quill
42 words
6 April 2031
10:22
The Quay Post
QUAY
A1
English
(Copyright (c) 2031, Quay Post Company)
Dockers went back to work on Tuesday.
“We got what we asked for,” said Märta Lindqvist.
Document QUAY000020310406er4600001
Fares will not rise, Nordvik says
12 words
7 April 2031
Western Mail
WMAIL
English
© 2031 Western Mail Ltd
Nordvik Shipping said that fares would not rise.
Document WMAIL00020310407er4700002
"""

FACTIVA_PAGE = """<html><head><meta charset="utf-8"><title>Factiva</title></head><body>
<div id="article-QUAY000020310406er4600001" class="article enArticle"><div id="hd"><span class="enHeadline">
Harbour strike ends</span></div><div class="author">By Ada Quill</div><div>42 words</div>
<div>6 April 2031</div>
<div>10:22</div><div>The Quay Post</div><div>QUAY</div><div>English</div>
<div>(Copyright (c) 2031, Quay Post Company)</div>
<p class="articleParagraph enarticleParagraph">Dockers went back to work on Tuesday.</p>
<p class="articleParagraph enarticleParagraph">“We got what we asked for,” said Märta Lindqvist.</p>
<p>Document QUAY000020310406er4600001</p></div>
<div id="article-WMAIL00020310407er4700002" class="article enArticle"><table>
<tr><td class="index"><b>HD</b>&nbsp;</td><td>
<span class="enHeadline">Fares will not rise, Nordvik says</span></td></tr>
<tr><td class="index"><b>WC</b>&nbsp;</td><td>12 words</td></tr>
<tr><td class="index"><b>PD</b>&nbsp;</td><td>7 April 2031</td></tr>
<tr><td class="index"><b>SN</b>&nbsp;</td><td>Western Mail</td></tr>
<tr><td class="index"><b>LP</b>&nbsp;</td><td><p class="articleParagraph enarticleParagraph">Nordvik Shipping
said that fares would not rise.</p></td></tr>
<tr><td class="index"><b>AN</b>&nbsp;</td><td>Document WMAIL00020310407er4700002</td></tr>
</table></div></body></html>
"""

_RULE = "_" * 60
PROQUEST = f"""{_RULE}

Report Information from ProQuest

07 April 2031 10:22

{_RULE}

Document 1 of 2

Harbour strike ends

Author: Quill, Ada.

Publication info: The Quay Post , Late Edition; Norrhamn [Norrhamn]06 Apr 2031: A.1.

ProQuest document link

Abstract: The strike is over.

Full text: Dockers went back to work on Tuesday.

“We got what we asked for,” said Märta Lindqvist.

Subject: Strikes; Ports

Location: Norrhamn

Title: Harbour strike ends

Publication title: The Quay Post; Norrhamn

Pages: A.1

Publication year: 2031

Publication date: Apr 6, 2031

ISSN: 00000000

ProQuest document ID: 1800000001

Copyright: Copyright Quay Post Company Apr 6, 2031

Database: ProQuest Central

{_RULE}

Document 2 of 2

Fares will not rise, Nordvik says

Full text: Nordvik Shipping said that fares would not rise.

Title: Fares will not rise, Nordvik says

Publication title: Western Mail; Cardiff

Publication date: Apr 7, 2031

ProQuest document ID: 1800000002

Database: ProQuest Central

{_RULE}
"""

RIS = """TY  - NEWS
T1  - Harbour strike ends
AU  - Quill, Ada
T2  - The Quay Post
DA  - 2031/04/06/
PY  - 2031
AB  - The strike is over.
N2  - Dockers went back to work on Tuesday.

“We got what we asked for,” said Märta Lindqvist.
AN  - 1800000001
UR  - https://example.org/1800000001
ER  -

TY  - NEWS
TI  - Fares will not rise, Nordvik says
JF  - Western Mail
DA  - 2031 Apr 07
AB  - Nordvik Shipping said that fares would not rise.
AN  - 1800000002
ER  -
"""


def lexisnexis_page() -> str:
    """`LEXISNEXIS` as a page: a block is a paragraph of its class."""
    blocks = (block for block in LEXISNEXIS.split("\n\n") if block.strip())
    paragraphs = ("<br>\n".join(line.strip() for line in block.strip().splitlines()) for block in blocks)
    body = "".join(
        f'<div class="c0"><p class="c1"><span class="c2">{text}</span></p></div>\n' for text in paragraphs
    )
    return (
        f"<html><head><meta charset=utf-8></head><body><DOC NUMBER=1><DOCFULL>{body}</DOCFULL></body></html>"
    )


def word_document(paragraphs: Iterable[str]) -> bytes:
    """A .docx with these paragraphs."""
    document = Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    return saved(document)


def saved(document: Any) -> bytes:
    """The bytes of a Word document or a workbook."""
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def workbook(**sheets: Sequence[Sequence[object]]) -> bytes:
    """An .xlsx with these rows."""
    book = Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    return saved(book)


def rtf(paragraphs: Iterable[str]) -> bytes:
    """An RTF document with these paragraphs."""
    return b"{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fnil\\fcharset0 Arial;}}\\f0\n" + (
        "".join(f"\\pard {_escaped(paragraph)}\\par\n" for paragraph in paragraphs).encode("ascii") + b"}"
    )


def locked() -> bytes:
    """The beginning of what Office writes for any document with a password: a container of another kind."""
    return (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + b"\0" * 1016
        + "EncryptedPackage".encode("utf-16-le")
        + b"\0" * 480
    )


def _escaped(text: str) -> str:
    units = text.encode("utf-16-le")
    codes = (int.from_bytes(units[at : at + 2], "little") for at in range(0, len(units), 2))
    return "".join(
        f"\\u{code - 65536 if code > 32767 else code}?"
        if code > 126
        else f"\\{chr(code)}"
        if chr(code) in "\\{}"
        else chr(code)
        for code in codes
    )
