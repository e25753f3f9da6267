from __future__ import annotations

import pytest

from extract.errors import ModelError
from extract.pipeline.model_files import LARGE_MODEL, SMALL_MODEL, find_model, is_shipped, model_folder


@pytest.mark.model
def test_shipped_models_are_found_by_name_with_their_version_or_without() -> None:
    assert find_model("en_news_sm").name == SMALL_MODEL
    assert find_model(SMALL_MODEL) == find_model("en_news_sm") == model_folder("en_news_sm")
    assert find_model(None) == find_model("en_news_lg")
    assert find_model(None).name == LARGE_MODEL


@pytest.mark.parametrize("name", ["en_news", "en_news_xl", "en_news_lg-9.9.9", ""])
def test_other_names_are_not_shipped(name: str) -> None:
    assert not is_shipped(name)
    with pytest.raises(ModelError):
        model_folder(name or "none")
