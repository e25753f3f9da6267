"""Descriptions of people: whom "the diplomat" or "the 45-year-old" refers back to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from extract.layout.spans import CharSpan
from extract.lexicon.gendered_nouns import FEMALE_TITLES, MALE_TITLES
from extract.lexicon.person_nouns import is_person_noun
from extract.lexicon.tokens import WORD
from extract.quotes import certainty
from extract.quotes.article_index import ArticleIndex
from extract.quotes.entities.names import Gender, Name, distinct
from extract.quotes.speakers.description_ranking import WEIGHTS, nobody_features, person_features
from extract.quotes.speakers.gender import Genders
from extract.quotes.speakers.history import SpeakerHistory
from extract.quotes.speakers.log_linear import probabilities
from extract.quotes.speakers.prominence import most_prominent, prominence
from extract.quotes.speakers.resolution import Reference
from extract.quotes.speakers.titles import before_comma

_AGE = re.compile(r",\s+(?:aged\s+)?(\d{1,3})(?=,|\.|\s+and\b)")  # "Ada Brunn, aged 45, left"
# A phrase that a name ends: "their nine-month-old child, ".
_ENDED_BY_NAME = re.compile(r"\b(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|['’]s?)\s+([a-z][\w -]{1,50}),\s+$")
# Words that make another office of the same noun: the prime minister is no foreign minister.
_OFFICES = frozenset(
    """prime vice deputy assistant foreign finance defence defense interior health education justice home
        attorney trade energy environment labour labor agriculture transport""".split()
)
_LESSER = frozenset(["vice", "deputy", "assistant"])
# What an article calls people in passing, whatever their office: "the diplomat", "the 45-year-old".
_IN_PASSING = frozenset(
    """man woman person boy girl teenager pensioner resident native newcomer veteran star official executive
        leader politician lawmaker legislator diplomat expert specialist businessman businesswoman
        entrepreneur activist campaigner scientist researcher academic scholar writer author artist performer
        athlete player graduate pontiff""".split()
)
_FAMILY = frozenset(
    """mother father grandmother grandfather great-grandmother great-grandfather mum mom dad widow
        widower""".split()
)
_MAX_CHARS_BACK = 1500  # to another person who may be meant
_MAX_PHRASE_CHARS = 60  # in front of a name
_MAX_QUOTES_BACK = 3  # to the person who spoke last
_MAX_PARAGRAPHS_BACK = 4  # likewise


class PersonDescriptions:
    """Knows what the people of an article are called, and whom a description may mean."""

    def __init__(self, index: ArticleIndex, genders: Genders, history: SpeakerHistory) -> None:
        self._index = index
        self._genders = genders
        self._history = history
        self._words: dict[int, frozenset[str]] = {}
        self._meant: dict[str, Name] = {}

    def meant(
        self, mention: CharSpan, head: str, modifiers: Sequence[str], *, owned: bool
    ) -> Reference | None:
        """The person whom the article calls so, else whom the same word meant before, else the last speaker,
        else the likeliest.

        modifiers: the other words of the phrase. owned: whether it says whose or of what ("the union's
        president"); then the title has to say so too.
        """
        found = self._find(mention, head, modifiers, owned=owned) or self._likeliest(
            mention, head, modifiers, owned=owned
        )
        if found is not None:
            self._meant[head] = found.name
        return found

    def _find(
        self, mention: CharSpan, head: str, modifiers: Sequence[str], *, owned: bool
    ) -> Reference | None:
        known = {word.lower() for word in modifiers}
        titled = [name for name in self._index.people if self._may_be(name, head, known)]
        if owned:
            # "The president of the union" is none but a person whose title tells of that union.
            titled = [n for n in titled if {w for w in known if len(w) > 3} & self._words_for(n)]
            if not titled:
                return None
        found = most_prominent(
            (prominence(self._index, name, mention, self._history) + len(known & self._words_for(name)), name)
            for name in titled
        )
        if found is not None:
            return found
        if head in self._meant:
            return Reference(self._meant[head], certainty.DESCRIPTION_AGAIN)
        speaker = self._last_speaker(mention)
        if speaker is None and self._is_personal(head, mention):
            speaker = self._only_one(mention)
        if speaker is None or self._is_another(speaker, head, known):
            return None
        if not self._may_be_new(speaker, head, mention):
            return None
        return Reference(speaker, certainty.DESCRIPTION_OF_LAST_SPEAKER)

    def _likeliest(
        self, mention: CharSpan, head: str, modifiers: Sequence[str], *, owned: bool
    ) -> Reference | None:
        """The person for whom the most speaks, if that is more than what speaks for nobody."""
        people, rows = self.candidates(mention, head, modifiers, owned=owned)
        shares = probabilities(rows, WEIGHTS)
        best = max(range(len(shares)), key=shares.__getitem__)
        if best == len(people) or shares[best] < certainty.DESCRIPTION_AT_LEAST:
            return None
        return Reference(people[best], round(shares[best], 3))

    def candidates(
        self, mention: CharSpan, head: str, modifiers: Sequence[str], *, owned: bool
    ) -> tuple[list[Name], list[dict[str, float]]]:
        """The people who may be meant, and what speaks for each of them and, last, for nobody."""
        known = {word.lower() for word in modifiers}
        people = [name for name in self._index.people if self._may_have(name, head, known, owned=owned)]
        rows = [self._features(name, mention, head, known) for name in people]
        nobody = nobody_features(self._index, people, mention, head, self._history)
        return people, [*rows, nobody]

    def _may_have(self, name: Name, head: str, known: set[str], *, owned: bool) -> bool:
        """Whether neither gender and age nor an office of a person excludes the description."""
        if self._is_unlike(name, head):
            return False
        words = self._words_for(name)
        if owned and head in words and not {word for word in known if len(word) > 3} & words:
            return False  # "the president of the union" is no president of something else
        return not (self._has_another_office(name, head, known) and (head in words or words & _OFFICES))

    def _features(self, name: Name, mention: CharSpan, head: str, known: set[str]) -> dict[str, float]:
        words = self._words_for(name)
        called = not words.isdisjoint({head, head.removeprefix("ex-"), *_KIN.get(head, ())})
        return person_features(
            self._index,
            name,
            mention,
            self._history,
            called=head in words,
            modifiers=sum(len(word) > 2 for word in known & words),
            another=self._has_another_office(name, head, known),
            other_role=not called and any(is_person_noun(word) for word in words),
        )

    def _may_be_new(self, name: Name, head: str, mention: CharSpan) -> bool:
        """Whether a description that is new in the article may be one of its speaker: "the man" may; "the
        judge" only where the speaker has no role yet and nobody else is named near."""
        if head in _IN_PASSING or head.endswith("-old") or self._is_personal(head, mention):
            return True
        if any(is_person_noun(word) for word in self._words_for(name)):
            return False
        index = self._index
        first = index.sentence(max(0, mention.start - _MAX_CHARS_BACK)).start
        return all(other is name for _, other in index.people_in(CharSpan(first, mention.start)))

    def _is_personal(self, head: str, mention: CharSpan) -> bool:
        """Whether a description tells of family or origin: "the mother-of-two", "the Italian"."""
        start = mention.of(self._index.text).lower().rfind(head) + mention.start
        return "-of-" in head or head in _FAMILY or self._index.has_place(CharSpan(start, start + len(head)))

    def _only_one(self, mention: CharSpan) -> Name | None:
        """The one person named in this paragraph and the one before it, outside quotations."""
        index = self._index
        number = max(0, index.paragraph_number(mention.start) - 1)
        start = index.paragraphs[number].start if index.paragraphs else 0
        near = index.people_in(CharSpan(min(start, mention.start), mention.start))
        names = distinct(name for found, name in near if not index.is_quoted(found.span))
        return names[0] if len(names) == 1 else None

    def _words_for(self, name: Name) -> frozenset[str]:
        """The words by which the article calls a person, lower case."""
        if name.number not in self._words:
            self._words[name.number] = self._read_words(name)
        return self._words[name.number]

    def _read_words(self, name: Name) -> frozenset[str]:
        text = self._index.text
        spans = list(self._genders.titles(name))
        spans += filter(None, (before_comma(self._index, mention.span) for mention in name.mentions))
        words = {word for span in spans for word in WORD.findall(span.of(text))}
        for mention in name.mentions:
            if age := _AGE.match(text, mention.span.end):
                words.add(f"{age[1]}-year-old")
            start = mention.span.start
            if before := _ENDED_BY_NAME.search(text, max(0, start - _MAX_PHRASE_CHARS), start):
                last = WORD.findall(before[1])[-1]
                words |= {last} if is_person_noun(last) else set()
        return frozenset(word.lower().rstrip(".") for word in words)

    def _may_be(self, name: Name, head: str, known: set[str]) -> bool:
        """Whether the article has called a person so before."""
        called = self._words_for(name) & {head, head.removeprefix("ex-"), *_KIN.get(head, ())}
        return bool(called) and not self._is_another(name, head, known)

    def _is_another(self, name: Name, head: str, known: set[str]) -> bool:
        """Whether what the article says of a person speaks against the description."""
        return self._is_unlike(name, head) or self._has_another_office(name, head, known)

    def _is_unlike(self, name: Name, head: str) -> bool:
        """Whether a person's gender or age is not that of the description."""
        gender = _gender_of(head)
        if gender is not None and self._genders.of(name) not in (None, gender):
            return True
        ages = {word for word in self._words_for(name) if word.endswith("-year-old")}
        return head.endswith("-year-old") and bool(ages) and head not in ages

    def _has_another_office(self, name: Name, head: str, known: set[str]) -> bool:
        words = self._words_for(name)
        return bool(known & _OFFICES - words or (head in words and words & _LESSER - known))

    def _last_speaker(self, mention: CharSpan) -> Name | None:
        """The person who spoke last, at most four paragraphs back."""
        here = self._index.paragraph_number(mention.start)
        for quote in islice(self._history.latest(), _MAX_QUOTES_BACK):
            if quote.name is not None and quote.name.kind == "person":
                gap = here - self._index.paragraph_number(quote.content.start)
                return quote.name if gap <= _MAX_PARAGRAPHS_BACK else None
        return None


def _gender_of(head: str) -> Gender | None:
    noun = head.split("-of-")[0]
    return "female" if noun in FEMALE_TITLES else "male" if noun in MALE_TITLES else None


# Other words by which the article may have called the same person.
_KIN = {
    "congressman": ("rep", "representative", "lawmaker"),
    "congresswoman": ("rep", "representative", "lawmaker"),
    "pontiff": ("pope",),
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
    "minister": ("secretary", "premier"),
    "chief": ("director", "head", "president", "ceo", "chairman", "chair", "commander"),
    "boss": ("ceo", "chief", "chairman", "head", "manager"),
    "leader": ("president", "premier", "chairman", "chairwoman", "chair"),
    "head": ("director", "chief", "president"),
    "diplomat": ("ambassador", "envoy", "consul", "representative"),
    "spokesperson": ("spokesman", "spokeswoman"),
    "baby": ("child", "infant", "newborn", "daughter", "son", "girl", "boy"),
    "child": ("baby", "daughter", "son", "girl", "boy"),
    "girl": ("daughter", "child"),
    "boy": ("son", "child"),
    "teenager": ("teen", "student", "pupil", "schoolgirl", "schoolboy"),
    "politician": (
        "mp",
        "senator",
        "sen",
        "rep",
        "representative",
        "minister",
        "congressman",
        "congresswoman",
        "leader",
    ),
    "executive": ("ceo", "chief", "president", "director", "chairman", "cfo", "coo"),
    "academic": ("professor", "prof", "lecturer", "researcher", "scholar"),
    "scientist": (
        "researcher",
        "professor",
        "biologist",
        "physicist",
        "chemist",
        "geologist",
        "epidemiologist",
    ),
    "lawyer": ("attorney", "solicitor", "barrister", "counsel"),
    "attorney": ("lawyer", "counsel"),
}
