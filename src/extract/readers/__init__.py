"""Read articles from files, folders, archives, URLs and tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from extract.article import Article, Failure
from extract.readers.article.file_name_date import NamePattern
from extract.readers.article.table_row import Fields
from extract.readers.inputs.expected_count import expected_articles
from extract.readers.inputs.file_reader import FileReader
from extract.readers.inputs.plan import STDIN, InputFile, InputPlan, Skipped, plan_inputs
from extract.readers.storage.duplicate_ids import DigestSet
from extract.readers.storage.limits import MAX_ARTICLE_SIZE
from extract.readers.storage.local import shown

__all__ = [
    "MAX_ARTICLE_SIZE",
    "STDIN",
    "Fields",
    "InputFile",
    "InputPlan",
    "Skipped",
    "expected_articles",
    "plan_inputs",
    "read_articles",
    "read_plan",
    "shown",
]

_FIELDS = Fields()


def read_articles(
    inputs: Sequence[Path | str],
    *,
    published: str | None = None,
    date_from_name: NamePattern | None = None,
    fields: Fields = _FIELDS,
    max_article_size: int = MAX_ARTICLE_SIZE,
    stdin: BinaryIO | None = None,
) -> Iterator[Article | Failure]:
    """Yield the articles of files, folders, URLs and "-" (standard input), one at a time.

    inputs: as for `plan_inputs`. The other arguments are those of `read_plan`.
    """
    return read_plan(
        plan_inputs(inputs),
        published=published,
        date_from_name=date_from_name,
        fields=fields,
        max_article_size=max_article_size,
        stdin=stdin,
    )


def read_plan(
    plan: InputPlan,
    *,
    published: str | None = None,
    date_from_name: NamePattern | None = None,
    fields: Fields = _FIELDS,
    max_article_size: int = MAX_ARTICLE_SIZE,
    stdin: BinaryIO | None = None,
    on_skip: Callable[[Skipped], None] | None = None,
) -> Iterator[Article | Failure]:
    """Yield the failures of `plan`, then the articles and failures of its files, in order.

    published: EDTF, for articles without a date of publication. date_from_name: where file names hold the
    date. fields: the columns of tables and keys of lines. max_article_size: in bytes; a longer article is a
    failure. on_skip: called for each file that is not an input. What cannot be read is yielded as a Failure,
    in place. So is an article with the id of an earlier one, since their records could not be told apart.
    """
    read = FileReader(
        published=published,
        date_from_name=date_from_name,
        fields=fields,
        limit=max_article_size,
        stdin=stdin,
    )
    yield from plan.failures
    with DigestSet() as ids:
        for listed in plan.listed():
            found = read(listed) if isinstance(listed, InputFile) else iter([(None, listed)])
            for line, item in found:
                if isinstance(item, Skipped):
                    if on_skip is not None:
                        on_skip(item)
                elif isinstance(item, Article) and not ids.add(item.id):
                    yield _duplicate(item, line)
                else:
                    yield item


def _duplicate(article: Article, line: int | None) -> Failure:
    return Failure(
        path=article.path,
        line=line,
        article_id=article.id,
        stage="read",
        kind="ArticleError",
        message=f"an earlier article has the same id, {article.id!r}; give each article its own id",
    )
