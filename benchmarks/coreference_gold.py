"""Mentions of a gold of coreference that could be sources, each with the names it may be answered with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import BaseModel

from extract.lexicon.person_nouns import is_plural_noun
from extract.lexicon.tokens import WORD
from extract.quotes.speakers.heads import PREPOSITION
from extract.record.read import read_rows
from extract.score.matching import known_as, organization_key, person_key
from extract.spans import CharSpan

Kind = Literal["he", "she", "it", "they", "person description", "organization description"]
KINDS: tuple[Kind, ...] = ("he", "she", "it", "they", "person description", "organization description")
_FORMS: dict[Kind, str] = {
    "he": "he him his himself",
    "she": "she her hers herself",
    "it": "it its itself",
    "they": "they them their theirs themselves",
}
_PRONOUNS = {form: kind for kind, forms in _FORMS.items() for form in forms.split()}
_SUBJECTS = frozenset(["he", "she", "it", "they"])
_NAMED = frozenset(["PERSON", "ORG"])
_WHO: dict[str, Literal["person", "organization"]] = {"person": "person", "organization": "organization"}
_DEFINITE = re.compile(r"the\s", re.IGNORECASE)
# Behind these, or beside another mention of the same one, a phrase says what someone is: no reference.
_PREDICATE = re.compile(
    r"(?:(?:\b(?:is|are|was|were|be|been|being|becomes?|became|remains?|remained|as|called|named)|['’](?:s|re|m))"
    r"(?:\s+(?:not|now|also|still|only|just|actually|really))*|[,(–—:-]|\b(?:but|or))\s*$",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"[\s,(–—:-]*(?:and\s+)?")


class _Row(BaseModel):
    id: str
    genre: str
    published: str | None
    text: str
    clusters: list[list[tuple[int, int]]]
    types: list[str] = []
    singletons: list[tuple[int, int]] = []


class _NameRow(BaseModel):
    id: str
    entities: list[tuple[int, int, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A mention that the program is asked about. names: of its cluster, as written; the first one stands
    before the mention. subject: "he", "she", "it", "they" or a description, and no possessive or object."""

    span: CharSpan
    kind: Kind
    subject: bool
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CoreferenceArticle:
    """An article with its mentions, ascending. pronouns: every "he" and "she" in any case, also of those who
    are never named; their `names` are then empty."""

    id: str
    genre: str
    published: str | None
    text: str
    asked: tuple[Asked, ...]
    pronouns: tuple[Asked, ...]


def read_coreference(data: Path, scheme: str, part: str) -> Iterator[CoreferenceArticle]:
    """The articles of DATA/coref/SCHEME-PART.jsonl.gz, names after DATA/ner/gum-PART.jsonl.gz.

    scheme: "gum" or "ontogum". What a cluster of ontogum is, a person or an organization, and what names it
    has is that of the gum cluster with most of its mentions.
    """
    gum = {row.id: row for _, row in read_rows(data / f"coref/gum-{part}.jsonl.gz", _Row, what="an article")}
    named = read_rows(data / f"ner/gum-{part}.jsonl.gz", _NameRow, what="an article")
    names = {row.id: [CharSpan(s, e) for s, e, label in row.entities if label in _NAMED] for _, row in named}
    for _, row in read_rows(data / f"coref/{scheme}-{part}.jsonl.gz", _Row, what="an article"):
        found = sorted(_mentions(row, gum[row.id], names[row.id]), key=lambda item: item.span)
        yield CoreferenceArticle(
            id=row.id,
            genre=row.genre,
            published=row.published,
            text=row.text,
            asked=tuple(item for item in found if item.names),
            pronouns=tuple(item for item in found if item.kind in ("he", "she")),
        )


def _mentions(row: _Row, gum: _Row, names: Sequence[CharSpan]) -> Iterator[Asked]:
    of = {span: number for number, cluster in enumerate(gum.clusters) for span in cluster}
    every = [CharSpan(*span) for cluster in gum.clusters for span in cluster]
    every += [CharSpan(*span) for span in gum.singletons]
    homes = {name: min((span for span in every if span.holds(name)), key=len, default=None) for name in names}
    for cluster in row.clusters:
        spans = sorted(CharSpan(*span) for span in cluster)
        found = [of[span] for span in cluster if span in of]
        if not found:
            continue
        same = max(found, key=found.count)
        who = _WHO.get(gum.types[same])
        mentions = {*spans, *(CharSpan(*span) for span in gum.clusters[same])}
        called = [name for name in sorted(names) if homes[name] in mentions]
        if who is None:
            continue
        for span in spans:
            kind = _kind(row.text, span, spans, called, who)
            if kind is not None:
                before = called and called[0].start < span.start
                yield Asked(
                    span=span,
                    kind=kind,
                    subject=_may_be_subject(span.of(row.text).lower(), kind),
                    names=tuple(dict.fromkeys(name.of(row.text) for name in called)) if before else (),
                )


def _may_be_subject(written: str, kind: Kind) -> bool:
    return written in _SUBJECTS or (kind not in _SUBJECTS and not written.endswith(("'s", "’s", "s'", "s’")))


def _kind(
    text: str, span: CharSpan, cluster: Sequence[CharSpan], names: Sequence[CharSpan], who: str
) -> Kind | None:
    written = span.of(text)
    if written.lower() in _PRONOUNS:
        return _PRONOUNS[written.lower()]
    if not _DEFINITE.match(written) or any(span.holds(name) for name in names):
        return None
    cut = PREPOSITION.search(written)
    words = WORD.findall(
        re.split(r"[,(]| who\b| that\b| which\b", written[: cut.start()] if cut else written)[0]
    )
    if len(words) < 2 or not words[-1].islower() or (who == "person" and is_plural_noun(words[-1])):
        return None
    beside = any(
        other != span
        and (
            other.overlaps(span)
            or (other.end <= span.start and _BESIDE.fullmatch(text, other.end, span.start))
            or (span.end <= other.start and _BESIDE.fullmatch(text, span.end, other.start))
        )
        for other in cluster
    )
    if beside or _PREDICATE.search(text, max(0, span.start - 20), span.start):
        return None
    return "person description" if who == "person" else "organization description"


def is_one_of(answer: str, names: Sequence[str]) -> bool:
    """Whether a name is one of `names`, fuller or shorter, or the initials of one."""
    for name in names:
        for key in (person_key, organization_key):
            mine, theirs = {*key(answer).split()}, {*key(name).split()}
            if mine and theirs and (mine <= theirs or theirs <= mine):
                return True
        if known_as(organization_key(answer), [organization_key(name)]):
            return True
    return False
