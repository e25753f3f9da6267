"""Walk the files under a folder in a fixed order, in little memory, and match patterns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase

from extract.readers.storage.local import Storage

_MAGIC = frozenset("*?[")
_ANY_DEPTH = "**"


@dataclass(frozen=True, slots=True)
class WalkEntry:
    """A file of a walk. inside: its path from where the walk began. problem: why it is not followed."""

    path: str
    inside: str
    problem: OSError | str | None = None


def walk(storage: Storage, folder: str, pattern: Sequence[str] = ()) -> Iterator[WalkEntry]:
    """Yield the files under `folder` depth first, the names of each folder sorted by code point.

    pattern: the parts of a pattern, from `split_pattern`; () for every file. Hidden files and folders are
    left out. A link to a folder is not followed; it is a problem, unless it leads into `folder`. Only the
    names in the folders above the current file are in memory.
    """
    pending = [_OpenFolder(storage, folder, "")]
    while pending:
        present = pending[-1]
        if present.problem is not None:
            yield WalkEntry(present.folder, present.inside.rstrip("/"), present.problem)
            present.problem = None
        if not present.names:
            pending.pop()
            continue
        name = present.names.pop()
        path, inside = f"{present.folder.rstrip('/')}/{name}", present.inside + name
        if folder == ".":
            path = inside
        if name in present.folders:
            if may_hold(inside.split("/"), pattern):
                pending.append(_OpenFolder(storage, path, f"{inside}/"))
        elif name in present.linked:
            if may_hold(inside.split("/"), pattern):
                yield WalkEntry(path, inside, _not_followed(storage, path, folder))
        elif fits(inside.split("/"), pattern):
            yield WalkEntry(path, inside)


def _not_followed(storage: Storage, path: str, folder: str) -> OSError | str:
    if storage.leads_into(path, folder):
        return "a link to a folder that is read anyway"
    return OSError(0, "a link to a folder is not followed; give that folder as an input too")


class _OpenFolder:
    """A folder of the walk. names: those still to come, the next one last. problem: not yielded yet."""

    def __init__(self, storage: Storage, folder: str, inside: str) -> None:
        self.folder, self.inside = folder, inside
        self.problem: OSError | None = None
        self.names: list[str] = []
        self.folders: frozenset[str] = frozenset()
        self.linked: frozenset[str] = frozenset()
        try:
            found = storage.listing(folder)
        except OSError as error:
            self.problem = error
            return
        self.folders, self.linked = frozenset(found.folders), frozenset(found.linked)
        self.names = found.files
        self.names += found.folders
        self.names += found.linked
        self.names.sort(reverse=True)


def split_pattern(path: str) -> tuple[str, tuple[str, ...]]:
    """Split `path` into the folder at its beginning and the parts of the pattern after it.

    `*` is any number of characters of a name, `?` one, `[ab]` one of these, `**` any number of folders.
    """
    parts = path.split("/")
    first = next((at for at, part in enumerate(parts) if _MAGIC.intersection(part)), len(parts))
    base = "/".join(parts[:first]) or ("/" if path.startswith("/") else ".")
    return base, tuple(part for part in parts[first:] if part)


def has_magic(path: str) -> bool:
    """Whether `path` has a wildcard."""
    return not _MAGIC.isdisjoint(path)


def fits(parts: Sequence[str], pattern: Sequence[str]) -> bool:
    """Whether a path, or a folder above it, matches `pattern`."""
    if not pattern:
        return True
    if pattern[0] == _ANY_DEPTH:
        return fits(parts, pattern[1:]) or (bool(parts) and fits(parts[1:], pattern))
    return bool(parts) and fnmatchcase(parts[0], pattern[0]) and fits(parts[1:], pattern[1:])


def may_hold(parts: Sequence[str], pattern: Sequence[str]) -> bool:
    """Whether a folder may contain a path that matches `pattern`."""
    if not pattern or not parts or pattern[0] == _ANY_DEPTH:
        return True
    return fnmatchcase(parts[0], pattern[0]) and may_hold(parts[1:], pattern[1:])
