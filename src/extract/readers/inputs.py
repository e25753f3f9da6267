"""Which files a run reads, in which order, and what the articles in them are called."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from extract.failure import Failure

STDIN = "-"
Kind = Literal["stdin", "text", "json_lines"]


@dataclass(frozen=True, slots=True, kw_only=True)
class InputFile:
    """One file to read. argument: the input it belongs to, as given. id: of its article or articles."""

    argument: str
    path: Path
    id: str
    kind: Kind

    @property
    def inside(self) -> str:
        """Its path inside the folder given; its name where no folder was."""
        path = shown(self.path)
        folder = "" if self.argument == "." else f"{self.argument.rstrip('/')}/"
        return path.removeprefix(folder) if path.startswith(folder) else shown(Path(self.path.name))


@dataclass(frozen=True, slots=True, kw_only=True)
class InputPlan:
    """What a run reads. files: in order. failures: of inputs that hold nothing. skipped: unknown kinds."""

    files: tuple[InputFile, ...]
    failures: tuple[Failure, ...]
    skipped: tuple[str, ...]


def plan_inputs(inputs: Sequence[Path | str], *, leave_out: Sequence[Path] = ()) -> InputPlan:
    """List the files of `inputs` as given; those of a folder recursively, sorted, hidden ones left out.

    "-" is standard input. A file met twice is read once. An article is called by its path inside the
    folder given, or by its file name; where two inputs would share a name, by its whole path.
    leave_out: files not to read when they are met in a folder, such as the results of the last run.
    """
    ignored = {path.absolute() for path in leave_out}
    files: list[InputFile] = []
    failures: list[Failure] = []
    skipped: list[str] = []
    for argument in inputs:
        path = Path(argument)
        if str(argument) == STDIN:
            files.append(InputFile(argument=STDIN, path=Path(STDIN), id=STDIN, kind="stdin"))
        elif path.is_dir():
            found, unknown = _list_folder(path, ignored, failures)
            if not found:
                failures.append(_failure(path, "InputError", _no_articles(unknown)))
            files += found
            skipped += unknown
        else:
            _plan_file(path, files, failures)
    return InputPlan(files=tuple(_distinct(files)), failures=tuple(failures), skipped=tuple(skipped))


def expected_articles(plan: InputPlan) -> int | None:
    """How many articles `plan` holds by its files and their lines; None when it is not cheap to say."""
    total = 0
    for file in plan.files:
        if file.kind != "json_lines":
            total += 1
        elif file.path.suffix.lower() == ".gz":
            return None
        else:
            with suppress(OSError), file.path.open("rb") as stream:
                total += sum(block.count(b"\n") for block in iter(lambda: stream.read(1 << 20), b""))
    return total


def shown(path: Path) -> str:
    """`path` with forward slashes; bytes of a file name that are no UTF-8 as escapes."""
    return path.as_posix().encode("utf-8", "backslashreplace").decode()


def _plan_file(path: Path, files: list[InputFile], failures: list[Failure]) -> None:
    kind = _kind(path) or (None if path.suffix else "text")
    if not os.path.lexists(path):
        failures.append(_failure(path, "FileNotFoundError", "no such file or folder; check the path"))
    elif kind is None:
        message = f"{path.suffix} files are not read; give .txt, .jsonl or .jsonl.gz"
        failures.append(_failure(path, "InputError", message))
    else:
        files.append(InputFile(argument=shown(path), path=path, id=shown(Path(path.name)), kind=kind))


def _list_folder(
    folder: Path, ignored: set[Path], failures: list[Failure]
) -> tuple[list[InputFile], list[str]]:
    """The files under `folder` sorted by path, and those of unknown kinds."""
    found: list[InputFile] = []
    unknown: list[str] = []
    for path in sorted(_walk(folder, failures), key=lambda path: path.relative_to(folder).parts):
        kind = _kind(path)
        if path.absolute() in ignored:
            continue
        if kind is not None:
            name = shown(path.relative_to(folder))
            found.append(InputFile(argument=shown(folder), path=path, id=name, kind=kind))
        elif not path.name.endswith(".meta.json"):
            unknown.append(shown(path))
    return found, unknown


def _walk(folder: Path, failures: list[Failure]) -> Iterator[Path]:
    def note(error: OSError) -> None:
        failures.append(_failure(Path(error.filename), type(error).__name__, f"{error.strerror}"))

    for root, folders, names in os.walk(folder, onerror=note):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(root, name) for name in names if not name.startswith("."))


def _kind(path: Path) -> Kind | None:
    name = path.name.lower()
    if name.endswith((".txt", ".text")):
        return "text"
    return "json_lines" if name.endswith((".jsonl", ".jsonl.gz", ".ndjson", ".ndjson.gz")) else None


def _no_articles(unknown: Sequence[str]) -> str:
    seen = f" ({len(unknown)} files of other kinds)" if unknown else ""
    return f"the folder holds no .txt, .jsonl or .jsonl.gz file{seen}"


def _distinct(files: Sequence[InputFile]) -> Iterator[InputFile]:
    """Each file once, each with an id of its own."""
    uses = Counter(file.id for file in {file.path.absolute(): file for file in files}.values())
    seen: set[Path] = set()
    for file in files:
        if (absolute := file.path.absolute()) in seen:
            continue
        seen.add(absolute)
        name = file.id if uses[file.id] == 1 else shown(file.path)
        yield InputFile(argument=file.argument, path=file.path, id=name, kind=file.kind)


def _failure(path: Path, kind: str, message: str) -> Failure:
    return Failure(path=shown(path), stage="read", kind=kind, message=message)
