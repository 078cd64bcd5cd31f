"""git as a program that runs nothing, the repository that a path is in, and what it holds of a commit, checked."""

import os
from collections.abc import Iterator, Sequence
from functools import lru_cache
from hashlib import sha1, sha256
from pathlib import Path
from typing import NamedTuple

from govgraph.model.faults import Fault, InputError


def repository_top(folder: Path) -> Path | None:
    """The top of the repository in which a folder is; None where it is in none. No change can hold a `.git`."""
    folder = Path(os.path.realpath(folder))  # unlike `resolve`, at peace with links in a circle
    marked = ((each, each / ".git") for each in (folder, *folder.parents))
    return next((each for each, mark in marked if mark.is_file() or os.path.lexists(mark / "HEAD")), None)


def locate(path: Path) -> tuple[Path | None, Path]:
    """The top of the repository of a path, and the path itself, in which links are followed only outside of it.

    A change can replace a folder by a link to an older copy of it. The path then still means what stood there before.
    """
    lexical = Path(os.path.abspath(path))  # noqa: PTH100 - follows no link, and takes `..` as it is written
    inside, here, linked = None, Path(lexical.anchor), False
    for part in lexical.parts[1:]:
        here /= part
        linked = linked or (inside is not None and here.is_symlink())
        if not linked:
            here = Path(os.path.realpath(here))  # where letters may be large or small, as they are written
            inside = repository_top(here)
    return inside, here


def git_folder(inside: Path) -> Path:
    """Where git keeps the repository that has this top: its `.git`, or the folder that the file `.git` names."""
    mark = inside / ".git"
    if not mark.is_file():
        return mark
    words = mark.read_text(encoding="utf-8", errors="surrogateescape")
    return (inside / words.strip().removeprefix("gitdir:").strip()).resolve()


def superproject_of(inside: Path) -> Path | None:
    """The top of the repository that brings this one along as a submodule; None where none does."""
    folder = git_folder(inside)
    if not (inside / ".git").is_file() or (folder / "commondir").exists():  # the second: a work tree that was added
        return None
    return repository_top(inside.parent) if "modules" in folder.parts else None


PREFIX = "git:"


class GitResult(NamedTuple):
    """What git answers: its exit code, its output, and the sentence with which it refuses."""

    code: int
    output: bytes
    why: str


def revision_error(revision: str, path: Path | str | None, why: str) -> InputError:
    """The fault of a revision, or of a file at it, as an error to raise."""
    return InputError([Fault(f"{PREFIX}{revision}" + (f":{path}" if path else ""), None, None, why)])


# What a configuration may name, so that git runs it. Only objects, references and the list of the index are asked for,
# never the files of the work tree; these are the second lock on that door. Nothing may be fetched, by any protocol.
_PROTOCOLS = ("ext", "file", "fd", "git", "ssh", "http", "https", "ftp", "ftps")
_SAFE_CONFIG = {
    "safe.bareRepository": "explicit",
    "core.fsmonitor": "",  # an old git would run a program called "false"
    "core.hooksPath": os.devnull,
    "core.attributesFile": os.devnull,
    "core.askPass": "",
    "core.sshCommand": "false",
    "core.gitProxy": "",
    "core.commitGraph": "false",  # it says of parents what the commits themselves may not
    "credential.helper": "",
    "gc.auto": "0",
    "maintenance.auto": "false",
    "protocol.allow": "never",
    **{f"protocol.{name}.allow": "never" for name in _PROTOCOLS},
}
_CONFIG_OPTIONS = [part for key, value in _SAFE_CONFIG.items() for part in ("-c", f"{key}={value}")]
# A name of a file is a name, not a pattern; a commit is what its name says.
_GLOBAL_OPTIONS = ("--literal-pathspecs", "--no-pager", "--no-replace-objects", "--no-optional-locks")


def git(folder: Path, *arguments: str, given: bytes = b"") -> GitResult:
    """What git answers in a folder. Raises InputError where it cannot be run."""
    import subprocess  # only a comparison with a revision needs it

    try:
        ran = subprocess.run(  # noqa: S603 - arguments only, no shell
            [_executable(), *_CONFIG_OPTIONS, *_GLOBAL_OPTIONS, *arguments],
            cwd=folder,
            capture_output=True,
            input=given,
            check=False,
        )
    except (OSError, ValueError) as error:  # a revision with a zero byte is the second
        why = getattr(error, "strerror", None) or error
        raise InputError([Fault(None, None, None, f"A revision cannot be read: {why}.")]) from None
    return GitResult(ran.returncode, ran.stdout, _error_message(ran.stderr, ran.returncode))


def _executable() -> str:
    """Where git is. The current folder, and relative entries of PATH, are left out: a change can put a `git` there."""
    name = "git.exe" if os.name == "nt" else "git"
    for folder in filter(os.path.isabs, os.get_exec_path()):
        path = os.path.join(folder, name)  # noqa: PTH118 - a path for the system, as it stands in PATH
        if os.path.isfile(path) and os.access(path, os.X_OK):  # noqa: PTH113
            return path
    raise InputError([Fault(None, None, None, "A revision cannot be read: git is not installed.")])


def _error_message(errors: bytes, code: int) -> str:
    """All that git says of why it refuses: where it does not trust a folder, what to do stands in the last line."""
    words = errors.decode(errors="replace").split() or ["it", "ended", "with", str(code)]
    sentence = " ".join(words).removeprefix("fatal: ")
    return sentence if "git config" in sentence else sentence.rstrip(".") + "."


