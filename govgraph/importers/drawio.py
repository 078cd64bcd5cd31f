"""draw.io (diagrams.net): the shapes and connectors of every page, plain or compressed."""

import base64
import binascii
import re
import zlib
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import unquote

from govgraph.importers.contents import MAX_BYTES, clean, named, parse_xml, refused
from govgraph.importers.drawings import Connector, Shape, drafted, name_in
from govgraph.importers.drawio_cells import Cell, box, cells_of, number
from govgraph.importers.importer import Imported, Importer
from govgraph.language import listed, plural

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_BEGINNING = re.compile(rb"<(?:mxfile|mxGraphModel)[\s>]")
_START = 4_000
"""Bytes in which a drawing shows what it is; comments may stand before."""
_NAMED = 10
_DEEPEST = 50
"""So many shapes in one another are looked through; a file may say that a shape lies in itself."""
_NEAR = 10.0
"""An end of an arrow so near to a shape touches it for the eye."""


def _recognises(name: str, data: bytes) -> bool:
    return name.lower().endswith(IMPORTER.endings) and _BEGINNING.search(data[:_START]) is not None


def _read(path: str, data: bytes) -> Imported:
    root = parse_xml(path, data)
    pages = [_Page(name, model) for name, model in _models(path, root)]
    shapes = [shape for page in pages for shape in page.shapes]
    connectors = [connector for page in pages for connector in page.connectors]
    return drafted(path, shapes, connectors, [notice for page in pages for notice in page.notices])


def _models(path: str, root: "Element") -> Iterator[tuple[str, "Element"]]:
    """Each page by its name, with the model of what is on it. Raises InputError for one that is damaged."""
    if root.tag == "mxGraphModel":
        yield "1", root
    left = MAX_BYTES
    for place, diagram in enumerate(root.iter("diagram"), 1):
        name = clean(diagram.get("name")) or str(place)
        model = diagram.find("mxGraphModel")
        if model is None and (diagram.text or "").strip():
            unpacked = _unpacked(path, name, diagram.text or "", left)
            left -= len(unpacked)
            model = parse_xml(path, unpacked)
        if model is not None:
            yield name, model


def _unpacked(path: str, page: str, text: str, most: int) -> bytes:
    """The XML of a compressed page: base64, deflate and percent signs, one around the other."""
    damaged = refused(path, f"The page '{page}' is damaged: open the drawing in draw.io, and save it again.")
    try:
        inflater = zlib.decompressobj(-zlib.MAX_WBITS)
        unpacked = inflater.decompress(base64.b64decode("".join(text.split()), validate=True), most + 1)
        if len(unpacked) > most:
            raise refused(path, f"Unpacked, the drawing is larger than {MAX_BYTES // 1_000_000} MB; it is not read.")
        if not inflater.eof:
            raise damaged
        return unquote(unpacked.decode("utf-8"), errors="strict").encode("utf-8")
    except (binascii.Error, zlib.error, UnicodeError):
        raise damaged from None


