"""Turns: who speaks in a transcript or an interview, told from the labels in front of its paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from extract.furniture import reports_words
from extract.layout import Block
from extract.lexicon import HONORIFICS
from extract.marks import find_quotations, trim_quotation
from extract.names import fold
from extract.scene import is_person_noun
from extract.span import CharSpan

Role = Literal["name", "question", "answer"]

_LONGEST_LABEL = 140  # characters
_BOLD = r"(?:\*\*|__)?"
_QA_LABEL = re.compile(
    rf"{_BOLD}(?:(?P<q>Q(?:\d{{1,3}})?|(?:Question|QUESTION)(?: \d{{1,3}})?)"
    r"|(?P<a>A(?:\d{1,3})?|(?:Answer|ANSWER)(?: \d{1,3})?))"
    rf"(?:{_BOLD}\s?[:.)—–]{_BOLD}(?=\s|$)|(?<=Q)(?=[A-Z][a-z]))"  # "QThere" lost its line break
)
_WORD = r"[A-Z][\w.'’-]*"
_NAME_LABEL = re.compile(
    rf"{_BOLD}(?:>>\s?)?(?:\[[\d:.]{{2,12}}\]\s?|\d\d?:\d\d(?::\d\d)?\s)?"
    rf"(?P<name>{_WORD}(?: (?:de|da|di|du|del|van|von|der|bin|al|la|le|{_WORD})){{0,5}})"
    rf"(?:\s?\([^()\n]{{1,40}}\)|,\s[^:\n?!“”\"]{{2,60}})?\s?{_BOLD}:{_BOLD}(?=\s|$)"
)
# A label with one of these words names no speaker.
_NO_SPEAKER = frozenset(
    """note notes update updated photo photos picture image video caption credit source sources fact facts myth
    myths fiction claim claims reality truth false true who what when where why how which date time times location
    place venue topic topics subject event events contact contacts phone fax tel telephone mobile email e-mail web
    website address cost price tickets total amount share score scores scorers result results attendance background
    summary analysis example problem solution goal goals objective purpose bottom line breaking watch read see
    related more tip tips warning correction clarification here there this that these those and but so then now if
    today tomorrow yesterday monday tuesday wednesday thursday friday saturday sunday january february march april
    june july august september october november december first second third fourth finally also pros cons step
    part chapter section round day week year title author editor's editor’s rating verdict winner winners loser
    losers reporting writing editing said says""".split()
)
_SPEECH = re.compile(r"\b(?:I|[Ww]e|[Yy]ou|[Mm]y|[Mm]e|[Oo]ur|[Uu]s|[Yy]our|[Mm]a['’]am)\b|\?")
_FIRST_PERSON = re.compile(r"\b(?:I|[Mm]y|[Mm]e|[Ww]e|[Oo]ur)\b")
_SELF = re.compile(r"\b(?:I|[Mm]y|[Mm]e)\b")
_ADDRESS = re.compile(r"\b(?:[Yy]ou|[Yy]our)\b")
_INTERVIEW = re.compile(
    r"\b(?:[Ii]nterview(?:s|ed)?\b|Q\s?&\s?A\b|[Ss](?:poke|peaks?) (?:to|with)\b|[Tt]alk(?:s|ed)? (?:to|with)\b"
    r"|[Ss]at down\b|[Cc]onversation\b|edited for\b|[Tt]ranscript\b|[Aa]nswer(?:s|ed) (?:our |some )?questions)"
)
_QUOTED = re.compile(r"[\"“”][^\"“”]{1,400}[\"“”]")
_STAGE_LINE = re.compile(r"[(\[][^()\[\]]*[)\]][.,]?|[\W_]+")
_STAGE = (
    r"[(\[](?i:laugh|applau|crosstalk|inaudible|unintelligible|pause|smil|sigh|nod|chuckl|grin|cheer|off[- ]?mi)"
    r"[^()\[\]]{0,40}[)\]][.,]?"
)
_STAGE_FIRST = re.compile(rf"\s*{_STAGE}\s*")
_STAGE_LAST = re.compile(rf"\s*{_STAGE}\s*$")
_TOKEN = re.compile(r"[^\W\d_][\w'’-]*")
_CAPITALIZED_RUN = re.compile(r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){1,2}")
_FEWEST_EXCHANGES = 3  # questions without labels
_LONGEST_QUESTION = 420
_LONGEST_ANSWER = 5  # paragraphs


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """What one speaker says before the next one does.

    speaker: the label without colon, party or function; None where questions and answers have no labels.
    content: ascending, a span a paragraph, without label and stage directions.
    """

    speaker: CharSpan | None
    role: Role
    content: tuple[CharSpan, ...]


@dataclass(frozen=True, slots=True)
class _Opening:
    """The beginning of a turn. block: its number. rest: what follows the label in its paragraph."""

    block: int
    label: CharSpan | None
    role: Role
    key: str
    rest: CharSpan


def find_turns(text: str, blocks: Sequence[Block]) -> tuple[Turn, ...]:
    """The turns of a transcript or interview, in reading order; none on any weaker evidence.

    Evidence is taken over the whole article: labels that look like people and come back, or Q and A that
    alternate, and in front of them words in the first or second person. Without labels, paragraphs that ask
    somebody and paragraphs that answer in the first person must alternate three times. Takes linear time.

    blocks: of `find_layout`.
    """
    openings = _labelled(text, blocks)
    if _is_questioning(text, openings):
        kept = [opening for opening in openings if opening.role != "name"]
    else:
        kept = _transcript(text, openings) or _exchanges(text, blocks)
    return _turns(text, blocks, kept)


def _labelled(text: str, blocks: Sequence[Block]) -> list[_Opening]:
    out: list[_Opening] = []
    for number, block in enumerate(blocks):
        if block.kind in ("title", "byline", "dateline"):
            continue
        start = block.span.start
        head = text[start : min(block.span.end, start + _LONGEST_LABEL)]
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
        out.append(_Opening(number, label, role, key, CharSpan(start + found.end(), block.span.end)))
    return out


def _is_questioning(text: str, openings: Sequence[_Opening]) -> bool:
    """Whether Q and A alternate and somebody is asked, so that it is no list of frequent questions."""
    turns = [opening for opening in openings if opening.role != "name"]
    pairs = [(a, b) for a, b in pairwise(turns) if a.role == "question" and b.role == "answer"]
    if len(pairs) < 2 or 2 * len(pairs) < 0.7 * len(turns):
        return False
    if _INTERVIEW.search(text, 0, turns[0].rest.start):
        return True
    questions = [_unquoted(question.rest.of(text)) for question, _ in pairs]
    answers = [_unquoted(answer.rest.of(text)) for _, answer in pairs]
    if sum(_SELF.search(question) is not None for question in questions) > len(questions) / 3:
        return False  # what readers ask: "How do I apply?"
    asked = any(_ADDRESS.search(question) for question in questions)
    answered = sum(_SELF.search(answer) is not None for answer in answers)
    return answered >= 0.2 * len(answers) or (asked and answered > 0)


def _transcript(text: str, openings: Sequence[_Opening]) -> list[_Opening]:
    """The openings of a transcript with names for labels; empty where it is none."""
    is_person = _People(text, openings)
    times = Counter(opening.key for opening in openings)
    asked = times["q"] > 0
    known = [is_person(opening) for opening in openings]
    kept = [
        opening
        for opening, person in zip(openings, known, strict=True)
        if (person or times[opening.key] > 1) and (opening.role != "answer" or asked)
    ]
    labels = [opening.label.of(text) for opening in kept if opening.label is not None]
    keys = {opening.key for opening in kept}
    if len(kept) < 2 or len(keys) < 2:
        return []
    if max(times[key] for key in keys) < 2 and not all(label.isupper() for label in labels):
        return []
    shares = (
        sum(is_person(opening) for opening in kept) / len(kept),
        sum(_is_speech(opening.rest.of(text)) for opening in kept) / len(kept),
        sum(a.key != b.key for a, b in pairwise(kept)) / (len(kept) - 1),
    )
    if min(shares) < 0.5:
        return []
    first, last = kept[0].block, kept[-1].block
    return [
        opening
        for opening in openings
        if opening in kept
        or (opening.role == "name" and first < opening.block < last and opening.label is not None
            and opening.label.of(text).isupper())
    ]  # fmt: skip


class _People:
    """Tells labels that look like people: by title, by role, or as names that the article writes elsewhere."""

    def __init__(self, text: str, openings: Sequence[_Opening]) -> None:
        self._text = text
        labels = {opening.block: opening.label for opening in openings if opening.label is not None}
        inside = {at for label in labels.values() for at in range(label.start, label.end)}
        lower: set[str] = set()
        capitalized: set[str] = set()
        for token in _TOKEN.finditer(text):
            word = token[0]
            if word.islower():
                lower.add(fold(word))
            elif token.start() not in inside and _is_inside_sentence(text, token.start()):
                capitalized.add(fold(word))
        self._names = capitalized - lower
        self._initials = {
            "".join(word[0] for word in run[0].split()) for run in _CAPITALIZED_RUN.finditer(text)
        }

    def __call__(self, opening: _Opening) -> bool:
        if opening.role != "name" or opening.label is None:
            return True
        words = opening.label.of(self._text).split()
        if len(words) == 1 and words[0].isupper() and words[0].replace(".", "") in self._initials:
            return True
        if len(words) > 1 and fold(words[0]) in HONORIFICS:
            return True
        return opening.key in self._names or is_person_noun(opening.key)


def _is_inside_sentence(text: str, at: int) -> bool:
    before = text[max(0, at - 2) : at]
    return len(before) == 2 and before[1] in " (" and (before[0].isalpha() or before[0] in ",.")


def _is_speech(paragraph: str) -> bool:
    """Whether it speaks to somebody, in words of its own or wholly in quotation marks."""
    paragraph = paragraph.strip()
    if not paragraph:
        return True  # a label on a line of its own
    if paragraph[0] in "\"“" and paragraph[-1] in "\"”":
        return True
    return _SPEECH.search(_unquoted(paragraph)) is not None or len(paragraph.split()) <= 3


def _unquoted(paragraph: str) -> str:
    return _QUOTED.sub(" ", paragraph)


def _exchanges(text: str, blocks: Sequence[Block]) -> list[_Opening]:
    """Questions and answers without labels: a run of paragraphs in which they alternate."""
    body = [(number, block.span) for number, block in enumerate(blocks) if block.kind == "body"]
    asks = [_is_question(span.of(text)) if len(span) <= _LONGEST_QUESTION else False for _, span in body]
    best: list[_Opening] = []
    run: list[_Opening] = []
    for at, (number, span) in enumerate(body):
        asked = next((back for back in range(1, _LONGEST_ANSWER + 2) if at >= back and asks[at - back]), None)
        if asks[at] and at + 1 < len(body) and not asks[at + 1]:
            run.append(_Opening(number, None, "question", "q", span))
        elif asked == 1 and not asks[at] and run:
            run.append(_Opening(number, None, "answer", "a", span))
        elif asked is None:
            best, run = max(best, run, key=len), []
    best = max(best, run, key=len)
    questions = [_unquoted(opening.rest.of(text)) for opening in best if opening.role == "question"]
    answers = [_unquoted(opening.rest.of(text)) for opening in best if opening.role == "answer"]
    if min(len(questions), len(answers)) < _FEWEST_EXCHANGES:
        return []
    asked_somebody = sum(_ADDRESS.search(question) is not None for question in questions)
    answered = sum(_FIRST_PERSON.search(answer) is not None for answer in answers)
    about_readers = sum(_SELF.search(question) is not None for question in questions)
    sound = 2 * asked_somebody >= len(questions) and answered >= 0.6 * len(answers)
    return best if sound and 3 * about_readers < len(questions) else []


def _is_question(paragraph: str) -> bool:
    return paragraph.endswith("?") and paragraph[0] not in "\"“‘'"


def _turns(text: str, blocks: Sequence[Block], openings: Sequence[_Opening]) -> tuple[Turn, ...]:
    if not openings:
        return ()
    between = openings[-1].block - openings[0].block + 1
    dense = len(openings) >= 0.6 * between or any(opening.role == "answer" for opening in openings)
    out = []
    for opening, following in zip(openings, [*openings[1:], None], strict=True):
        end = following.block if following is not None else opening.block + 1
        pieces = [opening.rest]
        if not opening.rest.of(text).strip():
            end = max(end, min(opening.block + 2, len(blocks)))
        for block in blocks[opening.block + 1 : end]:
            if block.kind != "body" or _STAGE_LINE.fullmatch(block.span.of(text)):
                continue
            if len(pieces) > 1 or opening.rest.of(text).strip():
                if _is_narration(block.span.of(text), opening, dense=dense):
                    break
            pieces.append(block.span)
        content = tuple(piece for piece in (_spoken(text, piece) for piece in pieces) if len(piece))
        if content:
            out.append(Turn(speaker=opening.label, role=opening.role, content=content))
    return tuple(out)


def _is_narration(paragraph: str, opening: _Opening, *, dense: bool) -> bool:
    """Whether a paragraph behind a turn is the reporter's: it names the speaker or reports what was said."""
    own = _unquoted(paragraph)
    speaks = _SPEECH.search(own) is not None
    if opening.role == "name" and any(
        fold(token) == opening.key and token[0].isupper() for token in _TOKEN.findall(own)
    ):
        return True
    return not speaks and (not dense or reports_words(paragraph))


def _spoken(text: str, span: CharSpan) -> CharSpan:
    """Without white space, stage directions and quotation marks around all of it; empty without a word."""
    start, end = span.start, span.end
    while found := _STAGE_FIRST.match(text, start, end):
        start = found.end()
    tail = max(start, end - 80)
    if found := _STAGE_LAST.search(text, tail, end):
        end = found.start()
    words = text[start:end]
    bare = words.strip(" \t\r\n\u00a0*_")
    start += len(words) - len(words.lstrip(" \t\r\n\u00a0*_"))
    span = CharSpan(start, start + len(bare))
    if any(quotation.outer == span for quotation in find_quotations(text, [span]).quotations):
        span = trim_quotation(text, span)
    return span if _TOKEN.search(text, span.start, span.end) else CharSpan(span.start, span.start)
