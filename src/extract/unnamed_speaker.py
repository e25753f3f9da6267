"""Speakers without a name whom a pronoun means: "a spokeswoman ... she added", "the union ... it said"."""

from __future__ import annotations

from collections.abc import Sequence

from extract.gender import Gender
from extract.lexicon import FEMALE_TITLES, MALE_TITLES
from extract.resolved import Resolved
from extract.scene import WORD, Scene
from extract.span import CharSpan

_FAR = 3  # paragraphs back to which "he" and "she" reach
_NEAR = 1  # likewise "it"


def unnamed_person(
    scene: Scene, past: Sequence[Resolved], source: CharSpan, gender: Gender
) -> Resolved | None:
    """The last speaker, when a person without a name who may be of this gender, and nobody was named since
    outside quotations."""
    last = past[-1] if past else None
    if last is None or last.speaker.kind != "person" or last.name is not None or not last.speaker.name:
        return None
    words = {word.lower() for word in WORD.findall(last.speaker.name)}
    if words & (FEMALE_TITLES if gender == "male" else MALE_TITLES):
        return None
    start = min(last.content.start, (last.speaker.mention or last.content).start)
    if not _is_near(scene, start, source, _FAR):
        return None
    since = scene.people_in(CharSpan(start, source.start))
    return None if any(not scene.is_quoted(m.span) for m, _ in since) else last


def unnamed_body(scene: Scene, past: Sequence[Resolved], source: CharSpan) -> Resolved | None:
    """The last speaker, when a body without a name, and none was named since outside quotations."""
    last = past[-1] if past else None
    if last is None or last.speaker.kind != "organization" or last.name is not None:
        return None
    start = (last.speaker.mention or last.content).start
    if not _is_near(scene, start, source, _NEAR):
        return None
    since = scene.organizations_in(CharSpan(start, source.start))
    return None if any(not scene.is_quoted(m.span) for m, _ in since) else last


def _is_near(scene: Scene, start: int, source: CharSpan, far: int) -> bool:
    gap = scene.paragraph_number(source.start) - scene.paragraph_number(start)
    return start <= source.start and gap <= far
