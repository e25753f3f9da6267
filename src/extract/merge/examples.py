"""Where names stand, for a person to look: the first places of each by article and offset."""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable
from typing import Any

from extract.merge.census import Kind

_EACH = 2
_LONGEST = 80


class Examples:
    """Keeps the first two places of each of the names asked for, whatever the order of the records."""

    def __init__(self, names: Iterable[tuple[Kind, str]]) -> None:
        self._found: dict[tuple[str, str], list[tuple[str, int, str]]] = {name: [] for name in names}

    def add(self, record: dict[str, Any]) -> None:
        """Look at the names of a record, before it is changed."""
        article, start = record["article"]["id"], record["quote"]["spans"][0]["start"]
        speaker = record["speaker"]
        found = self._found.get((speaker["kind"], speaker["name"] or ""))
        if found is not None:
            self._keep(found, article, start, _of_speaker(record))
        for part in record["organizations"]:
            places = self._found.get((part.get("kind") or "organization", part["name"]))
            if places is not None:
                self._keep(places, article, start, _of_organization(part, record))

    def of(self, kind: Kind, name: str) -> str:
        """The places of a name in one cell."""
        return "; ".join(f"{article}: {words}" for article, _, words in self._found.get((kind, name), ()))

    def _keep(self, found: list[tuple[str, int, str]], article: str, start: int, words: str) -> None:
        place = article, start, words
        if len(found) < _EACH or place < found[-1]:
            if place not in found:
                insort(found, place)
                del found[_EACH:]


def _of_speaker(record: dict[str, Any]) -> str:
    speaker = record["speaker"]
    mention = speaker["mention"]["text"] if speaker["mention"] else speaker["name"]
    told = ", ".join(filter(None, (speaker.get("title"), speaker.get("affiliation"))))
    return f"{mention}{f' ({told})' if told else ''} “{_short(record['quote']['text'])}”"


def _of_organization(part: dict[str, Any], record: dict[str, Any]) -> str:
    mention = part["mentions"][0]["text"] if part["mentions"] else part["name"]
    return f"{mention} in “{_short(record['quote']['text'])}”"


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _LONGEST else plain[: _LONGEST - 1].rstrip() + "…"
