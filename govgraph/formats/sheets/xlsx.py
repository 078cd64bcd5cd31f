"""What an Excel workbook holds besides values: errors, formulas without results, hidden rows, months as dates."""

import re
from posixpath import join, normpath

from govgraph.formats.files import SAVE_AS
from govgraph.formats.sheets.archive import (
    DAMAGED,
    Archive,
    RefusedError,
    XmlWalker,
    parse_number,
    refuse_links,
    shared_text_lengths,
)
from govgraph.formats.sheets.sheet import MONTH, YEAR, Position, SheetDetails, SheetPart, WorkbookSize

_MONTH_AND_YEAR = 17
"""The built-in format of numbers that shows a month and a year (Jul-20)."""


def partial_date_styles(data: bytes) -> dict[int, str]:
    """The format of a date by the number of each style that shows only a year, or a month and a year."""
    styles = _StyleWalker().walk(data)
    formats = {format_id: styles.partial_date_format(format_id) for format_id in set(styles.used)}
    return {number: formats[format_id] for number, format_id in enumerate(styles.used) if formats[format_id]}


class _StyleWalker(XmlWalker):
    """Which formats of numbers cells have."""

    _inside = False

    def __init__(self) -> None:
        self.used: list[int] = []
        self._formats: dict[int, str] = {}

    def start_numFmt(self, attributes: dict[str, str]) -> None:  # noqa: N802
        self._formats[parse_number(attributes.get("numFmtId"))] = attributes.get("formatCode", "")

    def start_cellXfs(self, _: dict[str, str]) -> None:  # noqa: N802
        self._inside = True

    def end_cellXfs(self) -> None:  # noqa: N802
        self._inside = False

    def start_xf(self, attributes: dict[str, str]) -> None:
        if self._inside:
            self.used.append(parse_number(attributes.get("numFmtId")))

    def partial_date_format(self, format_id: int) -> str:
        """The format of a date where a number format shows a year, or a month and a year; empty for all others."""
        if format_id == _MONTH_AND_YEAR:
            return MONTH
        code = re.sub(r'"[^"]*"|\[[^\]]*\]|\\.', "", self._formats.get(format_id, "")).lower()
        if "general" in code or "y" not in code or set("dhs0#?@") & set(code):
            return ""
        return MONTH if "m" in code else YEAR


_REFERENCE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})\Z")
_LAST_CELL = (1_048_576, 16_384)
"""XFD1048576, the last cell that a sheet may have."""


def sheet_parts(archive: Archive) -> list[SheetPart]:
    """The sheets of a workbook, in their order. Raises RefusedError for what draws on other files."""
    refuse_links(archive)
    lengths = shared_text_lengths(archive)
    book = _WorkbookWalker().walk(archive.part("xl/workbook.xml") or b"")
    book.walk(archive.part("xl/_rels/workbook.xml.rels") or b"")
    styles = partial_date_styles(archive.part("xl/styles.xml") or b"<none/>")
    parts = [
        SheetPart(name, book.targets.get(key, ""), styles, key in book.charts, lengths) for name, key in book.sheets
    ]
    paths = [part.path for part in parts if part.path]
    if len(set(paths)) < len(paths):  # one part as many sheets would be read as often
        raise RefusedError(DAMAGED)
    return parts


def read_details(archive: Archive, part: SheetPart, size: WorkbookSize) -> SheetDetails:
    """What a sheet holds besides values. Raises RefusedError where it is missing, damaged or too large."""
    data = archive.part(part.path)
    if data is None:
        if part.is_chart:
            return SheetDetails()
        raise RefusedError(f"The sheet {part.name} cannot be found in this workbook: open it in Excel, and {SAVE_AS}.")
    return _SheetWalker(part, size).walk(data).details


