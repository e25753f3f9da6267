"""What kind of input a file is, by its name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

Kind = Literal[
    "stdin",
    "text",
    "html",
    "mail",
    "docx",
    "rtf",
    "ris",
    "json_lines",
    "csv",
    "excel",
    "parquet",
    "zip",
    "tar",
]
Compression = Literal["gz", "zst", "bz2", "xz"]

# What messages say of them.
KNOWN = (
    ".txt, .html, .mhtml, .eml, .rtf, .ris, .jsonl, .csv, .tsv (also as .gz, .zst, .bz2, .xz), "
    ".docx, .xlsx, .parquet, .zip or .tar"
)

_AS_DOCX = "open them in Word or LibreOffice and save them as .docx"
_AS_XLSX = "open them in Excel or LibreOffice and save them as .xlsx"
_AS_LINES = "write an object a line as .jsonl (`jq -c '.[]' a.json > a.jsonl` for an array)"
_UNPACKED = "unpack them first, or pack them as .zip"
# What to do with files that people have articles in too.
_ADVICE: Mapping[str, str] = {
    "pdf": "save their text as .txt (`pdftotext -layout` does), or as .docx from Word",
    **dict.fromkeys(["doc", "docm", "dotx", "odt", "fodt", "pages", "wpd", "wps"], _AS_DOCX),
    **dict.fromkeys(["xls", "xlsb", "ods", "numbers"], _AS_XLSX),
    **dict.fromkeys(["json", "geojson", "json5"], _AS_LINES),
    **dict.fromkeys(["rar", "7z", "z", "lz4", "lzma", "br"], _UNPACKED),
    **dict.fromkeys(["msg", "mbox", "webarchive"], "save the page as .html, the text as .txt"),
    **dict.fromkeys(["epub", "mobi", "azw3"], "save their text as .txt, or their pages as .html"),
    **dict.fromkeys(["feather", "arrow", "avro", "orc"], "write them as .parquet or .jsonl"),
    **dict.fromkeys(
        ["sqlite", "db", "mdb", "accdb", "sav", "dta", "rds", "rdata"], "export the table as .csv"
    ),
    **dict.fromkeys(["enw", "nbib", "bib"], "export them as .ris, with full text"),
}

# Files that are one article each, unless a newspaper database has written them.
DOCUMENTS: frozenset[Kind] = frozenset(["text", "html", "mail", "docx", "rtf"])

_KINDS: Mapping[str, Kind] = {
    "txt": "text",
    "text": "text",
    "html": "html",
    "htm": "html",
    "xhtml": "html",
    "mhtml": "mail",
    "mht": "mail",
    "eml": "mail",
    "docx": "docx",
    "rtf": "rtf",
    "ris": "ris",
    "jsonl": "json_lines",
    "ndjson": "json_lines",
    "csv": "csv",
    "tsv": "csv",
    "xlsx": "excel",
    "xlsm": "excel",
    "parquet": "parquet",
    "zip": "zip",
    "tar": "tar",
}
_SEEKING = frozenset(
    ["docx", "excel", "parquet", "zip"]
)  # read from several places, so never compressed as a whole
_SHORT = {".tgz": ".tar.gz", ".tzst": ".tar.zst", ".tbz2": ".tar.bz2", ".tbz": ".tar.bz2", ".txz": ".tar.xz"}
_COMPRESSED = re.compile(r"\.(gz|zst|bz2|xz)$", re.IGNORECASE)
_EXTENSION = re.compile(r"\.([a-z]+)$", re.IGNORECASE)


def kind_of(name: str) -> Kind | None:
    """The kind of a file of that name; None when it is no input."""
    plain, compression = _plain(name)
    match = _EXTENSION.search(plain)
    kind = _KINDS.get(match[1].lower()) if match else None
    return None if compression and kind in _SEEKING else kind


def compression_of(name: str) -> Compression | None:
    """How a file of that name is compressed as a whole."""
    return _plain(name)[1]


def stem_of(name: str) -> str:
    """`name` without the extensions that say what it is: `a` of `a.txt.gz`, `a.b` of `a.b`."""
    plain, _ = _plain(name)
    return _EXTENSION.sub("", plain) if kind_of(name) else plain


def advice_on(name: str) -> str:
    """What to do with a file that is no input; "" where there is nothing more to say than what is one."""
    return _ADVICE.get(_plain(name)[0].rpartition(".")[2].lower(), "")


def ending_of(name: str) -> str:
    """What says what a file of that name is: ".pdf" of "a 1.2.pdf", ".pdf.gz" of "a.pdf.gz"."""
    plain, compression = _plain(name)
    return name[plain.rindex(".") if compression and has_extension(plain) else name.rindex(".") :]


def has_extension(name: str) -> bool:
    """Whether a file of that name says what it is, be it something unknown."""
    return "." in _plain(name)[0].rpartition("/")[2].lstrip(".")


def _plain(name: str) -> tuple[str, Compression | None]:
    lower = name.lower()
    for short, full in _SHORT.items():
        if lower.endswith(short):
            name = name[: -len(short)] + full
    match = _COMPRESSED.search(name)
    if match is None:
        return name, None
    compression: Compression = match[1].lower()  # type: ignore[assignment]
    return name[: match.start()], compression
