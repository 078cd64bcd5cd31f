"""TOML with positions: the library reads the values, and where each key stands is found beside it."""

import re
import tomllib
from typing import Any

from govgraph.model.faults import Fault
from govgraph.model.place import Path
from govgraph.read.document import MAX_DEPTH, Document, Marks

_SIGN = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}|' + r"'''.*?'{3,5}|" + r'"(?:\\.|[^"\\\n])*"|' + r"'[^'\n]*'|#[^\n]*|[\[\]{}=,.\n]|"
    r"[^\s\"'#\[\]{}=,.]+",
    re.DOTALL,
)
_WHERE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_DEEP = re.compile(rf"^[ \t\[]*(?:[^\s=.\[\]]+[ \t]*\.[ \t]*){{{MAX_DEPTH}}}", re.MULTILINE)
_END = ("", -1)


class TomlMarks(Marks):
    """The positions of the keys of a TOML text that the library has read without a fault."""

    def __init__(self, text: str, root: Path = ()) -> None:
        self._text = text
        self._root = root
        self._signs = [(found.group(), found.start()) for found in _SIGN.finditer(text) if found.group()[0] != "#"]
        self._next = 0
        self._keys: dict[Path, int] = {}
        self._values: dict[Path, int] = {}
        self._lists: dict[Path, int] = {}
        self._scan()

    def position(self, path: Path, *, value: bool = False) -> tuple[int, int]:
        """Where the part at the path, or the nearest part around it, begins: its key, or its value."""
        whole = (*self._root, *path)
        while whole and whole not in self._keys:
            whole = whole[:-1]
        offset = (self._values if value else self._keys).get(whole, self._keys.get(whole, 0))
        return self._text.count("\n", 0, offset) + 1, offset - (self._text.rfind("\n", 0, offset) + 1) + 1

    def covers(self, path: Path) -> bool:
        """Whether the text has a part at this path."""
        return (*self._root, *path) in self._keys

    def _peek(self) -> tuple[str, int]:
        return self._signs[self._next] if self._next < len(self._signs) else _END

    def _take(self) -> tuple[str, int]:
        sign = self._peek()
        self._next += 1
        return sign

    def _scan(self) -> None:
        table: Path = ()
        while self._peek() != _END:
            sign, offset = self._peek()
            if sign == "\n":
                self._take()
            elif sign == "[":
                table = self._header(offset)
            else:
                self._pair(table)

    def _header(self, offset: int) -> Path:
        self._take()
        many = self._peek()[0] == "["
        if many:
            self._take()
        keys = self._dotted("]")
        if many:
            self._take()
        path: Path = ()
        for number, key in enumerate(keys):
            path = (*path, key)
            if many and number == len(keys) - 1:
                self._lists[path] = self._lists.get(path, -1) + 1
            self._keys.setdefault(path, offset)
            if path in self._lists:
                path = (*path, self._lists[path])
                self._keys.setdefault(path, offset)
        return path

    def _dotted(self, end: str) -> list[str]:
        keys: list[str] = []
        while self._peek() != _END:
            sign, _ = self._take()
            if sign == end:
                break
            if sign != "." and len(keys) < MAX_DEPTH:  # nothing that is set stands deeper
                keys.append(_plain(sign))
        return keys

    def _pair(self, table: Path) -> None:
        offset = self._peek()[1]
        path = table
        for key in self._dotted("="):
            path = (*path, key)
            self._keys.setdefault(path, offset)
        self._value(path)

    def _value(self, path: Path) -> None:
        sign, offset = self._peek()
        self._values[path] = offset
        if sign == "{":
            self._take()
            while self._skip(",") not in ("}", ""):
                self._pair(path)
            self._take()
        elif sign == "[":
            self._take()
            number = 0
            while self._skip(",") not in ("]", ""):
                self._keys[*path, number] = self._peek()[1]
                self._value((*path, number))
                number += 1
            self._take()
        else:
            while self._peek()[0] not in (",", "\n", "]", "}", ""):
                self._take()

    def _skip(self, sign: str) -> str:
        while self._peek()[0] in (sign, "\n"):
            self._take()
        return self._peek()[0]


def _end_of(text: str) -> tuple[int, int]:
    return text.count("\n") + 1, len(text) - (text.rfind("\n") + 1) + 1


def _plain(sign: str) -> str:
    if sign[0] in "\"'":
        return str(next(iter(tomllib.loads(f"{sign} = 0"))))
    return sign


def parse(path: str, text: str, root: tuple[str, ...] = ()) -> Document:
    """Read one table of a TOML text into a document; without that table its data is None. Faults are noted in it."""
    document = Document(path)
    deep = _DEEP.search(text)
    if deep is not None:  # the library would read it, and take all memory for it
        line = text.count("\n", 0, deep.start()) + 1
        document.faults.append(Fault(path, line, 1, f"A key is nested more than {MAX_DEPTH} levels deep."))
        document.broken = True
        return document
    try:
        data: Any = tomllib.loads(text)
    except ValueError as error:  # of the library, and of Python for numbers of thousands of digits
        where = _WHERE.search(str(error))
        line, column = (int(part) for part in where.groups()) if where and where[1] else _end_of(text)
        why = _WHERE.sub("", str(error))
        if why in ("Invalid value", "Invalid date or datetime"):
            why += "; a text must stand in quotes"
        document.faults.append(Fault(path, line, column, f"This is not TOML: {why[:1].lower()}{why[1:]}."))
        document.broken = True
        return document
    except RecursionError:
        document.faults.append(Fault(path, 1, 1, "The file is nested too deep."))
        document.broken = True
        return document
    for key in root:
        data = data.get(key) if isinstance(data, dict) else None
    document.data = data
    document.marks = TomlMarks(text, root)
    return document
