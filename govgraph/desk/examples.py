"""Structures to begin with, from the installed package alone."""

from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from govgraph.model.faults import input_error

DRAFT = "shropshire-draft-2020"
"""The founding case, which `govgraph demo` shows."""


class _Example(NamedTuple):
    name: str
    title: str
    about: str


EXAMPLES = {
    DRAFT: _Example(
        f"{DRAFT}.yaml",
        "Shropshire's draft of July 2020",
        "A real draft of a council's SEND governance. Parent carers have no seat on three of its bodies.",
    ),
    "starter": _Example(
        "starter.yaml",
        "A small partnership board",
        "Six made-up bodies of a council. Put your own in their place.",
    ),
}
"""By key, in the order in which they are offered."""


def example_file(key: str) -> tuple[str, bytes]:
    """The name of an example and its bytes. Raises InputError where there is no such example."""
    if key not in EXAMPLES:
        raise input_error(f"There is no example {key}.")
    name = EXAMPLES[key].name
    packed = files("govgraph").joinpath("cli", name)
    if packed.is_file():
        return name, packed.read_bytes()
    return name, (Path(__file__).parents[2] / "fixtures" / key / "structure.yaml").read_bytes()
