"""Cues beside quotations: `"We lost it all," VERB the shopkeeper` with any verb that takes a quotation.

The network overlooks verbs that its training texts seldom have; a comma between a whole sentence in quotation
marks and such a verb with its subject proves as much as the verb.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract.layout.quotation_marks.quotations import Quotation, Quotations
from extract.layout.spans import CharSpan, SpanIndex
from extract.lexicon.organization_nouns import ORGANIZATION_NOUNS
from extract.lexicon.person_nouns import is_person_noun, is_plural_person_noun
from extract.lexicon.reporting_verbs import FORMS_WITH_QUOTATION
from extract.lexicon.tokens import WORD
from extract.pipeline.network.attribution import Attribution
from extract.quotes import certainty
from extract.quotes.passages.repairs.parts import MAX_SUBJECT_CHARS, PRONOUN

_NOUN_WORD = r"(?!(?:on|in|at|from|during|last|this|late|early)\s)[\w’'-]+"
_DESCRIBED = rf"(?:its|his|her|their|our|the|a|an)\s+(?:{_NOUN_WORD}\s+){{0,6}}?{_NOUN_WORD}"
_NAME_WORD = r"(?:(?:[A-Z]|Mrs?|Ms|Dr|Sen|Gov|Rep|Gen|St)\.|[A-Z][\w’'-]*)"
_NAME = rf"{_NAME_WORD}(?:\s+(?:(?:of|de|van|von|al|bin|the)\s+)*{_NAME_WORD}){{0,5}}"
_PHRASE_END = r"(?=[,.;:?!]|\s+(?:of|for|at|in|on|from|to|as|with|who|when|after|during|before|about)\b|\s*$)"
_ROLE = r"(?:(?!(?:in|at|of|from|on|by|with|and|as|that)\s)[a-z][\w’'-]+\s+){1,4}"
_SUBJECT = rf"(?P<who>{PRONOUN}\b|(?:{_DESCRIBED},?\s+)?{_NAME}|{_DESCRIBED}|{_ROLE}{_NAME})"
_ROLE_AND_NAME = re.compile(_ROLE + _NAME)  # "rival skipper Jane Roe"
_DESCRIBED_START = re.compile(_DESCRIBED)  # "the skipper"
_ADVERB = r"(?:\s+(?:also|then|later|\w+ly))?"
_APPOSITION = r"(?:,\s[^,.;:“”\"\n]{2,90},)?"
# " groaned the shopkeeper"
_INVERTED = re.compile(rf",?\s+(?P<cue>[a-z]+)\s+{_SUBJECT}{_PHRASE_END}")
# " Ada Brunn, a shopkeeper, later groaned."
_BEHIND = re.compile(rf",?\s+{_SUBJECT}{_APPOSITION}{_ADVERB}\s+(?P<cue>[a-z]+)(?=\s|[,.;:]|$)")
# ", fishermen in Westmere said"
_PLURAL_BEHIND = re.compile(
    rf",\s+(?P<who>(?:[a-z][\w’'-]*\s+){{0,3}}[a-z]+s?(?:\s+(?:in|at|from|of)\s+(?:the\s+)?{_NAME})?)\s+(?P<cue>[a-z]+)\b"
)
# "Ada Brunn groaned:"
_BEFORE = re.compile(
    rf"(?:^|[.!?][\"”’»]?\s+|\n\s*){_SUBJECT}{_APPOSITION}{_ADVERB}\s+(?P<cue>[a-z]+)\s?[,:]\s+$"
)
# At the end of a quotation in the middle of its sentence.
_GOES_ON = re.compile(r"[,!?]$")
_SENTENCE_END = re.compile(r"[.!?]\s+$")  # "beamed Jane Roe. "
# At least three words: "We lost it"
_SENTENCE = re.compile(r"\W*[A-Z][^\s]*\s+\S+\s+\S")


_ARTICLES = frozenset("its his her their our the a an".split())


@dataclass(frozen=True, slots=True)
class _Beside:
    """The cue of a quotation, and its subject."""

    cue: CharSpan
    who: CharSpan


def with_cues_beside_quotations(
    text: str, items: Sequence[Attribution], quotations: Quotations
) -> list[Attribution]:
    """The attributions, with a cue and source for every quotation that has them beside it and none by now.

    A quotation that is part of no attribution becomes one.
    """
    out = list(items)
    used = SpanIndex((span, item) for item in items for span in (*item.cue, *item.source))
    contents = SpanIndex((span, number) for number, item in enumerate(items) for span in item.content)
    for quotation in quotations.paired:
        if quotation.depth or not quotation.closed:
            continue
        numbers = list(contents.owners([quotation.outer]))
        whole = [number for number in numbers if out[number].cue and out[number].source]
        if whole and not _is_later_half(text, out[whole[0]], quotation):
            continue
        if not whole and not _SENTENCE.match(quotation.inner.of(text)):
            continue
        found = next(_beside(text, quotation), None)
        if found is None or used.meets(found.cue, found.who) or contents.meets(found.cue, found.who):
            continue
        if whole:
            out += _split(out, whole, quotation, found)
        elif numbers:
            out[numbers[0]] = _attributed(out[numbers[0]], found)
        else:
            bare = Attribution(
                source=(), cue=(), content=(quotation.outer,), confidence=certainty.BESIDE_QUOTATION,
                source_confidence=0.0,
            )  # fmt: skip
            out.append(_attributed(bare, found))
    return sorted(out, key=lambda item: item.content)


def attribution_behind(text: str, content: CharSpan) -> Attribution | None:
    """The attribution of a clause to the subject and verb behind it: "It must close, Jane Roe said"."""
    line_end = text.find("\n", content.end)
    limit = min(content.end + MAX_SUBJECT_CHARS, line_end if line_end >= 0 else len(text))
    matches = (_BEHIND.match(text, content.end, limit), _PLURAL_BEHIND.match(text, content.end, limit))
    fits = (found for found in matches if found and found["cue"] in FORMS_WITH_QUOTATION)
    found = next((found for found in fits if _speaks(found["who"])), None)
    if found is None:
        return None
    bare = Attribution(
        source=(), cue=(), content=(content,), confidence=certainty.BESIDE_QUOTATION, source_confidence=0.0
    )
    return _attributed(bare, _Beside(CharSpan(*found.span("cue")), CharSpan(*found.span("who"))))


def _is_later_half(text: str, item: Attribution, quotation: Quotation) -> bool:
    """Whether a quotation is the last of the contents of an attribution, in a sentence of its own behind the
    first and its cue: `"We won!" beamed Jane Roe. "Never," snapped John Doe.`"""
    last = item.content[-1]
    end_of_cue = max(span.end for span in (*item.cue, *item.source))
    return (
        len(item.content) > 1
        and quotation.outer.overlaps(last)
        and last.start <= quotation.inner.start
        and end_of_cue <= quotation.outer.start
        and _SENTENCE_END.search(text, end_of_cue, quotation.outer.start) is not None
    )


def _split(
    out: list[Attribution], numbers: Sequence[int], quotation: Quotation, found: _Beside
) -> list[Attribution]:
    """The attribution of a later half by what stands beside it; its words are taken from the first."""
    for number in numbers:
        content = tuple(span for span in out[number].content if not span.overlaps(quotation.outer))
        out[number] = replace(out[number], content=content or out[number].content)
    first = out[numbers[0]]
    return [_attributed(replace(first, content=(quotation.outer,)), found)]


def _attributed(item: Attribution, found: _Beside) -> Attribution:
    return replace(item, cue=(found.cue,), source=(found.who,), source_confidence=certainty.BESIDE_QUOTATION)


def _beside(text: str, quotation: Quotation) -> Iterator[_Beside]:
    """What is beside a quotation with a verb that takes one, in front of it or behind."""
    start, end = quotation.outer.start, quotation.outer.end
    matches: list[re.Match[str] | None] = []
    if _GOES_ON.search(quotation.inner.of(text)) or text.startswith(",", end):
        line_end = text.find("\n", end)
        limit = min(end + MAX_SUBJECT_CHARS, line_end if line_end >= 0 else len(text))
        matches += [_INVERTED.match(text, end, limit), _BEHIND.match(text, end, limit)]
    else:
        low = max(text.rfind("\n", 0, start) + 1, start - MAX_SUBJECT_CHARS)
        matches.append(_BEFORE.search(text, low, start))
    for found in matches:
        if found is not None and found["cue"] in FORMS_WITH_QUOTATION and _speaks(found["who"]):
            yield _Beside(CharSpan(*found.span("cue")), CharSpan(*found.span("who")))


def _speaks(who: str) -> bool:
    """Whether a subject is a pronoun, a name, or a noun for people or organizations."""
    words = WORD.findall(who)
    if _ROLE_AND_NAME.fullmatch(who) and not _DESCRIBED_START.match(who):
        return is_person_noun([word for word in words if word[0].islower()][-1])
    return (
        re.fullmatch(PRONOUN, who) is not None
        or words[-1][0].isupper()
        or any(
            is_person_noun(word) or is_plural_person_noun(word) or word in ORGANIZATION_NOUNS
            for word in words[len(words) > 1 and words[0].lower() in _ARTICLES :]
        )
    )
