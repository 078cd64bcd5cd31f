"""JSON of the same shape as the YAML: read with the line and column of every part, and written."""

import json
import re
from bisect import bisect_right
from collections.abc import Callable
from functools import cached_property
from typing import Any, NamedTuple

from govgraph.formats.plain_data import plain_structure
from govgraph.model import Structure
from govgraph.model.faults import Fault, FaultList, Loc
from govgraph.model.scalars import quoted
from govgraph.model.validation import MAX_DEPTH, Document, Marks


def rendered(structure: Structure, *, with_names: bool = True) -> str:
    """The text of the file."""
    return json.dumps(plain_structure(structure, with_names=with_names), ensure_ascii=False, indent=2) + "\n"


_SPACE = re.compile(r"[ \t\n\r]*")
_PLAIN_DECODER = json.JSONDecoder(object_pairs_hook=dict, parse_float=str, parse_int=str)


class Member(NamedTuple):
    """A member of an object or list: its key (a number in a list), where key and value begin, and the value."""

    name: str | int
    key: int
    start: int
    value: Any


class JsonMarks(Marks):
    """Positions found by reading the text container by container, on the way to what is asked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._known: dict[int, dict[str | int, tuple[int, int]]] = {}

    @property
    def start(self) -> int:
        """Where the document begins, after any white space."""
        return self._skip(0)

    def position(self, path: Loc, *, value: bool = False) -> tuple[int, int]:
        """Line and column of the part, or of the nearest part around it."""
        key, start, _ = self._descend(path)
        return self.line_and_column(start if value else key)

    def covers(self, path: Loc) -> bool:
        """Whether the text has a part at this path."""
        return self._descend(path)[2] == len(path)

    def line_and_column(self, offset: int) -> tuple[int, int]:
        """An offset in the text as line and column, counted from 1."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def members(
        self, start: int, decoder: json.JSONDecoder = _PLAIN_DECODER, whole: str | None = None
    ) -> tuple[list[Member], int]:
        """The members of the object or list that begins here, and where it ends; their places are noted.

        The member called `whole` is read member by member too, so that the places in it are known.
        Raises ValueError or IndexError where the text is not JSON; the decoder itself then says what is wrong.
        """
        found: list[Member] = []
        closing = {"{": "}", "[": "]"}.get(self._text[start], "")
        offset = self._skip(start + 1)
        if not closing or self._text[offset] == closing:
            return found, offset + 1
        while True:
            key = offset
            name: str | int = len(found)
            if closing == "}":
                name, offset = self._key(key, decoder)
            if name == whole and self._text[offset] == "{":
                inner, end = self.members(offset, decoder)
                pairs = [(str(member.name), member.value) for member in inner]
                value: Any = decoder.object_pairs_hook(pairs)
            else:
                value, end = decoder.raw_decode(self._text, offset)
            found.append(Member(name, key, offset, value))
            end = self._skip(end)
            if self._text[end] == closing:
                break
            offset = self._expect(",", end)
        known = self._known[start] = {}
        for member in found:
            known.setdefault(member.name, (member.key, member.start))
        return found, end + 1

    def _key(self, key: int, decoder: json.JSONDecoder) -> tuple[str, int]:
        if self._text[key] != '"':
            raise ValueError(key)
        name, offset = decoder.raw_decode(self._text, key)
        return name, self._expect(":", self._skip(offset))

    def _expect(self, mark: str, offset: int) -> int:
        if self._text[offset] != mark:
            raise ValueError(offset)
        return self._skip(offset + 1)

    def _descend(self, path: Loc) -> tuple[int, int, int]:
        key = start = self.start
        depth = 0
        for step in path:
            if start not in self._known:
                self._known[start] = {}
                self.members(start)
            if step not in self._known[start]:
                break
            key, start = self._known[start][step]
            depth += 1
        return key, start, depth

    def _skip(self, offset: int) -> int:
        found = _SPACE.match(self._text, offset)
        return found.end() if found else offset

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(found.end() for found in re.finditer("\n", self._text))]


_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"?|[\[\]{}]|-?Infinity|NaN', re.DOTALL)
_TEXT = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"?', re.DOTALL)
_NO_BRACKETS = bytes({*range(256)} - {*b"[]{}"})
_PAIR = re.compile(rb"\[\]|\{\}")


