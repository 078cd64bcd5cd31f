"""The table of questions as it comes back: rows of CSV as spreadsheets save it, each with what somebody answered."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from govgraph.answers.words import LOST_LETTER, says_nothing
from govgraph.formats.sheets.cells import join_texts, split_texts, unescape_formula
from govgraph.language import listed
from govgraph.model.faults import Fault, FaultList, InputError
from govgraph.model.scalars import UNSEEN, plain_name

NUMBER, QUESTION, ABOUT, WHO_KNOWS, HOW = "Number", "Question", "About", "Who may know", "How to answer"
ANSWER, SOURCE, KEY = "Answer", "Source", "Key"
COLUMNS = (NUMBER, QUESTION, ABOUT, WHO_KNOWS, HOW, ANSWER, SOURCE, KEY)
"""The headers, in their order."""
_NEEDED = (ABOUT, ANSWER, KEY)
_DELIMITERS = ",;\t"
_WRITE_CSV = "name the file that `govgraph check --questions --format csv` wrote"
_SAVE_AS = "save it as “CSV UTF-8”"


class Row(NamedTuple):
    """One row of the table, as somebody filled it in."""

    number: int
    """As a spreadsheet counts: the headers are row 1."""
    key: str
    about: tuple[str, ...]
    answer: str
    source: str

    @property
    def is_answered(self) -> bool:
        """Whether it says anything."""
        return not all(map(says_nothing, self.parts)) and not says_nothing(self.answer)

    @property
    def parts(self) -> list[str]:
        """What is between semicolons and line ends."""
        return [part for part in split_texts(self.answer) if part.strip()]


def rows_of_text(text: str, path: str | None = None) -> list[Row]:
    """The rows of a CSV text, the empty ones left out. Raises InputError where it is no such table."""
    lines = text.removeprefix("\ufeff")
    if lines[:4].casefold() == "sep=":  # says what parts the cells, and is no row
        lines = lines.partition("\n")[2]
    first = next(iter(lines.splitlines()), "")
    delimiter = max(_DELIMITERS, key=lambda sign: (len(_headers(_cells(first, sign))), first.count(sign)))
    table: list[list[str]] = []
    try:
        table.extend(csv.reader(io.StringIO(lines, newline=""), delimiter=delimiter, strict=True))
    except csv.Error:
        why = f"A quotation mark here has no partner, or a text is too long. Open it in a spreadsheet and {_SAVE_AS}."
        raise _refusal(path, why, len(table) + 1) from None
    headers = _headers(table[0]) if table else {}
    missing = [name for name in _NEEDED if name not in headers]
    if missing:
        columns = listed([f"“{name}”" for name in missing])
        what = f"the column {columns}" if len(missing) == 1 else f"the columns {columns}"
        raise _refusal(path, f"The first row does not have {what}: {_WRITE_CSV}.", 1)
    faults = FaultList(_faults_of_cells(table, delimiter, path))
    if faults:
        raise InputError(faults)

    def cell(cells: Sequence[str], name: str) -> str:
        place = headers.get(name, len(cells))
        return unescape_formula(cells[place]).strip() if place < len(cells) else ""

    return [
        Row(
            number,
            plain_name(cell(cells, KEY)),
            tuple(split_texts(cell(cells, ABOUT))),
            cell(cells, ANSWER),
            cell(cells, SOURCE),
        )
        for number, cells in enumerate(table[1:], 2)
        if any(map(str.strip, cells))
    ]


def rows_of_bytes(data: bytes, path: str) -> list[Row]:
    """The rows of a CSV file. Raises InputError where it is another kind of file, or no such table."""
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise _refusal(path, f"This is an Excel, Word or zip file. Open it in a spreadsheet and {_SAVE_AS}.")
    if not data.strip():
        raise _refusal(path, f"The file is empty: {_WRITE_CSV}.")
    try:
        if b"\x00" in data:
            raise ValueError  # UTF-16, or no text at all
        text = data.decode("utf-8-sig")
    except ValueError:
        raise _refusal(path, f"The file is not text in UTF-8. Open it in a spreadsheet and {_SAVE_AS}.") from None
    return rows_of_text(text, path)


def rows_of_records(records: Iterable[Mapping[str, Any]]) -> list[Row]:
    """The rows of records in code: `{"key": "chair", "about": "The Board", "answer": "nobody", "source": "Minutes"}`.

    The names of the columns may be written in small letters; `about` may be a list of names. Raises InputError for a
    record with other names.
    """
    rows, faults = [], FaultList()
    for number, record in enumerate(records, 2):
        cells = {plain_name(str(name)): value for name, value in record.items()}
        unknown = [name for name in cells if name not in map(plain_name, COLUMNS)]
        if unknown:
            names = listed([f"“{name}”" for name in unknown])
            faults.append(Fault(None, number, None, f"No column is called {names}; the columns are {listed(COLUMNS)}."))
        about = cells.get("about") or ()
        names_of = split_texts(about) if isinstance(about, str) else [str(name) for name in about]
        key, answer, source = (_text(cells.get(name)) for name in ("key", "answer", "source"))
        rows.append(Row(number, plain_name(key), tuple(names_of), answer, source))
    if faults:
        raise InputError(faults)
    return rows


def about_cell(names: Iterable[str]) -> str:
    """The cell from which these names are read again: `The Board; Cabinet`."""
    return "; ".join(join_texts([" ".join(name.split())]) for name in names)


def _text(value: object) -> str:
    """A value of a record as text; an empty cell of a table of pandas is a number that equals nothing."""
    return "" if value is None or value != value else str(value).strip()  # noqa: PLR0124 - not a number


def _faults_of_cells(table: Sequence[Sequence[str]], delimiter: str, path: str | None) -> Iterator[Fault]:
    """What is wrong with the cells of a table, whatever they say."""
    names = [" ".join(cell.split()) for cell in table[0]]
    plain = [plain_name(name) for name in names]
    for name in COLUMNS:
        if plain.count(plain_name(name)) > 1:
            yield Fault(path, 1, None, f"There is more than one column “{name}”. Keep one.")
    for number, cells in enumerate(table, 1):
        if any(map(str.strip, cells[len(names) :])):
            why = f"This row has more cells than the first. Put a text that holds “{delimiter}” in quotation marks."
            yield Fault(path, number, None, why.replace("\t", "a tab"))
        for place, cell in enumerate(cells):
            where = f"{names[place]}: " if number > 1 and place < len(names) and plain[place] else ""
            hidden = UNSEEN.search(cell)
            if hidden:
                why = f"A character that cannot be seen is here (U+{ord(hidden.group()):04X}); delete it."
                yield Fault(path, number, None, f"{where}{why}")
            if LOST_LETTER in cell:
                yield Fault(path, number, None, f"{where}A letter was lost here (“{LOST_LETTER}”). Write it again.")


def _cells(line: str, sign: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=sign), [])
    except csv.Error:  # reported when the whole text is read
        return []


def _headers(cells: Iterable[str]) -> dict[str, int]:
    """The known headers in a row, with their places; the first of two alike counts."""
    plain = {plain_name(name): name for name in COLUMNS}
    found = [(plain.get(plain_name(cell)), place) for place, cell in enumerate(cells)]
    return dict(reversed([(name, place) for name, place in found if name is not None]))


def _refusal(path: str | None, why: str, line: int | None = None) -> InputError:
    return InputError([Fault(path, line, None, why)])
