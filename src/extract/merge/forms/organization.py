"""Normal form of names of organizations, and the shape of each name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.lexicon.name_parts import LEGAL_SUFFIXES
from extract.lexicon.organization_nouns import ORGANIZATION_NOUNS
from extract.lexicon.tokens import fold

_WORD = re.compile(r"[^\W_]+(?:[’'.][^\W_]+)*\.?")  # "Norvik", "O’Hara", "U.N."
_BRACKETED = re.compile(r"\s*\(([A-Z][\w.&-]{1,9})\)")  # " (NSB)" of "Norvik Savings Bank (NSB)"
_AMPERSAND = re.compile(
    r"(?<=\b[A-Z])\s?&\s?(?=[A-Z]\b)"
)  # the sign in "A & B" and "R&D", not "Brunn & Holm"
_ARTICLE = re.compile(r"[Tt]he\s+(?=\S)")  # the first word of "the N.S.B."
_SPACED_INITIAL = re.compile(
    r"(?<![\w.])([A-Z]\.?)\s(?=[A-Z]\b(?!['’&]))"
)  # the first letter and space of "N. S. B.", "J P Brunn", not "J Brunn"
_POSSESSIVE = re.compile(r"(?<=\.)['’]s\b")  # the last letter of "N.S.B.’s"
_ACRONYM = re.compile(r"(?:[A-Z]\.?&?){2,9}[a-z]{0,2}(?![\w.&])")  # "NSB", "N.S.B.", "R&D", "NSBs"
# One country's ways to name the same legal form; "Ltd" goes with any of them.
_LEGAL_CLASSES = (
    frozenset("inc incorporated corp corporation co llc llp".split()),
    frozenset("plc pty pte".split()),
    frozenset("ag gmbh".split()),
    frozenset("sa nv spa bv".split()),
    frozenset("ab oyj oy asa as".split()),
    frozenset(["kk"]),
)
_VARIANTS = {
    "organisation": "organization", "defence": "defense", "centre": "center", "labour": "labor",
    "theatre": "theater", "programme": "program", "dept": "department", "govt": "government",
    "intl": "international", "natl": "national", "assn": "association", "univ": "university",
    "bros": "brothers",
}  # fmt: skip
_UNION_NAMES = {
    ("united", "states"): "us", ("united", "kingdom"): "uk", ("united", "nations"): "un",
    ("european", "union"): "eu",
}  # fmt: skip
_UNION_ACRONYMS = frozenset(_UNION_NAMES.values())
_DETERMINERS = frozenset(
    "a an his her its their our my your this that these those some one many several".split()
)
_BODY_NOUNS = frozenset(["ministry", "department"])
_LINK_WORDS = frozenset(["of", "for", "the"])
# What public bodies everywhere are called: such a name says not which country's it is.
_COMMON_WORDS = (
    ORGANIZATION_NOUNS
    | _LINK_WORDS
    | frozenset(
        """and in on at to a an new general first high supreme federal national state central local city
        county district royal international public civil criminal appeals appeal constitutional administrative
        lower upper representatives commons lords deputies people democratic republican social liberal
        conservative labor labour green socialist communist opposition ruling defense foreign interior home
        external internal affairs finance economy economic trade commerce industry justice health education
        agriculture environment energy transport transportation culture tourism information communications
        planning development labor treasury security intelligence revenue tax customs immigration police
        election electoral attorney prosecutor prosecutors meteorological weather fire law budget armed
        military air coast guard reserve statistics stock exchange chamber security human rights
        employment work pensions veterans housing water natural resources fisheries forestry mines petroleum
        science technology sports youth women children welfare religious rural urban infrastructure roads
        rail aviation marine audit post times journal herald tribune sun star globe mail telegraph gazette
        news daily sunday""".split()
    )
)


@dataclass(frozen=True, slots=True)
class OrganizationForm:
    """Normal form of an organization's name. key: folded words without article, legal form and acronym.

    legal: the classes of its legal forms. brackets: an acronym in brackets, folded. shape: "acronym" for
    letters that may stand for words, "common" for words that many bodies share, else "proper". spelled:
    written in full words.
    """

    key: tuple[str, ...]
    legal: frozenset[int]
    brackets: str | None
    shape: str
    spelled: bool


def organization_form(name: str) -> OrganizationForm | None:
    """Normalize a name; None for a description ("an industry group", "his campaign")."""
    found = _BRACKETED.search(name)
    plain = _BRACKETED.sub("", name, count=1) if found else name
    plain = _SPACED_INITIAL.sub(r"\1", _POSSESSIVE.sub("", plain))
    spelled = _AMPERSAND.sub("", plain).replace("&", " and ")
    words = [fold(word[0]).replace("'", "") for word in _WORD.finditer(spelled)]
    words = [_VARIANTS.get(word, word) for word in words if word]
    if not words or words[0] in _DETERMINERS or not any(char.isupper() for char in plain):
        return None
    if len(words) > 1 and words[0] == "the":
        words.pop(0)
    legal: set[int] = set()
    while len(words) > 1 and (words[-1] in LEGAL_SUFFIXES or words[-1] in ("company", "and")):
        legal |= {number for number, names in enumerate(_LEGAL_CLASSES) if words[-1] in names}
        words.pop()
    key = _body_first(_short_unions(words))
    bare = _ARTICLE.sub("", plain.strip(), count=1)
    acronym = len(words) == 1 and _ACRONYM.match(bare) is not None
    return OrganizationForm(
        key=key,
        legal=frozenset(legal),
        brackets=fold(found[1]) if found else None,
        shape="acronym" if acronym or (len(key) == 1 and key[0] in _UNION_ACRONYMS) else _shape(key),
        spelled=not acronym,
    )


def _short_unions(words: list[str]) -> list[str]:
    out: list[str] = []
    for word in words:
        if out and (short := _UNION_NAMES.get((out[-1], word))):
            out[-1] = short
        else:
            out.append(word)
    return out


def _body_first(words: list[str]) -> tuple[str, ...]:
    """Reorder "Russian Ministry of Defense" as "Russian Defense Ministry"."""
    for at, word in enumerate(words[:-2]):
        if word in _BODY_NOUNS and words[at + 1] in ("of", "for"):
            rest = [other for other in words[at + 2 :] if other not in _LINK_WORDS]
            if 0 < sum(other != "and" for other in rest) <= 3:
                words = [*words[:at], *rest, word]
            break
    if words[-1] in _BODY_NOUNS and words[-3:-1] == ["foreign", "affairs"]:
        del words[-2]
    return tuple(words)


def _shape(key: tuple[str, ...]) -> str:
    return "common" if all(word in _COMMON_WORDS for word in key) else "proper"
