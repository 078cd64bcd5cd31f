"""The tables that are open, as a workbook that has all of them as they are."""

from base64 import b64encode

from govgraph.desk.file_names import file_name, stem_of
from govgraph.desk.opened import Content
from govgraph.desk.protocol import Written
from govgraph.desk.tables import OpenSheet, OpenTables
from govgraph.formats.files import CSV, is_csv
from govgraph.formats.sheets.columns import normalized
from govgraph.formats.sheets.layout import READ_ME, WORDS
from govgraph.formats.sheets.tables import sheet_for
from govgraph.language import capitalised, listed, number_words, plural_verb
from govgraph.model.scalars import quoted

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
"""What browsers call an Excel workbook."""
MOST_NAMED = 3
"""So many columns and sheets that are not kept are named one by one."""
_ANEW = "The sheets are filled anew: columns, sheets and an order of your own are not kept."
_LOST = "Colours, comments, hidden rows and formulas of your own are not kept: of a formula the result stays."


def written_tables(tables: OpenTables, name: str, note: str) -> Written:
    """The tables as a workbook, with a note to which nothing is added."""
    from govgraph.formats.sheets.own_workbook import OwnSheet, build_own_workbook  # takes a while to load

    own = [
        OwnSheet(sheet.sheet, sheet.table, _tab(sheet), sheet.header, sheet.columns_there)
        for sheet in tables.sheets.values()
        if any(sheet.table is table for table in tables.tables)
    ]
    names = [table.name.removesuffix(CSV) for table in tables.tables]
    data = build_own_workbook(own, names, with_tools=_has_tools(tables))
    return {
        "name": file_name(stem_of(name), "", ".xlsx"),
        "type": WORKBOOK,
        "content": b64encode(data).decode("ascii"),
        "is_base64": True,
        "note": note,
    }


def own_note(tables: OpenTables, opened: Content) -> str:
    """What is kept of a person's own tables, and what is not; empty where none of them are open."""
    if not isinstance(opened, OpenTables) or not opened.is_own:
        return ""
    if not tables.is_own:
        return _ANEW
    sentences = ["Your columns, names and rows are kept as they are."]
    if any(not is_csv(table.name) for table in tables.tables):
        sentences.append(_LOST)
        if not _has_tools(tables):
            sentences.append("Drop-down lists are not kept either.")
    anew = [
        sheet.sheet.name for section, sheet in tables.sheets.items() if _lost_columns(opened.sheets[section], sheet)
    ]
    if anew:
        sentences.append(f"Columns of your own on {listed(anew)} are not kept.")
    return " ".join([*sentences, *_not_kept(tables)])


def _tab(sheet: OpenSheet) -> str:
    """How the sheet is called in a workbook."""
    return sheet.table.name[: -len(CSV)] if is_csv(sheet.table.name) else sheet.table.name


def _has_tools(tables: OpenTables) -> bool:
    """Whether the workbook has drop-downs and instructions: if it is one of ours."""
    return not tables.is_own or any(normalized(table.name) == normalized(WORDS) for table in tables.tables)


def _lost_columns(before: OpenSheet, after: OpenSheet) -> bool:
    """Whether a sheet that is filled anew has lost headers."""
    were, are = (set(map(str, sheet.table.rows.get(sheet.header, ()))) for sheet in (before, after))
    return after.is_anew and not were <= are


def _not_kept(tables: OpenTables) -> list[str]:
    """Sentences on the sheets that are not read, whose cells are not known here."""
    ours = (normalized(READ_ME), normalized(WORDS))
    names = [
        table.name
        for table in tables.tables
        if sheet_for(table.name) is None and normalized(table.name.removesuffix(CSV)) not in ours
    ]
    if not names:
        return []
    rest = len(names) - MOST_NAMED
    named = [*map(quoted, names[:MOST_NAMED]), *([f"{number_words(rest)} more"] if rest > 0 else [])]
    sheet = "sheet" if len(names) == 1 else "sheets"
    return [capitalised(f"the {sheet} {listed(named)} {plural_verb('is', len(names))} not kept.")]
