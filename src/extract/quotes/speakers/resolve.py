"""Speakers: who is meant by a source."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.quotes.article_index import ArticleIndex
from extract.quotes.entities.names import Name, NameMention
from extract.quotes.lexicon.person_nouns import is_person_noun, is_plural_noun
from extract.quotes.lexicon.tokens import WORD, fold
from extract.quotes.lexicon.words import (
    DOCUMENTS,
    FEMALE_PRONOUNS,
    HONORIFICS,
    MALE_PRONOUNS,
    ORG_NOUNS,
    PLURAL_PRONOUNS,
    SPEECH_PRONOUNS,
    THING_PRONOUNS,
    VAGUE_PRONOUNS,
)
from extract.quotes.passages.passage import Passage
from extract.quotes.quote import QuoteType, Speaker, SpeakerKind
from extract.quotes.speakers.affiliations import Affiliations
from extract.quotes.speakers.antecedents import Antecedents, Reference
from extract.quotes.speakers.gender import Gender
from extract.quotes.speakers.groups import COUPLES, Group, number_of, singular
from extract.quotes.speakers.resolution import Resolved, nobody, spoken_by, together
from extract.quotes.speakers.source_phrase import (
    PREPOSITION,
    FullerPhrases,
    completed_source,
    head_phrase,
    heads_of,
    kind_of,
    opening_organization,
    organizations_of,
    unlabelled_name,
    without_participle,
)
from extract.quotes.speakers.titles import Titles
from extract.quotes.speakers.unattributed import FloatingQuotations
from extract.quotes.speakers.unnamed import unnamed_body, unnamed_person
from extract.spans import CharSpan

_LABELS = frozenset(["q", "a", "question", "answer"])  # of an interview that names nobody
# Documents that speak for no organization named before them.
_PUBLIC = frozenset("law bill constitution treaty agreement contract book petition sign banner".split())
_COLON = re.compile(r"[\s*_]*:")
_OWNED = re.compile(r"\w['’]s?\s|\sof\s")
# "A letter seen by NAME" is another's.
_READ_BY = re.compile(
    r"\b(?:seen|obtained|viewed|reviewed|read|acquired|quoted|cited|shared)\s+(?:\w+ly\s+)?by\s+(?:the\s+)?$"
)
_OWNER = re.compile(r"\b(?:[Ii]ts|[Tt]he\s+(?P<noun>\w+)['’]s?)\s+(?:\w+\s+)?$")
_ARTICLE = re.compile(r"^(?:the|The|THE)\s+")


class SpeakerResolver:
    """Resolves the sources of one article in reading order, each in the light of those before it."""

    def __init__(self, index: ArticleIndex, antecedents: Antecedents) -> None:
        self._index = index
        self._antecedents = antecedents
        self._fuller = FullerPhrases(index)
        self._titles = Titles(index)
        self._affiliations = Affiliations(index)
        self._floating = FloatingQuotations(index, antecedents)
        self._called: dict[str, Name] = {}
        self._past: list[Resolved] = []

    def resolve(self, passage: Passage, content: CharSpan, kind: QuoteType) -> Resolved:
        """The speaker of one quote.

        content: from the first to the last word of the quote. kind: a direct quote with no source of its
        own goes on with the one who is quoted in the paragraph before.
        """
        resolved = replace(self._resolved(passage, content, kind == "direct"), type=kind)
        if not passage.nested:
            self._past.append(resolved)
        return resolved

    def _resolved(self, passage: Passage, content: CharSpan, quoted: bool) -> Resolved:
        if passage.speaker is not None:
            return self._known(passage, content, passage.speaker)
        source = completed_source(self._index, passage.source, passage.cue)
        if source is None or not WORD.search(source.of(self._index.text)):
            found = self._floating.speaker(content, self._past, quoted=quoted, cue=passage.cue)
            return self._with_title(found)
        return self._from_source(source, content)

    def _known(self, passage: Passage, content: CharSpan, canonical: str) -> Resolved:
        """A speaker whose name the layout tells."""
        name = next((name for name in self._index.people if name.canonical == canonical), None)
        if name is None:
            mentions = [m for n in self._index.organizations if n.canonical == canonical for m in n.mentions]
            only_label = all(_COLON.match(self._index.text, mention.span.end) for mention in mentions)
            kind: SpeakerKind = "person" if only_label else "organization"
            speaker = Speaker(mention=passage.source, name=canonical, kind=kind)
            return Resolved(speaker=speaker, name=None, content=content, confidence=0.9)
        return replace(self._named(passage.source, content, name.mentions[0], name), confidence=0.9)

    def _from_source(self, source: CharSpan, content: CharSpan) -> Resolved:
        if source.of(self._index.text).strip(" .:*").lower() in _LABELS:
            return nobody(source, content, "unnamed_source", 0.5)
        if opening := opening_organization(self._index, source):
            return spoken_by(source, content, opening, 0.85)
        people = heads_of(self._index, source)
        if len(people) > 1:
            return self._joint(source, content, people)
        if people:
            return self._named(source, content, *people[0])
        phrase = head_phrase(self._index, source)
        if unlabelled := unlabelled_name(self._index, phrase):
            return self._unlabelled(source, content, phrase, unlabelled)
        words = WORD.findall(phrase.of(self._index.text))
        if name := self._by_surname(phrase, words):
            return self._named(source, content, name.mentions[0], name)
        # "Personally, I": behind an adverb too, the first person is no name.
        if (len(words) == 1 or words[-1:] == ["I"]) and (
            found := self._pronoun(source, content, words[-1].lower())
        ):
            return found
        if found := self._organization(source, phrase, content):
            return found
        return self._description(source, phrase, content)

    def _named(
        self, source: CharSpan | None, content: CharSpan, mention: NameMention, name: Name
    ) -> Resolved:
        speaker = Speaker(mention=source, name=name.canonical, kind="person")
        found = Resolved(speaker=speaker, name=name, content=content, confidence=0.97)
        return self._with_title(found, mention)

    def _with_title(self, found: Resolved, mention: NameMention | None = None) -> Resolved:
        """`found` with what the text calls a person; mention: of the name, the first where none is near."""
        name = found.name
        if name is None or found.speaker.kind != "person":
            return found
        beside = (mention or name.mentions[0]).span
        title = self._titles.of(beside, name)
        affiliation = self._affiliations.of(name, beside, title) or self._owner(title)
        return replace(found, speaker=replace(found.speaker, title=title, affiliation=affiliation))

    def _owner(self, title: CharSpan | None) -> CharSpan | None:
        """The organization whose president "its president", "the union's president" is."""
        owner = (
            None if title is None else _OWNER.search(self._index.text, max(0, title.start - 60), title.start)
        )
        if owner is None:
            return None
        noun, span = owner["noun"], CharSpan(*owner.span())
        reference = self._antecedents.organization(span, self._past, head=noun and noun.lower())
        mentions = [] if reference is None else reference.name.mentions
        return max((m.span for m in mentions if m.span.end <= span.start), default=None)

    def _unlabelled(self, source: CharSpan, content: CharSpan, phrase: CharSpan, name: CharSpan) -> Resolved:
        """Someone whose name only the source tells."""
        text = self._index.text
        title = CharSpan(phrase.start, phrase.start + len(text[phrase.start : name.start].rstrip()))
        canonical = " ".join(name.of(text).split())
        speaker = Speaker(mention=source, name=canonical, kind="person", title=title)
        return Resolved(speaker=speaker, name=None, content=content, confidence=0.7)

    def _by_surname(self, phrase: CharSpan, words: Sequence[str]) -> Name | None:
        """Whom a surname means that stands there as no mention: "Pruitt", in a transcript "MR. PRUITT"."""
        label = phrase.of(self._index.text).isupper() and len(words) <= 4
        if not (label or (len(words) == 1 and words[0][:1].isupper())):
            return None
        last = fold(words[-1])
        if len(last) < 3 or last in HONORIFICS:
            return None
        fits = [n for n in self._index.people if fold(n.canonical.split()[-1]) == last]
        return fits[0] if len(fits) == 1 else None

    def _joint(
        self, source: CharSpan, content: CharSpan, people: Sequence[tuple[NameMention, Name]]
    ) -> Resolved:
        names = list(dict.fromkeys(name.canonical for _, name in people))
        if len(names) == 1:
            return self._named(source, content, *people[0])
        return together(source, content, names, 0.9)

    def _pronoun(self, source: CharSpan, content: CharSpan, word: str) -> Resolved | None:
        if word in MALE_PRONOUNS | FEMALE_PRONOUNS:
            gender: Gender = "male" if word in MALE_PRONOUNS else "female"
            if unnamed := unnamed_person(self._index, self._past, source, gender):
                return self._again(source, content, unnamed)
            reference = self._antecedents.person(source, self._past, gender=gender)
            return self._referring(source, content, reference, "ambiguous_pronoun")
        if word in THING_PRONOUNS:
            if unnamed := unnamed_body(self._index, self._past, source):
                return self._again(source, content, unnamed)
            reference = self._antecedents.organization(source, self._past)
            return self._referring(source, content, reference, "ambiguous_pronoun")
        if word in PLURAL_PRONOUNS:
            return self._plural(source, content)
        if word in SPEECH_PRONOUNS and (around := self._around(source)):
            return self._again(source, content, around)
        if word in SPEECH_PRONOUNS | VAGUE_PRONOUNS:
            return nobody(source, content, "unnamed_source", 0.5)
        return None

    def _again(self, source: CharSpan, content: CharSpan, past: Resolved) -> Resolved:
        """A speaker without a name of his own, once more."""
        speaker = replace(past.speaker, mention=source)
        return Resolved(speaker=speaker, name=past.name, content=content, confidence=0.6)

    def _around(self, source: CharSpan) -> Resolved | None:
        """The quote in whose words the source stands: its speaker is who "I" and "we" are."""
        return next((past for past in reversed(self._past[-6:]) if past.content.holds(source)), None)

    def _plural(self, source: CharSpan, content: CharSpan) -> Resolved:
        """ "They": who was named together just before, else the last group or organization that spoke."""
        if group := self._antecedents.groups.people(source, source.of(self._index.text)):
            return together(source, content, [name.canonical for name in group.names], 0.7)
        for past in reversed(self._past[-4:]):
            if past.speaker.kind in ("group", "organization") and past.speaker.name:
                return self._again(source, content, past)
        return self._referring(source, content, None, "ambiguous_pronoun")

    def _referring(
        self, source: CharSpan, content: CharSpan, reference: Reference | None, reason: str
    ) -> Resolved:
        if reference is None:
            return nobody(source, content, reason, 0.3)
        name = reference.name
        if name.kind == "person":
            found = self._named(source, content, name.mentions[0], name)
            return replace(found, confidence=reference.confidence)
        return spoken_by(source, content, name, reference.confidence)

    def _organization(self, source: CharSpan, phrase: CharSpan, content: CharSpan) -> Resolved | None:
        """The source is an organization or two, or a document or place that speaks for one."""
        names = organizations_of(self._index, phrase)
        if not names and (apposed := self._antecedents.apposed(phrase)):
            names = [apposed]
        if not names:
            return None
        if len(names) > 1:
            return together(source, content, [name.canonical for name in names], 0.85)
        return spoken_by(source, content, names[0], 0.93)

    def _publisher(self, source: CharSpan, phrase: CharSpan) -> Reference | None:
        """The organization that a document speaks for: "an audit by NAME", "the agency's report", or,
        for a bare "the report", the organization that spoke last."""
        index = self._index
        by = [(m, n) for m, n in index.organizations_in(source) if m.span.start > phrase.start]
        for mention, name in by:
            before = index.text[source.start : mention.span.start]
            if _READ_BY.search(before):
                return None
            if re.search(r"\b(?:by|of|from)\s+(?:the\s+)?$", before):
                return Reference(name, 0.85)
        owner = re.match(r"(?:[Tt]he\s+)?(?:\w+\s+)?(\w+)['’]s?\s", phrase.of(index.text))
        if owner and owner[1].lower() in ORG_NOUNS:
            return self._antecedents.organization(source, self._past, head=owner[1].lower())
        words = phrase.of(index.text).lower().split()
        if len(words) > 2 or words[-1] in _PUBLIC or not _ARTICLE.match(phrase.of(index.text)):
            return None
        for past in reversed(self._past[-3:]):
            if past.name is not None and past.name.kind == "organization":
                return Reference(past.name, 0.6)
        return None

    def _description(self, source: CharSpan, phrase: CharSpan, content: CharSpan) -> Resolved:
        text = self._index.text
        written = phrase.of(text)
        cut = PREPOSITION.search(written)
        head_words = without_participle(WORD.findall(written[: cut.start()] if cut else written))
        head = head_words[-1].lower() if head_words else ""
        definite = bool(_ARTICLE.match(written)) or head_words[:1] in (["That"], ["This"], ["that"], ["this"])
        if several := self._several(source, head_words, definite=definite):
            return together(source, content, [name.canonical for name in several.names], 0.75)
        if definite and not is_plural_noun(head):
            reference = None
            if is_person_noun(head):
                modifiers = head_words[1:-1] + WORD.findall(written[cut.end() :] if cut else "")
                reference = self._antecedents.descriptions.meant(
                    source, self._past, head, modifiers, self._called, owned=bool(_OWNED.search(written))
                )
                if reference is not None:
                    self._called[head] = reference.name
                    self._antecedents.pronouns.note(phrase, reference.name)
            elif head in ORG_NOUNS and not cut and len(head_words) <= 3:
                reference = self._antecedents.organization(source, self._past, head=head)
            if reference is not None:
                return self._referring(source, content, reference, "ambiguous_description")
        if head in DOCUMENTS and (reference := self._publisher(source, phrase)):
            return self._referring(source, content, reference, "ambiguous_description")
        kind = kind_of(self._index, head, phrase)
        name = " ".join(written.split())
        if kind == "organization" or definite:
            name = _ARTICLE.sub("", name)
        if definite and kind in ("group", "organization"):
            name = self._fuller.of(phrase, head, proper=kind == "organization") or name
        reason = None if kind in ("organization", "group", "document") else "unnamed_source"
        speaker = Speaker(mention=source, name=name or None, kind=kind, reason=reason)
        return Resolved(speaker=speaker, name=None, content=content, confidence=0.8)

    def _several(self, source: CharSpan, words: Sequence[str], *, definite: bool) -> Group | None:
        """The people or organizations that "the couple", "both companies", "the two ministers" stand for."""
        lower = [word.lower() for word in words]
        if not lower or not (definite or lower[0] in ("both", "two")):
            return None
        if lower[-1] in COUPLES or "both" in lower or "two" in lower or "three" in lower:
            noun = singular(lower[-1])
            if noun in ORG_NOUNS:
                return self._antecedents.groups.organizations(source, noun, number_of(lower))
            return self._antecedents.groups.people(source, " ".join(words))
        return None
