"""Index of an article: its names, places, sentences and paragraphs, looked up by offset."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate

from extract.layout.spans import CharSpan
from extract.quotes.entities.names import Name, NameMention

_MAX_SUBJECT_OFFSET = 40  # characters from the head of a sentence in which its subject stands
_MAX_MENTIONS_BACK = 1000  # to the organizations mentioned last


class ArticleIndex:
    """Finds what stands at a place of one article. All spans given are sorted here.

    places: entities that are places or nationalities. quoted: contents and quotations, the words of
    others. sentences, paragraphs: spans that follow one another, ascending.
    """

    def __init__(
        self,
        *,
        text: str,
        people: Iterable[Name],
        organizations: Iterable[Name],
        places: Iterable[CharSpan],
        quoted: Iterable[CharSpan],
        sentences: Sequence[CharSpan],
        paragraphs: Sequence[CharSpan],
    ) -> None:
        self.text = text
        self.people = tuple(people)
        self.organizations = tuple(organizations)
        self.places = tuple(sorted(places))
        self.sentences = tuple(sentences)
        self.paragraphs = tuple(paragraphs)
        self._quoted = sorted(quoted)
        self._quoted_ends = list(accumulate((span.end for span in self._quoted), max))
        self._people = _MentionIndex(self.people)
        self._organizations = _MentionIndex(self.organizations)
        self._sentence_starts = [span.start for span in self.sentences]
        self._paragraph_starts = [span.start for span in self.paragraphs]

    def sentence_number(self, at: int) -> int:
        """The number of the sentence that holds offset `at`, or of the last one before it."""
        return _number(self._sentence_starts, at)

    def paragraph_number(self, at: int) -> int:
        """The number of the paragraph that holds offset `at`, or of the last one before it."""
        return _number(self._paragraph_starts, at)

    def sentence(self, at: int) -> CharSpan:
        """The sentence that holds offset `at`; empty where the text has none."""
        return self.sentences[self.sentence_number(at)] if self.sentences else CharSpan(at, at)

    def opens_sentence(self, span: CharSpan) -> bool:
        """Whether the span stands where the subject of a sentence does: near its head."""
        return span.start - self.sentence(span.start).start < _MAX_SUBJECT_OFFSET

    def is_quoted(self, span: CharSpan) -> bool:
        """Whether the span stands inside words of others."""
        place = bisect_right(self._quoted, span.start, key=_start)
        return place > 0 and self._quoted_ends[place - 1] >= span.end

    def people_in(self, span: CharSpan) -> list[tuple[NameMention, Name]]:
        """The mentions of people inside `span`, in order."""
        return self._people.inside(span)

    def organizations_in(self, span: CharSpan) -> list[tuple[NameMention, Name]]:
        """The mentions of organizations inside `span`, in order."""
        return self._organizations.inside(span)

    def latest_organizations(self, at: int, most: int) -> list[Name]:
        """The organizations mentioned before offset `at`, each once, the latest first; at most so many."""
        return self._organizations.latest(at, most)

    def has_place(self, span: CharSpan) -> bool:
        """Whether a place or nationality is named inside `span`."""
        first = bisect_left(self.places, span.start, key=_start)
        return first < len(self.places) and self.places[first].end <= span.end


def _start(span: CharSpan) -> int:
    return span.start


class _MentionIndex:
    """Mentions of names, sorted by place."""

    def __init__(self, names: Iterable[Name]) -> None:
        self._mentions = sorted(((m, name) for name in names for m in name.mentions), key=_place)
        self._starts = [mention.span.start for mention, _ in self._mentions]

    def inside(self, span: CharSpan) -> list[tuple[NameMention, Name]]:
        """The mentions that lie within `span`, in order."""
        first, end = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return [item for item in self._mentions[first:end] if item[0].span.end <= span.end]

    def latest(self, at: int, most: int) -> list[Name]:
        """The names with a mention that ends before `at`, the latest first, of the last mentions alone."""
        end = bisect_left(self._starts, at)
        found: dict[int, Name] = {}
        for number in range(end - 1, max(-1, end - 1 - _MAX_MENTIONS_BACK), -1):
            mention, name = self._mentions[number]
            if mention.span.end <= at:
                found.setdefault(name.number, name)
            if len(found) == most:
                break
        return list(found.values())


def _place(item: tuple[NameMention, Name]) -> CharSpan:
    return item[0].span


def _number(starts: Sequence[int], at: int) -> int:
    return max(0, bisect_right(starts, at) - 1)
