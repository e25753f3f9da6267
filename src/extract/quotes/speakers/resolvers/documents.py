"""Speakers behind a document: the organization whose report, letter or audit the source is."""

from __future__ import annotations

import re
from itertools import islice

from extract.lexicon.words import DOCUMENTS, ORG_NOUNS
from extract.quotes import certainty
from extract.quotes.article_index import ArticleIndex
from extract.quotes.speakers.history import SpeakerHistory
from extract.quotes.speakers.organization_antecedents import OrganizationAntecedents
from extract.quotes.speakers.profiles import Profiles
from extract.quotes.speakers.query import ARTICLE, Query
from extract.quotes.speakers.resolution import Reference, Resolution
from extract.spans import CharSpan

# Documents that speak for no organization named before them.
_PUBLIC = frozenset("law bill constitution treaty agreement contract book petition sign banner".split())
# "A letter seen by" is another's.
_READ_BY = re.compile(
    r"\b(?:seen|obtained|viewed|reviewed|read|acquired|quoted|cited|shared)\s+(?:\w+ly\s+)?by\s+(?:the\s+)?$"
)
_BY = re.compile(r"\b(?:by|of|from)\s+(?:the\s+)?$")  # "an audit by the"
_OWNER = re.compile(r"(?:[Tt]he\s+)?(?:\w+\s+)?(\w+)['’]s?\s")  # "the state agency’s report"
_MAX_QUOTES_BACK = 3  # from "the report" to the organization that spoke
_MAX_WORDS = 2  # "the report": of a longer phrase nobody has spoken yet


class DocumentPublisher:
    """The organization that a document speaks for: "an audit by NAME", "the agency's report", or, for a bare
    "the report", the organization that spoke last."""

    def __init__(
        self,
        index: ArticleIndex,
        organizations: OrganizationAntecedents,
        history: SpeakerHistory,
        profiles: Profiles,
    ) -> None:
        self._index = index
        self._organizations = organizations
        self._history = history
        self._profiles = profiles

    def __call__(self, query: Query) -> Resolution | None:
        """Answer a query whose source is the document of an organization."""
        if query.head not in DOCUMENTS:
            return None
        reference = self._publisher(query.source, query.phrase)
        return None if reference is None else self._profiles.referred(query, reference)

    def _publisher(self, source: CharSpan, phrase: CharSpan) -> Reference | None:
        index, written = self._index, phrase.of(self._index.text)
        for mention, name in index.organizations_in(source):
            before = index.text[source.start : mention.span.start]
            if mention.span.start > phrase.start and _READ_BY.search(before):
                return None
            if mention.span.start > phrase.start and _BY.search(before):
                return Reference(name, certainty.PUBLISHER)
        owner = _OWNER.match(written)
        if owner and owner[1].lower() in ORG_NOUNS:
            return self._organizations.meant(source, owner[1].lower())
        words = written.lower().split()
        if len(words) > _MAX_WORDS or words[-1] in _PUBLIC or not ARTICLE.match(written):
            return None
        for quote in islice(self._history.latest(), _MAX_QUOTES_BACK):
            if quote.name is not None and quote.name.kind == "organization":
                return Reference(quote.name, certainty.LAST_PUBLISHER)
        return None
