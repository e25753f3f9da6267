"""Parts of an attribution, as the repairs look at them."""

from __future__ import annotations

from dataclasses import replace

from extract.pipeline.network.attribution import Attribution
from extract.quotes.passages.act import act_of
from extract.spans import CharSpan

MAX_SUBJECT_CHARS = 160  # of a subject with what stands beside it
# Noun phrases, as sources of patterns: "its former head of tools", "she".
DESCRIBED = r"(?:its|his|her|their|our|the|a|an)\s+(?:[\w’'-]+\s+){0,6}?[\w’'-]+"
PRONOUN = r"(?:he|she|they|it|we|I)"


def states(text: str, cue: CharSpan) -> bool:
    """Whether a cue reports statements."""
    return act_of(cue.of(text), "that it is so", quoted=True) == "statement"


def content_behind_cue(text: str, item: Attribution) -> int | None:
    """The number of the content that begins right behind the cue."""
    if len(item.cue) != 1:
        return None
    starts = (n for n, s in enumerate(item.content) if s.start >= item.cue[0].end)
    first = next(starts, None)
    if first is None or text[item.cue[0].end : item.content[first].start].strip():
        return None
    return first


def with_content(item: Attribution, number: int, span: CharSpan) -> Attribution:
    """`item` with another span for one of its contents; without that content where the span is empty."""
    content = (*item.content[:number], span, *item.content[number + 1 :])
    return replace(item, content=tuple(span for span in content if len(span)))
