"""The component `extract_timex` in a blank pipeline."""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

import extract.pipeline.components.timex  # noqa: F401  # registers the factory where the package is not installed
from tests.repository import DOCS

PAGE = DOCS / "dates.md"


@pytest.fixture
def nlp() -> Language:
    nlp = spacy.blank("en")
    nlp.add_pipe("extract_timex")
    return nlp


def test_timexes_are_json_with_offsets_in_characters(nlp: Language) -> None:
    doc = nlp.make_doc("It rained on Friday.")
    doc._.extract_published = "2017-04-06"
    assert nlp(doc)._.extract_timexes == [
        {
            "start": 13,
            "end": 19,
            "text": "Friday",
            "type": "DATE",
            "value": "2017-03-31",
            "edtf": "2017-03-31",
        }
    ]
    [span] = doc.spans["extract.timex"]
    assert (span.text, span.label_) == ("Friday", "DATE")


def test_the_anchor_goes_before_publication(nlp: Language) -> None:
    doc = nlp.make_doc("It rained yesterday.")
    doc._.extract_published, doc._.extract_anchor = "2017-04-06", "2017-04-05"
    assert nlp(doc)._.extract_timexes[0]["edtf"] == "2017-04-04"


def test_the_dateline_goes_before_publication(nlp: Language) -> None:
    doc = nlp.make_doc("VELDEN, April 5, 2017 (XYZ) -- It rained yesterday.")
    doc._.extract_published = "2017-04-06"
    assert [timex["edtf"] for timex in nlp(doc)._.extract_timexes] == ["2017-04-05", "2017-04-04"]


def test_an_empty_doc_has_no_timexes(nlp: Language) -> None:
    assert nlp("")._.extract_timexes == []


def test_timexes_survive_saving(nlp: Language) -> None:
    doc = nlp("It rained in May 2010.")
    saved = DocBin(docs=[doc], store_user_data=True).to_bytes()
    [loaded] = DocBin(store_user_data=True).from_bytes(saved).get_docs(nlp.vocab)
    assert isinstance(loaded, Doc)
    assert list(loaded._.extract_timexes) == doc._.extract_timexes


def test_published_of_the_config_is_for_docs_without_their_own() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("extract_timex", config={"published": "2017-04-06"})
    doc = nlp.make_doc("It rained yesterday.")
    doc._.extract_published = "2018-01-01"
    found = [doc._.extract_timexes[0]["edtf"] for doc in nlp.pipe([nlp.make_doc(doc.text), doc])]
    assert found == ["2017-04-05", "2017-12-31"]


@pytest.mark.parametrize(
    "published",
    [date(2017, 4, 6), datetime(2017, 4, 6, 10, 30), "2017-04-06T10:30:00Z", "April 6, 2017"],
)
def test_a_day_may_be_written_in_several_ways(nlp: Language, published: object) -> None:
    doc = nlp.make_doc("It rained yesterday.")
    doc._.extract_published = published
    assert nlp(doc)._.extract_timexes[0]["edtf"] == "2017-04-05"


@pytest.mark.parametrize("name", ["extract_published", "extract_anchor"])
@pytest.mark.parametrize("value", ["04/06/2017", "today", 20170406, "2017-04-06/2017-04-07"])
def test_what_is_no_date_is_refused_with_advice(nlp: Language, name: str, value: object) -> None:
    doc = nlp.make_doc("It rained yesterday.")
    doc._.set(name, value)
    with pytest.raises(ValueError, match=rf"{name} is .*; write YYYY-MM-DD, YYYY-MM or YYYY"):
        nlp(doc)


def test_an_anchor_of_an_unknown_year_is_one(nlp: Language) -> None:
    doc = nlp.make_doc("It rained in May 2010.")
    doc._.extract_anchor = "XXXX-04-06"
    assert nlp(doc)._.extract_timexes[0]["edtf"] == "2010-05"


CLEAN = """
import sys
import spacy

nlp = spacy.blank("en")
nlp.add_pipe("extract_timex", config={"published": "2017-04-06"})
nlp.to_disk(sys.argv[1])
loaded = spacy.load(sys.argv[1])
again = spacy.blank("en")
again.add_pipe("extract_timex", config={"published": "2017-04-06"})
again.from_bytes(nlp.to_bytes())
for one in (nlp, loaded, again):
    docs = one.pipe(["It rained yesterday.", "", "It rained on May 3."], batch_size=2)
    print([[timex["edtf"] for timex in doc._.extract_timexes] for doc in docs])
"""


def test_alone_in_a_program_that_imports_nothing_of_ours(tmp_path: Path) -> None:
    """Saved and loaded too, which is how spaCy finds the factory by itself."""
    command = [sys.executable, "-c", CLEAN, str(tmp_path / "model")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout == "[['2017-04-05'], [], ['2017-05-03']]\n" * 3


def test_the_programs_of_the_page_print_what_they_say() -> None:
    programs = re.findall(r"^```python\n(.*?)^```", PAGE.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    said = re.findall(r"^print.*  # (.*)$", "\n".join(programs), flags=re.MULTILINE)
    command = [sys.executable, "-c", "\n".join(programs)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == said
