"""What importers share: the text, XML and JSON of a file, refused where it would do harm; ids; dates; sources."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from govgraph.model.faults import Fault, InputError
from govgraph.model.scalars import UNSEEN, first_day, last_day
from govgraph.model.validation import MAX_DEPTH

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MAX_BYTES = 100_000_000
"""Larger files of other tools are not read."""
_MOST_ELEMENTS = 1_000_000
_ID_LENGTH = 64


def refused(path: str, sentence: str, line: int | None = None, column: int | None = None) -> InputError:
    """An error with one fault in a file."""
    return InputError([Fault(path, line, column, sentence)])


def within_size(path: str, data: bytes) -> bytes:
    """The bytes of a file, if they are not too many. Raises InputError."""
    if len(data) > MAX_BYTES:
        raise refused(path, f"The file is larger than {MAX_BYTES // 1_000_000} MB, the most that is read.")
    return data


def parse_xml(path: str, data: bytes) -> "Element":
    """The root of an XML file. Nothing outside it is read.

    Raises InputError where it is no sound XML, holds a document type or entities of its own, or is nested too deep.
    """
    try:
        from defusedxml.common import DefusedXmlException  # only these files need it
        from defusedxml.ElementTree import DefusedXMLParser
    except ModuleNotFoundError:
        raise refused(path, "To read XML, install what it takes: pip install 'govgraph[exchange]'.") from None
    from xml.etree.ElementTree import ParseError  # as above

    tree = _limited_tree()
    parser = DefusedXMLParser(target=tree, forbid_dtd=True)
    try:
        parser.feed(within_size(path, data))
        root: Element = parser.close()
    except DefusedXmlException:
        why = "The file has a document type (DTD), which can draw on other files or grow without end; it is not read."
        raise refused(path, why) from None
    except ParseError as error:
        why = f"This is not sound XML ({str(error).partition(':')[0]})."
        raise refused(path, why, error.position[0], error.position[1] + 1) from None
    except (_TooDeepError, LookupError, ValueError) as error:
        why = str(error) if isinstance(error, _TooDeepError) else "The file is in an encoding that is not known here."
        raise refused(path, why) from None
    return root


class _TooDeepError(Exception):
    pass


def _limited_tree() -> Any:
    from xml.etree.ElementTree import TreeBuilder  # as above

    class LimitedTree(TreeBuilder):
        """Builds a tree that is neither too deep nor too large."""

        depth = elements = 0

        def start(self, tag: Any, attrs: Any, /) -> Any:
            self.depth += 1
            self.elements += 1
            if self.depth > MAX_DEPTH:
                raise _TooDeepError(f"The file is nested more than {MAX_DEPTH} levels deep.")
            if self.elements > _MOST_ELEMENTS:
                raise _TooDeepError(f"The file holds more than {_MOST_ELEMENTS // 1_000_000} million elements.")
            return super().start(tag, attrs)

        def end(self, tag: Any, /) -> Any:
            self.depth -= 1
            return super().end(tag)

    return LimitedTree()


def local_name(element: "Element") -> str:
    """The name of an element without its name space, in small letters."""
    tag: object = element.tag  # of a comment it is no text
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def parse_json(path: str, data: bytes) -> Any:
    """What a JSON file holds; numbers stay texts. Raises InputError with each fault and its line and column."""
    from govgraph.formats import json  # only these files need it
    from govgraph.formats.files import decoded

    document = json.parse(path, decoded(within_size(path, data), path))
    if document.faults:
        raise InputError(document.faults)
    return document.data


@lru_cache(maxsize=1)
def json_or_none(data: bytes) -> Any:
    """What JSON bytes hold, to recognise them by; None where they hold none, or too much."""
    import json  # as above

    if len(data) > MAX_BYTES or data.lstrip()[:1] not in (b"{", b"["):
        return None
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        return None


def clean(value: object) -> str:
    """A value as one line of text: nothing unseen in it, runs of white space as one space; empty where it is none."""
    if not isinstance(value, str):
        return ""
    return " ".join(UNSEEN.sub(" ", value).split())


def slug(text: str, otherwise: str = "item") -> str:
    """An id made of a text: `health-and-wellbeing-board`."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower().replace("&", " and ")
    words = re.sub(r"[^a-z0-9]+", "-", plain.replace("'", ""))
    return words.strip("-")[:_ID_LENGTH].strip("-") or otherwise


class Ids:
    """Gives each thing an id of its own, made of a text: the second `board` is `board-2`."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = set(taken)
        self._next: dict[str, int] = {}

    def new(self, text: str, otherwise: str = "item") -> str:
        """An id that none has yet."""
        base = slug(text, otherwise)
        found = base
        while found in self._taken:
            number = self._next[base] = self._next.get(base, 1) + 1
            found = f"{base[: _ID_LENGTH - 1 - len(str(number))]}-{number}"
        self._taken.add(found)
        return found


_DAY_FIRST = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b")
_YEAR_FIRST = re.compile(r"\d{4}(-\d\d(-\d\d)?)?(?=$|[T ])")
_NO_DATE = ("01/01/1900", "30/12/1899", "31/12/9999", "01/01/0001")


def partial_date(text: object) -> str | None:
    """A date as govgraph writes it, of `31/03/2021`, `2021-03-31T00:00:00` or `2021-03`; None where it is none."""
    from datetime import date

    written = clean(text)
    day_first, year_first = _DAY_FIRST.match(written), _YEAR_FIRST.match(written)
    if written.startswith(_NO_DATE):
        return None
    if day_first:
        day, month, year = map(int, day_first.groups())
        found = f"{year:04}-{month:02}-{day:02}"
    elif year_first:
        found = year_first.group()
    else:
        return None
    try:
        date.fromisoformat(found + "-01-01"[len(found) - 4 :] if len(found) < len("2021-03-31") else found)
    except ValueError:
        return None
    return found


def in_order(begins: str | None, ends: str | None) -> bool:
    """Whether a first and a last day can both be right, however precise they are; also where one is not known."""
    return not begins or not ends or first_day(begins) <= last_day(ends)


def file_source(path: str) -> tuple[str, dict[str, Any]]:
    """The id and the record of a source that stands for a file."""
    name = PurePath(path).name
    return slug(name, "file"), {"title": clean(name) or "file"}


def named(names: Iterable[str], most: int = 10) -> Iterator[str]:
    """The first names of many, and how many more, to list in a notice."""
    every = list(names)
    yield from every[:most]
    if len(every) > most:
        yield f"{len(every) - most:,} more"
