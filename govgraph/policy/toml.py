"""TOML with positions: the library reads the values, and where each key stands is found beside it."""

import re
import tomllib
from typing import Any

from govgraph.model.faults import Fault, Loc
from govgraph.model.validation import MAX_DEPTH, Document, Marks

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

    def __init__(self, text: str, root: Loc = ()) -> None:
        self._text = text
        self._root = root
        self._signs = [(found.group(), found.start()) for found in _SIGN.finditer(text) if found.group()[0] != "#"]
        self._next = 0
        self._keys: dict[Loc, int] = {}
        self._values: dict[Loc, int] = {}
        self._lists: dict[Loc, int] = {}
        self._scan()

    def position(self, path: Loc, *, value: bool = False) -> tuple[int, int]:
        """Where the part at the path, or the nearest part around it, begins: its key, or its value."""
        whole = (*self._root, *path)
        while whole and whole not in self._keys:
            whole = whole[:-1]
        offset = (self._values if value else self._keys).get(whole, self._keys.get(whole, 0))
        return _position(self._text, offset)

    def covers(self, path: Loc) -> bool:
        """Whether the text has a part at this path."""
        return (*self._root, *path) in self._keys

    def _peek(self) -> tuple[str, int]:
        return self._signs[self._next] if self._next < len(self._signs) else _END

    def _take(self) -> tuple[str, int]:
        sign = self._peek()
        self._next += 1
        return sign

    def _scan(self) -> None:
        table: Loc = ()
        while self._peek() != _END:
            sign = self._peek()[0]
            if sign == "\n":
                self._take()
            elif sign == "[":
                table = self._header()
            else:
                self._pair(table)

    def _header(self) -> Loc:
        offset = self._take()[1]
        is_list = self._peek()[0] == "["
        if is_list:
            self._take()
        keys = self._dotted("]")
        if is_list:
            self._take()
        path: Loc = ()
        for number, key in enumerate(keys, 1):
            path = (*path, key)
            if is_list and number == len(keys):
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
                keys.append(str(next(iter(tomllib.loads(f"{sign} = 0")))) if sign[0] in "\"'" else sign)
        return keys

    def _pair(self, table: Loc) -> None:
        offset = self._peek()[1]
        path = table
        for key in self._dotted("="):
            path = (*path, key)
            self._keys.setdefault(path, offset)
        self._value(path)

    def _value(self, path: Loc) -> None:
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


def _position(text: str, offset: int) -> tuple[int, int]:
    """The line and the column of an offset, counted from 1."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def parse(path: str, text: str, root: tuple[str, ...] = ()) -> Document:
    """Read one table of a TOML text into a document; without that table its data is None. Faults are noted in it."""
    data = _loaded(path, text)
    if isinstance(data, Fault):
        return Document(path, faults=[data], broken=True)
    for key in root:
        data = data.get(key) if isinstance(data, dict) else None
    return Document(path, data, TomlMarks(text, root))


def _loaded(path: str, text: str) -> Any:
    deep = _DEEP.search(text)
    if deep is not None:  # the library would read it, and take all memory for it
        line = text.count("\n", 0, deep.start()) + 1
        return Fault(path, line, 1, f"A key is nested more than {MAX_DEPTH} levels deep.")
    try:
        return tomllib.loads(text)
    except ValueError as error:  # of the library, and of Python for numbers of thousands of digits
        where = _WHERE.search(str(error))
        line, column = (int(part) for part in where.groups()) if where and where[1] else _position(text, len(text))
        why = _WHERE.sub("", str(error))
        if why in ("Invalid value", "Invalid date or datetime"):
            why += "; a text must stand in quotes"
        return Fault(path, line, column, f"This is not TOML: {why[:1].lower()}{why[1:]}.")
    except RecursionError:
        return Fault(path, 1, 1, "The file is nested too deep.")
