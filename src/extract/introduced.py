"""Introductions: the sentence beside a quotation that names its speaker without a verb of saying.

“Senator Jane Roe disagreed. ‘That is nonsense.’” The subject of such a sentence speaks the words behind it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.antecedent import Antecedents
from extract.gender import Gender
from extract.lexicon import HONORIFICS
from extract.names import Name
from extract.resolved import Resolved
from extract.scene import WORD, Scene, is_person_noun, prenominal
from extract.span import CharSpan

_MOODS = (
    r"blunt|unimpressed|unmoved|unconvinced|unapologetic|unrepentant|undeterred|unequivocal|scathing|furious"
    r"|livid|angry|dismissive|s[ck]eptical|adamant|defiant|clear|frank|candid|direct|emphatic|categorical"
    r"|damning|critical|optimistic|pessimistic|philosophical|upbeat|cautious|wary|worried|concerned|delighted"
    r"|relieved|pleased|happy|thrilled|proud|jubilant|ecstatic|emotional|tearful|disappointed|frustrated"
    r"|puzzled|baffled|stunned|shocked|surprised|sure|certain|unsure|impressed|convinced|gracious|generous"
    r"|having none of it|in no (?:doubt|mood)|of (?:the same|another|a different) (?:mind|view|opinion)"
)
_REACTS = (
    r"(?:(?:dis)?agree[sd]|concur(?:s|red)|differ(?:s|ed)|beg(?:s|ged)\s+to\s+differ|object(?:s|ed)|demur(?:s|red)"
    r"|laugh(?:s|ed)|chuckle[sd]|smile[sd]|grin(?:s|ned)|sigh(?:s|ed)|shrug(?:s|ged)|nod(?:s|ded)|scoff(?:s|ed)"
    r"|bristle[sd]|fume[sd]|wince[sd]|repl(?:ies|ied)|respond(?:s|ed)|answer(?:s|ed)|react(?:s|ed)"
    r"|counter(?:s|ed)|explain(?:s|ed)|elaborate[sd]|protest(?:s|ed)|apologi[sz]e[sd]|joke[sd]"
    r"|sh(?:ook|akes)\s+(?:his|her|their|a)\s+head|roll(?:s|ed)\s+(?:his|her|their)\s+eyes"
    rf"|(?:is|was|remain(?:s|ed)|seem(?:s|ed)|sound(?:s|ed)|appear(?:s|ed)|look(?:s|ed))\s+(?:[\w-]+\s+){{0,2}}(?:{_MOODS})"
    r"|ha[ds]\s+(?:an?|another|no)\s+(?:[\w-]+\s+){0,2}"
    r"(?:view|opinion|message|answer|explanation|warning|theory|doubts?|take|response|reply|word|advice)"
    r"|puts?\s+it|t(?:ook|akes)\s+(?:an?|another)\s+(?:[\w-]+\s+)?view|s(?:aw|ees)\s+(?:it|things)\s+differently"
    r"|(?:did|does)\s*(?:not|n[’']t)\s+(?:mince|hold\s+back|agree)"
    r"|(?:hit|hits|fired|fires|shot|pushed|pushes)\s+back|(?:went|goes)\s+further|(?:chimed|chimes|weighed|weighs)\s+in"
    r"|sp(?:oke|eaks)\s+(?:out|up|next|first))\b"
)
_ADVERBS = r"(?:(?:also|just|simply|then|however,|too|[a-z]+ly)\s+){0,2}"
_BEHIND_NAME = re.compile(
    r"(?:\s*\([^()]{1,40}\))?(?:,\s[^,.;:]{1,90}(?:,\s[^,.;:]{2,60})?,)?(?P<verb>,?\s+[a-z])"
)
_REACTION = re.compile(rf",?\s*{_ADVERBS}{_REACTS}")
_PRONOUN = re.compile(rf"(?P<pronoun>He|She)\s+{_ADVERBS}{_REACTS}")
_OPENER = re.compile(
    r"(?:(?:Asked|Pressed|Told|Speaking|Reached|When|While|After|As|In|On|At|For|By|With|Later|Meanwhile|Yesterday"
    r"|Today|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b[^,.;:\"“”]{0,100},\s+|(?:But|And|Yet|Then|Still|So)\s+)?"
)
_DESCRIBED = re.compile(r"(?:The|Her|His|Its|Their|An?|One|Another)\s[^,.;:]{2,80},\s+")
_END = re.compile(r"[.!?:][\"”’)\]]*\s*$")
_MARKS = "\"“”‘’'«»„ \t"
# A sentence between two quotations of one paragraph that brings in somebody new.
_NEW_SUBJECT = re.compile(
    r"[.!?]\s+(?:But\s+)?(?P<subject>[A-Z][\w’'-]*\.?(?:\s+(?:[A-Z][\w’'-]*\.?|of|for|the|[a-z]+er|[a-z]+or)){0,7})"
    rf"(?:,\s[^,.;:]{{2,90}},)?\s+{_ADVERBS}{_REACTS}[^.!?\"“”]{{0,60}}[.!:]\s*[\"“‘'«„]?\s*$"
)
_MOST_MARKS = 3  # characters in front of a quotation that opens its paragraph
_LONGEST = 400  # characters of a sentence that introduces somebody
_PRONOUNS = frozenset("he she they it i we who".split())


def brings_in_another(between: str, source: str | None) -> bool:
    """Whether the words between two quotations end in a sentence about the reaction of somebody who is not
    their source: `Jane Roe said. John Doe disagreed.`"""
    found = _NEW_SUBJECT.search(between[-_LONGEST:])
    if found is None or source is None:
        return False
    subject = found["subject"].split()
    if subject[0].lower() in _PRONOUNS or not subject[-1][0].isupper():
        return False
    if subject[-1] in source:
        return False
    return source.lower() not in _PRONOUNS or sum(word[0].isupper() for word in subject) > 1


class Introductions:
    """Reads the sentences in front of and behind the floating quotations of one article."""

    def __init__(self, scene: Scene, antecedents: Antecedents) -> None:
        self._scene = scene
        self._antecedents = antecedents

    def in_front(self, content: CharSpan, past: Sequence[Resolved], *, known: bool) -> Name | None:
        """Who reacts in the sentence right before a quotation, be it the last of the paragraph before.

        known: somebody was quoted in this paragraph or the one before. Where nobody was, the only person of
        the sentence is enough, whatever they do.
        """
        sentence, beside = self._before(content)
        if sentence is None or (past and past[-1].content.end > sentence.start):
            return None
        text = self._scene.text
        clause = _OPENER.match(text, sentence.start, sentence.end)
        start = clause.end() if clause else sentence.start
        if found := _PRONOUN.match(text, start, sentence.end):
            gender: Gender = "male" if found["pronoun"] == "He" else "female"
            reference = self._antecedents.person(CharSpan(*found.span("pronoun")), past, gender)
            return reference.name if reference else None
        subject = self._subject(CharSpan(start, sentence.end))
        if subject is None:
            return None
        name, verb = subject
        if _REACTION.match(text, verb, sentence.end):
            return name
        if known or not beside or any(other is name for _, other in self._scene.people_in(content)):
            return None
        people = {id(n) for _, n in self._scene.people_in(sentence)}
        return name if len(people) == 1 else None

    def behind(self, content: CharSpan) -> Name | None:
        """Whom the paragraph right behind a quotation that is all of its own brings in."""
        scene = self._scene
        number = scene.paragraph_number(content.start)
        if number + 1 >= len(scene.paragraphs):
            return None
        own, following = scene.paragraphs[number], scene.paragraphs[number + 1]
        around = scene.text[own.start : content.start] + scene.text[content.end : max(own.end, content.end)]
        if around.strip(_MARKS + ".,!?\n"):
            return None
        subject = self._subject(CharSpan(following.start, scene.sentence(following.start).end))
        if subject is None:
            return None
        name, _ = subject
        return name if name.mentions[0].span.start >= following.start else None

    def _before(self, content: CharSpan) -> tuple[CharSpan | None, bool]:
        """The sentence that ends right before a quotation, and whether it stands in the same paragraph."""
        scene = self._scene
        if not scene.paragraphs:
            return None, False
        number = scene.paragraph_number(content.start)
        start = min(scene.paragraphs[number].start, content.start)
        found = self._last_sentence(CharSpan(start, content.start))
        if found is not None or number == 0 or content.start - start > _MOST_MARKS:
            return found, True
        if scene.text[start : content.start].strip(_MARKS):
            return None, True
        return self._last_sentence(scene.paragraphs[number - 1]), False

    def _last_sentence(self, span: CharSpan) -> CharSpan | None:
        """The end of `span`, where it is a sentence of the author."""
        scene = self._scene
        low = max(span.start, span.end - _LONGEST)
        end = low + len(scene.text[low : span.end].rstrip(_MARKS))
        if end <= low or not _END.search(scene.text, end - 1, end):
            return None
        if scene.is_quoted(CharSpan(end - 1, end)):
            return None
        return CharSpan(max(low, scene.sentence(end - 1).start), end)

    def _subject(self, clause: CharSpan) -> tuple[Name, int] | None:
        """The person who is the subject of a clause, and where its verb begins."""
        scene, text = self._scene, self._scene.text
        people = [(m, n) for m, n in scene.people_in(clause) if not scene.is_quoted(m.span)]
        if not people:
            return None
        mention, name = people[0]
        if not self._opens(clause.start, mention.span):
            return None
        behind = _BEHIND_NAME.match(text, mention.span.end, clause.end)
        return (name, behind.start("verb")) if behind else None

    def _opens(self, start: int, name: CharSpan) -> bool:
        """Whether only a title or description of the person stands between `start` and a name."""
        text = self._scene.text
        if found := _DESCRIBED.match(text, start, name.start):
            words = WORD.findall(text, start, found.end())
            if not any(map(is_person_noun, words)) and not text.startswith(",", name.end):
                return False
            start = found.end()
        title = prenominal(self._scene, name)
        before = text[start : title.start if title and title.start >= start else name.start]
        return all(word.lower().rstrip(".") in HONORIFICS | {"the"} for word in WORD.findall(before))
