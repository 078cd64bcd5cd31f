"""Visio (.vsdx): the shapes with text on every page, and the connectors that are glued to them."""

from collections.abc import Iterator
from functools import cached_property
from io import BytesIO
from typing import Any

from govgraph.formats.sheets.archive import Archive, RefusedError
from govgraph.importers.contents import clean, named, parse_xml, refused, within_size
from govgraph.importers.drawings import Connector, Shape, drafted
from govgraph.importers.importer import Imported, Importer
from govgraph.language import listed, plural

_PAGES = "visio/pages/pages.xml"
_READ = ("visio/pages/", "visio/masters/", "visio/document.xml", "visio/_rels/", "docProps/app.xml", "[Content_Types]")
"""The parts that the library reads; all are looked through before it does."""
_DAMAGED = "This is not a Visio drawing, or it is damaged: open it in Visio, and save it again as .vsdx."
_BEGINS, _ENDS = "BeginX", "EndX"


def _recognises(name: str, data: bytes) -> bool:
    return name.lower().endswith(IMPORTER.endings) and data.startswith(b"PK")


def _read(path: str, data: bytes) -> Imported:
    file = _opened(path, within_size(path, data))
    try:
        pages = [_Page(page) for page in file.pages]
        shapes = [shape for page in pages for shape in page.shapes]
        connectors = [connector for page in pages for connector in page.connectors]
        notices = [notice for page in pages for notice in page.notices]
    except (AttributeError, IndexError, KeyError, TypeError, ValueError):
        raise refused(path, _DAMAGED) from None
    return drafted(path, shapes, connectors, notices)


def _opened(path: str, data: bytes) -> Any:
    """The drawing as the library reads it, from memory. Raises InputError where its archive or XML would do harm."""
    try:
        from vsdx import VisioFile  # only these files need it
    except ModuleNotFoundError:
        why = "To read a drawing of Visio, install what it takes: pip install 'govgraph[exchange]'."
        raise refused(path, why) from None
    parts = _parts(path, data)

    class InMemory(VisioFile):  # type: ignore[misc]
        """A drawing whose parts are at hand already."""

        def _load_zip_file_contents_to_memory(self) -> None:
            self.zip_file_contents = {f"{self.directory}/{name}": BytesIO(part) for name, part in parts.items()}

    try:
        return InMemory("drawing.vsdx")
    except (AttributeError, IndexError, KeyError, TypeError, ValueError):
        raise refused(path, _DAMAGED) from None


def _parts(path: str, data: bytes) -> dict[str, bytes]:
    try:
        archive = Archive(data)
    except RefusedError as error:
        why = str(error)
        raise refused(path, _DAMAGED if "Excel" in why else why.replace("workbook", "drawing")) from None
    parts = {name: archive.part(name) or b"" for name in archive.names() if name.startswith(_READ)}
    if _PAGES not in parts:
        raise refused(path, _DAMAGED)
    for name, part in parts.items():
        if name.endswith((".xml", ".rels")):
            parse_xml(path, part)
    return parts


