"""Text that is safe to print on a terminal."""

from __future__ import annotations

import re

# C0 without tab and line feed, DEL, and C1: an article must not drive the terminal.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def printable(text: str) -> str:
    """`text` at equal length without what would drive a terminal."""
    return _CONTROL.sub(lambda match: " " if match[0] in "\r\x0b\x0c\x85" else "\ufffd", text)
