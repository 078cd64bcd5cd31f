"""Where a file was at a commit, if it has another name since. Nothing in the work tree is shown to git.

git itself would look for renames between a commit and the work tree, and run the filters that a configuration names.
"""

from collections import Counter
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from govgraph.model.faults import Fault, InputError
from govgraph.read.content import content_of
from govgraph.read.document import Document
from govgraph.read.endings import WORKBOOKS, is_csv, kind_of
from govgraph.read.files import MAX_BYTES, document_of
from govgraph.read.git import PREFIX, Commit, contents, from_top, gone
from govgraph.read.git_objects import name_of

ENDINGS = (".yaml", ".yml", ".json", *WORKBOOKS)
_MOST = max(MAX_BYTES.values())
_ALIKE = 0.5
"""The share of a file that must be as it was: what git asks by default. The same share of its bodies does too."""


class _Candidate(NamedTuple):
    """A file that is gone since, how like it is, and the bodies that it describes. What is most like compares last."""

    is_same: bool
    likeness: float
    path: str
    name: str
    bodies: frozenset[str]


def old_name(at: Commit, path: Path) -> str | None:
    """Where a file, or a folder of CSV files, was; None where it is new. Raises InputError where that is uncertain."""
    if path.is_dir():
        return _old_folder(at, path)
    return _old_file(at, path, (*ENDINGS, path.suffix.lower() or ENDINGS[0])) if path.is_file() else None


def _old_file(at: Commit, path: Path, endings: tuple[str, ...]) -> str | None:
    """Which of the files that are gone held this, or most of it, or describes the same bodies."""
    data = content_of(str(path), MAX_BYTES["csv" if is_csv(path.name) else kind_of(path.name)])
    bodies, name = _bodies(str(path), data), name_of(at, data)
    found = []
    for entry, old in contents(at, gone(at, endings), _MOST):
        others = _bodies(entry.path, old)
        likeness = max(_likeness(data, old), _in_common(bodies, others))
        if likeness >= _ALIKE:
            found.append(_Candidate(entry.name == name, likeness, entry.path, entry.name, others))
    if not found:
        return None
    best = max(found, key=lambda candidate: candidate[:3])
    # An older copy must not take the place of the very file: a person has to say which it was.
    rivals = [each for each in found if each.name != best.name and _in_common(each.bodies, best.bodies) >= _ALIKE]
    if rivals:
        names = " or ".join(sorted(each.path for each in (best, *rivals)))
        raise _uncertain(path, f"It may have been {names}", f"{PREFIX}{at.revision}:PATH")
    return best.path


def _old_folder(at: Commit, path: Path) -> str | None:
    here = from_top(at, path)
    tables = [_old_file(at, each, (".csv",)) for each in sorted(path.iterdir()) if is_csv(each.name)]
    folders = sorted({str(PurePosixPath(old).parent) for old in tables if old is not None} - {here})
    if len(folders) > 1:
        which = f"Its files come from several folders ({', '.join(folders)})"
        raise _uncertain(path, which, f"{PREFIX}{at.revision}:{folders[0]}")
    return folders[0] if folders else None


def _uncertain(path: Path, why: str, name: str) -> InputError:
    return InputError([Fault(str(path), None, None, f"{why}: name the one to compare with, as {name}.")])


def structures_gone(at: Commit) -> list[Document]:
    """The files that are gone since, of those that may hold a structure or a part of one."""
    held = contents(at, gone(at, ENDINGS), _MOST)
    return [_document(entry.path, data, at) for entry, data in held if _may_hold_bodies(entry.path, data)]


def _document(path: str, data: bytes, at: Commit | None = None) -> Document:
    shown = f"{PREFIX}{at.revision}:{path}" if at else path
    return document_of(shown, lambda most: data[: most + 1])


def _bodies(path: str, data: bytes) -> frozenset[str]:
    return frozenset(_document(path, data).section("bodies") if _may_hold_bodies(path, data) else ())


def _may_hold_bodies(path: str, data: bytes) -> bool:
    """Whether it is worth while to read it; a zero byte shows a wider encoding."""
    return kind_of(path) == "workbook" or (not is_csv(path) and (b"bodies" in data or b"\0" in data))


def _in_common(bodies: frozenset[str], others: frozenset[str]) -> float:
    """The share of the smaller of two sets that is in both; a single body in common says nothing of more."""
    shared = bodies & others
    return len(shared) / min(len(bodies), len(others)) if len(shared) > 1 or (shared and bodies == others) else 0


def _likeness(data: bytes, other: bytes) -> float:
    """The share of the longer file that stands in both, line by line."""
    if not data or not min(len(data), len(other)) >= _ALIKE * max(len(data), len(other)):
        return float(data == other)
    lines, others = (Counter(text.replace(b"\r\n", b"\n").split(b"\n")) for text in (data, other))
    shared = sum((len(line) + 1) * number for line, number in (lines & others).items())
    return shared / max(_length(lines), _length(others))


def _length(lines: Counter[bytes]) -> int:
    return sum((len(line) + 1) * number for line, number in lines.items())
