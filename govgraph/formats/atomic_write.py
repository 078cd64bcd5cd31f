"""Files that are written whole or not at all, where links lead, with all that the file before them was."""

import errno
import os
import re
import secrets
import shutil
import stat
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from io import FileIO
from pathlib import Path
from typing import BinaryIO, NamedTuple

from govgraph.model.faults import Fault, InputError

_MOST_LINKS = 40
_OPEN_FILES = re.compile(r"/dev/fd|/proc/(?P<process>\d+)(/task/\d+)?/fd")
"""Folders whose entries are not files, but what a program has open, by its number."""
_WRITE_BITS = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


class Destination(NamedTuple):
    """What is written to: `status` is None where nothing is there yet.

    `descriptor` is the number under which this program already has it open, as /dev/stdout and /dev/fd/3 are.
    """

    path: Path
    status: os.stat_result | None
    descriptor: int | None = None

    @property
    def is_stream(self) -> bool:
        """Whether content is poured into it as it is: it is a device or a pipe, or open already."""
        return self.descriptor is not None or (self.status is not None and not stat.S_ISREG(self.status.st_mode))

    def is_file(self, path: Path) -> bool:
        """Whether another path leads to the same file, by a link or not; it may be that neither is there yet."""
        try:
            status = path.stat()
        except OSError:
            return self.status is None and os.path.realpath(path) == str(self.path)
        return self.status is not None and os.path.samestat(status, self.status)


def destination_of(path: Path) -> Destination:
    """Where a path leads.

    Raises InputError where nothing may be written there: to a folder, a disk, a socket or a read-only file; OSError
    where the system does not say what is there.
    """
    end = _resolve_links(path)
    number = _open_descriptor(end)
    if number is not None:
        return Destination(end, os.fstat(number), number)
    try:
        status = end.stat()
    except FileNotFoundError:
        return Destination(end, None)
    why = _why_not_written(end, status)
    if why is not None:
        raise InputError([Fault(str(path), None, None, why)])
    return Destination(end, status)


def _resolve_links(path: Path) -> Path:
    for _ in range(_MOST_LINKS):
        path = Path(os.path.realpath(path.parent)) / path.name
        if _OPEN_FILES.fullmatch(str(path.parent)) or not path.is_symlink():
            return path
        path = path.parent / path.readlink()
    raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path))


def _open_descriptor(path: Path) -> int | None:
    """The number under which this program has it open; None for a file, and for what another program has open."""
    folder = _OPEN_FILES.fullmatch(str(path.parent))
    if folder is None or not path.name.isdecimal() or folder["process"] not in (None, str(os.getpid())):
        return None
    return int(path.name)


def _why_not_written(path: Path, status: os.stat_result) -> str | None:
    what = {stat.S_IFDIR: "folder", stat.S_IFBLK: "disk", stat.S_IFSOCK: "socket"}.get(stat.S_IFMT(status.st_mode))
    if what:
        return f"This is a {what}; name a file."
    # Root may write to every file; what nobody is meant to write to is left alone all the same.
    if stat.S_ISREG(status.st_mode) and not (status.st_mode & _WRITE_BITS and os.access(path, os.W_OK)):
        return "This file is read-only. Choose another name, or change its permissions."
    return None


_CHUNK = 1 << 20


def copy_metadata(new: Path, old: Path, status: os.stat_result) -> bool:
    """Give a new file the owner, the extended attributes and the mode of an old one; False where that is refused."""
    try:
        made = new.stat()
        if (made.st_uid, made.st_gid) != (status.st_uid, status.st_gid):
            os.chown(new, status.st_uid, status.st_gid)
        _copy_attributes(new, old)
        # As with every file that is written to, what lets it run as somebody else does not outlive its content.
        new.chmod(stat.S_IMODE(status.st_mode) & ~(stat.S_ISUID | stat.S_ISGID))
    except OSError:
        return False
    return True


def _copy_attributes(new: Path, old: Path) -> None:
    """Give a new file the extended attributes of an old one, lists of access among them, and no others."""
    wanted, found = _attributes(old), _attributes(new)
    for name in found.keys() - wanted.keys():
        os.removexattr(new, name)
    for name, value in wanted.items():
        if found.get(name) != value:
            os.setxattr(new, name, value)


def _attributes(path: Path) -> dict[str, bytes]:
    if not hasattr(os, "listxattr"):  # only on Linux
        return {}
    try:
        names = (name for name in os.listxattr(path) if name != "security.capability")  # as the bits of setuid
        return {name: os.getxattr(path, name) for name in names}
    except OSError as error:
        if error.errno != errno.ENOTSUP:
            raise
        return {}


def overwrite(path: Path, data: bytes, copy: Path) -> None:
    """Write over the content of a file that must stay the same file, because it has other names or is mounted.

    What it held is copied beside it first. Room for the new content is set aside before the first byte changes, and
    where writing fails all the same, the old content is put back. Where even that fails, the copy stays.
    """
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with path.open("r+b", buffering=0) as file, os.fdopen(os.open(copy, flags, 0o600), "w+b") as kept:
        shutil.copyfileobj(file, kept, _CHUNK)
        kept.flush()
        os.fsync(kept.fileno())
        _reserve_space(file, len(data))
        try:
            file.seek(0)
            _write_bytes(file, data)
            file.truncate()
            os.fsync(file.fileno())
        except BaseException:
            _restore(file, kept, copy)
            raise


