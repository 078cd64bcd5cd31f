"""How the sheet Draft looks: wide where sentences stand, with a filter, and in the colour of what a person answers."""

from collections.abc import Mapping

from openpyxl.formatting.rule import Rule
from openpyxl.styles import PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from govgraph.formats.sheets.columns import Column
from govgraph.model.proposal import Confirmed

INSTRUCTION = (
    "The sheet Draft holds what documents seem to say. Nothing in it counts until you confirm it. Read each proposal "
    "beside the sentence that it is taken from. Write yes under Confirmed if it is right, and no if it is wrong. To "
    "correct it, change the cells from Body on, and write change. You can add rows of your own. Leave Proposal empty "
    "in these, and write yes."
)
"""A paragraph of Read me, for a workbook that has the sheet."""
_WIDTHS = {
    "confirmed": 13,
    "proposal": 44,
    "says": 60,
    "document": 24,
    "where": 20,
    "question": 36,
    "body": 28,
    "what": 22,
    "value": 32,
    "holder": 24,
    "on_behalf_of": 24,
    "as": 22,
    "role": 13,
    "votes": 9,
    "count": 10,
    "several": 10,
}
_LINE, _MOST_LINES = 15, 20
"""How high a line is, in points, and of how many lines a row is at most: not every program finds the height itself."""
TO_FILL_IN = "C55A11"
"""The colour of a header whose column a person has to fill in."""
_COLOURS = {Confirmed.YES: "E2F0D9", Confirmed.NO: "E7E6E6", Confirmed.CHANGE: "FFF2CC"}
"""Pale, so that black letters on them are read easily; the word says it too."""


def lay_out_draft(sheet: Worksheet, columns: Mapping[int, Column], rows: tuple[int, int]) -> None:
    """Give the sheet of a draft its widths, filter and colours. `rows` are the first below the headers and the last."""
    for index, column in columns.items():
        sheet.column_dimensions[get_column_letter(index)].width = _WIDTHS[str(column.path[0])]
    for row in range(rows[0], rows[1] + 1):
        sheet.row_dimensions[row].height = _LINE * _lines(sheet, columns, row)
    places = {column.path[0]: get_column_letter(index) for index, column in columns.items()}
    if "confirmed" in places:
        sheet[f"{places['confirmed']}{rows[0] - 1}"].fill = PatternFill("solid", fgColor=TO_FILL_IN)
    first, last = (get_column_letter(index) for index in (min(columns), max(columns)))
    sheet.auto_filter.ref = f"{first}{rows[0] - 1}:{last}{rows[1]}"
    # The answer and the proposal stay in sight beside the cells that belong to it.
    sheet.freeze_panes = f"C{rows[0]}"
    for answer, colour in _COLOURS.items() if "confirmed" in places else ():
        style = DifferentialStyle(fill=PatternFill("solid", bgColor=colour))
        rule = Rule("expression", dxf=style, formula=[f'${places["confirmed"]}{rows[0]}="{answer.value}"'])
        sheet.conditional_formatting.add(f"{first}{rows[0]}:{last}{rows[1]}", rule)


def _lines(sheet: Worksheet, columns: Mapping[int, Column], row: int) -> int:
    """How many lines the longest text of a row takes in the width of its column."""
    texts = (
        (str(sheet.cell(row, index).value or ""), _WIDTHS[str(column.path[0])]) for index, column in columns.items()
    )
    longest = max((-(-len(text) * 11 // (width * 10)) for text, width in texts), default=1)
    return min(max(longest, 1), _MOST_LINES)
