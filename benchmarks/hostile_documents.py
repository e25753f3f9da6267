"""Pages, Office documents, RTF and exports that are damaged, deceiving, or larger than they look."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

SENTENCE = "Ada Brunn of Norvik Bank said on Thursday that the mill would close."
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_FORMATS = "application/vnd.openxmlformats-officedocument"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1016)
_DEEP = 100_000  # levels of nesting
_PIECE = b" " * 1_000_000

Made = Iterator[tuple[str, Callable[[Path], object]]]


def hostile_documents(bomb: int) -> Made:
    """Yield the name of each file and what makes it. bomb: bytes that bombs swell to."""
    yield from _pages()
    yield from _word(bomb)
    yield from _excel(bomb)
    yield from _rtf()
    yield from _exports()


def written(data: bytes | str) -> Callable[[Path], object]:
    """What writes a file of this."""
    return lambda path: path.write_bytes(data if isinstance(data, bytes) else data.encode())


def _pages() -> Made:
    body = f"<p>{SENTENCE}</p>" * 3
    yield "deep.html", written("<div>" * _DEEP + body)
    yield "deep closed.html", written("<b><i>" * _DEEP + body + "</i></b>" * _DEEP)
    yield "deep tables.html", written("<table><tr><td>" * _DEEP + body)
    yield "deep lists.html", written("<ul><li>" * _DEEP + body)
    yield "attributes.html", written("<p " + " ".join(f"a{n}=1" for n in range(50_000)) + f">{body}")
    yield "tags.html", written("<a" * 300_000 + body)
    yield "open comment.html", written("<html><body><!-- " + body * 1000)
    yield "open script.html", written(body + "<script>" + "a<b " * 300_000)
    yield (
        "deep metadata.html",
        written('<script type="application/ld+json">' + "[" * _DEEP + f"</script>{body}"),
    )
    yield "entities.html", written("&amp;" * 500_000 + "&#x1F600;&#xFFFFFFF;&nope;" * 1000 + body)
    laughs = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 20}">' for n in range(1, 8))
    yield (
        "laughs.xhtml",
        written(f'<!DOCTYPE html [<!ENTITY e0 "ha">{laughs}]><html><p>&e7; {SENTENCE}</p></html>'),
    )
    yield "forms.html", written("<form><select>" + "<option>x" * 200_000)
    yield "too long.html", written(body * 150_000)
    yield "nothing.html", written("<html><body><script>load()</script></body></html>")
    yield "binary.html", written(b"<html>" + bytes(range(256)) * 500)
    yield "wrong charset.html", written(f'<meta charset="utf-7">{body}+ADw-script+AD4-')


def _word(bomb: int) -> Made:
    sound = _docx(_paragraphs(SENTENCE))
    yield "cut.docx", written(sound[: len(sound) // 2])
    yield "broken.docx", written(sound[:200] + bytes(50) + sound[250:])
    yield "locked.docx", written(_OLE + "EncryptedPackage".encode("utf-16-le") + bytes(400))
    yield "old.docx", written(_OLE)
    yield "pdf.docx", written(b"%PDF-1.7\n" + b"1 0 obj\n" * 100)
    yield "database.docx", written(b"SQLite format 3\0" + bytes(4000))
    yield "rtf.docx", written("{\\rtf1 " + SENTENCE + "}")
    yield "archive.docx", written(zipped({"a.txt": SENTENCE.encode()}))
    yield "empty.docx", written(b"")
    yield "deep.docx", written(_docx("<w:p><w:r>" * _DEEP + "<w:t>No.</w:t>" + "</w:r></w:p>" * _DEEP))
    yield "laughs.docx", written(_docx("<w:p><w:r><w:t>&e7;</w:t></w:r></w:p>", doctype=_laughs()))
    outside = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    yield "outside.docx", written(_docx("<w:p><w:r><w:t>&e;</w:t></w:r></w:p>", doctype=outside))
    yield "no text.docx", written(_docx("<w:p/>" * 1000))
    yield "many.docx", written(_docx(_paragraphs("No.") * 50_000))
    yield "bomb.docx", lambda path: _swelling(path, sound, "word/document.xml", bomb)
    yield "bomb beside.docx", lambda path: _swelling(path, sound, "word/media/image1.png", bomb)
    yield "many parts.docx", written(zipped(dict.fromkeys((f"word/{n}.xml" for n in range(30_000)), b"<a/>")))


def _excel(bomb: int) -> Made:
    rows = f'<row r="1"><c t="inlineStr"><is><t>text</t></is></c></row>{_row(2)}'
    sound = _xlsx(rows)
    yield "cut.xlsx", written(sound[: len(sound) // 2])
    yield "locked.xlsx", written(_OLE + "EncryptedPackage".encode("utf-16-le") + bytes(400))
    yield "page.xlsx", written(f"<html><table><tr><td>text<tr><td>{SENTENCE}</table></html>")
    yield "text.xlsx", written(f"text\n{SENTENCE}\n")
    yield "empty.xlsx", written(b"")
    yield "no sheet.xlsx", written(_xlsx(rows, sheets=0))
    yield "cut sheet.xlsx", written(_xlsx(rows + '<row r="3"><c t="inlineStr"><is><t>It rai', closed=False))
    yield "beyond.xlsx", written(_xlsx(rows + _row(2_000_000_000)))
    yield "no words.xlsx", written(_xlsx(rows + '<row r="3"><c t="s"><v>999999</v></c></row>'))
    yield "deep.xlsx", written(_xlsx(rows + "<row><c>" * _DEEP))
    yield "laughs.xlsx", written(_xlsx(rows + "<row><c><v>&e7;</v></c></row>", doctype=_laughs()))
    yield "wide.xlsx", written(_xlsx(f'<row r="1">{"<c><v>1</v></c>" * 40_000}</row>'))
    yield "bomb.xlsx", lambda path: _swelling(path, sound, "xl/worksheets/sheet1.xml", bomb)


def _rtf() -> Made:
    yield "deep.rtf", written("{\\rtf1" + "{" * _DEEP + SENTENCE + "}" * (_DEEP + 1))
    yield "open.rtf", written("{\\rtf1" + "{\\b " * _DEEP + SENTENCE)
    yield "cut.rtf", written("{\\rtf1{\\fonttbl{\\f0 Arial;}} " + SENTENCE)
    yield "binary.rtf", written(b"{\\rtf1 \\bin999999999 " + bytes(range(256)) * 100 + b"}")
    yield "no rtf.rtf", written(SENTENCE)
    yield "document.rtf", written(_docx(_paragraphs(SENTENCE)))
    yield "links.rtf", written("{\\rtf1 " + "{\\field{\\*\\fldinst{ " * 30_000 + "No.}")
    yield "fonts.rtf", written("{\\rtf1{\\fonttbl" + "\\f0 " * _DEEP + "}No.}")
    yield "picture.rtf", written("{\\rtf1{\\pict " + "0f" * 2_000_000 + "}" + SENTENCE + "}")
    yield "halves.rtf", written("{\\rtf1 " + "\\u-10179?" * 10_000 + "\\u99999999?" + "\\'zz" * 1000 + "}")
    yield "deleted.rtf", written("{\\rtf1 " + "{\\deleted " * 50_000 + SENTENCE + "}" * 50_001)


def _exports() -> Made:
    """Every kind of export, cut in the middle of its second article, and its marks alone."""
    for name, text in _EXPORTS.items():
        whole = text.replace("TEXT", SENTENCE) * 2
        yield f"cut export.{name}", written(whole[: round(len(whole) * 0.72)])
        yield f"cut early.{name}", written(whole[: len(whole) // 5])
    yield "bodies.txt", written("Body\n" * 100_000 + "End of Document\n")
    yield "ends.txt", written("Load-Date: x\nBody\nEnd of Document\n" * 10_000)
    yield "counts.txt", written("1 of 2 DOCUMENTS\n" * 50_000 + "LENGTH: 3 words\nLOAD-DATE: x\n")
    yield "fields.txt", written("1 of 2 DOCUMENTS\nLENGTH: 3 words\n" + "BYLINE: x\n" * 100_000)
    yield "rules.txt", written(("_" * 30 + "\nFull text: No.\nPublication title: b\n") * 10_000)
    yield "records.ris", written("TY  - N\nN2  - No.\n" * 10_000)
    yield "codes.txt", written("HD  x\nPD  6 April 2031\nSN  y\nTD  No.\n" * 20_000)


_EXPORTS = {
    "nexis.txt": """Mill closes
