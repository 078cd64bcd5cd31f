"""The cells of a page of draw.io: each with its text as lines, its style, and what it is attached to."""

import math
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from govgraph.importers.labels import plain_text

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_PLACEHOLDER = re.compile(r"%([A-Za-z][\w-]*)%")


class Cell(NamedTuple):
    """A cell of the model: a shape, a connector, a layer or the root."""

    key: str
    value: str
    style: Mapping[str, str]
    parent: str
    is_edge: bool
    source: str
    target: str
    xml: "Element"

    @property
    def is_text_alone(self) -> bool:
        """Whether it is a text without a shape: a title, a legend, a note."""
        return "text" in self.style


def cells_of(model: "Element") -> list[Cell]:
    """The cells of a page, in their order."""
    found = []
    for element in model.iterfind("root/*"):
        cell = element if element.tag == "mxCell" else element.find("mxCell")
        if cell is not None:  # a UserObject, or an object, holds the label and the id of the cell in it
            found.append(_cell(element, cell))
    return found


def _cell(holder: "Element", cell: "Element") -> Cell:
    style = _style(cell.get("style") or "")
    written = (cell.get("value") if holder is cell else holder.get("label")) or ""
    if holder.get("placeholders") == "1":
        written = _PLACEHOLDER.sub(lambda found: holder.get(found[1]) or found[0], written)
    return Cell(
        holder.get("id") or "",
        plain_text(written) if style.get("html") == "1" else written.strip(),
        style,
        cell.get("parent") or "",
        cell.get("edge") == "1",
        cell.get("source") or "",
        cell.get("target") or "",
        cell,
    )


def _style(text: str) -> dict[str, str]:
    """The keys and values of a style; a name of a style alone is a key without a value."""
    parts = (part.partition("=") for part in text.split(";") if part)
    return {key.strip(): value.strip() for key, _, value in parts}


def box(cell: Cell) -> tuple[float, float, float, float]:
    """Left, top, width and height of a cell, within the cell around it."""
    geometry = cell.xml.find("mxGeometry")
    if geometry is None:
        return 0, 0, 0, 0
    return tuple(number(geometry.get(key)) for key in ("x", "y", "width", "height"))  # type: ignore[return-value]


def number(text: str | None) -> float:
    """The number that an attribute holds; 0 where it holds none."""
    try:
        found = float(text or 0)
    except ValueError:
        return 0
    return found if math.isfinite(found) else 0
