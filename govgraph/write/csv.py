"""A structure as a folder of CSV files, one for each sheet."""

import csv
import io

from govgraph.model import Structure
from govgraph.sheets.formulas import with_guard
from govgraph.write.tables import Filled, filled


def rendered(structure: Structure, *, with_names: bool = True) -> dict[str, bytes]:
    """The files by name, in UTF-8 with the mark by which Excel knows it."""
    sheets = filled(structure, with_names=with_names)
    return {f"{one.sheet.section}.csv": _file(one) for one in sheets}


def _file(one: Filled) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_ALL)  # a comma is not what parts cells in every country
    writer.writerow([column.header for column in one.columns])
    for row in one.rows:
        writer.writerow(["" if cell is None else with_guard(str(cell)) for cell in row])
    return text.getvalue().encode("utf-8-sig")
