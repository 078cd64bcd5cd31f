"""Other names that have commas: one name may hold them, or several are written so. How other rows use them shows it."""

from collections.abc import Mapping

from govgraph.formats.sheets.cells import split_names, split_texts
from govgraph.formats.sheets.layout import find_column
from govgraph.formats.sheets.rows import SheetReader, SheetRow, SheetRows
from govgraph.language import number_words
from govgraph.model.scalars import quoted


def add_listed_names(reader: SheetReader, rows: SheetRows, key: str, row: SheetRow) -> None:
    """Note the parts of other names that have commas."""
    for column, cell in row.cells.items():
        if column.path == ("other_names",) and isinstance(cell, str):
            for text in split_texts(cell):
                parts = split_names(text) if f'"{text}"' not in cell else []
                reader.names.add_parts(rows.sheet.section, key, text, parts)


def part_listed_names(reader: SheetReader, rows: SheetRows, entries: Mapping[str, SheetRow]) -> None:
    """Take other names with commas for several where other rows use them so, with a notice."""
    header = find_column(rows.sheet, "other_names")
    for key, text, parts in reader.names.parted(rows.sheet.section):
        names = reader.data[rows.sheet.section][key].get("other_names", [])
        if text not in names:
            continue  # a fault of the cell is reported where it is read
        place = names.index(text)
        names[place : place + 1] = parts
        if header is not None:
            sentence = f"{quoted(text)} is read as {number_words(len(parts))} names, parted by commas."
            rows.add_notice(entries[key].at(header), sentence)
