"""Files, folders, standard input and JSON Lines to articles."""

from __future__ import annotations

import gzip
import io
import json
import os
from pathlib import Path

import pytest

from extract.article import Article, Failure
from extract.readers import Skipped, expected_articles, plan_inputs, read_articles, read_plan


def articles(*inputs: Path | str, published: str | None = None) -> list[Article]:
    found = list(read_articles(inputs, published=published))
    assert not [item for item in found if isinstance(item, Failure)]
    return [item for item in found if isinstance(item, Article)]


def failures(*inputs: Path | str) -> list[Failure]:
    return [item for item in read_articles(inputs) if isinstance(item, Failure)]


def write(path: Path, text: str = "She said no.") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return path


def lines(path: Path, *values: object) -> Path:
    return write(path, "".join(json.dumps(value) + "\n" for value in values))


def test_folder_is_read_with_subfolders_in_sorted_order_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a.txt", "a/.hidden.txt", ".git/c.txt", "A.TXT"):
        write(tmp_path / name)
    assert [article.id for article in articles(tmp_path)] == ["A.TXT", "a/z.txt", "a.txt", "b.txt"]


def test_path_is_the_file_and_id_is_relative_to_the_folder_given(tmp_path: Path) -> None:
    write(tmp_path / "in/sub/a.txt")
    [article] = articles(tmp_path / "in")
    assert (article.id, article.path) == ("sub/a.txt", (tmp_path / "in/sub/a.txt").as_posix())


def test_id_of_a_file_given_is_its_name(tmp_path: Path) -> None:
    assert [article.id for article in articles(write(tmp_path / "a.txt"))] == ["a.txt"]


def test_names_that_two_inputs_share_become_paths(tmp_path: Path) -> None:
    first, second = write(tmp_path / "2016/1.txt"), write(tmp_path / "2017/1.txt")
    found = articles(tmp_path / "2016", tmp_path / "2017")
    assert [article.id for article in found] == [first.as_posix(), second.as_posix()]


def test_a_file_given_twice_is_read_once(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt")
    assert [article.id for article in articles(tmp_path, path)] == ["a.txt"]


def test_text_keeps_its_line_ends_and_loses_its_byte_order_mark(tmp_path: Path) -> None:
    [article] = articles(write(tmp_path / "a.txt", "\ufeffOne.\r\n\r\nTwo.\r"))
    assert article.text == "One.\r\n\r\nTwo.\r"


def test_unknown_kinds_in_a_folder_are_skipped_and_named(tmp_path: Path) -> None:
    write(tmp_path / "a.txt"), write(tmp_path / "a.meta.json", "{}"), write(tmp_path / "photo.jpg")
    skipped: list[Skipped] = []
    plan = plan_inputs([tmp_path])
    assert [item.id for item in read_plan(plan, on_skip=skipped.append) if isinstance(item, Article)] == [
        "a.txt"
    ]
    assert skipped == [Skipped((tmp_path / "photo.jpg").as_posix())]


def test_results_of_the_last_run_are_not_read_as_articles(tmp_path: Path) -> None:
    write(tmp_path / "a.txt"), write(tmp_path / "out/records.jsonl")
    write(tmp_path / "out/parts/1.jsonl")
    plan = plan_inputs([tmp_path], leave_out=[tmp_path / "out/records.jsonl", tmp_path / "out/parts"])
    assert [file.id for file in plan.files()] == ["a.txt"]


def test_a_file_without_an_extension_that_is_given_is_text(tmp_path: Path) -> None:
    assert [article.id for article in articles(write(tmp_path / "article"))] == ["article"]


def test_a_file_of_another_kind_that_is_given_is_a_failure(tmp_path: Path) -> None:
    [failure] = failures(write(tmp_path / "a.jpg"))
    assert failure.message.startswith(".jpg files are not read; give .txt, .html")


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("a.pdf", ".pdf files are not read; save their text as .txt"),
        ("a 1.2 end.pdf", ".pdf files are not read; save their text as .txt"),
        ("a.pdf.gz", ".pdf.gz files are not read; save their text as .txt"),
        ("a.DOC", "save them as .docx"),
        ("a.odt", "save them as .docx"),
        ("a.xls", "save them as .xlsx"),
        ("a.json", "write one object per line as .jsonl"),
        ("a.epub", "save their text as .txt"),
        ("a.msg", "save the page as .html, the text as .txt"),
        ("a.7z", "unpack them first"),
    ],
)
def test_files_that_people_have_articles_in_too_come_with_advice(
    tmp_path: Path, name: str, advice: str
) -> None:
    path = write(tmp_path / name)
    [failure] = failures(path)
    assert advice in failure.message
    [skipped] = [item for item in plan_inputs([tmp_path]).listed() if isinstance(item, Skipped)]
    assert advice.rpartition("files are ")[2] in str(skipped.reason)


