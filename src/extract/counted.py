"""Numbers of things, for a person."""

from __future__ import annotations


def counted(number: int, noun: str) -> str:
    """ "1 record", "1,200 records": `noun` in the singular takes an s."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
