"""Brat annotation to training rows: names by their types, attributions by what is joined to each cue."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection
from itertools import combinations, pairwise

from extract.pipeline.network.labels import ROLES
from extract.spans import CharSpan
from extract.train.data.brat import BratFile, TextBound
from extract.train.data.name_labels import name_label
from extract.train.data.problems import Problems
from extract.train.data.reported import Attribution, ContentWidener, as_attribution, bare_cue, outermost
from extract.train.data.row import Row

_ROLES = {
    "source": "source",
    "speaker": "source",
    "cue": "cue",
    "content": "content",
    "quotation": "content",
    "quote": "content",
}
_SOURCE = re.compile(r"source|speaker|attribut|said|says", re.IGNORECASE)


def brat_row(file: BratFile, problems: Problems, *, ignored: Collection[str] = ()) -> Row | None:
    """Make the row of one article: names, attributions, or both; None where it has neither.

    A layer of which the article has nothing is not annotated. ignored: types to leave out. What is wrong
    goes to `problems`.
    """
    reader = _BratReader(file, problems, {type_.casefold() for type_ in ignored})
    names, attributions = reader.names(), reader.attributions()
    if not names and not attributions:
        return None
    joined = [bound for bound in names if len(bound.spans) == 1]
    broken = [bound for bound in names if len(bound.spans) > 1]
    return Row(
        set=file.path.as_posix(),
        text=file.text,
        entities=tuple(
            (bound.spans[0].start, bound.spans[0].end, name_label(bound.type) or "") for bound in joined
        )
        if names
        else None,
        ignore=tuple((bound.spans[0].start, bound.spans[-1].end) for bound in broken),
        attributions=tuple(attributions) or None,
    )


class _BratReader:
    """Reader of names and attributions out of one file."""

    def __init__(self, file: BratFile, problems: Problems, ignored: Collection[str]) -> None:
        self._file, self._problems = file, problems
        self._roles: dict[str, str] = {}
        self._joins: list[tuple[str, str]] = []
        self._names: list[TextBound] = []
        triggers = self._read_events()
        for bound in file.bounds.values():
            role = _ROLES.get(bound.type.casefold())
            if role is not None:
                self._roles.setdefault(bound.id, role)
            elif name_label(bound.type) is not None and bound.id not in triggers:
                self._names.append(bound)
            elif bound.id not in triggers | self._roles.keys() and bound.type.casefold() not in ignored:
                self._add(
                    bound.line,
                    f"the type {bound.type!r} of {bound.id} is neither a part of an attribution (Source, Cue,"
                    f" Content) nor a kind of names; rename it, or leave it out with --ignore {bound.type}",
                )
        self._read_relations()

    def names(self) -> list[TextBound]:
        """List the names, ascending, none overlapping; pieces that white space parts are joined."""
        found = [self._whole(bound) for bound in self._names]
        found.sort(key=lambda bound: (bound.spans[0].start, bound.spans[-1].end))
        for one, other in pairwise(found):
            if one.spans[-1].end > other.spans[0].start:
                self._add(
                    max(one.line, other.line),
                    f"the names {one.id} and {other.id} overlap; keep the one that is meant",
                )
        return found

    def attributions(self) -> list[Attribution]:
        """List an attribution for each cue, then those without a cue; none inside another."""
        partners = defaultdict[str, set[str]](set)
        for one, other in self._joins:
            partners[one].add(other)
            partners[other].add(one)
        self._check_joins(partners)
        groups = [group for key in self._of_role("cue") if (group := self._group(key, partners))]
        cued = {key for group in groups for key in group}
        groups += [
            {key, *(end for end in partners[key] if self._roles.get(end) == "source")}
            for key in self._of_role("content")
            if key not in cued
        ]
        widener = ContentWidener(self._file.text)
        found = [self._attribution(group, widener) for group in groups]
        return [found[number] for number in outermost(found)]

    def _read_events(self) -> set[str]:
        """Read the events that are attributions; return the triggers of all events."""
        for event in self._file.events:
            parts = [(_ROLES.get(role.rstrip("0123456789").casefold()), end) for role, end in event.arguments]
            parts = [(role, end) for role, end in parts if role in ("source", "content")]
            if not parts:
                continue
            self._roles[event.trigger] = "cue"
            for role, end in parts:
                if end not in self._file.bounds:
                    self._add(
                        event.line, f"the {role} {end} of {event.id} is an event; mark its words instead"
                    )
                elif role is not None:
                    self._roles[end] = role
                    self._joins.append((event.trigger, end))
        return {event.trigger for event in self._file.events}

    def _read_relations(self) -> None:
        """Read the relations that join a cue, its source, its content or its own other pieces.

        A name becomes a source where the relation, or its argument, is called so.
        """
        names = {bound.id for bound in self._names}
        for relation in self._file.relations:
            for end, other, role in zip(relation.ids, relation.ids[::-1], relation.roles, strict=True):
                is_part = end in names and self._roles.get(other) in ("cue", "content")
                if is_part and _SOURCE.search(f"{relation.type} {role}"):
                    self._roles.setdefault(end, "source")
            roles = [self._roles.get(end) for end in relation.ids]
            if None not in roles and (len(set(roles)) == 2 or roles == ["cue", "cue"]):
                self._joins.append(relation.ids)

    def _of_role(self, role: str) -> list[str]:
        keys = [key for key, found in self._roles.items() if found == role]
        return sorted(keys, key=lambda key: self._file.bounds[key].spans)

    def _check_joins(self, partners: dict[str, set[str]]) -> None:
        for key, role in self._roles.items():
            ends = {self._roles[end] for end in partners.get(key, ())}
            bound = self._file.bounds[key]
            if role == "source" and not ends & {"cue", "content"}:
                self._add(
                    bound.line,
                    f"the source {key} belongs to nothing; join it to its cue by a relation or event",
                )
            elif role == "cue" and not ends & {"cue", "content"}:
                self._add(bound.line, f"the cue {key} has no content; join them by a relation or event")

    def _group(self, cue: str, partners: dict[str, set[str]]) -> set[str]:
        """Collect a cue, its other pieces and what is joined to any of them; empty for a later piece."""
        pieces, todo = {cue}, [cue]
        while todo:
            for end in partners[todo.pop()]:
                if self._roles[end] == "cue" and end not in pieces:
                    pieces.add(end)
                    todo.append(end)
        if min(pieces, key=lambda key: self._file.bounds[key].spans) != cue:
            return set()
        group = pieces | {end for piece in pieces for end in partners[piece]}
        if not any(self._roles[key] == "source" for key in group):
            ends = {end for key in group for end in partners[key]}
            group |= {end for end in ends if self._roles[end] == "source"}
        return group

    def _attribution(self, group: set[str], widener: ContentWidener) -> Attribution:
        bounds = {key: self._whole(self._file.bounds[key]) for key in sorted(group)}
        for (key, one), (other_key, other) in combinations(bounds.items(), 2):
            overlap = any(a.overlaps(b) for a in one.spans for b in other.spans)
            if overlap and self._roles[key] != self._roles[other_key]:
                self._add(
                    max(one.line, other.line),
                    f"{key} and {other_key} overlap; source, cue and content of one attribution stand apart",
                )
        spans: dict[str, list[CharSpan]] = {role: [] for role in ROLES}
        for key, bound in bounds.items():
            spans[self._roles[key]] += bound.spans
        spans["cue"] = [bare_cue(self._file.text, span) for span in spans["cue"]]
        spans["content"] = [part for span in spans["content"] for part in widener.widened(span)]
        return as_attribution(spans)

    def _whole(self, bound: TextBound) -> TextBound:
        """Join the pieces of `bound` between which nothing but white space stands, as at line ends."""
        spans: list[CharSpan] = []
        for span in bound.spans:
            if spans and not self._file.text[spans[-1].end : span.start].strip():
                spans[-1] = CharSpan(spans[-1].start, span.end)
            else:
                spans.append(span)
        return TextBound(id=bound.id, type=bound.type, spans=tuple(spans), line=bound.line)

    def _add(self, line: int, message: str) -> None:
        self._problems.add(self._file.path, line, message)