class _Page:
    """What is on a page."""

    def __init__(self, page: Any) -> None:
        self.where = f"page {clean(page.name) or page.page_id}"
        self._id = str(page.page_id)
        listed_as = page.vis.pages_xml.getroot()
        own = next((each for each in listed_as if each.get("ID") == page.page_id), None)
        self._is_background = own is not None and own.get("Background") == "1"
        self._all: dict[str, Any] = {}
        self._around: dict[str, str] = {}
        self._gather(page.child_shapes, "")
        self._ends: dict[str, dict[str, str]] = {}
        for connect in page.connects:
            if connect.from_rel in (_BEGINS, _ENDS) and connect.from_id in self._all:
                self._ends.setdefault(connect.from_id, {})[connect.from_rel] = connect.to_id

    def _gather(self, shapes: list[Any], around: str) -> None:
        for shape in shapes:
            self._all[shape.ID] = shape
            self._around[shape.ID] = around
            if shape.shape_type == "Group":
                self._gather(shape.child_shapes, shape.ID)

    @cached_property
    def _texts(self) -> dict[str, str]:
        """The texts of shapes that are no connectors."""
        found = {key: _text(shape) for key, shape in self._all.items() if not self._is_connector(key)}
        return {} if self._is_background else {key: text for key, text in found.items() if clean(text)}

    def _is_connector(self, key: str) -> bool:
        return key in self._ends or _BEGINS in self._all[key].cells

    def _outer(self, key: str) -> Iterator[str]:
        """The groups around a shape, the nearest first."""
        while self._around[key]:
            key = self._around[key]
            yield key

    @property
    def shapes(self) -> Iterator[Shape]:
        """The shapes with a text."""
        for key, text in self._texts.items():
            inside = next((outer for outer in self._outer(key) if outer in self._texts), None)
            yield Shape(self._key(key), text, self.where, None if inside is None else self._key(inside))

    def _key(self, key: str) -> str:
        return f"{self._id}\n{key}"

    @cached_property
    def _only_inside(self) -> dict[str, str]:
        """By the id of a group without a text: the only shape with a text in it."""
        found: dict[str, list[str]] = {}
        for key in self._texts:
            for outer in self._outer(key):
                if outer in self._texts:
                    break
                found.setdefault(outer, []).append(key)
        return {key: inside[0] for key, inside in found.items() if len(inside) == 1}

    def _end(self, key: str | None) -> str | None:
        return key if key is None or key in self._texts else self._only_inside.get(key)

    @property
    def connectors(self) -> Iterator[Connector]:
        """The connectors that are glued to a shape with a text at both ends."""
        for key, ends in self._ends.items():
            start, end = self._end(ends.get(_BEGINS)), self._end(ends.get(_ENDS))
            if start is not None and end is not None and not self._is_background:
                at_start, at_end = _arrow(self._all[key], "BeginArrow"), _arrow(self._all[key], "EndArrow")
                heads = None if at_start is None and at_end is None else int(at_start or 0) + int(at_end or 0)
                if at_start and not at_end:
                    start, end = end, start
                yield Connector(self._key(start), self._key(end), clean(_text(self._all[key])), self.where, heads)

    @property
    def notices(self) -> Iterator[str]:
        """What of the page could not be taken."""
        if self._is_background:
            if any(clean(_text(shape)) for shape in self._all.values()):
                yield f"The background '{self.where.removeprefix('page ')}' is left out."
            return
        loose = [key for key in self._all if self._is_connector(key) and not self._is_attached(key)]
        if loose:
            text = plural(len(loose), "connector does", "connectors do")
            which = listed(list(named(self._described(key) for key in loose)), between="; ")
            remedy = "In Visio, drag each end onto its shape until it is marked, and save"
            yield f"On {self.where}, {text} not join two shapes with text, so left out: {which}. {remedy}."
        containers = [key for key, text in self._texts.items() if _is_container(self._all[key])]
        if containers:
            names = listed(list(named(clean(self._texts[key]) for key in containers)))
            yield f"On {self.where}, which shapes are inside these containers is not read: {names}."

    def _is_attached(self, key: str) -> bool:
        ends = self._ends.get(key, {})
        return self._end(ends.get(_BEGINS)) is not None and self._end(ends.get(_ENDS)) is not None

    def _described(self, key: str) -> str:
        ends = [self._end(self._ends.get(key, {}).get(end)) for end in (_BEGINS, _ENDS)]
        names = ["no shape" if end is None else clean(self._texts[end]) for end in ends]
        label = clean(_text(self._all[key]))
        shown = f"'{label}' " if label else ""
        return f"{shown}from {names[0]} to {names[1]}"


def _text(shape: Any) -> str:
    """The text of a shape; empty where its master, which would have it, is not there."""
    try:
        return str(shape.text).replace("\u2028", "\n")
    except (AttributeError, IndexError):
        return ""


def _arrow(shape: Any, cell: str) -> bool | None:
    """Whether an end of a connector has an arrowhead; None where neither it nor its master says so."""
    try:
        value = shape.cell_value(cell)
    except (AttributeError, IndexError):
        return None
    return None if value is None else value.strip() not in ("", "0")


def _is_container(shape: Any) -> bool:
    rows = (row for section in shape.xml if section.get("N") == "User" for row in section)
    structures = (cell.get("V") for row in rows if row.get("N") == "msvStructureType" for cell in row)
    return "Container" in structures


IMPORTER = Importer("Visio's drawings", (".vsdx", ".vsdm"), _recognises, _read)
