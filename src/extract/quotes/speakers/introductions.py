"""Introductions: the sentence beside a quotation that names its speaker without a verb of saying.

“Senator Jane Roe disagreed. ‘That is nonsense.’” The subject of such a sentence speaks the words behind it.
"""

from __future__ import annotations

import re

from extract.layout.spans import CharSpan
from extract.lexicon.honorifics import HONORIFICS
from extract.lexicon.person_nouns import is_person_noun
from extract.lexicon.reactions import ADVERBS, MAX_INTRODUCTION_CHARS, REACTS
from extract.lexicon.tokens import WORD
from extract.quotes.article_index import ArticleIndex
from extract.quotes.entities.names import Gender, Name, distinct
from extract.quotes.speakers.history import SpeakerHistory
from extract.quotes.speakers.pronouns.resolve import PersonPronouns
from extract.quotes.speakers.title_phrases import prenominal

# "Jan Holt (Left), a diver, was blunt"
_BEHIND_NAME = re.compile(
    r"(?:\s*\([^()]{1,40}\))?(?:,\s[^,.;:]{1,90}(?:,\s[^,.;:]{2,60})?,)?(?P<verb>,?\s+[a-z])"
)
_REACTION = re.compile(rf",?\s*{ADVERBS}{REACTS}")  # "Jan Holt also disagreed"
_PRONOUN = re.compile(rf"(?P<pronoun>He|She)\s+{ADVERBS}{REACTS}")  # "She just laughed"
# "Asked about the pier, Jan Holt laughed", "But Jan Holt laughed"
_OPENER = re.compile(
    r"(?:(?:Asked|Pressed|Told|Speaking|Reached|When|While|After|As|In|On|At|For|By|With|Later|Meanwhile|Yesterday"
    r"|Today|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b[^,.;:\"“”]{0,100},\s+|(?:But|And|Yet|Then|Still|So)\s+)?"
)
# "Her old rival, Jan Holt"
_DESCRIBED = re.compile(r"(?:The|Her|His|Its|Their|An?|One|Another)\s[^,.;:]{2,80},\s+")
_END = re.compile(r"[.!?:][\"”’)\]]*\s*$")  # "Jan Holt laughed."
_MARKS = "\"“”‘’'«»„ \t"
_MAX_LEADING_CHARS = 3  # in front of a quotation that opens its paragraph


class Introductions:
    """Reads the sentences in front of and behind the quotations without a source of one article."""

    def __init__(self, index: ArticleIndex, pronouns: PersonPronouns, history: SpeakerHistory) -> None:
        self._index = index
        self._pronouns = pronouns
        self._history = history

    def in_front(self, content: CharSpan, *, known: bool) -> Name | None:
        """The person who reacts in the sentence before a quotation, be it the last of the paragraph before.

        known: somebody was quoted in this paragraph or the one before. Where nobody was, the only person of
        the sentence is enough, whatever they do.
        """
        sentence, beside = self._before(content)
        last = self._history.last
        if sentence is None or (last is not None and last.content.end > sentence.start):
            return None
        text = self._index.text
        clause = _OPENER.match(text, sentence.start, sentence.end)
        start = clause.end() if clause else sentence.start
        if found := _PRONOUN.match(text, start, sentence.end):
            gender: Gender = "male" if found["pronoun"] == "He" else "female"
            reference = self._pronouns.meant(CharSpan(*found.span("pronoun")), gender)
            return reference.name if reference else None
        subject = self._subject(CharSpan(start, sentence.end))
        if subject is None:
            return None
        name, verb = subject
        if _REACTION.match(text, verb, sentence.end):
            return name
        if known or not beside or any(other is name for _, other in self._index.people_in(content)):
            return None
        people = distinct(person for _, person in self._index.people_in(sentence))
        return name if len(people) == 1 else None

    def behind(self, content: CharSpan) -> Name | None:
        """The person whom the paragraph behind a quotation that fills its own brings in."""
        index = self._index
        number = index.paragraph_number(content.start)
        if number + 1 >= len(index.paragraphs):
            return None
        own, following = index.paragraphs[number], index.paragraphs[number + 1]
        around = index.text[own.start : content.start] + index.text[content.end : max(own.end, content.end)]
        if around.strip(_MARKS + ".,!?\n"):
            return None
        subject = self._subject(CharSpan(following.start, index.sentence(following.start).end))
        if subject is None:
            return None
        name, _ = subject
        return name if name.mentions[0].span.start >= following.start else None

    def _before(self, content: CharSpan) -> tuple[CharSpan | None, bool]:
        """The sentence that ends right before a quotation, and whether it stands in the same paragraph."""
        index = self._index
        if not index.paragraphs:
            return None, False
        number = index.paragraph_number(content.start)
        start = min(index.paragraphs[number].start, content.start)
        found = self._last_sentence(CharSpan(start, content.start))
        if found is not None or number == 0 or content.start - start > _MAX_LEADING_CHARS:
            return found, True
        if index.text[start : content.start].strip(_MARKS):
            return None, True
        return self._last_sentence(index.paragraphs[number - 1]), False

    def _last_sentence(self, span: CharSpan) -> CharSpan | None:
        """The end of `span`, where it is a sentence of the author."""
        index = self._index
        low = max(span.start, span.end - MAX_INTRODUCTION_CHARS)
        end = low + len(index.text[low : span.end].rstrip(_MARKS))
        if end <= low or not _END.search(index.text, end - 1, end):
            return None
        if index.is_quoted(CharSpan(end - 1, end)):
            return None
        return CharSpan(max(low, index.sentence(end - 1).start), end)

    def _subject(self, clause: CharSpan) -> tuple[Name, int] | None:
        """The person who is the subject of a clause, and where its verb begins."""
        index, text = self._index, self._index.text
        people = [(m, n) for m, n in index.people_in(clause) if not index.is_quoted(m.span)]
        if not people:
            return None
        mention, name = people[0]
        if not self._opens(clause.start, mention.span):
            return None
        behind = _BEHIND_NAME.match(text, mention.span.end, clause.end)
        return (name, behind.start("verb")) if behind else None

    def _opens(self, start: int, name: CharSpan) -> bool:
        """Whether only a title or description of the person stands between `start` and a name."""
        text = self._index.text
        if found := _DESCRIBED.match(text, start, name.start):
            words = WORD.findall(text, start, found.end())
            if not any(map(is_person_noun, words)) and not text.startswith(",", name.end):
                return False
            start = found.end()
        title = prenominal(self._index, name)
        before = text[start : title.start if title and title.start >= start else name.start]
        return all(word.lower().rstrip(".") in HONORIFICS | {"the"} for word in WORD.findall(before))
