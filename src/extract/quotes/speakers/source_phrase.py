"""Sources: the phrase beside a quote, taken apart."""

from __future__ import annotations

import re
from itertools import pairwise

from extract.quotes.article_index import ArticleIndex
from extract.quotes.entities.names import Name, NameMention, distinct
from extract.quotes.lexicon.person_nouns import is_person_noun, is_plural_noun
from extract.quotes.lexicon.tokens import NAME_PHRASE, WORD
from extract.quotes.lexicon.words import DOCUMENTS, HONORIFICS, ORG_NOUNS
from extract.quotes.quote import SpeakerKind
from extract.quotes.speakers.title_phrases import prenominal
from extract.spans import CharSpan

_RELATIVE = re.compile(r"(?:,\s*|\s+)(?:who|whom|whose|which|where|when|while|during)\b|,\s+(?=that\b)")
_OBJECT_OF = re.compile(
    r"\b(?:of|for|to|with|from|by|against|about|under|near|and)\s+(?:the\s+|an?\s+)?((?:[\w.’'-]+\s+){0,3})$"
)
# Behind an apposition too: "Jane Roe, head of the union, and John Doe".
_JOINED_BY_AND = re.compile(
    r"(?:\s*\([^()]*\))?(?:\s*,[^,]*,)?(?:\s*,)?\s*(?:and|&)\s+(?:[\w.’'\-]+\s+){0,6}$"
)
_PARTY = re.compile(r"[A-Z]-[A-Z]")  # "R-N.Y."
_AND_OTHERS = re.compile(
    r"\s*,?\s+(?:and|&)\s+(?:(?:\w+\s+)?others?|several|many|some|his|her|their|\w+\s+more)\b"
)
_COMMA = re.compile(r"(?:\s*\([^()]*\))?\s*,\s+(?:[\w.’'\-]+\s+){0,6}$")
_LEADING_RELATIVE = re.compile(r"(?:who|whom|whose|which|that)\b", re.IGNORECASE)
PREPOSITION = re.compile(
    r"\s(?:of|for|to|with|from|by|at|in|on|near|close|against|within|inside|about|during)\s"
)
PASSIVE = re.compile(r"(?:is|was|are|were|be|been|has been|have been|had been)\b")
_PRONOUN_BEFORE = re.compile(r"(?:^|[\s“\"‘(])(?P<pronoun>[Hh]e|[Ss]he|[Tt]hey)\s+$")
_CAPITALS_BEHIND_A_NOUN = re.compile(
    r"\b(?P<noun>[a-z][\w-]*)\s+(?P<name>[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){1,2})$"
)
_ARTICLES = re.compile(r"^(?:the|The|THE)\b")
_ASIDE = re.compile(r",?\s+(?:in|through|via|by)\s+(?:an?|the|its)\s+\w+")
_BRACKETS = re.compile(r"^\s*\([^()]*\)")
_OWNER = re.compile(r"^['’]s?(?=\s|$)")
_AND = re.compile(r"(?:\s*\([^()]*\))?\s+(?:and|&)\s+(?:the\s+)?")
_UNFINISHED = re.compile(r"\b(?:of|the|for|at|and|by|to)$")
_OPENING_PHRASE = re.compile(r"[\"“‘'\s]*((?:[Aa]n?|[Tt]he|[A-Z][\w’'-]*|[Oo]ne)(?:\s+[\w’'-]+){0,11}),?\s*")
_POSSESSOR = re.compile(r"['’]s?\s+\w")
_LAST_DATE = re.compile(
    r"\s+(?:on\s+)?(?:today|yesterday|tonight|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:this|last|next)\s+(?:week|month|year))"
    r"(?:\s+(?:morning|afternoon|evening|night))?[\s,]*$"
)
# What stands between a name and its apposition, and behind that.
_APPOSITION_GAP = re.compile(r"(?:\s*\([^()]{1,60}\))?,\s+$")
_APPOSITION_END = re.compile(r"(?<=,)|\s*,")
_WRITTEN_BY = re.compile(r",?\s+(?:co-?)?(?:written|authored|compiled|drafted|penned)\s+by\s")
_LONGEST_GAP = 80
_QUOTATION_BEFORE = re.compile(r"[,.!?][\"”’»]+\s+(?:\w+ly\s+)?$")
_SUBJECT_BEHIND = re.compile(
    rf"\s+(?P<who>(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Aa]n?)\s+(?:[\w’'-]+\s+){{0,5}}?[\w’'-]+|{NAME_PHRASE})\s*(?=[.,;:\n]|$)"
)
_PARTICIPLE = re.compile(r"[a-z]\w*ed|led|held|known|seen|written|made|[a-z]\w+ing|familiar|close")
_INDEFINITE = re.compile(r"(?:an?|one of)\s", re.IGNORECASE)
_NO_MODIFIERS = frozenset("of and to in that for by with on said as at from the or".split())
_EMPTY = frozenset(["", "the", "a", "an", "its", "his", "her", "their", "and", "of", "by"])
_AND_CUE = re.compile(r"\b(?:and|but|then|also)\s+(?:\w+ly\s+|also\s+|then\s+|later\s+)?$")


