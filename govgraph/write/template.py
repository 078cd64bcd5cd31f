"""A workbook to fill in: every sheet, each with one worked row that is not read."""

from govgraph.model import Structure
from govgraph.sheets.worked import worked_row
from govgraph.write.tables import Filled, filled, offered
from govgraph.write.workbook import made


def template() -> bytes:
    """The bytes of the workbook."""
    return made([_with_example(one) for one in filled(Structure())])


def _with_example(one: Filled) -> Filled:
    worked = worked_row(one.sheet)
    if not worked:
        return one
    return one._replace(rows=[[worked.get(column) for column in offered(one.sheet)], *one.rows])