class _NotANumberError(ValueError):
    pass


def _refuse_constant(name: str) -> None:
    raise _NotANumberError(name)


def parse(path: str, text: str) -> Document:
    """Read JSON text into a document. Faults are noted in it, never raised."""
    document = Document(path)
    marks = JsonMarks(text)
    deep = _nesting_limit_offset(text)
    if deep is not None:  # the library would go down all the way, in a browser to the end of its memory for that
        place = marks.line_and_column(deep)
        document.faults.append(Fault(path, *place, f"The file is nested more than {MAX_DEPTH} levels deep."))
        document.broken = True
        return document
    doubled = False

    def as_mapping(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        nonlocal doubled
        data = dict(pairs)
        if len(data) != len(pairs):
            doubled = True
            data = dict(reversed(pairs))
        return data

    # Numbers stay as typed, as in YAML: 1.10 is not 1.1, and five thousand digits are only text.
    decoder = json.JSONDecoder(
        object_pairs_hook=as_mapping, parse_float=str, parse_int=str, parse_constant=_refuse_constant
    )
    try:
        document.data = _read(text, marks, decoder, as_mapping)
    except json.JSONDecodeError as error:
        document.faults.append(Fault(path, error.lineno, error.colno, _message(error)))
    except _NotANumberError as error:
        name = str(error)
        offset = next(found.start() for found in _TOKEN.finditer(text) if found.group() == name)
        document.faults.append(Fault(path, *marks.line_and_column(offset), f"{name} is not a value: use a text."))
    if document.faults:
        document.broken = True
        return document
    document.marks = marks
    if doubled:
        document.faults.extend(_duplicate_key_faults(path, marks))
    return document


def _read(
    text: str, marks: JsonMarks, decoder: json.JSONDecoder, as_mapping: Callable[[list[tuple[str, Any]]], Any]
) -> Any:
    """The data of the text. Bodies are read one by one, so that their places need not be looked for again."""
    try:
        if text[marks.start] == "{":
            members, end = marks.members(marks.start, decoder, whole="bodies")
            if not text[end:].strip(" \t\n\r"):
                return as_mapping([(str(member.name), member.value) for member in members])
    except _NotANumberError:
        raise
    except (ValueError, IndexError):
        pass  # the library's own reader says better what is wrong
    return decoder.decode(text)


def _nesting_limit_offset(text: str) -> int | None:
    """Where the text first goes deeper than it may, or None."""
    brackets = _TEXT.sub("", text).encode("utf-8", "replace").translate(None, _NO_BRACKETS)
    for _ in range(MAX_DEPTH):  # each time the innermost go: much faster than to look at one after the other
        brackets = _PAIR.sub(b"", brackets)
        if not brackets:
            return None
    depth = 0
    for found in _TOKEN.finditer(text):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(found.group(), 0)
        if depth > MAX_DEPTH:
            return found.start()
    return None


def _duplicate_key_faults(path: str, marks: JsonMarks) -> FaultList:
    faults = FaultList()
    todo = [marks.start]
    while todo:
        first: dict[str | int, int] = {}
        for name, key, value, _ in marks.members(todo.pop())[0]:
            line, column = marks.line_and_column(key)
            if name in first:
                message = f"The key {quoted(name)} stands here a second time; first in line {first[name]}."
                faults.append(Fault(path, line, column, message))
            first.setdefault(name, line)
            todo.append(value)
    return faults


_MESSAGES = {
    "Unterminated string": "A text in quotes begins here and is not closed.",
    "Invalid control character": "A line break or tab stands inside a text: write it as \\n or \\t.",
    "Invalid \\": "A backslash inside a text must be doubled.",
    "Expecting property name": "A key in double quotes is expected here (is there a comma too many?).",
    "Expecting ','": "A comma, or the end of the list or mapping, is expected here.",
    "Expecting ':'": "A colon is expected after the key.",
    "Expecting value": "A value is expected here.",
    "Extra data": "The structure ends before this: delete what follows.",
}
"""Our message for each beginning of a message of the library."""


def _message(error: json.JSONDecodeError) -> str:
    unknown = f"This is not JSON: {error.msg[:1].lower()}{error.msg[1:]}."
    return next((message for start, message in _MESSAGES.items() if error.msg.startswith(start)), unknown)
