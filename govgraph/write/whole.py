"""Files that are written whole or not at all."""

import errno
import os
import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from govgraph.model.faults import Fault, InputError
from govgraph.write.destination import Destination, destination_of
from govgraph.write.overwriting import overwrite, take_over

_STAGED = ".govgraph-"
"""How names of files begin that are not complete yet: short, because a name has a limit that the file's may reach."""


def write_whole(path: Path, content: str | bytes) -> None:
    """Write a file whole or not at all. Text is written as UTF-8.

    Links are followed, and a file that is there keeps its mode, its owner, its attributes and its other names. What is
    no file is written into as it is. Raises InputError where nothing may be written, OSError where it fails.
    """
    data = content if isinstance(content, bytes) else content.encode("utf-8", errors="backslashreplace")
    try:
        place = destination_of(path)
        if place.is_stream:
            _pour(place, data)
        elif not _put_in_place(place, data):
            with _staged(place.path.parent) as copy:
                overwrite(place.path, data, copy)
    except OSError as error:  # not the name of a file that the user has never seen
        raise OSError(error.errno, error.strerror or str(error), str(path)) from error


def write_folder(path: Path, files: Mapping[str, bytes]) -> None:
    """Write a folder of files likewise. Raises InputError where something is in the folder already."""
    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        why = "This folder is not empty; name a new one." if path.is_dir() else "A file of this name is there already."
        raise InputError([Fault(str(path), None, None, why)])
    folder = Path(os.path.realpath(path))
    try:
        if folder.exists():
            _fill(folder, files)
            return
        with _staged(folder.parent) as staging:
            _make(staging, files)
            staging.replace(folder)
    except OSError as error:
        raise OSError(error.errno, error.strerror or str(error), str(path)) from error


def _pour(place: Destination, data: bytes) -> None:
    flags = os.O_WRONLY | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)
    handle = os.dup(place.descriptor) if place.descriptor is not None else os.open(place.path, flags)
    with os.fdopen(handle, "wb") as stream:
        stream.write(data)


def _put_in_place(place: Destination, data: bytes) -> bool:
    """Write a file beside and move it there; False where it could not be all that the file there is."""
    if place.status is not None and place.status.st_nlink > 1:
        return False
    with _staged(place.path.parent) as staging:
        # What takes the place of a private file is private from the first byte on.
        _create(staging, data, 0o666 if place.status is None else 0o600)
        if place.status is not None and not take_over(staging, place.path, place.status):
            return False
        try:
            staging.replace(place.path)
        except OSError as error:
            if error.errno != errno.EBUSY:  # a file that is mounted by itself, as containers do
                raise
            return False
    return True


def _create(path: Path, data: bytes, mode: int) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags, mode), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _make(folder: Path, files: Mapping[str, bytes]) -> None:
    folder.mkdir()
    for name, content in files.items():
        _create(folder / name, content, 0o666)


def _fill(folder: Path, files: Mapping[str, bytes]) -> None:
    """Put files into an empty folder, which stays what it is: it may be private, or mounted."""
    moved: list[Path] = []
    with _staged(folder) as staging:
        _make(staging, files)
        try:
            for name in reversed(list(files)):  # bodies come last: all other files refer to them, so a part is refused
                moved.append(folder / name)
                (staging / name).rename(folder / name)
        except BaseException:
            for file in moved:
                file.unlink(missing_ok=True)
            raise


@contextmanager
def _staged(parent: Path) -> Iterator[Path]:
    """A name for what is not complete yet. What is there at the end is removed, whatever happens."""
    path = parent / f"{_STAGED}{secrets.token_hex(8)}"
    try:
        yield path
    finally:
        if path.is_dir():
            for file in path.iterdir():
                file.unlink()
            path.rmdir()
        else:
            path.unlink(missing_ok=True)
