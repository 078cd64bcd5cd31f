"""What a workbook of LibreOffice (.ods) holds besides values: errors, formulas without results, hidden rows."""

import re

from govgraph.formats.sheets.archive import Archive, RefusedError, XmlWalker
from govgraph.formats.sheets.sheet import MAX_CELL_LENGTH, MONTH, YEAR, Position, SheetDetails, WorkbookSize

_MAX_REPEAT = 1 << 20
_OTHER_FILE = re.compile(r"\'#|://|file:|\[[^\[\]\'.#]+\.\w+#|\b(WEBSERVICE|DDE)\s*\(", re.IGNORECASE)
_PARTS_OF_A_DATE = re.compile(r"[^\W\d_]+|\d+")


def read_all_details(archive: Archive) -> dict[str, SheetDetails]:
    """What each sheet holds besides values. Raises RefusedError for what draws on other files, or is locked."""
    if b"encryption-data" in (archive.part("META-INF/manifest.xml") or b""):
        raise RefusedError("This workbook is locked by a password: save it without one.")
    return _ContentWalker().walk(archive.part("content.xml") or b"").sheets


class _ContentWalker(XmlWalker):
    _depth = 0
    _row = _rows = _column = _columns = 0
    _is_hidden = _is_filled = _is_unsaved = _is_error = _is_covered = _has_breaks = False
    _lines = _spaces = 0
    _declared_columns = 0
    _day: str | None = None
    _cell_text: list[str] | None = None
    """The text of the cell, while an annotation in it is left out."""

    def __init__(self) -> None:
        self.sheets: dict[str, SheetDetails] = {}
        self._size = WorkbookSize()
        self._details = SheetDetails()

    def start_table(self, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth == 1:
            name = _attribute(attributes, "name") or ""
            if name in self.sheets:
                raise RefusedError(f"Two sheets of this workbook are called {name}: rename one of them, and save it.")
            self._details = self.sheets[name] = SheetDetails(name, self._size)
            self._declared_columns = self._row = 0

    def end_table(self) -> None:
        self._depth -= 1

    def _refuse_links(self, _: dict[str, str]) -> None:
        raise RefusedError(
            "This workbook draws on other files, whose values it may not hold any more: break the links (in "
            "LibreOffice: Edit, Links to External Files), and save it."
        )

    start_table_source = start_cell_range_source = start_dde_source = start_dde_link = _refuse_links
    start_database_source_sql = start_database_source_query = start_database_source_table = _refuse_links

    def start_table_column(self, attributes: dict[str, str]) -> None:
        if self._depth == 1:
            first = self._declared_columns + 1
            self._declared_columns += _repeated(attributes, "number-columns-repeated")
            if _attribute(attributes, "visibility") in ("collapse", "filter"):
                self._details.hide_columns(first, self._declared_columns)

    def start_table_row(self, attributes: dict[str, str]) -> None:
        if self._depth > 1:
            why = f"A cell of the sheet {self._details.name} holds a table of its own, which cannot be read"
            raise RefusedError(f"{why}: move it to another sheet, and save it.")
        self._rows = _repeated(attributes, "number-rows-repeated")
        self._is_hidden = _attribute(attributes, "visibility") in ("collapse", "filter")
        self._column = 0

    def end_table_row(self) -> None:
        self._row += self._rows

    def start_table_cell(self, attributes: dict[str, str]) -> None:
        self._columns = _repeated(attributes, "number-columns-repeated")
        types = [value for name, value in attributes.items() if name.endswith(" value-type")]
        formula = _attribute(attributes, "formula") or ""
        if _OTHER_FILE.search(formula):
            self._refuse_links(attributes)
        self._day = _attribute(attributes, "date-value") if "date" in types else None
        self._is_error, self._is_filled = "error" in types, bool(types)
        self._is_unsaved = bool(formula) and not types
        self.text, self._lines, self._spaces, self._has_breaks = [], 0, 0, False
        across, down = _repeated(attributes, "number-columns-spanned"), _repeated(attributes, "number-rows-spanned")
        if (across > 1 or down > 1) and not self._is_covered:
            top, left = self._row + 1, self._column + 1
            self._details.merge((top, left), (top + down - 1, left + across - 1))

    def end_table_cell(self) -> None:
        at = (self._row + 1, self._column + 1)
        text = "".join(self.text or ())
        self.text = None
        self._column += self._columns
        if self._is_filled or self._is_unsaved:
            self._details.extend(at, len(text), rows=self._rows, columns=self._columns)
            if self._is_hidden:
                self._details.hidden_rows.update(range(at[0], at[0] + self._rows))
        if not self._is_covered:
            self._add_details(at, text)

    def _add_details(self, at: Position, text: str) -> None:
        if self._has_breaks:
            self._details.texts[at] = text
        date_format = _partial_date_format(text, self._day) if self._day else None
        if date_format is not None:
            self._details.partial_dates[at] = date_format
        if self._is_error:
            self._details.add_error(at, text)
        elif self._is_unsaved:
            self._details.add_unsaved_formula(at, "LibreOffice")

    def start_annotation(self, _: dict[str, str]) -> None:
        self._cell_text, self.text = self.text, None

    def end_annotation(self) -> None:
        self.text = self._cell_text

    def start_p(self, _: dict[str, str]) -> None:
        if self.text is not None:
            self.text += ["\n"] if self._lines else []
            self._lines += 1

    def start_s(self, attributes: dict[str, str]) -> None:
        if self.text is not None:
            spaces = min(_repeated(attributes, "c"), MAX_CELL_LENGTH + 1 - self._spaces)
            self.text.append(" " * spaces)
            self._spaces += spaces

    def start_tab(self, _: dict[str, str]) -> None:
        if self.text is not None:
            self.text.append("\t")
            self._has_breaks = True

    def start_line_break(self, _: dict[str, str]) -> None:
        if self.text is not None:
            self.text.append("\n")
            self._has_breaks = True

    def start_covered_table_cell(self, attributes: dict[str, str]) -> None:
        self._is_covered = True
        self.start_table_cell(attributes)

    def end_covered_table_cell(self) -> None:
        self.end_table_cell()
        self._is_covered = False


def _partial_date_format(text: str, day: str) -> str | None:
    """The format of a date where a text shows the year of a day, or its month and year; None for all others."""
    parts = _PARTS_OF_A_DATE.findall(text)
    year, month = day[:4], day[5:7]
    if parts == [year]:
        return YEAR
    if len(parts) != 2:  # noqa: PLR2004 - a month and a year
        return None
    first, last = parts
    other = last if first == year else first if last in (year, year[2:]) else ""
    return MONTH if other.isalpha() or other.zfill(2) == month else None


def _attribute(attributes: dict[str, str], name: str) -> str | None:
    return next((value for key, value in attributes.items() if key.endswith(f" {name}")), None)


def _repeated(attributes: dict[str, str], name: str) -> int:
    text = _attribute(attributes, name) or "1"
    return max(1, min(int(text), _MAX_REPEAT)) if text.isascii() and text.isdigit() else 1
