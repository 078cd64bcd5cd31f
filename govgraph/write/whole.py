"""Files that are written whole or not at all."""

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from govgraph.model.faults import Fault, InputError


def write_whole(path: Path, content: str | bytes) -> None:
    """Write a file beside its place and move it there when it is complete. Text is written as UTF-8."""
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content if isinstance(content, bytes) else content.encode("utf-8", errors="backslashreplace"))
            file.flush()
            os.fsync(file.fileno())
        Path(beside).chmod(_mode(0o666))
        Path(beside).replace(path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise


def write_folder(path: Path, files: Mapping[str, bytes]) -> None:
    """Write a folder of files likewise. Raises InputError where something is in the folder already."""
    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        why = "This folder is not empty; name a new one." if path.is_dir() else "A file of this name is there already."
        raise InputError([Fault(str(path), None, None, why)])
    beside = Path(tempfile.mkdtemp(dir=path.parent, prefix=f".{path.name}."))
    try:
        for name, content in files.items():
            write_whole(beside / name, content)
        beside.chmod(_mode(0o777))
        if path.exists():
            path.rmdir()  # it is empty; not every system lets one folder take the place of another
        beside.replace(path)
    except BaseException:
        _removed(beside)
        raise


def _removed(folder: Path) -> None:
    for file in folder.iterdir():
        file.unlink()
    folder.rmdir()


def _mode(most: int) -> int:
    """What the user lets files be."""
    mask = os.umask(0)
    os.umask(mask)
    return most & ~mask
