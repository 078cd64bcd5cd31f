"""From a structure to the files of other tools. One file an exporter, each of which ends with `EXPORTER = ...`."""

from functools import cache
from importlib import import_module
from pathlib import PurePath
from pkgutil import iter_modules

from govgraph.exporters.exporter import Exported, Exporter

__all__ = ["Exported", "Exporter", "exporter_for", "exporters"]


@cache
def exporters() -> dict[str, Exporter]:
    """All exporters, by the name of their module, which is what `--to` takes."""
    modules = {module.name: import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__)}
    return {name: module.EXPORTER for name, module in sorted(modules.items()) if hasattr(module, "EXPORTER")}


def exporter_for(path: str) -> Exporter | None:
    """The exporter that the end of a file's name asks for; None where it asks for none of them."""
    name = PurePath(path).name.lower()
    return next((each for each in exporters().values() if name.endswith(each.endings)), None) if name else None
