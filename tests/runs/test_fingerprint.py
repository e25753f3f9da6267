"""Fingerprints: what makes other records makes another one, and nothing else does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from extract.article import Article
from extract.errors import ModelError
from extract.pipeline.model_files import find_model, model_name
from extract.quotes.entities.watchlist import read_watch_list
from extract.record.record import Provenance
from extract.runs.fingerprint import Fingerprint, fingerprint
from extract.runs.settings import Settings

MakeArticle = Callable[..., Article]
PLAIN = Fingerprint(provenance=Provenance(extract="0.1.0", model="en_fake-0.1.0"), digest=b"one")


@pytest.fixture(autouse=True)
def model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A model of one file, which is the shipped one too."""
    folder = tmp_path / "en_fake"
    folder.mkdir()
    (folder / "meta.json").write_text('{"lang": "en", "name": "fake", "version": "1.2"}', encoding="utf-8")
    (folder / "weights").write_bytes(b"1")
    monkeypatch.setattr("extract.runs.fingerprint.model_folder", lambda: folder)
    monkeypatch.setattr("extract.pipeline.model_files.model_folder", lambda: folder)
    return folder


def test_every_part_of_an_article_counts(make_article: MakeArticle) -> None:
    article = make_article("No.", title="T", published="2017", publisher="P")
    others = [
        make_article("No!", title="T", published="2017", publisher="P"),
        *(replace(article, **{name: "x"}) for name in ("id", "path", "title", "published", "publisher")),  # type: ignore[arg-type]
        replace(article, author="x"),
        replace(article, published_from="option"),
        replace(article, published_conflict=True),
    ]
    keys = [PLAIN.key(one) for one in (article, *others)]
    assert len(set(keys)) == len(keys)
    assert PLAIN.key(replace(article)) == keys[0]
    assert replace(PLAIN, digest=b"two").key(article) != keys[0]


def test_settings_that_change_records_count_and_no_others() -> None:
    plain = fingerprint(Settings())
    for same in (
        Settings(formats=("json",)),
        Settings(threads=4),
        Settings(published="2017"),
        Settings(replace=True),
        Settings(max_article_size=1000),
    ):
        assert fingerprint(same) == plain
    for other in (Settings(acts=("other",)), Settings(min_confidence=0.5), Settings(about=("people",))):
        assert fingerprint(other).digest != plain.digest


def test_of_a_watch_list_its_content_counts(tmp_path: Path) -> None:
    digests = []
    for name, content in {
        "a": "id,name\no1,Norvik\n",
        "b": "id,name\no1,Norvik\n",
        "c": "id,name\no1,Halm\n",
    }.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
        listed = read_watch_list(tmp_path / name, kind="organization")
        digests.append(fingerprint(Settings(organizations=listed)).digest)
    assert digests[0] == digests[1] != digests[2]


def test_the_files_of_the_model_count(model: Path) -> None:
    plain = fingerprint(Settings())
    assert plain.provenance.model == "en_fake-1.2"
    (model / "weights").write_bytes(b"2")
    assert fingerprint(Settings()).digest != plain.digest


def test_a_model_that_is_not_there_is_named() -> None:
    with pytest.raises(ModelError, match="no_such: no folder and no installed package has this name"):
        find_model("no_such")
    with pytest.raises(ModelError, match=r"no_such\.part"):
        find_model("no_such.part")


def test_a_model_without_its_description_is_damaged(model: Path) -> None:
    (model / "meta.json").write_text("[]", encoding="utf-8")
    with pytest.raises(ModelError, match=r"meta\.json is missing or damaged"):
        model_name(model)


def test_a_package_is_found_without_loading_it() -> None:
    assert (find_model("spacy") / "about.py").is_file()
