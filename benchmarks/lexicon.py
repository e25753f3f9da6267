"""Make the word lists of `extract.lexicon` from WordNet and counts in news.

WORDNET is a folder with WordNet's database files (of Debian's package wordnet-base: /usr/share/wordnet), NEWS
gzipped JSON Lines files with a `text` on each line. Needs the `lexicon` extra. The same files make the same
lists. Without --write nothing is changed: what would change is printed.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click
from lemminflect import getInflection
from lexicon_counts import count_nouns, count_verbs, read_texts
from lexicon_nouns import Nouns, irregular_plurals
from lexicon_verbs import ReportingVerbs
from lexicon_wordnet import WordNet

from extract.lexicon.documents import DOCUMENTS
from extract.lexicon.first_names import MEN, WOMEN

LISTS = Path(__file__).parent.parent / "src" / "extract" / "lexicon"
# What gives judgments speaks in reports as documents do.
COURTS = frozenset("court judge jury tribunal panel inquiry coroner".split())


@click.command(help=__doc__)
@click.argument("wordnet", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("news", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--write", is_flag=True, help="Write the lists into the package.")
def main(wordnet: Path, news: tuple[Path, ...], write: bool) -> None:
    database = WordNet(wordnet)
    lists = make_lists(database, news)
    for name, lines in lists.items():
        path = LISTS / name
        old = frozenset(path.read_text("utf-8").splitlines()) if path.exists() else frozenset()
        click.echo(
            f"{name}: {len(lines):,} lines, {len(old - set(lines)):,} gone, {len(set(lines) - old):,} new"
        )
        if write:
            path.write_text("".join(f"{line}\n" for line in lines), "utf-8")


def make_lists(wordnet: WordNet, news: Iterable[Path]) -> dict[str, list[str]]:
    """The lines of each list, by file name."""
    news = tuple(news)
    nouns = Nouns(wordnet, count_nouns(read_texts(news), MEN | WOMEN))
    speakers = nouns.people | nouns.organizations | COURTS | DOCUMENTS
    counts = count_verbs(
        read_texts(news),
        finite=finite_forms(wordnet),
        bases=frozenset(wordnet.lemmas("verb")),
        speakers=speakers | {form for noun in speakers for form in getInflection(noun, "NNS")},
        documents=COURTS | DOCUMENTS,
    )
    verbs = ReportingVerbs(wordnet, counts)
    return {
        "person_nouns.txt": sorted(nouns.people),
        "no_person_nouns.txt": sorted(nouns.no_people),
        "inhabitants.txt": sorted(nouns.inhabitants),
        "organization_nouns.txt": sorted(nouns.organizations),
        "seldom_people.txt": sorted(nouns.seldom_people),
        "irregular_plurals.tsv": [
            f"{form}\t{noun}"
            for form, noun in sorted(irregular_plurals(nouns.people | nouns.organizations).items())
        ],
        "reporting_verbs.tsv": [row.line() for row in verbs.rows()],
        "plural_nouns.txt": sorted(verbs.plural_nouns()),
        "no_reporting_verbs.txt": sorted(verbs.no_reports()),
    }


def finite_forms(wordnet: WordNet) -> dict[str, str]:
    """Past tense, or third person that is no plural of a noun, of every verb -> its lemma."""
    plurals = {form for noun in wordnet.lemmas("noun") for form in getInflection(noun, "NNS")}
    out: dict[str, str] = {}
    for lemma in sorted(wordnet.lemmas("verb"), key=lambda verb: (wordnet.tagged(verb, "verb"), verb)):
        out |= dict.fromkeys(getInflection(lemma, "VBD"), lemma)
        out |= dict.fromkeys((form for form in getInflection(lemma, "VBZ") if form not in plurals), lemma)
    return out


if __name__ == "__main__":
    main()
