"""The scene of an article: what the rules on speakers and organizations look at, gathered once."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from extract.lexicon import (
    FEMALE_PRONOUNS,
    FEMALE_TITLES,
    GROUP_NOUNS,
    HONORIFICS,
    MALE_PRONOUNS,
    MALE_TITLES,
    NOT_PERSONS,
    PERSON_ENDINGS,
    PERSON_NOUNS,
)
from extract.names import Name, NameMention, fold
from extract.span import CharSpan

WORD = re.compile(r"[^\W_]+(?:[’'\-.&][^\W_]+)*\.?")
_BREAK = re.compile(r"[,;:()\"“”«»\n—–]|\.\s")
_LINKERS = frozenset("of for the and to in at on de & from".split())
_ROLE_ADJECTIVES = frozenset(
    """former acting chief executive deputy senior vice top interim incoming outgoing longtime managing general
    assistant associate principal lead national international regional foreign prime permanent special
    co-founder presidential vice-presidential gubernatorial mayoral congressional republican democratic
    financial operating technology marketing communications press media security defence defense interior
    finance health education environment justice home trade energy agriculture state federal local shadow then
    ex ranking sales policy legal medical research law world political economic""".split()
)
_APPOSITIVE = re.compile(
    r",\s+((?:an?|the|who\s+(?:is|was|heads?|leads?|chairs?)|[a-z][\w-]+|[A-Z][\w.’'&-]+)\s[^,;:.\n“”\"]{2,90}|"
    r"[a-z][\w-]+)(?=,|\.(?:\s|$)|$|\n)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """An article with its names. All spans ascending.

    places: entities that are places or nationalities. quoted: contents and quotations, the words of
    others. sentences, paragraphs: spans that follow one another.
    """

    text: str
    people: tuple[Name, ...]
    organizations: tuple[Name, ...]
    places: tuple[CharSpan, ...]
    quoted: tuple[CharSpan, ...]
    sentences: tuple[CharSpan, ...]
    paragraphs: tuple[CharSpan, ...]

    def sentence_number(self, at: int) -> int:
        """The number of the sentence that holds offset `at`, or of the last one before it."""
        return _number(self.sentences, at)

    def paragraph_number(self, at: int) -> int:
        """The number of the paragraph that holds offset `at`, or of the last one before it."""
        return _number(self.paragraphs, at)

    def is_quoted(self, span: CharSpan) -> bool:
        """Whether the span stands inside words of others."""
        return any(quoted.holds(span) for quoted in self.quoted)

    def people_in(self, span: CharSpan) -> list[tuple[NameMention, Name]]:
        """The mentions of people inside `span`, in order."""
        return _inside(self.people, span)

    def organizations_in(self, span: CharSpan) -> list[tuple[NameMention, Name]]:
        """The mentions of organizations inside `span`, in order."""
        return _inside(self.organizations, span)


def _number(spans: tuple[CharSpan, ...], at: int) -> int:
    return max(0, bisect_right(spans, at, key=lambda span: span.start) - 1)


def _inside(names: tuple[Name, ...], span: CharSpan) -> list[tuple[NameMention, Name]]:
    found = [(m, name) for name in names for m in name.mentions if span.holds(m.span)]
    return sorted(found, key=lambda item: item[0].span)


def is_person_noun(word: str) -> bool:
    """Whether a singular common noun names a person by what they do or are."""
    word = word.lower().rstrip(".")
    if word in NOT_PERSONS or word in GROUP_NOUNS:
        return False
    last = word.rsplit("-", 1)[-1]
    return word in PERSON_NOUNS or last in PERSON_NOUNS or (len(last) > 3 and last.endswith(PERSON_ENDINGS))


def is_plural_noun(word: str) -> bool:
    """Whether a noun means several: a regular plural, or one of the words for groups."""
    word = word.lower()
    if word in GROUP_NOUNS or word.endswith(("men", "people")):
        return True
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "’s", "'s"))


def titles_of(scene: Scene, name: Name) -> list[CharSpan]:
    """The phrases beside a person's mentions that say who they are, first mentions first."""
    out = []
    for mention in name.mentions:
        if before := prenominal(scene, mention.span):
            out.append(before)
        if after := appositive(scene, mention.span):
            out.append(after)
    return out


