"""JSON of the same shape as the YAML."""

import json
import re
from collections.abc import Callable
from typing import Any

from govgraph.model.faults import Fault, FaultList
from govgraph.model.scalars import shown
from govgraph.read.document import MAX_DEPTH, Document
from govgraph.read.json_marks import JsonMarks

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{}]|-?Infinity|NaN', re.DOTALL)


class _NotANumberError(ValueError):
    pass


def _refuse_constant(name: str) -> None:
    raise _NotANumberError(name)


def parse(path: str, text: str) -> Document:
    """Read JSON text into a document. Faults are noted in it, never raised."""
    document = Document(path)
    marks = JsonMarks(text)
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


def _doubled_keys(path: str, marks: JsonMarks) -> FaultList:
    faults = FaultList()
    todo = [marks.start]
    while todo:
        first: dict[str | int, int] = {}
        for name, key, value, _ in marks.members(todo.pop())[0]:
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
