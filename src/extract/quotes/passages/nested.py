"""Quotes inside a quote: "Holt said that Moen had told him that ..." is one of Holt and one of Moen.

The encoder gives a word one role, so what stands in a content is content to it. Where a reporting clause
begins a content, or a sentence of it, and its source is named, the words that it reports are a quote too.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.layout.quotation_marks.quotations import Quotations, trim_quotation
from extract.layout.spans import CharSpan, SpanIndex
from extract.lexicon.organization_nouns import ORGANIZATION_NOUNS
from extract.lexicon.person_nouns import is_person_noun
from extract.lexicon.reporting_verbs import finite_forms, forms_of, reporting_verbs
from extract.quotes import certainty
from extract.quotes.passages.passage import Passage

_SAY = reporting_verbs("say", "insist", "argue")
_TELL = reporting_verbs(takes="hearer")
_WARN = [verb for verb in _TELL if "that" in verb.takes]
_TO_DO = reporting_verbs("pledge", "promise", "vow", "threaten")
# How a verb leads to its words. Those that claim may have a noun for an object: "claimed a loss".
_KINDS = {
    **dict.fromkeys(finite_forms(reporting_verbs(act="statement", takes="that")), "claim"),
    **dict.fromkeys(finite_forms(_TELL) | forms_of(reporting_verbs("tell")), "tell"),
    **dict.fromkeys(finite_forms(_WARN), "warn"),
    **dict.fromkeys(forms_of(_TO_DO, "past"), "to_do"),
    **dict.fromkeys(forms_of(_SAY), "say"),
}
# "as saying it", "told us"
_VERB = re.compile(r"(?<![\w’'-])(?:as\s+)?(?P<verb>[a-z]+)(?![\w’'-])")
_DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_WHEN = (
    r"(?:\s+(?:on|in|at|during|from)\s+[\w’'. -]{2,40}?"
    r"|\s+(?:last|this|earlier|late|early)(?:\s+[\w’']+){1,2}?"
    rf"|\s+(?:{_DAYS}|yesterday|today|earlier|repeatedly|publicly|again|recently))"
)
_PERSONS = r"me|us|him|her|them|you|reporters|journalists|lawmakers|investors|analysts|parliament|staff"
_HEARER = (
    rf"(?:\s+(?:{_PERSONS}|(?:the|a|an|my|his|her|our|their)(?:\s+[\w’'-]+){{1,5}}?"
    r"|[A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*){0,4}?))"
)
_PRONOUN = r"(?:it|he|she|they|we|I|you|there|everyone|everybody|nobody|nothing)\b"
_SUBJECT = (
    r"(?:the|an?|his|her|their|its|our|my|your|no|some|all|many|most|more|both|each|every|such|if"
    rf"|(?!{_DAYS})[A-Z][\w’'-]+|{_PRONOUN})\b"
)
_QUOTED = r"\s*[,:]?\s+(?=[\"“‘'«]\w)"
_BARE = rf"\s+(?={_SUBJECT}\s+[\w’'-]+\s+[\w\"“‘])"
_TO = rf"(?:\s+to{_HEARER})?{_WHEN}?"
# What leads from the verb to its words, by the verb; the surer way first.
_LEADS: dict[str, tuple[re.Pattern[str], ...]] = {
    "say": (
        re.compile(rf"{_TO}(?P<that>,?\s+that\s+)"),  # " to reporters on Monday that "
        re.compile(rf"{_TO}{_QUOTED}"),  # " on Monday: “It"
        re.compile(rf"(?:\s+to\s+(?:{_PERSONS}))?(?:\s+(?:{_DAYS}))?{_BARE}"),  # " to me the deal was late"
    ),
    "claim": (
        re.compile(rf"{_TO}(?P<that>,?\s+that\s+)"),  # " last week that "
        re.compile(rf"{_TO}{_QUOTED}"),  # " on Monday: “It"
        re.compile(rf"\s+(?={_PRONOUN}\s+\w)"),  # " they had lost"
    ),
    "tell": (
        re.compile(rf"{_HEARER}{_WHEN}?(?P<that>,?\s+that\s+)"),  # " the state committee that "
        re.compile(rf"{_HEARER}{_WHEN}?{_QUOTED}"),  # " Jane Roe on Monday: “It"
        re.compile(rf"\s+(?:{_PERSONS}){_BARE}"),  # " me the deal was late"
    ),
    "to_do": (
        re.compile(r"(?P<that>\s+that\s+)"),
        re.compile(r"\s+(?=to\s+\w+\s+\w)"),  # " to cut taxes"
    ),
}
_LEADS["warn"] = _LEADS["claim"] + _LEADS["tell"]
# Between source and verb: "had in January", "used to", "has repeatedly".
_AUXILIARY = re.compile(
    rf",?(?:\s+(?:also|later|then|once))?(?:\s+(?:had|has|have)(?:\s+(?:also|already|since|often|once|always|\w+ly))?"
    rf"|\s+used\s+to)?{_WHEN}?\s*$"
)
# "Roe was quoted as"
_AS_SAYING = re.compile(r"\s*(?:\bas|\bwas\s+quoted(?:\s+by\s[^,.;]{2,40}?)?\s+as)\s*$")
# Any of these in front of the verb: the verb does not belong to the first noun, or reports nothing.
_NO_SOURCE = re.compile(
    r"\b(?:is|are|was|were|am|be|been|will|would|can|could|may|might|must|shall|should|do|does|did|not|never|nobody"
    r"|no|who|whom|which|that|if|whether|when|because|while|what|how|why|and|but|or|to|I|we|he|she|it|they|you|by)\b"
    r"|n[’']t\b|[;:!?()\"“”«»\n]|[’'](?:s|ll|d|ve|re|m)\s+(?:a|an|the|not)\b"
)
_APPOSITIVE = re.compile(r"\s*,\s*(?P<words>[^,]{2,90}?)\s*,?\s*$")  # "Jane Roe, head of the union, said"
# "But in May, Roe said"
_OPENER = re.compile(
    r"(?:(?:But|And|So|Then|Yet|Later|Still|Also),?\s+|(?:[Ii]n|[Oo]n|[Bb]y)\s+[^,]{2,30},\s+|that\s+)*"
)
_NAME = re.compile(r"(?<![\w’'-])[A-Z][\w’'&-]*(?:\.(?=\s+[A-Z]))?")  # "St. Ives"
# "Bank of the West"
_PROPER = re.compile(r"[A-Z][\w’'&.-]*(?:\s+(?:(?:of|the|for|and|de|van|von|al|bin)\s+)*[A-Z][\w’'&.-]*)*")
# "the state election commission"
_DEFINITE = re.compile(
    r"(?:[Tt]he|[Oo]ur|[Tt]heir|[Hh]is|[Hh]er|[Mm]y|[Yy]our)\s+(?:[\w’'-]+\s+){0,2}(?P<noun>[\w-]+)$"
)
_NO_NAMES = frozenset(
    """the a an this that these those in on at by for from with as i my our his her their your its no some
    many most all both each officials police people everyone nobody monday tuesday wednesday thursday friday
    saturday sunday""".split()
)
_PREPOSITIONS = frozenset(
    "in on at for from with of about after before since during under over as amid among until through".split()
)
_WORD = re.compile(r"[^\W\d_][\w’'-]*")  # "O’Brien-Holt"
_MAX_SOURCE_WORDS = 14  # of a source with what stands beside it
_MAX_CHARS_TO_VERB = 180  # from the head of a clause to its verb
_MIN_CONTENT_WORDS = 3  # of what is reported


@dataclass(frozen=True, slots=True)
class _Clause:
    """A reporting clause: who, by which verb, and where the words that it reports begin.

    paraphrased: "that" leads to them, so that a quotation at their beginning is not all of them.
    """

    source: CharSpan
    cue: CharSpan
    begin: int
    paraphrased: bool


def with_nested(
    text: str, passages: Sequence[Passage], quotations: Quotations, sentences: Sequence[CharSpan]
) -> list[Passage]:
    """`passages` with those that their contents report, in the order of their contents.

    A passage that was found in the same place is not found again. sentences: ascending, of the text.
    """
    out = list(passages)
    taken = sorted({span for p in passages for span in (p.cue, p.source) if span is not None})
    contents = SpanIndex((part, passage) for passage in passages for part in passage.content)
    for outer in passages:
        for inner in _nested_in(text, outer, quotations, sentences):
            known = any(_overlapped(span, taken) for span in (inner.cue, inner.source) if span is not None)
            if not known and all(other is outer for other in contents.owners(inner.content)):
                out.append(inner)
    return sorted(out, key=lambda passage: passage.content)


def _overlapped(span: CharSpan, taken: Sequence[CharSpan]) -> bool:
    place = bisect_right(taken, span.start, key=lambda other: other.end)
    return place < len(taken) and taken[place].start < span.end


def _nested_in(
    text: str, outer: Passage, quotations: Quotations, sentences: Sequence[CharSpan]
) -> Iterator[Passage]:
    done = 0
    for piece in _joined(text, outer.content):
        for head, end in _clauses(piece, sentences):
            if head < done:
                continue
            clause = _read(text, head, end, whole=head == piece.start)
            if clause is None:
                continue
            content = _reported(text, clause, end, quotations)
            if content is None:
                continue
            done = content.end
            yield Passage(
                content=(content,),
                source=clause.source,
                cue=clause.cue,
                confidence=certainty.NESTED * outer.confidence,
                source_confidence=certainty.NESTED,
                nested=True,
            )


def _joined(text: str, pieces: Sequence[CharSpan]) -> list[CharSpan]:
    """The pieces of a content, a clause that ends in a colon together with the quotation behind it."""
    out: list[CharSpan] = []
    for piece in pieces:
        if out and text[out[-1].start : piece.start].rstrip(" \"“‘'«").endswith(":"):
            out[-1] = CharSpan(out[-1].start, piece.end)
        else:
            out.append(piece)
    return out


def _clauses(piece: CharSpan, sentences: Sequence[CharSpan]) -> Iterator[tuple[int, int]]:
    """The head and end of each sentence in a piece of content, cut to the piece."""
    first = bisect_right(sentences, piece.start, key=lambda sentence: sentence.end)
    last = bisect_left(sentences, piece.end, key=lambda sentence: sentence.start)
    for sentence in sentences[first:last]:
        yield max(piece.start, sentence.start), min(piece.end, sentence.end)


def _read(text: str, head: int, end: int, *, whole: bool) -> _Clause | None:
    """The reporting clause that begins at `head`. whole: the content begins there."""
    opener = _OPENER.match(text, head, end)
    head = opener.end() if opener else head
    words = _VERB.finditer(text, head, min(end, head + _MAX_CHARS_TO_VERB))
    verb = next((word for word in words if word["verb"] in _KINDS), None)
    if verb is None or verb.start() == head:
        return None
    before = CharSpan(head, verb.start())
    quoted = verb[0].startswith("as")
    source = _source(text, before, sentence_start=not whole or text[head].isupper(), quoted=quoted)
    if source is None:
        return None
    for lead in _LEADS[_KINDS[verb["verb"]]]:
        if behind := lead.match(text, verb.end(), end):
            return _Clause(
                source, CharSpan(*verb.span()), behind.end(), paraphrased="that" in behind.groupdict()
            )
    return None


def _source(text: str, before: CharSpan, *, sentence_start: bool, quoted: bool) -> CharSpan | None:
    """The source in front of a verb: a name, or a definite noun for an organization, in front of "as saying"
    (quoted) for a person too."""
    words = before.of(text)
    cut = _AS_SAYING.search(words) or _AUXILIARY.search(words)
    words = words[: cut.start()] if cut else words
    if not words.strip() or len(words.split()) > _MAX_SOURCE_WORDS or _NO_SOURCE.search(words):
        return None
    noun, appositive = words, _APPOSITIVE.search(words)
    if appositive is not None and "," in words:
        noun = words[: words.index(",")]
        if words.count(",") > 2:
            return None
    noun = noun.strip().rstrip(",")
    if not noun or noun.split()[0].lower() in _PREPOSITIONS:
        return None
    start = before.start + words.index(noun)
    if _names(text, start, noun, sentence_start=sentence_start):
        return CharSpan(start, start + len(noun))
    if appositive is not None and _PROPER.fullmatch(appositive["words"]):
        at = before.start + appositive.start("words")
        return CharSpan(at, at + len(appositive["words"]))
    definite = _DEFINITE.fullmatch(noun)
    noun_speaks = definite is not None and (
        definite["noun"].lower() in ORGANIZATION_NOUNS or (quoted and is_person_noun(definite["noun"]))
    )
    if noun_speaks:
        return CharSpan(start, start + len(noun))
    return None


def _names(text: str, start: int, noun: str, *, sentence_start: bool) -> bool:
    """Whether a noun phrase ends in a name, of which more is capital than the head of a sentence makes so."""
    found = [match for match in _NAME.finditer(noun) if match[0].lower() not in _NO_NAMES]
    if not found or found[-1].end() != len(noun):
        return False
    if len(found) > 1 or found[0].start() > 0 or not sentence_start:
        return True
    word = re.escape(found[0][0])
    return found[0][0].isupper() or re.search(rf"(?<=[a-z,] ){word}\b", text) is not None


def _reported(text: str, clause: _Clause, end: int, quotations: Quotations) -> CharSpan | None:
    """The words that the clause reports: the quotation that begins there, else up to the end."""
    span = CharSpan(clause.begin, end)
    for quotation in quotations.over(CharSpan(clause.begin, clause.begin + 1)):
        if quotation.outer.start == clause.begin and not clause.paraphrased:
            span = quotation.outer
    span = trim_quotation(text, span)
    return span if len(_WORD.findall(text, span.start, span.end)) >= _MIN_CONTENT_WORDS else None
