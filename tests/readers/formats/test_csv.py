"""CSV, TSV and Parquet to articles, and the names of their columns."""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from extract.article import Article, Failure
from extract.readers import Fields, read_articles
from extract.readers.article.document import Document


def read(path: Path, **fields: Any) -> list[Article | Failure]:
    return list(read_articles([path], fields=Fields(**fields)))


def articles(path: Path, **fields: Any) -> list[Article]:
    found = read(path, **fields)
    assert not [item.message for item in found if isinstance(item, Failure)]
    return [item for item in found if isinstance(item, Article)]


def one_failure(path: Path, **fields: Any) -> Failure:
    [failure] = [item for item in read(path, **fields) if isinstance(item, Failure)]
    return failure


@pytest.fixture
def table(tmp_path: Path) -> Callable[..., Path]:
    """`table("a;b\\n1;2")` writes a table and gives its path."""

    def make(text: str, *, name: str = "in.csv", encoding: str = "utf-8") -> Path:
        path = tmp_path / name
        path.write_bytes(text.encode(encoding))
        return path

    return make


def test_a_row_is_an_article_and_is_called_by_its_line(table: Callable[..., Path]) -> None:
    path = table('id,text,published\nx1,"No,\r\nhe said.",2017-04-06\n\n,It rained.,\n')
    first, second = articles(path)
    assert first == Article(
        id="x1",
        text="No,\r\nhe said.",
        path=path.as_posix(),
        published="2017-04-06",
        published_from="field",
    )
    assert second.id == "in.csv:5"