The Quay Post
April 6, 2031
Length: 9 words
Byline: Ada Quill
Body
TEXT
Load-Date: April 7, 2031
End of Document
""",
    "lexisnexis.txt": """
                    1 of 2 DOCUMENTS

                     The Quay Post

                 April 6, 2031 Tuesday

Mill closes

BYLINE: Ada Quill

LENGTH: 9 words

TEXT

LOAD-DATE: April 7, 2031
""",
    "factiva.txt": """HD  Mill closes
BY  Ada Quill
WC  9 words
PD  6 April 2031
SN  The Quay Post
LP  TEXT
AN  Document QUAY000020310406er4600001
""",
    "factiva.html": """<div class="article enArticle"><div>Mill closes</div><div>9 words</div>
<div>6 April 2031</div><div>The Quay Post</div><p class="articleParagraph enarticleParagraph">TEXT</p>
<p>Document QUAY000020310406er4600001</p></div>
""",
    "proquest.txt": f"""{"_" * 60}

Mill closes

Author: Quill, Ada

Full text: TEXT

Title: Mill closes

Publication title: The Quay Post

Publication date: Apr 6, 2031

ProQuest document ID: 18

{"_" * 60}
""",
    "proquest.ris": """TY  - NEWS
T1  - Mill closes
AU  - Quill, Ada
DA  - 2031/04/06/
N2  - TEXT
ER  -

