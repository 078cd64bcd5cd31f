"""What runs in the page: one session, which answers the worker."""

import gc
import json
from collections.abc import Iterator
from typing import Any

gc.disable()  # while modules are loaded, of which nothing is garbage

from govgraph.desk.session import Session  # noqa: E402

_SESSION = Session()


def call(method: str, arguments: str, files: Any) -> str:
    """The answer of the session, as JSON. Files are what JavaScript holds of them."""
    return _SESSION.call(method, arguments, [(file.name, file.bytes.to_bytes()) for file in files])


def warm_up() -> Iterator[None]:
    """Load what will be needed, step by step, on another structure: a person is still reading, or choosing a file."""
    tried = Session()
    for method, arguments in (("example", ["starter"]), ("picture", []), ("write", ["workbook"])):
        tried.call(method, json.dumps(arguments))
        yield
    import python_calamine  # noqa: F401 - as the first workbook would load it

    gc.freeze()  # what is loaded stays: to look through it again and again takes longer than an edit
    gc.enable()
