"""Towns that are labelled as organizations: those that tell where a site is, "the Hull plant"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.layout.spans import CharSpan

_SITE = re.compile(
    r"\s+(?:branch|brewery|depot|facility|factory|mill|mine|office|outlet|plant|quarry|refinery|shipyard|site|smelter|"
    r"store|terminal|warehouse|works)(?:es|s)?\b"
)  # "Hull plant"


def without_towns(text: str, spans: Sequence[CharSpan]) -> list[CharSpan]:
    """The spans without names of one word that stand nowhere but in front of a site."""
    elsewhere = {span.of(text) for span in spans if not _SITE.match(text, span.end)}
    return [
        span
        for span in spans
        if " " in span.of(text) or span.of(text) in elsewhere or span.of(text).isupper()
    ]
