"""What an article's own text says of it."""

from __future__ import annotations

import pytest

from extract.layout.blocks import find_layout
from extract.pipeline.front_matter import with_front_matter
from tests.conftest import MakeArticle

TEXT = (
    "Harbour strike enters third week\n\nBy Ada Brunn and Per Holm\nStaff writers\n\nOSLO, April 6, 2017 – "
    "The strike goes on, the union said.\n\n(Reporting by Ada Brunn; editing by Jon Moe)\n"
)


def test_title_author_and_day_are_those_of_the_text(make_article: MakeArticle) -> None:
    found = with_front_matter(make_article(TEXT), find_layout(TEXT))
    assert found.title == "Harbour strike enters third week"
    assert found.author == "Ada Brunn; Per Holm"
    assert (found.published, found.published_from) == ("2017-04-06", "text")


def test_what_is_stated_beside_the_text_counts_more(make_article: MakeArticle) -> None:
    given = make_article(TEXT, title="Strike", author="E. Lund", published="2017-04-07")
    assert with_front_matter(given, find_layout(TEXT)) == given


@pytest.mark.parametrize(
    "text",
    [
        "The strike goes on, the union said.\n\n(Reporting by Ada Brunn; editing by Jon Moe)\n",
        "By Staff Reporter\n\nThe strike goes on, the union said.\n",
        "",
    ],
)
def test_nothing_is_made_up(text: str, make_article: MakeArticle) -> None:
    found = with_front_matter(make_article(text), find_layout(text))
    assert (found.title, found.author, found.published) == (None, None, None)
