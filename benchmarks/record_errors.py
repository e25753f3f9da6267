"""Kinds of errors in records: what went wrong with a quote, its speaker, its organizations and its date."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from extract.layout.spans import CharSpan
from extract.lexicon.inflection import singular
from extract.lexicon.nicknames import Nicknames
from extract.lexicon.organization_nouns import ORGANIZATION_NOUNS
from extract.lexicon.person_nouns import is_person_noun
from extract.merge.forms.person import difference, person_form
from extract.record.views import OrganizationView, SpeakerView
from extract.score import Verdict
from extract.score.matching import (
    Letters,
    known_as,
    letters_in,
    mention_kind,
    organization_key,
    person_key,
)

# Every kind, by the field that is wrong, with what it means.
KINDS: dict[str, dict[str, str]] = {
    "quote": {
        "missed": "no record lies on it",
        "extra": "a record that lies on no quote",
        "bounds": "found in part, cut in two, or less than 0.9 of its letters shared (F1)",
    },
    "speaker": {
        "wrong name": "someone else",
        "left open": "no name",
        "wrong fullest name": "one name contains the other, or is its initials",
        "description unresolved": "a description in place of a name",
        "not clustered": "the mention's own words in place of a fuller name",
    },
    "organization": {
        "not recognized": "its full name stands in the content, and no mention there",
        "wrong bounds": "its full name stands in the content, and a mention is cut or too long",
        "another name": "its mention is tied to another name",
        "not clustered": "its short form is a name of its own",
        "reference not resolved": "its full name does not stand in the content",
        "wrongly added": "the content is not about it",
    },
    "date": {"wrong": "another date, one too many or none"},
}
_LOW_SPAN = 0.9
_UNNAMED = ("unnamed_source", "ambiguous_description")
_WORD = re.compile(r"\S+")


def count_errors(verdicts: Iterable[Verdict]) -> Counter[tuple[str, str]]:
    """Count the errors by field and kind, both as in KINDS; a quote has one of its own at most."""
    counts: Counter[tuple[str, str]] = Counter()
    by_article: dict[str, list[Verdict]] = defaultdict(list)
    for verdict in verdicts:
        by_article[verdict.article.id].append(verdict)
    for same in by_article.values():
        counts.update(("quote", kind) for kind in _quote_errors(same))
        for verdict in same:
            if (kind := speaker_error(verdict)) is not None:
                counts["speaker", kind] += 1
            counts.update(("organization", kind) for kind in organization_errors(verdict))
            if verdict.comparison and not verdict.comparison.said:
                counts["date", "wrong"] += 1
    return counts


def _quote_errors(verdicts: Sequence[Verdict]) -> Iterator[str]:
    """Yield the kinds of errors of the quotes of one article.

    A record that lies on letters of a quote which the quote's own record lacks belongs to that quote's
    bounds. One that lies around a nested quote says nothing of it.
    """
    text = verdicts[0].article.text
    wanted = [letters_in(text, verdict.content) for verdict in verdicts]
    found = [letters_in(text, v.record.content) if v.record else Letters() for v in verdicts]
    used: set[int] = set()
    for at, verdict in enumerate(verdicts):
        if verdict.gold is None:
            continue
        lacking = wanted[at] - found[at]
        beside = [n for n in range(len(verdicts)) if n != at and lacking & (found[n] - wanted[n])]
        used.update(beside)
        if beside or (verdict.comparison and verdict.comparison.span < _LOW_SPAN):
            yield "bounds"
        elif verdict.record is None:
            yield "missed"
    yield from ("extra" for at, v in enumerate(verdicts) if v.gold is None and at not in used)


def speaker_error(verdict: Verdict) -> str | None:
    """Find the kind of error in the speaker of a quote that was found; None where it is right."""
    gold, record = verdict.gold, verdict.record
    if not (gold and record and verdict.comparison) or verdict.comparison.speaker:
        return None
    mention = record.speaker.mention.span.of(verdict.article.text) if record.speaker.mention else None
    name, wanted = record.speaker.name, gold.speaker.name
    described = mention_kind(gold.speaker.mention, wanted) == "description"
    if name is None:
        return "description unresolved" if described else "left open"
    if wanted is None or _is_joint(record.speaker, wanted):
        return "wrong name"
    own = _is_proper(name) and _words(name) <= _words(mention)
    if is_short_for(name, wanted) and own and not _words(wanted) <= _words(mention):
        return "not clustered"
    if is_short_for(name, wanted) or is_short_for(wanted, name):
        return "wrong fullest name"
    if _is_proper(wanted) and _is_description(record.speaker):
        return "description unresolved"
    if own and _words(name) == _words(mention) == _words(gold.speaker.mention):
        return "not clustered"  # "Chuck Moen", once "Charles Moen"
    return "wrong fullest name" if _may_be_one(name, wanted) else "wrong name"


def _is_joint(speaker: SpeakerView, wanted: str) -> bool:
    """Whether one of the two is several people, so that a name in it is not its short form."""
    joint = len(speaker.members) > 1
    return joint or (" and " in wanted and " and " not in (speaker.name or "") and speaker.kind == "person")


def _is_proper(name: str) -> bool:
    return any(word[0].isupper() for word in name.split())


def _may_be_one(name: str, other: str) -> bool:
    """Whether two full names may be one person's: "Chuck Moen" and "Charles E. Moen"."""
    one, two = person_form(name), person_form(other)
    return bool(one and two and difference(one, two, Nicknames().of(one.first)))


