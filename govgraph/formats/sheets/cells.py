"""A cell as a value of the model, and back: dates as people write them, lists, text that looks like a formula."""

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any

from govgraph.formats.sheets.columns import CellType, Column, normalized
from govgraph.model.scalars import quoted

_LIKE_A_FORMULA = re.compile(r"'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")


def escape_formula(text: str) -> str:
    """The text with a ' before it, where a spreadsheet would take it for a formula, or for an escaped text."""
    return f"'{text}" if _LIKE_A_FORMULA.match(text) else text


def unescape_formula(cell: str) -> str:
    """The text of a cell without the ' that `escape_formula` puts before it."""
    return cell[1:] if cell.startswith("'") and _LIKE_A_FORMULA.match(cell) else cell


_PARTS = re.compile(r'[ \t]*(?:"((?:[^"]|"")*)"[ \t]*(?=[\r\n;]|$)|([^\r\n;]*))(?:\r\n|\r|\n|;|$)')

_NEEDS_QUOTES = re.compile(r'[\r\n;"]')


def split_texts(cell: str) -> list[str]:
    """The texts in a cell: parted at line ends and semicolons; one in well-formed double quotes is taken as it is."""
    parts = (part.groups() for part in _PARTS.finditer(cell))
    return [
        plain.strip() if quoted is None else quoted.replace('""', '"')
        for quoted, plain in parts
        if quoted is not None or plain.strip()
    ]


def join_texts(texts: list[str]) -> str:
    """The cell from which `split_texts` reads these texts."""
    return "\n".join(
        '"' + text.replace('"', '""') + '"' if not text or text != text.strip() or _NEEDS_QUOTES.search(text) else text
        for text in texts
    )


def join_known(texts: list[str], column: Column) -> str:
    """The cell from which these texts are read, terms as people say them; any that would be parted stands in quotes."""
    parts = []
    for text in texts:
        term = next((known for known in column.vocabulary or () if known.value == text), None)
        quotes = term is None and len(texts) == 1 and split_known(text, column)
        parts.append(f'"{text}"' if quotes else join_texts([text if term is None else term.words]))
    return "\n".join(parts)


def split_names(cell: str) -> list[str]:
    """The ids or names in a cell: at line ends and semicolons, or else at commas."""
    parts = re.split(r"[\r\n;]+", cell)
    if len(parts) == 1:
        parts = cell.split(",")
    return [part.strip() for part in parts if part.strip()]


_BETWEEN_WORDS = re.compile(r"[,;/&+\r\n]|\band\b", re.IGNORECASE)


def split_words(cell: str, column: Column) -> list[str]:
    """The words in a cell, parted as names are; also by `and` where each part is a word."""
    return [word for part in split_names(cell) for word in split_known(part, column) or [part]]


def split_known(text: str, column: Column) -> list[str]:
    """The parts of a text that are parted by commas, `and` or other signs; none unless each of them is a known word."""
    if column.vocabulary is None or column.vocabulary.parse(text) is not None:
        return []
    parts = [part.strip() for part in _BETWEEN_WORDS.split(text)]
    known = len(parts) > 1 and all(part and column.vocabulary.parse(part) is not None for part in parts)
    return parts if known else []


_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_SUFFIXES = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}
_IN_WORDS = re.compile(r"^(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?([a-z]{3,9})\.?,?\s+(\d{4})$")
_MONTH_FIRST = re.compile(r"^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$")
_IN_FIGURES = re.compile(r"^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$")
_MONTH_IN_FIGURES = re.compile(r"^(0?[1-9]|1[0-2])[/.-](\d{4})$", re.ASCII)
_TWO_FIGURES = re.compile(r"^(?:\d{1,2}[ /.-])?(?:[a-z]{3,9}|\d{1,2})[ /.-]\d\d$")
_YEAR_FIRST = re.compile(r"^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$")
_YEARS = range(1000, 2200)
_FULL = re.compile(r"^\d{4}-\d\d-\d\d$", re.ASCII)
_ORDINAL = re.compile(r"\d(st|nd|rd|th)\b", re.IGNORECASE)
"""As no spreadsheet shows a day: somebody wrote it, and means it."""
_YEAR_IN_A_DATE_CELL = "1905"
"""A year that is typed into a cell for dates becomes the day of that number: 2020 is 12 July 1905."""


class DayFirst(str):
    """A date written in figures that may be read two ways, of which the first were taken for the day."""


def parse_date(value: object) -> str | None:
    """The date in a cell in the form of the model, or the text of the cell where it is no known form; None for a truth.

    Raises ValueError with a sentence for a date that may be read two ways, or is not what it seems.
    """
    if isinstance(value, datetime):
        if value.time() != time():
            raise ValueError(f"holds a time of day as well as a date ({value:%H:%M}); write the date alone")
        value = value.date()
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        if value in _YEARS:
            return str(int(value))
        raise ValueError(f"holds the number {value:g}, not a date; format the cell as a date, or write 2020-07-03")
    text = value.isoformat() if isinstance(value, date) else str(value).strip()
    day = text if isinstance(value, date) else _parse_written_date(text) or text
    if is_mistyped_year(day) and not _ORDINAL.search(text):
        raise ValueError(
            f"holds the day {day}, which a spreadsheet makes of a year typed into a cell for dates. "
            "Format the cell as text, and write the year again"
        )
    return day


