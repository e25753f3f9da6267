"""Labels of turns: "MR. PRUITT:", "Q.", "Jane Roe (host):" at the beginning of a paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from extract.layout.blocks import Block
from extract.lexicon.person_nouns import is_person_noun
from extract.lexicon.tokens import fold
from extract.lexicon.words import HONORIFICS
from extract.spans import CharSpan

Role = Literal["name", "question", "answer"]

_MAX_LABEL_CHARS = 140
_BOLD = r"(?:\*\*|__)?"
# "Q: Why?", "**Question 3.** Why?"
_QA_LABEL = re.compile(
    rf"{_BOLD}(?:(?P<q>Q(?:\d{{1,3}})?|(?:Question|QUESTION)(?: \d{{1,3}})?)"
    r"|(?P<a>A(?:\d{1,3})?|(?:Answer|ANSWER)(?: \d{1,3})?))"
    rf"(?:{_BOLD}\s?[:.)—–]{_BOLD}(?=\s|$)|(?<=Q)(?=[A-Z][a-z]))"  # "QThere" lost its line break
)
_WORD = r"[A-Z][\w.'’-]*"
# "MR. PRUITT: No", ">> Jane Roe (host): No"
_NAME_LABEL = re.compile(
    rf"[\"“]?{_BOLD}(?:>>\s?)?(?:\[[\d:.]{{2,12}}\]\s?|\d\d?:\d\d(?::\d\d)?\s)?"
    rf"(?P<name>{_WORD}(?: (?:de|da|di|du|del|van|von|der|bin|al|la|le|{_WORD})){{0,5}})"
    rf"(?:\s?\([^()\n]{{1,40}}\)|,\s[^:\n?!“”\"]{{2,60}})?\s?{_BOLD}:{_BOLD}(?=\s|$)"
)
# A label with one of these words names no speaker.
_NO_SPEAKER = frozenset(
    """note notes update updated photo photos picture image video caption credit source sources fact facts
    myth myths fiction claim claims reality truth false true who what when where why how which date time
    times location place venue topic topics subject event events contact contacts phone fax tel
    telephone mobile email e-mail web website address cost price tickets total amount share score scores
    scorers result results attendance background summary analysis example problem solution goal goals
    objective purpose bottom line breaking watch read see related more tip tips warning correction
    clarification here there this that these those and but so then now if today tomorrow yesterday
    monday tuesday wednesday thursday friday saturday sunday january february march april june july
    august september october november december first second third fourth finally also pros cons step
    part chapter section round day week year title author editor's editor’s rating verdict winner
    winners loser losers reporting writing editing said says""".split()
)
# What a transcript calls who speaks, beside the nouns for persons.
_PARTS = frozenset("anchor anchors operator audience clerk voiceover".split())
_TOKEN = re.compile(r"[^\W\d_][\w'’-]*")  # "O’Brien-Holt"
# "by Jane Van Roe in"
_CAPITALIZED_RUN = re.compile(r"(?<![\w'’-])[A-Z][\w'’-]{1,30}(?: [A-Z][\w'’-]{1,30}){1,2}")


@dataclass(frozen=True, slots=True)
class Opening:
    """The beginning of a turn.

    block: its number. label: without colon, party or function; None for a turn without one. key: what the
    labels of one speaker share. rest: what follows the label in its paragraph.
    """

    block: int
    label: CharSpan | None
    role: Role
    key: str
    rest: CharSpan


def find_openings(text: str, blocks: Sequence[Block]) -> list[Opening]:
    """The paragraphs that begin like a turn, on their own evidence alone."""
    out: list[Opening] = []
    for number, block in enumerate(blocks):
        if block.kind in ("byline", "dateline"):
            continue
        start = block.span.start
        head = text[start : min(block.span.end, start + _MAX_LABEL_CHARS)]
        if found := _QA_LABEL.match(head):
            group = "q" if found["q"] else "a"
            role: Role = "question" if group == "q" else "answer"
            key = group
        elif found := _NAME_LABEL.match(head):
            group, role, words = "name", "name", found["name"].split()
            key = fold(words[-1])
            if _NO_SPEAKER.intersection(word.lower().rstrip(".") for word in words):
                continue
        else:
            continue
        label = CharSpan(start + found.start(group), start + found.end(group))
        if block.kind == "title" and (head.isupper() or not label.of(text).isupper()):
            continue  # "Minister: no progress"
        out.append(Opening(number, label, role, key, CharSpan(start + found.end(), block.span.end)))
    return out


def is_part(word: str) -> bool:
    """Whether a label says what part somebody has ("HOST", "Anchor", "the witness"), not who it is."""
    return word.lower() in _PARTS or is_person_noun(word)


class PersonLabels:
    """Tells labels that look like people: by title, by role, as names that the article writes elsewhere."""

    def __init__(self, text: str, openings: Sequence[Opening]) -> None:
        self._text = text
        labels = {opening.block: opening.label for opening in openings if opening.label is not None}
        inside = {at for label in labels.values() for at in range(label.start, label.end)}
        lower: set[str] = set()
        capitalized: set[str] = set()
        for token in _TOKEN.finditer(text):
            word = token[0]
            if word.islower():
                lower.add(word)
            elif token.start() not in inside and _is_inside_sentence(text, token.start()):
                capitalized.add(fold(word))
        self._names = capitalized - {fold(word) for word in lower}
        self._initials = {
            "".join(word[0] for word in run[0].split()) for run in _CAPITALIZED_RUN.finditer(text)
        }

    def __call__(self, opening: Opening) -> bool:
        if opening.role != "name" or opening.label is None:
            return True
        words = opening.label.of(self._text).split()
        if len(words) == 1 and words[0].isupper() and words[0].replace(".", "") in self._initials:
            return True
        if len(words) > 1 and fold(words[0]) in HONORIFICS:
            return True
        return opening.key in self._names or is_part(opening.key)


def _is_inside_sentence(text: str, at: int) -> bool:
    before = text[max(0, at - 2) : at]
    return len(before) == 2 and before[1] in " (" and (before[0].isalpha() or before[0] in ",.")