class _WorkbookWalker(XmlWalker):
    """The names of the sheets with the keys of their relations, and the parts to which these lead."""

    def __init__(self) -> None:
        self.sheets: list[tuple[str, str]] = []
        self.targets: dict[str, str] = {}
        self.charts: set[str] = set()

    def start_sheet(self, attributes: dict[str, str]) -> None:
        key = next((value for name, value in attributes.items() if name.rpartition(" ")[2] == "id"), "")
        self.sheets.append((attributes.get("name", ""), key))

    def start_Relationship(self, attributes: dict[str, str]) -> None:  # noqa: N802 - as XML has it
        target = attributes.get("Target", "")
        self.targets[attributes.get("Id", "")] = normpath(join("/xl", target)).lstrip("/")
        if attributes.get("Type", "").endswith("/chartsheet"):
            self.charts.add(attributes.get("Id", ""))


class _SheetWalker(XmlWalker):
    _is_hidden = _has_formula = _is_inline = False
    _row = _column = 0
    _type = ""
    _date_format: str | None = None
    _inline_length = 0
    """Of a text that stands in the cell itself."""

    def __init__(self, part: SheetPart, size: WorkbookSize) -> None:
        self.details = SheetDetails(part.name, size)
        self._part = part

    def start_dimension(self, attributes: dict[str, str]) -> None:
        for end in filter(None, attributes.get("ref", "").split(":")):
            _parse_reference(end)

    def start_col(self, attributes: dict[str, str]) -> None:
        if attributes.get("hidden") in ("1", "true"):
            self.details.hide_columns(parse_number(attributes.get("min")), parse_number(attributes.get("max")))

    def start_row(self, attributes: dict[str, str]) -> None:
        self._row = _parse_reference(f"A{attributes['r']}")[0] if "r" in attributes else self._row + 1
        self._column = 0
        self._is_hidden = attributes.get("hidden") in ("1", "true")

    def start_c(self, attributes: dict[str, str]) -> None:
        if "r" in attributes:
            self._row, self._column = _parse_reference(attributes["r"])
        else:
            self._column += 1
        self._type = attributes.get("t", "n")
        style = parse_number(attributes.get("s"))
        self._date_format = self._part.date_styles.get(style) if self._type in ("n", "d") else None
        self._has_formula = self._is_inline = False
        self._inline_length = 0
        self.text = None

    def start_f(self, _: dict[str, str]) -> None:
        self._has_formula = True

    def start_v(self, _: dict[str, str]) -> None:
        self.text = []

    def start_is(self, _: dict[str, str]) -> None:
        self._is_inline = True

    def start_t(self, _: dict[str, str]) -> None:
        if self._is_inline:
            self.text = []

    def end_t(self) -> None:
        if self._is_inline:
            self._inline_length += sum(map(len, self.text or ()))
            self.text = None

    def end_c(self) -> None:
        value = None if self.text is None else "".join(self.text)
        self.text = None
        at = (self._row, self._column)
        if self._has_formula and not value and not (self._type == "str" and value is not None):
            self.details.add_unsaved_formula(at, "Excel")
        elif self._type == "e":
            self.details.add_error(at, value)
        elif not value and not self._is_inline:
            return
        elif self._date_format is not None:
            self.details.partial_dates[at] = self._date_format
        self.details.extend(at, self._inline_length + self._length(value or ""))
        if self._is_hidden:
            self.details.hidden_rows.add(self._row)

    def _length(self, value: str) -> int:
        """The length of what a cell shows, whose value is a text, or the number of one that cells share."""
        if self._type != "s":
            return len(value)
        number = parse_number(value[:10])
        return self._part.text_lengths[number] if number < len(self._part.text_lengths) else 0

    def start_mergeCell(self, attributes: dict[str, str]) -> None:  # noqa: N802
        corners = [_parse_reference(end) for end in attributes.get("ref", "").split(":")]
        self.details.merge(corners[0], corners[-1])


def _parse_reference(reference: str) -> Position:
    """The cell that a reference (A1) names. Raises RefusedError for anything else: its reader would lose its way."""
    found = _REFERENCE.match(reference)
    if found is None:
        raise RefusedError(DAMAGED)
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    if int(found[2]) > _LAST_CELL[0] or column > _LAST_CELL[1]:
        raise RefusedError(DAMAGED)
    return int(found[2]), column
