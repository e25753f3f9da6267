"""How records compare with the gold of their articles.

A record matches the gold quote whose content it overlaps most, one to one, when the two share at least half
of the letters and digits that either has. Optional gold is neither rewarded nor punished.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from extract.record import Record

Gold = Mapping[str, Any]

_LEAST = 0.5
_TITLES = frozenset(
    """mr mrs ms miss dr prof sir dame lord lady sen senator rep representative gov governor president gen
        general col colonel capt captain lt sgt maj adm admiral judge justice rev reverend minister secretary
        chancellor ambassador the""".split()
)
_LEGAL = frozenset("inc corp co ltd llc plc ag sa nv group".split())
_SMALL = frozenset("of the and for in on".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Shares from 0 to 1. quotes, direct, organizations, records: F1; the others of matched quotes."""

    quotes: float
    direct: float
    speaker: float
    organizations: float
    said: float
    records: float


def score(gold: Sequence[Gold], records: Mapping[str, Sequence[Record]]) -> Figures:
    """Compare the gold articles with the records of each, by article id."""
    n: Counter[str] = Counter()
    for article in gold:
        _count(n, article, records.get(article["id"], ()))
    return Figures(
        quotes=_f1(n, "all"),
        direct=_f1(n, "direct"),
        speaker=_share(n["speaker"], n["all hit"]),
        organizations=_f1(n, "organizations"),
        said=_share(n["said"], n["all hit"]),
        records=_f1(n, "records"),
    )


def _count(n: Counter[str], article: Gold, records: Sequence[Record]) -> None:
    text, quotes = article["text"], article["quotes"]
    wanted = gold_letters(text, quotes)
    found = [_letters(text, [(s.start, s.end) for s in record.quote.spans]) for record in records]
    matched = match(wanted, found)
    for number, record in enumerate(records):
        if number in matched.values() or _lies_on_optional(found[number], quotes, wanted):
            continue
        n.update(["all extra", f"{record.quote.type} extra", "records extra"])
    for number, quote in enumerate(quotes):
        if quote["optional"]:
            continue
        if number not in matched:
            n.update(["all missed", f"{quote['type']} missed", "records missed"])
            continue
        n.update(["all hit", f"{quote['type']} hit"])
        _count_fields(n, quote, records[matched[number]])


def _count_fields(n: Counter[str], quote: Gold, record: Record) -> None:
    given, meant = record.speaker.name, quote["speaker"]["name"]
    speaker = _person(given) == _person(meant) or _organization(given) == _organization(meant)
    free = {_organization(name) for name in quote["organizations_optional"]}
    wanted = {_organization(name) for name in quote["organizations"]}
    known = {name for name in wanted | free if name}
    found = {_as_in(known, _organization(part.name)) for part in record.organizations} - (free - wanted)
    said = (record.said.date if record.said else None) in (quote["said"], *quote["said_also"])
    n["speaker"] += speaker
    n["said"] += said
    n["organizations hit"] += len(found & wanted)
    n["organizations extra"] += len(found - wanted)
    n["organizations missed"] += len(wanted - found)
    n.update(["records hit"] if speaker and said and found == wanted else ["records extra", "records missed"])


def match(gold: Sequence[set[int]], found: Sequence[set[int]]) -> dict[int, int]:
    """Which found content each gold one goes with: the pair that shares most first."""
    pairs = [
        (len(a & b) / len(a | b), i, j)
        for i, a in enumerate(gold)
        for j, b in enumerate(found)
        if 2 * len(a & b) >= len(a | b) > 0
    ]
    out: dict[int, int] = {}
    for _, i, j in sorted(pairs, reverse=True):
        if i not in out and j not in out.values():
            out[i] = j
    return out


def gold_letters(text: str, quotes: Iterable[Gold]) -> list[set[int]]:
    """Where the letters and digits of each gold content stand; quotes and contents are in reading order."""
    out, begin = [], 0
    for quote in quotes:
        spans: list[tuple[int, int]] = []
        at = begin
        for content in quote["content"]:
            start = text.index(content, at)
            at = start + len(content)
            spans.append((start, at))
        begin = spans[0][0]
        out.append(_letters(text, spans))
    return out


def _letters(text: str, spans: Iterable[tuple[int, int]]) -> set[int]:
    return {at for start, end in spans for at in range(start, end) if text[at].isalnum()}


def _lies_on_optional(found: set[int], quotes: Sequence[Gold], wanted: Sequence[set[int]]) -> bool:
    return bool(found) and any(
        quote["optional"] and len(found & letters) >= _LEAST * len(found)
        for quote, letters in zip(quotes, wanted, strict=True)
    )


def _words(name: str | None) -> list[str]:
    plain = unicodedata.normalize("NFKD", name or "")
    plain = "".join(char for char in plain if not unicodedata.combining(char)).casefold()
    plain = re.sub(r"['’]s\b", "", plain)
    return re.findall(r"\w+", re.sub(r"\b(\w)\.(?=\w\.)", r"\1", plain))


def _person(name: str | None) -> str:
    words = _words(name)
    while len(words) > 1 and words[0] in _TITLES:
        words.pop(0)
    return " ".join(words)


def _organization(name: str | None) -> str:
    words = _words(name)
    while len(words) > 1 and words[0] == "the":
        words.pop(0)
    while len(words) > 1 and words[-1] in _LEGAL:
        words.pop()
    return " ".join(words)


def _as_in(known: Iterable[str], name: str) -> str:
    """The known name that `name` is equal to or is the initials of, or the other way round; else itself."""
    return next((other for other in known if name == other or _is_short(name, other)), name)


def _is_short(a: str, b: str) -> bool:
    short, long = (a, b.split()) if " " not in a else (b.replace(" ", ""), a.split())
    initials = {"".join(word[0] for word in words) for words in (long, [w for w in long if w not in _SMALL])}
    return len(long) > 1 and short in initials


def _f1(n: Counter[str], what: str) -> float:
    hit = n[f"{what} hit"]
    return _share(2 * hit, 2 * hit + n[f"{what} extra"] + n[f"{what} missed"])


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