def is_mistyped_year(day: str) -> bool:
    """Whether a day is what a spreadsheet makes of a year that is typed into a cell for dates."""
    return _FULL.match(day) is not None and day.startswith(_YEAR_IN_A_DATE_CELL)


def _parse_written_date(text: str) -> str | None:
    plain = " ".join(text.casefold().split())
    if found := _IN_WORDS.match(plain):
        day, month, year = found[1], _month_number(found[2]), found[3]
        return _iso_date(year, month, day) if month else None
    if _TWO_FIGURES.match(plain) and (plain[:-3][-1].isalpha() or plain.count(plain[-3]) > 1):
        raise ValueError(f"has only two figures for the year ({quoted(text)}); write all four")
    if found := _MONTH_FIRST.match(plain):
        month = _month_number(found[1])
        return _iso_date(found[3], month, found[2]) if month else None
    if found := _YEAR_FIRST.match(plain):
        return _iso_date(found[1], int(found[2]), found[3])
    if found := _IN_FIGURES.match(plain):
        day, month = int(found[1]), int(found[3])
        if month > len(_MONTHS) >= day:
            raise ValueError(f"has the month before the day ({quoted(text)}); write {found[4]}-{day:02}-{month:02}")
        read = _iso_date(found[4], month, found[1])
        return DayFirst(read) if day <= len(_MONTHS) and day != month else read
    if found := _MONTH_IN_FIGURES.match(plain):
        return _iso_date(found[2], int(found[1]), None)
    return None


def _iso_date(year: str, month: int, day: str | None) -> str:
    return f"{year}-{month:02}-{int(day):02}" if day else f"{year}-{month:02}"


def _month_number(word: str) -> int | None:
    names = ("september",) if word == "sept" else (name for name in _MONTHS if word in (name, name[:3]))
    return next((_MONTHS.index(name) + 1 for name in names), None)


def fits_a_date_cell(text: str) -> bool:
    """Whether a date can stand in a cell as a date, and be read back as the same."""
    if len(text) != len("2020-07-03"):
        return False
    day = date.fromisoformat(text)
    return day >= date(1900, 3, 1) and not is_mistyped_year(text)


def date_text(text: str) -> str:
    """A date as a cell of text has it: as it is, but for a day that would be taken for a year typed amiss."""
    if not is_mistyped_year(text):
        return text
    year, month, day = text.split("-")
    return f"{int(day)}{_SUFFIXES.get(int(day), 'th')} {_MONTHS[int(month) - 1].capitalize()} {year}"


Cell = str | int | float | bool | date | datetime | time | timedelta | None
"""What a reader of workbooks gives for a cell; None, or an empty text, for an empty one."""

Resolve = Callable[[str, str], str | None]
"""The id that a text means in a name space; None where it means none. Raises ValueError where it means several."""


def is_empty(cell: Cell) -> bool:
    """Whether a cell states nothing: it is empty, or holds nothing but spaces."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def cell_value(cell: Cell, column: Column, resolve: Resolve) -> Any:
    """What a filled cell states, as a text file would: text, truth, or a list of texts. A word may differ in case."""
    if column.cell_type is CellType.DATE:
        return parse_date(cell)
    if column.cell_type is CellType.BOOLEAN:
        return cell if isinstance(cell, bool) else cell_text(cell).strip()
    text = cell_text(cell)
    if column.cell_type is CellType.WORD:
        words = {normalized(word): word for word in reversed(column.words)}
        parts = split_words(text, column) if column.is_list else [text.strip()]
        values = [words.get(normalized(part), part) for part in parts]
    elif column.cell_type is CellType.REFERENCE:
        assert column.refers_to is not None  # noqa: S101 - a reference refers to something
        values = parse_references(text, column.refers_to, resolve, is_list=column.is_list)
    elif column.vocabulary is not None:
        return split_known(text, column) or split_texts(text)
    else:
        return split_texts(text) if column.is_list else text
    return values if column.is_list else values[0]


def cell_text(cell: Cell) -> str:
    """The text in a cell; a number as it is shown. Raises ValueError for a date, of which only the day is left."""
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, int | float):
        return f"{cell:.15g}"
    if isinstance(cell, date | time | timedelta):
        raise ValueError("holds a date or a time where text is meant; format the cell as text, and write it again")
    return str(cell)


def parse_references(text: str, namespace: str, resolve: Resolve, *, is_list: bool) -> list[str]:
    """The ids that a cell means. A text that means none is left as it is: the whole structure knows what is there."""
    parts = split_names(text) if is_list else [text.strip()]
    if len(parts) > 1 and _are_ids(parts, namespace, resolve):
        return parts  # sooner than a name that happens to read like ids
    whole = resolve(namespace, text)
    if whole is not None or len(parts) == 1:
        return [whole or text.strip()]
    return [resolve(namespace, part) or part for part in parts]


def _are_ids(parts: list[str], namespace: str, resolve: Resolve) -> bool:
    try:
        return all(resolve(namespace, part) == part for part in parts)
    except ValueError:
        return False
