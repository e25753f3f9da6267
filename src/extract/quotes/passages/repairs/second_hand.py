"""Words at second hand: of "the agency quoted Jane Roe as saying" the source is Jane Roe."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.layout.spans import CharSpan
from extract.lexicon.reporting_verbs import forms_of, reporting_verbs
from extract.lexicon.tokens import NAME_PHRASE
from extract.pipeline.network.attribution import Attribution
from extract.quotes import certainty

_GERUNDS = forms_of(reporting_verbs(act="statement", takes="that"), "gerund")
_SAYING = (  # "as warning", "as telling reporters"
    r"(?P<cue>as\s+(?:telling(?:\s+[\w’'-]+){1,4}?(?=\s+that\b|,?\s*:)|(?P<gerund>(?!telling\b)[a-z]+ing)))"
)
_WHO = r"[^.;:!?\n\"“”]{2,90}?"
# "the agency quoted Jane Roe as saying"
_ACTIVE = re.compile(rf"\b(?:quot(?:ed|es?|ing)|cit(?:ed|es?|ing))\s+(?P<who>{_WHO}),?\s+{_SAYING}\b")
# "Roe was quoted by the agency as saying"
_PASSIVE = re.compile(
    rf"\b(?:was|were|is|are|(?:(?:has|have|had)\s+)?been)\s+(?:\w+ly\s+)?(?:quoted|cited)\s+(?:{_WHO}\s+)?{_SAYING}\b"
)
_BE = re.compile(r"\b(?:was|were|is|are|been|being)\s+(?:\w+ly\s+)?$")  # "Roe was widely"
_LEAD = re.compile(r",?\s*:?\s*(?:that\b\s*)?")  # "as saying that it was late"
# "but the head of the union, Jane Roe,"
_SUBJECT = re.compile(
    rf"(?P<who>\b(?:he|she|they|He|She|They)|(?:\b(?:the|The|an?|An?|its|his|her|their|Its|His|Her|Their)\s+"
    rf"(?:[\w’'-]+\s+){{0,5}}?[\w’'-]+,?\s+)?{NAME_PHRASE}|\b(?:the|The|an?|An?)\s+(?:[\w’'-]+\s+){{0,5}}?[\w’'-]+)"
    r"\s*,?\s*$"
)
_HEAD = re.compile(r"(?:^|[.!?,;:”\"\n]\s*|\b(?:and|but|that)\s+)$")  # no relative clause in front of it
# " on Sunday"
_WHEN = re.compile(
    r"\s+(?:on|in|at|last|this|earlier|late|early)\b[^,.;:\"“”]{0,30}$|\s+(?:yesterday|today)$"
)
_SENTENCE_END = re.compile(r"\s?(?:[.;]|$)")
_CLAUSE_IN_FRONT = re.compile(r"(?:^|[.!?\n]\s*)(?P<words>[^.!?\n]+?),\s+$")  # "The ship sank, "
_MAX_CLAUSE_CHARS = 300
_MAX_SUBJECT_CHARS = 120  # of the subject in front of a passive


def with_quoted_sources(text: str, items: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, in order of contents, with the person quoted as the source where words stand in front
    ("..., the agency quoted Roe as saying"), where "saying" is the cue, and where the person is the subject
    ("Roe was quoted by the agency as saying ..."). What an agency quotes somebody as saying *behind* these
    words stays its own too: it is found as a quote in a quote.
    """
    out = list(items)
    for match in _ACTIVE.finditer(text):
        if _BE.search(text, max(0, match.start() - 20), match.start()) or not _is_saying(match):
            continue
        who = CharSpan(*match.span("who"))
        out = [_given(text, item, match, who) if _is_of(item, match) else item for item in out]
    for match in _PASSIVE.finditer(text):
        if not _is_saying(match):
            continue
        subject = _SUBJECT.search(text, max(0, match.start() - _MAX_SUBJECT_CHARS), match.start())
        if subject is not None and _HEAD.search(text, max(0, subject.start() - 6), subject.start()):
            who = CharSpan(*subject.span("who"))
            out = [_given(text, item, match, who) if _touches(item, match) else item for item in out]
            out = [_in_front(text, item, match, who) if _touches(item, match) else item for item in out]
    return sorted(out, key=lambda item: item.content)


def _is_saying(match: re.Match[str]) -> bool:
    return match["gerund"] is None or match["gerund"] in _GERUNDS


def _is_of(item: Attribution, match: re.Match[str]) -> bool:
    """Whether an attribution is the quoted person's by its cue, or because all of it stands in front."""
    saying = CharSpan(*match.span("cue"))
    if any(cue.overlaps(saying) for cue in item.cue):
        return True
    return _touches(item, match) and all(_is_in_front(item, span, match) for span in item.content)


def _is_day(text: str, match: re.Match[str], span: CharSpan) -> bool:
    """Whether a content has no more than a day behind a match."""
    return span.start < match.end() < span.end and _WHEN.fullmatch(text, match.end(), span.end) is not None


def _is_in_front(item: Attribution, span: CharSpan, match: re.Match[str]) -> bool:
    """Whether a content ends with the words of a match, or with the day on which it was said."""
    if span.end <= match.end():
        return True
    return len(item.content) > 1 and _is_day(match.string, match, span)


def _touches(item: Attribution, match: re.Match[str]) -> bool:
    frame = CharSpan(match.start(), match.end())
    return any(span.overlaps(frame) for span in item.cue)


def _in_front(text: str, item: Attribution, match: re.Match[str], who: CharSpan) -> Attribution:
    """`item` with the clause in front of its source as its content, where a passive ends the sentence: "It
    sank, Roe was quoted as saying."."""
    if not _SENTENCE_END.match(text, match.end()) or not all(span.overlaps(who) for span in item.content):
        return item
    if len(item.content) == 1 and who.holds(item.content[0]):
        who = item.content[0]
    clause = _CLAUSE_IN_FRONT.search(text, max(0, who.start - _MAX_CLAUSE_CHARS), who.start)
    if clause is None:
        return item
    return replace(
        item, source=(who,), cue=(CharSpan(*match.span("cue")),), content=(CharSpan(*clause.span("words")),)
    )


def _given(text: str, item: Attribution, match: re.Match[str], who: CharSpan) -> Attribution:
    """`item` as what `who` says, without the words of `match` in its contents."""
    lead = _LEAD.match(text, match.end())
    behind = lead.end() if lead else match.end()
    content = []
    for span in item.content:
        content.append(CharSpan(span.start, max(span.start, min(span.end, match.start()))))
        if not _is_day(text, match, span):
            content.append(CharSpan(min(span.end, max(span.start, behind)), span.end))
    content = [span for span in content if len(span) and not span.overlaps(who)]
    if not content:
        return item
    return replace(
        item,
        source=(who,),
        cue=(CharSpan(*match.span("cue")),),
        content=tuple(content),
        source_confidence=max(certainty.SECOND_HAND_SOURCE, item.source_confidence),
    )