def test_json_over_many_lines_is_one_failure_that_says_what_to_write(tmp_path: Path) -> None:
    for text in ('[\n{"text": "No."}\n]', '{\n  "text": "No."\n}'):
        [failure] = failures(write(tmp_path / "a.jsonl", text))
        assert (failure.line, "write one object per line" in failure.message) == (1, True)


def test_not_a_number_is_nothing(tmp_path: Path) -> None:
    line = '{"text": "No.", "title": NaN, "author": NaN, "published": NaN, "id": NaN}'
    [article] = articles(write(tmp_path / "a.jsonl", line))
    assert (article.id, article.title, article.author, article.published) == ("a.jsonl:1", None, None, None)


def test_a_page_that_is_called_a_text_is_a_page(tmp_path: Path) -> None:
    sentence = "It rained in Osby all day, and the harbour was closed."
    page = f"<!DOCTYPE html><html><head><title>Rain</title></head><body><p>{sentence}</p></body></html>"
    [article] = articles(write(tmp_path / "a.txt", page))
    assert (article.title, article.text) == ("Rain", sentence)


def test_damage_of_compressed_files_says_what_to_do(tmp_path: Path) -> None:
    for name in ("a.txt.gz", "a.txt.xz", "a.txt.zst", "a.zip"):
        assert "get a complete copy of it" in failures(write(tmp_path / name))[0].message


def test_missing_path_and_folder_without_articles_are_failures(tmp_path: Path) -> None:
    write(tmp_path / "empty/readme.md")
    missing, empty = failures(tmp_path / "nowhere", tmp_path / "empty")
    assert "no such file or folder" in missing.message
    assert empty.message.startswith("the folder holds no .txt, .html")
    assert empty.message.endswith("(1 file of other kinds)")
    write(tmp_path / "empty/a.pdf")
    [empty] = failures(tmp_path / "empty")
    assert empty.message.endswith("(2 files of other kinds; .pdf files: save their text as .txt "
                                  "(`pdftotext -layout` does), or as .docx from Word)")  # fmt: skip


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "there is no text in it"),
        (b" \n\t\n", "there is no text in it"),
        (b"A \0 B and more", "NUL byte at 2"),
        (bytes(range(256)) * 8, "NUL byte at 0"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "a PNG image"),
    ],
)
def test_a_file_without_text_is_a_failure_and_the_next_is_read(
    tmp_path: Path, data: bytes, message: str
) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    write(tmp_path / "b.txt")
    bad, good = read_articles([tmp_path])
    assert isinstance(bad, Failure)
    assert message in bad.message
    assert (bad.article_id, bad.stage, bad.kind) == ("a.txt", "read", "ArticleError")
    assert isinstance(good, Article)


