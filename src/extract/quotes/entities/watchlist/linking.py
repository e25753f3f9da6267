"""Candidate entries of a name of an article, by all the forms that it has there."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from extract.lexicon.function_words import SMALL_WORDS
from extract.lexicon.name_parts import ORG_TAILS
from extract.quotes.entities.names import Name, NameMention, names_of
from extract.quotes.entities.short_forms import initials
from extract.quotes.entities.watchlist.index import NameIndex, Spelling
from extract.quotes.entities.watchlist.normalize import key_of, loose_words, strict_words
from extract.quotes.entities.watchlist.table import Entry

# Of the words of the shorter of two names: more than this share has to be in the other
_MIN_SHARE_OF_WORDS = 0.5
_STEM_CHARS = 5  # "Organisation" is "Organization"


def entries_of(text: str, name: Name, index: NameIndex) -> tuple[Entry, ...]:
    """The entries that the name fits, none, one or several, in the order of the list.

    Its canonical name counts first, then its other names of several words, then those of one; similar
    names only where none of them is on the list, if asked for.
    """
    forms = _forms(text, name)
    canonical = loose_words(strict_words(name.canonical), index.kind)
    longer = [form for form in forms[1:] if " " in form]
    for level in ([forms[0]], longer, [form for form in forms[1:] if " " not in form]):
        spelled = [s for form in level for s in _spelled(form, canonical, index)]
        if spelled:
            return _distinct(spelled)
    return _distinct([s for form in [forms[0], *longer] for s in index.similar(strict_words(form))])


def split_off(name: Name, index: NameIndex) -> list[Name]:
    """An organization as several, where the list says that a short form is another one.

    The "House" of an article on its Intelligence Committee is the House of the list, if the list has it by
    no fuller name; so is one that has an entry of its own beside that of the canonical name.
    """
    canonical = strict_words(name.canonical)
    own = {s.entry.id for s in index.spellings(canonical)}
    groups: dict[str, list[NameMention]] = {}
    for mention in name.mentions:
        words = strict_words(mention.text)
        other = (
            len(words) < len(canonical)
            and {*words} < {*canonical}
            and _is_another(words, canonical, own, index)
        )
        groups.setdefault(key_of(words) if other else "", []).append(mention)
    return [name] if len(groups) == 1 else names_of([*groups.values()], "organization")


def _is_another(
    words: Sequence[str], canonical: Sequence[str], own: Collection[str], index: NameIndex
) -> bool:
    spellings = index.spellings(words)
    if any(len(strict_words(name)) > len(words) for s in spellings for name in s.entry.names):
        return False
    goes_on = {*canonical} - {*words} - ORG_TAILS - SMALL_WORDS
    return any(s.entry.id not in own for s in spellings) and bool(own or goes_on)


def entries_written(name: str, index: NameIndex) -> tuple[Entry, ...]:
    """The entries that a name without other forms fits; one without a capital is a description."""
    if name == name.lower():
        return ()
    words = strict_words(name)
    return _distinct([s for s in index.spellings(words) if s.is_written(name)] or index.similar(words))


def _distinct(spelled: Sequence[Spelling]) -> tuple[Entry, ...]:
    entries = {spelling.entry.line: spelling.entry for spelling in spelled}
    return tuple(entries[line] for line in sorted(entries))


def _forms(text: str, name: Name) -> list[str]:
    """The forms of a name, the canonical first; with "'s" where the text has it, which may be part of it."""
    forms = [name.canonical]
    for mention in name.mentions:
        forms.append(mention.text)
        if text[mention.span.end : mention.span.end + 2] in ("'s", "’s"):
            forms.append(f"{mention.text}’s")
    return list(dict.fromkeys(forms))


def _spelled(form: str, canonical: Sequence[str], index: NameIndex) -> list[Spelling]:
    words = strict_words(form)
    return [
        spelling
        for spelling in index.spellings(words)
        if spelling.is_written(form) and _agrees(loose_words(words, index.kind), canonical, spelling, index)
    ]


def _agrees(form: Sequence[str], canonical: Sequence[str], spelling: Spelling, index: NameIndex) -> bool:
    """Whether a short form means the entry, by the fuller names that the article and the list have for it.

    The Brunn of an article on Karl Brunn is not the Ada Brunn of the list, whatever her aliases are, and
    an acronym that the article spells out is not that of another name. A form that is no short form of
    the canonical name is another name, and an entry without a fuller name is what it says.
    """
    is_short = len(form) < len(canonical) and (
        set(form) <= set(canonical) or "".join(form) in initials(canonical)
    )
    if not is_short:
        return True
    names = [loose_words(strict_words(name), index.kind) for name in spelling.entry.names]
    fuller = [name for name in names if len(name) > len(form)]
    return not fuller or any(_alike(name, canonical) for name in fuller)


def _alike(one: Sequence[str], other: Sequence[str]) -> bool:
    first, second = (
        {word[:_STEM_CHARS] for word in words if word not in SMALL_WORDS} for words in (one, other)
    )
    shorter = min(len(first), len(second))
    return shorter > 0 and len(first & second) > _MIN_SHARE_OF_WORDS * shorter
