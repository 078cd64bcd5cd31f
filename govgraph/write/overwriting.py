"""A file that is there already: another takes its place and is all that it was, or it is written over."""

import errno
import os
import shutil
import stat
from io import FileIO
from pathlib import Path
from typing import BinaryIO

_CHUNK = 1 << 20


def take_over(new: Path, old: Path, status: os.stat_result) -> bool:
    """Give a new file the owner, the extended attributes and the mode of an old one; False where that is refused."""
    try:
        made = new.stat()
        if (made.st_uid, made.st_gid) != (status.st_uid, status.st_gid):
            os.chown(new, status.st_uid, status.st_gid)
        _take_attributes(new, old)
        # As with every file that is written to, what lets it run as somebody else does not outlive its content.
        new.chmod(stat.S_IMODE(status.st_mode) & ~(stat.S_ISUID | stat.S_ISGID))
    except OSError:
        return False
    return True


def _take_attributes(new: Path, old: Path) -> None:
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
        _set_aside(file, len(data))
        try:
            file.seek(0)
            _write(file, data)
            file.truncate()
            os.fsync(file.fileno())
        except BaseException:
            _put_back(file, kept, copy)
            raise


def _write(file: FileIO, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[file.write(rest) :]


def _set_aside(file: FileIO, size: int) -> None:
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


def _put_back(file: FileIO, kept: BinaryIO, copy: Path) -> None:
    try:
        kept.seek(0)
        file.seek(0)
        while chunk := kept.read(_CHUNK):
            _write(file, chunk)
        file.truncate()
    except OSError as error:
        left = copy.with_name(copy.name.removeprefix("."))
        copy.rename(left)
        why = f"{error.strerror}; what the file held before is in {left}"
        raise OSError(error.errno, why, str(file.name)) from error