def completed_source(index: ArticleIndex, source: CharSpan | None, cue: CharSpan | None) -> CharSpan | None:
    """The source with what belongs to it: the name behind "its chairman,", the noun that "who" means,
    the subject of a cue that goes on with "and said"."""
    text = index.text
    if source is not None and source.of(text).strip(" ,.:").lower() in _EMPTY:
        source = None
    if source is None:
        if cue is None:
            return None
        if _AND_CUE.search(text, index.sentence(cue.start).start, cue.start):
            return _named_before(index, cue.start)
        if PASSIVE.match(cue.of(text)):
            return None
        return _subject_of(index, cue) or _behind_quotation(index, cue)
    source = _whole(index, source)
    if relative := _LEADING_RELATIVE.match(text, source.start, source.end):
        person = _person_before(index, source.start) if relative[0].lower().startswith("who") else None
        return person or _named_before(index, source.start) or _phrase_before(index, source.start) or source
    if named := _named_in_front(index, source):
        return CharSpan(named.start, source.end)
    if text[source.end - 1] == "," and not index.people_in(source):
        behind = CharSpan(source.end, min(len(text), source.end + 60))
        after = index.people_in(behind)
        if after and not text[source.end : after[0][0].span.start].strip():
            return CharSpan(source.start, after[0][0].span.end)
    return source


def _subject_of(index: ArticleIndex, cue: CharSpan) -> CharSpan | None:
    """The name or pronoun right before an active cue."""
    before = CharSpan(max(0, cue.start - 60), cue.start)
    if found := _PRONOUN_BEFORE.search(index.text, before.start, before.end):
        return CharSpan(*found.span("pronoun"))
    named = index.people_in(before) + index.organizations_in(before)
    behind = (mention.span for mention, _ in named if index.text[mention.span.end : cue.start].isspace())
    return max(behind, default=None)


def _behind_quotation(index: ArticleIndex, cue: CharSpan) -> CharSpan | None:
    """The subject of a cue that follows a quotation and ends its clause: `," announced the university.`"""
    text = index.text
    opening = index.sentence(cue.start).start
    if not _QUOTATION_BEFORE.search(text, max(opening - 2, cue.start - _LONGEST_GAP, 0), cue.start):
        return None
    found = _SUBJECT_BEHIND.match(text, cue.end)
    return CharSpan(*found.span("who")) if found else None


def unlabelled_name(index: ArticleIndex, phrase: CharSpan) -> CharSpan | None:
    """A name at the end of a description that no model has labelled: "deputy head of the board NAME".

    Two or three words with capitals behind a common noun, that are no organization or place.
    """
    found = _CAPITALS_BEHIND_A_NOUN.search(phrase.of(index.text))
    if found is None or found["noun"] in _NO_MODIFIERS:
        return None
    name = CharSpan(phrase.start + found.start("name"), phrase.start + found.end("name"))
    before = WORD.findall(index.text, phrase.start, name.start)
    if index.organizations_in(name) or index.has_place(name) or not any(map(is_person_noun, before)):
        return None
    return name


def _whole(index: ArticleIndex, source: CharSpan) -> CharSpan:
    """The source without a date at its end, and with the whole of a name that it cuts or stops short of."""
    text = index.text
    if found := _LAST_DATE.search(source.of(text)):
        source = CharSpan(source.start, source.start + found.start())
    around = CharSpan(max(0, source.start - 60), min(len(text), source.end + 60))
    named = [m.span for m, _ in index.people_in(around) + index.organizations_in(around)]
    start = min([source.start, *(n.start for n in named if n.start < source.start < n.end)])
    end = max([source.end, *(n.end for n in named if n.start < source.end < n.end)])
    if _UNFINISHED.search(text[start:end]):
        for name in sorted(n for n in named if n.start >= end):
            if text[end : name.start].strip():
                break
            end = name.end
    last = WORD.findall(text[start:end])[-1:]
    if last and (last[0].lower().rstrip(".") in HONORIFICS or is_person_noun(last[0])):
        behind = index.people_in(CharSpan(end, min(len(text), end + 60)))
        if behind and not text[end : behind[0][0].span.start].strip():
            end = behind[0][0].span.end
    return CharSpan(start, end)


