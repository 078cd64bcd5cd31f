"""Where the parts of a JSON text stand: noted for the bodies as they are read, looked up in the text for the rest."""

import json
import re
from bisect import bisect_right
from functools import cached_property
from typing import Any, NamedTuple

from govgraph.model.place import Path
from govgraph.read.document import Marks

_SPACE = re.compile(r"[ \t\n\r]*")
_plain = json.JSONDecoder(object_pairs_hook=dict, parse_float=str, parse_int=str)


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

    def position(self, path: Path, *, value: bool = False) -> tuple[int, int]:
        """Line and column of the part, or of the nearest part around it."""
        key, start, _ = self._descend(path)
        return self.line_and_column(start if value else key)

    def covers(self, path: Path) -> bool:
        """Whether the text has a part at this path."""
        return self._descend(path)[2] == len(path)

    def line_and_column(self, offset: int) -> tuple[int, int]:
        """An offset in the text as line and column, counted from 1."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def members(
        self, start: int, decoder: json.JSONDecoder = _plain, whole: str | None = None
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
                pairs = [(str(one.name), one.value) for one in inner]
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

    def _descend(self, path: Path) -> tuple[int, int, int]:
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
