"""From the files of other tools to a structure. One file an importer, each of which ends with `IMPORTER = ...`.

Installed packages offer further ones: an entry point of the group `govgraph.importers` names an `Importer`.
"""

from functools import cache
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from pkgutil import iter_modules
from typing import Any

from govgraph.importers.importer import Imported, Importer
from govgraph.model.faults import input_error, nearest

__all__ = ["GROUP", "Imported", "Importer", "importer_for", "importer_named", "importers"]

GROUP = "govgraph.importers"
"""The entry points by which other packages offer importers: each names an `Importer`."""


@cache
def importers() -> dict[str, Importer]:
    """All importers by the name that `--from` takes: those of this folder by module, and those of installed packages.

    Raises InputError where one of a package cannot be loaded, is none, or has the name of another.
    """
    modules = {module.name: import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__)}
    found = {name: module.IMPORTER for name, module in sorted(modules.items()) if hasattr(module, "IMPORTER")}
    for entry in entry_points(group=GROUP):
        if entry.name in found:
            raise input_error(
                f"Two importers are called '{entry.name}'. Uninstall the package that brings one of them."
            )
        found[entry.name] = _of_entry(entry)
    return found


def importer_named(name: str) -> Importer:
    """The importer that `--from` names. Raises InputError where there is none."""
    known = importers()
    if name not in known:
        raise input_error(f"There is no importer '{name}'.{nearest(name, list(known))} There are: {', '.join(known)}.")
    return known[name]


def importer_for(path: str, data: bytes) -> Importer | None:
    """The importer that knows a file by the end of its name and by what it holds; None where none does."""
    lower = path.lower()
    candidates = [each for each in importers().values() if lower.endswith(each.endings)]
    return next((each for each in candidates if each.recognises(path, data)), None)


def _of_entry(entry: EntryPoint) -> Importer:
    try:
        importer: Any = entry.load()
    except Exception as error:
        raise input_error(
            f"The importer '{entry.name}' of an installed package cannot be loaded ({type(error).__name__}: {error})."
        ) from error
    if not isinstance(importer, Importer) or not _is_sound(importer):
        raise input_error(f"'{entry.name}' of an installed package is no importer: it should be a sound `Importer`.")
    return importer


def _is_sound(importer: Importer) -> bool:
    """Whether the parts of an importer are what they should be: what another package holds may be anything."""
    parts: tuple[Any, ...] = importer
    name, endings, recognises, read = parts
    ends = isinstance(endings, tuple) and bool(endings) and all(isinstance(end, str) and end for end in endings)
    return isinstance(name, str) and bool(name) and ends and callable(recognises) and callable(read)
