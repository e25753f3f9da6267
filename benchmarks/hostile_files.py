"""Files that no reader should trip over: damaged, deceiving, endless, unreadable, or oddly named."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import os
import random
import socket
import sys
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from hostile_documents import hostile_documents, written, zipped

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

SOUND = "OSTERVIK, April 6 (NVA) — “The mill will close,” Ada Brunn of Norvik Bank said on Thursday.\n"
_PACK: dict[str, Callable[[bytes], bytes]] = {
    "gz": gzip.compress,
    "bz2": bz2.compress,
    "xz": lzma.compress,
    "zst": zstd.compress,
}
_BOMB_PIECE = 2_500_000  # bytes that a bomb's compressed piece swells to; the piece is repeated
_DEEPEST = 4200  # characters of a path beyond what systems open by one name


def make_hostile(folder: Path, *, count: int, sparse: int, bomb: int, seed: int = 0) -> Iterator[Path]:
    """Make `count` hostile files, links and folders of about 200 sorts in `folder`; yield the path of each.

    sparse: bytes that files with a hole pretend to have. bomb: bytes that bombs swell to.
    """
    folder.mkdir(parents=True)
    chance = random.Random(seed)
    makers = [*_texts(chance), *_compressed(chance, bomb), *_archives(chance, bomb), *_tables(chance)]
    makers += [*_nodes(sparse), *_named(), *_beside(), *hostile_documents(bomb)]
    for number in range(count):
        name, make = makers[number % len(makers)]
        path = folder / f"{number:03} {name}"
        make(path)
        yield path


Made = Iterator[tuple[str, Callable[[Path], object]]]


def _texts(chance: random.Random) -> Made:
    noise = chance.randbytes(200_000)
    for suffix in (
        "txt",
        "jsonl",
        "csv",
        "parquet",
        "zip",
        "tar",
        "txt.gz",
        "jsonl.zst",
        "tar.xz",
        "csv.bz2",
    ):
        yield f"noise.{suffix}", written(noise)
        yield f"empty.{suffix}", written(b"")
    for name, head in {"png": b"\x89PNG\r\n\x1a\n", "pdf": b"%PDF-1.7\n", "office": b"PK\x03\x04"}.items():
        yield f"{name}.txt", written(head + noise[:5000])
    sound = SOUND.encode()
    yield "a few bytes that are no UTF-8.txt", written(sound + b"caf\xe9 \xff\xfe na\xefve " + sound * 5)
    yield "half a pair.txt", written(b"\xff\xfe" + "No.".encode("utf-16-le") + b"\x3d\xd8")
    yield "surrogates in UTF-8.txt", written(sound + b"\xed\xa0\xbd\xed\xb8\x80")
    yield "white.txt", written(b" \n\t\r\n" * 10_000)
    yield "nul.txt", written(sound + b"\0" + sound)
    yield "one line.txt", written(b"word" * 20_000)
    yield "marks.txt", written("“".encode() * 5_000)
    yield "too long.txt", written(b"It rained. " * 5_000_000)
    yield "deep.jsonl", written(b"[" * 200_000 + b"\n" + b'{"text":' * 50_000)
    yield "too long.jsonl", written(b'{"text": "' + b"It rained. " * 5_000_000 + b'"}\n{"text": "No."}\n')
    yield (
        "odd values.jsonl",
        written(b'{"text": NaN}\n{"text": "\\ud83d"}\n{"id": 1e999, "text": "a"}\nnull\n'),
    )
    yield "the same id.jsonl", written(b'{"id": "a", "text": "It rained."}\n' * 3)


def _compressed(chance: random.Random, bomb: int) -> Made:
    lines = "".join(json.dumps({"text": SOUND, "noise": chance.random()}) + "\n" for _ in range(500)).encode()
    for suffix, pack in _PACK.items():
        whole = pack(lines)
        yield f"cut.jsonl.{suffix}", written(whole[: len(whole) // 2])
        yield f"cut.txt.{suffix}", written(whole[: len(whole) - 5])
        broken = bytearray(whole)
        broken[len(whole) // 2] ^= 0x55
        yield f"broken.jsonl.{suffix}", written(bytes(broken))
        yield f"no header.txt.{suffix}", written(whole[10:])
        for kind, piece in (("txt", b"a"), ("jsonl", b"\n"), ("csv", b"text,"), ("tar", b"\0")):
            packed = pack(piece * (_BOMB_PIECE // len(piece)))
            yield f"bomb.{kind}.{suffix}", written(packed * max(1, bomb // _BOMB_PIECE))


def _archives(chance: random.Random, bomb: int) -> Made:
    whole = zipped({"a.txt": SOUND.encode(), "b.txt": chance.randbytes(5000), "c.txt": SOUND.encode()})
    yield "sound but for one.zip", written(whole)
    yield "cut.zip", written(whole[: len(whole) - 30])
    yield "broken.zip", written(whole[:60] + bytes(20) + whole[80:])
    yield "locked.zip", written(_locked(whole))
    yield "no member.zip", written(zipped({}))
    yield "in itself.zip", written(zipped({"inner.zip": whole, "table.parquet": b"PAR1", "x.tar": b""}))
    yield (
        "names.zip",
        written(zipped(dict.fromkeys(("../../a.txt", "/etc/b.txt", "c\nd.txt", "e!f.txt"), b"No."))),
    )
    yield "bomb.zip", lambda path: _zip_bomb(path, bomb)
    tar = _tar({"a.txt": SOUND.encode(), "b.txt": b"No. " * 5000, "c.txt": SOUND.encode()})
    yield "sound.tar", written(tar)
    yield "cut.tar", written(tar[:3000])
    yield "broken header.tar", written(tar.replace(b"b.txt", b"b.tx\xff", 1))
    yield "endless header.tar", written(_endless_header())
    yield "no files.tar", written(_odd_tar())
    yield "cut.tar.gz", written(gzip.compress(tar)[:-20])
    yield "metadata too late.tar", written(_tar({"a.txt": SOUND.encode(), "a.meta.json": b"{}"}))


def _tables(chance: random.Random) -> Made:
    yield "no column.csv", written(b"id,body\n1,It rained.\n")
    yield "open mark.csv", written(b'id,text\n1,"It rained.\n' + b"2,No.\n" * 1000)
    yield "short rows.csv", written(b"id,text\n1\n\n2,No.,more,and more\n,\n")
    yield "wide.csv", written(b"text," + b"a," * 100_000 + b"\nNo.\n")
    yield "nul.csv", written(b"id,text\n1,It\0rained.\n2,No.\n")
    yield "head.csv", written(b"id,text\n")
    yield "endless line.csv", written(b"text\n" + b"a" * 60_000_000)
    with suppress(ImportError):
        import pyarrow
        import pyarrow.parquet

        def table(**columns: list[object]) -> bytes:
            out = io.BytesIO()
            pyarrow.parquet.write_table(pyarrow.table(columns), out)
            return out.getvalue()

        sound = table(id=list(range(2000)), text=[f"{SOUND} {chance.random()}" for _ in range(2000)])
        yield "cut.parquet", written(sound[: len(sound) // 2])
        yield "broken.parquet", written(sound[:2000] + bytes(2000) + sound[4000:])
        yield "broken footer.parquet", written(sound[:-100] + bytes(92) + sound[-8:])
        yield "no column.parquet", written(table(body=["No."]))
        yield "numbers.parquet", written(table(text=[1, None, 3]))


def _nodes(sparse: int) -> Made:
    for suffix in ("txt", "jsonl", "csv", "parquet", "zip", "tar", "txt.gz", "jsonl.zst"):
        yield f"hole.{suffix}", lambda path: _sparse(path, sparse)
    for suffix in ("txt", "jsonl.gz", "zip"):
        yield f"pipe.{suffix}", os.mkfifo
        yield f"socket.{suffix}", _socket
        yield f"device.{suffix}", lambda path: path.symlink_to("/dev/zero")
        yield f"locked.{suffix}", _unreadable
        yield f"folder.{suffix}", Path.mkdir
    yield "itself.txt", lambda path: path.symlink_to(path.name)
    yield "nothing.txt", lambda path: path.symlink_to("nowhere.txt")
    yield "loop", lambda path: path.symlink_to("..")
    yield "loop.txt", lambda path: path.symlink_to(".")
    yield "deep", _deep
    yield "locked folder", _locked_folder


def _named() -> Made:
    for name in ("new\nline", "tab\tand bell\a", "\u202eright to left", "a!b", "*[?", "\\", "😀", "x" * 240):
        yield f"{name}.txt", written(SOUND.encode())
    yield os.fsdecode(b"caf\xe9.txt"), written(SOUND.encode())
    yield os.fsdecode(b"\xff\xfe.zip"), written(zipped({"a.txt": SOUND.encode()}))


def _beside() -> Made:
    def pair(make: Callable[[Path], object]) -> Callable[[Path], object]:
        return lambda path: (path.write_text(SOUND, encoding="utf-8"), make(path.with_suffix(".meta.json")))

    yield "metadata are a pipe.txt", pair(os.mkfifo)
    yield "metadata are a folder.txt", pair(Path.mkdir)
    yield "metadata are deep.txt", pair(written(b"[" * 100_000))
    yield "metadata are endless.txt", pair(written(b'{"title": "' + b"a" * 2_000_000 + b'"}'))


def _zip_bomb(path: Path, size: int) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, piece in (("a.txt", b"a"), ("b.jsonl", b"\n"), ("c.csv", b"text,")):
            with archive.open(name, "w", force_zip64=True) as stream:
                for _ in range(max(1, size // _BOMB_PIECE)):
                    stream.write(piece * (_BOMB_PIECE // len(piece)))
        archive.writestr("d.txt", SOUND)


def _locked(archive: bytes) -> bytes:
    """With the flag of encryption set on every member."""
    data = bytearray(archive)
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + flags] |= 1
            at = data.find(mark, at + 4)
    return bytes(data)


def _tar(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with tarfile.TarFile(fileobj=out, mode="w") as archive:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


def _endless_header() -> bytes:
    """An extended header that is said to have 8 GB."""
    info = tarfile.TarInfo("x")
    info.type, info.size = tarfile.XHDTYPE, 8_000_000_000
    return info.tobuf(tarfile.GNU_FORMAT) + b"x" * 5000


def _odd_tar() -> bytes:
    out = io.BytesIO()
    with tarfile.TarFile(fileobj=out, mode="w") as archive:
        for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE):
            info = tarfile.TarInfo(f"{kind.decode()}.txt")
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info)
    return out.getvalue()


def _sparse(path: Path, size: int) -> None:
    with path.open("wb") as stream:
        stream.truncate(size)


def _socket(path: Path) -> None:
    """A socket, bound by a short name, for its own may be too long for one."""
    here = Path.cwd()
    os.chdir(path.parent)
    try:
        with socket.socket(socket.AF_UNIX) as bound:
            bound.bind("socket")
        Path("socket").rename(path.name)
    finally:
        os.chdir(here)


def _unreadable(path: Path) -> None:
    path.write_text(SOUND, encoding="utf-8")
    path.chmod(0)


def _locked_folder(path: Path) -> None:
    path.mkdir()
    _unreadable(path / "a.txt")
    path.chmod(0)


def _deep(path: Path) -> None:
    """Folders in folders until no system opens the last by one name, each with an article."""
    path.mkdir()
    folder = os.open(path, os.O_RDONLY)
    for _ in range(_DEEPEST // 100):
        os.mkdir("d" * 100, dir_fd=folder)
        inner = os.open("d" * 100, os.O_RDONLY, dir_fd=folder)
        os.close(folder)
        folder = inner
        article = os.open("a.txt", os.O_WRONLY | os.O_CREAT, dir_fd=folder)
        os.write(article, SOUND.encode())
        os.close(article)
    os.close(folder)
