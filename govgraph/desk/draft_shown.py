"""What is to be confirmed, as plain data for the page: each proposal beside what its document says."""

from collections.abc import Iterator
from typing import Literal

from govgraph.desk import protocol
from govgraph.desk.drafted import Drafted, Row, kin
from govgraph.desk.opened import Content, Reading
from govgraph.desk.shown import shown_text
from govgraph.desk.tables import OpenSheet, OpenTables
from govgraph.formats.drafts.words import Aim, Meaning, cells_taken, meaning_of
from govgraph.formats.sheets.layout import DRAFT
from govgraph.model.proposal import Confirmed
from govgraph.model.scalars import plain_name

_Section = Literal["bodies", "constituencies", "themes", ""]
_SECTIONS: tuple[_Section, ...] = ("bodies", "constituencies", "themes")
_ANSWERS: dict[Confirmed | None, Literal["yes", "no", "change", ""]] = {
    Confirmed.YES: "yes",
    Confirmed.NO: "no",
    Confirmed.CHANGE: "change",
    None: "",
}


def draft_of(content: Content, reading: Reading) -> protocol.Draft | None:
    """What the open sheet Draft proposes; None where there is none, or nothing stands in it."""
    sheet = content.sheets.get(DRAFT) if isinstance(content, OpenTables) else None
    if sheet is None or not sheet.numbers:
        return None
    drafted = Drafted(sheet, reading)
    return {
        "proposals": [*_proposals(sheet, drafted)],
        "whats": [_what(sheet, words) for words in _words_offered(sheet)],
        "names": {section: _names(section, reading, drafted) for section in _SECTIONS},
    }


def _proposals(sheet: OpenSheet, drafted: Drafted) -> Iterator[protocol.Proposal]:
    places = {number: place for place, number in enumerate(sheet.numbers)}
    columns = {str(column.path[0]): column for column in sheet.columns}
    beside = {number: each.numbers for each in kin(drafted.rows.values()) for number in each.numbers}

    def text(row: Row, key: str) -> str:
        return shown_text(sheet.cell(row.number, columns[key])).strip() if key in columns else ""

    for row in drafted.rows.values():
        yield {
            "row": places[row.number],
            "about": text(row, "body"),
            "message": row.sentence,
            "proposed": "" if row.is_as_proposed else row.proposed,
            "says": text(row, "says"),
            "document": text(row, "document"),
            "place": text(row, "where"),
            "question": text(row, "question"),
            "beside": [places[number] for number in beside.get(row.number, ()) if number != row.number],
            "answer": _ANSWERS[row.answer],
        }


def _words_offered(sheet: OpenSheet) -> tuple[str, ...]:
    return next(column.words for column in sheet.sheet.columns if column.path == ("what",))


def _what(sheet: OpenSheet, words: str) -> protocol.What:
    meaning = meaning_of(words)
    taken = cells_taken(meaning)
    return {
        "words": words,
        "columns": [place for place, column in enumerate(sheet.columns) if column.path[0] in taken],
        "names": _named_under_value(meaning),
    }


def _named_under_value(meaning: Meaning) -> _Section:
    if meaning.aim is Aim.SAME:
        return "bodies"
    section = meaning.tie.to.refers_to if meaning.tie is not None else None
    return next((known for known in _SECTIONS if known == section), "")


def _names(section: str, reading: Reading, drafted: Drafted) -> list[str]:
    """The names in a section: what is stated, then what is only proposed."""
    stated = getattr(reading.structure, section, None) or {}
    names = [entry.name for entry in stated.values()] or [*reading.names.get(section, {}).values()]
    for row in drafted.rows.values():
        if row.proposal is not None and row.meaning is not None and row.meaning.aim is Aim.ENTRY:
            names += [row.proposal.body] if row.meaning.section == section else []
    return [*{plain_name(name): name for name in reversed(names)}.values()][::-1]
