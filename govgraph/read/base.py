"""What a structure is compared with: other files, or the same files as they were at a revision."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from govgraph.model import Structure
from govgraph.model.faults import Fault, InputError, inform
from govgraph.model.shape import used_ids
from govgraph.read.document import Document
from govgraph.read.endings import WORKBOOKS, is_csv, is_table
from govgraph.read.files import at_most, document_of, document_of_folder, read, structure_of
from govgraph.read.git import PREFIX, Commit, blob, blobs, commit, from_top, moved, top

_ENDINGS = (".yaml", ".yml", ".json", *WORKBOOKS)


class Base(NamedTuple):
    """What is compared with: its name for a person, and what it states; None where it was not there.

    `files` are the files that were read, where they are not the very ones that were named.
    """

    name: str
    structure: Structure | None
    files: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    """Files that are not what they were at the revision, of those that were asked about."""


def read_base(names: Sequence[str], files: Sequence[str], beside: Sequence[str] = ()) -> Base:
    """Read what files are compared with.

    `names` are other files; or one `git:REV`, the same files at that revision, under the names that they had there, and
    with what was a part of the structure and is deleted since; or `git:REV:PATH` for each file, from the top of the
    repository. Of files `beside` these only is told whether they have changed since. Raises InputError with every
    fault, and with a sentence where the revision cannot be read.
    """
    of_git = [name for name in names if name.startswith(PREFIX)]
    if not of_git:
        return _other_files(names)
    revisions = dict.fromkeys(_parted(name) for name in of_git)
    if len(of_git) < len(names) or len({revision for revision, _ in revisions}) > 1:
        raise inform("Name one revision (git:origin/main), or files, to compare with; not both.")
    revision = next(iter(revisions))[0]
    at = commit(revision, Path(files[0]).parent)
    paths = [path for _, path in revisions if path]
    found = _named(at, paths) if paths else _same_files(at, files)
    name = f"{PREFIX}{revision}"
    changed = tuple(one for one in beside if Path(one).is_file() and blob(at, Path(one)) != Path(one).read_bytes())
    if not found:
        return Base(name, None, beside=changed)
    documents = [_document(name, path, content) for path, content in found]
    if not paths:
        documents += _parts_deleted_since(at, name, documents)
    read_there = tuple(str(document.path).removeprefix(f"{name}:") for document in documents)
    return Base(name, structure_of(documents), () if read_there == tuple(files) else read_there, changed)


_Content = bytes | dict[str, bytes]
"""What a file held; or what the CSV files of a folder held, by name."""


def _document(name: str, path: str, content: _Content) -> Document:
    if isinstance(content, dict):
        return document_of_folder(f"{name}:{path}", content)
    return document_of(f"{name}:{path}", partial(at_most, content, path=path))


def _content(at: Commit, path: Path) -> _Content | None:
    """What a path held; None where it was not there."""
    if path.suffix == "" or path.is_dir():
        files = blobs(at, path.resolve(), is_table)
        if any(map(is_csv, files)) or path.is_dir():
            return files if any(map(is_csv, files)) else None
    return blob(at, path)


def _other_files(names: Sequence[str]) -> Base:
    try:
        return Base(" and ".join(names), read(*names))
    except InputError as error:
        missing = [name for name in names if not Path(name).exists()]
        hints = [Fault(name, None, None, f"If it is a revision, write {PREFIX}{name}.") for name in missing]
        raise InputError([*error.faults, *hints]) from None


def _parted(name: str) -> tuple[str, str | None]:
    """`git:REV:PATH` as a revision and a path; a colon within braces, or at the beginning, belongs to the revision."""
    revision, colon, path = name.removeprefix(PREFIX).partition(":")
    if not colon or not revision or "{" in name:
        return name.removeprefix(PREFIX), None
    return revision, path


def _named(at: Commit, paths: Sequence[str]) -> list[tuple[str, _Content]]:
    """Files that were named with the revision. Raises InputError for one that was not there."""
    found = []
    for path in paths:
        data = _content(at, top(at.folder) / path)
        if data is None:
            raise InputError([Fault(f"{PREFIX}{at.revision}:{path}", None, None, "There was no such file.")])
        found.append((path, data))
    return found


def _same_files(at: Commit, files: Sequence[str]) -> list[tuple[str, _Content]]:
    """Those of the files that were there, each under the name that it had."""
    found: list[tuple[str, _Content]] = []
    for file in files:
        path = Path(file)
        data, name = _content(at, path), file
        old = _old_name(at, path) if data is None and path.parent.is_dir() else None
        if old is not None:
            data, name = _content(at, top(path.parent) / old), old
        if data is not None:
            found.append((name, data))
    return found


def _old_name(at: Commit, path: Path) -> str | None:
    """Where a file, or a folder of CSV files, was; None where it is new. Raises InputError where it was in several."""
    renamed = moved(at).renamed
    if not path.is_dir():
        return renamed.get(from_top(path))
    here = from_top(path.resolve())
    tables = [old for new, old in renamed.items() if is_csv(new) and str(PurePosixPath(new).parent) == here]
    folders = sorted({str(PurePosixPath(old).parent) for old in tables})
    if len(folders) > 1:
        which = f"name the one to compare with, as {PREFIX}{at.revision}:{folders[0]}"
        why = f"Its files come from several folders ({', '.join(folders)}): {which}."
        raise InputError([Fault(str(path), None, None, why)])
    return folders[0] if folders else None


def _parts_deleted_since(at: Commit, name: str, documents: Sequence[Document]) -> list[Document]:
    """Files that are deleted since and spoke of the same bodies: parts of the structure that would vanish unseen."""
    bodies, used = _bodies(documents), _used(documents)
    parts = []
    for path in moved(at).deleted:
        if path.endswith(_ENDINGS):
            data = blob(at, top(at.folder) / path)
            part = document_of(f"{name}:{path}", partial(at_most, data or b"", path=path))
            own = _bodies([part])
            if own and not own & bodies and (_used([part]) & bodies or own & used):
                parts.append(part)
    return parts


def _bodies(documents: Sequence[Document]) -> set[str]:
    found: set[str] = set()
    for document in documents:
        found.update(document.section("bodies"))
    return found


def _used(documents: Sequence[Document]) -> set[str]:
    found: dict[str, set[str]] = {}
    for document in documents:
        used_ids(Structure, document.data, found)
    return found.get("bodies", set())