def _phrase_before(index: ArticleIndex, at: int) -> CharSpan | None:
    """The short phrase that opens the sentence before "who" or "which"."""
    sentence = index.sentence(at)
    found = _OPENING_PHRASE.fullmatch(index.text, sentence.start, max(sentence.start, at))
    return CharSpan(*found.span(1)) if found else None


def _named_before(index: ArticleIndex, at: int) -> CharSpan | None:
    """The name that the sentence holds before `at`, outside the words of others: its subject. A party or
    place in the title of a person ("Labour MP NAME") is none."""
    before = CharSpan(min(index.sentence(at).start, at), at)
    people = [m.span for m, _ in index.people_in(before) if not index.is_quoted(m.span)]
    titles = [title for person in people if (title := prenominal(index, person)) is not None]
    bodies = [m.span for m, _ in index.organizations_in(before) if not index.is_quoted(m.span)]
    bodies = [span for span in bodies if not any(title.holds(span) for title in titles)]
    return min(people + bodies, default=None)


def _person_before(index: ArticleIndex, at: int) -> CharSpan | None:
    """The person that "who" at `at` means: the one named right before it, else the first of the sentence."""
    before = CharSpan(min(index.sentence(at).start, at), at)
    people = [m.span for m, _ in index.people_in(before) if not index.is_quoted(m.span)]
    beside = (span for span in people if not index.text[span.end : at].strip(" ,—–-"))
    return next(beside, min(people, default=None))


def _named_in_front(index: ArticleIndex, source: CharSpan) -> CharSpan | None:
    """The name that a source is the apposition of: "NAME (NYSE: ABC), a maker of tools," is one source."""
    text = index.text
    if not _INDEFINITE.match(text, source.start, source.end):
        return None
    gap = _APPOSITION_GAP.search(text, max(0, source.start - _LONGEST_GAP), source.start)
    if gap is None or not _APPOSITION_END.match(text, source.end):
        return None
    before = CharSpan(max(0, gap.start() - _LONGEST_GAP), gap.start())
    named = index.people_in(before) + index.organizations_in(before)
    spans = (mention.span for mention, _ in named if mention.span.end == gap.start())
    return min(spans, default=None)


def head_phrase(index: ArticleIndex, source: CharSpan) -> CharSpan:
    """The source without relative clauses and what follows a comma."""
    text = source.of(index.text)
    cut = _RELATIVE.search(text)
    end = cut.start() if cut else len(text)
    comma = text.find(",", 0, end)
    if comma > 0 and not re.match(r",(?:\s\w+)?\s(?:and|\w+\sand)\b", text[comma:end]):
        end = comma
    return CharSpan(source.start, source.start + len(text[:end].rstrip(" ,")))


def heads_of(index: ArticleIndex, source: CharSpan) -> list[tuple[NameMention, Name]]:
    """The people that the source is, not those it only mentions ("a lawyer for Roe", "Roe's wife")."""
    text = index.text
    out: list[tuple[NameMention, Name]] = []
    together = False
    relative = _RELATIVE.search(source.of(text))
    end = source.start + relative.start() if relative and relative.start() > 0 else source.end
    for mention, name in index.people_in(source):
        if mention.span.start >= end:
            break
        if _POSSESSOR.match(text, mention.span.end, source.end) or _PARTY.match(text, mention.span.start):
            continue
        between = text[out[-1][0].span.end : mention.span.start] if out else ""
        if out and _JOINED_BY_AND.match(between):
            together = True
        elif out and not _COMMA.match(between):
            break
        elif _is_modifier(index, source, mention) or PREPOSITION.search(between):
            continue  # "Jane Roe, a Doe spokeswoman,", "Jane Roe, husband of John Doe,"
        elif not out and _is_object(index, source, mention):
            continue
        out.append((mention, name))
    if out and _AND_OTHERS.match(text, out[-1][0].span.end):
        together = True
    return out if together else out[-1:]  # "Standing before Judge John Doe, Jane Roe" is Roe alone


def _is_object(index: ArticleIndex, source: CharSpan, mention: NameMention) -> bool:
    """Whether the name hangs on a preposition of the source rather than heads it."""
    text = index.text
    before = text[source.start : mention.span.start]
    found = _OBJECT_OF.search(before)
    if not found or found[0].startswith("and") or found.start() == 0:
        return False
    titles = [word.lower().rstrip(".") for word in found[1].split()]
    names = [m.span for m, _ in index.organizations_in(source)]
    between = CharSpan(min(source.start + found.start(1), mention.span.start), mention.span.start)
    if index.has_place(between) or any(between.holds(span) for span in names):
        return False
    return all(t in HONORIFICS or t in ("former", "late", "then") or is_person_noun(t) for t in titles)


