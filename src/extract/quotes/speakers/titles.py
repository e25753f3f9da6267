"""Titles of people: role or office, from the words beside their names."""

from __future__ import annotations

import re

from extract.layout.spans import CharSpan
from extract.lexicon.honorifics import HONORIFICS
from extract.lexicon.person_nouns import is_person_noun
from extract.lexicon.reporting_verbs import FORMS_WITH_QUOTATION, finite_forms, reporting_verbs
from extract.lexicon.tokens import WORD
from extract.lexicon.word_search import words_among
from extract.quotes.article_index import ArticleIndex
from extract.quotes.entities.names import Name
from extract.quotes.speakers.title_phrases import (
    PREPOSITIONS,
    appositive,
    prenominal,
    titles_of,
    without_clause,
)

# "Ada Brunn is a surgeon at Westmere Hospital."
_PREDICATE = re.compile(
    r"\s+(?:is|was|became|remains|serves\s+as|works\s+as|served\s+as|has\s+been)\s+(?:also\s+)?"
    r"(?P<title>(?:an?\s+|the\s+)?(?:[\w’'&-]+\s+){0,5}?[\w’'&-]+(?:\s+(?:of|for|at|in|with|to)\s+(?:the\s+)?"
    r"[A-Z][\w’'&-]*(?:\s+(?:of|for|and|the|[A-Z][\w’'&-]*))*)?)(?=[.,;]|\s+(?:and|who|that|which|but|since|when)\b)"
)
# "But the head of customs (HC),"
_BEFORE_COMMA = re.compile(
    r"(?:(?:But|And|Yet|Or|So|Then|Now|Still|Even|While|As|Although|Though|However,|Meanwhile,)\s+)?"
    r"(?P<title>(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[A-Z][\w’'&-]*)\s[^,.;:“”\"\n]{3,90}?)"
    r"(?:\s*\([^()\n]{2,60}\))?,\s+$"
)
# "It came after Chairman Ada Brunn"
_CONJUNCTION = re.compile(r"\b(?:after|before|by|when|while|as|that)\s+(?=[A-Z]|the\s)")
# "asked about it", no acting mayor
_NO_NOUN_PHRASE = re.compile(
    r"(?:he|she|it|they|we|i|you|there|this|that|born"
    r"|(?!acting|managing|leading|incoming|outgoing|retired|retiring|ranking|reigning|founding|presiding)\w+(?:ed|ing))\b",
    re.IGNORECASE,
)
# "The trust’s chief executive"
_POSSESSIVE = re.compile(r"(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir)\s+(?:[a-z][\w-]*['’]s?\s+)?")
# "as a surgeon"
_DETERMINER = re.compile(r"as\s+(?:{0})?|{0}".format(r"(?:an?|the|its|his|her|their|our|my|your)\s+"), re.I)
_SAID = finite_forms(reporting_verbs(act="statement", takes="that") + reporting_verbs(takes="hearer"))
_SAID_BEHIND_QUOTATION = _SAID | FORMS_WITH_QUOTATION
_QUOTATION_END = re.compile(r"[\"”’»],?\s+$")  # "It is late,”"
_MAX_MARK_CHARS = 6  # a closing quotation mark with the space behind it
_ACCORDING_TO = re.compile(r"\baccording\s+to\s+")  # "according to its chief, Ada Brunn"
_SPACE = re.compile(r"\s+")
_HONORIFIC = re.compile(r"(?P<word>[A-Z][A-Za-z]*)\.?\s+$")  # "Dr. Ada Brunn"
# Letters; a longer title in capitals is a label of a transcript ("SECRETARY JANE ROE:")
_MAX_ACRONYM_CHARS = 5
_MAX_RANK_CHARS = 4  # of a rank that stands before a name like an honorific: "DSP"
_PURPOSE = re.compile(r"\bto [a-z]")  # "the first minister to resign" is no title
# "the only candidate"
_RANKED = re.compile(r"(?:the|an?)\s+(?:first|last|only|next|best|worst|most|least|same|kind|sort)\b")