_FOLDER_MODE, _FILE_MODE = "40000", "100"
_LENGTH_OF_SHA1 = 40
_MAX_BATCH_SIZE = 64_000_000
"""So many bytes of files are held in memory at once, or one file."""
_REFETCH = "Fetch it whole: `git fetch --refetch --no-filter`."


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
        return self.mode.startswith(_FILE_MODE)


def object_name(at: Commit, data: bytes, kind: str = "blob") -> str:
    """What git calls an object that holds this."""
    digest = sha1 if len(at.name) == _LENGTH_OF_SHA1 else sha256
    return digest(b"%s %d\0" % (kind.encode(), len(data)) + data).hexdigest()  # nothing but what git uses itself


def entry_at(at: Commit, path: str) -> Entry | None:
    """What stands at a path from the top; None where there is nothing."""
    entry: Entry | None = _root_folder(at)
    for part in () if path == "." else path.split("/"):
        inside = _folder_entries(at, entry) if entry and entry.mode == _FOLDER_MODE else []
        entry = next((each for each in inside if each.path.rpartition("/")[2] == part), None)
    return entry


def folder_at(at: Commit, path: str) -> list[Entry]:
    """What a folder holds; nothing where there is none."""
    entry = entry_at(at, path)
    return _folder_entries(at, entry) if entry and entry.mode == _FOLDER_MODE else []


@lru_cache(maxsize=1)
def all_files(at: Commit) -> tuple[Entry, ...]:
    """Every file of a commit, in whatever folder."""
    found: list[Entry] = []
    folders = [_root_folder(at)]
    while folders:
        trees = _read_objects(at, "tree", [folder.name for folder in folders])
        inside = [
            entry for folder, data in zip(folders, trees, strict=True) for entry in _tree_entries(at, folder, data)
        ]
        found += [entry for entry in inside if entry.is_file]
        folders = [entry for entry in inside if entry.mode == _FOLDER_MODE]
    return tuple(found)


def file_contents(at: Commit, entries: Sequence[Entry], most: int) -> Iterator[tuple[Entry, bytes]]:
    """Files of a commit, and what they held; those that held more are left out. Raises InputError for a missing one."""
    group: list[Entry] = []
    room = _MAX_BATCH_SIZE
    lines = _cat_file(at, "--batch-check", [entry.name for entry in entries]).decode().splitlines()
    for entry, line in zip(entries, lines, strict=True):
        size = _object_size(at, line)
        if size > most:
            continue
        if group and size > room:
            yield from zip(group, _read_objects(at, "blob", [each.name for each in group]), strict=True)
            group, room = [], _MAX_BATCH_SIZE
        group.append(entry)
        room -= size
    yield from zip(group, _read_objects(at, "blob", [each.name for each in group]), strict=True)


def file_content(at: Commit, entry: Entry) -> bytes:
    """What a file of a commit held. Raises InputError where git cannot give it."""
    return _read_objects(at, "blob", [entry.name], entry.path)[0]


@lru_cache(maxsize=8)
def _root_folder(at: Commit) -> Entry:
    """The top folder of a commit."""
    data = _read_objects(at, "commit", [at.name])[0]
    return Entry("", data.split(b"\n", 1)[0].decode("ascii").removeprefix("tree "), _FOLDER_MODE)


@lru_cache(maxsize=64)
def _folder_entries(at: Commit, folder: Entry) -> list[Entry]:
    return _tree_entries(at, folder, _read_objects(at, "tree", [folder.name])[0])


def _tree_entries(at: Commit, folder: Entry, data: bytes) -> list[Entry]:
    """The entries of a tree: a mode, a space, a name, a zero, and the name in git as bytes."""
    found, start, length = [], 0, len(at.name) // 2
    while start < len(data):
        end = data.index(b"\0", start)
        mode, _, name = data[start:end].decode("utf-8", "surrogateescape").partition(" ")
        start = end + 1 + length
        found.append(Entry(f"{folder.path}/{name}".lstrip("/"), data[end + 1 : start].hex(), mode))
    return found


def _read_objects(at: Commit, kind: str, names: Sequence[str], path: str | None = None) -> list[bytes]:
    """What objects hold. Raises InputError for one that is not there, or is not what its name says."""
    answer, start, found = _cat_file(at, "--batch", names, path), 0, []
    for name in names:
        end = answer.index(b"\n", start)
        size = _object_size(at, answer[start:end].decode(), path)
        data = answer[end + 1 : end + 1 + size]
        if object_name(at, data, kind) != name:
            why = f"The object {name} does not hold what its name says: it is damaged, or forged. Run `git fsck`."
            raise revision_error(at.revision, path, why)
        found.append(data)
        start = end + size + 2
    return found


def _cat_file(at: Commit, how: str, names: Sequence[str], path: str | None = None) -> bytes:
    if not names:
        return b""
    ran = git(at.top, "cat-file", how, given="".join(f"{name}\n" for name in names).encode())
    if ran.code:
        remedy = f" {_REFETCH}" if "promisor" in ran.why else ""
        raise revision_error(at.revision, path, f"git cannot give all of this revision: {ran.why}{remedy}")
    return ran.output


def _object_size(at: Commit, line: str, path: str | None = None) -> int:
    """The size in a line of git. Raises InputError where the object is missing, as it may be in a partial clone."""
    fields = line.split()
    if len(fields) != 3 or not fields[2].isdigit():  # noqa: PLR2004
        why = f"git cannot give all of this revision: {line}. {_REFETCH}"
        raise revision_error(at.revision, path, why)
    return int(fields[2])
