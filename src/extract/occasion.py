"""The date of the occasion at which words were said, when a neighbouring sentence gives it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from extract.quote import Timex
from extract.span import CharSpan

_BACK = 3  # sentences that one speaker's statement is followed over
_FAR_BACK = 14  # sentences to "the news conference" and where it was introduced
_OCCASION = (
    r"interview|statement|speech|news conference|press conference|conference|briefing|hearing|ceremony"
    r"|address|rally|meeting"
    r"|debate|testimony|letter|memo|report|announcement|summit|session|event|forum|email|e-mail|post|tweet"
    r"|appearance|lecture"
)
_BACK_REFERENCE = re.compile(
    rf"\b(?:at|in|during|after|before|following|from|to) (?:the|that|this|the same) (?:[a-z]+"
    rf" ){{0,2}}(?P<noun>{_OCCASION})\b"
    rf"|\bin (?P<plural>speeches|remarks) (?:at|during|before|after|following) the (?:[a-z]+"
    rf" ){{0,2}}(?P<noun2>{_OCCASION})\b",
    re.IGNORECASE,
)
_NOT_THEN = re.compile(r"\b(?:ahead of|before|prior to|in advance of)\s(?:the|that|this)\b", re.IGNORECASE)
_REPORTING = re.compile(
    rf"\b(?:said|told|announced|stated|declared|wrote|tweeted|testified|spoke|speaking|warned|argued"
    rf"|called on|offered|unveiled|released"
    rf"|published|reported|insisted|urged|addressed|appeared|answered|(?:{_OCCASION})s?)\b",
    re.IGNORECASE,
)
_ABOUT_IT = re.compile(
    r"^\W*(?:he|she|they|it|the [a-z]+|mr\.? \w+|ms\.? \w+|[A-Z]\w+) (?:made|was speaking|were speaking"
    r"|spoke|(?:said|declared|announced"
    r"|stated|wrote|posted) (?:it|this|so|that)(?= (?:on|in|at|during|last|this)\b))"
    r"|^\W*(?:the|his|her|their|these|those) (?:comments?|remarks?|statements?|announcement|interview"
    r"|speech) (?:came|come|was|were|followed)\b",
    re.IGNORECASE,
)
_LONGEST = 1200  # characters of a sentence that are looked at
_NEAR = 90  # characters between a reporting verb and its date
_OTHER_EVENT = re.compile(
    r"\b(?:that|who|whom|which|when|where|after|before|because|as|since|how|why|if|to be)\b|[:;,“\"]"
)
_PRONOUNS = frozenset({"he", "she", "they", "it", "i", "we"})


def occasion_date(
    text: str,
    sentences: Sequence[CharSpan],
    clause: CharSpan,
    content: Sequence[CharSpan],
    source: CharSpan | None,
    timexes: Sequence[Timex],
) -> Timex | None:
    """The expression that dates the same occasion in a sentence near `clause`, the attribution's.

    In order: the sentence behind it ("She spoke at a rally on Friday."), the sentence that introduces the
    occasion it refers back to ("at the news conference"), the attribution just before with the same source.
    """
    first = min([clause.start, *(span.start for span in content)])
    last = max([clause.end, *(span.end for span in content)])
    here = bisect_right(sentences, first, key=lambda sentence: sentence.start) - 1
    behind = bisect_right(sentences, last - 1, key=lambda sentence: sentence.start)
    for sentence in _clipped(sentences[behind : behind + 2]):
        words = sentence.of(text)
        if _ABOUT_IT.search(words) and (timex := _only_date(text, sentence, timexes)):
            return timex
    lead = clause.of(text)
    if _NOT_THEN.search(lead[:60]):
        return None
    reference = _BACK_REFERENCE.search(lead)
    if reference is not None and not any(span.overlaps(_at(clause, reference)) for span in content):
        noun = (reference["noun"] or reference["noun2"]).lower()
        for sentence in reversed(_clipped(sentences[max(0, here - _FAR_BACK) : max(here, 0)])):
            if re.search(rf"\b{noun}\b", sentence.of(text), re.IGNORECASE):
                if timex := _only_date(text, sentence, timexes):
                    return timex
    return _of_same_source(text, sentences, max(here, 0), source, timexes)


def _clipped(sentences: Sequence[CharSpan]) -> list[CharSpan]:
    return [CharSpan(one.start, min(one.end, one.start + _LONGEST)) for one in sentences]


def _at(clause: CharSpan, match: re.Match[str]) -> CharSpan:
    return CharSpan(clause.start + match.start(), clause.start + match.end())


def _of_same_source(
    text: str, sentences: Sequence[CharSpan], here: int, source: CharSpan | None, timexes: Sequence[Timex]
) -> Timex | None:
    """The date of an attribution shortly before, whose speaker goes on: "X said Friday ... He said"."""
    if source is None:
        return None
    words = re.findall(r"\w+", source.of(text))
    if not words:
        return None
    pronoun = words[-1].lower() in _PRONOUNS
    for step, sentence in enumerate(reversed(_clipped(sentences[max(0, here - _BACK) : here]))):
        body = sentence.of(text)
        named = words[-1] in body and re.search(rf"\b{re.escape(words[-1])}\b", body) is not None
        if named or (pronoun and step == 0):
            dates = [
                timex for timex in _dates(text, sentence, timexes) if is_reported_then(text, sentence, timex)
            ]
            if len(dates) == 1:
                return dates[0]
        if pronoun and not re.search(r"\b(?:he|she|they|it)\b", body, re.IGNORECASE):
            return None
    return None


def is_reported_then(text: str, sentence: CharSpan, timex: Timex) -> bool:
    """Whether the expression dates a reporting verb of its sentence: "said Friday", "On Friday, X said"."""
    before = text[sentence.start : timex.span.start]
    if len(before.split()) <= 3 and _REPORTING.search(text, timex.span.end, sentence.end):
        return True
    verbs = list(_REPORTING.finditer(before[-_NEAR:]))
    return any(not _OTHER_EVENT.search(before[-_NEAR:], verb.end()) for verb in verbs)


def _only_date(text: str, sentence: CharSpan, timexes: Sequence[Timex]) -> Timex | None:
    """The one resolved date of a sentence; None where several compete."""
    found = _dates(text, sentence, timexes)
    return found[0] if len(found) == 1 else None


def _dates(text: str, sentence: CharSpan, timexes: Sequence[Timex]) -> list[Timex]:
    """The resolved dates of a sentence that stand outside quotation marks."""
    start = bisect_right(timexes, sentence.start - 1, key=lambda timex: timex.span.start)
    found = []
    for timex in timexes[start:]:
        if timex.span.start >= sentence.end:
            break
        if timex.edtf is None or timex.type not in ("DATE", "TIME"):
            continue
        before = text[sentence.start : timex.span.start]
        if before.count('"') % 2 == 0 and before.count("“") <= before.count("”"):
            found.append(timex)
    return found
