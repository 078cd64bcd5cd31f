"""How rows that are added name others: as the sheet's other rows do, by name or by Id."""

from collections.abc import Mapping

from govgraph.desk.shown import shown_text
from govgraph.desk.tables import OpenSheet, OpenTables, filled_cells
from govgraph.formats.sheets.cells import parse_references
from govgraph.formats.sheets.columns import CellType, Column, normalized
from govgraph.formats.sheets.layout import find_setting, sheets, ties
from govgraph.formats.sheets.names import Names
from govgraph.model import Structure
from govgraph.model.relation_words import parse_relation


class Naming:
    """The names of what a structure has, for the tables that state it."""

    def __init__(self, tables: OpenTables, structure: Structure) -> None:
        self._tables = tables
        self._names = Names()
        self._titles: dict[str, dict[str, str]] = {}
        for section, sheet in sheets().items():
            if sheet.columns[0].cell_type is CellType.ID:
                title = str(sheet.columns[1].path[0])
                self._titles[section] = {}
                for key, entry in getattr(structure, section).items():
                    name = getattr(entry, title)
                    self._titles[section][key] = name
                    self._names.add(section, key, (name, *(getattr(entry, "other_names", None) or ())))

    def named(self, sheet: OpenSheet, row: Mapping[Column, str]) -> dict[Column, str]:
        """The row with names in the place of ids, in the columns in which the sheet has names."""
        relation = next((text for column, text in row.items() if column.path == ("tie",)), "")
        return {column: self._cell(sheet, column, relation, text) for column, text in row.items()}

    def _cell(self, sheet: OpenSheet, column: Column, relation: str, text: str) -> str:
        section = named_section(column, relation, "")
        if not text or section is None or not self._has_names(sheet, column, section):
            return text
        ids, titles = text.split(", ") if column.is_list else [text], self._titles[section]
        if any(key not in titles for key in ids):
            return text
        names = ", ".join(titles[key] for key in ids)
        try:
            means = parse_references(names, section, self._names.resolve, is_list=column.is_list)
        except ValueError:
            return text
        return names if means == ids else text

    def _has_names(self, sheet: OpenSheet, column: Column, section: str) -> bool:
        """Whether the filled cells of a column hold names; where none is filled, whether the rows named have no Id."""
        texts = [shown_text(sheet.cell(number, column)).strip() for number in sheet.numbers]
        filled = [text for text in texts if text]
        if filled:
            are_ids = sum(all(part.strip() in self._titles[section] for part in text.split(",")) for text in filled)
            return 2 * are_ids < len(filled)
        own = self._tables.sheets[section]
        return not any(each == own.sheet.columns[0] for _, each, _ in filled_cells(own))


def named_section(column: Column, relation: str, setting: str) -> str | None:
    """The section whose rows a cell names, in a row of this relation, or of this setting."""
    if column.path == ("to",):
        tie = _tie_key(relation)
        return ties()[tie].to.refers_to if tie else None
    if column.path == ("value",):
        found = find_setting(setting)
        return found.refers_to if found else None
    return column.refers_to


def _tie_key(words: str) -> str | None:
    wanted = normalized(words)
    own = next((key for key, tie in ties().items() if wanted in (normalized(key), normalized(tie.words))), None)
    reading = None if own else parse_relation(words)
    return reading.key if reading else own
