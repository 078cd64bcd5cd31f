"""Bounds on what a PDF may ask of its reader: what it unpacks to, what a page draws, how wide its ranges are."""

import logging
import time
import warnings
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO
from typing import Any

from pdfminer import pdftypes
from pdfminer.cmapdb import CMapParser, FileUnicodeMap
from pdfminer.lzw import LZWDecoder
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.psparser import PSKeyword
from pdfminer.runlength import rldecode
from pdfminer.utils import choplist, nunpack
from pdfplumber.page import Page, PDFPageAggregatorWithMarkedContent

from govgraph.drafting.documents.blocks import UnreadableError

MAX_UNPACKED = 300_000_000
"""Bytes of all streams; of 500 pages with their fonts and no pictures they come to 60 million."""
MAX_STREAM = 20_000_000
MAX_LETTERS = 60_000
"""Of a page; a dense one has 8,000."""
MAX_PATHS = 20_000
"""Lines and curves of a page that are kept: tables need a thousand, maps have a million."""
MAX_SECONDS = 240
_MOST_CODES = 70_000
"""Of a range of letters: more than there are."""
_FIGURE = 50
"""A form may draw itself many times: each counts as so many letters."""
_CLOCK = 512
_LONGEST_RUN = 64
"""How much longer a run may be than its length, packed."""
_TOO_MUCH = "This PDF unpacks to more than a document does; it is not read."
_TOO_SLOW = f"This PDF takes more than {MAX_SECONDS // 60} minutes to read: split it, and name its parts."


class PageTooLargeError(Exception):
    """A page draws more than is read of one."""


class _Unpacker:
    """Stands in for what unpacks streams in the library, without end; this one stops. Its names are those of `zlib`."""

    error = zlib.error

    def __init__(self) -> None:
        self._left = MAX_UNPACKED

    def decompress(self, data: bytes) -> bytes:
        """What a stream holds that is packed by zlib."""
        unpacker = zlib.decompressobj()
        unpacked = unpacker.decompress(data, MAX_STREAM)
        if unpacker.unconsumed_tail:
            raise UnreadableError(_TOO_MUCH)
        if not unpacker.eof:
            raise self.error("incomplete stream")
        return self._counted(unpacked)

    def decompressobj(self) -> Any:
        """What unpacks a damaged stream; the library gives it one byte after another."""
        return zlib.decompressobj()

    def lzwdecode(self, data: bytes) -> bytes:
        """What a stream holds that is packed by LZW."""
        unpacked = bytearray()
        for part in LZWDecoder(BytesIO(data)).run():
            unpacked += part
            if len(unpacked) > MAX_STREAM:
                raise UnreadableError(_TOO_MUCH)
        return self._counted(bytes(unpacked))

    def rldecode(self, data: bytes) -> bytes:
        """What a stream holds that is packed by lengths of runs."""
        if len(data) * _LONGEST_RUN > MAX_STREAM:
            raise UnreadableError(_TOO_MUCH)
        return self._counted(rldecode(data))

    def _counted(self, unpacked: bytes) -> bytes:
        self._left -= len(unpacked)
        if self._left < 0:
            raise UnreadableError(_TOO_MUCH)
        return unpacked


@contextmanager
def bounded() -> Iterator[None]:
    """A while in which no stream unpacks to more than is allowed, and the library says nothing of its own."""
    loggers = [logging.getLogger(name) for name in ("pdfminer", "pdfplumber")]
    levels = [logger.level for logger in loggers]
    unpacker = _Unpacker()
    bounds = {"zlib": unpacker, "lzwdecode": unpacker.lzwdecode, "rldecode": unpacker.rldecode}
    before = {name: getattr(pdftypes, name) for name in bounds}
    try:
        for name, bound in bounds.items():  # the library has no other way to bound it
            setattr(pdftypes, name, bound)
        for logger in loggers:
            logger.setLevel(logging.CRITICAL)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        for name, own in before.items():
            setattr(pdftypes, name, own)
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)


class BoundedResources(PDFResourceManager):
    """Fonts whose ranges are no wider than there are letters."""

    def get_font(self, objid: object, spec: Mapping[str, object]) -> Any:
        """The font; what its file says beside its tables is not looked at."""
        checked = dict(spec)
        for key, size in (("W", 3), ("W2", 5)):
            _check_widths(resolve1(checked.get(key)), size)
        for key in ("ToUnicode", "Encoding"):
            stream = resolve1(checked.get(key))
            if isinstance(stream, PDFStream):
                _RangeChecker(FileUnicodeMap(), BytesIO(stream.get_data())).run()
        descriptor = resolve1(checked.get("FontDescriptor"))
        if isinstance(descriptor, dict):
            checked["FontDescriptor"] = {key: value for key, value in descriptor.items() if key != "FontFile2"}
        return super().get_font(objid, checked)


def _check_widths(widths: object, size: int) -> None:
    if not isinstance(widths, list):
        return
    numbers: list[Any] = []
    for value in map(resolve1, widths):
        if isinstance(value, list):
            numbers = []
            continue
        numbers.append(value)
        if len(numbers) == size:
            first, last = numbers[:2]
            if isinstance(first, (int, float)) and isinstance(last, (int, float)) and last - first > _MOST_CODES:
                raise UnreadableError(_TOO_MUCH)
            numbers = []


class _RangeChecker(CMapParser):
    """Goes through a table of letters as its reader will, and looks only how wide its ranges are."""

    def do_keyword(self, pos: int, token: PSKeyword) -> None:
        if token not in (self.KEYWORD_ENDBFRANGE, self.KEYWORD_ENDCIDRANGE):
            super().do_keyword(pos, token)
            return
        for first, last, _ in choplist(3, [value for _, value in self.popall()]):
            if isinstance(first, bytes) and isinstance(last, bytes) and nunpack(last) - nunpack(first) > _MOST_CODES:
                raise UnreadableError(_TOO_MUCH)


class _BoundedDevice(PDFPageAggregatorWithMarkedContent):
    """Gathers what a page draws, until it is too much."""

    deadline = float("inf")
    letters = paths = 0

    def _count(self, number: int) -> None:
        self.letters += number
        if self.letters > MAX_LETTERS:
            raise PageTooLargeError
        self._watch()

    def _watch(self) -> None:
        if time.monotonic() > self.deadline:
            raise UnreadableError(_TOO_SLOW)

    def begin_page(self, *args: Any, **kwargs: Any) -> None:
        self._watch()
        super().begin_page(*args, **kwargs)

    def render_char(self, *args: Any, **kwargs: Any) -> float:
        self._count(1)
        return super().render_char(*args, **kwargs)

    def begin_figure(self, *args: Any, **kwargs: Any) -> None:
        self._count(_FIGURE)
        super().begin_figure(*args, **kwargs)

    def paint_path(self, *args: Any, **kwargs: Any) -> None:
        self.paths += 1
        if self.paths % _CLOCK == 0:
            self._watch()
        if self.paths <= MAX_PATHS:
            super().paint_path(*args, **kwargs)


class BoundedPage(Page):
    """A page that is drawn within bounds."""

    deadline = float("inf")

    @property
    def layout(self) -> Any:
        """What the page draws. Raises PageTooLargeError where it draws too much."""
        if not hasattr(self, "_layout"):
            device = _BoundedDevice(self.pdf.rsrcmgr, pageno=self.page_number, laparams=self.pdf.laparams)
            device.deadline = self.deadline
            PDFPageInterpreter(self.pdf.rsrcmgr, device).process_page(self.page_obj)
            self._layout = device.get_result()
        return self._layout
