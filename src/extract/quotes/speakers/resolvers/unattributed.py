"""Speakers of quotations beside which no source stands."""

from __future__ import annotations

import re
from dataclasses import replace

from extract.lexicon.tokens import WORD
from extract.quotes import certainty
from extract.quotes.article_index import ArticleIndex
from extract.quotes.entities.names import Gender, Name, distinct
from extract.quotes.speakers.history import SpeakerHistory
from extract.quotes.speakers.introductions import Introductions
from extract.quotes.speakers.profiles import Profiles
from extract.quotes.speakers.pronouns.resolve import PersonPronouns
from extract.quotes.speakers.query import Query
from extract.quotes.speakers.resolution import Resolution, Resolver, nobody, resolution
from extract.quotes.speakers.source_phrase import PASSIVE
from extract.spans import CharSpan

_COMMA_AND_MARK = re.compile(r"[,—–-][\"”’»']+[ \t]+")  # "“We lost all,” Ada Brunn added"
_BREAK = re.compile(r"[^\w .’'&-]")  # "shopkeeper: Ada Brunn"
_MAX_NAME_OFFSET = 80  # characters between a quotation and the end of the name behind it
_MIN_PARAGRAPHS_APART = 2  # or more: nobody was quoted in this one or the one before
_KEPT_REASONS = frozenset(["ambiguous_pronoun", "ambiguous_description", "unnamed_source"])


class Unattributed:
    """Finds the speaker of a quotation from the text around it, as a reader does.

    Whoever the sentence right before it introduces speaks. Else, within a paragraph the speaker goes on. A
    quotation at the head of a paragraph goes on with who was quoted in the paragraph before, or whose
    statement ended it; where nobody was, it belongs to the one person whom that paragraph is about, or whom
    the next one brings in.
    """

    def __init__(
        self, index: ArticleIndex, pronouns: PersonPronouns, history: SpeakerHistory, profiles: Profiles
    ) -> None:
        self._index = index
        self._pronouns = pronouns
        self._history = history
        self._profiles = profiles
        self._introductions = Introductions(index, pronouns, history)
        self._ways: tuple[Resolver, ...] = (
            self._named_behind,
            self._introduced_in_front,
            self._impersonal,
            self._going_on,
            self._subject_of_paragraph,
            self._introduced_behind,
        )

    def __call__(self, query: Query) -> Resolution | None:
        """Answer a query without a source."""
        if query.mention is not None:
            return None
        answers = (way(query) for way in self._ways)
        unknown = nobody(query, "no_source", certainty.UNRESOLVED)
        return next((answer for answer in answers if answer is not None), unknown)

    def _named_behind(self, query: Query) -> Resolution | None:
        """The person named right behind a quotation that ends in a comma: `," NAME, an economist, said`."""
        index = self._index
        closing = _COMMA_AND_MARK.match(index.text, query.content.end)
        if query.type != "direct" or closing is None:
            return None
        behind = CharSpan(closing.end(), min(len(index.text), closing.end() + _MAX_NAME_OFFSET))
        people = index.people_in(behind)
        if not people or _BREAK.search(index.text, behind.start, people[0][0].span.start):
            return None
        mention, name = people[0]
        return self._profiles.person(query, name, certainty.NAME_BEHIND_QUOTATION, mention=mention.span)

    def _introduced_in_front(self, query: Query) -> Resolution | None:
        if query.type != "direct":
            return None
        known = self._paragraphs_since_quote(query) < _MIN_PARAGRAPHS_APART
        name = self._introductions.in_front(query.content, known=known)
        return self._unmentioned(query, name, certainty.INTRODUCED_IN_FRONT)

    def _impersonal(self, query: Query) -> Resolution | None:
        """Nobody, behind a passive: "it was feared that"."""
        cue = query.passage.cue
        if cue is None or query.type == "direct" or not PASSIVE.match(self._index.text, cue.start, cue.end):
            return None
        return nobody(query, "no_source", certainty.UNRESOLVED)

    def _going_on(self, query: Query) -> Resolution | None:
        """The speaker before, once more; where that one was not known, the same reason."""
        last, gap = self._history.last, self._paragraphs_since_quote(query)
        if last is None or gap > 1:
            return None
        if gap != 0 and not (gap == 1 and query.type == "direct" and self._ends_paragraph(last)):
            return None
        speaker = last.speaker
        if speaker.full_name is None:
            reason = speaker.reason if speaker.reason in _KEPT_REASONS else None
            return nobody(query, reason or "no_source", certainty.UNRESOLVED)
        behind_report = last.type == "indirect"
        confidence = certainty.SPEAKER_GOES_ON_BEHIND_REPORT if behind_report else certainty.SPEAKER_GOES_ON
        if last.name is not None and speaker.kind == "person":
            return self._unmentioned(query, last.name, confidence)
        going_on = replace(speaker, mention=None, title=None, affiliation=None)
        return resolution(query, going_on, confidence, last.name)

    def _subject_of_paragraph(self, query: Query) -> Resolution | None:
        """The one person named in the paragraph before, or whom the "he" or "she" that opens it means."""
        if query.type != "direct" or self._paragraphs_since_quote(query) < _MIN_PARAGRAPHS_APART:
            return None
        return self._unmentioned(query, self._subject_before(query.content), certainty.SUBJECT_OF_PARAGRAPH)

    def _introduced_behind(self, query: Query) -> Resolution | None:
        if query.type != "direct":
            return None
        name = self._introductions.behind(query.content)
        return self._unmentioned(query, name, certainty.INTRODUCED_BEHIND)

    def _unmentioned(self, query: Query, name: Name | None, confidence: float) -> Resolution | None:
        """A person whom no mention beside the quotation names."""
        return None if name is None else self._profiles.person(query, name, confidence, mention=None)

    def _paragraphs_since_quote(self, query: Query) -> int:
        last = self._history.last
        if last is None:
            return _MIN_PARAGRAPHS_APART
        here = self._index.paragraph_number(query.content.start)
        return here - self._index.paragraph_number(last.content.end)

    def _ends_paragraph(self, last: Resolution) -> bool:
        """Whether a paragraph ends in the words of its last speaker, or in a sentence that reports them."""
        if last.type != "indirect":
            return True
        index = self._index
        end = max(last.content.end, last.speaker.mention.end if last.speaker.mention else 0)
        paragraph = index.paragraphs[index.paragraph_number(end - 1)]
        return index.sentence_number(end - 1) == index.sentence_number(paragraph.end - 1)

    def _subject_before(self, content: CharSpan) -> Name | None:
        index = self._index
        number = index.paragraph_number(content.start)
        if number == 0 or not index.paragraphs[number].start >= content.start - 2:
            return None
        before = index.paragraphs[number - 1]
        people = distinct(n for m, n in index.people_in(before) if not index.is_quoted(m.span))
        if len(people) == 1:
            return people[0]
        word = WORD.match(index.text, before.start, before.end)
        if people or word is None:
            return None
        pronoun = word[0].lower()
        if pronoun not in ("he", "she"):
            return None
        gender: Gender = "male" if pronoun == "he" else "female"
        reference = self._pronouns.meant(CharSpan(*word.span()), gender)
        return reference.name if reference else None