""",
}


def _laughs() -> str:
    """Entities of entities: a few hundred bytes that stand for ten billion."""
    more = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 20}">' for n in range(1, 8))
    return f'<!DOCTYPE x [<!ENTITY e0 "rain">{more}]>'


def _paragraphs(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def _docx(body: str, *, doctype: str = "") -> bytes:
    main = f"{_FORMATS}.wordprocessingml.document.main+xml"
    return zipped(
        {
            "[Content_Types].xml": _content_types("/word/document.xml", main),
            "_rels/.rels": _relations("officeDocument", "word/document.xml"),
            "word/document.xml": f"{doctype}<w:document {_W}><w:body>{body}</w:body></w:document>".encode(),
        }
    )


def _xlsx(rows: str, *, sheets: int = 1, closed: bool = True, doctype: str = "") -> bytes:
    main = f"{_FORMATS}.spreadsheetml.sheet.main+xml"
    listed = '<sheet name="A" sheetId="1" r:id="rId1"/>' * sheets
    book = f'<workbook {_S} xmlns:r="{_OFFICE}"><sheets>{listed}</sheets></workbook>'
    end = "</sheetData></worksheet>" if closed else ""
    return zipped(
        {
            "[Content_Types].xml": _content_types("/xl/workbook.xml", main),
            "_rels/.rels": _relations("officeDocument", "xl/workbook.xml"),
            "xl/workbook.xml": book.encode(),
            "xl/_rels/workbook.xml.rels": _relations("worksheet", "worksheets/sheet1.xml"),
            "xl/worksheets/sheet1.xml": f"{doctype}<worksheet {_S}><sheetData>{rows}{end}".encode(),
        }
    )


def _row(number: int) -> str:
    return f'<row r="{number}"><c t="inlineStr"><is><t>{SENTENCE}</t></is></c></row>'


def _content_types(part: str, kind: str) -> bytes:
    relations = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    )
    default = f'{relations}<Default Extension="xml" ContentType="application/xml"/>'
    override = f'<Override PartName="{part}" ContentType="{kind}"/>'
    return f'<Types xmlns="{_TYPES}">{default}{override}</Types>'.encode()


def _relations(kind: str, target: str) -> bytes:
    relation = f'<Relationship Id="rId1" Type="{_OFFICE}/{kind}" Target="{target}"/>'
    return f'<Relationships xmlns="{_RELATIONS}">{relation}</Relationships>'.encode()


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """An archive of these, the same whenever it is made."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _swelling(path: Path, sound: bytes, part: str, size: int) -> None:
    """The document `sound`, in which `part` swells to `size` bytes."""
    with (
        zipfile.ZipFile(io.BytesIO(sound)) as before,
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        for info in before.infolist():
            if info.filename != part:
                archive.writestr(zipfile.ZipInfo(info.filename), before.read(info))
        with archive.open(part, "w", force_zip64=True) as stream:
            for _ in range(max(1, size // len(_PIECE))):
                stream.write(_PIECE)
