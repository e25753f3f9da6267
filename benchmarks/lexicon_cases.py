"""Words of the lexicon, drawn at random and put into sentences.

Prints for how many the records have the quote, its speaker, title and affiliation, and what failed. Needs the
model, and no data.
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from extract import load
from extract.lexicon.reporting_verbs import REPORTING_VERBS, ReportingVerb
from extract.lexicon.word_lists import read_words

if TYPE_CHECKING:
    from extract import Record

SPEAKER = "Jane Roe"
EMPLOYER = "Norvik Bank"
QUOTATION = "We are pleased"
CLAIM = "the branch would open in May"
OPENING = f"{EMPLOYER} opened a branch."


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A text with what its one record must have; affiliation: None where the text gives none.

    word: the one that is tried. frame: what the sentences of a kind have in common.
    """

    word: str
    frame: str
    text: str
    quote: str
    title: str
    affiliation: str | None = None

    def faults(self, records: Sequence[Record]) -> list[str]:
        """What is wrong with the records of the text, in words."""
        fitting = [record for record in records if record.quote.text.strip(" ,.") == self.quote]
        if not fitting:
            return ["no such quote"]
        speaker = fitting[0].speaker
        found = []
        if speaker.name != SPEAKER:
            found.append(f"speaker {speaker.name!r}")
        if self.title not in re.findall(r"[\w’'-]+", (speaker.title or "").lower()):
            found.append(f"title {speaker.title!r}")
        if self.affiliation is not None and speaker.affiliation != self.affiliation:
            found.append(f"affiliation {speaker.affiliation!r}")
        return found


def role_cases(roles: Iterable[str]) -> Iterator[Case]:
    """A case for each role in each of its frames."""
    for role in roles:
        article = "an" if role[0] in "aeiou" else "a"
        yield Case(
            word=role,
            frame="behind a quotation",
            text=f'{OPENING} "{QUOTATION}," said the {EMPLOYER} {role}, {SPEAKER}.',
            quote=QUOTATION,
            title=role,
            affiliation=EMPLOYER,
        )
        yield Case(
            word=role,
            frame="before the name",
            text=f"{OPENING} On Monday, {role} {SPEAKER} said that {CLAIM}.",
            quote=CLAIM,
            title=role,
        )
        yield Case(
            word=role,
            frame="behind the name",
            text=f"{OPENING} {SPEAKER}, {article} {role}, said that {CLAIM}.",
            quote=CLAIM,
            title=role,
        )


def verb_cases(verbs: Iterable[ReportingVerb]) -> Iterator[Case]:
    """A case for each verb in each of the frames that it takes."""
    for verb in verbs:
        past = verb.forms["past"][-1]
        if "quotation" in verb.takes:
            text = f'{OPENING} "{QUOTATION}," {past} the {EMPLOYER} spokeswoman, {SPEAKER}.'
            yield _spoken(past, "behind a quotation", text, QUOTATION)
        if "hearer" in verb.takes:
            text = f"{OPENING} {SPEAKER}, a spokeswoman for {EMPLOYER}, {past} reporters that {CLAIM}."
            yield _spoken(past, "hearer and clause", text, CLAIM)
        elif "that" in verb.takes:
            text = f"{OPENING} {SPEAKER}, a spokeswoman for {EMPLOYER}, {past} that {CLAIM}."
            yield _spoken(past, "clause", text, CLAIM)


def _spoken(word: str, frame: str, text: str, quote: str) -> Case:
    return Case(word=word, frame=frame, text=text, quote=quote, title="spokeswoman", affiliation=EMPLOYER)


@click.command(help=__doc__)
@click.option("--words", default=60, show_default=True, help="Roles, and verbs, that are drawn.")
@click.option("--seed", default=0, show_default=True)
@click.option(
    "--least", type=int, help="Exit with 1 when fewer words than this are right in all their frames."
)
def main(words: int, seed: int, least: int | None) -> None:
    draw = random.Random(seed)
    roles = draw.sample(sorted(read_words("person_nouns.txt")), words)
    speaking = [verb for verb in REPORTING_VERBS if {"quotation", "that"} & verb.takes]
    verbs = draw.sample(speaking, words)
    right = {"roles": _tried(list(role_cases(roles))), "verbs": _tried(list(verb_cases(verbs)))}
    for kind, number in right.items():
        click.echo(f"{kind}: {number} of {words} right in all their frames")
    if least is not None and min(right.values()) < least:
        sys.exit(1)


def _tried(cases: Sequence[Case]) -> int:
    """Print what failed and how many of each frame did not; the number of words without a failure."""
    loaded = load()
    failed: set[str] = set()
    frames = dict.fromkeys((case.frame for case in cases), 0)
    totals = dict(frames)
    for case in cases:
        totals[case.frame] += 1
        if faults := case.faults(loaded.records(case.text)):
            failed.add(case.word)
            click.echo(f"  {case.word} ({case.frame}): {'; '.join(faults)}")
        else:
            frames[case.frame] += 1
    for frame, number in frames.items():
        click.echo(f"{frame}: {number} of {totals[frame]}")
    return len({case.word for case in cases}) - len(failed)


if __name__ == "__main__":
    main()
