"""JSON of the same shape as the YAML. Positions are looked up in the text only when somebody needs them."""

import json
import re
from bisect import bisect_right
from functools import cached_property
from typing import Any

from govgraph.model.place import Path
from govgraph.model.scalars import shown
from govgraph.read.document import MAX_DEPTH, Document
from govgraph.read.faults import Fault

_SPACE = re.compile(r"[ \t\n\r]*")
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{}]|-?Infinity|NaN', re.DOTALL)


class _NotANumberError(ValueError):
    pass


def _refuse_constant(name: str) -> None:
    raise _NotANumberError(name)


# Numbers stay as typed, as in YAML: 1.10 is not 1.1, and five thousand digits are only text.
_decoder = json.JSONDecoder(parse_float=str, parse_int=str, parse_constant=_refuse_constant)


class _LazyMarks:
    """Positions found by reading the text again, container by container, on the way to what is asked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._members: dict[int, dict[str | int, tuple[int, int]]] = {}

    @property
    def start(self) -> int:
        """Where the document begins, after any white space."""
        return self._skip(0)

    def position(self, path: Path, *, value: bool = False) -> tuple[int, int]:
        key, start, _ = self._descend(path)
        return self.line_and_column(start if value else key)

    def covers(self, path: Path) -> bool:
        return self._descend(path)[2] == len(path)

    def line_and_column(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(found.end() for found in re.finditer("\n", self._text))]

    def _descend(self, path: Path) -> tuple[int, int, int]:
        key = start = self.start
        depth = 0
        for step in path:
            members = self._inside(start)
            if step not in members:
                break
            key, start = members[step]
            depth += 1
        return key, start, depth

    def _skip(self, offset: int) -> int:
        found = _SPACE.match(self._text, offset)
        return found.end() if found else offset

    def _inside(self, start: int) -> dict[str | int, tuple[int, int]]:
        if start not in self._members:
            self._members[start] = {}
            for name, key, value in self.members(start):
                self._members[start].setdefault(name, (key, value))
        return self._members[start]

    def members(self, start: int) -> list[tuple[str | int, int, int]]:
        """The members of the object or list that begins here: name, place of the key, place of the value."""
        found: list[tuple[str | int, int, int]] = []
        opening = self._text[start]
        if opening not in "[{":
            return found
        offset = self._skip(start + 1)
        if self._text[offset] in "]}":
            return found
        while True:
            key = offset
            name: str | int = len(found)
            if opening == "{":
                name, offset = _decoder.raw_decode(self._text, key)
                offset = self._skip(self._skip(offset) + 1)
            found.append((name, key, offset))
            offset = self._skip(_decoder.raw_decode(self._text, offset)[1])
            if self._text[offset] != ",":
                return found
            offset = self._skip(offset + 1)


def parse(path: str, text: str) -> Document:
    """Read JSON text into a document. Faults are noted in it, never raised."""
    document = Document(path)
    marks = _LazyMarks(text)
    doubled = False

    def as_mapping(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        nonlocal doubled
        data = dict(pairs)
        if len(data) != len(pairs):
            doubled = True
            data = dict(reversed(pairs))
        return data

    decoder = json.JSONDecoder(
        object_pairs_hook=as_mapping, parse_float=str, parse_int=str, parse_constant=_refuse_constant
    )
    try:
        document.data = decoder.decode(text)
    except json.JSONDecodeError as error:
        document.faults.append(Fault(path, error.lineno, error.colno, _sentence(error)))
    except _NotANumberError as error:
        name = str(error)
        offset = next(found.start() for found in _TOKEN.finditer(text) if found.group() == name)
        document.faults.append(Fault(path, *marks.line_and_column(offset), f"{name} is not a value: use a text."))
    except RecursionError:
        place = marks.line_and_column(_too_deep(text))
        document.faults.append(Fault(path, *place, f"The file is nested more than {MAX_DEPTH} levels deep."))
    if document.faults:
        document.broken = True
        return document
    document.marks = marks
    if doubled:
        document.faults.extend(_doubled_keys(path, marks))
    return document


def _too_deep(text: str) -> int:
    depth = 0
    for found in _TOKEN.finditer(text):
        if found.group() in "[{":
            depth += 1
        elif found.group() in "]}":
            depth -= 1
        if depth > MAX_DEPTH:
            return found.start()
    return 0


def _doubled_keys(path: str, marks: _LazyMarks) -> list[Fault]:
    faults = []
    todo = [marks.start]
    while todo:
        first: dict[str | int, int] = {}
        for name, key, value in marks.members(todo.pop()):
            line, column = marks.line_and_column(key)
            if name in first:
                message = f"The key {shown(name)} stands here a second time; first in line {first[name]}."
                faults.append(Fault(path, line, column, message))
            first.setdefault(name, line)
            todo.append(value)
    return faults


def _sentence(error: json.JSONDecodeError) -> str:
    if error.msg.startswith("Unterminated string"):
        return "A text in quotes begins here and is not closed."
    if error.msg.startswith("Invalid control character"):
        return "A line break or tab stands inside a text: write it as \\n or \\t."
    if error.msg.startswith("Invalid \\"):
        return "A backslash inside a text must be doubled."
    if error.msg.startswith("Expecting property name"):
        return "A key in double quotes is expected here (is there a comma too many?)."
    if error.msg.startswith("Expecting ','"):
        return "A comma, or the end of the list or mapping, is expected here."
    if error.msg.startswith("Expecting ':'"):
        return "A colon is expected after the key."
    if error.msg.startswith("Expecting value"):
        return "A value is expected here."
    if error.msg.startswith("Extra data"):
        return "The structure ends before this: delete what follows."
    return f"This is not JSON: {error.msg[:1].lower()}{error.msg[1:]}."