@pytest.mark.parametrize("name", ["in.tsv", "in.csv"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_cells_stand_between_whatever_makes_the_column_of_the_text_appear(
    table: Callable[..., Path], delimiter: str, name: str
) -> None:
    [article] = articles(table(delimiter.join(["title", "text"]) + "\n" + delimiter.join("ab"), name=name))
    assert (article.title, article.text) == ("a", "b")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings_that_spreadsheets_write(table: Callable[..., Path], encoding: str) -> None:
    [article] = articles(table("text\n“Café”\n", encoding=encoding))
    assert article.text == "“Café”"


def test_columns_may_have_any_names(table: Callable[..., Path]) -> None:
    path = table('key,body,head,day,paper,by\n7,It rained.,Rain,"April 6, 2017",The Post,Ada Quill\n')
    names = {"text": "body", "id": "key", "title": "head", "published": "day", "publisher": "paper"}
    [article] = articles(path, **names, author="by")
    assert (article.id, article.text, article.title) == ("7", "It rained.", "Rain")
    assert (article.published, article.publisher, article.author) == ("2017-04-06", "The Post", "Ada Quill")


def test_a_document_says_of_its_article_what_a_table_may() -> None:
    assert tuple(Document(text="No.").as_row()) == Fields().columns()


def test_keys_of_json_lines_may_have_any_names(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text('{"body": "It rained.", "text": 1}\n{"text": "No."}\n', encoding="utf-8")
    first, second = read(path, text="body")
    assert isinstance(first, Article)
    assert isinstance(second, Failure)
    assert second.message.startswith("'body' is missing")


@pytest.mark.parametrize("fields", [{}, {"text": "body", "id": "key"}])
def test_a_table_without_a_column_is_one_failure_that_names_those_there_are(
    table: Callable[..., Path], fields: dict[str, str]
) -> None:
    failure = one_failure(table("id,body\n1,It rained.\n2,No.\n"), **fields)
    assert failure.message.startswith("there is no column '" + fields.get("id", "text"))
    assert "(columns: id, body)" in failure.message


def test_a_row_without_a_text_costs_itself(table: Callable[..., Path]) -> None:
    first, second, last = read(table("id,text\n1,\n2\n3,It rained.\n"))
    assert isinstance(first, Failure)
    assert isinstance(second, Failure)
    assert (first.line, first.article_id, second.line) == (2, "1", 3)
    assert isinstance(last, Article)


def test_a_mark_that_is_never_closed_is_a_failure_where_it_opens(table: Callable[..., Path]) -> None:
    found = read(table('id,text\n1,No.\n2,"It rained.\n' + "3,No.\n" * 5))
    assert isinstance(found[0], Article)
    [failure] = found[1:]
    assert isinstance(failure, Failure)
    assert (failure.line, "never closed" in failure.message) == (3, True)


def test_a_long_cell_is_read_and_leaves_the_module_able_to_read_others(table: Callable[..., Path]) -> None:
    [article] = articles(table("text\n" + "It rained. " * 50_000))
    assert len(article.text) == 550_000
    assert csv.field_size_limit() > 550_000


@pytest.mark.parametrize(
    ("cells", "text"), [("1,It rained,,", "It rained"), ("1,It rained, , ", "It rained"), ("1", None)]
)
def test_empty_cells_may_be_missing_or_too_many(
    table: Callable[..., Path], cells: str, text: str | None
) -> None:
    [found] = read(table(f"id,text\n{cells}\n"))
    assert (found.text if isinstance(found, Article) else None) == text


def test_a_row_with_more_cells_than_columns_costs_itself_and_no_text_is_cut(
    table: Callable[..., Path],
) -> None:
    first, second = read(table("id,text\n1,It rained, and no one knew why.\n2,No.\n"))
    assert isinstance(first, Failure)
    assert (first.line, "the row has 3 cells and the first row 2" in first.message) == (2, True)
    assert isinstance(second, Article)


def test_a_column_that_is_there_twice_is_a_failure(table: Callable[..., Path]) -> None:
    assert "there are 2 columns 'text'" in one_failure(table("id,text,text\n1,No.,Yes.\n")).message


def test_upper_and_lower_case_of_columns_are_the_same_where_no_two_differ_by_it(
    table: Callable[..., Path], tmp_path: Path
) -> None:
    [article] = articles(table("ID,Text,Published,TITLE,title\n7,No.,2017,A,b\n"))
    assert (article.id, article.published, article.title) == ("7", "2017", "b")
    [article] = articles(table("Title,Text\nA,No.\n"), id="Title")
    assert (article.id, article.title) == ("A", None)
    [article] = articles(parquet(tmp_path / "in.parquet", ID=["7"], Text=["No."]))
    assert (article.id, article.text) == ("7", "No.")


def test_the_line_by_which_excel_tells_what_divides_cells_is_no_row(table: Callable[..., Path]) -> None:
    [article] = articles(table("sep=;\r\nid;text\r\n7;It rained, twice.\r\n"))
    assert (article.id, article.text) == ("7", "It rained, twice.")


def test_a_table_whose_beginning_shows_no_encoding_is_read_in_both(tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    path.write_bytes(b"text\n" + b"It rained.\n" * 30_000 + "“Café”\n".encode("cp1252") + "“Café”\n".encode())
    *_, first, second = articles(path)
    assert (first.text, second.text) == ("“Café”", "“Café”")


def test_a_table_that_is_something_else_is_called_so(tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    path.write_bytes(b"PK\x03\x04" + bytes(100))
    assert one_failure(path).message == "this is a ZIP archive or an Office document, not a table"


def parquet(path: Path, **columns: list[Any]) -> Path:
    pyarrow = pytest.importorskip("pyarrow")
    pytest.importorskip("pyarrow.parquet").write_table(pyarrow.table(columns), path, row_group_size=2)
    return path


def test_parquet_is_read_with_the_types_that_it_has(tmp_path: Path) -> None:
    path = parquet(
        tmp_path / "in.parquet",
        id=[1, 2, None],
        text=["It rained.", "No.", "Yes."],
        published=[date(2017, 4, 6), None, date(2016, 1, 1)],
        size=[0.1, 0.2, 0.3],
    )
    found = articles(path)
    assert [(article.id, article.published) for article in found] == [
        ("1", "2017-04-06"),
        ("2", None),
        ("in.parquet:3", "2016-01-01"),
    ]


def test_parquet_as_other_programs_write_it(tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    columns = {
        "id": [1.0, None],
        "text": pyarrow.array([b"It rained.", b"No."]),
        "author": [["Ada Quill", "Bo Berg"], None],
        "title": pyarrow.array(["A", "A"], pyarrow.large_string()).dictionary_encode(),
    }
    first, second = articles(parquet(tmp_path / "in.parquet", **columns))
    assert (first.id, first.text, first.author) == ("1", "It rained.", "Ada Quill; Bo Berg")
    assert (second.id, second.author, second.title) == ("in.parquet:2", None, "A")


def test_a_moment_of_parquet_is_its_day(tmp_path: Path) -> None:
    [article] = articles(parquet(tmp_path / "in.parquet", text=["No."], published=[datetime(2017, 4, 6, 23)]))
    assert article.published == "2017-04-06"


def test_parquet_of_other_types_or_damaged_is_a_failure(tmp_path: Path) -> None:
    path = parquet(tmp_path / "in.parquet", text=[1, 2])
    assert [type(item) for item in read(path)] == [Failure, Failure]
    path.write_bytes(path.read_bytes()[:-20])
    assert "damaged" in one_failure(path).message
    assert "no column 'text'" in one_failure(parquet(path, body=["No."])).message


def test_days_may_be_written_in_a_way_of_their_own(table: Callable[..., Path]) -> None:
    path = table("text,published\nIt rained.,06/04/2017\nIt poured.,2017-04-07\n")
    found = articles(path, date_format="%d/%m/%Y")
    assert [article.published for article in found] == ["2017-04-06", "2017-04-07"]


def test_a_day_that_may_be_two_is_a_failure_that_says_what_to_give(table: Callable[..., Path]) -> None:
    path = table("text,published\nIt rained.,06/04/2017\n")
    assert one_failure(path).message.endswith("or add --date-format such as '%d/%m/%Y' for 06/04/2017")
    assert "correct --date-format, which is '%Y%m%d'" in one_failure(path, date_format="%Y%m%d").message


def test_escaped_cells_are_read_for_what_they_mean(table: Callable[..., Path]) -> None:
    path = table("text,title,publisher\n<p>It rained.</p><p>It poured.</p>,R&amp;D,A <b>B</b>\n")
    [article] = articles(path, unescape=("html",))
    assert (article.text, article.title, article.publisher) == ("It rained.\n\nIt poured.", "R&D", "A B")


def test_the_first_escaped_text_of_a_table_is_told(
    table: Callable[..., Path], caplog: pytest.LogCaptureFixture
) -> None:
    path = table("text\nIt rained.\nIt &amp; poured.\nIt <b>poured</b>.\n")
    assert len(articles(path)) == 3
    [message] = caplog.messages
    assert message.startswith(f"{path.as_posix()}:3: the text has HTML tags or entities")
    assert "--unescape html" in message


def test_nothing_is_told_of_texts_that_are_unescaped(
    table: Callable[..., Path], caplog: pytest.LogCaptureFixture
) -> None:
    articles(table("text\nIt &amp; poured.\n"), unescape=("html",))
    assert not caplog.messages


def test_columns_that_look_like_fields_are_named_where_the_text_is_missing(
    table: Callable[..., Path],
) -> None:
    path = table("Doc ID,Headline,Body,Pub_Date,Source,Topic\n1,Rain,It rained.,2017-04-06,Post,weather\n")
    message = one_failure(path).message
    assert message.endswith(
        "(columns: Doc ID, Headline, Body, Pub_Date, Source, Topic); name the columns of an article with "
        "--text-field Body --id-field 'Doc ID' --title-field Headline --date-field Pub_Date "
        "--publisher-field Source"
    )


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("in.csv", "text,date,source,topic\nIt rained.,2017-04-06,Post,weather\n"),
        ("in.jsonl", '{"text": "It rained.", "date": "2017-04-06", "source": "Post"}\n'),
    ],
)
def test_columns_that_look_like_fields_and_are_not_read_are_told(
    table: Callable[..., Path], caplog: pytest.LogCaptureFixture, name: str, text: str
) -> None:
    path = table(text, name=name)
    [article] = articles(path)
    assert article.published is None
    where = path.as_posix()
    assert caplog.messages == [
        f'{where}: column "date" is ignored; if it holds the date of publication, add --date-field date',
        f'{where}: column "source" is ignored; if it holds the publisher, add --publisher-field source',
    ]


def test_nothing_is_told_of_fields_that_are_there_or_named(
    table: Callable[..., Path], caplog: pytest.LogCaptureFixture
) -> None:
    articles(table("Text,Published,date,paper,source\nIt rained.,2017,2018,Post,wire\n"), publisher="paper")
    assert not caplog.messages


def test_parquet_without_its_library_costs_itself_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.parquet").write_bytes(b"PAR1")
    (tmp_path / "b.txt").write_text("It rained.", encoding="utf-8")
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    failure, article = read(tmp_path)
    assert isinstance(failure, Failure)
    assert failure.path.endswith("a.parquet")
    assert "pip install 'extract-news[parquet]'" in failure.message
    assert isinstance(article, Article)
