"""Read articles out of whatever they come in."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from extract.article import Article
from extract.errors import ArticleError
from extract.failure import Failure
from extract.publication import Hints, with_publication
from extract.readers.decode import decode
from extract.readers.file_name import NamePattern
from extract.readers.inputs import STDIN, InputFile, InputPlan, expected_articles, plan_inputs, shown
from extract.readers.json_lines import read_json_lines
from extract.readers.text import check_text, read_text_file

__all__ = [
    "STDIN",
    "InputFile",
    "InputPlan",
    "expected_articles",
    "plan_inputs",
    "read_articles",
    "read_plan",
    "shown",
]


def read_articles(
    inputs: Sequence[Path | str],
    *,
    published: str | None = None,
    date_from_name: NamePattern | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Article | Failure]:
    """Yield the articles of files, folders and "-" (standard input), one at a time, as `plan_inputs` says.

    published: EDTF, for articles that do not say it. date_from_name: where file names do.
    What cannot be read comes as a Failure, in place.
    """
    return read_plan(plan_inputs(inputs), published=published, date_from_name=date_from_name, stdin=stdin)


def read_plan(
    plan: InputPlan,
    *,
    published: str | None = None,
    date_from_name: NamePattern | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Article | Failure]:
    """Yield the failures of `plan`, then the articles and failures of its files, in order.

    An article whose id another one had before is a failure, for records could not tell the two apart.
    """
    yield from plan.failures
    seen: set[str] = set()
    for file in plan.files:
        for line, item in _read_file(file, published, date_from_name, stdin):
            if isinstance(item, Article):
                yield _duplicate(item, line) if item.id in seen else item
                seen.add(item.id)
            else:
                yield item


def _read_file(
    file: InputFile, published: str | None, date_from_name: NamePattern | None, stdin: BinaryIO | None
) -> Iterator[tuple[int | None, Article | Failure]]:
    """Yield the articles and failures of one file, each with its line where lines are articles."""
    path = shown(file.path)
    try:
        by_name = date_from_name.date_in(file.inside) if date_from_name and file.kind != "stdin" else None
        hints = Hints(file_name=by_name, option=published)
        match file.kind:
            case "stdin":
                data = (stdin or sys.stdin.buffer).read()
                article = Article(id=file.id, text=check_text(decode(data)), path=STDIN)
                yield None, with_publication(article, None, "field", hints)
            case "text":
                yield None, read_text_file(file.path, name=file.id, shown=path, hints=hints)
            case "json_lines":
                yield from read_json_lines(file.path, name=file.id, shown=path, hints=hints)
    except (ArticleError, OSError) as error:
        message = (error.strerror if isinstance(error, OSError) else None) or str(error)
        kind = type(error).__name__
        yield None, Failure(path=path, article_id=file.id, stage="read", kind=kind, message=message)


def _duplicate(article: Article, line: int | None) -> Failure:
    return Failure(
        path=article.path,
        line=line,
        article_id=article.id,
        stage="read",
        kind="ArticleError",
        message=f"an earlier article has the id {article.id!r} too; give each an id of its own",
    )
