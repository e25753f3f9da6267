"""Turns of transcripts and interviews, read from the labels in front of paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.layout.blocks import Block
from extract.layout.boilerplate import reports_words
from extract.layout.quotation_marks.quotations import find_quotations, trim_quotation
from extract.layout.spans import CharSpan
from extract.lexicon.tokens import fold
from extract.quotes.passages.transcripts.labels import Opening, PersonLabels, Role, find_openings

# "what do you think", "why not?"
_SPEECH = re.compile(
    r"\b(?:I|[Ww]e|[Yy]ou|[Mm]y|[Mm]e|[Oo]ur|[Uu]s|[Yy]our|[Mm]a['’]am)\b|\?(?=[\"”'’)\]]*(?:\s|$))"
)
_FIRST_PERSON = re.compile(r"\b(?:I|[Mm]y|[Mm]e|[Ww]e|[Oo]ur)\b")
_SELF = re.compile(r"\b(?:I|[Mm]y|[Mm]e)\b")
_ADDRESS = re.compile(r"\b(?:[Yy]ou|[Yy]our)\b")
# "Jane Roe spoke to us", "Q&A"
_INTERVIEW = re.compile(
    r"\b(?:interview(?:s|ed)?|q\s?&\s?a|(?:spoke|speaks?|talk(?:s|ed)?) (?:to|with)|s[ai]ts? down"
    r"|conversation|edited for|transcript|answer(?:s|ed) (?:our |some )?questions|questions and answers)\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[\"“”][^\"“”]{1,400}[\"“”]")  # "the “slow bank”"
_STAGE_LINE = re.compile(r"[(\[][^()\[\]]*[)\]][.,]?|[\W_]+")  # "(Laughter.)"
_STAGE = (
    r"[(\[](?i:laugh|applau|crosstalk|inaudible|unintelligible|pause|smil|sigh|nod|chuckl|grin|cheer"
    r"|off[- ]?mi|voice-?over)[^()\[\]]{0,40}[)\]][.,]?"
)
_STAGE_FIRST = re.compile(rf"\s*{_STAGE}\s*")  # "(Laughter.) Yes"
_STAGE_LAST = re.compile(rf"\s*{_STAGE}\s*$")  # "Yes [applause]"
_TOKEN = re.compile(r"[^\W\d_][\w'’-]*")  # "O’Brien-Holt"
_MAX_SHORT_ANSWER_WORDS = 6
_MIN_SHARE_IN_PAIRS = 0.7  # of the turns with labels: questions right in front of their answers, and these
_MIN_SHARE_OF_SPEECH = 0.5  # of the turns with names: those by people, of speech, and of another speaker
_MIN_SHARE_IN_FIRST_PERSON = 0.2  # of the answers of an interview with labels
_MIN_SHARE_WITHOUT_LABELS = 0.6  # likewise, of one without
_MIN_SHARE_OF_BLOCKS = 0.6  # of the paragraphs between the first turn and the last: those that open one
_MIN_EXCHANGES = 3  # questions without labels
_MAX_QUESTION_CHARS = 420
_MAX_ANSWER_PARAGRAPHS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """Words of one speaker before the next one speaks.

    speaker: the label without colon, party or function; None where questions and answers have no labels.
    content: ascending, a span a paragraph, without label and stage directions.
    """

    speaker: CharSpan | None
    role: Role
    content: tuple[CharSpan, ...]


def says_i(words: str) -> bool:
    """Whether words are in the first person singular."""
    return _SELF.search(words) is not None


def find_turns(text: str, blocks: Sequence[Block]) -> tuple[Turn, ...]:
    """The turns of a transcript or interview, in reading order; none on any weaker evidence.

    Evidence is taken over the whole article: labels that look like people and come back, or Q and A that
    alternate, and in front of them words in the first or second person. Without labels, paragraphs that ask
    somebody and paragraphs that answer in the first person must alternate three times. Takes linear time.

    blocks: of `find_layout`.
    """
    openings = find_openings(text, blocks)
    if _is_questioning(text, openings):
        kept = [opening for opening in openings if opening.role != "name"]
    else:
        kept = _transcript(text, openings) or _exchanges(text, blocks)
    return _turns(text, blocks, kept)


def _is_questioning(text: str, openings: Sequence[Opening]) -> bool:
    """Whether Q and A alternate and somebody is asked, so that it is no list of frequent questions."""
    turns = [opening for opening in openings if opening.role != "name"]
    pairs = [(a, b) for a, b in pairwise(turns) if a.role == "question" and b.role == "answer"]
    if len(pairs) < 2 or 2 * len(pairs) < _MIN_SHARE_IN_PAIRS * len(turns):
        return False
    if _INTERVIEW.search(text, 0, turns[0].rest.start):
        return True
    questions = [_unquoted(question.rest.of(text)) for question, _ in pairs]
    answers = [_unquoted(answer.rest.of(text)) for _, answer in pairs]
    if sum(says_i(question) for question in questions) > len(questions) / 3:
        return False  # what readers ask: "How do I apply?"
    asked = any(_ADDRESS.search(question) for question in questions)
    answered = sum(says_i(answer) for answer in answers)
    return answered >= _MIN_SHARE_IN_FIRST_PERSON * len(answers) or (asked and answered > 0)


def _transcript(text: str, openings: Sequence[Opening]) -> list[Opening]:
    """The openings of a transcript with names for labels; empty where it is none."""
    if len(openings) < 2:
        return []
    is_person_name = PersonLabels(text, openings)
    times = Counter(opening.key for opening in openings)
    asked = times["q"] > 0
    known = [is_person_name(opening) for opening in openings]
    kept = [
        opening
        for opening, person in zip(openings, known, strict=True)
        if (person or times[opening.key] > 1) and (opening.role != "answer" or asked)
    ]
    labels = [opening.label.of(text) for opening in kept if opening.label is not None]
    keys = {opening.key for opening in kept}
    if len(kept) < 2 or len(keys) < 2 or keys <= {"q", "a"}:
        return []
    if max(times[key] for key in keys) < 2 and not all(label.isupper() for label in labels):
        return []
    people = sum(is_person_name(opening) for opening in kept)
    if all(label.isupper() for label in labels) and min(times[key] for key in keys) > 1:
        if any(says_i(_unquoted(opening.rest.of(text))) for opening in kept):
            people = len(kept)  # whoever comes back and says "I"
    spoken = sum(_is_speech(text, opening) for opening in kept)
    changes = sum(a.key != b.key for a, b in pairwise(kept))
    if min(people, spoken, changes + 1) < (_MIN_SHARE_OF_SPEECH * len(kept) if len(kept) > 2 else 2):
        return []
    numbers = {opening.block for opening in kept}
    between = range(kept[0].block, kept[-1].block)
    return [
        opening
        for opening in openings
        if opening.block in numbers or (opening.block in between and _is_in_capitals(text, opening))
    ]


def _is_in_capitals(text: str, opening: Opening) -> bool:
    return opening.role == "name" and opening.label is not None and opening.label.of(text).isupper()


def _is_speech(text: str, opening: Opening) -> bool:
    """Whether it speaks to somebody, in words of its own or wholly in quotation marks."""
    paragraph = opening.rest.of(text).strip()
    if not paragraph:
        return True  # a label on a line of its own
    if paragraph[0] in '"“' and paragraph[-1] in '"”':
        return True
    own = _unquoted(paragraph)
    if len(own.split()) <= _MAX_SHORT_ANSWER_WORDS and own[-1] in ".!?":
        return True
    if not says_i(own) and _names(own, opening.key):
        return False  # it is about the one in front of the colon
    return _SPEECH.search(own) is not None


def _names(paragraph: str, key: str) -> bool:
    return any(token[0].isupper() and fold(token) == key for token in _TOKEN.findall(paragraph))


def _unquoted(paragraph: str) -> str:
    return _QUOTED.sub(" ", paragraph)


def _exchanges(text: str, blocks: Sequence[Block]) -> list[Opening]:
    """Questions and answers without labels: a run of paragraphs in which they alternate."""
    body = [(number, block.span) for number, block in enumerate(blocks) if block.kind == "body"]
    asks = [_is_question(span.of(text)) if len(span) <= _MAX_QUESTION_CHARS else False for _, span in body]
    best: list[Opening] = []
    run: list[Opening] = []
    for at, (number, span) in enumerate(body):
        asked = next(
            (back for back in range(1, _MAX_ANSWER_PARAGRAPHS + 2) if at >= back and asks[at - back]), None
        )
        if asks[at] and at + 1 < len(body) and not asks[at + 1]:
            run.append(Opening(number, None, "question", "q", span))
        elif asked == 1 and not asks[at] and run:
            run.append(Opening(number, None, "answer", "a", span))
        elif asked is None:
            best, run = max(best, run, key=len), []
    best = max(best, run, key=len)
    questions = [_unquoted(opening.rest.of(text)) for opening in best if opening.role == "question"]
    answers = [_unquoted(opening.rest.of(text)) for opening in best if opening.role == "answer"]
    if min(len(questions), len(answers)) < _MIN_EXCHANGES:
        return []
    if any(answer[:1].isdigit() for answer in answers):
        return []  # a list of questions
    told = _INTERVIEW.search(text, 0, best[0].rest.start) is not None
    if not told and len(questions) < 2 * _MIN_EXCHANGES - 1:
        return []
    asked_somebody = sum(_ADDRESS.search(question) is not None for question in questions)
    answered = sum(_FIRST_PERSON.search(answer) is not None for answer in answers)
    about_readers = sum(says_i(question) for question in questions)
    sound = 2 * asked_somebody >= len(questions) and answered >= _MIN_SHARE_WITHOUT_LABELS * len(answers)
    return best if sound and 3 * about_readers < len(questions) else []


def _is_question(paragraph: str) -> bool:
    return paragraph.endswith("?") and paragraph[0] not in "\"“‘'"


def _turns(text: str, blocks: Sequence[Block], openings: Sequence[Opening]) -> tuple[Turn, ...]:
    if not openings:
        return ()
    between = openings[-1].block - openings[0].block + 1
    dense = len(openings) >= _MIN_SHARE_OF_BLOCKS * between or any(
        opening.role == "answer" for opening in openings
    )
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


def _is_narration(paragraph: str, opening: Opening, *, dense: bool) -> bool:
    """Whether a paragraph behind a turn is the reporter's: it names the speaker or reports what was said."""
    own = _unquoted(paragraph)
    speaks = _SPEECH.search(own) is not None
    if opening.role == "name" and _names(own, opening.key):
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
    quotations = find_quotations(text, [span])
    whole = any(
        quotation.outer == span or (quotation.outer.start == span.start and not quotation.closed)
        for quotation in quotations.paired
    )
    if whole or any(mark.start == span.start or mark.end == span.end for mark in quotations.unpaired):
        span = trim_quotation(text, span)
    return span if _TOKEN.search(text, span.start, span.end) else CharSpan(span.start, span.start)
