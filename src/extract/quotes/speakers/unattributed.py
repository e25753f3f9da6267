"""Floating quotations: whose words they are when no source stands beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.quotes.article_index import ArticleIndex
from extract.quotes.entities.names import Name, NameMention, distinct
from extract.quotes.lexicon.tokens import WORD
from extract.quotes.quote import Speaker
from extract.quotes.speakers.antecedents import Antecedents
from extract.quotes.speakers.gender import Gender
from extract.quotes.speakers.introductions import Introductions
from extract.quotes.speakers.resolution import Resolved, nobody
from extract.quotes.speakers.source_phrase import PASSIVE
from extract.spans import CharSpan

_COMMA_AND_MARK = re.compile(r"[,—–-][\"”’»']+[ \t]+")
_BREAK = re.compile(r"[^\w .’'&-]")
_TITLE = 80  # characters between a quotation and the end of the name behind it


class FloatingQuotations:
    """Finds the speaker of a quotation from the text before it, as a reader does.

    Whoever the sentence right before it introduces speaks. Else, within a paragraph the speaker goes on. A
    quotation at the head of a paragraph goes on with who was quoted in the paragraph before, or whose
    statement ended it; where nobody was, it belongs to the one person whom that paragraph is about, or whom
    the next one brings in.
    """

    def __init__(self, index: ArticleIndex, antecedents: Antecedents) -> None:
        self._index = index
        self._antecedents = antecedents
        self._introductions = Introductions(index, antecedents)

    def speaker(
        self, content: CharSpan, past: Sequence[Resolved], *, quoted: bool, cue: CharSpan | None
    ) -> Resolved:
        """content: from the first to the last word. past: the quotes before it. quoted: it is direct."""
        if quoted and (behind := self._named_behind(content)):
            mention, name = behind
            speaker = Speaker(mention=mention.span, name=name.canonical, kind="person")
            return Resolved(speaker=speaker, name=name, content=content, confidence=0.7)
        last = past[-1] if past else None
        gap = self._gap(last.content, content) if last is not None else 2
        if quoted and (introduced := self._introductions.in_front(content, past, known=gap < 2)):
            return _by(introduced, content, 0.6)
        if cue is not None and not quoted and PASSIVE.match(self._index.text, cue.start, cue.end):
            return nobody(None, content, "no_source", 0.3)  # "it was feared that"
        if last is not None and (gap == 0 or (quoted and gap == 1 and self._ends_paragraph(last))):
            return _again(last, content)
        if quoted and gap > 1 and (subject := self._subject_before(content, past)):
            return _by(subject, content, 0.5)
        if quoted and (following := self._introductions.behind(content)):
            return _by(following, content, 0.5)
        return nobody(None, content, "no_source", 0.3)

    def _named_behind(self, content: CharSpan) -> tuple[NameMention, Name] | None:
        """The person named right behind a quotation that ends in a comma: `," NAME, an economist, said`."""
        index = self._index
        closing = _COMMA_AND_MARK.match(index.text, content.end)
        if closing is None:
            return None
        behind = CharSpan(closing.end(), min(len(index.text), closing.end() + _TITLE))
        people = index.people_in(behind)
        if not people or _BREAK.search(index.text, behind.start, people[0][0].span.start):
            return None
        return people[0]

    def _gap(self, before: CharSpan, after: CharSpan) -> int:
        return self._index.paragraph_number(after.start) - self._index.paragraph_number(before.end)

    def _ends_paragraph(self, last: Resolved) -> bool:
        """Whether a paragraph ends in the words of its last speaker, or in a sentence that reports them."""
        if last.type != "indirect":
            return True
        index = self._index
        end = max(last.content.end, last.speaker.mention.end if last.speaker.mention else 0)
        paragraph = index.paragraphs[index.paragraph_number(end - 1)]
        return index.sentence_number(end - 1) == index.sentence_number(paragraph.end - 1)

    def _subject_before(self, content: CharSpan, past: Sequence[Resolved]) -> Name | None:
        """The one person named in the paragraph before, or whom the "he" or "she" that opens it means."""
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
        reference = self._antecedents.person(CharSpan(*word.span()), past, gender=gender)
        return reference.name if reference else None


def _by(name: Name, content: CharSpan, confidence: float) -> Resolved:
    """A person whom no mention beside the quotation names."""
    speaker = Speaker(mention=None, name=name.canonical, kind="person")
    return Resolved(speaker=speaker, name=name, content=content, confidence=confidence)


def _again(last: Resolved, content: CharSpan) -> Resolved:
    """The speaker before, once more; where that one was not known, the same reason."""
    speaker = last.speaker
    if speaker.name is None:
        known = speaker.reason in ("ambiguous_pronoun", "ambiguous_description", "unnamed_source")
        return nobody(None, content, speaker.reason if known and speaker.reason else "no_source", 0.3)
    again = Speaker(mention=None, name=speaker.name, kind=speaker.kind, reason=speaker.reason)
    return Resolved(
        speaker=again, name=last.name, content=content, confidence=0.7 if last.type != "indirect" else 0.6
    )
