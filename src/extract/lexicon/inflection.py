"""Singular and plural of nouns, lower case."""

from __future__ import annotations

from extract.lexicon.word_lists import read_list

# Of the nouns for people and organizations, those that no rule gives: "spokeswomen", "thieves".
_SINGULARS = dict(line.split("\t") for line in read_list("irregular_plurals.tsv").splitlines())


def singular(noun: str) -> str:
    """The singular of a plural, "agencies", "companies", "spokeswomen"; any other word as it is."""
    return _SINGULARS.get(noun) or regular_singular(noun)


def regular_singular(noun: str) -> str:
    """What the rules alone make of a plural: "agencies", "churches", "banks"."""
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    if noun.endswith(("ses", "xes", "ches", "shes")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


def plural(noun: str) -> str:
    """The regular plural: "agencies", "churches", "banks"."""
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")
