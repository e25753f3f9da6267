"""Antecedents: whom a pronoun or a definite description refers back to."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from extract.bodies import Bodies, may_be
from extract.gender import Gender, Genders
from extract.lexicon import FEMALE_TITLES, LEGAL_SUFFIXES, MALE_TITLES, ORG_TAILS
from extract.names import Name, NameKind, fold
from extract.pronouns import Earlier, PersonPronouns
from extract.scene import WORD, Scene, titles_of
from extract.several import Groups
from extract.span import CharSpan


@dataclass(frozen=True, slots=True)
class Reference:
    """A name that is referred to, and how sure that is."""

    name: Name
    confidence: float


_FAR = 12  # sentences back to which a pronoun reaches
_DOUBTFUL = 0.4  # probability below which a pronoun is left open
_SUREST = 0.95
_SURE = 1.5  # lead over the second candidate from which a reference counts as sure


class Antecedents:
    """Weighs the names of one article as what a mention refers to.

    Salience in the manner of Lappin and Leass (1994): recency by sentence, the speaker of the passage
    first, names in others' mouths last.
    """

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._bodies = Bodies(scene.organizations)
        self.groups = Groups(scene)
        self._genders = Genders(scene)
        self.pronouns = PersonPronouns(scene, self._genders)
        self._title_spans = {id(name): titles_of(scene, name) for name in scene.people}
        self._titles = {
            key: {word.lower().rstrip(".") for span in spans for word in WORD.findall(span.of(scene.text))}
            for key, spans in self._title_spans.items()
        }

    def first_title(self, name: Name) -> CharSpan | None:
        """The first title that the article gives a person."""
        return next(iter(self._title_spans[id(name)]), None)

    def person(self, mention: CharSpan, past: Sequence[Earlier], gender: Gender) -> Reference | None:
        """Whom "he" or "she" at `mention` means; None when that is nobody, or too doubtful."""
        found = self.pronouns.likely(mention, past, gender)
        if found is None or found[1] < _DOUBTFUL:
            return None
        return Reference(found[0], round(min(found[1], _SUREST), 3))

    def description(
        self,
        mention: CharSpan,
        past: Sequence[Earlier],
        head: str,
        modifiers: Sequence[str],
        called: Mapping[str, Name],
        *,
        owned: bool,
    ) -> Reference | None:
        """Whom "the diplomat" or "the Vermont senator" means.

        Someone whose title says so, else whom the same word meant before (`called`), else the speaker of
        the passage. modifiers: the other words of the phrase. owned: whether it says whose or of what
        ("the union's president"); then the title has to say so too.
        """
        gender: Gender | None = "female" if head in FEMALE_TITLES else "male" if head in MALE_TITLES else None
        wanted = {head, *_KIN.get(head, ())}
        titled = [n for n in self._scene.people if self._titles[id(n)] & wanted]
        known = {word.lower() for word in modifiers}
        if owned:
            # "The president of the union" is none but a person whose title tells of that union.
            titled = [n for n in titled if {w for w in known if len(w) > 3} & self._titles[id(n)]]
            if not titled:
                return None
        scores = [
            (self._salience(name, mention, past) + len(known & self._titles[id(name)]), name)
            for name in titled
            if gender is None or self._genders.of(name) in (None, gender)
        ]
        if best := _best([item for item in scores if item[0] > -math.inf]):
            return best
        if head in called:
            return Reference(called[head], 0.75)
        passage = self._passage(mention, past)
        if passage is None or (gender and self._genders.of(passage) not in (None, gender)):
            return None
        return Reference(passage, 0.7)

    def _passage(self, mention: CharSpan, past: Sequence[Earlier]) -> Name | None:
        """The person who spoke last, at most four paragraphs back."""
        here = self._scene.paragraph_number(mention.start)
        for earlier in reversed(past[-3:]):
            if earlier.name is not None and earlier.name.kind == "person":
                gap = here - self._scene.paragraph_number(earlier.content.start)
                return earlier.name if gap <= 4 else None
        return None

    def organization(
        self, mention: CharSpan, past: Sequence[Earlier], head: str | None = None
    ) -> Reference | None:
        """Which organization "it" or "the HEAD" means: one whose name has the head, else the latest."""
        names = self._near(mention, past, "organization")
        if head is not None:
            named = self.organizations_with(head)
            scores = [(self._salience(n, mention, past), n) for n in named]
            if best := _best([item for item in scores if item[0] > -math.inf]):
                return best
            names = [n for n in names if not _has_other_noun(n, head) and may_be(n, head)]
        scores = [(self._salience(n, mention, past), n) for n in names]
        near = [item for item in scores if item[0] > -2.5]
        return _best(near)

    def organizations_with(self, noun: str) -> Sequence[Name]:
        """The organizations that a noun may stand for, by their canonical names."""
        return self._bodies.called(noun)

    def _near(self, mention: CharSpan, past: Sequence[Earlier], kind: NameKind) -> list[Name]:
        """The names of a kind in the sentences before a mention, and those who spoke last."""
        scene = self._scene
        number = max(0, scene.sentence_number(mention.start) - _FAR)
        start = scene.sentences[number].start if scene.sentences else 0
        window = CharSpan(min(start, mention.start), mention.start)
        found = scene.people_in(window) if kind == "person" else scene.organizations_in(window)
        names = [name for _, name in found] + [e.name for e in past[-2:] if e.name is not None]
        return list({id(name): name for name in names if name.kind == kind}.values())

    def _salience(self, name: Name, mention: CharSpan, past: Sequence[Earlier]) -> float:
        scene = self._scene
        count = bisect_right(name.mentions, mention.start, key=lambda m: m.span.end)
        if not count:
            return -math.inf
        here = scene.sentence_number(mention.start)
        best = -math.inf
        for m in name.mentions[max(0, count - 4) : count]:
            number = scene.sentence_number(m.span.start)
            distance = here - number
            score = -0.9 * min(distance, _FAR)
            opening = m.span.start - scene.sentences[number].start if scene.sentences else 0
            score += 0.8 if opening < 40 else 0.0
            score -= 1.8 if scene.is_quoted(m.span) else 0.0
            best = max(best, score)
        paragraph = scene.paragraph_number(mention.start)
        for rank, earlier in enumerate(reversed(past[-2:])):
            if earlier.name is name:
                gap = paragraph - scene.paragraph_number(earlier.content.end)
                best = max(best, 0.0 if gap > 3 else -0.9) + (2.6 - 0.5 * min(gap, 4)) * (
                    0.6 if rank else 1.0
                )
                break
        return best + 0.25 * math.log(count)


_KIN = {
    "congressman": ("rep", "representative", "lawmaker"),
    "congresswoman": ("rep", "representative", "lawmaker"),
    "senator": ("sen",),
    "lawmaker": ("rep", "representative", "sen", "senator", "congressman", "congresswoman", "mp"),
    "governor": ("gov",),
    "general": ("gen",),
    "colonel": ("col",),
    "sergeant": ("sgt",),
    "lieutenant": ("lt",),
    "captain": ("capt",),
    "professor": ("prof",),
    "doctor": ("dr",),
    "priest": ("rev", "father"),
    "minister": ("minister", "secretary"),
    "chief": ("director", "head", "president", "chief", "ceo", "chairman", "chair", "commander"),
    "boss": ("ceo", "chief", "chairman", "head", "manager"),
    "leader": ("leader", "president", "premier", "chairman"),
    "head": ("director", "chief", "president"),
    "diplomat": ("ambassador", "envoy", "consul", "representative"),
    "spokesperson": ("spokesman", "spokeswoman"),
}


def _best(scores: Iterable[tuple[float, Name]]) -> Reference | None:
    ranked = sorted(scores, key=lambda item: -item[0])
    if not ranked:
        return None
    lead = ranked[0][0] - ranked[1][0] if len(ranked) > 1 else _SURE
    return Reference(ranked[0][1], round(0.6 + 0.3 * min(1.0, max(0.0, lead) / _SURE), 3))


def _has_other_noun(name: Name, head: str) -> bool:
    """Whether the name itself says that it is something else: "the bank" is no "Ministry of Health"."""
    return any(
        fold(word) in ORG_TAILS - LEGAL_SUFFIXES - {head, "company", "group"}
        for word in name.canonical.split()
    )
