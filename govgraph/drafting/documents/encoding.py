"""The text of a file, whatever its encoding."""

import codecs

from govgraph.drafting.documents.blocks import UnreadableError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before that of UTF-16, which begins alike
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SEEN = 1_000
_FEW_ZEROS = 0.2
_FEW_CONTROLS = 0.05
_OTHER_FILES = (b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0", b"{\\rtf", b"\x89PNG", b"\xff\xd8\xff")
_NO_TEXT = "This is not a file of text: its name ends as such a file's does, but it holds something else."
WINDOWS_1252 = "The file is not in UTF-8, so it was read as Windows-1252: check its accents and quotation marks."


def decode(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The text of a file, and a sentence where its encoding is a guess. Raises UnreadableError where it is no text."""
    if data.startswith(_OTHER_FILES):
        raise UnreadableError(_NO_TEXT)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace"), ()
    start = data[:_SEEN]
    if start.count(0) > _FEW_ZEROS * len(start):
        even = start[::2].count(0) > start[1::2].count(0)
        return _checked(data.decode("utf-16-be" if even else "utf-16-le", errors="replace"))
    try:
        return _checked(data.decode("utf-8"))
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
        return _checked(text)[0], (WINDOWS_1252,)


def _checked(text: str) -> tuple[str, tuple[str, ...]]:
    start = text[:_SEEN]
    if sum(not (letter.isprintable() or letter.isspace()) for letter in start) > _FEW_CONTROLS * len(start):
        raise UnreadableError(_NO_TEXT)
    return text, ()
