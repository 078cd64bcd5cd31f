"""Bytes to text: UTF-8 alone, and nothing in it that cannot be seen."""

import codecs

from govgraph.model.faults import Fault, InputError
from govgraph.model.scalars import UNSEEN

_WRONG_ENCODINGS = [
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
]
_NOT_TEXT = [
    (b"PK\x03\x04", "an Excel, Word or zip file"),
    (b"%PDF", "a PDF"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
]


def decoded(data: bytes, path: str) -> str:
    """The text of a file. Raises InputError where it is another kind of file, empty, or in another encoding."""
    for start, what in _NOT_TEXT:
        if data.startswith(start):
            raise InputError([Fault(path, None, None, f"This is {what}, not a structure in YAML or JSON.")])
    for start, encoding in _WRONG_ENCODINGS:
        if data.startswith(start):
            raise InputError([Fault(path, 1, 1, f"The file is in {encoding}; save it as UTF-8.")])
    if b"\x00" in data[:200]:
        why = "The file is not text in UTF-8 (it holds zero bytes: perhaps UTF-16); save it as UTF-8."
        raise InputError([Fault(path, 1, 1, why)])
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        good = data[: error.start].decode("utf-8-sig")
        line, column = _line_and_column(good, len(good))
        raise InputError([Fault(path, line, column, _encoding_sentence(data))]) from None
    if not text.strip():
        raise InputError([Fault(path, 1, 1, "The file is empty.")])
    return text


def _encoding_sentence(data: bytes) -> str:
    try:
        data.decode("cp1252")
    except UnicodeDecodeError:
        return "The file is not text in UTF-8; save it as UTF-8."
    return "The file is not in UTF-8 but looks like Windows-1252 (also called ANSI or Latin-1); save it as UTF-8."


def unseen(path: str, text: str) -> list[Fault]:
    """A fault for each character that cannot be seen; twenty at the most."""
    faults = []
    for found in UNSEEN.finditer(text):
        line, column = _line_and_column(text, found.start())
        number = f"U+{ord(found.group()):04X}"
        faults.append(Fault(path, line, column, f"A character that cannot be seen stands here ({number}); delete it."))
        if len(faults) == 20:  # noqa: PLR2004
            break
    return faults


def _line_and_column(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - (text.rfind("\n", 0, offset) + 1) + 1
