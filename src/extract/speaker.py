"""Speakers: who is meant by a source."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.antecedent import Antecedents, Reference
from extract.lexicon import (
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
from extract.names import Name, NameMention
from extract.quote import Speaker, SpeakerKind
from extract.scene import WORD, Scene, appositive, is_person_noun, is_plural_noun, prenominal
from extract.span import CharSpan

_RELATIVE = re.compile(r"(?:,\s*|\s+)(?:who|whom|whose|which|where|when)\b|,\s+(?=that\b)")
_PREPOSITION = re.compile(r"\s(?:of|for|to|with|from|by|at|in|on|near|close|against|within|inside|about)\s")
_OBJECT_OF = re.compile(r"\b(?:of|for|to|with|from|by|against|about|under|near|and)\s+(?:the\s+|an?\s+)?((?:[\w.’'-]+\s+){0,3})$")
_JOINED = re.compile(r"^(?:\s*,)?\s*(?:and|&|,)\s+(?:[\w.’'\-]+\s+){0,6}$")
_ARTICLE = re.compile(r"^(?:the|The|THE)\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """A speaker with what later mentions may refer back to. name: None unless a person or organization
    that the article names; content: of the quote."""

    speaker: Speaker
    name: Name | None
    content: CharSpan
    confidence: float


class SpeakerResolver:
    """Resolves the sources of one article in reading order, each in the light of those before it."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._antecedents = Antecedents(scene)
        self._past: list[Resolved] = []

    def resolve(self, source: CharSpan | None, content: CharSpan, quoted: bool) -> Resolved:
        """The speaker of one quote.

        source: the phrase it is attributed to, None without one. content: from the first to the last
        word of the quote. quoted: whether it stands in quotation marks, so that a quote with no source
        of its own goes on with the speaker of the passage.
        """
        if source is None or not WORD.search(source.of(self._scene.text)):
            resolved = self._inherited(content, quoted)
        else:
            resolved = self._from_source(source, content)
        self._past.append(resolved)
        return resolved

    def _inherited(self, content: CharSpan, quoted: bool) -> Resolved:
        scene = self._scene
        last = self._past[-1] if self._past else None
        if last is not None and last.speaker.name is not None:
            gap = scene.paragraph_number(content.start) - scene.paragraph_number(last.content.end)
            if gap == 0 or (quoted and gap == 1):
                speaker = Speaker(mention=None, name=last.speaker.name, kind=last.speaker.kind)
                return Resolved(speaker=speaker, name=last.name, content=content, confidence=0.7)
        return Resolved(
            speaker=Speaker(mention=None, name=None, kind="unknown", reason="no_source"),
            name=None,
            content=content,
            confidence=0.3,
        )

    def _from_source(self, source: CharSpan, content: CharSpan) -> Resolved:
        people = self._heads(source)
        if len(people) > 1:
            return self._joint(source, content, people)
        if people:
            return self._named(source, content, *people[0])
        phrase = self._phrase(source)
        words = WORD.findall(phrase.of(self._scene.text))
        if len(words) == 1 and (found := self._pronoun(source, content, words[0].lower())):
            return found
        if found := self._organization(source, phrase, content):
            return found
        return self._description(source, phrase, content)

    def _phrase(self, source: CharSpan) -> CharSpan:
        """The source without relative clauses and what follows a comma."""
        text = source.of(self._scene.text)
        cut = _RELATIVE.search(text)
        end = cut.start() if cut else len(text)
        comma = text.find(",", 0, end)
        if 0 < comma and not re.match(r",(?:\s\w+)?\s(?:and|\w+\sand)\b", text[comma:end]):
            end = comma
        return CharSpan(source.start, source.start + len(text[:end].rstrip(" ,")))

    def _heads(self, source: CharSpan) -> list[tuple[NameMention, Name]]:
        """The people that the source is, not those it only mentions ("a lawyer for Roe", "Roe's wife")."""
        scene, out = self._scene, []
        text = scene.text
        relative = _RELATIVE.search(source.of(text))
        end = source.start + relative.start() if relative and relative.start() > 0 else source.end
        for mention, name in scene.people_in(source):
            if mention.span.start >= end:
                break
            if re.match(r"['’]s?\b", text[mention.span.end : mention.span.end + 2]):
                continue
            if out:
                between = text[out[-1][0].span.end : mention.span.start]
                if not _JOINED.match(between):
                    break
            elif self._is_object(source, mention) or self._is_modifier(source, mention):
                continue
            out.append((mention, name))
        return out

    def _is_object(self, source: CharSpan, mention: NameMention) -> bool:
        """Whether the name hangs on a preposition of the source rather than heads it."""
        text = self._scene.text
        before = text[source.start : mention.span.start]
        found = _OBJECT_OF.search(before)
        if not found or found[0].startswith("and") or found.start() == 0:
            return False
        titles = [word.lower().rstrip(".") for word in found[1].split()]
        names = [m.span for m, _ in self._scene.organizations_in(source)]
        names += [place for place in self._scene.places if source.holds(place)]
        low = source.start + found.start(1)
        if any(low <= span.start < mention.span.start for span in names):
            return False
        return all(t in HONORIFICS or t in ("former", "late", "then") or is_person_noun(t) for t in titles)

    def _is_modifier(self, source: CharSpan, mention: NameMention) -> bool:
        """Whether a common noun of the same phrase follows: "a Trump spokesman", "the Roe campaign"."""
        rest = self._scene.text[mention.span.end : source.end]
        following = re.match(r"\s+([a-z][\w-]+)", rest)
        return bool(following) and (
            is_person_noun(following[1]) or is_plural_noun(following[1]) or following[1] in ORG_NOUNS
        )  # type: ignore[index]

    def _named(
        self, source: CharSpan, content: CharSpan, mention: NameMention, name: Name
    ) -> Resolved:
        scene = self._scene
        title = None
        for other in sorted(name.mentions, key=lambda m: (m is not mention, m.span)):
            title = prenominal(scene, other.span) or appositive(scene, other.span)
            if title:
                break
        return Resolved(
            speaker=Speaker(
                mention=source,
                name=name.canonical,
                kind="person",
                title=title,
                affiliation=self._affiliation(title),
            ),
            name=name,
            content=content,
            confidence=0.97,
        )

    def _affiliation(self, title: CharSpan | None) -> CharSpan | None:
        found = self._scene.organizations_in(title) if title else []
        return found[0][0].span if found else None

    def _joint(
        self, source: CharSpan, content: CharSpan, people: Sequence[tuple[NameMention, Name]]
    ) -> Resolved:
        names = list(dict.fromkeys(name.canonical for _, name in people))
        if len(names) == 1:
            return self._named(source, content, *people[0])
        joined = f"{', '.join(names[:-1])} and {names[-1]}"
        speaker = Speaker(mention=source, name=joined, kind="group")
        return Resolved(speaker=speaker, name=None, content=content, confidence=0.9)

    def _pronoun(self, source: CharSpan, content: CharSpan, word: str) -> Resolved | None:
        if word in MALE_PRONOUNS | FEMALE_PRONOUNS:
            gender = "male" if word in MALE_PRONOUNS else "female"
            reference = self._antecedents.person(source, self._past, gender=gender)
            return self._referring(source, content, reference, "ambiguous_pronoun")
        if word in THING_PRONOUNS:
            reference = self._antecedents.organization(source, self._past)
            return self._referring(source, content, reference, "ambiguous_pronoun")
        if word in PLURAL_PRONOUNS:
            return self._plural(source, content)
        if word in SPEECH_PRONOUNS | VAGUE_PRONOUNS:
            speaker = Speaker(
                mention=source, name=None, kind="unknown", reason="unnamed_source"
            )
            return Resolved(speaker=speaker, name=None, content=content, confidence=0.5)
        return None

    def _plural(self, source: CharSpan, content: CharSpan) -> Resolved:
        """"They": the last speaker that is a group or an organization."""
        for past in reversed(self._past[-4:]):
            if past.speaker.kind in ("group", "organization") and past.speaker.name:
                speaker = Speaker(mention=source, name=past.speaker.name, kind=past.speaker.kind)
                return Resolved(speaker=speaker, name=past.name, content=content, confidence=0.6)
        return self._referring(source, content, None, "ambiguous_pronoun")

    def _referring(
        self, source: CharSpan, content: CharSpan, reference: Reference | None, reason: str
    ) -> Resolved:
        if reference is None:
            speaker = Speaker(mention=source, name=None, kind="unknown", reason=reason)
            return Resolved(speaker=speaker, name=None, content=content, confidence=0.3)
        name = reference.name
        if name.kind == "person":
            found = self._named(source, content, name.mentions[0], name)
            return Resolved(
                speaker=found.speaker, name=name, content=content, confidence=reference.confidence
            )
        speaker = Speaker(mention=source, name=name.canonical, kind="organization")
        return Resolved(speaker=speaker, name=name, content=content, confidence=reference.confidence)

    def _organization(self, source: CharSpan, phrase: CharSpan, content: CharSpan) -> Resolved | None:
        """The source is an organization, or a document or place that speaks for one."""
        text = self._scene.text
        cut = _PREPOSITION.search(phrase.of(text))
        head = CharSpan(phrase.start, phrase.start + cut.start()) if cut else phrase
        for mention, name in self._scene.organizations_in(phrase):
            rest = text[mention.span.end : phrase.end]
            if re.match(r"['’]s?\s", rest) and not self._is_document(rest):
                continue
            following = [w.lower() for w in WORD.findall(re.sub(r"^['’]s?\b", "", rest))]
            if mention.span.start < head.end or mention.span.start == phrase.start:
                if not following or following[0] in ("of", "in", "and") or self._is_document(rest):
                    speaker = Speaker(mention=source, name=name.canonical, kind="organization")
                    return Resolved(speaker=speaker, name=name, content=content, confidence=0.93)
            break
        return None

    def _is_document(self, rest: str) -> bool:
        words = [w.lower() for w in WORD.findall(rest)]
        return any(word in DOCUMENTS for word in words[:3])

    def _description(self, source: CharSpan, phrase: CharSpan, content: CharSpan) -> Resolved:
        text = self._scene.text
        written = phrase.of(text)
        cut = _PREPOSITION.search(written)
        head_words = WORD.findall(written[: cut.start()] if cut else written)
        head = head_words[-1].lower() if head_words else ""
        definite = bool(_ARTICLE.match(written)) or head_words[:1] in (["That"], ["This"], ["that"], ["this"])
        if definite and not is_plural_noun(head):
            reference = None
            if is_person_noun(head):
                modifiers = [w for w in head_words[1:-1]] + WORD.findall(written[cut.end() :] if cut else "")
                reference = self._antecedents.description(source, self._past, head, modifiers)
            elif head in ORG_NOUNS and not cut and len(head_words) <= 3:
                reference = self._antecedents.organization(source, self._past, head=head)
            if reference is not None:
                return self._referring(source, content, reference, "ambiguous_description")
        kind = self._kind(head, phrase)
        name = " ".join(written.split())
        if kind == "organization" or definite:
            name = _ARTICLE.sub("", name)
        if definite and kind == "group":
            name = self._fuller_group(phrase, head) or name
        reason = None if kind in ("organization", "group", "document") else "unnamed_source"
        speaker = Speaker(mention=source, name=name or None, kind=kind, reason=reason)
        return Resolved(speaker=speaker, name=None, content=content, confidence=0.8)

    def _kind(self, head: str, phrase: CharSpan) -> SpeakerKind:
        if head in DOCUMENTS:
            return "document"
        if is_plural_noun(head):
            return "group"
        if is_person_noun(head):
            return "person"
        if head in ORG_NOUNS or self._scene.organizations_in(phrase):
            return "organization"
        if any(phrase.holds(place) for place in self._scene.places):
            return "organization"
        return "unknown"

    def _fuller_group(self, phrase: CharSpan, head: str) -> str | None:
        """The longest earlier phrase "the ... HEAD": "the three foreign ministers" for "the ministers"."""
        words = phrase.of(self._scene.text).split()
        if len(words) != 2:
            return None
        pattern = re.compile(rf"\b[Tt]he\s+((?:[\w-]+\s+){{1,3}}{re.escape(head)})\b")
        found = [m[1] for m in pattern.finditer(self._scene.text, 0, phrase.start)]
        small = {"of", "and", "to", "in", "that", "for", "by", "with", "on", "said", "as", "at", "from", "the", "or"}
        fuller = [f for f in found if not small & {word.lower() for word in f.split()}]
        return max(fuller, key=len) if fuller else None
