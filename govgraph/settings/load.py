"""Where settings and baselines are read from: files in, checked records out, every fault told at once."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path, PurePosixPath
from typing import TypeVar

from govgraph.findings.baseline import Baseline
from govgraph.model.faults import FaultList
from govgraph.model.statement import Record
from govgraph.read import Fault, InputError
from govgraph.read import json as json_file
from govgraph.read.content import content_of
from govgraph.read.document import Document, DocumentPlaces
from govgraph.read.encoding import decoded
from govgraph.read.validate import validated
from govgraph.settings.check import entry_faults, rule_faults
from govgraph.settings.model import Settings

OWN = "govgraph.toml"
SHARED = "pyproject.toml"
_TABLE = ("tool", "govgraph")
MOST_BASELINE = 20_000_000
MOST_SETTINGS = 1_000_000

Whole = TypeVar("Whole", bound=Record)


def find_settings(start: Path) -> Path | None:
    """The settings that hold in a folder: its own, or those of a folder around it, as far as the repository goes.

    Raises InputError where one folder has two, and where settings are a link that leads nowhere.
    """
    for folder in _folders(start):
        own, shared = folder / OWN, folder / SHARED
        found = [own] if os.path.lexists(own) else []
        if shared.exists() and speaks_of_us(str(shared), content_of(str(shared), MOST_SETTINGS)):
            found.append(shared)
        if chosen := the_only_one(found):
            return chosen
    return None


def the_only_one(found: Sequence[Path]) -> Path | None:
    """The settings of one folder. Raises InputError where it has two."""
    if len(found) > 1:
        why = f"{SHARED} beside it holds settings too; keep one of them."
        raise InputError([Fault(str(found[0]), None, None, why)])
    return found[0] if found else None


def _folders(start: Path) -> list[Path]:
    around = [start, *start.parents]
    for number, folder in enumerate(around):
        if (folder / ".git").exists():
            return around[: number + 1]
    return [start]


def speaks_of_us(path: str, data: bytes) -> bool:
    """Whether a pyproject.toml has settings of govgraph, or may have, where it is broken: then that is the fault."""
    if b"govgraph" not in data.replace(b"\0", b""):
        return False
    document = _toml(path, data)
    return document.broken or document.data is not None


def read_settings(path: str | Path) -> Settings:
    """The settings in a file: `[tool.govgraph]` of a pyproject.toml, else all of it. Raises InputError.

    >>> import govgraph
    >>> settings = govgraph.read_settings("govgraph.toml")
    >>> report = govgraph.check(govgraph.read("mine.yaml"), settings)
    """
    return settings_of(str(path), content_of(str(path), MOST_SETTINGS))


def settings_of(path: str, data: bytes) -> Settings:
    """The settings in the bytes of a file of that name. Raises InputError with every fault."""
    document = _toml(path, data)
    if not document.broken and document.data is None:
        document.data = {}
    settings, places = _read(document, Settings)
    faults = list(rule_faults(settings, document))
    if faults:
        raise InputError(faults)
    return settings.placed(places, path)


def _toml(path: str, data: bytes) -> Document:
    from govgraph.settings import toml  # noqa: PLC0415 - only where there are settings to read

    root = _TABLE if PurePosixPath(path).name.rpartition(":")[2] == SHARED else ()
    return _parsed(path, data, lambda name, text: toml.parse(name, text, root))


def read_baseline(path: str | Path) -> Baseline:
    """The baseline in a file. Raises InputError with every fault."""
    return baseline_of(str(path), content_of(str(path), MOST_BASELINE))


def baseline_of(path: str, data: bytes) -> Baseline:
    """The baseline in the bytes of a file of that name. Raises InputError with every fault."""
    document = _parsed(path, data, json_file.parse)
    baseline, places = _read(document, Baseline)
    faults = list(entry_faults(baseline, document))
    if faults:
        raise InputError(faults)
    return baseline.placed(places)


def _parsed(path: str, data: bytes, parse: Callable[[str, str], Document]) -> Document:
    try:
        return parse(path, decoded(data, path))
    except InputError as error:
        return Document(path, faults=error.faults, broken=True)


def _read(document: Document, model: type[Whole]) -> tuple[Whole, DocumentPlaces]:
    faults = FaultList(document.faults)
    whole = validated(document, model, faults)
    if faults or whole is None:
        faults.sort(key=lambda fault: (fault.line or 0, fault.column or 0))
        raise InputError(faults)
    return whole, DocumentPlaces([document])
