"""Augmentation: training articles rewritten into the house styles that news comes in."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass

Edit = tuple[int, int, str]

_END_OF_QUOTATION = re.compile(r"([,.?!])([”\"])( )(?=[a-zA-Z])")  # `A," he said`
_STOP = re.compile(r"(?<=\w)[.,](?=\s|$)")  # "It rained.", not "3.5"
_HEADLINE_WITH_STOP = re.compile(r"[^\n]{10,200}\w(\.)(?=\s*\n)")  # "Bank closes branches.\n\nIt"


@dataclass(frozen=True, slots=True)
class Rewrite:
    """Text after edits, with the new place of each old offset."""

    text: str
    offsets: tuple[int, ...]

    def move(self, start: int, end: int) -> tuple[int, int]:
        """Map the span `start` to `end` of the old text to the new one."""
        return self.offsets[start], self.offsets[end]


def apply(text: str, edits: list[Edit]) -> Rewrite:
    """Apply edits (start, end, replacement), which are ascending and do not overlap."""
    parts: list[str] = []
    offsets: list[int] = []
    at = length = 0
    for start, end, new in edits:
        parts += [text[at:start], new]
        offsets += range(length, length + start - at)
        length += start - at
        offsets += [min(length + i, length + len(new)) for i in range(end - start)]
        length += len(new)
        at = end
    parts.append(text[at:])
    offsets += range(length, length + len(text) - at + 1)
    return Rewrite("".join(parts), tuple(offsets))


def _marks(text: str, double: tuple[str, str], single: tuple[str, str]) -> list[Edit]:
    """Rewrite every double mark as `double`, every single one (apostrophes too) as `single`."""
    edits: list[Edit] = []
    for match in re.finditer("[\"“”'‘’]", text):
        at = match.start()
        opens = (at == 0 or text[at - 1].isspace() or text[at - 1] in "([—–") and (
            at + 1 < len(text) and not text[at + 1].isspace()
        )
        if match[0] in "“‘":
            opens = True
        pair = double if match[0] in '"“”' else single
        edits.append((at, at + 1, pair[0] if opens else pair[1]))
    return edits


def _dashes(text: str) -> list[Edit]:
    """Rewrite `"A," he said` as `"A", – he said`: the style of agencies translated from Russian."""
    edits: list[Edit] = []
    for match in _END_OF_QUOTATION.finditer(text):
        mark = "" if match[1] == "," else match[1]
        edits.append((match.start(), match.end(), f"{mark}{match[2]}, – "))
    return edits


def _spaced_stops(text: str) -> list[Edit]:
    return [(m.start(), m.end(), f" {m[0]}") for m in _STOP.finditer(text)]


def _single_lines(text: str) -> list[Edit]:
    return [(m.start(), m.end(), "\n") for m in re.finditer(r"\n\s*\n", text)]


def _no_lines(text: str) -> list[Edit]:
    return [(m.start(), m.end(), " ") for m in re.finditer(r"\s*\n\s*", text)]


MARKS: tuple[tuple[float, Callable[[str], list[Edit]]], ...] = (
    (0.18, lambda text: _marks(text, ('"', '"'), ("'", "'"))),
    (0.10, lambda text: _marks(text, ("“", "”"), ("‘", "’"))),
    (0.06, lambda text: _marks(text, ("‘", "’"), ("’", "’"))),
    (0.06, lambda text: _marks(text, ("'", "'"), ("'", "'"))),
    (0.02, lambda text: _marks(text, ("«", "»"), ("’", "’"))),
)
STOPS: tuple[tuple[float, Callable[[str], list[Edit]]], ...] = (
    (0.08, _dashes),
    (0.04, _spaced_stops),
)


def _bare_headline(text: str) -> list[Edit]:
    """Remove the full stop of the first line: headlines have none, PolNeAR gave them one."""
    found = _HEADLINE_WITH_STOP.match(text)
    return [(found.start(1), found.end(1), "")] if found else []


HEADLINES: tuple[tuple[float, Callable[[str], list[Edit]]], ...] = ((0.5, _bare_headline),)
LINES: tuple[tuple[float, Callable[[str], list[Edit]]], ...] = (
    (0.10, _single_lines),
    (0.05, _no_lines),
)


def restyle(text: str, rng: random.Random) -> Rewrite:
    """Draw a rewriting, often none: of marks, of dashes and stops, of headline, of lines."""
    rewrite = Rewrite(text, tuple(range(len(text) + 1)))
    for styles in (MARKS, STOPS, HEADLINES, LINES):
        draw = rng.random()
        for share, style in styles:
            draw -= share
            if draw < 0:
                step = apply(rewrite.text, style(rewrite.text))
                rewrite = Rewrite(step.text, tuple(step.offsets[at] for at in rewrite.offsets))
                break
    return rewrite
