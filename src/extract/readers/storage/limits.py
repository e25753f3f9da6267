"""How much of an input is read: bounds that no article of use exceeds and damaged or hostile files do."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from typing import IO, Protocol

from extract.errors import ArticleError

MEGABYTE = 1_000_000
MAX_ARTICLE_SIZE = 50 * MEGABYTE  # bytes, decompressed
LONGEST_SIDECAR = MEGABYTE
MOST_BLANK = 100_000  # lines or rows in a row with nothing in them: a file of nothing but these
BLOCK = 1 << 18
_PATIENCE = 20  # this many articles' worth without the end of a line: no lines
_FREE = 20 * MEGABYTE  # decompressed bytes before a ratio says anything
_RATIO = 200  # text shrinks to a third, JSON of the same few keys to a fiftieth


def read_whole(stream: IO[bytes], limit: int, *, what: str = "the text") -> bytes:
    """All bytes of `stream`. Raises ArticleError as soon as there are more than `limit`."""
    blocks: list[bytes] = []
    size = 0
    while block := stream.read(BLOCK):
        size += len(block)
        if size > limit:
            raise ArticleError(too_long(what, limit))
        blocks.append(block)
    return b"".join(blocks)


def lines_within(
    readline: Callable[[int], bytes] | Callable[[int], str], limit: int
) -> Iterator[bytes | str | None]:
    """Every line with its end; None for one of more than `limit` bytes or characters, which is passed over.

    Raises ArticleError where lines do not end at all.
    """
    while line := readline(limit + 1):
        if len(line) <= limit:
            yield line
            continue
        passed = len(line)
        if (b"\0" if isinstance(line, bytes) else "\0") in line:  # type: ignore[operator]
            raise ArticleError(
                f"NUL in a line of more than {megabytes(limit)}; this is a binary or damaged file"
            )
        while line and line[-1:] not in (b"\n", "\n"):
            line = readline(BLOCK)
            passed += len(line)
            if passed > _PATIENCE * limit:
                raise ArticleError(f"no end of a line within {megabytes(passed)}; these are no lines of text")
        yield None


def check_blank(number: int) -> None:
    """Raises ArticleError after so many lines, one after the other, with nothing in them."""
    if number > MOST_BLANK:
        raise ArticleError(f"more than {MOST_BLANK:,} lines with nothing in them, one after the other")


def check_swelling(compressed: int, size: int) -> None:
    """Raises ArticleError when so many compressed bytes hold more than any text that is compressed."""
    if size > _FREE and size > _RATIO * max(compressed, 1):
        raise ArticleError(
            f"it swells from {megabytes(compressed)} to more than {megabytes(size)}, "
            "as only a decompression bomb does; decompress it yourself if it is none"
        )


def too_long(what: str, limit: int) -> str:
    """The message for an article, a line or a row beyond `limit` bytes."""
    return f"{what} is longer than {megabytes(limit)}; split it, or raise --max-article-size"


def megabytes(size: int) -> str:
    """`size` in bytes, for a person."""
    return f"{size / MEGABYTE:,.4g} MB" if size < 10_000 * MEGABYTE else f"{size / 1e9:,.4g} GB"


def without_bombs(stream: _Decompressing, compressed: Callable[[], int]) -> io.BufferedReader:
    """`stream`, which decompresses something; reading raises ArticleError when it swells beyond all text.

    compressed: how many bytes have gone into it so far, or go into it in all.
    """
    return io.BufferedReader(_Watched(stream, compressed), buffer_size=BLOCK)


class _Decompressing(Protocol):
    def read1(self, size: int, /) -> bytes: ...

    def close(self) -> None: ...


class _Watched(io.RawIOBase):
    """Counts what comes out of a stream, and compares it with what went in. Seeks forward only."""

    def __init__(self, stream: _Decompressing, compressed: Callable[[], int]) -> None:
        self._stream, self._compressed, self._given = stream, compressed, 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._given

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        if whence == io.SEEK_CUR:
            offset += self._given
        if whence == io.SEEK_END or offset < self._given:
            raise io.UnsupportedOperation("this stream is read once, forwards")
        while self._given < offset and self.read(min(BLOCK, offset - self._given)):
            pass
        return self._given

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._stream.read1(len(buffer))  # all there is before damage, unlike `read`
        self._given += len(data)
        check_swelling(self._compressed(), self._given)
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        if not self.closed:
            self._stream.close()
        super().close()
