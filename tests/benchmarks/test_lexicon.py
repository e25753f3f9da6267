"""The scripts that make the word lists: WordNet's files, counts in news, what follows from them."""

from __future__ import annotations

import gzip
import importlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from extract import load
from extract.lexicon.reporting_verbs import reporting_verbs
from tests.repository import BENCHMARKS

LICENCE = "  1 This software and database is provided by nobody.\n"
# Three nouns under one another, one with two senses; two verbs.
FILES = {
    "data.noun": (
        "00000100 03 n 01 person 0 000 | a human being\n"
        "00000200 18 n 02 Smith 0 smith 0 001 @ 00000100 n 0000 | one who works metal\n"
        "00000300 18 n 01 clod 0 001 @ 00000100 n 0000 | (slang) a dull person\n"
        "00000400 20 n 01 clod 1 000 | earth\n"
    ),
    "index.noun": (
        "clod n 2 1 @ 2 1 00000400 00000300\nperson n 1 0 1 0 00000100\nsmith n 1 1 @ 1 0 00000200\n"
        "blue_collar n 1 0 1 0 00000100\n"
    ),
    "data.verb": (
        "00000500 32 v 02 aver 0 avow 0 000 02 + 08 00 + 26 01 | say so\n"
        "00000600 29 v 01 avow 1 000 01 + 02 00 | laugh\n"
    ),
    "index.verb": "aver v 1 0 1 1 00000500\navow v 2 0 2 1 00000500 00000600\n",
    "index.adj": "blue a 1 0 1 0 00000700\n",
    "index.adv": "",
    "cntlist.rev": "aver%2:32:00:: 1 7\nclod%1:20:00:: 1 3\nblue%5:00:00:sad:00 1 4\nblue%3:00:00:: 2 1\n",
}


@pytest.fixture
def script(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Any]:
    """`script("lexicon_counts")` is the module."""
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    return importlib.import_module


@pytest.fixture
def wordnet(tmp_path: Path, script: Callable[[str], Any]) -> Any:
    for name, text in FILES.items():
        (tmp_path / name).write_text((LICENCE if name != "cntlist.rev" else "") + text, "utf-8")
    return script("lexicon_wordnet").WordNet(tmp_path)


def test_lemmas_are_single_words(wordnet: Any) -> None:
    assert wordnet.lemmas("noun") == ["clod", "person", "smith"]
    assert wordnet.has("blue_collar", "noun")


def test_senses_come_commonest_first_with_their_counts(wordnet: Any) -> None:
    earth, dull = wordnet.senses("clod", "noun")
    assert (earth.count, dull.count) == (3, 0)
    assert (earth.slang, dull.slang) == (False, True)
    assert earth.weight > dull.weight > 0
    assert wordnet.senses("nothing", "noun") == []


def test_the_ancestors_of_a_sense(wordnet: Any) -> None:
    [smith] = wordnet.senses("smith", "noun")
    assert wordnet.noun("person") in wordnet.ancestors(smith.synset)


def test_a_frame_may_hold_for_one_word_of_a_synset(wordnet: Any) -> None:
    [aver] = wordnet.senses("aver", "verb")
    avow, laugh = wordnet.senses("avow", "verb")
    assert (aver.frames, avow.frames, laugh.frames) == ({8, 26}, {8}, {2})


def test_uses_of_a_word_add_up_over_its_senses(wordnet: Any) -> None:
    assert wordnet.tagged("blue", "adj") == 5
    assert wordnet.tagged("aver", "verb") == 7


def test_what_stands_beside_nouns_is_counted(script: Callable[[str], Any]) -> None:
    counts = script("lexicon_counts").count_nouns(
        [
            "The judge, who sat, met surgeon Ada Brunn and ferry Oslo Line.",
            "Ada Brunn, a retired judge at Oslo, left. She is a diver.",
            "The ministry wants a river which flows.",
        ],
        {"ada"},
    )
    assert counts.who == {"judge": 1}
    assert counts.which == {"river": 1}
    assert counts.before_names == {"surgeon": 1}
    assert counts.roles == {"judge": 1, "diver": 1}
    assert counts.agents == {"ministry": 1}
    assert counts.words["river"] == 1


@pytest.mark.parametrize(
    ("text", "complement"),
    [
        ("Brunn warned that the pier would fall.", "that"),
        ("She had also warned it would fall.", "that"),
        ("The union warned reporters that the pier would fall.", "hearer"),
        ("He warned Ada Brunn that the pier would fall.", "hearer"),
        ("They warned to close the pier.", "to"),
        ('Brunn warned: "The pier is rotten."', "lead"),
        ('Brunn warned. "The pier is rotten."', "nothing"),
        ('"The pier is rotten," the mayor warned.', "quotation"),
        ('"The pier is rotten," warned Ada Brunn.', "quotation"),
    ],
)
def test_what_a_verb_takes_is_counted(text: str, complement: str, script: Callable[[str], Any]) -> None:
    counts = script("lexicon_counts").count_verbs(
        [text], finite={"warned": "warn"}, bases={"close"}, speakers={"union", "mayor"}, documents=set()
    )
    names = ("that", "hearer", "to", "lead", "nothing", "quotation")
    assert {name: dict(getattr(counts, name)) for name in names if getattr(counts, name)} == {
        complement: {"warn": 1}
    }


@pytest.mark.parametrize(
    "text",
    [
        "The river warned that the pier would fall.",  # none who speaks
        "He warned Monday that the pier would fall.",  # no hearer
        '"No," she warned. "Never."',  # the quotation goes on
    ],
)
def test_what_is_no_evidence_is_not_counted(text: str, script: Callable[[str], Any]) -> None:
    counts = script("lexicon_counts").count_verbs(
        [text], finite={"warned": "warn"}, bases={"close"}, speakers={"union"}, documents=set()
    )
    assert not any(getattr(counts, name) for name in ("that", "hearer", "to", "lead", "nothing"))


def test_texts_are_read_from_gzipped_lines(tmp_path: Path, script: Callable[[str], Any]) -> None:
    path = tmp_path / "news.jsonl.gz"
    path.write_bytes(gzip.compress(json.dumps({"text": "One."}).encode() + b"\n"))
    assert list(script("lexicon_counts").read_texts([path])) == ["One."]


def test_cases_name_what_is_wrong_with_a_record(script: Callable[[str], Any]) -> None:
    cases = script("lexicon_cases")
    [case, *_] = cases.role_cases(["actuary"])
    assert case.text.endswith('"We are pleased," said the Norvik Bank actuary, Jane Roe.')
    assert case.faults([]) == ["no such quote"]
    assert "a actuary" not in "".join(case.text for case in cases.role_cases(["actuary"]))


@pytest.mark.model
def test_common_roles_and_verbs_are_right_in_their_frames(script: Callable[[str], Any]) -> None:
    cases = script("lexicon_cases")
    loaded = load()
    tried = [*cases.role_cases(["analyst", "spokeswoman"]), *cases.verb_cases(reporting_verbs("say", "warn"))]
    assert [found for case in tried if (found := case.faults(loaded.records(case.text)))] == []
