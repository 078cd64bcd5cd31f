"""Text that a spreadsheet would take for a formula, in CSV files: a ' before it keeps it text."""

import re

_RISKY = re.compile(r"'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")


def with_guard(text: str) -> str:
    """The text with a ' before it, where a spreadsheet would reckon with it, or where it begins like one so guarded."""
    return f"'{text}" if _RISKY.match(text) else text


def without_guard(cell: str) -> str:
    """The text that `with_guard` made the cell of."""
    return cell[1:] if cell.startswith("'") and _RISKY.match(cell) else cell