class Titles:
    """The titles of one article's people."""

    def __init__(self, index: ArticleIndex) -> None:
        self._index = index
        self._first: dict[str, CharSpan | None] = {}

    def of(self, mention: CharSpan, name: Name) -> CharSpan | None:
        """The title beside a mention, else the first beside another mention of the person."""
        index = self._index
        before = prenominal(index, mention)
        if before is not None and before.of(index.text) == "Chief":  # of a tribe or by courtesy: no office
            before = before_comma(index, mention) or appositive(index, mention) or before
        beside = before or appositive(index, mention) or before_comma(index, mention)
        label = beside is not None and len(beside) > _MAX_ACRONYM_CHARS and beside.of(index.text).isupper()
        title = beside if beside and not label else self._first_of(name) or beside
        return title and _trimmed(index.text, title)

    def _first_of(self, name: Name) -> CharSpan | None:
        if name.canonical not in self._first:
            spans = [mention.span for mention in name.mentions]
            others = (before_comma(self._index, span) or _predicate(self._index, span) for span in spans)
            first = next(iter(titles_of(self._index, name)), None) or next(filter(None, others), None)
            self._first[name.canonical] = first
        return self._first[name.canonical]


def _trimmed(text: str, phrase: CharSpan) -> CharSpan:
    """Of "a surgeon who led the team" the surgeon, of "his campaign manager" the manager."""
    end = without_clause(text, phrase).end
    start = _DETERMINER.match(text, phrase.start, end)
    return CharSpan(start.end() if start else phrase.start, end)


def before_comma(index: ArticleIndex, mention: CharSpan) -> CharSpan | None:
    """The phrase that a name explains: "The union's secretary general, Ada Brunn, said"."""
    text = index.text
    low = index.sentence(mention.start).start
    end = _without_honorifics(text, low, mention.start)
    starts = [low, *_behind_cue(text, low, end), *_behind_opening(index, low, end)]
    matches = filter(None, (_BEFORE_COMMA.fullmatch(text, start, end) for start in starts))
    found = next((match for match in matches if not _NO_NOUN_PHRASE.match(match["title"])), None)
    if found is None:
        return None
    phrase = CharSpan(*found.span("title"))
    if start := _POSSESSIVE.match(text, phrase.start, phrase.end):
        phrase = CharSpan(start.end(), phrase.end)
    return phrase if _is_role_phrase(index, phrase) else None


def _behind_cue(text: str, low: int, end: int) -> list[int]:
    """Where the phrase begins behind the last cue of a stretch of text, if there is one."""
    verbs = (
        verb
        for verb in words_among(_SAID_BEHIND_QUOTATION, text, low, end)
        if verb[0] in _SAID
        or _QUOTATION_END.search(text, max(low, verb.start() - _MAX_MARK_CHARS), verb.start())
    )
    spaces = (_SPACE.match(text, verb.end(), end) for verb in verbs)
    behind = [found.end() for found in (*spaces, *_ACCORDING_TO.finditer(text, low, end)) if found]
    return [max(behind)] if behind else []


def _behind_opening(index: ArticleIndex, low: int, end: int) -> list[int]:
    """Where phrases begin behind one that opens the sentence: "For her part, the mayor, NAME", "It came
    after Chairman of the Board, NAME"."""
    starts = [found.end() for found in _CONJUNCTION.finditer(index.text, low, end)][-1:]
    comma = index.text.rfind(", ", low, index.text.rfind(",", low, end))
    if comma >= 0 and not index.people_in(CharSpan(low, comma)):
        starts.append(comma + 2)
    return starts


def _without_honorifics(text: str, low: int, end: int) -> int:
    """Where the honorifics and ranks begin that stand right before `end`: "Dr", "DSP", "Chief"."""
    while found := _HONORIFIC.search(text, max(low, end - 20), end):
        word = found["word"]
        if word.lower() not in HONORIFICS and not (word.isupper() and 1 < len(word) <= _MAX_RANK_CHARS):
            break
        end = found.start()
    return end


def _predicate(index: ArticleIndex, mention: CharSpan) -> CharSpan | None:
    """What a person is said to be: "Ada Brunn is a surgeon at Westmere Hospital."."""
    found = _PREDICATE.match(index.text, mention.end, min(len(index.text), mention.end + 160))
    if found is None:
        return None
    phrase = CharSpan(*found.span("title"))
    ranked = _RANKED.match(index.text, phrase.start)  # "the only candidate": a comparison, no role
    return phrase if not ranked and _is_role_phrase(index, phrase) else None


def _is_role_phrase(index: ArticleIndex, phrase: CharSpan) -> bool:
    """Whether the head of a noun phrase, the last word before any preposition, is a role."""
    if _PURPOSE.search(phrase.of(index.text)):
        return False
    words = [word.lower() for word in WORD.findall(phrase.of(index.text))]
    cut = next((k for k, word in enumerate(words) if word in PREPOSITIONS), len(words))
    heads = words[:cut]
    return bool(heads) and (is_person_noun(heads[-1]) or (len(heads) > 1 and heads[-1] == "general"))
