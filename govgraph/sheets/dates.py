"""Dates as people write them in cells, and as the model has them: 2020-07-03, 2020-07, 2020."""

import re
from datetime import date, datetime, time

from govgraph.model.scalars import shown

_MONTHS = (
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
)
_SUFFIXES = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}
_SHORT = 3
_IN_WORDS = re.compile(r"^(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?([a-z]{3,9})\.?,?\s+(\d{4})$")
_MONTH_FIRST = re.compile(r"^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$")
_IN_FIGURES = re.compile(r"^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$")
_TWO_FIGURES = re.compile(r"^(?:\d{1,2}[ /.-])?(?:[a-z]{3,9}|\d{1,2})[ /.-]\d\d$")
_YEAR_FIRST = re.compile(r"^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$")
_YEARS = range(1000, 2200)
_FULL = re.compile(r"^\d{4}-\d\d-\d\d$", re.ASCII)
_ORDINAL = re.compile(r"\d(st|nd|rd|th)\b", re.IGNORECASE)
"""As no spreadsheet shows a day: somebody wrote it, and means it."""
_YEAR_IN_A_DATE_CELL = "1905"
"""A year that is typed into a cell for dates becomes the day of that number: 2020 is 12 July 1905."""


class DayFirst(str):
    """A date written in figures, of which the first was taken for the day."""


def date_of(value: object) -> str | None:
    """The date in a cell as the model has it; None for a text that no rule here reads: the model says what is wrong.

    Raises ValueError with a sentence for one that may be read two ways, or is not what it seems.
    """
    if isinstance(value, datetime):
        if value.time() != time():
            raise ValueError(f"holds a time of day as well as a date ({value:%H:%M}); write the date alone")
        value = value.date()
    if isinstance(value, date):
        return _of_a_date_cell(value)
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return _of_a_number(value)
    text = str(value).strip()
    found = _of_text(text) or text
    if not _ORDINAL.search(text):
        _refuse_a_typed_year(found)
    return found


def _of_a_date_cell(value: date) -> str:
    _refuse_a_typed_year(value.isoformat())
    return value.isoformat()


def is_a_typed_year(day: str) -> bool:
    """Whether a day is what a spreadsheet makes of a year that is typed into a cell for dates."""
    return _FULL.match(day) is not None and day.startswith(_YEAR_IN_A_DATE_CELL)


def _refuse_a_typed_year(day: str) -> None:
    if is_a_typed_year(day):
        raise ValueError(
            f"holds the day {day}, which a spreadsheet makes of a year typed into a cell for dates; "
            "format the cell as text, and write the year again"
        )


def _of_a_number(value: float) -> str:
    if value in _YEARS:
        return str(int(value))
    raise ValueError(f"holds the number {value:g}, not a date; format the cell as a date, or write 2020-07-03")


def _of_text(text: str) -> str | None:
    plain = " ".join(text.casefold().split())
    if found := _IN_WORDS.match(plain):
        day, month, year = found[1], _month(found[2]), found[3]
        return _written(year, month, day) if month else None
    if _TWO_FIGURES.match(plain) and (plain[:-3][-1].isalpha() or plain.count(plain[-3]) > 1):
        raise ValueError(f"has only two figures for the year ({shown(text)}); write all four")
    if found := _MONTH_FIRST.match(plain):
        month = _month(found[1])
        return _written(found[3], month, found[2]) if month else None
    if found := _YEAR_FIRST.match(plain):
        return _written(found[1], int(found[2]), found[3])
    if found := _IN_FIGURES.match(plain):
        day, month = int(found[1]), int(found[3])
        if month > len(_MONTHS) >= day:
            raise ValueError(f"has the month before the day ({shown(text)}); write {found[4]}-{day:02}-{month:02}")
        return DayFirst(_written(found[4], month, found[1]))
    return None


def _written(year: str, month: int, day: str | None) -> str:
    return f"{year}-{month:02}-{int(day):02}" if day else f"{year}-{month:02}"


def _month(word: str) -> int | None:
    found = [number for number, name in enumerate(_MONTHS, 1) if name == word or name[:_SHORT] == word]
    return 9 if word == "sept" else next(iter(found), None)


def fits_a_date_cell(text: str) -> bool:
    """Whether a date can stand in a cell as a date, and be read back as the same."""
    if len(text) != len("2020-07-03"):
        return False
    day = date.fromisoformat(text)
    return day >= date(1900, 3, 1) and not is_a_typed_year(text)


def text_of_a_date(text: str) -> str:
    """A date as a cell of text has it: as it is, but for a day that would be taken for a year typed amiss."""
    if not is_a_typed_year(text):
        return text
    year, month, day = text.split("-")
    return f"{int(day)}{_SUFFIXES.get(int(day), 'th')} {_MONTHS[int(month) - 1].capitalize()} {year}"
