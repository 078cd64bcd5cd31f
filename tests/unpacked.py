"""Everything that the bytes of an output hold, unpacked: zips, PDFs, pictures, packed scripts, data addresses."""

import base64
import binascii
import gzip
import io
import re
import zipfile
import zlib
from collections.abc import Iterator

_DATA = re.compile(rb"[A-Za-z0-9+/]{80,}={0,2}")
_LEVELS = 4


def texts(data: bytes, levels: int = _LEVELS) -> Iterator[str]:
    """Every text in some bytes, in each of the ways in which it may be written, packed ones too."""
    for coding in ("utf-8", "utf-16-le", "utf-16-be"):
        yield data.decode(coding, errors="ignore")
    if levels:
        for part in _parts(data):
            yield from texts(part, levels - 1)


def _parts(data: bytes) -> Iterator[bytes]:
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            yield "\n".join(packed.namelist()).encode() + packed.comment
            yield from (packed.read(name) for name in packed.namelist())
    elif data.startswith(b"%PDF"):
        yield from _of_pdf(data)
    elif data.startswith(b"\x1f\x8b"):
        yield gzip.decompress(data)
    elif data.startswith(b"\x89PNG"):
        yield from _of_png(data)
    else:
        for found in _DATA.findall(data):
            try:
                yield base64.b64decode(found + b"=" * (-len(found) % 4))
            except binascii.Error:
                continue


def _of_pdf(data: bytes) -> Iterator[bytes]:
    from pypdf import PdfReader

    for found in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL):
        try:
            yield zlib.decompress(found)
        except zlib.error:
            continue
    reader = PdfReader(io.BytesIO(data))
    yield "\n".join(page.extract_text() for page in reader.pages).encode()
    yield repr(reader.metadata).encode()
    yield repr(reader.trailer["/Root"].get_object()).encode()
    size = reader.trailer["/Size"]
    assert isinstance(size, int)
    for number in range(1, size):
        yield repr(reader.get_object(number)).encode("utf-8", errors="replace")


def _of_png(data: bytes) -> Iterator[bytes]:
    at = 8
    while at < len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        kind, chunk = data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        if kind != b"IDAT":
            yield chunk
        at += 12 + length
