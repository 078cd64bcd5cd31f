"""Files as they were at a revision, under the names that they had then, read by git itself; nothing is fetched."""

import os
import re
import stat
from collections import Counter
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from govgraph.formats.files import WORKBOOKS, format_of, is_csv, read_content
from govgraph.formats.git_objects import (
    PREFIX,
    Commit,
    Entry,
    GitResult,
    all_files,
    entry_at,
    file_content,
    file_contents,
    folder_at,
    git,
    git_folder,
    locate,
    object_name,
    repository_top,
    revision_error,
    superproject_of,
)
from govgraph.formats.structure_files import MAX_BYTES, read_document
from govgraph.model.faults import Fault, InputError
from govgraph.model.validation import Document


def commit(revision: str, folder: Path) -> Commit:
    """The commit that a revision means. Raises InputError with one sentence on what is missing, and what to do."""
    if not revision:
        raise revision_error(revision, None, "No revision is named after 'git:'; write git:origin/main, or git:HEAD~1.")
    inside = _trusted_repository(revision, folder)
    described = git(inside, "rev-parse", "--is-shallow-repository", "--absolute-git-dir")
    if described.code:
        raise revision_error(revision, None, f"git cannot read this repository: {described.why}")
    shallow, _, where = described.output.decode("utf-8", "surrogateescape").strip().partition("\n")
    if os.path.realpath(where) != os.path.realpath(git_folder(inside)):  # it went on to look for another
        why = f"git would read {where}, but the repository is {inside / '.git'}. `git status` there says what is wrong."
        raise revision_error(revision, None, why)
    ran = git(inside, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if ran.code:
        raise revision_error(revision, None, _missing_revision_message(revision, is_shallow=shallow == "true"))
    _refuse_ambiguous(revision, inside)
    return Commit(revision, ran.output.decode().strip(), inside)


def _missing_revision_message(revision: str, *, is_shallow: bool) -> str:
    fetch = _fetch_command(revision)
    if is_shallow:
        return (
            f"This clone is shallow and does not hold '{revision}'. Fetch it first: `{fetch}`. Or fetch all of history "
            "with `git fetch --unshallow`. In GitHub Actions, give the step that checks out `fetch-depth: 0`. In "
            "GitLab CI, set `GIT_DEPTH: 0`."
        )
    why = f"There is no revision '{revision}' in this repository; `git branch --all` and `git tag` list what is."
    return f"{why} If it is a branch on the server, fetch it first: `{fetch}`." if _remote_branch(revision) else why


def _refuse_ambiguous(revision: str, inside: Path) -> None:
    """Refuse a name that a branch and a tag share, or two branches: git would take the tag."""
    name = re.split(r"[~^:]|@\{", revision)[0]
    full = [f"refs/{name}", f"refs/tags/{name}", f"refs/heads/{name}", f"refs/remotes/{name}"]
    listed = git(inside, "for-each-ref", "--format=%(refname)", *full) if name else GitResult(0, b"", "")
    there = [each for each in full if each in listed.output.decode("utf-8", "surrogateescape").split("\n")]
    if len(there) > 1 or (there and re.fullmatch("[0-9a-f]{4,39}", name)):
        others = " and ".join(there) if len(there) > 1 else f"{there[0]} and the beginning of a commit's name"
        why = f"'{name}' is ambiguous here: {others}. Write in full which: {PREFIX}{there[-1]}{revision[len(name) :]}."
        raise revision_error(revision, None, why)


def _trusted_repository(revision: str, folder: Path) -> Path:
    """The top of the repository of a folder. Raises InputError where it is in none, or in one that a change brings."""
    inside, here = locate(folder)[0], repository_top(Path.cwd())
    if inside is None:
        where = "This folder" if str(folder) == "." else str(folder)
        raise revision_error(
            revision, None, f"{where} is not in a git repository, so there is no revision '{revision}'."
        )
    outer = superproject_of(inside)
    if outer is not None:
        why = (
            f"{inside.relative_to(outer)} is a submodule of {outer}. A change there can bring another one along, so "
            "its revisions are no base. To compare with them, run govgraph in a clone of its own."
        )
        raise revision_error(revision, None, why)
    if here is not None and inside != here and inside.is_relative_to(here):  # a repository left there
        why = (
            f"{inside.relative_to(here)} is a repository of its own within this one. A change can bring one, so its "
            "revisions are no base from here. To compare with them, run govgraph in that folder."
        )
        raise revision_error(revision, None, why)
    return inside


def blob(at: Commit, path: Path) -> bytes | None:
    """What a file held at a commit; None where it was not there. Raises InputError with one sentence."""
    entry = entry_at(at, path_from_top(at, path))
    return None if entry is None else _blob_content(at, path, entry)


def blobs(at: Commit, folder: Path, wanted: Callable[[str], bool]) -> dict[str, bytes]:
    """What the files of a folder held whose names are wanted. Raises InputError for a link or a folder among them."""
    found = {PurePosixPath(entry.path).name: entry for entry in folder_at(at, path_from_top(at, folder))}
    return {name: _blob_content(at, folder / name, entry) for name, entry in found.items() if wanted(name)}


def _blob_content(at: Commit, path: Path, entry: Entry) -> bytes:
    if not entry.is_file:
        raise revision_error(at.revision, path, "At this revision it is a link or a folder, not a file.")
    return file_content(at, entry)


def deleted_files(at: Commit, endings: tuple[str, ...]) -> list[Entry]:
    """The files of a commit with one of these endings in whose place there is no file any more.

    A link, and what is behind one, is no such file. A file that a sparse checkout leaves out is not gone.
    """
    entries = [entry for entry in all_files(at) if entry.path.lower().endswith(endings)]
    folders = {folder: os.path.realpath(folder) for folder in {(at.top / entry.path).parent for entry in entries}}

    def is_there(path: Path) -> bool:
        is_plain = Path(folders[path.parent]) == path.parent  # no link on the way
        return is_plain and os.path.lexists(path) and stat.S_ISREG(path.lstat().st_mode)

    missing = [entry for entry in entries if not is_there(at.top / entry.path)]
    if not missing:
        return []
    listed = git(at.top, "ls-files", "-z", "-t")
    if listed.code:
        raise revision_error(at.revision, None, f"git cannot list the files of this repository: {listed.why}")
    left_out = {line[2:] for line in listed.output.split(b"\0") if line.startswith(b"S ")}
    return [entry for entry in missing if entry.path.encode("utf-8", "surrogateescape") not in left_out]


def path_from_top(at: Commit, path: Path) -> str:
    """The path of a file from the top of the repository, as git writes it. Raises InputError for one outside it."""
    inside, lexical = locate(path)
    real = repository_top(path if path.is_dir() else path.parent)
    if not inside == real == at.top:  # the second: a link on the way may lead out of it
        raise revision_error(
            at.revision, path, f"This is outside the repository {at.top}, to which the revision belongs."
        )
    return lexical.relative_to(at.top).as_posix()


def _remote_branch(revision: str) -> tuple[str, str] | None:
    """The remote and the branch, where the revision is one on a server: `origin/main`."""
    remote, slash, branch = revision.partition("/")
    return (remote, branch) if slash and branch and not {"~", "^", ":", " "} & set(revision) else None


def _fetch_command(revision: str) -> str:
    """What to type to have it: of `origin/main`, the branch into that very name."""
    remote = _remote_branch(revision)
    if remote is None:
        return "git fetch --deepen=50"
    return f"git fetch --depth=1 {remote[0]} +refs/heads/{remote[1]}:refs/remotes/{remote[0]}/{remote[1]}"


SUFFIXES = (".yaml", ".yml", ".json", *WORKBOOKS)
_MAX_SIZE = max(MAX_BYTES.values())
_MIN_SIMILARITY = 0.5
"""The share of a file that must be as it was: what git asks by default. The same share of its bodies does too."""


class _Candidate(NamedTuple):
    """A file that is gone since, how like it is, and the bodies that it describes. What is most like compares last."""

    is_same: bool
    similarity: float
    path: str
    name: str
    bodies: frozenset[str]


def former_path(at: Commit, path: Path) -> str | None:
    """Where a file, or a folder of CSV files, was; None where it is new. Raises InputError where that is uncertain."""
    if path.is_dir():
        return _former_folder(at, path)
    return _former_file(at, path, (*SUFFIXES, path.suffix.lower() or SUFFIXES[0])) if path.is_file() else None


def _former_file(at: Commit, path: Path, endings: tuple[str, ...]) -> str | None:
    """Which of the files that are gone held this, or most of it, or describes the same bodies."""
    data = read_content(str(path), MAX_BYTES["csv" if is_csv(path.name) else format_of(path.name)])
    bodies, name = _body_ids(str(path), data), object_name(at, data)
    found = []
    for entry, old in file_contents(at, deleted_files(at, endings), _MAX_SIZE):
        others = _body_ids(entry.path, old)
        similarity = max(_similarity(data, old), _overlap(bodies, others))
        if similarity >= _MIN_SIMILARITY:
            found.append(_Candidate(entry.name == name, similarity, entry.path, entry.name, others))
    if not found:
        return None
    best = max(found, key=lambda candidate: candidate[:3])
    # An older copy must not take the place of the very file: a person has to say which it was.
    rivals = [
        each for each in found if each.name != best.name and _overlap(each.bodies, best.bodies) >= _MIN_SIMILARITY
    ]
    if rivals:
        names = " or ".join(sorted(each.path for each in (best, *rivals)))
        raise _ambiguous_origin(path, f"It may have been {names}", f"{PREFIX}{at.revision}:PATH")
    return best.path


def _former_folder(at: Commit, path: Path) -> str | None:
    here = path_from_top(at, path)
    tables = [_former_file(at, each, (".csv",)) for each in sorted(path.iterdir()) if is_csv(each.name)]
    folders = sorted({str(PurePosixPath(old).parent) for old in tables if old is not None} - {here})
    if len(folders) > 1:
        which = f"Its files come from several folders ({', '.join(folders)})"
        raise _ambiguous_origin(path, which, f"{PREFIX}{at.revision}:{folders[0]}")
    return folders[0] if folders else None


def _ambiguous_origin(path: Path, why: str, name: str) -> InputError:
    return InputError([Fault(str(path), None, None, f"{why}: name the one to compare with, as {name}.")])


def deleted_structures(at: Commit) -> list[Document]:
    """The files that are gone since, of those that may hold a structure or a part of one."""
    held = file_contents(at, deleted_files(at, SUFFIXES), _MAX_SIZE)
    return [_document(entry.path, data, at) for entry, data in held if _may_hold_bodies(entry.path, data)]


def _document(path: str, data: bytes, at: Commit | None = None) -> Document:
    shown = f"{PREFIX}{at.revision}:{path}" if at else path
    return read_document(shown, lambda most: data[: most + 1])


def _body_ids(path: str, data: bytes) -> frozenset[str]:
    return frozenset(_document(path, data).section("bodies") if _may_hold_bodies(path, data) else ())


def _may_hold_bodies(path: str, data: bytes) -> bool:
    """Whether it is worth while to read it; a zero byte shows a wider encoding."""
    return format_of(path) == "workbook" or (not is_csv(path) and (b"bodies" in data or b"\0" in data))


def _overlap(bodies: frozenset[str], others: frozenset[str]) -> float:
    """The share of the smaller of two sets that is in both; a single body in common says nothing of more."""
    shared = bodies & others
    return len(shared) / min(len(bodies), len(others)) if len(shared) > 1 or (shared and bodies == others) else 0


def _similarity(data: bytes, other: bytes) -> float:
    """The share of the longer file that stands in both, line by line."""
    if not data or not min(len(data), len(other)) >= _MIN_SIMILARITY * max(len(data), len(other)):
        return float(data == other)
    lines, others = (Counter(text.replace(b"\r\n", b"\n").split(b"\n")) for text in (data, other))
    shared, *whole = (sum((len(line) + 1) * n for line, n in part.items()) for part in (lines & others, lines, others))
    return shared / max(whole)
