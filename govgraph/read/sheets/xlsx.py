"""What an Excel workbook has beside its values: errors, formulas without a result, hidden rows, its extent."""

import re
from posixpath import join, normpath

from govgraph.read.sheets.archive import Archive, RefusedError, Walker
from govgraph.read.sheets.seen import Seen, SheetPart

_WORKBOOK = "xl/workbook.xml"
_CELL = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})$")
_MONTH_AND_YEAR = 17
"""The built-in format of numbers that shows a month and a year (Jul-20)."""


def sheet_parts(archive: Archive) -> list[SheetPart]:
    """The sheets of a workbook, in their order. Raises RefusedError for what draws on other files."""
    if any(name.lower().startswith("xl/externallinks/") for name in archive.names()):
        raise RefusedError(
            "This workbook draws on other files, whose values it may not hold any more: break the links (in Excel: "
            "Data, Edit Links, Break Link), and save it."
        )
    book, relations = _Workbook(), _Relations()
    book.walk(archive.part(_WORKBOOK) or b"")
    relations.walk(archive.part("xl/_rels/workbook.xml.rels") or b"")
    styles = _Styles()
    styles.walk(archive.part("xl/styles.xml") or b"<none/>")
    months = frozenset(number for number, format_id in enumerate(styles.used) if styles.shows_month(format_id))
    return [SheetPart(name, relations.targets.get(key, ""), hidden, months) for name, key, hidden in book.sheets]


def seen_in(archive: Archive, part: SheetPart) -> Seen:
    """What one sheet has beside its values."""
    data = archive.part(part.name_of_part)
    if data is None:  # a sheet that is only a chart
        return Seen()
    walker = _Sheet(part.months)
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

    def start_Relationship(self, attributes: dict[str, str]) -> None:  # noqa: N802 - as XML has it
        target = attributes.get("Target", "")
        self.targets[attributes.get("Id", "")] = normpath(join("/xl", target)).lstrip("/")


class _Styles(Walker):
    """Which formats of numbers cells have."""

    def __init__(self) -> None:
        super().__init__()
        self.used: list[int] = []
        self._formats: dict[int, str] = {}
        self._inside = False

    def start_numFmt(self, attributes: dict[str, str]) -> None:  # noqa: N802
        self._formats[_number(attributes.get("numFmtId"))] = attributes.get("formatCode", "")

    def start_cellXfs(self, _: dict[str, str]) -> None:  # noqa: N802
        self._inside = True

    def end_cellXfs(self) -> None:  # noqa: N802
        self._inside = False

    def start_xf(self, attributes: dict[str, str]) -> None:
        if self._inside:
            self.used.append(_number(attributes.get("numFmtId")))

    def shows_month(self, format_id: int) -> bool:
        """Whether a format shows a month and a year, and no day."""
        if format_id == _MONTH_AND_YEAR:
            return True
        code = re.sub(r'"[^"]*"|\[[^\]]*\]|\\.', "", self._formats.get(format_id, "")).lower()
        return "y" in code and "m" in code and not set("dhs") & set(code)


class _Sheet(Walker):
    def __init__(self, months: frozenset[int]) -> None:
        super().__init__()
        self.seen = Seen()
        self._months = months
        self._row = self._column = 0
        self._type = ""
        self._month = self._formula = self._inline = False

    def start_row(self, attributes: dict[str, str]) -> None:
        self._row = _number(attributes.get("r")) or self._row + 1
        self._column = 0
        if attributes.get("hidden") in ("1", "true"):
            self.seen.hidden.add(self._row)

    def start_c(self, attributes: dict[str, str]) -> None:
        at = _CELL.match(attributes.get("r", ""))
        if at is not None:
            self._column = _column(at[1])
            self._row = int(at[2])
        else:
            self._column += 1
        self._type = attributes.get("t", "n")
        self._month = self._type in ("n", "d") and _number(attributes.get("s")) in self._months
        self._formula = self._inline = False
        self.text = None

    def start_f(self, _: dict[str, str]) -> None:
        self._formula = True

    def start_v(self, _: dict[str, str]) -> None:
        self.text = []

    def start_is(self, _: dict[str, str]) -> None:
        self._inline = True

    def end_c(self) -> None:
        value = None if self.text is None else "".join(self.text)
        self.text = None
        at = (self._row, self._column)
        if self._formula and not value and not (self._type == "str" and value is not None):
            self.seen.wrong[at] = (
                "=",
                "holds a formula whose result is not saved; open the workbook in Excel, and save it",
            )
        elif self._type == "e":
            error = value or "an error"
            self.seen.wrong[at] = error, f"holds the error {error}; mend the formula, or write the value"
        elif not value and not self._inline:
            return
        elif self._month:
            self.seen.months.add(at)
        self.seen.reach(at)

    def start_mergeCell(self, attributes: dict[str, str]) -> None:  # noqa: N802
        ends = [_CELL.match(end) for end in attributes.get("ref", "").split(":")]
        corners = [(int(end[2]), _column(end[1])) for end in ends if end is not None]
        if corners:
            self.seen.merged.append((corners[0], corners[-1]))


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() else 0


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
