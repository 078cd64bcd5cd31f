"""The same of a workbook of LibreOffice (.ods)."""

import re

from govgraph.read.sheets.archive import Archive, RefusedError, Walker
from govgraph.read.sheets.seen import LONGEST_TEXT, MONTH, YEAR, Extent, Seen
from govgraph.read.sheets.table import At

_MOST = 1 << 20
_OTHER_FILE = re.compile(r"\'#|://|file:|\[[^\[\]\'.#]+\.\w+#|\b(WEBSERVICE|DDE)\s*\(", re.IGNORECASE)
_PARTS_OF_A_DATE = re.compile(r"[^\W\d_]+|\d+")


def seen_by_sheet(archive: Archive) -> dict[str, Seen]:
    """What each sheet has beside its values. Raises RefusedError for what draws on other files, or is locked."""
    if b"encryption-data" in (archive.part("META-INF/manifest.xml") or b""):
        raise RefusedError("This workbook is locked by a password: save it without one.")
    walker = _Content()
    walker.walk(archive.part("content.xml") or b"")
    return walker.sheets


class _Content(Walker):
    def __init__(self) -> None:
        super().__init__()
        self.sheets: dict[str, Seen] = {}
        self._whole = Extent()
        self._seen = Seen()
        self._style = ""
        self._unseen: set[str] = set()
        """Styles of sheets that are hidden."""
        self._depth = 0
        self._row = self._rows = self._column = self._columns = 0
        self._hidden = self._filled = self._unsaved = self._error = self._tabbed = False
        self._is_covered = False
        self._lines = self._spaces = 0
        self._across = 0
        """So many columns of the sheet have been declared."""
        self._day: str | None = None
        self._outside: list[str] | None = None

    def start_style(self, attributes: dict[str, str]) -> None:
        self._style = _get(attributes, "name") or ""

    def start_table_properties(self, attributes: dict[str, str]) -> None:
        if _get(attributes, "display") == "false":
            self._unseen.add(self._style)

    def start_table(self, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth == 1:
            name = _get(attributes, "name") or ""
            if name in self.sheets:
                raise RefusedError(f"Two sheets of this workbook are called {name}: rename one of them, and save it.")
            self._seen = self.sheets[name] = Seen(name, self._whole)
            self._across = 0
            self._seen.is_hidden = _get(attributes, "style-name") in self._unseen
            self._row = 0

    def end_table(self) -> None:
        self._depth -= 1

    def start_table_source(self, _: dict[str, str]) -> None:
        self._refuse_links()

    def start_dde_source(self, _: dict[str, str]) -> None:
        self._refuse_links()

    def start_cell_range_source(self, _: dict[str, str]) -> None:
        self._refuse_links()

    def start_dde_link(self, _: dict[str, str]) -> None:
        self._refuse_links()

    def start_database_source_sql(self, _: dict[str, str]) -> None:
        self._refuse_links()

    def start_database_source_query(self, _: dict[str, str]) -> None:
        self._refuse_links()

    def start_database_source_table(self, _: dict[str, str]) -> None:
        self._refuse_links()

    def start_table_column(self, attributes: dict[str, str]) -> None:
        if self._depth == 1:
            first = self._across + 1
            self._across += _repeated(attributes, "number-columns-repeated")
            if _get(attributes, "visibility") in ("collapse", "filter"):
                self._seen.hide_columns(first, self._across)

    def start_table_row(self, attributes: dict[str, str]) -> None:
        if self._depth > 1:
            why = f"A cell of the sheet {self._seen.name} holds a table of its own, which cannot be read"
            raise RefusedError(f"{why}: move it to another sheet, and save it.")
        self._rows = _repeated(attributes, "number-rows-repeated")
        self._hidden = _get(attributes, "visibility") in ("collapse", "filter")
        self._column = 0

    def end_table_row(self) -> None:
        self._row += self._rows

    def start_table_cell(self, attributes: dict[str, str]) -> None:
        self._columns = _repeated(attributes, "number-columns-repeated")
        types = [value for name, value in attributes.items() if name.endswith(" value-type")]
        formula = _get(attributes, "formula") or ""
        if _OTHER_FILE.search(formula):
            self._refuse_links()
        self._day = _get(attributes, "date-value") if "date" in types else None
        self._error, self._filled = "error" in types, bool(types)
        self._unsaved = bool(formula) and not types
        self.text, self._lines, self._spaces, self._tabbed = [], 0, 0, False
        across, down = _repeated(attributes, "number-columns-spanned"), _repeated(attributes, "number-rows-spanned")
        if (across > 1 or down > 1) and not self._is_covered:
            top, left = self._row + 1, self._column + 1
            self._seen.merge((top, left), (top + down - 1, left + across - 1))

    def end_table_cell(self) -> None:
        at = (self._row + 1, self._column + 1)
        text = "".join(self.text or ())
        self.text = None
        self._column += self._columns
        if self._filled or self._unsaved:
            self._seen.reach(at, len(text), rows=self._rows, columns=self._columns)
            if self._hidden:
                self._seen.hide_rows(at[0], self._row + self._rows)
        if not self._is_covered:
            self._note(at, text)

    def _note(self, at: At, text: str) -> None:
        """What the value of a cell does not tell."""
        if self._tabbed:
            self._seen.texts[at] = text
        shown = _shown(text, self._day) if self._day else None
        if shown is not None:
            self._seen.coarse[at] = shown
        if self._error:
            error = text or "an error"
            self._seen.spoil(at, error, f"holds the error {error}; mend the formula, or write the value")
        elif self._unsaved:
            why = "holds a formula whose result is not saved; open the workbook in LibreOffice, and save it"
            self._seen.spoil(at, "=", why)

    def start_annotation(self, _: dict[str, str]) -> None:
        self._outside, self.text = self.text, None

    def end_annotation(self) -> None:
        self.text = self._outside

    def start_p(self, _: dict[str, str]) -> None:
        if self.text is not None:
            self.text += ["\n"] if self._lines else []
            self._lines += 1

    def start_s(self, attributes: dict[str, str]) -> None:
        if self.text is not None:
            spaces = min(_repeated(attributes, "c"), LONGEST_TEXT + 1 - self._spaces)
            self.text.append(" " * spaces)
            self._spaces += spaces

    def start_tab(self, _: dict[str, str]) -> None:
        if self.text is not None:
            self.text.append("\t")
            self._tabbed = True

    def start_line_break(self, _: dict[str, str]) -> None:
        if self.text is not None:
            self.text.append("\n")
            self._tabbed = True

    def start_covered_table_cell(self, attributes: dict[str, str]) -> None:
        self._is_covered = True
        self.start_table_cell(attributes)

    def end_covered_table_cell(self) -> None:
        self.end_table_cell()
        self._is_covered = False

    @staticmethod
    def _refuse_links() -> None:
        raise RefusedError(
            "This workbook draws on other files, whose values it may not hold any more: break the links (in "
            "LibreOffice: Edit, Links to External Files), and save it."
        )


def _shown(text: str, day: str) -> str | None:
    """How to write what is shown of a day, where that is its year, or its month and year; None for all others."""
    parts = _PARTS_OF_A_DATE.findall(text)
    year, month = day[:4], day[5:7]
    if parts == [year]:
        return YEAR
    if len(parts) != 2:  # noqa: PLR2004 - a month and a year
        return None
    first, last = parts
    other = last if first == year else first if last in (year, year[2:]) else ""
    return MONTH if other.isalpha() or other.zfill(2) == month else None


def _get(attributes: dict[str, str], name: str) -> str | None:
    return next((value for key, value in attributes.items() if key.endswith(f" {name}")), None)


def _repeated(attributes: dict[str, str], name: str) -> int:
    text = _get(attributes, name) or "1"
    return max(1, min(int(text), _MOST)) if text.isascii() and text.isdigit() else 1
