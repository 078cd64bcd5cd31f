"""What a structure is compared with: other files, or the same files as they were at a revision."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from govgraph.formats.files import is_csv, is_table_file, within_limit
from govgraph.formats.git_objects import PREFIX
from govgraph.formats.structure_files import build_structure, read, read_csv_folder, read_document
from govgraph.model import Structure
from govgraph.model.change import DecisionChange
from govgraph.model.faults import Fault, InputError, input_error
from govgraph.model.fields import used_ids
from govgraph.model.validation import Document

if TYPE_CHECKING:
    from govgraph.formats.git_objects import Commit


class Base(NamedTuple):
    """What is compared with: its name for a person, and what it states; None where it was not there.

    `files` are the files that were read, where they are not the very ones that were named.
    """

    name: str
    structure: Structure | None
    files: tuple[str, ...] = ()
    decisions: tuple[DecisionChange, ...] = ()
    """Files that decide how is checked, and are not what they were there."""
    decides: bool = False
    """Whether those files were read as they were there."""
    kept: dict[Any, Any] | None = None
    """What was found of it, where somebody compares with it again and again, under the same settings."""


def base_commit(names: Sequence[str], files: Sequence[str]) -> "Commit | None":
    """The commit that is compared with; None where other files are. Raises InputError where it cannot be had."""
    of_git = [name for name in names if name.startswith(PREFIX)]
    if not of_git:
        return None
    from govgraph.formats.git import commit  # most runs compare with no revision

    revisions = {_revision_and_path(name)[0] for name in of_git}
    if len(of_git) < len(names) or len(revisions) > 1:
        raise input_error("Name one revision (git:origin/main), or files, to compare with; not both.")
    return commit(revisions.pop(), Path(files[0]).parent)


def read_base(names: Sequence[str], files: Sequence[str], at: "Commit | None" = None) -> Base:
    """Read what files are compared with.

    `names` are other files; or one `git:REV`, the same files at that revision, under the names that they had there, and
    with what was a part of the structure and is deleted since; or `git:REV:PATH` for each file, from the top of the
    repository. `at` is the commit that they mean, where that is known already. Raises InputError with every fault, and
    with a sentence where the revision cannot be read.
    """
    at = at or base_commit(names, files)
    if at is None:
        return _other_files(names)
    paths = [path for _, path in dict.fromkeys(map(_revision_and_path, names)) if path]
    found = _files_at_revision(at, paths) if paths else _same_files(at, files)
    name = f"{PREFIX}{at.revision}"
    if not found:
        return Base(name, None)
    documents = [_document(name, path, content) for path, content in found]
    if not paths:
        documents += _parts_deleted_since(at, documents)
    read_there = tuple(str(document.path).removeprefix(f"{name}:") for document in documents)
    return Base(name, build_structure(documents), () if read_there == tuple(files) else read_there)


_Content = bytes | dict[str, bytes]
"""What a file held; or what the CSV files of a folder held, by name."""


def _document(name: str, path: str, content: _Content) -> Document:
    if isinstance(content, dict):
        return read_csv_folder(f"{name}:{path}", content)
    return read_document(f"{name}:{path}", partial(within_limit, content, path=path))


def _content(at: "Commit", path: Path) -> _Content | None:
    """What a path held; None where it was not there."""
    from govgraph.formats.git import blob, blobs  # most runs compare with no revision

    if path.suffix == "" or path.is_dir():
        files = blobs(at, path, is_table_file)
        if any(map(is_csv, files)):
            return files
    return None if path.is_dir() else blob(at, path)


def _other_files(names: Sequence[str]) -> Base:
    try:
        return Base(" and ".join(names), read(*names))
    except InputError as error:
        missing = [name for name in names if not Path(name).exists()]
        hints = [Fault(name, None, None, f"If it is a revision, write {PREFIX}{name}.") for name in missing]
        raise InputError([*error.faults, *hints]) from None


def _revision_and_path(name: str) -> tuple[str, str | None]:
    """`git:REV:PATH` as a revision and a path; a colon within braces, or at the beginning, belongs to the revision."""
    revision, colon, path = name.removeprefix(PREFIX).partition(":")
    if not colon or not revision or "{" in name:
        return name.removeprefix(PREFIX), None
    return revision, path


def _files_at_revision(at: "Commit", paths: Sequence[str]) -> list[tuple[str, _Content]]:
    """Files that were named with the revision. Raises InputError for one that was not there."""
    found = []
    for path in paths:
        data = _content(at, at.top / path)
        if data is None:
            raise InputError([Fault(f"{PREFIX}{at.revision}:{path}", None, None, "There was no such file.")])
        found.append((path, data))
    return found


def _same_files(at: "Commit", files: Sequence[str]) -> list[tuple[str, _Content]]:
    """Those of the files that were there, each under the name that it had."""
    from govgraph.formats.git import former_path  # most runs compare with no revision

    found: dict[str, _Content] = {}
    for file in files:
        path = Path(file)
        data, name = _content(at, path), file
        old = former_path(at, path) if data is None and path.parent.is_dir() else None
        if old is not None:  # several may have come from the same
            data, name = _content(at, at.top / old), old
        if data is not None:
            found[name] = data
    return list(found.items())


def _parts_deleted_since(at: "Commit", documents: Sequence[Document]) -> list[Document]:
    """Files that are deleted since and spoke of the same bodies: parts of the structure that would vanish unseen."""
    from govgraph.formats.git import deleted_structures  # most runs compare with no revision

    bodies, used = _body_ids(documents), _used_bodies(documents)
    parts = ((part, _body_ids([part])) for part in deleted_structures(at))
    return [part for part, own in parts if own and not own & bodies and (_used_bodies([part]) & bodies or own & used)]


def _body_ids(documents: Sequence[Document]) -> set[str]:
    return {body for document in documents for body in document.section("bodies")}


def _used_bodies(documents: Sequence[Document]) -> set[str]:
    found: dict[str, set[str]] = {}
    for document in documents:
        used_ids(Structure, document.data, found)
    return found.get("bodies", set())
