"""What an Excel workbook has beside its values: errors, formulas without a result, hidden rows, its extent."""

import re
from posixpath import join, normpath

from govgraph.read.endings import SAVE_AS
from govgraph.read.sheets.archive import DAMAGED, Archive, RefusedError, Walker, number_of
from govgraph.read.sheets.links import refuse_links
from govgraph.read.sheets.seen import Extent, Seen, SheetPart
from govgraph.read.sheets.shared_texts import letters_of_texts
from govgraph.read.sheets.styles import coarse_styles
from govgraph.read.sheets.table import At

_WORKBOOK = "xl/workbook.xml"
_CELL = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})\Z")
_LAST = (1_048_576, 16_384)
"""XFD1048576, the last cell that a sheet may have."""


def sheet_parts(archive: Archive) -> list[SheetPart]:
    """The sheets of a workbook, in their order. Raises RefusedError for what draws on other files."""
    refuse_links(archive)
    letters = letters_of_texts(archive)
    book, relations = _Workbook(), _Relations()
    book.walk(archive.part(_WORKBOOK) or b"")
    relations.walk(archive.part("xl/_rels/workbook.xml.rels") or b"")
    coarse = coarse_styles(archive.part("xl/styles.xml") or b"<none/>")
    parts = [
        SheetPart(name, relations.targets.get(key, ""), hidden, coarse, key in relations.charts, letters)
        for name, key, hidden in book.sheets
    ]
    named = [part.name_of_part for part in parts if part.name_of_part]
    if len(set(named)) < len(named):  # one part as many sheets would be read as often
        raise RefusedError(DAMAGED)
    return parts


def seen_in(archive: Archive, part: SheetPart, whole: Extent) -> Seen:
    """What one sheet has beside its values."""
    data = archive.part(part.name_of_part)
    if data is None and part.is_chart:
        return Seen()
    if data is None:
        raise RefusedError(f"The sheet {part.name} cannot be found in this workbook: open it in Excel, and {SAVE_AS}.")
    walker = _Sheet(part, whole)
    walker.walk(data)
    return walker.seen


class _Workbook(Walker):
    def __init__(self) -> None:
        super().__init__()
        self.sheets: list[tuple[str, str, bool]] = []

    def start_sheet(self, attributes: dict[str, str]) -> None:
        key = next((value for name, value in attributes.items() if name.rpartition(" ")[2] == "id"), "")
        self.sheets.append((attributes.get("name", ""), key, attributes.get("state", "visible") != "visible"))


class _Relations(Walker):
    def __init__(self) -> None:
        super().__init__()
        self.targets: dict[str, str] = {}
        self.charts: set[str] = set()

    def start_Relationship(self, attributes: dict[str, str]) -> None:  # noqa: N802 - as XML has it
        target = attributes.get("Target", "")
        self.targets[attributes.get("Id", "")] = normpath(join("/xl", target)).lstrip("/")
        if attributes.get("Type", "").endswith("/chartsheet"):
            self.charts.add(attributes.get("Id", ""))


class _Sheet(Walker):
    def __init__(self, part: SheetPart, whole: Extent) -> None:
        super().__init__()
        self.seen = Seen(part.name, whole)
        self._coarse = part.coarse
        self._shared = part.letters
        self._hidden = False
        self._letters = 0
        """Of a text that stands in the cell itself."""
        self._row = self._column = 0
        self._type = ""
        self._shows: str | None = None
        self._formula = self._inline = False

    def start_dimension(self, attributes: dict[str, str]) -> None:
        for end in filter(None, attributes.get("ref", "").split(":")):
            _cell(end)

    def start_col(self, attributes: dict[str, str]) -> None:
        if attributes.get("hidden") in ("1", "true"):
            self.seen.hide_columns(number_of(attributes.get("min")), number_of(attributes.get("max")))

    def start_row(self, attributes: dict[str, str]) -> None:
        self._row = _cell(f"A{attributes['r']}")[0] if "r" in attributes else self._row + 1
        self._column = 0
        self._hidden = attributes.get("hidden") in ("1", "true")

    def start_c(self, attributes: dict[str, str]) -> None:
        if "r" in attributes:
            self._row, self._column = _cell(attributes["r"])
        else:
            self._column += 1
        self._type = attributes.get("t", "n")
        self._shows = self._coarse.get(number_of(attributes.get("s"))) if self._type in ("n", "d") else None
        self._formula = self._inline = False
        self._letters = 0
        self.text = None

    def start_f(self, _: dict[str, str]) -> None:
        self._formula = True

    def start_v(self, _: dict[str, str]) -> None:
        self.text = []

    def start_is(self, _: dict[str, str]) -> None:
        self._inline = True

    def start_t(self, _: dict[str, str]) -> None:
        if self._inline:
            self.text = []

    def end_t(self) -> None:
        if self._inline:
            self._letters += sum(map(len, self.text or ()))
            self.text = None

    def end_c(self) -> None:
        value = None if self.text is None else "".join(self.text)
        self.text = None
        at = (self._row, self._column)
        if self._formula and not value and not (self._type == "str" and value is not None):
            why = "holds a formula whose result is not saved; open the workbook in Excel, and save it"
            self.seen.spoil(at, "=", why)
        elif self._type == "e":
            error = value or "an error"
            self.seen.spoil(at, error, f"holds the error {error}; mend the formula, or write the value")
        elif not value and not self._inline:
            return
        elif self._shows is not None:
            self.seen.coarse[at] = self._shows
        self.seen.reach(at, self._letters + self._length(value or ""))
        if self._hidden:
            self.seen.hide_rows(self._row, self._row)

    def _length(self, value: str) -> int:
        """How many letters a cell shows of which this is the value: a text, or the number of one that cells share."""
        if self._type != "s":
            return len(value)
        number = number_of(value[:10])
        return self._shared[number] if number < len(self._shared) else 0

    def start_mergeCell(self, attributes: dict[str, str]) -> None:  # noqa: N802
        corners = [_cell(end) for end in attributes.get("ref", "").split(":")]
        self.seen.merge(corners[0], corners[-1])


def _cell(reference: str) -> At:
    """The cell that a plain reference names. Raises RefusedError for any other: its reader would lose its way."""
    found = _CELL.match(reference)
    at = (int(found[2]), _column(found[1])) if found is not None else (0, 0)
    if found is None or at[0] > _LAST[0] or at[1] > _LAST[1]:
        raise RefusedError(DAMAGED)
    return at


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
