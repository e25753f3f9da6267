"""Renaming of records: canonical names in place of others, all else unchanged."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from extract.merge.census import KINDS, Kind
from extract.merge.table import Decision


class Renaming:
    """Applier of decisions to records as JSON objects.

    met: the names of the decisions that stood in some record.
    """

    def __init__(self, decisions: Iterable[Decision]) -> None:
        self._everywhere: dict[tuple[Kind, str], str] = {}
        self._in_article: dict[tuple[Kind, str, str], str] = {}
        for decision in decisions:
            for article in decision.only_in:
                self._in_article[decision.kind, decision.name, article] = decision.canonical
            if not decision.only_in:
                self._everywhere[decision.kind, decision.name] = decision.canonical
        self._scoped = {(kind, name) for kind, name, _ in self._in_article}
        self.met: set[tuple[Kind, str]] = set()

    def name(self, kind: str, name: str, article: str) -> str:
        """Look up the name to use in an article."""
        for known in KINDS:
            if kind != known:
                continue
            found = self._everywhere.get((known, name))
            if (known, name) in self._scoped:
                found = self._in_article.get((known, name, article), found)
            if found is not None:
                self.met.add((known, name))
                return self._end(known, found)
        return name

    def _end(self, kind: Kind, name: str) -> str:
        """Follow a chain of merges to its end: A is B, and B is C."""
        while (further := self._everywhere.get((kind, name))) is not None and further != name:
            name = further
        return name

    def apply(self, record: dict[str, Any]) -> bool:
        """Replace the names of a record; return whether any was."""
        article = str(record["article"]["id"])
        changed = self._speaker(record["speaker"], article)
        organizations = record["organizations"]
        renamed = False
        for part in organizations:
            name = self.name(part.get("kind") or "organization", part["name"], article)
            if name != part["name"]:
                part["name"], renamed = name, True
        if renamed:
            record["organizations"] = each_once(organizations)
        return changed or renamed

    def _speaker(self, speaker: dict[str, Any], article: str) -> bool:
        if not speaker["name"]:
            return False
        name = self.name(speaker["kind"], speaker["name"], article)
        for member in speaker.get("members") or ():
            new = next(
                (
                    new
                    for kind in KINDS[::-1]
                    if (new := self.name(kind, member["name"], article)) != member["name"]
                ),
                member["name"],
            )
            name = name.replace(member["name"], new, 1)
            member["name"] = new
        changed = bool(name != speaker["name"])
        speaker["name"] = name
        return changed


def each_once(parts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Join the organizations of a record with one name, their mentions in reading order.

    Two ids of a watch list stay two entries.
    """
    out: list[dict[str, Any]] = []
    for part in parts:
        same = next((other for other in out if _is_same(part, other)), None)
        if same is None:
            out.append(part)
            continue
        if _start(part) < _start(same):
            same["how"] = part["how"]
        mentions = {(m["start"], m["end"]): m for m in (*same["mentions"], *part["mentions"])}
        same["mentions"] = [mentions[place] for place in sorted(mentions)]
        same["id"] = same["id"] or part["id"]
    return out


def _is_same(one: dict[str, Any], other: dict[str, Any]) -> bool:
    kinds = one.get("kind"), other.get("kind")
    ids = {one.get("id"), other.get("id")} - {None}
    return one["name"] == other["name"] and kinds[0] == kinds[1] and len(ids) < 2


def _start(part: dict[str, Any]) -> int:
    return min((mention["start"] for mention in part["mentions"]), default=1 << 60)