def _is_modifier(index: ArticleIndex, source: CharSpan, mention: NameMention) -> bool:
    """Whether a common noun of the same phrase follows: "a Trump spokesman", "the Roe campaign"."""
    rest = index.text[mention.span.end : source.end]
    following = re.match(r"\s+([a-z][\w-]+)", rest)
    return following is not None and _may_speak(following[1])


def _may_speak(noun: str) -> bool:
    return is_person_noun(noun) or is_plural_noun(noun) or noun in ORG_NOUNS or noun in DOCUMENTS


def opening_organization(index: ArticleIndex, source: CharSpan) -> Name | None:
    """The organization that opens a source and is more than a modifier: "The union, in a statement signed by
    its president, NAME," is the union."""
    found = index.organizations_in(source)
    if not found or _ARTICLES.sub("", index.text[source.start : found[0][0].span.start]).strip():
        return None
    people = index.people_in(source)
    behind = _ASIDE.match(index.text, found[0][0].span.end, source.end)
    return found[0][1] if people and behind and found[0][0].span.end <= people[0][0].span.start else None


def organizations_of(index: ArticleIndex, phrase: CharSpan) -> list[Name]:
    """The organization that a source is or whose document it is; two where they speak together."""
    text = index.text
    cut = PREPOSITION.search(phrase.of(text))
    head_end = phrase.start + cut.start() if cut else phrase.end
    inside = index.organizations_in(phrase)
    names = distinct(name for _, name in inside)
    if len(names) == 2 and _AND.fullmatch(text, inside[0][0].span.end, inside[-1][0].span.start):
        return names
    for mention, name in inside:
        rest = _BRACKETS.sub("", text[mention.span.end : phrase.end])
        following = [word.lower() for word in WORD.findall(_OWNER.sub("", rest))]
        is_document = any(word in DOCUMENTS for word in following[:3])
        if _OWNER.match(rest) and not is_document:
            continue
        if is_document and _WRITTEN_BY.match(text, phrase.end):
            return []  # it is called after somebody: "the NAME report, written by"
        heads = mention.span.start < head_end or mention.span.start == phrase.start
        alone = not following or following[0] in ("of", "in", "and") or is_document
        return [name] if heads and alone else []
    return []


def without_participle(words: list[str]) -> list[str]:
    """The words of a phrase up to its head: of "astronomers led", "officials familiar" the first."""
    for number, (word, following) in enumerate(pairwise(words), start=1):
        if _PARTICIPLE.fullmatch(following) and _may_speak(word.lower()):
            return words[:number]
    return words


def kind_of(index: ArticleIndex, head: str, phrase: CharSpan) -> SpeakerKind:
    """What a source without a name is, by its head noun and by the names in it."""
    if head in DOCUMENTS:
        return "document"
    if is_plural_noun(head):
        return "group"
    if is_person_noun(head):
        return "person"
    if head in ORG_NOUNS or index.organizations_in(phrase):
        return "organization"
    if index.has_place(phrase):
        return "organization"
    return "unknown"


class FullerPhrases:
    """What descriptions were called before: "the three foreign ministers" for "the ministers".

    The text is looked through once for each head.
    """

    def __init__(self, index: ArticleIndex) -> None:
        self._text = index.text
        self._found: dict[str, list[tuple[int, str]]] = {}

    def of(self, phrase: CharSpan, head: str, *, proper: bool) -> str | None:
        """The longest earlier phrase "the ... HEAD" for "the HEAD".

        proper: one with a word in capitals alone, "the Norvik government" for "the government".
        """
        if len(phrase.of(self._text).split()) != 2:
            return None
        if head not in self._found:
            self._found[head] = self._all(head)
        earlier = (words for end, words in self._found[head] if end <= phrase.start)
        fitting = (words for words in earlier if not proper or any(w[:1].isupper() for w in words.split()))
        return max(fitting, key=len, default=None)

    def _all(self, head: str) -> list[tuple[int, str]]:
        """Each such phrase without "the", with its end."""
        pattern = re.compile(rf"\b[Tt]he\s+((?:[\w-]+\s+){{1,3}}{re.escape(head)})\b")
        found = ((match.end(), match[1]) for match in pattern.finditer(self._text))
        return [(end, words) for end, words in found if not _NO_MODIFIERS & set(words.lower().split())]
