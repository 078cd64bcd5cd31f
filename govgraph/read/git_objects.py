"""What git holds of a commit: trees and files. Each object is checked against its name, so that none can be forged.

Objects may lie anywhere, also where a change writes; the name of each stands in the one that leads to it.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from hashlib import sha1, sha256
from pathlib import Path
from typing import NamedTuple

from govgraph.read.git_program import git, refused

_FOLDER, _FILE = "40000", "100"
_LENGTH_OF_SHA1 = 40
_AT_ONCE = 64_000_000
"""So many bytes of files are held in memory at once, or one file."""
_FETCH = "Fetch it whole: `git fetch --refetch --no-filter`."


class Commit(NamedTuple):
    """A commit of a repository: what the user called it, its full name, and the top folder of the repository."""

    revision: str
    name: str
    top: Path


class Entry(NamedTuple):
    """A file, a link or a folder in the tree of a commit: its path from the top, its name in git, its kind."""

    path: str
    name: str
    mode: str

    @property
    def is_file(self) -> bool:
        """Whether it is a file, and no link."""
        return self.mode.startswith(_FILE)


def name_of(at: Commit, data: bytes, kind: str = "blob") -> str:
    """What git calls an object that holds this."""
    digest = sha1 if len(at.name) == _LENGTH_OF_SHA1 else sha256
    return digest(b"%s %d\0" % (kind.encode(), len(data)) + data).hexdigest()  # nothing but what git uses itself


def entry_at(at: Commit, path: str) -> Entry | None:
    """What stands at a path from the top; None where there is nothing."""
    entry: Entry | None = _root(at)
    for part in () if path == "." else path.split("/"):
        inside = _folder(at, entry) if entry and entry.mode == _FOLDER else []
        entry = next((each for each in inside if each.path.rpartition("/")[2] == part), None)
    return entry


def folder_at(at: Commit, path: str) -> list[Entry]:
    """What a folder holds; nothing where there is none."""
    entry = entry_at(at, path)
    return _folder(at, entry) if entry and entry.mode == _FOLDER else []


@lru_cache(maxsize=1)
def all_files(at: Commit) -> tuple[Entry, ...]:
    """Every file of a commit, in whatever folder."""
    found: list[Entry] = []
    folders = [_root(at)]
    while folders:
        trees = _objects(at, "tree", [folder.name for folder in folders])
        inside = [entry for folder, data in zip(folders, trees, strict=True) for entry in _parsed(at, folder, data)]
        found += [entry for entry in inside if entry.is_file]
        folders = [entry for entry in inside if entry.mode == _FOLDER]
    return tuple(found)


def contents(at: Commit, entries: Sequence[Entry], most: int) -> Iterator[tuple[Entry, bytes]]:
    """Files of a commit, and what they held; those that held more are left out. Raises InputError for a missing one."""
    group: list[Entry] = []
    room = _AT_ONCE
    for entry, size in zip(entries, _sizes(at, [entry.name for entry in entries]), strict=True):
        if size > most:
            continue
        if group and size > room:
            yield from zip(group, _objects(at, "blob", [each.name for each in group]), strict=True)
            group, room = [], _AT_ONCE
        group.append(entry)
        room -= size
    yield from zip(group, _objects(at, "blob", [each.name for each in group]), strict=True)


def content(at: Commit, entry: Entry) -> bytes:
    """What a file of a commit held. Raises InputError where git cannot give it."""
    return _objects(at, "blob", [entry.name], entry.path)[0]


@lru_cache(maxsize=8)
def _root(at: Commit) -> Entry:
    """The top folder of a commit."""
    data = _objects(at, "commit", [at.name])[0]
    return Entry("", data.split(b"\n", 1)[0].decode("ascii").removeprefix("tree "), _FOLDER)


@lru_cache(maxsize=64)
def _folder(at: Commit, folder: Entry) -> list[Entry]:
    return _parsed(at, folder, _objects(at, "tree", [folder.name])[0])


def _parsed(at: Commit, folder: Entry, data: bytes) -> list[Entry]:
    """The entries of a tree: a mode, a space, a name, a zero, and the name in git as bytes."""
    found, start, length = [], 0, len(at.name) // 2
    while start < len(data):
        end = data.index(b"\0", start)
        mode, _, name = data[start:end].decode("utf-8", "surrogateescape").partition(" ")
        start = end + 1 + length
        found.append(Entry(f"{folder.path}/{name}".lstrip("/"), data[end + 1 : start].hex(), mode))
    return found


def _sizes(at: Commit, names: Sequence[str]) -> list[int]:
    lines = _asked(at, "--batch-check", names).decode().splitlines()
    return [int(_fields(at, line, None)[2]) for line in lines]


def _objects(at: Commit, kind: str, names: Sequence[str], path: str | None = None) -> list[bytes]:
    """What objects hold. Raises InputError for one that is not there, or is not what its name says."""
    answer, start, found = _asked(at, "--batch", names, path), 0, []
    for name in names:
        end = answer.index(b"\n", start)
        size = int(_fields(at, answer[start:end].decode(), path)[2])
        data = answer[end + 1 : end + 1 + size]
        if name_of(at, data, kind) != name:
            why = f"The object {name} does not hold what its name says: it is damaged, or forged. Run `git fsck`."
            raise refused(at.revision, path, why)
        found.append(data)
        start = end + size + 2
    return found


def _asked(at: Commit, how: str, names: Sequence[str], path: str | None = None) -> bytes:
    if not names:
        return b""
    ran = git(at.top, "cat-file", how, given="".join(f"{name}\n" for name in names).encode())
    if ran.code:
        remedy = f" {_FETCH}" if "promisor" in ran.why else ""
        raise refused(at.revision, path, f"git cannot give all of this revision: {ran.why}{remedy}")
    return ran.output


def _fields(at: Commit, line: str, path: str | None) -> tuple[str, str, str]:
    """A name, a kind and a size. Raises InputError where the object is missing, as it may be in a partial clone."""
    fields = line.split()
    if len(fields) != 3 or not fields[2].isdigit():  # noqa: PLR2004
        why = f"git cannot give all of this revision: {line}. {_FETCH}"
        raise refused(at.revision, path, why)
    return fields[0], fields[1], fields[2]
