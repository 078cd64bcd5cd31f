"""How things show themselves in a notebook and in print; the room that does it, `notebook`, is registered here."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    import pandas as pd


class Notebook(Protocol):
    """What makes tables, HTML and text of the things that govgraph gives."""

    def frame(self, shown: Any, *args: Any, **options: Any) -> "pd.DataFrame":
        """A table of pandas."""

    def html(self, shown: Any) -> str:
        """HTML for an output cell."""

    def text(self, shown: Any) -> str:
        """Plain text for `print`."""


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


def text(shown: object) -> str:
    """Plain text, as `print` shows it."""
    return _notebook().text(shown)


def _notebook() -> Notebook:
    notebook: Notebook = _loaders[0]()
    return notebook
