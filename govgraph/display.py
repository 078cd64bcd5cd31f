"""How things show themselves in a notebook: the room `notebook` is registered here, above all that it shows."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    import pandas as pd


class Notebook(Protocol):
    """What makes tables and HTML of the things that govgraph gives."""

    def frame(self, shown: Any, *args: Any, **options: Any) -> "pd.DataFrame":
        """A table of pandas."""

    def html(self, shown: Any) -> str:
        """HTML for an output cell."""


_loaders: list[Callable[[], Any]] = []


def register(load: Callable[[], Any]) -> None:
    """Name what loads the notebook room, which is loaded only when something is shown."""
    _loaders[:] = [load]


def frame(shown: object, *args: Any, **options: Any) -> "pd.DataFrame":
    """A table of pandas; what it takes beside depends on the thing. Raises ModuleNotFoundError without pandas."""
    return _notebook().frame(shown, *args, **options)


def html(shown: object) -> str:
    """HTML for an output cell of a notebook."""
    return _notebook().html(shown)


def _notebook() -> Notebook:
    notebook: Notebook = _loaders[0]()
    return notebook
