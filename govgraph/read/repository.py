"""Which repository a path belongs to, found without git: git would also take one that a change holds as plain files."""

import os
from pathlib import Path


def top(folder: Path) -> Path | None:
    """The top of the repository in which a folder is; None where it is in none. No change can hold a `.git`."""
    folder = Path(os.path.realpath(folder))  # unlike `resolve`, at peace with links in a circle
    marked = ((each, each / ".git") for each in (folder, *folder.parents))
    return next((each for each, mark in marked if mark.is_file() or os.path.lexists(mark / "HEAD")), None)


def place(path: Path) -> tuple[Path | None, Path]:
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
            inside = top(here)
    return inside, here


def git_folder(inside: Path) -> Path:
    """Where git keeps the repository that has this top: its `.git`, or the folder that the file `.git` names."""
    mark = inside / ".git"
    if not mark.is_file():
        return mark
    words = mark.read_text(encoding="utf-8", errors="surrogateescape")
    return (inside / words.strip().removeprefix("gitdir:").strip()).resolve()


def submodule_of(inside: Path) -> Path | None:
    """The top of the repository that brings this one along as a submodule; None where none does."""
    folder = git_folder(inside)
    if not (inside / ".git").is_file() or (folder / "commondir").exists():  # the second: a work tree that was added
        return None
    return top(inside.parent) if "modules" in folder.parts else None
