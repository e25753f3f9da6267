"""Reader of brat standoff: NAME.txt with its annotation in NAME.ann.

Text-bound annotations (T), relations (R) and events (E) are read; attributes, normalizations, notes and
equivalences say nothing that is trained on. Offsets count the code points of NAME.txt.
Format: https://brat.nlplab.org/standoff.html
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from extract.spans import CharSpan
from extract.train.data.problems import Problems

_UNREAD = re.compile(r"[AMN]\d+\t|[#*]")  # "A1\tNegation E1", "#1\tnote"
# "Person 0 9\tAda Brunn", "Quote 0 9;14 20"
_TEXT_BOUND = re.compile(r"(?P<type>\S+) (?P<spans>\d+ \d+(?:;\d+ \d+)*)(?:\t(?P<words>.*))?")
# "Says Arg1:T1 Arg2:T2"
_RELATION = re.compile(r"(?P<type>\S+) (?P<role1>[^\s:]+):(?P<id1>\S+) (?P<role2>[^\s:]+):(?P<id2>\S+)")
# "Quote:T3 Source:T1 Content:T2"
_EVENT = re.compile(r"(?P<type>[^\s:]+):(?P<trigger>T\S+)(?P<arguments>(?: [^\s:]+:\S+)*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class TextBound:
    """T line: words of a type. spans: ascending, several where the words are not in one piece."""

    id: str
    type: str
    spans: tuple[CharSpan, ...]
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """R line: its type, the two ids, and the role of each ("Arg1", "Arg2")."""

    type: str
    ids: tuple[str, str]
    roles: tuple[str, str]
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """E line: the id of the trigger and (role, id) of each argument."""

    id: str
    trigger: str
    arguments: tuple[tuple[str, str], ...]
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BratFile:
    """Annotated article. Every id in relations and events is one of `bounds` or of an event."""

    path: Path
    text: str
    bounds: dict[str, TextBound]
    relations: tuple[Relation, ...]
    events: tuple[Event, ...]


def read_brat(path: Path, problems: Problems) -> BratFile | None:
    """Read NAME.ann and the NAME.txt beside it; what is wrong goes to `problems`.

    Returns None where the text or the annotation cannot be read at all.
    """
    text = _read_text(path.with_suffix(".txt"), path, problems)
    annotation = _read_utf8(path, problems)
    if text is None or annotation is None:
        return None
    found = _AnnotationLines(path, text, problems)
    for number, line in enumerate(annotation.removeprefix("\ufeff").split("\n"), start=1):
        if (line := line.rstrip("\r")).strip() and not _UNREAD.match(line):
            found.read(line, number)
    return found.whole()


def _read_text(path: Path, annotation: Path, problems: Problems) -> str | None:
    if not path.is_file():
        problems.add(annotation, None, f"{path.name} is not beside it; brat's annotation needs its text")
        return None
    return _read_utf8(path, problems)


def _read_utf8(path: Path, problems: Problems) -> str | None:
    """Read the file with line ends and byte order mark as they are: brat counts them."""
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        problems.add(path, None, f"byte {error.start} is not UTF-8, as brat's files are; save it as UTF-8")
    except OSError as error:
        problems.add(path, None, f"it cannot be read: {error.strerror}")
    return None


class _AnnotationLines:
    """Lines of one .ann file as they are read."""

    def __init__(self, path: Path, text: str, problems: Problems) -> None:
        self._path, self._text, self._problems = path, text, problems
        self.bounds: dict[str, TextBound] = {}
        self.relations: list[Relation] = []
        self.events: list[Event] = []

    def read(self, line: str, number: int) -> None:
        """Read one line, or note what is wrong with it."""
        key, _, rest = line.partition("\t")
        if key.startswith("T") and (found := _TEXT_BOUND.fullmatch(rest)):
            self._text_bound(key, found, number)
        elif key.startswith("R") and (found := _RELATION.match(rest)):
            ids, roles = (found["id1"], found["id2"]), (found["role1"], found["role2"])
            self.relations.append(Relation(type=found["type"], ids=ids, roles=roles, line=number))
        elif key.startswith("E") and (found := _EVENT.match(rest)):
            arguments = tuple(_argument(word) for word in found["arguments"].split())
            self.events.append(Event(id=key, trigger=found["trigger"], arguments=arguments, line=number))
        else:
            self._add(number, f"{line[:60]!r} is no line of brat's standoff format")

    def whole(self) -> BratFile:
        """Return all that was read, without relations and events that refer to missing ids."""
        known = self.bounds.keys() | {event.id for event in self.events}

        def has_ends(ids: tuple[str, ...], number: int) -> bool:
            missing = [one for one in ids if one not in known]
            if missing:
                self._add(number, f"{missing[0]} is not in this file, or its line is wrong")
            return not missing

        return BratFile(
            path=self._path,
            text=self._text,
            bounds=self.bounds,
            relations=tuple(item for item in self.relations if has_ends(item.ids, item.line)),
            events=tuple(
                item
                for item in self.events
                if has_ends((item.trigger, *(end for _, end in item.arguments)), item.line)
            ),
        )

    def _text_bound(self, key: str, found: re.Match[str], number: int) -> None:
        if key in self.bounds:
            self._add(number, f"{key} is there twice; give one of them another number")
            return
        bounds = sorted(tuple(map(int, part.split())) for part in found["spans"].split(";"))
        for start, end in bounds:
            if not start < end <= len(self._text):
                self._add(
                    number, f"{key}: {start} to {end} is outside the text of {len(self._text)} code points"
                )
                return
        if any(one[1] > other[0] for one, other in pairwise(bounds)):
            self._add(number, f"{key}: the pieces of {found['spans']!r} overlap")
            return
        spans = tuple(CharSpan(start, end) for start, end in bounds)
        words = " ".join(span.of(self._text) for span in spans)
        stated = found["words"]
        if stated is not None and stated.split() != words.split():
            self._add(
                number,
                f"{key} says {stated[:60]!r}, but the text has {words[:60]!r} there;"
                " the text was changed after it was annotated, or saved in another encoding",
            )
            return
        self.bounds[key] = TextBound(id=key, type=found["type"], spans=spans, line=number)

    def _add(self, number: int, message: str) -> None:
        self._problems.add(self._path, number, message)


def _argument(word: str) -> tuple[str, str]:
    role, _, end = word.partition(":")
    return role, end
