"""Where settings and baselines are read from: files in, checked records out, every fault told at once."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from govgraph.findings.baseline import Baseline
from govgraph.model.statement import Record
from govgraph.read import Fault, InputError
from govgraph.read import json as json_file
from govgraph.read.document import Document, DocumentPlaces
from govgraph.read.files import text_of
from govgraph.read.validate import validated
from govgraph.settings.check import entry_faults, rule_faults
from govgraph.settings.model import Settings

OWN = "govgraph.toml"
SHARED = "pyproject.toml"
_TABLE = ("tool", "govgraph")
_MOST = 20_000_000
_MOST_SETTINGS = 1_000_000

Whole = TypeVar("Whole", bound=Record)


def find_settings(start: Path) -> Path | None:
    """The settings that hold in a folder: its own, or those of a folder around it, as far as the repository goes.

    Raises InputError where one folder has two.
    """
    for folder in _folders(start):
        own, shared = folder / OWN, folder / SHARED
        found = [path for path in (own, shared) if path.is_file() and (path is own or _speaks_of_us(path))]
        if len(found) > 1:
            raise InputError([Fault(str(own), None, None, f"{SHARED} beside it holds settings too; keep one of them.")])
        if found:
            return found[0]
    return None


def _folders(start: Path) -> list[Path]:
    around = [start, *start.parents]
    for number, folder in enumerate(around):
        if (folder / ".git").exists():
            return around[: number + 1]
    return [start]


def _speaks_of_us(path: Path) -> bool:
    if b"govgraph" not in path.read_bytes().replace(b"\0", b""):
        return False
    document = _toml(str(path))
    return document.broken or document.data is not None  # what is broken may hold settings: it is told, not passed over


def read_settings(path: str | Path) -> Settings:
    """The settings in a file: `[tool.govgraph]` of a pyproject.toml, else all of it. Raises InputError.

    >>> import govgraph
    >>> settings = govgraph.read_settings("govgraph.toml")
    >>> report = govgraph.check(govgraph.read("mine.yaml"), settings)
    """
    document = _toml(str(path))
    if not document.broken and document.data is None:
        document.data = {}
    settings, places = _read(document, Settings)
    faults = list(rule_faults(settings, document))
    if faults:
        raise InputError(faults)
    return settings.placed(places, str(path))


def _toml(path: str) -> Document:
    from govgraph.settings import toml  # noqa: PLC0415 - only where there are settings to read

    root = _TABLE if Path(path).name == SHARED else ()
    return _opened(path, lambda name, text: toml.parse(name, text, root), _MOST_SETTINGS)


def read_baseline(path: str | Path) -> Baseline:
    """The baseline in a file. Raises InputError with every fault."""
    document = _opened(str(path), json_file.parse, _MOST)
    baseline, places = _read(document, Baseline)
    faults = list(entry_faults(baseline, document))
    if faults:
        raise InputError(faults)
    return baseline.placed(places)


def _opened(path: str, parse: Callable[[str, str], Document], most: int) -> Document:
    try:
        return parse(path, text_of(path, most))
    except InputError as error:
        return Document(path, faults=error.faults, broken=True)


def _read(document: Document, model: type[Whole]) -> tuple[Whole, DocumentPlaces]:
    faults = list(document.faults)
    whole = validated(document, model, faults)
    if faults or whole is None:
        raise InputError(sorted(faults, key=lambda fault: (fault.line or 0, fault.column or 0)))
    return whole, DocumentPlaces([document])
