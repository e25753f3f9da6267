"""Links from the names of one article to the entries of the watch lists."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from extract.quotes.entities.names import Name, NameKind, names_of, numbered
from extract.quotes.entities.watchlist.index import NameIndex
from extract.quotes.entities.watchlist.linking import entries_of, entries_written, split_off
from extract.quotes.entities.watchlist.table import Entry
from extract.quotes.quote import EntityKind, GroupMember, Speaker, Subject
from extract.spans import CharSpan

AMBIGUOUS = "ambiguous_watch_list"


class LinkedNames:
    """Names of one article, each with the entries that it may be. Those of one entry are united.

    A name that fits several entries keeps its own form, has no id, and is flagged.
    """

    def __init__(
        self,
        text: str,
        people: list[Name],
        organizations: list[Name],
        indexes: Mapping[NameKind, NameIndex],
        disputed: Sequence[CharSpan] = (),
    ) -> None:
        self._indexes = indexes
        self._disputed = tuple(disputed)
        self._entries: dict[tuple[EntityKind, str], tuple[Entry, ...]] = {}
        united = self._united(text, people, "person")
        cast = numbered([*united, *self._united(text, organizations, "organization")])
        self.people, self.organizations = cast[: len(united)], cast[len(united) :]

    def _united(self, text: str, names: list[Name], kind: NameKind) -> list[Name]:
        if (index := self._indexes.get(kind)) is None:
            return names
        groups: dict[object, list[Name]] = {}
        fits: dict[object, tuple[Entry, ...]] = {}
        parts = names if kind == "person" else [part for name in names for part in split_off(name, index)]
        for name in parts:
            entries = entries_of(text, name, index)
            key = entries[0].id if len(entries) == 1 else name
            groups.setdefault(key, []).append(name)
            fits[key] = entries
        out = []
        for unit, group in groups.items():
            name = group[0]
            if len(group) > 1:
                [name] = names_of([[m for one in group for m in one.mentions]], kind)
            self._entries[kind, name.canonical] = fits[unit]
            out.append(name)
        return sorted(out, key=lambda name: name.mentions[0].span)

    def _fits(self, kind: EntityKind, name: str) -> tuple[Entry, ...]:
        if (kind, name) not in self._entries:
            index = self._indexes.get(kind) if kind in ("person", "organization") else None
            self._entries[kind, name] = () if index is None else entries_written(name, index)
        return self._entries[kind, name]

    def _only(self, kind: EntityKind, name: str) -> Entry | None:
        fits = self._fits(kind, name)
        return fits[0] if len(fits) == 1 else None

    def organizations_of(self, parts: Sequence[Subject]) -> tuple[Subject, ...]:
        """What a content is about, under the names and ids of the lists."""
        entries = [self._only(part.kind, part.name) for part in parts]
        return tuple(
            part if entry is None else replace(part, name=entry.name, id=entry.id)
            for part, entry in zip(parts, entries, strict=True)
        )

    def speaker_of(self, speaker: Speaker) -> Speaker:
        """A speaker under the list's name and id; several who speak as one under one for each."""
        if speaker.members:
            return replace(speaker, members=tuple(map(self._member, speaker.members)))
        entry = None if speaker.name is None else self._only(_kind_of(speaker), speaker.name)
        return speaker if entry is None else replace(speaker, name=entry.name, id=entry.id)

    def _member(self, member: GroupMember) -> GroupMember:
        entry = self._only(member.kind, member.name)
        return member if entry is None else replace(member, name=entry.name, id=entry.id)

    def flags(self, speaker: Speaker, parts: Sequence[Subject], content: Sequence[CharSpan]) -> set[str]:
        """`AMBIGUOUS` when a name of a quote fits several entries; its parts as the article has them."""
        names: list[tuple[EntityKind, str]] = [(part.kind, part.name) for part in parts]
        names += [(member.kind, member.name) for member in speaker.members]
        if speaker.name is not None:
            names.append((_kind_of(speaker), speaker.name))
        around = [*content, speaker.mention] if speaker.mention else content
        disputed = any(span.overlaps(place) for place in self._disputed for span in around)
        return {AMBIGUOUS} if disputed or any(len(self._fits(*name)) > 1 for name in names) else set()


def _kind_of(speaker: Speaker) -> EntityKind:
    return "person" if speaker.kind == "person" else "organization"
