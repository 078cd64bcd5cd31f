"""YAML: read as events, so that every part keeps its line and column, and written to read like terms of reference."""

from typing import Any

import yaml
from yaml import events

from govgraph.formats.plain_data import plain_structure
from govgraph.formats.sheets.columns import CellType, plain_columns
from govgraph.formats.yaml_reader import LOADER, place_and_message
from govgraph.model import Structure
from govgraph.model.faults import Fault, Loc
from govgraph.model.fields import shapes
from govgraph.model.scalars import quoted
from govgraph.model.statement import Record
from govgraph.model.validation import MAX_DEPTH, Document, Marks

# A mark is (line, column, children); children are a dict from key to (line, column of the key, mark),
# a list of marks, or None.
_Mark = tuple[int, int, Any]

_MAX_NODES = 500_000
"""Keys, values, lists and mappings; a structure of 50,000 bodies has less."""


class _RefusedError(Exception):
    def __init__(self, mark: Any, sentence: str) -> None:
        self.mark = mark
        self.sentence = sentence


class _TreeMarks(Marks):
    """The positions of a YAML document, kept while it is read."""

    def __init__(self, root: _Mark) -> None:
        self._root = root

    def position(self, path: Loc, *, value: bool = False) -> tuple[int, int]:
        key, node, _ = self._descend(path)
        return node[:2] if value else key

    def covers(self, path: Loc) -> bool:
        return self._descend(path)[2] == len(path)

    def _descend(self, path: Loc) -> tuple[tuple[int, int], _Mark, int]:
        node, depth = self._root, 0
        key = node[:2]
        for step in path:
            children = node[2]
            if isinstance(children, dict) and step in children:
                line, column, node = children[step]
                key = (line, column)
            elif isinstance(children, list) and isinstance(step, int) and step < len(children):
                node = children[step]
                key = node[:2]
            else:
                break
            depth += 1
        return key, node, depth


