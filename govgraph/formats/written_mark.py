"""The mark in a file that govgraph wrote: a digest of all else in it, which no longer fits once somebody changes it."""

import re
import struct
import zipfile
import zlib
from enum import Enum
from hashlib import sha256
from io import BytesIO
from pathlib import Path, PurePath

_LARGEST = 500_000_000
"""No file that govgraph writes is as large, nor what it packs into a document."""
_SENTENCE = b"Written by govgraph; digest of all else in this file: sha256-"
_MARK = re.compile(re.escape(_SENTENCE) + rb"[0-9a-f]{64}")
_AROUND = {
    ".html": (b"<!-- ", b" -->\n"),
    ".svg": (b"<!-- ", b" -->\n"),
    ".md": (b"\n<!-- ", b" -->\n"),
    ".mmd": (b"%% ", b"\n"),
    ".pdf": (b"% ", b"\n"),
}
"""A comment in each format. That of a PDF stands after all to which it gives an offset, so that none changes."""
_TEXTS = (".html", ".svg", ".md", ".mmd")
_LINE_END = re.compile(rb"\r+\n")
_END_OF_PNG = 12
"""The length of the last chunk, which holds nothing."""
_IDENTIFIER = (b'<dc:identifier xmlns:dc="http://purl.org/dc/elements/1.1/">', b"</dc:identifier>")
_END_OF_PROPERTIES = re.compile(rb"</(?:\w+:)?coreProperties>\s*\Z")

_Parts = list[tuple[zipfile.ZipInfo, bytes]]


class Origin(Enum):
    """What a file at a path is to govgraph."""

    NOTHING = "nothing is there that could be lost"
    OURS = "as govgraph wrote it"
    CHANGED = "changed since govgraph wrote it"
    UNKNOWN = "without a mark"


def marked(content: str | bytes, name: str) -> bytes:
    """The content with the mark of its format, which the end of a file's name says. Text is written as UTF-8.

    Equal content gets an equal mark. Raises ValueError for content of another format.
    """
    data = content if isinstance(content, bytes) else content.encode("utf-8", errors="backslashreplace")
    form = PurePath(name).suffix.lower()
    if form == ".docx":
        return _marked_document(data)
    return _insert(data, _piece(form, _SENTENCE + _digest(data, form)), form)


def has_mark(name: str) -> bool:
    """Whether files of this format carry a mark."""
    return PurePath(name).suffix.lower() in (*_AROUND, ".png", ".docx")


def origin_of(path: Path, name: str) -> Origin:
    """Where the file at a path comes from, taken for the format that the end of a name says.

    Raises OSError where it cannot be read.
    """
    try:
        if path.stat().st_size > _LARGEST or not has_mark(name):
            return Origin.UNKNOWN
        data = path.read_bytes()
    except FileNotFoundError:
        return Origin.NOTHING
    if not data:
        return Origin.NOTHING
    form = PurePath(name).suffix.lower()
    return _origin_of_document(data) if form == ".docx" else _origin(data, form)


def _origin(data: bytes, form: str) -> Origin:
    if form in _TEXTS:
        data = _LINE_END.sub(b"\n", data)  # git writes text with the line ends of the system
    marks = _MARK.findall(data)
    if not marks:
        return Origin.UNKNOWN
    piece = _piece(form, marks[-1])
    before, _, after = data.rpartition(piece)
    rest = before + after
    fits = marks[-1] == _SENTENCE + _digest(rest, form) and data == _insert(rest, piece, form)
    return Origin.OURS if fits else Origin.CHANGED


def _digest(data: bytes, form: str) -> bytes:
    return sha256(_LINE_END.sub(b"\n", data) if form in _TEXTS else data).hexdigest().encode()


def _piece(form: str, mark: bytes) -> bytes:
    """The mark as the format has it."""
    if form != ".png":
        before, after = _AROUND[form]
        return before + mark + after
    chunk = b"tEXtComment\0" + mark
    return struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk))


def _insert(data: bytes, piece: bytes, form: str) -> bytes:
    at = len(data)
    if form == ".png":
        at = max(0, at - _END_OF_PNG)
    elif form == ".pdf":
        at = max(0, data.rfind(b"startxref"))
    return data[:at] + piece + data[at:]


def _marked_document(data: bytes) -> bytes:
    """A Word document with the mark as the identifier among its properties."""
    parts = _parts(data)
    mark = _SENTENCE + _digest_of_parts(parts)
    made = BytesIO()
    is_marked = False
    with zipfile.ZipFile(made, "w") as new:
        for part, content in parts:
            end = None if is_marked else _END_OF_PROPERTIES.search(content)
            if end is None:
                new.writestr(part, content)
            else:
                new.writestr(part, content[: end.start()] + mark.join(_IDENTIFIER) + end.group())
                is_marked = True
    if not is_marked:
        raise ValueError("not a document of ours: it has no properties")
    return made.getvalue()


def _origin_of_document(data: bytes) -> Origin:
    """Word writes every part anew when it saves; a document that it only showed has the parts that it had."""
    try:
        parts = _parts(data)
    except Exception:  # whatever the library stumbles over: the file is no document that govgraph wrote
        return Origin.UNKNOWN
    at = next((number for number, (_, content) in enumerate(parts) if _END_OF_PROPERTIES.search(content)), None)
    marks = [] if at is None else _MARK.findall(parts[at][1])
    if at is None or not marks:
        return Origin.UNKNOWN
    part, content = parts[at]
    before, _, after = content.rpartition(marks[-1].join(_IDENTIFIER))
    parts[at] = (part, before + after)
    return Origin.OURS if marks[-1] == _SENTENCE + _digest_of_parts(parts) else Origin.CHANGED


def _parts(data: bytes) -> _Parts:
    with zipfile.ZipFile(BytesIO(data)) as packed:
        if sum(part.file_size for part in packed.infolist()) > _LARGEST:
            raise ValueError("more than govgraph writes")
        return [(part, packed.read(part)) for part in packed.infolist()]


def _digest_of_parts(parts: _Parts) -> bytes:
    """The digest of names and contents: when and how they were packed is nobody's work."""
    whole = sha256()
    for part, content in sorted(parts, key=lambda pair: pair[0].filename):
        name = part.filename.encode()
        whole.update(b"%d %d " % (len(name), len(content)) + name + content)
    return whole.hexdigest().encode()
