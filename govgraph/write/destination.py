"""Where output goes: to the file that links lead to, into a device or a pipe, or to what is open under a number."""

import errno
import os
import re
import stat
from pathlib import Path
from typing import NamedTuple

from govgraph.model.faults import Fault, InputError

_MOST_LINKS = 40
_OPEN_FILES = re.compile(r"/dev/fd|/proc/(?P<process>\d+)(/task/\d+)?/fd")
"""Folders whose entries are not files, but what a program has open, by its number."""
_ANYBODY_WRITES = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


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
    end = _end_of_links(path)
    number = _descriptor(end)
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


def _end_of_links(path: Path) -> Path:
    for _ in range(_MOST_LINKS):
        path = Path(os.path.realpath(path.parent)) / path.name
        if _OPEN_FILES.fullmatch(str(path.parent)) or not path.is_symlink():
            return path
        path = path.parent / path.readlink()
    raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path))


def _descriptor(path: Path) -> int | None:
    """The number under which this program has it open; None for a file, and for what another program has open."""
    folder = _OPEN_FILES.fullmatch(str(path.parent))
    if folder is None or not path.name.isdecimal() or folder["process"] not in (None, str(os.getpid())):
        return None
    return int(path.name)


def _why_not_written(path: Path, status: os.stat_result) -> str | None:
    if stat.S_ISDIR(status.st_mode):
        return "This is a folder; name a file."
    if stat.S_ISBLK(status.st_mode):
        return "This is a disk; name a file."
    if stat.S_ISSOCK(status.st_mode):
        return "This is a socket; name a file."
    # Root may write to every file; what nobody is meant to write to is left alone all the same.
    if stat.S_ISREG(status.st_mode) and not (status.st_mode & _ANYBODY_WRITES and os.access(path, os.W_OK)):
        return "This file is read-only. Choose another name, or change its permissions."
    return None
