"""Limits on what is read, which only damaged and hostile inputs exceed: sizes, blank lines, expansion."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from typing import IO, Protocol

from extract.errors import ArticleError

MEGABYTE = 1_000_000
MAX_ARTICLE_SIZE = 50 * MEGABYTE  # bytes, decompressed
MAX_SIDECAR_BYTES = MEGABYTE
MAX_BLANK_LINES = 100_000  # in a row
BLOCK_BYTES = 1 << 18
_MAX_LIMITS_WITHOUT_LINE_END = 20  # times the limit of an article; more is not a file of lines
_MIN_CHECKED_BYTES = 20 * MEGABYTE  # decompressed; the ratio of less means nothing
_MAX_EXPANSION = 200  # ratio of decompressed to compressed bytes: 3 for text, 50 for repetitive JSON


def read_whole(stream: IO[bytes], limit: int, *, what: str = "the text") -> bytes:
    """Read all bytes of `stream`. Raises ArticleError for more than `limit`. what: its name in messages."""
    blocks: list[bytes] = []
    size = 0
    while block := stream.read(BLOCK_BYTES):
        size += len(block)
        if size > limit:
            raise ArticleError(too_long(what, limit))
        blocks.append(block)
    return b"".join(blocks)


def lines_within(
    readline: Callable[[int], bytes] | Callable[[int], str], limit: int
) -> Iterator[bytes | str | None]:
    """Yield every line with its end; None for one of more than `limit` bytes or characters, which is skipped.

    Raises ArticleError where there are no line ends.
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
            line = readline(BLOCK_BYTES)
            passed += len(line)
            if passed > _MAX_LIMITS_WITHOUT_LINE_END * limit:
                raise ArticleError(
                    f"no end of a line within {megabytes(passed)}; this is not a file of lines"
                )
        yield None


def check_blank(number: int) -> None:
    """Raise ArticleError when the `number` of blank lines in a row is too large."""
    if number > MAX_BLANK_LINES:
        raise ArticleError(f"more than {MAX_BLANK_LINES:,} blank lines in a row; the file is damaged")


def check_expansion(compressed: int, size: int) -> None:
    """Raise ArticleError when `compressed` bytes expand to more than text can. size: decompressed bytes."""
    if size > _MIN_CHECKED_BYTES and size > _MAX_EXPANSION * max(compressed, 1):
        raise ArticleError(
            f"it expands from {megabytes(compressed)} to more than {megabytes(size)}, "
            "as a decompression bomb does; if you trust it, decompress it yourself"
        )


def too_long(what: str, limit: int) -> str:
    """The message for an article, a line or a row beyond `limit` bytes."""
    return f"{what} is longer than {megabytes(limit)}; split it, or raise --max-article-size"


def megabytes(size: int) -> str:
    """Format a size in bytes: "1.5 MB", "12 GB"."""
    return f"{size / MEGABYTE:,.4g} MB" if size < 10_000 * MEGABYTE else f"{size / 1e9:,.4g} GB"


def without_bombs(stream: _Decompressor, compressed: Callable[[], int]) -> io.BufferedReader:
    """Guard a decompressing stream: reading raises ArticleError when it expands to more than text can.

    compressed: returns the number of compressed bytes, read so far or in all.
    """
    return io.BufferedReader(_ExpansionGuard(stream, compressed), buffer_size=BLOCK_BYTES)


class _Decompressor(Protocol):
    def read1(self, size: int, /) -> bytes: ...

    def close(self) -> None: ...


class _ExpansionGuard(io.RawIOBase):
    """Compares the bytes that come out of a stream with those that go in. Seeks forward only."""

    def __init__(self, stream: _Decompressor, compressed: Callable[[], int]) -> None:
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
        while self._given < offset and self.read(min(BLOCK_BYTES, offset - self._given)):
            pass
        return self._given

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._stream.read1(len(buffer))  # unlike `read`, returns what comes before damage
        self._given += len(data)
        check_expansion(self._compressed(), self._given)
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        if not self.closed:
            self._stream.close()
        super().close()
