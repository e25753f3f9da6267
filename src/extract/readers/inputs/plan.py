"""Plan the inputs of a run: its files, their order, and the ids of their articles."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Literal
from urllib.parse import unquote, urlsplit

from extract.article import Failure
from extract.errors import InputError
from extract.readers.inputs.own_outputs import is_part_of_page, is_result
from extract.readers.inputs.walk import fits, has_magic, split_pattern, walk
from extract.readers.storage.duplicate_ids import DigestSet
from extract.readers.storage.kinds import KNOWN, Kind, advice_on, ending_of, has_extension, kind_of
from extract.readers.storage.local import LocalFiles, Storage, shown
from extract.readers.storage.remote import is_url, open_url

STDIN = "-"
LISTED = "--list"

_LOCAL = LocalFiles()


@dataclass(frozen=True, slots=True, kw_only=True)
class InputFile:
    """One file to read.

    path: in `storage`. inside: its path inside the folder given; its name where a file was given. id: that of
    its article, and the prefix of the ids of articles without one.
    """

    path: str
    inside: str
    id: str
    kind: Kind
    storage: Storage = _LOCAL

    @property
    def shown(self) -> str:
        """The path as records and failures state it."""
        return STDIN if self.kind == "stdin" else self.storage.shown(self.path)


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file of a folder that is not an input. reason: None for a file of an unknown kind."""

    path: str
    reason: str | None = None


Listed = InputFile | Failure | Skipped


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """One input as given.

    argument: as messages state it. pattern: of the files of a folder, in parts; () for all files.
    """

    argument: str
    path: str
    kind: Literal["folder", "list"] | Kind
    storage: Storage = _LOCAL
    pattern: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class InputPlan:
    """The inputs of a run.

    failures: of inputs that do not exist. leave_out: paths to ignore. The plan holds the inputs as given and
    not their files, which are listed anew at each call.
    """

    inputs: tuple[Input, ...]
    failures: tuple[Failure, ...] = ()
    leave_out: frozenset[str] = frozenset()

    def listed(self) -> Iterator[Listed]:
        """Yield every file once, in order, each with an id of its own, and what fails or is skipped.

        Several inputs are listed twice, to find the ids that they share.
        """
        if len(self.inputs) == 1 and self.inputs[0].kind != "list":
            yield from self._listed(self.inputs[0])
            return
        with DigestSet() as shared, DigestSet() as paths:
            if len(self.inputs) > 1:
                self._note_shared(shared)
            for given in self.inputs:
                for item in self._listed(given):
                    if not isinstance(item, InputFile):
                        yield item
                    elif paths.add(item.storage.identity(item.path)):
                        yield _renamed(item) if item.id in shared else item

    def files(self) -> Iterator[InputFile]:
        """Yield the files of `listed`."""
        return (item for item in self.listed() if isinstance(item, InputFile))

    def require_files(self) -> None:
        """Raise InputError, with the reasons, when there is no file to read."""
        reasons = [f"{failure.path}: {failure.message}" for failure in self.failures]
        for given in self.inputs:
            for item in self._listed(given):
                if isinstance(item, InputFile):
                    return
                if isinstance(item, Failure):
                    reasons.append(f"{item.path}: {item.message}")
        raise InputError("; ".join(reasons[:10]))

    def argument_of(self, path: str) -> str:
        """The input, as given, to which the path of an article or failure belongs."""
        ends = [at for at, character in enumerate(path) if character in "/!"]
        beginnings = [path, *(path[:at] for at in ends), "/" if path.startswith("/") else "."]
        place = min((self._places[one] for one in beginnings if one in self._places), default=None)
        if place is not None:
            return self.inputs[place].argument
        for given in self.inputs:
            if given.kind == "list" or (given.pattern and any(_fits(given, one) for one in beginnings)):
                return given.argument
        return path

    @cached_property
    def _places(self) -> dict[str, int]:
        return {one.argument: at for at, one in reversed([*enumerate(self.inputs)])}

    def _is_left_out(self, identity: str) -> bool:
        return any(identity == one or identity.startswith(f"{one}/") for one in self.leave_out)

    def _note_shared(self, shared: DigestSet) -> None:
        with DigestSet() as names, DigestSet() as paths:
            for given in self.inputs:
                for item in self._listed(given):
                    if isinstance(item, InputFile) and paths.add(item.storage.identity(item.path)):
                        if not names.add(item.id):
                            shared.add(item.id)

    def _listed(self, given: Input) -> Iterator[Listed]:
        """Yield the files of one input, with the ids that they have when it is the only input."""
        match given.kind:
            case "folder":
                yield from self._folder(given)
            case "list":
                yield from self._list(given)
            case "stdin":
                yield InputFile(path=STDIN, inside=STDIN, id=STDIN, kind="stdin")
            case kind:
                name = shown(given.path.rpartition("/")[2])
                yield InputFile(path=given.path, inside=name, id=name, kind=kind, storage=given.storage)

    def _folder(self, given: Input) -> Iterator[Listed]:
        found = results = others = 0
        hint = ""
        for met in walk(given.storage, given.path, given.pattern):
            if isinstance(met.problem, OSError):
                yield _failure(given.storage.shown(met.path), met.problem)
                continue
            if self.leave_out and self._is_left_out(given.storage.identity(met.path)):
                continue
            kind = kind_of(met.path)
            if met.problem is not None:
                yield Skipped(given.storage.shown(met.path), met.problem)
            elif is_result(given.storage, met.path):
                results += 1
                yield Skipped(given.storage.shown(met.path), "a result of an earlier run")
            elif is_part_of_page(given.storage, met.path, met.inside):
                yield Skipped(given.storage.shown(met.path), "a part of a saved page")
            elif kind is not None:
                found += 1
                name = shown(met.inside)
                yield InputFile(path=met.path, inside=name, id=name, kind=kind, storage=given.storage)
            elif not met.path.endswith(".meta.json"):
                others += 1
                advice = advice_on(met.path)
                if advice and not hint:
                    hint = f"; {ending_of(met.path)} files: {advice}"
                yield Skipped(given.storage.shown(met.path), f"not read; {advice}" if advice else None)
        if not found:
            own = f"results of an earlier run, read only when given by name: {results}" if results else ""
            seen = f"{others} file{'s' * (others > 1)} of other kinds{hint}" if others else ""
            besides = f" ({'; '.join(filter(None, [own, seen]))})" if own or seen else ""
            what = "no file fits the pattern and is" if given.pattern else "the folder holds no"
            yield _failure(given.argument, InputError(f"{what} {KNOWN}{besides}"))

    def _list(self, given: Input) -> Iterator[Listed]:
        for path in read_path_list(given.path):
            planned = _planned(f"./{path}" if path == STDIN else path)
            if isinstance(planned, Failure):
                yield planned
                continue
            for item in self._listed(planned):
                yield _renamed(item) if isinstance(item, InputFile) else item