class _Builder:
    """Builds data and marks from events, without recursion, noting what is refused."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.root: tuple[Any, _Mark] | None = None
        self._parts = 0
        # One frame a container that is open: [data, children, line, column, key, line and column of the key].
        self._stack: list[list[Any]] = []

    def feed(self, event: Any) -> bool:
        """Take one event; False once there is nothing more to read."""
        kind = type(event)
        if kind is events.ScalarEvent:
            self._scalar(event)
        elif kind is events.MappingStartEvent:
            self._open(event, {}, {})
        elif kind is events.SequenceStartEvent:
            self._open(event, [], [])
        elif kind is events.MappingEndEvent or kind is events.SequenceEndEvent:
            data, children, line, column, _, _ = self._stack.pop()
            self._put(data, (line, column, children), event)
        elif kind is events.AliasEvent:
            self._fault(self._mark(event), "References with * are not used here: write the value out.")
            self.document.unread.add(self._path())
            self._put(None, self._mark(event), event)
        elif kind is events.DocumentStartEvent and self.root is not None:
            self._fault(self._mark(event), "A second document begins here (---): keep one structure in a file.")
            return False
        return True

    def _scalar(self, event: Any) -> None:
        if event.anchor or event.tag:
            self._mark_refused(event)
        # An empty plain scalar is nothing; "" in quotes is an empty text: the model leaves both out.
        self._put(event.value if event.value or not event.implicit[0] else None, self._mark(event), event)

    def _open(self, event: Any, data: Any, children: Any) -> None:
        if event.anchor or event.tag:
            self._mark_refused(event)
        if len(self._stack) >= MAX_DEPTH:
            raise _RefusedError(event.start_mark, f"The file is nested more than {MAX_DEPTH} levels deep.")
        line, column, _ = self._mark(event)
        self._stack.append([data, children, line, column, None, None])

    def _put(self, value: Any, mark: _Mark, event: Any) -> None:
        self._parts += 1
        if self._parts > _MAX_NODES:
            most = f"more than {_MAX_NODES:,} keys and values"
            raise _RefusedError(event.start_mark, f"The file holds {most}, the most that is read from YAML.")
        if not self._stack:
            self.root = (value, mark)
            return
        frame = self._stack[-1]
        data = frame[0]
        if isinstance(data, list):
            data.append(value)
            frame[1].append(mark)
        elif frame[5] is None:
            frame[4], frame[5] = self._key(value, mark, event), mark
        else:
            key, key_mark = frame[4], frame[5]
            frame[4] = frame[5] = None
            if key is None:
                return
            if key in data:
                first = frame[1][key][0]
                self._fault(key_mark, f"The key {quoted(key)} stands here a second time; first in line {first}.")
                return
            data[key] = value
            frame[1][key] = (key_mark[0], key_mark[1], mark)

    def _key(self, value: Any, mark: _Mark, event: Any) -> str | None:
        if isinstance(value, str) and value == "<<" and event.implicit[0]:
            self._fault(mark, "Merge keys (<<) are not used here: write the values out.")
            self.document.unread.add((*self._path()[:-1], value))
        elif isinstance(value, str):
            return value
        else:
            self._fault(mark, "A key must be a plain word before the colon.")
        return None

    def _path(self) -> Loc:
        return tuple(len(frame[0]) if isinstance(frame[0], list) else frame[4] or "" for frame in self._stack)

    def _mark_refused(self, event: Any) -> None:
        if event.anchor:
            self._fault(self._mark(event), "Anchors with & are not used here: write the value out where it is needed.")
        if event.tag:
            self._fault(self._mark(event), f"Tags ({quoted(event.tag)}) are not used here: delete it.")

    def _fault(self, mark: _Mark, message: str) -> None:
        self.document.faults.append(Fault(self.document.path, mark[0], mark[1], message))

    @staticmethod
    def _mark(event: Any) -> _Mark:
        mark = event.start_mark
        return mark.line + 1, mark.column + 1, None


def parse(path: str, text: str) -> Document:
    """Read YAML text into a document. Faults are noted in it, never raised."""
    document = Document(path)
    builder = _Builder(document)
    try:
        for event in yaml.parse(text, Loader=LOADER):
            if not builder.feed(event):
                break
    except _RefusedError as error:
        _fail(document, error.mark, error.sentence)
    except yaml.YAMLError as error:
        _fail(document, *place_and_message(error, text))
    if not document.broken and (builder.root is None or builder.root[0] is None):
        document.faults.append(Fault(path, 1, 1, "The file states nothing."))
        document.broken = True
    if not document.broken and builder.root is not None:
        document.data, document.marks = builder.root[0], _TreeMarks(builder.root[1])
    return document


def _fail(document: Document, mark: Any, message: str) -> None:
    line, column = (mark.line + 1, mark.column + 1) if mark else (None, None)
    document.faults.append(Fault(document.path, line, column, message))
    document.broken = True


_MAP, _SEQ, _STR = ("tag:yaml.org,2002:map", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:str")
_WIDTH = 110
_MAX_FLOW_WIDTH = 90
"""Letters; a record that is longer is written over several lines."""


class _Date(str):
    """A date: written as it is, without quotes."""


class _FlowMapping(dict[str, Any]):
    """A record on one line."""


class _FlowSequence(list[Any]):
    """A list on one line."""


class _Dumper(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]
    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 - no & and * are read
        return True


def _represent_text(dumper: Any, text: str) -> Any:
    lines = text.split("\n")
    plain = all(line.isprintable() for line in lines)
    # Line by line only where nothing needs quotes; what cannot be seen, or ends lines elsewhere, is written as escapes.
    as_lines = plain and len(lines) > 1 and all(line == line.strip() for line in lines) and bool(lines[0] and lines[-1])
    style = "|" if as_lines else None if plain else '"'
    return dumper.represent_scalar(_STR, text, style=style)


_Dumper.add_representer(str, _represent_text)
_Dumper.add_representer(
    _Date, lambda dumper, text: dumper.represent_scalar(dumper.resolve(yaml.ScalarNode, text, (True, False)), str(text))
)
_Dumper.add_representer(
    _FlowMapping, lambda dumper, data: dumper.represent_mapping(_MAP, data.items(), flow_style=True)
)
_Dumper.add_representer(_FlowSequence, lambda dumper, data: dumper.represent_sequence(_SEQ, data, flow_style=True))


def rendered(structure: Structure, *, with_names: bool = True) -> str:
    """The text of the file."""
    data = _formatted_record(Structure, plain_structure(structure, with_names=with_names), top=True)
    text: str = yaml.dump(data, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=_WIDTH)
    return text


def _formatted_record(model: type[Record], data: dict[str, Any], *, top: bool = False) -> dict[str, Any]:
    """The data of a record: dates bare, what is short on one line."""
    dates = {column.path[0] for column in plain_columns(model) if column.cell_type is CellType.DATE}
    found: dict[str, Any] = {}
    for key, value in data.items():
        shape = shapes(model).get(key)
        if key in dates:
            found[key] = _Date(value)
        elif shape is None or shape.model is None:
            found[key] = _FlowSequence(value) if isinstance(value, list) and _is_short(value) else value
        elif shape.by_id:
            found[key] = {name: _formatted_record(shape.model, entry, top=True) for name, entry in value.items()}
        elif isinstance(value, list):
            found[key] = _record_list(shape.model, value)
        else:
            found[key] = _formatted_record(shape.model, value) if isinstance(value, dict) else value
    return found if top or not _is_short(found) else _FlowMapping(found)


def _record_list(model: type[Record], values: list[Any]) -> Any:
    """Records in a list; one or more short forms as such."""
    if all(isinstance(value, str) for value in values) and _is_short(values):
        return values[0] if len(values) == 1 else _FlowSequence(values)
    return [_formatted_record(model, value) if isinstance(value, dict) else value for value in values]


def _is_short(value: Any) -> bool:
    """Whether a value can stand on one line."""
    text = str(value)
    return len(text) <= _MAX_FLOW_WIDTH and "\\n" not in text
