"""The kinds of input files, by their extensions, and advice for files of other kinds."""

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

# As messages list them.
KNOWN = (
    ".txt, .html, .mhtml, .eml, .rtf, .ris, .jsonl, .csv, .tsv (also as .gz, .zst, .bz2, .xz), "
    ".docx, .xlsx, .parquet, .zip or .tar"
)

_AS_DOCX = "open them in Word or LibreOffice and save them as .docx"
_AS_XLSX = "open them in Excel or LibreOffice and save them as .xlsx"
_AS_LINES = "write one object per line as .jsonl (`jq -c '.[]' a.json > a.jsonl` for an array)"
_UNPACKED = "unpack them first, or pack them as .zip"
# What to do with other files that may hold articles, by extension.
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

# Files with one article each, unless they are exports of a newspaper database.
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
_RANDOM_ACCESS_KINDS = frozenset(
    ["docx", "excel", "parquet", "zip"]
)  # read from several places, so never compressed as a whole
_LONG_FORMS = {
    ".tgz": ".tar.gz",
    ".tzst": ".tar.zst",
    ".tbz2": ".tar.bz2",
    ".tbz": ".tar.bz2",
    ".txz": ".tar.xz",
}
_COMPRESSED = re.compile(r"\.(gz|zst|bz2|xz)$", re.IGNORECASE)
_EXTENSION = re.compile(r"\.([a-z]+)$", re.IGNORECASE)  # ".txt"


def kind_of(name: str) -> Kind | None:
    """The kind of a file of that name; None when it is not an input."""
    plain, compression = _plain(name)
    match = _EXTENSION.search(plain)
    kind = _KINDS.get(match[1].lower()) if match else None
    return None if compression and kind in _RANDOM_ACCESS_KINDS else kind


def compression_of(name: str) -> Compression | None:
    """The compression of a file of that name as a whole; None without one."""
    return _plain(name)[1]


def stem_of(name: str) -> str:
    """`name` without its known extensions: `a` for `a.txt.gz`, `a.b` for `a.b`."""
    plain, _ = _plain(name)
    return _EXTENSION.sub("", plain) if kind_of(name) else plain


def advice_on(name: str) -> str:
    """Advice for a file that is not an input; "" where there is none for its kind."""
    return _ADVICE.get(_plain(name)[0].rpartition(".")[2].lower(), "")


def ending_of(name: str) -> str:
    """The extension of a file name with its compression: ".pdf" for "a 1.2.pdf", ".pdf.gz" for "a.pdf.gz"."""
    plain, compression = _plain(name)
    return name[plain.rindex(".") if compression and has_extension(plain) else name.rindex(".") :]


def has_extension(name: str) -> bool:
    """Whether a file name has an extension, known or not."""
    return "." in _plain(name)[0].rpartition("/")[2].lstrip(".")


def _plain(name: str) -> tuple[str, Compression | None]:
    lower = name.lower()
    for short, full in _LONG_FORMS.items():
        if lower.endswith(short):
            name = name[: -len(short)] + full
    match = _COMPRESSED.search(name)
    if match is None:
        return name, None
    compression: Compression = match[1].lower()  # type: ignore[assignment]
    return name[: match.start()], compression
