"""Contents of a relative clause that run on into the main clause: "Roe, who says it is late, left"."""

from __future__ import annotations

import re

from extract.layout.spans import CharSpan
from extract.pipeline.network.attribution import Attribution
from extract.quotes.passages.repairs.parts import content_behind_cue, with_content

# ", left the town", ", was late", ", with her son", no ", left alone" of a list
_MAIN_CLAUSE = re.compile(
    r",\s+(?:(?:is|was|has|had|will|would|can|could|may|might|must|should|does|did|[a-z]+ed|left|went|came|took|made|got"
    r"|won|lost|led|held|ran|sat|stood|saw|met|spent|began|fell|felt|kept|gave|put|set"
    r"|plans|wants|hopes|faces|lives|works|remains|leads|runs|heads|owns)\s|with\s+(?:her|his|their|a|an|the)\s"
    r"|outside\s|beside\s|pictured\b)"
)
_WHO = frozenset(["who"])


def without_main_clause(text: str, item: Attribution) -> Attribution:
    """The content of what "who" says, up to the comma behind which the main clause goes on."""
    at = content_behind_cue(text, item)
    if at is None or len(item.source) != 1 or item.source[0].of(text).lower() not in _WHO:
        return item
    if item.source[0].end > item.cue[0].start or not text[: item.source[0].start].rstrip().endswith(","):
        return item
    piece = item.content[at]
    if any(mark in piece.of(text) for mark in '"“”'):
        return item
    found = _MAIN_CLAUSE.search(text, piece.start, min(len(text), piece.end + 1))
    return with_content(item, at, CharSpan(piece.start, found.start())) if found else item
