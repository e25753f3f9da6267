"""Headlines: no attribution crosses from one to the body, and what one reports is read by its form.

"Strike is off, says union", "Strike is off, union says", "'It was chaos': survivors", "It is off - union".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.layout.blocks import Layout
from extract.layout.spans import CharSpan
from extract.lexicon.organization_nouns import ORGANIZATION_NOUNS
from extract.lexicon.person_nouns import is_person_noun, is_plural_person_noun
from extract.lexicon.reporting_verbs import finite_forms, forms_of, reporting_verbs
from extract.lexicon.tokens import WORD
from extract.pipeline.network.attribution import Attribution
from extract.quotes import certainty
from extract.quotes.passages.repairs.beside_quotations import attribution_behind

_STATE = reporting_verbs(act="statement", takes="that")
_VERBS = finite_forms(_STATE) | forms_of(_STATE, "base")  # "says", "said", "say"
# "Strike is off, says union"
_INVERTED = re.compile(r"(?P<content>.+),\s+(?P<cue>[a-z]+)\s+(?P<who>[^,:;]+)")
# "Strike is off, drivers' union says"
_BEHIND = re.compile(r"(?P<content>.+),\s+(?P<who>[^,:;]+?)\s+(?P<cue>[a-z]+)")
# "'It was chaos': survivors"
_QUOTED = re.compile(r"[\"“‘'«](?P<content>[^\"“”«»:]{3,})[\"”’'»](?P<cue>:)\s+(?P<who>[^,:;]+)")
# "Strike is off – drivers' union"
_DASHED = re.compile(r"(?P<content>.+?)\s+(?P<cue>[–—-])\s+(?P<who>[^,:;–—]+)")
_FORMS = (_INVERTED, _BEHIND, _QUOTED, _DASHED)
_LEADS_ON = re.compile(r"[:,—–-]\s*$")  # "Roe said:"
_MARKS = "\"“‘'«"
_MAX_WORDS = 6  # of who speaks in a headline
_MIN_CONTENT_WORDS = 3


def apart_from_headlines(text: str, items: Sequence[Attribution], layout: Layout) -> list[Attribution]:
    """The attributions, those of a headline with no words of the body, and what the headline itself reports.

    Words of the body that are lost so get the cue and subject right behind them.
    """
    titles = [block.span for block in layout.blocks if block.kind == "title"]
    out = list(items)
    for title in titles:
        out = [part for item in out for part in _apart(text, item, title)]
        if not any(
            span.overlaps(title) and item.cue and title.holds(item.cue[0])
            for item in out
            for span in item.content
        ):
            out += _read(text, title)
    return sorted(out, key=lambda item: item.content)


def _apart(text: str, item: Attribution, title: CharSpan) -> Iterator[Attribution]:
    """An attribution without what crosses the end of a headline."""
    home = [part for part in (*item.cue, *item.source) if title.holds(part)]
    own = [part for span in item.content if (part := _cut(span, title)) is not None]
    rest = [CharSpan(max(span.start, title.end), span.end) for span in item.content if span.end > title.end]
    rest = [
        CharSpan(span.start + len(words) - len(words.lstrip()), span.end)
        for span in rest
        if (words := span.of(text))
    ]
    if not home or not rest or _LEADS_ON.search(text, title.start, title.end):
        yield item
        return
    source = tuple(part for part in item.source if title.holds(part))
    if item.cue and not title.holds(item.cue[0]):
        yield replace(
            item, source=tuple(part for part in item.source if part not in source), content=tuple(rest)
        )
        return
    if own and source:
        yield replace(item, source=source, content=tuple(own))
    for span in rest:
        behind = attribution_behind(text, span)
        if behind is not None:
            yield replace(behind, confidence=item.confidence)
        elif text[span.start] in _MARKS:
            yield replace(item, source=(), cue=(), content=(span,))


def _cut(span: CharSpan, block: CharSpan) -> CharSpan | None:
    start, end = max(span.start, block.start), min(span.end, block.end)
    return CharSpan(start, end) if start < end else None


def _read(text: str, title: CharSpan) -> Iterator[Attribution]:
    """What a headline reports, by its form."""
    for form in _FORMS:
        found = form.fullmatch(text, title.start, title.start + len(title.of(text).rstrip(" .\n")))
        if found is None or not _speaks(found["who"]):
            continue
        if found["cue"].isalpha() and found["cue"] not in _VERBS:
            continue
        content = CharSpan(*found.span("content"))
        if len(WORD.findall(content.of(text))) < _MIN_CONTENT_WORDS:
            continue
        yield Attribution(
            source=(CharSpan(*found.span("who")),),
            cue=(CharSpan(*found.span("cue")),),
            content=(content,),
            confidence=certainty.HEADLINE,
            source_confidence=certainty.HEADLINE,
        )
        return


def _speaks(who: str) -> bool:
    """Whether the words for a speaker of a headline are few, and a name or a noun for those who speak."""
    words = WORD.findall(who)
    if not 0 < len(words) <= _MAX_WORDS:
        return False
    last = words[-1]
    if last[0].isupper() and len(words) > 1:
        return all(word[0].isupper() or is_person_noun(word) for word in words)
    return last.islower() and (
        is_person_noun(last) or is_plural_person_noun(last) or last in ORGANIZATION_NOUNS
    )
