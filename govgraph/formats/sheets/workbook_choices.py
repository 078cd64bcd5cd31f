"""The drop-downs of a workbook: words of the vocabulary, and names from other sheets."""

from collections.abc import Mapping

from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from govgraph.formats.sheets.columns import CellType, Column
from govgraph.formats.sheets.layout import WORDS

_MOST_LETTERS = 255
"""The most that Excel takes as the list of a drop-down; a longer one stands on a sheet of its own."""
_WIDTH, _OTHER_WIDTH = 40, 90
_OTHER_WORDS = "Also read so"


class Choices:
    """What drop-downs offer. `names` says of each section with ids in which cells its names stand."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._names = names
        self._lists: dict[tuple[str, ...], Column] = {}
        """The lists that are too long for a drop-down, each with a column that it is for."""

    def add_to(self, sheet: Worksheet, index: int, column: Column, rows: tuple[int, int]) -> None:
        """Give the cells of a column in these rows a drop-down, where they hold one of some words, or a name."""
        formula = self._formula(column)
        if formula is None:
            return
        is_single_word = column.cell_type in (CellType.WORD, CellType.BOOLEAN) and not column.is_list
        validation = DataValidation(type="list", formula1=formula, allow_blank=True, showErrorMessage=is_single_word)
        validation.errorStyle, validation.errorTitle = "warning", column.header
        validation.error = "This is not one of the words in the list. Keep it anyway?"
        letter = get_column_letter(index)
        validation.add(f"{letter}{rows[0]}:{letter}{rows[1]}")
        sheet.add_data_validation(validation)

    def _formula(self, column: Column) -> str | None:
        if column.cell_type is CellType.BOOLEAN:
            return '"yes,no"'
        if column.cell_type is CellType.REFERENCE and column.refers_to is not None:
            return self._names.get(column.refers_to)
        if not column.choices:
            return None
        inline = ",".join(column.choices)
        if len(inline) <= _MOST_LETTERS and not any("," in choice for choice in column.choices):
            return f'"{inline}"'
        self._lists.setdefault(column.choices, column)
        letter = get_column_letter(2 * list(self._lists).index(column.choices) + 1)
        return f"'{WORDS}'!${letter}$2:${letter}${len(column.choices) + 1}"

    def write_lists(self, sheet: Worksheet) -> None:
        """Write the long lists: for each a column, and beside it other words that are read as the same."""
        sheet.freeze_panes = "A2"
        wrapped = Alignment(vertical="top", wrap_text=True)
        for number, (choices, column) in enumerate(self._lists.items()):
            terms = list(column.vocabulary or ())
            others = ["; ".join(term.other_words) for term in terms] or [""] * len(choices)
            headers = (column.header, _OTHER_WORDS if terms else "")
            for index, (header, values) in enumerate(zip(headers, (choices, others), strict=True), 2 * number + 1):
                sheet.cell(1, index, header or None).font = Font(bold=True)
                sheet.column_dimensions[get_column_letter(index)].width = _WIDTH if index % 2 else _OTHER_WIDTH
                for row, value in enumerate(values, 2):
                    sheet.cell(row, index, value or None).alignment = wrapped