def _is_description(speaker: SpeakerView) -> bool:
    """Whether the name is a description: "the company", "White House official", "Harbour Minister"."""
    words = (speaker.name or "").split()
    if speaker.reason in _UNNAMED or not _is_proper(" ".join(words)):
        return True
    head = singular(words[-1].casefold())
    body = len(words) == 1 and head in ORGANIZATION_NOUNS  # "Ministry", not "Coast Rail Group"
    return words[-1][0].islower() or body or is_person_noun(head)


def is_short_for(short: str, name: str) -> bool:
    """Whether a name has some but not all words of another, in any order, or is its initials."""
    one, other = _words(short), _words(name)
    if one < other:
        return True
    spelled = [person_key(name), organization_key(name)]  # with the legal form and without
    return len(one) < len(other) and known_as(organization_key(short), spelled) is not None


def _words(name: str | None) -> set[str]:
    return set(person_key(name).split())


def organization_errors(verdict: Verdict) -> Iterator[str]:
    """Yield the kind of each error in the organizations of a quote that was found.

    A name too many that stands in place of a missed one makes one error with it.
    """
    gold, record, comparison = verdict.gold, verdict.record, verdict.comparison
    if not (gold and record and comparison):
        return
    parts = [part for part in record.organizations if part.kind == "organization"]
    extra = {
        part.name: part for part in parts if organization_key(part.name) in comparison.organizations.extra
    }
    missed = {organization_key(name): name for name in gold.organizations}
    for key in comparison.organizations.missed:
        kind, instead = _missed_organization(verdict, missed[key], parts, [*extra.values()])
        yield kind
        if instead is not None:
            extra.pop(instead.name, None)
    yield from ["wrongly added"] * len({organization_key(name) for name in extra})


def _missed_organization(
    verdict: Verdict, name: str, parts: Sequence[OrganizationView], extra: Sequence[OrganizationView]
) -> tuple[str, OrganizationView | None]:
    """Find the kind of error of a missed name, and the organization of the record in its place."""
    text = verdict.article.text
    places = list(_places(text, verdict.content, name))
    for part in parts:
        for mention in part.mentions:
            if any(mention.start < place.end and place.start < mention.end for place in places):
                same = organization_key(mention.span.of(text)) == organization_key(name)
                return ("another name" if same else "wrong bounds"), part
    if places:
        return "not recognized", None
    for part in extra:
        if is_short_for(part.name or "", name):
            return "not clustered", part
        if is_short_for(name, part.name or ""):
            return "another name", part
    for part in parts:
        mentions = (mention.span.of(text) for mention in part.mentions)
        if any(_is_proper(mention) and is_short_for(mention, name) for mention in mentions):
            return "another name", part
    return "reference not resolved", None


def _places(text: str, content: Iterable[CharSpan], name: str) -> Iterator[CharSpan]:
    """Yield where the full name stands in the content, in any capitals, with its legal form or without."""
    key = organization_key(name)
    for span in content:
        words = [
            CharSpan(span.start + w.start(), span.start + w.end()) for w in _WORD.finditer(span.of(text))
        ]
        for first in range(len(words)):
            for last in range(first, min(first + len(name.split()) + 1, len(words))):
                place = CharSpan(words[first].start, words[last].end)
                if organization_key(place.of(text)) == key:
                    yield place
                    break
