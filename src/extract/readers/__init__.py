"""Read articles out of whatever they come in."""

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
from extract.readers.storage.duplicate_ids import SeenBefore
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

    inputs: as `plan_inputs` has them. The rest is what `read_plan` takes.
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

    published: EDTF, for articles that do not say it. date_from_name: where file names do. fields: of lines
    and tables. max_article_size: in bytes; what is longer is a failure. on_skip: told of files that are no
    input. What cannot be read comes as a Failure, in place. An article whose id another one had before is
    a failure, for records could not tell the two apart.
    """
    read = FileReader(
        published=published,
        date_from_name=date_from_name,
        fields=fields,
        limit=max_article_size,
        stdin=stdin,
    )
    yield from plan.failures
    with SeenBefore() as ids:
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
        message=f"an earlier article has the id {article.id!r} too; give each an id of its own",
    )