def plan_inputs(
    inputs: Sequence[Path | str], *, lists: Sequence[Path] = (), leave_out: Sequence[Path | str] = ()
) -> InputPlan:
    """Plan the inputs: files, folders, patterns such as `news/**/*.txt`, URLs, "-" for standard input.

    A folder is read with its subfolders; docs/inputs.md has the order and the ids of articles.
    lists: files with one input per line. leave_out: files and folders to ignore inside folders, such as the
    results of the last run.
    Raises InputError for a list that cannot be read and a URL that no installed library opens.
    """
    planned = [_planned(str(argument)) for argument in inputs]
    for path in lists:
        next(read_path_list(str(path)), None)
    return InputPlan(
        inputs=(
            *(one for one in planned if isinstance(one, Input)),
            *(Input(argument=LISTED, path=str(path), kind="list") for path in lists),
        ),
        failures=tuple(one for one in planned if isinstance(one, Failure)),
        leave_out=frozenset(str(one) if is_url(str(one)) else _LOCAL.identity(str(one)) for one in leave_out),
    )


def read_path_list(path: str) -> Iterator[str]:
    """Yield the lines of a file that are not blank. Raises InputError when it cannot be read."""
    try:
        with _LOCAL.open(path) as stream:
            for number, line in enumerate(stream):
                text = line.removeprefix(b"\xef\xbb\xbf") if number == 0 else line
                if text.strip():
                    yield os.fsdecode(text.rstrip(b"\r\n"))
    except OSError as error:
        raise InputError(f"{path}: the list cannot be read: {error.strerror or error}") from error


def _planned(argument: str) -> Input | Failure:
    """Plan one input. Raises InputError for a URL that no installed library opens."""
    if argument == STDIN:
        return Input(argument=STDIN, path=STDIN, kind="stdin")
    storage: Storage = _LOCAL
    if not is_url(argument):
        path = Path(argument).as_posix()
    elif argument.startswith("file://"):
        path = unquote(urlsplit(argument).path)
    else:
        storage, path = open_url(argument)
    name = storage.shown(path)
    try:
        if storage.is_folder(path):
            return Input(argument=name, path=path, kind="folder", storage=storage)
        if not storage.exists(path):
            if has_magic(path):
                base, pattern = split_pattern(path)
                return Input(argument=name, path=base, kind="folder", storage=storage, pattern=pattern)
            return _failure(name, FileNotFoundError(2, "no such file or folder; check the path"))
    except OSError as error:
        return _failure(name, error)
    kind = kind_of(path) or (None if has_extension(path) else "text")
    if kind is None:
        advice = advice_on(path) or f"give {KNOWN}"
        return _failure(name, InputError(f"{ending_of(path)} files are not read; {advice}"))
    return Input(argument=name, path=path, kind=kind, storage=storage)


def _fits(given: Input, path: str) -> bool:
    base = given.storage.shown(given.path)
    inside = path if base == "." else path.removeprefix(f"{base.rstrip('/')}/")
    return (base == "." or inside != path) and fits(inside.split("/"), given.pattern)


def _renamed(file: InputFile) -> InputFile:
    """Give `file` its whole path as id."""
    return replace(file, id=file.shown)


def _failure(path: str, error: Exception) -> Failure:
    message = (error.strerror if isinstance(error, OSError) else None) or str(error)
    return Failure(path=path, stage="read", kind=type(error).__name__, message=message)
