"""The component `extract_quotes`."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

from extract.article import Article
from extract.pipeline.load import load_pipeline
from extract.pipeline.model_files import model_folder
from extract.runs.doc_extension import QuoteFinder, make_quotes
from tests.docs.pages import annotated_doc
from tests.marked_texts import make_attribution

TEXT = "Ada Brunn said on Friday that Norvik Bank is safe."


@pytest.fixture
def doc() -> Doc:
    item = make_attribution(TEXT, "Norvik Bank is safe", cue="said", source="Ada Brunn")
    return annotated_doc(
        Article(id="a", text=TEXT, path="a.txt", published="2017-04-06"),
        entities={"Ada Brunn": "PERSON", "Norvik Bank": "ORG"},
        attributions=[item],
    )


def test_quotes_are_the_parts_of_records_without_the_article(doc: Doc) -> None:
    [quote] = QuoteFinder()(doc)._.extract_quotes
    assert set(quote) == {"quote", "speaker", "organizations", "said", "dates", "confidence", "flags"}
    assert quote["quote"]["text"] == "Norvik Bank is safe"
    assert quote["speaker"]["name"] == "Ada Brunn"
    assert quote["said"]["date"] == "2017-03-31"


def test_a_day_of_publication_may_be_a_date(doc: Doc) -> None:
    doc._.extract_published = date(2017, 4, 6)
    [quote] = QuoteFinder()(doc)._.extract_quotes
    assert quote["said"]["date"] == "2017-03-31"


def test_quotes_are_json_and_survive_saving(doc: Doc) -> None:
    quotes = QuoteFinder()(doc)._.extract_quotes
    assert json.loads(json.dumps(quotes)) == quotes
    saved = DocBin(docs=[doc], store_user_data=True).to_bytes()
    [loaded] = DocBin(store_user_data=True).from_bytes(saved).get_docs(doc.vocab)
    assert json.loads(json.dumps(loaded._.extract_quotes)) == quotes


def test_a_text_that_nothing_was_found_in_has_none() -> None:
    nlp = spacy.blank("en")
    component = make_quotes(nlp, "extract_quotes")
    assert component(annotated_doc(Article(id="a", text="", path="a.txt")))._.extract_quotes == []


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.load(model_folder())


@pytest.mark.model
def test_the_model_sets_them_in_a_program_that_imports_nothing_of_ours() -> None:
    code = (
        "import spacy, sys\n"
        "doc = spacy.load(sys.argv[1])('“Nobody asked us,” said Per Holm, chairman of Riksnett.')\n"
        "print([quote['speaker']['name'] for quote in doc._.extract_quotes])"
    )
    command = [sys.executable, "-c", code, str(model_folder())]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout == "['Per Holm']\n"


@pytest.mark.model
def test_a_pipeline_without_the_component_may_be_given_it(nlp: Language) -> None:
    text = "“Nobody asked us,” said Per Holm, chairman of the union Riksnett."
    plain = spacy.load(model_folder(), exclude=["extract_quotes"])
    plain.add_pipe("extract_quotes")
    assert plain(text)._.extract_quotes == nlp(text)._.extract_quotes != []


@pytest.mark.model
def test_a_pipeline_that_is_loaded_here_sets_them_too(nlp: Language) -> None:
    text = "“Nobody asked us,” said Per Holm, chairman of the union Riksnett."
    assert load_pipeline()(text)._.extract_quotes == nlp(text)._.extract_quotes
