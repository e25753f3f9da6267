"""Ties of a speaker to organizations: itself, its employer, and those that its source names."""

from __future__ import annotations

import re

from extract.quotes.article_index import ArticleIndex
from extract.quotes.entities.names import Name, distinct
from extract.quotes.speakers.resolution import Resolution

# "spokeswoman", "chairman": their company is their own; an analyst's is another.
_SPEAKS_FOR = re.compile(
    r"\b(?:spokes\w+|chief|executive|ceo|cfo|coo|president|chair\w*|director|head|secretary|minister|founder|owner|"
    r"manager|representative|commissioner|leader|ambassador|general|press|mayor|governor|captain|coach)\b",
    re.IGNORECASE,
)
# "research director", "analysts"
_LOOKS_ON = re.compile(
    r"\b(?:analyst|economist|strategist|research\w*|consultant|lawyer|attorney|broker|trader|auditor|professor|portfolio|critic"
    r"|expert)s?\b",
    re.IGNORECASE,
)


class SpeakerTies:
    """The organizations of one quote's speaker.

    own: the one in whose name the speaker says "we": itself, the one that an official's title names, or the
    only one in "a spokesman for NAME". affiliated: the one beside the speaker's name, whatever the role.
    inside: those that the mention of a person or group names. official, onlooker: by the speaker's role.
    """

    def __init__(self, index: ArticleIndex, speaker: Resolution) -> None:
        job = _job(index, speaker)
        self.onlooker = _LOOKS_ON.search(job) is not None
        self.official = not self.onlooker and _SPEAKS_FOR.search(job) is not None
        affiliation = speaker.speaker.affiliation
        found = index.organizations_in(affiliation) if affiliation else []
        self.affiliated: Name | None = found[0][1] if found else None
        self.inside = _inside(index, speaker)
        self.own = self._own(speaker)

    def _own(self, speaker: Resolution) -> Name | None:
        if speaker.name is not None and speaker.name.kind == "organization":
            return speaker.name
        if not self.official:
            return None
        return self.affiliated or (self.inside[0] if len(self.inside) == 1 else None)


def _job(index: ArticleIndex, speaker: Resolution) -> str:
    """The title of a speaker, of one without a name the mention."""
    spans = [speaker.speaker.title, speaker.speaker.mention if speaker.name is None else None]
    return " ".join(span.of(index.text) for span in spans if span is not None)


def _inside(index: ArticleIndex, speaker: Resolution) -> list[Name]:
    mention = speaker.speaker.mention
    if mention is None or speaker.speaker.kind not in ("person", "group"):
        return []
    return distinct(name for _, name in index.organizations_in(mention))