class _Page:
    """What is on a page."""

    def __init__(self, name: str, model: "Element") -> None:
        self.where = f"page {name}"
        self._cells: dict[str, Cell] = {}
        cells = cells_of(model)
        # Of cells with one id, as no program writes them, the first counts.
        for cell in cells:
            self._cells.setdefault(cell.key, cell)
        self._doubled = len(cells) - len(self._cells)
        self._edges = [cell for cell in self._cells.values() if cell.is_edge and not self._is_hidden(cell)]
        self._labels: dict[str, list[str]] = {}
        for cell in self._cells.values():
            if cell.parent in self._cells and self._cells[cell.parent].is_edge and cell.value:
                self._labels.setdefault(cell.parent, []).append(clean(cell.value))
        self._ends = {end for cell in self._edges for end in (cell.source, cell.target)}

    @cached_property
    def _vertices(self) -> dict[str, Cell]:
        """The shapes with a text: no connectors, no labels of connectors, and no text that stands alone."""
        return {
            key: cell
            for key, cell in self._cells.items()
            if cell.value and not cell.is_edge and not self._is_label(cell) and not self._is_hidden(cell)
            if not cell.is_text_alone or key in self._ends
        }

    def _is_label(self, cell: Cell) -> bool:
        return "edgeLabel" in cell.style or (cell.parent in self._cells and self._cells[cell.parent].is_edge)

    def _is_hidden(self, cell: Cell) -> bool:
        return any(each.xml.get("visible") == "0" for each in (cell, *self._around(cell)))

    def _around(self, cell: Cell) -> Iterator[Cell]:
        """The cells around a cell, the nearest first."""
        for _ in range(_DEEPEST):
            around = self._cells.get(cell.parent)
            if around is None:
                return
            cell = around
            yield cell

    @property
    def shapes(self) -> Iterator[Shape]:
        """The shapes with a text."""
        for cell in self._vertices.values():
            around = next((each.key for each in self._around(cell) if each.key in self._vertices), None)
            inside = None if around is None else self._id(around)
            yield Shape(self._id(cell.key), cell.value, self.where, inside)

    def _id(self, key: str) -> str:
        return f"{self.where}\n{key}"

    @cached_property
    def _only_inside(self) -> dict[str, str]:
        """By the key of a group without a text: the only shape with a text in it."""
        found: dict[str, list[str]] = {}
        for key, cell in self._vertices.items():
            for around in self._around(cell):
                if around.key in self._vertices:
                    break
                found.setdefault(around.key, []).append(key)
        return {key: inside[0] for key, inside in found.items() if len(inside) == 1}

    def _end(self, key: str) -> str | None:
        return key if key in self._vertices else self._only_inside.get(key)

    @property
    def connectors(self) -> Iterator[Connector]:
        """The connectors that are attached to a shape with a text at both ends."""
        for cell in self._edges:
            start, end = self._end(cell.source), self._end(cell.target)
            if start is not None and end is not None:
                at_start = cell.style.get("startArrow", "none") != "none"
                at_end = cell.style.get("endArrow", "classic") != "none"
                if at_start and not at_end:
                    start, end = end, start
                labels = list(filter(None, [clean(cell.value), *self._labels.get(cell.key, ())]))
                yield Connector(
                    self._id(start), self._id(end), " / ".join(labels), self.where, int(at_start) + int(at_end)
                )

    @property
    def notices(self) -> Iterator[str]:
        """What of the page could not be taken."""
        loose = [cell for cell in self._edges if None in (self._end(cell.source), self._end(cell.target))]
        if loose:
            text = plural(len(loose), "connector does", "connectors do")
            which = listed([self._described(cell) for cell in loose[:_NAMED]], len(loose), most=_NAMED, between="; ")
            remedy = "In draw.io, drag each end onto its shape until it lights up, and save"
            yield f"On {self.where}, {text} not join two shapes with text, so left out: {which}. {remedy}."
        texts = [f"'{clean(cell.value)[:60]}'" for cell in self._cells.values() if self._is_left_out(cell)]
        if texts:
            text = plural(len(texts), "text beside the shapes is", "texts beside the shapes are")
            yield f"On {self.where}, {text} left out: {listed(list(named(texts)))}."
        hidden = sum(bool(cell.value) and self._is_hidden(cell) for cell in self._cells.values())
        if hidden:
            yield f"On {self.where}, {plural(hidden, 'hidden shape is', 'hidden shapes are')} left out."
        if self._doubled:
            text = plural(self._doubled, "shape has the id of another and is", "shapes have the ids of others and are")
            yield f"On {self.where}, {text} left out."

    def _is_left_out(self, cell: Cell) -> bool:
        alone = cell.is_text_alone and cell.key not in self._ends and not cell.is_edge
        return bool(clean(cell.value)) and alone and not self._is_label(cell) and not self._is_hidden(cell)

    def _described(self, cell: Cell) -> str:
        """A connector that is not attached, by what it is attached to or seems to touch."""
        start, end = (
            self._end_words(cell, cell.source, "sourcePoint"),
            self._end_words(cell, cell.target, "targetPoint"),
        )
        label = f"'{clean(cell.value)}' " if clean(cell.value) else ""
        return f"{label}from {start} to {end}"

    def _end_words(self, cell: Cell, key: str, role: str) -> str:
        attached = self._end(key)
        if attached is not None:
            return name_in(self._vertices[attached].value).name
        if key in self._cells:
            return "another connector" if self._cells[key].is_edge else "a shape without text"
        point = self._point(cell, role)
        touched = point and self._shape_at(*point)
        return f"a point near {name_in(touched.value).name}" if touched else "no shape"

    def _point(self, cell: Cell, role: str) -> tuple[float, float] | None:
        found = next((each for each in cell.xml.iter("mxPoint") if each.get("as") == role), None)
        if found is None:
            return None
        left, top = self._origin(cell)
        return left + number(found.get("x")), top + number(found.get("y"))

    def _origin(self, cell: Cell) -> tuple[float, float]:
        """Where the coordinates of a cell begin: those of a shape in another begin at that one."""
        boxes = [box(each) for each in self._around(cell)]
        return sum(box[0] for box in boxes), sum(box[1] for box in boxes)

    def _shape_at(self, x: float, y: float) -> Cell | None:
        """The smallest shape with a text at a point, or near it."""
        found = []
        for cell in self._vertices.values():
            left, top = self._origin(cell)
            own_left, own_top, width, height = box(cell)
            is_within = -_NEAR <= x - left - own_left <= width + _NEAR
            if is_within and -_NEAR <= y - top - own_top <= height + _NEAR:
                found.append((width * height, cell))
        return min(found, key=lambda each: each[0])[1] if found else None


IMPORTER = Importer("draw.io's drawings", (".drawio", ".xml"), _recognises, _read)