def prenominal(scene: Scene, name: CharSpan) -> CharSpan | None:
    """The title in front of a name: "Deputy Minister of Defence", "FBI Director", "spokeswoman".

    It is the longest run of words before the name, in one clause, of names, roles and the small words
    between them, that holds a role.
    """
    text = scene.text
    sentence = scene.sentences[scene.sentence_number(name.start)] if scene.sentences else CharSpan(0, 0)
    low = max(sentence.start, name.start - 120)
    breaks = [m.end() for m in _BREAK.finditer(text, low, name.start)]
    words = list(WORD.finditer(text, max([low, *breaks]), name.start))
    start, has_role = len(words), False
    for k in range(len(words) - 1, -1, -1):
        word = words[k][0]
        lower = word.lower().rstrip(".")
        role = is_person_noun(lower) or lower in HONORIFICS
        if not (word[0].isupper() or role or lower in _LINKERS or lower in _ROLE_ADJECTIVES):
            break
        if lower in _LINKERS and k == len(words) - 1:
            break
        has_role |= role
        start = k
    while start < len(words) and words[start][0].lower() in _LINKERS:
        start += 1
    if start == len(words) or not has_role:
        return None
    if all(fold(word[0]) in _PLAIN_HONORIFICS for word in words[start:]):
        return None
    return CharSpan(words[start].start(), words[-1].end())


_PLAIN_HONORIFICS = frozenset("mr mrs ms miss mx dr sir dame lord lady".split())


def appositive(scene: Scene, name: CharSpan) -> CharSpan | None:
    """What stands between commas behind a name and says who it is: ", a surgeon who led the team,"."""
    found = _APPOSITIVE.match(scene.text, name.end)
    if not found:
        return None
    phrase = CharSpan(found.start(1), found.end(1))
    words = [w.lower() for w in WORD.findall(phrase.of(scene.text))]
    head = next((w for w in words if is_person_noun(w)), None)
    if head is None or words[0] in ("who", "said", "says", "told", "and", "but", "which", "where", "when"):
        return None
    return phrase


def gender_of(scene: Scene, name: Name) -> str | None:
    """"male" or "female" by honorifics, roles and the pronouns that follow; None without evidence."""
    votes = {"male": 0, "female": 0}
    for mention in name.mentions:
        before = scene.text[max(0, mention.span.start - 40) : mention.span.start].split()
        if before:
            word = fold(before[-1].strip(",(“\""))
            votes["male"] += 5 * (word in MALE_TITLES)
            votes["female"] += 5 * (word in FEMALE_TITLES)
        title = prenominal(scene, mention.span)
        for span in (title, appositive(scene, mention.span)):
            for word in WORD.findall(span.of(scene.text).lower()) if span else ():
                votes["male"] += 4 * (word in MALE_TITLES)
                votes["female"] += 4 * (word in FEMALE_TITLES)
        for word in _words_after(scene, name, mention):
            votes["male"] += word in MALE_PRONOUNS
            votes["female"] += word in FEMALE_PRONOUNS
    if votes["male"] == votes["female"]:
        return None
    return max(votes, key=lambda key: votes[key])


def _words_after(scene: Scene, name: Name, mention: NameMention) -> list[str]:
    """The words up to the end of the next sentence, or to the next mention of another person."""
    number = min(scene.sentence_number(mention.span.start) + 1, len(scene.sentences) - 1)
    end = scene.sentences[number].end if scene.sentences else mention.span.end
    others = [
        m.span.start for other in scene.people if other is not name for m in other.mentions
        if mention.span.end <= m.span.start < end
    ]  # fmt: skip
    stop = min([end, *others])
    return [word.lower() for word in WORD.findall(scene.text, mention.span.end, max(stop, mention.span.end))]
