"""What an article's own text says of it."""

from __future__ import annotations

import pytest

from extract.article import Article
from extract.layout.blocks import find_layout
from extract.pipeline.front_matter import FrontMatter, read_front_matter
from extract.timex.anchor import find_anchor
from tests.conftest import MakeArticle

TEXT = (
    "Harbour strike enters third week\n\nBy Ada Brunn and Per Holm\nStaff writers\n\nOSLO, April 6, 2017 – "
    "The strike goes on, the union said.\n\n(Reporting by Ada Brunn; editing by Jon Moe)\n"
)


def front_matter(article: Article) -> FrontMatter:
    layout = find_layout(article.text)
    return read_front_matter(
        article, layout, find_anchor(article.text, layout.dateline, published=article.published)
    )


def test_title_author_and_day_are_those_of_the_text(make_article: MakeArticle) -> None:
    article = make_article(TEXT)
    found = front_matter(article).complete(article)
    assert found.title == "Harbour strike enters third week"
    assert found.author == "Ada Brunn; Per Holm"
    assert (found.published, found.published_from) == ("2017-04-06", "text")


def test_what_is_stated_beside_the_text_counts_more(make_article: MakeArticle) -> None:
    given = make_article(TEXT, title="Strike", author="E. Lund", published="2017-04-07")
    assert front_matter(given) == FrontMatter()
    assert front_matter(make_article(TEXT)).complete(given) == given


@pytest.mark.parametrize(
    "text",
    [
        "The strike goes on, the union said.\n\n(Reporting by Ada Brunn; editing by Jon Moe)\n",
        "By Staff Reporter\n\nThe strike goes on, the union said.\n",
        "",
    ],
)
def test_nothing_is_made_up(text: str, make_article: MakeArticle) -> None:
    assert front_matter(make_article(text)) == FrontMatter()