def test_a_link_to_nothing_is_a_failure(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")
    [failure] = failures(tmp_path)
    assert failure.kind == "FileNotFoundError"


def test_a_pipe_in_a_folder_does_not_stop_the_run(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    [failure] = failures(tmp_path)
    assert failure.message == "not a regular file"


def test_a_file_name_that_is_no_utf_8_can_be_written_to_json(tmp_path: Path) -> None:
    write(tmp_path / os.fsdecode(b"caf\xe9.txt"))
    [article] = articles(tmp_path)
    assert article.id == "caf\\udce9.txt"
    article.path.encode()


def test_meta_json_beside_the_text_gives_its_metadata(tmp_path: Path) -> None:
    write(
        tmp_path / "a.meta.json",
        '{"title": "T", "published": "2017-04", "publisher": "P", "author": "A", "url": "x"}',
    )
    [article] = articles(write(tmp_path / "a.txt"))
    assert (article.title, article.published, article.publisher, article.author) == ("T", "2017-04", "P", "A")


@pytest.mark.parametrize("content", ["{", "[]", '{"published": "last week"}', "[" * 100_000])
def test_bad_meta_json_is_a_failure_that_names_it(tmp_path: Path, content: str) -> None:
    write(tmp_path / "a.meta.json", content)
    [failure] = failures(write(tmp_path / "a.txt"))
    assert failure.message.startswith("its metadata file a.meta.json: ")


def test_published_is_for_articles_without_a_date(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    lines(tmp_path / "b.jsonl", {"text": "x", "published": "2016-01-02"}, {"text": "y", "published": None})
    found = [article.published for article in articles(tmp_path, published="2017")]
    assert found == ["2017", "2016-01-02", "2017"]


def test_standard_input_is_one_article() -> None:
    [article] = read_articles(["-"], stdin=io.BytesIO("“No,” he said.".encode("utf-16")))
    assert article == Article(id="-", path="-", text="“No,” he said.")


def test_empty_standard_input_is_a_failure() -> None:
    [failure] = read_articles(["-"], stdin=io.BytesIO(b""))
    assert isinstance(failure, Failure)


def test_json_lines_hold_an_article_a_line_and_other_keys_are_ignored(tmp_path: Path) -> None:
    path = lines(
        tmp_path / "in.jsonl",
        {"id": "x1", "text": "a\r\nb\u2028c", "title": "T", "published": "2017-04-06T10:00Z", "quotes": [[]]},
        {"id": 7, "text": "b"},
        {"text": "c"},
    )
    first, second, third = articles(path)
    assert first == Article(
        id="x1",
        path=path.as_posix(),
        text="a\r\nb\u2028c",
        title="T",
        published="2017-04-06",
        published_from="field",
    )
    assert (second.id, third.id) == ("7", "in.jsonl:3")


def test_compressed_json_lines(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl.gz"
    path.write_bytes(gzip.compress(b'{"id": "a", "text": "x"}\n'))
    assert [article.id for article in articles(path)] == ["a"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_json_lines_with_a_byte_order_mark(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "in.jsonl"
    path.write_bytes('{"id": "a", "text": "é"}\r\n\r\n{"id": "b", "text": "x"}'.encode(encoding))
    assert [(article.id, article.text) for article in articles(path)] == [("a", "é"), ("b", "x")]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{not json}", "not valid JSON"),
        ('["a"]', "a JSON array, not an object"),
        ("[" * 100_000, "not valid JSON"),
        ('{"id": "a"}', "'text' is missing"),
        ('{"id": "a", "text": null}', "'text' is empty"),
        ('{"id": "a", "text": ["x"]}', "'text' is of type list"),
        ('{"id": "a", "text": 1}', "'text' is of type int"),
        ('{"id": "a", "text": "  "}', "there is no text in it"),
        ('{"id": "a", "text": "x\\u0000y"}', "NUL character at 1"),
        ('{"id": "a", "text": "x\\ud83d"}', "an unpaired surrogate at 1"),
        ('{"id": ["a"], "text": "x"}', "'id' is ['a']"),
        ('{"id": true, "text": "x"}', "'id' is True"),
        ('{"id": "a", "text": "x", "published": "6 April"}', "'published' is '6 April'"),
        ('{"id": "a", "text": "x", "title": 1}', "'title' is 1"),
        ('{"id": "good", "text": "x"}', "an earlier article has the same id, 'good'"),
    ],
)
def test_a_bad_line_is_a_failure_and_the_lines_around_it_are_read(
    tmp_path: Path, line: str, message: str
) -> None:
    path = write(
        tmp_path / "in.jsonl", f'{{"id": "good", "text": "x"}}\n{line}\n{{"id": "last", "text": "x"}}\n'
    )
    first, bad, last = read_articles([path])
    assert isinstance(first, Article)
    assert isinstance(last, Article)
    assert isinstance(bad, Failure)
    assert message in bad.message
    assert (bad.path, bad.line) == (path.as_posix(), 2)


def test_a_line_that_is_no_utf_8_is_a_failure(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_bytes(b'{"text": "caf\xe9"}\n{"text": "x"}\n')
    bad, good = read_articles([path])
    assert isinstance(bad, Failure)
    assert isinstance(good, Article)


def test_an_archive_cut_short_gives_its_first_lines_and_a_failure(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl.gz"
    rows = "".join(json.dumps({"id": i, "text": os.urandom(40).hex()}) + "\n" for i in range(2000))
    path.write_bytes(gzip.compress(rows.encode())[:-2000])
    *before, last = read_articles([path])
    assert len(before) > 100
    assert isinstance(last, Failure)
    assert last.message.startswith("reading stopped")


def test_an_archive_that_is_none_is_a_failure(tmp_path: Path) -> None:
    [failure] = failures(write(tmp_path / "in.jsonl.gz", "no archive"))
    assert failure.message.startswith("reading stopped")


def test_a_folder_named_like_a_file_is_a_failure_only_of_itself(tmp_path: Path) -> None:
    write(tmp_path / "x.jsonl/a.txt")
    assert [article.id for article in articles(tmp_path)] == ["x.jsonl/a.txt"]


def test_articles_to_come_are_counted_by_files_and_lines(tmp_path: Path) -> None:
    write(tmp_path / "a.txt"), lines(tmp_path / "b.jsonl", {}, {}, {})
    assert expected_articles(plan_inputs([tmp_path])) == 4
    write(tmp_path / "c.jsonl.gz")
    assert expected_articles(plan_inputs([tmp_path])) is None
