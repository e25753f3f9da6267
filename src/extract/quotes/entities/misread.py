"""Misread names: towns taken for organizations, and organizations taken for people.

The network labels a name by the words around it; what the article says of it elsewhere may prove it wrong.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.layout.dateline import Dateline
from extract.lexicon.facilities import FACILITIES
from extract.lexicon.first_names import FIRST_NAMES
from extract.lexicon.honorifics import HONORIFICS
from extract.lexicon.name_parts import ORG_TAILS
from extract.lexicon.organization_nouns import ORGANIZATION_NOUNS
from extract.lexicon.reporting_verbs import finite_forms, reporting_verbs
from extract.lexicon.tokens import NAME_WORD, fold
from extract.pipeline.entity import Entity

_LED = frozenset({"LOC", "FAC", "GPE"})
_NAMES = frozenset({"ORG", "PERSON", "PER"})
_PEOPLE = frozenset({"PERSON", "PER"})
_LABELS = _NAMES | _LED
_FACILITY_BEHIND = re.compile(r"\s(?P<noun>[a-z]+)\b(?!\s(?:in|at|near|outside)\s[A-Z])")  # "the Velden mill"
_IN_FRONT_OF_PLACE = re.compile(r"\b(?:in|near|outside|from)\s$")  # "in "
_IN_FRONT_OF_FACILITY = re.compile(
    r"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Oo]ur|[Aa]|['’]s|s['’])\s(?:\w+\s)?$"
)  # "the old "
# "Norvik said its", "Norvik had announced that its"
_ITS = re.compile(r"\s(?:(?:has|had|also)\s)?(?P<verb>[a-z]+)\s(?:on\s\w+day\s)?(?:that\s)?its\s")
_PERSON_BEHIND = re.compile(r",?\s(?:who|whose|herself|himself)\b|,\s\d\d,")  # "Ada Brunn, 48, left"
_WORD_BEFORE = re.compile(r"(?P<word>[\w.’'-]+)\s$")  # "Mr "
_SAID = finite_forms(reporting_verbs(act="statement", takes="that"))
_MAX_CHARS_BEFORE = 24
_INSTITUTIONS = ORG_TAILS | ORGANIZATION_NOUNS | {"centre", "center", "clinic", "museum", "observatory"}
# "has headed the ", "director of the "
_LEADER_OF = re.compile(
    r"\b(?:(?:leads?|led|heads?|headed|chairs?|chaired|runs?|directs?|directed|founded)"
    r"|(?:head|director|president|chair\w*|chief|founder|dean|rector|spokes\w+|manager|professor|researcher|surgeon|doctor)"
    r"\s(?:of|for|at))\s(?:the\s)?$"
)
_COMPANY = re.compile(r"\s&\s|\s(?:and|&)\s(?:Sons|Co|Brothers|Company)\b")  # "Holt & Sons"


def without_misread(text: str, entities: Sequence[Entity], dateline: Dateline | None) -> list[Entity]:
    """The entities, towns and organizations with the label that the text proves."""
    by_words: dict[tuple[str, ...], list[Entity]] = {}
    for entity in entities:
        if entity.label in _LABELS:
            by_words.setdefault(_words(text, entity), []).append(entity)
    relabelled: dict[tuple[str, ...], str] = {}
    place = None if dateline is None or dateline.place is None else dateline.place
    city = () if place is None else tuple(map(fold, NAME_WORD.findall(place.of(text).partition(",")[0])))
    for words, same in by_words.items():
        if (words == city and not any(_has_article(text, entity) for entity in same)) or _is_town(text, same):
            relabelled[words] = "GPE"
        elif _is_person(words, same, by_words):
            relabelled[words] = "PERSON"
        elif any(_is_led(text, entity) for entity in same) or _is_body(text, words, same, by_words):
            relabelled[words] = "ORG"
    return [
        replace(entity, label=relabelled[words])
        if entity.label in _LABELS and (words := _words(text, entity)) in relabelled
        else entity
        for entity in entities
    ]


def _words(text: str, entity: Entity) -> tuple[str, ...]:
    return tuple(map(fold, NAME_WORD.findall(text, entity.span.start, entity.span.end)))


def _has_article(text: str, entity: Entity) -> bool:
    """Whether "the" stands in front: of the United Nations, which datelines name like a town."""
    return text[max(0, entity.span.start - 4) : entity.span.start].lower() == "the " or (
        entity.span.of(text).lower().startswith("the ")
    )


def _is_town(text: str, same: Sequence[Entity]) -> bool:
    """Whether a name of one word stands for the town of a plant, an office or a branch wherever it stands."""
    if any(entity.label in _PEOPLE or entity.span.of(text).isupper() for entity in same):
        return False
    if any(len(_words(text, entity)) > 1 for entity in same):
        return False
    of_facility = [_is_of_facility(text, entity) for entity in same]
    return any(of_facility) and all(
        told
        or _IN_FRONT_OF_PLACE.search(text, max(0, entity.span.start - _MAX_CHARS_BEFORE), entity.span.start)
        for told, entity in zip(of_facility, same, strict=True)
    )


def _is_of_facility(text: str, entity: Entity) -> bool:
    start, end = entity.span.start, entity.span.end
    behind = _FACILITY_BEHIND.match(text, end)
    if behind is None or behind["noun"] not in FACILITIES:
        return False
    return _IN_FRONT_OF_FACILITY.search(text, max(0, start - _MAX_CHARS_BEFORE), start) is not None


def _is_body(
    text: str,
    words: tuple[str, ...],
    same: Sequence[Entity],
    by_words: dict[tuple[str, ...], list[Entity]],
) -> bool:
    """Whether a name labelled a person is an organization: by its form, or as it speaks of "its" things."""
    if not all(entity.label in _PEOPLE for entity in same):
        return False
    if any(_COMPANY.search(entity.span.of(text)) for entity in same) or (
        len(words) > 1 and words[-1] in ORG_TAILS
    ):
        return True
    if words[0] in FIRST_NAMES or words[0] in HONORIFICS:
        return False
    longer = (other for other in by_words if len(other) > len(words) and set(words) <= set(other))
    if next(longer, None) is not None or any(_is_called_a_person(text, entity) for entity in same):
        return False
    return any(_owns_things(text, entity) for entity in same)


def _is_person(
    words: tuple[str, ...], same: Sequence[Entity], by_words: dict[tuple[str, ...], list[Entity]]
) -> bool:
    """Whether a name labelled an organization is the full name of a person who is else called by its end."""
    if any(entity.label != "ORG" for entity in same) or len(words) != 2 or words[0] not in FIRST_NAMES:
        return False
    short = by_words.get(words[-1:], [])
    return bool(short) and all(entity.label in _PEOPLE for entity in short)


def _is_led(text: str, entity: Entity) -> bool:
    """Whether a name labelled a place is an institution that has a head: "head of the Velden Clinic"."""
    words = _words(text, entity)
    if entity.label not in _LED or len(words) < 2 or not _INSTITUTIONS & {words[-1], words[0]}:
        return False
    return (
        _LEADER_OF.search(text, max(0, entity.span.start - _MAX_CHARS_BEFORE), entity.span.start) is not None
    )


def _is_called_a_person(text: str, entity: Entity) -> bool:
    before = _WORD_BEFORE.search(text, max(0, entity.span.start - _MAX_CHARS_BEFORE), entity.span.start)
    if before is not None and fold(before["word"]) in HONORIFICS:
        return True
    return _PERSON_BEHIND.match(text, entity.span.end) is not None


def _owns_things(text: str, entity: Entity) -> bool:
    found = _ITS.match(text, entity.span.end)
    return found is not None and found["verb"] in _SAID
