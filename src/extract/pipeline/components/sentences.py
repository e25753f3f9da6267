"""Sentences of news text, by rules: final punctuation, closing marks, abbreviations, and the layout."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, cast

import numpy as np
from spacy.language import Language
from spacy.pipeline import Sentencizer
from spacy.tokens import Doc

from extract.layout.blocks import Layout
from extract.layout.spans import CharSpan
from extract.lexicon.reporting_verbs import FORMS_WITH_QUOTATION
from extract.pipeline.components.layout import layout_of, text_of

if TYPE_CHECKING:
    from thinc.types import Ints2d

_CLOSING = r"[\"”’»)\]}']"
_OPENING = r"[\"“‘«„(\[{'`–—•*-]"
_BEFORE_A_NAME = (
    "Mr Mrs Ms Smt Messrs Mme Mlle Dr Drs Prof Rev Hon Fr Sr St Ste Sen Sens Rep Reps Gov Govs Lt Gen Col Maj"
    " Capt Cpl Sgt Pvt Pfc Spc Adm Cmdr Cdr Brig Supt Insp Det Engr Barr Surv Adv Sec Amb Pres Asst Atty Ald"
    " No Nos Art Fig Figs Vol Mt Ft Pt vs Vs v cf approx est ca al e.g i.e viz"
)
_SELDOM_AT_AN_END = (
    "Inc Corp Co Cos Ltd Bros Plc Jr etc dept Dept Univ Assn Assoc Ave Blvd Rd Sq Hwy Ala Ariz Ark Calif Colo"
    " Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt"
    " Wash Wis Wyo Ont Que Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec a.m p.m am pm Ph.D M.D Esq"
)
_STARTERS = (
    "The A An This That These Those It He She They We I You There Here In On At By For From With After Before"
    " When While As If But And Or So However Meanwhile Then Now Under Since Although Its His Her Their Our My"
    " Some Many Most All Both Each Such Also Asked What Why How Who Where Last Earlier Later"
)
# "told Dr."
_NEVER_LAST = re.compile(rf"(?<![\w.])(?:{'|'.join(map(re.escape, _BEFORE_A_NAME.split()))})\.$")
# "at Norvik Corp.", "in the U.S."
_SELDOM_LAST = re.compile(
    rf"(?<![\w.])(?:{'|'.join(map(re.escape, _SELDOM_AT_AN_END.split()))}|(?:[A-Za-z]\.)+[A-Za-z])\.$"
)
_INITIAL = re.compile(r"(?<![\w.’'])[A-Z]\.$")  # "to John F."
# "“But it fell"
_STARTER = re.compile(rf"{_OPENING}*\s?(?:{'|'.join(_STARTERS.split())})\b")
# `"No!" [Ada Brunn said]`
_NAME_WITH_VERB = re.compile(r"(?:[A-Z][\w.'’-]*,?\s+){1,4}(?P<verb>[a-z]+)\b")
_NEXT = re.compile(r"\S")
_BEHIND_SPACE = re.compile(r"\s(?=\S)")  # "it fell"
_MAX_ABBREVIATION_CHARS = 12
_MAX_SENTENCE_CHARS = 2000


@Language.factory(
    "extract_sentences",
    assigns=["doc.sents", "token.is_sent_start"],
    default_config={"punct_chars": None},
)
def make_sentences(nlp: Language, name: str, punct_chars: list[str] | None) -> SentenceSplitter:
    """punct_chars: what ends a sentence; None for those of spaCy's Sentencizer."""
    return SentenceSplitter(name, punct_chars=punct_chars)


class SentenceSplitter:
    """Sets `doc.sents`; reads `doc._.extract_layout`, and finds the layout itself where it is missing."""

    def __init__(self, name: str, *, punct_chars: list[str] | None = None) -> None:
        self.name = name
        chars = "".join(re.escape(char) for char in (punct_chars or Sentencizer.default_punct_chars))
        chars += "…"
        # Repetitions are bounded, so that the search takes linear time on any text. It begins with a set of
        # characters, all that it stops at.
        closing = rf"\s?{_CLOSING}(?=[\s.,;:–—-]|{_CLOSING}|$)|\."
        self._end = re.compile(
            rf"[{chars}.?!](?:(?<=[{chars}])(?<![{chars}].)[{chars}]{{0,29}}(?:{closing}){{0,6}}\s+"
            rf"(?=(?:{_OPENING}\s?){{0,4}}[^\W_a-z])|(?<=[a-z]{{3}}[.?!])(?=[A-Z][a-z]))"
        )

    def __call__(self, doc: Doc) -> Doc:
        """Split `doc`; a block of the layout and a dateline begin and end a sentence."""
        starts = self.sentence_starts(text_of(doc), layout_of(doc))
        begins = np.where(np.isin(doc.to_array(["IDX"]).astype(np.int64), list(starts)), 1, -1)
        begins[:1] = 1
        # One by one, `Token.is_sent_start` looks through the whole Doc each time.
        doc.from_array(["SENT_START"], cast("Ints2d", begins.reshape(-1, 1).astype(np.uint64)))
        return doc

    def sentence_starts(self, text: str, layout: Layout) -> set[int]:
        """The offsets at which sentences of `text` begin."""
        blocks = [block.span for block in layout.blocks]
        begins = [span.start for span in blocks]
        starts = set(begins)
        head = CharSpan(0, 0) if layout.dateline is None else layout.dateline.span
        if len(head) and (behind := _NEXT.search(text, head.end)):
            starts.add(behind.start())
        for match in self._end.finditer(text):
            following = match.end()
            if head.start <= match.start() < head.end:
                continue
            place = bisect_right(begins, match.start()) - 1
            if place >= 0 and following >= blocks[place].end:
                continue  # the next block begins a sentence anyway
            if _ends_sentence(text, match):
                starts.add(following)
        return starts | _within_long(text, sorted(starts))


def _within_long(text: str, starts: Sequence[int]) -> set[int]:
    """Where a text without full stops is cut all the same, at white space: what later stages do for each
    sentence must not grow with the text."""
    cuts = set()
    for start, end in pairwise([*starts, len(text)]):
        while end - start > _MAX_SENTENCE_CHARS and (
            space := _BEHIND_SPACE.search(text, start + _MAX_SENTENCE_CHARS, end)
        ):
            start = space.end()
            cuts.add(start)
    return cuts


def _ends_sentence(text: str, match: re.Match[str]) -> bool:
    ending = match.group().rstrip()
    if ending == ".":
        stop = match.start() + 1
        tail = max(0, stop - _MAX_ABBREVIATION_CHARS)
        if _NEVER_LAST.search(text, tail, stop) or _INITIAL.search(text, tail, stop):
            return False
        if _SELDOM_LAST.search(text, tail, stop):
            return _STARTER.match(text, match.end()) is not None
    if ending[0] in "!?" and len(ending) > 1:
        found = _NAME_WITH_VERB.match(text, match.end(), match.end() + 120)
        return found is None or found["verb"] not in FORMS_WITH_QUOTATION
    return True
