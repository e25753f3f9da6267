"""Texts of the articles of records: found where the run had them, and checked against every span."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from extract.article import Article
from extract.errors import InputError
from extract.readers import STDIN, InputFile, InputPlan, plan_inputs
from extract.readers.article.table_row import Fields
from extract.readers.inputs.file_reader import FileReader
from extract.readers.storage.kinds import DOCUMENTS
from extract.record.views import RecordView
from extract.report.folder import RunFolder


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """Texts that were found. found: by the id of their article; every span of its records fits.

    differing: ids of articles of which there was only a text that does not fit the records.
    """

    found: Mapping[str, str]
    differing: frozenset[str]


def find_texts(
    records: Mapping[str, Sequence[RecordView]], run: RunFolder, *, articles: Sequence[str] = ()
) -> Texts:
    """Find the text of every article of `records`, which are by article id.

    articles: files and folders to look in; without any, the texts that the run kept, and else its inputs,
    relative to the current folder or to one of those that the run's folder is in. Raises InputError when
    one of `articles` does not exist or holds none.
    """
    search = _Search(records)
    if articles:
        plan = plan_inputs(articles)
        if plan.failures:
            raise InputError("; ".join(f"{failure.path}: {failure.message}" for failure in plan.failures))
        plan.require_files()
        search.look_in(_articles(plan, search.names, run.fields))
    elif run.texts is not None:
        search.look_in(_articles(plan_inputs([run.texts]), search.names, Fields()))
    if not articles and search.open:
        search.look_in(_articles(plan_inputs(_inputs(run)), search.names, run.fields))
    return Texts(found=search.found, differing=frozenset(search.differing - search.found.keys()))


def _articles(plan: InputPlan, names: frozenset[str], fields: Fields) -> Iterator[Article]:
    """Yield the articles of `plan`; of folders, only files with many articles or a name in `names`."""
    read = FileReader(fields=fields)
    given = {one.argument for one in plan.inputs}
    for file in plan.files():
        if _may_hold(file, names, given):
            yield from (item for _, item in read(file) if isinstance(item, Article))


def _may_hold(file: InputFile, names: frozenset[str], given: Collection[str]) -> bool:
    several = file.kind not in DOCUMENTS and file.kind != "stdin"
    return several or PurePosixPath(file.shown).name in names or file.shown in given


def _inputs(run: RunFolder) -> list[Path]:
    """List the inputs of the run that still exist."""
    folder = run.path.resolve()
    bases = (Path(), folder, *folder.parents)
    places = ([base / name for base in bases] for name in run.inputs if name != STDIN)
    found = (next(filter(_exists, tried), None) for tried in places)
    return [place for place in found if place is not None]


def _exists(place: Path) -> bool:
    try:
        return place.exists()
    except OSError:  # no name that a file could have here
        return False


class _Search:
    """Search that collects the texts that fit, and remembers which do not."""

    def __init__(self, records: Mapping[str, Sequence[RecordView]]) -> None:
        self._records = records
        self._by_path: dict[str, list[str]] = {}
        for article, views in records.items():
            self._by_path.setdefault(views[0].article.path, []).append(article)
        self.names = frozenset(PurePosixPath(path).name for path in self._by_path)
        self.found: dict[str, str] = {}
        self.differing: set[str] = set()

    @property
    def open(self) -> bool:
        """Whether a text is still missing."""
        return len(self.found) < len(self._records)

    def look_in(self, articles: Iterable[Article]) -> None:
        for article in articles:
            name = self._name(article)
            if name is None or name in self.found:
                continue
            if all(record.fits(article.text) for record in self._records[name]):
                self.found[name] = article.text
            else:
                self.differing.add(name)
            if not self.open:
                return

    def _name(self, article: Article) -> str | None:
        """Find the id that the records use: the article's own, or that of the only article of its file."""
        if article.id in self._records:
            return article.id
        named = self._by_path.get(article.path, [])
        return named[0] if len(named) == 1 else None
