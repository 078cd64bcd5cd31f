"""What tests of files need: devices where they may be made, and a run that may not write everywhere."""

import os
import shutil
from pathlib import Path

import pytest

NULL, ZERO, FULL = 3, 5, 7
"""The numbers of /dev/null, /dev/zero and /dev/full on Linux."""


def device(path: Path, number: int) -> Path:
    """A device like one of the system's own, in a place where it may be damaged. Skips the test where none is made."""
    try:
        os.mknod(path, 0o020666, os.makedev(1, number))
        os.close(os.open(path, os.O_RDWR))
    except OSError:
        pytest.skip("no device can be made here")
    return path


def as_anybody() -> list[str]:
    """What a command begins with so that permissions count. Skips the test where root cannot give up its powers."""
    if os.geteuid() != 0:
        return []
    if shutil.which("setpriv") is None:
        pytest.skip("root cannot give up its powers here")
    return ["setpriv", "--bounding-set=-all", "--inh-caps=-all"]
