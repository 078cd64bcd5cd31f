"""Answers to proposals: what is confirmed becomes a statement, for the reader takes the sheet Draft as it then is."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from govgraph.desk import protocol
from govgraph.desk.drafted import Drafted, Row, row_of
from govgraph.desk.edits import Cells
from govgraph.desk.opened import Reading
from govgraph.desk.tables import OpenSheet, OpenTables, columns_by_header, row_number
from govgraph.formats.sheets.layout import DRAFT
from govgraph.formats.sheets.sheet import MAX_CELL_LENGTH
from govgraph.language import listed, plural, with_the
from govgraph.model.faults import InputError, input_error
from govgraph.model.proposal import Confirmed

_SAID = {"yes": "yes to", "no": "no to", "": "taking back the answer to"}
_LONGEST = 70
_MOST_NAMED = 3


class Answered(NamedTuple):
    """The tables with answers in them, and these in words."""

    tables: OpenTables
    words: str


def answered(tables: OpenTables, edit: protocol.Confirm, reading: Reading) -> Answered:
    """The tables once proposals are answered.

    Raises InputError where there is no such row, where what hangs together is not to be answered too, and where a
    text is too long for a cell.
    """
    sheet = tables.sheet(DRAFT)
    drafted = Drafted(sheet, reading)
    answers = {row_number(sheet, each["row"]): each["answer"] for each in edit["answers"]}
    if not answers:
        raise input_error("Choose a proposal to answer.")
    changed = _changed(sheet, edit, answers)
    rows = {number: row_of(sheet, number, changed) if changed else drafted.rows[number] for number in answers}
    also = _also(drafted, rows, answers)
    if also and not edit["others"]:
        raise input_error(_also_sentence(also.values(), confirms=_confirms(answers)))
    columns = {str(column.path[0]): column for column in sheet.sheet.columns}
    cells: Cells = {}
    for number, row in {**also, **rows}.items():
        answer = answers.get(number, "yes" if _confirms(answers) else "")
        said = _term(row) if answer == "yes" else answer
        cells[number, columns["confirmed"]] = said
    if changed:
        (number,) = answers
        cells |= {(number, column): text for column, text in columns_by_header(sheet, changed).items()}
    return Answered(tables.with_sheet(sheet.with_cells(cells)), _words(rows, answers, is_changed=bool(changed)))


def _changed(sheet: OpenSheet, edit: protocol.Confirm, answers: Mapping[int, str]) -> dict[str, str]:
    """The corrected cells. Raises InputError for those of several rows at once, and for a text that is too long."""
    if edit["cells"] and len(answers) != 1:
        raise input_error("Correct one proposal at a time.")
    columns_by_header(sheet, edit["cells"])
    if any(len(text) > MAX_CELL_LENGTH for text in edit["cells"].values()):
        raise input_error(f"No cell holds more than {MAX_CELL_LENGTH:,} letters: shorten the text.")
    return {header: text.strip() for header, text in edit["cells"].items()}


def _confirms(answers: Mapping[int, str]) -> bool:
    return "yes" in answers.values()


def _term(row: Row) -> str:
    return Confirmed.YES.value if row.is_as_proposed else Confirmed.CHANGE.value


def _also(drafted: Drafted, rows: Mapping[int, Row], answers: Mapping[int, str]) -> dict[int, Row]:
    """The rows that have to be answered too: with a yes those that it needs, else those that need it."""
    if _confirms(answers):
        found = drafted.needed(row for number, row in rows.items() if answers[number] == "yes")
    else:
        found = drafted.dependent(drafted.rows[number] for number in rows)
    return {row.number: row for row in found if row.number not in answers}


def _also_sentence(rows: Iterable[Row], *, confirms: bool) -> str:
    """What happens to rows with another: `This also confirms that the Panel is a panel.`."""
    sentences = [_clause(row.sentence) for row in rows]
    if confirms:
        named = listed([f"that {clause}" for clause in sentences], most=_MOST_NAMED)
        return f"This also confirms {named}."
    if len(sentences) == 1:
        return f"This also takes back what you confirmed: {sentences[0]}."
    named = "; ".join(sentences[:_MOST_NAMED])
    rest = len(sentences) - _MOST_NAMED
    return f"This also takes back what you confirmed: {named}{f'; and {rest} more' if rest > 0 else ''}."


def _clause(sentence: str) -> str:
    """A sentence as part of another: `the Panel is a panel`."""
    words = sentence.removesuffix(".")
    return f"the {words[4:]}" if words.startswith("The ") else words


def _words(rows: Mapping[int, Row], answers: Mapping[int, str], *, is_changed: bool) -> str:
    """`yes to “The Panel is a panel”`, for what can be undone."""
    said = "the correction of" if is_changed else _SAID[next(iter(answers.values()))]
    if len(rows) == 1:
        (row,) = rows.values()
        sentence = row.sentence.removesuffix(".")
        text = sentence if len(sentence) <= _LONGEST else f"{sentence[:_LONGEST].rstrip()} ..."
        return f"{said} “{text}”"
    confirmed = [row for number, row in rows.items() if answers[number] == "yes"] or [*rows.values()]
    about = listed([*dict.fromkeys(with_the(row.proposal.body) for row in confirmed if row.proposal)], most=1)
    return f"{said} {plural(len(confirmed), 'proposal')} about {about}"


def assert_readable(before: Reading, after: Reading) -> None:
    """Raise InputError with what could not be stated once proposals are answered, as far as it is new."""
    known = {(fault.message, fault.line, fault.column) for fault in before.faults}
    new = [fault for fault in after.faults if (fault.message, fault.line, fault.column) not in known]
    if new:
        raise InputError(new)