def _write_bytes(file: FileIO, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[file.write(rest) :]


def _reserve_space(file: FileIO, size: int) -> None:
    """Make the system promise room for so many bytes. Raises OSError where there is not so much."""
    before = os.fstat(file.fileno()).st_size
    if size <= before or not hasattr(os, "posix_fallocate"):
        return
    try:
        os.posix_fallocate(file.fileno(), 0, size)
    except OSError as error:
        file.truncate(before)
        if error.errno not in (errno.EOPNOTSUPP, errno.EINVAL):  # some systems of files promise nothing
            raise


def _restore(file: FileIO, kept: BinaryIO, copy: Path) -> None:
    try:
        kept.seek(0)
        file.seek(0)
        while chunk := kept.read(_CHUNK):
            _write_bytes(file, chunk)
        file.truncate()
    except OSError as error:
        left = copy.with_name(copy.name.removeprefix("."))
        copy.rename(left)
        why = f"{error.strerror}; what the file held before is in {left}"
        raise OSError(error.errno, why, str(file.name)) from error


_STAGING_PREFIX = ".govgraph-"
"""How names of files begin that are not complete yet: short, because a name has a limit that the file's may reach."""


def write_file(path: Path, content: str | bytes, check: Callable[[Path], None] = lambda _: None) -> None:
    """Write a file whole or not at all. Text is written as UTF-8.

    Links are followed, and a file that is there keeps its mode, its owner, its attributes and its other names. What is
    no file is written into as it is. `check` gets the file just before it is replaced, and raises to keep it. Raises
    InputError where nothing may be written, OSError where it fails.
    """
    data = content if isinstance(content, bytes) else content.encode("utf-8", errors="backslashreplace")
    try:
        place = destination_of(path)
        if place.is_stream:
            _write_stream(place, data)
        elif not _replace_file(place, data, check):
            check(place.path)
            with _staging_path(place.path.parent) as copy:
                overwrite(place.path, data, copy)
    except OSError as error:  # not the name of a file that the user has never seen
        raise OSError(error.errno, error.strerror or str(error), str(path)) from error


def write_folder(path: Path, files: Mapping[str, bytes]) -> None:
    """Write a folder of files whole or not at all. Raises InputError where the folder holds something already."""
    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        why = "This folder is not empty; name a new one." if path.is_dir() else "A file of this name is there already."
        raise InputError([Fault(str(path), None, None, why)])
    folder = Path(os.path.realpath(path))
    try:
        if folder.exists():
            _fill_folder(folder, files)
            return
        with _staging_path(folder.parent) as staging:
            _create_folder(staging, files)
            staging.replace(folder)
    except OSError as error:
        raise OSError(error.errno, error.strerror or str(error), str(path)) from error


def _write_stream(place: Destination, data: bytes) -> None:
    flags = os.O_WRONLY | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)
    handle = os.dup(place.descriptor) if place.descriptor is not None else os.open(place.path, flags)
    with os.fdopen(handle, "wb") as stream:
        stream.write(data)


def _replace_file(place: Destination, data: bytes, check: Callable[[Path], None]) -> bool:
    """Write a file beside and move it there; False where it could not be all that the file there is."""
    if place.status is not None and place.status.st_nlink > 1:
        return False
    with _staging_path(place.path.parent) as staging:
        # What takes the place of a private file is private from the first byte on.
        _create_file(staging, data, 0o666 if place.status is None else 0o600)
        if place.status is not None and not copy_metadata(staging, place.path, place.status):
            return False
        check(place.path)
        try:
            staging.replace(place.path)
        except OSError as error:
            if error.errno != errno.EBUSY:  # a file that is mounted by itself, as containers do
                raise
            return False
    return True


def _create_file(path: Path, data: bytes, mode: int) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags, mode), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _create_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    folder.mkdir()
    for name, content in files.items():
        _create_file(folder / name, content, 0o666)


def _fill_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Put files into an empty folder, which stays what it is: it may be private, or mounted."""
    moved: list[Path] = []
    with _staging_path(folder) as staging:
        _create_folder(staging, files)
        try:
            for name in reversed(list(files)):  # bodies come last: all other files refer to them, so a part is refused
                moved.append(folder / name)
                (staging / name).rename(folder / name)
        except BaseException:
            for file in moved:
                file.unlink(missing_ok=True)
            raise


@contextmanager
def _staging_path(parent: Path) -> Iterator[Path]:
    """A name for what is not complete yet. What is there at the end is removed, whatever happens."""
    path = parent / f"{_STAGING_PREFIX}{secrets.token_hex(8)}"
    try:
        yield path
    finally:
        if path.is_dir():
            for file in path.iterdir():
                file.unlink()
            path.rmdir()
        else:
            path.unlink(missing_ok=True)
