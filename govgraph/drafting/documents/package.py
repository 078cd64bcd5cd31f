"""The package that a Word document is: checked part by part, and cut down to what is read of it."""

import re
import zipfile
from io import BytesIO
from typing import NamedTuple

from govgraph.drafting.documents.blocks import UnreadableError, squeeze
from govgraph.formats.sheets.archive import Archive, RefusedError

MAX_ELEMENTS = 400_000
"""Of all parts; a constitution of 300 pages has 150,000. Each takes a thousand times its own room once it is read."""
MAX_DEPTH = 200
"""Of elements in one another; tables within tables within text boxes come to 40."""
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
DAMAGED = "This is not a Word document, or a damaged one: open it in Word, and save it as .docx, without a password."
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_MEDIA = re.compile(r"(?:^|/)(?:media|embeddings|fonts|activeX)/", re.IGNORECASE)
_OFF = frozenset({"0", "false", "off"})


class Package(NamedTuple):
    """A checked document."""

    data: bytes
    """A package of the parts that are read, and of no others; what is hidden in them is taken out."""
    title: str | None
    """The title that its properties give."""
    hidden: int
    """How many passages were hidden."""
    parts: dict[str, bytes]
    """The parts by name, as they were."""


def open_package(data: bytes) -> Package:
    """Check a document. Raises UnreadableError where it cannot be trusted."""
    if data.startswith(_OLD_OFFICE):
        if _LOCKED in data:
            raise UnreadableError("This document is locked by a password: open it in Word, and save it without one.")
        raise UnreadableError("This is an old Word document (.doc): open it in Word, and save it as .docx.")
    try:
        archive = Archive(data)
    except RefusedError as error:
        raise UnreadableError(_sentence(str(error))) from None
    parts = {name: archive.part(name) or b"" for name in archive.names() if not _MEDIA.search(name)}
    parts = {
        name: part for name, part in parts.items() if part.strip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n").startswith(b"<")
    }
    _check_xml(parts)
    hidden = 0
    kept = BytesIO()
    with zipfile.ZipFile(kept, "w") as package:
        for name, part in parts.items():
            seen, number = _without_hidden(part) if b"vanish" in part else (part, 0)
            hidden += number
            package.writestr(name, seen)
    return Package(kept.getvalue(), _title(parts), hidden, parts)


def _sentence(refusal: str) -> str:
    """Why an archive is refused, said of a document."""
    return refusal.replace("workbook", "Word document") if "unpack" in refusal.casefold() else DAMAGED


def _check_xml(parts: dict[str, bytes]) -> None:
    from xml.sax import SAXException
    from xml.sax.handler import ContentHandler

    from defusedxml import DefusedXmlException, sax

    class Counter(ContentHandler):
        """Counts elements, and how deep they are in one another."""

        count = depth = 0

        def startElement(self, *_: object) -> None:  # noqa: N802
            self.count += 1
            self.depth += 1
            if self.count > MAX_ELEMENTS:
                raise UnreadableError("The document is too long to be read at once: split it, and name its parts.")
            if self.depth > MAX_DEPTH:
                raise UnreadableError(DAMAGED)

        def endElement(self, *_: object) -> None:  # noqa: N802
            self.depth -= 1

    counter = Counter()
    for part in parts.values():
        counter.depth = 0
        try:
            sax.parseString(part, counter, forbid_dtd=True)
        except DefusedXmlException:
            why = "The document holds a document type (DTD), as no Word document does; it is not read."
            raise UnreadableError(why) from None
        except (SAXException, ValueError, LookupError):
            raise UnreadableError(DAMAGED) from None


def _without_hidden(part: bytes) -> tuple[bytes, int]:
    """A part without the text that Word does not show, and how many passages that was."""
    from xml.etree.ElementTree import tostring  # writes only

    from defusedxml.ElementTree import fromstring

    root = fromstring(part, forbid_dtd=True)
    hidden = 0
    for space in (_WORD, _STRICT):
        for run in root.iter(f"{space}r"):
            vanish = run.find(f"{space}rPr/{space}vanish")
            if vanish is not None and vanish.get(f"{space}val", "1") not in _OFF:
                hidden += bool("".join(run.itertext()).strip())
                run.clear()
    return tostring(root), hidden


def _title(parts: dict[str, bytes]) -> str | None:
    from defusedxml.ElementTree import fromstring

    for name, part in parts.items():
        if name.casefold().endswith("docprops/core.xml"):
            found = fromstring(part, forbid_dtd=True).find("{http://purl.org/dc/elements/1.1/}title")
            return squeeze(found.text or "") or None if found is not None else None
    return None
