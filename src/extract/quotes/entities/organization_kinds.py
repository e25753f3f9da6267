"""Kinds of organizations: which names a common noun ("the union", "the agency") may stand for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extract.lexicon.name_parts import LEGAL_SUFFIXES, ORG_TAILS
from extract.lexicon.tokens import fold
from extract.quotes.entities.names import Name, distinct

# The words in a name that tell what it is, beside the noun itself.
_NAMED_BY: dict[str, str] = {
    "administration": "government white cabinet presidency",
    "agency": "administration authority bureau service office commission",
    "airline": "airlines airways air aviation",
    "alliance": "organization organisation pact treaty",
    "association": "federation union society confederation",
    "bank": "bancorp banking bankshares savings",
    "bloc": "union community association",
    "body": "association federation council commission committee authority union organization",
    "broadcaster": "broadcasting television tv radio network channel",
    "carrier": "airlines airways air",
    "charity": "foundation trust fund society relief aid cross rescue",
    "chain": "stores supermarkets restaurants",
    "church": "archdiocese diocese parish ministries cathedral",
    "club": "fc united city athletic rovers wanderers town",
    "college": "school institute university",
    "commission": "committee board",
    "council": "assembly",
    "court": "tribunal",
    "department": "ministry office bureau",
    "foundation": "trust fund",
    "government": "administration cabinet",
    "group": (
        "coalition alliance association council network league foundation society movement forum front watch"
    ),
    "hospital": "clinic medical infirmary health",
    "insurer": "insurance assurance mutual life",
    "institute": "institution center centre laboratory foundation",
    "lender": "bank bancorp savings",
    "magazine": "weekly monthly review",
    "military": "army forces",
    "ministry": "department office",
    "network": "news television broadcasting channel",
    "newspaper": (
        "times post journal herald tribune news guardian telegraph courier gazette chronicle star sun mail"
        " daily mirror observer independent register examiner globe echo dispatch sentinel standard inquirer"
    ),
    "organization": "association federation society council union alliance league",
    "party": "democrats republicans labour labor conservatives liberals congress front alliance movement",
    "police": "constabulary sheriff pd scotland",
    "regulator": "commission authority agency office administration board",
    "retailer": "stores supermarkets",
    "school": "academy college",
    "station": "radio television tv",
    "team": "fc united city",
    "trust": "foundation",
    "union": "alliance federation brotherhood workers guild teamsters employees nurses teachers association",
    "university": "college institute school",
    "watchdog": "commission authority agency office administration board ombudsman",
}
_SAME = {"organisation": "organization", "think-tank": "institute"}
_KIN = {noun: frozenset(words.split()) for noun, words in _NAMED_BY.items()}
# What bodies of these kinds are called says so: "the ministry" is none that has no such word in its name.
_ALWAYS_SAID = frozenset(
    """ministry department court tribunal university college school hospital parliament senate congress
        assembly council commission committee army navy church museum institute legislature bureau
        board government administration cabinet police""".split()
)

# Descriptions that stand for whichever organization was just named, whatever its name says.
LOOSE_NOUNS = frozenset(
    """company firm bank airline carmaker automaker agency alliance bloc club charity retailer lender
        insurer ministry department regulator union party institute university watchdog""".split()
)
_BUSINESS = frozenset(["firm", "company", "corporation", "manufacturer", "retailer", "carmaker", "maker"])
# Words in the names of bodies that are none.
_NO_BUSINESS = frozenset(
    """center centre chamber guild nonprofit museum observatory board bureau council ministry senate congress
        parliament assembly police""".split()
)


# Words in the names of bodies that are businesses.
_BUSINESSES = frozenset(
    """bank airlines airways motors motor systems technologies technology energy pharmaceuticals media news
        network communications services service holdings holding international industries enterprises
        partners trust""".split()
)


class OrganizationKinds:
    """The organizations of an article by what their names say they are."""

    def __init__(self, organizations: Iterable[Name]) -> None:
        self._by_word: dict[str, list[Name]] = {}
        for name in organizations:
            for word in {fold(word) for word in name.canonical.split()}:
                self._by_word.setdefault(word, []).append(name)

    def called(self, noun: str) -> Sequence[Name]:
        """The organizations whose name holds a noun; where none does, those whose name tells of that kind."""
        noun = _SAME.get(noun, noun)
        if found := self._by_word.get(noun):
            return found
        kin = (name for word in sorted(_KIN.get(noun, ())) for name in self._by_word.get(word, ()))
        return sorted(distinct(kin), key=lambda name: name.mentions[0].span)


def has_other_noun(name: Name, noun: str) -> bool:
    """Whether a name itself says that it is something else: "the bank" is no "Ministry of Health"; "the
    company" may be a bank or an airline."""
    words = {fold(word) for word in name.canonical.split()}
    tails = ORG_TAILS - LEGAL_SUFFIXES - {noun, "company", "group"}
    return bool(words & (tails - _BUSINESSES if noun in _BUSINESS else tails))


def may_be(name: Name, noun: str) -> bool:
    """Whether a name may be that of a "ministry" or a "court", which nearly always say so; an acronym may.
    A "company" is any body whose name does not say that it is a public one."""
    words = {fold(word) for word in name.canonical.split()}
    if noun in _BUSINESS:
        return not words & _NO_BUSINESS
    if _SAME.get(noun, noun) not in _ALWAYS_SAID:
        return True
    kin = _KIN.get(noun, frozenset())
    return bool(words & (kin | {noun})) or (len(words) == 1 and name.canonical.isupper())
